"""Planned meetings added to a folder, as the user meets the command."""

from collections.abc import Callable
from pathlib import Path

import PIL.Image
import pytest
from places import REPOSITORY

from reportgen.cli import main
from reportgen.reading import read_report

PROGRAMME = """\
Date;Type;Thème;Note conceptuelle;Intervenant;Fonction;Organisation
12 janvier 2017;organisation;;;;;
28/04/2017;thématique;La protection des civils;S/2017/300;Mme Renata Dwan;\
Cheffe du Service des politiques et des meilleures pratiques;
;;;;M. Jean Petit;Directeur;Kosmos
2017-05-12;;Transitions;;Atul Khare;;
à confirmer;débat;;;;;
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside the folder of a report for 2017 without meetings, as an English reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    report = (REPOSITORY / "inputs/2016/report.yaml").read_text(encoding="utf-8")
    Path("2017").mkdir()
    Path("2017/report.yaml").write_text(report.replace("period: 2016", "period: 2017"), "utf-8")
    return Path("2017")


def run(*arguments: str | Path) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture
def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Give the first line of each fault of a command that must write nothing."""

    def tell(*arguments: str | Path) -> list[str]:
        before = contents(folder.parent)
        assert run("add", *arguments, "--quiet") == 2
        assert contents(folder.parent) == before
        told = capsys.readouterr().err.splitlines()
        assert told[-1].endswith("nothing was written.")
        return [line for line in told[:-1] if not line.startswith(" ")]

    return tell


def test_a_programme_becomes_files_and_registered_speakers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says what it wrote, what to check, and what comes next."""
    Path("plan.csv").write_text(PROGRAMME, encoding="utf-8")
    assert run("add", folder, "plan.csv") == 0
    assert capsys.readouterr().out == (
        "2017/meetings/2017-01-12.yaml\n"
        "2017/meetings/2017-04-28.yaml\n"
        "2017/meetings/2017-05-12.yaml\n"
        "2017/meetings/a-dater-1.yaml\n"
        "2017/report.yaml, with the new speakers and organizations\n"
        "  to check: the gender of Kosmos is not known: check “gender” of “kosmos” under"
        " “organizations”\n"
        "\n"
        "Fill in what is marked todo; reportgen status 2017 lists it.\n"
    )
    meetings = read_report(folder).report.meetings
    assert [str(meeting.kind) for meeting in meetings] == [
        "organizational",
        "thematic",
        "thematic",
        "debate",
    ]
    assert [speaker.key for speaker in meetings[1].speakers] == ["dwan", "petit"]


def test_one_meeting_is_added_by_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where everyone is registered, a new file and its schema are written; quietly if asked."""
    before = contents(folder)
    assert (
        run(
            "add",
            *(folder, "--quiet", "--date", "28 avril 2017", "--theme", "Une  phrase : oui"),
            *("--kind", "joint", "--concept-note", "S/2017/300"),
            *("--speaker", "M. Omar Hilale ; Représentant permanent ; Maroc"),
            *("--speaker", "Atul Khare"),
        )
        == 0
    )
    assert capsys.readouterr() == ("", "")
    after = contents(folder)
    new = {name for name in after.keys() - before.keys() if not name.startswith(".schemas/")}
    assert new == {"meetings/2017-04-28.yaml"}
    assert {name: after[name] for name in before} == before
    (meeting,) = read_report(folder).report.meetings
    assert (str(meeting.kind), meeting.theme) == ("joint", "Une phrase : oui")
    assert str(meeting.concept_note) == "S/2017/300"
    assert [speaker.key for speaker in meeting.speakers] == ["hilale", "khare"]


def test_meetings_can_be_added_one_after_another(folder: Path) -> None:
    """What was written before stays as it is, byte for byte."""
    first = ("add", folder, "--quiet", "--date", "2017-04-28", "--theme", "x")
    assert run(*first, "--speaker", "Mme Eva Cohen; Ministre; Chypre") == 0
    before = contents(folder)
    assert run("add", folder, "--quiet", "--date", "2017-04-28", "--theme", "y") == 0
    after = contents(folder)
    assert after.keys() - before.keys() == {"meetings/2017-04-28-2.yaml"}
    assert {name: after[name] for name in before} == before


def test_a_report_that_notepad_saved_keeps_its_mark(folder: Path) -> None:
    """The bytes at the head, and the ends of lines."""
    own = folder / "report.yaml"
    own.write_bytes(b"\xef\xbb\xbf" + own.read_bytes().replace(b"\n", b"\r\n"))
    assert run("add", folder, "--quiet", "--speaker", "Mme Eva Cohen; Ministre; Chypre") == 0
    written = own.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf# Rapport")
    assert b"name: Eva Cohen\r\n" in written
    assert written.count(b"\n") == written.count(b"\r\n")


def test_every_fault_of_the_options_is_told(
    folder: Path, refused: Callable[..., list[str]]
) -> None:
    """Each under the name of its option."""
    assert refused(
        *(folder, "--date", "31 février 2017", "--theme", " ", "--concept-note", "S-2"),
        *("--speaker", "; Ministre", "--speaker", "a;b;c;d", "--speaker", "a\x07"),
    ) == [
        "--date: “31 février 2017” is not a date",
        "--theme: the text is empty",
        "--concept-note: “S-2” is not the symbol of a UN document",
        "--speaker: “; Ministre” is not a speaker",
        "--speaker: “a;b;c;d” is not a speaker",
        "--speaker: the text holds the control character U+0007 after “a”",
    ]


def test_a_programme_given_again_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each meeting is known again, also the debate of which nothing is known yet."""
    Path("plan.csv").write_text(PROGRAMME, encoding="utf-8")
    assert run("add", folder, "plan.csv", "--quiet") == 0
    before = contents(folder)
    assert run("add", folder, "plan.csv") == 0
    assert contents(folder) == before
    files = ["2017-01-12.yaml", "2017-04-28.yaml", "2017-05-12.yaml", "a-dater-1.yaml"]
    assert capsys.readouterr().out.splitlines() == [
        "already there, left alone: " + ", ".join(f"2017/meetings/{file}" for file in files)
    ]


LATER = """\
Date;Type;Thème;Note conceptuelle;Intervenant;Fonction;Organisation;Statut
12 janvier 2017;organisation;;;;;;
05/05/2017;thématique;La protection des civils;S/2017/301;Mme Renata Dwan;\
Cheffe du Service des politiques et des meilleures pratiques;;
;;;;M. Jean Petit;Directeur;Kosmos;
;;;;Mme Ana Luz;Directrice;Kosmos;
2017-05-12;;Transitions;;Atul Khare;;;annulée
2017-06-02;;Eau;;;;;
"""


def test_what_a_later_programme_says_otherwise_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is new is added; what changed, was cancelled, or is not in it is left alone."""
    Path("plan.csv").write_text(PROGRAMME, encoding="utf-8")
    Path("later.csv").write_text(LATER, encoding="utf-8")
    assert run("add", folder, "plan.csv", "--quiet") == 0
    before = contents(folder)
    assert run("add", folder, "later.csv") == 0
    after = contents(folder)
    assert {name for name in after if after[name] != before.get(name)} == {
        "meetings/2017-06-02.yaml"
    }
    assert capsys.readouterr().out.splitlines() == [
        "2017/meetings/2017-06-02.yaml",
        "2017/meetings/2017-04-28.yaml says otherwise than the programme, and is left alone:",
        "  date: 2017-04-28 → 2017-05-05, by hand: the name of the file is its date too",
        "  concept_note: S/2017/300 → S/2017/301",
        "  speakers: Ana Luz is added",
        "To change it as the programme says, add --update.",
        "already there, left alone: 2017/meetings/2017-01-12.yaml",
        (
            "there, but cancelled, postponed, hidden or struck out in the programme:"
            " 2017/meetings/2017-05-12.yaml; delete the file where the meeting is not to be held"
        ),
        "not in the programme, left alone: 2017/meetings/a-dater-1.yaml",
        (
            "  to check: later.csv:6, column “Statut”: “annulée”: the meeting is cancelled, and"
            " left out (2017-05-12, Transitions, Atul Khare)"
        ),
        "",
        "Fill in what is marked todo; reportgen status 2017 lists it.",
    ]


def test_with_update_the_meetings_are_changed_as_the_programme_says(folder: Path) -> None:
    """Comments and everything else in the files stay; who is new is registered."""
    Path("plan.csv").write_text(PROGRAMME, encoding="utf-8")
    Path("later.csv").write_text(LATER, encoding="utf-8")
    assert run("add", folder, "plan.csv", "--quiet") == 0
    file = folder / "meetings/2017-04-28.yaml"
    file.write_text(file.read_text("utf-8") + "# relu le 3 mai\n", "utf-8")
    assert run("add", folder, "later.csv", "--update", "--quiet") == 0
    assert file.read_text("utf-8").endswith("# relu le 3 mai\n")
    report = read_report(folder).report
    (meeting,) = (one for one in report.meetings if one.theme == "La protection des civils")
    assert (str(meeting.date), str(meeting.concept_note)) == ("2017-04-28", "S/2017/301")
    names = [speaker.person.name for speaker in meeting.speakers]
    assert names == ["Renata Dwan", "Jean Petit", "Ana Luz"]
    before = contents(folder)
    assert run("add", folder, "later.csv", "--update", "--quiet") == 0
    assert contents(folder) == before


def test_meetings_outside_the_period_are_refused(
    folder: Path, refused: Callable[..., list[str]]
) -> None:
    """Also by options."""
    assert refused(folder, "--date", "2016-04-28") == [
        "--date: the meeting of 2016-04-28 lies outside the period, 2017-01-01 to 2017-12-31"
    ]


def test_either_a_programme_or_one_meeting_is_given(
    folder: Path, refused: Callable[..., list[str]]
) -> None:
    """Neither and both are refused."""
    assert refused(folder) == ["no meeting is given"]
    assert refused(folder, "plan.csv", "--theme", "x") == [
        "a programme and the options of one meeting are both given"
    ]


def test_a_report_in_one_file_is_refused(folder: Path, refused: Callable[..., list[str]]) -> None:
    """Whatever its name; so are meetings within report.yaml, and a registry in JSON."""
    records = "period: 2017\nbody: {name: Comité}\nchair: {todo: nom}\n"
    Path("un.yaml").write_text(records, encoding="utf-8")
    whole = "the report holds its meetings in one file with everything else"
    assert refused("un.yaml", "--date", "2017-04-28") == [f"un.yaml: {whole}"]
    own = folder / "report.yaml"
    own.write_text(f"{records}meetings: [{{date: 2017-01-01, theme: x}}]\n", encoding="utf-8")
    assert refused(folder, "--date", "2017-04-28") == [f"2017/report.yaml: {whole}"]
    own.unlink()
    json = '{"period": 2017, "body": {"name": "Comité"}, "chair": {"todo": "nom"}}'
    (folder / "report.json").write_text(json, encoding="utf-8")
    assert refused(folder, "--speaker", "Mme Eva Cohen; Ministre; Chypre") == [
        "2017/report.json: speakers cannot be registered in a JSON file"
    ]
    assert run("add", folder, "--date", "2017-04-28", "--quiet") == 0


def test_a_folder_that_cannot_be_read_is_refused(
    folder: Path, refused: Callable[..., list[str]]
) -> None:
    """Nothing is planned on faulty records, nor where there are none."""
    (folder / "meetings").mkdir()
    (folder / "meetings/2017-04-28.yaml").write_text("date: 2017-04-28\n", encoding="utf-8")
    assert refused(folder, "--date", "2017-05-12") == [
        "2017/meetings/2017-04-28.yaml:1:1: a thematic meeting has no theme"
    ]
    assert refused("2018", "--date", "2017-05-12") == ["there is no 2018"]
    assert refused(folder, "nulle-part.xlsx")[0].startswith("2017/meetings")


def test_what_would_not_read_is_not_written(
    folder: Path, refused: Callable[..., list[str]]
) -> None:
    """The whole report is tried out first; a fault has the place that the file would have had."""
    (folder / "meetings").mkdir()
    other = "date: 2017-04-28\nkind: informal\ntheme: {todo: thème de la réunion}\n"
    (folder / "meetings/2017-04-28-bis.yaml").write_text(other, encoding="utf-8")
    (fault,) = refused(folder, "--date", "2017-04-28")
    assert fault.startswith("2017/meetings/2017-04-28")
    assert fault.endswith("two meetings have the date 2017-04-28 and the same theme")


def test_the_command_speaks_french(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was written, what to check, what comes next."""
    speaker = "Omaira Ruiz; Ministre; Kosmos"
    assert run("add", folder, "--lang", "fr", "--date", "2017-04-28", "--speaker", speaker) == 0
    assert capsys.readouterr().out.replace("\u00a0", " ") == (
        "2017/meetings/2017-04-28.yaml\n"
        "2017/report.yaml (nouveaux intervenants et organisations)\n"
        "  à vérifier : genre inconnu pour Omaira Ruiz; vérifiez « gender » de « ruiz » sous"
        " « speakers »\n"
        "  à vérifier : genre inconnu pour Kosmos; vérifiez « gender » de « kosmos » sous"
        " « organizations »\n"
        "\n"
        "Complétez ce qui est marqué todo; reportgen status 2017 en donne la liste.\n"
    )


def test_a_report_with_a_figure_takes_more_meetings(folder: Path) -> None:
    """What is tried out before it is written sees the pictures that are there."""
    PIL.Image.new("L", (4, 4)).save("2017/courbe.png")
    report = (folder / "report.yaml").read_text("utf-8")
    figure = "figure: {image: courbe.png, caption: Effectifs, alternative: Une courbe}"
    first = f"conclusions:\n  - text: Les effectifs ont doublé.\n    {figure}\n"
    (folder / "report.yaml").write_text(report.replace("conclusions:\n", first, 1), "utf-8")
    assert run("add", folder, "--date", "2017-11-11", "--theme", "L’eau") == 0
    assert read_report(folder).pictures == ("courbe.png",)
    assert len(read_report(folder).report.meetings) == 1


def test_accents_are_one_with_their_letters_in_options(folder: Path) -> None:
    """What is copied from macOS parts them."""
    theme = "De\u0301veloppement"
    assert run("add", folder, "--quiet", "--date", "2017-06-01", "--theme", theme) == 0
    assert "Développement".encode() in contents(folder)["meetings/2017-06-01.yaml"]
