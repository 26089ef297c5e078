"""Several files changed together: all of them, or none, whenever the power goes.

Part of `saving`. A journal in the folder says first what is to change. Then the new and the old
content of each file are laid beside it, the new one is renamed over it, and the journal is renamed:
from here on the change stands, and what lies beside is only remains. Whoever finds a journal under
its first name takes the change back; so does the command itself, where a step fails. A file never
leaves its name, and each step is on the disk before the next.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from attrs import field, frozen

from reportgen.errors import OutputError, Place, Problem, reason_of
from reportgen.messages import Message, message

if sys.platform != "win32":
    import fcntl

_BEGUN = ".reportgen.begun"
_STANDS = ".reportgen.stands"
_PATIENCE_S = 20
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@frozen
class Change:
    """What a file is to hold.

    Args:
        name: the file, from the folder that the journal lies in.
        before: what it holds; None where there is no such file.
        after: what it will hold.
    """

    name: str
    before: bytes | None
    after: bytes


@frozen
class _Entry:
    """A change as the journal tells it, by digests; None stands for no file."""

    name: str
    before: str | None
    after: str | None


@frozen
class _Journal:
    """What was begun.

    Args:
        entries: the files, in the order in which they are put in place.
        made: the folders made for them, the innermost first.
        apart: whether each file stands for itself, and is taken back even where someone has gone
            on working with another.
    """

    entries: tuple[_Entry, ...]
    made: tuple[str, ...] = ()
    apart: bool = field(default=False, kw_only=True)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder while files in it change: other commands wait, and dead ones are cleared up.

    It is made when it is missing, and removed again if nothing comes into it.

    Raises:
        OutputError: it cannot be made or looked into, or another command does not let go of it.
    """
    made = missing_folders(folder)
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(unwritable(folder, error)) from error
        with _alone(folder):
            _settle(folder)
            yield
    finally:
        _remove_empty(made)


def recover(folder: Path) -> Message | None:
    """Clear up what a dead command has left in a folder.

    Returns:
        What was done, to be told, or that one may not do it; None where nothing was left.

    Raises:
        OutputError: the folder cannot be written, or another command is writing into it.
    """
    if not any(os.path.lexists(folder / name) for name in (_BEGUN, _STANDS)):
        return None
    if not os.access(folder, os.W_OK):  # whoever only reads finds each file whole
        return message(
            "A command was cut short in {folder}, where you may not write; the next command of"
            " someone who may will clear it up.",
            folder=folder,
        )
    with _alone(folder):
        return _settle(folder)


def carry_out(folder: Path, changes: Sequence[Change], *, apart: bool) -> None:
    """Change files in a folder that is held, all of them or none.

    Args:
        folder: the folder.
        changes: what the files are to hold, those that others rest upon first.
        apart: whether each file stands for itself, see the journal.

    Raises:
        OutputError: one of them cannot be written.
    """
    targets = {change.name: _real(folder, change.name) for change in changes}
    made = missing_folders(*(target.parent for target in targets.values()))
    entries = tuple(_Entry(one.name, _digest(one.before), _digest(one.after)) for one in changes)
    names = tuple(one.relative_to(_real(folder)).as_posix() for one in made)
    current = folder
    try:
        _write_journal(folder / _BEGUN, _Journal(entries, names, apart=apart))
        for change in changes:
            current = targets[change.name]
            _lay_beside(current, change)
        _sync_folders(targets.values())
        for current in targets.values():
            _beside(current, "new").replace(current)
        _sync_folders(targets.values())
        _stand(folder)
    except OSError as error:
        raise OutputError(unwritable(current, error)) from error
    finally:
        _settle(folder)


def make_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with files in it, whole or not at all; the one above it is held.

    Args:
        folder: the folder, which is not there yet.
        files: the content of each file, by its name within the folder.

    Raises:
        OutputError: it cannot be written.
    """
    above, current = folder.parent, folder
    beside = _beside(folder, "new")
    try:
        _write_journal(above / _STANDS, _Journal((_Entry(folder.name, None, None),)))
        for name, content in files.items():
            current = folder / name
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            _write(beside / name, content)
        _sync_folders(beside / name for name in files)
        current = folder
        beside.rename(folder)
        _sync_folders([folder])
    except OSError as error:
        raise OutputError(unwritable(current, error)) from error
    finally:
        _settle(above)


def missing_folders(*folders: Path) -> list[Path]:
    """List those of some folders, and of the ones above them, that are not there yet.

    Returns:
        The innermost first.
    """
    wanted = {one for folder in folders for one in (folder, *folder.parents)}
    above = {folder for folder in wanted if not os.path.lexists(folder)}
    return sorted(above, key=lambda folder: len(folder.parts), reverse=True)


def unwritable(path: Path, error: OSError) -> Problem:
    """Say why a file or a folder cannot be written."""
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return Problem(
            message("a file stands where the folder must go"),
            message("Move or rename it, or give another folder with --out."),
            Place(str(path)),
        )
    if error.errno in _FULL:
        return Problem(
            message("nothing can be written here: {reason}", reason=reason_of(error)),
            message("Make room there, and run the command again."),
            Place(str(path)),
        )
    return Problem(
        message("the file cannot be written: {reason}", reason=reason_of(error)),
        message("Close it in other programs, and check who may write into its folder."),
        Place(str(path)),
    )


# --- one command at a time ----------------------------------------------------------------------


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other command holds a folder; the lock ends with its process, however it ends.

    Where the system or the disk has no such locks, commands have to be given one after the other.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(unwritable(folder, error)) from error
    try:
        _wait_for(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE_S
    with suppress(OSError):  # a disk without locks
        while time.monotonic() < until:
            with suppress(BlockingIOError):
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            time.sleep(0.05)
        what = message("another command has been writing into this folder for a while")
        advice = message("Wait until it has ended, or end it, then give yours again.")
        raise OutputError(Problem(what, advice, Place(str(folder))))


# --- what was begun -----------------------------------------------------------------------------


def _settle(folder: Path) -> Message | None:
    """Take back what the journal of a folder says was begun, and delete what lies beside.

    It can be cut short at any moment and done again.
    """
    begun, stands = folder / _BEGUN, folder / _STANDS
    said = None
    try:
        if os.path.lexists(begun):
            said = _taken_back(folder, _read_journal(begun))
            begun.unlink()
        if os.path.lexists(stands):
            _sweep(folder, _read_journal(stands))
            stands.unlink()
            said = message(
                "A command was cut short in {folder}; what it left there was deleted.",
                folder=folder,
            )
    except OSError as error:
        raise OutputError(unwritable(Path(error.filename or folder), error)) from error
    return said


def _taken_back(folder: Path, journal: _Journal) -> Message:
    now = [(entry, _digest(_content(folder / entry.name))) for entry in journal.entries]
    edited = [entry.name for entry, holds in now if holds not in (entry.before, entry.after)]
    if journal.apart or not edited:
        for entry, holds in reversed(now):
            if holds == entry.after != entry.before:
                _put_back(folder, entry)
        _sync_folders(_real(folder, entry.name) for entry in journal.entries)
    _sweep(folder, journal)
    if edited and not journal.apart:
        return message(
            "A command was cut short while it wrote into {folder}; as {names} was changed since,"
            " what it had written was left.",
            folder=folder,
            names=", ".join(edited),
        )
    return message(
        "A command was cut short while it wrote into {folder}; what it had begun was taken back.",
        folder=folder,
    )


def _put_back(folder: Path, entry: _Entry) -> None:
    target = _real(folder, entry.name)
    if entry.before is not None:
        with suppress(FileNotFoundError):  # laid there by nobody: the journal is not ours
            _beside(target, "old").replace(target)
    elif target.is_relative_to(_real(folder)):
        target.unlink()


def _sweep(folder: Path, journal: _Journal) -> None:
    """Delete what lies beside the files of a journal, and the folders that were made in vain."""
    for entry in journal.entries:
        target = _real(folder, entry.name)
        for remains in (_beside(target, "new"), _beside(target, "old")):
            if remains.is_dir() and not remains.is_symlink():
                shutil.rmtree(remains)
            else:
                remains.unlink(missing_ok=True)
    made = (_real(folder, name) for name in journal.made)
    _remove_empty(one for one in made if one.is_relative_to(_real(folder)))


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _stand(folder: Path) -> None:
    (folder / _BEGUN).replace(folder / _STANDS)
    _sync(folder)


# --- the journal as a file ----------------------------------------------------------------------


def _write_journal(path: Path, journal: _Journal) -> None:
    said = {
        "files": [[entry.name, entry.before, entry.after] for entry in journal.entries],
        "made": journal.made,
        "apart": journal.apart,
    }
    _write(path, json.dumps(said).encode())
    _sync(path.parent)


def _read_journal(path: Path) -> _Journal:
    """Read what was begun: nothing where the journal itself was not written to its end."""
    try:
        said = json.loads(_content(path) or b"")
        journal = _Journal(
            tuple(_Entry(*entry) for entry in said["files"]),
            tuple(said["made"]),
            apart=said["apart"] is True,
        )
        names = (*(entry.name for entry in journal.entries), *journal.made)
        return journal if all(map(_is_within, names)) else _Journal(())
    except (ValueError, TypeError, KeyError, RecursionError):
        return _Journal(())


def _is_within(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(path.name) and not path.is_absolute() and not {"..", "\0"} & {*path.parts, *name}


# --- files --------------------------------------------------------------------------------------


def _lay_beside(target: Path, change: Change) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    like = None if change.before is None else target.stat()
    _write(_beside(target, "new"), change.after, like)
    if change.before is not None:
        _write(_beside(target, "old"), change.before, like)


def _write(path: Path, content: bytes, like: os.stat_result | None = None) -> None:
    """Write a file that must not be there down to the disk; those may read it who may read another.

    Args:
        path: the file.
        content: what it is to hold.
        like: what the system says of the other file; None for one that everybody may read.
    """
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600 if like else 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if like:
            _give(path, like)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _give(path: Path, like: os.stat_result) -> None:
    """Give a file the group, the owner and the mode of another, as far as one may."""
    if sys.platform != "win32":
        for owner, group in ((-1, like.st_gid), (like.st_uid, -1)):
            with suppress(PermissionError):
                os.chown(path, owner, group)
    path.chmod(like.st_mode & 0o7777)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _digest(content: bytes | None) -> str | None:
    return None if content is None else sha256(content).hexdigest()


def _real(folder: Path, name: str = "") -> Path:
    """Follow the links of a file: it is changed where it lies, and the links stay."""
    return Path(os.path.realpath(folder / name))


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.reportgen.{kind}")


def _sync_folders(files: Iterable[Path]) -> None:
    for folder in {file.parent for file in files}:
        if folder.is_dir():  # a command may have been cut short before it made it
            _sync(folder)


def _sync(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system knows how."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks do it by themselves, and refuse
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
