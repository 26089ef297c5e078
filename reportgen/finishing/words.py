"""Spaces, raised letters, symbols and addresses: what is decided within the words of a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from reportgen.document import (
    Citation,
    Content,
    Inline,
    Link,
    Placeholder,
    Reference,
    Superscript,
    Text,
)
from reportgen.finishing.addresses import document_address, web_address
from reportgen.languages import Language

_SERIES = r"[A-Z]{1,10}(?:/[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)+"
_CITED = re.compile(
    r"(?P<address>https?://[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]’])"
    rf"|(?P<symbol>\b{_SERIES}(?:-{_SERIES})*\**)"
)
_DIGIT = re.compile(r"\d")


@frozen
class Usage:
    """How words are finished in one document.

    Args:
        language: the language that it is written in.
        profile: the typographic usage of the period.
        shown: what a reference to each key shows.
    """

    language: Language
    profile: str
    shown: Mapping[str, str]

    def finished(self, content: Content) -> Iterator[Inline]:
        """Finish inlines."""
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
                case Superscript() | Citation():
                    yield inline
                case _:
                    yield evolve(inline, text=self._spaced(inline.text))

    def _text(self, text: str) -> Iterator[Inline]:
        end = 0
        for found in _CITED.finditer(text) if "/" in text else ():
            citation = self._citation(found)
            if citation:
                yield from self._words(text[end : found.start()])
                yield citation
                end = found.end()
        yield from self._words(text[end:])

    def _citation(self, found: re.Match[str]) -> Citation | None:
        """Read a symbol or an address; None for capitals without a figure, as in ONU/UA."""
        text = found[0]
        if found["address"]:
            return Citation(text, web_address(text))
        if _DIGIT.search(text):
            return Citation(text, document_address(text, self.language.code))
        return None

    def _words(self, text: str) -> Iterator[Inline]:
        if not text:
            return
        for piece, is_raised in self.language.superscripts(self._spaced(text)):
            yield Superscript(piece) if is_raised else Text(piece)

    def _spaced(self, text: str) -> str:
        return self.language.spaces(text, self.profile)
