"""Inlines as runs, and references as what Word can follow and count again.

Every keyed block is bookmarked. A reference to a paragraph that Word numbers is a field, one to
any other block a link; both show the words that finishing decided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from itertools import takewhile
from types import MappingProxyType
from typing import assert_never

from attrs import frozen

from reportgen.document import (
    Citation,
    Content,
    Document,
    Emphasis,
    Footnote,
    Inline,
    Keyed,
    Link,
    Paragraph,
    Placeholder,
    Reference,
    Superscript,
    Surname,
    Text,
)
from reportgen.writers.docx.holes import Holes
from reportgen.writers.docx.ooxml import (
    Element,
    add_bookmark,
    add_call,
    add_field,
    add_link,
    add_outer_link,
    add_words,
    name,
    w,
)
from reportgen.writers.docx.styles import CALL, EMPHASIS, SUPERSCRIPT, SURNAME

_LONGEST_BOOKMARK = 40
_DIRECT = {
    EMPHASIS: w("i"),
    SUPERSCRIPT: w("vertAlign", val="superscript"),
    SURNAME: w("b"),
    CALL: w("vertAlign", val="superscript"),
}
_LOOK, _LEFTWARD, _RAISED = name("rPr"), name("rtl"), name("vertAlign")
_STYLES: dict[type[Inline], str] = {
    Emphasis: EMPHASIS,
    Superscript: SUPERSCRIPT,
    Surname: SURNAME,
}


@frozen
class Target:
    """A block that references may aim at.

    Args:
        bookmark: its name in the Word file.
        identity: the number of the bookmark.
        number: the number that Word counts for it; empty where it counts none.
    """

    bookmark: str
    identity: int
    number: str


class Links:
    """The addresses that one part of the file leads to so far.

    `identities` gives each, by its address, the identifier of its relation (Part 2, 9.3).
    """

    def __init__(self) -> None:
        """Begin a part, without links."""
        self.identities: dict[str, str] = {}

    def add(self, paragraph: Element, address: str) -> Element:
        """Add an empty hyperlink to an address, and give it."""
        identity = self.identities.setdefault(address, f"link{len(self.identities) + 1}")
        return add_outer_link(paragraph, identity)


class Notes:
    """The notes of the page that a file calls so far (17.11).

    `called` gives each, with whether Word counts its label; `links` are the addresses of its part.
    """

    def __init__(self) -> None:
        """Begin a file, without notes."""
        self.called: list[tuple[Footnote, bool]] = []
        self.links = Links()
        self._number = 0

    def add(self, paragraph: Element, note: Footnote) -> None:
        """Add the call of a note; its label is typed where Word would count another.

        So are the letters of annexes. Word could count them, section by section (17.11.11), but
        LibreOffice would then letter the notes of the whole file, and leave most without a label;
        of a typed label it only shows a second one at the foot.
        """
        counted = note.label == str(self._number + 1)
        self._number += counted
        self.called.append((note, counted))
        add_call(paragraph, len(self.called), "" if counted else note.label, CALL)


@frozen
class Ties:
    """What the inlines of one part of the file are tied to in its other parts.

    Args:
        holes: the holes of the file so far.
        blocks: the blocks of the document that references may lead to, by key.
        links: the public addresses so far; None where words lead to none.
        notes: the notes of the page so far; None where they stand elsewhere.
    """

    holes: Holes
    blocks: Mapping[str, Target] = MappingProxyType({})
    links: Links | None = None
    notes: Notes | None = None


def targets(document: Document) -> dict[str, Target]:
    """Name the bookmark of every keyed block, by its key.

    Names hold letters, digits and underscores only, forty at most (Word's own limits); the first
    of two blocks with one key is the target.
    """
    found: dict[str, Target] = {}
    names: set[str] = set()
    for block in document.blocks:
        if not isinstance(block, Keyed) or not block.key or block.key in found:
            continue
        number = str(block.number) if isinstance(block, Paragraph) and block.number else ""
        bookmark = _bookmark_name(block.key, len(found), names)
        names.add(bookmark)
        found[block.key] = Target(bookmark, len(found), number)
    return found


def _bookmark_name(key: str, position: int, taken: set[str]) -> str:
    bookmark = "_" + re.sub(r"[^A-Za-z0-9_]", "_", key)
    if len(bookmark) <= _LONGEST_BOOKMARK and bookmark not in taken:
        return bookmark
    ending = f"__{position}"
    return bookmark[: _LONGEST_BOOKMARK - len(ending)] + ending


def add_inlines(paragraph: Element, content: Content, ties: Ties) -> None:
    """Write inlines into a paragraph.

    Args:
        paragraph: the paragraph.
        content: the inlines; those without words leave nothing.
        ties: what they may lead to, and what of theirs stands elsewhere.
    """
    for inline in content:
        match inline:
            case Text(text=text):
                add_words(paragraph, text)
            case Citation(text=text, address=address):
                _add_linked(paragraph, text, address, ties)
            case Link(text=text, address=address, italic=italic):
                _add_linked(paragraph, text, address, ties, EMPHASIS if italic else "")
            case Emphasis(text=text) | Superscript(text=text) | Surname(text=text):
                _add_styled(paragraph, text, _STYLES[type(inline)])
            case Footnote():
                _add_call(paragraph, inline, ties)
            case Placeholder():
                ties.holes.add(paragraph, inline)
            case Reference(key=key, shown=shown):
                _add_reference(paragraph, shown, ties.blocks.get(key))
            case _:
                assert_never(inline)


def add_raised(paragraph: Element, label: str) -> None:
    """Add the label of a note as words."""
    _add_styled(paragraph, label, CALL)


def mark(paragraph: Element, target: Target | None) -> None:
    """Bookmark a paragraph that is a target."""
    if target is not None:
        add_bookmark(paragraph, target.bookmark, target.identity)


def _add_styled(parent: Element, text: str, style_id: str) -> None:
    """Add words in a character style that their runs say too, since many programs look there."""
    before = next(parent.iterchildren(reversed=True), None)  # len would count all children
    add_words(parent, text, style_id)
    if not style_id:
        return
    direct = _DIRECT[style_id]
    added = list(takewhile(lambda run: run is not before, parent.iterchildren(reversed=True)))
    for look in (run[0] for run in added if run[0].tag == _LOOK):
        last = look[-1].tag == _LEFTWARD
        look.insert(1 if direct.tag != _RAISED else len(look) - last, copy(direct))


def _add_linked(
    paragraph: Element, text: str, address: str, ties: Ties, style_id: str = ""
) -> None:
    if text and address and ties.links:
        paragraph = ties.links.add(paragraph, address)
    _add_styled(paragraph, text, style_id)


def _add_call(paragraph: Element, note: Footnote, ties: Ties) -> None:
    if ties.notes:
        ties.notes.add(paragraph, note)
    else:
        _add_styled(paragraph, note.label, CALL)


def _add_reference(paragraph: Element, shown: str, target: Target | None) -> None:
    if target is None:
        add_words(paragraph, shown)
    elif target.number and target.number == shown:
        # \n is the number alone, which Word counts again; \h makes it a link
        add_field(paragraph, rf"REF {target.bookmark} \n \h", shown)
    elif shown:
        add_words(add_link(paragraph, target.bookmark), shown)
