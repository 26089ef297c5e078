"""Plain text: the oracle that says which words the other writers must show, in which order.

One line a paragraph, heading, item or row; running heads and feet are not words of the document.
A note follows the line that calls it, those of a table follow the table; `[1]` is its call.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Contents,
    Document,
    Figure,
    Footnote,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Row,
    Signature,
    Summary,
    Table,
    Title,
    contents,
    notes,
    plain,
    words,
)

_INDENT = "    "


def write_text(document: Document) -> str:
    """Write a finished document as plain text.

    Args:
        document: the document, finished.

    Returns:
        Its words in reading order; blocks are parted by an empty line, the cells of a row by
        ` | ` and the paragraphs of a cell by ` / `.
    """
    parts = [_masthead(document.masthead)] if document.masthead else []
    parts += ["\n".join(_lines(block)) for block in document.blocks]
    return "\n\n".join(parts) + "\n"


def _masthead(masthead: Masthead) -> str:
    head = (masthead.institution, masthead.symbol, masthead.organ, *masthead.lines)
    foot = (masthead.job_line, masthead.recycling, masthead.reissue)
    return "\n".join(plain(content) for content in (*head, *foot) if content)


def _lines(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 -- one a kind
    match block:
        case Title():
            yield from _line(block.content)
        case Heading():
            yield from _line(block.content, block.numeral and f"{block.numeral}.")
        case Paragraph():
            yield from _line(block.content, f"{block.number}." if block.number else "")
            yield from _items(block.items, _INDENT)
        case Signature():
            for line in block.lines:
                yield from _line(line)
        case AnnexHeading():
            for content in filter(None, (block.label, block.original, block.content)):
                yield from _line(content)
        case Figure():
            yield from _line(block.caption, block.label) if block.caption else [block.label]
        case Summary():
            yield from _line(block.heading)
            yield from (line for paragraph in block.paragraphs for line in _lines(paragraph))
        case Contents():
            yield plain(block.heading)
            yield plain(block.page)
            for entry in block.entries:
                yield " ".join(
                    filter(None, (_INDENT * (entry.level - 1) + entry.label, plain(entry.content)))
                )
        case Table():
            yield " | ".join(map(_said, block.heads))
            yield from map(_row, block.rows)
            yield from _notes(*contents(block))
        case _:
            assert_never(block)


def _line(content: Content, label: str = "", indent: str = "") -> Iterator[str]:
    """Give a line, and one for each note that it calls."""
    said = _said(content)
    yield indent + (f"{label} {said}" if label else said)
    yield from _notes(content, indent=indent)


def _notes(*called_in: Content, indent: str = "") -> Iterator[str]:
    return (f"{indent}{_call(note)} {_said(note.content)}" for note in notes(*called_in))


def _said(content: Content) -> str:
    return "".join(_call(i) if isinstance(i, Footnote) else words(i) for i in content)


def _call(note: Footnote) -> str:
    return f"[{note.label}]"


def _items(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        yield from _line(item.content, item.label, indent)
        yield from _items(item.items, indent + _INDENT)


def _row(row: Row) -> str:
    return " | ".join(" / ".join(map(_said, cell)) for cell in row.cells)
