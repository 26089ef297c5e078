"""Last year's words → this year's: the years and the days of the period, and nothing else.

Part of `rollover`. What may be the name of a thing is left alone: a symbol, a resolution with its
year, an address, a day or a month of the past.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from reportgen.languages import Language
from reportgen.records import Period

_SPACE = r"(?:[ \t\u00a0\u202f]|\r?\n[ \t]*(?:#[ \t]*)?)+"
_LEFT_ALONE = (
    rf"[^\s/]*/\S*(?:{_SPACE}\(\d{{4}}\))?",  # a symbol or an address
    rf"\d+{_SPACE}\(\d{{4}}\)",  # a resolution: 2272 (2016)
    r"\[\[[^\]]*\]\]",  # a reference
)


def redating(old: Period, new: Period, spoken: Language) -> Callable[[str], str]:
    """Make the function that re-dates a text.

    The first and the last day of the old period become those of the new one, and so do their
    years: start to start, end to end, at once. Where a year would have to become two, years are
    left alone.

    Args:
        old: the period that the text speaks of.
        new: the period that it is to speak of.
        spoken: the language of the text.

    Returns:
        A function from a text, line breaks and the hashes of comments among it, to the same
        text re-dated.
    """
    days = {old.start: new.start, old.end: new.end}
    exact = {_tokens(_written(day, spoken)): _written(days[day], spoken) for day in days}
    exact |= {(day.isoformat(),): day_after.isoformat() for day, day_after in days.items()}
    years = _years(old, new)
    pattern = re.compile("|".join(_patterns(days, spoken)))

    def change(found: re.Match[str]) -> str:
        text = found[0]
        if found["day"]:
            return _respaced(text, exact[_tokens(text)])
        named = re.findall(r"\d{4}", text) if found["year"] else []
        if not named or any(year not in years for year in named):
            return text
        return re.sub(r"\d{4}", lambda year: years[year[0]], text)

    return lambda text: pattern.sub(change, text)


def _years(old: Period, new: Period) -> dict[str, str]:
    """Say what each year becomes; nothing where one would have to become two."""
    pairs = {(old.start.year, new.start.year), (old.end.year, new.end.year)}
    years = {str(before): str(after) for before, after in pairs}
    return years if len(years) == len(pairs) else {}


def _patterns(days: dict[date, date], spoken: Language) -> Iterator[str]:
    """Give what to look for, the longest first."""
    yield from _LEFT_ALONE
    exact = [_SPACE.join(map(re.escape, _tokens(_written(day, spoken)))) for day in days]
    exact += [day.isoformat() for day in days]
    yield rf"(?P<day>(?<![\w-])(?:{'|'.join(exact)})(?![\w-]))"
    months = "|".join(str(spoken.filters["mois"](date(2000, number, 1))) for number in range(1, 13))
    yield rf"\b(?:{months}){_SPACE}\d{{4}}(?!\w)"
    yield r"\d{4}-\d{2}-\d{2}"
    yield r"(?P<year>(?<![\w.-])\d{4}(?:[-–]\d{4})?(?![\w-]|[.,]\d))"


def _written(day: date, spoken: Language) -> str:
    return str(spoken.filters["date"](day))


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(_SPACE, text) if part)


def _respaced(text: str, words: str) -> str:
    """Put other words between the spaces and line breaks of a text, as many as there are."""
    parts = re.split(f"({_SPACE})", text)
    parts[::2] = _tokens(words)
    return "".join(parts)
