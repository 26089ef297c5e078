"""Bytes into files: nothing half-written, nobody's work written over.

Floor 3. `save` is for outputs, and `refuse_early` for those that take long to make; `create` and
`amend` are for records, which people go on writing. A folder of outputs keeps the fingerprint of
each file that was written into it. A file that no longer has its fingerprint was edited by someone,
or is not ours, and is left alone.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile

from reportgen.errors import OutputError, Place, Problem, reason_of
from reportgen.messages import message

_FINGERPRINTS = ".reportgen.json"


def save(folder: Path, files: Mapping[str, bytes], *, overwrite: bool = False) -> None:
    """Write files into a folder, all of them or none.

    Each is written beside its target and then renamed.

    Args:
        folder: where they go; made when it is missing.
        files: the content of each file, by name.
        overwrite: whether files that someone changed, or that are not ours, are replaced.

    Raises:
        OutputError: the folder cannot be written, or a file there is someone's work.
    """
    known = _fingerprints(folder)
    _refuse_closed(folder)
    _refuse_folders(folder, files)
    if not overwrite:
        others = [name for name, content in files.items() if not _holds(folder / name, content)]
        _refuse_to_overwrite(folder, others, known)
    _write_all(folder, signed(files, known))


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
    _refuse_folders(folder, names)
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

    It is made beside its place and then renamed.

    Args:
        folder: where they go; the folders above it are made when they are missing.
        files: the content of each file, by its name within the folder (`meetings/a.yaml`).

    Raises:
        OutputError: there is something of that name already, if only an empty folder, or it
            cannot be written.
    """
    if os.path.lexists(folder):
        raise OutputError(_taken(folder))
    beside = _beside(folder, "new")
    current, made = folder, _missing_folders([folder])
    try:
        for name, content in files.items():
            current = folder / name
            hidden = beside / name
            hidden.parent.mkdir(parents=True, exist_ok=True)
            hidden.write_bytes(content)
        current = folder
        beside.rename(folder)
    except BaseException as error:
        shutil.rmtree(beside, ignore_errors=True)
        _remove_empty(made)
        if isinstance(error, OSError):
            raise OutputError(_unwritable(current, error)) from error
        raise


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
    problems = [*_present(folder, new), *_meanwhile(folder, changed)]
    if problems:
        raise OutputError(*problems)
    _write_all(folder, {**new, **{name: content for name, (_, content) in changed.items()}})


def _taken(folder: Path) -> Problem:
    return Problem(
        message("there is a folder or a file of this name already"),
        message("Give another folder with --out; the one that is there is left alone."),
        Place(str(folder)),
    )


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
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {name: print_ for name, print_ in known.items() if isinstance(print_, str)}


def _refuse_folders(folder: Path, names: Iterable[str]) -> None:
    problems = [
        Problem(
            message("a folder stands where the file must go"),
            message("Move or rename it, or give another folder with --out."),
            Place(str(folder / name)),
        )
        for name in names
        if _is_folder(folder / name)
    ]
    if problems:
        raise OutputError(*problems)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise OutputError(_unwritable(path, error)) from error


def _refuse_to_overwrite(folder: Path, names: Iterable[str], known: Mapping[str, str]) -> None:
    problems = []
    for name in names:
        with suppress(FileNotFoundError, NotADirectoryError):
            if _fingerprint(_read(folder / name)) != known.get(name):
                problems.append(_someones_work(folder / name, ours=name in known))
    if problems:
        raise OutputError(*problems)


def _refuse_closed(folder: Path) -> None:
    """Try to make a file that has no name, in the folder or in the one where it will be made."""
    present = next(one for one in (folder, *folder.parents) if os.path.lexists(one))
    try:
        with TemporaryFile(dir=present):
            pass
    except OSError as error:
        if isinstance(error, NotADirectoryError):
            raise OutputError(_unwritable(present, error)) from error
        what = message("nothing can be written into the folder: {reason}", reason=reason_of(error))
        advice = message("Check who may write into it, or give another folder with --out.")
        raise OutputError(Problem(what, advice, Place(str(present)))) from error


def _holds(path: Path, content: bytes) -> bool:
    with suppress(FileNotFoundError, NotADirectoryError):
        return _read(path) == content
    return False


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError as error:
        raise OutputError(_unwritable(path, error)) from error


def _someones_work(path: Path, *, ours: bool) -> Problem:
    return Problem(
        message("the file was changed since it was written")
        if ours
        else message("there is a file of this name already, which reportgen did not write"),
        message("Move or rename it, give another folder with --out, or add --overwrite."),
        Place(str(path)),
    )


def _unwritable(path: Path, error: OSError) -> Problem:
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return Problem(
            message("a file stands where the folder must go"),
            message("Move or rename it, or give another folder with --out."),
            Place(str(path)),
        )
    return Problem(
        message("the file cannot be written: {reason}", reason=reason_of(error)),
        message("Close it in other programs, and check who may write into its folder."),
        Place(str(path)),
    )


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file beside its target, then put all in place, or put everything back."""
    targets = {(folder / name).resolve(): content for name, content in files.items()}
    replaced: list[Path] = []
    made = _missing_folders(targets)
    current = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for current, content in targets.items():
            current.parent.mkdir(parents=True, exist_ok=True)
            _beside(current, "new").write_bytes(content)
        for current in targets:
            if current.exists():
                current.replace(_beside(current, "old"))
            replaced.append(current)
            _beside(current, "new").replace(current)
    except BaseException as error:
        for target in replaced:
            target.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                _beside(target, "old").replace(target)
        if isinstance(error, OSError):
            raise OutputError(_unwritable(current, error)) from error
        raise
    finally:
        for target in targets:
            for kind in ("new", "old"):
                with suppress(OSError):
                    _beside(target, kind).unlink()
        _remove_empty(made)


def _missing_folders(targets: Iterable[Path]) -> list[Path]:
    """List the folders above some files that are not there yet, the innermost first."""
    above = {
        folder for target in targets for folder in target.parents if not os.path.lexists(folder)
    }
    return sorted(above, key=lambda folder: len(folder.parts), reverse=True)


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{kind}")
