"""Grammar within reach: elision, contraction, the number of set names.

Part of `checks`. What stands in quotation marks is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import FILLER, Subject
from reportgen.languages.fr.elision import elides
from reportgen.messages import message

_GRAMMAR = message("grammar of French: elision and contraction")
_AGREEMENT = message("grammar of French: agreement in number")
_NAMES = message("official names of the United Nations")

_CONTRACTED: Mapping[str, str] = {"de le": "du", "de les": "des", "à le": "au", "à les": "aux"}
_UNCONTRACTED = re.compile(r"\b(?P<two>[Dd]e les?|[ÀàAa] les?) (?=(?P<next>[\w-]+))", re.UNICODE)
_VERBAL = re.compile(r"(?:\w+(?:er|ir|oir|re)|y|en)(?:$|\W)")
_NO_INFINITIVES = {"maire", "membre", "centre", "cadre", "ministre", "nombre", "titre", "caractère"}


@rule("GRAM001", source=_GRAMMAR, severity=Severity.ERROR)
def contraction(subject: Subject) -> Iterator[Slip]:
    """« De le » is du, « à les » is aux; before a verb, le and les are pronouns and stay.

    Good: du Conseil, aux États, afin de le faire, il s’agit de les aider
    Bad: les travaux de le Conseil
    Bad: il a rendu hommage à les soldats
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
    r"\b(?P<word>[Dd]e|[Ll]e|[Ll]a|[Qq]ue|[Jj]usque|[Ll]orsque|[Pp]uisque|[Nn]e|[Ss]i(?= ils?\b))"
    rf" (?P<next>(?!{FILLER})[^\W\d_][\w’-]*)"
)


@rule("GRAM002", source=_GRAMMAR, severity=Severity.ERROR)
def elision(subject: Subject) -> Iterator[Slip]:
    """« De », « le », « la », « que » lose their vowel before another: d’Union, l’ONU, qu’il.

    Good: l’Union, le onze, la Hongrie, la MINUSMA, s’il, le Haut-Commissaire
    Bad: les efforts de Union africaine
    Bad: il a dit que il viendrait
    """
    for text in subject.texts:
        for found in _UNELIDED.finditer(text.own):
            word = found["word"]
            if elides(found["next"]) or word.lower() == "si":
                what = message("the vowel is dropped before another")
                span = (found.start(), found.start("next"))
                yield text.slip(span, what, fix=f"{word[:-1]}’")


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
    """
    for text in subject.texts:
        for found in _ELIDED.finditer(text.own):
            if not elides(found["next"]):
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
    """
    for text in subject.texts:
        for found in _NATIONS.finditer(text.own):
            yield text.slip(
                found, message("this is not how the name is written"), fix="Nations Unies"
            )


_ARTICLES = re.compile(
    r"\b(?P<plural>[Ll]es|[Dd]es|[Aa]ux|[Cc]es) (?P<noun>[A-Za-zÀ-ÿ]+(?:tion|sion|ment|eur|ité))\b"
    r"(?= (?:[a-zà-ÿ]|des?\b|du\b)|[.,;)]|$)"
)
_PLURAL_ALIKE = {"leur", "plusieurs", "ailleurs"}


@rule("GRAM006", source=_AGREEMENT)
def noun_after_plural(subject: Subject) -> Iterator[Slip]:
    """After an article in the plural, the noun is in the plural.

    Good: les opérations, des moyens, aux missions
    Bad: les opération de maintien de la paix
    """
    for text in subject.texts:
        for found in _ARTICLES.finditer(text.own):
            noun = found["noun"]
            if noun.lower() not in _PLURAL_ALIKE:
                what = message("the article is in the plural, the noun in the singular")
                yield text.slip(found.span("noun"), what, instead=f"{noun}s")
