"""Text of a YAML 1.2 or JSON file → nodes with their spots.

Part of `reading`, and the only module that knows the YAML library. Scalars follow the core schema
of YAML 1.2 (section 10.3.2): no implicit dates, no `yes` for true. JSON is read as the YAML that
it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

from attrs import evolve
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportgen.errors import Problem
from reportgen.messages import Message, message
from reportgen.reading.layout import misread
from reportgen.reading.nodes import (
    Broken,
    Entry,
    Mapping,
    Node,
    NodeError,
    Scalar,
    Sequence,
    Source,
    Spot,
)
from reportgen.reading.signs import seen
from reportgen.reading.slips import GLUED, Slip, block_here, explain, missing_space

_EMPTY = re.compile(r"null|Null|NULL|~|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")

_Beginning: TypeAlias = ScalarEvent | SequenceStartEvent | MappingStartEvent

DEEPEST = 100
"""How many values may stand within one another."""

HEAVIEST = 10_000_000
"""How many characters a file may hold once its aliases are written out."""

_MOST_SLIPS = 25


def parse(source: Source) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read the one document of a file.

    A slip of the pen that YAML cannot read, such as a colon within a text, is told, taken for
    what was meant, and reading goes on: the next ones are told in the same breath.

    Returns:
        The document, None where nothing can be made of the file; and everything that is wrong.
    """
    text, problems = seen(source)
    for _ in range(_MOST_SLIPS):
        composer = _Composer(source)
        try:
            node = composer.document(text)
        except NodeError as error:
            return None, (*problems, *composer.problems, *error.problems)
        except (YAMLError, ValueError, ArithmeticError) as error:  # the last two for absurd numbers
            slip = _slip(source, error)
            if slip.problem in problems:
                break
            problems.append(slip.problem)
            if slip.mended is None:
                break
            text = slip.mended(text)
        else:
            return node, (*problems, *composer.problems)
    return None, tuple(problems)


def _slip(source: Source, error: Exception) -> Slip:
    if not isinstance(error, MarkedYAMLError):
        return Slip(
            source.spot(1, 1).problem(message("this is not YAML: {reason}", reason=str(error)))
        )
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    return explain(
        str(error.problem),
        source.spot(mark.line + 1, mark.column + 1),
        source.spot(context.line + 1, context.column + 1),
    )


class _Composer:
    """Makes nodes of the library's events, and keeps what is wrong on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node] = {}
        self.open: set[str] = set()
        self.unused: dict[str, Spot] = {}
        self.aliases = 0

    def document(self, text: str) -> Node | None:
        events = YAML(typ="safe", pure=True).parse(text)
        node: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                following = next(events)
                if node is not None:
                    self._tell_second_document(event)
                    break
                node = self._node(following, events, 1)
        for name, spot in self.unused.items():
            what = message("“&{name}” names a value that nothing refers to", name=name)
            self._tell(spot, what, block_here(spot))
        if node is not None and self.aliases and (node.weight > HEAVIEST or node.depth > DEEPEST):
            what = message("the aliases of the file, written out, are too large")
            advice = message("Write the texts where they belong, without aliases.")
            raise NodeError(node.spot.problem(what, advice))
        return node

    def _tell(self, spot: Spot, what: Message, advice: Message) -> None:
        self.problems.append(spot.problem(what, advice))

    def _tell_second_document(self, event: Event) -> None:
        what = message("“---” begins a second document in the file")
        advice = message("Put what follows into a file of its own: one file tells one meeting.")
        self._tell(self._spot(event), what, advice)

    def _spot(self, event: Event) -> Spot:
        return self.source.spot(event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: _Beginning | AliasEvent, events: Iterator[Any], depth: int) -> Node:
        spot = self._spot(event)
        if depth > DEEPEST:
            what = message("more than {count} values stand within one another", count=DEEPEST)
            raise NodeError(spot.problem(what, message("Check the brackets of the file.")))
        if isinstance(event, AliasEvent):
            return self._alias(event.anchor, spot)
        name = event.anchor
        if name is not None:
            self.open.add(name)
            self.unused[name] = spot
        node = self._content(event, events, spot, depth)
        if event.ctag is not None:
            what = message("the file holds a YAML tag, “{tag}”", tag=event.tag)
            self._tell(spot, what, block_here(spot))
            node = Broken(spot)
        if name is not None:
            self.open.discard(name)
            self.anchors[name] = node
        return node

    def _alias(self, name: str, spot: Spot) -> Node:
        self.aliases += 1
        self.unused.pop(name, None)
        if name in self.open:
            what = message("“*{name}” stands within the value that it refers to", name=name)
            self._tell(spot, what, message("Write the text in place of the alias."))
        elif name in self.anchors:
            return self.anchors[name]
        else:
            what = message("“*{name}” refers to nothing", name=name)
            self._tell(spot, what, block_here(spot))
        return Broken(spot)

    def _content(self, event: _Beginning, events: Iterator[Any], spot: Spot, depth: int) -> Node:
        match event:
            case ScalarEvent():
                return self._scalar(event, spot)
            case SequenceStartEvent():
                items = []
                while not isinstance(event := next(events), SequenceEndEvent):
                    items.append(self._node(event, events, depth + 1))
                return Sequence(spot, tuple(items))
            case MappingStartEvent():
                flow = bool(event.flow_style)
                entries: dict[str, Entry] = {}
                while not isinstance(event := next(events), MappingEndEvent):
                    self._entry(entries, event, events, depth)
                return Mapping(spot, entries, flow)

    def _scalar(self, event: ScalarEvent, spot: Spot) -> Scalar:
        self.problems += misread(self.source, event)
        text = _PAIR.sub(_joined, event.value)
        if half := _HALF.search(text):
            what = message(
                "“\\u{code}” is half a character, without its other half",
                code=f"{ord(half.group()):04X}",
            )
            self._tell(spot, what, message("Write the character itself."))
            text = _HALF.sub("�", text)
        if event.style in {"|", ">"}:
            text = text.rstrip("\n")
        return Scalar(spot, text, "text" if event.style else _kind(text))

    def _entry(
        self, entries: dict[str, Entry], event: _Beginning, events: Iterator[Any], depth: int
    ) -> None:
        key = self._node(event, events, depth + 1)
        value = self._node(next(events), events, depth + 1)
        spot = self._spot(event)
        if isinstance(value, Scalar) and not value.text and value.kind == "empty":
            value = evolve(value, spot=spot)
            if isinstance(key, Scalar) and (glued := GLUED.match(key.text)):
                self.problems.append(missing_space(spot, glued[1]))
                key, value = evolve(key, text=glued[1]), Broken(spot)
        if not isinstance(key, Scalar):
            what = message("a key is a word, not a list or keys and values")
            self._tell(spot, what, block_here(spot))
        elif key.text in entries:
            what = message(
                "the key “{key}” stands here for the second time, after line {line}",
                key=key.text,
                line=entries[key.text].key.line,
            )
            self._tell(spot, what, message("Keep one of the two."))
        else:
            entries[key.text] = Entry(spot, value)


def _joined(pair: re.Match[str]) -> str:
    """Join the halves that JSON writes for a character beyond U+FFFF (RFC 8259, section 7)."""
    return pair.group().encode("utf-16", "surrogatepass").decode("utf-16")


def _kind(text: str) -> Literal["empty", "boolean", "number", "text"]:
    if _EMPTY.fullmatch(text):
        return "empty"
    if _BOOLEAN.fullmatch(text):
        return "boolean"
    return "number" if _NUMBER.fullmatch(text) else "text"
