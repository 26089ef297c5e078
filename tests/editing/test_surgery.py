"""One value changes, and every other line stays as it was."""

from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from reportgen.editing import commented, data, inserted, plain, removed, replaced

REPORT = """\
# En-tête du fichier.

period: 2016   # l’année

# Qui préside.
chair:
  person:
    name: Fodé Seck   # sans titre
    gender: masculine
  # la cote vient en dernier
  source: S/2017/2/Rev.1

introduction:
  mandate: >-   # le mandat
    Conformément à son mandat,
    le Groupe a travaillé.

  work: Une phrase
# fin de l’introduction
conclusions:
  # la première
  - >-
    Un.

  - text: Deux
    key: deux
  - [trois, quatre]
masthead: {symbol: S/2016/1, date: 2016-01-01}  # en ligne
"""


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        (("period",), 2017, "period: 2016   # l’année", "period: 2017   # l’année"),
        (
            ("period",),
            {"start": "2017-01-02"},
            "period: 2016   # l’année",
            "period:   # l’année\n  start: 2017-01-02",
        ),
        (
            ("chair", "source"),
            {"todo": "la cote"},
            "source: S/2017/2/Rev.1",
            "source: {todo: la cote}",
        ),
        (
            ("introduction", "mandate"),
            "Court",
            "mandate: >-   # le mandat\n    Conformément à son mandat,\n    le Groupe a travaillé.",
            "mandate: Court   # le mandat",
        ),
        (
            ("introduction", "work"),
            "Long : plus long",
            "work: Une phrase",
            "work: >-\n    Long : plus long",
        ),
        (
            ("chair", "person", "name"),
            "A : b",
            "name: Fodé Seck   # sans titre",
            "name: >-   # sans titre\n      A : b",
        ),
        (("conclusions", 0), "Un", "- >-\n    Un.", "- Un"),
        (
            ("conclusions", 1),
            {"todo": "deux"},
            "- text: Deux\n    key: deux",
            "- {todo: deux}",
        ),
        (
            ("conclusions", 2),
            {"text": "a", "key": "b"},
            "- [trois, quatre]",
            "- text: a\n    key: b",
        ),
        (
            ("conclusions", 2, 1),
            "cinq",
            "- [trois, quatre]",
            "-\n    - trois\n    - cinq",
        ),
        (
            ("masthead", "symbol"),
            {"todo": "la cote"},
            "masthead: {symbol: S/2016/1, date: 2016-01-01}  # en ligne",
            "masthead:  # en ligne\n  symbol: {todo: la cote}\n  date: 2016-01-01",
        ),
    ],
)
def test_a_value_is_replaced(path: Any, value: Any, before: str, after: str) -> None:
    """The key, the comments and the layout around it stay."""
    assert REPORT.count(before) == 1
    assert replaced(REPORT, path, value) == REPORT.replace(before, after)


def test_a_comment_can_be_put_above_the_new_value() -> None:
    """It stands over the key, as far in as the key."""
    assert "    # En 2016 :\n    # name: Fodé Seck\n    name: {todo: le nom}   # sans" in replaced(
        REPORT,
        ("chair", "person", "name"),
        {"todo": "le nom"},
        comment="En 2016 :\nname: Fodé Seck",
    )
    assert "  # En 2016\n  - Un\n" in replaced(REPORT, ("conclusions", 0), "Un", comment="En 2016")


@pytest.mark.parametrize(
    ("path", "gone", "left"),
    [
        (("chair", "source"), "  # la cote vient en dernier\n  source: S/2017/2/Rev.1\n", ""),
        (
            ("introduction", "mandate"),
            (
                "  mandate: >-   # le mandat\n    Conformément à son mandat,\n"
                "    le Groupe a travaillé.\n"
            ),
            "",
        ),
        (("conclusions", 0), "  # la première\n  - >-\n    Un.\n", ""),
        (("conclusions", 1, "text"), "- text: Deux\n    key", "- key"),
        (("conclusions", 2), "  - [trois, quatre]\n", ""),
        (
            ("masthead", "date"),
            "masthead: {symbol: S/2016/1, date: 2016-01-01}  # en ligne",
            "masthead:  # en ligne\n  symbol: S/2016/1",
        ),
    ],
)
def test_a_value_is_removed_with_its_comment(path: Any, gone: str, left: str) -> None:
    """What stands directly above belongs to it."""
    assert REPORT.count(gone) == 1
    assert removed(REPORT, path) == REPORT.replace(gone, left)


def test_removing_leaves_one_blank_line_where_there_were_two() -> None:
    """Sections stay one blank line apart."""
    assert removed("a: 1\n\nb: 2\n\nc: 3\n", ("b",)) == "a: 1\n\nc: 3\n"
    assert removed("a: 1\n\nb: 2\n", ("b",)) == "a: 1\n"


def test_the_last_entry_leaves_an_empty_collection() -> None:
    """A key without any value would be a fault."""
    assert removed("a:\n  b: 1\n", ("a", "b")) == "a: {}\n"
    assert removed("a:\n  - 1\nc: 2\n", ("a", 0)) == "a: []\nc: 2\n"
    assert removed("# tête\na: 1\n", ("a",)) == "# tête\n{}\n"


def test_a_modeline_belongs_to_no_key() -> None:
    """It stays when the first key goes."""
    modeline = "# yaml-language-server: $schema=x.json\n"
    assert removed(modeline + "a: 1\nb: 2\n", ("a",)) == modeline + "b: 2\n"


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        (
            ("chair", "wording"),
            "x",
            "  source: S/2017/2/Rev.1\n",
            "  source: S/2017/2/Rev.1\n  wording: x\n",
        ),
        (
            ("introduction", "partners"),
            "les pays",
            "  work: Une phrase\n",
            "  work: Une phrase\n\n  partners: les pays\n",
        ),
        (("previous", "period"), 2016, "# en ligne\n", "# en ligne\nprevious:\n  period: 2016\n"),
        (
            ("conclusions", 9),
            {"todo": "x"},
            "  - [trois, quatre]\n",
            "  - [trois, quatre]\n  - {todo: x}\n",
        ),
        (
            ("masthead", "job_number"),
            "16-1",
            "masthead: {symbol: S/2016/1, date: 2016-01-01}  # en ligne",
            "masthead:  # en ligne\n  symbol: S/2016/1\n  date: 2016-01-01\n  job_number: 16-1",
        ),
        (("period",), 2017, "period: 2016 ", "period: 2017 "),
    ],
)
def test_a_value_is_inserted_at_the_end(path: Any, value: Any, before: str, after: str) -> None:
    """In the column of its neighbours, and as far apart as they are."""
    assert REPORT.count(before) == 1
    assert inserted(REPORT, path, value) == REPORT.replace(before, after)


def test_what_holds_a_value_is_made() -> None:
    """Whether it is missing, empty, or an empty pair of braces."""
    assert inserted("a: 1\n", ("b", "c", "d"), 2) == "a: 1\n\nb:\n  c:\n    d: 2\n"
    assert inserted("a: {}\n", ("a", "b"), 2) == "a:\n  b: 2\n"
    assert inserted("a:\nz: 1\n", ("a", "b"), 2) == "a:\n  b: 2\nz: 1\n"
    assert inserted("# rien\n", ("a",), 2) == "# rien\na: 2\n"
    assert inserted("a: 1", ("b",), 2) == "a: 1\n\nb: 2\n"


def test_a_hole_gives_way_to_what_fills_it() -> None:
    """Whoever writes the name of the chair has filled the hole of the chair."""
    assert inserted("a: {todo: qui}\n", ("a", "b"), 2) == "a:\n  b: 2\n"
    assert replaced("a: {todo: qui}\n", ("a", "todo"), "quoi") == "a: {todo: quoi}\n"


def test_comments_under_a_block_do_not_become_its_text() -> None:
    """They are moved to the column of the key."""
    assert replaced("a:\n  b: x\n    # plus loin\nc: 1\n", ("a", "b"), "y : z") == (
        "a:\n  b: >-\n    y : z\n  # plus loin\nc: 1\n"
    )


def test_the_line_ends_of_windows_stay() -> None:
    """A file from another system keeps its own."""
    assert replaced("a: 1\r\nb: 2\r\n", ("a",), {"c": 3}) == "a:\r\n  c: 3\r\nb: 2\r\n"
    assert removed("a: 1\r\n\r\nb: 2\r\n\r\nc: 3\r\n", ("b",)) == "a: 1\r\n\r\nc: 3\r\n"
    assert inserted("a: 1\r\n", ("b",), [1]) == "a: 1\r\n\r\nb:\r\n  - 1\r\n"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"b": 1, "c": [1, 2]}, "d": "x"}',
        "a: &n {b: 1, c: [1, 2]}\nd: x\ne: *n\n",
        "? a\n: b: 1\n  c:\n  - 1\n  - 2\nd: x\n",
        "---\na: {b: 1, c: [1, 2]}\nd: x\n...\n",
    ],
)
def test_texts_of_rare_layout_are_edited_too(text: str) -> None:
    """They are written in block style first."""
    was = data(text)
    assert data(replaced(text, ("a", "b"), "z : z"))["a"] == {"b": "z : z", "c": [1, 2]}
    assert data(removed(text, ("a",))) == {k: v for k, v in was.items() if k != "a"}
    assert data(inserted(text, ("f",), [1])) == {**was, "f": [1]}


def test_a_text_can_be_written_anew() -> None:
    """In block style, its sections apart, under the comment that it began with."""
    assert plain('# tête\n\n{"a": 1, "b": {"c": [1]}}\n') == "# tête\n\na: 1\n\nb:\n  c:\n    - 1\n"


def test_nothing_is_replaced_or_removed_where_nothing_is() -> None:
    """The caller named a path that is not there."""
    for path in (("nulle", "part"), ("nulle",), ("chair", "nulle")):
        with pytest.raises(KeyError):
            replaced(REPORT, path, 1)
        with pytest.raises(KeyError):
            removed(REPORT, path)


def test_lines_are_put_behind_a_hash() -> None:
    """Blank ones without a trailing space."""
    assert commented("a: 1\n\n  b\n") == "# a: 1\n#\n#   b\n"


@frozen
class Line:
    """A line of a drawn text, with the path of the value that it belongs to."""

    owner: tuple[str | int, ...]
    text: str


keys = st.sampled_from(["nom", "titre", "a", "période", "key-1", "12"])
scalars = st.sampled_from(
    [
        ["mot"],
        ["12   # remarque"],
        ["'entre : apostrophes'"],
        ['"a # b"  # après'],
        [">-", "  replié :", "  sur deux"],
        ["|-  # tel quel", "  ligne", "", "  - x"],
        [">", "  avec fin", ""],
        ["sur deux", "  lignes"],
        ["{todo: x}"],
        ["[a, 'b']   # liste"],
        ["{a: 1,", "  b: 2}"],
        ["{}"],
    ]
)
noise = st.lists(st.sampled_from(["", "# remarque", "# clef: valeur"]), max_size=2)


@st.composite
def blocks(draw: st.DrawFn, owner: tuple[str | int, ...] = (), depth: int = 0) -> list[Line]:
    """Draw a mapping or a list in block style, with comments and blank lines between."""
    names = draw(st.lists(keys, min_size=1, max_size=3, unique=True))
    listed = depth > 0 and draw(st.booleans())
    lines: list[Line] = []
    for number, name in enumerate(names):
        path = (*owner, number if listed else name)
        key = "'12':" if name == "12" else f"{name}:"
        lead = "-" if listed else key
        lines += [Line(owner, text) for text in draw(noise)]
        if depth < 3 and draw(st.booleans()):
            inner = draw(blocks(path, depth + 1))
            compact = listed and inner[0].text and inner[0].owner != path
            if compact:
                inner[0] = Line(inner[0].owner, f"- {inner[0].text}")
                lines += [inner[0]]
                inner = inner[1:]
            else:
                lines.append(Line(path, lead + draw(st.sampled_from(["", "  # bloc"]))))
            lines += [Line(one.owner, f"  {one.text}".rstrip()) for one in inner]
        else:
            first, *rest = draw(scalars)
            lines.append(Line(path, f"{lead} {first}"))
            lines += [Line(path, f"  {text}".rstrip()) for text in rest]
    return lines


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """List the paths of all values."""
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(value, (dict, list)):
        pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
    return [path, *(found for step, one in pairs for found in paths(one, (*path, step)))]


def expected(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """Give plain data with another value at a path."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = expected(value[path[0]], path[1:], new)
    return copy


new_values = st.sampled_from(
    ["mot", "de la prose : longue", {"todo": "x, y"}, {"x": 1, "y": ["a"]}, [1, {"a": 2}], None]
)


@given(lines=blocks(), chosen=st.data(), new=new_values)
def test_whatever_is_replaced_nothing_else_changes(
    lines: list[Line], chosen: st.DataObject, new: Any
) -> None:
    """The data is as expected, and the lines above and below stay byte for byte."""
    text = "".join(f"{line.text}\n" for line in lines)
    was = data(text)
    path = chosen.draw(st.sampled_from(paths(was)[1:]))
    result = replaced(text, path, new)
    assert data(result) == expected(was, path, new)
    check_the_rest(lines, path, result)


@given(lines=blocks(), chosen=st.data())
def test_whatever_is_removed_nothing_else_changes(lines: list[Line], chosen: st.DataObject) -> None:
    """No key, comment or text of another value is lost."""
    text = "".join(f"{line.text}\n" for line in lines)
    was = data(text)
    path = chosen.draw(st.sampled_from(paths(was)[1:]))
    result = removed(text, path)
    holder = data(text)
    inner = holder
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    assert data(result) == holder
    kept = [line for line in lines if line.owner[: len(path)] != path and line.owner != path[:-1]]
    for line in kept:
        if not line.text.lstrip().startswith(("#", "-")) and ": {" not in line.text:
            assert line.text.strip() in result


@given(lines=blocks(), chosen=st.data(), new=new_values)
def test_whatever_is_inserted_nothing_else_changes(
    lines: list[Line], chosen: st.DataObject, new: Any
) -> None:
    """Every line that was there is there, in its order."""
    text = "".join(f"{line.text}\n" for line in lines)
    was = data(text)
    holders = [path for path in paths(was) if lines_of(lines, path)]
    path = chosen.draw(st.sampled_from(holders))
    holder = was
    for step in path:
        holder = holder[step]
    if not isinstance(holder, (dict, list)) or not holder or holder == {"todo": "x"}:
        return
    step: str | int = "neuf" if isinstance(holder, dict) else len(holder)
    result = inserted(text, (*path, step), new)
    grown = {**holder, step: new} if isinstance(holder, dict) else [*holder, new]
    assert data(result) == expected(was, path, grown)
    if any(line.owner[: len(path)] == path and len(line.owner) > len(path) for line in lines):
        remaining = iter(result.splitlines())
        assert all(line.text in remaining for line in lines)


def lines_of(lines: list[Line], path: tuple[str | int, ...]) -> list[int]:
    """Give the positions of the lines of a value."""
    return [n for n, line in enumerate(lines) if line.owner[: len(path)] == path]


def check_the_rest(lines: list[Line], path: tuple[str | int, ...], result: str) -> None:
    """Check that all above and below a value is as it was."""
    own = lines_of(lines, path)
    if own:
        assert result.startswith("".join(f"{line.text}\n" for line in lines[: own[0]]))
        below = [
            line.text for line in lines[own[-1] + 1 :] if not line.text.lstrip().startswith("#")
        ]
        told = [text for text in result.splitlines() if not text.lstrip().startswith("#")]
        assert told[len(told) - len(below) :] == below
