"""The page as a value: blocks and inlines, typed and closed.

Floor 2. Parsing the markup makes a `Document`, finishing decides its numbers, letters, references
and spaces, and every writer shows the same one. A writer matches on these types and ends with
`assert_never`: a new kind of block that a writer forgets is a type error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias, assert_never

from attrs import frozen

from reportgen.pictures import Image

_JOINT = re.compile(r"-(?=[A-Z]+/)")

LIMIT = 10_700
"""How many words a report may have that is not the Secretariat's."""

SECRETARIAT_LIMIT = 8_500
"""How many words a report of the Secretariat may have."""


@frozen
class Text:
    """Words in the style of their surroundings."""

    text: str


@frozen
class Emphasis:
    """Words in italics: foreign words, names of ships, never emphasis (Editorial Manual)."""

    text: str


@frozen
class Superscript:
    """Raised letters, as in 1er."""

    text: str


@frozen
class Citation:
    """The symbol of a UN document or an address: its spaces are its own, it never breaks.

    Args:
        address: where the document is public, once finishing has decided it.
    """

    text: str
    address: str = ""


@frozen
class Link:
    """Words that lead to a public address, and look like those around them.

    Args:
        address: begins with `https:`, `http:` or `mailto:`, once finishing has checked it.
        italic: whether they are words in italics too.
    """

    text: str
    address: str
    italic: bool = False


@frozen
class Reference:
    """A reference to a paragraph, a heading or an annex by its key.

    Args:
        key: the key of the block referred to.
        shown: the number or label of that block, once finishing has decided it.
    """

    key: str
    shown: str = ""


@frozen
class Placeholder:
    """A hole on the page, where someone must still write.

    Args:
        expected: what belongs here.
        shown: the words on the page, once finishing has decided them.
        origin: the record that the hole stands for.
    """

    expected: str
    shown: str = ""
    origin: str = ""


@frozen
class Footnote:
    """A note, called where it stands: at the foot of the page, or under the table that calls it.

    Source: Editorial Manual, footnotes.

    Args:
        content: its words; a note calls no other.
        label: the number or letter that calls it, once finishing has decided it.
    """

    content: Content
    label: str = ""


@frozen
class Surname:
    """The surname in a signature, set in bold (Editorial Manual, communications)."""

    text: str


Inline: TypeAlias = (
    Text | Emphasis | Superscript | Surname | Citation | Link | Reference | Placeholder | Footnote
)
Content: TypeAlias = tuple[Inline, ...]

_GAP = "\N{NO-BREAK SPACE}" * 4


@frozen
class Code:
    """A code that machines read.

    Args:
        text: what it says to them.
        description: what is said to those who do not see it.
    """

    text: str
    description: str


@frozen(kw_only=True)
class Masthead:
    """The head of the first page.

    Args:
        institution: the words “United Nations”.
        organ: the name of the principal organ.
        symbol: the symbol, or the hole in its place; empty where there is none.
        lines: distribution, date, languages, from top to bottom; an empty one is a blank line.
        job_number: the job number of the first page, its language letter included.
        job_dates: the days printed after it, each in six digits.
        recycling: the words beside the recycling sign.
        reissue: the note on the last reissue, its asterisks included.
        emblem: the emblem; None leaves its place empty.
        barcode: the job number for machines, once finishing has found one; None without.
        qr_code: the address of the document, once finishing has found a symbol; None without.
    """

    institution: Content
    organ: Content
    symbol: Content = ()
    lines: tuple[Content, ...] = ()
    job_number: Content = ()
    job_dates: tuple[Content, ...] = ()
    recycling: Content = ()
    reissue: Content = ()
    emblem: Image | None = None
    barcode: Code | None = None
    qr_code: Code | None = None

    @property
    def job_line(self) -> Content:
        """The job number and the days after it, set apart by spaces of one width."""
        days = (inline for day in self.job_dates for inline in (Text(_GAP), *day))
        return (*self.job_number, *days)


@frozen(kw_only=True)
class Title:
    """The title of the document.

    Args:
        level: 1 for the title of a report; 2 for that of a letter and of the report annexed to it.
    """

    content: Content
    level: int = 1
    origin: str = ""


@frozen(kw_only=True)
class Heading:
    """A heading of the text.

    Args:
        level: 1 for I., 2 for A., 3 for 1.
        numeral: `I`, `A` or `1` without its stop; empty for an unnumbered heading.
    """

    level: int
    content: Content
    numbered: bool = True
    numeral: str = ""
    key: str = ""
    origin: str = ""


@frozen(kw_only=True)
class Item:
    """A lettered item of a paragraph.

    Args:
        label: `a)`, `i)` and so on, once finishing has decided it.
    """

    content: Content
    items: tuple[Item, ...] = ()
    label: str = ""
    origin: str = ""


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of the text with the lettered items that end it.

    Args:
        number: the number without its stop, once finishing has decided it; 0 before, and in
            paragraphs that take none.
    """

    content: Content
    items: tuple[Item, ...] = ()
    numbered: bool = True
    number: int = 0
    key: str = ""
    origin: str = ""


@frozen(kw_only=True)
class Signature:
    """The end of a letter: the function and the name, one below the other, flush right."""

    lines: tuple[Content, ...]
    origin: str = ""


@frozen(kw_only=True)
class AnnexHeading:
    """The head of an annex, which begins a new page: its label, and its own title.

    Args:
        content: the title; empty where another block gives it.
        original: the language of the original, where it is another than that of the document.
        level: 1 for an annex of a report; 2 for the annex of a letter, whose label stands in the
            text column.
        landscape: whether the pages from here to the next annex lie on their long side.
    """

    label: Content
    content: Content
    original: Content = ()
    level: int = 1
    landscape: bool = False
    key: str = ""
    origin: str = ""


Cell: TypeAlias = tuple[Content, ...]
"""The paragraphs of a table's cell, from top to bottom."""


@frozen(kw_only=True)
class Row:
    """A row of a table: torn between two pages only where it might not fit on one."""

    cells: tuple[Cell, ...]
    origin: str = ""


@frozen(kw_only=True)
class Table:
    """A table under column heads that every page repeats.

    Args:
        widths: the share of the width of each column; only their ratios matter.
        heads: the head of each column.
    """

    widths: tuple[float, ...]
    heads: tuple[Content, ...]
    rows: tuple[Row, ...]
    origin: str = ""


@frozen(kw_only=True)
class Figure:
    """A picture under its label and its caption.

    Args:
        image: the picture, with what is said to those who do not see it; None before it is known.
        label: `Figure I` and so on, once finishing has decided it.
        source: the record that holds the picture.
    """

    caption: Content = ()
    image: Image | None = None
    label: str = ""
    source: str = ""
    key: str = ""
    origin: str = ""


@frozen(kw_only=True)
class Summary:
    """The summary before the text, in a frame; its paragraphs take no numbers."""

    heading: Content
    paragraphs: tuple[Paragraph, ...]
    origin: str = ""


@frozen(kw_only=True)
class Entry:
    """A line of a table of contents.

    Args:
        level: 1 for a heading of the first level or an annex.
        label: the numeral with its stop, or the label of an annex; empty for neither.
        key: the key of the block that it leads to.
    """

    level: int
    label: str
    content: Content
    key: str


@frozen(kw_only=True)
class Contents:
    """A table of contents.

    Args:
        heading: the words above it.
        page: the word above the page numbers.
        entries: its lines, once finishing has found them.
    """

    heading: Content
    page: Content
    entries: tuple[Entry, ...] = ()
    origin: str = ""


Block: TypeAlias = (
    Title | Heading | Paragraph | Signature | AnnexHeading | Table | Figure | Summary | Contents
)

Keyed: TypeAlias = Heading | Paragraph | AnnexHeading | Figure
"""What a reference may lead to."""


@frozen
class Section:
    """The blocks between two turns of the sheet.

    Args:
        landscape: whether its pages lie on their long side.
    """

    blocks: tuple[Block, ...]
    landscape: bool = False


@frozen(kw_only=True)
class Document:
    """A whole document, ready for any writer once it is finished.

    Args:
        language: the code of the language that it is written in.
        masthead: the head of its first page; None where there is none.
        records: the fingerprint of the records that it says; empty where it was made without.
    """

    language: str
    blocks: tuple[Block, ...]
    masthead: Masthead | None = None
    records: str = ""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The blocks, parted where an annex turns the sheet."""
        return tuple(
            Section(tuple(block for block, _ in group), landscape)
            for landscape, group in groupby(_with_orientation(self.blocks), key=itemgetter(1))
        )

    @property
    def title(self) -> str:
        """The words of the title, for the properties of a file."""
        return next((plain(b.content) for b in self.blocks if isinstance(b, Title)), "")

    @property
    def symbol(self) -> str:
        """The symbol as the running heads show it; empty where it is unknown."""
        content = self.masthead.symbol if self.masthead else ()
        return "" if any(isinstance(i, Placeholder) for i in content) else plain(content)

    @property
    def job_number(self) -> str:
        """The job number as the running feet show it; empty where it is unknown.

        The letter of the language, `(F)`, stands on the first page only.
        """
        content = self.masthead.job_number if self.masthead else ()
        if any(isinstance(i, Placeholder) for i in content):
            return ""
        return plain(content).partition("(")[0].strip()


def _with_orientation(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, bool]]:
    landscape = False
    for block in blocks:
        landscape = block.landscape if isinstance(block, AnnexHeading) else landscape
        yield block, landscape


def plain(content: Content) -> str:
    """Give the words of inlines as they are read, without notes and what calls them."""
    return "".join(map(words, content))


def words(inline: Inline) -> str:
    """Give the words of one inline as they are read; none for a note, which is read elsewhere."""
    match inline:
        case Footnote():
            return ""
        case Reference(shown=shown) | Placeholder(shown=shown):
            return shown
        case _:
            return inline.text


def without_holes(content: Content) -> str:
    """Give the words of inlines as they are read, without holes either, since they will go."""
    return plain(tuple(inline for inline in content if not isinstance(inline, Placeholder)))


def symbol_lines(symbol: str) -> list[str]:
    """Part a joint symbol, `A/70/95-S/2015/446`, into those of each organ, as running heads do."""
    return [*filter(None, _JOINT.split(symbol))]


def flattened(items: tuple[Item, ...], level: int = 1) -> Iterator[tuple[int, Item]]:
    """Walk nested items in reading order, each with its level from 1."""
    for item in items:
        yield level, item
        yield from flattened(item.items, level + 1)


def notes(*contents: Content) -> Iterator[Footnote]:
    """Give the notes that inlines call, in reading order."""
    for content in contents:
        yield from (inline for inline in content if isinstance(inline, Footnote))


def contents(block: Block) -> Iterator[Content]:
    """Give everything that is read in a block, from top to bottom, its notes apart."""
    match block:
        case Title() | Heading():
            yield block.content
        case Signature():
            yield from block.lines
        case AnnexHeading():
            yield block.label
            if block.original:
                yield block.original
            yield block.content
        case Paragraph():
            yield block.content
            yield from (item.content for _, item in flattened(block.items))
        case Table():
            yield from block.heads
            yield from (content for row in block.rows for cell in row.cells for content in cell)
        case Figure():
            yield block.caption
        case Summary():
            yield block.heading
            yield from (inner for paragraph in block.paragraphs for inner in contents(paragraph))
        case Contents():
            yield block.heading
            yield block.page
            yield from (entry.content for entry in block.entries)
        case _:
            assert_never(block)


def length(document: Document) -> int:
    """Count the words of a finished document, without the head of its first page and its holes.

    Notes count (Editorial Manual, length of documents); numbers and letters of paragraphs do not.
    """
    every = [content for block in document.blocks for content in contents(block)]
    every += [note.content for note in notes(*every)]
    return sum(count_words(without_holes(content)) for content in every)


def count_words(text: str) -> int:
    """Count words: what stands between blanks, no-break ones too, and has a letter or a digit."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


@frozen(kw_only=True)
class Comment:
    """A remark for those who draft, on some words of a page; Word alone shows it.

    Args:
        passage: which content it is on, by its position from 0 among all those of the blocks, as
            `contents` gives them.
        start: where the words begin in what that content says; 0 with an `end` of 0 for all of it.
        end: where they end.
        lines: what it says.
    """

    passage: int
    start: int = 0
    end: int = 0
    lines: tuple[str, ...]
