"""Files are written whole, and nobody's work is written over."""

from pathlib import Path

import pytest

from reportgen.errors import OutputError
from reportgen.messages import speaking
from reportgen.saving import save


def refused(folder: Path, files: dict[str, bytes]) -> str:
    """Give the English message of a refusal, without the path."""
    with pytest.raises(OutputError) as caught:
        save(folder, files)
    with speaking("en"):
        return str(caught.value).replace(f"{folder}/", "")


def names(folder: Path) -> list[str]:
    """List what a folder holds."""
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    """Nothing but the files and their fingerprints is left."""
    save(tmp_path / "a" / "b", {"r.docx": b"one", "r.pdf": b"two"})
    assert (tmp_path / "a" / "b" / "r.docx").read_bytes() == b"one"
    assert names(tmp_path / "a" / "b") == [".reportgen.json", "r.docx", "r.pdf"]


def test_what_we_wrote_is_written_over(tmp_path: Path) -> None:
    """A report is built again and again."""
    save(tmp_path, {"r.docx": b"one"})
    save(tmp_path, {"r.docx": b"two"})
    assert (tmp_path / "r.docx").read_bytes() == b"two"


def test_a_file_that_someone_edited_is_left_alone(tmp_path: Path) -> None:
    """The colleague's corrections are not lost, and nothing else is written."""
    save(tmp_path, {"r.docx": b"one"})
    (tmp_path / "r.docx").write_bytes(b"one, corrected")
    assert refused(tmp_path, {"r.docx": b"two", "r.pdf": b"two"}) == (
        "r.docx: the file was changed since it was written\n"
        "  → Move or rename it, give another folder with --out, or add --overwrite."
    )
    assert (tmp_path / "r.docx").read_bytes() == b"one, corrected"
    assert names(tmp_path) == [".reportgen.json", "r.docx"]


def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """A file of the same name may be anybody's."""
    (tmp_path / "r.docx").write_bytes(b"mine")
    assert refused(tmp_path, {"r.docx": b"two"}).startswith(
        "r.docx: there is a file of this name already, which reportgen did not write"
    )


def test_the_same_content_is_no_conflict(tmp_path: Path) -> None:
    """Nothing would be lost."""
    (tmp_path / "r.docx").write_bytes(b"one")
    save(tmp_path, {"r.docx": b"one"})
    assert (tmp_path / "r.docx").read_bytes() == b"one"


def test_overwriting_is_possible_for_whoever_asks(tmp_path: Path) -> None:
    """The flag means it."""
    (tmp_path / "r.docx").write_bytes(b"mine")
    save(tmp_path, {"r.docx": b"two"}, overwrite=True)
    assert (tmp_path / "r.docx").read_bytes() == b"two"


def test_fingerprints_that_make_no_sense_protect_everything(tmp_path: Path) -> None:
    """A damaged memory is no licence."""
    save(tmp_path, {"r.docx": b"one"})
    for damaged in ("[1", '["r.docx"]', '{"r.docx": ["x"]}'):
        (tmp_path / ".reportgen.json").write_text(damaged)
        assert "did not write" in refused(tmp_path, {"r.docx": b"two"})


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    """The message names what stands in the way."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError) as caught:
        save(tmp_path / "out", {"r.docx": b"one"})
    with speaking("en"):
        assert "a file stands where the folder must go" in str(caught.value)


def test_a_folder_in_the_place_of_a_file_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    """The other file is not written either."""
    (tmp_path / "r.pdf").mkdir()
    with pytest.raises(OutputError):
        save(tmp_path, {"r.docx": b"one", "r.pdf": b"two"}, overwrite=True)
    assert names(tmp_path) == ["r.pdf"]


def test_a_write_that_fails_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file cannot be put in place: the first is as it was, and still ours."""
    save(tmp_path, {"r.docx": b"one", "r.pdf": b"one"})
    replace = Path.replace

    def fail_at_the_pdf(path: Path, target: Path) -> Path:
        if path.name.endswith(".new") and target.name == "r.pdf":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail_at_the_pdf)
        with pytest.raises(OutputError, match=r"r\.pdf"):
            save(tmp_path, {"r.docx": b"two", "r.pdf": b"two"})
    assert names(tmp_path) == [".reportgen.json", "r.docx", "r.pdf"]
    assert (tmp_path / "r.docx").read_bytes() == b"one"
    assert (tmp_path / "r.pdf").read_bytes() == b"one"
    save(tmp_path, {"r.docx": b"three", "r.pdf": b"three"})
    assert (tmp_path / "r.pdf").read_bytes() == b"three"


def test_a_linked_output_stays_a_link(tmp_path: Path) -> None:
    """A shared folder may hold the file itself."""
    (tmp_path / "shared.docx").write_bytes(b"old")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "r.docx").symlink_to(tmp_path / "shared.docx")
    save(tmp_path / "out", {"r.docx": b"new"}, overwrite=True)
    assert (tmp_path / "out" / "r.docx").is_symlink()
    assert (tmp_path / "shared.docx").read_bytes() == b"new"
