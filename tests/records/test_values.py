"""Prose, symbols, periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import RecordError
from reportgen.messages import speaking
from reportgen.records import Paragraph, Period, Symbol, Todo, check_text


@pytest.mark.parametrize(
    "text",
    [
        "S/2016/1019",
        "S/PRST/2001/3",
        "A/70/95-S/2015/446",
        "S/2017/2/Rev.1",
        "S/RES/1373 (2001)",
        "S/PV.7364 (Resumption 1)",
        "ST/SGB/2003/7",
        "S/2014/258*",
        "S/2012/197***",
        "A/C.5/70/L.1/Add.2",
    ],
)
def test_a_symbol_in_use_is_accepted_and_printed_as_it_is(text: str) -> None:
    """Forms that documents really bear."""
    assert str(Symbol(text)) == text


@pytest.mark.parametrize(
    "text", ["", "3", "s/2016/1019", "S/2016/", "S 2016/1019", "S/2016/1019 ", "S//3", "2016/S"]
)
def test_a_malformed_symbol_is_refused_with_an_example(text: str) -> None:
    """The message quotes what was found and shows what is right."""
    with pytest.raises(RecordError) as caught, speaking("en"):
        Symbol(text)
    with speaking("en"):
        assert str(caught.value) == (
            f"“{text}” is not the symbol of a UN document\n"
            "  → Write it as on the document, for example S/2016/1019, S/PRST/2001/3"
            " or A/70/95-S/2015/446."
        )


def test_a_period_knows_whether_it_is_a_calendar_year() -> None:
    """Only 1 January to 31 December is."""
    assert Period.of_year(2016).year == 2016
    assert Period(date(2016, 1, 1), date(2016, 12, 30)).year is None
    assert Period(date(2016, 7, 1), date(2017, 6, 30)).year is None


def test_a_period_holds_its_first_and_last_days() -> None:
    """Both ends are included."""
    year = Period.of_year(2016)
    assert date(2016, 1, 1) in year
    assert date(2016, 12, 31) in year
    assert date(2017, 1, 1) not in year


def test_a_period_does_not_end_before_it_begins() -> None:
    """The two dates are told."""
    with pytest.raises(RecordError, match=r"2015-12-31.*2016-01-01"), speaking("en"):
        Period(date(2016, 1, 1), date(2015, 12, 31))


@pytest.mark.parametrize(("text", "code"), [("a\x00b", "U+0000"), ("x\x1by", "U+001B")])
def test_a_control_character_is_refused_by_its_code(text: str, code: str) -> None:
    """What no page can show does not come in."""
    with speaking("en"), pytest.raises(RecordError) as caught:
        check_text(text)
    with speaking("en"):
        assert code in str(caught.value)


@pytest.mark.parametrize("character", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_a_character_that_turns_letters_around_is_refused(character: str) -> None:
    """Three millions must not be read as something else than what is written."""
    with speaking("en"), pytest.raises(RecordError) as caught:
        check_text(f"un montant de {character}3 000 000")
    with speaking("en"):
        assert str(caught.value).startswith(
            f"the text holds, after “un montant de ”, the invisible character U+{ord(character):X},"
        )


@pytest.mark.parametrize(
    "text",
    [
        "12\u00a0h\u202f30",
        "inter\u00adnational",
        "👩\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "سلام\u200f!",
        "🏴\U000e0067\U000e007f",
    ],
)
def test_invisible_characters_that_turn_nothing_are_text(text: str) -> None:
    """Spaces that do not break, soft hyphens, what joins an emoji, the direction of Arabic."""
    check_text(text)


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u00a0", "\u200b\u00ad"])
def test_an_empty_text_is_refused(text: str) -> None:
    """A record that says nothing is a mistake, not a hole."""
    with pytest.raises(RecordError):
        Paragraph(text=text)


def test_a_faulty_text_is_found_by_the_name_of_its_field() -> None:
    """The way to it begins with the field."""
    with pytest.raises(RecordError) as caught:
        Paragraph(text="")
    assert caught.value.problems[0].path == ("text",)


def test_a_hole_may_stand_for_prose() -> None:
    """A hole is no empty text."""
    assert Paragraph(text=Todo("la suite")).text == Todo("la suite")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_letters_signs_and_emoji_are_all_text(text: str) -> None:
    """Nothing that can be printed is refused."""
    check_text(text)


@pytest.mark.parametrize(
    ("start", "end", "following"),
    [
        (date(2016, 1, 1), date(2016, 12, 31), (date(2017, 1, 1), date(2017, 12, 31))),
        (date(2016, 7, 1), date(2017, 6, 30), (date(2017, 7, 1), date(2018, 6, 30))),
        (date(2018, 1, 1), date(2018, 6, 30), (date(2018, 7, 1), date(2018, 12, 31))),
        (date(2018, 2, 1), date(2018, 2, 28), (date(2018, 3, 1), date(2018, 3, 31))),
        (date(2017, 4, 16), date(2018, 4, 15), (date(2018, 4, 16), date(2019, 4, 15))),
    ],
)
def test_the_period_that_follows_has_as_many_months(
    start: date, end: date, following: tuple[date, date]
) -> None:
    """Years, half-years, and years that begin in their midst."""
    assert Period(start, end).following() == Period(*following)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2016, 1, 1), date(2016, 12, 30)),
        (date(2016, 1, 31), date(2016, 8, 30)),
        (date(9998, 7, 1), date(9999, 6, 30)),
        (date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_of_broken_months_has_none_that_follows(start: date, end: date) -> None:
    """Nor has one at the end of the calendar."""
    assert Period(start, end).following() is None
