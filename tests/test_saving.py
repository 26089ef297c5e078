"""Files are written whole, and nobody's work is written over."""

import errno
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest

from reportgen.errors import OutputError
from reportgen.messages import speaking
from reportgen.saving import amend, create, recover, refuse_early, save
from reportgen.saving.journal import held


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


def test_what_will_be_refused_is_refused_before_it_is_made(tmp_path: Path) -> None:
    """By the same rules, from the names alone; nothing is left in the folder."""
    save(tmp_path, {"r.docx": b"one"})
    refuse_early(tmp_path, ["r.docx", "r.pdf"])
    (tmp_path / "r.docx").write_bytes(b"one, corrected")
    (tmp_path / "r.pdf").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        refuse_early(tmp_path, ["r.docx", "r.pdf", "r.txt"])
    with speaking("en"):
        assert [str(problem.what) for problem in caught.value.problems] == [
            "the file was changed since it was written",
            "there is a file of this name already, which reportgen did not write",
        ]
    refuse_early(tmp_path, ["r.docx", "r.pdf"], overwrite=True)
    assert names(tmp_path) == [".reportgen.json", "r.docx", "r.pdf"]


@pytest.mark.parametrize("missing", [".", "a", "a/b"])
def test_a_folder_that_cannot_be_written_is_refused_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """So is one that could not be made in it; the message names the folder that is there."""
    monkeypatch.setattr("os.access", lambda path, _: path != tmp_path)
    with pytest.raises(OutputError) as caught:
        refuse_early(tmp_path / missing, ["r.docx"], overwrite=True)
    with speaking("en"):
        assert str(caught.value) == (
            f"{tmp_path}: nothing can be written into the folder: permission denied\n"
            "  → Check who may write into it, or give another folder with --out."
        )
    assert names(tmp_path) == []


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
        save(tmp_path / "out" / "in", {"r.docx": b"one"})
    with speaking("en"):
        assert str(caught.value).startswith(
            f"{tmp_path / 'out'}: a file stands where the folder must go\n"
        )


def test_a_folder_in_the_place_of_a_file_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    """The other file is not written either."""
    (tmp_path / "r.pdf").mkdir()
    with pytest.raises(OutputError):
        save(tmp_path, {"r.docx": b"one", "r.pdf": b"two"}, overwrite=True)
    assert names(tmp_path) == ["r.pdf"]


def test_a_name_that_no_system_takes_is_refused(tmp_path: Path) -> None:
    """With the reason, before anything is written."""
    name = "a" * 300
    assert refused(tmp_path / name, {"r.docx": b"one"}) == (
        "r.docx: the file cannot be written: the name is too long\n"
        "  → Close it in other programs, and check who may write into its folder."
    )
    assert names(tmp_path) == []


def test_a_full_disk_is_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To close the file elsewhere would not help."""

    def fail(_: Path, __: Path) -> Path:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Path, "replace", fail)
    assert refused(tmp_path, {"r.docx": b"one"}).endswith(
        ": nothing can be written here: no room is left on the disk\n"
        "  → Make room there, and run the command again."
    )
    assert names(tmp_path) == []


def test_a_write_that_fails_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file cannot be put in place: the first is as it was, and still ours."""
    save(tmp_path, {"r.docx": b"one", "r.pdf": b"one"})
    replace = Path.replace

    def fail_at_the_pdf(path: Path, target: Path) -> Path:
        if path.name == ".r.pdf.reportgen.new":
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


def test_a_new_folder_is_made_whole(tmp_path: Path) -> None:
    """With its folders within, and nothing besides: what is in it is for people to change."""
    create(tmp_path / "a" / "2017", {"report.yaml": b"r", "meetings/x.yaml": b"m"})
    assert names(tmp_path / "a") == ["2017"]
    assert names(tmp_path / "a" / "2017") == ["meetings", "report.yaml"]
    assert (tmp_path / "a" / "2017" / "meetings" / "x.yaml").read_bytes() == b"m"


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, kind: str) -> None:
    """Even an empty folder is somebody's."""
    target = tmp_path / "2017"
    if kind == "folder":
        target.mkdir()
    elif kind == "file":
        target.write_text("mine")
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(OutputError) as caught:
        create(target, {"report.yaml": b"r"})
    with speaking("en"):
        assert str(caught.value).replace(f"{tmp_path}/", "") == (
            "2017: there is a folder or a file of this name already\n"
            "  → Give another folder with --out; the one that is there is left alone."
        )
    assert names(tmp_path) == ["2017"]
    assert kind != "folder" or not names(target)


def test_a_folder_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither half of it, nor the folders above it."""
    sync = os.fsync

    def fail_at_the_second(file: int) -> None:
        if os.fstat(file).st_size == len("second"):
            raise OSError(28, "No space left on device")
        sync(file)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail_at_the_second)
        with pytest.raises(OutputError, match="plus de place"):
            create(tmp_path / "new" / "2017", {"a": b"1", "b": b"second"})
    assert names(tmp_path) == []
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError) as caught:
        create(tmp_path / "file" / "2017", {"a": b"1"})
    with speaking("en"):
        assert "a file stands where the folder must go" in str(caught.value)
    assert names(tmp_path) == ["file"]


def test_files_are_added_and_changed_together(tmp_path: Path) -> None:
    """No fingerprints: these are for people to change."""
    (tmp_path / "report.yaml").write_bytes(b"before")
    amend(tmp_path, {"meetings/a.yaml": b"m"}, {"report.yaml": (b"before", b"after")})
    assert names(tmp_path) == ["meetings", "report.yaml"]
    assert (tmp_path / "report.yaml").read_bytes() == b"after"
    assert (tmp_path / "meetings" / "a.yaml").read_bytes() == b"m"


def test_every_file_that_stands_in_the_way_is_told(tmp_path: Path) -> None:
    """One that is there already, one that changed, one that is gone; and nothing is written."""
    (tmp_path / "report.yaml").write_bytes(b"other")
    (tmp_path / "a.yaml").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        amend(
            tmp_path,
            {"a.yaml": b"m", "b.yaml": b"m"},
            {"report.yaml": (b"before", b"after"), "gone.yaml": (b"x", b"y")},
        )
    with speaking("en"):
        assert str(caught.value).replace(f"{tmp_path}/", "") == (
            "a.yaml: there is a file of this name already\n"
            "  → Move or rename it, or change it by hand.\n"
            "report.yaml: the file was changed by someone else meanwhile\n"
            "  → Run the command again.\n"
            "gone.yaml: the file was changed by someone else meanwhile\n"
            "  → Run the command again."
        )
    assert names(tmp_path) == ["a.yaml", "report.yaml"]


def test_an_addition_that_fails_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of the meetings, made for it, goes too."""
    (tmp_path / "report.yaml").write_bytes(b"before")
    replace = Path.replace

    def fail_at_the_report(path: Path, target: Path) -> Path:
        if path.name == ".report.yaml.reportgen.new":
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail_at_the_report)
        with pytest.raises(OutputError, match=r"report\.yaml"):
            amend(tmp_path, {"meetings/a.yaml": b"m"}, {"report.yaml": (b"before", b"after")})
    assert names(tmp_path) == ["report.yaml"]
    assert (tmp_path / "report.yaml").read_bytes() == b"before"


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """What one person alone may read stays so."""
    report = tmp_path / "report.yaml"
    report.write_bytes(b"before")
    report.chmod(mode)
    amend(tmp_path, {}, {"report.yaml": (b"before", b"after")})
    assert report.read_bytes() == b"after"
    assert report.stat().st_mode & 0o777 == mode


def test_a_file_stays_with_its_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colleagues who may read it go on doing so; where the system objects, it is written still."""
    given = []

    def refuse(path: Path, owner: int, group: int) -> None:
        given.append((path.name, owner, group))
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    report = tmp_path / "report.yaml"
    report.write_bytes(b"before")
    there = report.stat()
    amend(tmp_path, {}, {"report.yaml": (b"before", b"after")})
    assert report.read_bytes() == b"after"
    assert given[:2] == [
        (".report.yaml.reportgen.new", -1, there.st_gid),
        (".report.yaml.reportgen.new", there.st_uid, -1),
    ]


@pytest.mark.parametrize("link", ["out/r.docx", "out/.reportgen.json", "out", "out/r.pdf"])
@pytest.mark.parametrize("to", ["elsewhere/deep/x", "elsewhere", "out/r.pdf"])
def test_a_link_to_nothing_creates_nothing(tmp_path: Path, link: str, to: str) -> None:
    """Neither elsewhere, nor in the folder; a link to itself leads nowhere too."""
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / to)
    before = sorted(tmp_path.rglob("*"))
    files = {"r.docx": b"one", "r.pdf": b"two"}
    with pytest.raises(OutputError):
        save(tmp_path / "out", files, overwrite=True)
    with pytest.raises(OutputError):
        refuse_early(tmp_path / "out", files, overwrite=True)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("link", ["meetings", "meetings/a.yaml"])
def test_a_record_is_not_created_elsewhere(tmp_path: Path, link: str) -> None:
    """A folder of meetings that leads to nothing is not made at the other end."""
    (tmp_path / "2017" / link).parent.mkdir(parents=True)
    (tmp_path / "2017" / link).symlink_to(tmp_path / "elsewhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError):
        amend(tmp_path / "2017", {"meetings/a.yaml": b"m"}, {})
    assert sorted(tmp_path.rglob("*")) == before


def test_a_pipe_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """Whoever read it would wait for ever."""
    os.mkfifo(tmp_path / "r.pdf")
    assert refused(tmp_path, {"r.pdf": b"two"}) == (
        "r.pdf: what stands where the file must go is a device or a pipe\n"
        "  → Move or rename it, or give another folder with --out."
    )


def test_commands_write_one_after_the_other(tmp_path: Path) -> None:
    """Several at once: each finds what the one before has written, whole."""
    with ThreadPoolExecutor() as threads:
        files = [{"r.docx": bytes([n]) * 9, "r.pdf": bytes([n])} for n in range(20)]
        list(threads.map(lambda one: save(tmp_path, one), files))
    assert names(tmp_path) == [".reportgen.json", "r.docx", "r.pdf"]
    assert (tmp_path / "r.docx").read_bytes() == (tmp_path / "r.pdf").read_bytes() * 9


def test_a_command_that_never_ends_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message takes the place of a hang."""
    monkeypatch.setattr("reportgen.saving.journal._PATIENCE_S", 0.1)
    with held(tmp_path):
        assert refused(tmp_path, {"r.docx": b"one"}).endswith(
            ": another command has been writing into this folder for a while\n"
            "  → Wait until it has ended, or end it, then give yours again."
        )


def killed(work: Callable[[], None]) -> None:
    """Do some work that is cut short as soon as the first file is in place."""
    replace = Path.replace

    def last(path: Path, target: Path) -> None:
        replace(path, target)
        os.kill(os.getpid(), signal.SIGKILL)

    def run() -> None:
        Path.replace = last  # type: ignore[method-assign, assignment]
        work()

    process = get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def test_records_that_someone_went_on_writing_are_left_after_a_kill(tmp_path: Path) -> None:
    """Who is registered stays: what was written since may name them."""
    report = tmp_path / "report.yaml"
    report.write_bytes(b"before")
    killed(lambda: amend(tmp_path, {"a.yaml": b"m"}, {"report.yaml": (b"before", b"after")}))
    report.write_bytes(b"after, and more")
    with speaking("en"):
        assert str(recover(tmp_path)) == (
            f"A command was cut short while it wrote into {tmp_path}; as report.yaml was changed"
            " since, what it had written was left."
        )
    assert report.read_bytes() == b"after, and more"
    assert names(tmp_path) == ["report.yaml"]
    assert recover(tmp_path) is None


def test_a_record_that_a_link_leads_to_is_put_back_after_a_kill(tmp_path: Path) -> None:
    """Where it lies, with nothing left beside it; the link stays a link."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "2017").mkdir()
    (tmp_path / "shared/r.yaml").write_bytes(b"before")
    (tmp_path / "2017/report.yaml").symlink_to(tmp_path / "shared/r.yaml")
    killed(lambda: amend(tmp_path / "2017", {}, {"report.yaml": (b"before", b"after")}))
    assert (tmp_path / "shared/r.yaml").read_bytes() == b"after"
    assert recover(tmp_path / "2017")
    assert (tmp_path / "shared/r.yaml").read_bytes() == b"before"
    assert names(tmp_path / "shared") == ["r.yaml"]
    assert names(tmp_path / "2017") == ["report.yaml"]
    assert (tmp_path / "2017/report.yaml").is_symlink()


def test_an_output_that_someone_edited_after_a_kill_is_theirs(tmp_path: Path) -> None:
    """The others are as they were before, and known for ours."""
    save(tmp_path, {"r.docx": b"one", "r.pdf": b"one"})
    killed(lambda: save(tmp_path, {"r.docx": b"two", "r.pdf": b"two"}))
    (tmp_path / "r.docx").write_bytes(b"two, corrected")
    with speaking("en"):
        assert str(recover(tmp_path)) == (
            f"A command was cut short while it wrote into {tmp_path}; what it had begun was taken"
            " back."
        )
    assert "r.docx: the file was changed" in refused(tmp_path, {"r.docx": b"3", "r.pdf": b"3"})
    assert (tmp_path / "r.docx").read_bytes() == b"two, corrected"
    save(tmp_path, {"r.pdf": b"3"})
    assert names(tmp_path) == [".reportgen.json", "r.docx", "r.pdf"]


@pytest.mark.parametrize(
    "journal",
    [
        "",
        '{"files": [["../mine", null, "{digest}"]], "made": [], "apart": false}',
        '{"files": [["linked/mine", null, "{digest}"]], "made": [], "apart": false}',
        '{"files": [["{folder}/mine", null, "{digest}"]], "made": [], "apart": false}',
        '{"files": [], "made": ["linked/empty"], "apart": false}',
        '{"files": [[3, null, []]], "made": [7], "apart": {}}',
        "[" * 100_000,
    ],
)
def test_a_journal_that_we_did_not_write_reaches_nothing_outside(
    tmp_path: Path, journal: str
) -> None:
    """A folder of records may come from anybody; one that was not written to its end is empty."""
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "2017").mkdir()
    (tmp_path / "2017/linked").symlink_to(tmp_path)
    said = journal.replace("{folder}", str(tmp_path))
    said = said.replace("{digest}", sha256(b"mine").hexdigest())
    (tmp_path / "2017/.reportgen.begun").write_text(said)
    assert recover(tmp_path / "2017")
    assert names(tmp_path / "2017") == ["linked"]
    assert names(tmp_path) == ["2017", "empty", "mine"]


def test_whoever_may_only_read_is_told_of_a_kill_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dead command was a colleague's, and each file is whole."""
    (tmp_path / "report.yaml").write_bytes(b"before")
    killed(lambda: amend(tmp_path, {}, {"report.yaml": (b"before", b"after")}))
    left = names(tmp_path)
    with monkeypatch.context() as patched, speaking("en"):
        patched.setattr("os.access", lambda path, _: path != tmp_path)
        assert str(recover(tmp_path)) == (
            f"A command was cut short in {tmp_path}, where you may not write; the next command of"
            " someone who may will clear it up."
        )
    assert names(tmp_path) == left
    assert recover(tmp_path)
    assert names(tmp_path) == ["report.yaml"]
