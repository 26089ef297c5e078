"""Grammar within reach: elision, contraction, the number of set names.

Part of `checks`. What stands in quotation marks is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import FILLER, Subject, Text
from reportgen.languages.fr.elision import elides
from reportgen.messages import message
from reportgen.records import Person

_GRAMMAR = message("grammar of French: elision and contraction")
_AGREEMENT = message("grammar of French: agreement in number")
_NAMES = message("official names of the United Nations")

_CONTRACTED: Mapping[str, str] = {"de le": "du", "de les": "des", "à le": "au", "à les": "aux"}
_UNCONTRACTED = re.compile(r"\b(?P<two>[Dd]e les?|[ÀàAa] les?) (?=(?P<next>[\w-]+))", re.UNICODE)
_VERBAL = re.compile(
    r"(?:\w+(?:er|ir|oir|re)|y|en|lui|leur|tous|toutes|mieux|bien|plus|moins|voir|ainsi)(?:$|\W)"
)
_NO_INFINITIVES = {"maire", "membre", "centre", "cadre", "ministre", "nombre", "titre", "caractère"}


@rule("GRAM001", source=_GRAMMAR, severity=Severity.ERROR)
def contraction(subject: Subject) -> Iterator[Slip]:
    """« De le » is du, « à les » is aux; before a verb, le and les are pronouns and stay.

    Good: du Conseil, aux États, afin de le faire, il s’agit de les aider, de les leur remettre
    Bad: les travaux de le Conseil
    Bad: il a rendu hommage à les soldats
    Bad: À le demeurant, il en est convenu.
    """
    for text in subject.texts:
        for found in _UNCONTRACTED.finditer(text.own):
            following = found["next"].lower()
            if _VERBAL.match(following) and following not in _NO_INFINITIVES:
                continue
            if found["two"][0] == "A" and found["two"].lower().startswith("a "):
                continue
            said = _CONTRACTED.get(found["two"].lower())
            if said is None or elides(found["next"]):
                continue
            right = said.capitalize() if found["two"][0].isupper() else said
            what = message("the article contracts with the preposition")
            yield text.slip(found.span("two"), what, fix=right)


_UNELIDED = re.compile(
    r"(?<!-)\b(?P<word>[Dd]e|[Ll]e|[Ll]a|[Qq]ue|[Jj]usque|[Ll]orsque|[Pp]uisque|[Nn]e"
    r"|[Ss]i(?= ils?\b))"
    rf" (?P<next>(?!{FILLER})[^\W\d_][\w’-]*)"
)


@rule("GRAM002", source=_GRAMMAR, severity=Severity.ERROR)
def elision(subject: Subject) -> Iterator[Slip]:
    """« De », « le », « la », « que » lose their vowel before another: d’Union, l’ONU, qu’il.

    Names of persons keep theirs, and « ou », « et » and letters stand for themselves.

    Good: l’Union, le onze, la Hongrie, la MINUSMA, s’il, le Haut-Commissaire
    Good: la ou les personnes, de un à trois ans, Mme de Oliveira, M. José De Almeida, faites-le et
    Bad: les efforts de Union africaine
    Bad: il a dit que il viendrait
    Bad: Le Union africaine a ajouté que elle ne avait pas été consultée.
    """
    names = _names(subject)
    for text in subject.texts:
        for found in () if _is_a_name(text) else _UNELIDED.finditer(text.own):
            word = found["word"]
            following = found["next"].lower()
            if following in _STANDING or (
                word.lower() == "de" and _FROM_ONE.match(text.own, found.start())
            ):
                continue
            if found[0] in names or _BEFORE_SURNAME.search(
                text.own[max(0, found.start() - 30) : found.start()]
            ):
                continue
            if elides(found["next"]) or word.lower() == "si":
                what = message("the vowel is dropped before another")
                span = (found.start(), found.start("next"))
                yield text.slip(span, what, fix=f"{word[:-1]}’")


_STANDING = {"ou", "et", "e", "i", "o"}
_FROM_ONE = re.compile(r"[Dd]e une? (?:à|et demi|ou)\b")
_BEFORE_SURNAME = re.compile(
    r"\b(?:MM?\.|Mmes?|Mgr|Me|Dre?|S\. ?E\.|Général|Amiral|Colonel|Juge)"
    r"(?: [A-ZÀ-Ý][\w’.-]*)* ?(?:et )?$"
)
"""What makes what follows a name: a civility or a rank, perhaps a first name."""


def _names(subject: Subject) -> frozenset[str]:
    """Give the pairs of words of the names of persons, of which one may be a particle."""
    names = [text.text.split() for text in subject.texts if _is_a_name(text)]
    return frozenset(" ".join(pair) for name in names for pair in pairwise(name))


def _is_a_name(text: Text) -> bool:
    return isinstance(text.holder, Person)


_ELIDED = re.compile(
    r"\b(?P<word>[Dd]|[Ll]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Nn])’(?=(?P<next>[^\W\d_][\w-]*))"
)
_FULL: Mapping[str, str] = {
    "d": "de",
    "qu": "que",
    "jusqu": "jusque",
    "lorsqu": "lorsque",
    "n": "ne",
}


@rule("GRAM003", source=_GRAMMAR)
def needless_elision(subject: Subject) -> Iterator[Slip]:
    """Nothing is dropped before a consonant, or an aspirated h: la Hongrie, le Haut-Représentant.

    Good: l’histoire, l’Union, le Haut-Représentant, d’y aller
    Bad: l’Haut-Représentant de l’Union
    Bad: le plan d’Hongrie
    Bad: il a dit qu’Houthis et Gouvernement se parlent
    """
    for text in subject.texts:
        for found in () if _is_a_name(text) else _ELIDED.finditer(text.own):
            initial = len(found["next"]) == 1 and text.own.startswith(".", found.end() + 1)
            before = text.own[max(0, found.start() - 30) : found.start()]
            in_a_name = found["next"][0].isupper() and (  # N’Djamena, Mme D’Souza
                found["word"] == "N" or _BEFORE_SURNAME.search(before)
            )
            if not (elides(found["next"]) or initial or in_a_name):
                full = _FULL.get(found["word"].lower())
                what = message("nothing is dropped before this word")
                yield text.slip(found, what, instead=f"{full} " if full else "le, la")


_SINGULAR = re.compile(
    r"\b(?:[Ll]’|[Ll]a |[Cc]ette |[Uu]ne |[Cc]haque )(?P<noun>[A-Za-zÀ-ÿ]+(?:tion|sion))s\b"
)


@rule("GRAM004", source=_AGREEMENT, severity=Severity.ERROR)
def noun_after_singular(subject: Subject) -> Iterator[Slip]:
    """After an article in the singular, the noun is in the singular.

    Good: l’Organisation des Nations Unies, la mission, les opérations
    Bad: l’Organisations des Nations Unies
    Bad: à chaque réunion, cette missions l’a dit
    Bad: une commissions d’enquête
    """
    for text in subject.texts:
        for found in _SINGULAR.finditer(text.own):
            span = (found.start("noun"), found.end())
            what = message("the article is in the singular, the noun in the plural")
            yield text.slip(span, what, fix=found["noun"])


_NATIONS = re.compile(r"\b(?:Nation Unies?|Nations Unie|[Nn]ations unies|Nations unies)\b")


@rule("GRAM005", source=_NAMES, severity=Severity.ERROR)
def name_of_the_united_nations(subject: Subject) -> Iterator[Slip]:
    """The United Nations are « les Nations Unies »: plural, with two capitals.

    Good: l’Organisation des Nations Unies
    Bad: l’action des Nation Unies
    Bad: l’action des Nations unies
    Bad: le système des nations unies
    """
    for text in subject.texts:
        for found in _NATIONS.finditer(text.own):
            yield text.slip(
                found, message("this is not how the name is written"), fix="Nations Unies"
            )


_IN_MENT = (
    "(?:re)?(?:aménagement|armement|bâtiment|changement|commandement|comportement|déplacement"
    "|déploiement|développement|document|engagement|équipement|établissement|évènement|financement"
    "|fondement|gouvernement|instrument|jugement|mouvement|règlement|traitement)|argument|campement"
    "|cantonnement|complément|contingentement|département|détachement|élément|enlèvement|événement"
    "|enseignement|manquement|moment|paiement|parlement|recrutement|renforcement|renseignement"
    "|soulèvement|versement"
)
"""Nouns; most other words in -ment are adverbs, or verbs, as in « qui les confirment »."""
_ARTICLES = re.compile(
    r"\b(?P<plural>[Ll]es|[Dd]es|[Aa]ux|[Cc]es)"
    rf" (?P<noun>[A-Za-zÀ-ÿ]+(?:tion|sion|eur|ité)|(?i:{_IN_MENT}))\b"
    r"(?= (?:[a-zà-ÿ]|des?\b|du\b)|[.,;)]|$)"
)
_PLURAL_ALIKE = {"leur", "plusieurs", "ailleurs"}


@rule("GRAM006", source=_AGREEMENT)
def noun_after_plural(subject: Subject) -> Iterator[Slip]:
    """After an article in the plural, the noun is in the plural.

    Good: les opérations, des moyens, aux missions, des faits qui les confirment pleinement
    Good: les nouvellement élus, les récemment arrivés
    Bad: les opération de maintien de la paix
    Bad: Il a parlé aux gouvernement.
    Bad: il a salué ces contributeur de longue date
    """
    for text in subject.texts:
        for found in _ARTICLES.finditer(text.own):
            noun = found["noun"]
            if noun.lower() not in _PLURAL_ALIKE:
                what = message("the article is in the plural, the noun in the singular")
                yield text.slip(found.span("noun"), what, instead=f"{noun}s")
