"""Slips of the pen that YAML cannot read, said for people who write French.

Part of `reading`. French puts a space before its colon, and YAML takes a colon followed by a space
for the end of a key; texts also begin with signs that YAML keeps for itself. The way out is the
same: a block (YAML 1.2.2, section 8.1), in which every sign is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from reportgen.errors import Problem
from reportgen.messages import Message, message
from reportgen.reading.nodes import Source, Spot

_OPENING = re.compile(r"(?P<head>\s*(?:- +)*(?:[^\W\d][\w-]*:(?= |$))? *)(?P<text>.*)")
GLUED = re.compile(r"\s*(?:- +)*([^\W\d][\w-]*):[^\s/]")
"""A key whose colon has no space behind it; an address such as `https://…` is none."""

_BLOCK = re.compile(r"[|>][-+1-9]*\s*(?:#.*)?")
_SIGNS = frozenset("[]{},&*!|>%@`\"'?-#")
_PLAIN_COLON = "∶"
_EXAMPLE_LENGTH = 60


@frozen
class Slip:
    """Something that YAML cannot read.

    Args:
        mended: puts the text of the file right, every place kept; None where it is not known how.
    """

    problem: Problem
    mended: Callable[[str], str] | None = None


@frozen
class _Opening:
    """Where a text begins: after a key or a hyphen."""

    spot: Spot
    head: str
    text: str

    @property
    def sign(self) -> str:
        return self.text[:1]

    def mend(self, text: str, *, until: int) -> str:
        """Replace what YAML misreads in the text, from its first sign to a line."""
        lines = list(re.split(r"(\r\n|\r|\n)", text))
        for number in range(self.spot.line, until + 1):
            start = self.spot.column - 1 if number == self.spot.line else 0
            line = lines[2 * (number - 1)]
            rest = re.sub(r":(?=\s|$)", _PLAIN_COLON, line[start:])
            if number == self.spot.line and rest[:1] in _SIGNS:
                rest = f"x{rest[1:]}"
            lines[2 * (number - 1)] = line[:start] + rest
        return "".join(lines)


@frozen
class _Stop:
    """Where and why the YAML library stopped, and where the text before it begins."""

    reason: str
    spot: Spot
    context: Spot
    opening: _Opening | None


def block(text: str, head: str = "") -> Message:
    """Advise to put a text into a block, with that text as the example."""
    words = text if len(text) <= _EXAMPLE_LENGTH else f"{text[:_EXAMPLE_LENGTH].rstrip()}…"
    hyphens = len(f"{head} ") - len(f"{head} ".lstrip("- "))
    indent = " " * max(2, hyphens + 2 * head.endswith(":"))
    return message(
        "Put the text into a block, where every sign is plain text:\n{example}",
        example=f"      {f'{head} >-'.strip()}\n      {indent}{words}",
    )


def quoted(text: str) -> Message:
    """Advise to put a text in quotes, with that text as the example."""
    words = text.replace("'", "''")
    return message("If it is a text, put it in quotes: '{words}'.", words=words)


def block_here(spot: Spot, text: str | None = None) -> Message:
    """Advise to put a text into a block, with what stands in the file as the example.

    Within brackets no block may stand (YAML 1.2.2, section 7.4): there, quotes are the way out.

    Args:
        spot: where the text begins.
        text: the words; the rest of the line when they are left out.
    """
    line = spot.source.line_at(spot.line)
    opening = _OPENING.fullmatch(line)
    head = line[: spot.column - 1].strip()
    begins = opening is not None and opening.end("head") == spot.column - 1
    rest = line[spot.column - 1 :].strip()
    if head and not begins:
        return quoted(_within_brackets(rest) if text is None else text)
    return block(rest if text is None else text, head if begins else "")


def _within_brackets(rest: str) -> str:
    """Give the value that a line begins with, up to the comma or the bracket that ends it."""
    depth = 0
    for place, sign in enumerate(rest):
        if depth == 0 and sign in ",]}":
            return rest[:place].rstrip()
        depth += (sign in "[{") - (sign in "]}")
    return rest


def colon(spot: Spot, advice: Message) -> Problem:
    """Tell of a colon within a text that YAML took for the end of a key."""
    return spot.problem(message("YAML takes the colon in this text for the end of a key"), advice)


def explain(reason: str, spot: Spot, context: Spot) -> Slip:
    """Say what is wrong where the YAML library stopped.

    Args:
        reason: the library’s own words.
        spot: where it stopped.
        context: where the value begins that it was reading.
    """
    stop = _Stop(reason, spot, context, _opening(spot))
    for words, tell in _TELLING:
        if re.match(words, reason) and (told := tell(stop)):
            return told
    return Slip(spot.problem(message("this is not YAML: {reason}", reason=reason)))


def _opening(spot: Spot) -> _Opening | None:
    """Find where the text begins that holds a spot: on its line, or on one above."""
    for number in range(min(spot.line, len(spot.source.lines)), 0, -1):
        found = _OPENING.fullmatch(spot.source.line_at(number))
        if (
            found
            and found["head"].strip()
            and (number, found.end("head")) < (spot.line, spot.column)
        ):
            begins = spot.source.spot(number, found.start("text") + 1)
            return _Opening(begins, found["head"].strip(), found["text"])
    return None


def _colon(stop: _Stop) -> Slip | None:
    """Tell of a colon within a text, unless the line is a key out of its column."""
    source, number = stop.spot.source, stop.spot.line
    if re.fullmatch(r"\s*(?:- +)*[^\W\d][\w-]*", source.line_at(number)[: stop.spot.column - 1]):
        glued = GLUED.match(source.line_at(number - 1)) if number > 1 else None
        return Slip(_glued(source, number - 1, glued)) if glued else _misaligned(stop)
    opening = stop.opening
    if opening is None:
        return Slip(colon(stop.spot, block(source.line_at(number).strip())))
    lines = [opening.text, *source.lines[opening.spot.line : number]]
    text = " ".join(line.strip() for line in lines if line.strip())
    return Slip(
        colon(stop.spot, block(text, opening.head)), lambda whole: opening.mend(whole, until=number)
    )


def _sign(stop: _Stop) -> Slip | None:
    """Tell of a text that begins with a sign of YAML, where there is one."""
    opening = stop.opening
    if opening is None or opening.sign not in _SIGNS or _BLOCK.fullmatch(opening.text):
        return None
    if inner := _within(opening, stop.spot):
        begins = inner if _first(inner) in _SIGNS else stop.spot
        return Slip(begins.problem(_reserved(begins), block_here(inner)))
    what = _reserved(opening.spot)
    return Slip(
        opening.spot.problem(what, block(opening.text, opening.head)),
        lambda whole: opening.mend(whole, until=stop.spot.line),
    )


def _within(opening: _Opening, stop: Spot) -> Spot | None:
    """Find where the value begins, within brackets that are open, at which reading stopped."""
    line = stop.source.line_at(stop.line)
    before = line[opening.spot.column - 1 : stop.column - 1]
    if opening.spot.line != stop.line or sum(map(before.count, "[{")) <= sum(
        map(before.count, "]}")
    ):
        return None
    *_, last = re.finditer(r"[\[{,]\s*(?:[^\W\d][\w-]*:\s+)?", before)
    begins = stop.source.spot(stop.line, opening.spot.column + last.end())
    return None if _first(begins) in "[]{}," else begins


def _reserved(spot: Spot) -> Message:
    return message(
        "a text cannot begin with “{sign}”, which YAML keeps for itself", sign=_first(spot)
    )


def _first(spot: Spot) -> str:
    return spot.source.line_at(spot.line)[spot.column - 1 : spot.column]


def _stray(stop: _Stop) -> Slip:
    spot = stop.context
    if glued := GLUED.match(spot.source.line_at(spot.line)):
        return Slip(_glued(spot.source, spot.line, glued))
    what = message("the line is neither a key with its value nor part of the text above")
    advice = message("Indent it further than the key if it belongs to the text above it.")
    return Slip(spot.problem(what, advice))


def _tab(stop: _Stop) -> Slip:
    spot = stop.spot
    if spot.source.line_at(spot.line)[: spot.column - 1].strip():
        what = message("a tab stands where YAML wants a space")
        return Slip(
            spot.problem(what, message("Write a space in its place.")),
            lambda text: _spaced(text, spot),
        )
    what = message("the line is indented with a tab")
    return Slip(stop.spot.problem(what, message("Indent lines with spaces only.")))


def _spaced(text: str, spot: Spot) -> str:
    lines = re.split(r"(\r\n|\r|\n)", text)
    line, column = lines[2 * (spot.line - 1)], spot.column - 1
    lines[2 * (spot.line - 1)] = f"{line[:column]} {line[column + 1 :]}"
    return "".join(lines)


def _unclosed_quote(stop: _Stop) -> Slip:
    what = message("the quotation mark that opens here is not closed")
    return Slip(stop.context.problem(what, _block_unquoted(stop.context)))


def _unknown_escape(stop: _Stop) -> Slip:
    what = message("a backslash within double quotes begins a code that YAML does not know")
    return Slip(stop.spot.problem(what, _block_unquoted(stop.context)))


def _unclosed_list(stop: _Stop) -> Slip:
    what = message("the list or the braces opened here are not closed")
    advice = message("Part the items with commas, and close “[” with “]” and “{{” with “}}”.")
    spot = stop.opening.spot if stop.opening and stop.context == stop.spot else stop.context
    return Slip(spot.problem(what, advice))


def _misaligned(stop: _Stop) -> Slip:
    line = stop.spot.source.line_at(stop.spot.line)
    start = stop.spot.source.spot(stop.spot.line, len(line) - len(line.lstrip()) + 1)
    what = message("the line does not begin under those that it belongs with")
    advice = message("Begin the keys of one group, and the hyphens of one list, in one column.")
    return Slip(start.problem(what, advice))


def _glued(source: Source, line: int, glued: re.Match[str]) -> Problem:
    return missing_space(source.spot(line, glued.end()), glued[1])


def missing_space(spot: Spot, key: str) -> Problem:
    """Tell of a key whose colon has no space behind it."""
    return spot.problem(
        message("a space is missing after “{key}:”", key=key),
        message("Write a space between the colon and the value."),
    )


def _block_unquoted(spot: Spot) -> Message:
    words = spot.source.line_at(spot.line)[spot.column :].strip().rstrip("\"'")
    return block_here(spot, words)


_TELLING: tuple[tuple[str, Callable[[_Stop], Slip | None]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _stray),
    (r"found character '\\t'", _tab),
    ("found unexpected (end of stream|document separator)", _unclosed_quote),
    ("found unknown escape character", _unknown_escape),
    ("expected ',' or|expected the node content, but found '<stream end>'", _unclosed_list),
    ("expected <block end>, but found '<block", _misaligned),
    ("expected '<document start>'", _misaligned),
    ("", _sign),
    ("expected <block end>", _misaligned),
)
"""Words of the YAML library, with what says them for drafters; the first that can."""
