"""How French documents of the United Nations number headings and letter items.

Floor 2. Source: Editorial Manual, headings, paragraphs and subparagraphs: I., A., 1., then a), i);
items a), i), a., i.
"""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
          (4, "iv"), (1, "i"))  # fmt: skip


def heading_numeral(level: int, rank: int) -> str:
    """Give the numeral of a heading, without its stop.

    | number | heading_numeral(1, number) | heading_numeral(2, number) | heading_numeral(3, number) |
    |---|---|---|---|
    | 1 · 4 · 27 | I · IV · XXVII | A · D · AA | 1 · 4 · 27 |

    Args:
        level: the level of the heading, from 1 to 3.
        rank: its place among the headings of its level, from 1.
    """  # noqa: E501 -- the head of the table
    numerals: tuple[Callable[[int], str], ...] = (
        lambda place: roman(place).upper(),
        lambda place: letter(place).upper(),
        str,
    )
    return numerals[level - 1](rank)


def item_label(level: int, rank: int) -> str:
    """Give the label of a lettered item, by how deep it lies.

    | number | item_label(1, number) | item_label(2, number) | item_label(3, number) | item_label(4, number) |
    |---|---|---|---|---|
    | 1 · 4 | a) · d) | i) · iv) | a. · d. | i. · iv. |

    Args:
        level: how deep the item lies, from 1; the fourth level and those below look alike.
        rank: its place among its neighbours, from 1.
    """  # noqa: E501 -- the head of the table
    shown = letter(rank) if level in (1, 3) else roman(rank)
    return f"{shown})" if level in (1, 2) else f"{shown}."


def romain(rank: int) -> str:
    """Write the number of an annex in large Roman numerals.

    | number | romain(number) |
    |---|---|
    | 1 · 4 · 19 | I · IV · XIX |
    """
    return roman(rank).upper()


def letter(rank: int) -> str:
    """Give a small letter; after z they are doubled, as Word counts too.

    | number | letter(number) |
    |---|---|
    | 1 · 26 · 27 · 28 | a · z · aa · bb |
    """
    return chr(ord("a") + (rank - 1) % 26) * ((rank - 1) // 26 + 1)


def roman(rank: int) -> str:
    """Write a number in small Roman numerals.

    | number | roman(number) |
    |---|---|
    | 1 · 4 · 9 · 14 · 40 · 99 | i · iv · ix · xiv · xl · xcix |
    """
    written = ""
    for value, numeral in _ROMAN:
        count, rank = divmod(rank, value)
        written += numeral * count
    return written
