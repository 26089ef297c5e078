"""No word of a document is lost in its Word file, and LibreOffice shows them where they belong."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import libreoffice
import pdfplumber
import pytest
from docxvalidity import faults
from drawing import documents, expected_lines
from hypothesis import given, settings
from specimens import NOTED, REPORT, SENTENCE, words
from wordreading import lines

from reportgen.document import AnnexHeading, Document, Heading, Paragraph
from reportgen.writers.docx import write_docx


@settings(max_examples=150, deadline=None)
@given(documents)
def test_no_word_or_label_is_ever_lost(document: Document) -> None:
    """Any words, any nesting, any numbers: the file reads as the document does."""
    assert lines(write_docx(document)) == list(expected_lines(document))


@settings(max_examples=20, deadline=None)
@given(documents)
def test_any_document_gives_the_same_bytes_twice(document: Document) -> None:
    """No state is carried from one file to the next."""
    assert write_docx(document) == write_docx(document)


@settings(max_examples=12, deadline=None)
@given(documents)
def test_any_document_is_a_valid_file(document: Document) -> None:
    """Neither validator finds anything to say, whatever the numbers, keys and words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.docx"
        path.write_bytes(write_docx(document))
        assert faults(path) == []


LONG = Document(
    language="fr",
    masthead=REPORT.masthead,
    blocks=(
        *REPORT.blocks[:-2],
        *(Paragraph(content=words(SENTENCE * 5), number=number) for number in range(5, 7)),
        *REPORT.blocks[-2:],
        AnnexHeading(label=words("Annexe II"), content=words("Suite")),
        Heading(level=1, content=words("Encore"), numeral="I"),
        Paragraph(content=words(SENTENCE), number=1),
        Paragraph(content=words(SENTENCE), number=2),
    ),
)
Line = tuple[int, float, float, str]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    """Show a report in LibreOffice: page, baseline and left edge in points, words of each line."""
    return _shown(LONG, tmp_path_factory.mktemp("libreoffice"))


def test_libreoffice_shows_every_note_and_its_label(tmp_path: Path) -> None:
    """At the foot of the page, and under a table; it knows no letters beside numbers in a file."""
    document = Document(language="fr", blocks=(*NOTED.blocks[:3], NOTED.blocks[5]))
    read = "".join(line for *_, line in _shown(document, tmp_path) if line != "1/1")
    expected = "".join(expected_lines(document)).replace("[", "").replace("]", "")
    assert Counter("".join(read.split())) == Counter("".join(expected.split()))


def _shown(document: Document, folder: Path) -> list[Line]:
    return list(_lines_of(libreoffice.printed({"report": write_docx(document)}, folder)["report"]))


def _lines_of(file: bytes) -> Iterator[Line]:
    with pdfplumber.open(BytesIO(file)) as pdf:
        for page in pdf.pages:
            for line in page.extract_text_lines():
                first = line["chars"][0]
                baseline = float(page.height) - first["matrix"][5]
                words_shown = " ".join(line["text"].split())
                yield page.page_number, baseline, line["x0"], words_shown


@pytest.mark.parametrize(
    ("page", "beginning", "baseline", "left"),
    [
        (1, "Nations Unies", 65.0, 123.4),
        (1, "Conseil de sécurité", 93.5, 123.4),
        (1, "Original : français", 128.5, 397.0),
        (1, "Rapport pour la période", 231.8, 123.4),
        (1, "I. Introduction", 273.8, 102.1),
        (1, "A. Mandat", 299.6, 98.8),
        (1, "1. Le Groupe de travail", 323.9, 123.4),
        (1, "a) « Technologie »", 407.9, 147.1),
        (1, "i) drones;", 425.9, 170.9),
        (1, "17-00123 (F)", 720.8, 60.0),
        (2, "S/2017/123", 66.0, 60.0),
        (2, "2/4 17-00123", 728.8, 60.0),
        (3, "Annexe", 99.1, 60.0),
        (3, "Réunions et intervenants", 114.1, 123.4),
        (3, "17-00123 3/4", 727.3, 60.0),
        (4, "Annexe II", 99.1, 60.0),
        (4, "I. Encore", 144.7, 102.1),
        (4, "1. Le Groupe", 169.3, 123.4),
    ],
)
def test_libreoffice_shows_each_line_in_its_place(
    shown: list[Line], page: int, beginning: str, baseline: float, left: float
) -> None:
    """Within a point of S/2015/246, which was measured, or of the same rhythm carried on."""
    places = [(b, x) for p, b, x, line in shown if p == page and line.startswith(beginning)]
    assert any(abs(b - baseline) < 1 and abs(x - left) < 1 for b, x in places), places


def test_libreoffice_shows_every_word(shown: list[Line]) -> None:
    """Labels, which it counts itself, and words; a table is read across, so order is left out."""
    heads_and_feet = {"S/2017/123", "17-00123 (F)", "2/4 17-00123", "17-00123 3/4", "4/4 17-00123"}
    masthead = {"S", "/2017/123", "Nations Unies", "Conseil de sécurité", "Distr. générale"}
    masthead |= {"10 janvier 2017", "Original : français"}
    read = [line for *_, line in shown if line not in heads_and_feet | masthead]
    assert sorted(" ".join(read).split()) == sorted(" ".join(expected_lines(LONG)).split())
