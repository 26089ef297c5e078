"""A right report of another body, and the slips that each change of it brings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.checks import check
from reportgen.reading import read_report

RIGHT = Path(__file__).with_name("right_report")
REPORT, MARCH, SEPTEMBER = "report.yaml", "meetings/2018-03-01.yaml", "meetings/2018-09-01.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the report, to be changed."""
    return shutil.copytree(RIGHT, tmp_path / "report")


def codes(folder: Path) -> list[str]:
    """Check a report."""
    return [one.code for one in check(read_report(folder)).findings]


def test_nothing_is_found_in_a_right_report() -> None:
    """Two chairs in turn, a letter, notes, references, a figure, an annex."""
    assert codes(RIGHT) == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "code"),
    [
        (MARCH, "Le Président a remercié", "La Présidente a remercié", "FACT008"),
        (SEPTEMBER, "La Présidente a ouvert", "Le Président a ouvert", "FACT008"),
        (SEPTEMBER, "Elle a remercié l", "Au nom du Président, elle a remercié l", "FACT008"),
        (REPORT, "letter: {date: 2019-01-05}", "letter: {date: 2018-11-30}", "FACT014"),
        (REPORT, "letter: {date: 2019-01-05}", "letter: {date: 2019-01-15}", "FACT014"),
        (REPORT, "source: S/2018/2/Rev.1", "source: S/2019/2", "FACT009"),
        (REPORT, "source: S/2018/2\n", "source: S/2019/2/Rev.1\n", "FACT009"),
        (REPORT, "symbol: S/2019/12", "symbol: S/2016/12", "FACT009"),
        (MARCH, "La Directrice générale adjointe a", "La Directrice adjointe a", "FACT001"),
        (MARCH, "la Directrice générale adjointe de", "la Directrice adjointe de", "FACT001"),
        (MARCH, "speakers: [costa, ek]", "speakers: [ek, costa]", "FACT007"),
        (MARCH, "Le Conseiller militaire a parlé", "Le Chef a parlé", "FACT006"),
        (SEPTEMBER, "Elle a remercié l", "Le Commandant a déclaré que l", "FACT006"),
        (SEPTEMBER, "speakers: [costa]", "speakers: [costa, ek]", "FACT005"),
        (SEPTEMBER, "Le climat", "Le climat\nannex_theme: Les climats", "FACT002"),
        (MARCH, "speakers:", "annex_theme: L’eau\nspeakers:", "FACT002"),
        (REPORT, "deux réunions thématiques en 2017", "deux réunions thématiques", "FACT003"),
        (REPORT, "s’est réuni une fois sous", "a tenu trois réunions informelles", "FACT003"),
        (REPORT, "s’est réuni une fois sous", "a tenu 4 réunions thématiques sous", "FACT003"),
        (SEPTEMBER, "kind: informal", "kind: informal\nin_annex: false", "FACT013"),
        (REPORT, "(voir par. [[axes]]).", "(voir par. 99).", "FACT012"),
        (REPORT, "(voir par. [[axes]]).", "au paragraphe 77 ci-dessous.", "FACT012"),
        (REPORT, "(voir par. [[axes]]).", "(voir par. 3, 5 et 88).", "FACT012"),
        (REPORT, "Creuser des puits", "creuser des puits", "TYPO015"),
        (REPORT, "axes :^[Voir", "axes.^[Voir", "TYPO014"),
        (REPORT, "Creuser des puits", "Creuser des puits;", "TYPO014"),
        (REPORT, "title: Contingents", "title: Contigents et autres", "SPEL001"),
        (REPORT, "caption: Effectifs", "caption: Effetcifs et effetcifs", "SPEL001"),
        (SEPTEMBER, "Elle a remercié", "Elle  a remercié", "TYPO018"),
        (MARCH, "Il s’est référé", "Il s’est réfé\u200bré", "TYPO023"),
    ],
)
def test_one_wrong_word_is_found(
    file: str, right: str, wrong: str, code: str, folder: Path
) -> None:
    """By its rule, and by no other that it does not concern."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert code in codes(folder)


def test_a_sentence_that_counts_all_the_meetings_is_compared(folder: Path) -> None:
    """In the summary too; a count of some of them is another."""
    report = folder / REPORT
    text = report.read_text(encoding="utf-8")
    for words, found in (
        ("Le Comité a tenu neuf réunions en 2018.", ["FACT003"]),
        ("Le Comité a tenu neuf réunions consacrées à l’eau.", []),
    ):
        report.write_text(f"{text}\nsummary: ['{words}']\n", encoding="utf-8")
        assert codes(folder) == found
