"""How a template says a formula, or the record's own wording of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps

from markupsafe import Markup, escape

from reportgen.errors import Problem, ReportgenError, path_of
from reportgen.messages import message
from reportgen.templating.views import (
    Face,
    begins_with_a_hole,
    field_names,
    is_todo,
    tell_fault,
)

_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_FIRST_LETTER = re.compile(r"\w")
_COMMA_BEFORE_STOP = re.compile(r",(?=\.)")


def phrase(wording: Face, name: str, caller: Callable[[], str], **fields: object) -> Markup:
    """Say a formula: the words between `call` and `endcall`, unless the record has its own.

    Args:
        wording: the wordings of a record.
        name: which of them the formula can be replaced by.
        caller: gives the template's own words.
        fields: what a wording may mention between braces; a list is offered item by item, as
            `{name_1}`, `{name_2}` and so on.

    Returns:
        The formula with a capital first letter, and the end of a line after it. A wording that is
        a hole stays one. A wording that
        mentions a field that is not offered says nothing, and its faults are kept for the end.

    Raises:
        TypeError: there is no such wording.
    """
    if not isinstance(wording, Face) or name not in field_names(wording):
        raise TypeError(f"formule({name})")
    own = getattr(wording, name)
    offered = dict(_numbered(fields))
    if own is None:
        return _sentence(Markup(caller().strip()))  # noqa: S704 -- what a template rendered
    if is_todo(own):
        return Markup(f"{own}\n")  # noqa: S704 -- a mark
    unknown = [found for found in _BRACES.findall(own) if found[1:-1] not in offered]
    if unknown:
        tell_fault(wording, *(_unknown_field(wording, name, found, offered) for found in unknown))
        return Markup()
    filled = _BRACES.sub(lambda found: escape(offered[found[0][1:-1]]), escape(own))
    return _sentence(Markup(filled))  # noqa: S704 -- escaped just above


def _unknown_field(wording: Face, name: str, found: str, offered: Mapping[str, object]) -> Problem:
    known = ", ".join(f"{{{field}}}" for field in offered)
    return Problem(
        message("the wording has the field “{found}”, which means nothing here", found=found)
        if found[0] == "{" and found[-1] == "}"
        else message("the wording has a brace without its other half, “{found}”", found=found[0]),
        message("Use one of: {known}.", known=known)
        if known
        else message("Write it without braces: this wording has no fields."),
        path=(*path_of(str(wording.path)), name),
    )


def _numbered(fields: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in fields.items():
        if isinstance(value, (list, tuple)):
            yield from ((f"{name}_{number}", item) for number, item in enumerate(value, 1))
        elif value is not None:
            yield name, value


def _sentence(text: Markup) -> Markup:
    """Make a sentence of words: a capital first letter, no comma before the full stop.

    The comma that closes an apposition (« le Directeur, A. B., ») gives way to the full stop.
    """
    first = text[:1].upper() if _FIRST_LETTER.match(text) else text[:1]
    return Markup(f"{first}{_COMMA_BEFORE_STOP.sub('', text[1:])}\n")  # noqa: S704 -- still markup


def guarded(
    do: Callable[..., object], *, leading: bool = False, trailing: bool = False
) -> Callable[..., object]:
    """Make a filter of a language fit for templates.

    A hole passes through unchanged, and what should agree with a hole stays as it is. What a
    macro has rendered comes as markup, and is given to the filter as the words that it says.

    Args:
        do: the filter; what it cannot take is told by its name.
        leading: whether it puts an article or a preposition before words. Words that begin with a
            hole are taken to come with their article: « de [à compléter : …] ».
        trailing: whether it puts a sign behind words, a hole among them: « [à compléter : …]; ».
    """

    @wraps(do)
    def filtered(value: object, *rest: object, **options: object) -> object:
        if leading and begins_with_a_hole(value):
            return do(_said(value))
        others = (*rest, *options.values())
        if any(map(is_todo, others)) or (is_todo(value) and not trailing):
            return value
        given = tuple(map(_said, (value, *rest)))
        try:
            return do(*given, **options)
        except ReportgenError:
            raise
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            taken = ", ".join(map(repr, given))
            what = message("the filter “{name}” cannot take {taken}", name=do.__name__, taken=taken)
            raise TypeError(str(what)) from error

    return filtered


def guarded_builtin(do: Callable[..., object]) -> Callable[..., object]:
    """Make a filter of Jinja pass holes through unchanged."""
    position = 1 if hasattr(do, "jinja_pass_arg") else 0

    @wraps(do)
    def filtered(*values: object, **options: object) -> object:
        if len(values) > position and is_todo(values[position]):
            return values[position]
        return do(*values, **options)

    return filtered


def _said(value: object) -> object:
    if isinstance(value, Markup):
        return value.unescape()
    if isinstance(value, (list, tuple)):
        return [_said(item) for item in value]
    return value
