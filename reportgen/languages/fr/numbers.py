"""Numbers in French: figures from 10, words below, ordinals.

Floor 2. Figures and words follow the Editorial Manual, numbers; the words are those of UN usage,
without the hyphens of 1990 (vingt et un, deux cent un, quatre-vingts).
"""

from __future__ import annotations

import re

from reportgen.languages.fr.bearers import Bearer, form_of

_LIMIT = 10**12
_FIGURES_FROM = 10
_UNITS = """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    dix-sept dix-huit dix-neuf
    """.split()  # noqa: SIM905 -- words read best as words
_TENS = (
    (80, "quatre-vingt"),
    (60, "soixante"),
    (50, "cinquante"),
    (40, "quarante"),
    (30, "trente"),
    (20, "vingt"),
)
_SCALES = ((10**9, "milliard"), (10**6, "million"))
_ORDINAL_STEMS = {"cinq": "cinqu", "neuf": "neuv"}


def nombre(number: int, gender: Bearer = "masculine") -> str:
    """Write a number as a text does: in words under ten, in figures from 10.

    | number | gives |
    |---|---|
    | 1, feminine | une |
    | 5 | cinq |
    | 12 | 12 |
    | 10000 | 10 000, with a no-break space |

    Args:
        number: how many.
        gender: the gender of what is counted, or the thing itself.

    Source: Editorial Manual, numbers, dates and time.
    """
    if abs(number) < _FIGURES_FROM:
        return lettres(number, gender)
    return f"{number:,}".replace(",", "\u00a0")


def lettres(number: int, gender: Bearer = "masculine") -> str:
    """Write a number in words, as at the beginning of a sentence.

    | number | gives |
    |---|---|
    | 21, 31 feminine | vingt et un, trente et une |
    | 71, 80, 81, 91 | soixante et onze, quatre-vingts, quatre-vingt-un, quatre-vingt-onze |
    | 200, 201, 1000 | deux cents, deux cent un, mille |
    | 80 000, 80 000 000 | quatre-vingt mille, quatre-vingts millions |
    | -3 | moins trois |

    Args:
        number: how many, of fewer than 13 figures.
        gender: the gender of what is counted, or the thing itself.

    Raises:
        ValueError: the number is too large for words.
    """
    if abs(number) >= _LIMIT:
        raise ValueError(number)
    if number < 0:
        return f"moins {lettres(-number, gender)}"
    words = _cardinal(number)
    ends_with_one = words == "un" or words.endswith((" un", "-un"))
    return f"{words}e" if ends_with_one and form_of(gender).feminine else words


def ordinal(number: int, gender: Bearer = "masculine") -> str:
    """Write a rank in words.

    | number | gives |
    |---|---|
    | 1, 1 feminine | premier, première |
    | 2, 5, 9 | deuxième, cinquième, neuvième |
    | 21, 80, 200 | vingt et unième, quatre-vingtième, deux centième |

    Args:
        number: the rank, from 1.
        gender: the gender of what is ranked, or the thing itself.

    Raises:
        ValueError: there is no such rank.
    """
    if number < 1:
        raise ValueError(number)
    if number == 1:
        return "première" if form_of(gender).feminine else "premier"
    words = lettres(number)
    if number in (10**6, 10**9):
        words = words.removeprefix("un ")
    if words.endswith(("vingts", "cents", "millions", "milliards")):
        words = words[:-1]
    last = re.split("[ -]", words)[-1]
    stem = _ORDINAL_STEMS.get(last, last.removesuffix("e"))
    return f"{words.removesuffix(last)}{stem}ième"


def _cardinal(number: int) -> str:
    parts = []
    rest = number
    for size, scale in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{_under_thousand(count)} {scale}{'s' if count > 1 else ''}")
    thousands, rest = divmod(rest, 1000)
    if thousands:
        parts.append(_thousands(thousands))
    if rest or not parts:
        parts.append(_under_thousand(rest))
    return " ".join(parts)


def _thousands(count: int) -> str:
    if count == 1:
        return "mille"
    words = _under_thousand(count)
    return f"{words[:-1] if words.endswith(('cents', 'vingts')) else words} mille"


def _under_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _under_hundred(rest)
    if hundreds == 1:
        return f"cent {_under_hundred(rest)}" if rest else "cent"
    return (
        f"{_UNITS[hundreds]} cent {_under_hundred(rest)}" if rest else f"{_UNITS[hundreds]} cents"
    )


def _under_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    start, tens = next((start, tens) for start, tens in _TENS if start <= number)
    rest = number - start
    if not rest:
        return "quatre-vingts" if tens == "quatre-vingt" else tens
    joint = " et " if rest in (1, 11) and tens != "quatre-vingt" else "-"
    return f"{tens}{joint}{_UNITS[rest]}"
