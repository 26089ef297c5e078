"""Where a report, its outputs and next year's stand, seen from where the drafter stands.

Part of `cli`. What is named relatively is told relatively.
"""

from __future__ import annotations

import os
from pathlib import Path

_INPUTS = "inputs"
_OUTPUTS = "outputs"


def given_or_here(source: Path | None) -> Path:
    """Give the report that was named, or else the one in whose folder the command runs.

    Raises:
        ReadingError: none was named, and there is none here.
    """
    from reportgen.reading import report_here

    return source or report_here(Path())


def outputs_of(source: Path) -> Path:
    """Give the folder that a report is written to: `outputs/NAME`, with the name of the report.

    `outputs` stands beside `inputs`, wherever the command runs, or beside a report that is
    elsewhere.
    """
    whole = _whole(source)
    stands = whole.parent
    root = stands.parent if stands.name == _INPUTS else stands
    name = whole.name if whole.is_dir() else whole.stem
    return _seen(root / _OUTPUTS / name, source)


def beside(source: Path, name: str) -> Path:
    """Name a folder beside that of a report, or beside the one file of a report."""
    return _seen(_whole(source).parent / name, source)


def above(source: Path) -> Path:
    """Give the folder in which a report stands."""
    return _seen(_absolute(source).parent, source)


def called(source: Path) -> Path | str:
    """Call a report as it was named; the one where one stands, by the name of its folder."""
    return source if source.name.strip(".") else _absolute(source).name


def _whole(source: Path) -> Path:
    """Give all of a report, by its whole name: its folder, or the one file that it is."""
    path = _absolute(source)
    return path.parent if path.stem == "report" and path.is_file() else path


def _absolute(source: Path) -> Path:
    return Path(os.path.abspath(source))  # noqa: PTH100 -- a link keeps its own place and name


def _seen(path: Path, source: Path) -> Path:
    """Name a place as the report is named, from the root or from where one stands.

    What lies below where one stands is always told from there.
    """
    below = path.is_relative_to(_absolute(Path()))
    return path if source.is_absolute() and not below else Path(os.path.relpath(path))
