"""What a programme holds and is not counted: everything of it is told."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from programmes import Rows, delimited, workbook

from reportgen.messages import speaking
from reportgen.programme import Programme

Whole = Callable[..., Programme]
ROWS: Rows = [
    ("Date", "Thème", "Intervenant", "Fonction", "Organisation", "Salle", "Statut"),
    (date(2017, 5, 5), "Paix", "Ana Luz", "Directrice", "ONU", 3, "Tenue"),
    (None, None, "Bo Ek", "Directeur", "ONU", None, None),
    (date(2017, 5, 12), "Droit", "Cy Roc", "Directeur", "ONU", None, "Annulée"),
    (None, None, "Di Sol", "Directrice", "ONU", None, None),
    (date(2017, 5, 19), "Eau (reportée au 2 juin)", None, None, None, None, None),
    (date(2017, 5, 26), "Feu", None, None, None, None, "à voir"),
    (date(2017, 6, 2), "Air", None, None, None, None, None),
    (date(2017, 6, 9), "Terre", None, None, None, None, None),
]


def kept(programme: Programme) -> list[str | None]:
    """Give the themes that are counted."""
    return [meeting.theme for meeting in programme.meetings]


def remarks(programme: Programme) -> list[str]:
    """Give the remarks in English."""
    with speaking("en"):
        return [str(remark) for remark in programme.remarks]


def marked(data: bytes) -> bytes:
    """Hide the row of « Air », strike out that of « Terre », and a part of a date."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    sheet.row_dimensions[8].hidden = True
    for cell in sheet[9]:
        cell.font = Font(strike=True)
    struck = TextBlock(InlineFont(strike=True), "le sol et ")
    sheet["B7"] = CellRichText(struck, "le feu")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_what_is_cancelled_postponed_hidden_or_struck_out_is_told_and_not_counted(
    whole: Whole,
) -> None:
    """With its speakers; a column and a word that are not understood are told too."""
    programme = whole(marked(workbook(ROWS)))
    assert kept(programme) == ["Paix", "le sol et le feu"]
    assert [[s.name for s in meeting.speakers] for meeting in programme.meetings] == [
        ["Ana Luz", "Bo Ek"],
        [],
    ]
    assert [meeting.theme for meeting in programme.dropped] == [
        "Droit",
        "Eau (reportée au 2 juin)",
        "Air",
        "Terre",
    ]
    moved = "Eau (reportée au 2 juin)"
    assert remarks(programme) == [
        "plan.xlsx, sheet “Programme”, cell F1: the column “Salle” is not read",
        *(
            f"plan.xlsx, sheet “Programme”, cell {remark}"
            for remark in (
                "G7: “à voir” is not understood, and the meeting counted",
                "G4: “Annulée”: the meeting is cancelled, and left out (2017-05-12, Droit, Cy Roc)",
                (
                    f"B6: “{moved}”: the meeting is postponed, and left out (2017-05-19, {moved});"
                    " give its new date a row of its own"
                ),
                "B7: a part of the cell is struck out, and read with the rest",
                "A8: the row is hidden, and left out (2017-06-02, Air); show it to have it read",
                "A9: the row is struck out, and left out (2017-06-09, Terre)",
            )
        ),
    ]


@pytest.mark.parametrize(
    ("theme", "status", "counted"),
    [
        ("Eau", "ANNULÉ", False),
        ("Eau", "Annulée le 3 mai", False),
        ("Eau", "cancelled", False),
        ("Eau", "non tenue", False),
        ("Eau", "Reportée sine die", False),
        ("Eau", "ajournée", False),
        ("ANNULÉE – Eau", None, False),
        ("Reportée : Eau", None, False),
        ("Eau (annulée)", None, False),
        ("Eau [postponed]", None, False),
        ("Eau", "reportée du 5 mai", True),
        ("Eau (suite)", "maintenue", True),
        ("Eau", "–", True),
        ("Reportage – eau", "Tenue le 3 mai", True),
        ("Les élections annulées", None, True),
        ("Le dialogue reporté : suites", None, True),
    ],
)
def test_a_meeting_says_in_many_ways_that_it_was_not_held(
    whole: Whole, theme: str, status: str | None, *, counted: bool
) -> None:
    """In the column of the status, before its theme, or in brackets behind it."""
    rows: Rows = [("Date", "Thème", "Statut"), (date(2017, 5, 5), theme, status)]
    programme = whole(delimited(rows), "plan.csv")
    assert kept(programme) == ([theme] if counted else [])
    assert len(programme.dropped) == (not counted)
    assert len(programme.remarks) == (not counted)


def test_a_column_that_is_not_read_may_still_say_that_a_meeting_is_cancelled(
    whole: Whole,
) -> None:
    """Where that is all that a cell says."""
    rows: Rows = [
        ("Date", "Thème", "Observations"),
        (date(2017, 5, 5), "Eau", "Annulée"),
        (date(2017, 5, 6), "Feu", "Salle 3"),
    ]
    assert kept(whole(delimited(rows), "plan.csv")) == ["Feu"]


def test_a_speaker_who_is_struck_out_is_left_out_of_the_meeting(whole: Whole) -> None:
    """The meeting is counted."""
    rows: Rows = [ROWS[0], *ROWS[1:3]]
    book = load_workbook(io.BytesIO(workbook(rows)))
    for cell in book.worksheets[0][3]:
        cell.font = Font(strike=True)
    stream = io.BytesIO()
    book.save(stream)
    programme = whole(stream.getvalue())
    assert [s.name for s in programme.meetings[0].speakers] == ["Ana Luz"]
    assert remarks(programme)[1] == (
        "plan.xlsx, sheet “Programme”, cell C3: the row is struck out, and left out (Bo Ek)"
    )


def test_hidden_sheets_with_a_programme_are_told(whole: Whole) -> None:
    """An old copy may stay in the workbook."""
    book = load_workbook(io.BytesIO(workbook(ROWS[:2], others=[("Ancien", ROWS)])))
    book["Ancien"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    assert remarks(whole(stream.getvalue()))[0] == (
        "plan.xlsx, sheet “Ancien”: the sheet is hidden, and not read"
    )


def test_a_workbook_of_old_excel_is_read_and_what_cannot_be_known_of_it_is_told(
    whole: Whole,
) -> None:
    """Its hidden and struck rows look like the others."""
    data = (Path(__file__).parent / "plan.xls").read_bytes()
    programme = whole(data, "plan.xls")
    assert kept(programme) == ["Paix", "Caché", "Barré", "2030", "12 mai 19 mai"]
    assert programme.meetings[0].date == date(2017, 1, 12)
    told = "\n".join(remarks(programme))
    assert (
        "in this format, rows that are hidden or struck out cannot be told from the others" in told
    )
