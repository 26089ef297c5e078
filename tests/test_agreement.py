"""Word and the PDF say what the text says, word for word, on the report of 2016."""

import io
import itertools
from collections.abc import Iterator
from difflib import SequenceMatcher

import libreoffice
import pdfplumber
import pytest
import wordreading
from pdfreading import lines
from places import REPOSITORY

import reportgen
from reportgen.document import Document
from reportgen.writers.text import write_text


@pytest.fixture(scope="module")
def document() -> Document:
    """Render the report of 2016."""
    return reportgen.render(reportgen.load(REPOSITORY / "inputs" / "2016"))


@pytest.fixture(scope="module")
def word(document: Document) -> bytes:
    """Write it for Word."""
    return reportgen.write(document, "docx")


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    """Write it as PDF."""
    return reportgen.write(document, "pdf")


def oracle(document: Document) -> tuple[list[str], list[str]]:
    """Give the words of the masthead, and those of the body."""
    masthead, _, body = write_text(document).partition("\n\n")
    return masthead.split(), body.replace(" | ", " ").replace(" / ", " ").split()


def letters(text: str) -> str:
    """Leave out every space, since lines of a page break words at their hyphens."""
    return "".join(text.split())


def test_word_says_what_the_text_says(document: Document, word: bytes) -> None:
    """Numbers and letters are those that Word's own lists count."""
    assert " ".join(wordreading.lines(word)).split() == oracle(document)[1]


def test_the_head_of_the_first_page_says_what_the_text_says(
    document: Document, word: bytes
) -> None:
    """The masthead stands in the header of Word's first page, the job number in its footer."""
    parts = wordreading.parts(word)
    headers = [
        " ".join(wordreading.text(p) for p in root.iter(f"{wordreading.W}p")).split()
        for name, root in sorted(parts.items())
        if name.startswith(("word/header", "word/footer"))
    ]
    said = [word for words in headers for word in words]
    assert [word for word in oracle(document)[0] if word not in said] == []


def test_the_pdf_says_what_the_text_says(document: Document, pdf: bytes) -> None:
    """Line by line, without running heads and feet, up to the annex."""
    masthead, body = oracle(document)
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        *pages, _ = opened.pages
        first = pages[0].crop((0, 218, 612, 705)).extract_text(y_tolerance=4)
        rest = [page.crop((0, 80, 612, 705)).extract_text(y_tolerance=4) for page in pages[1:]]
        head = letters(pages[0].extract_text())
    said = letters("".join([first, *rest]))
    assert said == letters("".join(body[: body.index("Annexe")]))
    assert [word for word in masthead if letters(word) not in head] == []


def test_the_annex_of_the_pdf_says_what_the_text_says(document: Document, pdf: bytes) -> None:
    """Column by column: dates, speakers, themes."""
    annex = write_text(document).rpartition("Annexe\n")[2].splitlines()
    columns = zip(*(line.split(" | ") for line in annex[2:]), strict=True)
    expected = [letters("".join(column)).replace("/", "") for column in columns]
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[-1]
        heads = [word for word in page.extract_words() if word["text"] in annex[2].split(" | ")]
        edges = [*(head["x0"] - 1 for head in heads), 500]
        said = [
            letters(page.crop((left, heads[0]["top"] - 1, right, 700)).extract_text())
            for left, right in itertools.pairwise(edges)
        ]
    assert said == expected


@pytest.fixture(scope="module")
def from_word(word: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Print the Word file by LibreOffice."""
    return libreoffice.printed({"report": word}, tmp_path_factory.mktemp("word"))["report"]


def test_libreoffice_shows_the_same_words(document: Document, from_word: bytes) -> None:
    """Another reader of Word files counts the lists as Word does."""
    with pdfplumber.open(io.BytesIO(from_word)) as opened:
        body = [
            "".join(char["text"] for char in page.chars if 80 < char["top"] < 700)
            for page in opened.pages
        ]
    assert letters("".join(oracle(document)[1])) in letters("".join(body))


def test_libreoffice_turns_the_pages_where_the_pdf_does(from_word: bytes, pdf: bytes) -> None:
    """Seventeen pages that begin alike; what the two do not break alike are a few lines."""
    printed = [list(pages(file)) for file in (from_word, pdf)]
    assert len(printed[1]) == 17
    assert [page[0][:40] for page in printed[0]] == [page[0][:40] for page in printed[1]]
    shown, expected = ([line for page in file for line in page] for file in printed)
    blocks = SequenceMatcher(None, shown, expected, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.975 * len(expected)


def pages(file: bytes) -> Iterator[list[str]]:
    """Give the lines of each page between its head and its foot, without their spaces."""
    heads = {1: 220}
    shown = (line for line in lines(file) if heads.get(line.page, 80) < line.baseline < 715)
    for _, page in itertools.groupby(shown, key=lambda line: line.page):
        yield [letters(line.text) for line in page]
