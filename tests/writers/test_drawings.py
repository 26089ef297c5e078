"""Drawings: one path each, in units of their own."""

import re
from itertools import pairwise

import pytest
from lxml import etree

from reportgen.writers._drawings import Drawing, data_address, modules, recycling_sign, svg


def test_dark_squares_that_touch_in_a_row_are_one() -> None:
    """Light ones are left out, and rows are not joined."""
    drawn = modules([[True, True, False, True], [False, True, True, False]])
    assert drawn == Drawing(4, 2, "M0 0h2v1h-2zM3 0h1v1h-1zM1 1h2v1h-2z")


def test_a_drawing_is_stretched_to_its_size() -> None:
    """Its own units stay."""
    root = etree.fromstring(svg(Drawing(3, 1, "M0 0h1v1h-1z"), 30, 20))
    assert (root.get("width"), root.get("height")) == ("30", "20")
    assert (root.get("viewBox"), root.get("preserveAspectRatio")) == ("0 0 3 1", "none")
    assert [path.get("d") for path in root] == ["M0 0h1v1h-1z"]


def test_the_recycling_sign_fills_its_frame_with_three_arrows() -> None:
    """Each is outlined once, and the outermost points touch the edges."""
    sign = recycling_sign()
    arrows = sign.path.split("z")[:-1]
    points = [tuple(map(float, p.split())) for a in arrows for p in re.split("[ML]", a) if p]
    assert len(arrows) == 3
    assert (min(x for x, _ in points), min(y for _, y in points)) == (0, 0)
    assert max(x for x, _ in points) == pytest.approx(sign.width, abs=0.01)
    assert max(y for _, y in points) == pytest.approx(sign.height, abs=0.01)


def test_each_arrow_of_the_sign_is_the_one_before_turned_by_a_third() -> None:
    """So that the sign looks the same from its three sides."""
    arrows = [
        [complex(*map(float, p.split())) for p in re.split("[ML]", a) if p]
        for a in recycling_sign().path.split("z")[:-1]
    ]
    sides = [[abs(b - a) for a, b in pairwise(arrow)] for arrow in arrows]
    assert sides[1] == pytest.approx(sides[0], abs=0.02)
    assert sides[2] == pytest.approx(sides[0], abs=0.02)


def test_a_data_address_holds_the_bytes() -> None:
    """With their type."""
    assert data_address(b"<svg/>", "svg") == "data:image/svg+xml;base64,PHN2Zy8+"
    assert data_address(b"\x89PNG", "png") == "data:image/png;base64,iVBORw=="
