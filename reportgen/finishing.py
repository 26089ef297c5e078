"""What is decided once for every writer: numbers, letters, references, spaces.

Floor 3. Finishing a finished document changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Citation,
    Content,
    Document,
    Heading,
    Inline,
    Item,
    Masthead,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Superscript,
    Table,
    Text,
    Title,
    plain,
)
from reportgen.errors import DocumentError, Problem, path_of
from reportgen.languages import Language
from reportgen.messages import message

Finished: TypeAlias = Callable[[Content, str], Content]
"""Finishes the inlines of a block; the text beside them is the origin of the block."""

_SERIES = r"[A-Z]{1,10}(?:/[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)+"
_SPECIAL = re.compile(
    r"\[\[ *(?P<key>[^\[\]\s]+) *\]\]"
    r"|(?P<address>https?://[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]’])"
    rf"|(?P<symbol>\b{_SERIES}(?:-{_SERIES})*\*{{0,3}})"
)
_DIGIT = re.compile(r"\d")


def finish(document: Document, language: Language, profile: str) -> Document:
    """Decide the numbers, letters, references and spaces of a document.

    Paragraphs are numbered through the text (Editorial Manual, paragraphs), headings I., A., 1.
    (Editorial Manual, headings), items a), i), a.; an annex begins again.

    Args:
        document: as the markup gave it.
        language: the language that it is written in.
        profile: the typographic usage of the period, such as `un-fr-2016`.

    Returns:
        The document as every writer shows it.

    Raises:
        DocumentError: a reference leads to nothing, or a key is used twice.
    """
    numbered = tuple(_numbered(document.blocks, language))
    shown = _labels(numbered)
    problems: list[Problem] = []

    def finished(content: Content, origin: str) -> Content:
        inlines = tuple(_finished(content, language, profile, shown))
        problems.extend(_lost_references(inlines, shown, origin))
        return inlines

    blocks = tuple(_with_content(block, finished) for block in numbered)
    masthead = document.masthead and _finished_masthead(document.masthead, finished)
    if problems:
        raise DocumentError(*problems)
    return evolve(document, blocks=blocks, masthead=masthead)


def _numbered(blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    paragraph = 0
    headings = [0, 0, 0]
    for block in blocks:
        match block:
            case AnnexHeading():
                paragraph, headings = 0, [0, 0, 0]
                yield block
            case Heading(level=level, numbered=True):
                headings[level - 1] += 1
                headings[level:] = [0] * (len(headings) - level)
                yield evolve(block, numeral=language.heading_numeral(level, headings[level - 1]))
            case Paragraph():
                paragraph += block.numbered
                number = paragraph if block.numbered else 0
                yield evolve(block, number=number, items=_lettered(block.items, language))
            case _:
                yield block


def _lettered(items: tuple[Item, ...], language: Language, level: int = 1) -> tuple[Item, ...]:
    return tuple(
        evolve(
            item,
            label=language.item_label(level, rank),
            items=_lettered(item.items, language, level + 1),
        )
        for rank, item in enumerate(items, 1)
    )


def _labels(blocks: Iterable[Block]) -> dict[str, str]:
    """Find what a reference to each key shows: a number, a numeral, or an annex’s label."""
    keyed = [b for b in blocks if isinstance(b, (Heading, Paragraph, AnnexHeading)) and b.key]
    twice = [key for key, count in Counter(block.key for block in keyed).items() if count > 1]
    if twice:
        raise DocumentError(
            *(
                Problem(
                    message("the key “{key}” is used twice", key=block.key),
                    message("Give each paragraph a key of its own."),
                    path=path_of(block.origin),
                )
                for block in keyed
                if block.key in twice
            )
        )
    return {block.key: _label(block) for block in keyed}


def _label(block: Heading | Paragraph | AnnexHeading) -> str:
    match block:
        case Heading():
            return block.numeral
        case Paragraph():
            return str(block.number or "")
        case AnnexHeading():
            label = plain(block.label)
            return label[:1].lower() + label[1:]


def _with_content(block: Block, finished: Finished) -> Block:
    origin = block.origin
    match block:
        case Title() | Heading():
            return evolve(block, content=finished(block.content, origin))
        case Paragraph():
            items = _finished_items(block.items, finished)
            return evolve(block, content=finished(block.content, origin), items=items)
        case AnnexHeading():
            label, content = finished(block.label, origin), finished(block.content, origin)
            return evolve(block, label=label, content=content)
        case Table():
            heads = tuple(finished(head, origin) for head in block.heads)
            rows = tuple(_finished_row(row, finished) for row in block.rows)
            return evolve(block, heads=heads, rows=rows)


def _finished_items(items: tuple[Item, ...], finished: Finished) -> tuple[Item, ...]:
    return tuple(
        evolve(
            item,
            content=finished(item.content, item.origin),
            items=_finished_items(item.items, finished),
        )
        for item in items
    )


def _finished_row(row: Row, finished: Finished) -> Row:
    cells = tuple(tuple(finished(content, row.origin) for content in cell) for cell in row.cells)
    return evolve(row, cells=cells)


def _finished_masthead(masthead: Masthead, finished: Finished) -> Masthead:
    return Masthead(
        institution=finished(masthead.institution, "masthead"),
        organ=finished(masthead.organ, "masthead"),
        symbol=finished(masthead.symbol, "masthead.symbol"),
        lines=tuple(finished(line, "masthead") for line in masthead.lines),
        job_number=finished(masthead.job_number, "masthead.job_number"),
    )


def _finished(
    content: Content, language: Language, profile: str, shown: dict[str, str]
) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Text(text=text):
                yield from _finished_text(text, language, profile, shown)
            case Reference(key=key):
                yield Reference(key, shown.get(key, ""))
            case Placeholder(expected=expected):
                said = language.words("to be completed: {expected}").format(expected=expected)
                yield evolve(inline, shown=language.spaces(f"[{said}]", profile))
            case Superscript() | Citation():
                yield inline
            case _:
                yield evolve(inline, text=language.spaces(inline.text, profile))


def _finished_text(
    text: str, language: Language, profile: str, shown: dict[str, str]
) -> Iterator[Inline]:
    end = 0
    for found in _SPECIAL.finditer(text) if "/" in text or "[[" in text else ():
        yield from _spaced(text[end : found.start()], language, profile)
        end = found.end()
        key = found["key"]
        if key:
            yield Reference(key, shown.get(key, ""))
        elif found["symbol"] and not _DIGIT.search(found["symbol"]):
            yield from _spaced(found.group(), language, profile)
        else:
            yield Citation(found.group())
    yield from _spaced(text[end:], language, profile)


def _spaced(text: str, language: Language, profile: str) -> Iterator[Inline]:
    if not text:
        return
    for piece, raised in language.superscripts(language.spaces(text, profile)):
        yield Superscript(piece) if raised else Text(piece)


def _lost_references(content: Content, shown: dict[str, str], origin: str) -> Iterator[Problem]:
    for inline in content:
        if not isinstance(inline, Reference) or inline.shown:
            continue
        numbered = ", ".join(key for key, label in shown.items() if label) or "—"
        yield Problem(
            message("the reference “{key}” leads to something without a number", key=inline.key)
            if inline.key in shown
            else message("the reference “{key}” leads to nothing", key=inline.key),
            message("Use the key of a paragraph: {known}.", known=numbered),
            path=path_of(origin),
        )
