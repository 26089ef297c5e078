"""Which files are read as a programme, and what is told of others."""

import io
import json
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from programmes import HEADINGS, Rows, delimited, workbook

from reportgen.confinement import confined
from reportgen.errors import Place, ReadingError
from reportgen.messages import speaking
from reportgen.programme import PlannedMeeting, read_programme
from reportgen.programme.spreadsheet import read as read_values
from reportgen.programme.workbooks import sheets_of
from reportgen.records import Period

Read = Callable[..., tuple[PlannedMeeting, ...]]
Told = Callable[..., str]

DAY = date(2017, 4, 28)
ROWS: Rows = [HEADINGS, (DAY, None, "Élan", None, None, None, "Ézéchiel", None, "ONU")]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODS = "application/vnd.oasis.opendocument.spreadsheet"
SHEET = "xl/worksheets/sheet1.xml"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into a zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def altered(data: bytes, change: Callable[[str], str], part: str = SHEET) -> bytes:
    """Change the text of one part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed({**parts, part: change(parts[part].decode())})


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_texts_are_read_with_any_delimiter_and_encoding(
    read: Read, delimiter: str, encoding: str
) -> None:
    """Those that spreadsheets save, in French and elsewhere."""
    (meeting,) = read(delimited(ROWS, delimiter=delimiter, encoding=encoding), "plan.csv")
    assert (meeting.date, meeting.theme) == (DAY, "Élan")
    assert meeting.speakers[0].name == "Ézéchiel"
    assert meeting.place == Place("plan.csv", 2, cell="Date")


def test_a_first_line_may_name_the_delimiter(read: Read) -> None:
    """As Excel writes it; lines are still counted with it."""
    (meeting,) = read(b"sep=;\r\n" + delimited(ROWS, encoding="utf-8"), "plan.csv")
    assert meeting.place == Place("plan.csv", 3, cell="Date")


def test_a_quotation_that_never_ends_is_told(told: Told) -> None:
    """It would swallow the meetings that follow."""
    data = delimited(ROWS, encoding="utf-8") + b'02/05/2017;;"Feu\r\n03/05/2017;;Air\r\n'
    assert told(data, "plan.csv") == (
        "plan.csv:3: a quotation mark in this row has no counterpart\n"
        "  → Open the file in the spreadsheet, and save it as a workbook (.xlsx)."
    )


def test_a_workbook_with_macros_is_read(read: Read) -> None:
    """By its content, whatever its name."""
    assert len(read(workbook(ROWS), "plan.xlsm")) == 1


def test_the_sheet_with_the_headings_is_taken(read: Read) -> None:
    """Wherever it stands; empty sheets and notes beside it are ignored."""
    notes: Rows = [("Date", "Personne"), (DAY, "Ada")]
    data = workbook(notes, name="Notes", others=[("Vide", []), ("2017", ROWS)])
    (meeting,) = read(data)
    assert meeting.place == Place("plan.xlsx", cell="2017!A2")


def test_two_sheets_with_headings_are_told(told: Told) -> None:
    """Nothing tells which is meant."""
    data = workbook(ROWS, others=[("Ancien", ROWS)])
    assert told(data) == (
        "plan.xlsx: several sheets hold a programme: Programme, Ancien\n"
        "  → Keep one of them in the workbook, or hide the others."
    )


def test_hidden_sheets_are_ignored(read: Read) -> None:
    """An old copy may stay in the workbook."""
    data = workbook(ROWS, others=[("Ancien", ROWS)])
    hidden = altered(
        data,
        lambda text: re.sub(
            r'name="Ancien"([^>]*)state="visible"', r'name="Ancien"\1state="hidden"', text
        ),
        "xl/workbook.xml",
    )
    assert hidden != data
    assert len(read(hidden)) == 1


def test_a_missing_column_is_told_once(told: Told) -> None:
    """With the headings that were found."""
    rows: Rows = [("Programme",), ("Type", "Intervenant", "Salle"), ("x", "Ada", "3")]
    assert told(workbook(rows)) == (
        "plan.xlsx, sheet “Programme”, cell A2: the headings lack Date, Thème\n"
        "  → Add the column, or correct its heading; found here: Type, Intervenant, Salle."
    )


def test_two_columns_of_one_meaning_are_told(told: Told) -> None:
    """Neither is guessed."""
    assert told(workbook([("Date", "Thème", "Nom", "Intervenants"), (DAY, "Eau", "A", "B")])) == (
        "plan.xlsx, sheet “Programme”, cell D1: the headings “Nom” and “Intervenants” both mean"
        " “Intervenant”\n  → Rename or delete one of the two columns."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (workbook([]), "plan.xlsx: the programme is empty"),
        (workbook([HEADINGS]), "plan.xlsx, sheet “Programme”: the programme holds no meeting"),
        (workbook([("a", "b")]), "plan.xlsx, sheet “Programme”: no row has the headings"),
    ],
)
def test_a_programme_without_meetings_is_told(told: Told, data: bytes, said: str) -> None:
    """Nothing is made of nothing."""
    assert told(data).startswith(said)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("p.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        ("p", OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        ("p.xls", OLE, "is damaged and cannot be read"),
        ("p.ods", packed({"mimetype": ODS, "content.xml": "x"}), "is damaged and cannot be read"),
        ("p.ods", packed({"mimetype": ODS}), "is not a workbook of a spreadsheet"),
        ("p.xlsb", packed({"xl/workbook.bin": "x"}), "is damaged and cannot be read"),
        ("p.xlsx", packed({"word/document.xml": "x"}), "is a Word document, not a workbook"),
        ("p.xlsx", b"Date;Theme", "is a plain text, whatever its name says"),
        ("p.xlsx", b"", "is not a workbook, whatever its name says"),
        ("p.xlsx", workbook(ROWS)[:-300], "is damaged and cannot be read"),
        ("p.xlsx", altered(workbook(ROWS), lambda t: t[:-99]), "is damaged and cannot be read"),
        ("p.xlsx", altered(workbook(ROWS), lambda t: "<!DOCTYPE a>" + t), "is damaged and cannot"),
        (
            "p.xlsx",
            altered(workbook(ROWS), lambda t: t + "<!-- purl.oclc.org -->", "xl/workbook.xml"),
            "“Strict Open XML”",
        ),
        ("p.csv", b"\x00\x01\x02", "neither a workbook nor a text with delimiters"),
        ("p.csv", b"\x01\x81\x02\x8d\x03", "neither a workbook nor a text with delimiters"),
        ("p.xls", b"<html><table>", "is a page of the Web, not a workbook"),
        ("p.pdf", b"%PDF-1.7", "is a PDF, not a workbook"),
        ("p.csv", b"", "the programme is empty"),
        ("p.csv", delimited([("Date", "Th\u00e8me"), *[("?", "x")] * 5_001]), "5000 rows"),
    ],
)
def test_other_files_are_refused_with_what_to_do(
    told: Told, name: str, data: bytes, said: str
) -> None:
    """One message each."""
    message = told(data, name)
    assert said in message
    assert message.startswith(f"{name}: ")
    assert message.count("\n") == 1
    assert "\n  → " in message


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("plans.xlsx", "there is no plans.xlsx\n  → Did you mean: plan.xlsx?"),
        ("rien", "there is no rien"),
        ("a" * 300, f"{'a' * 300} cannot be opened (the name is too long)"),
        (".", ".: this is a folder, not a programme\n  → Give the file of the programme, which"),
    ],
)
def test_what_is_no_file_is_told(read: Read, path: str, said: str) -> None:
    """With the name that was meant."""
    read(workbook(ROWS))
    with pytest.raises(ReadingError) as caught:
        read_programme(Path(path), Period.of_year(2017))
    with speaking("en"):
        assert str(caught.value).startswith(said)


def test_a_zip_bomb_is_refused_before_it_is_read(told: Told) -> None:
    """A few kilobytes that unpack to 200 megabytes."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(bytes(1_000_000))
    start = time.process_time()
    assert "unpacks to far more than a programme can hold" in told(stream.getvalue())
    assert time.process_time() - start < 1


def test_formulas_give_the_value_that_they_had(read: Read) -> None:
    """An empty text too."""
    data = workbook([HEADINGS, (DAY, None, "=A1", '=""', None, None, "Ada")])
    values = {"C2": "Eau", "D2": ""}

    def calculate(text: str) -> str:
        for cell, value in values.items():
            found = re.compile(rf'<c r="{cell}"><f>(.*?)</f><v ?(?:/>|></v>)</c>')
            assert found.search(text)
            text = found.sub(rf'<c r="{cell}" t="str"><f>\1</f><v>{value}</v></c>', text)
        return text

    kept = altered(data, calculate)
    (meeting,) = read(kept)
    assert (meeting.theme, meeting.concept_note) == ("Eau", None)


def test_a_formula_that_was_never_calculated_is_told(told: Told) -> None:
    """As programs other than spreadsheets write it; its cell must not pass for empty."""
    assert told([(DAY, None, "=A1")]) == (
        "plan.xlsx, sheet “Programme”, cell C2: the cell holds a formula that was never calculated"
        "\n  → Open the workbook in Excel and save it; or write the value itself."
    )


def test_errors_of_formulas_are_told(told: Told) -> None:
    """Those of Excel in French too."""
    rows: Rows = [(DAY, None, "#REF!"), ("#NOM?", None, "Eau")]
    said = told(rows)
    assert "cell C2: the cell holds the error “#REF!”" in said
    assert "cell A3: the cell holds the error “#NOM?”" in said


@pytest.mark.parametrize("row", [999_999_999, 1_048_577, 0])
def test_a_row_that_no_sheet_has_is_damage(told: Told, row: int) -> None:
    """It is not looked for."""
    data = altered(workbook(ROWS), lambda text: text.replace('<row r="2"', f'<row r="{row}"'))
    assert "is damaged and cannot be read" in told(data)


def test_a_cell_far_out_is_refused(told: Told) -> None:
    """The library would hold every cell before it."""
    data = altered(
        workbook(ROWS),
        lambda text: text.replace('<row r="2"', '<row r="1048576"').replace(
            'r="A2"', 'r="XFD1048576"'
        ),
    )
    assert "lies so far out that its sheet cannot be held" in told(data)


def test_a_workbook_is_read_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that reads may die; here it lives."""
    monkeypatch.setattr("reportgen.programme.workbooks.confined", confined)
    (tmp_path / "plan.xlsx").write_bytes(workbook(ROWS))
    found = read_programme(tmp_path / "plan.xlsx", Period.of_year(2017))
    assert [meeting.theme for meeting in found.meetings] == ["Élan"]


TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OPEN_DOCUMENT = f"""<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="{TABLE}"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:automatic-styles><style:style style:name="barre" style:family="table-cell">
<style:text-properties style:text-line-through-style="solid"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Plan">
{{rows}}</table:table></office:spreadsheet></office:body></office:document-content>"""


def open_document(rows: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """Save rows of text in the OpenDocument format, each with an attribute of its cells or row."""
    written = ""
    for attribute, cells in rows:
        of_row, of_cell = ("", attribute) if "style" in attribute else (attribute, "")
        inner = "".join(
            f'<table:table-cell office:value-type="string" {of_cell}><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in cells
        )
        written += f"<table:table-row {of_row}>{inner}</table:table-row>"
    manifest = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {
            "mimetype": ODS,
            "content.xml": OPEN_DOCUMENT.format(rows=written),
            "META-INF/manifest.xml": manifest,
        }
    )


def test_an_open_document_is_read_with_what_is_hidden_and_struck_out_in_it(read: Read) -> None:
    """As LibreOffice saves it."""
    data = open_document(
        [
            ("", ("Date", "Thème")),
            ("", ("28/04/2017", "Eau")),
            ('table:visibility="collapse"', ("29/04/2017", "Feu")),
            ('table:style-name="barre"', ("30/04/2017", "Air")),
        ]
    )
    assert [meeting.theme for meeting in read(data, "plan.ods")] == ["Eau"]


def test_a_wrong_size_in_the_workbook_hides_nothing(read: Read) -> None:
    """Some programs write A1:A1 for every sheet."""
    data = altered(
        workbook(ROWS), lambda t: re.sub('<dimension ref="[^"]*"', '<dimension ref="A1:A1"', t)
    )
    assert read(data)[0].theme == "Élan"


def test_days_are_read_in_the_calendar_of_old_macintoshes(read: Read) -> None:
    """Workbooks that count from 1904."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in ROWS:
        book.worksheets[0].append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    assert b'date1904="1"' in zipfile.ZipFile(stream).read("xl/workbook.xml")
    assert read(stream.getvalue())[0].date == DAY


def test_a_number_in_a_cell_of_text_is_its_figures(read: Read) -> None:
    """A theme may be a year."""
    assert read([(DAY, None, 2030)])[0].theme == "2030"


def test_a_number_in_a_cell_of_dates_is_told(told: Told) -> None:
    """A day that lost its format is shown, and not taken in silence."""
    assert "If 28/04/2017 is meant, give the cell the format Date" in told([(42853, None, "Eau")])


@pytest.mark.parametrize("save", [workbook, delimited])
def test_five_thousand_rows_are_read_in_a_few_seconds(
    read: Read, save: Callable[[Rows], bytes]
) -> None:
    """Fifty meetings of a hundred speakers."""
    rows: list[tuple[str | date | None, ...]] = [HEADINGS]
    for number in range(4_999):
        head = (DAY, None, f"Thème {number // 100}", "S/2017/1") if not number % 100 else [None] * 4
        rows.append((*head, "M", None, f"Nom {number}", "Titre", "ONU"))
    data = save(rows)
    start = time.process_time()
    meetings = read(data, "plan.xlsx" if save is workbook else "plan.csv")
    assert time.process_time() - start < 10
    assert [len(meeting.speakers) for meeting in meetings] == [100] * 49 + [99]


def test_more_rows_than_a_programme_has_are_refused(told: Told) -> None:
    """Before they are read one by one."""
    rows: Rows = [("Date", "Thème"), *[("?", "x")] * 5_001]
    assert told(workbook(rows)).startswith("plan.xlsx: the file has more than 5000 rows\n  → ")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_refused_and_nothing_else(data: st.DataObject) -> None:
    """Whatever bytes of its parts are changed, it is read or refused in our own words."""
    with zipfile.ZipFile(io.BytesIO(workbook(ROWS))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    start = data.draw(st.integers(0, len(parts[name])))
    end = data.draw(st.integers(start, min(start + 20, len(parts[name]))))
    parts[name] = parts[name][:start] + data.draw(st.binary(max_size=20)) + parts[name][end:]
    with suppress(ReadingError):
        assert len(sheets_of("plan.xlsx", json.loads(read_values(packed(parts))))) <= 1


def test_the_spreadsheet_library_is_loaded_only_when_it_is_needed() -> None:
    """The help of the command must not wait for it."""
    names = {"openpyxl", "lxml", "python_calamine"}
    code = f"import sys, reportgen.programme; print({names} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
