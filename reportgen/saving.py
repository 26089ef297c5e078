"""Bytes into files: nothing half-written, nobody's work written over.

Floor 3. A folder of outputs keeps the fingerprint of each file that was written into it. A file
that no longer has its fingerprint was edited by someone, or is not ours, and is left alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from reportgen.errors import OutputError, Place, Problem
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
    _refuse_folders(folder, files)
    if not overwrite:
        _refuse_to_overwrite(folder, files, known)
    known |= {name: _fingerprint(content) for name, content in files.items()}
    kept = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True)
    _write_all(folder, {**files, _FINGERPRINTS: f"{kept}\n".encode()})


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


def _refuse_folders(folder: Path, files: Mapping[str, bytes]) -> None:
    problems = [
        Problem(
            message("a folder stands where the file must go"),
            message("Move or rename it, or give another folder with --out."),
            Place(str(folder / name)),
        )
        for name in files
        if (folder / name).is_dir()
    ]
    if problems:
        raise OutputError(*problems)


def _refuse_to_overwrite(folder: Path, files: Mapping[str, bytes], known: dict[str, str]) -> None:
    problems = []
    for name, content in files.items():
        with suppress(FileNotFoundError, NotADirectoryError):
            present = _fingerprint(_read(folder / name))
            if present not in {known.get(name), _fingerprint(content)}:
                problems.append(_someones_work(folder / name, ours=name in known))
    if problems:
        raise OutputError(*problems)


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
        message("the file cannot be written: {reason}", reason=error.strerror or str(error)),
        message("Close it in other programs, check its folder, or give another with --out."),
        Place(str(path)),
    )


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file beside its target, then put all in place, or put everything back."""
    targets = {(folder / name).resolve(): content for name, content in files.items()}
    replaced: list[Path] = []
    current = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for current, content in targets.items():
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


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{kind}")
