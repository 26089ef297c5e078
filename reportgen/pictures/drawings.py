"""Drawings that users give as SVG: what may be printed is kept, the rest is refused.

Part of `pictures`. An SVG is refused as soon as it could do or fetch anything: scripts, foreign
content, addresses outside itself, entities. How long it takes to draw is not foreseen here: the
process that draws it has its limits.
Source: SVG 1.1, 5.6 and 17.1 (references), 18 (scripts).
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator

from lxml import etree

from reportgen.messages import Message, message
from reportgen.pictures.points import Points, UnfitError, read_points

_LONGEST_SHOWN = 60
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = frozenset(
    {
        *("script", "handler", "listener", "foreignobject", "iframe", "object", "embed"),
        *("set", "animate", "animatecolor", "animatemotion", "animatetransform"),
    }
)
_ADDRESSES = frozenset({"href", "src", "base"})
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpeg);base64,(?P<data>[A-Za-z0-9+/=\s]+)")
_CSS_ADDRESS = re.compile(r"url\(\s*[\"']?\s*(?P<address>[^)\"']*)", re.IGNORECASE)
_CSS_BEYOND = re.compile(r"@import|\\|\b(?:image|image-set|src)\(", re.IGNORECASE)
_LENGTH = re.compile(
    r"\s*\+?(?P<number>-?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)(?P<unit>px|pt|pc|mm|cm|in|)\s*"
)
_PT_PER_UNIT = {"": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4}
_SIDES = 2


def read_drawing(data: bytes) -> Points:
    """Read an SVG file: its size said outright, the pictures within it brought to our form.

    Raises:
        UnfitError: it is no SVG, or not fit to be printed; everything that is wrong with it.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfitError(message("this is neither a PNG, a JPEG nor an SVG file")) from error
    if root.tag != f"{_SVG}svg":
        raise UnfitError(message("this is neither a PNG, a JPEG nor an SVG file"))
    size = _size(root)
    faults = {str(fault): fault for fault in _faults(root)}  # each once
    if size is None or faults:
        missing = message("the SVG says neither its width and height nor its “viewBox”")
        raise UnfitError(*faults.values(), *([missing] if size is None else []))
    width_pt, height_pt = size
    width, height = (f"{side / _PT_PER_UNIT['px']:g}" for side in size)
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {width} {height}")
    root.set("width", width)  # resvg takes no drawing whose size has the unit pt
    root.set("height", height)
    return Points(etree.tostring(root, encoding="UTF-8"), width_pt, height_pt)


def _size(root: etree._Element) -> tuple[float, float] | None:
    """Read the size of an SVG, in points: what it says first, or its coordinates as pixels."""
    sides = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if not all(sides):
        numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())
        sides = [_LENGTH.fullmatch(number) for number in numbers[2:]]
    lengths = [float(side["number"]) * _PT_PER_UNIT[side["unit"]] for side in sides if side]
    return (lengths[0], lengths[1]) if len(lengths) == len(sides) == _SIDES else None


def _faults(root: etree._Element) -> Iterator[Message]:
    """Find everything by which an SVG could act or fetch."""
    if root.getroottree().docinfo.doctype:
        yield message("the SVG holds a document type or entities")
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield message("the SVG holds an instruction or an entity")
            continue
        tag = etree.QName(element).localname
        if tag.lower() in _ACTIVE:
            yield message("the SVG holds the element “{element}”", element=tag)
        if tag == "style":
            yield from _style_faults("".join(element.itertext()))
        for name, value in element.attrib.items():
            yield from _attribute_faults(element, str(name), str(value))


def _attribute_faults(element: etree._Element, name: str, value: str) -> Iterator[Message]:
    known = etree.QName(name).localname.lower()
    if known.startswith("on"):
        yield message(
            "the SVG acts on its own: attribute “{name}”", name=etree.QName(name).localname
        )
    elif known in _ADDRESSES and not value.strip().startswith("#"):
        try:
            element.set(name, _embedded(value))
        except UnfitError as error:
            yield from error.faults
    else:
        yield from _style_faults(value)


def _style_faults(text: str) -> Iterator[Message]:
    if found := _CSS_BEYOND.search(text):
        yield message(
            "the SVG refers to something outside itself: {address}", address=found.group()
        )
    for address in _CSS_ADDRESS.finditer(text):
        if not address["address"].startswith("#"):
            try:
                _embedded(address["address"])
            except UnfitError as error:
                yield from error.faults


def _embedded(address: str) -> str:
    """Bring a picture within the SVG to our form, as if it were given by itself.

    Raises:
        UnfitError: the address holds no such picture.
    """
    embedded = _EMBEDDED.fullmatch(address)
    if embedded is None:
        shown = address if len(address) <= _LONGEST_SHOWN else f"{address[:_LONGEST_SHOWN]}…"
        raise UnfitError(
            message("the SVG refers to something outside itself: {address}", address=shown)
        )
    try:
        kind, picture = read_points(b64decode(embedded["data"]))
    except ValueError as error:
        raise UnfitError(message("the picture is damaged: {reason}", reason=error)) from error
    return f"data:image/{kind};base64,{b64encode(picture.data).decode()}"
