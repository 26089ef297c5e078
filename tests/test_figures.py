"""Figures and the summary, from the records to every kind of file."""

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import PIL.Image
import pytest
import wordreading
from docxvalidity import faults
from pdfreading import lines

import reportgen
from reportgen.cli import main
from reportgen.errors import DocumentError, ReadingError
from reportgen.messages import speaking
from reportgen.records import Figure, Report, digest

RECORDS = """\
period: 2018
body: {name: Comité d’étude, short_name: Comité}
chair: {todo: le nom de la présidence}
summary:
  - Le Comité a étudié l’eau.
meetings:
  - date: 2018-03-01
    theme: L’eau
    account:
      - by: participants
        paragraphs:
          - text: L’eau manque (voir [[carte]]).
            figure:
              image: carte.png
              alternative: Une carte des puits
              caption: Les puits en 2018
              key: carte
          - text: Et le feu.
            figure: {image: feu.svg, alternative: Un feu}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><path d="M0 0h96v48z"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a report with two figures."""
    (tmp_path / "report.yaml").write_text(RECORDS, encoding="utf-8")
    (tmp_path / "feu.svg").write_text(SVG, encoding="utf-8")
    PIL.Image.new("RGB", (900, 450), "navy").save(tmp_path / "carte.png")
    return tmp_path


@pytest.fixture
def report(folder: Path) -> Report:
    """Read it."""
    return reportgen.load(folder)


def test_figures_are_numbered_and_referred_to_by_their_label(report: Report) -> None:
    """In the order of the text; a caption may be missing."""
    text = reportgen.write(reportgen.render(report), "text").decode()
    assert "L’eau manque (voir figure\u00a0I).\n\nFigure I Les puits en 2018\n" in text
    assert "\nFigure II\n" in text


def test_the_summary_stands_unnumbered_before_the_text(report: Report) -> None:
    """Under its word."""
    text = reportgen.write(reportgen.render(report), "text").decode()
    assert "\n\nRésumé\nLe Comité a étudié l’eau.\n\nI. Introduction\n" in text


def test_word_has_pictures_with_what_is_said_to_those_who_do_not_see_them(
    report: Report, tmp_path: Path
) -> None:
    """A drawing as a picture of points, as wide as the column at most; the file is valid."""
    data = reportgen.write(reportgen.render(report), "docx")
    with zipfile.ZipFile(BytesIO(data)) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/figure")]
        body = package.read("word/document.xml").decode()
        widths = [PIL.Image.open(BytesIO(package.read(name))).width for name in media]
    assert media == ["word/media/figure1.png", "word/media/figure2.png"]
    assert widths == [900, 600]
    assert 'descr="Une carte des puits"' in body
    assert 'descr="Un feu"' in body
    assert f'cx="{round(365.3 * 12700)}"' in body
    (tmp_path / "report.docx").write_bytes(data)
    assert faults(tmp_path / "report.docx") == []


def test_word_and_the_pdf_say_what_the_text_says(report: Report) -> None:
    """Labels and captions are words, pictures are none."""
    document = reportgen.render(report)
    body = reportgen.write(document, "text").decode().partition("\n\n")[2]
    oracle = body.replace(" | ", " ").split()
    assert " ".join(wordreading.lines(reportgen.write(document, "docx"))).split() == oracle
    printed = "".join(
        "".join(line.text.split())
        for line in lines(reportgen.write(document, "pdf"))
        if 80 < line.baseline < 700
    )
    assert "FigureILespuitsen2018" in printed
    assert printed.index("Résumé") < printed.index("LeComitéaétudiél’eau.")


def test_a_picture_that_is_not_there_is_told_at_its_line(folder: Path) -> None:
    """With what to do about it."""
    (folder / "carte.png").unlink()
    with pytest.raises(ReadingError) as caught:
        reportgen.load(folder)
    with speaking("en"):
        said = str(caught.value)
    assert said.startswith(f"{folder / 'report.yaml'}:14:22: ")
    assert said.endswith("  → Copy the picture there, or correct its name.")


def test_the_fingerprint_counts_what_a_picture_shows_not_where_it_lies(
    folder: Path, report: Report
) -> None:
    """Another picture of the same name is another fact."""
    PIL.Image.new("RGB", (900, 450), "red").save(folder / "carte.png")
    assert digest(reportgen.load(folder)) != digest(report)


def test_a_picture_lies_in_the_folder_of_the_report(folder: Path) -> None:
    """The folder is whole wherever it is copied; nothing else of the disk is printed."""
    file = folder / "report.yaml"
    away = RECORDS.replace("feu.svg", "../feu.svg").replace("carte.png", str(folder / "carte.png"))
    file.write_text(away, encoding="utf-8")
    with pytest.raises(ReadingError) as caught, speaking("en"):
        reportgen.load(folder)
    with speaking("en"):
        assert [str(problem.what) for problem in caught.value.problems] == [
            f"“{folder / 'carte.png'}” lies outside the folder of the report",
            "“../feu.svg” lies outside the folder of the report",
        ]


def test_a_report_that_carries_its_records_carries_their_pictures(folder: Path) -> None:
    """What is taken out of the PDF can be built again."""
    with pytest.raises(SystemExit):
        main(["build", str(folder), "--out", str(folder / "out"), "--attach-records", "--quiet"])
    with pikepdf.open(folder / "out" / "rapport-2018.pdf") as pdf:
        names = {*pdf.attachments}
        attached = pdf.attachments["carte.png"].get_file()
        kind, picture = attached.mime_type, attached.read_bytes()
    assert names == {"report.yaml", "carte.png", "feu.svg"}
    assert (kind, picture) == ("image/png", (folder / "carte.png").read_bytes())


def test_a_template_whose_figure_is_no_record_is_told(folder: Path, report: Report) -> None:
    """With what to write instead."""
    templates = folder / "fr"
    templates.mkdir()
    (templates / "report.xml.j2").write_text(
        "<report><title>Titre</title>"
        '<figure source="meetings.0"><caption>x</caption></figure></report>'
    )
    with pytest.raises(DocumentError) as caught:
        reportgen.render(report, templates=folder)
    with speaking("en"):
        assert "“meetings.0” is no figure of the records" in str(caught.value)


def test_a_figure_may_be_made_in_memory(report: Report) -> None:
    """With the picture itself."""
    figure = report.meetings[0].account[0].paragraphs[0].figure
    assert isinstance(figure, Figure)
    assert figure.image.kind == "png"
    assert (figure.image.width_pt, figure.image.height_pt) == (675, 337.5)
