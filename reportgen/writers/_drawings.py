"""Small black drawings: the codes of the first page and the recycling sign, each one path.

Floor 3, read by the writers of Word and of HTML: the one takes them as pictures of points, the
other as vectors. Source: SVG 1.1, 8.3 (path data).
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from reportgen.pictures import ImageKind

Point: TypeAlias = tuple[float, float]

_CORNER = 43.0
"""From the middle of the sign to the corners of the triangle that its arrows follow."""
_CUT = 15.0
"""How much of each side a corner loses."""
_THICKNESS = 11.0
_HEAD_WIDTH = 25.0
_HEAD_LENGTH = 14.0
_TAIL_GAP = 4.5
"""Between the tip of an arrow and the tail of the one before it."""


@frozen
class Drawing:
    """A black drawing on nothing.

    Args:
        width: in units of its own; so is height.
        path: what is filled, as the data of an SVG path.
    """

    width: float
    height: float
    path: str


def svg(drawing: Drawing, width: float, height: float) -> str:
    """Write a drawing as an SVG of its own, stretched to a size in pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
        f' viewBox="0 0 {drawing.width:g} {drawing.height:g}" preserveAspectRatio="none">'
        f'<path d="{drawing.path}"/></svg>'
    )


def data_address(data: bytes, kind: ImageKind) -> str:
    """Write the bytes of a picture as an address that holds them."""
    media_type = "image/svg+xml" if kind == "svg" else f"image/{kind}"
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def modules(rows: Sequence[Sequence[bool]]) -> Drawing:
    """Draw rows of squares, each dark or not, the dark ones of a row that touch as one."""
    return Drawing(len(rows[0]), len(rows), "".join(map(_row, range(len(rows)), rows)))


def _row(y: int, row: Sequence[bool]) -> str:
    strokes, x = [], 0
    while x < len(row):
        length = 1
        while x + length < len(row) and row[x + length] == row[x]:
            length += 1
        if row[x]:
            strokes.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return "".join(strokes)


def recycling_sign() -> Drawing:
    """Draw three arrows, each of which turns one corner of a triangle."""
    arrows = [[_turned(point, 120 * turn) for point in _arrow()] for turn in range(3)]
    points = [point for arrow in arrows for point in arrow]
    left, top = (min(axis) for axis in zip(*points, strict=True))
    right, bottom = (max(axis) for axis in zip(*points, strict=True))
    path = "".join(_polygon([(x - left, y - top) for x, y in arrow]) for arrow in arrows)
    return Drawing(round(right - left, 2), round(bottom - top, 2), path)


def _arrow() -> list[Point]:
    """Outline the arrow that turns the upper corner, from its tail on the left side."""
    middle = _CORNER * math.sqrt(3) / 2  # of a side, from either end
    line = [
        _on_left_side(middle - _TAIL_GAP),
        _on_left_side(_CUT),
        _on_right_side(_CUT),
        _on_right_side(middle - _HEAD_LENGTH),
    ]
    base, across = line[-1], _offset(line[-2], line[-1], _HEAD_WIDTH / 2)
    wings = [_moved(base, across, 1), _on_right_side(middle), _moved(base, across, -1)]
    return [*_beside(line, 1), *wings, *reversed(_beside(line, -1))]


def _on_left_side(distance: float) -> Point:
    """Find a point on the left side of the triangle, by its distance from the upper corner."""
    return -distance / 2, distance * math.sqrt(3) / 2 - _CORNER


def _on_right_side(distance: float) -> Point:
    x, y = _on_left_side(distance)
    return -x, y


def _beside(line: Sequence[Point], side: int) -> list[Point]:
    """Follow a line at half the thickness of an arrow, on its left (1) or on its right (-1).

    Where two strokes meet, the lines beside them meet on the line that halves their angle.
    """
    half = _THICKNESS / 2
    offsets = [_offset(start, end, half) for start, end in pairwise(line)]
    joints = [_joint(before, after, half) for before, after in pairwise(offsets)]
    shifts = [offsets[0], *joints, offsets[-1]]
    return [_moved(point, shift, side) for point, shift in zip(line, shifts, strict=True)]


def _offset(start: Point, end: Point, distance: float) -> Point:
    """Give the way from a stroke to a line on its left."""
    (x0, y0), (x1, y1) = start, end
    length = math.dist(start, end)
    return (y1 - y0) / length * distance, (x0 - x1) / length * distance


def _joint(before: Point, after: Point, distance: float) -> Point:
    x, y = before[0] + after[0], before[1] + after[1]
    stretch = 2 * distance**2 / (x**2 + y**2)
    return x * stretch, y * stretch


def _moved(point: Point, shift: Point, times: int) -> Point:
    return point[0] + times * shift[0], point[1] + times * shift[1]


def _turned(point: Point, degrees: float) -> Point:
    angle = math.radians(degrees)
    x, y = point
    return (
        x * math.cos(angle) - y * math.sin(angle),
        x * math.sin(angle) + y * math.cos(angle),
    )


def _polygon(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "z"
