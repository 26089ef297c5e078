"""How much room words are thought to take, and which rows are therefore torn."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from specimens import SENTENCE, words

from reportgen.document import Row, Table
from reportgen.style import UN_2015, UN_2025, ParagraphStyle, Style
from reportgen.writers._measures import (
    column_widths_pt,
    leeway_pt,
    may_fill_page,
    page_text_pt,
    paragraph_height_pt,
    text_column_pt,
)

LOOK = ParagraphStyle(name="", style_id="", size_pt=10, line_pt=12, spacing_pt=0, scale_percent=100)
ANNEX = column_widths_pt(Table(widths=(2, 6, 5), heads=((), (), ()), rows=()), UN_2015)
"""The columns of the annex: eleven letters, forty-two and thirty-four."""


def lines(text: str, letters: int) -> float:
    """Give the lines of a text where so many letters of 4 points fit on each."""
    return paragraph_height_pt(text, LOOK, letters * 4) / LOOK.line_pt


def narrow(*texts: str) -> Row:
    """Make a row whose narrowest cell holds paragraphs."""
    return Row(cells=(tuple(map(words, texts)), (), ()))


class TestColumns:
    """The widths that columns get."""

    @staticmethod
    def widths(style: Style, *days: str) -> tuple[float, ...]:
        """Lay out the annex of meetings on some days."""
        rows = tuple(Row(cells=((words(day),), (words("un"),), (words("deux"),))) for day in days)
        return column_widths_pt(Table(widths=(2, 6, 5), heads=((), (), ()), rows=rows), style)

    def test_a_column_gets_room_for_what_may_not_break(self) -> None:
        """At the cost of those that have room to spare, in proportion."""
        narrow, first, second = self.widths(UN_2015, "12\u00a0septembre")
        assert narrow == pytest.approx(60.39)
        assert sum((narrow, first, second)) == pytest.approx(sum(ANNEX))
        assert first < ANNEX[1]
        assert second < ANNEX[2]

    def test_a_column_with_room_keeps_its_share(self) -> None:
        """So do those beside it; what an ordinary space parts may stand on two lines."""
        assert self.widths(UN_2015, "3\u00a0mai", "12 septembre") == ANNEX

    def test_shares_stay_where_no_column_has_room_to_spare(self) -> None:
        """The table is refused then."""
        word = words("consolidation")
        table = Table(widths=(1, 2) * 5, heads=(word,) * 10, rows=())
        one, two, *_ = column_widths_pt(table, UN_2015)
        assert two == pytest.approx(2 * one)


class TestParagraphs:
    """The height of a paragraph."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", 1),
            ("dix signes", 1),
            ("onze signes", 2),
            ("réunion réunion", 2),
            ("a réunions b", 2),
            ("a hyperréactif b", 3),
            ("anticonstitutionnellement", 3),
            ("un anticonstitutionnellement", 4),
            ("mot\u00a0à\u00a0mot tenu", 2),
        ],
    )
    def test_a_word_that_does_not_fit_begins_a_new_line(self, text: str, expected: int) -> None:
        """On lines of ten letters; a word longer than a line takes several."""
        assert lines(text, 10) == expected

    def test_spaces_around_are_counted(self) -> None:
        """Once for the paragraph."""
        look = evolve(LOOK, before_pt=3, after_pt=5)
        assert paragraph_height_pt("onze signes", look, 40) == 3 + 2 * 12 + 5

    @given(st.lists(st.text("abc", min_size=1, max_size=15), min_size=1), st.integers(15, 40))
    def test_lines_are_those_of_a_wrapped_text(self, drawn: list[str], letters: int) -> None:
        """Words fill each line until the next does not fit."""
        expected, filled = 1, -1
        for word in drawn:
            filled += 1 + len(word)
            if filled > letters:
                expected, filled = expected + 1, len(word)
        assert lines(" ".join(drawn), letters) == expected

    @given(st.text("ab \u00a0"), st.integers(1, 5))
    def test_any_text_has_an_end(self, text: str, letters: int) -> None:
        """However narrow the lines, none is counted for nothing."""
        assert 1 <= lines(text, letters) <= max(len(text), 1)


class TestRows:
    """Which rows may be torn."""

    @pytest.mark.parametrize("word", ["réunion", "homme", "12345", "OMAN", "mmm", "Œuvre", "Юрий"])
    def test_a_narrow_cell_of_one_word_lines_is_torn(self, word: str) -> None:
        """Fifty-five such lines fit on a page; two such words never fit on a line."""
        assert may_fill_page(narrow(" ".join([word] * 54)), ANNEX, UN_2015)
        assert not may_fill_page(narrow(" ".join([word] * 30)), ANNEX, UN_2015)

    def test_short_paragraphs_are_counted_with_their_spaces(self) -> None:
        """Forty-six fit on a page."""
        assert may_fill_page(narrow(*["mot"] * 45), ANNEX, UN_2015)
        assert not may_fill_page(narrow(*["mot"] * 30), ANNEX, UN_2015)

    def test_prose_of_half_a_page_is_kept_whole(self) -> None:
        """Twenty-eight lines in one wide column; fifty-six would fill the page."""
        width_pt = (text_column_pt(UN_2015),)
        letters = 90
        half, whole = (SENTENCE * 20)[: 28 * letters], (SENTENCE * 40)[: 50 * letters]
        assert not may_fill_page(Row(cells=((words(half),),)), width_pt, UN_2015)
        assert may_fill_page(Row(cells=((words(whole),),)), width_pt, UN_2015)

    @given(
        st.lists(st.text("aM \u00a0", max_size=900), max_size=40),
        st.floats(30, 340),
    )
    def test_a_row_is_torn_as_if_its_lines_were_counted(
        self, texts: list[str], width_pt: float
    ) -> None:
        """A row that is plainly too short is not counted; that changes no answer."""
        row, table = Row(cells=(tuple(map(words, texts)),)), UN_2015.table
        counted_pt = sum(
            paragraph_height_pt(
                text.replace("M", "MM"), table.body, width_pt - table.gap_pt, letter_em=0.5
            )
            for text in texts
        )
        expected = counted_pt > 0.8 * page_text_pt(UN_2015)
        assert may_fill_page(row, (width_pt,), UN_2015) is expected


def test_a_page_of_word_never_takes_a_line_more_than_that_of_the_pdf() -> None:
    """Two points short of 51 lines, half a point of 55: half of that, and at most a point."""
    assert leeway_pt(UN_2015) == pytest.approx(1)
    assert leeway_pt(UN_2015, landscape=True) == pytest.approx(1)
    assert leeway_pt(UN_2025) == pytest.approx(0.25)
