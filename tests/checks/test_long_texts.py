"""Texts far longer than any report has: rules stay as quick as the text is long."""

from __future__ import annotations

import time

import pytest
from attrs import evolve
from rulespecimens import BARE

from reportgen.checks import Checked, check
from reportgen.errors import RecordError
from reportgen.messages import speaking
from reportgen.records import Conclusion

LENGTH = 200_000
SECONDS = 15
"""Ten times what it takes: a rule that goes back to the beginning at each word takes minutes."""


def checked(words: str) -> Checked:
    """Check a report with one long paragraph."""
    text = (words * (LENGTH // len(words) + 1))[:LENGTH].strip()
    if " " not in words:
        text = text[:1900]
    return check(evolve(BARE, conclusions=(Conclusion(text=f"Voici {text}."),)))


@pytest.mark.parametrize(
    "words",
    [
        "le mot ",
        "AMISOM (ONUCI) et ",
        "la Syrie et 2 réunions ",
        "(voir paragraphe 4) et par. 5 ",
        "« “ (",
        "a ",
        "l’a-a-",
        "1 ",
        "mot.^[Note.] ",
    ],
)
def test_a_long_paragraph_is_checked_within_seconds(words: str) -> None:
    """Whatever it is made of."""
    begun = time.perf_counter()
    checked(words)
    assert time.perf_counter() - begun < SECONDS


def test_a_flood_of_slips_is_cut_short_and_said() -> None:
    """A thousand of one rule say as much as a hundred thousand."""
    found = checked("Etats  ,")
    with speaking("en"):
        said = "TYPO018 finds more than 1000 slips; the others were not looked for"
        assert said in map(str, found.unable)


def test_only_the_first_unknown_words_get_suggestions() -> None:
    """Each takes the dictionary a tenth of a second."""
    letters = "bcdfgkpqvwxz"
    words = " ".join(f"{one}{two}z" for one in letters for two in letters)
    report = evolve(BARE, conclusions=(Conclusion(text=f"Voici {words}."),))
    unknown = [one for one in check(report).findings if one.code == "SPEL001"]
    assert len(unknown) > 100
    assert sum(one.instead is not None for one in unknown) <= 40


def test_a_number_of_hundreds_of_figures_is_grouped_like_others() -> None:
    """Whatever Python's own bounds are."""
    report = evolve(BARE, conclusions=(Conclusion(text=f"Il y a {'9' * 1500} soldats."),))
    (found,) = (one for one in check(report).findings if one.code == "TYPO008")
    assert found.slip.fix == " ".join(["999"] * 500)


def test_a_paragraph_with_hundreds_of_figures_does_not_exist() -> None:
    """Nor does it stop the check."""
    report = evolve(BARE, conclusions=(Conclusion(text=f"Il parle (voir par. {'9' * 1500})."),))
    assert "FACT012" in [one.code for one in check(report).findings]


def test_a_word_that_fills_pages_is_refused() -> None:
    """No line of it can be broken."""
    with pytest.raises(RecordError) as caught:
        Conclusion(text=f"Voici {'a' * 100_000}.")
    with speaking("en"):
        assert str(caught.value) == (
            "text: a word that begins with “aaaaaaaaaaaaaaaaaaaa” has more than 2000 letters\n"
            "  → Put the spaces in that are missing."
        )
