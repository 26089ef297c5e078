"""Bytes into files: nothing half-written, nobody's work written over.

Floor 3. `save` is for outputs, and `refuse_early` for those that take long to make; `create` and
`amend` are for records, which people go on writing. A folder of outputs keeps the fingerprint of
each file that was written into it. A file that no longer has its fingerprint was edited by someone,
or is not ours, and is left alone. `journal` sees to it that files change together, and `recover`
clears up what a dead command has left.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path

from reportgen.errors import OutputError, Place, Problem, reason_of
from reportgen.messages import message
from reportgen.saving.journal import Change, carry_out, held, make_folder, recover, unwritable

__all__ = ["amend", "create", "recover", "refuse_early", "save", "signed"]

_FINGERPRINTS = ".reportgen.json"


def save(folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False) -> None:
    """Write files into a folder, all of them or none.

    Args:
        folder: where they go; made when it is missing.
        files: the content of each file, by name.
        overwrite: whether files that someone changed, or that are not ours, are replaced.

    Raises:
        OutputError: the folder cannot be written, or a file there is someone's work.
    """
    _refuse_closed(folder)
    _refuse_irregular(folder, [*files, _FINGERPRINTS])
    with held(folder):
        known = _fingerprints(folder)
        if not overwrite:
            others = [name for name, content in files.items() if not _holds(folder / name, content)]
            _refuse_to_overwrite(folder, others, known)
        after = signed(files, known)
        changes = [Change(name, _content(folder / name), after[name]) for name in after]
        carry_out(folder, changes, apart=True)


def refuse_early(folder: Path, names: Iterable[str], *, overwrite: bool = False) -> None:
    """Refuse before files are made what `save` would refuse afterwards.

    As their content is not known yet, a file that happens to hold it already is refused too.

    Args:
        folder: where they will go; nothing is left there.
        names: what the files will be called.
        overwrite: whether files that someone changed, or that are not ours, will be replaced.

    Raises:
        OutputError: the folder cannot be written, or a file there is someone's work.
    """
    names = tuple(names)
    _refuse_closed(folder)
    _refuse_irregular(folder, [*names, _FINGERPRINTS])
    if not overwrite:
        _refuse_to_overwrite(folder, names, _fingerprints(folder))


def signed(files: Mapping[str, bytes], known: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Add to the files of a folder their fingerprints, by which `save` knows them for ours.

    Args:
        files: the content of each file, by name.
        known: the fingerprints that the folder has already.
    """
    prints = dict(known or {}) | {name: _fingerprint(data) for name, data in files.items()}
    kept = json.dumps(prints, ensure_ascii=False, indent=1, sort_keys=True)
    return {**files, _FINGERPRINTS: f"{kept}\n".encode()}


def create(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder with files in it, all of them or none.

    Args:
        folder: where they go; the folders above it are made when they are missing.
        files: the content of each file, by its name within the folder (`meetings/a.yaml`).

    Raises:
        OutputError: there is something of that name already, if only an empty folder, or it
            cannot be written.
    """
    _refuse_taken(folder)
    with held(folder.parent):
        _refuse_taken(folder)
        make_folder(folder, files)


def amend(
    folder: Path, new: Mapping[str, bytes], changed: Mapping[str, tuple[bytes, bytes]]
) -> None:
    """Add files to a folder and change others, all of them or none.

    Args:
        folder: a folder of records.
        new: the content of each file that is added, by its name within the folder.
        changed: what each file that is changed must still hold, and what it is to hold.

    Raises:
        OutputError: a file that is to be added is there already, one that is to be changed was
            changed by someone else, or the folder cannot be written.
    """
    with held(folder):
        problems = [*_present(folder, new), *_meanwhile(folder, changed)]
        if problems:
            raise OutputError(*problems)
        _refuse_irregular(folder, [*new, *changed])
        # the report's own file first: meetings name the speakers that it registers
        changes = [Change(name, *contents) for name, contents in changed.items()]
        changes += [Change(name, None, content) for name, content in new.items()]
        carry_out(folder, changes, apart=False)


def _refuse_taken(folder: Path) -> None:
    if os.path.lexists(folder):
        what = message("there is a folder or a file of this name already")
        advice = message("Give another folder with --out; the one that is there is left alone.")
        raise OutputError(Problem(what, advice, Place(str(folder))))


def _present(folder: Path, new: Iterable[str]) -> Iterator[Problem]:
    for name in new:
        if os.path.lexists(folder / name):
            what = message("there is a file of this name already")
            advice = message("Move or rename it, or change it by hand.")
            yield Problem(what, advice, Place(str(folder / name)))


def _meanwhile(folder: Path, changed: Mapping[str, tuple[bytes, bytes]]) -> Iterator[Problem]:
    for name, (before, _) in changed.items():
        if not _holds(folder / name, before):
            what = message("the file was changed by someone else meanwhile")
            yield Problem(what, message("Run the command again."), Place(str(folder / name)))


def _fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


def _fingerprints(folder: Path) -> dict[str, str]:
    """Read what the folder remembers; nothing where it remembers nothing that makes sense."""
    try:
        known = json.loads((folder / _FINGERPRINTS).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {name: print_ for name, print_ in known.items() if isinstance(print_, str)}


def _refuse_irregular(folder: Path, names: Iterable[str]) -> None:
    """Refuse what cannot be replaced by a file, or would be written to somewhere else."""
    problems = [*chain.from_iterable(_irregular(folder, name) for name in names)]
    if problems:
        raise OutputError(*problems)


def _irregular(folder: Path, name: str) -> Iterator[Problem]:
    path = folder / name
    try:
        if path.is_dir():
            what = message("a folder stands where the file must go")
        elif path.exists() and not path.is_file():
            what = message("what stands where the file must go is a device or a pipe")
        elif any(one.is_symlink() and not one.exists() for one in (path, path.parent)):
            what = message("a link that leads to nothing stands where the file must go")
        else:
            return
    except OSError as error:
        raise OutputError(unwritable(path, error)) from error
    advice = message("Move or rename it, or give another folder with --out.")
    yield Problem(what, advice, Place(str(path)))


def _refuse_to_overwrite(folder: Path, names: Iterable[str], known: Mapping[str, str]) -> None:
    problems = []
    for name in names:
        content = _content(folder / name)
        if content is not None and _fingerprint(content) != known.get(name):
            problems.append(_someones_work(folder / name, ours=name in known))
    if problems:
        raise OutputError(*problems)


def _refuse_closed(folder: Path) -> None:
    """Refuse a folder that may not be written, or one that could not be made."""
    present = next(one for one in (folder, *folder.parents) if os.path.lexists(one))
    if not present.is_dir():
        raise OutputError(unwritable(present, NotADirectoryError()))
    if not os.access(present, os.W_OK | os.X_OK):
        fixed = os.statvfs(present).f_flag & os.ST_RDONLY
        reason = reason_of(OSError(errno.EROFS if fixed else errno.EACCES, ""))
        what = message("nothing can be written into the folder: {reason}", reason=reason)
        advice = message("Check who may write into it, or give another folder with --out.")
        raise OutputError(Problem(what, advice, Place(str(present))))


def _holds(path: Path, content: bytes) -> bool:
    return _content(path) == content


def _content(path: Path) -> bytes | None:
    """Read what a file holds; None where there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise OutputError(unwritable(path, error)) from error


def _someones_work(path: Path, *, ours: bool) -> Problem:
    return Problem(
        message("the file was changed since it was written")
        if ours
        else message("there is a file of this name already, which reportgen did not write"),
        message("Move or rename it, give another folder with --out, or add --overwrite."),
        Place(str(path)),
    )
