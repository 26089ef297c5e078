"""The smallest facts: prose, holes, symbols, periods, gender and number."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints
from unicodedata import normalize

from attrs import Attribute, evolve, field, frozen
from attrs.validators import and_

from reportgen.errors import Problem, RecordError
from reportgen.messages import Message, message
from reportgen.spellings import LANGUAGES, meant, shown

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the order of the letters that follow (Unicode Standard Annex 9, section 2).

Arabic and Hebrew do without them: their letters tell their direction by themselves.
"""
_SHOWN = re.compile("[^\\s\u00ad\u200b-\u200d\u2060\ufeff]")
_SHORTEST_MONTH = 28
_LONGEST_WORD = 2_000
_ENDLESS = re.compile(rf"\S{{{_LONGEST_WORD + 1}}}")
"""A word that fills pages: no line of one can be broken, and setting it takes hours."""
_KEY = re.compile(r"[^\s\[\]]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SERIES = r"[A-Z]{1,10}(?:/[A-Za-z0-9][A-Za-z0-9.]*)+(?: \((?:\d{4}|Resumption \d+)\))?"
_SYMBOL = re.compile(rf"{_SERIES}(?:-{_SERIES})*\*{{0,3}}")
TURNING_ADVICE = message(
    "Delete the words around it and type them anew; such a character often comes along with a"
    " copied text."
)
_KEY_ADVICE = message("Write it without spaces and brackets, for example axes.")
_LANGUAGE_ADVICE = message("Write its two letters, for example en, es or fr.")
_SYMBOL_ADVICE = message(
    "Write it as on the document, for example S/2016/1019, S/PRST/2001/3 or A/70/95-S/2015/446."
)


class Gender(StrEnum):
    """The grammatical gender of a name, or of the person who bears a title.

    Attributes:
        MASCULINE: masculine, as in « le Comité ».
        FEMININE: feminine, as in « la Commission ».
    """

    MASCULINE = "masculine"
    FEMININE = "feminine"


class Number(StrEnum):
    """The grammatical number of a name.

    Attributes:
        SINGULAR: singular, as in « l’Union africaine ».
        PLURAL: plural, as in « les Pays-Bas ».
    """

    SINGULAR = "singular"
    PLURAL = "plural"


def composed(value: Any) -> Any:  # noqa: ANN401 -- whatever a field is given
    """Return a text with each accent in its letter (NFC, Unicode Standard Annex 15).

    macOS parts them in the names of files and in what is copied from there.

    Args:
        value: a text; anything else comes back as it is.
    """
    return normalize("NFC", value) if type(value) is str else value


def check_text(text: str) -> None:
    """Refuse a text that says nothing or that no page can show.

    Raises:
        RecordError: the text is empty, or holds a character that no page can show, or that shows
            others in another order than they are written in, or a word that fills pages.
    """
    if not _SHOWN.search(text):
        raise RecordError(
            Problem(
                message("the text is empty"),
                message("Write the text, or leave the key out, or write a todo."),
            )
        )
    if found := _CONTROL.search(text):
        what = message(
            "the text holds the control character U+{code} after “{before}”",
            code=f"{ord(found.group()):04X}",
            before=text[max(0, found.start() - 20) : found.start()],
        )
        advice = message("Delete the character; it often comes along with a copied text.")
        raise RecordError(Problem(what, advice))
    if found := TURNING.search(text):
        what = message(
            "the text holds, after “{before}”, the invisible character U+{code}, by which letters"
            " are read in another order than they are written",
            code=f"{ord(found.group()):04X}",
            before=text[max(0, found.start() - 20) : found.start()],
        )
        raise RecordError(Problem(what, TURNING_ADVICE))
    if found := _ENDLESS.search(text):
        what = message(
            "a word that begins with “{beginning}” has more than {most} letters",
            beginning=found[0][:20],
            most=_LONGEST_WORD,
        )
        raise RecordError(Problem(what, message("Put the spaces in that are missing.")))


def _texts(_instance: object, attribute: Attribute[Any], value: object) -> None:
    if isinstance(value, str):
        try:
            check_text(value)
        except RecordError as error:
            raise RecordError(*(p.under(attribute.name) for p in error.problems)) from None


def typed(_record: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Make attrs compose and check each field, for records that scripts make in memory."""
    return [
        f.evolve(
            converter=f.converter or composed,
            validator=and_(_of_its_type, f.validator) if f.validator else _of_its_type,
        )
        for f in fields
    ]


def _of_its_type(instance: object, attribute: Attribute[Any], value: object) -> None:
    expected = _hints(type(instance))[attribute.name]
    if not _fits(value, expected):
        raise RecordError(
            Problem(
                message(
                    "found {found}, expected {expected}",
                    found=repr(value),
                    expected=_said(expected),
                ),
                message("Give a value of that type; the docstrings of the records tell them."),
                path=(attribute.name,),
            )
        )


def _hints(record: type) -> dict[str, Any]:
    return _HINTS.get(record) or _HINTS.setdefault(record, get_type_hints(record))


_HINTS: dict[type, dict[str, Any]] = {}


def _fits(value: object, expected: Any) -> bool:  # noqa: ANN401 -- a type of any form
    if isinstance(expected, UnionType):
        return any(_fits(value, one) for one in get_args(expected))
    if get_origin(expected) is tuple:
        item = get_args(expected)[0]
        return isinstance(value, tuple) and all(_fits(one, item) for one in value)
    return isinstance(value, expected) and type(value) not in _NARROWER.get(expected, ())


_NARROWER: dict[type, tuple[type, ...]] = {date: (datetime,), int: (bool,)}
"""What Python takes for one of its kind, and what no field means: an hour, a yes or no."""


def _said(expected: Any) -> str:  # noqa: ANN401 -- a type of any form
    if isinstance(expected, UnionType):
        return " | ".join(map(_said, get_args(expected)))
    if get_origin(expected) is tuple:
        return f"tuple[{_said(get_args(expected)[0])}, ...]"
    return "None" if expected is NoneType else str(expected.__name__)


def form(pattern: re.Pattern[str], advice: Message) -> dict[str, object]:
    """Say of a field, as its metadata, the form that its text must have, and how to write it."""
    return {"pattern": pattern.pattern, "advice": advice}


def told_field(usual: object) -> Any:  # noqa: ANN401 -- what attrs.field gives
    """Declare a field that names tell where it is left out (see `completed`).

    Args:
        usual: the value that goes without saying, which fingerprints pass over.
    """
    return field(default=None, metadata={"usual": usual})


def text_field(**options: Any) -> Any:  # noqa: ANN401 -- what attrs.field takes and gives
    """Declare a field that holds a text, a hole, or, where it is optional, nothing."""
    return field(validator=_texts, **options)


def _formed_field(pattern: re.Pattern[str], what: Message, advice: Message, **options: Any) -> Any:  # noqa: ANN401 -- what attrs.field gives
    def check(_instance: object, attribute: Attribute[Any], value: object) -> None:
        if isinstance(value, str) and not pattern.fullmatch(value):
            told = evolve(what, values={"found": value})
            raise RecordError(Problem(told, advice, path=(attribute.name,)))

    return field(default=None, validator=check, **{"metadata": form(pattern, advice), **options})


def key_field() -> Any:  # noqa: ANN401 -- what attrs.field gives
    """Declare a field for the name that cross-references use, or nothing."""
    return _formed_field(_KEY, message("“{found}” cannot be a key"), _KEY_ADVICE)


def language_field() -> Any:  # noqa: ANN401 -- what attrs.field gives
    """Declare a field for the code of a language, a hole, or nothing."""
    what = message("“{found}” is not the code of a language")
    names = "|".join(name for code in LANGUAGES for name in shown(code))
    offered = form(re.compile(f"{_LANGUAGE.pattern}|{names}"), _LANGUAGE_ADVICE)
    return _formed_field(
        _LANGUAGE, what, _LANGUAGE_ADVICE, converter=language_code, metadata=offered
    )


def language_code(value: Any) -> Any:  # noqa: ANN401 -- whatever a field is given
    """Return the code of a language that is called by its name, « français » or French."""
    return (meant(value, LANGUAGES) or composed(value)) if isinstance(value, str) else value


@frozen(field_transformer=typed)
class Todo:
    """A hole that someone must fill: the report builds, the hole shows, it stays a draft.

    Args:
        expected: what belongs here, as an instruction to the drafter.
    """

    expected: str = text_field()


Prose: TypeAlias = str | Todo
"""A text of the report's language, or the hole where it will stand."""


@frozen(field_transformer=typed)
class Symbol:
    """The symbol of a United Nations document, such as `S/PRST/2001/3`.

    Joint symbols are joined by a hyphen (`A/70/95-S/2015/446`); suffixes such as `/Rev.1` and
    asterisks of a reissue belong to the symbol.

    Source: https://research.un.org/en/docs/symbols.

    Args:
        text: the symbol as it is printed.
    """

    text: str = field(metadata=form(_SYMBOL, _SYMBOL_ADVICE))

    @text.validator
    def _check(self, _attribute: Attribute[str], value: str) -> None:
        if not _SYMBOL.fullmatch(value):
            raise RecordError(
                Problem(
                    message("“{found}” is not the symbol of a UN document", found=value),
                    _SYMBOL_ADVICE,
                )
            )

    def __str__(self) -> str:
        """Give the symbol as it is printed."""
        return self.text


@frozen(field_transformer=typed)
class Period:
    """The days that a report covers, both included.

    Args:
        start: the first day.
        end: the last day.
    """

    start: date
    end: date = field()

    @end.validator
    def _check(self, _attribute: Attribute[date], value: date) -> None:
        if value < self.start:
            raise RecordError(
                Problem(
                    message(
                        "the period ends on {end}, before it begins on {start}",
                        end=value.isoformat(),
                        start=self.start.isoformat(),
                    ),
                    message("Exchange or correct the two dates."),
                )
            )

    @classmethod
    def of_year(cls, year: int) -> Period:
        """Give the period of a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def year(self) -> int | None:
        """The calendar year that the period is, if it is one."""
        return self.start.year if self == Period.of_year(self.start.year) else None

    def following(self) -> Period | None:
        """Give the period after this one, as many months long; None where months are broken."""
        if self.end == date.max or self.start.day > _SHORTEST_MONTH:
            return None
        start = self.end + timedelta(days=1)
        months = (start.year - self.start.year) * 12 + start.month - self.start.month
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        if start.day != self.start.day or year > date.max.year:
            return None
        return Period(start, date(year, month + 1, start.day) - timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies in the period."""
        return self.start <= day <= self.end
