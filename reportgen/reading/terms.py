"""The names that a house follows, beside those that the program knows: `terms.toml`.

Part of `reading`. Source: TOML 1.0.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import Message, message
from reportgen.reading.files import read_text
from reportgen.reading.nodes import Source
from reportgen.reading.words import nearest

TERMS = "terms.toml"

_SPOT = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
_BEGINS = re.compile(r"[\w-]")
_LONG_NUMBER = re.compile(r"[0-9_]{4000,}")
_NESTED = re.compile(r"(?:[\[{]\s*){50}|(?:\{[^{}]*){50}|(?:[\w-]+\.){50}")
_MAY_END = re.compile(r"[\]}\"'\w][ \t]*(?:#.*)?$")
_MOST_LINES = 1_000
"""How many lines of one statement are gone through for the place of a fault."""
_SAID = (
    ("Invalid value", message("a value cannot be read; names stand between quotation marks")),
    ("Expected '='", message("“=” is missing after a key")),
    ("Unclosed|Invalid initial", message("a bracket is opened and not closed")),
    ("Unterminated|Illegal character", message("a quotation mark is opened and not closed")),
    ("Cannot (?:overwrite|declare|mutate)", message("this stands here for the second time")),
)
"""What the library says most often, said again in the reader's language."""
_EXAMPLES = {
    "same": """
    [[same]]
    names = [["note conceptuelle"], ["note de cadrage", "cadrage"]]""",
    "states": """
    [states]
    Syrie = { name = "République arabe syrienne" }""",
    "departments": """
    [departments]
    "Département A" = { until = 2018, then = "Département B" }""",
    "sigla": """
    [sigla]
    known = ["ONU"]
    [sigla.names]
    FINUL = "Force intérimaire" """,
}
"""How each list is written; the signs of TOML and the names stand in French files."""

_Value: TypeAlias = Any
"""What TOML may hold."""

_Path: TypeAlias = tuple[str | int, ...]
_Fault: TypeAlias = tuple[_Path, Message]
_Shape: TypeAlias = Callable[[_Value, _Path], Iterator[_Fault]]
"""Finds what is wrong with a value, which stands at a path."""


def read_terms(folder: Path) -> Mapping[str, Any]:
    """Read the terms that lie beside a report; empty where there are none.

    Args:
        folder: the folder of the report.

    Raises:
        ReadingError: the file is no TOML, or holds something that no rule follows; every fault,
            with its line.
    """
    file = folder / TERMS
    if not os.path.lexists(file):
        return {}
    source = read_text(file)
    try:
        terms = tomllib.loads(source.text)
        faults = [*_TERMS(terms, ())]
        lines = _lines(source) if faults else {}
    except tomllib.TOMLDecodeError as error:
        raise ReadingError(_malformed(source, str(error))) from error
    except (ValueError, RecursionError) as error:  # absurd numbers, absurd nesting
        raise ReadingError(_absurd(source)) from error
    if faults:
        raise ReadingError(*(_told(source, lines, path, what) for path, what in faults))
    return terms


# --- the shape of the file ----------------------------------------------------------------------


def _text(value: _Value, path: _Path) -> Iterator[_Fault]:
    if not isinstance(value, str) or not _BEGINS.match(value):
        yield path, message("a name between quotation marks, beginning with a letter, was expected")


def _year(value: _Value, path: _Path) -> Iterator[_Fault]:
    if type(value) is not int or not 1 <= value <= 9999:  # noqa: PLR2004 -- the years of a calendar
        yield path, message("a year such as 2019 was expected")


def _list_of(shape: _Shape) -> _Shape:
    def check(value: _Value, path: _Path) -> Iterator[_Fault]:
        if not isinstance(value, list):
            yield path, message("a list between square brackets was expected")
            return
        for index, item in enumerate(value):
            yield from shape(item, (*path, index))

    return check


def _some_of(shape: _Shape) -> _Shape:
    def check(value: _Value, path: _Path) -> Iterator[_Fault]:
        if value == []:
            yield path, message("the list is empty")
        yield from _list_of(shape)(value, path)

    return check


def _each(shape: _Shape) -> _Shape:
    """Describe keys of any name."""

    def check(value: _Value, path: _Path) -> Iterator[_Fault]:
        if not isinstance(value, dict):
            yield path, message("keys with their values were expected")
            return
        for key, inner in value.items():
            yield from _text(key, (*path, key))
            yield from shape(inner, (*path, key))

    return check


def _keys(shapes: Mapping[str, _Shape], *needed: set[str]) -> _Shape:
    """Describe the keys that may stand somewhere.

    Args:
        shapes: what may be said under each.
        needed: sets of keys that go together; the first one is always there.
    """

    def check(value: _Value, path: _Path) -> Iterator[_Fault]:
        if not isinstance(value, dict):
            names = ", ".join(shapes)
            yield path, message("the keys {names} were expected", names=names)
            return
        for key, inner in value.items():
            if key in shapes:
                yield from shapes[key](inner, (*path, key))
            else:
                yield (*path, key), _unknown(key, shapes, path)
        for group in needed:
            if group & set(value) or group is needed[0]:
                for key in sorted(group - set(value)):
                    yield path, message("the key “{name}” is missing", name=key)

    return check


def _unknown(key: str, known: Mapping[str, object], path: _Path) -> Message:
    if not path:
        return message("“{name}” is not a list of terms that the check follows", name=key)
    near = nearest(key, known)
    if near:
        return message("the key “{key}” is not known, “{near}” is", key=key, near=near)
    return message("the key “{key}” is not known", key=key)


_NAMES = _keys({"names": _some_of(_some_of(_text))}, {"names"})
_STATE = _keys({"name": _text, "from": _year}, {"name"})
_DEPARTMENT = _keys(
    {"until": _year, "then": _text, "from": _year, "before": _text},
    set(),
    {"until", "then"},
    {"from", "before"},
)
_SIGLA = _keys({"known": _list_of(_text), "names": _each(_text)})
_LISTS: Mapping[str, _Shape] = {
    "same": _list_of(_NAMES),
    "states": _each(_STATE),
    "departments": _each(_DEPARTMENT),
    "sigla": _SIGLA,
}
_TERMS = _keys(_LISTS)


# --- where it stands ----------------------------------------------------------------------------


def _told(source: Source, lines: Mapping[_Path, int], path: _Path, what: Message) -> Problem:
    holders = (path[:length] for length in range(len(path), 0, -1))
    line = next((lines[holder] for holder in holders if holder in lines), 1)
    example = _EXAMPLES.get(str(path[0]))
    advice = (
        message("Write for example:{example}", example=example)
        if example
        else message("Use one of: {known}.", known=", ".join(_LISTS))
    )
    return source.spot(line, 1).problem(what, advice)


def _lines(source: Source) -> Mapping[_Path, int]:
    """Find the line of each key of a file that is well-formed: a statement is a file by itself."""
    lines: dict[_Path, int] = {}
    counts: dict[_Path, int] = {}
    head: _Path = ()
    for line, begins, said in _statements(source.lines):
        paths = [*_paths(said)]
        if begins.startswith("["):
            head = next(path for path in reversed(paths) if 0 not in path)
            if begins.startswith("[["):
                counts[head] = counts.get(head, -1) + 1
                head = (*head, counts[head])
            paths = [()]
        for path in paths:
            lines.setdefault((*head, *path), line)
    return lines


def _statements(lines: Iterable[str]) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Give each heading, and each key with its value, with the line on which it begins."""
    begun: list[str] = []
    for number, line in enumerate(lines, 1):
        if not begun and (not line.strip() or line.lstrip().startswith("#")):
            continue
        begun.append(line)
        if not _MAY_END.search(line):
            continue
        if len(begun) > _MOST_LINES:
            return
        try:
            said = tomllib.loads("\n".join(begun))
        except tomllib.TOMLDecodeError:
            continue
        yield number - len(begun) + 1, begun[0].lstrip(), said
        begun = []


def _paths(said: _Value, path: _Path = ()) -> Iterator[_Path]:
    inner = said.items() if isinstance(said, dict) else enumerate(said)
    for key, value in inner:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from _paths(value, (*path, key))


def _malformed(source: Source, said: str) -> Problem:
    spot = _SPOT.search(said)
    reasons = (told for pattern, told in _SAID if re.match(pattern, said))
    reason = next(reasons, said[: spot.start()] if spot else said)
    line, column = (int(spot["line"]), int(spot["column"])) if spot else (len(source.lines), 1)
    return source.spot(line, column).problem(message("this is not TOML: {reason}", reason=reason))


def _absurd(source: Source) -> Problem:
    number, nested = _LONG_NUMBER.search(source.text), _NESTED.search(source.text)
    found = number or nested
    line = source.text.count("\n", 0, found.start()) + 1 if found else None
    place = Place(source.file, line)
    if number is None:
        return Problem(message("the values stand within one another without end"), place=place)
    what = message("a number has {count} figures", count=len(number[0]))
    return Problem(what, message("Write a year such as 2019."), place)
