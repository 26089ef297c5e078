"""Heads and feet of the pages: the masthead of the first, the symbol and the number of the others.

Their frame depends on the look alone and is laid out once; a document fills it with its words.
Source: measurements of S/2015/246; Editorial Manual, mastheads; ECMA-376, Part 1, 17.10.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from docx.opc.part import Part
from docx.section import Section

from reportgen.document import (
    Citation,
    Content,
    Document,
    Masthead,
    Placeholder,
    Text,
    plain,
    symbol_lines,
)
from reportgen.pictures import Image
from reportgen.style import Box, FirstFootStyle, MastheadStyle, RunningStyle, Style
from reportgen.writers._codes import barcode, qr_code
from reportgen.writers._drawings import recycling_sign
from reportgen.writers._measures import ABOVE_BASELINE, fitted, reissue_height_pt, sheet_column_pt
from reportgen.writers._symbols import symbol_parts
from reportgen.writers.docx.holes import Holes
from reportgen.writers.docx.inlines import Ties, add_inlines
from reportgen.writers.docx.ooxml import (
    Element,
    add,
    add_break,
    add_field,
    add_paragraph,
    add_run,
    add_tabs,
    empty,
    half_points,
    name,
    properties,
    twips,
    w,
)
from reportgen.writers.docx.pictures import Pictures, drawn
from reportgen.writers.docx.style_xml import border
from reportgen.writers.docx.styles import (
    FIRST_FOOTER_ID,
    FIRST_LINE_ID,
    HEADER_END_ID,
    HEADER_ODD_ID,
    JOB_NUMBER,
    NOTE_RULE_ID,
    SYMBOL_LETTER,
    first_footer,
)

_INSTITUTION_WIDTH_PT = 140
_RECYCLING_WIDTH_PT = 150
_CELL = name("tc")
_SYMBOL, _JOB_NUMBER = "symbol", "jobNumber"
"""The fields that the heads and feet repeat."""


def lay_out_furniture(sections: Sequence[Section], style: Style) -> None:
    """Give sections their headers and footers, without words.

    Args:
        sections: the upright section, then that on its long side if there is one; they have no
            headers and footers yet.
        style: the look.
    """
    upright, *turned = sections
    _lay_out_first_page(upright, style)
    _lay_out_running(upright, style, landscape=False)
    for section in turned:
        section.different_first_page_header_footer = False
        _lay_out_running(section, style, landscape=True)


def _lay_out_first_page(section: Section, style: Style) -> None:
    section.different_first_page_header_footer = True
    for furniture in (section.first_page_header, section.first_page_footer):
        furniture.is_linked_to_previous = False
        empty(furniture.part.element)
    header = section.first_page_header.part.element
    header.append(_masthead_table(style))
    add_paragraph(header, HEADER_END_ID)
    add_paragraph(section.first_page_footer.part.element, FIRST_FOOTER_ID)


def _lay_out_running(section: Section, style: Style, *, landscape: bool) -> None:
    headers = (section.even_page_header, section.header)
    footers = (section.even_page_footer, section.footer)
    for furniture in (*headers, *footers):
        furniture.is_linked_to_previous = False
        empty(furniture.part.element)
    looks = (style.running.header.style_id, HEADER_ODD_ID)
    for header, style_id in zip(headers, looks, strict=True):
        header.part.element.append(_running_table(style, style_id, landscape=landscape))
        add_paragraph(header.part.element, HEADER_END_ID)
    for footer in footers:
        paragraph = add_paragraph(footer.part.element, style.running.footer.style_id)
        if landscape:
            properties(paragraph).append(_moved_tab(style))


def _moved_tab(style: Style) -> Element:
    """Move the tab of the feet to the other edge of a sheet on its long side."""
    upright, turned = sheet_column_pt(style), sheet_column_pt(style, landscape=True)
    return w(
        "tabs",
        w("tab", val="clear", pos=twips(upright)),
        w("tab", val="right", pos=twips(turned)),
    )


def furnish(  # noqa: PLR0913, PLR0917 -- the document, and what its file holds so far
    sections: Sequence[Section],
    document: Document,
    style: Style,
    pages: int,
    holes: Holes,
    pictures: Pictures,
) -> None:
    """Fill the headers and footers that `lay_out_furniture` made.

    Args:
        sections: the sections, the upright one first.
        document: the document, finished.
        style: its look.
        pages: about how many pages there are.
        holes: the holes of the file so far.
        pictures: the pictures of the file so far.
    """
    upright, ties = sections[0], Ties(holes)
    if document.masthead is None:
        upright.different_first_page_header_footer = False
    else:
        header, footer = upright.first_page_header.part, upright.first_page_footer.part
        masthead, job_line = document.masthead, footer.element[0]
        _fill_masthead(header.element, masthead, style, ties)
        if masthead.emblem:
            box = fitted(masthead.emblem, style.masthead.emblem)
            pictures.add(header.element[-1], header, masthead.emblem, box, "emblem")
        _fill_first_foot(job_line, masthead, style, ties)
        _add_job_line(job_line, masthead, ties)
        _add_codes(job_line, footer, masthead, style, pictures)
    for section in sections:
        _fill_running(section, document, style, pages, holes)


def _fill_running(
    section: Section, document: Document, style: Style, pages: int, holes: Holes
) -> None:
    for running in (section.even_page_header, section.header):
        _fill_running_header(running.part.element, document, holes)
    even, odd = section.even_page_footer.part.element[0], section.footer.part.element[0]
    _add_page_number(even, 2, pages)
    add_tabs(even)
    raised_pt = style.running.baseline_y_pt - style.running.job_number_baseline_y_pt
    _add_job_number(even, document, raised_pt, holes)
    _add_job_number(odd, document, raised_pt, holes)
    add_tabs(odd)
    _add_page_number(odd, 3, pages)


def _masthead_table(style: Style) -> Element:
    look = style.masthead
    edges_pt = (
        style.page.left_pt,
        look.text_x_pt,
        look.text_x_pt + _INSTITUTION_WIDTH_PT,
        look.lines_x_pt,
        look.right_x_pt,
    )
    widths = [twips(right - left) for left, right in pairwise(edges_pt)]
    bands = (_upper_band(look, widths, style.page.header_pt), _lower_band(look, widths))
    return w("tbl", *_frame(widths), *bands)


def _upper_band(look: MastheadStyle, widths: list[int], header_pt: float) -> Element:
    emblem, institution, *rest = widths
    cells = [
        _cell([emblem], look.lines.style_id),
        _cell([institution], look.institution.style_id),
        _cell(rest, look.symbol.style_id),
    ]
    for cell in cells:
        _stand_on_rule(cell, look.thin_rule_pt, look.symbol.after_pt)
    return _band(look.thin_rule_y_pt - header_pt, cells)


def _lower_band(look: MastheadStyle, widths: list[int]) -> Element:
    emblem, *middle, last = widths
    cells = [
        _cell([emblem], look.lines.style_id),
        _cell(middle, look.organ.style_id),
        _cell([last], FIRST_LINE_ID),
    ]
    for cell in cells:
        cell[0].append(w("tcBorders", border("bottom", look.thick_rule_pt)))
    return _band(look.thick_rule_y_pt - look.thin_rule_y_pt, cells)


def _running_table(style: Style, style_id: str, *, landscape: bool) -> Element:
    running: RunningStyle = style.running
    over_pt = running.right_x_pt - style.page.left_pt - sheet_column_pt(style)
    width = twips(sheet_column_pt(style, landscape=landscape) + over_pt)
    header_pt = style.sheet(landscape=landscape).header_pt
    cell = _cell([width], style_id)
    _stand_on_rule(cell, running.rule_pt, running.header.after_pt)
    return w("tbl", *_frame([width]), _band(running.rule_y_pt - header_pt, [cell]))


def _frame(widths: list[int]) -> list[Element]:
    margins = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("left", "right")))
    width = w("tblW", w=sum(widths), type="dxa")
    return [
        w("tblPr", width, w("tblLayout", type="fixed"), margins),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    ]


def _cell(widths: list[int], style_id: str) -> Element:
    cell_properties = w("tcPr", w("tcW", w=sum(widths), type="dxa"))
    if len(widths) > 1:
        cell_properties.append(w("gridSpan", val=len(widths)))
    cell = w("tc", cell_properties)
    add_paragraph(cell, style_id)
    return cell


def _band(height_pt: float, cells: list[Element]) -> Element:
    height = w("trHeight", val=twips(height_pt), hRule="exact")
    return w("tr", w("trPr", height), *cells)


def _stand_on_rule(cell: Element, rule_pt: float, space_pt: float) -> None:
    """Set the words of a cell at its foot, on a rule.

    The space between is a margin of the cell: LibreOffice counts the space after its last
    paragraph twice in rows of exact height.
    """
    cell[0].extend(
        [
            w("tcBorders", border("bottom", rule_pt)),
            w("tcMar", w("bottom", w=twips(space_pt), type="dxa")),
            w("vAlign", val="bottom"),
        ]
    )


def _fill_masthead(header: Element, masthead: Masthead, style: Style, ties: Ties) -> None:
    _, institution, symbol, _, organ, lines = header.iter(_CELL)
    add_inlines(institution[-1], masthead.institution, ties)
    _add_symbol(symbol[-1], masthead.symbol, ties)
    add_inlines(organ[-1], masthead.organ, ties)
    for index, line in enumerate(masthead.lines):
        if index:
            add_paragraph(lines, style.masthead.lines.style_id)
        add_inlines(lines[-1], line, ties)


def _fill_first_foot(job_line: Element, masthead: Masthead, style: Style, ties: Ties) -> None:
    """Write the words above the job number: those on recycling in a frame, a note."""
    look = style.first_foot
    if masthead.recycling:
        words = _placed_before(job_line, look.recycling.style_id)
        properties(words).append(_recycling_frame(look))
        add_inlines(words, masthead.recycling, ties)
    if masthead.reissue:
        rule = _placed_before(job_line, NOTE_RULE_ID)
        add_inlines(_placed_before(job_line, look.note.style_id), masthead.reissue, ties)
        # the note takes its room from that which the foot keeps free above the job number
        free_pt = first_footer(style).before_pt - reissue_height_pt(masthead, style)
        gap_pt = look.note_gap_pt + max(0.0, free_pt)
        add(properties(rule), "spacing", before=twips(gap_pt))
        add(properties(job_line), "spacing", before=0)


def _add_job_line(paragraph: Element, masthead: Masthead, ties: Ties) -> None:
    """Write the job number, which the other pages repeat, then its language and its days."""
    for inline in masthead.job_line:
        if isinstance(inline, Placeholder) and inline in masthead.job_number:
            ties.holes.add(paragraph, inline, _JOB_NUMBER)
        else:
            add_inlines(paragraph, (inline,), ties)


def _placed_before(paragraph: Element, style_id: str) -> Element:
    placed = w("p", w("pPr", w("pStyle", val=style_id)))
    paragraph.addprevious(placed)
    return placed


def _recycling_frame(look: FirstFootStyle) -> Element:
    """Frame the words on recycling, in their place on the sheet (17.3.1.11)."""
    return w(
        "framePr",
        w=twips(_RECYCLING_WIDTH_PT),
        h=twips(look.recycling.line_pt),
        hRule="exact",
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=twips(look.recycling_right_x_pt - _RECYCLING_WIDTH_PT),
        y=twips(look.recycling_baseline_y_pt - ABOVE_BASELINE * look.recycling.line_pt),
    )


def _add_codes(
    job_line: Element, footer: Part, masthead: Masthead, style: Style, pictures: Pictures
) -> None:
    """Draw the codes of the foot and the recycling sign, anchored in its last line."""
    look = style.first_foot
    if masthead.barcode:
        image = drawn(barcode(masthead.barcode.text), look.barcode, masthead.barcode.description)
        pictures.add(job_line, footer, image, look.barcode, "barcode")
    if masthead.recycling:
        image = _recycling_picture(look.recycling_sign, plain(masthead.recycling))
        pictures.add(job_line, footer, image, look.recycling_sign, "recycling")
    if masthead.qr_code:
        image = drawn(qr_code(masthead.qr_code.text), look.qr_code, masthead.qr_code.description)
        pictures.add(job_line, footer, image, look.qr_code, "QR code")


@lru_cache(maxsize=4)
def _recycling_picture(box: Box, description: str) -> Image:
    """Draw the sign, the same in every report: a fifth of the time that a Word file takes."""
    return drawn(recycling_sign(), box, description)


def _add_symbol(paragraph: Element, symbol: Content, ties: Ties) -> None:
    """Write the symbol, the letter of each organ large, as on every first page."""
    for inline in symbol:
        if isinstance(inline, Text | Citation):
            for large, part in symbol_parts(inline.text):
                add_run(paragraph, part, SYMBOL_LETTER if large else "")
        elif isinstance(inline, Placeholder):
            ties.holes.add(paragraph, inline, _SYMBOL)
        else:
            add_inlines(paragraph, (inline,), ties)


def _fill_running_header(header: Element, document: Document, holes: Holes) -> None:
    """Write the symbol, one line for each organ of a joint one."""
    paragraph = next(header.iter(_CELL))[-1]
    for index, line in enumerate(symbol_lines(document.symbol)):
        if index:
            add_break(paragraph)
        add_run(paragraph, line)
    for hole in _holes_of(document.masthead.symbol if document.masthead else ()):
        holes.add(paragraph, hole, _SYMBOL)


def _holes_of(content: Content) -> list[Placeholder]:
    return [inline for inline in content if isinstance(inline, Placeholder)]


def _add_page_number(paragraph: Element, page: int, pages: int) -> None:
    add_field(paragraph, "PAGE", str(page))
    add_run(paragraph, "/")
    add_field(paragraph, "NUMPAGES", str(max(page, pages)))


def _add_job_number(paragraph: Element, document: Document, raised_pt: float, holes: Holes) -> None:
    # neither is in the style: one that says so leaves bold letters bold (17.7.3), and LibreOffice
    # would take the other for a superscript and write it smaller
    look = (
        w("rStyle", val=JOB_NUMBER),
        w("b", val=0),
        w("position", val=half_points(raised_pt)),
    )
    for hole in _holes_of(document.masthead.job_number if document.masthead else ()):
        holes.add(paragraph, hole, _JOB_NUMBER, *look)
    if document.job_number:
        run = add_run(paragraph, document.job_number, JOB_NUMBER)
        run[0].extend(look[1:])
