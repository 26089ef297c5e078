"""What drafters have decided to leave as it is, and why."""

from __future__ import annotations

import re

from attrs import field, frozen

from reportgen.errors import Problem, RecordError
from reportgen.messages import message
from reportgen.records.values import form, text_field, typed

_CODE = re.compile(r"[A-Z]{3,8}[0-9]{3}")
_ADVICE = message("Write the code as the check tells it, for example FORM003.")


@frozen(kw_only=True, field_transformer=typed)
class Acceptance:
    """Findings of the check that are meant to stay.

    Args:
        code: the code of the rule.
        reason: why its findings may stay.
        words: only the findings on words that hold these; all of them when left out.
    """

    code: str = field(metadata=form(_CODE, _ADVICE))
    reason: str = text_field()
    words: str | None = text_field(default=None)

    def __attrs_post_init__(self) -> None:
        """Refuse a code that no rule can have."""
        if not _CODE.fullmatch(self.code):
            what = message("“{found}” cannot be the code of a rule", found=self.code)
            raise RecordError(Problem(what, _ADVICE, path=("code",)))
