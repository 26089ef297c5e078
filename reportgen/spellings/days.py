"""Days as people write them: 28/04/2017, « vendredi 28 avril 2017 », « 1er mars 2017 ».

Part of `spellings`. The day stands before the month, as French and the United Nations write it.
"""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from reportgen.errors import Problem
from reportgen.messages import message
from reportgen.spellings.words import folded

_MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
_WEEKDAYS = (
    ("lundi", "monday"),
    ("mardi", "tuesday"),
    ("mercredi", "wednesday"),
    ("jeudi", "thursday"),
    ("vendredi", "friday"),
    ("samedi", "saturday"),
    ("dimanche", "sunday"),
)
_SPOKEN_WEEKDAYS = (
    message("Monday"),
    message("Tuesday"),
    message("Wednesday"),
    message("Thursday"),
    message("Friday"),
    message("Saturday"),
    message("Sunday"),
)
_CLOCK = (
    r"(?:[0-9]{1,2} ?(?:h(?:eures?)?|:)(?: ?[0-9]{2})?(?::[0-9]{2}(?:[.][0-9]+)?)?"
    r"(?: ?[ap][.]?m[.]?)?"
    r"|[0-9]{1,2} ?[ap][.]?m[.]?|matin(?:ée)?|après[- ]midi|midi|soir(?:ée)?|journée)Z?"
)
_HOUR = (
    r"(?:(?:T|[ ,;(–—-]+)(?:(?:à|a|@|de|le|dès|en|l['’])[ ]?)*"
    rf"{_CLOCK}(?: ?(?:-|–|—|/|à|a|et|to) ?{_CLOCK})*[)]?)?"
)
_LONGEST = 80
_YEAR_FIRST = re.compile(
    rf"(?P<year>[0-9]{{4}})(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}}){_HOUR}"
)
_DAY_FIRST = re.compile(
    r"(?:(?P<weekday>[^\W\d_]{3,})[., ]+)?(?:le )?"
    r"(?P<day>[0-9]{1,2})(?:er|ER)?[-/. ]+"
    r"(?P<month>[0-9]{1,2}|[^\W\d_]{3,})"
    rf"(?:[-/., ]+(?P<year>[0-9]{{4}}|[0-9]{{2}}(?![0-9 ]*[:h])))?[.]?{_HOUR}"
)
_CENTURY = 2000
_SHORT_YEAR = 2


@frozen
class Written:
    """A day as it is written.

    Args:
        year: None where it is left out.
        weekday: from 0 for Monday; None where none is written.
    """

    day: int
    month: int
    year: int | None
    weekday: int | None

    def on(self, year: int) -> date | None:
        """Give the day in a year, if the calendar has it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def agrees(self, day: date) -> bool:
        """Tell whether the day of the week that is written is that of a day."""
        return self.weekday in (None, day.weekday())


def parse_day(text: str) -> date | None:
    """Read a day with its year, written in figures or in French or English words.

    Returns:
        None where the text is no day, or names a day of the week that the day is not.
    """
    written = written_day(text)
    day = written.on(written.year) if written and written.year else None
    return day if written and day and written.agrees(day) else None


def no_such_day(text: str) -> Problem:
    """Tell of a day that the calendar does not have."""
    return Problem(
        message("“{found}” is not a day of the calendar", found=text),
        message("Correct the day or the month."),
    )


def wrong_weekday(text: str, day: date) -> Problem:
    """Tell of a day of the week that a day is not."""
    return Problem(
        message(
            "“{found}” names a wrong day of the week: {date} is a {weekday}",
            found=text,
            date=f"{day:%d/%m/%Y}",
            weekday=_SPOKEN_WEEKDAYS[day.weekday()],
        ),
        message("Correct the day of the week or the date."),
    )


def written_day(text: str) -> Written | None:
    """Read a day whose year may be left out; None where the text is no day."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return None
    found = _YEAR_FIRST.fullmatch(plain) or _DAY_FIRST.fullmatch(plain)
    if found is None:
        return None
    parts = found.groupdict()
    month = _month(parts["month"])
    weekday = _number(parts.get("weekday"), _WEEKDAYS)
    if not month or (parts.get("weekday") and weekday is None):
        return None
    return Written(int(parts["day"]), month, _year(parts["year"]), weekday)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) + (_CENTURY if len(digits) == _SHORT_YEAR else 0)


def _month(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    number = _number(word, _MONTHS)
    return None if number is None else number + 1


def _number(word: str | None, names: tuple[tuple[str, str], ...]) -> int | None:
    """Find the position of the one name that a word, perhaps cut short, stands for."""
    if not word:
        return None
    found = [n for n, both in enumerate(names) if any(b.startswith(folded(word)) for b in both)]
    return found[0] if len(found) == 1 else None
