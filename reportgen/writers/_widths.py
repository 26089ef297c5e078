"""How wide the letters of Times New Roman are, and of every font with its measures.

Part of the writers. Widths are in thousandths of the size; figures of the font's own table of
advance widths (OpenType, hmtx). A sign that is not listed counts like a digit.
"""

from __future__ import annotations

from collections.abc import Mapping

UNKNOWN = 500

_UPRIGHT = {
    180: "'",
    200: "|¦",
    250: " ,.·",
    276: "ª",
    278: "/:;\\ijltìíîï",
    300: "²³¹",
    310: "º",
    333: "!()-I[]`fr¡¨´¸ÌÍÎÏ’",
    389: "Js",
    400: "°",
    408: '"',
    444: "?acez¿àáâãäåçèéêë“”",
    453: "¶",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy¢£¤¥§«¯»ßðñòóôõöøùúûüýþÿ–€",
    541: "~",
    549: "±÷",
    556: "FPSÞ",
    564: "+<=>¬×",
    576: "µ",
    611: "ELTZÈÉÊË",
    667: "BCRÇæ",
    722: "ADGHKNOQUVXYwÀÁÂÃÄÅÐÑÒÓÔÕÖØÙÚÛÜÝœŸ",
    750: "¼½¾",
    760: "©®",
    778: "&m",
    833: "%",
    889: "MÆŒ",
    921: "@",
    944: "W",
    1000: "—…",
}
_BOLD = {
    220: "|¦",
    250: " ,.·",
    278: "'/\\ilìíîï",
    300: "ª²³¹",
    330: "º",
    333: "!()-:;[]`fjt¡¨´¸’",
    389: "IsÌÍÎÏ",
    394: "{}",
    400: "°",
    444: "cerzçèéêë",
    500: "#$*0123456789?J_agovxy¢£¤¥§«¯»¿àáâãäåðòóôõöøýÿ–“”€",
    520: "~",
    540: "¶",
    549: "±÷",
    555: '"',
    556: "Sbdhknpqußñùúûüþ",
    570: "+<=>¬×",
    576: "µ",
    581: "^",
    611: "FPÞ",
    667: "BELTZÈÉÊË",
    722: "ACDNRUVXYwÀÁÂÃÄÅÇÐÑÙÚÛÜÝæœŸ",
    747: "©®",
    750: "¼½¾",
    778: "GHKOQÒÓÔÕÖØ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%WÆŒ—…",
}


def _by_letter(widths: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


UPRIGHT: Mapping[str, int] = _by_letter(_UPRIGHT)
BOLD: Mapping[str, int] = _by_letter(_BOLD)


def width_pt(text: str, size_pt: float, *, bold: bool = False) -> float:
    """Give the width of some words on one line, in points, as the font has it.

    Args:
        text: the words; a no-break space counts like a space.
        size_pt: their size.
        bold: whether they are bold.
    """
    widths = BOLD if bold else UPRIGHT
    return sum(widths.get(sign, UNKNOWN) for sign in text.replace("\u00a0", " ")) * size_pt / 1000
