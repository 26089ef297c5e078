"""The words across every page of a draft, light enough to read the text over them.

They are the background of the page, drawn as a pattern: neither a reader nor a search meets them.
"""

from __future__ import annotations

from html import escape
from math import atan, degrees, hypot
from urllib.parse import quote

from reportgen.style import Page

_CAPITAL_EM = 0.72
"""The mean width of a bold capital of Times New Roman."""
_SHARE_OF_DIAGONAL = 0.55
_CAPITAL_HEIGHT_EM = 0.66
_GREY = "#e6e6e6"


def watermark(words: str, family: str, page: Page) -> str:
    """Write the style sheet that sets words across every page.

    Args:
        words: the words, in capitals.
        family: the font that sets them.
        page: the sheet.

    Returns:
        CSS to be read after that of the page.
    """
    width, height = page.width_pt, page.height_pt
    size = _SHARE_OF_DIAGONAL * hypot(width, height) / (_CAPITAL_EM * len(words))
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
        f'<text text-anchor="middle" font-family="{escape(family)}" font-weight="bold"'
        f' font-size="{size:.1f}" fill="{_GREY}" transform="translate({width / 2:g} {height / 2:g})'
        f' rotate({-degrees(atan(height / width)):.1f})"'
        f' y="{_CAPITAL_HEIGHT_EM * size / 2:.1f}">{escape(words)}</text></svg>'
    )
    image = f"url('data:image/svg+xml,{quote(drawing)}')"
    return f"@page {{ background: {image} repeat 0 0 / 100% 100% }}"
