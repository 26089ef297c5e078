"""What is decided once for every writer: numbers, letters, references, addresses, spaces.

Floor 3. Finishing a finished document changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Document,
    Heading,
    Item,
    Link,
    Masthead,
    Paragraph,
    Reference,
    Row,
    Table,
    Title,
)
from reportgen.errors import DocumentError, Problem, path_of
from reportgen.finishing.addresses import refused_link, web_address
from reportgen.finishing.codes import address_code, job_number_barcode
from reportgen.finishing.numbers import labels, numbered
from reportgen.finishing.words import Usage
from reportgen.languages import Language
from reportgen.messages import message

__all__ = ["finish"]

Finished: TypeAlias = Callable[[Content, str], Content]
"""Finishes the inlines of a block; the text beside them is the origin of the block."""


def finish(document: Document, language: Language, profile: str) -> Document:
    """Decide the numbers, letters, references and spaces of a document.

    Paragraphs are numbered through the text (Editorial Manual, paragraphs), headings I., A., 1.
    (Editorial Manual, headings), items a), i), a.; an annex begins again.

    Args:
        document: as the markup gave it.
        language: the language that it is written in.
        profile: the typographic usage of the period, such as `un-fr-2016`.

    Returns:
        The document as every writer shows it.

    Raises:
        DocumentError: a reference leads to nothing, a link elsewhere than to the web or to a
            mailbox, or a key is used twice.
    """
    blocks = tuple(numbered(document.blocks, language))
    usage = Usage(language, profile, labels(blocks))
    problems: list[Problem] = []

    def finished(content: Content, origin: str) -> Content:
        inlines = tuple(usage.finished(content))
        problems.extend(_faults(inlines, usage.shown, origin))
        return inlines

    blocks = tuple(_with_content(block, finished) for block in blocks)
    masthead = document.masthead and _finished_masthead(document.masthead, finished, language)
    if problems:
        raise DocumentError(*problems)
    return evolve(document, blocks=blocks, masthead=masthead)


def _with_content(block: Block, finished: Finished) -> Block:
    origin = block.origin
    match block:
        case Title() | Heading():
            return evolve(block, content=finished(block.content, origin))
        case Paragraph():
            items = _finished_items(block.items, finished)
            return evolve(block, content=finished(block.content, origin), items=items)
        case AnnexHeading():
            label, content = finished(block.label, origin), finished(block.content, origin)
            return evolve(block, label=label, content=content)
        case Table():
            heads = tuple(finished(head, origin) for head in block.heads)
            rows = tuple(_finished_row(row, finished) for row in block.rows)
            return evolve(block, heads=heads, rows=rows)


def _finished_items(items: tuple[Item, ...], finished: Finished) -> tuple[Item, ...]:
    return tuple(
        evolve(
            item,
            content=finished(item.content, item.origin),
            items=_finished_items(item.items, finished),
        )
        for item in items
    )


def _finished_row(row: Row, finished: Finished) -> Row:
    cells = tuple(tuple(finished(content, row.origin) for content in cell) for cell in row.cells)
    return evolve(row, cells=cells)


def _finished_masthead(masthead: Masthead, finished: Finished, language: Language) -> Masthead:
    symbol, emblem = finished(masthead.symbol, "masthead.symbol"), masthead.emblem
    return Masthead(
        institution=finished(masthead.institution, "masthead"),
        organ=finished(masthead.organ, "masthead"),
        symbol=symbol,
        lines=tuple(finished(line, "masthead") for line in masthead.lines),
        job_number=finished(masthead.job_number, "masthead.job_number"),
        job_dates=tuple(finished(day, "masthead.job_dates") for day in masthead.job_dates),
        recycling=finished(masthead.recycling, "masthead"),
        reissue=finished(masthead.reissue, "masthead.reissued"),
        emblem=emblem and evolve(emblem, description=language.words("Emblem")),
        barcode=job_number_barcode(masthead.job_number, language),
        qr_code=address_code(symbol, language),
    )


def _faults(content: Content, shown: Mapping[str, str], origin: str) -> Iterator[Problem]:
    for inline in content:
        match inline:
            case Reference(key=key, shown=""):
                yield _lost_reference(key, shown, origin)
            case Link(address=address) if not web_address(address):
                yield refused_link(address, origin)
            case _:
                pass


def _lost_reference(key: str, shown: Mapping[str, str], origin: str) -> Problem:
    known = ", ".join(key for key, label in shown.items() if label) or "—"
    return Problem(
        message("the reference “{key}” leads to something without a number", key=key)
        if key in shown
        else message("the reference “{key}” leads to nothing", key=key),
        message("Use the key of a paragraph: {known}.", known=known),
        path=path_of(origin),
    )
