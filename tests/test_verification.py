"""A file held against records: the same words or not, and where a Word file differs."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from attrs import evolve

from reportgen.pipeline import render, write
from reportgen.records import Body, Meeting, Paragraph, Period, Report, Statement, Todo
from reportgen.style import UN_2025
from reportgen.verification import Comparison, Difference, compare, sealed_file
from reportgen.writers.provenance import Sealed

SAID = Paragraph(text="Les participants ont débattu de l’eau.")
OTHER = Paragraph(text="Les participants ont débattu du feu.")


def report(paragraph: Paragraph) -> Report:
    """Make a report of one meeting that says one paragraph."""
    account = (Statement(by="participants", paragraphs=(paragraph,)),)
    meeting = Meeting(date=date(2018, 3, 1), theme="L’eau", account=account)
    return Report(
        body=Body(name="Comité"),
        period=Period.of_year(2018),
        chair=Todo("le nom"),
        meetings=(meeting,),
    )


WORD = write(render(report(SAID)), "docx")
PDF = write(render(report(SAID)), "pdf")


def sealed(data: bytes) -> Sealed:
    """Read what a file of ours says of itself."""
    found = sealed_file(data)
    assert found is not None
    return found


def edited(data: bytes, before: str, after: str) -> bytes:
    """Edit the words of a Word file."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(before.encode(), after.encode()))
    return buffer.getvalue()


@pytest.mark.parametrize("data", [WORD, PDF])
def test_an_untouched_file_says_what_its_records_say(data: bytes) -> None:
    """In both formats."""
    assert compare(data, sealed(data), report(SAID)) == Comparison(
        same_records=True, same_words=True
    )


def test_records_that_say_otherwise_are_told_of_a_word_file_by_the_passage() -> None:
    """What the file says, and what the records say."""
    assert compare(WORD, sealed(WORD), report(OTHER)) == Comparison(
        same_records=False,
        same_words=False,
        differences=(Difference((str(SAID.text),), (str(OTHER.text),)),),
    )


def test_records_that_say_otherwise_are_told_of_a_pdf() -> None:
    """Without the passage."""
    assert compare(PDF, sealed(PDF), report(OTHER)) == Comparison(
        same_records=False, same_words=False
    )


def test_an_edited_word_file_is_compared_by_its_words() -> None:
    """Its seal is broken, its words are there."""
    file = edited(WORD, "débattu de l’eau", "longuement débattu de l’eau")
    found = compare(file, sealed(file), report(SAID))
    assert found.same_records
    assert [d.said for d in found.differences] == [
        ("Les participants ont longuement débattu de l’eau.",)
    ]


def test_a_word_file_saved_again_says_the_same() -> None:
    """Other bytes, the same words."""
    file = edited(WORD, "<w:body>", "<w:body >")
    assert not sealed(file).intact
    assert compare(file, sealed(file), report(SAID)).same_words is True


def test_a_changed_pdf_no_longer_tells_its_words() -> None:
    """Whether it says the same cannot be known."""
    file = PDF + b"\n"
    assert compare(file, sealed(file), report(SAID)).same_words is None


def test_a_look_with_other_spaces_must_be_named() -> None:
    """The words are compared with their spaces."""
    spaced = evolve(SAID, text="Ont débattu ; puis se sont tus.")
    file = write(render(report(spaced), style=UN_2025), "pdf", style=UN_2025)
    assert compare(file, sealed(file), report(spaced)).same_words is False
    assert compare(file, sealed(file), report(spaced), style=UN_2025).same_words is True
