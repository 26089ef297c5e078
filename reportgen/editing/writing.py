"""Plain values → YAML in the house style.

Part of `editing`. Two blanks for each level, prose in blocks that are filled to 100 columns, holes
on one line; whatever is written is read back the same.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from typing import Any

WIDTH = 100
TODO = "todo"

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~.+]|[-+.](?=[^\W\d])")
_UNPLAIN = re.compile(r":(?:\s|\Z)|\s#|\s\Z|^(?:---|\.\.\.)")
_UNFLOWING = re.compile(r"[,\[\]{}:#]")
_OTHER_KIND = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
    r"|\.(?:nan|NaN|NAN)"
)
_ESCAPED = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)


def yaml_of(value: Any, indent: int = 0) -> str:  # noqa: ANN401 -- any plain value
    """Write a value in the house style.

    Args:
        value: dictionaries, lists, texts, whole numbers, booleans and None; `{"todo": "…"}` is
            a hole.
        indent: how many blanks stand before each line.

    Returns:
        Whole lines.
    """
    if isinstance(value, Mapping) and not is_todo(value) and value:
        return "".join(
            f"{' ' * indent}{_key(key)}:{after(inner, indent, len(_key(key)) + 1)}\n"
            for key, inner in value.items()
        )
    if isinstance(value, (list, tuple)) and value:
        return "".join(f"{' ' * indent}-{item(inner, indent)}\n" for inner in value)
    return f"{' ' * indent}{after(value, indent - 2, 1)[1:]}\n"


def after(value: Any, indent: int, taken: int) -> str:  # noqa: ANN401 -- any plain value
    """Write a value as it follows its key, from behind the colon, without the last line's end.

    Args:
        value: any plain value.
        indent: the column of the key.
        taken: how many columns the key and its colon take.
    """
    if isinstance(value, Mapping) and value and not is_todo(value):
        return "\n" + yaml_of(value, indent + 2).rstrip("\n")
    if isinstance(value, (list, tuple)) and value:
        return "\n" + yaml_of(value, indent + 2).rstrip("\n")
    if isinstance(value, str):
        return " " + _text(value, indent + 2, WIDTH - indent - taken - 1)
    return " " + _small(value)


def item(value: Any, indent: int) -> str:  # noqa: ANN401 -- any plain value
    """Write a value as it follows a hyphen in the column `indent`: keys begin on its line."""
    if isinstance(value, Mapping) and value and not is_todo(value):
        return " " + yaml_of(value, indent + 2).strip(" ").rstrip("\n")
    return after(value, indent, 1)


def is_todo(value: Any) -> bool:  # noqa: ANN401 -- any plain value
    """Tell whether a value is a hole, as plain values show one."""
    return isinstance(value, Mapping) and list(value) == [TODO] and isinstance(value[TODO], str)


def _small(value: Any) -> str:  # noqa: ANN401 -- any plain value
    """Write what stands on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case Mapping() if value:
            return f"{{{TODO}: {_flowing(value[TODO])}}}"
        case Mapping():
            return "{}"
        case list() | tuple():
            return "[]"
    return str(value)


def _key(key: str) -> str:
    return key if _is_plain(key) else _quoted(key)


def _flowing(text: str) -> str:
    return text if _is_plain(text) and not _UNFLOWING.search(text) else _quoted(text)


def _text(text: str, indent: int, room: int) -> str:
    """Write a text behind a key or a hyphen: plain, in quotes, or as a block.

    Args:
        text: the text.
        indent: how far the lines of a block are indented.
        room: how many columns are left on the line.
    """
    if _is_plain(text) and len(text) <= room:
        return text
    if _ESCAPED.search(text) or text != text.strip(" \n") or "\n" in text:
        return _literal(text, indent)
    if len(text) <= room and " " not in text:
        return _quoted(text)
    if "  " in text:
        return _quoted(text)
    return f">-\n{_filled(text, indent)}"


def _literal(text: str, indent: int) -> str:
    """Write a text of several lines, or one that only quotes can hold."""
    if _ESCAPED.search(text) or text != text.strip(" \n") or "\n" not in text:
        return _quoted(text)
    if _MISREAD.search(text):
        return _quoted(text)
    lines = (f"{' ' * indent}{line}" if line else "" for line in text.split("\n"))
    return "|-\n" + "\n".join(lines)


_MISREAD = re.compile(r"\n\s*(?:\n|[-–—•*‣·]\s)|^[-–—•*‣·]\s")
"""What reading tells of in a block: a blank line, or one that begins as those of a list."""


def _filled(text: str, indent: int) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _is_plain(text: str) -> bool:
    return (
        bool(_PLAIN.match(text))
        and "\n" not in text
        and not _ESCAPED.search(text)
        and not _UNPLAIN.search(text)
        and not _OTHER_KIND.fullmatch(text)
    )


def _quoted(text: str) -> str:
    """Put a text in single quotes, or in double ones where it needs escapes."""
    if "\n" not in text and not _ESCAPED.search(text):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _ESCAPED.sub(_escape, escaped) + '"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004 -- \u has four
