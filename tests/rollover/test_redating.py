"""Years and days of the period change, and nothing that only looks like them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.languages import language
from reportgen.records import Period
from reportgen.rollover.redating import redating

FRENCH = language("fr")
BEFORE, AFTER = Period.of_year(2016), Period.of_year(2017)
ACROSS = Period(date(2016, 7, 1), date(2017, 6, 30))


def redated(text: str, old: Period = BEFORE, new: Period = AFTER) -> str:
    """Re-date a French text, from 2016 to 2017 where nothing else is said."""
    return redating(old, new, FRENCH)(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("au cours de l’année 2016.", "au cours de l’année 2017."),
        ("# Rapport pour 2016 : tout", "# Rapport pour 2017 : tout"),
        ("(2016), «\u00a02016\u00a0», 2016", "(2017), «\u00a02017\u00a0», 2017"),
        ("du 1er janvier au 31 décembre 2016", "du 1er janvier au 31 décembre 2017"),
        ("le 1er janvier\u00a02016", "le 1er janvier\u00a02017"),
        ("le 31 décembre\n    2016, puis", "le 31 décembre\n    2017, puis"),
        ("# le 31\n  # décembre 2016", "# le 31\n  # décembre 2017"),
        ("du 2016-01-01 au 2016-12-31", "du 2017-01-01 au 2017-12-31"),
    ],
)
def test_the_period_is_told_anew(before: str, after: str) -> None:
    """Its year, its first and its last day, also across the lines of a file."""
    assert redated(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "le 28 avril 2016",
        "le 31 décembre 2015",
        "le 31\n  janvier\n  2016",
        "en avril 2016",
        "le 2016-04-28",
        "S/2016/1019",
        "(S/2016/1019)",
        "S/RES/2272 (2016)",
        "S/RES/2272\n    (2016)",
        "la résolution 2272 (2016)",
        "les résolutions 2272\u00a0(2016) et 2282\n  (2016)",
        "https://un.org/2016",
        "https://un.org/fr?annee=2016",
        "voir par. [[bilan 2016]]",
        "2015-2016",
        "de 2015–2016",
        "mi-2016",
        "16-2016",
        "12016",
        "2016e",
        "2016.5",
        "en 2015 et en 2017",
    ],
)
def test_what_is_the_name_of_a_thing_or_of_the_past_stays(text: str) -> None:
    """Symbols, resolutions, addresses, other days and months, other years."""
    assert redated(text) == text


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (ACROSS, Period(date(2017, 7, 1), date(2018, 6, 30)), "2016 et 2017", "2017 et 2018"),
        (ACROSS, Period(date(2017, 7, 1), date(2018, 6, 30)), "en 2016-2017", "en 2017-2018"),
        (
            ACROSS,
            Period(date(2017, 7, 1), date(2018, 6, 30)),
            "du 1er juillet 2016 au 30 juin 2017",
            "du 1er juillet 2017 au 30 juin 2018",
        ),
        (ACROSS, Period.of_year(2018), "2016-2017", "2018-2018"),
        (
            Period.of_year(2016),
            ACROSS,
            "en 2016, du 1er janvier 2016 au 31 décembre 2016",
            "en 2016, du 1er juillet 2016 au 30 juin 2017",
        ),
    ],
)
def test_periods_across_two_years(old: Period, new: Period, before: str, after: str) -> None:
    """Start to start and end to end at once; a year that would become two is left alone."""
    assert redated(before, old, new) == after


@given(words=st.lists(st.sampled_from(["2016", "en", "31 décembre", "2015", "S/2016/3", "\n  "])))
def test_dating_forth_and_back_changes_nothing(words: list[str]) -> None:
    """Nothing is lost on the way."""
    text = " ".join(words)
    there = redated(text)
    assert redated(there, AFTER, BEFORE) == text
