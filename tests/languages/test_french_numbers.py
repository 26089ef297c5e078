"""Numbers in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from reportgen.languages.fr import lettres, nombre, ordinal, rang


@pytest.mark.parametrize(
    ("number", "masculine", "feminine"),
    [
        (0, "zéro", "zéro"),
        (1, "un", "une"),
        (5, "cinq", "cinq"),
        (9, "neuf", "neuf"),
        (10, "10", "10"),
        (21, "21", "21"),
        (999, "999", "999"),
        (10000, "10\u00a0000", "10\u00a0000"),
        (1234567, "1\u00a0234\u00a0567", "1\u00a0234\u00a0567"),
        (-3, "moins trois", "moins trois"),
    ],
)
def test_a_number_is_in_words_under_ten_and_in_figures_from_ten(
    number: int, masculine: str, feminine: str
) -> None:
    """Thousands are set apart by a no-break space."""
    assert (nombre(number), nombre(number, "feminine")) == (masculine, feminine)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (17, "dix-sept"),
        (21, "vingt et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (100, "cent"),
        (101, "cent un"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (1000, "mille"),
        (1980, "mille neuf cent quatre-vingts"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
        (1_000_000, "un million"),
        (80_000_000, "quatre-vingts millions"),
        (2_000_000_001, "deux milliards un"),
    ],
)
def test_a_number_in_words_follows_french_usage(number: int, words: str) -> None:
    """Hyphens, « et » and the plurals of vingt and cent stand where they should."""
    assert lettres(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "une"),
        (21, "vingt et une"),
        (81, "quatre-vingt-une"),
        (101, "cent une"),
        (21_000, "vingt et un mille"),
        (1_000_001, "un million une"),
        (11, "onze"),
    ],
)
def test_only_a_final_one_is_feminine(number: int, words: str) -> None:
    """One agrees with what is counted, thousands and millions do not."""
    assert lettres(number, "feminine") == words


@given(st.integers(min_value=-(10**12) + 1, max_value=10**12 - 1))
def test_words_are_those_of_an_independent_library(number: int) -> None:
    """Every whole number of fewer than 13 figures is written as num2words writes it."""
    assert lettres(number) == num2words(number, lang="fr")


def test_a_number_too_large_for_words_is_refused() -> None:
    """Nobody writes a million million in words."""
    with pytest.raises(ValueError, match="1000000000000"):
        lettres(10**12)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "premier"),
        (2, "deuxième"),
        (4, "quatrième"),
        (5, "cinquième"),
        (9, "neuvième"),
        (21, "vingt et unième"),
        (30, "trentième"),
        (71, "soixante et onzième"),
        (80, "quatre-vingtième"),
        (200, "deux centième"),
        (1000, "millième"),
        (1_000_000, "millionième"),
        (2_000_000_000, "deux milliardième"),
    ],
)
def test_a_rank_is_made_from_the_number(number: int, words: str) -> None:
    """The plural and the final e go, cinq and neuf change."""
    assert ordinal(number) == words


def test_only_the_first_rank_has_a_feminine() -> None:
    """The others end alike."""
    assert (ordinal(1, "feminine"), ordinal(2, "feminine")) == ("première", "deuxième")


def test_there_is_no_rank_before_the_first() -> None:
    """Ranks count from 1."""
    for write in (ordinal, rang):
        with pytest.raises(ValueError, match="0"):
            write(0)
