"""Any documents, drawn by hypothesis, and the lines that a reader must find in them."""

from collections.abc import Iterator

from hypothesis import strategies as st

from reportgen.document import (
    AnnexHeading,
    Citation,
    Content,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Item,
    Link,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Superscript,
    Table,
    Text,
    Title,
    flattened,
    notes,
    words,
)

letters = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
signs = st.sampled_from(["«\u00a0oui\u00a0»", "&", "<b>", "“ ”", "]]>", "🕊️", " ", "'", '"', "{x}"])
phrases = st.lists(signs | st.text(letters, max_size=6), max_size=5).map("".join)
keys = st.sampled_from(["", "a", "a-b", "a.b", "é" * 50])
addresses = st.sampled_from(["", "https://un.org/fr?a=1&b='2'", "mailto:a@un.org"])
words_alone = st.one_of(
    st.builds(Text, phrases),
    st.builds(Emphasis, phrases),
    st.builds(Superscript, phrases),
    st.builds(Citation, phrases, addresses),
    st.builds(Link, phrases, addresses, italic=st.booleans()),
    st.builds(Reference, keys, phrases | st.sampled_from(["1", "2"])),
    st.builds(Placeholder, phrases, phrases),
)
notes_called = st.builds(
    Footnote,
    st.lists(words_alone, max_size=3).map(tuple),
    st.sampled_from(["1", "2", "3", "a", "b", "*"]),
)
inlines = words_alone | words_alone | notes_called
contents = st.lists(inlines, max_size=4).map(tuple)
labels = st.sampled_from(["a)", "b)", "c)", "i)", "ii)", "a.", "i.", "(a)"])
items = st.recursive(
    st.builds(Item, content=contents, label=labels),
    lambda inner: st.builds(
        Item, content=contents, label=labels, items=st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=8,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table whose rows fit its columns."""
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[st.lists(contents, max_size=2).map(tuple)] * columns)
    return Table(
        widths=draw(st.tuples(*[st.floats(0.5, 10)] * columns)),
        heads=draw(st.tuples(*[contents] * columns)),
        rows=tuple(Row(cells=cells) for cells in draw(st.lists(row, max_size=3))),
    )


blocks = st.one_of(
    st.builds(Title, content=contents),
    st.builds(
        Heading,
        level=st.integers(1, 3),
        content=contents,
        numeral=st.sampled_from(["", "I", "II", "A", "B", "1", "2"]),
        key=keys,
    ),
    st.builds(
        Paragraph,
        content=contents,
        items=st.lists(items, max_size=3).map(tuple),
        number=st.integers(0, 4),
        key=keys,
    ),
    st.builds(AnnexHeading, label=contents, content=contents, key=keys),
    tables(),
)
documents = st.builds(
    Document,
    language=st.sampled_from(["fr", "en"]),
    blocks=st.lists(blocks, max_size=8).map(tuple),
)


latin = st.text("abcdefghijklmnopéèàçœÉ’", min_size=1, max_size=12)
latin_phrases = st.lists(latin | st.just("«\u00a0mot\u00a0»"), max_size=30).map(" ".join)
latin_contents: st.SearchStrategy[Content] = st.tuples(
    st.builds(Text, latin_phrases),
    st.just(Text(" ")),
    st.builds(Citation, latin),
    st.just(Text(" ")),
)
latin_items = st.builds(Item, content=latin_contents, label=st.just("a)"))
latin_blocks = st.one_of(
    st.builds(
        Paragraph,
        content=latin_contents,
        items=st.lists(latin_items, max_size=3).map(tuple),
        number=st.integers(0, 120),
    ),
    st.builds(Heading, level=st.integers(1, 3), content=latin_contents, numeral=st.just("IV")),
    st.builds(
        Table,
        widths=st.just((1.0, 2.0)),
        heads=st.tuples(latin_contents, latin_contents),
        rows=st.lists(
            st.builds(Row, cells=st.tuples(*[st.lists(latin_contents, max_size=9).map(tuple)] * 2)),
            max_size=6,
        ).map(tuple),
    ),
)
"""Blocks whose every letter the font has, so that it can be read back from paper."""


def expected_lines(document: Document) -> Iterator[str]:
    """Say what a reader must find: labels and words, in the order of the page.

    A note follows the line that calls it, those of a table follow the table.
    """
    for block in document.blocks:
        match block:
            case Heading():
                yield from _line(block.content, block.numeral and f"{block.numeral}.")
            case Paragraph():
                yield from _line(block.content, f"{block.number}." if block.number else "")
                for _, item in flattened(block.items):
                    yield from _line(item.content, item.label)
            case Title():
                yield from _line(block.content)
            case AnnexHeading():
                yield from _line(block.label)
                if block.content:
                    yield from _line(block.content)
            case Table():
                cells = [
                    *block.heads,
                    *(
                        content
                        for row in block.rows
                        for cell in row.cells
                        for content in cell or ((),)
                    ),
                ]
                yield from map(said, cells)
                yield from map(_note, notes(*cells))


def said(content: Content) -> str:
    """Say inlines, calls of notes in brackets."""
    return "".join(f"[{i.label}]" if isinstance(i, Footnote) else words(i) for i in content)


def _line(content: Content, label: str = "") -> Iterator[str]:
    yield f"{label} {said(content)}" if label else said(content)
    yield from map(_note, notes(content))


def _note(note: Footnote) -> str:
    return f"[{note.label}] {said(note.content)}"
