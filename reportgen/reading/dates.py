"""Days, as ISO 8601 writes them or as people do.

Part of `reading`.
"""

from __future__ import annotations

import re
from datetime import date

from reportgen.errors import Problem
from reportgen.messages import message
from reportgen.reading.nodes import Node, NodeError, Scalar
from reportgen.reading.values import wrong_type
from reportgen.spellings import no_such_day, parse_day, written_day, wrong_weekday

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_of(node: Node) -> date:
    """Read a day, written as 2016-04-28, 28/04/2016 or « 28 avril 2016 ».

    Raises:
        NodeError: it is something else, or a day that the calendar does not have.
    """
    if not isinstance(node, Scalar) or node.kind == "empty":
        raise wrong_type(node, message("a date such as 2016-04-28"))
    day = _day(node.text)
    if isinstance(day, Problem):
        raise NodeError(node.spot.problem(day.what, day.advice))
    return day


def _day(text: str) -> date | Problem:
    written = written_day(text)
    if written is None or written.year is None:
        return Problem(
            message("“{found}” is not a date with its year", found=text),
            message("Write the year, the month and the day, for example 2016-04-28."),
        )
    day = written.on(written.year)
    if day is None:
        return no_such_day(text)
    return day if written.agrees(day) else wrong_weekday(text, day)


def day_at_head(name: str) -> date | None:
    """Read the day that a file's name begins with, if it begins with one."""
    found = _ISO.match(name)
    return parse_day(found[0]) if found else None
