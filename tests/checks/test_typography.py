"""What the examples of the rules of typography cannot show."""

import pytest
from rulespecimens import found

from reportgen.checks import Example
from reportgen.checks.rules.typography import invisible_character, unclosed_signs
from reportgen.messages import speaking


def prose(text: str) -> Example:
    """Make an example of a prose."""
    return Example(good=False, form="prose", text=text)


@pytest.mark.parametrize(
    ("text", "words", "fix"),
    [
        ("un démi\u200bnage", "démi\u200bnage", "déminage"),
        ("voir https://un.org/\u2060fr.", "https://un.org/\u2060fr.", "https://un.org/fr."),
        ("le \ufeffConseil\u200e", "\ufeffConseil\u200e", "Conseil"),
        ("l’eau\U000e0061\U000e0062", "l’eau\U000e0061\U000e0062", "l’eau"),
    ],
)
def test_a_word_is_freed_of_what_no_one_sees_in_it(text: str, words: str, fix: str) -> None:
    """A search would not find it, nor a browser the address."""
    [slip] = found(invisible_character, prose(text))
    assert (slip.words, slip.fix) == (words, fix)


@pytest.mark.parametrize(
    "text",
    [
        "une 👩\u200d🚀, un ❤\ufe0f\u200d🔥 et 🏴\U000e0067\U000e0062\U000e007f",
        "la ville de نی\u200cریز, « سلام\u200f! »",
        "international, 25\u00a0%, 10\u202f000",
    ],
)
def test_what_joins_or_parts_signs_is_no_invisible_character(text: str) -> None:
    """Parts of an emoji, letters of Persian, figures of French."""
    assert found(invisible_character, prose(text)) == []


def test_a_sign_that_is_not_closed_is_told_at_its_place() -> None:
    """And how it is closed, or meant."""
    [slip] = found(unclosed_signs, prose("Il a parlé *inter alia de déminage."))
    assert slip.span == (11, 12)
    assert slip.fix is None
    with speaking("en"):
        assert str(slip.instead) == "Close it with the same sign, or write \\* where it is meant."
