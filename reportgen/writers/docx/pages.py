"""How many pages a document will take, near enough for the feet of the pages.

Word counts again as soon as it shows the file; until then, the feet show this estimate. Lines are
counted from the average width of letters, heights from the figures of the `Style`.
"""

from __future__ import annotations

from math import ceil
from typing import assert_never

from reportgen.document import (
    AnnexHeading,
    Block,
    Cell,
    Content,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Title,
    flattened,
    plain,
)
from reportgen.style import ParagraphStyle, Style

_AVERAGE_LETTER_EM = 0.398
"""The mean width of a character of Times New Roman in French prose, spaces included."""
_LETTERS_LOST_PER_LINE = 2.5
"""What a line leaves to the next, whose first word did not fit."""


def estimated_pages(document: Document, style: Style) -> int:
    """Estimate the pages of a finished document.

    Args:
        document: the document.
        style: its look.

    Returns:
        A number from 1, the same for the same document.
    """
    page_pt = text_height_pt(style) - style.body.line_pt / 2  # the foot of a page is seldom full
    pages, filled_pt = 1, _first_page_offset_pt(document, style)
    for block in document.blocks:
        if isinstance(block, AnnexHeading):
            pages, filled_pt = pages + 1, 0.0
        turned, filled_pt = divmod(filled_pt + block_height_pt(block, style), page_pt)
        pages += int(turned)
    return pages


def text_height_pt(style: Style) -> float:
    """Give the height of the text on a page, in points."""
    return style.page.height_pt - style.page.top_pt - style.page.bottom_pt


def row_height_pt(row: Row, widths_pt: tuple[float, ...], style: Style) -> float:
    """Estimate the height of a row of a table, in points.

    Args:
        row: the row.
        widths_pt: the width of the text in each of its cells.
        style: the look.
    """
    heights = (
        _cell_height_pt(cell, width_pt, style)
        for cell, width_pt in zip(row.cells, widths_pt, strict=True)
    )
    return max(heights, default=0)


def column_widths_pt(table: Table, style: Style) -> tuple[float, ...]:
    """Share the text column between the columns of a table, gaps included, in points."""
    whole = sum(table.widths)
    return tuple(column_pt(style) * width / whole for width in table.widths)


def column_pt(style: Style) -> float:
    """Give the width of the text column, in points."""
    page, body = style.page, style.body
    return page.width_pt - page.left_pt - page.right_pt - body.left_pt - body.right_pt


def block_height_pt(block: Block, style: Style) -> float:
    """Estimate the height of a block with the space below it, in points."""
    width_pt = column_pt(style)
    match block:
        case Title(content=content):
            return _text_height_pt(content, style.title, width_pt)
        case Heading(level=level, content=content):
            height_pt = _text_height_pt(content, style.heading(level), width_pt)
            return height_pt + style.body.after_pt
        case Paragraph(content=content, items=items):
            contents = (content, *(item.content for _, item in flattened(items)))
            return sum(_text_height_pt(each, style.body, width_pt) for each in contents)
        case AnnexHeading(label=label, content=content):
            label_pt = _text_height_pt(label, style.annex_label, width_pt)
            return label_pt + _text_height_pt(content, style.annex_title, width_pt)
        case Table(rows=rows):
            widths_pt = column_widths_pt(block, style)
            gap_pt = style.table.gap_pt
            texts_pt = tuple(width_pt - gap_pt for width_pt in widths_pt)
            return sum(row_height_pt(row, texts_pt, style) for row in rows)
        case _:
            assert_never(block)


def _first_page_offset_pt(document: Document, style: Style) -> float:
    if document.masthead is None:
        return 0.0
    return style.masthead.thick_rule_y_pt - style.page.top_pt


def _cell_height_pt(cell: Cell, width_pt: float, style: Style) -> float:
    return sum(_text_height_pt(content, style.table.body, width_pt) for content in cell)


def _text_height_pt(content: Content, look: ParagraphStyle, width_pt: float) -> float:
    return look.before_pt + _lines(content, look, width_pt) * look.line_pt + look.after_pt


def _lines(content: Content, look: ParagraphStyle, width_pt: float) -> int:
    letter_pt = _AVERAGE_LETTER_EM * look.size_pt * look.scale_percent / 100 + look.spacing_pt
    fitting = max(width_pt / letter_pt - _LETTERS_LOST_PER_LINE, 1)
    return max(ceil(len(plain(content)) / fitting), 1)
