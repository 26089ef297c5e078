"""The page of the PDF and of the browser, as CSS made from the `Style`.

Part of the writer of HTML. Lines are set as Word sets them: a line of exact height has its baseline
at four fifths of it, and the first line of a page stands at the same height whatever its size; both
were measured on S/2015/246. Source: CSS Paged Media Module Level 3.
"""

from __future__ import annotations

import re

from attrs import evolve

from reportgen.document import Contents, Document, Figure, Masthead, Summary, symbol_lines
from reportgen.pictures import Image
from reportgen.style import Box, MastheadStyle, Page, ParagraphStyle, Style
from reportgen.writers._drawings import data_address, recycling_sign, svg
from reportgen.writers._measures import (
    ABOVE_BASELINE,
    FRAME_GAP_PT,
    MEAN_LETTER_EM,
    below_baseline_pt,
    fitted,
    reissue_height_pt,
    sheet_column_pt,
    table_left_pt,
    table_width_pt,
    text_column_pt,
)

ITEM_LEVELS = 6
"""How deep items are indented; deeper ones stand with the last."""

_ASCENT_EM, _DESCENT_EM = 0.891, 0.216
"""The extent of Times New Roman, and of fonts with its measures, around the baseline."""
_PX_PER_PT = 96 / 72
_HIGHLIGHT = "#ff0"


def stylesheet(document: Document, style: Style) -> str:
    """Write the style sheet of a document.

    Args:
        document: the document, whose symbol and job number stand on every page.
        style: the look.

    Returns:
        CSS that stands in a `style` element as it is.
    """
    turned = any(section.landscape for section in document.sections)
    rules = (
        *_sheet(document, style, landscape=False),
        *(_sheet(document, style, landscape=True) if turned else ()),
        _first_page(document.masthead, style) if document.masthead else "",
        _masthead(style),
        _first_foot(document.masthead, style) if document.masthead else "",
        _emblem(document.masthead.emblem, style) if document.masthead else "",
        _text(style),
        _headings(style),
        _table(style),
        _notes(style),
        _landscape(style) if turned else "",
        _contents(style) if _holds(document, Contents) else "",
        _summary(style) if _holds(document, Summary) else "",
        _figure(style) if _holds(document, Figure) else "",
        _screen(style),
    )
    return "\n".join(filter(None, rules))


def narrowest_line_pt(style: Style) -> float:
    """Give the width that the deepest indent leaves to a line of the text, in points."""
    return text_column_pt(style) - ITEM_LEVELS * style.tab_pt


def _sheet(document: Document, style: Style, *, landscape: bool) -> tuple[str, str, str]:
    """Set up the pages of one orientation; those on their long side are named."""
    name = " landscape" if landscape else ""
    page = style.sheet(landscape=landscape)
    return (
        _page(style, page, name),
        _running_heads(style, page, name, document.symbol),
        _running_feet(style, page, name, document.job_number),
    )


def _page(style: Style, page: Page, name: str) -> str:
    lowered_pt = _lowered_pt(style)
    top_pt, bottom_pt = page.top_pt + lowered_pt, page.bottom_pt - lowered_pt
    return f"""\
@page{name} {{
  size: {_pt(page.width_pt)} {_pt(page.height_pt)};
  margin: {_pt(top_pt)} {_pt(page.right_pt)} {_pt(bottom_pt)} {_pt(page.left_pt)};
}}"""


def _first_page(masthead: Masthead, style: Style) -> str:
    """Give the first page to the masthead, without running head nor feet."""
    bottom_pt = style.page.first_bottom_pt or style.page.bottom_pt
    if masthead.reissue:
        bottom_pt = max(bottom_pt, style.page.height_pt - _reissue_y_pt(masthead, style))
    return f"""\
@page :first {{
  margin-top: 0; margin-bottom: {_pt(bottom_pt - _lowered_pt(style))};
  @top-right {{ content: none }}
  @bottom-left {{ content: none }}
  @bottom-right {{ content: none }}
}}"""


def _running_heads(style: Style, page: Page, name: str, symbol: str) -> str:
    running = style.running
    over_pt = running.right_x_pt - (style.page.width_pt - style.page.right_pt)
    below_pt = below_baseline_pt(running.header) - _css_below_baseline_pt(running.header)
    box = f"""\
content: {_string(chr(10).join(symbol_lines(symbol)))};
    {_letters(running.header)};
    white-space: pre;
    vertical-align: bottom;
    padding-bottom: {_pt(running.header.after_pt + below_pt)};
    border-bottom: {_pt(running.rule_pt)} solid;
    margin-bottom: {_pt(page.top_pt + _lowered_pt(style) - running.rule_y_pt - running.rule_pt)};
    width: {_pt(page.width_pt - page.left_pt - page.right_pt + over_pt)};
    margin-right: {_pt(-over_pt)};"""
    return f"""\
@page{name or " "}:left {{
  @top-left {{
    {box}
  }}
}}
@page{name or " "}:right {{
  @top-right {{
    {box}
    text-align: right;
  }}
}}"""


def _running_feet(style: Style, page: Page, name: str, job_number: str) -> str:
    running = style.running
    small = evolve(running.footer, size_pt=running.job_number_size_pt, bold=False)
    number = f"""\
content: counter(page) "/" counter(pages);
    {_foot(style, page, running.footer, running.baseline_y_pt)}"""
    job = f"""\
content: {_string(job_number)};
    {_foot(style, page, small, running.job_number_baseline_y_pt)}"""
    return f"""\
@page{name or " "}:left {{
  @bottom-left {{
    {number}
  }}
  @bottom-right {{
    {job}
    text-align: right;
  }}
}}
@page{name or " "}:right {{
  @bottom-left {{
    {job}
  }}
  @bottom-right {{
    {number}
    text-align: right;
  }}
}}"""


def _foot(style: Style, page: Page, look: ParagraphStyle, baseline_y_pt: float) -> str:
    """Set a foot as far from the lower edge of any sheet as from that of the upright one."""
    below_pt = style.page.height_pt - baseline_y_pt
    bottom_pt = page.bottom_pt - _lowered_pt(style)
    return f"""\
{_letters(look)};
    white-space: nowrap;
    vertical-align: top;
    padding-top: {_pt(bottom_pt - below_pt - _css_baseline_pt(look))};"""


def _masthead(style: Style) -> str:
    look: MastheadStyle = style.masthead
    left_pt = style.page.left_pt
    right_pt = left_pt + sheet_column_pt(style) - look.right_x_pt
    text = f"left: {_pt(look.text_x_pt - left_pt)}"
    rule = f'content: ""; position: absolute; left: 0; right: {_pt(right_pt)}'
    band_y_pt = look.thin_rule_y_pt
    return f"""\
.masthead {{ position: relative; height: {_pt(look.thick_rule_y_pt + look.thick_rule_pt)} }}
.masthead > * {{ position: absolute; margin: 0; text-align: left }}
.masthead::before {{
  {rule}; top: {_pt(look.thin_rule_y_pt)}; border-top: {_pt(look.thin_rule_pt)} solid;
}}
.masthead::after {{
  {rule}; top: {_pt(look.thick_rule_y_pt)}; border-top: {_pt(look.thick_rule_pt)} solid;
}}
.institution {{
  {_letters(look.institution)}; white-space: nowrap;
  {text}; top: {_standing_pt(look.institution, band_y_pt)};
}}
.symbol {{
  {_letters(look.symbol)}; white-space: nowrap;
  right: {_pt(right_pt)}; top: {_standing_pt(look.symbol, band_y_pt)};
}}
.symbol b {{ font-size: {_pt(look.symbol_letter_pt)}; font-weight: normal; line-height: 0 }}
.organ {{
  {_letters(look.organ)}; {text}; top: {_hanging_pt(look.organ, band_y_pt + look.organ.before_pt)};
  width: {_pt(look.lines_x_pt - look.text_x_pt - style.tab_pt / 2)};
}}
.lines {{
  left: {_pt(look.lines_x_pt - left_pt)}; right: {_pt(right_pt)};
  top: {_hanging_pt(look.lines, band_y_pt + look.lines_before_pt)};
}}
.lines p {{
  {_letters(look.lines)}; margin: 0; text-align: left; min-height: {_pt(look.lines.line_pt)};
}}"""


def _first_foot(masthead: Masthead, style: Style) -> str:
    running, look = style.running, style.first_foot
    left_pt, lines, note = style.page.left_pt, style.masthead.lines, look.note
    words_right_pt = left_pt + sheet_column_pt(style) - look.recycling_right_x_pt
    return f"""\
.foot {{ top: 0; left: 0; right: 0 }}
.foot > * {{ position: absolute; margin: 0; text-align: left }}
.job-number {{
  {_letters(lines)}; left: {_pt(running.first_left_pt)};
  top: {_pt(running.first_baseline_y_pt - _css_baseline_pt(lines))};
}}
.recycling {{
  {_letters(look.recycling)}; white-space: nowrap; right: {_pt(words_right_pt)};
  top: {_pt(look.recycling_baseline_y_pt - _css_baseline_pt(look.recycling))};
}}
.recycling-sign {{
  {_in_place(look.recycling_sign, style)};
  background: url("{_recycling_address(look.recycling_sign)}") 0 0 / 100% 100% no-repeat;
}}
.reissue {{
  {_letters(note)}; padding-top: {_pt(note.before_pt)};
  left: {_pt(note.left_pt)}; width: {_pt(text_column_pt(style))};
  top: {_pt(_reissue_y_pt(masthead, style) + look.note_gap_pt)};
}}
.reissue::before {{
  content: ""; position: absolute; left: 0; top: 0; width: {_pt(look.note_rule_width_pt)};
  border-top: {_pt(look.note_rule_pt)} solid;
}}
.barcode {{ {_in_place(look.barcode, style)} }}
.qr-code {{ {_in_place(look.qr_code, style)} }}"""


def _emblem(emblem: Image | None, style: Style) -> str:
    if emblem is None:
        return ""
    return f".emblem {{ {_in_place(fitted(emblem, style.masthead.emblem), style)} }}"


def _recycling_address(box: Box) -> str:
    return data_address(svg(recycling_sign(), box.width_pt, box.height_pt).encode(), "svg")


def _reissue_y_pt(masthead: Masthead, style: Style) -> float:
    """Tell where the note on a reissue begins, which ends where the line of the job number does."""
    lines = style.masthead.lines
    foot_y_pt = style.running.first_baseline_y_pt - ABOVE_BASELINE * lines.line_pt
    return foot_y_pt - reissue_height_pt(masthead, style)


def _in_place(box: Box, style: Style) -> str:
    return (
        f"left: {_pt(box.x_pt - style.page.left_pt)}; top: {_pt(box.y_pt)};"
        f" width: {_pt(box.width_pt)}; height: {_pt(box.height_pt)}"
    )


def _text(style: Style) -> str:
    body = style.body
    families = ", ".join(map(_string, style.fonts))
    right_pt = body.right_pt - body.spacing_pt  # CSS counts the space after a line's last letter
    rule_pt = (style.page.width_pt - style.end_rule_width_pt) / 2
    whole_px = int(style.tab_pt * _PX_PER_PT)
    rest_pt = style.tab_pt - whole_px / _PX_PER_PT
    items = "\n".join(
        f".item-{level} {{ text-indent: {_pt(level * style.tab_pt)} }}"
        for level in range(1, ITEM_LEVELS + 1)
    )
    return f"""\
html {{ font-family: {families}, serif; color: #000 }}
body {{ margin: 0; {_letters(body)}; overflow-wrap: break-word; hyphens: manual }}
p {{
  margin: 0 {_pt(right_pt)} {_pt(body.after_pt)} {_pt(body.left_pt)};
  text-align: {body.align}; orphans: 2; widows: 2;
}}
p > .number {{ white-space: pre; tab-size: {whole_px}px; margin-right: {_pt(rest_pt)} }}
.unnumbered {{ text-indent: {_pt(style.tab_pt)} }}
.signature {{
  {_letters(style.signature)}; text-align: {style.signature.align};
  margin: {_pt(style.signature.before_pt)} {_pt(style.signature.right_pt)} 0
    {_pt(style.signature.left_pt)};
  break-before: avoid; break-inside: avoid;
}}
{items}
.leading {{ break-after: avoid }}
.whole {{ display: inline-block; text-indent: 0; white-space: nowrap }}
.wide {{ white-space: normal; overflow-wrap: anywhere }}
sup {{ font-size: 65%; line-height: 0; vertical-align: super }}
bdi {{ letter-spacing: 0 }}
mark {{ background: {_HIGHLIGHT}; color: inherit }}
a {{ color: inherit; text-decoration: none }}
hr {{
  position: absolute; width: {_pt(style.end_rule_width_pt)};
  margin: {_pt(style.end_rule_gap_pt - body.after_pt)} 0 0 {_pt(rule_pt - style.page.left_pt)};
  border: 0; border-top: {_pt(style.end_rule_pt)} solid;
}}
table + hr {{ margin-top: {_pt(style.end_rule_gap_pt - body.line_pt)} }}"""


def _headings(style: Style) -> str:
    left_pt = style.text_left_pt
    looks = {
        "h1": style.title,
        "h2": style.heading_1,
        "h3": style.heading_2,
        "h4": style.heading_3,
        "h1.letter": style.letter_title,
    }
    headings = "\n".join(_heading(style, name, look) for name, look in looks.items())
    label, title, of_letter = style.annex_label, style.annex_title, style.letter_annex
    original = style.annex_original
    under_masthead = "\n".join(
        f".masthead + main > {name}:first-child "
        f"{{ margin-top: {_pt(look.before_pt + _drop_pt(style, look))} }}"
        for name, look in (("h1", style.title), ("h1.letter", style.letter_title))
    )
    return f"""\
h1, h2, h3, h4 {{ break-after: avoid; break-inside: avoid }}
:is(h2, h3, h4) > .number {{
  display: inline-block; text-indent: 0; text-align: right; white-space: nowrap;
  width: {_pt(style.numeral_x_pt)};
  margin-left: {_pt(-left_pt)}; padding-right: {_pt(left_pt - style.numeral_x_pt)};
}}
{headings}
h1 {{ bookmark-level: none }}
[data-bookmark] {{ bookmark-label: attr(data-bookmark) }}
{under_masthead}
.annex {{
  break-before: page; bookmark-level: {label.outline_level};
  top: 0; margin: 0; padding: 0;
}}
.annex > span {{ display: block; position: relative }}
.annex-label {{
  {_letters(label)}; {_set_as_text(style, label)};
  padding-bottom: {_pt(label.after_pt - _drop_pt(style, label))};
}}
.annex-title {{
  {_letters(title)}; {_set_as_text(style, title)};
  margin: {_pt(title.before_pt + _drop_pt(style, title))} {_pt(title.right_pt)} 0 {_pt(left_pt)};
  padding-bottom: {_pt(title.after_pt - _drop_pt(style, title))};
}}
.annex-original {{
  {_letters(original)}; text-align: {original.align};
  margin: 0 {_pt(original.right_pt)} 0 {_pt(original.left_pt)};
  padding-bottom: {_pt(original.after_pt)};
}}
.letter > .annex-label {{
  {_letters(of_letter)}; {_set_as_text(style, of_letter)};
  margin: 0 {_pt(of_letter.right_pt)} 0 {_pt(of_letter.left_pt)};
  padding-bottom: {_pt(of_letter.after_pt - _drop_pt(style, of_letter))};
}}"""


def _heading(style: Style, name: str, look: ParagraphStyle) -> str:
    drop_pt = _drop_pt(style, look)
    above_pt = style.body.after_pt + look.before_pt + drop_pt
    return f"""\
{name} {{
  {_letters(look)}; position: relative; {_set_as_text(style, look)};
  margin: {_pt(above_pt)} {_pt(look.right_pt)} 0 {_pt(look.left_pt)};
  padding-bottom: {_pt(look.after_pt - drop_pt)}; bookmark-level: {look.outline_level or "none"};
}}
:is(h1, h2, h3, h4) + {name} {{ margin-top: {_pt(drop_pt)} }}"""


def _table(style: Style) -> str:
    table, body = style.table, style.table.body
    gap = f"padding-right: {_pt(table.gap_pt)}"
    return f"""\
table {{
  table-layout: fixed; border-collapse: separate; border-spacing: 0;
  width: {_pt(table_width_pt(style))};
  margin: 0 0 {_pt(style.body.line_pt)} {_pt(table_left_pt(style))};
  border-bottom: {_pt(table.bottom_rule_pt)} solid;
}}
tr {{ break-inside: avoid }}
.tall {{ break-inside: auto }}
th {{
  {_letters(table.head)}; text-align: left; vertical-align: bottom;
  border-top: {_pt(table.top_rule_pt)} solid; border-bottom: {_pt(table.head_rule_pt)} solid;
  padding: {_pt(table.head.before_pt)} 0 {_pt(table.head.after_pt)}; {gap};
}}
td {{ padding: 0; {gap}; vertical-align: top }}
td p {{
  {_letters(body)}; text-align: left;
  margin: {_pt(body.before_pt)} 0 {_pt(body.after_pt)};
}}
.figures, .figures p {{ text-align: right }}
.total td {{ border-top: {_pt(table.top_rule_pt)} solid }}
.total p {{ font-weight: bold }}
th:last-child, td:last-child {{ padding-right: 0 }}
tbody tr:first-child td {{ padding-top: {_pt(table.space_after_head_pt)} }}"""


def _notes(style: Style) -> str:
    """Set notes at the foot of the page under a rule, and those of a table under it.

    The rule is the upper edge of the area that holds them, which is no wider than the rule; the
    notes reach beyond it. Source: CSS Generated Content for Paged Media, footnotes.
    """
    note, column_pt = style.note, sheet_column_pt(style)
    look, under_table = note.text, note.under_table
    above_pt = note.rule_gap_pt - note.rule_pt - _css_baseline_pt(look)
    return f"""\
@page {{
  @footnote {{
    width: {_pt(note.rule_width_pt)}; margin: {_pt(style.body.after_pt)} 0 0 {_pt(note.rule_x_pt)};
    border-top: {_pt(note.rule_pt)} solid; padding-top: {_pt(above_pt)};
  }}
}}
.note {{
  float: footnote; footnote-display: block; footnote-policy: line;
  {_letters(look)}; text-indent: 0; text-align: left; white-space: normal;
  margin: 0 {_pt(note.rule_x_pt + note.rule_width_pt + look.right_pt - column_pt)}
    0 {_pt(look.left_pt - note.rule_x_pt)};
}}
.note::footnote-call, .note::footnote-marker {{ content: none; line-height: 0 }}
.mark {{ display: inline-block; text-indent: 0; text-align: right; white-space: nowrap }}
.note > .mark {{ {_mark(look, note.mark_x_pt)} }}
.table-notes {{
  break-before: avoid;
  margin: {_pt(note.under_table_gap_pt - style.body.line_pt)} 0 {_pt(style.body.line_pt)};
}}
.table-notes p {{
  {_letters(under_table)}; text-align: left;
  margin: 0 {_pt(under_table.right_pt)} 0 {_pt(under_table.left_pt)};
}}
.table-notes .mark {{ {_mark(under_table, note.under_table_mark_x_pt)} }}"""


def _mark(look: ParagraphStyle, right_x_pt: float) -> str:
    """Set the label of a note to the left of its words, up to an edge."""
    hanging_pt, gap_pt = -look.first_line_pt, look.left_pt - right_x_pt
    return (
        f"width: {_pt(hanging_pt - gap_pt)}; "
        f"margin-left: {_pt(-hanging_pt)}; padding-right: {_pt(gap_pt)}"
    )


def _landscape(style: Style) -> str:
    page = style.landscape
    rule_pt = (page.width_pt - style.end_rule_width_pt) / 2 - page.left_pt
    return f"""\
.landscape {{ page: landscape }}
.landscape table {{
  width: {_pt(table_width_pt(style, landscape=True))};
  margin-left: {_pt(table_left_pt(style, landscape=True))};
}}
.landscape hr {{ margin-left: {_pt(rule_pt)} }}"""


def _holds(document: Document, kind: type) -> bool:
    return any(isinstance(block, kind) for block in document.blocks)


def _contents(style: Style) -> str:
    entry = style.entry
    levels = "\n".join(
        f".level-{level} {{ margin-left: {_pt(entry.left_pt + (level - 1) * style.tab_pt)} }}"
        for level in (1, 2, 3)
    )
    number_pt, drop_pt = entry.left_pt - style.numeral_x_pt, _drop_pt(style, style.heading_1)
    return f"""\
.contents {{ break-inside: auto }}
.contents h2 {{
  bookmark-level: none; padding-bottom: {_pt(style.body.after_pt - drop_pt)};
}}
:is(h1, h2, h3, h4) + .contents h2 {{ margin-top: {_pt(drop_pt)} }}
.contents .page {{ {_letters(entry)}; margin: 0; text-align: right }}
.entry {{
  {_letters(entry)}; text-align: left; text-indent: 0;
  margin: {_pt(entry.before_pt)} 0 0 {_pt(entry.left_pt)};
}}
{levels}
.entry .number {{
  display: inline-block; text-align: right; margin-right: 0;
  width: {_pt(style.numeral_x_pt)}; margin-left: {_pt(-entry.left_pt)};
  padding-right: {_pt(number_pt)};
}}
.annexed .number {{
  width: auto; min-width: {_pt(entry.left_pt - entry.size_pt / 2)};
  padding-right: {_pt(entry.size_pt / 2)}; text-align: left;
}}
.entry a::after {{ content: leader(".") target-counter(attr(href), page) }}"""


def _summary(style: Style) -> str:
    look, body = style.summary, style.body
    outward_pt = FRAME_GAP_PT + style.running.rule_pt
    return f"""\
.summary {{
  border: {_pt(style.running.rule_pt)} solid;
  margin: 0 {_pt(body.right_pt - outward_pt)} {_pt(body.after_pt)} {_pt(body.left_pt - outward_pt)};
  padding: {_pt(look.before_pt)} {_pt(FRAME_GAP_PT)} {_pt(body.after_pt)};
}}
.summary h2 {{
  {_letters(look)}; position: static; bookmark-level: none;
  margin: 0 0 {_pt(look.after_pt)}; padding: 0;
}}
.summary p {{ margin-left: 0; margin-right: {_pt(-body.spacing_pt)} }}
.summary > p:last-child, .summary > :last-child > :last-child > p {{ margin-bottom: 0 }}"""


def _figure(style: Style) -> str:
    body = style.body
    return f"""\
figure {{
  margin: 0 {_pt(body.right_pt)} {_pt(body.line_pt)} {_pt(body.left_pt)}; break-inside: avoid;
}}
figcaption {{ padding-bottom: {_pt(body.after_pt)} }}
figcaption .label, figcaption b {{ display: block }}
figure img {{ display: block }}"""


def _screen(style: Style) -> str:
    foot_y_pt = style.masthead.thick_rule_y_pt - 2 * style.body.line_pt
    return f"""\
@media screen {{
  body {{ max-width: {_pt(sheet_column_pt(style))}; margin: 0 auto; padding: 0 2em 4em }}
  .foot {{ top: {_pt(foot_y_pt - style.running.first_baseline_y_pt)} }}
  .note {{ display: block; margin-right: 0; padding: {_pt(style.body.after_pt)} 0 }}
}}"""


def _letters(look: ParagraphStyle) -> str:
    """Set the letters and lines of a style; what Word widens is spread between letters.

    Nothing in CSS widens letters within a line. Word itself writes widened letters to PDF as
    letters spread out, at the widths that are counted here.
    """
    widened_pt = (look.scale_percent - 100) / 100 * MEAN_LETTER_EM * look.size_pt
    weight = "bold" if look.bold else "normal"
    slope = "italic" if look.italic else "normal"
    return (
        f"font-size: {_pt(look.size_pt)}; font-weight: {weight}; font-style: {slope}; "
        f"line-height: {_pt(look.line_pt)}; letter-spacing: {_pt(look.spacing_pt + widened_pt)}"
    )


def _set_as_text(style: Style, look: ParagraphStyle) -> str:
    """Lift the first line of a block to where a line of text would stand."""
    return f"top: {_pt(_css_baseline_pt(style.body) - _css_baseline_pt(look))}"


def _drop_pt(style: Style, look: ParagraphStyle) -> float:
    """Tell how much lower than a line of text a line of this style stands."""
    return ABOVE_BASELINE * (look.line_pt - style.body.line_pt)


def _standing_pt(look: ParagraphStyle, rule_y_pt: float) -> str:
    """Give the top of a line that stands on a rule, its space below it between them."""
    baseline_y_pt = rule_y_pt - look.after_pt - below_baseline_pt(look)
    return _pt(baseline_y_pt - _css_baseline_pt(look))


def _hanging_pt(look: ParagraphStyle, top_y_pt: float) -> str:
    """Give the top of lines that begin where Word would begin them."""
    return _pt(top_y_pt + ABOVE_BASELINE * look.line_pt - _css_baseline_pt(look))


def _css_baseline_pt(look: ParagraphStyle) -> float:
    """Give the height above the baseline in a line of CSS, which centres letters in it."""
    leading_pt = look.line_pt - (_ASCENT_EM + _DESCENT_EM) * look.size_pt
    return leading_pt / 2 + _ASCENT_EM * look.size_pt


def _css_below_baseline_pt(look: ParagraphStyle) -> float:
    return look.line_pt - _css_baseline_pt(look)


def _lowered_pt(style: Style) -> float:
    """Tell how much lower than in CSS the lines of the text stand in Word."""
    return ABOVE_BASELINE * style.body.line_pt - _css_baseline_pt(style.body)


def _pt(length: float) -> str:
    return f"{round(length, 3):g}pt"


def _string(text: str) -> str:
    """Write a CSS string that no character can end, not even a tag of the page around it."""
    return '"' + re.sub(r"[^\w /.-]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
