"""Signs that YAML misreads put right in the files of a report, where it can then be read.

Part of `reading`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import ReadingError
from reportgen.reading import read_report
from reportgen.reading.files import find_files, read_text
from reportgen.reading.signs import legible


def mended(path: Path) -> Mapping[Path, tuple[str, str]]:
    """Put signs right in the files of a report that cannot be read because of them.

    Args:
        path: the report, as `read_report` takes it.

    Returns:
        The text of each file that changes, before and after; none where the report can be read
        as it is, or could not be read even so.
    """
    if _is_read(path, {}):
        return {}
    try:
        files = find_files(path)
        texts = {file: read_text(file).text for file in (files.report, *files.meetings)}
    except ReadingError:
        return {}
    after = {file: legible(text) for file, text in texts.items()}
    changed = {file: text for file, text in after.items() if text != texts[file]}
    if not changed or not _is_read(path, changed):
        return {}
    return {file: (texts[file], text) for file, text in changed.items()}


def _is_read(path: Path, ahead: Mapping[Path, str]) -> bool:
    try:
        read_report(path, ahead=ahead)
    except ReadingError:
        return False
    return True
