"""`reportgen verify`, as its user meets it."""

import json
import os
import zipfile
from pathlib import Path

import pikepdf
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
    """And the passage is shown where they part, with its line in the records."""
    assert run("verify", name, "--against", "petit.yaml") == 0
    assert capsys.readouterr().out.endswith("It says what petit.yaml says.\n")
    changed = RECORDS.replace("source de paix", "cause de guerre")
    (folder / "petit.yaml").write_text(changed, encoding="utf-8")
    assert run("verify", name, "--against", "petit.yaml") == 1
    told = capsys.readouterr().out
    assert "It does not say what petit.yaml says.\nThe records were changed since" in told
    assert "petit.yaml:5:42: text\n" in told
    if name.endswith("docx"):
        assert told.endswith(
            "  the file: Le Comité a conclu que l’eau est une source de paix.\n"
            "  the records: Le Comité a conclu que l’eau est une cause de guerre.\n"
            "  “source” in the file, “cause” in the records\n"
            "  “paix.” in the file, “guerre.” in the records\n"
        )
    else:
        assert "l’eau est une source de paix." in told
        assert "l’eau est une cause de guerre." in told


def test_a_changed_file_ends_with_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless it is asked for its words alone, which are still the same."""
    file = folder / "out" / "rapport-2018.pdf"
    file.write_bytes(file.read_bytes() + b"\n")
    assert run("verify", str(file)) == 1
    assert "  changed since it was made" in capsys.readouterr().out
    assert run("verify", str(file), "--against", "petit.yaml") == 0
    assert capsys.readouterr().out.endswith(
        "It says what petit.yaml says.\nIts pictures and its layout were not compared.\n"
    )


def test_what_a_terminal_would_obey_is_shown_by_its_code(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file may say anything of itself."""
    file = folder / "loud.pdf"
    file.write_bytes(b'%PDF-1.7 {"reportgen": {"program": "\\u001b[2K\\u202e\\u0007x"}}')
    assert run("verify", "loud.pdf") == 1
    assert "  made by <U+001B>[2K<U+202E><U+0007>x\n" in capsys.readouterr().out


def test_a_file_that_was_stripped_says_what_can_no_longer_be_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word's document inspector takes out the properties; the words are still compared."""
    with (
        zipfile.ZipFile(folder / "out/rapport-2018.docx") as old,
        zipfile.ZipFile(folder / "bare.docx", "w") as new,
    ):
        for name in set(old.namelist()) - {"docProps/custom.xml"}:
            new.writestr(name, old.read(name))
    assert run("verify", "bare.docx") == 2
    assert "nobody can tell any more what made it" in capsys.readouterr().err
    assert run("verify", "bare.docx", "--against", "petit.yaml") == 0
    told = capsys.readouterr().out
    assert "  cannot be told any more: by which program" in told
    assert told.endswith("Its pictures and its layout were not compared.\n")
    assert run("verify", "bare.docx", "--against", "petit.yaml", "--json") == 0
    assert json.loads(capsys.readouterr().out)["provenance"] is None


def test_a_pdf_that_lost_its_records_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program has saved it again, without the files that it carried."""
    build = ("build", "petit.yaml", "--out", "carrying", "--format", "pdf", "--attach-records")
    assert run(*build, "--quiet") == 0
    file = folder / "carrying" / "rapport-2018.pdf"
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        del pdf.attachments["petit.yaml"]
        pdf.save(file, compress_streams=False)
    assert run("verify", str(file)) == 1
    assert "files taken out: 1\n" in capsys.readouterr().out


def test_a_file_in_another_look_says_that_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Spaces and margins are those of a look."""
    said = RECORDS + "summary: [Le Comité a dit ; puis il s’est tu.]\n"
    (folder / "petit.yaml").write_text(said, encoding="utf-8")
    build = ("build", "petit.yaml", "--out", "other", "--format", "docx", "--quiet")
    assert run(*build, "--style", "un-2025") == 0
    verify = ("verify", "other/rapport-2018.docx", "--against", "petit.yaml")
    assert run(*verify, "--style", "un-2025") == 0
    capsys.readouterr()
    assert run(*verify) == 1
    assert "made in another look: name that with --style" in capsys.readouterr().out


def test_what_has_no_end_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A device, a pipe, a file larger than any report."""
    os.mkfifo("pipe.pdf")
    with Path("large.docx").open("wb") as large:
        large.truncate(200_000_001)
    told = {
        "/dev/zero": "this is a device or a pipe",
        "pipe.pdf": "this is a device or a pipe",
        "large.docx": "the file is of more than 200",
    }
    for name, said in told.items():
        assert run("verify", name) == 2
        assert capsys.readouterr().err.startswith(f"{name}: {said}")
    assert folder.exists()


@pytest.mark.parametrize("name", ["locked.docx", "half.docx", "half.pdf"])
def test_a_file_that_cannot_be_read_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """With what to do, and code 2."""
    suffix = Path(name).suffix
    data = (folder / f"out/rapport-2018{suffix}").read_bytes()[:3000]
    (folder / name).write_bytes(b"\xd0\xcf\x11\xe0" if name == "locked.docx" else data)
    assert run("verify", name, "--against", "petit.yaml") == 2
    assert capsys.readouterr().err.startswith(f"{name}: the ")


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
