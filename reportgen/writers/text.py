"""Plain text: the oracle that says which words the other writers must show, in which order.

One line a paragraph, heading, item or row; running heads and feet are not words of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.document import (
    AnnexHeading,
    Block,
    Document,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Row,
    Table,
    Title,
    plain,
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


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield plain(block.content)
        case Heading():
            yield _labelled(block.numeral and f"{block.numeral}.", plain(block.content))
        case Paragraph():
            yield _labelled(f"{block.number}." if block.number else "", plain(block.content))
            yield from _items(block.items, _INDENT)
        case AnnexHeading():
            yield from filter(None, (plain(block.label), plain(block.content)))
        case Table():
            yield " | ".join(map(plain, block.heads))
            yield from map(_row, block.rows)
        case _:
            assert_never(block)


def _labelled(label: str, words: str) -> str:
    return f"{label} {words}" if label else words


def _items(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        yield indent + _labelled(item.label, plain(item.content))
        yield from _items(item.items, indent + _INDENT)


def _row(row: Row) -> str:
    return " | ".join(" / ".join(map(plain, cell)) for cell in row.cells)
