"""The spellings of days, kinds, genders, languages, yes and no that people use.

Floor 2, under the records: files, programmes and options take them by the same tables.
"""

from reportgen.spellings.days import no_such_day, parse_day, written_day, wrong_weekday
from reportgen.spellings.words import LANGUAGES, folded, meant, shown, spelled

__all__ = [
    "LANGUAGES",
    "folded",
    "meant",
    "no_such_day",
    "parse_day",
    "shown",
    "spelled",
    "written_day",
    "wrong_weekday",
]
