"""References of what recurs to what does not: « voir par. [[mesures]] », where that key is gone.

Part of `rollover`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reportgen.errors import RecordPath
from reportgen.records import Report, texts

_REFERENCE = re.compile(r"\[\[ *([^\[\]\s]+) *\]\]")


def leading_nowhere(
    report: Report, records: dict[str, Any], recurring: Iterable[RecordPath]
) -> Iterator[RecordPath]:
    """Find the texts that refer to a key which the report had and the next one has not.

    Args:
        report: the report as it was.
        records: the values of the next one.
        recurring: where the texts stand that are kept.
    """
    kept = dict(_strings(records))
    gone = {text for path, text in texts(report) if path[-1] == "key"} - {
        text for path, text in kept.items() if path[-1] == "key"
    }
    for path, text in kept.items():
        recurs = any(path[: len(place)] == place for place in recurring)
        if recurs and gone.intersection(_REFERENCE.findall(text)):
            yield path


def _strings(value: object, path: RecordPath = ()) -> Iterator[tuple[RecordPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*path, index))
