"""The schemas of the records, as files."""

import json
from pathlib import Path

import pytest

from reportgen.cli import main


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, as an English reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")


def run(*arguments: str) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["schema", *arguments])
    return int(ended.value.code or 0)


def test_both_schemas_are_written_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the first lines of the records look for them."""
    assert run() == 0
    told = capsys.readouterr()
    assert told == (".schemas/report.schema.json\n.schemas/meeting.schema.json\n", "")
    written = json.loads(Path(".schemas/meeting.schema.json").read_text(encoding="utf-8"))
    assert written["required"] == ["date"]


def test_another_folder_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing need be said."""
    assert run("--out", "ici/là", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    assert Path("ici/là/report.schema.json").is_file()


def test_a_schema_is_renewed_unless_someone_edited_it(capsys: pytest.CaptureFixture[str]) -> None:
    """With --overwrite it is renewed in any case."""
    assert run("--quiet") == 0
    assert run("--quiet") == 0
    file = Path(".schemas/report.schema.json")
    file.write_text("{}", encoding="utf-8")
    assert run() == 2
    assert capsys.readouterr().err == (
        ".schemas/report.schema.json: the file was changed since it was written\n"
        "  → Move or rename it, give another folder with --out, or add --overwrite.\n"
        "One thing to mend; nothing was written.\n"
    )
    assert file.read_text(encoding="utf-8") == "{}"
    assert run("--quiet", "--overwrite") == 0
    assert file.stat().st_size > 1000


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "schémas JSON des fiches"), ("en", "the JSON Schemas")],
)
def test_help_says_how_an_editor_finds_the_schemas(
    language: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the first line of each file, to copy as it stands."""
    assert run("--help", "--lang", language) == 0
    told = capsys.readouterr().out
    assert words in told
    assert "\n  # yaml-language-server: $schema=.schemas/report.schema.json\n" in told
    assert "\n  # yaml-language-server: $schema=../.schemas/meeting.schema.json\n" in told
