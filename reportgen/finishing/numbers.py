"""Numbers, numerals and letters, and what a reference to each key shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Figure,
    Heading,
    Item,
    Keyed,
    Paragraph,
    Summary,
    Table,
    plain,
)
from reportgen.errors import DocumentError, Problem, path_of
from reportgen.languages import Language
from reportgen.messages import message

_BEFORE_NUMERAL = re.compile(r" (?=[A-Z\d]+$)")


def numbered(blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    """Number paragraphs through the text, headings and items by level; an annex begins again."""
    paragraph = figures = 0
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
            case Figure():
                figures += 1
                label = f"{language.words('Figure')} {language.heading_numeral(1, figures)}"
                yield evolve(block, label=label)
            case Summary():
                paragraphs = (
                    evolve(inner, items=_lettered(inner.items, language))
                    for inner in block.paragraphs
                )
                yield evolve(block, paragraphs=tuple(paragraphs))
            case Paragraph():
                paragraph += block.numbered
                number = paragraph if block.numbered else 0
                yield evolve(block, number=number, items=_lettered(block.items, language))
            case _:
                yield block


class Calls:
    """Counts the notes of a document in reading order.

    Numbers through the text, the report that a letter transmits included; small letters in each
    annex and in each table (Editorial Manual, footnotes).
    """

    def __init__(self, language: Language) -> None:
        """Begin a document, without notes."""
        self._letter = language.note_letter
        self._of_text = map(str, count(1))
        self._of_block = self._of_text

    def enter(self, block: Block) -> None:
        """Begin a block, the first of an annex or a table perhaps."""
        if isinstance(block, AnnexHeading) and block.level == 1:
            self._of_text = map(self._letter, count(1))
        is_table = isinstance(block, Table)
        self._of_block = map(self._letter, count(1)) if is_table else self._of_text

    def next(self) -> str:
        """Give the label of the next note."""
        return next(self._of_block)


def _lettered(items: tuple[Item, ...], language: Language, level: int = 1) -> tuple[Item, ...]:
    return tuple(
        evolve(
            item,
            label=language.item_label(level, rank),
            items=_lettered(item.items, language, level + 1),
        )
        for rank, item in enumerate(items, 1)
    )


def labels(blocks: Iterable[Block], language: Language) -> dict[str, str]:
    """Find what a reference to each key shows: a number, a numeral, or an annex’s label.

    Args:
        blocks: the blocks, numbered.
        language: the language that they are written in.

    Raises:
        DocumentError: a key is used twice.
    """
    keyed = [b for b in blocks if isinstance(b, Keyed) and b.key]
    twice = [key for key, times in Counter(block.key for block in keyed).items() if times > 1]
    if twice:
        raise DocumentError(
            *(
                Problem(
                    message("the key “{key}” is used twice", key=block.key),
                    message("Give each paragraph a key of its own."),
                    path=path_of(block.origin),
                    key=block.key,
                )
                for block in keyed
                if block.key in twice
            )
        )
    return {block.key: _label(block, language) for block in keyed}


def _label(block: Keyed, language: Language) -> str:
    match block:
        case Heading():
            return block.numeral
        case Paragraph():
            return str(block.number or "")
        case Figure():
            label = block.label
            return label[:1].lower() + label[1:].replace(" ", "\N{NO-BREAK SPACE}")
        case AnnexHeading():
            label = plain(block.label) or language.words("Annex")  # while it is a hole
            return _BEFORE_NUMERAL.sub("\N{NO-BREAK SPACE}", label[:1].lower() + label[1:])
