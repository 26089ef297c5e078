"""The signs that a drafter types in prose, read into inlines.

| typed | gives |
|---|---|
| `*inter alia*` | italics: foreign words, names of ships |
| `2^e^` | raised letters or figures |
| `[words](https://…)` | words that lead to an address |
| `[[key]]` | the number or label of what bears the key |
| `word^[the note]` | a footnote, which may hold the other signs |

A backslash before `*`, `^`, `[` or `]` makes it a sign like others. Signs that do not pair, or that
stand where they would mean nothing, stay as they are: `S/2014/258*`, `(*)`, `[…]`. Nothing within
an address is a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import define, evolve, field

from reportgen.document import (
    Content,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Reference,
    Superscript,
    Text,
    plain,
)

_HELD = "\ufdd0"
"""Stands for an inline that is no text: a noncharacter, which no text of a record may hold."""
_ESCAPED = r"\\[*^\[\]]"
_SIGN = re.compile(r"[*^\[\]]")
_ALONE = r"\\(?![*^\[\]])"
"""A backslash that changes no sign."""
_PLAIN = rf"(?:{_ESCAPED}|{_ALONE}|[^\\\[\]])"
_BRACKETED = rf"(?:{_PLAIN}|\[(?:{_PLAIN}|\[{_PLAIN}*+\])*+\])"
"""A sign, or a pair of brackets that holds at most another pair."""
_SIGNS = re.compile(
    rf"""
      (?P<escaped>{_ESCAPED})
    | (?P<bare>https?://(?:[^\s<>«»“”^\[\]\\{_HELD}]|\^(?!\[))+)
    | \[\[[ ]*(?P<key>[^\[\]\s{_HELD}]+)[ ]*\]\]
    | \^\[\s*(?P<note>(?=[^\s\]]){_BRACKETED}*+)\]
    | \[(?P<linked>(?=\s*[^\s\[\]]){_PLAIN}++)\]
      \((?P<address>(?:[^\s(){_HELD}]|\([^\s(){_HELD}]*\))+)\)
    | (?<=\S)\^(?P<raised>[-+−]?[^\W_]+)\^
    | (?<![\w*])\*(?=[\w«“"‘’'\[{_HELD}])
      (?P<italic>(?:{_ESCAPED}|{_ALONE}|[^\\*])+(?<!\s))\*(?![\w*])
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"(?<![\w*])\*(?=\s?[\w«“\"‘’'\[])|(?<=[\w)\]»])\^(?=[-+−]?[^\W_])")
"""What begins italics or raised letters, or was meant to."""


def read_signs(content: Content) -> Content:
    """Turn the signs typed in inlines into what they mean.

    A pair of signs may hold inlines of other kinds, such as the hole of a wording.

    Args:
        content: as the markup gives it.

    Returns:
        The same words, without the signs that mean something.
    """
    prose = _Prose()
    for inline in content:
        prose.add(inline)
    return tuple(_joined(prose.read(0, len(prose.text))))


def protected(words: str) -> str:
    """Write words that nobody typed as prose so that none of their signs means anything."""
    inert = read_signs((Text(words),)) == (Text(words),)
    return words if inert else _SIGN.sub(r"\\\g<0>", words)


def unclosed(words: str) -> Iterator[int]:
    """Find the signs of italics and of raised letters that nothing closes, which stay as they are.

    Args:
        words: what a drafter typed.

    Returns:
        The offset of each.
    """
    for start, end in _without_signs(words, 0, len(words)):
        for found in _SIGN.finditer(words, start, end):
            if _OPENING.match(words, found.start()):
                yield found.start()


def marks(words: str) -> Iterator[tuple[int, int, str]]:
    """Find what is typed for its meaning and is not read as words, those within others too.

    Args:
        words: what a drafter typed.

    Returns:
        The offsets of each, and its sort: `italic` for words in italics, `note` for a note with
        its signs, and `sign` for the signs themselves, raised letters, keys, and addresses.
    """
    yield from _marks_between(words, 0, len(words))


def _marks_between(words: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for found in _SIGNS.finditer(words, start, end):
        group = next((name for name in ("linked", "note", "italic") if found[name]), None)
        if found["escaped"]:
            yield found.start(), found.start() + 1, "sign"
            if found[0][1] in "[]":
                yield found.start() + 1, found.end(), "sign"
        elif group is None:
            yield found.start(), found.start() + len(_sign_alone(found[0])), "sign"
        else:
            yield found.start(), found.start(group), "sign"
            yield from _marks_between(words, *found.span(group))
            yield found.end(group), found.end(), "sign"
            if group != "linked":
                yield *found.span(0 if group == "note" else group), group


def _sign_alone(sign: str) -> str:
    """Give a sign; of an address without the bracket around it."""
    while sign.startswith("http") and sign.count(")") > sign.count("("):
        sign = sign[: sign.rindex(")")]
    return sign


def _without_signs(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that hold no sign with a meaning, those within signs too."""
    for found in _SIGNS.finditer(words, start, end):
        yield start, found.start()
        for group in ("linked", "note", "italic"):
            if found[group]:
                yield from _without_signs(words, *found.span(group))
        start = found.end()
    yield start, end


def linked(inlines: Iterable[Inline], address: str) -> Iterator[Inline]:
    """Make words lead to an address; inlines of other kinds stay as they are."""
    for inline in _joined(inlines):
        match inline:
            case Text(text=text) | Emphasis(text=text):
                yield Link(text, address, italic=isinstance(inline, Emphasis))
            case _:
                yield inline


def italicized(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Set words in italics, links too; inlines of other kinds stay as they are."""
    for inline in _joined(inlines):
        match inline:
            case Text(text=text):
                yield Emphasis(text)
            case Link():
                yield evolve(inline, italic=True)
            case _:
                yield inline


def raised(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Raise letters; inlines of other kinds stay as they are."""
    for inline in _joined(inlines):
        yield Superscript(inline.text) if isinstance(inline, Text) else inline


@define
class _Prose:
    """A content as one text; whatever is no text is held aside, by its position."""

    text: str = ""
    held: dict[int, Inline] = field(factory=dict)

    def add(self, inline: Inline) -> None:
        """Add the next inline."""
        if isinstance(inline, Text):
            self.text += inline.text
        else:
            self.held[len(self.text)] = inline
            self.text += _HELD

    def read(self, start: int, end: int) -> Iterator[Inline]:
        """Read a part of the text."""
        for found in _SIGNS.finditer(self.text, start, end):
            yield from self._as_it_is(start, found.start())
            yield from self._meaning(found)
            start = found.end()
        yield from self._as_it_is(start, end)

    def _meaning(self, found: re.Match[str]) -> Iterator[Inline]:
        match found.lastgroup:
            case "escaped":
                yield Text(found[0][1:])
            case "key":
                yield Reference(found["key"])
            case "address":
                yield from linked(self.read(*found.span("linked")), found["address"])
            case "note":
                start, _ = found.span("note")
                end = start + len(found["note"].rstrip())
                yield Footnote(tuple(_joined(self.read(start, end))))
            case "raised":
                yield Superscript(found["raised"])
            case "italic":
                yield from italicized(self.read(*found.span("italic")))
            case _:
                yield Text(found[0])

    def _as_it_is(self, start: int, end: int) -> Iterator[Inline]:
        for position in [held for held in self.held if start <= held < end]:
            yield Text(self.text[start:position])
            yield self.held[position]
            start = position + 1
        yield Text(self.text[start:end])


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Join texts that follow one another, and leave out empty ones."""
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if not is_text:
            yield from group
        elif text := plain(tuple(group)):
            yield Text(text)
