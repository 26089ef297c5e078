"""What is decided once for every writer: numbers, letters, references, addresses, spaces.

Floor 3. Finishing a finished document changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Row,
    Signature,
    Summary,
    Table,
    Title,
    notes,
)
from reportgen.errors import DocumentError, Problem
from reportgen.finishing.codes import address_code, job_number_barcode
from reportgen.finishing.contents import with_contents
from reportgen.finishing.faults import faults, note_in_masthead
from reportgen.finishing.numbers import Calls, labels, numbered
from reportgen.finishing.words import Usage
from reportgen.languages import Language
from reportgen.style import UN_2015

__all__ = ["finish"]

Finished: TypeAlias = Callable[[Content, str], Content]
"""Finishes the inlines of a block; the text beside them is the origin of the block."""


def finish(
    document: Document, language: Language, profile: str, site: str = UN_2015.documents
) -> Document:
    """Decide the numbers, letters, references and spaces of a document.

    Paragraphs are numbered through the text (Editorial Manual, paragraphs), headings I., A., 1.
    (Editorial Manual, headings), items a), i), a.; an annex begins again. Notes are numbered
    through the text, and lettered in each annex and in each table (Editorial Manual, footnotes).

    Args:
        document: as the markup gave it.
        language: the language that it is written in.
        profile: the typographic usage of the period, such as `un-fr-2016`.
        site: the address under which documents of the United Nations are public.

    Returns:
        The document as every writer shows it.

    Raises:
        DocumentError: a reference leads to nothing, a link elsewhere than to the web or to a
            mailbox, a note is called within a note or in the masthead, or a key is used twice.
    """
    blocks = tuple(numbered(document.blocks, language))
    calls = Calls(language)
    usage = Usage(language, profile, site, labels(blocks, language), calls)
    problems: list[Problem] = []

    def finished(content: Content, origin: str) -> Content:
        inlines = usage.finished(content)
        problems.extend(faults(inlines, usage.shown, origin))
        return inlines

    def finished_head(content: Content, origin: str) -> Content:
        problems.extend(note_in_masthead(origin) for _ in notes(content))
        return finished(content, origin)

    made = []
    for block in blocks:
        calls.enter(block)
        made.append(_with_content(block, finished))
    masthead = document.masthead and _finished_masthead(document.masthead, finished_head, language)
    if problems:
        raise DocumentError(*problems)
    return evolve(document, blocks=with_contents(tuple(made)), masthead=masthead)


def _with_content(block: Block, finished: Finished) -> Block:  # noqa: PLR0911 -- one a kind
    origin = block.origin
    match block:
        case Title() | Heading():
            return evolve(block, content=finished(block.content, origin))
        case Paragraph():
            return _finished_paragraph(block, finished)
        case Signature():
            return evolve(block, lines=tuple(finished(line, origin) for line in block.lines))
        case AnnexHeading():
            return evolve(
                block,
                label=finished(block.label, origin),
                content=finished(block.content, origin),
                original=finished(block.original, origin),
            )
        case Figure():
            return evolve(block, caption=finished(block.caption, origin))
        case Summary():
            heading = finished(block.heading, origin)
            paragraphs = tuple(_finished_paragraph(p, finished) for p in block.paragraphs)
            return evolve(block, heading=heading, paragraphs=paragraphs)
        case Contents():
            heading, page = finished(block.heading, origin), finished(block.page, origin)
            return evolve(block, heading=heading, page=page)
        case Table():
            heads = tuple(finished(head, origin) for head in block.heads)
            rows = tuple(_finished_row(row, finished) for row in block.rows)
            return evolve(block, heads=heads, rows=rows)


def _finished_paragraph(paragraph: Paragraph, finished: Finished) -> Paragraph:
    content = finished(paragraph.content, paragraph.origin)
    return evolve(paragraph, content=content, items=_finished_items(paragraph.items, finished))


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
