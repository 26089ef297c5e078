"""How many pages a document will take, near enough for the feet of the pages.

Word counts again as soon as it shows the file; until then, the feet show this estimate, the sum of
the heights of the blocks. `pagination` knows better, letter by letter: it takes longer than all the
rest of the writing, and works for tables of contents alone, which Word leaves until it is asked.
"""

from __future__ import annotations

from typing import assert_never

from attrs import frozen

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Contents,
    Document,
    Figure,
    Heading,
    Paragraph,
    Row,
    Signature,
    Summary,
    Table,
    Title,
    flattened,
    notes,
    plain,
)
from reportgen.style import ParagraphStyle, Style
from reportgen.writers._measures import (
    column_widths_pt,
    figure_size_pt,
    letters_a_line,
    page_text_pt,
    text_column_pt,
)

_LEFT_EMPTY = 3
"""The letters that a line of prose leaves empty: half a word of French and its space."""


@frozen
class _Sheet:
    """The pages of one orientation, as a block needs them.

    Args:
        width_pt: the width of their text column.
        note_width_pt: that of the notes at their feet.
    """

    style: Style
    landscape: bool
    width_pt: float
    note_width_pt: float


def estimated_pages(document: Document, style: Style) -> int:
    """Estimate the pages of a finished document.

    Args:
        document: the document.
        style: its look.

    Returns:
        A number from 1, the same for the same document.
    """
    pages, filled_pt = 1, _first_page_offset_pt(document, style)
    note_width_pt = text_column_pt(style)
    for section in document.sections:
        landscape = section.landscape
        sheet = _Sheet(style, landscape, text_column_pt(style, landscape=landscape), note_width_pt)
        # the foot of a page is seldom full
        page_pt = page_text_pt(style, landscape=landscape) - style.body.line_pt / 2
        for block in section.blocks:
            if isinstance(block, AnnexHeading):
                pages, filled_pt = pages + 1, 0.0
            turned, filled_pt = divmod(filled_pt + _block_height_pt(block, sheet), page_pt)
            pages += int(turned)
    return pages


def _block_height_pt(block: Block, sheet: _Sheet) -> float:  # noqa: C901, PLR0911 -- one a kind
    """Estimate the height of a block with the space below it and its notes, in points."""
    style = sheet.style
    match block:
        case Title(content=content, level=level):
            look = style.title if level == 1 else style.letter_title
            return _text_height_pt(content, look, sheet)
        case Heading(level=level, content=content):
            return _text_height_pt(content, style.heading(level), sheet) + style.body.after_pt
        case Paragraph(content=content, items=items):
            height_pt = _text_height_pt(content, style.body, sheet)
            for _, item in flattened(items):
                height_pt += _text_height_pt(item.content, style.body, sheet)
            return height_pt
        case Signature(lines=lines):
            return style.signature.before_pt + len(lines) * style.signature.line_pt
        case AnnexHeading(label=label, content=content):
            label_pt = _text_height_pt(label, style.annex_label, sheet)
            return label_pt + _text_height_pt(content, style.annex_title, sheet)
        case Table(rows=rows):
            widths_pt = column_widths_pt(block, style, landscape=sheet.landscape)
            return sum(_row_height_pt(row, widths_pt, sheet) for row in rows)
        case Figure(image=image):
            height_pt = figure_size_pt(image, style)[1] if image else 0
            return height_pt + 2 * style.body.line_pt + 2 * style.body.after_pt
        case Summary(heading=heading, paragraphs=paragraphs):
            heading_pt = _text_height_pt(heading, style.summary, sheet)
            return heading_pt + sum(_block_height_pt(inner, sheet) for inner in paragraphs)
        case Contents(heading=heading, entries=entries):
            lines_pt = len(entries) * (style.entry.line_pt + style.entry.before_pt)
            return lines_pt + _text_height_pt(heading, style.heading_1, sheet)
        case _:
            assert_never(block)


def _first_page_offset_pt(document: Document, style: Style) -> float:
    if document.masthead is None:
        return 0.0
    return style.masthead.thick_rule_y_pt - style.page.top_pt


def _row_height_pt(row: Row, widths_pt: tuple[float, ...], sheet: _Sheet) -> float:
    """Estimate the height of a row, an empty cell being as high as a line, and of its notes."""
    table = sheet.style.table
    highest_pt = notes_pt = 0.0
    for cell, width_pt in zip(row.cells, widths_pt, strict=True):
        cell_pt = 0.0
        for content in cell or ((),):
            cell_pt += _words_height_pt(content, table.body, width_pt - table.gap_pt)
            notes_pt += _notes_height_pt(content, sheet)
        highest_pt = max(highest_pt, cell_pt)
    return highest_pt + notes_pt


def _text_height_pt(content: Content, look: ParagraphStyle, sheet: _Sheet) -> float:
    return _words_height_pt(content, look, sheet.width_pt) + _notes_height_pt(content, sheet)


def _words_height_pt(content: Content, look: ParagraphStyle, width_pt: float) -> float:
    """Estimate the height of a paragraph, its lines filled but for half a word."""
    letters = max(letters_a_line(look, width_pt) - _LEFT_EMPTY, 1)
    lines = 1 + max(len(plain(content)) - 1, 0) // letters
    return look.before_pt + lines * look.line_pt + look.after_pt


def _notes_height_pt(content: Content, sheet: _Sheet) -> float:
    look, width_pt = sheet.style.note.text, sheet.note_width_pt
    return sum(_words_height_pt(note.content, look, width_pt) for note in notes(content))
