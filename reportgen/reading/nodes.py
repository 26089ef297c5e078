"""What a YAML or JSON file holds, each value with its spot in the file.

Part of `reading`: `parsing` makes these nodes, `structure` makes records from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from typing import Literal, TypeAlias

from attrs import field, frozen

from reportgen.errors import Place, Problem
from reportgen.messages import Message
from reportgen.records import composed

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_SHOWN, _SHOWN_BEFORE = 100, 70


@frozen(eq=False)
class Source:
    """The text of one file.

    Args:
        file: the path, as the user is told it.
    """

    file: str
    text: str = field(repr=False, converter=composed)
    lines: tuple[str, ...] = field(init=False, repr=False)

    @lines.default
    def _split(self) -> tuple[str, ...]:
        return tuple(_LINE_BREAK.split(self.text))

    def line_at(self, number: int) -> str:
        """Give a line by its number from 1; an empty one past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def spot(self, line: int, column: int) -> Spot:
        """Give a spot by its line and column from 1."""
        return Spot(self, line, column)


@frozen
class Spot:
    """A line and a column of a file, both from 1."""

    source: Source
    line: int
    column: int

    @property
    def place(self) -> Place:
        """The spot as messages name it."""
        return Place(self.source.file, self.line, self.column)

    @property
    def excerpt(self) -> str:
        """The line, or the part of it around the spot, over a mark under the column."""
        line = "".join(c if c.isprintable() else " " for c in self.source.line_at(self.line))
        start = max(0, self.column - 1 - _SHOWN_BEFORE)
        end = start + _SHOWN
        head = "…" if start else ""
        tail = "…" if end < len(line) else ""
        mark = " " * (len(head) + self.column - 1 - start) + "^"
        return f"{head}{line[start:end].rstrip()}{tail}\n{mark}" if line.strip() else ""

    def problem(self, what: Message, advice: Message | None = None) -> Problem:
        """Make a problem of this spot."""
        return Problem(what, advice, self.place, excerpt=self.excerpt)


@frozen(eq=False)
class Scalar:
    """One value: `kind` is what YAML 1.2 takes it for, `text` is as it was written."""

    spot: Spot
    text: str
    kind: Literal["empty", "boolean", "number", "text"]
    weight: int = field(init=False)
    depth: int = field(default=1, init=False)

    @weight.default
    def _length(self) -> int:
        return len(self.text) + 1


@frozen(eq=False)
class Sequence:
    """A list."""

    spot: Spot
    items: tuple[Node, ...]
    weight: int = field(init=False)
    depth: int = field(init=False)

    @weight.default
    def _sum(self) -> int:
        return 1 + sum(item.weight for item in self.items)

    @depth.default
    def _deepest(self) -> int:
        return 1 + max((item.depth for item in self.items), default=0)


@frozen
class Entry:
    """A key of a mapping, by its spot, and its value."""

    key: Spot
    value: Node


@frozen(eq=False)
class Mapping:
    """Keys and values, in their order; `flow` where they stand between braces."""

    spot: Spot
    entries: MappingOf[str, Entry]
    flow: bool = False
    weight: int = field(init=False)
    depth: int = field(init=False)

    @weight.default
    def _sum(self) -> int:
        return 1 + sum(len(key) + entry.value.weight for key, entry in self.entries.items())

    @depth.default
    def _deepest(self) -> int:
        return 1 + max((entry.value.depth for entry in self.entries.values()), default=0)


@frozen(eq=False)
class Broken:
    """A value that cannot be known, whose fault was already told."""

    spot: Spot
    weight: int = field(default=1, init=False)
    depth: int = field(default=1, init=False)


Node: TypeAlias = Scalar | Sequence | Mapping | Broken
"""A value of a file. `weight` is its length and `depth` its nesting, aliases written out."""


class NodeError(Exception):
    """A value that no record can be made of.

    Args:
        problems: what is wrong; none where it was already told.
    """

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems."""
        super().__init__(*problems)
        self.problems = problems


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """Give the values in a node, each with its key or its position from 0."""
    if isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield key, entry.value
    elif isinstance(node, Sequence):
        yield from enumerate(node.items)
