"""Where Word will turn the pages: the page of every keyed block, before Word has seen the file.

A table of contents shows page numbers as soon as it is opened, and Word counts them again only when
it is asked to. Lines are broken and pages filled as Word does it: whole words, letters at their own
widths, two lines of a paragraph at least on either side of a page's end, headings with what they
head. Source: ECMA-376, Part 1, 17.3.1.14 (keepLines), 17.3.1.15 (keepNext), 17.3.1.44
(widowControl).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from attrs import define, evolve, field, frozen

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
    Text,
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
    leeway_pt,
    page_text_pt,
    set_width_pt,
    sheet_column_pt,
    text_column_pt,
)

_PIECES = re.compile(r"[^ -]*-|[^ -]+|(?<= )-")
_HEADER_END_PT = 1
_ROUNDING_PT = 0.01
_FEWEST_LINES = 2
"""How many lines of a paragraph stand together at the foot and at the head of a page."""


@frozen(kw_only=True)
class _Piece:
    """A paragraph as the pages see it.

    Args:
        keys: the keys of the blocks that begin here.
        whole: whether its lines stay together.
        keep_next: whether it stays with the next.
        new_page: whether a page begins with it.
        notes_pt: the height of the notes that it calls.
    """

    lines: int
    line_pt: float
    before_pt: float
    after_pt: float
    keys: tuple[str, ...] = ()
    whole: bool = False
    keep_next: bool = False
    new_page: bool = False
    notes_pt: float = 0

    @property
    def first_pt(self) -> float:
        """The height of the lines that must stand with what comes before."""
        together = self.whole or self.lines <= 2 * _FEWEST_LINES - 1
        return (self.lines if together else _FEWEST_LINES) * self.line_pt


def pages_of(document: Document, style: Style) -> dict[str, int]:
    """Tell on which page of the Word file each keyed block begins.

    Args:
        document: the document, finished.
        style: its look; its fonts are taken to have the measures of Times New Roman.

    Returns:
        The pages, from 1, by key.
    """
    offset_pt = 0.0
    if document.masthead is not None:
        masthead = style.masthead
        foot_pt = masthead.thick_rule_y_pt + masthead.thick_rule_pt + _HEADER_END_PT
        offset_pt = foot_pt - style.page.top_pt
    pages = _Pages(style, filled_pt=offset_pt)
    for section in document.sections:
        pages.landscape = section.landscape
        pieces = [
            piece
            for block in section.blocks
            for piece in _pieces(block, style, landscape=section.landscape)
        ]
        for index, piece in enumerate(pieces):
            pages.place(piece, map(pieces.__getitem__, range(index + 1, len(pieces))))
    return pages.found


@define
class _Pages:
    """Pages in the filling.

    Args:
        filled_pt: how much of the page is filled.
        noted_pt: how much of it notes take at its foot.
        space_pt: what the last paragraph leaves below itself.
        found: the page of each key so far.
    """

    style: Style
    filled_pt: float = 0.0
    noted_pt: float = 0.0
    space_pt: float = 0.0
    page: int = 1
    fresh: bool = True
    landscape: bool = False
    found: dict[str, int] = field(factory=dict)

    def place(self, piece: _Piece, following: Iterable[_Piece]) -> None:
        """Set a paragraph on the page, or on the next, or on both."""
        if piece.new_page and not (self.fresh and self.page == 1):
            self._turn()
        gap_pt = 0.0 if self.fresh else max(self.space_pt, piece.before_pt)
        notes_pt = self._notes_pt(piece)
        room_pt = self._room_pt() - gap_pt - notes_pt
        if not self.fresh and _needed_pt(piece, following) > room_pt + _ROUNDING_PT:
            self._turn()
            notes_pt = self._notes_pt(piece)
            gap_pt, room_pt = 0.0, self._room_pt() - notes_pt
        self.found.update(dict.fromkeys(piece.keys, self.page))
        self.noted_pt += notes_pt
        rest = piece.lines
        fitting = int((room_pt + _ROUNDING_PT) / piece.line_pt)
        while rest > fitting > 0:
            rest -= min(fitting, max(rest - _FEWEST_LINES, 1))
            self._turn()
            gap_pt, fitting = 0.0, int(self._room_pt() / piece.line_pt)
        self.filled_pt += gap_pt + rest * piece.line_pt
        self.space_pt = piece.after_pt
        self.fresh = False

    def _room_pt(self) -> float:
        style, landscape = self.style, self.landscape
        height_pt = page_text_pt(style, landscape=landscape) + leeway_pt(style, landscape=landscape)
        return height_pt - self.filled_pt - self.noted_pt

    def _notes_pt(self, piece: _Piece) -> float:
        """Give the height of the notes of a paragraph, with the rule above the first of a page."""
        if not piece.notes_pt:
            return 0.0
        note = self.style.note
        return piece.notes_pt + (0.0 if self.noted_pt else note.rule_gap_pt + note.text.line_pt)

    def _turn(self) -> None:
        self.page += 1
        self.filled_pt = self.noted_pt = self.space_pt = 0.0
        self.fresh = True


def _needed_pt(piece: _Piece, following: Iterable[_Piece]) -> float:
    """Tell how much room a paragraph needs to begin on a page, with what it must stay with."""
    if not piece.keep_next:
        return piece.first_pt
    needed_pt, after_pt = piece.lines * piece.line_pt, piece.after_pt
    for other in following:
        needed_pt += max(after_pt, other.before_pt)
        if not other.keep_next:
            return needed_pt + other.first_pt
        needed_pt += other.lines * other.line_pt
        after_pt = other.after_pt
    return needed_pt


def _pieces(  # noqa: C901, PLR0912 -- one a kind
    block: Block, style: Style, *, landscape: bool
) -> Iterator[_Piece]:
    column_pt = text_column_pt(style, landscape=landscape)
    match block:
        case Title(level=level):
            look = style.title if level == 1 else style.letter_title
            yield _piece(block.content, look, column_pt)
        case Heading():
            look = style.heading(block.level)
            above = evolve(look, before_pt=look.before_pt + style.body.after_pt)
            yield _with_notes(_piece(block.content, above, column_pt, key=block.key), block, style)
        case Paragraph():
            yield from _paragraph(block, style, column_pt)
        case Signature():
            look = style.signature
            signed = _piece((), look, column_pt)
            yield evolve(signed, lines=max(len(block.lines), 1), whole=True)
        case AnnexHeading():
            look = style.annex_label if block.level == 1 else style.letter_annex
            yield evolve(_piece(block.label, look, column_pt, key=block.key), new_page=True)
            if block.original:
                yield _piece(block.original, style.annex_original, column_pt)
            if block.content:
                yield _piece(block.content, style.annex_title, column_pt)
        case Table():
            yield from _table(block, style, landscape=landscape)
        case Figure():
            yield from _figure(block, style, column_pt)
        case Summary():
            edge = _Piece(lines=1, line_pt=style.running.rule_pt, before_pt=0, after_pt=0)
            yield edge  # spaces within the frame do not merge with those without
            yield _piece(block.heading, style.summary, column_pt)
            for paragraph in block.paragraphs:
                yield from _paragraph(paragraph, style, column_pt)
            yield evolve(edge, after_pt=style.body.after_pt)
        case Contents():
            yield from _contents(block, style, column_pt)
        case _:
            assert_never(block)


def _with_notes(piece: _Piece, block: Block, style: Style) -> _Piece:
    """Add the room that the notes of a block take at the foot of its page."""
    look = style.note.text
    width_pt_ = sheet_column_pt(style) - look.left_pt - look.right_pt
    called = notes(*contents(block))
    lines = sum(count_lines(plain(note.content), look, width_pt_) for note in called)
    return evolve(piece, notes_pt=lines * look.line_pt)


def _contents(block: Contents, style: Style, column_pt: float) -> Iterator[_Piece]:
    look = style.heading_1
    heading = evolve(
        look, before_pt=look.before_pt + style.body.after_pt, after_pt=style.body.after_pt
    )
    yield _piece(block.heading, heading, column_pt)
    yield _piece(block.page, evolve(style.entry, before_pt=0), column_pt)
    for entry in block.entries:
        inward_pt = style.entry.left_pt + (entry.level - 1) * style.tab_pt
        yield _piece(entry.content, style.entry, sheet_column_pt(style) - inward_pt)


def _figure(block: Figure, style: Style, column_pt: float) -> Iterator[_Piece]:
    yield _piece((Text(block.label),), style.figure_label, column_pt, key=block.key)
    if block.caption:
        yield _piece(block.caption, style.caption, column_pt)
    if block.image:
        height_pt = figure_size_pt(block.image, style)[1]
        yield _Piece(lines=1, line_pt=height_pt, before_pt=0, after_pt=style.body.line_pt)


def _paragraph(block: Paragraph, style: Style, column_pt: float) -> Iterator[_Piece]:
    body, tab_pt = style.body, style.tab_pt
    first = _piece(block.content, body, column_pt, indent_pt=tab_pt, key=block.key)
    yield _with_notes(evolve(first, keep_next=bool(block.items)), block, style)
    for level, item in flattened(block.items):
        piece = _piece(item.content, body, column_pt, indent_pt=(level + 1) * tab_pt)
        yield evolve(piece, keep_next=bool(item.items))


def _table(table: Table, style: Style, *, landscape: bool) -> Iterator[_Piece]:
    head, body = style.table.head, style.table.body
    widths_pt = column_widths_pt(table, style, landscape=landscape)
    rows = [
        (tuple((content,) for content in table.heads), head),
        *((row.cells, body) for row in table.rows),
    ]
    for cells, look in rows:
        height_pt = max(
            (
                sum(_height_pt(content, look, width - style.table.gap_pt) for content in cell)
                for cell, width in zip(cells, widths_pt, strict=True)
            ),
            default=0.0,
        )
        yield _Piece(lines=1, line_pt=height_pt, before_pt=0, after_pt=0, keep_next=look is head)


def _height_pt(content: Content, look: ParagraphStyle, column_pt: float) -> float:
    lines = count_lines(plain(content), look, column_pt)
    return look.before_pt + lines * look.line_pt + look.after_pt


def _piece(
    content: Content, look: ParagraphStyle, column_pt: float, *, indent_pt: float = 0, key: str = ""
) -> _Piece:
    return _Piece(
        lines=count_lines(plain(content), look, column_pt, indent_pt),
        line_pt=look.line_pt,
        before_pt=look.before_pt,
        after_pt=look.after_pt,
        keys=(key,) if key else (),
        whole=look.keep_next,
        keep_next=look.keep_next,
    )


def count_lines(text: str, look: ParagraphStyle, column_pt: float, indent_pt: float = 0) -> int:
    """Count the lines that a paragraph takes in Word.

    Args:
        text: its words.
        look: its style.
        column_pt: the width of its lines.
        indent_pt: how far from the left edge its words begin, after their number or label.
    """
    space_pt = set_width_pt(" ", look)
    lines, filled_pt = 1, indent_pt
    begins = True
    for word in text.split(" "):
        pieces = _PIECES.findall(word) or [word]
        for index, piece in enumerate(pieces):
            piece_pt = set_width_pt(piece, look)
            gap_pt = 0.0 if begins or index else space_pt
            if not begins and filled_pt + gap_pt + piece_pt > column_pt:
                lines, filled_pt, gap_pt = lines + 1, 0.0, 0.0
            filled_pt += gap_pt + piece_pt
            begins = False
    return lines
