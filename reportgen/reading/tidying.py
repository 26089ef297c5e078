"""What typing and pasting leave in files, and may be taken out before they are read.

Part of `reading`. A file that holds such signs is no report yet: they are told one by one, or taken
out all at once by `check --fix`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reportgen.reading.files import find_files, read_text
from reportgen.reading.parsing import INDENTS, SEPARATOR

_KEY = re.compile(r"(?P<indent> *(?:- +)*)[A-Za-z_][A-Za-z_0-9-]*:\s*")
_DASHED = re.compile(r"(?P<indent> *)[–—•](?P<apart>\s+)(?=\S)")


def tidied(text: str) -> str:
    """Put plain signs in the place of those that look like them.

    Separators of lines from Word (U+2028, U+2029, U+0085) become spaces, no-break spaces that
    indent a line too, and dashes or bullets that begin the items of a list hyphens.
    """
    plain = INDENTS.sub(lambda found: " " * len(found.group()), SEPARATOR.sub(" ", text))
    return "".join(_hyphened(plain.splitlines(keepends=True)))


def untidy(path: Path) -> dict[str, tuple[str, str]]:
    """Find the files of a report that can be tidied.

    Args:
        path: the folder or the file of the report.

    Returns:
        The text of each, as it is and tidied, by the name that places give the file.

    Raises:
        ReadingError: there is no report there, or a file cannot be opened.
    """
    files = find_files(path)
    texts = {str(file): read_text(file).text for file in (files.report, *files.meetings)}
    return {file: (text, tidied(text)) for file, text in texts.items() if text != tidied(text)}


def _hyphened(lines: list[str]) -> Iterator[str]:
    """Begin with a hyphen the lines that follow a key alone, or one another, with a dash."""
    least: int | None = None
    for line in lines:
        dashed = _DASHED.match(line)
        if least is not None and dashed and len(dashed["indent"]) >= least:
            yield f"{dashed['indent']}-{dashed['apart']}{line[dashed.end() :]}"
            continue
        yield line
        if line.strip():
            key = _KEY.fullmatch(line)
            least = len(key["indent"]) if key else None
