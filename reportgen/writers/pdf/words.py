"""The words of a PDF, whoever has worked on it since, read where it can do no harm.

Part of the PDF writer. PDFium reads files of strangers, and may be led astray by one: it works in a
process of its own. Source: ISO 32000-1, 9.10.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import pairwise
from typing import Any

from attrs import frozen

from reportgen.confinement import StoppedError, confined
from reportgen.errors import Problem, ReadingError
from reportgen.messages import message

_BROKEN = re.compile(r"(?:\x02|([-/]))\s*\n")
"""A hyphen, which PDFium may give a sign of its own, or a stroke, where a line ends."""
_PAGE_NUMBER = re.compile(r"\d+(/\d+)?")
_SPACE_EM = 0.2
_MOST_PAGES = 2_000
_WORK = f"{__name__}:read_words"


@frozen
class PdfWords:
    """What is read in a PDF.

    Args:
        text: the words between the heads and the feet of the pages, notes among them.
        heads: those of the heads, each head once; the masthead is the first of them.
        feet: those of the feet, likewise.
        attached: how many files it carries.
    """

    text: tuple[str, ...]
    heads: tuple[str, ...]
    feet: tuple[str, ...]
    attached: int


@frozen
class _Piece:
    """Letters in one font on one line, with their edges in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def is_beside(self, other: _Piece) -> bool:
        """Tell whether it stands on the line of another; what is raised or small does, too."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > min(self.height, other.height) / 3


def pdf_words(data: bytes, top_pt: float, bottom_pt: float) -> PdfWords:
    """Read the words of a PDF.

    Args:
        data: the bytes of the file.
        top_pt: how far the text stands from the upper edge of a page, in points.
        bottom_pt: how far from the lower edge.

    Raises:
        ReadingError: the file is locked, damaged, or takes too long to read.
    """
    try:
        read = json.loads(confined(_WORK, f"{top_pt} {bottom_pt}\n".encode() + data))
    except StoppedError as stopped:
        raise ReadingError(
            Problem(
                message("the words of the PDF cannot be read"),
                message("It is locked by a password, damaged or too large: ask for it again."),
            )
        ) from stopped
    pages = [[_words(region) for region in page] for page in read["pages"]]
    return PdfWords(
        text=tuple(word for _, text, _ in pages for word in text),
        heads=_each_once(head for head, _, _ in pages),
        feet=_each_once(foot for _, _, foot in pages),
        attached=read["attached"],
    )


def read_words(data: bytes) -> bytes:
    """Read the head, the text and the foot of each page, as JSON: the work that is confined."""
    import pypdfium2  # noqa: PLC0415 -- in a process of its own alone

    margins, _, file = data.partition(b"\n")
    top_pt, bottom_pt = map(float, margins.split())
    with closing(pypdfium2.PdfDocument(file)) as pdf:
        if len(pdf) > _MOST_PAGES:
            raise MemoryError
        pages = [_regions(page, top_pt, bottom_pt) for page in pdf]
        return json.dumps({"pages": pages, "attached": pdf.count_attachments()}).encode()


def _regions(page: Any, top_pt: float, bottom_pt: float) -> list[str]:
    with closing(page), closing(page.get_textpage()) as text:
        height, notes = page.get_height(), list(_notes(page))
        pieces = [
            _Piece(left, bottom, right, top, text.get_text_bounded(left, bottom, right, top))
            for left, bottom, right, top in map(text.get_rect, range(text.count_rects()))
        ]
    regions: list[list[str]] = [[], [], []]
    for line in _lines(pieces):
        middle = line[0].middle
        where = 0 if middle > height - top_pt else 2 if middle < bottom_pt else 1
        regions[where].append(_joined(line))
    regions[1] += notes
    return ["\n".join(lines) for lines in regions]


def _notes(page: Any) -> Iterator[str]:
    """Give the words of the remarks and boxes that someone has laid over a page (12.5.6)."""
    from pypdfium2 import raw  # noqa: PLC0415 -- in a process of its own alone

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_LINK:
            length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            letters = (raw.FPDF_WCHAR * (length // 2))()
            raw.FPDFAnnot_GetStringValue(annotation, b"Contents", letters, length)
            words = bytes(letters).decode("utf-16-le", "replace").rstrip("\0").split()
            yield from [" ".join(words)] if words else []
        raw.FPDFPage_CloseAnnot(annotation)


def _lines(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Gather pieces into lines as they are read: in which order they are painted tells nothing."""
    lines: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if lines and any(map(piece.is_beside, lines[-1])):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _joined(line: list[_Piece]) -> str:
    space_pt = _SPACE_EM * max(piece.height for piece in line)
    words = line[0].text
    for before, piece in pairwise(line):
        words += (" " if piece.left - before.right > space_pt else "") + piece.text
    return words


def _words(region: str) -> tuple[str, ...]:
    lines = region.replace("\r\n", "\n")
    return tuple(_BROKEN.sub(lambda found: found[1] or "-", lines).split())


def _each_once(regions: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Give the words of heads or feet, without the numbers of the pages."""
    said = dict.fromkeys(tuple(w for w in one if not _PAGE_NUMBER.fullmatch(w)) for one in regions)
    return tuple(word for one in said for word in one)
