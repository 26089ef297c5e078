"""The finished page as passages, and what of each the templates say rather than the records.

Floor 4. `checks` and `leftovers` look at the words of the records where they stand in the files;
here are the words that stand in no record: those of templates, the program's and one's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeAlias

import attrs
from attrs import field, frozen

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    Paragraph,
    Row,
    Signature,
    Summary,
    Table,
    Title,
    contents,
    flattened,
    plain,
)
from reportgen.errors import Place, RecordPath, path_of
from reportgen.markup.signs import marks
from reportgen.records import Previous, Report, Symbol, Todo, composed

Part: TypeAlias = (
    Title | Heading | Paragraph | Item | Signature | AnnexHeading | Table | Row | Figure | Summary
)
"""What a passage of the page belongs to."""
Span: TypeAlias = tuple[int, int]

_FIELD = re.compile(r"\{\w*\}")
_SHORTEST = 3
"""Letters and signs of a piece of a record that is looked for on the page."""
_ALIKE = str.maketrans({"'": "’", "«": '"', "»": '"', "“": '"', "”": '"', "\u2011": "-"})


@frozen
class PagePassage:
    """Some words of the finished page, those of the templates among them.

    Args:
        path: the way to the record that they come from.
        text: the words, as they are read.
        part: what they belong to.
    """

    path: RecordPath
    text: str
    part: Part = field(repr=False)


def passages(document: Document) -> Iterator[PagePassage]:
    """Give everything that is read on the page, in reading order; the head of it is left out."""
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[PagePassage]:
    def passage(content: Content, part: Part) -> PagePassage:
        return PagePassage(path_of(part.origin), plain(content), part)

    match block:
        case Title() | Heading():
            yield passage(block.content, block)
        case Signature() | AnnexHeading():
            yield from (passage(content, block) for content in contents(block))
        case Paragraph():
            yield passage(block.content, block)
            yield from (passage(item.content, item) for _, item in flattened(block.items))
        case Figure():
            yield passage(block.caption, block)
        case Summary():
            yield passage(block.heading, block)
            yield from (inner for paragraph in block.paragraphs for inner in _of_block(paragraph))
        case Contents():
            pass  # its lines repeat the headings
        case Table():
            yield from (passage(head, block) for head in block.heads)
            for row in block.rows:
                yield from (passage(content, row) for cell in row.cells for content in cell)


@frozen
class OwnWords:
    """A passage of the page in which templates of one's own say something.

    Args:
        passage: the passage.
        recorded: the stretches of it that records say; all else is said by templates.
    """

    passage: PagePassage
    recorded: tuple[Span, ...]


@frozen
class OwnTemplates:
    """The words of a folder of templates, to tell where some of them stand.

    Args:
        files: each file and what it says.
    """

    files: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, folder: str | Path) -> OwnTemplates:
        """Read the templates of a folder, which were read to make the page."""
        files = sorted(file for file in Path(folder).rglob("*") if file.is_file())
        return cls(tuple((str(f), composed(f.read_text("utf-8", "replace"))) for f in files))

    def place(self, words: str, before: str = "") -> Place | None:
        """Find some words, whatever blanks part them; None where no template has them.

        Args:
            words: what is looked for.
            before: what stands before them on the page; where no template has both, the words are
                looked for alone, unless they are only a sign or two.
        """
        sign = len(_squeezed(before)[0])
        wanted = [(_squeezed(before + words)[0], sign)]
        if len(alone := _squeezed(words)[0]) >= _SHORTEST:
            wanted.append((alone, 0))
        for said, skipped in wanted:
            for file, text in self.files:
                squeezed, places = _squeezed(text)
                start = squeezed.find(said)
                if said and start >= 0:
                    passed = text[: places[start + skipped]]
                    line, column = passed.count("\n") + 1, len(passed) - passed.rfind("\n")
                    return Place(file, line, column)
        return None


def own_words(report: Report, document: Document) -> Iterator[OwnWords]:
    """Tell the words of templates from those of records, passage by passage.

    What notes, references or fields part is looked for piece by piece; a piece shorter than three
    signs is not looked for.
    """
    pieces = frozenset(piece for text in texts(report) for piece in _pieces(text))
    for passage in passages(document):
        yield OwnWords(passage, tuple(_stretches(passage.text, pieces)))


def texts(value: object) -> Iterator[str]:
    """Give every text of a record, symbols and dates as they are written."""
    if isinstance(value, Symbol):
        yield str(value)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif attrs.has(kind := type(value)) and not isinstance(value, (Todo, Previous)):
        for name in attrs.fields_dict(kind):
            yield from texts(getattr(value, name))


def _pieces(text: str) -> Iterator[str]:
    """Give what a record says, without spaces, parted where the page has something else."""
    parting = [(start, end) for start, end, sort in marks(text) if sort == "sign"]
    parting += [found.span() for found in _FIELD.finditer(text)]
    begin = 0
    for start, end in [*sorted(parting), (len(text), len(text))]:
        piece = _squeezed(text[begin:start])[0].rstrip('.;,:(["').lstrip(')]"')
        if len(piece) >= _SHORTEST:
            yield piece
        begin = max(begin, end)


def _stretches(text: str, pieces: frozenset[str]) -> Iterator[Span]:
    squeezed, places = _squeezed(text)
    for piece in pieces:
        start = squeezed.find(piece)
        while start >= 0:
            first, last = places[start], places[start + len(piece) - 1] + 1
            if not (_inside_word(text, first) or _inside_word(text, last)):
                yield first, last
            start = squeezed.find(piece, start + len(piece))


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Give a text without its spaces, signs of one sort alike, and where each sign stood."""
    places = [place for place, sign in enumerate(text) if not sign.isspace()]
    return "".join(text[place] for place in places).translate(_ALIKE), places
