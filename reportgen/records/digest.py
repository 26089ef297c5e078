"""A fingerprint of records: the same for the same facts, whatever file they were read from."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Any

import attrs


def digest(record: object) -> str:
    """Give the fingerprint of a report, or of any part of one.

    What has its default value does not count: a field that a later version of the program adds
    leaves the fingerprint of older records as it was.

    Args:
        record: records, and tuples of them.

    Returns:
        A SHA-256 in hexadecimal, 64 digits.
    """
    plain = json.dumps(_plain(record), ensure_ascii=False, sort_keys=True)
    return sha256(plain.encode()).hexdigest()


def _unsaid(field: attrs.Attribute[Any]) -> tuple[object, ...]:
    return field.default, field.metadata.get("usual", field.default)


def _plain(value: object) -> Any:  # noqa: ANN401 -- what JSON can say
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, date):
        return value.isoformat()
    kind = type(value)
    if attrs.has(kind):
        fields = {
            field.name: _plain(given)
            for field in attrs.fields(kind)
            if (given := getattr(value, field.name)) not in _unsaid(field)
        }
        return {kind.__name__: fields}
    return value
