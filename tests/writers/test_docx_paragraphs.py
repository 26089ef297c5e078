"""The words of a Word file, whoever has worked on it since."""

import zipfile
from io import BytesIO

import pytest
from specimens import REPORT

from reportgen.errors import ReadingError
from reportgen.writers.docx import write_docx
from reportgen.writers.docx.words import word_paragraphs


def file(body: str, **parts: str) -> bytes:
    """Make as much of a Word file as its words need, and other parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>",
        )
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def text(data: bytes) -> tuple[str, ...]:
    """Give the paragraphs of the text and its tables."""
    return next(said.paragraphs for said in word_paragraphs(data) if said.region == "text")


def test_the_words_of_a_report_are_read_in_order() -> None:
    """Those of its table and of its holes among them, without the numbers that Word counts."""
    said = text(write_docx(REPORT))
    assert said[:3] == (
        "Rapport pour la période allant du 1er janvier au 31 décembre 2016",
        "Introduction",
        "Mandat",
    )
    assert said[-3:] == ("Technologie", "16 juin 2016", "Partenariats")


def test_insertions_count_and_deletions_do_not() -> None:
    """As if all revisions were accepted."""
    paragraph = (
        "<w:p><w:r><w:t>Il a </w:t></w:r>"
        "<w:ins><w:r><w:t>longuement </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>bien </w:delText></w:r></w:del>"
        "<w:r><w:t>parlé.</w:t></w:r></w:p>"
    )
    assert text(file(paragraph)) == ("Il a longuement parlé.",)


def test_tabs_part_words_and_tab_stops_do_not() -> None:
    """A tab in a run is a space; a stop among the properties is none."""
    paragraph = (
        '<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>'
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p><w:p/>"
    )
    assert text(file(paragraph)) == ("a b c",)


def test_signs_formulas_and_what_another_file_puts_in_are_read_too() -> None:
    """Else a file to which they were added would be said to be as before."""
    signs = (
        "<w:p><w:r><w:t>demi</w:t><w:noBreakHyphen/><w:t>jour</w:t><w:cr/>"
        '<w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:char="D800"/></w:r></w:p>'
    )
    formula = (
        '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
    )
    said = text(file(signs + formula + "<w:altChunk/>"))
    assert said == ("demi\u2011jour \uf04a\ufffd", "x=1", "[altChunk]")


def test_a_file_of_which_any_part_is_damaged_is_refused() -> None:
    """Word does not open it, whatever its text says."""
    with pytest.raises(ReadingError, match="word/styles"):
        text(file("<w:p/>", styles="<w:styles>"))
