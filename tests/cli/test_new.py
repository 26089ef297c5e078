"""`reportgen new`, as its user meets it."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from places import INPUTS

from reportgen.cli import main
from reportgen.reading import read_report
from reportgen.records import Chair

RECORDS = """\
period: 2018
body: {name: Comité d’étude, gender: masculine}
chair: {todo: le nom de la présidence}
introduction:
  work: En 2018, le Comité a poursuivi la tâche entreprise en mai 2018.
meetings:
  - date: 2018-03-01
    theme: L’eau
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside last year's records, as an English reader."""
    shutil.copytree(INPUTS / "2016", tmp_path / "inputs" / "2016")
    (tmp_path / "petit.yaml").write_text(RECORDS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def run(*arguments: str | Path) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in ("new", *arguments)])
    return int(ended.value.code or 0)


def names(folder: Path) -> list[str]:
    """List the files under a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_next_years_folder_is_made_and_accounted_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its files, its holes, and what to do next."""
    assert run("inputs/2016", "--year", "2017") == 0
    assert names(folder / "inputs/2017") == [
        ".schemas/.reportgen.json",
        ".schemas/meeting.schema.json",
        ".schemas/report.schema.json",
        "report.yaml",
    ]
    told = capsys.readouterr()
    assert told.out.replace("\u00a0", " ") == (
        "inputs/2017/report.yaml\n"
        "\n"
        "The report is a draft: 7 things remain to be filled in.\n"
        "  inputs/2017/report.yaml:28:8: présidence en 2017 : nom, genre, fonction et cote du"
        " document qui la désigne\n"
        "  inputs/2017/report.yaml:32:11: cote du rapport\n"
        "  inputs/2017/report.yaml:33:9: date de publication\n"
        "  inputs/2017/report.yaml:34:22: langue de l’original\n"
        "  inputs/2017/report.yaml:35:15: numéro d’enregistrement\n"
        "  inputs/2017/report.yaml:220:5: conclusions et recommandations pour 2017\n"
        "  inputs/2017/report.yaml:223:13: réunions tenues en 2017 (ligne à supprimer quand leurs"
        " fiches sont là)\n"
        "\n"
        "Next: reportgen status inputs/2017\n"
    )
    assert told.err == "reading inputs/2016\n"
    source, made = INPUTS / "2016/report.yaml", folder / "inputs/2016/report.yaml"
    assert source.read_bytes() == made.read_bytes()


def test_what_is_left_over_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A month of last year may be meant, or not."""
    assert run("petit.yaml", "--year", "2019") == 0
    told = capsys.readouterr().out
    assert "One passage still speaks of 2018:\n  2019/report.yaml:6:" in told
    assert "“mai 2018”, the year of the report before\n" in told
    report = read_report(folder / "2019").report
    assert report.meetings == ()
    assert str(report.introduction.work).startswith("En 2019, le Comité")


@pytest.mark.parametrize(
    ("source", "options", "made"),
    [
        ("inputs/2016/report.yaml", ("--year", "2017"), "inputs/2017"),
        ("inputs/2016/", ("--from", "2017-07-01", "--to", "30 juin 2018"), "inputs/2017-2018"),
        ("inputs/2016", ("--from", "1er mars 2017", "--to", "30/06/2017"), "inputs/2017"),
        ("inputs/2016", ("--year", "2017", "--out", "ailleurs/là"), "ailleurs/là"),
        ("petit.yaml", ("--year", "2019"), "2019"),
        ("inputs/../inputs/2016", ("--year", "2017"), "inputs/2017"),
    ],
)
def test_the_folder_is_named_after_the_year(
    folder: Path, source: str, options: tuple[str, ...], made: str
) -> None:
    """It stands beside that of the source, unless another is given."""
    assert run(source, *options, "--quiet") == 0
    assert "report.yaml" in names(folder / made)


def test_the_source_may_be_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder beside it is found."""
    monkeypatch.chdir(folder / "inputs/2016")
    assert run(".", "--year", "2017", "--quiet") == 0
    assert "report.yaml" in names(folder / "inputs/2017")


def test_a_quiet_run_says_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Scripts may want silence."""
    assert run("inputs/2016", "--year", "2017", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert (folder / "inputs/2017").is_dir()


def test_what_is_known_of_the_year_can_be_said(folder: Path) -> None:
    """Who chairs; the conclusions that recur."""
    known = ("--chair", "Ana Silva", "--chair-gender", "feminine", "--chair-of", "maroc")
    assert run("inputs/2016", "--year", "2017", "--quiet", "--keep-conclusions", *known) == 0
    report = read_report(folder / "inputs/2017").report
    assert isinstance(report.chair, Chair)
    assert (report.chair.person.name, report.chair.person.gender) == ("Ana Silva", "feminine")
    assert report.chair.function.of is not None
    assert report.chair.function.of.name == "Maroc"
    assert len(report.conclusions) == 7
    assert run("inputs/2016", "--year", "2018", "--quiet", "--keep-chair") == 0
    kept = read_report(folder / "inputs/2018").report.chair
    assert isinstance(kept, Chair)
    assert kept.person.name == "Fodé Seck"


def test_a_folder_that_is_there_is_not_touched(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even an empty one."""
    (folder / "inputs/2017").mkdir()
    assert run("inputs/2016", "--year", "2017") == 2
    assert "inputs/2017: there is a folder or a file of this name already" in (
        capsys.readouterr().err
    )
    assert names(folder / "inputs/2017") == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--year", "2017"), "there is no report.yaml in the folder in which you gave"),
        (("inputs/2016", "--from", "2017-01-01"), "Give either --year, or both"),
        (("inputs/2016", "--to", "2017-01-01"), "Give either --year, or both"),
        (("inputs/2016", "--year", "2017", "--to", "2017-01-01"), "Give either --year, or both"),
        (("inputs/2016", "--from", "demain", "--to", "2017-01-01"), "--from: “demain” is not a"),
        (("inputs/2016", "--from", "2017-02-01", "--to", "2017-01-01"), "before it begins on"),
        (("inputs/2016", "--year", "l’an prochain"), "l’an prochain is no year such as 2017"),
        (("inputs/2016", "--year", "17"), "--year: 17 is no year such as 2017"),
        (("inputs/2016", "--year", "2016"), "the new period begins on 2016-01-01"),
        (("inputs/2016", "--year", "2015"), "the new period begins on 2015-01-01"),
        (("inputs/2017", "--year", "2018"), "there is no inputs/2017"),
        (("inputs/2016/source.txt", "--year", "2017"), "is not a YAML or JSON file"),
        (("inputs/2016/meetings/2016-04-28.yaml", "--year", "2017"), "tells one meeting, not"),
        (("inputs/2016", "--year", "2017", "--chair", "Ana Silva"), "--chair-gender"),
        (("inputs/2016", "--year", "2017", "--programme", "nul.xlsx"), "nul.xlsx"),
        (("--programme-template", "p.csv"), "Write “p.xlsx”."),
        (("--programme-template", "p.xlsx", "inputs/2016"), "--programme-template stands alone"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    """One clear message each."""
    before = names(folder)
    assert run(*arguments) == 2
    assert told in capsys.readouterr().err
    assert names(folder) == before


def test_a_programme_that_may_not_be_read_is_told_in_our_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not in those of the command-line library, which speaks English in a French sentence."""
    (folder / "plan.csv").write_text("Date;Thème", encoding="utf-8")
    opened = Path.open

    def refuse(path: Path, mode: str = "r", **options: Any) -> object:
        if path.name == "plan.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, **options)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    options = ("--year", "2017", "--programme", "plan.csv", "--lang", "fr")
    assert run("inputs/2016", *options) == 2
    assert "plan.csv ne peut pas être ouvert (autorisation refusée)" in capsys.readouterr().err
    assert not (folder / "inputs/2017").exists()


def test_ten_thousand_rows_are_refused_in_one_message(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Faulty or not, they are no programme of a year; no list of faults runs over the screen."""
    rows = "".join(f"{number};Thème {number}\n" for number in range(10_000))
    (folder / "plan.csv").write_text(f"Date;Thème\n{rows}", encoding="utf-8")
    assert run("inputs/2016", "--year", "2017", "--programme", "plan.csv", "--lang", "fr") == 2
    told = capsys.readouterr().err.splitlines()
    assert told[2].startswith("plan.csv\u00a0: le fichier a plus de 5000 lignes")
    assert len(told) == 5
    assert not (folder / "inputs/2017").exists()


def test_a_report_in_a_language_without_words_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The hints could not be said; the place is told."""
    (folder / "petit.yaml").write_text(f"language: tlh\n{RECORDS}", encoding="utf-8")
    assert run("petit.yaml", "--year", "2019") == 2
    assert "petit.yaml:1:11: reports cannot be written in the language “tlh”" in (
        capsys.readouterr().err
    )
    assert not (folder / "2019").exists()


def test_faults_of_a_programme_are_told_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By sheet and cell; the folder is not made."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Thème"])
    sheet.append(["2016-03-01", "Un"])
    sheet.append(["2017-13-01", "Deux"])
    book.save(folder / "plan.xlsx")
    assert run("inputs/2016", "--year", "2017", "--programme", "plan.xlsx") == 2
    told = capsys.readouterr().err
    assert "plan.xlsx" in told
    assert "2 things to mend; nothing was written." in told
    assert not (folder / "inputs/2017").exists()


def test_two_meetings_that_nothing_tells_apart_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written: the report could not be read."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Type", "Thème"])
    sheet.append(["2017-03-01", "organisation", None])
    sheet.append(["2017-03-01", "organisation", None])
    book.save(folder / "plan.xlsx")
    assert run("inputs/2016", "--year", "2017", "--programme", "plan.xlsx") == 2
    assert "two meetings have the date 2017-03-01" in capsys.readouterr().err
    assert not (folder / "inputs/2017").exists()


def test_planned_meetings_become_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One a meeting, beside the report."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Thème", "Intervenant", "Fonction", "Organisation"])
    sheet.append(["2017-03-01", "Un", "Mme Eva Dahl", "Directrice", "Division de la police"])
    book.save(folder / "plan.xlsx")
    assert run("inputs/2016", "--year", "2017", "--programme", "plan.xlsx") == 0
    told = capsys.readouterr().out
    assert told.startswith("inputs/2017/report.yaml\ninputs/2017/meetings/2017-03-01.yaml\n")
    (meeting,) = read_report(folder / "inputs/2017").report.meetings
    assert [speaker.person.name for speaker in meeting.speakers] == ["Eva Dahl"]


def test_an_empty_programme_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once: what someone has filled in is not written over."""
    assert run("--programme-template", "plan.xlsx") == 0
    assert capsys.readouterr().out == "plan.xlsx\n"
    assert load_workbook(folder / "plan.xlsx").sheetnames
    before = (folder / "plan.xlsx").read_bytes()
    assert run("--programme-template", "plan.xlsx", "--year", "2019") == 2
    assert "plan.xlsx: there is a file of this name already" in capsys.readouterr().err
    assert (folder / "plan.xlsx").read_bytes() == before
    assert run("--programme-template", "neuf/plan.xlsx", "--year", "2019", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert (folder / "neuf/plan.xlsx").is_file()


def test_the_period_of_the_new_report_is_the_one_asked_for(folder: Path) -> None:
    """Both days included."""
    days = ("--from", "2017-07-01", "--to", "2018-06-30")
    assert run("inputs/2016", *days, "--quiet", "--out", "neuf") == 0
    report = read_report(folder / "neuf").report
    assert [str(report.period.start), str(report.period.end)] == ["2017-07-01", "2018-06-30"]


def test_the_schemas_of_a_new_folder_can_be_written_anew(folder: Path) -> None:
    """They are ours: a later version replaces them without being asked to overwrite."""
    assert run("inputs/2016", "--year", "2017") == 0
    with pytest.raises(SystemExit) as ended:
        main(["schema", "--out", str(folder / "inputs/2017/.schemas")])
    assert not ended.value.code
