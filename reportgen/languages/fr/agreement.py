"""The agreement of titles and participles: Président, Présidente, Présidentes.

Floor 2. Words are written in the masculine singular, or in a form that agrees already; the usual
endings are rules, the rest is a table. Feminine titles are those of the Secretariat's French
documents (la Cheffe du Service, Secrétaire générale adjointe, Représentante permanente).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reportgen.languages.fr.bearers import Bearer, Form, form_of

_SEVERAL = 2
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[’']?")
_HEAD_ENDS = frozenset(
    """
    à afin au auprès aux avec chez contre d dans de depuis des dont du durant en entre envers
    hors lors où par pendant pour près qu que qui sans selon sous sur vers
    """.split()  # noqa: SIM905 -- words read best as words
)
_UNCHANGED = frozenset(
    """
    ai ont avait avaient aura auront est sont était étaient sera seront soit été et ou ne pas ni
    se ex non sous vice co contre deux trois quatre cinq six sept huit neuf dix plus très
    porte-parole les des ces
    bureau conseil prix nobel point focal
    """.split()  # noqa: SIM905 -- words read best as words
)
_SIGN = re.compile(r"[(,;:]")
_SECOND_TITLE = re.compile(
    r"(?:\bet|,)\s+(?=(?:Vice-|Sous-|Haut-|Premier )?(?:Administrateur|Ambassadeur|Chef|Commandant|"
    r"Commissaire|Conseiller|Coordonnateur|Directeur|Envoyé|Expert|Inspecteur|Médiateur|Ministre|"
    r"Observateur|Président|Procureur|Rapporteur|Représentant|Secrétaire)\b)"
)
_SECOND_IN_COMMAND = re.compile(r"\s*d(?:e |[’'])[^\W\d_]+(?:-[^\W\d_]+)* (adjoint)\b")
_CHARGED = re.compile(r"\bchargé(?=\s+(?:de|du|des)\b|\s+d[’'])")
_BODY = re.compile(
    r"\b(?:Bureau|Centre|Comité|Conseil|Département|Fonds|Groupe|Mécanisme|Organe|Programme|"
    r"Secrétariat|Service|Tribunal)\b",
    re.IGNORECASE,
)
_FEMININE = {
    "ambassadeur": "ambassadrice",
    "auteur": "autrice",
    "bas": "basse",
    "beau": "belle",
    "blanc": "blanche",
    "bref": "brève",
    "ce": "cette",
    "celui": "celle",
    "ceux": "celles",
    "chef": "cheffe",
    "complet": "complète",
    "concret": "concrète",
    "discret": "discrète",
    "doux": "douce",
    "défenseur": "défenseure",
    "docteur": "docteure",
    **{word: word for word in ("imam", "major", "médecin", "ombudsman", "témoin")},
    "enquêteur": "enquêtrice",
    "eux": "elles",
    "favori": "favorite",
    "faux": "fausse",
    "franc": "franche",
    "grec": "grecque",
    "gros": "grosse",
    "gouverneur": "gouverneure",
    "il": "elle",
    "ils": "elles",
    "le": "la",
    "long": "longue",
    "meilleur": "meilleure",
    "mineur": "mineure",
    "nouveau": "nouvelle",
    "porteur": "porteuse",
    "préfet": "préfète",
    "prince": "princesse",
    "procureur": "procureure",
    "rapporteur": "rapporteuse",
    "roi": "reine",
    "sec": "sèche",
    "secret": "secrète",
    "tous": "toutes",
    "transporteur": "transporteuse",
    "turc": "turque",
    "un": "une",
    "vieux": "vieille",
}
_FEMININE_ENDINGS = (
    ("sseur", "sseure"),
    ("ieur", "ieure"),
    ("ajeur", "ajeure"),
    ("teur", "trice"),
    ("eur", "euse"),
    ("eux", "euse"),
    ("eaux", "elles"),
    ("aux", "ales"),
    ("er", "ère"),
    ("en", "enne"),
    ("on", "onne"),
    ("el", "elle"),
    ("eil", "eille"),
    ("et", "ette"),
    ("f", "ve"),
    ("ic", "ique"),
    *((letter, f"{letter}e") for letter in "éiudlnrst"),
)
_SINGULAR_IN_S = ("ais", "ois", "as", "os", "cis", "mis", "pris", "quis", "sis", "clus", "fus")
_PLURAL = {
    "ce": "ces",
    "celle": "celles",
    "celui": "ceux",
    "cette": "ces",
    "la": "les",
    "le": "les",
    "un": "des",
    "une": "des",
    "tout": "tous",
    "travail": "travaux",
    **{word: f"{word}s" for word in ("banal", "final", "fatal", "natal", "naval", "bal")},
}
_PLURAL_ENDINGS = (
    *((letter, letter) for letter in "sxz"),
    ("al", "aux"),
    ("au", "aux"),
    ("eu", "eux"),
    ("", "s"),
)


def accord(text: str, bearer: Bearer) -> str:
    """Make a title, an adjective or a participle agree.

    The head of the text agrees, up to the first preposition. After it, « chargé » agrees too,
    unless it tells what a body of the United Nations is in charge of; so does « adjoint » after a
    complement without article, and a second title after « et » or a comma, known by its capital.

    | text | accord(text, woman) | accord(text, men) | accord(text, women) |
    |---|---|---|---|
    | Président | Présidente | Présidents | Présidentes |
    | Coprésident | Coprésidente | Coprésidents | Coprésidentes |
    | Premier Vice-Président | Première Vice-Présidente | Premiers Vice-Présidents | Premières Vice-Présidentes |
    | Chef | Cheffe | Chefs | Cheffes |
    | Directeur général adjoint | Directrice générale adjointe | Directeurs généraux adjoints | Directrices générales adjointes |
    | Conseiller militaire | Conseillère militaire | Conseillers militaires | Conseillères militaires |
    | Commandant de la Force | Commandante de la Force | Commandants de la Force | Commandantes de la Force |
    | Haut-Représentant | Haute-Représentante | Hauts-Représentants | Hautes-Représentantes |
    | Haut-Commissaire | Haute-Commissaire | Hauts-Commissaires | Hautes-Commissaires |
    | Secrétaire général adjoint | Secrétaire générale adjointe | Secrétaires généraux adjoints | Secrétaires générales adjointes |
    | Sous-Secrétaire général | Sous-Secrétaire générale | Sous-Secrétaires généraux | Sous-Secrétaires générales |
    | Envoyé spécial | Envoyée spéciale | Envoyés spéciaux | Envoyées spéciales |
    | Coordonnateur résident | Coordonnatrice résidente | Coordonnateurs résidents | Coordonnatrices résidentes |
    | Observateur permanent | Observatrice permanente | Observateurs permanents | Observatrices permanentes |
    | Administrateur | Administratrice | Administrateurs | Administratrices |
    | Rapporteur | Rapporteuse | Rapporteurs | Rapporteuses |
    | Procureur | Procureure | Procureurs | Procureures |
    | Premier Ministre | Première Ministre | Premiers Ministres | Premières Ministres |
    | Préfet | Préfète | Préfets | Préfètes |
    | Travailleur humanitaire | Travailleuse humanitaire | Travailleurs humanitaires | Travailleuses humanitaires |
    | Juge | Juge | Juges | Juges |
    | Témoin | Témoin | Témoins | Témoins |
    | Porte-parole | Porte-parole | Porte-parole | Porte-parole |
    | Général de brigade | Générale de brigade | Généraux de brigade | Générales de brigade |
    | principal intervenant | principale intervenante | principaux intervenants | principales intervenantes |
    | nommé | nommée | nommés | nommées |
    | il | elle | ils | elles |

    | text | accord(text, woman) |
    |---|---|
    | Ambassadeur et Représentant permanent | Ambassadrice et Représentante permanente |
    | Chef de cabinet adjoint | Cheffe de cabinet adjointe |
    | Directeur du Bureau, chargé de la police | Directrice du Bureau, chargée de la police |
    | Président du Comité chargé de la question | Présidente du Comité chargé de la question |
    | Représentant spécial du Secrétaire général chargé de la paix | Représentante spéciale du Secrétaire général chargée de la paix |
    | Cheffe du Service des politiques | Cheffe du Service des politiques |

    Args:
        text: the words, in the masculine singular or already in the form wanted.
        bearer: whom or what they agree with.
    """  # noqa: E501 -- rows of the table
    return _inflected(str(text), form_of(bearer))


def pluriel(text: str, count: int) -> str:
    """Put the head of a text in the plural from two on; none is singular.

    | text | pluriel(text, 0) | pluriel(text, 1) | pluriel(text, 2) |
    |---|---|---|---|
    | réunion d’organisation | réunion d’organisation | réunion d’organisation | réunions d’organisation |
    | exposé oral | exposé oral | exposé oral | exposés oraux |

    Args:
        text: the words, in the singular.
        count: how many there are.
    """  # noqa: E501 -- a row of the table
    return _inflected(str(text), Form(plural=abs(count) >= _SEVERAL))


def _inflected(text: str, form: Form) -> str:
    pieces = []
    position = 0
    for start, end in _agreeing(text):
        pieces += [text[position:start], _WORD.sub(lambda m: _agreed(m[0], form), text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])


def _agreeing(text: str) -> Iterator[tuple[int, int]]:
    """Find the spans of a text whose words agree with its bearer."""
    start = 0
    while True:
        end = _head_end(text, start)
        yield start, end
        following = _SECOND_TITLE.search(text, end)
        limit = following.start() if following else len(text)
        second = _SECOND_IN_COMMAND.match(text, end, limit)
        if second:
            yield second.span(1)
        charged = _CHARGED.search(text, end, limit)
        if charged and not _BODY.search(text[end : charged.start()].rpartition(",")[2]):
            yield charged.span()
        if following is None:
            return
        start = following.end()


def _head_end(text: str, start: int) -> int:
    ends = (m for m in _WORD.finditer(text, start) if m[0].lower().rstrip("’'") in _HEAD_ENDS)
    found = next(ends, None)
    sign = _SIGN.search(text, start)
    return min(m.start() if m else len(text) for m in (found, sign))


def _agreed(word: str, form: Form) -> str:
    small = word.lower()
    if len(word) == 1 or word.isupper() or word[-1] in "’'" or small in _UNCHANGED:
        return word
    if "-" in word:
        return "-".join(_agreed(part, form) for part in word.split("-"))
    if form.feminine:
        small = _feminine(small)
    if form.plural:
        small = _ending(small, _PLURAL, _PLURAL_ENDINGS)
    if small == word.lower():
        return word
    return small.capitalize() if word[0].isupper() else small


def _feminine(word: str) -> str:
    if word not in _FEMININE and word[-1] == "s" and not word.endswith(_SINGULAR_IN_S):
        return f"{_feminine(word[:-1])}s"
    return _ending(word, _FEMININE, _FEMININE_ENDINGS)


def _ending(word: str, exceptions: Mapping[str, str], endings: Iterable[tuple[str, str]]) -> str:
    if word in exceptions:
        return exceptions[word]
    for ending, replacement in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    return word
