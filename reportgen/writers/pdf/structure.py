"""The structure of a file: what each piece of a page is, in the order in which it is read.

WeasyPrint marks every line of text that it paints, and would tag each fragment of an element by
itself. Here the structure is made from the HTML: one of its elements is one of the structure, over
however many pages. What belongs to none is an artifact: running heads and feet, and the heads of a
table from its second page on. Source: ISO 32000-1, 14.8; ISO 14289-1, 7.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pydyf
from attrs import define, field, frozen

CELLS = ("TH", "TD")
SVG = "{http://www.w3.org/2000/svg}"

_HEADINGS = ("H1", "H2", "H3", "H4")
_TAGS = {tag.lower(): tag for tag in (*_HEADINGS, "P", "TR", *CELLS)} | {
    "a": "Link",
    "caption": "Caption",
    "figcaption": "Caption",
    "figure": "Div",
    "header": "Sect",
    "img": "Figure",
    "section": "Sect",
    "table": "Table",
    "tbody": "TBody",
    "thead": "THead",
    f"{SVG}svg": "Figure",
}
"""What elements of HTML are."""
_ROLES = {"doc-footnote": "Note", "doc-toc": "TOC", "list": "L", "listitem": "LI"}
"""What elements are that say so by their role (WAI-ARIA, DPUB-ARIA)."""

_LABELS = ("number", "mark")
"""The classes of what labels an item, a note or an entry; elsewhere it is part of the words."""


@frozen
class Mark:
    """A line, or another piece, that was marked on a page.

    Args:
        page: the index of the page.
        number: the number of the mark on its page, in the order of painting.
        box: the box of WeasyPrint that was painted.
        page_height_px: the height of the page.
    """

    page: int
    number: int
    box: Any
    page_height_px: float

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among the marks of the file."""
        return self.page, self.number


@define
class Node:
    """An element of the structure.

    Args:
        tag: what it is, by the standard types of ISO 32000-1, 14.8.4.
        element: the HTML that it is made from.
        marks: what was painted for it alone.
        nodes: the elements within it, in the order of the HTML.
    """

    tag: str
    element: Element
    marks: list[Mark] = field(factory=list)
    nodes: list[Node] = field(factory=list)

    def walk(self) -> Iterator[Node]:
        """Walk it and the elements within it."""
        yield self
        for node in self.nodes:
            yield from node.walk()

    @property
    def kids(self) -> list[Mark | Node]:
        """What it holds in reading order: among lines as painted, else as in the HTML.

        Notes come after what calls them, though it may go on on the next page.
        """
        if not self.marks:
            return list(self.nodes)
        notes = [node for node in self.nodes if node.tag == "Note"]
        within: list[Mark | Node] = [*self.marks]
        within += [node for node in self.nodes if node.tag != "Note"]
        return [*sorted(within, key=lambda kid: kid.place), *notes]

    @property
    def place(self) -> tuple[int, int]:
        """Where it begins among the marks of the file."""
        kids: list[Mark | Node] = [*self.marks, *self.nodes]
        return min(kid.place for kid in kids)


@frozen
class Link:
    """A part of a link on one page.

    Args:
        page: the index of the page.
        annotation: the object of the file that a reader follows.
    """

    page: int
    annotation: Any


class Structure:
    """The structure of one file, made while its pages are painted.

    Args:
        root: the HTML that was laid out.
    """

    def __init__(self, root: Element) -> None:
        """Begin a structure of which no page is painted."""
        self.links: dict[Element, list[Link]] = defaultdict(list)
        self._root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._marks: dict[Element, list[Mark]] = defaultdict(list)
        self._heads: dict[Element, int] = {}

    def watched(self, pages: Iterable[Any]) -> list[Any]:
        """Give pages that note here what they paint, for those of WeasyPrint."""
        return [_WatchedPage(page, index, self) for index, page in enumerate(pages)]

    def note(self, index: int, page: Any, stream: Any) -> None:
        """Note what was painted on a page, and mark as artifacts what belongs to no element.

        Args:
            index: the index of the page.
            page: the page of WeasyPrint.
            stream: what was painted on it.
        """
        boxes = {mark["mcid"]: box for box, mark in stream._tags.items()}  # noqa: SLF001
        stream._tags.clear()  # noqa: SLF001 -- WeasyPrint would make its structure of these
        for position, item in enumerate(stream.stream):
            if not (isinstance(item, pydyf.Dictionary) and "MCID" in item):
                continue
            number = item["MCID"]
            box = boxes[number]
            if self._is_artifact(box.element, index):
                stream.stream[position - 1] = "/Artifact"
                stream.stream[position] = pydyf.Dictionary({"Type": "/Pagination"})
            else:
                self._marks[box.element].append(Mark(index, number, box, page.height))
        for *_, box in page.links:
            if box.link_annotation:
                self.links[box.element].append(Link(index, box.link_annotation))

    def document(self) -> Node:
        """Gather the whole structure, once every page is painted."""
        document = Node("Document", self._root)
        for child in self._root:
            self._gather(child, document)
        _level(document)
        return document

    def _is_artifact(self, element: Element | None, page: int) -> bool:
        if element is None:
            return True
        for ancestor in self._lineage(element):
            if ancestor.get("aria-hidden") == "true":
                return True
            if ancestor.tag == "thead":
                return self._heads.setdefault(ancestor, page) != page
        return False

    def _lineage(self, element: Element) -> Iterator[Element]:
        """Walk from an element up to the root."""
        lineage: Element | None = element
        while lineage is not None:
            yield lineage
            lineage = self._parents.get(lineage)

    def _gather(self, element: Element, parent: Node) -> None:
        """Gather an element, and those within it, under a node."""
        tag = self._tag(element)
        node = Node(tag, element) if tag else parent
        node.marks += self._marks.get(element, ())
        for child in element:
            self._gather(child, node)
        if tag == "LI":
            _part(node)
        if tag == "TOCI":
            _refer(node)
        if tag and (node.marks or node.nodes or tag in CELLS):
            parent.nodes.append(node)

    def _tag(self, element: Element) -> str:
        """Say what an element is; empty for what is nothing by itself."""
        if role := _ROLES.get(element.get("role", "")):
            return role
        if element.tag == "a" and element not in self.links:
            return ""
        if element.get("class") in _LABELS and self._is_labelled(element):
            return "Lbl"
        if self._role_above(element) == "doc-toc":
            return "TOCI"
        return _TAGS.get(element.tag) or ("Span" if element.get("lang") else "")

    def _is_labelled(self, label: Element) -> bool:
        parent = self._parents[label]
        return parent.get("role") == "doc-footnote" or (
            self._role_above(parent) in {"listitem", "doc-toc"}
        )

    def _role_above(self, element: Element) -> str:
        return self._parents[element].get("role", "")


class _WatchedPage:
    """A page of WeasyPrint that notes what it paints.

    To what would make WeasyPrint's own structure, it shows no boxes.
    """

    def __init__(self, page: Any, index: int, structure: Structure) -> None:
        self._page = page
        self._index = index
        self._structure = structure
        self._page_box = page._page_box.copy_with_children([])  # noqa: SLF001

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page."""
        self._page.paint(stream, scale)
        self._structure.note(self._index, self._page, stream)


def _level(document: Node) -> None:
    """Let headings skip no level, whatever those of the HTML do (ISO 14289-1, 7.4.2)."""
    above: list[str] = []
    for node in document.walk():
        if node.tag in _HEADINGS:
            above = [*(tag for tag in above if tag < node.tag), node.tag]
            node.tag = f"H{len(above)}"


def _part(item: Node) -> None:
    """Part an item of a list into its label and its body (14.8.4.3.3)."""
    labels = [node for paragraph in item.nodes for node in paragraph.nodes if node.tag == "Lbl"]
    for paragraph in item.nodes:
        paragraph.nodes = [node for node in paragraph.nodes if node.tag != "Lbl"]
    body = [node for node in item.nodes if node.marks or node.nodes]
    item.nodes = [*labels, Node("LBody", item.element, nodes=body)]


def _refer(entry: Node) -> None:
    """Part an entry of a table of contents into its label and what it refers to (14.8.4.2)."""
    labels = [node for node in entry.nodes if node.tag == "Lbl"]
    rest = [node for node in entry.nodes if node.tag != "Lbl"]
    entry.nodes = [*labels, Node("Reference", entry.element, entry.marks, rest)]
    entry.marks = []
