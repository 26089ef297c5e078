"""Where each character of a text stands in the file that writes it.

Part of `reading`. A file breaks a text over lines, indents it, folds its blanks and escapes some of
its characters (YAML 1.2, chapters 7 and 8); this follows a text through all that, in the five
styles of a scalar, so that a finding points at the very word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from reportgen.errors import Place

Span: TypeAlias = tuple[int, int]
"""Where something begins in a text, and where it ends: offsets from 0, the end not included."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_ANCHOR = re.compile(r"&\S+\s+")
_HEADER = re.compile(r"([|>])[-+0-9]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FOLD = r"(?P<fold>[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+)"
_HALVES = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = rf"{_HALVES}|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\[^xuU\r\n]"
_FLOWING = {
    '"': re.compile(rf"\\{_FOLD}|{_FOLD.replace('fold', 'plain')}|(?P<escape>{_ESCAPE})|[^\"\\]"),
    "'": re.compile(rf"{_FOLD.replace('fold', 'plain')}|(?P<escape>'')|[^']"),
    "": re.compile(rf"{_FOLD.replace('fold', 'plain')}|."),
}


def spans(source: str, begin: int, text: str) -> tuple[Span, ...] | None:
    """Find where a file writes each character of a text.

    Args:
        source: the whole file.
        begin: where the scalar begins in it: its first sign, its quote, its `>` or `|`.
        text: what the scalar says.

    Returns:
        One span for each character, in order; a blank made of a line break has the span of the
        break, with the blanks around it where the style takes them away. None where something
        else is written there.
    """
    return _spans(source, begin, text)


@lru_cache(maxsize=256)
def _spans(source: str, begin: int, text: str) -> tuple[Span, ...] | None:
    if anchor := _ANCHOR.match(source, begin):
        begin = anchor.end()
    header = _HEADER.match(source, begin)
    pieces = _block(source, header, text) if header else _flow(source, begin)
    found: list[Span] = []
    for sign, start, end in pieces:
        if len(found) == len(text):
            break
        if sign not in {"", text[len(found)]}:
            return None
        found.append((start, end))
    return tuple(found) if len(found) == len(text) else None


_Piece: TypeAlias = tuple[str, int, int]
"""A character of a text, empty where it is escaped, and where it is written."""


def _flow(source: str, begin: int) -> Iterator[_Piece]:
    """Give the characters of a text in quotes, or in none."""
    quote = source[begin : begin + 1] if source[begin : begin + 1] in {'"', "'"} else ""
    tokens = _FLOWING[quote]
    position = begin + len(quote)
    while token := tokens.match(source, position):
        position = token.end()
        named = token.groupdict()
        if folded := named.get("plain") or named.get("fold"):
            breaks = len(_LINE_BREAK.findall(folded)) - 1
            blanks = "\n" * breaks or (" " if named.get("plain") else "")
            yield from ((blank, token.start(), token.end()) for blank in blanks)
        else:
            sign = "" if named.get("escape") else token[0]
            yield sign, token.start(), token.end()


def _block(source: str, header: re.Match[str], text: str) -> Iterator[_Piece]:
    """Give the characters of a text under `|` or `>` (YAML 1.2, section 8.1)."""
    indent = _indent(source, header.end(), text)
    before: re.Match[str] | None = None
    blank: list[re.Match[str]] = []
    for line in _LINE.finditer(source, header.end()):
        if len(line[1]) <= indent and not line[1].strip(" "):
            blank.append(line)
            continue
        if before:
            folds = header[1] == ">" and not (
                _is_further(before, indent) | _is_further(line, indent)
            )
            if not folds:
                yield _end("\n", before)
            elif not blank:
                yield _end(" ", before)
        yield from (_end("\n", one) for one in blank)
        start = line.start() + indent
        yield from ((sign, start + n, start + n + 1) for n, sign in enumerate(line[1][indent:]))
        before, blank = line, []


def _indent(source: str, begin: int, text: str) -> int:
    """Tell how far in a block stands: by its first words, which may begin with blanks."""
    written = next((line[1] for line in _LINE.finditer(source, begin) if line[1].strip()), "")
    own = next((line for line in text.split("\n") if line.strip()), "")
    return _blanks(written) - _blanks(own)


def _blanks(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_further(line: re.Match[str], indent: int) -> bool:
    return line[1][indent : indent + 1] in {" ", "\t"}


def _end(sign: str, line: re.Match[str]) -> _Piece:
    return sign, *line.span(2)


def offset_of(source: str, place: Place) -> int:
    """Give the offset of a place in the text of its file."""
    starts = _line_starts(source)
    return starts[min(place.line or 1, len(starts)) - 1] + (place.column or 1) - 1


def place_of(source: str, file: str, offset: int) -> Place:
    """Give the place of an offset in the text of a file."""
    starts = _line_starts(source)
    line = bisect_right(starts, offset)
    return Place(file, line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=64)
def _line_starts(source: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _LINE_BREAK.finditer(source)))
