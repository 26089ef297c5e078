"""What words agree with: names with their gender and number, and people.

Floor 2, under `articles` and `agreement`. Records are known by these attributes alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

from attrs import frozen

from reportgen.errors import Problem, RecordError
from reportgen.messages import message

MASCULINE = "masculine"
FEMININE = "feminine"
PLURAL = "plural"


class Gendered(Protocol):
    """Someone or something with a grammatical gender; a `number` too where it has one."""

    @property
    def gender(self) -> str | None:
        """Either `masculine` or `feminine`; None where nobody has said it yet."""


class Noun(Gendered, Protocol):
    """A proper name with its grammar; `article` tells whether it takes one in a sentence."""

    @property
    def name(self) -> str:
        """The name, without an article."""

    @property
    def number(self) -> str | None:
        """Either `singular` or `plural`."""

    @property
    def article(self) -> bool | None:
        """Whether the name takes an article in a sentence."""


Bearer: TypeAlias = str | Gendered | Sequence[str | Gendered]
"""Whom words agree with: a gender, someone, something, or several of them together."""


@frozen
class Form:
    """The gender and the number that words take."""

    feminine: bool = False
    plural: bool = False


def form_of(bearer: Bearer) -> Form:
    """Tell the form of the words that agree with a bearer.

    Args:
        bearer: a gender, something with a `gender` and perhaps a `number`, or several of them:
            feminine when all are, plural when they are not just one.

    Raises:
        RecordError: a gender is neither `masculine` nor `feminine`.
    """
    if isinstance(bearer, str):
        return Form(_is_feminine(bearer))
    if isinstance(bearer, Sequence):
        forms = [form_of(one) for one in bearer]
        feminine = bool(forms) and all(form.feminine for form in forms)
        return Form(feminine, len(forms) > 1 or any(form.plural for form in forms))
    return Form(_is_feminine(bearer.gender), getattr(bearer, "number", "") == PLURAL)


def _is_feminine(gender: str | None) -> bool:
    if gender not in (MASCULINE, FEMININE):
        raise RecordError(
            Problem(
                message("“{found}” is not a gender", found=gender),
                message("Use one of: {known}.", known=f"{MASCULINE}, {FEMININE}"),
            )
        )
    return gender == FEMININE
