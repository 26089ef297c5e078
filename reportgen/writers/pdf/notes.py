"""Notes on the page that calls them.

To gain room for the second line of a paragraph, which alone lets it begin at the foot of a page,
WeasyPrint puts off the notes of that page to the next: `block._linebox_layout`, version 70. It does
so even where the paragraph then goes to the next page all the same. Such a paragraph is sent there
before, with the headings above it, and the pages are laid out again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

_NOTE, _CALL = "note", "call"
_NEXT_PAGE = "break-before: page"
_HEADINGS, _LEADING = ("h1", "h2", "h3", "h4"), "leading"
"""What no page may end with, by its element or its class."""


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
    sent = {
        _kept_together(element, parents)
        for page in late
        for element in _begun_or_torn(root, shown, page)
    }
    moved = [element for element in sent if element.get("style") != _NEXT_PAGE]
    for element in moved:
        element.set("style", _NEXT_PAGE)
    return bool(moved)


def _begun_or_torn(root: Element, shown: Mapping[Element, set[int]], page: int) -> list[Element]:
    """Find the paragraphs torn between a page and the next; if there are none, the next one."""
    paragraphs = [element for element in root.iter("p") if page + 1 in shown[element]]
    return [p for p in paragraphs if page in shown[p]] or paragraphs[:1]


def _kept_together(element: Element, parents: Mapping[Element, Element]) -> Element:
    """Find what stands right above an element and must stay with it, the highest first."""
    first = element
    while (parent := parents.get(first)) is not None and parent[0] is first:
        first = parent
    if parent is None:
        return element
    above = parent[list(parent).index(first) - 1]
    stays = above.tag in _HEADINGS or above.get("class", "").endswith(_LEADING)
    return _kept_together(above, parents) if stays else element


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
