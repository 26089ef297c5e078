"""How much room words take, near enough, from the figures of a `Style`.

Floor 3, read by the Word writer and by that of HTML, so that both tear the same rows. Lines are
wrapped word by word, as both would break them, but letters all count the same width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.document import (
    Citation,
    Content,
    Inline,
    Masthead,
    Placeholder,
    Row,
    Table,
    plain,
    words,
)
from reportgen.pictures import Image
from reportgen.style import Box, ParagraphStyle, Style
from reportgen.writers._widths import width_pt as natural_width_pt

ABOVE_BASELINE = 0.8
"""The share of an exact line above its baseline, in Word and on the pages measured."""

FRAME_GAP_PT = 18
"""The space between the text column and the sides of a frame around it."""

MEAN_LETTER_EM = 0.4
"""The mean width of a letter, spaces included.

In French prose the letters of Times New Roman measure 0.395 upright and 0.42 bold. In the lines of
S/2015/246, which Word widened by 3 % and 0.2 pt, each takes 0.31 pt more than the font says.
"""

_BROAD_LETTER_EM = 0.5
"""A width that no letter of Times New Roman exceeds, save those that count for two."""
_COUNTS_FOR_TWO = re.compile(r"[^0-9a-ln-vx-zà-åç-öø-ÿ .,;:!?'’()\[\]/«»“”\-–\u00a0]")
_FEWEST_LETTERS, _MOST_LETTERS = 3, 25
"""How many letters a column holds at least; longer words than these are broken anyway."""
_LEEWAY = 1.02
"""What a line is wider than the letters in it, as printers round them."""
_BREAKS = re.compile("[ \\t\\n/–\u00ad\u200b-]+")
_TIED, _UNTIED = str.maketrans("/-", "\ue000\ue001"), str.maketrans("\ue000\ue001", "/-")
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
    """Share the width of a table between its columns, gaps included, in points.

    A column has room for what may not break in it, at the cost of those that have room to spare;
    where none have, the shares stay as they are.
    """
    width_pt, whole = table_width_pt(style, landscape=landscape), sum(table.widths)
    shares_pt = tuple(width_pt * width / whole for width in table.widths)
    needs_pt = tuple(need_pt for _, need_pt in column_needs(table, style))
    narrow = {column for column, need_pt in enumerate(needs_pt) if need_pt > shares_pt[column]}
    if not narrow or sum(needs_pt) > width_pt:
        return shares_pt
    spare_pt = [max(share - need, 0) for share, need in zip(shares_pt, needs_pt, strict=True)]
    missing_pt = sum(needs_pt[column] - shares_pt[column] for column in narrow)
    kept = 1 - missing_pt / sum(spare_pt)
    return tuple(need + kept * spare for need, spare in zip(needs_pt, spare_pt, strict=True))


def column_needs(table: Table, style: Style) -> list[tuple[str, float]]:
    """Find the widest words of each column of a table that may not break, and the room they need.

    Args:
        table: the table; its holes are left out, since they will go.
        style: its look.

    Returns:
        The words of each column, and its least width in points, the gap after it included.
    """
    look, gap_pt = style.table.body, style.table.gap_pt
    least_pt = _FEWEST_LETTERS * MEAN_LETTER_EM * look.size_pt
    found = []
    for column, head in enumerate(table.heads):
        cells = (content for row in table.rows for content in row.cells[column])
        needs = {word: set_width_pt(word, look) for word in _unbroken(cells)}
        needs |= {word: set_width_pt(word, style.table.head) for word in _unbroken([head])}
        word = max(needs, key=needs.__getitem__, default="")
        found.append((word, _LEEWAY * max(needs.get(word, 0), least_pt) + gap_pt))
    return found


def _unbroken(contents: Iterable[Content]) -> set[str]:
    """Part words where lines may break; of longer ones than a column must hold, give the start."""
    texts = {"".join(map(_tied, content)) for content in contents}
    pieces = {piece for text in texts for piece in _BREAKS.split(text)}
    return {piece[:_MOST_LETTERS].translate(_UNTIED) for piece in pieces}


def _tied(inline: Inline) -> str:
    """Give the words of an inline, the signs of a symbol by others, where lines do not break."""
    match inline:
        case Placeholder():
            return ""
        case Citation(text=text) if "://" not in text:
            return text.translate(_TIED)
        case _:
            return words(inline)


def set_width_pt(text: str, look: ParagraphStyle) -> float:
    """Give the width of some words as Word sets them, wider by a share and letter by letter.

    Args:
        text: the words.
        look: the style of their paragraph.
    """
    natural_pt = natural_width_pt(text, look.size_pt, bold=look.bold)
    return natural_pt * look.scale_percent / 100 + len(text) * look.spacing_pt


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
