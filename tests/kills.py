"""Commands that are killed while they write, and what they leave, for tests and measurements."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from stat import S_ISREG

from attrs import frozen

from reportgen.cli import main
from reportgen.reading import read_report

REPORT = """\
period: 2018
body: {name: Comité d’étude, gender: masculine}
chair: {todo: le nom de la présidence}
conclusions:
  - text: >-
      Le Comité poursuivra  ses travaux.
"""
MEETING = """\
date: 2018-03-01
theme: >-
  L’eau :  une source de paix
account:
  - by: participants
    paragraphs:
      - Les participants ont  débattu.
"""
PROGRAMME = """\
Date;Thème;Intervenant;Fonction;Organisation
2018-05-12;Les océans;Ana Diaz;Directrice;Kosmos
2018-06-12;Les fleuves;Jean Petit;Directeur;Kosmos
"""
_CHANGES = {"os.rename", "os.mkdir", "os.link", "os.symlink", "os.truncate"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT

Contents = dict[str, bytes]


@frozen
class Task:
    """A command that writes.

    Args:
        arguments: the command.
        code: how it ends.
        then: the next command, which clears up what the first has left; the same where that can be
            given twice, so that all is there in the end. Otherwise all of it is there, or nothing.
    """

    arguments: tuple[str, ...]
    code: int = 0
    then: tuple[str, ...] = ("status", "2018")

    @property
    def twice(self) -> bool:
        """Whether the command can be given twice."""
        return self.then == self.arguments


def tasks(*formats: str) -> dict[str, Task]:
    """Give the four commands that write, where `lay_out` has laid out a report."""
    build = ("build", "2018", "--out", "out", *(f"--format={one}" for one in formats))
    fix = ("check", "2018", "--fix", "--no-spelling", "--select=TYPO")
    return {
        "build": Task(build, then=build),
        "fix": Task(fix, then=fix),
        "add": Task(("add", "2018", "plan.csv")),
        "new": Task(("new", "2018", "--year", "2019")),
    }


def lay_out(folder: Path, task: Task) -> None:
    """Lay out a report, which was built before where it is to be built."""
    (folder / "2018/meetings").mkdir(parents=True)
    (folder / "2018/report.yaml").write_text(REPORT, "utf-8")
    (folder / "2018/meetings/2018-03-01.yaml").write_text(MEETING, "utf-8")
    (folder / "plan.csv").write_text(PROGRAMME, "utf-8")
    if task.arguments[0] == "build":
        assert run(folder, task.arguments) == 0
        (folder / "2018/report.yaml").write_text(REPORT.replace("ses", "tous ses"), "utf-8")


def warm_up(folder: Path, task: Task) -> None:
    """Run a command in this process, whose children then have everything loaded."""
    with chdir(folder), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        for arguments in (task.arguments, task.then):
            with suppress(SystemExit):
                main([*arguments])


def contents(folder: Path) -> Contents:
    """Give every file in a folder, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def run(
    folder: Path, arguments: tuple[str, ...], *, said: Path | None = None, step: int = 0
) -> int:
    """Run a command in a process of its own.

    Args:
        folder: where it is given.
        arguments: the command.
        said: takes what it says.
        step: the change of the disk before which it is killed; 0 for none.

    Returns:
        Its exit code, -9 where it was killed.
    """
    process = get_context("fork").Process(target=_run, args=(folder, arguments, said, step))
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def _run(folder: Path, arguments: tuple[str, ...], said: Path | None, step: int) -> None:
    os.chdir(folder)
    with Path(said or os.devnull).open("w", encoding="utf-8") as file:
        sys.stdout = sys.stderr = file
        if step:
            _die_before(step)
        main(["--lang", "en", *arguments])


def _die_before(step: int) -> None:
    """Let the process be killed before it changes the disk for the nth time.

    What it has not brought down to the disk by then is only half there.
    """
    left = step

    def count() -> bool:
        nonlocal left
        left -= 1
        return not left

    def watch(event: str, given: tuple[object, ...]) -> None:
        if _changes(event, given) and count():
            os.kill(os.getpid(), signal.SIGKILL)

    sync: Callable[[int], None] = os.fsync

    def sync_half(file: int) -> None:
        if count():
            there = os.fstat(file)
            if S_ISREG(there.st_mode):
                os.truncate(file, there.st_size // 2)
            os.kill(os.getpid(), signal.SIGKILL)
        sync(file)

    os.fsync = sync_half  # type: ignore[assignment]
    sys.addaudithook(watch)


def _changes(event: str, given: tuple[object, ...]) -> bool:
    """Tell whether what is about to happen changes the disk."""
    path = str(given[0]) if given else ""
    if "__pycache__" in path:
        return False
    if event == "open":
        return not path.isdecimal() and isinstance(given[2], int) and bool(given[2] & _WRITES)
    if event in {"os.remove", "os.rmdir"}:
        return os.path.lexists(path)
    return event in _CHANGES and not (event == "os.mkdir" and os.path.lexists(path))


def faults(folder: Path, task: Task, before: Contents, after: Contents, said: Path) -> list[str]:
    """Find what a command that was killed has spoilt, and what the next one does not mend.

    Args:
        folder: where it was killed.
        task: the command.
        before: what the folder held before it.
        after: what the folder holds after it, when it is not killed.
        said: takes what the next command says.
    """
    left = contents(folder)
    found = [name for name in before if left.get(name) not in (before[name], after[name])]
    read_report(folder / "2018")
    if (folder / "2019").exists():
        read_report(folder / "2019")
    code = run(folder, task.then, said=said)
    if code != (task.code if task.twice else 1):  # something remains to be filled in
        found.append(f"the next command ends with {code}")
    now = contents(folder)
    if now != after and (task.twice or now != before):
        found.append(f"there is {sorted(now)} in the end")
    remains = [name for name in left if name.endswith((".begun", ".stands"))]
    if remains and "cut short" not in said.read_text("utf-8"):
        found.append("the next command does not say what it did")
    return found
