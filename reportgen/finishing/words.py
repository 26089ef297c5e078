"""Spaces, raised letters, symbols and addresses: what is decided within the words of a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from reportgen.document import (
    Citation,
    Content,
    Footnote,
    Inline,
    Link,
    Placeholder,
    Reference,
    Superscript,
    Text,
)
from reportgen.finishing.addresses import document_address, web_address, without_punctuation
from reportgen.finishing.numbers import Calls
from reportgen.languages import Language

_SPACE = r"[ \u00a0]?"
_SERIES = r"[A-Z]{1,10}(?:/(?:E?S-\d+|[A-Za-z0-9]+)(?:\.[A-Za-z0-9]+)*)+"
_PART = rf"{_SPACE}\((?:Part|Partie|Resumption|Reprise|Sect\.|Suppl\.|Vol\.){_SPACE}[IVX\d]+\)"
_RESOLUTION = (
    rf"[A-Z]{{1,10}}/(?:DEC|RES)/\d+(?:{_SPACE}[A-Z])?{_SPACE}\((?:\d{{4}}|(?:E?S-)?[IVXLC]+)\)"
)
"""The symbol of a resolution with what is part of it: its year, or its session."""
_CITED = re.compile(
    r"(?P<address>https?://[^\s<>«»“”]+)"
    rf"|(?P<symbol>\b(?:{_RESOLUTION}|{_SERIES}(?:-{_SERIES})*(?:{_PART})?)\**)"
)
_BETWEEN_CALLS = Superscript(",")
"""Keeps the calls 1 and 2 from being read as 12."""
_DIGIT = re.compile(r"\d")


@frozen
class Usage:
    """How words are finished in one document.

    Args:
        language: the language that it is written in.
        profile: the typographic usage of the period.
        site: the address under which documents of the United Nations are public.
        shown: what a reference to each key shows.
        calls: the labels of the notes.
    """

    language: Language
    profile: str
    site: str
    shown: Mapping[str, str]
    calls: Calls

    def finished(self, content: Content) -> Content:
        """Finish inlines, and set calls of notes on their side of the punctuation."""
        return tuple(self._with_calls_in_place(self._finished(content)))

    def _finished(self, content: Content) -> Iterator[Inline]:
        for inline in content:
            match inline:
                case Text(text=text):
                    yield from self._text(text)
                case Reference(key=key):
                    yield Reference(key, self.shown.get(key, ""))
                case Placeholder(expected=expected):
                    said = self.language.words("to be completed: {expected}")
                    hole = f"[{said.format(expected=expected)}]"
                    yield evolve(inline, shown=self._spaced(hole))
                case Link(text=text, address=address):
                    address = web_address(address) or address
                    yield evolve(inline, text=self._spaced(text), address=address)
                case Footnote(content=words):
                    yield Footnote(self.finished(words), self.calls.next())
                case Superscript() | Citation():
                    yield inline
                case _:
                    yield evolve(inline, text=self._spaced(inline.text))

    def _with_calls_in_place(self, inlines: Iterable[Inline]) -> Iterator[Inline]:
        words: Inline | None = None
        last: Inline | None = None
        after = ""
        for inline in inlines:
            if isinstance(inline, Footnote) and isinstance(words, Text):
                before, after = self.language.before_call(words.text)
                words = Text(before) if before else None
            if words:
                yield words
                last = words
            if isinstance(last, Footnote) and isinstance(inline, Footnote):
                yield _BETWEEN_CALLS
            if after and not isinstance(inline, Footnote):
                yield Text(after)
                after = ""
            words = inline
        if words:
            yield words
        if after:
            yield Text(after)

    def _text(self, text: str) -> Iterator[Inline]:
        end = 0
        for found in _CITED.finditer(text) if "/" in text else ():
            citation = self._citation(found)
            if citation:
                yield from self._words(text[end : found.start()])
                yield citation
                end = found.start() + len(citation.text)
        yield from self._words(text[end:])

    def _citation(self, found: re.Match[str]) -> Citation | None:
        """Read a symbol or an address; None for capitals without a figure, as in ONU/UA."""
        if found["address"]:
            text = without_punctuation(found[0])
            return Citation(text, web_address(text))
        text = found[0].replace(" ", "\N{NO-BREAK SPACE}")
        if _DIGIT.search(text):
            return Citation(text, document_address(text, self.language.code, self.site))
        return None

    def _words(self, text: str) -> Iterator[Inline]:
        if not text:
            return
        for piece, is_raised in self.language.superscripts(self._spaced(text)):
            yield Superscript(piece) if is_raised else Text(piece)

    def _spaced(self, text: str) -> str:
        return self.language.spaces(text, self.profile)
