"""A page of right sentences, in which nothing is found, and wrong ones, each found by its rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from rulespecimens import BARE

from reportgen.checks import check
from reportgen.records import Conclusion, Meeting

SENTENCES = [
    line
    for line in Path(__file__).with_name("right_sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WRONG = Path(__file__).with_name("wrong_sentences.txt").read_text("utf-8").splitlines()


def test_nothing_is_found_on_a_page_of_right_sentences() -> None:
    """Around each rule: its right uses that look like the fault, spelling included."""
    prose = tuple(Conclusion(text=line) for line in SENTENCES)
    meeting = Meeting(date=date(2016, 3, 1), theme="L’eau et la paix")
    checked = check(evolve(BARE, meetings=(meeting,), conclusions=prose))
    assert [(one.code, one.slip.words, one.slip.path) for one in checked.findings] == []
    assert checked.unable == ()


@pytest.mark.parametrize("line", WRONG, ids=lambda line: line.partition(" ")[0])
def test_a_wrong_sentence_is_found_by_its_rule(line: str) -> None:
    """In several shapes a rule."""
    code, _, sentence = line.partition(" ")
    report = evolve(BARE, conclusions=(Conclusion(text=sentence),))
    assert code in {one.code for one in check(report).findings}


def test_the_page_is_long() -> None:
    """Some five hundred sentences, each of its own."""
    assert len(set(SENTENCES)) == len(SENTENCES) >= 500
