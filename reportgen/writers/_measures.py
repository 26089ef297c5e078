"""How much room words take, near enough, from the figures of a `Style`.

Floor 3, read by the Word writer and by that of HTML, so that both tear the same rows. Lines are
wrapped word by word, as both would break them, but letters all count the same width.
"""

from __future__ import annotations

import re

from reportgen.document import Masthead, Row, Table, plain
from reportgen.images import Image
from reportgen.style import Box, ParagraphStyle, Style

ABOVE_BASELINE = 0.8
"""The share of an exact line above its baseline, in Word and on the pages measured."""

MEAN_LETTER_EM = 0.4
"""The mean width of a letter, spaces included.

In French prose the letters of Times New Roman measure 0.395 upright and 0.42 bold. In the lines of
S/2015/246, which Word widened by 3 % and 0.2 pt, each takes 0.31 pt more than the font says.
"""

_BROAD_LETTER_EM = 0.5
"""A width that no letter of Times New Roman exceeds, save those that count for two."""
_COUNTS_FOR_TWO = re.compile(r"[^0-9a-ln-vx-zà-åç-öø-ÿ .,;:!?'’()\[\]/«»“”\-–\u00a0]")
_HIGHEST_FIGURE = 0.7
_SAVED_PT = 1
_TALL = 0.8
"""The part of a page up to which a row is kept whole; the heads of its table need a part too."""


def below_baseline_pt(look: ParagraphStyle) -> float:
    """Give the part of an exact line below its baseline, in points."""
    return (1 - ABOVE_BASELINE) * look.line_pt


def sheet_column_pt(style: Style, *, landscape: bool = False) -> float:
    """Give the width between the margins of the sheet, in points."""
    page = style.sheet(landscape=landscape)
    return page.width_pt - page.left_pt - page.right_pt


def text_column_pt(style: Style, *, landscape: bool = False) -> float:
    """Give the width of the text column, in points."""
    return sheet_column_pt(style, landscape=landscape) - style.body.left_pt - style.body.right_pt


def page_text_pt(style: Style, *, landscape: bool = False) -> float:
    """Give the height of the text on a page, in points."""
    page = style.sheet(landscape=landscape)
    return page.height_pt - page.top_pt - page.bottom_pt


def leeway_pt(style: Style, *, landscape: bool = False) -> float:
    """Give what a page of Word is higher than one of the PDF, in points.

    A heading that begins a page of the PDF stands on the baseline of the text, which saves up to a
    point that Word and LibreOffice need there. More than half of what one more line of text would
    take is never given, lest that line come in.
    """
    line_pt = style.body.line_pt
    return min(_SAVED_PT, (line_pt - page_text_pt(style, landscape=landscape) % line_pt) / 2)


def fitted(image: Image, box: Box) -> Box:
    """Find where a picture stands in the middle of a box, as large as its proportions allow."""
    scale = min(box.width_pt / image.width_pt, box.height_pt / image.height_pt)
    width_pt, height_pt = scale * image.width_pt, scale * image.height_pt
    return Box(
        box.x_pt + (box.width_pt - width_pt) / 2,
        box.y_pt + (box.height_pt - height_pt) / 2,
        width_pt,
        height_pt,
    )


def figure_size_pt(image: Image, style: Style) -> tuple[float, float]:
    """Give the width and height of a figure: its own, unless the column or the page is smaller."""
    widest_pt, highest_pt = text_column_pt(style), _HIGHEST_FIGURE * page_text_pt(style)
    scale = min(1, widest_pt / image.width_pt, highest_pt / image.height_pt)
    return round(scale * image.width_pt, 2), round(scale * image.height_pt, 2)


def reissue_height_pt(masthead: Masthead, style: Style) -> float:
    """Estimate the height of the note on a reissue and of the space above it, in points."""
    look = style.first_foot
    words = plain(masthead.reissue)
    return look.note_gap_pt + paragraph_height_pt(words, look.note, text_column_pt(style))


def table_left_pt(style: Style, *, landscape: bool = False) -> float:
    """Tell where a table begins, in points from the left margin."""
    return 0 if landscape else style.text_left_pt


def table_width_pt(style: Style, *, landscape: bool = False) -> float:
    """Give the width of a table: the text column, or all of a sheet on its long side."""
    return sheet_column_pt(style, landscape=True) if landscape else text_column_pt(style)


def column_widths_pt(table: Table, style: Style, *, landscape: bool = False) -> tuple[float, ...]:
    """Share the width of a table between its columns, gaps included, in points."""
    width_pt, whole = table_width_pt(style, landscape=landscape), sum(table.widths)
    return tuple(width_pt * width / whole for width in table.widths)


def letters_a_line(look: ParagraphStyle, width_pt: float, letter_em: float = MEAN_LETTER_EM) -> int:
    """Tell how many letters fit on a line, at least one.

    Args:
        look: the style of its paragraph.
        width_pt: the width of the line.
        letter_em: the width that a letter takes in the font, as a share of its size.
    """
    letter_pt = letter_em * look.size_pt * look.scale_percent / 100 + look.spacing_pt
    return max(int(width_pt / letter_pt), 1)


def paragraph_height_pt(
    text: str, look: ParagraphStyle, width_pt: float, letter_em: float = MEAN_LETTER_EM
) -> float:
    """Estimate the height of a paragraph with the spaces around it, in points.

    Args:
        text: its words.
        look: its style.
        width_pt: the width of its lines.
        letter_em: the width that a letter takes in the font, as a share of its size.
    """
    lines = _lines(text, letters_a_line(look, width_pt, letter_em))
    return look.before_pt + lines * look.line_pt + look.after_pt


def may_fill_page(
    row: Row, widths_pt: tuple[float, ...], style: Style, *, landscape: bool = False
) -> bool:
    """Tell whether a row may not fit on a page: such a row is torn rather than kept whole.

    Of a row that must be kept whole Word cuts off what does not fit, and WeasyPrint loses the heads
    of its table: https://github.com/Kozea/WeasyPrint/issues/2679. Where columns are narrow, a few
    wide letters halve the words of each line, so every letter is counted at its widest.

    Args:
        row: the row.
        widths_pt: the width of each of its columns, as from `column_widths_pt`.
        style: the look.
        landscape: whether the page lies on its long side.
    """
    look, limit_pt = style.table.body, _TALL * page_text_pt(style, landscape=landscape)
    return any(
        _may_exceed(limit_pt, [*map(plain, cell)], look, width_pt - style.table.gap_pt)
        for cell, width_pt in zip(row.cells, widths_pt, strict=True)
    )


def _may_exceed(limit_pt: float, texts: list[str], look: ParagraphStyle, width_pt: float) -> bool:
    letters = letters_a_line(look, width_pt, _BROAD_LETTER_EM)
    # two lines in a row take more letters than fit on one, and no letter counts for more than two
    most_lines = len(texts) + 4 * sum(map(len, texts)) / letters
    if most_lines * (look.before_pt + look.line_pt + look.after_pt) <= limit_pt:
        return False
    heights_pt = (
        paragraph_height_pt(_broadened(text), look, width_pt, _BROAD_LETTER_EM) for text in texts
    )
    return sum(heights_pt) > limit_pt


def _broadened(text: str) -> str:
    return _COUNTS_FOR_TWO.sub(r"\g<0>\g<0>", text)


def _lines(text: str, letters: int) -> int:
    """Count the lines of a text, a word longer than a line being broken where it ends."""
    lines, begin = 1, 0
    while len(text) - begin > letters:
        space = text.rfind(" ", begin + 1, begin + letters + 1)
        begin = begin + letters if space < 0 else space + 1
        lines += 1
    return lines
