"""The structure of a file, written as the objects of a tagged PDF.

Source: ISO 32000-1, 14.7 (structure) and 14.8.5 (attributes); ISO 14289-1, 7.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from reportgen.writers.pdf.structure import CELLS, SVG, Link, Mark, Node, Structure

_SCOPES = {"col": "/Column", "row": "/Row"}
_PT_PER_PX = 72 / 96


def write_tags(pdf: Any, structure: Structure) -> None:
    """Write a structure into a file whose pages are painted.

    Args:
        pdf: the file of pydyf, in which WeasyPrint has begun an empty structure.
        structure: what its pages noted.
    """
    _Writer(pdf, structure).write()


class _Writer:
    """What the writing of one structure keeps from element to element.

    Args:
        pdf: the file.
        structure: the structure.
    """

    def __init__(self, pdf: Any, structure: Structure) -> None:
        self.pdf = pdf
        self.structure = structure
        self.owners: dict[int, dict[int, bytes]] = defaultdict(dict)
        self.linked: list[bytes] = []
        self.notes: list[bytes] = []

    def write(self) -> None:
        """Write the elements, and the way back to them from marks and links (14.7.4.4)."""
        root = self._object(self.pdf.catalog["StructTreeRoot"])
        self._fill(self._object(root["K"][0]), self.structure.document())
        pages = len(self.pdf.page_references)
        numbers = pydyf.Array()
        for page in range(pages):
            owners = self.owners[page]
            marks = range(max(owners, default=-1) + 1)
            numbers += [page, pydyf.Array(owners.get(mark, b"null") for mark in marks)]
        for key, element in enumerate(self.linked, start=pages):
            numbers += [key, element]
        self._object(root["ParentTree"])["Nums"] = numbers
        root["ParentTreeNextKey"] = pages + len(self.linked)
        if self.notes:
            names = pydyf.Array()
            for number, note in enumerate(self.notes, start=1):
                names += [_note_id(number), note]
            root["IDTree"] = pydyf.Dictionary({"Names": names})

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _fill(self, element: Any, node: Node) -> None:
        """Give an element its attributes and what it holds."""
        element.update(_attributes(node))
        if node.tag == "Note":
            self.notes.append(element.reference)
            element["ID"] = _note_id(len(self.notes))
        page = min((mark.page for mark in node.marks), default=None)
        if page is not None:
            element["Pg"] = self.pdf.page_references[page]
        held = element["K"] = pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                held.append(self._within(element, kid))
            else:
                self.owners[kid.page][kid.number] = element.reference
                held.append(kid.number if kid.page == page else self._elsewhere(kid))
        if node.tag == "Link":
            held += [self._link(element, node, link) for link in self.structure.links[node.element]]

    def _within(self, parent: Any, node: Node) -> bytes:
        element = pydyf.Dictionary(
            {"Type": "/StructElem", "S": f"/{node.tag}", "P": parent.reference}
        )
        self.pdf.add_object(element)
        self._fill(element, node)
        return bytes(element.reference)

    def _elsewhere(self, mark: Mark) -> Any:
        """Refer to a mark on another page than the first of its element (14.7.4.2)."""
        page = self.pdf.page_references[mark.page]
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": mark.number})

    def _link(self, element: Any, node: Node, link: Link) -> Any:
        """Refer to a link, and let it say in words what it is (ISO 14289-1, 7.18.5)."""
        link.annotation["StructParent"] = len(self.pdf.page_references) + len(self.linked)
        link.annotation["Contents"] = pydyf.String("".join(node.element.itertext()))
        self.linked.append(element.reference)
        page = self.pdf.page_references[link.page]
        return pydyf.Dictionary({"Type": "/OBJR", "Pg": page, "Obj": link.annotation.reference})


def _note_id(number: int) -> Any:
    """Name a note, as every one must be (ISO 14289-1, 7.9); the names sort as their numbers do."""
    return pydyf.String(f"note-{number:06}")


def _attributes(node: Node) -> dict[str, Any]:
    """Say of an element what its tag does not."""
    attributes: dict[str, Any] = {}
    if node.tag in CELLS:
        attributes["A"] = _cell_attributes(node)
    elif node.tag == "Figure":
        attributes["A"] = _figure_attributes(node.marks[0])
        attributes["Alt"] = pydyf.String(_alternative(node.element))
    if language := node.element.get("lang"):
        attributes["Lang"] = pydyf.String(language)
    return attributes


def _cell_attributes(node: Node) -> Any:
    """Say how many columns and rows a cell takes, and what a head is the head of (14.8.5.7)."""
    attributes = pydyf.Dictionary({"O": "/Table"})
    for name in ("ColSpan", "RowSpan"):
        if span := node.element.get(name.lower()):
            attributes[name] = int(span)
    if node.tag == "TH":
        attributes["Scope"] = _SCOPES[node.element.get("scope", "col")]
    return attributes


def _figure_attributes(mark: Mark) -> Any:
    """Say where on its page a figure stands, in points from the lower left corner (14.8.5.4)."""
    box = mark.box
    left, top = box.content_box_x(), mark.page_height_px - box.content_box_y()
    edges_px = (left, top - box.height, left + box.width, top)
    bounds = pydyf.Array(round(edge * _PT_PER_PX, 2) for edge in edges_px)
    return pydyf.Dictionary({"O": "/Layout", "BBox": bounds})


def _alternative(figure: Element) -> str:
    """Give the words that stand for a figure."""
    return figure.get("alt") or figure.findtext(f"{SVG}title") or ""
