"""A letter with its annex, and annexes that turn the sheet: Word and the PDF side by side.

The measures are those of S/2025/632, whose letter and annex have the same rhythm in French.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import docxvalidity
import libreoffice
import pdfplumber
import pytest
from pdfreading import Line, lines, outlines
from specimens import MASTHEAD, SENTENCE, words
from wordreading import W, attributes, find, parts, style_id, text

from reportgen.document import (
    AnnexHeading,
    Block,
    Document,
    Emphasis,
    Heading,
    Paragraph,
    Row,
    Signature,
    Surname,
    Table,
    Text,
    Title,
)
from reportgen.style import STYLES
from reportgen.writers.docx import write_docx
from reportgen.writers.pdf import write_pdf

PROSE = Paragraph(content=words(SENTENCE), numbered=False)
LETTER: tuple[Block, ...] = (
    Title(content=words("Lettre datée du 3 octobre 2016, adressée au Président"), level=2),
    PROSE,
    PROSE,
    Signature(
        lines=(
            words("La Représentante permanente"),
            (Text("("), Emphasis("Signé"), Text(") Éva "), Surname("Åberg")),
        )
    ),
    AnnexHeading(label=words("Annexe"), content=(), level=2, key="report"),
    Title(content=words("Rapport sur les activités du Comité"), level=2),
    Paragraph(content=words(SENTENCE), number=1),
)
ROWS = tuple(
    Row(cells=((words(f"{number} avril 2016"),), (words(SENTENCE),), (words("Technologie"),)))
    for number in range(1, 201)
)
TURNED: tuple[Block, ...] = (
    AnnexHeading(label=words("Annexe I"), content=words("Réunions"), landscape=True),
    Table(
        widths=(2, 6, 5),
        heads=(words("Date"), words("Intervenants"), words("Thème")),
        rows=ROWS,
    ),
    AnnexHeading(
        label=words("Annexe II"),
        content=words("Déclaration"),
        original=words("[Original : anglais]"),
    ),
    Paragraph(content=words(SENTENCE), number=1),
)
DOCUMENT = Document(language="fr", masthead=MASTHEAD, blocks=(*LETTER, *TURNED))


@pytest.fixture(scope="module")
def word() -> bytes:
    """Write the document for Word."""
    return write_docx(DOCUMENT)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """Write the document in each look, as PDF and by way of Word and LibreOffice."""
    files = {name: write_docx(DOCUMENT, style) for name, style in STYLES.items()}
    from_word = libreoffice.printed(files, tmp_path_factory.mktemp("letters"))
    return {
        **{(name, "word"): file for name, file in from_word.items()},
        **{(name, "pdf"): write_pdf(DOCUMENT, style).data for name, style in STYLES.items()},
    }


def texts_of_pages(file: bytes) -> list[str]:
    """Give the words of each page, line by line."""
    pages = groupby(lines(file), key=lambda line: line.page)
    return ["\n".join(line.text for line in found) for _, found in pages]


def at(found: Sequence[Line], page: int, beginning: str) -> Line:
    """Find the first line of a page that begins so, spaces aside."""
    wanted = beginning.replace(" ", "")
    return next(
        line
        for line in found
        if line.page == page and "".join(sign for sign, *_ in line.letters).startswith(wanted)
    )


@pytest.mark.parametrize("writer", ["pdf", "word"])
@pytest.mark.parametrize(("name", "shift"), [("un-2015", 0), ("un-2025", -7.2)])
def test_the_letter_stands_within_a_point_of_the_measures(
    pages: dict[tuple[str, str], bytes], name: str, shift: float, writer: str
) -> None:
    """Title to text 24.3 points, text to signature 30, annex to title 25.5, title to text 24.3."""
    found = lines(pages[name, writer])
    title, sentence = at(found, 1, "Lettre datée"), at(found, 1, "Le Groupe de travail")
    assert title.baseline == pytest.approx(230.6 + shift, abs=1)
    assert title.size == pytest.approx(12, abs=0.1)
    assert title.left == pytest.approx(123.4, abs=0.5)
    assert sentence.baseline - title.baseline == pytest.approx(24.3, abs=0.5)
    assert sentence.left == pytest.approx(147.1, abs=0.5)
    function, name_line = at(found, 1, "La Représentante"), at(found, 1, "(Signé) Éva")
    last = max(
        line.baseline for line in found if line.page == 1 and line.baseline < function.baseline
    )
    assert function.baseline - last == pytest.approx(30, abs=0.5)
    assert name_line.baseline - function.baseline == pytest.approx(12, abs=0.5)
    assert function.right == pytest.approx(488.3, abs=1)
    assert name_line.right == pytest.approx(488.3, abs=1)
    label, report = at(found, 2, "Annexe"), at(found, 2, "Rapport sur")
    assert label.baseline == pytest.approx(96.7 if name == "un-2015" else 84.4, abs=1)
    assert (label.left, report.left) == pytest.approx((123.4, 123.4), abs=0.5)
    assert report.baseline - label.baseline == pytest.approx(25.5, abs=1)
    assert at(found, 2, "1. Le").baseline - report.baseline == pytest.approx(24.3, abs=0.5)


@pytest.mark.parametrize("writer", ["pdf", "word"])
@pytest.mark.parametrize("name", STYLES)
def test_the_sheet_turns_with_its_annex_and_back(
    pages: dict[tuple[str, str], bytes], name: str, writer: str
) -> None:
    """Heads and feet turn with it; the table takes the whole sheet and repeats its heads."""
    with pdfplumber.open(BytesIO(pages[name, writer])) as pdf:
        sizes = [(round(page.width), round(page.height)) for page in pdf.pages]
    found, texts = lines(pages[name, writer]), texts_of_pages(pages[name, writer])
    count = len(sizes)
    assert sizes == [(612, 792)] * 2 + [(792, 612)] * (count - 3) + [(612, 792)]
    assert all("S/2017/123" in said for said in texts[1:])
    assert all(f"{number}/{count}" in said for number, said in enumerate(texts[1:], 2))
    turned = texts[2:-1]
    assert len(turned) > 10
    assert all("Intervenants" in said for said in turned)
    head = at(found, 3, "Date")
    assert head.left == pytest.approx(57.6, abs=0.5)
    original = next(line for line in found if line.page == count and "[Original" in line.text)
    assert original.right == pytest.approx(488.3, abs=1)


@pytest.mark.parametrize("writer", ["pdf", "word"])
def test_no_row_of_two_hundred_is_torn(pages: dict[tuple[str, str], bytes], writer: str) -> None:
    """Every date stands on the page where the last words of its row stand."""
    rows = [
        (said.count("avril 2016"), said.count("a entendu des exposés"))
        for said in texts_of_pages(pages["un-2015", writer])[2:-1]
    ]
    assert sum(dates for dates, _ in rows) == 200
    assert all(dates == endings for dates, endings in rows)


def test_word_and_the_pdf_take_as_many_pages(pages: dict[tuple[str, str], bytes]) -> None:
    """Or one apart."""
    for name in STYLES:
        counts = [lines(pages[name, writer])[-1].page for writer in ("pdf", "word")]
        assert abs(counts[0] - counts[1]) <= 1


def test_the_word_file_is_valid(word: bytes, tmp_path: Path) -> None:
    """Both validators agree."""
    file = tmp_path / "lettre.docx"
    file.write_bytes(word)
    assert docxvalidity.faults(file) == []


def test_only_the_first_section_has_a_first_page_of_its_own(word: bytes) -> None:
    """The title's, then the text: upright, on the long side, and upright again as before."""
    sections = find(parts(word)["word/document.xml"], "//w:sectPr")
    sizes = [attributes(find(section, "w:pgSz")[0]) for section in sections]
    assert [(size["w"], size["h"], size.get("orient")) for size in sizes] == [
        ("12240", "15840", None),
        ("12240", "15840", None),
        ("15840", "12240", "landscape"),
        ("12240", "15840", None),
    ]
    assert [len(find(section, "w:titlePg")) for section in sections] == [1, 0, 0, 0]
    references = [
        [sorted(attributes(one).items()) for one in find(section, "*[@w:type]")]
        for section in sections
    ]
    assert references[0] == references[3]
    assert references[1] == []  # a section without heads goes on with those before it
    assert references[0] != references[2]


def test_a_document_that_never_turns_has_no_second_sheet() -> None:
    """Its package is not the larger for it; the title alone has a section of its own."""
    upright = write_docx(Document(language="fr", masthead=MASTHEAD, blocks=LETTER))
    assert len(find(parts(upright)["word/document.xml"], "//w:sectPr")) == 2
    assert len([name for name in parts(upright) if "header" in name]) == 3


def test_a_signature_stays_on_one_page(word: bytes) -> None:
    """The space above it belongs to its first line; the surname is bold, « Signé » in italics."""
    body = parts(word)["word/document.xml"]
    function, name = [p for p in body.iter(f"{W}p") if style_id(p) == "Signature"]
    assert (text(function), text(name)) == ("La Représentante permanente", "(Signé) Éva Åberg")
    assert [len(find(line, "w:pPr/w:keepNext")) for line in (function, name)] == [1, 0]
    assert [len(find(line, "w:pPr/w:spacing[@w:before='0']")) for line in (function, name)] == [
        0,
        1,
    ]
    styles = [find(run, "string(w:rPr/w:rStyle/@w:val)") for run in find(name, "w:r")]
    assert styles == ["", "Emphasis", "", "Surname"]


def test_the_bookmark_of_an_annex_leaves_out_its_original() -> None:
    """Its label and its title are enough."""
    document = Document(
        language="fr",
        blocks=(Heading(level=1, content=words("Suite"), numeral="I"), PROSE, *TURNED[2:]),
    )
    assert outlines(write_pdf(document).data) == [(1, "I. Suite"), (1, "Annexe II Déclaration")]
