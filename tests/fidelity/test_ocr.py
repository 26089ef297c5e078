"""The reading of the scan: every entry of its tables is needed, and nothing else is changed."""

from __future__ import annotations

import re
from pathlib import Path

import ocr

SCAN = (Path(__file__).parents[2] / "inputs/2016/source.txt").read_text(encoding="utf-8")


def test_lines_and_pages_are_joined() -> None:
    """A hyphen that ends a line is the word's own; a page begins with a space."""
    assert ocr.read("le Haut-\nReprésentant\n de Paris") == "le Haut-Représentant de Paris"


def test_elisions_are_restored() -> None:
    """The recognition took “l” for a digit, a capital or a bracket, or lost it."""
    scan = "I’Union, 1’Union, [’Union, [I’Union et ’Union"

    assert ocr.read(scan) == "l’Union, l’Union, l’Union, l’Union et l’Union"


def test_the_verb_is_told_from_the_preposition() -> None:
    """The recognition wrote both without accent."""
    assert ocr.read("A ce propos, il a rappelé a tous") == "À ce propos, il a rappelé à tous"


def test_a_word_that_no_table_names_is_left_alone() -> None:
    """A changed word stays visible, its accent, sign or slip included."""
    assert ocr.read("ce qui qui modere, la mission D’autres") == (
        "ce qui qui modere, la mission D’autres"
    )


def test_no_word_is_listed_under_two_readings() -> None:
    """A misreading has one reading, and is not itself a reading of another."""
    words = ocr.WORDS.split()

    assert sorted(words) == sorted(set(words))


def test_every_misread_word_is_in_the_scan() -> None:
    """The table of words is no wider than what the recognition did."""
    words = set(re.findall(r"[\w-]+", SCAN))

    assert set(ocr.MISREADINGS) - words == set()


def test_every_misread_passage_is_in_the_scan() -> None:
    """Passages are those of the scan once its lines and elisions are mended."""
    mended = re.sub(r"(?<!\w)[I1]’", "l’", " ".join(SCAN.split()))

    assert [passage for passage in ocr.PASSAGES if passage not in mended] == []


def test_every_follower_of_the_verb_is_in_the_scan() -> None:
    """A word that never follows “a” would only hide a mistake."""
    followers = set(re.findall(r"(?<![\w’])a (\w+)", ocr.read(SCAN)))

    assert followers == ocr.VERB_FOLLOWERS
