"""The command where the drafter stands: without SOURCE, and one folder of outputs."""

import shutil
from pathlib import Path

import pytest

from reportgen.cli import main

REPORT = """\
# yaml-language-server: $schema=.schemas/report.schema.json
period: 2018
body: {name: Commission, gender: feminine}
chair: {todo: le nom de la présidence}
"""
MEETING = "date: 2018-03-01\ntheme: L’eau\n"
BUILD = ("build", "--format", "text")


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of inputs with one report, read in English."""
    folder = tmp_path / "inputs"
    (folder / "2018/meetings").mkdir(parents=True)
    (folder / "2018/report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "2018/meetings/2018-03-01.yaml").write_text(MEETING, encoding="utf-8")
    monkeypatch.setenv("LANGUAGE", "en")
    return folder


def run(*arguments: str | Path) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("stand", "source", "told"),
    [
        (".", "inputs/2018", "outputs/2018/rapport-2018.txt"),
        (".", "inputs/2018/report.yaml", "outputs/2018/rapport-2018.txt"),
        ("inputs", "2018", "../outputs/2018/rapport-2018.txt"),
        ("inputs/2018", None, "../../outputs/2018/rapport-2018.txt"),
        ("inputs/2018", ".", "../../outputs/2018/rapport-2018.txt"),
        ("inputs/2018/meetings", None, "../../../outputs/2018/rapport-2018.txt"),
        ("ailleurs", "../inputs/2018", "../outputs/2018/rapport-2018.txt"),
    ],
)
def test_there_is_one_folder_of_outputs_wherever_one_stands(  # noqa: PLR0913, PLR0917 -- cases and fixtures
    inputs: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stand: str,
    source: str | None,
    told: str,
) -> None:
    """Beside that of the inputs, and told as seen from there."""
    (inputs.parent / "ailleurs").mkdir()
    monkeypatch.chdir(inputs.parent / stand)
    assert run(*BUILD, *([source] if source else [])) == 0
    assert capsys.readouterr().out.splitlines()[0] == told
    assert [file.parent for file in inputs.parent.rglob("rapport-2018.txt")] == [
        inputs.parent / "outputs/2018"
    ]


def test_a_report_that_stands_elsewhere_has_its_outputs_beside_it(
    inputs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever the command runs; what is named from the root is told from there."""
    elsewhere = inputs.parent / "comité" / "2018"
    shutil.move(inputs / "2018", elsewhere)
    monkeypatch.chdir(inputs)
    assert run(*BUILD, elsewhere) == 0
    assert capsys.readouterr().out.splitlines()[0] == str(
        inputs.parent / "comité/outputs/2018/rapport-2018.txt"
    )


@pytest.mark.parametrize("stand", ["inputs/2018", "inputs/2018/meetings"])
def test_every_command_takes_the_report_in_whose_folder_one_stands(
    inputs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stand: str
) -> None:
    """Also from among its meetings."""
    monkeypatch.chdir(inputs.parent / stand)
    assert run("status") == 1
    assert "report.yaml: report for 2018" in capsys.readouterr().out
    assert run("check", "--no-spelling") in {0, 1}
    assert "report.yaml" not in capsys.readouterr().err
    assert run("add", "--date", "2018-05-02", "--theme", "La paix") == 0
    assert (inputs / "2018/meetings/2018-05-02.yaml").is_file()
    (inputs.parent / "suite.csv").write_text("Date;Thème\n03/06/2018;Le droit\n", "utf-8")
    assert run("add", inputs.parent / "suite.csv") == 0
    assert (inputs / "2018/meetings/2018-06-03.yaml").is_file()
    assert run("schema", "--overwrite") == 0
    assert (inputs / "2018/.schemas/report.schema.json").is_file()
    capsys.readouterr()
    assert run("new") == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("../2019/report.yaml")
    assert (inputs / "2019/report.yaml").is_file()


def test_a_report_where_one_stands_is_called_by_its_name(
    inputs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not by dots, which end a sentence."""
    monkeypatch.chdir(inputs / "2018/meetings")
    assert run("build", "--format", "docx") == 0
    assert capsys.readouterr().err.splitlines()[0] == "reading 2018"
    assert run("verify", "../../../outputs/2018/rapport-2018.docx", "--against", "..") == 0
    assert "It says what 2018 says." in capsys.readouterr().out


def test_where_there_is_no_report_those_nearby_are_named(
    inputs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One message says where to go."""
    monkeypatch.chdir(inputs.parent)
    assert run("status") == 2
    assert capsys.readouterr().err == (
        "there is no report.yaml in the folder in which you gave the command\n"
        "  → Go into the folder of the report, or give it: inputs/2018.\n"
        "One thing to mend.\n"
    )


def test_the_schemas_that_a_first_year_names_are_written(
    inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what builds it and by what adds meetings to it, but not by what only looks."""
    monkeypatch.chdir(inputs / "2018")
    schemas = inputs / "2018/.schemas"
    run("status")
    assert not schemas.exists()
    run(*BUILD)
    assert (schemas / "report.schema.json").is_file()
    shutil.rmtree(schemas)
    Path("report.yaml").write_text(REPORT.partition("\n")[2], encoding="utf-8")
    run(*BUILD)
    assert not schemas.exists()
    run("add", "--date", "2018-05-02", "--theme", "La paix")
    assert (schemas / "meeting.schema.json").is_file()
