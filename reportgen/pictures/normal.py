"""The normal form of a picture, made where nothing that it does to the libraries matters.

Part of `pictures`; runs in a process of its own. A picture is known by its content, not by its
name.
"""

from __future__ import annotations

import json

from reportgen.messages import message
from reportgen.pictures.drawings import read_drawing
from reportgen.pictures.plain import is_plain
from reportgen.pictures.points import Points, UnfitError, drawn_points, is_raster, read_points

_LARGEST_PT = 1_000_000
_MOST_STRETCHED = 100


def normal_form(data: bytes) -> bytes:
    """Bring a picture to the form that writers take.

    Args:
        data: the bytes of a file.

    Returns:
        A line of JSON: the fields of an `Image` without its data, or `faults`, pairs of a message
        and its values; then the data.
    """
    try:
        kind, made = _normal(data)
        _check_size(made.width_pt, made.height_pt)
    except UnfitError as error:
        faults = [(fault.text, fault.values) for fault in error.faults]
        return json.dumps({"faults": faults}, default=str).encode()
    head = {"kind": kind, "width_pt": made.width_pt, "height_pt": made.height_pt}
    return json.dumps(head).encode() + b"\n" + made.data


def _normal(data: bytes) -> tuple[str, Points]:
    if is_raster(data):
        return read_points(data)
    drawing = read_drawing(data)
    _check_size(drawing.width_pt, drawing.height_pt)
    pointed = drawn_points(drawing)  # also of a plain one: what cannot be drawn is told here
    return ("svg", drawing) if is_plain(drawing.data) else ("png", pointed)


def _check_size(width_pt: float, height_pt: float) -> None:
    """Refuse what no page can show: specks, threads, and sizes that are no sizes."""
    shorter, longer = sorted((width_pt, height_pt))
    if shorter >= 1 and longer <= min(_LARGEST_PT, _MOST_STRETCHED * shorter):
        return
    raise UnfitError(
        message(
            "the picture is of {width} × {height} pt: one side must be a point at least, and the"
            " other not more than {times} times as long",
            width=float(f"{width_pt:.3g}"),
            height=float(f"{height_pt:.3g}"),
            times=_MOST_STRETCHED,
        )
    )
