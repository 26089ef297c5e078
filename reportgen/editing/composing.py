"""The text of a YAML or JSON file → its values, and where each stands.

Part of `editing`, and its only module that knows the YAML library. Scalars follow the core schema
of YAML 1.2, as in `reading`: no implicit dates, no `yes` for true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from attrs import frozen
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from reportgen.errors import RecordPath

__all__ = ["Entry", "MappingNode", "Node", "ScalarNode", "SequenceNode", "YAMLError", "compose"]

Node = MappingNode | SequenceNode | ScalarNode

_EMPTY = re.compile(r"null|Null|NULL|~|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,999})")
_END_OF_LINE = re.compile(r"[^\r\n]*")


@frozen
class Entry:
    """A value in block style with its key or hyphen, as offsets in the text.

    Args:
        node: the value.
        column: the column of the key or the hyphen.
        start: where the key or the hyphen stands.
        head: what follows the colon or the hyphen.
        end: where the value ends, comments after it left out; a collection in block style ends
            with the line of its last value.
    """

    node: Node
    column: int
    start: int
    head: int
    end: int


@lru_cache(maxsize=16)
def compose(text: str) -> Node | None:
    """Read the one document of a text; None where it has none.

    Raises:
        YAMLError: the text is no YAML.
    """
    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    return node


def data(text: str) -> Any:  # noqa: ANN401 -- whatever the text holds
    """Give what a YAML or JSON text holds, as plain values.

    Returns:
        Dictionaries, lists, texts, whole numbers, booleans and None; dates and all other
        scalars stay as they are written.
    """
    return value_of(compose(text))


def value_of(node: Node | None) -> Any:  # noqa: ANN401 -- likewise
    """Give what a node holds, as plain values."""
    match node:
        case MappingNode():
            return {str(key.value): value_of(value) for key, value in node.value}
        case SequenceNode():
            return [value_of(item) for item in node.value]
        case ScalarNode():
            return _scalar(node)
    return None


def _scalar(node: ScalarNode) -> str | int | bool | None:
    text = str(node.value)
    if node.style in {"|", ">"}:
        return text.rstrip("\n")
    if node.style:
        return text
    if _EMPTY.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text.lower() == "true"
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def found(text: str, path: RecordPath) -> Node | None:
    """Find the value at a path; None where there is none."""
    node = compose(text)
    for step in path:
        node = dict(_children(node)).get(step)
    return node


def scalars(node: Node | None) -> Iterator[ScalarNode]:
    """Give every scalar in a node, keys among them, in order."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from scalars(key)
            yield from scalars(value)
    elif node is not None:
        for item in node.value:
            yield from scalars(item)


def values(node: Node | None) -> Iterator[ScalarNode]:
    """Give the scalars in a node that are no keys."""
    if isinstance(node, ScalarNode):
        yield node
    elif node is not None:
        inner = (one[1] if isinstance(node, MappingNode) else one for one in node.value)
        for one in inner:
            yield from values(one)


def has_anchors(node: Node | None) -> bool:
    """Tell whether something in a node has a name that aliases refer to."""
    return node is not None and (
        node.anchor is not None or any(has_anchors(inner) for _, inner in _children(node))
    )


def _children(node: Node | None) -> list[tuple[str | int, Node]]:
    match node:
        case MappingNode():
            return [(str(key.value), value) for key, value in node.value]
        case SequenceNode():
            return list(enumerate(node.value))
    return []


def entries(text: str, node: Node) -> list[Entry]:
    """Give the entries of a mapping or a list in block style, in order."""
    if isinstance(node, MappingNode):
        return [_of_key(text, key, value) for key, value in node.value]
    listed: list[Entry] = []
    column = node.start_mark.column
    hyphen = re.compile(rf"^ {{{column}}}-(?=[ \r\n]|\Z)", re.MULTILINE)
    for item in node.value:
        start = node.start_mark.index
        if listed:
            match = hyphen.search(text, listed[-1].end)
            start = match.end() - 1 if match else item.start_mark.index
        listed.append(_entry(text, item, column, start, start + 1))
    return listed


def _of_key(text: str, key: Node, value: Node) -> Entry:
    head = text.index(":", key.end_mark.index) + 1
    return _entry(text, value, key.start_mark.column, key.start_mark.index, head)


def _entry(text: str, node: Node, column: int, start: int, head: int) -> Entry:
    return Entry(node, column, start, head, _end(text, node, head))


def _end(text: str, node: Node, head: int) -> int:
    """Find where a value ends whose key or hyphen ends at `head`."""
    if isinstance(node, ScalarNode) or node.flow_style:
        last = max(node.end_mark.index, head)
        if node.start_mark.index == node.end_mark.index:
            return head
        blocky = isinstance(node, ScalarNode) and node.style in {"|", ">"}
        return head + len(text[head:last].rstrip()) if blocky else last
    last = entries(text, node)[-1].end
    match = _END_OF_LINE.match(text, last)
    return match.end() if match else last
