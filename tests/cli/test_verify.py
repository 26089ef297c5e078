"""`reportgen verify`, as its user meets it."""

import json
from pathlib import Path

import pytest

from reportgen.cli import main

RECORDS = """\
period: 2018
body: {name: Comité d’étude, gender: masculine}
chair: {todo: le nom de la présidence}
conclusions:
  - Le Comité a conclu que l’eau est une source de paix.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a small report and its files, as an English reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    Path("petit.yaml").write_text(RECORDS, encoding="utf-8")
    assert run("build", "petit.yaml", "--out", "out", "--quiet") == 0
    return tmp_path


def run(*arguments: str) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def test_a_file_is_accounted_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What made it, of what, and that it is as it was."""
    assert run("verify", "out/rapport-2018.pdf") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "out/rapport-2018.pdf"
    assert told[1].startswith("  made by council-reportgen ")
    assert told[2].startswith("  look: un-2015 ")
    assert told[3].startswith("  fingerprint of the records: ")
    assert told[4:] == ["  not changed since it was made"]
    assert folder.exists()


@pytest.mark.parametrize("name", ["out/rapport-2018.pdf", "out/rapport-2018.docx"])
def test_a_file_is_held_against_its_records(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """And the passage is shown where they part, of a Word file."""
    assert run("verify", name, "--against", "petit.yaml") == 0
    assert capsys.readouterr().out.endswith("It says what petit.yaml says.\n")
    changed = RECORDS.replace("source de paix", "cause de guerre")
    (folder / "petit.yaml").write_text(changed, encoding="utf-8")
    assert run("verify", name, "--against", "petit.yaml") == 1
    told = capsys.readouterr().out
    assert "It does not say what petit.yaml says.\nThe records were changed since" in told
    if name.endswith("docx"):
        assert told.endswith(
            "  + …té a conclu que l’eau est une source de paix.\n"
            "  - …té a conclu que l’eau est une cause de guerre.\n"
        )


def test_a_changed_file_ends_with_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And a PDF no longer tells whether it says the same."""
    file = folder / "out" / "rapport-2018.pdf"
    file.write_bytes(file.read_bytes() + b"\n")
    assert run("verify", str(file)) == 1
    assert "  changed since it was made" in capsys.readouterr().out
    assert run("verify", str(file), "--against", "petit.yaml") == 1
    assert "Whether it says what petit.yaml says cannot be known" in capsys.readouterr().out


def test_scripts_are_answered_in_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the same facts."""
    assert run("verify", "out/rapport-2018.docx", "--against", "petit.yaml", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "docx"
    assert told["intact"] is True
    assert told["against"]["same_words"] is True
    assert folder.exists()


@pytest.mark.parametrize("name", ["petit.yaml", "missing.pdf"])
def test_a_file_that_is_not_ours_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """With what to give instead."""
    assert run("verify", name) == 2
    assert name in capsys.readouterr().err
    assert folder.exists()
