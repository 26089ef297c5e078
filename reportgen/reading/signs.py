"""Signs that no eye sees, and those of word processors in the place of YAML’s.

Part of `reading`, under `parsing`. Each is told for what it is, and what YAML wants is put in its
place, so that reading goes on and every place stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.errors import Problem
from reportgen.messages import Message, message
from reportgen.reading.nodes import Source
from reportgen.records import TURNING, TURNING_ADVICE

_REFUSED = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_SEPARATOR = re.compile("[\x85\u2028\u2029]")
_UNSEEN = re.compile(f"{_REFUSED.pattern}|{TURNING.pattern}|{_SEPARATOR.pattern}")
_INDENT = re.compile(
    "^[ \t]*(?P<kept>[\xa0\u2007\u202f\u3000][ \t\xa0\u2007\u202f\u3000]*)", re.MULTILINE
)
_TAB = re.compile(r"^( *(?:- +)*[^\W\d][\w-]*:)\t+(?=\S)", re.MULTILINE)
_DASH = re.compile(r" *[–—•‣·] +(?=\S)")
_BLOCK = re.compile(r"(?:[:–—•‣·-]) +[|>][-+1-9]*\s*(?:#.*)?$")
_MENDED = message("The command “reportgen check --fix” mends it.")


def seen(source: Source) -> tuple[str, list[Problem]]:
    """Tell the signs of a file that are not seen, or not those of YAML, the first of each line.

    Returns:
        The text with what was meant in their place, and what is wrong.
    """
    problems = []
    for number, line in enumerate(source.lines, start=1):
        if found := _UNSEEN.search(line):
            problems.append(source.spot(number, found.start() + 1).problem(*_unseen(found.group())))
        if found := _INDENT.match(line):
            what = message("the line is indented with no-break spaces")
            problems.append(source.spot(number, found.start("kept") + 1).problem(what, _MENDED))
    text = source.text
    if problems:
        text = _INDENT.sub(_spaces, _UNSEEN.sub(" ", text))
    lines = text.splitlines(keepends=True)
    dashes = [*_dashes(lines)]
    for number, column in dashes:
        what = message(
            "“{sign}” is no hyphen, and begins no item of a list", sign=lines[number][column]
        )
        problems.append(source.spot(number + 1, column + 1).problem(what, _MENDED))
        lines[number] = f"{lines[number][:column]}-{lines[number][column + 1 :]}"
    return ("".join(lines) if dashes else text), problems


def legible(text: str) -> str:
    """Put what YAML wants in the place of what leaves no doubt.

    These are separators of lines, no-break spaces that indent, tabs behind keys, and dashes that
    begin the items of a list.
    """
    text = _TAB.sub(r"\1 ", _INDENT.sub(_spaces, _SEPARATOR.sub(" ", text)))
    lines = text.splitlines(keepends=True)
    for number, column in [*_dashes(lines)]:
        lines[number] = f"{lines[number][:column]}-{lines[number][column + 1 :]}"
    return "".join(lines)


def _unseen(sign: str) -> tuple[Message, Message]:
    code = f"{ord(sign):04X}"
    if _SEPARATOR.fullmatch(sign):
        return message("the line holds an invisible line separator, U+{code}", code=code), _MENDED
    if TURNING.fullmatch(sign):
        what = message(
            "the line holds the invisible character U+{code}, by which letters are read in another"
            " order than they are written",
            code=code,
        )
        return what, TURNING_ADVICE
    return (
        message("the line holds the control character U+{code}", code=code),
        message("Delete the character; it often comes along with a copied text."),
    )


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _dashes(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Find the dashes that begin the items of lists: below a key, and in one column with another.

    Within a text, a line may begin with a dash by chance.

    Returns:
        The position of each line and of the sign in it, both from 0.
    """
    before = ""
    block: int | None = None
    lists: set[int] = set()
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or (block is not None and indent > block):
            continue
        lists = {one for one in lists if one <= indent}
        if _DASH.match(line) and (indent in lists or before.rstrip().endswith(":")):
            lists.add(indent)
            yield number, indent
        else:
            lists.discard(indent)
        block = indent if _BLOCK.search(line[indent:]) else None
        before = line
