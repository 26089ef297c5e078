"""The empty programme that secretariats fill in."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from reportgen.programme import PlannedMeeting, programme_template
from reportgen.records import MeetingKind, Period

Read = Callable[..., tuple[PlannedMeeting, ...]]
Told = Callable[..., str]

YEAR = Period.of_year(2017)


def opened() -> Workbook:
    """Open the template of 2017."""
    return load_workbook(io.BytesIO(programme_template(YEAR)))


def saved(book: Workbook) -> bytes:
    """Save a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_untouched_example_is_not_read(told: Told) -> None:
    """So that nobody finds « Nom de l’intervenant » in a report."""
    assert told(programme_template()).startswith(
        "plan.xlsx, sheet “Programme”: the programme holds no meeting"
    )


def test_what_is_written_below_the_example_is_read(read: Read) -> None:
    """Or in its place."""
    book = opened()
    sheet = book["Programme"]
    sheet["A5"], sheet["B5"], sheet["C5"] = date(2017, 4, 28), "conjointe", "Eau"
    sheet["G5"] = sheet["G6"] = "Ada A"
    sheet["G6"] = "Bo B"
    (meeting,) = read(saved(book))
    assert (meeting.date, meeting.kind) == (date(2017, 4, 28), MeetingKind.JOINT)
    assert [s.name for s in meeting.speakers] == ["Ada A", "Bo B"]
    sheet.delete_rows(3, 2)
    assert len(read(saved(book))) == 1


def test_an_example_that_was_half_replaced_is_told(told: Told) -> None:
    """Cell by cell."""
    book = opened()
    book["Programme"]["A3"] = date(2017, 4, 28)
    said = told(saved(book))
    assert "cell C3: the cell still holds the words of the example, “Thème de la réunion”" in said
    assert "cell G3: the cell still holds" in said
    assert "cell A3" not in said


def test_the_sheet_helps_its_writer() -> None:
    """Headings stay in sight, words are chosen, dates are checked, and the rest is explained."""
    book = opened()
    sheet = book["Programme"]
    assert book.sheetnames == ["Programme", "Mode d’emploi"]
    assert sheet.freeze_panes == "A3"
    assert [cell.value for cell in sheet[2]] == [
        *("Date", "Type", "Thème", "Note conceptuelle", "Genre", "Grade"),
        *("Intervenant", "Fonction", "Organisation"),
    ]
    days, kinds, genders = sheet.data_validations.dataValidation
    assert (days.type, days.formula1, days.formula2) == ("date", "42736", "43100")
    assert str(days.sqref) == "A3:A500"
    assert kinds.formula1 == '"thématique,organisation,informelle,conjointe,extraordinaire,débat"'
    assert genders.formula1 == '"M,F"'
    assert all(rule.showErrorMessage for rule in (days, kinds, genders))
    assert days.errorStyle == "warning"  # « à confirmer » may stay
    assert sheet["A400"].number_format == "dd/mm/yyyy"
    assert sheet["G3"].font.italic
    assert "exemple" in sheet["A1"].value


@pytest.mark.parametrize("word", ["thématique", "organisation", "informelle", "conjointe"])
def test_every_word_of_the_drop_down_is_read(read: Read, word: str) -> None:
    """The list offers nothing that reading refuses."""
    book = opened()
    sheet = book["Programme"]
    sheet["A5"], sheet["B5"], sheet["C5"] = "à confirmer", word, "Eau"
    assert len(read(saved(book))) == 1


def test_the_template_has_the_same_bytes_each_time() -> None:
    """It knows neither the day nor the hour."""
    data = programme_template(YEAR)
    assert data == programme_template(YEAR)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")
