"""What the page shows of the grammar of symbols."""

import pytest

from reportgen.document import symbol_lines
from reportgen.writers._symbols import symbol_parts


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("", []),
        ("S/2017/2/Rev.1", [(True, "S"), (False, "/2017/2/Rev.1")]),
        (
            "A/70/95-S/2015/446",
            [(True, "A"), (False, "/70/95-"), (True, "S"), (False, "/2015/446")],
        ),
        ("S/AC.40/2017/1", [(True, "S"), (False, "/AC.40/2017/1")]),
        ("à préciser", [(False, "à préciser")]),
    ],
)
def test_the_letter_of_each_organ_is_large(symbol: str, expected: list[tuple[bool, str]]) -> None:
    """At the beginning of the symbol and of each that is joined to it."""
    assert list(symbol_parts(symbol)) == expected


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("", []),
        ("S/2017/123", ["S/2017/123"]),
        ("A/70/95-S/2015/446", ["A/70/95", "S/2015/446"]),
        ("S/2017/123-bis", ["S/2017/123-bis"]),
    ],
)
def test_joint_symbols_are_parted_by_organ(symbol: str, expected: list[str]) -> None:
    """At the hyphens before an organ, at no other."""
    assert symbol_lines(symbol) == expected
