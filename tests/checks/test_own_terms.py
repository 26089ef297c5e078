"""The names of a house, beside those that the program follows."""

import time
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
SECONDS = 10
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
        ("same = ]\n", "1:8: this is not TOML: a value cannot be read"),
        ("states\n", "1:7: this is not TOML: “=” is missing after a key"),
        (
            '[states]\nA = {name = "B"\n',
            "2:16: this is not TOML: a bracket is opened and not closed",
        ),
        ("[etats]\n", "1:1: “etats” is not a list of terms that the check follows"),
        ("states = 3\n", "1:1: keys with their values were expected"),
        ('same = [["a", "b"]]', "1:1: the keys names were expected"),
        ('[[same]]\nnames = ["a", "b"]', "2:1: a list between square brackets was expected"),
        ('[[same]]\nname = [["a"]]', "2:1: the key “name” is not known, “names” is"),
        ('[[same]]\nnames = [["a"]]\n\n[[same]]', "4:1: the key “names” is missing"),
        ("[[same]]\nnames = [\n  [],\n]", "2:1: the list is empty"),
        ('[[same]]\nnames = [["a", ""]]', "2:1: a name between quotation marks"),
        ('[states]\nIrlande = "x"', "2:1: the keys name, from were expected"),
        ("# Le nom\n[states]\n\nIrlande = {}", "4:1: the key “name” is missing"),
        ("[states.Irlande]\nname = 3", "2:1: a name between quotation marks"),
        ('[states]\nA = {name = "B", from = true}', "2:1: a year such as 2019 was expected"),
        (f'[states]\nA = {{name = "B", from = {"1" * 5000}}}', "2: a number has 5000 figures"),
        ("[departments]\nA = {until = 2018}", "2:1: the key “then” is missing"),
        ('[sigla]\nknown = "ONU"', "2:1: a list between square brackets was expected"),
        ("[sigla.names]\nONU = 1", "2:1: a name between quotation marks"),
        (f"a = {'[' * 5000}", "1: the values stand within one another without end"),
        (f"a{'.a' * 5000} = 1", "1: the values stand within one another without end"),
    ],
)
def test_terms_of_any_shape_are_told_with_their_line(folder: Path, text: str, said: str) -> None:
    """The line is that of the key, or of the heading that lacks one."""
    (folder / "terms.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        codes(folder)
    with speaking("en"):
        assert f"terms.toml:{said}" in str(caught.value)


def test_all_faults_of_the_terms_are_told_at_once(folder: Path) -> None:
    """In the order of the file."""
    (folder / "terms.toml").write_text("[states]\nA = 1\n[sigla]\nknown = 2\n", encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        codes(folder)
    assert [one.place.line for one in caught.value.problems if one.place] == [2, 4]


def test_thousands_of_terms_are_followed_within_seconds(folder: Path) -> None:
    """Names are looked up by their first word."""
    states = "\n".join(f'"le pays {n}" = {{name = "la contrée {n}"}}' for n in range(5000))
    same = "\n".join(f'[[same]]\nnames = [["mot {n}"], ["terme {n}"]]' for n in range(5000))
    (folder / "terms.toml").write_text(f"{same}\n[states]\n{states}", encoding="utf-8")
    said = "Le mot 7, un terme 7, un autre terme 7. " + "Voici le pays 4999. " * 1000
    records = RECORDS.replace("Les donneurs ont", f"{said} Les donneurs ont")
    (folder / "report.yaml").write_text(records, encoding="utf-8")
    begun = time.perf_counter()
    found = codes(folder)
    assert time.perf_counter() - begun < SECONDS
    assert (found.count("TERM001"), found.count("TERM006")) == (1, 1000)


def test_names_that_overlap_are_each_their_own_things(folder: Path) -> None:
    """A name of one thing within that of another counts for both; within its own, the longest."""
    (folder / "terms.toml").write_text(
        '[[same]]\nnames = [["bailleurs de fonds"], ["bailleurs"], ["donneurs"]]\n'
        '[[same]]\nnames = [["fonds"], ["donneurs"]]\n[sigla]\nknown = ["AIPM"]\n',
        encoding="utf-8",
    )
    findings = check(read_report(folder)).findings
    assert [one.slip.words for one in findings if one.code == "TERM001"] == [
        "bailleurs de fonds",
        "fonds",
    ]
