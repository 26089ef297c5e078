"""How a style is written in WordprocessingML, whatever it stands for.

A style writes only what differs from the one that it refines, so that who changes `__Single Txt` in
Word changes the numbered paragraphs too. Source: ECMA-376, Part 1, 17.7.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import field, frozen

from reportgen.style import Align, ParagraphStyle, Profile, Style
from reportgen.writers.docx.numbering import reference
from reportgen.writers.docx.ooxml import Element, eighths, half_points, twips, w

Properties: TypeAlias = Mapping[str, Mapping[str, object]]
"""The attributes of each property by its name, in the order of the schema."""

_KERNING_FROM_PT = 7
_JUSTIFICATION: dict[Align, str] = {
    "left": "left",
    "right": "right",
    "center": "center",
    "justify": "both",
}
_FRENCH: dict[Profile, str] = {"un-fr-2016": "fr-CA", "un-fr-recent": "fr-FR"}
"""Word sets a space before a semicolon as one types in the French of France, not of Canada."""
_BUILT_IN = frozenset(
    {
        *("Normal", "Title", "heading 1", "heading 2", "heading 3", "Signature", "caption"),
        *("header", "footer", "footnote text", "footnote reference", "TOC Heading", "toc 1"),
        *("toc 2", "toc 3", "annotation text", "annotation reference", "Emphasis"),
        *("Default Paragraph Font", "Normal Table", "No List"),
    }
)
"""The names of ours that Word knows from itself (17.7.4.9); the others are our own."""


@frozen
class WordStyle:
    """A row of the table of styles: a look, and what only Word knows of it.

    Args:
        style_id: its identifier in the file.
        name: its name in Word.
        based_on: the identifier of the style that it refines; empty for none.
        following: the style of the next paragraph when the drafter presses Enter.
        level: the list that numbers it, and the level there.
        tabs: their kinds and positions in points from the left margin.
        borders: the side, thickness and distance from the words of each of its rules, in points.
        natural_line: whether its lines are as high as what stands in them, as a picture asks.
        place: its place in the gallery of styles; 0 for what a drafter does not look for there.
    """

    style_id: str
    name: str
    based_on: str
    look: ParagraphStyle
    following: str = field(default="", kw_only=True)
    level: tuple[int, int] | None = field(default=None, kw_only=True)
    tabs: tuple[tuple[str, float], ...] = field(default=(), kw_only=True)
    borders: tuple[tuple[str, float, float], ...] = field(default=(), kw_only=True)
    page_break_before: bool = field(default=False, kw_only=True)
    natural_line: bool = field(default=False, kw_only=True)
    place: int = field(default=0, kw_only=True)


def language_tag(language: str, profile: Profile) -> str:
    """Give the tag of a language, under which Word checks its spelling and sets its spaces."""
    return {"fr": _FRENCH[profile], "en": "en-GB"}.get(language, language)


def defaults(style: Style, tag: str) -> Element:
    """Make the defaults of a document: its font and its language."""
    run = w("rPr", _fonts(style), w("sz", val=20), w("szCs", val=20), w("lang", val=tag))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _fonts(style: Style) -> Element:
    family = style.fonts[0]
    return w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def paragraph_styles(rows: Iterable[WordStyle]) -> list[Element]:
    """Make the styles of a table, in which every style that another refines has a row."""
    by_id = {row.style_id: row for row in rows}
    return [_paragraph_style(row, by_id.get(row.based_on)) for row in by_id.values()]


def _paragraph_style(row: WordStyle, parent: WordStyle | None) -> Element:
    said, inherited = _paragraph(row), _paragraph(parent) if parent else {}
    shapes = {
        "pPr": _laid_out(row, _differing(said, inherited)),
        "rPr": _elements(_differing(_run(row), _run(parent) if parent else {})),
    }
    children = [
        *([w("basedOn", val=row.based_on)] if parent else []),
        *([w("next", val=row.following)] if row.following else []),
        *_standing(row.place, hidden=parent is not None),
        *(w(tag, *elements) for tag, elements in shapes.items() if elements),
    ]
    default = {} if parent else {"default": 1}
    return style_element("paragraph", row.style_id, row.name, *children, **default)


def style_element(
    kind: str, style_id: str, name: str, *children: Element, **attributes: object
) -> Element:
    """Make a style of any kind; attributes are those of `w:style` beyond kind and identifier."""
    own = {} if name in _BUILT_IN else {"customStyle": 1}
    named = w("name", val=name)
    return w("style", named, *children, type=kind, styleId=style_id, **own, **attributes)


def character_style(name: str, style_id: str, *run: Element, place: int = 0) -> Element:
    """Make a character style of some run properties, in the order of the schema."""
    shown = _standing(place, hidden=True)
    return style_element("character", style_id, name, *shown, *([w("rPr", *run)] if run else []))


def _standing(place: int, *, hidden: bool) -> list[Element]:
    """Say where a style stands in the gallery, or that it is hidden until it is used."""
    if place:
        return [w("uiPriority", val=place), w("qFormat")]
    return [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")] if hidden else []


def _differing(said: Properties, inherited: Properties) -> dict[str, Mapping[str, object]]:
    """Leave out what the style refined says too.

    The spaces and the indents of a style stand together: LibreOffice forgets those inherited.
    """
    return {name: values for name, values in said.items() if inherited.get(name) != values}


def _elements(properties: Properties) -> list[Element]:
    return [w(name, **values) for name, values in properties.items()]


def _laid_out(row: WordStyle, properties: Properties) -> list[Element]:
    """Add to what differs what a style says by elements of its own, in the order of the schema."""
    made = {
        **{name: w(name, **values) for name, values in properties.items()},
        **({"pageBreakBefore": w("pageBreakBefore")} if row.page_break_before else {}),
        **({"numPr": reference(*row.level)} if row.level else {}),
        **({"pBdr": w("pBdr", *(border(*side) for side in row.borders))} if row.borders else {}),
        **({"tabs": w("tabs", *(_tab(*stop) for stop in row.tabs))} if row.tabs else {}),
    }
    return [made[name] for name in _ORDER if name in made]


_ORDER = (
    *("keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "suppressAutoHyphens"),
    *("spacing", "ind", "jc", "outlineLvl"),
)


def _paragraph(row: WordStyle) -> Properties:
    look = row.look
    side = "firstLine" if look.first_line_pt >= 0 else "hanging"
    # one line of its own height is 240 (17.3.1.33)
    line = {"line": twips(look.line_pt), "lineRule": "exact"}
    return {
        "keepNext": {"val": int(look.keep_next)},
        "keepLines": {"val": int(look.keep_next)},
        "suppressAutoHyphens": {},
        "spacing": {
            "before": twips(look.before_pt),
            "after": twips(look.after_pt),
            **({"line": 240, "lineRule": "auto"} if row.natural_line else line),
        },
        "ind": {
            "left": twips(look.left_pt),
            "right": twips(look.right_pt),
            side: twips(abs(look.first_line_pt)),
        },
        "jc": {"val": _JUSTIFICATION[look.align]},
        "outlineLvl": {"val": look.outline_level - 1 if look.outline_level else 9},
    }


def _run(row: WordStyle) -> Properties:
    look = row.look
    return {
        "b": {"val": int(look.bold)},
        "bCs": {"val": int(look.bold)},
        "i": {"val": int(look.italic)},
        "spacing": {"val": twips(look.spacing_pt)},
        "w": {"val": look.scale_percent},
        "kern": {"val": half_points(_KERNING_FROM_PT)},
        "sz": {"val": half_points(look.size_pt)},
        "szCs": {"val": half_points(look.size_pt)},
    }


def border(side: str, width_pt: float, space_pt: float = 0) -> Element:
    """Make a plain rule on one side of a paragraph, a cell or a table."""
    return w(side, val="single", sz=eighths(width_pt), space=round(space_pt), color="auto")


def _tab(kind: str, position_pt: float) -> Element:
    if kind == "dotted":
        return w("tab", val="right", leader="dot", pos=twips(position_pt))
    return w("tab", val=kind, pos=twips(position_pt))
