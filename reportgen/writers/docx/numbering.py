"""The two lists of a document, and the labels that Word will count from them.

One multilevel list numbers paragraphs and their items, another the headings; both restart their
lower levels by themselves. `Labels` follows the count so that what Word shows is what finishing
decided. Source: Editorial Manual, headings and paragraphs; ECMA-376, Part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from attrs import define, field, frozen

from reportgen.style import Style
from reportgen.writers.docx.ooxml import Element, twips, w

PARAGRAPHS = 1
HEADINGS = 2
ITEM_LEVELS = 4
HEADING_LEVELS = 3

NumberFormat = Literal["decimal", "lowerLetter", "lowerRoman", "upperLetter", "upperRoman"]

_ITEM_FORMATS: tuple[NumberFormat, ...] = ("lowerLetter", "lowerRoman") * 4
_HEADING_FORMATS: tuple[NumberFormat, ...] = (
    *("upperRoman", "upperLetter", "decimal"),
    *("lowerLetter", "lowerRoman") * 3,
)
"""A list has nine levels: where one lacks, Word invents it when a drafter goes down to it."""
_ITEM_FORMS = {"en": ("({})", "({})", *["{}."] * 6)}
_OTHER_ITEM_FORMS = ("{})", "{})", *["{}."] * 6)
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def item_style_id(level: int) -> str:
    """Name the style of the items of one level, from 1."""
    return f"NumberedItem{level}"


def heading_style_id(level: int) -> str:
    """Name the style of the numbered headings of one level, from 1."""
    return f"NumberedHeading{level}"


PARAGRAPH_STYLE_ID = "NumberedParagraph"


@frozen
class _Level:
    """A level of a list, bound to a style or to none; lengths in points from the left margin."""

    number_format: NumberFormat
    form: str
    style_id: str
    left_pt: float
    first_line_pt: float
    tab_pt: float
    align: Literal["left", "right"] = "left"


def definitions(style: Style, language: str) -> list[Element]:
    """Define both lists, bound to the styles that carry them.

    Args:
        style: the look; labels stand on its tabs.
        language: the language of the document, which decides between `a)` and `(a)`.

    Returns:
        The children of `w:numbering`, definitions before instances.
    """
    lists = ((PARAGRAPHS, _paragraph_levels(style, language)), (HEADINGS, _heading_levels(style)))
    abstract = [_abstract(number, levels) for number, levels in lists]
    return abstract + [w("num", w("abstractNumId", val=n), numId=n) for n, _ in lists]


def restart(num_id: int, abstract_id: int, start: int) -> Element:
    """Define an instance of a list that begins again at a number (17.9.27)."""
    override = w("lvlOverride", w("startOverride", val=start), ilvl=0)
    return w("num", w("abstractNumId", val=abstract_id), override, numId=num_id)


def reference(num_id: int, level: int) -> Element:
    """Attach a paragraph to a level of a list (17.3.1.19)."""
    return w("numPr", w("ilvl", val=level), w("numId", val=num_id))


def _paragraph_levels(style: Style, language: str) -> list[_Level]:
    left, tab = style.text_left_pt, style.tab_pt
    levels = [_Level("decimal", "{}.", PARAGRAPH_STYLE_ID, left, 0, left + tab)]
    for depth, (number_format, form) in enumerate(
        zip(_ITEM_FORMATS, _item_forms(language), strict=True), start=1
    ):
        indent = depth * tab
        stop = left + indent + tab
        style_id = item_style_id(depth) if depth <= ITEM_LEVELS else ""
        levels.append(_Level(number_format, form, style_id, left, indent, stop))
    return levels


def _heading_levels(style: Style) -> list[_Level]:
    left, hanging = style.text_left_pt, style.numeral_x_pt - style.text_left_pt
    count = len(_HEADING_FORMATS)
    ids = [heading_style_id(n + 1) if n < HEADING_LEVELS else "" for n in range(count)]
    return [
        _Level(number_format, "{}.", style_id, left, hanging, left, "right")
        for number_format, style_id in zip(_HEADING_FORMATS, ids, strict=True)
    ]


def _abstract(number: int, levels: list[_Level]) -> Element:
    return w(
        "abstractNum",
        w("nsid", val=f"5EC0{number:04X}"),
        w("multiLevelType", val="multilevel"),
        w("tmpl", val=f"5EC1{number:04X}"),
        *(_level(index, level) for index, level in enumerate(levels)),
        abstractNumId=number,
    )


def _level(index: int, level: _Level) -> Element:
    side = "firstLine" if level.first_line_pt >= 0 else "hanging"
    indent = {"left": twips(level.left_pt), side: twips(abs(level.first_line_pt))}
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=level.number_format),
        *([w("pStyle", val=level.style_id)] if level.style_id else []),
        w("suff", val="tab"),
        w("lvlText", val=level.form.format(f"%{index + 1}")),
        w("lvlJc", val=level.align),
        w("pPr", w("tabs", w("tab", val="num", pos=twips(level.tab_pt))), w("ind", **indent)),
        ilvl=index,
    )


def _item_forms(language: str) -> tuple[str, ...]:
    return _ITEM_FORMS.get(language, _OTHER_ITEM_FORMS)


@define
class Labels:
    """Follow what Word counts along a document, and find where it must be told otherwise.

    Args:
        language: the language of the document.
        restarts: the further instances that the lists need, in order.
    """

    language: str
    restarts: list[Element] = field(factory=list)
    _paragraph: int = 0
    _items: list[int] = field(factory=list)
    _headings: list[int] = field(factory=lambda: [0] * HEADING_LEVELS)
    _instances: dict[int, int] = field(factory=lambda: {PARAGRAPHS: PARAGRAPHS, HEADINGS: HEADINGS})

    def paragraph(self, number: int) -> None:
        """Count a numbered paragraph; begin a list again where its number is not the next."""
        if number != self._paragraph + 1:
            self._restart(PARAGRAPHS, number)
        self._paragraph = number
        self._items = []

    def item(self, level: int, label: str) -> bool:
        """Count an item of a numbered paragraph; tell whether Word will show its label."""
        if level > ITEM_LEVELS or level > len(self._items) + 1:
            return False
        count = self._items[level - 1] + 1 if level <= len(self._items) else 1
        form = _item_forms(self.language)[level - 1]
        if form.format(written(count, _ITEM_FORMATS[level - 1])) != label:
            return False
        self._items[level - 1 :] = [count]
        return True

    def heading(self, level: int, numeral: str) -> bool:
        """Count a numbered heading; tell whether Word will show its numeral."""
        number_format = _HEADING_FORMATS[level - 1]
        if written(self._headings[level - 1] + 1, number_format) == numeral:
            count = self._headings[level - 1] + 1
        elif level == 1 and written(1, number_format) == numeral:
            count = 1
            self._restart(HEADINGS, count)
        else:
            return False
        self._headings[level - 1 :] = [count] + [0] * (HEADING_LEVELS - level)
        return True

    def instance(self, abstract_id: int) -> int:
        """Give the instance of a list in use; 0 where it is the one that styles carry."""
        num_id = self._instances[abstract_id]
        return 0 if num_id == abstract_id else num_id

    def _restart(self, abstract_id: int, start: int) -> None:
        num_id = HEADINGS + 1 + len(self.restarts)
        self.restarts.append(restart(num_id, abstract_id, start))
        self._instances[abstract_id] = num_id


def written(number: int, number_format: NumberFormat) -> str:
    """Write a number as Word does in one of its formats (17.18.59)."""
    return _WRITERS[number_format](number)


def _letters(number: int) -> str:
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1)


def _roman(number: int) -> str:
    figures = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        figures.append(letters * times)
    return "".join(figures)


_WRITERS: dict[NumberFormat, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
}
