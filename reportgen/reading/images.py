"""Pictures that the user gives, as files: what may be printed is read, the rest is refused.

Part of `reading`. A picture is known by its content, not by its name. An SVG is refused as soon as
it could do or fetch anything: scripts, foreign content, addresses outside itself, entities.
Source: SVG 1.1, 5.6 and 17.1 (references), 18 (scripts); PNG, JPEG as Pillow reads them.
"""

from __future__ import annotations

import math
import re
import warnings
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import PIL.Image
import PIL.ImageFile
from lxml import etree

from reportgen.errors import Place, Problem, ReadingError, closed
from reportgen.images import Image, ImageKind
from reportgen.messages import Message, message

LARGEST_BYTES = 2_000_000
LARGEST_SIDE_PX = 4_000
LARGEST_DRAWING = 200_000
"""How many elements an SVG may draw, each counted as often as something refers to it."""

_DEEPEST_REFERENCE = 16
_LONGEST_SHOWN = 60
_SVG = "{http://www.w3.org/2000/svg}"
_PX_PER_INCH = 96
_PT_PER_INCH = 72
_FORMATS: dict[str, ImageKind] = {"PNG": "png", "JPEG": "jpeg"}
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
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
_LENGTH = re.compile(r"\s*(?P<number>[0-9]*\.?[0-9]+)(?P<unit>px|pt|pc|mm|cm|in|)\s*")
_PT_PER_UNIT = {"": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4}
_ADVICE = message(
    "Give a PNG, JPEG or SVG file of at most {megabytes} MB and {side} points on a side; an SVG"
    " holds neither scripts nor addresses outside itself.",
    megabytes=LARGEST_BYTES // 1_000_000,
    side=LARGEST_SIDE_PX,
)


def read_image(path: str | Path) -> Image:
    """Read a picture from a file.

    Args:
        path: a PNG, JPEG or SVG file of two megabytes at most, and 4,000 points on a side.

    Returns:
        The picture, its own size as the file says it, or at 96 points an inch.

    Raises:
        ReadingError: there is no such file, it is no picture, or it is not fit to be printed;
            everything that is wrong with it.
    """
    file = Path(path)
    try:
        data = _bytes_of(file)
        return _raster(data) if data.startswith(_SIGNATURES) else _vectors(data)
    except _UnfitError as error:
        place = Place(str(file))
        *others, last = error.faults
        problems = (*(Problem(what, place=place) for what in others), Problem(last, _ADVICE, place))
        raise ReadingError(*problems) from error


class _UnfitError(Exception):
    """A picture that cannot be printed, or must not be.

    Args:
        faults: everything that is wrong with it.
    """

    def __init__(self, *faults: Message) -> None:
        super().__init__(*faults)
        self.faults = faults


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise ReadingError(closed(file, error)) from error
    if len(data) > LARGEST_BYTES:
        megabytes = math.ceil(file.stat().st_size / 100_000) / 10
        raise _UnfitError(message("the file is of {megabytes} MB", megabytes=megabytes))
    return data


# --- pictures of points -------------------------------------------------------------------------


def _raster(data: bytes) -> Image:
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # of sizes, which are looked at here
            _whole_pictures_alone(),
            PIL.Image.open(BytesIO(data), formats=tuple(_FORMATS)) as opened,
        ):
            width, height = opened.size
            if max(width, height) > LARGEST_SIDE_PX:
                what = message(
                    "the picture has {width} × {height} points", width=width, height=height
                )
                raise _UnfitError(what)
            opened.load()
            kind, density = _FORMATS[str(opened.format)], opened.info.get("dpi", (0, 0))
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError) as error:
        raise _UnfitError(message("the picture is damaged: {reason}", reason=error)) from error
    across, down = (float(each) if each > 1 else _PX_PER_INCH for each in density)
    return Image(
        data=data,
        kind=kind,
        width_pt=width * _PT_PER_INCH / across,
        height_pt=height * _PT_PER_INCH / down,
    )


@contextmanager
def _whole_pictures_alone() -> Iterator[None]:
    """Refuse pictures whose end is missing, though WeasyPrint lets the whole process take them."""
    lenient = PIL.ImageFile.LOAD_TRUNCATED_IMAGES
    PIL.ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        PIL.ImageFile.LOAD_TRUNCATED_IMAGES = lenient


# --- drawings -----------------------------------------------------------------------------------


def _vectors(data: bytes) -> Image:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _UnfitError(message("this is neither a PNG, a JPEG nor an SVG file")) from error
    if root.tag != f"{_SVG}svg":
        raise _UnfitError(message("this is neither a PNG, a JPEG nor an SVG file"))
    size = _size(root)
    faults = {str(fault): fault for fault in _faults(root)}  # each once
    if size is None or faults:
        missing = message("the SVG says neither its width and height nor its “viewBox”")
        raise _UnfitError(*faults.values(), *([missing] if size is None else []))
    data = etree.tostring(root, encoding="UTF-8")
    return Image(data=data, kind="svg", width_pt=size[0], height_pt=size[1])


def _size(root: etree._Element) -> tuple[float, float] | None:
    """Read the size of an SVG, in points: what it says first, or its coordinates as pixels."""
    lengths = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    sides = [float(x["number"]) * _PT_PER_UNIT[x["unit"]] for x in lengths if x]
    if len(sides) < len(lengths):
        numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())
        found = [_LENGTH.fullmatch(number) for number in numbers[2:]]
        sides = [float(x["number"]) * _PT_PER_UNIT["px"] for x in found if x and not x["unit"]]
    return (sides[0], sides[1]) if len(sides) == len(lengths) and all(sides) else None


def _faults(root: etree._Element) -> Iterator[Message]:
    """Find everything by which an SVG could act, fetch or swell."""
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
            yield from _attribute_faults(etree.QName(str(name)).localname, str(value))
    if (
        _drawn(root, {str(e.get("id")): e for e in root.iter("{*}*") if e.get("id")})
        > LARGEST_DRAWING
    ):
        what = message("the SVG draws more than {count} elements", count=LARGEST_DRAWING)
        yield what


def _attribute_faults(name: str, value: str) -> Iterator[Message]:
    if name.lower().startswith("on"):
        yield message("the SVG acts on its own: attribute “{name}”", name=name)
    elif name.lower() in _ADDRESSES and not value.strip().startswith("#"):
        yield from _address_faults(value)
    else:
        yield from _style_faults(value)


def _style_faults(text: str) -> Iterator[Message]:
    if found := _CSS_BEYOND.search(text):
        yield message(
            "the SVG refers to something outside itself: {address}", address=found.group()
        )
    for address in _CSS_ADDRESS.finditer(text):
        if not address["address"].startswith("#"):
            yield from _address_faults(address["address"])


def _address_faults(address: str) -> Iterator[Message]:
    """Accept a picture within the SVG that would be accepted by itself."""
    embedded = _EMBEDDED.fullmatch(address)
    if embedded is None:
        shown = address if len(address) <= _LONGEST_SHOWN else f"{address[:_LONGEST_SHOWN]}…"
        yield message("the SVG refers to something outside itself: {address}", address=shown)
        return
    try:
        _raster(b64decode(embedded["data"]))
    except _UnfitError as error:
        yield from error.faults
    except ValueError as error:
        yield message("the picture is damaged: {reason}", reason=error)


def _drawn(element: etree._Element, named: Mapping[str, etree._Element], depth: int = 0) -> float:
    """Count what an element draws, and again what it refers to; stop where it is too much."""
    if depth > _DEEPEST_REFERENCE:
        return math.inf
    count: float = 0
    for each in element.iter("{*}*"):
        count += 1
        for target in _references(each):
            if target in named and count <= LARGEST_DRAWING:
                count += _drawn(named[target], named, depth + 1)
    return count


def _references(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if etree.QName(str(name)).localname == "href":
            yield str(value).strip().removeprefix("#")
        for address in _CSS_ADDRESS.finditer(str(value)):
            yield address["address"].removeprefix("#")
