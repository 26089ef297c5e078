"""Numerals of headings and labels of items."""

import pytest

from reportgen.languages.fr import heading_numeral, item_label


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (1, ["I", "II", "III", "IV", "IX", "XIV", "XL"]),
        (2, ["A", "B", "C", "D", "I", "N", "NN"]),
        (3, ["1", "2", "3", "4", "9", "14", "40"]),
    ],
)
def test_headings_count_in_roman_numerals_letters_and_figures(
    level: int, expected: list[str]
) -> None:
    """Each level has its own way to count (Editorial Manual, headings)."""
    assert [heading_numeral(level, rank) for rank in (1, 2, 3, 4, 9, 14, 40)] == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (1, ["a)", "b)", "z)", "aa)", "bb)"]),
        (2, ["i)", "ii)", "xxvi)", "xxvii)", "xxviii)"]),
        (3, ["a.", "b.", "z.", "aa.", "bb."]),
        (4, ["i.", "ii.", "xxvi.", "xxvii.", "xxviii."]),
        (5, ["i.", "ii.", "xxvi.", "xxvii.", "xxviii."]),
    ],
)
def test_items_are_lettered_by_level(level: int, expected: list[str]) -> None:
    """After z come aa and bb, as Word counts (Editorial Manual, subparagraphs)."""
    assert [item_label(level, rank) for rank in (1, 2, 26, 27, 28)] == expected
