"""Numbers in French: figures from 10, words below, ranks, and what is numbered.

Floor 2. Figures and words follow the Editorial Manual, numbers; the words are those of UN usage,
without the hyphens of 1990 (vingt et un, deux cent un, quatre-vingts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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

    | number | nombre(number) | nombre(number, woman) |
    |---|---|---|
    | 1 · 2 · 9 | un · deux · neuf | une · deux · neuf |
    | 10 · 21 · 1000 · 1234567 | 10 · 21 · 1~000 · 1~234~567 | 10 · 21 · 1~000 · 1~234~567 |

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

    | number | lettres(number) | lettres(number, woman) |
    |---|---|---|
    | 0 · 1 · 17 | zéro · un · dix-sept | zéro · une · dix-sept |
    | 21 · 71 | vingt et un · soixante et onze | vingt et une · soixante et onze |
    | 80 · 81 | quatre-vingts · quatre-vingt-un | quatre-vingts · quatre-vingt-une |
    | 91 · 99 | quatre-vingt-onze · quatre-vingt-dix-neuf | quatre-vingt-onze · quatre-vingt-dix-neuf |
    | 100 · 101 | cent · cent un | cent · cent une |
    | 200 · 201 | deux cents · deux cent un | deux cents · deux cent une |
    | 280 | deux cent quatre-vingts | deux cent quatre-vingts |
    | 1000 · 2000 | mille · deux mille | mille · deux mille |
    | 21000 | vingt et un mille | vingt et un mille |
    | 80000 · 200000 | quatre-vingt mille · deux cent mille | quatre-vingt mille · deux cent mille |
    | 1000000 · 1000001 | un million · un million un | un million · un million une |
    | 80000000 | quatre-vingts millions | quatre-vingts millions |
    | -3 | moins trois | moins trois |

    Args:
        number: how many, of fewer than 13 figures.
        gender: the gender of what is counted, or the thing itself.

    Raises:
        ValueError: the number is too large for words.
    """  # noqa: E501 -- rows of the table
    if abs(number) >= _LIMIT:
        raise ValueError(number)
    if number < 0:
        return f"moins {lettres(-number, gender)}"
    words = _cardinal(number)
    ends_with_one = words == "un" or words.endswith((" un", "-un"))
    return f"{words}e" if ends_with_one and form_of(gender).feminine else words


def ordinal(number: int, gender: Bearer = "masculine") -> str:
    """Write a rank in words.

    | number | ordinal(number) | ordinal(number, woman) |
    |---|---|---|
    | 1 | premier | première |
    | 2 · 4 · 5 · 9 | deuxième · quatrième · cinquième · neuvième | deuxième · quatrième · cinquième · neuvième |
    | 21 · 71 | vingt et unième · soixante et onzième | vingt et unième · soixante et onzième |
    | 80 · 200 | quatre-vingtième · deux centième | quatre-vingtième · deux centième |
    | 1000 · 1000000 | millième · millionième | millième · millionième |

    Args:
        number: the rank, from 1.
        gender: the gender of what is ranked, or the thing itself.

    Raises:
        ValueError: there is no such rank.
    """  # noqa: E501 -- rows of the table
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


def rang(number: int, gender: Bearer = "masculine") -> str:
    """Write a rank in figures, as sessions and meetings of the Council are numbered.

    | number | rang(number) | rang(number, woman) |
    |---|---|---|
    | 1 | 1er | 1re |
    | 2 · 21 · 7364 | 2e · 21e · 7364e | 2e · 21e · 7364e |

    The letters are raised by `superscripts`.

    Args:
        number: the rank, from 1.
        gender: the gender of what is ranked, or the thing itself.

    Raises:
        ValueError: there is no such rank.
    """
    if number < 1:
        raise ValueError(number)
    if number == 1:
        return "1re" if form_of(gender).feminine else "1er"
    return f"{number}e"


def numeros(numbers: Sequence[int]) -> str:
    """Cite things by their numbers.

    | numbers | numeros(numbers) |
    |---|---|
    | 5 | no 5 |
    | 5 + 6 | nos 5 et 6 |
    | 5 + 6 + 9 | nos 5, 6 et 9 |

    The letters are raised by `superscripts`, and the spaces set by `spaces`.

    Args:
        numbers: one or several.
    """
    *others, last = map(str, numbers)
    return f"nos {', '.join(others)} et {last}" if others else f"no {last}"


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
