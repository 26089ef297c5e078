"""How many pages a document will take, near enough for the feet of the pages.

Word counts again as soon as it shows the file; until then, the feet show this estimate, the sum of
the heights of the blocks. `pagination` knows better, letter by letter: it takes longer than all the
rest of the writing, and works for tables of contents alone, which Word leaves until it is asked.
"""

from __future__ import annotations

from typing import assert_never

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Contents,
    Document,
    Figure,
    Heading,
    Paragraph,
    Signature,
    Summary,
    Table,
    Title,
    contents,
    flattened,
    notes,
    plain,
)
from reportgen.style import ParagraphStyle, Style
from reportgen.writers._measures import (
    column_widths_pt,
    figure_size_pt,
    page_text_pt,
    paragraph_height_pt,
    row_height_pt,
    text_column_pt,
)


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
        # the foot of a page is seldom full
        page_pt = page_text_pt(style, landscape=landscape) - style.body.line_pt / 2
        for block in section.blocks:
            if isinstance(block, AnnexHeading):
                pages, filled_pt = pages + 1, 0.0
            height_pt = _block_height_pt(block, style, landscape=landscape)
            for note in notes(*contents(block)):
                height_pt += _text_height_pt(note.content, style.note.text, note_width_pt)
            turned, filled_pt = divmod(filled_pt + height_pt, page_pt)
            pages += int(turned)
    return pages


def _block_height_pt(  # noqa: PLR0911 -- one a kind
    block: Block, style: Style, *, landscape: bool
) -> float:
    """Estimate the height of a block with the space below it, in points."""
    width_pt = text_column_pt(style, landscape=landscape)
    match block:
        case Title(content=content, level=level):
            look = style.title if level == 1 else style.letter_title
            return _text_height_pt(content, look, width_pt)
        case Heading(level=level, content=content):
            height_pt = _text_height_pt(content, style.heading(level), width_pt)
            return height_pt + style.body.after_pt
        case Paragraph(content=content, items=items):
            texts = (content, *(item.content for _, item in flattened(items)))
            return sum(_text_height_pt(each, style.body, width_pt) for each in texts)
        case Signature(lines=lines):
            return style.signature.before_pt + len(lines) * style.signature.line_pt
        case AnnexHeading(label=label, content=content):
            label_pt = _text_height_pt(label, style.annex_label, width_pt)
            return label_pt + _text_height_pt(content, style.annex_title, width_pt)
        case Table(rows=rows):
            widths_pt = column_widths_pt(block, style, landscape=landscape)
            return sum(row_height_pt(row, widths_pt, style) for row in rows)
        case Figure(image=image):
            height_pt = figure_size_pt(image, style)[1] if image else 0
            return height_pt + 2 * style.body.line_pt + 2 * style.body.after_pt
        case Summary(paragraphs=paragraphs):
            heading_pt = _text_height_pt(block.heading, style.summary, width_pt)
            return heading_pt + sum(
                _block_height_pt(p, style, landscape=landscape) for p in paragraphs
            )
        case Contents(entries=entries):
            lines_pt = len(entries) * (style.entry.line_pt + style.entry.before_pt)
            return lines_pt + _text_height_pt(block.heading, style.heading_1, width_pt)
        case _:
            assert_never(block)


def _first_page_offset_pt(document: Document, style: Style) -> float:
    if document.masthead is None:
        return 0.0
    return style.masthead.thick_rule_y_pt - style.page.top_pt


def _text_height_pt(content: Content, look: ParagraphStyle, width_pt: float) -> float:
    return paragraph_height_pt(plain(content), look, width_pt)
