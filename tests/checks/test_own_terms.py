"""The names of a house, beside those that the program follows."""

from pathlib import Path

import pytest

from reportgen.checks import check
from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.reading import read_report

RECORDS = """\
period: 2018
body: {name: Comité}
chair: {todo: le nom}
conclusions:
  - Les donneurs ont parlé aux bailleurs de fonds, et les donneurs de l’AIPM.
"""
TERMS = """\
[[same]]
names = [["donneurs"], ["bailleurs de fonds"]]

[sigla]
known = ["AIPM"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a small report."""
    (tmp_path / "report.yaml").write_text(RECORDS, encoding="utf-8")
    return tmp_path


def codes(folder: Path) -> list[str]:
    """Check a report for its terms."""
    findings = check(read_report(folder)).findings
    return [one.code for one in findings if one.code.startswith("TERM")]


def test_the_terms_beside_a_report_join_those_of_the_program(folder: Path) -> None:
    """Lists grow, and what the program knows stays known."""
    assert codes(folder) == ["TERM002"]
    (folder / "terms.toml").write_text(TERMS, encoding="utf-8")
    assert codes(folder) == ["TERM001"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same = ]\n", "terms.toml:1:8: this is not TOML: "),
        ("[etats]\n", "terms.toml: “etats” is not a list of terms that the check follows"),
        ("states = 3\n", "terms.toml: “states” is not a list of terms that the check follows"),
    ],
)
def test_terms_that_no_rule_can_follow_are_told(folder: Path, text: str, said: str) -> None:
    """With their place."""
    (folder / "terms.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        codes(folder)
    with speaking("en"):
        assert said in str(caught.value)
