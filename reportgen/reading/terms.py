"""The names that a house follows, beside those that the program knows: `terms.toml`.

Part of `reading`. Source: TOML 1.0.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import message
from reportgen.reading.files import read_text

TERMS = "terms.toml"
_TABLES: Mapping[str, type] = {"same": list, "states": dict, "departments": dict, "sigla": dict}
_SPOT = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")


def read_terms(folder: Path) -> Mapping[str, Any]:
    """Read the terms that lie beside a report; empty where there are none.

    Args:
        folder: the folder of the report.

    Raises:
        ReadingError: the file is no TOML, or holds something that no rule follows.
    """
    file = folder / TERMS
    if not file.is_file():
        return {}
    try:
        terms = tomllib.loads(read_text(file).text)
    except tomllib.TOMLDecodeError as error:
        raise ReadingError(_malformed(file, str(error))) from error
    problems = [
        Problem(
            message("“{name}” is not a list of terms that the check follows", name=name),
            message("Use one of: {known}.", known=", ".join(_TABLES)),
            Place(str(file)),
        )
        for name, value in terms.items()
        if not isinstance(value, _TABLES.get(name, ()))
    ]
    if problems:
        raise ReadingError(*problems)
    return terms


def _malformed(file: Path, said: str) -> Problem:
    spot = _SPOT.search(said)
    reason = said[: spot.start()] if spot else said
    place = Place(str(file), int(spot["line"]), int(spot["column"])) if spot else Place(str(file))
    return Problem(message("this is not TOML: {reason}", reason=reason), place=place)
