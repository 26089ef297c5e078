"""One self-contained page of HTML: a browser shows it, and the PDF is printed from it.

Floor 3, a writer. Numbers and letters are words of the page as finishing decided them; the look
comes whole from `stylesheet`. Source: HTML Living Standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import assert_never
from urllib.parse import quote

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Cell,
    Citation,
    Code,
    Content,
    Contents,
    Document,
    Emphasis,
    Figure,
    Footnote,
    Heading,
    Inline,
    Item,
    Keyed,
    Link,
    Masthead,
    Paragraph,
    Placeholder,
    Reference,
    Section,
    Signature,
    Summary,
    Superscript,
    Surname,
    Table,
    Text,
    Title,
    contents,
    notes,
    plain,
    words,
)
from reportgen.pictures import Image
from reportgen.style import UN_2015, Box, Style
from reportgen.writers._codes import barcode, qr_code
from reportgen.writers._directions import directed
from reportgen.writers._drawings import Drawing, data_address, svg
from reportgen.writers._figures import figure_columns, has_total
from reportgen.writers._measures import column_widths_pt, figure_size_pt, may_fill_page
from reportgen.writers._symbols import symbol_parts
from reportgen.writers.html.stylesheet import ITEM_LEVELS, narrowest_line_pt, stylesheet

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_SPACES = (" ", "\t", "\n", "\r", "\f")
_ELEMENTS: dict[type[Inline], str] = {Emphasis: "i", Superscript: "sup", Surname: "b"}
_WORDS_AND_SPACES = re.compile("[ \t\n\r\f]+|[^ \t\n\r\f]+")


def write_html(document: Document, style: Style = UN_2015) -> str:
    """Write a finished document as a page of HTML.

    Args:
        document: the document, finished.
        style: its look.

    Returns:
        The whole page; it refers to nothing outside itself.
    """
    return "".join(_Writer(document, style).page())


class _Writer:
    """What the writing of one document keeps from block to block."""

    def __init__(self, document: Document, style: Style) -> None:
        self.document = document
        self.style = style
        self.landscape = False
        self.keys = {block.key for block in document.blocks if isinstance(block, Keyed)} - {""}
        self.justified = style.body.align == "justify"
        self.always_fits = int(narrowest_line_pt(style) / style.body.size_pt)

    def page(self) -> Iterator[str]:
        """Write the page, from its head to the rule that ends it."""
        document = self.document
        author = plain(document.masthead.organ) if document.masthead else ""
        yield (
            f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n'
            '<meta charset="utf-8">\n'
            f"<title>{escape(document.title)}</title>\n"
            f'<meta name="author" content="{escape(author)}">\n'
            '<meta name="viewport" content="width=device-width">\n'
            f"<style>\n{stylesheet(document, self.style)}\n</style>\n</head>\n<body>\n"
        )
        if document.masthead:
            yield from self.masthead(document.masthead)
        yield "<main>\n"
        *sections, last = document.sections or (Section(()),)
        for section in sections:
            yield from self.section(section)
        yield from self.section(last, "<hr>\n")
        yield "</main>\n</body>\n</html>\n"

    def masthead(self, masthead: Masthead) -> Iterator[str]:
        """Write the head of the first page, in the order in which it is read."""
        yield '<header class="masthead">\n'
        yield f'<p class="institution">{self.inlines(masthead.institution)}</p>\n'
        if masthead.symbol:
            yield f'<p class="symbol">{"".join(map(self.symbol, masthead.symbol))}</p>\n'
        if masthead.emblem:
            yield _image("emblem", masthead.emblem)
        yield f'<p class="organ">{self.inlines(masthead.organ)}</p>\n'
        lines = "\n".join(f"<p>{self.inlines(line)}</p>" for line in masthead.lines)
        yield f'<div class="lines">\n{lines}\n</div>\n'
        yield from self.first_foot(masthead)
        yield "</header>\n"

    def first_foot(self, masthead: Masthead) -> Iterator[str]:
        """Write the foot of the first page, which belongs to its head."""
        look = self.style.first_foot
        yield '<div class="foot">\n'
        if masthead.job_line:
            yield f'<p class="job-number">{self.inlines(masthead.job_line)}</p>\n'
        if masthead.barcode:
            yield _code("barcode", masthead.barcode, barcode(masthead.barcode.text), look.barcode)
        if masthead.recycling:
            yield f'<p class="recycling">{self.inlines(masthead.recycling)}</p>\n'
            yield '<div class="recycling-sign"></div>\n'
        if masthead.qr_code:
            yield _code("qr-code", masthead.qr_code, qr_code(masthead.qr_code.text), look.qr_code)
        if masthead.reissue:
            yield f'<p class="reissue">{self.inlines(masthead.reissue)}</p>\n'
        yield "</div>\n"

    def symbol(self, inline: Inline) -> str:
        """Write a part of the symbol, the letter of each organ large."""
        if isinstance(inline, Text | Citation):
            return "".join(
                f"<b>{escape(part)}</b>" if large else escape(part)
                for large, part in symbol_parts(inline.text)
            )
        return self.inline(inline)

    def section(self, section: Section, end: str = "") -> Iterator[str]:
        """Write the blocks of one orientation, and what ends them."""
        self.landscape = section.landscape
        if section.landscape:
            yield '<section class="landscape">\n'
        for block in section.blocks:
            yield from self.block(block)
        yield end
        if section.landscape:
            yield "</section>\n"

    def block(self, block: Block) -> Iterator[str]:
        """Write one block."""
        match block:
            case Title(content=content, level=level):
                form = "" if level == 1 else ' class="letter"'
                yield f"<h1{form}>{self.inlines(content)}</h1>\n"
            case Heading():
                yield self.heading(block)
            case Paragraph():
                yield from self.paragraph(block)
            case Signature(lines=lines):
                yield f'<p class="signature">{"<br>".join(map(self.inlines, lines))}</p>\n'
            case AnnexHeading():
                yield self.annex_heading(block)
            case Table():
                yield from self.table(block)
            case Figure():
                yield self.figure(block)
            case Summary():
                yield from self.summary(block)
            case Contents():
                yield from self.contents(block)
            case _:
                assert_never(block)

    def heading(self, heading: Heading) -> str:
        """Write a heading, its numeral in the margin."""
        numeral = f"{heading.numeral}. " if heading.numeral else ""
        number = f'<span class="number">{escape(numeral)}</span>' if numeral else ""
        name = f"h{heading.level + 1}"
        attributes = _id(heading.key) + _bookmark((Text(numeral), *heading.content))
        return f"<{name}{attributes}>{number}{self.inlines(heading.content)}</{name}>\n"

    def paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        """Write a paragraph and its items, one element for each."""
        leading = bool(paragraph.items)
        form = _class("" if paragraph.number else "unnumbered", leading=leading)
        number = _label(f"{paragraph.number}.") if paragraph.number else ""
        yield f"<p{form}{_id(paragraph.key)}>{number}{self.prose(paragraph.content)}</p>\n"
        yield from self.items(paragraph.items)

    def items(self, items: tuple[Item, ...], level: int = 1) -> Iterator[str]:
        """Write the items of a list, and the lists within them."""
        if not items:
            return
        yield '<div role="list">\n'
        for item in items:
            label = _label(item.label) if item.label else ""
            form = _class(f"item-{min(level, ITEM_LEVELS)}", leading=bool(item.items))
            yield f'<div role="listitem">\n<p{form}>{label}{self.prose(item.content)}</p>\n'
            yield from self.items(item.items, level + 1)
            yield "</div>\n"
        yield "</div>\n"

    def annex_heading(self, annex: AnnexHeading) -> str:
        """Write the label of an annex, its original and its title, one heading on some lines."""
        lines = (("label", annex.label), ("original", annex.original), ("title", annex.content))
        spans = " ".join(
            f'<span class="annex-{name}">{self.inlines(content)}</span>'
            for name, content in lines
            if content or name == "label"
        )
        said = (*annex.label, Text(" "), *annex.content)
        form = "annex" if annex.level == 1 else "annex letter"
        attributes = _id(annex.key) + _bookmark(said, differs=bool(annex.original))
        return f'<h2 class="{form}"{attributes}>{spans}</h2>\n'

    def figure(self, figure: Figure) -> str:
        """Write a picture under its label and caption."""
        label = f'<span class="label">{escape(figure.label)}</span>'
        caption = f" <b>{self.inlines(figure.caption)}</b>" if figure.caption else ""
        picture = ""
        if figure.image:
            width_pt, height_pt = figure_size_pt(figure.image, self.style)
            picture = (
                f'<img alt="{escape(figure.image.description)}"'
                f' style="width: {width_pt:g}pt; height: {height_pt:g}pt"'
                f' src="{data_address(figure.image.data, figure.image.kind)}">'
            )
        said = f"<figcaption>{label}{caption}</figcaption>"
        return f"<figure{_id(figure.key)}>{said}{picture}</figure>\n"

    def summary(self, summary: Summary) -> Iterator[str]:
        """Write the summary in its frame."""
        yield f'<section class="summary">\n<h2>{self.inlines(summary.heading)}</h2>\n'
        for paragraph in summary.paragraphs:
            yield from self.paragraph(paragraph)
        yield "</section>\n"

    def contents(self, contents: Contents) -> Iterator[str]:
        """Write a table of contents, whose page numbers are those of the pages laid out."""
        yield f'<section class="contents">\n<h2>{self.inlines(contents.heading)}</h2>\n'
        yield f'<p class="page">{self.inlines(contents.page)}</p>\n<div role="doc-toc">\n'
        for entry in contents.entries:
            label = f'<span class="number">{escape(entry.label)} </span>' if entry.label else ""
            form = "entry" if not entry.label or entry.label.endswith(".") else "entry annexed"
            link = f'<a href="#{quote(_anchor(entry.key))}">{self.inlines(entry.content)}</a>'
            yield f'<p class="{form} level-{entry.level}">{label}{link}</p>\n'
        yield "</div>\n</section>\n"

    def table(self, table: Table) -> Iterator[str]:
        """Write a table, the shares of its columns and its heads first."""
        widths_pt = column_widths_pt(table, self.style, landscape=self.landscape)
        columns = "".join(
            f'<col style="width: {width / sum(widths_pt):.3%}">' for width in widths_pt
        )
        figures = figure_columns(table)
        heads = "".join(
            f'<th{_in_figures(rank, figures)} scope="col">{self.calling(head)}</th>'
            for rank, head in enumerate(table.heads)
        )
        yield f"<table>\n<colgroup>{columns}</colgroup>\n"
        yield f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n"
        for row in table.rows:
            cells = "".join(
                f"<td{_in_figures(rank, figures)}>{self.cell(cell)}</td>"
                for rank, cell in enumerate(row.cells)
            )
            torn = may_fill_page(row, widths_pt, self.style, landscape=self.landscape)
            total = row is table.rows[-1] and has_total(table)
            form = _class(" ".join(["tall"] * torn + ["total"] * total))
            yield f"<tr{form}>{cells}</tr>\n"
        yield "</tbody>\n</table>\n"
        yield from self.table_notes(notes(*contents(table)))

    def cell(self, cell: Cell) -> str:
        """Write the paragraphs of a cell."""
        return "".join(f"<p>{self.calling(content)}</p>" for content in cell)

    def table_notes(self, called: Iterable[Footnote]) -> Iterator[str]:
        """Write the notes of a table directly under it (Editorial Manual, footnotes)."""
        noted = "\n".join(f'<p role="doc-footnote">{self.noted(note)}</p>' for note in called)
        if noted:
            yield f'<div class="table-notes">\n{noted}\n</div>\n'

    def inlines(self, content: Content) -> str:
        """Write inlines; a citation is set as one whole."""
        return self.set(_wholes(content, _is_citation), always_fits=0, note=self.note)

    def calling(self, content: Content) -> str:
        """Write inlines whose notes stand elsewhere; a citation is set as one whole."""
        return self.set(_wholes(content, _is_citation), always_fits=0, note=lambda _: "")

    def prose(self, content: Content) -> str:
        """Write inlines of the text column; what no-break spaces join is one whole too."""
        unbreakable = _is_unbreakable if self.justified else _is_citation
        return self.set(_wholes(content, unbreakable), self.always_fits, self.note)

    def set(
        self,
        parts: Iterable[tuple[bool, Content]],
        always_fits: int,
        note: Callable[[Footnote], str],
    ) -> str:
        """Write inlines that are parted into wholes and what may break.

        A note stands after the word that calls it, and falls to the foot of the page from there;
        WeasyPrint would take one within a whole out of its order.

        Args:
            parts: each with whether it is a whole.
            always_fits: how many letters fit on any line, whichever they are.
            note: writes a note.
        """
        written = []
        for whole, part in parts:
            if whole:
                form = "whole" if len(plain(part)) <= always_fits else "whole wide"
                written.append(f'<span class="{form}">{"".join(map(self.inline, part))}</span>')
                written += map(note, notes(part))
            else:
                for inline in part:
                    written += [self.inline(inline), *map(note, notes((inline,)))]
        return "".join(written)

    def note(self, note: Footnote) -> str:
        """Write a note of the page."""
        return f'<span class="note" role="doc-footnote">{self.noted(note)}</span>'

    def noted(self, note: Footnote) -> str:
        """Write the label and the words of a note."""
        return f'<span class="mark">{self.inline(note)} </span>{self.calling(note.content)}'

    def inline(self, inline: Inline) -> str:
        """Write one inline."""
        text = _isolated(inline.label if isinstance(inline, Footnote) else words(inline))
        match inline:
            case Citation(address=address) | Link(address=address) if address:
                link = f'<a href="{escape(address)}">{text}</a>'
                return f"<i>{link}</i>" if isinstance(inline, Link) and inline.italic else link
            case Reference(key=key) if key in self.keys:
                return f'<a href="#{quote(_anchor(key))}">{text}</a>'
            case Text() | Citation() | Link() | Reference():
                return text
            case Footnote():
                return f'<sup class="call">{text}</sup>'
            case Emphasis() | Superscript() | Surname():
                name = _ELEMENTS[type(inline)]
                return f"<{name}>{text}</{name}>"
            case Placeholder():
                return f"<mark>{text}</mark>"
            case _:
                assert_never(inline)


def _isolated(text: str) -> str:
    """Write words so that a name read from right to left moves nothing around it."""
    return "".join(
        f"<bdi>{escape(piece)}</bdi>" if leftward else escape(piece)
        for piece, leftward in directed(text)
    )


def _code(name: str, code: Code, drawing: Drawing, box: Box) -> str:
    data = svg(drawing, box.width_pt, box.height_pt).encode()
    image = Image(
        data=data,
        kind="svg",
        width_pt=box.width_pt,
        height_pt=box.height_pt,
        description=code.description,
    )
    return _image(name, image)


def _image(name: str, image: Image) -> str:
    """Write a picture within the page itself."""
    return (
        f'<img class="{name}" alt="{escape(image.description)}"'
        f' src="{data_address(image.data, image.kind)}">\n'
    )


def _wholes(
    content: Content, unbreakable: Callable[[Inline], bool]
) -> Iterator[tuple[bool, Content]]:
    """Part inlines into what may break between lines and what may not.

    WeasyPrint widens no-break spaces like others in a justified line, save within a box of their
    own: https://github.com/Kozea/WeasyPrint/issues/2269. Laying out such a box takes as long as
    three lines, so none is made where lines are not justified.
    """
    if not any(map(unbreakable, content)):
        yield False, content
        return
    pieces = [(rank, piece) for rank, inline in enumerate(content) for piece in _pieces(inline)]
    marked: list[tuple[bool, int, Inline]] = []
    for _, group in groupby(pieces, key=lambda piece: words(piece[1]).startswith(_SPACES)):
        word = list(group)
        whole = any(unbreakable(piece) for _, piece in word)
        marked += [(whole, rank, piece) for rank, piece in word]
    for whole, run in groupby(marked, key=itemgetter(0)):
        yield whole, tuple(_joined(list(same)) for _, same in groupby(run, key=itemgetter(1)))


def _is_citation(inline: Inline) -> bool:
    return isinstance(inline, Citation)


def _is_unbreakable(inline: Inline) -> bool:
    return _is_citation(inline) or _NO_BREAK_SPACE in words(inline)


def _pieces(inline: Inline) -> list[Inline]:
    if isinstance(inline, Citation):
        return [inline] if inline.text else []
    if isinstance(inline, Footnote):
        return [inline]
    pieces: list[str] = []
    for piece, leftward in directed(words(inline)):
        pieces += [piece] if leftward else _WORDS_AND_SPACES.findall(piece)
    return [_saying(inline, piece) for piece in pieces]


def _joined(pieces: list[tuple[bool, int, Inline]]) -> Inline:
    return _saying(pieces[0][2], "".join(words(piece) for _, _, piece in pieces))


def _saying(inline: Inline, text: str) -> Inline:
    match inline:
        case Reference() | Placeholder():
            return evolve(inline, shown=text)
        case Footnote():
            return inline
        case _:
            return evolve(inline, text=text)


def _bookmark(heading: Content, *, differs: bool = False) -> str:
    """Name the bookmark of a heading that holds more than its words, such as calls of notes."""
    if not (differs or any(notes(heading))):
        return ""
    return f' data-bookmark="{escape(plain(heading).strip())}"'


def _id(key: str) -> str:
    return f' id="{_anchor(key)}"' if key else ""


def _anchor(key: str) -> str:
    """Name a place on the page; WeasyPrint loses a name with quotation marks in it."""
    return quote(key, safe="")


def _class(form: str, *, leading: bool = False) -> str:
    names = " ".join(filter(None, (form, "leading" if leading else "")))
    return f' class="{names}"' if names else ""


def _in_figures(column: int, figures: frozenset[int]) -> str:
    return ' class="figures"' if column in figures else ""


def _label(label: str) -> str:
    return f'<span class="number">{escape(label)}\t</span>'
