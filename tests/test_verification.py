"""A file held against records: the same words or not, and where a Word file differs."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from abuse import files_to_verify
from attrs import evolve

from reportgen.errors import ReadingError
from reportgen.pipeline import render, write
from reportgen.records import (
    Body,
    Function,
    Gender,
    Masthead,
    Meeting,
    Paragraph,
    Period,
    Person,
    Report,
    Speaker,
    Statement,
    Symbol,
    Todo,
)
from reportgen.style import UN_2015, UN_2025
from reportgen.verification import (
    Comparison,
    Difference,
    attached_files,
    compare,
    file_kind,
    sealed_file,
)
from reportgen.writers.pdf import PROFILES, write_pdf
from reportgen.writers.pdf.words import pdf_words
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


NOTED = Paragraph(text="Ils ont conclu^[Une note.].")
MINISTER = Speaker(
    person=Person(name="Ana Diaz", gender=Gender.FEMININE),
    function=Function(title="Ministre de la mer"),
    named=True,
)
FULL = evolve(
    report(SAID),
    masthead=Masthead(symbol=Symbol("S/2017/123"), job_number="17-00123"),
    meetings=(
        Meeting(
            date=date(2018, 3, 1),
            theme="L’eau",
            speakers=(MINISTER,),
            account=(Statement(by="participants", paragraphs=(SAID, NOTED)),),
        ),
    ),
)


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


PATH = ("meetings", 0, "account", 0, "paragraphs", 0, "text")


def test_records_that_say_otherwise_are_told_of_a_word_file_by_the_passage() -> None:
    """What the file says, what the records say and where, and the words that differ."""
    assert compare(WORD, sealed(WORD), report(OTHER)) == Comparison(
        same_records=False,
        same_words=False,
        differences=(
            Difference(
                region="text",
                said="Les participants ont débattu de l’eau.",
                recorded="Les participants ont débattu du feu.",
                changes=(("de l’eau.", "du feu."),),
                path=PATH,
                span=(29, 36),
            ),
        ),
    )


def test_records_that_say_otherwise_are_told_of_a_pdf_by_the_words() -> None:
    """As far as its text can tell: with some words around those that differ."""
    compared = compare(PDF, sealed(PDF), report(OTHER))
    assert not compared.same_records
    (difference,) = compared.differences
    assert "participants ont débattu de l’eau." in difference.said
    assert "participants ont débattu du feu." in difference.recorded
    assert difference.changes == (("de l’eau.", "du feu."),)
    assert difference.path == PATH
    assert difference.span == (29, 36)


def test_an_edited_word_file_is_compared_by_its_words() -> None:
    """Its seal is broken, its words are there."""
    file = edited(WORD, "débattu de l’eau", "longuement débattu de l’eau")
    found = compare(file, sealed(file), report(SAID))
    assert found.same_records
    assert [d.said for d in found.differences] == [
        "Les participants ont longuement débattu de l’eau."
    ]
    assert found.differences[0].changes == (("longuement", ""),)
    assert found.differences[0].path[:6] == PATH[:6]


def test_a_word_file_saved_again_says_the_same() -> None:
    """Other bytes, the same words."""
    file = edited(WORD, "<w:body>", "<w:body >")
    assert not sealed(file).intact
    assert compare(file, sealed(file), report(SAID)).same_words is True


def test_a_changed_pdf_is_compared_by_its_words() -> None:
    """Its seal is broken, its words are there."""
    file = PDF + b"\n"
    assert not sealed(file).intact
    assert compare(file, sealed(file), report(SAID)).same_words
    assert not compare(file, sealed(file), report(OTHER)).same_words


def test_what_an_added_paragraph_moves_in_a_pdf_is_no_difference() -> None:
    """Headings, notes and tables go to other pages; the numbers of paragraphs are told together."""
    paragraphs = [evolve(NOTED, text=f"{'Ils ont débattu. ' * 20}Voilà {n}.") for n in range(20)]
    longer = [*paragraphs[:3], evolve(SAID, text="Ils ont ajouté ceci. " * 40), *paragraphs[3:]]
    before, after = (
        evolve(
            FULL,
            meetings=tuple(
                evolve(
                    FULL.meetings[0],
                    date=date(2018, month, 1),
                    account=(Statement(by="participants", paragraphs=tuple(said)),),
                )
                for month, said in ((3, first), (4, paragraphs))
            ),
        )
        for first in (paragraphs, longer)
    )
    file = write(render(before), "pdf")
    added, numbers = compare(file, sealed(file), after).differences
    assert added.changes == (("", " ".join([*["Ils ont ajouté ceci."] * 40, "11."])),)
    assert added.path == (*PATH[:5], 3)
    ((said, recorded),) = numbers.changes
    assert (said[:7], recorded[:7]) == ("11. 12.", "12. 13.")


def test_the_words_of_a_pdf_are_those_of_its_text() -> None:
    """In the order of the page, raised letters and notes among them."""
    words = pdf_words(write(render(FULL), "pdf"), UN_2015.page.top_pt, UN_2015.page.bottom_pt).text
    said = " ".join(words)
    assert "au cours de la période allant du 1er janvier au 31 décembre 2018" in said
    assert "1er mars Ana Diaz, Ministre de la mer L’eau" in said
    assert "Ils ont conclu1. 1 Une note." in said


@pytest.mark.parametrize(
    ("before", "after", "region", "path"),
    [
        ("Nations Unies</w:t>", "Nations</w:t>", "head", ("masthead",)),
        ("S/2017/123", "S/2017/999", "head", ("masthead", "symbol")),
        ("17-00123 (F)", "17-00999 (F)", "foot", ("masthead", "job_number")),
        ("Merci de recycler", "Merci", "foot", ("masthead",)),
        ("Une note.", "Une autre.", "note", (*PATH[:-3], "paragraphs", 1, "text")),
        ("Ministre de la mer", "Ministre de la terre", "text", ("meetings", 0, "speakers")),
    ],
)
def test_everything_that_is_read_is_compared(
    before: str, after: str, region: str, path: tuple[str | int, ...]
) -> None:
    """Masthead, running heads and feet, notes and tables, each with its record."""
    file = edited(write(render(FULL), "docx"), before, after)
    found = compare(file, sealed(file), FULL).differences
    assert {one.region for one in found} >= {region}
    (first,) = [one for one in found if one.region == region][:1]
    assert first.path[: len(path)] == path


def test_a_paragraph_that_only_one_side_has_is_told_as_such() -> None:
    """The file's stands after the record above it."""
    text = "</w:p><w:p><w:r><w:t>Ajouté à la main.</w:t></w:r></w:p><w:sectPr"
    file = edited(WORD, "</w:p><w:sectPr", text)
    added = [one for one in compare(file, sealed(file), report(SAID)).differences if one.said]
    assert [(one.said, one.recorded) for one in added] == [("Ajouté à la main.", "")]


COUNTED = re.compile(rb'xml:space="preserve">\d</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>')


def test_page_numbers_that_word_has_counted_are_no_difference() -> None:
    """Fields show what was counted last."""
    file = write(render(FULL), "docx")
    with zipfile.ZipFile(BytesIO(file)) as package:
        feet = [name for name in package.namelist() if name.startswith("word/footer")]
        counted = {number for name in feet for number in COUNTED.findall(package.read(name))}
    assert counted
    for before in counted:
        file = edited(file, before.decode(), before.decode().replace(">", ">77", 1))
    assert not sealed(file).intact
    assert compare(file, sealed(file), FULL).same_words


def test_a_file_that_no_longer_tells_is_compared_all_the_same() -> None:
    """Word's document inspector takes the properties out."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(WORD)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in set(old.namelist()) - {"docProps/custom.xml"}:
            new.writestr(name, old.read(name))
    file = buffer.getvalue()
    assert file_kind(file) == "docx"
    assert sealed_file(file) is None
    assert compare(file, None, report(SAID)) == Comparison(same_records=None, same_words=True)
    assert not compare(file, None, report(OTHER)).same_words


def test_records_that_a_pdf_carried_are_counted() -> None:
    """Before and after a program has saved it again without them."""
    document = render(report(SAID))
    file = write_pdf(document, profile=PROFILES["archive"], attachments={"report.yaml": b"a: 1"})
    assert sealed(file.data).provenance.attached == "1"
    assert attached_files(file.data) == 1
    with pikepdf.open(BytesIO(file.data)) as pdf:
        del pdf.attachments["report.yaml"]
        stripped = BytesIO()
        pdf.save(stripped)
    assert attached_files(stripped.getvalue()) == 0


def test_what_someone_has_laid_over_a_page_is_read_too() -> None:
    """A box of text that a program for PDF files adds stands on the page like any other words."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as pdf:
        box = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.FreeText,
            Rect=[100, 300, 300, 330],
            Contents="Rejeté par l’Assemblée",
            DA="/Helv 12 Tf",
        )
        page = pdf.pages[0]
        page.obj["/Annots"] = pikepdf.Array([*page.obj.get("/Annots", []), pdf.make_indirect(box)])
        pdf.save(buffer)
    file = buffer.getvalue()
    differences = compare(file, None, report(SAID)).differences
    assert any("Rejeté par l’Assemblée" in one.said for one in differences)
    assert not any("Rejeté" in one.recorded for one in differences)


def test_spoilt_files_are_read_or_refused_with_a_word() -> None:
    """A few of those that `make abuse` tries."""
    assert files_to_verify.main(60, seed=7) == 0


@pytest.mark.parametrize("spoil", [lambda data: data[:2000], lambda _: b"%PDF-1.7 bombe"])
def test_a_pdf_whose_words_cannot_be_read_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    """What reads them ends alone."""
    with pytest.raises(ReadingError, match="PDF"):
        compare(spoil(PDF), None, report(SAID))


def test_a_look_with_other_spaces_must_be_named() -> None:
    """The words are compared with their spaces."""
    spaced = evolve(SAID, text="Ont débattu ; puis se sont tus.")
    file = write(render(report(spaced), style=UN_2025), "pdf", style=UN_2025)
    assert compare(file, sealed(file), report(spaced)).same_words is False
    assert compare(file, sealed(file), report(spaced), style=UN_2025).same_words is True
