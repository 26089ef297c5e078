"""How a style is written in WordprocessingML, whatever it stands for.

Every figure is written out, even where it repeats that of the style refined: a reader of the file
finds in one place how a paragraph looks. Source: ECMA-376, Part 1, 17.7.
"""

from __future__ import annotations

from attrs import frozen

from reportgen.style import Align, ParagraphStyle, Style
from reportgen.writers.docx.numbering import reference
from reportgen.writers.docx.ooxml import Element, eighths, half_points, twips, w

_KERNING_FROM_PT = 7
_JUSTIFICATION: dict[Align, str] = {
    "left": "left",
    "right": "right",
    "center": "center",
    "justify": "both",
}
_TAGS = {"fr": "fr-FR", "en": "en-GB", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA"}


@frozen(kw_only=True)
class WordStyle:
    """A look, and what only Word knows of it.

    Args:
        following: the style of the next paragraph when the drafter presses Enter.
        numbered: the list that numbers it, and the level there.
        tabs: their kinds and positions in points from the left margin.
        rule_pt: the thickness of a rule above it.
        natural_line: whether its lines are as high as what stands in them, as a picture asks.
    """

    look: ParagraphStyle
    following: str = ""
    numbered: tuple[int, int] | None = None
    tabs: tuple[tuple[str, float], ...] = ()
    page_break_before: bool = False
    rule_pt: float = 0
    natural_line: bool = False


def language_tag(language: str) -> str:
    """Give the tag of a language, under which Word checks its spelling."""
    return _TAGS.get(language, language)


def defaults(style: Style, tag: str) -> Element:
    """Make the defaults of a document: its font and its language."""
    run = w("rPr", _fonts(style), w("sz", val=20), w("szCs", val=20), w("lang", val=tag))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _fonts(style: Style) -> Element:
    family = style.fonts[0]
    return w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def paragraph_style(word_style: WordStyle, **attributes: object) -> Element:
    """Make a paragraph style; attributes are those of `w:style` beyond kind and identifier."""
    look = word_style.look
    children = [w("name", val=look.name)]
    if look.based_on:
        children.append(w("basedOn", val=look.based_on))
    if word_style.following:
        children.append(w("next", val=word_style.following))
    children.append(w("qFormat"))
    children.append(w("pPr", *_paragraph_properties(word_style)))
    children.append(w("rPr", *_run_properties(look)))
    return w("style", *children, type="paragraph", styleId=look.style_id, **attributes)


def _paragraph_properties(word_style: WordStyle) -> list[Element]:
    look = word_style.look
    side = "firstLine" if look.first_line_pt >= 0 else "hanging"
    indents = {side: twips(abs(look.first_line_pt))}
    spaces = {"before": twips(look.before_pt), "after": twips(look.after_pt)}
    return [
        w("keepNext", val=int(look.keep_next)),
        w("keepLines", val=int(look.keep_next)),
        *([w("pageBreakBefore")] if word_style.page_break_before else []),
        *([reference(*word_style.numbered)] if word_style.numbered else []),
        *_rule_above(word_style.rule_pt),
        *_tabs(word_style.tabs),
        w("suppressAutoHyphens"),
        w("spacing", **spaces, **_line(word_style)),
        w("ind", left=twips(look.left_pt), right=twips(look.right_pt), **indents),
        w("jc", val=_JUSTIFICATION[look.align]),
        w("outlineLvl", val=look.outline_level - 1 if look.outline_level else 9),
    ]


def _line(word_style: WordStyle) -> dict[str, object]:
    if word_style.natural_line:
        return {"line": 240, "lineRule": "auto"}  # one line of its own height (17.3.1.33)
    return {"line": twips(word_style.look.line_pt), "lineRule": "exact"}


def _rule_above(rule_pt: float) -> list[Element]:
    return [w("pBdr", border("top", rule_pt))] if rule_pt else []


def border(side: str, width_pt: float) -> Element:
    """Make a plain rule on one side of a paragraph, a cell or a table."""
    return w(side, val="single", sz=eighths(width_pt), space=0, color="auto")


def _tabs(tabs: tuple[tuple[str, float], ...]) -> list[Element]:
    stops = [_tab(kind, twips(position)) for kind, position in tabs]
    return [w("tabs", *stops)] if stops else []


def _tab(kind: str, position: int) -> Element:
    if kind == "dotted":
        return w("tab", val="right", leader="dot", pos=position)
    return w("tab", val=kind, pos=position)


def _run_properties(look: ParagraphStyle) -> list[Element]:
    size = half_points(look.size_pt)
    return [
        w("b", val=int(look.bold)),
        w("bCs", val=int(look.bold)),
        w("i", val=int(look.italic)),
        w("spacing", val=twips(look.spacing_pt)),
        w("w", val=look.scale_percent),
        w("kern", val=half_points(_KERNING_FROM_PT)),
        w("sz", val=size),
        w("szCs", val=size),
    ]


def character_style(name: str, style_id: str, *run: Element, **attributes: object) -> Element:
    """Make a character style of some run properties, in the order of the schema."""
    children = [w("name", val=name), *([w("rPr", *run)] if run else [])]
    return w("style", *children, type="character", styleId=style_id, **attributes)
