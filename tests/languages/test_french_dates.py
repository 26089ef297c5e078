"""Days and periods."""

from datetime import date as day
from types import SimpleNamespace

import pytest

from reportgen.languages.fr import chiffres, date, heure, jour, mois, pendant, periode


def span(start: tuple[int, int, int], end: tuple[int, int, int]) -> SimpleNamespace:
    """Make a period as records have it."""
    return SimpleNamespace(start=day(*start), end=day(*end))


YEAR = span((2016, 1, 1), (2016, 12, 31))
TWO_YEARS = span((2015, 7, 1), (2016, 6, 30))


@pytest.mark.parametrize(
    ("value", "short", "whole"),
    [
        (day(2016, 4, 28), "28 avril", "28 avril 2016"),
        (day(2016, 1, 1), "1er janvier", "1er janvier 2016"),
        (day(2016, 8, 9), "9 août", "9 août 2016"),
        (day(2001, 1, 31), "31 janvier", "31 janvier 2001"),
    ],
)
def test_a_day_is_written_without_zero_and_the_first_as_an_ordinal(
    value: day, short: str, whole: str
) -> None:
    """Months are in small letters, with their accents."""
    assert (jour(value), date(value)) == (short, whole)


def test_a_day_bears_its_year_where_the_period_has_two() -> None:
    """Within one year the title of the report has said it."""
    assert jour(day(2016, 4, 28), YEAR) == "28 avril"
    assert jour(day(2016, 4, 28), TWO_YEARS) == "28 avril 2016"


def test_the_twelve_months_are_named() -> None:
    """They are those of the French calendar, in order."""
    assert [mois(day(2016, month, 1)) for month in range(1, 13)] == [
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ]


@pytest.mark.parametrize(
    ("period", "days", "when"),
    [
        (YEAR, "du 1er janvier au 31 décembre 2016", "en 2016"),
        (span((2016, 5, 3), (2016, 5, 12)), "du 3 au 12 mai 2016", "du 3 au 12 mai 2016"),
        (TWO_YEARS, "du 1er juillet 2015 au 30 juin 2016", "du 1er juillet 2015 au 30 juin 2016"),
        (
            span((2015, 1, 1), (2016, 12, 31)),
            "du 1er janvier 2015 au 31 décembre 2016",
            "du 1er janvier 2015 au 31 décembre 2016",
        ),
        (span((2015, 5, 3), (2016, 5, 12)), "du 3 mai 2015 au 12 mai 2016",
         "du 3 mai 2015 au 12 mai 2016"),
        (span((2016, 4, 28), (2016, 4, 28)), "le 28 avril 2016", "le 28 avril 2016"),
    ],
)  # fmt: skip
def test_a_period_says_once_what_its_two_days_share(
    period: SimpleNamespace, days: str, when: str
) -> None:
    """The calendar year is named as such by `pendant` alone."""
    assert (periode(period), pendant(period)) == (days, when)


@pytest.mark.parametrize("text", ["24:00", "12:60", "12 h 40", "12:4", "-1:00", " "])
def test_what_no_clock_shows_is_refused(text: str) -> None:
    """Rather than written as if it were an hour."""
    with pytest.raises(ValueError, match=text):
        heure(text)


@pytest.mark.parametrize(
    ("value", "figures"),
    [(day(2017, 1, 5), "050117"), (day(2005, 12, 31), "311205"), (day(2000, 1, 1), "010100")],
)
def test_a_day_in_figures_has_six(value: day, figures: str) -> None:
    """Day, month and year, two each."""
    assert chiffres(value) == figures
