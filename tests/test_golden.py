"""Golden folders: what a report becomes at each stage, side by side, readable in a diff.

`pytest --refresh-goldens` writes them anew.
"""

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
import wordreading
from lxml import etree
from places import GOLDEN, INPUTS

import reportgen
from reportgen.pipeline import produce
from reportgen.records import Report

Golden = Callable[[str, str], None]
CASES = {
    "2016": INPUTS / "2016",
    "2021": INPUTS / "2021",
    "commission": GOLDEN / "commission",
    "comite": GOLDEN / "comite",
}


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    """Take each golden folder in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def report(case: str) -> Report:
    """Read the records of the folder."""
    return reportgen.load(CASES[case])


def produced(report: Report, kind: str) -> bytes:
    """Make one kind of file."""
    (output,) = produce(report, [kind])  # type: ignore[list-item]
    return output.data


def test_the_markup_is_as_expected(case: str, report: Report, golden: Golden) -> None:
    """What the templates say."""
    golden(f"{case}/markup.xml", produced(report, "markup").decode())


def test_the_text_is_as_expected(case: str, report: Report, golden: Golden) -> None:
    """What the reader reads."""
    golden(f"{case}/text.txt", produced(report, "text").decode())


def test_the_word_file_is_as_expected(case: str, report: Report, golden: Golden) -> None:
    """The body of the Word file, one element a line; of the long report, its styles alone."""
    parts = wordreading.parts(produced(report, "docx"))
    name = "word/document.xml" if case in {"commission", "comite"} else "word/styles.xml"
    golden(
        f"{case}/{Path(name).name}", etree.tostring(parts[name], encoding=str, pretty_print=True)
    )


def test_the_pages_are_as_expected(case: str, report: Report, golden: Golden) -> None:
    """What stands on each page of the PDF, line by line."""
    with pdfplumber.open(io.BytesIO(produced(report, "pdf"))) as opened:
        pages = [page.extract_text() for page in opened.pages]
    golden(f"{case}/pages.txt", "\f\n".join(f"{page}\n" for page in pages))
