"""Cures that messages propose, applied: none of them keeps the fault."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import Problem, ReadingError
from reportgen.messages import speaking
from reportgen.reading import read_report

REPORT = """\
period: 2016
body: {name: Groupe de travail}
chair: {todo: qui préside}
"""
LAYOUTS = (
    "conclusions:\n  - %s\n",
    "conclusions:\n  - text: %s\n",
    "conclusions: [%s]\n",
    "conclusions: [{text: %s}]\n",
    "wording:\n  title: %s\n",
)
_SIGNS = " -:?[]{},&*!|>%@`\"'#\\.é1a—"
texts = st.text(st.sampled_from(_SIGNS), min_size=1, max_size=12).map(lambda text: f"{text}mot")
_PARTING = re.compile(r"[\[\]{},]")
"""What parts values within brackets: where one begins there cannot be told."""


def faults(text: str) -> tuple[Problem, ...]:
    """Give what is wrong with a report of one file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "all.yaml")
        file.write_text(text, encoding="utf-8")
        try:
            read_report(file)
        except ReadingError as error:
            return error.problems
    return ()


def cured(text: str, written: str, problem: Problem) -> str | None:
    """Do what a message advises; None where it shows nothing to write."""
    with speaking("en"):
        advice = str(problem.advice)
    lines = text.splitlines()
    number = ((problem.place and problem.place.line) or 1) - 1
    if block := re.search(r"plain text:\n(.*)", advice, re.DOTALL):
        indent = len(lines[number]) - len(lines[number].lstrip())
        lines[number] = "\n".join(
            f"{' ' * indent}{line.removeprefix(' ' * 6)}" for line in block[1].splitlines()
        )
        return "\n".join(lines)
    if quoted := re.search(r"quotes: ('.*')\.$", advice):
        lines[number] = lines[number].replace(written, quoted[1])
        return "\n".join(lines)
    return None


@pytest.mark.parametrize("layout", LAYOUTS)
@given(written=texts)
@settings(max_examples=100, deadline=None)
def test_what_a_message_proposes_can_be_read(layout: str, written: str) -> None:
    """The first fault is gone, with the words that the drafter wrote."""
    written = _PARTING.sub("", written) if "[" in layout else written
    text = f"{REPORT}{layout % written}"
    told = faults(text)
    after = cured(text, written, told[0]) if told else None
    if after is not None:
        assert not faults(after), after


@pytest.mark.parametrize(
    ("written", "advised"),
    [(">mot", "'>mot'"), ("@a : b", "'@a : b'"), ("un, %deux", "'%deux'")],
)
def test_within_brackets_the_one_value_is_to_be_put_in_quotes(written: str, advised: str) -> None:
    """A block of the whole list would be a text, where a list belongs."""
    with speaking("en"):
        (problem,) = faults(f"{REPORT}conclusions: [{written}]\n")
        assert str(problem.advice) == f"If it is a text, put it in quotes: {advised}."
