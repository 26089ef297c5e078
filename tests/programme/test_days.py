"""Days, in figures and in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import Problem
from reportgen.languages.fr import dates
from reportgen.messages import speaking
from reportgen.programme import parse_day
from reportgen.programme.days import day_within
from reportgen.records import Period

APRIL_28 = date(2017, 4, 28)


@pytest.mark.parametrize(
    "text",
    [
        "2017-04-28",
        "2017/4/28",
        "2017-04-28T10:00:00",
        "28/04/2017",
        "28.04.2017",
        "28-4-2017",
        "28/04/17",
        "28/04/2017 10:00",
        "28 avril 2017",
        "  28\u00a0avril 2017 ",
        "28 AVRIL 2017",
        "28 avr. 2017",
        "28-avr-17",
        "vendredi 28 avril 2017",
        "Vendredi, 28 avril 2017",
        "ven. 28 avril 2017",
        "le 28 avril 2017",
        "vendredi 28 avril 2017 à 10 heures",
        "28 avril 2017, 15h30",
        "28/04/2017 10h-13h",
        "28/04/2017 (10 h 30)",
        "28 avril 2017 de 10 h à 13 h",
        "28/04/2017 10 h–13 h",
        "28/04/2017, 3 p.m.",
        "28 avril 2017 (matin)",
        "28 avril 2017, l’après-midi",
        "28/04/2017 à 10 h 30 – 12 h 30",
        "Friday, 28 April 2017",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    """In figures, in French or English words, with the hour or the day of the week."""
    assert parse_day(text) == APRIL_28


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er mars 2017", date(2017, 3, 1)),
        ("1 mars 2017", date(2017, 3, 1)),
        ("15 août 2017", date(2017, 8, 15)),
        ("15 aout 2017", date(2017, 8, 15)),
        ("5 déc. 2017", date(2017, 12, 5)),
        ("3/4/2017", date(2017, 4, 3)),
    ],
)
def test_months_have_accents_and_days_come_first(text: str, day: date) -> None:
    """The day stands before the month in figures too."""
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "avril 2017",
        "28 avril",
        "28-29 avril 2017",
        "du 3 au 5 mai 2017",
        "30/02/2017",
        "04/28/2017",
        "28 jui 2017",
        "28 brumaire 2017",
        "42853",
        "à confirmer",
        "jeudi 28 avril 2017",
        "réunion 28 avril 2017",
    ],
)
def test_what_is_no_single_day_is_not_read(text: str) -> None:
    """Nothing is guessed, and a day of the week must be that of the day."""
    assert parse_day(text) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_that_reports_write_is_read(day: date) -> None:
    """French words, French figures and ISO alike."""
    assert parse_day(dates.date(day)) == day
    assert parse_day(f"{day:%d/%m/%Y}") == day
    assert parse_day(day.isoformat()) == day


def test_the_year_may_be_left_out_where_the_period_tells_it() -> None:
    """Within a year, and in a period over two years where only one of them has the day."""
    assert day_within("28 avril", Period.of_year(2017)) == APRIL_28
    assert day_within("vendredi 28 avril", Period.of_year(2017)) == APRIL_28
    assert day_within("28/04", Period(date(2016, 7, 1), date(2017, 6, 30))) == APRIL_28
    assert day_within("29 février", Period(date(2015, 7, 1), date(2016, 6, 30))) == date(
        2016, 2, 29
    )


def test_a_day_of_the_week_chooses_among_two_years() -> None:
    """In a period of more than a year."""
    period = Period(date(2016, 1, 1), date(2017, 12, 31))
    assert day_within("vendredi 28 avril", period) == APRIL_28


@pytest.mark.parametrize(
    ("text", "what", "advice"),
    [
        (
            "jeudi 28 avril 2017",
            "“jeudi 28 avril 2017” names a wrong day of the week: 28/04/2017 is a Friday",
            "Correct the day of the week or the date.",
        ),
        (
            "30 février",
            "“30 février” is not a day of the calendar",
            "Correct the day or the month.",
        ),
        (
            "42853",
            "the cell holds the number 42853, not a date",
            (
                "If 28/04/2017 is meant, give the cell the format Date in the spreadsheet;"
                " otherwise write the date."
            ),
        ),
        (
            "42000",
            "the cell holds the number 42000, not a date",
            "Give the cell the format Date in the spreadsheet, or write the date.",
        ),
        (
            "printemps",
            "“printemps” is not a date",
            "Write one day, for example 28/04/2017 or 28 avril 2017, or “à confirmer”.",
        ),
    ],
)
def test_what_is_wrong_with_a_day_is_told(text: str, what: str, advice: str) -> None:
    """With what to do; a number is never taken for a day in silence."""
    found = day_within(text, Period.of_year(2017))
    assert isinstance(found, Problem)
    with speaking("en"):
        assert str(found) == f"{what}\n  → {advice}"


def test_a_day_of_two_years_asks_for_the_year() -> None:
    """A period of more than a year leaves it in doubt."""
    found = day_within("28 avril", Period(date(2016, 1, 1), date(2017, 12, 31)))
    with speaking("en"):
        assert str(found) == "“28 avril” may be in 2016, 2017\n  → Write the year too."
