"""A house style in a small file → a `Style`: only what differs from a look that has a name.

Part of `reading`. The keys are the fields of `Style`; those that tie a style to Word’s lists and
outline are no matter of looks, and cannot be set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin

import attrs

from reportgen.errors import Problem, ReadingError, RecordError
from reportgen.images import Image
from reportgen.messages import message
from reportgen.reading.files import read_text
from reportgen.reading.nodes import Mapping, Node, NodeError, Scalar, Sequence
from reportgen.reading.parsing import parse
from reportgen.reading.structure import known_entries
from reportgen.reading.values import (
    boolean_of,
    image_of,
    number_of,
    text_of,
    whole_number_of,
    wrong_type,
)
from reportgen.reading.words import nearest
from reportgen.style import STYLES, UN_2015, ParagraphStyle, Style, refined

BASED_ON = "based_on"
_TIED = {"name", "style_id", "based_on", "outline_level", "keep_next"}

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
    if not file.exists():
        known = ", ".join(STYLES)
        what = message("there is no look “{found}”, and no such file", found=str(path))
        raise ReadingError(Problem(what, message("Use one of: {known}.", known=known)))
    source = read_text(file)
    node, problems = parse(source)
    if node is None or problems:
        nothing = source.spot(1, 1).problem(message("the file is empty"))
        raise ReadingError(*(problems or (nothing,)))
    try:
        return _style(node, file.stem)
    except NodeError as error:
        raise ReadingError(*error.problems) from None


def _style(node: Node, name: str) -> Style:
    if not isinstance(node, Mapping):
        raise wrong_type(node, message("keys and values ({names})", names="based_on, page, fonts"))
    rest = {key: entry for key, entry in node.entries.items() if key != BASED_ON}
    base = _base(node.entries[BASED_ON].value) if BASED_ON in node.entries else UN_2015
    changes = dict(_changes(base, attrs.evolve(node, entries=rest)))
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


def _base(node: Node) -> Style:
    name = text_of(node)
    if name in STYLES:
        return STYLES[name]
    known = ", ".join(STYLES)
    what = message("“{found}” is not one of: {values}", found=name, values=known)
    meant = nearest(name, STYLES)
    advice = message("Write “{name}”.", name=meant) if meant else None
    raise NodeError(node.spot.problem(what, advice))


def _changes(base: _Value, node: Node) -> Iterator[tuple[str, _Value]]:
    """Give the fields of a look that a file changes, `page.left_pt` for that of a part.

    Raises:
        NodeError: everything that is wrong in the node.
    """
    kind = type(base)
    attrs.resolve_types(kind)
    tied = _TIED if kind is ParagraphStyle else set()
    fields = {field.name: field for field in attrs.fields(kind) if field.name not in tied}
    if not isinstance(node, Mapping):
        raise wrong_type(node, message("keys and values ({names})", names=", ".join(fields)))
    entries, problems = known_entries(node, list(fields))
    for name, entry in entries.items():
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
        return _choice(node, get_args(kind))
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


def _choice(node: Node, choices: tuple[str, ...]) -> str:
    if isinstance(node, Scalar) and node.text in choices:
        return node.text
    raise wrong_type(node, message("one of: {values}", values=", ".join(choices)))


def _texts(node: Node) -> tuple[str, ...]:
    if not isinstance(node, Sequence):
        raise wrong_type(node, message("a list"))
    return tuple(map(text_of, node.items))
