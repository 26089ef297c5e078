"""A value changed in a YAML text, and nothing else.

Part of `editing`. Each change is made at the place of its value, and the result is read again:
where it does not hold what it should (braces, aliases, rare layouts), the change is made in the
text as `plain` writes it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection
from copy import deepcopy
from typing import Any

from reportgen.editing.composing import (
    Entry,
    MappingNode,
    Node,
    ScalarNode,
    YAMLError,
    compose,
    data,
    entries,
    found,
    has_anchors,
    scalars,
    value_of,
    values,
)
from reportgen.editing.writing import TODO, after, is_todo, item, yaml_of
from reportgen.errors import RecordPath

_BLOCKS = (">-", "|-")
_MODELINE = "# yaml-language-server:"
_COMMENTS = re.compile(r"(?:^|(?<=\s))#.*(?:\n[ \t]*#.*)*", re.MULTILINE)
_COMMENT_LINE = re.compile(r"[ \t]*#")


def replaced(text: str, path: RecordPath, value: Any, *, comment: str = "") -> str:  # noqa: ANN401 -- any plain value
    """Put another value at a path.

    Args:
        text: a YAML or JSON text.
        path: the way to a value that is there.
        value: any plain value.
        comment: lines to put above it as a comment.

    Raises:
        KeyError: nothing stands at that path.
    """
    changed = _with(data(text), path, value)
    if path[-1:] == (TODO,) and is_todo(value_of(found(text, path[:-1]))):
        return replaced(text, path[:-1], {TODO: value}, comment=comment)
    return _checked(
        text, changed, lambda one: _replaced(_opened(one, path[:-1]), path, value, comment)
    )


def removed(text: str, path: RecordPath) -> str:
    """Take out a key or an item with its value, and the comment that stands directly above it.

    Raises:
        KeyError: nothing stands at that path.
    """
    changed = _without(data(text), path)
    return _checked(text, changed, lambda one: _removed(_opened(one, path[:-1]), path))


def inserted(text: str, path: RecordPath, value: Any) -> str:  # noqa: ANN401 -- any plain value
    """Put a new key at the end of the mapping that holds it, or an item at the end of its list.

    What should hold it is made where it is missing, or a hole; what stands at the path already is
    replaced.

    Args:
        text: a YAML or JSON text.
        path: the way to the new value; the position of an item does not matter.
        value: any plain value.
    """
    while len(path) > 1 and _is_open(text, path[:-1]):
        path, value = path[:-1], {path[-1]: value}
    if found(text, path) is not None:
        return replaced(text, path, value)
    holder = value_of(found(text, path[:-1]))
    grown = [*holder, value] if isinstance(holder, list) else {**(holder or {}), path[-1]: value}
    if not holder:
        return replaced(text, path[:-1], grown)
    changed = _with(data(text), path[:-1], grown)
    return _checked(text, changed, lambda one: _inserted(_opened(one, path[:-1]), path, value))


def reworded(text: str, paths: Collection[RecordPath], change: Callable[[str], str]) -> str:
    """Put the values under some paths, and every comment, through a function.

    Args:
        text: a YAML text.
        paths: the ways to the values; those that lead nowhere do not matter.
        change: is given each value and each comment as it is written, line breaks and all; it
            must leave the layout alone.
    """
    chosen = {one.start_mark.index for path in paths for one in values(found(text, path))}
    done: list[str] = []
    position = 0
    for one in scalars(compose(text)):
        start, end = one.start_mark.index, one.end_mark.index
        if start == end or start < position:
            continue
        done.append(_COMMENTS.sub(lambda comment: change(comment[0]), text[position:start]))
        done.append(change(text[start:end]) if start in chosen else text[start:end])
        position = end
    done.append(_COMMENTS.sub(lambda comment: change(comment[0]), text[position:]))
    return "".join(done)


def excerpt(text: str, path: RecordPath) -> str:
    """Give the lines of a key or an item with its value, as they stand, moved to the margin.

    Raises:
        KeyError: nothing stands at that path.
    """
    text = _opened(text, path[:-1])
    entry = _entry_at(text, path)
    lines = text[entry.start : _line_end(text, entry.end)].splitlines()
    return "".join(
        f"{line}\n" for line in [lines[0], *(line[entry.column :] for line in lines[1:])]
    )


def comment_above(text: str, path: RecordPath) -> str:
    """Give the comment that stands directly above a key, without its hashes.

    Raises:
        KeyError: nothing stands at that path.
    """
    text = _opened(text, path[:-1])
    line = _line_start(text, _entry_at(text, path).start)
    lines = text[_above(text, line) : line].splitlines()
    return "".join(f"{line.strip().removeprefix('#').removeprefix(' ')}\n" for line in lines)


def annotated(text: str, path: RecordPath, comment: str) -> str:
    """Put a comment directly above a key, in place of the one that stands there.

    Raises:
        KeyError: nothing stands at that path.
    """
    text = _opened(text, path[:-1])
    line = _line_start(text, _entry_at(text, path).start)
    changed = text[: _above(text, line)] + _put_above(text, line, comment) + text[line:]
    return _in_the_line_ends_of(text, changed)


def in_blocks(text: str) -> str:
    """Give a text whose values can be taken out: as it is, or as `plain` writes it.

    It is written anew where all of it stands in braces, as in JSON, and where it has aliases,
    which must not outlive what they refer to.
    """
    node = compose(text)
    return plain(text) if has_anchors(node) or _flows(node) else text


def _flows(node: Node | None) -> bool:
    return node is not None and not isinstance(node, ScalarNode) and bool(node.flow_style)


def _entry_at(text: str, path: RecordPath) -> Entry:
    beside, index = _at(text, path)
    return beside[index]


def _put_above(text: str, line: int, comment: str) -> str:
    """Write a comment as far in as a line begins."""
    indent = _blanks(text, line)
    return "".join(f"{indent}{one}\n" for one in commented(comment).splitlines())


def _blanks(text: str, line: int) -> str:
    return text[line : line + len(text[line:]) - len(text[line:].lstrip(" "))]


def _is_open(text: str, path: RecordPath) -> bool:
    node = found(text, path)
    return node is None or is_todo(value_of(node))


def commented(text: str) -> str:
    """Put every line behind a hash."""
    return "".join(f"{f'# {line}'.rstrip()}\n" for line in text.splitlines())


def plain(text: str) -> str:
    """Write a text anew in block style, without aliases; the comment at its head is kept."""
    value = data(text)
    if not isinstance(value, dict) or not value:
        return _head(text) + yaml_of(value)
    return _head(text) + "\n".join(yaml_of({key: inner}) for key, inner in value.items())


def _head(text: str) -> str:
    """Give the comment lines, and the blank ones, that a text begins with."""
    lines = text.splitlines(keepends=True)
    return "".join(
        itertools.takewhile(lambda line: not line.strip() or _COMMENT_LINE.match(line), lines)
    )


def _checked(text: str, expected: Any, change: Callable[[str], str]) -> str:  # noqa: ANN401 -- any plain value
    """Make a change, in the text written anew where the text as it is does not allow it."""
    try:
        changed = _in_the_line_ends_of(text, change(text))
        if data(changed) == expected:
            return changed
    except (YAMLError, ValueError, LookupError):
        pass
    return change(plain(text))


def _in_the_line_ends_of(text: str, changed: str) -> str:
    if "\r\n" not in text:
        return changed
    return re.sub(r"(?<!\r)\n", "\r\n", changed)


def _with(holder: Any, path: RecordPath, value: Any) -> Any:  # noqa: ANN401 -- any plain value
    if not path:
        return value
    changed = deepcopy(holder)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]]  # what is not there cannot be replaced
    inner[path[-1]] = value
    return changed


def _without(holder: Any, path: RecordPath) -> Any:  # noqa: ANN401 -- any plain value
    changed = deepcopy(holder)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return changed


def _opened(text: str, path: RecordPath) -> str:
    """Write in block style what stands in braces or brackets on the way to a value."""
    for length in range(len(path) + 1):
        node = found(text, path[:length])
        if node is not None and _flows(node):
            return _replaced(text, path[:length], value_of(node), "") if length else plain(text)
    return text


def _at(text: str, path: RecordPath) -> tuple[list[Entry], int]:
    """Give the entry at a path with those beside it."""
    holder = found(text, path[:-1])
    if holder is None or found(text, path) is None:
        raise KeyError(path)
    if isinstance(holder, MappingNode):
        index = [str(key.value) for key, _ in holder.value].index(str(path[-1]))
    else:
        index = int(path[-1])
    return entries(text, holder), index


def _replaced(text: str, path: RecordPath, value: Any, comment: str) -> str:  # noqa: ANN401 -- any plain value
    if not path:
        return _head(text) + commented(comment) + yaml_of(value)
    beside, index = _at(text, path)
    entry = beside[index]
    head, end = entry.head, entry.end
    line_end = _line_end(text, end)
    own = text[head : _line_end(text, head)] if _line_end(text, head) < line_end else ""
    trailing = _trailing_comment(own, entry) + text[end:line_end]
    if isinstance(path[-1], int):
        written = item(value, entry.column)
    else:
        written = after(value, entry.column, head - entry.start)
    first, *rest = written.split("\n")
    below = text[line_end:]
    if rest:
        below = _dedented(below, entry.column)
        if first and first.strip() not in _BLOCKS:  # a key on the line of a hyphen
            comment += f"\n{trailing.strip().removeprefix('#').strip()}" if trailing.strip() else ""
            trailing = ""
    start = _line_start(text, entry.start)
    above = _put_above(text, start, comment)
    body = "\n".join([first + trailing.rstrip(), *rest])
    return text[:start] + above + text[start:head] + body + below


def _trailing_comment(own: str, entry: Entry) -> str:
    """Find the comment on the line of a key whose value begins below or in a block."""
    if isinstance(entry.node, ScalarNode) and entry.node.style not in {"|", ">"}:
        return ""
    match = re.search(r"(?:\A|\s)\s*#.*", own)
    return match.group() if match else ""


def _dedented(below: str, column: int) -> str:
    """Move comments under a block to its key, lest they become part of its text."""
    lines = below.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip(" "))
        if not _COMMENT_LINE.match(line):
            break
        if indent > column:
            lines[number] = " " * column + line.lstrip(" ")
    return "".join(lines)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    match = re.compile(r"\r?\n|\Z").search(text, offset)
    return match.start() if match else len(text)


def _removed(text: str, path: RecordPath) -> str:
    beside, index = _at(text, path)
    entry = beside[index]
    if len(beside) == 1:
        empty: Any = [] if isinstance(path[-1], int) else {}
        return _replaced(text, path[:-1], empty, "")
    line = _line_start(text, entry.start)
    if text[line : entry.start].strip():
        return text[: entry.start] + text[beside[index + 1].start :]
    start = _above(text, line)
    end = min(_line_end(text, entry.end) + 1, len(text))
    before, below = text[:start], text[end:]
    if re.search(r"(?:\A|\n[ \t]*\r?\n)\Z", before):
        below = re.sub(r"\A(?:[ \t]*\r?\n)+", "", below)
        if not below:
            before = before.rstrip() + "\n"
    return before + below


def _above(text: str, line: int) -> int:
    """Find where the comment begins that stands directly above a line, as far in."""
    column = len(_blanks(text, line))
    while line > 0:
        start = _line_start(text, line - 1)
        comment = text[start:line]
        if not comment.startswith(" " * column + "#") or comment.startswith(_MODELINE):
            break
        line = start
    return line


def _inserted(text: str, path: RecordPath, value: Any) -> str:  # noqa: ANN401 -- any plain value
    holder = found(text, path[:-1])
    beside = entries(text, holder) if holder is not None else []
    last = beside[-1]
    position = _line_end(text, last.end)
    written = yaml_of([value] if isinstance(path[-1], int) else {path[-1]: value}, last.column)
    apart = _apart(text, beside, top=len(path) == 1)
    below = (
        _dedented(text[position:], last.column) if "\n" in written.rstrip("\n") else text[position:]
    )
    return text[:position] + ("\n\n" if apart else "\n") + written.rstrip("\n") + (below or "\n")


def _apart(text: str, beside: list[Entry], *, top: bool) -> bool:
    """Tell whether a blank line stands between the entries of a mapping or a list."""
    if len(beside) == 1:
        return top
    between = text[beside[-2].end : beside[-1].start]
    return bool(re.search(r"\n[ \t]*\r?\n", between))
