"""A page of right sentences: nothing is found in it, whatever looks like a fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import evolve
from rulespecimens import BARE

from reportgen.checks import check
from reportgen.records import Conclusion, Meeting

SENTENCES = [
    line
    for line in Path(__file__).with_name("right_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_nothing_is_found_on_a_page_of_right_sentences() -> None:
    """Around each rule: its right uses that look like the fault, spelling included."""
    prose = tuple(Conclusion(text=line) for line in SENTENCES)
    meeting = Meeting(date=date(2016, 3, 1), theme="L’eau et la paix")
    checked = check(evolve(BARE, meetings=(meeting,), conclusions=prose))
    assert [(one.code, one.slip.words, one.slip.path) for one in checked.findings] == []
    assert checked.unable == ()


def test_the_page_is_long() -> None:
    """Some three hundred sentences, each of its own."""
    assert len(set(SENTENCES)) == len(SENTENCES) >= 360
