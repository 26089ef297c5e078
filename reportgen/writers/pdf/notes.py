"""Notes on the page that calls them.

To gain room for the second line of a paragraph, which alone lets it begin at the foot of a page,
WeasyPrint puts off the notes of that page to the next: `block._linebox_layout`, version 70. Such a
paragraph is sent to the next page, and the pages are laid out again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

_NOTE, _CALL = "note", "call"
_NEXT_PAGE = "break-before: page"


def send_on(root: Element, pages: list[Any]) -> bool:
    """Send on to the next page each paragraph for whose sake a note was put off.

    Args:
        root: the HTML that was laid out.
        pages: its pages, as WeasyPrint has laid them out.

    Returns:
        Whether there are any, and the HTML must be laid out again.
    """
    notes = [element for element in root.iter("span") if element.get("class") == _NOTE]
    if not notes:
        return False
    shown = _pages_of(pages)
    parents = {child: parent for parent in root.iter() for child in parent}
    late = {
        min(shown[call])
        for note in notes
        for call in _call_before(note, parents[note])
        for label in note[:1]  # the note itself has a box where it is called
        if shown[call] and shown[label] and min(shown[label]) > min(shown[call])
    }
    torn = [
        paragraph
        for paragraph in root.iter("p")
        if any({page, page + 1} <= shown[paragraph] for page in late)
        and paragraph.get("style") != _NEXT_PAGE
    ]
    for paragraph in torn:
        paragraph.set("style", _NEXT_PAGE)
    return bool(torn)


def _pages_of(pages: list[Any]) -> defaultdict[Element, set[int]]:
    """Find the pages on which each element stands, by their index."""
    shown: defaultdict[Element, set[int]] = defaultdict(set)
    for index, page in enumerate(pages):
        for box in page._page_box.descendants():  # noqa: SLF001 -- laid-out boxes have no public name
            if box.element is not None:
                shown[box.element].add(index)
    return shown


def _call_before(note: Element, parent: Element) -> Iterator[Element]:
    """Give the raised label that calls a note, which stands right before it."""
    previous: Element | None = None
    for child in parent:
        if child is note and previous is not None and previous.get("class") == _CALL:
            yield previous
        previous = child
