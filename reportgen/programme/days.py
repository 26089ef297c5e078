"""Days of a programme: in its period, with their year left out, or as a spreadsheet counts them.

Part of `programme`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportgen.errors import Problem
from reportgen.messages import message
from reportgen.records import Period
from reportgen.spellings import no_such_day, written_day, wrong_weekday

_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.0)?")
SERIAL_ZERO = date(1899, 12, 30)
"""The day from which spreadsheets count."""


def day_within(text: str, period: Period) -> date | Problem:
    """Read a day of a period, in which its year may be left out; or tell what is wrong."""
    written = written_day(text)
    if written is None:
        return _no_day(text, period)
    years = range(period.start.year, period.end.year + 1)
    asked = [written.year] if written.year else years
    days = [day for year in asked if (day := written.on(year)) is not None]
    within = [day for day in days if day in period] or days
    fitting = [day for day in within if written.agrees(day)]
    if not days:
        return no_such_day(text)
    if not fitting:
        return wrong_weekday(text, within[0])
    if len(fitting) > 1:
        return Problem(
            message("“{found}” may be in {years}", found=text, years=_years(fitting)),
            message("Write the year too."),
        )
    return fitting[0]


def _years(days: list[date]) -> str:
    return ", ".join(str(day.year) for day in days)


def _no_day(text: str, period: Period) -> Problem:
    if _SERIAL.fullmatch(text):
        meant = SERIAL_ZERO + timedelta(days=int(float(text)))
        return Problem(
            message("the cell holds the number {found}, not a date", found=text),
            message(
                "If {date} is meant, give the cell the format Date in the spreadsheet;"
                " otherwise write the date.",
                date=f"{meant:%d/%m/%Y}",
            )
            if meant in period
            else message("Give the cell the format Date in the spreadsheet, or write the date."),
        )
    return Problem(
        message("“{found}” is not a date", found=text),
        message("Write one day, for example 28/04/2017 or 28 avril 2017, or “à confirmer”."),
    )
