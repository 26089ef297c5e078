"""The styles of the Word file, made from the figures of a `Style`.

The New York template's styles bear its own names, so that a page pasted into it keeps its look;
styles of ours are based on them and add what the template leaves to typing: numbers, rules, page
breaks. Source: the template's styles; ECMA-376, Part 1, 17.7.
"""

from __future__ import annotations

from attrs import evolve

from reportgen.style import ParagraphStyle, Style
from reportgen.writers._measures import below_baseline_pt, sheet_column_pt
from reportgen.writers.docx.numbering import (
    HEADING_LEVELS,
    HEADINGS,
    ITEM_LEVELS,
    PARAGRAPH_STYLE_ID,
    PARAGRAPHS,
    heading_style_id,
    item_style_id,
)
from reportgen.writers.docx.ooxml import Element, half_points, twips, w
from reportgen.writers.docx.style_xml import (
    WordStyle,
    border,
    character_style,
    defaults,
    language_tag,
    paragraph_style,
)

PLACEHOLDER = "Placeholder"
EMPHASIS = "Emphasis"
SUPERSCRIPT = "Superscript"
SURNAME = "Surname"
SYMBOL_LETTER = "SymbolLetter"
JOB_NUMBER = "JobNumber"
COMMENT_REFERENCE = "CommentReference"
CALL = "FootnoteReference"

INDENTED_ID = "SingleTxtIndented"
END_RULE_ID = "EndRule"
AFTER_TABLE_ID = "AfterTable"
HEADER_ODD_ID = "HeaderOdd"
HEADER_END_ID = "HeaderEnd"
FIRST_FOOTER_ID = "ReleaseDate"
FIRST_LINE_ID = "Publication"
NOTE_RULE_ID = "NoteRule"
TABLE_ID = "CouncilTable"
FRAME_ID = "CouncilFrame"
FIGURE_ID = "Figure"
CONTENTS_HEADING_ID = "TOCHeading"
CONTENTS_PAGE_ID = "TOCPage"
CONTENTS_ANNEX_ID = "TOCAnnex"
COMMENT_TEXT_ID = "CommentText"
SEPARATOR_ID = "FootnoteSeparator"
FIRST_TABLE_NOTE_ID = "FirstTableNote"


_HEADER_END_PT = 1
_NOTE_RULE_LINE_PT = 1
_COLUMN_TABS = 11
_FIRST_LINE_PT = 11.5
"""The first of the masthead's lines, which the template sets at the height of its letters."""
_SEPARATOR_PT = 8
_UNDERSCORE_EM, _UNDERSCORE_DEPTH = 0.5, 0.075
"""The width of an underscore of Times New Roman, and its place below the baseline."""
_HIGHLIGHT = "FFFF00"
_NORMAL = ParagraphStyle(name="Normal", style_id="Normal", based_on="")
_COMMENT_SIZE = half_points(8)


def style_elements(style: Style, language: str) -> list[Element]:
    """Make the children of `w:styles`.

    Args:
        style: the look.
        language: the code of the document's language.

    Returns:
        The defaults, then the styles that a document uses and those that a drafter may want.
    """
    word_styles = [
        *_text_styles(style),
        *_heading_styles(style),
        *_furniture_styles(style),
        *_table_paragraph_styles(style),
        *_note_styles(style),
        *_contents_styles(style),
        *_box_styles(style),
        *_drafters_styles(style),
    ]
    latent = {"LockedState": 0, "UIPriority": 99, "SemiHidden": 1, "UnhideWhenUsed": 1}
    return [
        defaults(style, language_tag(language)),
        w("latentStyles", count=376, **{f"def{key}": value for key, value in latent.items()}),
        paragraph_style(WordStyle(look=_NORMAL), default=1),
        *map(paragraph_style, word_styles),
        *_character_styles(style),
        *_table_styles(style),
        w("style", w("name", val="No List"), type="numbering", default=1, styleId="NoList"),
    ]


def hint_style_elements(style: Style, language: str) -> list[Element]:
    """Make the children of `w:styles` for a glossary that holds hints alone.

    Args:
        style: the look.
        language: the code of the document's language.

    Returns:
        The defaults and the styles of a hint, as the document has them.
    """
    return [
        defaults(style, language_tag(language)),
        paragraph_style(WordStyle(look=_NORMAL), default=1),
        _default_font(),
        _placeholder(),
    ]


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


def _text_styles(style: Style) -> list[WordStyle]:
    body, tab = style.body, style.tab_pt
    tabs = tuple(("left", style.text_left_pt + step * tab) for step in range(_COLUMN_TABS))
    derived = evolve(body, based_on=body.style_id)
    paragraph = evolve(derived, name="Numbered Paragraph", style_id=PARAGRAPH_STYLE_ID)
    indented = evolve(
        derived, name="__Single Txt Indented", style_id=INDENTED_ID, first_line_pt=tab
    )
    items = [
        evolve(
            derived,
            name=f"Numbered Item {level}",
            style_id=item_style_id(level),
            first_line_pt=level * tab,
        )
        for level in range(1, ITEM_LEVELS + 1)
    ]
    return [
        WordStyle(look=body, tabs=tabs),
        WordStyle(look=paragraph, numbered=(PARAGRAPHS, 0)),
        WordStyle(look=indented),
        *(
            WordStyle(look=item, numbered=(PARAGRAPHS, level))
            for level, item in enumerate(items, start=1)
        ),
        WordStyle(look=style.signature),
        _end_rule(style),
    ]


def _end_rule(style: Style) -> WordStyle:
    side = (style.page.width_pt - style.end_rule_width_pt) / 2
    look = ParagraphStyle(
        name="End Rule",
        style_id=END_RULE_ID,
        size_pt=1,
        line_pt=1,
        left_pt=side - style.page.left_pt,
        right_pt=side - style.page.right_pt,
        before_pt=style.end_rule_gap_pt,
    )
    return WordStyle(look=look, rule_pt=style.end_rule_pt)


def _heading_styles(style: Style) -> list[WordStyle]:
    tabs = (("right", style.numeral_x_pt), ("left", style.text_left_pt))
    typed, numbered = [], []
    for level in range(HEADING_LEVELS, 0, -1):
        heading = style.heading(level)
        look = evolve(heading, before_pt=above_heading_pt(style, heading))
        typed.append(WordStyle(look=look, tabs=tabs, following=style.body.style_id))
        look = evolve(
            look,
            name=f"Numbered Heading {level}",
            style_id=heading_style_id(level),
            based_on=heading.style_id,
            first_line_pt=style.numeral_x_pt - style.text_left_pt,
        )
        numbered.append(
            WordStyle(
                look=look,
                following=PARAGRAPH_STYLE_ID,
                numbered=(HEADINGS, level - 1),
                tabs=(("clear", style.numeral_x_pt),),
            )
        )
    under_masthead = [
        evolve(look, before_pt=look.before_pt - _HEADER_END_PT)
        for look in (style.title, style.letter_title)
    ]
    following = {style.annex_label: style.annex_title, style.letter_annex: style.letter_title}
    return [
        *typed,
        *numbered,
        *(WordStyle(look=k, tabs=tabs, following=style.body.style_id) for k in under_masthead),
        *(
            WordStyle(
                look=page_top_line(style, label),
                tabs=tabs,
                following=title.style_id,
                page_break_before=True,
            )
            for label, title in following.items()
        ),
        WordStyle(look=style.annex_original, following=style.annex_title.style_id),
        WordStyle(look=style.annex_title, tabs=tabs, following=style.body.style_id),
    ]


def _furniture_styles(style: Style) -> list[WordStyle]:
    masthead, running, page = style.masthead, style.running, style.page
    # the space between these and the rule is a margin of their cell, see `furniture`
    institution, symbol, header = (
        evolve(look, after_pt=0) for look in (masthead.institution, masthead.symbol, running.header)
    )
    foot_y_pt = page.height_pt - page.footer_pt
    first_line = evolve(
        masthead.lines,
        name="Publication",
        style_id=FIRST_LINE_ID,
        line_pt=_FIRST_LINE_PT,
        before_pt=masthead.lines_before_pt,
    )
    header_end = ParagraphStyle(
        name="Header End", style_id=HEADER_END_ID, size_pt=1, line_pt=_HEADER_END_PT
    )
    return [
        WordStyle(look=institution),
        WordStyle(look=symbol),
        WordStyle(look=masthead.organ),
        WordStyle(look=masthead.lines),
        WordStyle(look=first_line),
        WordStyle(look=header),
        WordStyle(
            look=evolve(
                header,
                name="Header Odd",
                style_id=HEADER_ODD_ID,
                based_on=header.style_id,
                align="right",
            )
        ),
        WordStyle(look=header_end),
        WordStyle(
            look=_standing(running.footer, running.baseline_y_pt, foot_y_pt),
            tabs=(("right", sheet_column_pt(style)),),
        ),
        WordStyle(look=first_footer(style)),
        *_first_foot_styles(style),
    ]


def first_footer(style: Style) -> ParagraphStyle:
    """Set the foot of the first page on its baseline, as high as the room that it needs."""
    foot_y_pt = style.page.height_pt - style.page.footer_pt
    look = ParagraphStyle(
        name="Release Date", style_id=FIRST_FOOTER_ID, left_pt=style.running.first_left_pt
    )
    look = _standing(look, style.running.first_baseline_y_pt, foot_y_pt)
    page = style.page
    if page.first_bottom_pt is None:
        return look
    before_pt = page.first_bottom_pt - page.footer_pt - look.line_pt - look.after_pt
    return evolve(look, before_pt=max(0.0, before_pt))


def _first_foot_styles(style: Style) -> list[WordStyle]:
    look = style.first_foot
    rule = ParagraphStyle(
        name="Note Rule",
        style_id=NOTE_RULE_ID,
        size_pt=1,
        line_pt=_NOTE_RULE_LINE_PT,
        left_pt=look.note.left_pt,
        right_pt=sheet_column_pt(style) - look.note.left_pt - look.note_rule_width_pt,
    )
    note = evolve(look.note, before_pt=look.note.before_pt - _NOTE_RULE_LINE_PT)
    return [
        WordStyle(look=look.recycling),
        WordStyle(look=rule, rule_pt=look.note_rule_pt),
        WordStyle(look=note),
    ]


def _standing(look: ParagraphStyle, baseline_y_pt: float, foot_y_pt: float) -> ParagraphStyle:
    return evolve(look, after_pt=foot_y_pt - baseline_y_pt - below_baseline_pt(look))


def _table_paragraph_styles(style: Style) -> list[WordStyle]:
    after = ParagraphStyle(
        name="After Table", style_id=AFTER_TABLE_ID, size_pt=1, line_pt=style.body.line_pt
    )
    head = evolve(style.table.head, keep_next=True)
    return [WordStyle(look=head), WordStyle(look=style.table.body), WordStyle(look=after)]


def _note_styles(style: Style) -> list[WordStyle]:
    note = style.note
    text, under_table = note.text, note.under_table
    separator = ParagraphStyle(
        name="Footnote Separator",
        style_id=SEPARATOR_ID,
        size_pt=_SEPARATOR_PT,
        line_pt=_SEPARATOR_PT,
        spacing_pt=0,
        left_pt=note.rule_x_pt,
    )
    rule_y_pt = below_baseline_pt(separator) - _UNDERSCORE_DEPTH * _SEPARATOR_PT
    above_text_pt = text.line_pt - below_baseline_pt(text)
    separator = evolve(separator, after_pt=note.rule_gap_pt - rule_y_pt - above_text_pt)
    first = evolve(
        under_table,
        name="First Table Note",
        style_id=FIRST_TABLE_NOTE_ID,
        based_on=under_table.style_id,
        before_pt=note.under_table_gap_pt,
    )
    page_tabs = (("right", note.mark_x_pt), ("left", text.left_pt))
    table_tabs = (("right", note.under_table_mark_x_pt), ("left", under_table.left_pt))
    return [
        WordStyle(look=text, tabs=page_tabs),
        WordStyle(look=separator),
        WordStyle(look=under_table, tabs=table_tabs),
        WordStyle(look=first, tabs=table_tabs, following=under_table.style_id),
    ]


def separator_signs(style: Style) -> str:
    """Give the underscores that are the rule above notes, as in the template."""
    sign_pt = _UNDERSCORE_EM * _SEPARATOR_PT * ParagraphStyle(name="", style_id="").scale_percent
    return "_" * round(style.note.rule_width_pt * 100 / sign_pt)


def contents_style_id(level: int) -> str:
    """Name the style of the lines of a table of contents of one level, from 1."""
    return f"TOC{level}"


def _contents_styles(style: Style) -> list[WordStyle]:
    entry, right_pt = style.entry, sheet_column_pt(style)
    heading = evolve(
        style.heading_1,
        name="TOC Heading",
        style_id=CONTENTS_HEADING_ID,
        based_on=style.heading_1.style_id,
        before_pt=above_heading_pt(style, style.heading_1),
        after_pt=style.body.after_pt,
        outline_level=0,
    )
    page = evolve(
        entry,
        name="TOC Page",
        style_id=CONTENTS_PAGE_ID,
        align="right",
        before_pt=0,
        first_line_pt=0,
    )
    lines = []
    for level in range(1, HEADING_LEVELS + 1):
        inward_pt = (level - 1) * style.tab_pt
        look = evolve(
            entry,
            name=f"toc {level}",
            style_id=contents_style_id(level),
            left_pt=entry.left_pt + inward_pt,
        )
        tabs = (
            ("right", style.numeral_x_pt + inward_pt),
            ("left", entry.left_pt + inward_pt),
            ("dotted", right_pt),
        )
        lines.append(WordStyle(look=look, tabs=tabs))
    annex = evolve(
        entry, name="TOC Annex", style_id=CONTENTS_ANNEX_ID, based_on=contents_style_id(1)
    )
    lines.append(WordStyle(look=annex, tabs=(("clear", style.numeral_x_pt),)))
    above = (("right", style.numeral_x_pt), ("left", style.text_left_pt))
    return [WordStyle(look=heading, tabs=above), WordStyle(look=page), *lines]


def _box_styles(style: Style) -> list[WordStyle]:
    figure = ParagraphStyle(
        name="Figure",
        style_id=FIGURE_ID,
        left_pt=style.body.left_pt,
        right_pt=style.body.right_pt,
        after_pt=style.body.line_pt,
    )
    return [
        WordStyle(look=style.summary, following=style.body.style_id),
        WordStyle(look=style.figure_label, following=style.caption.style_id),
        WordStyle(look=style.caption, following=FIGURE_ID),
        WordStyle(look=figure, natural_line=True),
    ]


def _drafters_styles(style: Style) -> list[WordStyle]:
    """Make styles of the template that no document of ours uses, for what a drafter may add."""
    part = evolve(
        style.heading_1,
        name="__S_M",
        style_id="SM",
        based_on="Normal",
        size_pt=20,
        line_pt=19.5,
        spacing_pt=-0.2,
        scale_percent=98,
        first_line_pt=0,
    )
    italic = ParagraphStyle(
        name="_ H_4", style_id="H4", italic=True, spacing_pt=0.15, keep_next=True
    )
    small = ParagraphStyle(
        name="Small",
        style_id="Small",
        size_pt=8.5,
        line_pt=10.5,
        spacing_pt=0.25,
        scale_percent=104,
    )
    comment = ParagraphStyle(name="annotation text", style_id=COMMENT_TEXT_ID)
    return [
        WordStyle(look=part, following="Normal"),
        WordStyle(look=italic, following="Normal"),
        WordStyle(look=small, following="Normal"),
        WordStyle(look=comment),
    ]


def _character_styles(style: Style) -> list[Element]:
    letter = half_points(style.masthead.symbol_letter_pt)
    job_number = half_points(style.running.job_number_size_pt)
    return [
        _default_font(),
        character_style("Emphasis", EMPHASIS, w("i")),
        character_style("Superscript", SUPERSCRIPT, w("vertAlign", val="superscript")),
        character_style("Surname", SURNAME, w("b"), w("bCs")),
        _placeholder(),
        character_style("Symbol Letter", SYMBOL_LETTER, w("sz", val=letter)),
        character_style(
            "Job Number",
            JOB_NUMBER,
            w("b", val=0),
            w("sz", val=job_number),
        ),
        character_style("annotation reference", COMMENT_REFERENCE, w("sz", val=_COMMENT_SIZE)),
        character_style("footnote reference", CALL, w("vertAlign", val="superscript")),
    ]


def _default_font() -> Element:
    return character_style("Default Paragraph Font", "DefaultParagraphFont", default=1)


def _placeholder() -> Element:
    # a character style cannot carry w:highlight: Word leaves it out when the style is applied
    shading = w("shd", val="clear", color="auto", fill=_HIGHLIGHT)
    return character_style("Placeholder", PLACEHOLDER, shading)


def _table_styles(style: Style) -> list[Element]:
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
    return [
        w(
            "style",
            w("name", val="Normal Table"),
            w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *no_margins)),
            type="table",
            default=1,
            styleId="TableNormal",
        ),
        w(
            "style",
            w("name", val="Council Table"),
            w("basedOn", val="TableNormal"),
            w("tblPr", rules, w("tblCellMar", *cell_margins)),
            heads,
            type="table",
            styleId=TABLE_ID,
        ),
        w(
            "style",
            w("name", val="Council Frame"),
            w("basedOn", val="TableNormal"),
            w(
                "tblPr",
                w("tblBorders", *(border(side, style.running.rule_pt) for side in sides)),
                w("tblCellMar", *no_margins),
            ),
            type="table",
            styleId=FRAME_ID,
        ),
    ]
