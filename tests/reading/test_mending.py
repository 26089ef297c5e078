"""Signs of word processors in the place of those of YAML, told and put right."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reportgen.reading.mending import mended
from reportgen.reading.signs import legible

FILE = "meetings/2016-04-28.yaml"
TYPED = """\
date:\t2016-04-28
theme: Technologie
speakers: [khare]
account:
  – by: khare
    paragraphs:
      – Une\u2028phrase.
      – >-
        \u00a0Il a dit
          – et redit – oui.
"""
MEANT = """\
date: 2016-04-28
theme: Technologie
speakers: [khare]
account:
  - by: khare
    paragraphs:
      - Une phrase.
      - >-
         Il a dit
          – et redit – oui.
"""


def test_each_sign_is_told_for_what_it_is(told: Callable[[Mapping[str, str]], str]) -> None:
    """A dash is a dash, a no-break space is one; what follows is read all the same."""
    assert [line for line in told({FILE: TYPED}).splitlines() if line.startswith("r/")] == [
        f"r/{FILE}:1:6: a tab stands where YAML wants a space",
        f"r/{FILE}:5:3: “–” is no hyphen, and begins no item of a list",
        f"r/{FILE}:7:7: “–” is no hyphen, and begins no item of a list",
        f"r/{FILE}:7:12: the line holds an invisible line separator, U+2028",
        f"r/{FILE}:8:7: “–” is no hyphen, and begins no item of a list",
        f"r/{FILE}:9:9: the line is indented with no-break spaces",
    ]


def test_what_leaves_no_doubt_is_put_right(
    write: Callable[[Mapping[str, str]], Path], report: str
) -> None:
    """A dash within a text stays."""
    folder = write({"report.yaml": report, FILE: TYPED})
    assert mended(folder) == {folder / FILE: (TYPED, MEANT)}


def test_a_bullet_is_no_hyphen_either() -> None:
    """Nor does a dash of another length begin an item; one within a text stays."""
    untidy = "conclusions:\n  – Un.\n  • Deux – oui.\n\u00a0 — Trois.\nannexes: []\n"
    assert legible(untidy) == ("conclusions:\n  - Un.\n  - Deux – oui.\n  - Trois.\nannexes: []\n")


def test_a_report_that_cannot_be_read_even_so_stays_as_it_is(
    write: Callable[[Mapping[str, str]], Path], report: str
) -> None:
    """Nothing is written before everything is right."""
    assert mended(write({"report.yaml": report, FILE: f"{TYPED}{TYPED}"})) == {}


def test_a_report_that_can_be_read_stays_as_it_is(
    write: Callable[[Mapping[str, str]], Path], report: str, meeting: str
) -> None:
    """There is nothing to put right."""
    assert mended(write({"report.yaml": report, FILE: meeting})) == {}


@pytest.mark.parametrize(
    "text",
    [
        "theme: Le Groupe\n  – qui s’est réuni –\n  – ici.\n",
        "conclusions:\n  - |-\n    Deux axes :\n    – un\n    – deux\n",
        "theme: >-\n  Deux axes :\n  – un\n",
    ],
)
def test_a_dash_within_a_text_is_no_hyphen(text: str) -> None:
    """Only below a key does a dash begin a list."""
    assert legible(text) == text
