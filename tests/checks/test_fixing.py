"""Findings with a safe remedy, mended in the files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rulespecimens import REPORT

from reportgen.checks import Slip, Subject, check, fixed, rule
from reportgen.messages import message
from reportgen.reading import Reading, read_report

SOURCE = message("usage of the house")
WRITTEN = """\
conclusions:
  # Le « qui qui » de ce commentaire reste.
  - >-
    Ce qui
    qui dit cela,   et ce qui qui dit ceci.
  - 'L''un qui qui part'
  - text: "L\\u2019autre qui qui part"  # note
  - deux qui qui qui partent
"""
MENDED = """\
conclusions:
  # Le « qui qui » de ce commentaire reste.
  - >-
    Ce qui dit cela,   et ce qui dit ceci.
  - 'L''un qui part'
  - text: "L\\u2019autre qui part"  # note
  - deux qui qui partent
"""


@rule("TEST001", source=SOURCE)
def doubled(subject: Subject) -> Iterator[Slip]:
    """No word is doubled."""
    for text in subject.texts:
        for found in re.finditer(r"\bqui\s+qui\b", text.own):
            yield text.slip(found, message("the text is empty"), fix="qui")


@rule("TEST002", source=SOURCE)
def looked_at(subject: Subject) -> Iterator[Slip]:
    """Someone must look."""
    for text in subject.texts:
        for found in re.finditer(r"qui qui d", text.own):
            yield text.slip(found, message("the text is empty"), instead="?")


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Read a report with doubled words in every style."""
    monkeypatch.chdir(tmp_path)
    Path("r.yaml").write_text(REPORT + WRITTEN, encoding="utf-8")
    return read_report("r.yaml")


def test_what_is_safe_is_mended_and_nothing_else(reading: Reading) -> None:
    """Comments and layout stay; what overlaps waits for another time."""
    findings = check(reading, rules=[doubled, looked_at]).findings
    done = fixed(reading, findings)
    assert done.texts == {"r.yaml": REPORT + MENDED}
    assert len(done.findings) == 5


def test_where_nothing_can_be_mended_no_file_changes(reading: Reading) -> None:
    """Someone must look at it."""
    done = fixed(reading, check(reading, rules=[looked_at]).findings)
    assert (done.texts, done.findings) == ({}, ())
