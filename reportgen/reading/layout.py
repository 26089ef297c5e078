"""What the lines of a text seem to say to its author, and YAML does not take from them.

Part of `reading`, under `parsing`. YAML joins the lines of a text (YAML 1.2.2, section 6.5), and
takes ` #` for the beginning of a comment (section 6.6): paragraphs, lists and words would go lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruamel.yaml.events import ScalarEvent

from reportgen.errors import Problem
from reportgen.messages import message
from reportgen.reading.nodes import Source

_COMMENT = re.compile(r"\s#(?P<words>.*)")
_LISTED = re.compile(r"\s*(?P<sign>[-–—•*‣·])\s+(?=\S)")
_ANNOUNCING = (":", ";", ".")


def misread(source: Source, event: ScalarEvent) -> Iterator[Problem]:
    """Tell what the page would lose of a text: its parting, its list, what follows ` #`."""
    if event.style is None:
        yield from _cut(source, event)
    first, last = event.start_mark.line + 1, event.end_mark.line + 1
    if last > first and not (event.style == '"' and "\\" in source.line_at(first)):
        begins = event.start_mark.column if event.style not in {"|", ">"} else None
        yield from _parted(source, range(first, last + 1), begins, event.value)


def _cut(source: Source, event: ScalarEvent) -> Iterator[Problem]:
    """Tell of words behind ` #`, save a remark: apart by two blanks, or `# x` on a single word."""
    line, column = event.end_mark.line + 1, event.end_mark.column
    found = _COMMENT.match(source.line_at(line), column)
    if found and (" " in event.value or found["words"][:1].strip()):
        words = found["words"].strip()
        yield source.spot(line, found.start("words")).problem(
            message("“#” ends the text, and these words are lost: “{words}”", words=words),
            message(
                "Put the text into a block, begun with >- and indented on lines of its own, where"
                " “#” is plain text; or put two spaces before the sign of a remark."
            ),
        )


def _parted(source: Source, lines: range, begins: int | None, value: str) -> Iterator[Problem]:
    """Tell of a blank line within a text, and of lines that begin as those of a list do."""
    written = [(number, source.line_at(number)) for number in lines[begins is None :]]
    if begins is not None:
        written[0] = (lines[0], source.line_at(lines[0])[begins:])
    words = max(len(value.split()), 1)
    before, listed, blank = "", False, False
    for number, line in written:
        if words <= 0:
            break
        if not line.strip():
            blank = bool(before)
            continue
        words -= len(line.split())
        spot = source.spot(number, len(source.line_at(number)) - len(line.lstrip()) + 1)
        found = _LISTED.match(line)
        if found and (before.endswith(_ANNOUNCING) or (listed and before)):
            yield spot.problem(
                message("“{sign}” begins no list within a text", sign=found["sign"]),
                message(
                    "End the text before the list, write it under “text”, and the list under"
                    " “items”, each item on a line of its own behind a hyphen and a space."
                ),
            )
            return
        if blank:
            yield spot.problem(
                message("a blank line within a text parts no paragraphs"),
                message(
                    "Begin each paragraph with a hyphen of its own, “- >-”; where only one text"
                    " may stand, delete the blank line."
                ),
            )
            return
        listed, blank, before = bool(found) and (listed or not before), False, line.rstrip()
