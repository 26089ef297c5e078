"""Numbers in UN French: ordinals, spans, thousands, percentages, words or figures.

Part of `checks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip, Span
from reportgen.checks.subject import FILLER, Subject
from reportgen.languages.fr import nombre
from reportgen.messages import message

_USAGE = message("Traitement des textes français à l’ONU (ST/DCS/5)")
_NUMBERS = message("Editorial Manual, Numbers, dates and time")

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_NO_COUNT = (
    rf"{_MONTHS}|millions?|milliards?|mille|euros?|dollars?|francs?|h|min|mm|cm|m|km|ha|kg|t|ans?"
    "|degrés?|heures?|minutes|secondes|fois|voix|abstentions|tonnes|hectares|litres|milles|nœuds"
    "|(?:kilo|centi|milli)?(?:mètres|grammes)|pouces|bars|dans|mais|puis|plus|moins|sous|sans|vers"
    "|après|depuis|très|jamais"
)
_UNCOUNTED = (
    r"(?:par\.|paragraphes?|articles?|annexes?|points?|chapitres?|sections?|tableaux?|figures?"
    r"|résolutions?|n[o°]s?|alinéas?|phases?|volets?|à|et|ou|-|,|/)"
)

_WRONG_ORDINAL = re.compile(
    rf"\b(?P<first>1°?)(?= (?:{_MONTHS})\b)"
    r"|\b(?P<feminine>1ère|1ere)\b|\b(?P<masculine>1ier)\b|\b(?P<other>[0-9]+)(?:ème|eme|ième)(?P<s>s?)\b"
)


@rule("TYPO005", source=_NUMBERS, severity=Severity.ERROR)
def ordinal(subject: Subject) -> Iterator[Slip]:
    """The first of a month is 1er, and ordinals are 1re, 2e, 7364e.

    Good: Le 1er mars, à la 7364e séance.
    Bad: Le 1 mars, il a parlé.
    Bad: À la 2ème séance, il a parlé.
    """

    def right(found: re.Match[str]) -> str:
        if found["first"] or found["masculine"]:
            return "1er"
        return "1re" if found["feminine"] else f"{found['other']}e{found['s']}"

    yield from subject.found(_WRONG_ORDINAL, message("the ordinal is not written so"), right)


_NUMERO = re.compile(r"\b[Nn]°(?P<s>s?)(?= ?[0-9])|№(?P<n>)(?= ?[0-9])")


@rule("TYPO006", source=_USAGE)
def numero(subject: Subject) -> Iterator[Slip]:
    """A number is announced by no, whose o is raised, not by the sign of degrees.

    Good: le document no 5
    Bad: le document n° 5
    """
    what = message("the sign ° is for degrees")
    yield from subject.found(_NUMERO, what, lambda found: f"no{found['s'] or ''}")


_DASHED_YEARS = re.compile(
    r"\b(?P<from>[12][0-9]{3})"
    r"(?:[–—](?P<short>[0-9]{2}(?:[0-9]{2})?)| ?[–—] ?(?P<to>[12][0-9]{3}))\b(?!.* –)"
)


@rule("TYPO007", source=_NUMBERS)
def span_of_years(subject: Subject) -> Iterator[Slip]:
    """A span of years is joined by a hyphen: 2016-2018.

    Good: la période 2016-2018; en 2016 – 20 ans après – il l’a dit
    Bad: la période 2016–2018
    """
    what = message("a span of years takes a hyphen")
    yield from subject.found(
        _DASHED_YEARS,
        what,
        lambda found: f"{found['from']}-{found['short'] or found['to']}",
    )


_NUMBERED = r"(?:\b[Nn](?:os?|°)|\b[Nn]uméros?|\bOMI|\bIMO|\bISO|\bNY|\bB\.?P\.?|[Tt]él\.)"
_MEASURED = r" ?(?:%|‰|°|pour (?:cent|mille)|points?|millions?|milliards?|km|cm|mm|m|ha|kg|t)(?!\w)"
_WRONG_THOUSANDS = re.compile(
    r"(?<![\w.,/+-])(?<![0-9] )(?:[0-9]{1,3}(?:\.[0-9]{3})+|(?!0,)[0-9]{1,3}(?:,[0-9]{3})+"
    rf"(?!{_MEASURED})|(?!0)[0-9]{{5,}})(?![\w/°-]|[.,][0-9])"
)
_NO_THOUSANDS = re.compile(rf"{_NUMBERED}(?: [\w-]+)? ?$|, $")
_TOWN = re.compile(r" [A-ZÀ-Ý]")


@rule("TYPO008", source=_NUMBERS)
def thousands(subject: Subject) -> Iterator[Slip]:
    """Thousands are set apart by a space: 10 000.

    Good: 10 000 soldats, en 2016; 0,125 personne; 12,375 % du total; le navire no 9125000
    Good: Il habite 12 rue de la Paix, 75002 Paris.
    Bad: 10.000 soldats
    Bad: 10000 soldats
    """

    def right(found: re.Match[str]) -> str:
        return f"{Decimal(re.sub('[.,]', '', found[0])):,}".replace(",", " ")

    for text in subject.texts:
        for found in _WRONG_THOUSANDS.finditer(text.signs):
            before = _NO_THOUSANDS.search(text.signs[max(0, found.start() - 30) : found.start()])
            count = before and before[0] == ", " and not _TOWN.match(text.signs, found.end())
            if not before or count:
                yield text.slip(found, message("thousands take a space"), fix=right(found))


_PER_CENT = re.compile(r"(?<=[0-9]) (?:pour ?cent|p\. ?100|p\. ?cent)\b")


@rule("TYPO009", source=_NUMBERS)
def percentage(subject: Subject) -> Iterator[Slip]:
    """A percentage is written with the sign: 25 %.

    Good: 25 % des soldats
    Bad: 25 pour cent des soldats
    """
    yield from subject.found(
        _PER_CENT, message("a percentage takes the sign"), lambda _: " %", own=True
    )


_SMALL_NUMBER = re.compile(
    rf"(?<!{FILLER})(?<![\w.,/°-])(?<!\d )(?P<number>[2-9]) (?!(?:{_NO_COUNT})\b)"
    r"(?=[a-zà-ÿ-]{3,}[sx]\b)"
)
_BEFORE_NUMBER = re.compile(rf"(?:^|\W){_UNCOUNTED} ?$", re.IGNORECASE)
_LARGER_NUMBER = re.compile(
    rf"(?<![\w.,/-])[1-9][0-9]{{1,2}}(?: [0-9]{{3}})* (?!(?:{_MONTHS})\b)[a-zà-ÿ]{{3,}}"
)
_SENTENCE_END = re.compile(r"[.!?…] +(?=[A-ZÀ-Ý])")


@rule("TYPO010", source=_NUMBERS)
def small_number(subject: Subject) -> Iterator[Slip]:
    """Numbers under ten are written in words, save with units, dates and references.

    Where a sentence has a larger number in figures, all its numbers are in figures.

    Good: deux réunions, 12 séances, 5 km, le 3 mars, par. 4 et 5
    Good: Le secteur 3 compte 12 hommes et 9 femmes, par 9 voix contre 2.
    Bad: Il a tenu 2 réunions.
    """
    for text in subject.texts:
        for start, end in _sentences(text.own):
            larger = _LARGER_NUMBER.search(text.own, start, end)
            for found in () if larger else _SMALL_NUMBER.finditer(text.own, start, end):
                if not _BEFORE_NUMBER.search(text.own[max(0, found.start() - 20) : found.start()]):
                    what = message("numbers under ten are written in words")
                    number = nombre(int(found["number"]))
                    yield text.slip(found.span("number"), what, instead=number)


def _sentences(text: str) -> Iterator[Span]:
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return pairwise([0, *ends, len(text)])
