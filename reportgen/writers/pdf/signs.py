"""Signs that a PDF cannot hold: no font draws them, or nobody can tell what they mean.

Part of the PDF writer. Source: ISO 19005-2, 6.2.11.7.3 (private use) and 6.2.11.8 (signs without a
glyph); ISO 14289-1, 7.21.8.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from attrs import frozen

from reportgen.errors import FontError, Problem, RecordPath
from reportgen.messages import Message, counted, message

_SHOWN = 20
"""How many signs of one text are named."""
_AROUND = 25
"""How many letters are shown on both sides of the first of them."""
_FIRST_PICTOGRAPH = 0x1F000
_EAST_ASIAN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "YI")
_PRIVATE_USE = "Co"


@frozen
class Unprintable:
    """Signs of a document that its file cannot hold, each once, in the order of their codes.

    Args:
        missing: those that no font has.
        private: those that a font draws, and whose meaning no reader knows: of private use.
    """

    missing: str = ""
    private: str = ""

    @property
    def signs(self) -> str:
        """All of them."""
        return self.missing + self.private


class SignError(FontError):
    """Signs that make the claim of a file false.

    Args:
        problems: what is wrong.
        unprintable: the signs, for whoever knows the texts that they stand in.
    """

    def __init__(self, *problems: Problem, unprintable: Unprintable = Unprintable()) -> None:
        """Keep the problems and the signs."""
        super().__init__(*problems)
        self.unprintable = unprintable


def unprintable(missing: Iterable[str], drawn: Iterable[str]) -> Unprintable:
    """Gather the signs that a file cannot hold.

    Args:
        missing: the signs that no font has.
        drawn: the words that its fonts draw.
    """
    lacking = set(missing)
    private = {sign for words in drawn for sign in words if _is_private(sign)}
    return Unprintable("".join(sorted(lacking)), "".join(sorted(private - lacking)))


def sign_problems(found: Unprintable, texts: Iterable[tuple[RecordPath, str]]) -> Iterator[Problem]:
    """Say which signs a file cannot hold, in which text each stands, and what to do.

    Args:
        found: the signs.
        texts: texts that may hold them, with the way to each; none where they are not known.

    Returns:
        A problem for each text that holds some; one for those that no text holds.
    """
    elsewhere = dict.fromkeys(found.signs)
    for path, text in texts:
        for what, signs in ((_missing, found.missing), (_private, found.private)):
            here = "".join(sign for sign in dict.fromkeys(text) if sign in signs)
            if here:
                start = text.index(here[0])
                around = message(
                    "{what}, in “{words}”", what=what(here), words=_around(text, start)
                )
                yield Problem(around, _advice(here), path=path, span=(start, start + 1))
                elsewhere = {sign: None for sign in elsewhere if sign not in here}
    for what, signs in ((_missing, found.missing), (_private, found.private)):
        if here := "".join(sign for sign in signs if sign in elsewhere):
            yield Problem(what(here), _advice(here))


def _missing(signs: str) -> Message:
    return message("no installed font has {signs}", signs=_named(signs))


def _private(signs: str) -> Message:
    return message("only one font knows what {signs} means", signs=_named(signs))


def _named(signs: str) -> Message | str:
    named = ", ".join(map(_name, signs[:_SHOWN]))
    more = len(signs) - _SHOWN
    if more <= 0:
        return named
    return counted("{names} and one other", "{names} and {count} others", more, names=named)


def _name(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    return code if _is_private(sign) else str(message("“{sign}” ({code})", sign=sign, code=code))


def _around(text: str, start: int) -> str:
    begin, end = max(0, start - _AROUND), start + _AROUND
    said = f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}"
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_private(sign) else sign for sign in said)


def _is_private(sign: str) -> bool:
    return unicodedata.category(sign) == _PRIVATE_USE


def _advice(signs: str) -> Message:
    if all(map(_is_private, signs)):
        return message("Write it with the sign that Unicode has for it, or leave it out.")
    packages = sorted({_package(sign) for sign in signs if not _is_private(sign)})
    return message(
        "Write it in letters of the report’s language, or install a font; on Debian and Ubuntu:"
        " {command}",
        command=f"sudo apt-get install {' '.join(packages)}",
    )


def _package(sign: str) -> str:
    """Name the Debian package whose fonts have a sign, as far as its kind tells."""
    if unicodedata.name(sign, "").startswith(_EAST_ASIAN):
        return "fonts-noto-cjk"
    return "fonts-noto-color-emoji" if ord(sign) >= _FIRST_PICTOGRAPH else "fonts-noto-core"
