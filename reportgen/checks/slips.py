"""What a rule says of a report: one thing that it finds wrong, and where.

Part of `checks`.
"""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen

from reportgen.errors import RecordPath
from reportgen.messages import Message

Span: TypeAlias = tuple[int, int]
"""Where words begin in a text, and where they end: offsets from 0, the end not included."""


@frozen(kw_only=True)
class Slip:
    """One thing that a rule finds wrong.

    Args:
        path: the way from the report to the value at fault.
        span: the words within that value, where it is a text and they can be told.
        words: the words concerned, as they are read; empty where something is missing.
        what: what is wrong.
        instead: what to write instead, or to do, where that can be said.
        fix: what may replace the span without asking anyone; None where a person must look.
        in_templates: for words of templates, which no record holds, what stands before them.
    """

    path: RecordPath
    what: Message
    span: Span | None = None
    words: str = ""
    instead: str | Message | None = None
    fix: str | None = field(default=None)
    in_templates: str | None = None

    @fix.validator
    def _needs_a_span(self, _attribute: object, value: str | None) -> None:
        if value is not None and self.span is None:
            raise ValueError(self)
