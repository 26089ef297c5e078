"""Read a PDF back: its lines and rules, in points from the top left corner of the page."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
from attrs import frozen


@frozen
class Line:
    """Words on one baseline.

    Args:
        letters: its letters without spaces, each with its left and right edges.
    """

    page: int
    baseline: float
    left: float
    right: float
    size: float
    font: str
    text: str
    letters: tuple[tuple[str, float, float], ...]


def lines(file: bytes) -> list[Line]:
    """Give the lines of a file, from top to bottom and left to right."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return [line for page in pdf.pages for line in _lines_of(page)]


def line(file: bytes, page: int, beginning: str) -> Line:
    """Give the first line of a page that begins so."""
    return next(ln for ln in lines(file) if ln.page == page and ln.text.startswith(beginning))


def edges(file: bytes, page: int) -> list[tuple[float, float, float]]:
    """Give the lower edges of what is ruled on a page: left and right ends, height."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return [(rect["x0"], rect["x1"], rect["bottom"]) for rect in pdf.pages[page - 1].rects]


def outlines(file: bytes) -> list[tuple[int, str]]:
    """Give the bookmarks of a file, each with its level."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return [(level, title) for level, title, *_ in pdf.doc.get_outlines()]


def catalog(file: bytes) -> dict[str, Any]:
    """Give the catalog of a file."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return dict(pdf.doc.catalog)


def properties(file: bytes) -> dict[str, str]:
    """Give the properties of a file."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return dict(pdf.metadata)


def fonts(file: bytes) -> set[str]:
    """Give the names of the fonts of a file, without the tag of their subset."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return {char["fontname"].split("+")[-1] for page in pdf.pages for char in page.chars}


def _lines_of(page: Any) -> Iterator[Line]:
    rows: dict[float, list[Any]] = {}
    for char in page.chars:
        rows.setdefault(round(float(page.height) - char["matrix"][5], 1), []).append(char)
    for baseline in sorted(rows):
        chars = [c for c in sorted(rows[baseline], key=lambda c: c["x0"]) if c["text"].strip()]
        if not chars:
            continue
        yield Line(
            page=page.page_number,
            baseline=baseline,
            left=chars[0]["x0"],
            right=chars[-1]["x1"],
            size=round(chars[0]["size"], 2),
            font=chars[0]["fontname"],
            text=_spaced(chars),
            letters=tuple((c["text"], c["x0"], c["x1"]) for c in chars),
        )


def _spaced(chars: list[Any]) -> str:
    """Join letters into words: letters of one word are less than a fifth of their size apart."""
    text = chars[0]["text"]
    for previous, char in pairwise(chars):
        gap = char["x0"] - previous["x1"]
        text += (" " if gap > char["size"] * 0.17 else "") + char["text"]
    return text
