"""Tables of contents: their lines, and the keys of what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Block,
    Content,
    Contents,
    Entry,
    Footnote,
    Heading,
    Superscript,
    Text,
    plain,
    words,
)


def with_contents(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Fill the tables of contents of a document, if there are any.

    A table lists what comes after it: under a letter, not the annex that it stands in.

    Args:
        blocks: the blocks, finished but for these tables.

    Returns:
        The same blocks; headings that had no key have one, so that the lines can lead to them.
    """
    if not any(isinstance(block, Contents) for block in blocks):
        return blocks
    keyed = tuple(map(_keyed, blocks, range(len(blocks))))
    return tuple(
        evolve(block, entries=tuple(_entries(keyed[position + 1 :])))
        if isinstance(block, Contents)
        else block
        for position, block in enumerate(keyed)
    )


def _keyed(block: Block, position: int) -> Block:
    if isinstance(block, Heading | AnnexHeading) and not block.key:
        return evolve(block, key=f"contents-{position}")
    return block


def _entries(blocks: Iterable[Block]) -> Iterator[Entry]:
    for block in blocks:
        match block:
            case Heading():
                label = block.numeral and f"{block.numeral}."
                yield Entry(
                    level=block.level, label=label, content=_plainly(block.content), key=block.key
                )
            case AnnexHeading():
                label, title = plain(block.label), _plainly(block.content)
                yield Entry(level=1, label=label, content=title, key=block.key)
            case _:
                pass


def _plainly(content: Content) -> Content:
    """Leave of a heading its words, without notes and what they lead to."""
    return tuple(
        inline if isinstance(inline, Superscript) else Text(words(inline))
        for inline in content
        if not isinstance(inline, Footnote)
    )
