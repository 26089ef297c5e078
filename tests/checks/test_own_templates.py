"""What templates of one's own say is read on the page, and told where it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from rulespecimens import BARE, REPORT

from reportgen.checks import check
from reportgen.leftovers import find_leftovers
from reportgen.reading import Reading, read_report
from reportgen.records import Conclusion, Meeting, Period

EXTENDED = '{% extends "default/fr/report.xml.j2" %}\n'
HEADED = EXTENDED + "{% block scope %}\n<p>WORDS</p>\n{% endblock %}\n"


def folder_with(words: str, folder: Path) -> Path:
    """Write templates in which one paragraph is one's own."""
    (folder / "fr").mkdir()
    (folder / "fr" / "report.xml.j2").write_text(HEADED.replace("WORDS", words), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Le Comité a tenu deux réunions thématiques.",
            ("FACT003", "deux réunions thématiques", 21),
        ),
        ("Le Président en rend compte.", ("FACT008", "Le Président", 4)),
        ("Il a entendu\n  les contigents.", ("SPEL001", "contigents", 7)),
        ("Les travaux de le Conseil.", ("GRAM001", "de le", 16)),
        ("Il l’a dit (longuement.", ("TYPO020", "(", 15)),
        ("L’action des Nations unies reste.", ("GRAM005", "Nations unies", 17)),
    ],
)
def test_a_slip_of_a_template_is_found_at_its_line(
    words: str, found: tuple[str, str, int], tmp_path: Path
) -> None:
    """Whatever the rule: the words of templates are on the page."""
    report = evolve(BARE, meetings=(Meeting(date=date(2016, 3, 1), theme="L’eau"),))
    (one,) = check(report, templates=folder_with(words, tmp_path)).findings
    line = 4 if "\n" in words else 3
    assert one.place is not None
    assert (one.place.file, one.place.line) == (str(tmp_path / "fr" / "report.xml.j2"), line)
    code, said, column = found
    assert (one.code, one.slip.words.replace("\u00a0", " "), one.place.column) == (
        code,
        said,
        column,
    )


def test_what_a_record_says_is_told_once_at_the_record(tmp_path: Path) -> None:
    """Templates of one's own show it, and do not say it."""
    report = evolve(BARE, conclusions=(Conclusion(text="Ce qui qui suit, *inter alia*, suit."),))
    (one,) = check(report, templates=folder_with("Il a siégé.", tmp_path)).findings
    assert (one.code, one.slip.path, one.place) == ("TYPO017", ("conclusions", 0, "text"), None)


def test_a_siglum_that_a_template_explains_is_explained(tmp_path: Path) -> None:
    """The page is read in its order."""
    report = evolve(BARE, conclusions=(Conclusion(text="La FIAS reste."),))
    folder = folder_with("La Force internationale d’assistance (FIAS) est là.", tmp_path)
    assert [one.code for one in check(report).findings] == ["TERM002"]
    assert check(report, templates=folder).findings == ()


@pytest.fixture
def rolled_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Read a report that was rolled over from the year before."""
    monkeypatch.chdir(tmp_path)
    chair = "{person: {name: Luc, gender: masculine}, function: {title: Ministre}}"
    before = f"previous:\n  period: 2015\n  chair: {chair}\n"
    Path("r.yaml").write_text(REPORT + before, encoding="utf-8")
    return read_report("r.yaml")


def test_what_a_template_says_of_last_year_is_told_at_its_line(
    rolled_over: Reading, tmp_path: Path
) -> None:
    """And what the program itself says is not."""
    folder = folder_with("En 2015, le Comité a siégé; en {{ 2016 }} aussi.", tmp_path)
    assert find_leftovers(rolled_over) == ()
    (one,) = find_leftovers(rolled_over, folder)
    assert (one.words, one.place.line, one.place.column) == ("2015", 3, 7)
    assert rolled_over.report.period == Period.of_year(2016)
