"""The styles of the Word file, as one table made from the figures of a `Style`.

The New York template's styles bear its own names, so that a page pasted into it keeps its look;
styles of ours are based on them and add what the template leaves to typing: numbers, rules, page
breaks. What Word knows by name bears Word's name, so that headings are headings to its commands
and to other programs. Source: the template's styles; ECMA-376, Part 1, 17.7.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from attrs import evolve

from reportgen.style import ParagraphStyle, Style
from reportgen.writers._measures import FRAME_GAP_PT, below_baseline_pt, sheet_column_pt
from reportgen.writers.docx.numbering import (
    HEADING_LEVELS,
    HEADINGS,
    ITEM_LEVELS,
    PARAGRAPH_STYLE_ID,
    PARAGRAPHS,
    heading_style_id,
    item_style_id,
)
from reportgen.writers.docx.ooxml import Element, half_points, name, twips, w
from reportgen.writers.docx.style_xml import (
    WordStyle,
    border,
    character_style,
    defaults,
    language_tag,
    paragraph_styles,
    style_element,
)

PLACEHOLDER = "Placeholder"
EMPHASIS = "Emphasis"
SUPERSCRIPT = "Superscript"
SURNAME = "Surname"
SYMBOL_LETTER = "SymbolLetter"
JOB_NUMBER = "JobNumber"
COMMENT_REFERENCE = "CommentReference"
CALL = "FootnoteReference"

TITLE_ID = "Title"
INDENTED_ID = "SingleTxtIndented"
END_RULE_ID = "EndRule"
AFTER_TABLE_ID = "AfterTable"
HEADER_ODD_ID = "HeaderOdd"
HEADER_END_ID = "HeaderEnd"
FIRST_FOOTER_ID = "ReleaseDate"
FIRST_LINE_ID = "Publication"
NOTE_RULE_ID = "NoteRule"
TOTAL_ID = "TableTotal"
TABLE_ID = "CouncilTable"
SUMMARY_ID = "SummaryText"
FIGURE_ID = "Figure"
CONTENTS_HEADING_ID = "TOCHeading"
CONTENTS_PAGE_ID = "TOCPage"
COMMENT_TEXT_ID = "CommentText"
SEPARATOR_ID = "FootnoteSeparator"
FIRST_TABLE_NOTE_ID = "FirstTableNote"

_HEADER_END_PT = 1
_NOTE_RULE_LINE_PT = 1
_COLUMN_TABS = 11
_NUMERAL_TABS = 1.5
"""The room for the numeral of a line of contents, in tabs: XVIII. has room there."""
_FIRST_LINE_PT = 11.5
"""The first of the masthead's lines, which the template sets at the height of its letters."""
_SEPARATOR_PT = 8
_UNDERSCORE_EM, _UNDERSCORE_DEPTH = 0.5, 0.075
"""The width of an underscore of Times New Roman, and its place below the baseline."""
_HIGHLIGHT = "FFFF00"
_GALLERY_ITEMS = 2
"""The levels of items that the gallery of styles shows."""
_NORMAL = WordStyle("Normal", "Normal", "", ParagraphStyle(name="Normal", style_id="Normal"))
_COMMENT_SIZE = half_points(8)


def style_elements(style: Style, language: str) -> list[Element]:
    """Make the children of `w:styles`.

    Args:
        style: the look.
        language: the code of the document's language.

    Returns:
        The defaults, then the styles that a document uses and those that a drafter may want.
    """
    rows = [
        _NORMAL,
        *_text_styles(style),
        *_heading_styles(style),
        *_title_styles(style),
        *_furniture_styles(style),
        *_table_styles(style),
        *_note_styles(style),
        *_contents_styles(style),
        *_drafters_styles(style),
    ]
    latent = {"LockedState": 0, "UIPriority": 99, "SemiHidden": 1, "UnhideWhenUsed": 1}
    return [
        defaults(style, language_tag(language, style.profile)),
        w("latentStyles", count=376, **{f"def{key}": value for key, value in latent.items()}),
        *paragraph_styles(rows),
        *_character_styles(style),
        *_styles_of_tables(style),
        style_element("numbering", "NoList", "No List", default=1),
    ]


def hint_style_elements(style: Style, language: str) -> list[Element]:
    """Make the children of `w:styles` for a glossary that holds hints alone.

    Args:
        style: the look.
        language: the code of the document's language.

    Returns:
        The defaults and the styles of a hint, as the document has them.
    """
    used = {"Normal", "DefaultParagraphFont", PLACEHOLDER}
    first, _, *elements = style_elements(style, language)
    return [first, *(one for one in elements if one.get(name("styleId")) in used)]


def above_heading_pt(style: Style, heading: ParagraphStyle) -> float:
    """Give the space to leave above a heading that follows text.

    Between two paragraphs Word keeps the larger space only, not both (17.3.1.33): what the text
    leaves below itself must be counted again.
    """
    return heading.before_pt + style.body.after_pt


def page_top_line(style: Style, look: ParagraphStyle) -> ParagraphStyle:
    """Set the first line of a page on the baseline of the text, whatever the size of its letters.

    The space so gained above is given back below.
    """
    gained = below_baseline_pt(look) - below_baseline_pt(style.body)
    return evolve(look, line_pt=style.body.line_pt, after_pt=look.after_pt + gained)


def _styled(look: ParagraphStyle, **options: Any) -> WordStyle:  # noqa: ANN401 -- those of a row
    """Make the row of a look that has an identifier of its own."""
    return WordStyle(look.style_id, look.name, look.based_on, look, **options)


def _plain(**figures: Any) -> ParagraphStyle:  # noqa: ANN401 -- fields of the look
    return ParagraphStyle(name="", style_id="", **figures)


def _text_styles(style: Style) -> list[WordStyle]:
    body, tab = style.body, style.tab_pt
    base, column = body.style_id, style.text_left_pt
    side = (style.page.width_pt - style.end_rule_width_pt) / 2
    rule = _plain(
        size_pt=1,
        line_pt=1,
        left_pt=side - style.page.left_pt,
        right_pt=side - style.page.right_pt,
        before_pt=style.end_rule_gap_pt,
    )
    indented = evolve(body, first_line_pt=tab)
    return [
        _styled(body, tabs=tuple(("left", column + n * tab) for n in range(_COLUMN_TABS)), place=9),
        WordStyle(
            *(PARAGRAPH_STYLE_ID, "Numbered Paragraph", base, body),
            level=(PARAGRAPHS, 0),
            place=1,
        ),
        *(
            WordStyle(
                *(item_style_id(n), f"Numbered Item {n}", base),
                evolve(body, first_line_pt=n * tab),
                level=(PARAGRAPHS, n),
                place=1 + n if n <= _GALLERY_ITEMS else 0,
            )
            for n in range(1, ITEM_LEVELS + 1)
        ),
        WordStyle(INDENTED_ID, "__Single Txt Indented", base, indented, place=8),
        _styled(style.signature),
        WordStyle(
            END_RULE_ID, "End Rule", "Normal", rule, borders=(("top", style.end_rule_pt, 0),)
        ),
    ]


def _heading_styles(style: Style) -> list[WordStyle]:
    """Give each style of the template's a heading of Word's own that is counted."""
    tabs = (("right", style.numeral_x_pt), ("left", style.text_left_pt))
    rows = []
    for level in range(1, HEADING_LEVELS + 1):
        heading = style.heading(level)
        look = evolve(heading, before_pt=above_heading_pt(style, heading))
        counted = evolve(look, first_line_pt=style.numeral_x_pt - style.text_left_pt)
        rows += [
            _styled(look, tabs=tabs, following=style.body.style_id),
            WordStyle(
                *(heading_style_id(level), f"heading {level}", heading.style_id, counted),
                following=PARAGRAPH_STYLE_ID,
                level=(HEADINGS, level - 1),
                tabs=(("clear", style.numeral_x_pt),),
                place=3 + level,
            ),
        ]
    return rows


def _title_styles(style: Style) -> list[WordStyle]:
    """Make the titles, whose lines all stand in the text column without a tab."""
    body = style.body.style_id
    title, letter_title = (
        evolve(look, before_pt=look.before_pt - _HEADER_END_PT)
        for look in (style.title, style.letter_title)
    )
    label, apart = style.annex_label, page_top_line(style, style.annex_label)
    # one paragraph with the annex's title: what follows stands where it would under two
    joined_pt = apart.line_pt + apart.after_pt - label.line_pt + style.annex_title.after_pt
    label = evolve(label, after_pt=joined_pt)
    letter_annex = page_top_line(style, style.letter_annex)
    following = style.annex_title.style_id
    return [
        _styled(title),
        WordStyle(TITLE_ID, "Title", title.style_id, title, following=body, place=7),
        _styled(letter_title, following=body),
        _styled(label, following=body, page_break_before=True, place=10),
        _styled(letter_annex, following=style.letter_title.style_id, page_break_before=True),
        _styled(style.annex_original, following=following),
        _styled(style.annex_title, following=body),
    ]


def _furniture_styles(style: Style) -> list[WordStyle]:
    masthead, running, page = style.masthead, style.running, style.page
    # the space between these and the rule is a margin of their cell, see `furniture`
    institution, symbol, header = (
        evolve(look, after_pt=0) for look in (masthead.institution, masthead.symbol, running.header)
    )
    first_line = evolve(masthead.lines, line_pt=_FIRST_LINE_PT, before_pt=masthead.lines_before_pt)
    odd = evolve(header, align="right")
    footer = _standing(running.footer, running.baseline_y_pt, page.height_pt - page.footer_pt)
    return [
        _styled(institution),
        _styled(symbol),
        _styled(masthead.organ),
        _styled(masthead.lines),
        WordStyle(FIRST_LINE_ID, "Publication", "Normal", first_line),
        _styled(header),
        WordStyle(HEADER_ODD_ID, "Header Odd", header.style_id, odd),
        WordStyle(HEADER_END_ID, "Header End", "Normal", _plain(size_pt=1, line_pt=_HEADER_END_PT)),
        _styled(footer, tabs=(("right", sheet_column_pt(style)),)),
        WordStyle(FIRST_FOOTER_ID, "Release Date", "Normal", first_footer(style)),
        *_first_foot_styles(style),
    ]


def first_footer(style: Style) -> ParagraphStyle:
    """Set the foot of the first page on its baseline, as high as the room that it needs."""
    page, running = style.page, style.running
    foot_y_pt = page.height_pt - page.footer_pt
    look = _plain(left_pt=running.first_left_pt)
    look = _standing(look, running.first_baseline_y_pt, foot_y_pt)
    if page.first_bottom_pt is None:
        return look
    before_pt = page.first_bottom_pt - page.footer_pt - look.line_pt - look.after_pt
    return evolve(look, before_pt=max(0.0, before_pt))


def _first_foot_styles(style: Style) -> list[WordStyle]:
    look = style.first_foot
    left_pt = look.note.left_pt
    rule = _plain(
        size_pt=1,
        line_pt=_NOTE_RULE_LINE_PT,
        left_pt=left_pt,
        right_pt=sheet_column_pt(style) - left_pt - look.note_rule_width_pt,
    )
    note = evolve(look.note, before_pt=look.note.before_pt - _NOTE_RULE_LINE_PT)
    borders = (("top", look.note_rule_pt, 0),)
    return [
        _styled(look.recycling),
        WordStyle(NOTE_RULE_ID, "Note Rule", "Normal", rule, borders=borders),
        _styled(note),
    ]


def _standing(look: ParagraphStyle, baseline_y_pt: float, foot_y_pt: float) -> ParagraphStyle:
    return evolve(look, after_pt=foot_y_pt - baseline_y_pt - below_baseline_pt(look))


def _table_styles(style: Style) -> list[WordStyle]:
    after = _plain(size_pt=1, line_pt=style.body.line_pt)
    body = style.table.body
    return [
        _styled(evolve(style.table.head, keep_next=True), place=12),
        _styled(body, place=11),
        WordStyle(TOTAL_ID, "Table Total", body.style_id, evolve(body, bold=True)),
        WordStyle(AFTER_TABLE_ID, "After Table", "Normal", after),
    ]


def _note_styles(style: Style) -> list[WordStyle]:
    """Make the notes, with their marks where Word puts those of the notes that it inserts."""
    note, under_table = style.note, style.note.under_table
    text = evolve(note.text, first_line_pt=under_table.first_line_pt)
    separator = _plain(
        size_pt=_SEPARATOR_PT, line_pt=_SEPARATOR_PT, spacing_pt=0, left_pt=note.rule_x_pt
    )
    rule_y_pt = below_baseline_pt(separator) - _UNDERSCORE_DEPTH * _SEPARATOR_PT
    above_text_pt = text.line_pt - below_baseline_pt(text)
    separator = evolve(separator, after_pt=note.rule_gap_pt - rule_y_pt - above_text_pt)
    table_id = under_table.style_id
    first = evolve(under_table, before_pt=note.under_table_gap_pt)
    return [
        _styled(text),
        WordStyle(SEPARATOR_ID, "Footnote Separator", "Normal", separator),
        _styled(under_table),
        WordStyle(FIRST_TABLE_NOTE_ID, "First Table Note", table_id, first, following=table_id),
    ]


def separator_signs(style: Style) -> str:
    """Give the underscores that are the rule above notes, as in the template."""
    sign_pt = _UNDERSCORE_EM * _SEPARATOR_PT * _NORMAL.look.scale_percent
    return "_" * round(style.note.rule_width_pt * 100 / sign_pt)


def contents_style_id(level: int) -> str:
    """Name the style of the lines of a table of contents of one level, from 1."""
    return f"TOC{level}"


def _contents_styles(style: Style) -> list[WordStyle]:
    """Make the lines of contents in the form of those that Word makes: numeral, tab, words, tab."""
    entry, above = style.entry, style.heading_1
    heading = evolve(
        above,
        first_line_pt=0,
        before_pt=above_heading_pt(style, above),
        after_pt=style.body.after_pt,
        outline_level=0,
    )
    page = evolve(entry, align="right", before_pt=0, first_line_pt=0)
    inward_pt, hanging_pt = style.tab_pt, _NUMERAL_TABS * style.tab_pt
    lines = [
        WordStyle(
            *(contents_style_id(level), f"toc {level}", "TOC1" if level > 1 else "Normal"),
            evolve(
                entry,
                left_pt=entry.left_pt + (level - 1) * inward_pt,
                first_line_pt=-hanging_pt,
            ),
            tabs=() if level > 1 else (("dotted", sheet_column_pt(style)),),
        )
        for level in range(1, HEADING_LEVELS + 1)
    ]
    return [
        WordStyle(CONTENTS_HEADING_ID, "TOC Heading", above.style_id, heading),
        WordStyle(CONTENTS_PAGE_ID, "TOC Page", "Normal", page),
        *lines,
    ]


def _drafters_styles(style: Style) -> list[WordStyle]:
    """Make figures, the summary, and what the template has for what a drafter may add."""
    body, caption, summary = style.body, style.caption, style.summary
    base, indented = body.style_id, evolve(body, first_line_pt=style.tab_pt)
    figure = _plain(left_pt=body.left_pt, right_pt=body.right_pt, after_pt=body.line_pt)
    part = evolve(
        style.heading_1,
        size_pt=20,
        line_pt=19.5,
        spacing_pt=-0.2,
        scale_percent=98,
        first_line_pt=0,
    )
    italic = _plain(italic=True, spacing_pt=0.15, keep_next=True)
    small = _plain(size_pt=8.5, line_pt=10.5, spacing_pt=0.25, scale_percent=104)
    return [
        _styled(style.figure_label, following=caption.style_id),
        _styled(caption, following=FIGURE_ID),
        WordStyle(FIGURE_ID, "Figure", "Normal", figure, natural_line=True),
        _styled(evolve(summary, before_pt=0), following=SUMMARY_ID, borders=_frame(style)),
        WordStyle(SUMMARY_ID, "Summary Text", base, indented, borders=_frame(style)),
        WordStyle("SM", "__S_M", "Normal", part, following="Normal"),
        WordStyle("H4", "_ H_4", "Normal", italic, following="Normal"),
        WordStyle("Small", "Small", "Normal", small, following="Normal"),
        WordStyle(COMMENT_TEXT_ID, "annotation text", "Normal", _plain()),
    ]


def _frame(style: Style) -> tuple[tuple[str, float, float], ...]:
    """Draw the frame of the summary: paragraphs with equal borders and indents stand in one."""
    gaps = {"top": style.summary.before_pt, "left": FRAME_GAP_PT}
    gaps |= {"bottom": style.body.after_pt, "right": FRAME_GAP_PT}
    return tuple((side, style.running.rule_pt, gap_pt) for side, gap_pt in gaps.items())


def _character_styles(style: Style) -> list[Element]:
    letter = half_points(style.masthead.symbol_letter_pt)
    job_number = half_points(style.running.job_number_size_pt)
    # a character style cannot carry w:highlight: Word leaves it out when the style is applied
    shading = w("shd", val="clear", color="auto", fill=_HIGHLIGHT)
    raised = w("vertAlign", val="superscript")
    return [
        style_element("character", "DefaultParagraphFont", "Default Paragraph Font", default=1),
        character_style("Emphasis", EMPHASIS, w("i"), place=13),
        character_style("Superscript", SUPERSCRIPT, deepcopy(raised)),
        character_style("Surname", SURNAME, w("b"), w("bCs")),
        character_style("Placeholder", PLACEHOLDER, shading),
        character_style("Symbol Letter", SYMBOL_LETTER, w("sz", val=letter)),
        character_style("Job Number", JOB_NUMBER, w("sz", val=job_number)),
        character_style("annotation reference", COMMENT_REFERENCE, w("sz", val=_COMMENT_SIZE)),
        character_style("footnote reference", CALL, raised),
    ]


def _styles_of_tables(style: Style) -> list[Element]:
    table = style.table
    sides = ("top", "left", "bottom", "right")
    margins = dict.fromkeys(sides, 0) | {"right": twips(table.gap_pt)}
    cell_margins = [w(side, w=margins[side], type="dxa") for side in sides]
    no_margins = [w(side, w=0, type="dxa") for side in sides]
    rules = w(
        "tblBorders", border("top", table.top_rule_pt), border("bottom", table.bottom_rule_pt)
    )
    heads = w(
        "tblStylePr",
        w("tcPr", w("tcBorders", border("bottom", table.head_rule_pt)), w("vAlign", val="bottom")),
        type="firstRow",
    )
    plain = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *no_margins))
    ruled = w("tblPr", rules, w("tblCellMar", *cell_margins))
    based = w("basedOn", val="TableNormal")
    return [
        style_element("table", "TableNormal", "Normal Table", plain, default=1),
        style_element("table", TABLE_ID, "Council Table", based, ruled, heads),
    ]
