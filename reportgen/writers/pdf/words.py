"""The words of a PDF, whoever has worked on it since, read where it can do no harm.

Part of the PDF writer. PDFium reads files of strangers, and may be led astray by one: it works in a
process of its own. Source: ISO 32000-1, 9.10.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
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
        height, width = page.get_height(), page.get_width()
        edges = (height, height - top_pt, bottom_pt, 0)
        return [
            text.get_text_bounded(left=0, bottom=lower, right=width, top=upper, errors="replace")
            for upper, lower in pairwise(edges)
        ]


def _words(region: str) -> tuple[str, ...]:
    lines = region.replace("\r\n", "\n")
    return tuple(_BROKEN.sub(lambda found: found[1] or "-", lines).split())


def _each_once(regions: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Give the words of heads or feet, without the numbers of the pages."""
    said = dict.fromkeys(tuple(w for w in one if not _PAGE_NUMBER.fullmatch(w)) for one in regions)
    return tuple(word for one in said for word in one)
