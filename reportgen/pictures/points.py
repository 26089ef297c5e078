"""Pictures of points, by Pillow and resvg behind this one door.

Part of `pictures`. What users give is read in a process of its own; `draw` is also called for the
drawings of our own. Source: PNG (ISO/IEC 15948), JPEG with Adobe’s marker, Exif 2.32 as Pillow
reads them; SVG as resvg draws it.
"""

from __future__ import annotations

import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import Any, Literal

import PIL.Image
import PIL.ImageFile
import PIL.ImageOps
import resvg_py
from attrs import frozen

from reportgen.messages import Message, message

LARGEST_POINTS = 60_000_000
FINEST_PX = 3_000
"""The longer side of what is shown: over 300 points an inch on the longest line of a page."""

_DRAWN_PER_INCH = 600
_EMBLEM_PX = 1_200
"""The longer side of a small drawing, which an emblem may be: those alone are shown larger."""
_PT_PER_INCH = 72
_PX_PER_INCH = 96
_COARSEST, _FINEST = 10, 5_000
"""The densities, in points an inch, that a picture may say of itself."""
_QUALITY = 92
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_NO_SIGN = re.compile(r"No fonts with a .*?/U\+(?P<code>[0-9A-F]+) character")
_NO_FONT = "No match for "
_STANDARD_OUTPUT = 1


@frozen
class Points:
    """A picture, and the size that it gives itself.

    Args:
        data: the bytes of a file that holds it.
        width_pt: its width in points of print; so is its height.
    """

    data: bytes
    width_pt: float
    height_pt: float


class UnfitError(Exception):
    """A picture that cannot be printed, or must not be.

    Args:
        faults: everything that is wrong with it.
    """

    def __init__(self, *faults: Message) -> None:
        """Keep the faults; at least one."""
        super().__init__(*faults)
        self.faults = faults


def is_raster(data: bytes) -> bool:
    """Tell whether bytes begin as a PNG or a JPEG file does."""
    return data.startswith(_SIGNATURES)


def read_points(data: bytes) -> tuple[Literal["png", "jpeg"], Points]:
    """Read a PNG or JPEG file: upright, in RGB or grey, opaque, no finer than a page prints it.

    Returns:
        What the new file is, and the picture.

    Raises:
        UnfitError: it is damaged, or has too many points.
    """
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # of sizes, which are looked at here
            PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened,
        ):
            width_pt, height_pt = _size(opened)
            kind: Literal["png", "jpeg"] = "png" if opened.format == "PNG" else "jpeg"
            opened.draft(None, (FINEST_PX, FINEST_PX))  # a JPEG need not be decoded whole
            turned = PIL.ImageOps.exif_transpose(opened)
            profile = opened.info.get("icc_profile")
            shown = _in_colours(_opaque(turned), profile)
    except PIL.UnidentifiedImageError as error:
        raise UnfitError(message("the picture is damaged where it begins")) from error
    except PIL.Image.DecompressionBombError as error:
        millions = LARGEST_POINTS // 1_000_000
        raise UnfitError(
            message("the picture has more than {millions} million points", millions=millions)
        ) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnfitError(message("the picture is damaged: {reason}", reason=error)) from error
    shown.thumbnail((FINEST_PX, FINEST_PX))
    return kind, Points(_encoded(shown, kind), width_pt, height_pt)


def _size(opened: PIL.Image.Image) -> tuple[float, float]:
    """Tell the size of a picture, in points of print, as it will stand upright."""
    width, height = opened.size
    if width * height > LARGEST_POINTS:
        raise UnfitError(
            message("the picture has {width} × {height} points", width=width, height=height)
        )
    sizes = [
        side * _PT_PER_INCH / (float(density) if _COARSEST <= density <= _FINEST else _PX_PER_INCH)
        for side, density in zip(opened.size, opened.info.get("dpi", (0, 0)), strict=True)
    ]
    lies = opened.getexif().get(_ORIENTATION, 1) in _LYING
    return (sizes[1], sizes[0]) if lies else (sizes[0], sizes[1])


_ORIENTATION = 0x0112
_LYING = (5, 6, 7, 8)


def _opaque(picture: PIL.Image.Image) -> PIL.Image.Image:
    """Put a picture on white paper, with 8 bits a channel."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut off at 255
        return picture.convert("F").point(lambda grey: grey / 257 + 0.5).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB") if picture.mode in {"P", "PA"} else picture
    picture = picture.convert("RGBA")
    paper = PIL.Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _in_colours(picture: PIL.Image.Image, profile: bytes | None) -> PIL.Image.Image:
    """Give the colours of a picture as sRGB, or as grey; a profile that is broken is left out."""
    from PIL import ImageCms  # noqa: PLC0415 -- for what has a profile

    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(
                picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if made is not None:
                return made
    return picture.convert("L" if picture.mode in {"1", "L", "LA"} else "RGB")


def _encoded(picture: PIL.Image.Image, kind: str) -> bytes:
    """Write a picture alone, without what its file told of cameras and places."""
    bare: PIL.Image.Image = PIL.Image.new(picture.mode, picture.size)
    bare.paste(picture)
    made = BytesIO()
    options: dict[str, Any] = {"quality": _QUALITY, "subsampling": 0} if kind == "jpeg" else {}
    bare.save(made, kind, **options)
    return made.getvalue()


def drawn_points(drawing: Points) -> Points:
    """Draw an SVG as finely as a page prints it, on white paper.

    Raises:
        UnfitError: it cannot be drawn, or not all of it.
    """
    longer_pt = max(drawing.width_pt, drawing.height_pt)
    finest_px = min(FINEST_PX, max(_EMBLEM_PX, longer_pt / _PT_PER_INCH * _DRAWN_PER_INCH))
    scale = finest_px / longer_pt
    with _said() as said:
        try:
            drawn = draw(drawing.data.decode(), round(scale * drawing.width_pt))
        except ValueError as error:
            raise UnfitError(message("the SVG cannot be drawn, or draws nothing")) from error
    _check_words("".join(said))
    return Points(read_points(drawn)[1].data, drawing.width_pt, drawing.height_pt)


def _check_words(said: str) -> None:
    """Refuse a drawing whose words were not all drawn: resvg leaves them out, or draws boxes."""
    if lost := {chr(int(found["code"], 16)) for found in _NO_SIGN.finditer(said)}:
        signs = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(lost))
        raise UnfitError(message("no font has these signs of the SVG: {signs}", signs=signs))
    if _NO_FONT in said:
        raise UnfitError(message("no font is installed for the words of the SVG"))


def draw(svg: str, width: int | None = None, *, words: bool = True) -> bytes:
    """Draw an SVG as a PNG on white paper.

    Args:
        svg: the drawing.
        width: of the PNG, in points, the height following from the proportions; as the drawing
            says where left out.
        words: whether fonts are looked for, which takes a while; what they lack is then told on
            the standard output.

    Raises:
        ValueError: it cannot be drawn.
    """
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        background="#fff",
        skip_system_fonts=not words,
        log_information=words,  # which signs no font has
    )


@contextmanager
def _said() -> Iterator[list[str]]:
    """Hear what resvg tells, which it writes past Python to the standard output."""
    said: list[str] = []
    kept = os.dup(_STANDARD_OUTPUT)
    with tempfile.TemporaryFile() as told:
        os.dup2(told.fileno(), _STANDARD_OUTPUT)
        try:
            yield said
        finally:
            os.dup2(kept, _STANDARD_OUTPUT)
            os.close(kept)
            told.seek(0)
            said.append(told.read().decode(errors="replace"))


@contextmanager
def whole_pictures_alone() -> Iterator[None]:
    """Let no library that is imported here make Pillow take pictures whose end is missing."""
    lenient = PIL.ImageFile.LOAD_TRUNCATED_IMAGES
    try:
        yield
    finally:
        PIL.ImageFile.LOAD_TRUNCATED_IMAGES = lenient
