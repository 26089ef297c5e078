"""Drawings so plain that every program draws them alike: they stay lines in the PDF.

Part of `pictures`. What is known here is kept as it is; everything else, words, styles, filters,
patterns and references among it, is shown as points. Source: SVG 1.1, 5, 7.6, 8.3, 9 and 11.
"""

from __future__ import annotations

import re

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_MOST_ELEMENTS = 2_000
_MOST_BYTES = 500_000
_DEEPEST = 20
_ELEMENTS = frozenset(
    {
        *("svg", "g", "title", "desc"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    }
)

_N = r"[-+]?(?:[0-9]{1,6}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})"
_S = r"(?:\s*,\s*|\s+)"  # between two numbers


def _numbers(count: int) -> str:
    return rf"{_N}(?:{_S}{_N}){{{count - 1}}}"


_COUNTS = {"MmLlTt": 2, "HhVv": 1, "Cc": 6, "SsQq": 4}
_STEPS = "|".join(
    rf"[{letters}]\s*{_numbers(count)}(?:{_S}{_numbers(count)})*\s*"
    for letters, count in _COUNTS.items()
)
_VALUES = {
    "number": re.compile(_N),
    "length": re.compile(rf"{_N}(?:px|pt|mm|cm|in)?"),
    "paint": re.compile(r"none|#(?:[0-9A-Fa-f]{3}){1,2}|black|white|red|green|blue|navy|gray|grey"),
    "path": re.compile(rf"\s*M\s*{_numbers(2)}\s*(?:{_STEPS}|[Zz]\s*)*"),
    "points": re.compile(rf"\s*{_numbers(2)}(?:{_S}{_numbers(2)})*\s*"),
    "transform": re.compile(
        rf"\s*(?:(?:translate|scale)\(\s*{_N}(?:{_S}{_N})?\s*\)\s*|rotate\(\s*{_N}\s*\)\s*"
        rf"|matrix\(\s*{_numbers(6)}\s*\)\s*)*"
    ),
    "box": re.compile(_numbers(4)),
    "word": re.compile(r"[A-Za-z0-9_.:-]{1,200}"),
    "rule": re.compile(r"evenodd|nonzero|butt|round|square|miter|bevel"),
}
_ATTRIBUTES = {
    **dict.fromkeys(("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry"), "number"),
    **dict.fromkeys(("stroke-width", "stroke-miterlimit"), "number"),
    **dict.fromkeys(("width", "height"), "length"),
    **dict.fromkeys(("fill", "stroke"), "paint"),
    **dict.fromkeys(("fill-rule", "stroke-linecap", "stroke-linejoin"), "rule"),
    **dict.fromkeys(("id", "version"), "word"),
    "d": "path",
    "points": "points",
    "transform": "transform",
    "viewBox": "box",
}


def is_plain(drawing: bytes) -> bool:
    """Tell whether an SVG draws nothing but lines and areas in plain colours."""
    if len(drawing) > _MOST_BYTES:
        return False
    root = etree.fromstring(drawing)
    elements = list(root.iter())
    return len(elements) <= _MOST_ELEMENTS and all(
        _is_plain(element, is_root=element is root) for element in elements
    )


def _is_plain(element: etree._Element, *, is_root: bool) -> bool:
    name = str(element.tag).removeprefix(_SVG)
    return (
        name in _ELEMENTS
        and (name == "svg") == is_root
        and sum(1 for _ in element.iterancestors()) <= _DEEPEST
        and all(
            key in _ATTRIBUTES and _VALUES[_ATTRIBUTES[str(key)]].fullmatch(str(value))
            for key, value in element.attrib.items()
        )
    )
