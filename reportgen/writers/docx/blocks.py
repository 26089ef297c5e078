"""Blocks as paragraphs and tables of Word, in the order of the page.

Elements are made directly under the ids of our styles: looking styles up by name would take most
of the time. Numbers are Word's own wherever it counts the same as finishing did.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import assert_never

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Cell,
    Content,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Item,
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
from reportgen.writers._figures import figure_columns, has_total
from reportgen.writers._measures import (
    column_widths_pt,
    figure_size_pt,
    may_fill_page,
    table_left_pt,
)
from reportgen.writers.docx.inlines import Ties, add_inlines, add_raised, mark
from reportgen.writers.docx.numbering import (
    HEADINGS,
    PARAGRAPH_STYLE_ID,
    PARAGRAPHS,
    Labels,
    heading_style_id,
    item_style_id,
    reference,
)
from reportgen.writers.docx.ooxml import (
    Element,
    add,
    add_break,
    add_field,
    add_link,
    add_paragraph,
    add_run,
    add_tabs,
    begin_field,
    end_field,
    name,
    properties,
    twips,
    w,
)
from reportgen.writers.docx.pagination import pages_of
from reportgen.writers.docx.pictures import Pictures
from reportgen.writers.docx.sheets import Sheets
from reportgen.writers.docx.style_xml import border
from reportgen.writers.docx.styles import (
    AFTER_TABLE_ID,
    CONTENTS_HEADING_ID,
    CONTENTS_PAGE_ID,
    END_RULE_ID,
    FIGURE_ID,
    FIRST_TABLE_NOTE_ID,
    INDENTED_ID,
    SUMMARY_ID,
    TABLE_ID,
    TITLE_ID,
    TOTAL_ID,
    contents_style_id,
)

_CELL, _CELL_PROPERTIES, _MARGINS = name("tc"), name("tcPr"), name("tcMar")
_PARAGRAPH, _INDENTS, _ROW = name("p"), name("ind"), name("tr")
_ROWS_BEGIN = 3
"""Where the rows begin among the children of a table: after its properties, grid and heads."""


def write_blocks(
    sheets: Sheets, document: Document, style: Style, ties: Ties, pictures: Pictures
) -> list[Element]:
    """Write the blocks of a document, and the rule that ends it, section by section.

    Args:
        sheets: the body of the file, empty, and the properties of its sections.
        document: the document, finished.
        style: its look.
        ties: what the inlines of the body may lead to, and what of theirs stands elsewhere.
        pictures: the pictures of the file so far.

    Returns:
        The further instances of lists that the numbering part needs.
    """
    writer = _Writer(sheets, document, style, ties, pictures)
    previous: Block | None = None
    first = next(iter(document.blocks), None)
    titled = bool(document.masthead) and isinstance(first, Title)
    for block in document.blocks:
        if titled and previous and not isinstance(block, Summary):
            if not isinstance(block, AnnexHeading):  # which begins a page, in whatever section
                writer.end_title()
            titled = False
        if isinstance(block, AnnexHeading):
            writer.begin_annex(block)
        writer.write(block, previous)
        previous = block
    add_paragraph(sheets.body, END_RULE_ID)
    sheets.body.append(writer.section)
    return writer.labels.restarts


class _Writer:
    """What the writing of one document keeps from block to block."""

    def __init__(
        self, sheets: Sheets, document: Document, style: Style, ties: Ties, pictures: Pictures
    ) -> None:
        self.sheets = sheets
        self.body = sheets.body
        self.section = sheets.properties(landscape=False)
        self.document = document
        self.pictures = pictures
        self.style = style
        self.landscape = False
        self.ties = ties
        self.ties_of_tables = evolve(ties, notes=None)
        self.unmarked = dict(ties.blocks)
        self.labels = Labels(document.language)
        self.subject = ""

    def begin_annex(self, annex: AnnexHeading) -> None:
        """Begin a section where an annex turns the sheet."""
        if annex.landscape != self.landscape:
            self.landscape = annex.landscape
            self._end_section()
            self.section = self.sheets.properties(landscape=annex.landscape)

    def end_title(self) -> None:
        """Begin the section of the text on the page of the title, and of the summary if any.

        Only the section of the title has a first page of its own: a break that a drafter inserts
        later gives its properties to both halves, and would repeat the masthead.
        """
        self._end_section()
        self.section = self.sheets.properties(landscape=False, continuous=True)

    def _end_section(self) -> None:
        """End a section with its last paragraph, or with one as thin as can be after a table."""
        last = self.body[-1] if len(self.body) else None
        if last is None or last.tag != _PARAGRAPH:
            last = add_paragraph(self.body, AFTER_TABLE_ID)
            add(properties(last), "spacing", line=1, lineRule="exact")
        properties(last).append(self.section)

    def write(self, block: Block, previous: Block | None) -> None:  # noqa: C901 -- one a kind
        """Write one block after another; None at the beginning."""
        if isinstance(previous, Table) and isinstance(block, Table | Paragraph):
            add_paragraph(self.body, AFTER_TABLE_ID)
        if isinstance(block, Title | Heading | AnnexHeading):
            self.subject = plain(block.content)
        stacked = isinstance(previous, Title | Heading | AnnexHeading)
        match block:
            case Title(level=level):
                self._text(
                    TITLE_ID if level == 1 else self.style.letter_title.style_id, block.content
                )
            case Heading():
                self._heading(block, stacked=stacked)
            case Paragraph():
                self._paragraph(block)
            case Signature():
                self._signature(block)
            case AnnexHeading():
                self._annex_heading(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Summary():
                self._summary(block)
            case Contents():
                self._contents(block, stacked=stacked)
            case _:
                assert_never(block)

    def _text(self, style_id: str, content: Content, label: str = "", tabs: int = 0) -> Element:
        """Add a paragraph of text, after tabs and a typed label where Word counts none."""
        paragraph = add_paragraph(self.body, style_id)
        if tabs:
            add_tabs(paragraph, tabs)
        if label:
            add_run(paragraph, label)
            add_tabs(paragraph)
        add_inlines(paragraph, content, self.ties)
        return paragraph

    def _heading(self, heading: Heading, *, stacked: bool) -> None:
        if not heading.numeral:
            paragraph = self._text(heading_style_id(heading.level), heading.content)
            properties(paragraph).extend(_uncounted(self.style))
        elif self.labels.heading(heading.level, heading.numeral):
            paragraph = self._text(heading_style_id(heading.level), heading.content)
            self._attach(paragraph, HEADINGS, heading.level - 1)
        else:
            typed_id = self.style.heading(heading.level).style_id
            paragraph = self._text(typed_id, heading.content, f"{heading.numeral}.", tabs=1)
        if stacked:
            _stack(paragraph)
        mark(paragraph, self.unmarked.pop(heading.key, None))

    def _paragraph(self, block: Paragraph) -> None:
        if block.number:
            self.labels.paragraph(block.number)
            paragraph = self._text(PARAGRAPH_STYLE_ID, block.content)
            self._attach(paragraph, PARAGRAPHS, 0)
        else:
            paragraph = self._text(INDENTED_ID, block.content)
        mark(paragraph, self.unmarked.pop(block.key, None))
        if block.items:
            _keep_with_next(paragraph)
        for level, item in flattened(block.items):
            self._item(level, item, counted=bool(block.number))

    def _item(self, level: int, item: Item, *, counted: bool) -> None:
        if counted and self.labels.item(level, item.label):
            paragraph = self._text(item_style_id(level), item.content)
            self._attach(paragraph, PARAGRAPHS, level)
        else:
            paragraph = self._text(self.style.body.style_id, item.content, item.label, tabs=level)
        if item.items:
            _keep_with_next(paragraph)

    def _attach(self, paragraph: Element, abstract_id: int, level: int) -> None:
        """Attach a paragraph to the list in use, unless its style says so already."""
        if instance := self.labels.instance(abstract_id):
            properties(paragraph).append(reference(instance, level))

    def _signature(self, block: Signature) -> None:
        """Write a paragraph for each line, all on one page, the space above the first alone."""
        lines = [self._text(self.style.signature.style_id, line) for line in block.lines]
        for line in lines[1:]:
            add(properties(line), "spacing", before=0)
        for line in lines[:-1]:
            _keep_with_next(line)

    def _annex_heading(self, block: AnnexHeading) -> None:
        """Write the label and the title of an annex as one paragraph, which is one heading."""
        style = self.style
        look = style.annex_label if block.level == 1 else style.letter_annex
        label = self._text(look.style_id, block.label)
        joined = block.level == 1 and block.content and not block.original
        if joined:
            add_break(label)
            add_inlines(label, block.content, self.ties)
        mark(label, self.unmarked.pop(block.key, None))
        if block.original:
            self._text(style.annex_original.style_id, block.original)
        if block.content and not joined:
            self._text(style.annex_title.style_id, block.content)

    def _figure(self, block: Figure) -> None:
        label = self._text(self.style.figure_label.style_id, (Text(block.label),))
        mark(label, self.unmarked.pop(block.key, None))
        if block.caption:
            self._text(self.style.caption.style_id, block.caption)
        if block.image:
            picture = add_paragraph(self.body, FIGURE_ID)
            self.pictures.add_figure(picture, block.image, figure_size_pt(block.image, self.style))

    def _summary(self, block: Summary) -> None:
        """Write the summary in paragraphs whose styles draw one frame around them all."""
        self._text(self.style.summary.style_id, block.heading)
        for paragraph in block.paragraphs:
            mark(self._text(SUMMARY_ID, paragraph.content), self.unmarked.pop(paragraph.key, None))
            for level, item in flattened(paragraph.items):
                self._text(SUMMARY_ID, item.content, item.label, tabs=level - 1)

    def _contents(self, block: Contents, *, stacked: bool) -> None:
        """Write a table of contents as the field that Word makes one with (17.16.5.68)."""
        heading = self._text(CONTENTS_HEADING_ID, block.heading)
        if stacked:
            _stack(heading)
        self._text(CONTENTS_PAGE_ID, block.page)
        pages = pages_of(self.document, self.style) if block.entries else {}
        lines = [self._entry(entry, pages.get(entry.key, 1)) for entry in block.entries]
        if lines:
            begin_field(lines[0], r"TOC \h \z \u")
            lines[0][1:1] = lines[0][-3:]  # before the words, where the field begins
            end_field(lines[-1])

    def _entry(self, entry: Entry, page: int) -> Element:
        """Write a line of contents as Word will make it anew: numeral, tab, words, tab, page."""
        paragraph = add_paragraph(self.body, contents_style_id(entry.level))
        target = self.ties.blocks.get(entry.key)
        link = add_link(paragraph, target.bookmark) if target else paragraph
        if entry.label.endswith("."):
            add_run(link, entry.label)
            add_tabs(link)
        elif entry.label:
            add_run(link, f"{entry.label} ")  # the line break in the head of the annex
        add_inlines(link, entry.content, self.ties)
        add_tabs(link)
        if target:
            add_field(link, rf"PAGEREF {target.bookmark} \h", str(page))
        return paragraph

    def _table(self, block: Table) -> None:
        style, landscape = self.style, self.landscape
        widths_pt = column_widths_pt(block, style, landscape=landscape)
        widths = _shared_twips(widths_pt)
        left_pt = table_left_pt(style, landscape=landscape)
        table = add(self.body, "tbl")
        table.append(_table_properties(sum(widths), left_pt))
        table[-1].extend(_alternative(self.subject, block))
        table.append(w("tblGrid", *(w("gridCol", w=width) for width in widths)))
        heads = tuple((head,) for head in block.heads)
        self._row(table, _empty_row(widths, "cantSplit", "tblHeader"), heads, style.table.head)
        whole, torn = _empty_row(widths, "cantSplit"), _empty_row(widths)
        for row in block.rows:
            fills = may_fill_page(row, widths_pt, style, landscape=landscape)
            form = torn if fills else whole
            self._row(table, deepcopy(form), row.cells, style.table.body)
        _set_right(table, figure_columns(block))
        if has_total(block):
            _set_off(table[-1], style.table.top_rule_pt)
        if block.rows:
            _space_above(table[_ROWS_BEGIN], style)
        self._table_notes(block)

    def _table_notes(self, block: Table) -> None:
        """Write the notes of a table directly under it (Editorial Manual, footnotes)."""
        style_id = FIRST_TABLE_NOTE_ID
        for note in notes(*contents(block)):
            paragraph = add_paragraph(self.body, style_id)
            add_raised(paragraph, note.label)
            add_tabs(paragraph)
            add_inlines(paragraph, note.content, self.ties_of_tables)
            style_id = self.style.note.under_table.style_id

    def _row(
        self, table: Element, row: Element, cells: tuple[Cell, ...], look: ParagraphStyle
    ) -> None:
        table.append(row)
        for element, cell in zip(row.iterchildren(_CELL), cells, strict=True):
            for content in cell or ((),):
                paragraph = add_paragraph(element, look.style_id)
                add_inlines(paragraph, content, self.ties_of_tables)


def _empty_row(widths: list[int], *marks: str) -> Element:
    """Make a row of cells without paragraphs; the last column has no gap after it."""
    cells = [w("tc", w("tcPr", w("tcW", w=width, type="dxa"))) for width in widths]
    cells[-1][0].append(w("tcMar", w("right", w=0, type="dxa")))
    return w("tr", *([w("trPr", *map(w, marks))] if marks else []), *cells)


def _uncounted(style: Style) -> list[Element]:
    """Take a heading out of its list, into the text column (17.9.18)."""
    return [reference(0, 0), w("ind", left=twips(style.text_left_pt), firstLine=0)]


def _set_right(table: Element, columns: frozenset[int]) -> None:
    """Set the heads and cells of columns to the right."""
    for row in table.iterchildren(_ROW) if columns else ():
        for column, cell in enumerate(row.iterchildren(_CELL)):
            for paragraph in cell.iterchildren(_PARAGRAPH) if column in columns else ():
                add(properties(paragraph), "jc", val="right")


def _set_off(row: Element, rule_pt: float) -> None:
    """Set a row off from those that it is the total of."""
    for cell in row.iterchildren(_CELL):
        cell[0].insert(1, w("tcBorders", border("top", rule_pt)))
        for paragraph in cell.iterchildren(_PARAGRAPH):
            properties(paragraph)[0].set(name("val"), TOTAL_ID)


def _stack(heading: Element) -> None:
    """Leave no space above a heading: the space below the one above it is enough."""
    spacing, said = w("spacing", before=0), properties(heading)
    indents = said.find(_INDENTS)
    said.append(spacing) if indents is None else indents.addprevious(spacing)


def _keep_with_next(paragraph: Element) -> None:
    """Leave no line at the foot of a page that announces what is on the next (17.3.1.15)."""
    properties(paragraph).insert(1, w("keepNext"))


def _space_above(row: Element, style: Style) -> None:
    """Set the first row off from the rule under the heads."""
    for cell_properties in row.iter(_CELL_PROPERTIES):
        margins = cell_properties.find(_MARGINS)
        if margins is None:
            margins = add(cell_properties, "tcMar")
        margins.insert(0, w("top", w=twips(style.table.space_after_head_pt), type="dxa"))


def _table_properties(width: int, left_pt: float) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val=TABLE_ID),
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=twips(left_pt), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val="0620",
            firstRow=1,
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
    )


def _alternative(subject: str, table: Table) -> list[Element]:
    """Say a table in words, for those who do not see it (17.4.59, 17.4.63)."""
    heads = "; ".join(filter(None, map(plain, table.heads)))
    said = (("tblCaption", subject), ("tblDescription", heads))
    return [w(name_, val=words) for name_, words in said if words]


def _shared_twips(widths_pt: tuple[float, ...]) -> list[int]:
    """Round widths so that they add up to the rounded whole."""
    edges = [0]
    total = 0.0
    for width in widths_pt:
        total += width
        edges.append(twips(total))
    return [right - left for left, right in pairwise(edges)]
