"""The gender of names that come without one: la France, le Bureau, Mme Dwan, la Cheffe.

Floor 2. What is certain is told; everything else stays open, for a person to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import dropwhile
from types import MappingProxyType

from attrs import evolve

from reportgen.languages.fr.agreement import accord
from reportgen.languages.fr.bearers import FEMININE, MASCULINE, PLURAL
from reportgen.languages.fr.elision import plain
from reportgen.languages.fr.known import grammar, letters
from reportgen.languages.naming import Naming

_SINGULAR = "singular"
_ARTICLE = re.compile(r"(?:(?P<le>le|la|les)\s+|l[’']\s*)(?=\S)", re.IGNORECASE)
_ARTICLES: Mapping[str, tuple[str | None, str]] = MappingProxyType(
    {"le": (MASCULINE, _SINGULAR), "la": (FEMININE, _SINGULAR), "les": (None, PLURAL)}
)
_BESIDES = re.compile(r"\s*\([^)]*\)")

_FEMININE_HEADS = """
    académie administration agence alliance ambassade armée assemblée association autorité banque
    brigade cellule chambre coalition commission communauté conférence confédération cour
    croix-rouge délégation direction division école entité équipe facilité fédération fondation
    force grande haute île initiative ligue mission nation nouvelle opération organisation police
    première présidence principauté région république section société sous-commission structure
    troïka union unité université
""".split()  # noqa: SIM905 -- words read best as words
_MASCULINE_HEADS = """
    ami bureau cabinet cadre centre chef collège comité commandement commissariat conseil corps
    département dispositif émirat envoyé état état-major fonds forum front gouvernement grand-duché
    groupe haut-commissariat haut-représentant institut mécanisme ministère mouvement observatoire
    office organe parlement partenariat programme quartier réseau royaume secrétariat sénat service
    sous-comité sous-groupe sous-secrétariat sultanat système tribunal
""".split()  # noqa: SIM905 -- words read best as words
_INVARIABLE = frozenset(("corps", "fonds"))

_HONORIFIC = re.compile(
    r"(?:(?:S\. ?E\.|Son Excellence) ?)?"
    r"(?:(?P<woman>Mme|M\^me|Madame|Mlle|Mademoiselle)\b\.?"
    r"|(?P<man>M\.|Mr\b\.?|Monsieur\b)"
    r"|(?:Dr|Pr)\b\.?|S\. ?E\.|Son Excellence\b)\s*(?=\w)",
    re.IGNORECASE,
)
_TITLES = """
    adjoint administrateur ambassadeur ancien assistant associé attaché avocat chancelier chargé
    chef chercheur colonel commandant conseiller consul consultant contrôleur coordinateur
    coordonnateur coprésident défenseur délégué député directeur dirigeant doyen enquêteur
    enseignant envoyé étudiant exécutif expert fondateur général gouverneur greffier haut
    inspecteur intendant lieutenant magistrat médiateur militant national observateur permanent
    préfet premier président prince principal procureur professeur rapporteur régional représentant
    résident roi sénateur sergent spécial supérieur suppléant vérificateur
""".split()  # noqa: SIM905 -- words read best as words
_EITHER = frozenset(
    """
    capitaine commissaire et juge maire membre militaire ministre responsable secretaire sous vice
    """.split()  # noqa: SIM905 -- words read best as words
)
_ENVOY = re.compile(r"\b(?:representante?|observat(?:eur|rice)) permanente?\b")
_POSTED = re.compile(
    r",? +auprès +(?:(?:de +)?(?=l[ae] |l[’'])|du +|des +|de +|d[’'])", re.IGNORECASE
)


def noun(name: str) -> Naming:
    """Tell the grammar of the name of a State or of an organization.

    An article that is given with the name decides. States, and the organizations that reports
    name, are known (see `known`); other organizations follow their first noun.

    In the table, (m) is masculine, (f) feminine, (?) not told.

    | text | noun(text) |
    |---|---|
    | France · la France · Maroc · Mexique | France (f) · France (f) · Maroc (m) · Mexique (m) |
    | Pays-Bas · les Îles Salomon | Pays-Bas (m pl) · Îles Salomon (f pl) |
    | Cuba · Israël | Cuba (f, no article) · Israël (m, no article) |
    | Haïti · Madagascar | Haïti (m, no article) · Madagascar (?, no article) |
    | République arabe syrienne · Bolivie (État plurinational de) | République arabe syrienne (f) · Bolivie (État plurinational de) (f) |
    | Bureau de l’appui · Haut-Commissariat | Bureau de l’appui (m) · Haut-Commissariat (m) |
    | Nations Unies · Bureaux régionaux | Nations Unies (f pl) · Bureaux régionaux (m pl) |
    | ONU · AMISOM · MINUSMA · OMS · FAO | ONU (f) · AMISOM (f) · MINUSMA (f) · OMS (f) · FAO (f) |
    | HCR · FMI · PNUD | HCR (m) · FMI (m) · PNUD (m) |
    | la Francophonie | Francophonie (f) |
    | Le Caire · La Haye | Le Caire (m, no article) · La Haye (f, no article) |
    | Vanuatu · Kosmos | Vanuatu (m) · Kosmos (?) |

    Args:
        name: the name, with or without its article.
    """  # noqa: E501 -- a row of the table
    text = " ".join(name.split())
    given = _ARTICLE.match(text)
    rest = text[given.end() :] if given else text
    known = _listed(rest) or _body(rest)
    article = (given["le"] or "").lower() if given else ""
    if known is None and given and text[0].isupper() and article:
        return Naming(text, *_ARTICLES[article], article=False)
    known = known or Naming(rest, None)
    gender, number = _ARTICLES.get(article, (None, known.number))
    return Naming(rest, gender or known.gender, number, article=bool(given) or known.article)


def person(name: str, title: str = "") -> Naming:
    """Tell the gender of a person from the honorific or from a title in its feminine form.

    | text | person(text).name | person(text).gender |
    |---|---|---|
    | Mme Renata Dwan · S. E. Mme Dwan | Renata Dwan · Dwan | feminine · feminine |
    | M. Omar Hilale | Omar Hilale | masculine |
    | Dr Renata Dwan | Renata Dwan | nothing |

    A masculine title tells nothing: women bear such titles too.

    | title | person("R. Dwan", title).gender |
    |---|---|
    | Cheffe du Service · Secrétaire générale adjointe | feminine · feminine |
    | Représentant permanent | nothing |

    Args:
        name: the name, with or without an honorific.
        title: what the person speaks as, where it is known.
    """
    text = " ".join(name.split())
    found = _HONORIFIC.match(text)
    gender = None
    if found and (found["woman"] or found["man"]):
        gender = FEMININE if found["woman"] else MASCULINE
    elif _is_feminine_title(title):
        gender = FEMININE
    return Naming(text[found.end() :] if found else text, gender, article=False)


def is_bare_title(text: str) -> bool:
    """Tell whether a text is a title alone, which nobody's name follows.

    | text | is_bare_title(text) |
    |---|---|
    | Président du CIO · le représentant du Secrétariat | yes |
    | Sous-Secrétaire générale · Cheffe d’état-major | yes |
    | Prince Zeid · Maire Dupont · Ana Luz | no |

    Args:
        text: the text, with or without an article.
    """
    article = _ARTICLE.match(text)
    words = text[article.end() if article else 0 :].split()
    behind = list(dropwhile(_is_title, words))
    return len(behind) < len(words) and (not behind or behind[0][0].islower())


def accredited(title: str) -> bool:
    """Tell whether a title is that of an envoy: someone accredited to an organization.

    | text | accredited(text) |
    |---|---|
    | Représentant permanent · Ambassadrice et Représentante permanente | yes |
    | Représentant permanent adjoint · Observatrice permanente | yes |
    | Chef de cabinet · Représentant spécial | no |
    """
    return bool(_ENVOY.search(letters(title)))


def posting(title: str) -> tuple[str, str]:
    """Part a title from the organization that it says its bearer is accredited to.

    | text | posting(text) |
    |---|---|
    | Représentant permanent auprès de l’ONU | Représentant permanent + ONU |
    | Observateur auprès des Nations Unies | Observateur + Nations Unies |
    | Représentant permanent | Représentant permanent + nothing |

    Returns:
        The title, and the name of the organization without its article; empty where the title
        names none.
    """
    found = _POSTED.search(title)
    return (title[: found.start()], noun(title[found.end() :]).name) if found else (title, "")


_HEADS: Mapping[str, str] = MappingProxyType(
    {
        **{letters(head): FEMININE for head in _FEMININE_HEADS},
        **{letters(head): MASCULINE for head in _MASCULINE_HEADS},
    }
)
_FEMININE_TITLES = frozenset(plain(accord(title, FEMININE)) for title in _TITLES)


def _listed(name: str) -> Naming | None:
    """Find what comes with the program, also where a name is followed by another in brackets."""
    found = grammar(name) or grammar(_BESIDES.sub("", name))
    return evolve(found, name=name) if found else None


def _body(name: str) -> Naming | None:
    head = name.partition(" ")[0]
    for words in (letters(head), letters(head).partition(" ")[0]):
        if words in _HEADS:
            return Naming(name, _HEADS[words])
        singular = words.removesuffix("x" if words.endswith("eaux") else "s")
        if singular in _HEADS and words not in _INVARIABLE:
            return Naming(name, _HEADS[singular], PLURAL)
    return None


def _is_title(word: str) -> bool:
    return set(letters(word).split()) <= _TITLE_WORDS | _FEMININE_TITLES | _EITHER


def _is_feminine_title(title: str) -> bool:
    for word in letters(title).split():
        if word in _FEMININE_TITLES:
            return True
        if word not in _EITHER and word not in _TITLE_WORDS:
            return False
    return False


_TITLE_WORDS = frozenset(map(plain, _TITLES))
