"""The drafter's dashboard: on a terminal, in a pipe and as JSON."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli import main

RECORDS = """\
period: 2018
body: {name: Comité d’étude}
chair: {todo: le nom de la présidence}
conclusions: [Le bilan de 2017 est bon.]
meetings:
  - date: 2018-03-01
    theme: 'L’eau, une [bold]source[/bold] de paix :wave: pour tous les peuples de la région'
    concept_note: S/2018/7
    speakers:
      - person: {name: Bob Roy, gender: masculine}
        function: {title: Expert}
    account:
      - by: participants
        paragraphs: [Les participants ont débattu.]
  - date: {todo: le jour de la réunion}
    kind: organizational
previous:
  period: 2017
"""
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
FILLED = RECORDS.replace(
    "chair: {todo: le nom de la présidence}",
    "chair: {person: {name: Awa Ba, gender: masculine}, function: {title: Ministre}}",
).replace("{todo: le jour de la réunion}", "2018-01-15")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the records of a small report, as an English reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    path = Path("petit.yaml")
    path.write_text(RECORDS, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


class _Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        """Say that someone is looking."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, source: Path, columns: int) -> list[str]:
    """Give the lines that a terminal of some width shows, without its colours."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "xterm")
    run("status", source)
    plain = _COLOUR.sub("", terminal.getvalue())
    return [line.rstrip() for line in plain.splitlines()]


def test_a_pipe_is_told_everything_in_plain_lines(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Facts in full, holes and what is left over by file and line."""
    assert run("status", source) == 1
    told = capsys.readouterr()
    assert (
        told.out
        == """\
petit.yaml: report for 2018
170 words of 10,700
  There: conclusions
  To be filled in: chair, document of the appointment
  Not there: symbol, date of publication, language of the original, job number, \
letter of transmittal, founding document, renewal of the mandate, mandate, work, partners, \
briefers, further annexes

2018-03-01, thematic meeting, L’eau, une [bold]source[/bold] de paix :wave: \
pour tous les peuples de la région
  concept note: S/2018/7; speakers: 1; statements: 1 of 2; words: 4; to be filled in: 0
date to be filled in, organizational meeting
  concept note: –; speakers: 0; statements: 0 of 0; words: 0; to be filled in: 1

The report is a draft: 2 things remain to be filled in.
  petit.yaml:3:8: le nom de la présidence
  date to be filled in, organizational meeting
    petit.yaml:15:11: le jour de la réunion

One passage still speaks of 2017:
  petit.yaml:4:27: “2017”, the year of the report before
"""
    )
    assert told.err == ""


def test_french_is_spoken_to_french_readers(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its spaces and its signs."""
    assert run("status", source, "--lang", "fr") == 1
    told = capsys.readouterr().out.replace("\xa0", "~").splitlines()
    assert told[:2] == ["petit.yaml~: rapport pour 2018", "170 mots sur 10~700"]
    assert told[3] == "  À compléter~: présidence, document de nomination"
    assert told[8] == "date à compléter, réunion d’organisation"
    assert told[7] == (
        "  note conceptuelle~: S/2018/7; intervenants~: 1; propos écrits~: 1 sur 2; mots~: 4;"
        " à compléter~: 0"
    )
    assert told[-2:] == [
        "Un passage parle encore de 2017~:",
        "  petit.yaml:4:27~: «~2017~», année du rapport précédent",
    ]


def test_a_terminal_shows_a_table_with_one_row_a_meeting(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Themes are shortened to its width, and say what they say."""
    lines = shown(monkeypatch, source, 100)
    start = lines.index("") + 1
    shortened = "L’eau, une [bold]source[/bold] de pai…"
    assert lines[start : start + 5] == [
        f"{'':57}Concept",
        f"Date{'':13}Theme{'':35}note      Speakers  Statements  Words  Open",
        "─" * 100,
        f"2018-03-01{'':7}{shortened}  S/2018/7{'':9}1{'':9}1/2{'':6}4     –",
        f"to be filled in  organizational meeting{'':18}–{'':16}0         0/0      0     1",
    ]


def test_a_terminal_too_narrow_for_a_table_shows_plain_lines(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rather than cutting facts."""
    assert "date to be filled in, organizational meeting" in shown(monkeypatch, source, 50)


def test_json_is_a_stable_structure(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its keys stay; what is open or absent is null where a value is asked for."""
    assert run("status", source, "--json", "--secretariat") == 1
    assert json.loads(capsys.readouterr().out) == {
        "file": "petit.yaml",
        "period": {"start": "2018-01-01", "end": "2018-12-31"},
        "words": 170,
        "limit": 8500,
        "facts": {
            "masthead.symbol": "absent",
            "masthead.date": "absent",
            "masthead.original_language": "absent",
            "masthead.job_number": "absent",
            "letter": "absent",
            "body.founding": "absent",
            "renewal": "absent",
            "chair": "open",
            "chair.source": "open",
            "introduction.mandate": "absent",
            "introduction.work": "absent",
            "introduction.partners": "absent",
            "introduction.briefers": "absent",
            "conclusions": "present",
            "annexes": "absent",
        },
        "meetings": [
            {
                "file": "petit.yaml",
                "date": "2018-03-01",
                "kind": "thematic",
                "theme": "L’eau, une [bold]source[/bold] de paix :wave: pour tous les peuples"
                " de la région",
                "concept_note": "S/2018/7",
                "facts": {
                    "date": "present",
                    "theme": "present",
                    "concept_note": "present",
                    "presided_by": "absent",
                    "adopted": "absent",
                    "speakers": "present",
                    "account": "present",
                },
                "speakers": 1,
                "statements": {"written": 1, "of": 2},
                "words": 4,
                "holes": 0,
            },
            {
                "file": "petit.yaml",
                "date": None,
                "kind": "organizational",
                "theme": None,
                "concept_note": None,
                "facts": {
                    "date": "open",
                    "theme": "absent",
                    "concept_note": "absent",
                    "presided_by": "absent",
                    "adopted": "absent",
                    "speakers": "absent",
                    "account": "absent",
                },
                "speakers": 0,
                "statements": {"written": 0, "of": 0},
                "words": 0,
                "holes": 1,
            },
        ],
        "holes": [
            {
                "path": "chair",
                "file": "petit.yaml",
                "line": 3,
                "column": 8,
                "expected": "le nom de la présidence",
            },
            {
                "path": "meetings.1.date",
                "file": "petit.yaml",
                "line": 15,
                "column": 11,
                "expected": "le jour de la réunion",
            },
        ],
        "leftovers": [
            {
                "path": "conclusions.0.text",
                "file": "petit.yaml",
                "line": 4,
                "column": 27,
                "words": "2017",
                "why": "the year of the report before",
            }
        ],
    }


def test_a_report_without_holes_ends_well_whatever_is_left_over(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What speaks of the year before may be meant."""
    source.write_text(FILLED, encoding="utf-8")
    assert run("status", source) == 0
    said = capsys.readouterr().out
    assert "\nNothing remains to be filled in.\n\nOne passage still speaks of 2017:\n" in said


def test_what_an_adopting_debate_has_is_told(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who presided, where it was not the chair, and what was adopted."""
    debate = """\
    presided_by: {person: {name: Eva Holm, gender: masculine}, function: {title: Ministre}}
    adopted: S/RES/2589 (2021)
"""
    source.write_text(RECORDS.replace("    speakers:\n", f"{debate}    speakers:\n", 1))
    run("status", source)
    assert (
        "concept note: S/2018/7; presided over by: Eva Holm; adopted: S/RES/2589 (2021); speakers"
    ) in capsys.readouterr().out


def test_a_report_that_is_too_long_is_told_by_how_much(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Against the limit that applies to it."""
    long = "mot " * 9_000
    source.write_text(RECORDS.replace("Les participants ont débattu.", long), encoding="utf-8")
    run("status", source)
    assert "9,166 words of 10,700\n" in capsys.readouterr().out
    run("status", source, "--secretariat")
    assert "9,166 words of 8,500: 666 too many\n" in capsys.readouterr().out


def test_a_period_that_is_no_year_is_told_by_its_days(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of this report and of the one before."""
    period = "period: {start: 2017-07-01, end: 2018-06-30}"
    before = "period: {start: 2016-07-01, end: 2017-06-30}"
    text = RECORDS.replace("period: 2018", period).replace("period: 2017", before)
    source.write_text(text.replace("bilan de 2017", "bilan de 2016 et de 2016"), encoding="utf-8")
    run("status", source)
    told = capsys.readouterr().out
    assert "petit.yaml: report for the period from 2017-07-01 to 2018-06-30\n" in told
    assert "2 passages still speak of the period from 2016-07-01 to 2017-06-30:\n" in told


def test_faults_end_the_command_with_their_place(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the records, and of what is only found when the page is made."""
    source.write_text(RECORDS.replace("2018-03-01", "2019-03-01"), encoding="utf-8")
    assert run("status", source) == 2
    assert "petit.yaml:6:11: the meeting of 2019-03-01 lies outside" in capsys.readouterr().err
    source.write_text(RECORDS + "wording: {title: 'Rapport {anné}'}\n", encoding="utf-8")
    assert run("status", source, "--json") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "petit.yaml:19:18: the wording has the field “{anné}”" in told.err


def test_a_report_without_meetings_says_so(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `build` does."""
    source.write_text("period: 2018\nbody: {name: Comité}\nchair: {todo: qui}\n")
    assert run("status", source) == 1
    assert "\nNo meeting is recorded.\n" in capsys.readouterr().out


def test_help_says_the_exit_codes_and_loads_nothing_heavy() -> None:
    """The table and the reading wait until they are needed."""
    program = (
        "import sys\n"
        "from reportgen.cli import main\n"
        "try:\n"
        "    main(['status', '--help', '--lang', 'en'])\n"
        "except SystemExit:\n"
        "    heavy = {'rich', 'ruamel', 'cattrs', 'babel', 'jinja2', 'docx', 'weasyprint'}\n"
        "    print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "1 something does" in done.stdout
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_thousands_of_faults_are_told_a_hundred_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are counted all."""
    monkeypatch.setenv("LANGUAGE", "en")
    entries = "".join(f"  o{number}: {{nom: x}}\n" for number in range(300))
    text = f"body: {{name: Comité}}\nperiod: 2018\nchair: {{todo: x}}\norganizations:\n{entries}"
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["status", str(tmp_path)])
    assert ended.value.code == 2
    told = capsys.readouterr().err.splitlines()
    assert len([line for line in told if line.startswith(str(tmp_path))]) == 100
    assert told[-2] == "… and 200 more, to be told when these are mended."
    assert told[-1] == "300 things to mend."
