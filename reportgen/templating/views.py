"""What templates may see of the records: fields to read, no methods, holes that stay visible."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from enum import Enum

import attrs
from jinja2 import StrictUndefined
from markupsafe import Markup

from reportgen.errors import Problem, RecordPath
from reportgen.messages import message
from reportgen.records import Hole, Symbol, Todo

_MARK = re.compile("\ufdd0([0-9]+)\ufdd1")
_BROKEN_MARK = re.compile("[\ufdd0\ufdd1]")


class Face:
    """One record as templates see it: its fields and properties, and the `path` to it."""

    __slots__ = ("_holes", "_path", "_record")

    def __init__(self, record: object, path: RecordPath, holes: Holes) -> None:
        """Show a record.

        Args:
            record: the record.
            path: the way from the report to it.
            holes: where the holes that are met are kept.
        """
        self._record = record
        self._path = path
        self._holes = holes

    def __repr__(self) -> str:
        """Say what sort of record it is, for messages."""
        return type(self._record).__name__

    def __getattr__(self, name: str) -> object:
        """Give a field of the record; anything else is unknown to the template."""
        if name == "path":
            return ".".join(map(str, self._path))
        if name not in _names(type(self._record)):
            raise AttributeError(name)
        return self._holes.show(getattr(self._record, name), (*self._path, name))


def tell_fault(face: Face, *problems: Problem) -> None:
    """Keep faults of a record until the page is rendered, so that all are told at once."""
    face._holes.problems.extend(problems)  # noqa: SLF001 -- hidden from templates only


def field_names(face: Face) -> tuple[str, ...]:
    """List what a template can read of a record."""
    return _names(type(face._record))  # noqa: SLF001 -- a face hides its record from templates only


def _names(kind: type) -> tuple[str, ...]:
    known = _NAMES.get(kind)
    if known is None:
        fields = attrs.fields_dict(kind) if attrs.has(kind) else ()
        properties = [name for name, value in vars(kind).items() if isinstance(value, property)]
        known = _NAMES[kind] = (*fields, *properties)
    return known


_NAMES: dict[type, tuple[str, ...]] = {}


class UnknownName(StrictUndefined):
    """A name that means nothing, told with the nearest one that does."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        face, name = self._undefined_obj, str(self._undefined_name)
        if not isinstance(face, Face):
            return super()._undefined_message
        near = get_close_matches(name, field_names(face), 1)
        if near:
            return str(
                message("a record has no “{name}” here, but “{near}”", name=name, near=near[0])
            )
        return str(message("a record has no “{name}” here", name=name))


class Holes:
    """The holes that a template has met.

    A hole goes through filters and sentences as a short mark between two noncharacters, which no
    text of a record may hold; when the page is rendered the marks become `todo` elements.
    """

    def __init__(self) -> None:
        """Begin without holes, and without faults."""
        self.problems: list[Problem] = []
        self._met: list[Hole] = []

    def show(self, value: object, path: RecordPath) -> object:
        """Give what templates see of a value.

        Args:
            value: a record, or a value in one.
            path: the way from the report to the value.
        """
        if isinstance(value, Todo):
            self._met.append(Hole(path, value))
            return HoleMark(f"\ufdd0{len(self._met) - 1}\ufdd1")
        if isinstance(value, tuple):
            return tuple(self.show(item, (*path, index)) for index, item in enumerate(value))
        if isinstance(value, Symbol):
            return str(value)
        if value is None or isinstance(value, (str, int, date, Enum)):
            return value
        return Face(value, path, self)

    def fill(self, text: str) -> str:
        """Put `todo` elements in place of the marks in rendered text.

        Raises:
            ValueError: a filter took a mark apart.
        """
        filled = _MARK.sub(lambda found: self._todo(self._met[int(found[1])]), text)
        if _BROKEN_MARK.search(filled):
            raise ValueError(message("a filter took a hole apart: test “is todo” before it"))
        return filled

    @staticmethod
    def _todo(hole: Hole) -> str:
        origin = ".".join(map(str, hole.path))
        return Markup('<todo from="{}">{}</todo>').format(origin, hole.todo.expected)


class HoleMark(str):
    """What stands for a hole in a template; `is todo` tells it from text."""

    __slots__ = ()


def begins_with_a_hole(text: object) -> bool:
    """Tell whether a text, or a hole itself, begins with words that are still to come."""
    return isinstance(text, str) and text.startswith("\ufdd0")


def is_todo(value: object) -> bool:
    """Tell whether a value is a hole, for the test `is todo` of templates."""
    return isinstance(value, HoleMark)
