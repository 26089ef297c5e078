"""Days, hours and periods in French: 1er janvier, 12 h 40, du 3 au 12 mai 2016.

Floor 2. The names of the months are Babel's; the first of the month and the periods are ours, for
Babel writes « 1 janvier » and joins two days by a dash. Source: Editorial Manual, numbers, dates
and time.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Protocol

from babel.dates import format_date

_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class Span(Protocol):
    """The days from a `start` to an `end`, both included."""

    @property
    def start(self) -> dt.date:
        """The first day."""

    @property
    def end(self) -> dt.date:
        """The last day."""


def mois(day: dt.date) -> str:
    """Name the month of a day.

    | day | mois(day) |
    |---|---|
    | 2016-04-28 · 2016-08-09 · 2016-12-31 | avril · août · décembre |
    """
    return format_date(day, "MMMM", locale="fr")


def jour(day: dt.date, period: Span | None = None) -> str:
    """Write a day without its year, unless a period leaves the year in doubt.

    | day | period | jour(day, period) |
    |---|---|---|
    | 2016-04-28 | 2016-01-01 to 2016-12-31 | 28 avril |
    | 2016-01-01 | 2016-01-01 to 2016-12-31 | 1er janvier |
    | 2016-04-28 | 2015-07-01 to 2016-06-30 | 28 avril 2016 |

    | day | jour(day) |
    |---|---|
    | 2016-03-01 · 2016-03-02 · 2016-03-31 | 1er mars · 2 mars · 31 mars |

    Args:
        day: the day.
        period: what the text is about.
    """
    if period is not None and period.start.year != period.end.year:
        return date(day)
    return f"{_number(day)} {mois(day)}"


def date(day: dt.date) -> str:
    """Write a whole date.

    | day | date(day) |
    |---|---|
    | 2016-04-28 · 2017-01-01 | 28 avril 2016 · 1er janvier 2017 |
    """
    return f"{_number(day)} {mois(day)} {day.year}"


def chiffres(day: dt.date) -> str:
    """Write a day in six digits, as after a job number.

    | day | chiffres(day) |
    |---|---|
    | 2017-01-05 | 050117 |
    | 2016-12-31 | 311216 |
    """
    return f"{day.day:02}{day.month:02}{day.year % 100:02}"


def periode(period: Span) -> str:
    """Write a period from its first to its last day; what they share is said once.

    | period | periode(period) |
    |---|---|
    | 2016-01-01 to 2016-12-31 | du 1er janvier au 31 décembre 2016 |
    | 2016-05-03 to 2016-05-12 | du 3 au 12 mai 2016 |
    | 2016-05-01 to 2016-05-31 | du 1er au 31 mai 2016 |
    | 2015-07-01 to 2016-06-30 | du 1er juillet 2015 au 30 juin 2016 |
    | 2015-05-03 to 2016-05-12 | du 3 mai 2015 au 12 mai 2016 |
    | 2018-03-01 to 2018-03-01 | le 1er mars 2018 |

    Args:
        period: its first and its last day.
    """
    start, end = period.start, period.end
    if start == end:
        return f"le {date(end)}"
    return f"du {_first_day(period)} au {date(end)}"


def _first_day(period: Span) -> str:
    """Write the first day of a period without what its last day says too."""
    start, end = period.start, period.end
    if start.year != end.year:
        return date(start)
    return jour(start) if start.month != end.month else _number(start)


def pendant(period: Span, *, once: bool = False) -> str:
    """Say when: in a calendar year or month where the period is one, else its days.

    | period | pendant(period) | pendant(period, once=True) |
    |---|---|---|
    | 2016-01-01 to 2016-12-31 | en 2016 | en 2016 |
    | 2016-02-01 to 2016-02-29 | en février 2016 | en février 2016 |
    | 2016-02-01 to 2016-02-28 | du 1er au 28 février 2016 | entre le 1er et le 28 février 2016 |
    | 2020-01-01 to 2020-06-30 | du 1er janvier au 30 juin 2020 | entre le 1er janvier et le 30 juin 2020 |
    | 2018-03-01 to 2018-03-01 | le 1er mars 2018 | le 1er mars 2018 |

    | period | pendant(period) |
    |---|---|
    | 2015-01-01 to 2016-12-31 | du 1er janvier 2015 au 31 décembre 2016 |

    Args:
        period: its first and its last day.
        once: whether it is about one thing, which did not last all these days.
    """  # noqa: E501 -- a row of the table
    start, end = period.start, period.end
    last = calendar.monthrange(end.year, end.month)[1]
    if start.year == end.year and (start.day, end.day) == (1, last):
        if (start.month, end.month) == (1, 12):
            return f"en {end.year}"
        if start.month == end.month:
            return f"en {mois(end)} {end.year}"
    if once and start != end:
        return f"entre le {_first_day(period)} et le {date(end)}"
    return periode(period)


def la_periode(period: Span) -> str:
    """Name a period with its article, for « pour … » and « au cours de … »; or the one day.

    | period | la_periode(period) | de(la_periode(period)) |
    |---|---|---|
    | 2016-05-03 to 2016-05-12 | la période allant du 3 au 12 mai 2016 | de la période allant du 3 au 12 mai 2016 |
    | 2018-03-01 to 2018-03-01 | la journée du 1er mars 2018 | de la journée du 1er mars 2018 |

    Args:
        period: its first and its last day.
    """  # noqa: E501 -- a row of the table
    if period.start == period.end:
        return f"la journée du {date(period.end)}"
    return f"la période allant {periode(period)}"


def annees(period: Span) -> str:
    """Write the years of a period, joined by a hyphen where there are several.

    | period | annees(period) |
    |---|---|
    | 2016-01-01 to 2016-12-31 | 2016 |
    | 2015-07-01 to 2016-06-30 | 2015-2016 |
    | 2016-01-01 to 2018-12-31 | 2016-2018 |

    Args:
        period: its first and its last day.
    """
    return "-".join(dict.fromkeys((str(period.start.year), str(period.end.year))))


def heure(text: str) -> str:
    """Write an hour of the day, from the figures of a clock.

    | text | heure(text) |
    |---|---|
    | 12:40 · 9:05 · 00:30 | 12 h 40 · 9 h 5 · 0 h 30 |
    | 10:00 · 01:00 · 00:00 | 10 heures · 1 heure · 0 heure |

    The spaces are set like all others, by `spaces`.

    Args:
        text: the hour and the minutes, with a colon between them.

    Raises:
        ValueError: no clock shows that.
    """
    found = _HOUR.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hour, minute = map(int, found.groups())
    if minute:
        return f"{hour} h {minute}"
    return f"{hour} heure{'s' if hour > 1 else ''}"


def _number(day: dt.date) -> str:
    return "1er" if day.day == 1 else str(day.day)
