"""Pictures that stand in a place of the page, and the parts of the package that hold them.

Word shows no SVG without a picture of points beside it: drawings are turned into such pictures,
fine enough to be printed and scanned. Source: ECMA-376, Part 1, 20.4.2.3 (anchor), 20.2 (picture).
"""

from __future__ import annotations

import math

from attrs import evolve
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.pictures import Image
from reportgen.pictures.points import draw
from reportgen.style import Box
from reportgen.writers._drawings import Drawing, svg
from reportgen.writers.docx.ooxml import Element, add_anchored_picture, add_inline_picture

_DOTS_PER_INCH = 600
PICTURE_TYPES = {"png": CONTENT_TYPE.PNG, "jpeg": CONTENT_TYPE.JPEG}


class Pictures:
    """The pictures that one file holds so far; they count from 1 through all its parts.

    `figures` gives the bytes of those of the body, by the names of their parts in `word/media`.
    """

    def __init__(self) -> None:
        """Begin a file, without pictures."""
        self.figures: dict[str, bytes] = {}
        self._count = 0
        self._parts: dict[bytes, Part] = {}

    def add(self, paragraph: Element, owner: Part, image: Image, box: Box, name: str) -> None:
        """Add a picture to a paragraph, in a place of its own on the sheet.

        Args:
            paragraph: the paragraph that it is anchored in.
            owner: the part of the package that holds the paragraph.
            image: the picture, with what is said in its place.
            box: where it stands.
            name: what Word calls it in its list of the pictures of a page.
        """
        self._count += 1
        add_anchored_picture(
            paragraph,
            owner.relate_to(self._part(owner, _in_points(image, box)), RELATIONSHIP_TYPE.IMAGE),
            number=self._count,
            name=name,
            description=image.description,
            box_pt=(box.x_pt, box.y_pt, box.width_pt, box.height_pt),
        )

    def add_figure(self, paragraph: Element, image: Image, size_pt: tuple[float, float]) -> None:
        """Add a picture to a paragraph of the body, among its words.

        Args:
            paragraph: the paragraph.
            image: the picture, with what is said in its place.
            size_pt: its width and height.
        """
        self._count += 1
        pointed = _in_points(image, Box(0, 0, *size_pt))
        name = f"figure{len(self.figures) + 1}.{pointed.kind}"
        self.figures[name] = pointed.data
        add_inline_picture(
            paragraph,
            name.partition(".")[0],
            number=self._count,
            name=name,
            description=image.description,
            size_pt=size_pt,
        )

    def _part(self, owner: Part, image: Image) -> Part:
        """Give the part of a picture; equal pictures share one."""
        if image.data not in self._parts:
            uri = PackURI(f"/word/media/image{len(self._parts) + 1}.{image.kind}")
            part = Part(uri, PICTURE_TYPES[image.kind], image.data, owner.package)
            self._parts[image.data] = part
        return self._parts[image.data]


def drawn(drawing: Drawing, box: Box, description: str) -> Image:
    """Turn a drawing into a picture in which each of its units is a whole number of points.

    Args:
        drawing: the drawing.
        box: where it will stand.
        description: what is said in its place.
    """
    scale = math.ceil(_dots(box.width_pt) / drawing.width)
    vectors = svg(drawing, scale * drawing.width, _dots(box.height_pt))
    data = draw(vectors, words=False)
    return Image(
        data=data,
        kind="png",
        width_pt=box.width_pt,
        height_pt=box.height_pt,
        description=description,
    )


def _in_points(image: Image, box: Box) -> Image:
    if image.kind != "svg":
        return image
    data = draw(image.data.decode(), _dots(box.width_pt), words=False)
    return evolve(image, data=data, kind="png")


def _dots(length_pt: float) -> int:
    return round(length_pt / 72 * _DOTS_PER_INCH)
