"""Which files are read, and what is told when they are not there or not text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

import pytest

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.reading import read_report

Files: TypeAlias = Mapping[str, str | bytes]
Told: TypeAlias = Callable[[Files], str]
Write: TypeAlias = Callable[[Files], Path]


def refused(path: str | Path) -> str:
    """Say in English why a path cannot be read as a report."""
    with pytest.raises(ReadingError) as caught:
        read_report(path)
    assert caught.value.exit_code == 2
    with speaking("en"):
        return str(caught.value)


def test_meetings_are_taken_in_the_order_of_their_dates(
    write: Write, report: str, meeting: str
) -> None:
    """Whatever their files are called; YAML in both spellings and JSON may stand side by side."""
    path = write(
        {
            "report.yml": report,
            "meetings/c.json": '{"date": "2016-03-01", "theme": "c"}',
            "meetings/b.yml": meeting.replace("Technologie", "b"),
            "meetings/a.yaml": meeting.replace("Technologie", "a"),
            "meetings/0.yaml": "date: {todo: la date}\ntheme: d",
        }
    )
    assert [m.theme for m in read_report(path).report.meetings] == ["c", "a", "b", "d"]


def test_files_that_are_no_inputs_are_left_alone(write: Write, report: str, meeting: str) -> None:
    """Backups, drafts and what the system keeps may lie beside the meetings."""
    path = write(
        {
            "report.yaml": report,
            "meetings/a.yaml": meeting,
            "meetings/a.yaml~": "[",
            "meetings/.a.yaml": "[",
            "meetings/_modèle.yaml": "[",
            "meetings/~$2016-04-28.yaml": "[",
            "meetings/Thumbs.db": "x",
            "meetings/DESKTOP.INI": "x",
            "meetings/.DS_Store": "x",
            "meetings/Icon\r": "",
            "meetings/__MACOSX/._a.yaml": "[",
        }
    )
    assert len(read_report(path).report.meetings) == 1


def test_a_meeting_never_vanishes_in_silence(write: Write, report: str, meeting: str) -> None:
    """What lies among the meetings and is not read is told, folders too."""
    path = write(
        {
            "report.yaml": report,
            "meetings/2016-11-03.yaml.txt": meeting,
            "meetings/old.yaml/x": "[",
        }
    )
    with pytest.raises(ReadingError) as caught:
        read_report(path)
    with speaking("en"):
        assert [str(problem.what) for problem in caught.value.problems] == [
            "“2016-11-03.yaml.txt” is not read",
            "“old.yaml” is not read",
        ]
        assert [str(problem.advice) for problem in caught.value.problems] == [
            "Give it a name that ends in .yaml, or begins with _ to leave it out.",
            "It is not a file: put a file in its place, or delete it.",
        ]


def test_a_file_in_place_of_the_folder_of_meetings_is_told(write: Write, report: str) -> None:
    """The report would lose all its meetings."""
    path = write({"report.yaml": report, "meetings": "date: 2016-11-03"})
    assert refused(path) == (
        "r/meetings: this is not a folder, and no meeting is read from it\n"
        "  → Put the file of each meeting into a folder of this name."
    )


def test_the_report_file_of_a_folder_stands_for_the_folder(
    write: Write, report: str, meeting: str
) -> None:
    """Otherwise the meetings would be lost in silence."""
    path = write({"report.yaml": report, "meetings/a.yaml": meeting})
    assert read_report(path / "report.yaml") == read_report(path)


@pytest.mark.parametrize("name", ["all.yaml", "all.yml", "all.json"])
def test_one_file_may_hold_everything(write: Write, name: str) -> None:
    """JSON is YAML; tabs between its values are spaces."""
    content = (
        '{"period": 2016,\n\t"body": {"name": "Comit\\u00e9 \\ud83d\\ude00"},\n'
        '\t"chair":{"todo":"nommer"},"meetings":[{"date":"2016-01-02","theme":"a"}]}'
    )
    report = read_report(write({name: content}) / name).report
    assert report.body.name == "Comité 😀"
    assert [meeting.theme for meeting in report.meetings] == ["a"]


def test_a_byte_order_mark_is_no_fault(write: Write, report: str) -> None:
    """Windows programs write one."""
    path = write({"report.yaml": b"\xef\xbb\xbf" + report.encode()})
    assert read_report(path).place(("period",)) == read_report(path / "report.yaml").place(
        ("period",)
    )


def test_lines_may_end_as_on_windows(write: Write, report: str) -> None:
    """Places are the same."""
    path = write({"report.yaml": report.replace("\n", "\r\n")})
    assert str(read_report(path).place(("chair", "person", "name"))) == "r/report.yaml:6:11"


def test_a_missing_folder_is_told_with_near_names(write: Write, report: str) -> None:
    """A slip in the name is the likeliest cause, in any part of the path."""
    write({"2016/report.yaml": report, "autre/report.yaml": report})
    assert refused("r/2061/report.yaml") == "there is no r/2061\n  → Did you mean: r/2016?"


def test_a_missing_folder_is_told_when_no_name_is_near(write: Write, report: str) -> None:
    """No name is better than a wrong one."""
    write({"2016/report.yaml": report})
    assert refused("r/zzz") == (
        "there is no r/zzz\n  → Check the name, and the folder in which you gave the command."
    )


def test_a_folder_of_reports_is_told_with_the_reports_in_it(write: Write, report: str) -> None:
    """One of them was meant."""
    path = write({"2016/report.yaml": report, "2017/report.yml": report})
    assert refused(path) == ("the folder r has no report.yaml\n  → Did you mean: r/2016 ; r/2017?")


def test_a_folder_with_a_misnamed_report_file_is_told_its_name(write: Write, report: str) -> None:
    """The French word is a likely one."""
    assert refused(write({"rapport.yaml": report})) == (
        "the folder r has no report.yaml\n  → Rename rapport.yaml to report.yaml."
    )


def test_a_folder_without_anything_is_told_what_belongs_there(write: Write) -> None:
    """A folder of a report has a form."""
    assert refused(write({"a.txt": ""})) == (
        "the folder r has no report.yaml\n"
        "  → Give the folder of a report, which holds report.yaml and meetings."
    )


def test_a_file_of_another_sort_is_refused_by_its_name(write: Write) -> None:
    """A Word file is no input."""
    assert refused(write({"a.docx": "PK"}) / "a.docx") == (
        "r/a.docx is not a YAML or JSON file\n"
        "  → Give the folder of the report, or a file that ends in .yaml or .json."
    )


def test_the_file_of_one_meeting_is_refused_with_its_report(
    write: Write, report: str, meeting: str
) -> None:
    """It would otherwise lack everything a report has."""
    path = write({"report.yaml": report, "meetings/a.yaml": meeting})
    assert refused(path / "meetings" / "a.yaml") == (
        "r/meetings/a.yaml tells one meeting, not a report\n  → Give the folder of the report: r."
    )


def test_bytes_that_are_not_utf8_are_told_by_number_line_and_column(
    told: Told, meeting: str
) -> None:
    """Older Windows programs write é as one byte."""
    content = meeting.replace("Technologie", "Café").encode("cp1252")
    assert told({"meetings/2016-04-28.yaml": content}) == (
        "r/meetings/2016-04-28.yaml:2:11: byte 28 of the file, 0xE9, is not UTF-8\n"
        "  → Save the file again with the encoding UTF-8."
    )


def test_utf_16_is_told_by_its_name(told: Told, meeting: str) -> None:
    """Some editors of Windows write it."""
    assert told({"meetings/2016-04-28.yaml": meeting.encode("utf-16")}) == (
        "r/meetings/2016-04-28.yaml: the file is in UTF-16, not in UTF-8\n"
        "  → Save the file again with the encoding UTF-8."
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1 Date}", "a text in RTF"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml xl/workbook.xml", "a Word document"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml word/document.xml", "a workbook"),
        (b"PK\x03\x04" + bytes(26) + b"a.txt", "a ZIP archive"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"\r\n<!DOCTYPE HTML>", "a page of the Web"),
        (b"\xd0\xcf\x11\xe0" + bytes(8) + "WordDocument".encode("utf-16-le"), "a Word document"),
    ],
)
def test_a_file_that_is_no_text_is_called_what_it_is(told: Told, data: bytes, kind: str) -> None:
    """Whatever its name says."""
    assert told({"report.yaml": data}) == (
        f"r/report.yaml: the file is {kind}, not a text in YAML\n"
        "  → Put its words into a plain text, as the other records are."
    )


def test_a_misnamed_folder_of_meetings_is_told(told: Told, meeting: str) -> None:
    """Its meetings would be lost in silence."""
    assert told({"réunions/a.yaml": meeting}) == (
        "r/réunions: the folder “réunions” is not read\n"
        "  → Name the folder of the meetings “meetings”."
    )


def test_two_report_files_are_told(told: Told) -> None:
    """Which one holds is unknown."""
    assert told({"report.json": "{}"}) == (
        "r/report.json: report.yaml, report.json are two files for one thing\n  → Keep one of them."
    )


def test_a_file_that_cannot_be_opened_is_told_with_the_reason(
    write: Write, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why the system refused it is said in the reader’s language."""

    def refuse(path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    path = write({"report.yaml": report})
    monkeypatch.setattr(Path, "open", refuse)
    assert refused(path) == (
        "r/report.yaml cannot be opened (permission denied)\n"
        "  → Close the file in the other programs, and check who may read it."
    )


@pytest.mark.parametrize("closed", ["report.yaml", "meetings"])
def test_a_folder_that_may_not_be_looked_into_is_told_with_the_reason(
    write: Write, report: str, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    """That of the report, which hides its files, or that of the meetings."""
    path = write({"report.yaml": report, "meetings/2016-04-28.yaml": "date: 2016-04-28"})
    is_file, iterdir = Path.is_file, Path.iterdir

    def refuse(opened: Path) -> None:
        if opened.name == closed:
            raise PermissionError(13, "Permission denied", str(opened))

    monkeypatch.setattr(Path, "is_file", lambda self: [refuse(self), is_file(self)][1])
    monkeypatch.setattr(Path, "iterdir", lambda self: [refuse(self), iterdir(self)][1])
    assert refused(path).startswith(f"r/{closed} cannot be opened (permission denied)\n  → ")


def test_meetings_of_one_day_come_in_the_order_of_their_numbers(write: Write, report: str) -> None:
    """The second after the first, and the tenth after the second."""
    day = "2016-04-28"
    files = {
        f"meetings/{day}{number}.yaml": f"date: {day}\ntheme: La paix{number}\n"
        for number in ("-10", "-2", "")
    }
    read = read_report(write({"report.yaml": report, **files})).report
    themes = [meeting.theme for meeting in read.meetings]
    assert themes == ["La paix", "La paix-2", "La paix-10"]


def test_accents_are_one_with_their_letters_whatever_the_file_holds(
    write: Write, report: str, meeting: str
) -> None:
    """Files of macOS part them; an escape of JSON says the same, and a picture is found."""
    told = meeting.replace("Technologie", "Développement")
    figure = "      - {text: Voici., figure: {image: Schéma.svg, alternative: Un schéma}}\n"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>'
    path = write(
        {
            "report.yaml": normalize("NFD", report),
            "meetings/a.yaml": normalize("NFD", told + figure),
            "meetings/b.json": '{"date": "2016-06-01", "theme": "e\\u0301nergie"}',
            normalize("NFD", "Schéma.svg"): drawing,
        }
    )
    reading = read_report(path)
    assert [m.theme for m in reading.report.meetings] == ["Développement", "énergie"]
    assert "Sénégal" in str(reading.report.chair)
    assert reading.pictures == (normalize("NFD", "Schéma.svg"),)
