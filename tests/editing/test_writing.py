"""Plain values are written in the house style, and read back the same."""

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.editing import data, yaml_of
from reportgen.errors import ReadingError
from reportgen.reading import read_report

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.lists(
    st.sampled_from(["l’eau", ":", "#", "- a", "{x}", "'", '"', "\\", "true", "12", "~", "%", "|"]),
    max_size=60,
).map(" ".join)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts | st.builds(lambda t: {"todo": t}, texts),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"period": 2017, "named": False}, "period: 2017\nnamed: false\n"),
        ({"date": "2017-04-28"}, "date: 2017-04-28\n"),
        ({"symbol": "S/RES/1540 (2004)"}, "symbol: S/RES/1540 (2004)\n"),
        ({"date": {"todo": "date de la réunion"}}, "date: {todo: date de la réunion}\n"),
        ({"x": {"todo": "l’année : nom, genre"}}, "x: {todo: 'l’année : nom, genre'}\n"),
        ({"speakers": ["khare", "wane"]}, "speakers:\n  - khare\n  - wane\n"),
        (
            {"chair": {"person": {"name": "Fodé Seck"}}},
            "chair:\n  person:\n    name: Fodé Seck\n",
        ),
        (
            [{"by": "chair", "paragraphs": ["Un : deux"]}],
            "- by: chair\n  paragraphs:\n    - >-\n      Un : deux\n",
        ),
        ({"theme": "Les civils : un bilan"}, "theme: >-\n  Les civils : un bilan\n"),
        ({"key": "true", "other": "12"}, "key: 'true'\nother: '12'\n"),
        ({"text": "a\nb"}, "text: |-\n  a\n  b\n"),
        ({"meetings": [], "wording": {}}, "meetings: []\nwording: {}\n"),
        ("Une phrase", "Une phrase\n"),
        ({"text": None}, "text: null\n"),
        ({"text": "deux  blancs"}, "text: deux  blancs\n"),
        ({"text": f"deux  blancs {'x' * 99}"}, f"text: 'deux  blancs {'x' * 99}'\n"),
        ({"text": " devant"}, "text: ' devant'\n"),
        ({"text": 'a\\b "c"\u0007'}, 'text: "a\\\\b \\"c\\"\\u0007"\n'),
        ({"text": "a\nb\u0085"}, 'text: "a\\nb\\u0085"\n'),
    ],
)
def test_values_are_written_as_a_drafter_would(value: Any, written: str) -> None:
    """Plain where it can be, a block or quotes where YAML would read something else."""
    assert yaml_of(value) == written


def test_prose_is_filled_to_the_width_of_the_house() -> None:
    """No line is longer than 100 columns, and none is broken at an apostrophe or a hyphen."""
    lines = yaml_of({"mandate": " ".join(["l’avant-propos"] * 30)}).splitlines()
    assert max(map(len, lines)) <= 100
    assert {word for line in lines[1:] for word in line.split()} == {"l’avant-propos"}


def test_lines_can_be_indented() -> None:
    """What is put under a key stands two blanks further in."""
    assert yaml_of({"a": ["x", {"b": 1, "c": 2}]}, 4) == (
        "    a:\n      - x\n      - b: 1\n        c: 2\n"
    )


@given(value=values)
def test_what_is_written_is_read_back(value: Any) -> None:
    """Whatever the texts hold, signs of YAML and invisible ones among it."""
    assert data(yaml_of(value)) == value


@given(words=texts.filter(re.compile("[^\\s\u00ad\u200b-\u200d\u2060\ufeff]").search))
def test_the_records_read_the_same_text(words: str) -> None:
    """What the editor writes, the reader of reports takes for the same words."""
    text = yaml_of(
        {"period": 2017, "body": {"name": "B", "gender": "masculine"}, "chair": {"todo": words}}
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "all.yaml")
        file.write_bytes(text.encode())
        try:
            chair = read_report(file).report.chair
        except ReadingError as error:
            assert "U+" in str(error)  # noqa: PT017 -- control characters alone are refused
        else:
            assert getattr(chair, "expected", None) == words
