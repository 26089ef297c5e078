"""Pictures: a value that records may hold and pages may show, and how one is read from a file.

Floor 1. `read_picture` brings what a file holds to one form, which looks the same in Word and in
the PDF: points, upright, in RGB or grey, no finer than any page prints them; or plain lines, which
every program draws alike. The libraries that do it, `points` with Pillow and resvg and `drawings`
with lxml, are run in a process of their own, since files can lead them astray.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from attrs import field, frozen

from reportgen.confinement import Limits, Reason, StoppedError, confined
from reportgen.errors import Place, Problem, ReadingError
from reportgen.input_files import read_input
from reportgen.messages import Message, message

ImageKind: TypeAlias = Literal["png", "jpeg", "svg"]

LARGEST_BYTES = 20_000_000
LIMITS = Limits(seconds=8)
"""What reading one picture may take."""

_ADVICE = message(
    "Give a PNG, JPEG or SVG file of at most {megabytes} MB and 60 million points; an SVG holds"
    " neither scripts nor addresses outside itself.",
    megabytes=LARGEST_BYTES // 1_000_000,
)
_SIMPLER = message("Export the picture again as a plain PNG file, and give that one.")
_STOPPED: dict[Reason, Message] = {
    "time": message("reading the picture takes more than {seconds} s", seconds=LIMITS.seconds),
    "memory": message("reading the picture takes too much memory"),
    "fault": message("the program that reads pictures breaks off over this one"),
}


@frozen(kw_only=True)
class Image:
    """A picture, found fit to be printed.

    Args:
        data: the bytes of a file that holds it alone.
        kind: what they are; an SVG draws nothing but plain lines and areas.
        width_pt: its own width; where it is shown, only its proportions may matter.
        height_pt: its own height.
        description: what is said to those who do not see it.
    """

    data: bytes = field(repr=False)
    kind: ImageKind
    width_pt: float
    height_pt: float
    description: str = ""


def read_picture(path: str | Path) -> Image:
    """Read a picture from a file, and bring it to the form in which every writer shows it.

    Args:
        path: a PNG, JPEG or SVG file of twenty megabytes and sixty million points at most.

    Returns:
        The picture, its own size as the file says it, or at 96 points an inch.

    Raises:
        ReadingError: there is no such file, it is no picture, or it is not fit to be printed;
            everything that is wrong with it.
    """
    file = Path(path)
    made = _normal(read_input(file, LARGEST_BYTES))
    if isinstance(made, Image):
        return made
    raise ReadingError(*(Problem(p.what, p.advice, Place(str(file))) for p in made))


@lru_cache(maxsize=8)
def _normal(data: bytes) -> Image | tuple[Problem, ...]:
    """Give the normal form of a picture, or what is wrong with it."""
    try:
        made = confined("reportgen.pictures.normal:normal_form", data, LIMITS)
    except StoppedError as stopped:
        return (Problem(_STOPPED[stopped.reason], _SIMPLER),)
    head, _, body = made.partition(b"\n")
    told = json.loads(head)
    if faults := [Message(text, values) for text, values in told.pop("faults", ())]:
        return (*map(Problem, faults[:-1]), Problem(faults[-1], _ADVICE))
    return Image(data=body, **told)
