"""Days and periods in French: 1er janvier, du 3 au 12 mai 2016.

Floor 2. The names of the months are Babel's; the first of the month and the periods are ours, for
Babel writes « 1 janvier » and joins two days by a dash. Source: Editorial Manual, numbers, dates
and time.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from babel.dates import format_date


class Span(Protocol):
    """The days from a `start` to an `end`, both included."""

    @property
    def start(self) -> dt.date:
        """The first day."""

    @property
    def end(self) -> dt.date:
        """The last day."""


def mois(day: dt.date) -> str:
    """Name the month of a day: avril."""
    return format_date(day, "MMMM", locale="fr")


def jour(day: dt.date, period: Span | None = None) -> str:
    """Write a day without its year, unless a period leaves the year in doubt.

    | day | period | gives |
    |---|---|---|
    | 2016-04-28 | none, or within one year | 28 avril |
    | 2016-01-01 | the same | 1er janvier |
    | 2016-04-28 | July 2015 to June 2016 | 28 avril 2016 |

    Args:
        day: the day.
        period: what the text is about.
    """
    if period is not None and period.start.year != period.end.year:
        return date(day)
    return f"{_number(day)} {mois(day)}"


def date(day: dt.date) -> str:
    """Write a whole date: 28 avril 2016, 1er janvier 2017."""
    return f"{_number(day)} {mois(day)} {day.year}"


def periode(period: Span) -> str:
    """Write a period from its first to its last day; what they share is said once.

    | start | end | gives |
    |---|---|---|
    | 2016-01-01 | 2016-12-31 | du 1er janvier au 31 décembre 2016 |
    | 2016-05-03 | 2016-05-12 | du 3 au 12 mai 2016 |
    | 2015-07-01 | 2016-06-30 | du 1er juillet 2015 au 30 juin 2016 |
    | 2016-04-28 | 2016-04-28 | le 28 avril 2016 |

    Args:
        period: its first and its last day.
    """
    start, end = period.start, period.end
    if start == end:
        return f"le {date(end)}"
    if start.year != end.year:
        return f"du {date(start)} au {date(end)}"
    if start.month != end.month:
        return f"du {jour(start)} au {date(end)}"
    return f"du {_number(start)} au {date(end)}"


def pendant(period: Span) -> str:
    """Say when, in one period: « en 2016 » for a calendar year, else its days as in `periode`."""
    start, end = period.start, period.end
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    return f"en {start.year}" if whole and start.year == end.year else periode(period)


def _number(day: dt.date) -> str:
    return "1er" if day.day == 1 else str(day.day)
