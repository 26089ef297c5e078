"""Days, written as ISO 8601 writes them, and the day that another form probably means.

Part of `reading`.
"""

from __future__ import annotations

import re
from datetime import date

from reportgen.messages import message
from reportgen.reading.nodes import Node, NodeError, Scalar
from reportgen.reading.values import wrong_type
from reportgen.reading.words import plain

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:er)?[-/. ]+([0-9]{1,2}|[^\W\d_]+)\.?[-/. ]+([0-9]{4})")
_MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)


def day_of(node: Node) -> date:
    """Read a day, written as 2016-04-28.

    Raises:
        NodeError: it is something else, or a day that the calendar does not have.
    """
    if not isinstance(node, Scalar):
        raise wrong_type(node, message("a date such as 2016-04-28"))
    if found := _ISO.fullmatch(node.text):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            what = message("“{found}” is not a day of the calendar", found=node.text)
            advice = message("Correct the day or the month.")
            raise NodeError(node.spot.problem(what, advice)) from None
    what = message("“{found}” is not a date in the form YYYY-MM-DD", found=node.text)
    meant = _meant(node.text.strip())
    advice = (
        message("Write {date}.", date=meant.isoformat())
        if meant
        else message("Write the year, the month and the day, for example 2016-04-28.")
    )
    raise NodeError(node.spot.problem(what, advice))


def day_at_head(name: str) -> date | None:
    """Read the day that a file's name begins with, if it begins with one."""
    found = _ISO.match(name)
    return _day(*found.groups()) if found else None


def _meant(text: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(*found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        return _day(*reversed(found.groups()))
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), _month(month), int(day))
    except ValueError:
        return None


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    meant = [n for n, name in enumerate(_MONTHS, start=1) if name.startswith(plain(word))]
    return meant[0] if len(meant) == 1 else 0
