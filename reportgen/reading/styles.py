"""A house style in a small file → a `Style`: only what differs from a look that has a name.

Part of `reading`. The keys are the fields of `Style`; those that tie a style to Word’s lists and
outline are no matter of looks, and cannot be set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin

import attrs

from reportgen.errors import Problem, ReadingError, RecordError, closed
from reportgen.messages import message
from reportgen.pictures import Image
from reportgen.reading.files import read_text
from reportgen.reading.nodes import Mapping, Node, NodeError, Sequence
from reportgen.reading.parsing import parse
from reportgen.reading.structure import known_entries
from reportgen.reading.values import (
    HYPHENS,
    boolean_of,
    image_of,
    number_of,
    text_of,
    whole_number_of,
    word_of,
    wrong_type,
)
from reportgen.style import STYLES, UN_2015, ParagraphStyle, Style, refined

BASED_ON = "based_on"
_TIED = {"name", "style_id", "based_on", "outline_level", "keep_next"}

_ADVICE = message("Write what differs, such as “based_on: un-2025”, or delete the file.")

_Kind: TypeAlias = Any
"""What the annotation of a field says."""

_Value: TypeAlias = Any
"""A value of a field, of any type."""


def read_style(path: str | Path) -> Style:
    """Read a house style.

    Args:
        path: a YAML file; `based_on` names the look that it refines, `un-2015` when left out, and
            its other keys are the fields of that look which it changes. The style bears the name
            of the file unless it gives another.

    Raises:
        ReadingError: everything that is wrong, each with its place.
    """
    file = Path(path)
    try:
        there = file.exists()
    except OSError as error:
        raise ReadingError(closed(file, error)) from error
    if not there:
        known = ", ".join(STYLES)
        what = message("there is no look “{found}”, and no such file", found=str(path))
        raise ReadingError(Problem(what, message("Use one of: {known}.", known=known)))
    source = read_text(file)
    node, problems = parse(source)
    if node is None or problems:
        nothing = source.spot(1, 1).problem(message("the file is empty"), _ADVICE)
        raise ReadingError(*(problems or (nothing,)))
    try:
        return _style(node, file.stem)
    except NodeError as error:
        raise ReadingError(*error.problems) from None


def _style(node: Node, name: str) -> Style:
    if not isinstance(node, Mapping):
        expected = message("keys and values ({names})", names="based_on, page, fonts")
        raise wrong_type(node, expected, _ADVICE)
    based = node.entries.get(BASED_ON)
    base = STYLES[word_of(based.value, list(STYLES))] if based else UN_2015
    changes = dict(_changes(base, node, besides=(BASED_ON,)))
    try:
        return refined(base, {"name": name, **changes})
    except RecordError as error:
        entries = node.entries
        raise NodeError(
            *(
                (entries[key].value if (key := str(p.path[0])) in entries else node).spot.problem(
                    p.what, p.advice
                )
                for p in error.problems
            )
        ) from None


def _changes(
    base: _Value, node: Node, besides: tuple[str, ...] = ()
) -> Iterator[tuple[str, _Value]]:
    """Give the fields of a look that a file changes, `page.left_pt` for that of a part.

    Args:
        base: the look, or the part of it, that is changed.
        node: the keys and values.
        besides: keys that someone else reads.

    Raises:
        NodeError: everything that is wrong in the node.
    """
    kind = type(base)
    attrs.resolve_types(kind)
    tied = _TIED if kind is ParagraphStyle else set()
    fields = {field.name: field for field in attrs.fields(kind) if field.name not in tied}
    if not isinstance(node, Mapping):
        first = next(iter(fields))
        raise wrong_type(
            node,
            message("keys and values ({names})", names=", ".join(fields)),
            message(
                "Write {example}, for instance.", example=f"{{{first}: {getattr(base, first)}}}"
            ),
        )
    entries, problems = known_entries(node, [*besides, *fields])
    for name, entry in entries.items():
        if name in besides:
            continue
        try:
            value = getattr(base, name)
            if attrs.has(type(value)):
                within = [*_changes(value, entry.value)]
                yield from ((f"{name}.{step}", change) for step, change in within)
            else:
                yield name, _checked(base, name, _single(entry.value, fields[name].type))
        except NodeError as error:
            problems += error.problems
        except RecordError as error:
            problems += [entry.value.spot.problem(p.what, p.advice) for p in error.problems]
    if problems:
        raise NodeError(*problems)


def _checked(base: _Value, name: str, value: _Value) -> _Value:
    """Refuse a figure that is wrong by itself; whether all fit together, the look itself knows."""
    if not isinstance(base, Style):
        attrs.evolve(base, **{name: value})
    return value


def _single(node: Node, kind: _Kind) -> _Value:
    origin = cast("object", get_origin(kind))
    if origin is Literal:
        return word_of(node, get_args(kind))
    if origin is tuple:
        return _texts(node)
    if Image in get_args(kind):
        return image_of(node)
    return _SINGLE.get(kind, number_of)(node)


_SINGLE: dict[_Kind, Callable[[Node], _Value]] = {
    bool: boolean_of,
    str: text_of,
    int: whole_number_of,
}


def _texts(node: Node) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        raise wrong_type(node, message("a list"), HYPHENS)
    return tuple(map(text_of, node.items))
