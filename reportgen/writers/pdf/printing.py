"""A page of HTML, printed by WeasyPrint behind this one door.

WeasyPrint is imported when it is first needed, fetches nothing, and what it reports in its log is
heard.
"""

from __future__ import annotations

import ctypes.util
import io
import logging
import re
import string
import sys
import warnings
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from functools import cache, partial
from threading import RLock
from types import ModuleType
from typing import Any

import pydyf
from attrs import frozen

from reportgen.errors import OutputError, Problem
from reportgen.messages import Message, message
from reportgen.pictures.points import whole_pictures_alone
from reportgen.writers.pdf.archive import make_archive
from reportgen.writers.pdf.attachments import attach
from reportgen.writers.pdf.fonts import font_error, missing_libraries_error
from reportgen.writers.pdf.notes import send_on
from reportgen.writers.pdf.profile import PLAIN, Profile
from reportgen.writers.pdf.signs import Unprintable, unprintable
from reportgen.writers.pdf.structure import Structure
from reportgen.writers.pdf.tags import write_tags

Progress = Callable[[Message], None]
"""Is told what is being done."""

_UNDATED = "D:20000101000000Z"
_MOST_LAYOUTS = 8
_LATIN_LETTERS = frozenset(string.ascii_letters)
_LAYING_OUT = re.compile(r"Step 5 .* Page (\d+)")
_MISSING_SIGN = re.compile(r"unsupported by fonts: .*\(U\+([0-9A-F]+)\)", re.DOTALL)
_WRITING = re.compile(r"Step 6 ")
_ONE_AT_A_TIME = RLock()
"""Held by the thread that imports WeasyPrint or listens to its log: the process has one of each."""


@frozen
class Pdf:
    """A PDF file in memory.

    Args:
        data: the bytes of the file.
        pages: how many pages it has.
        warnings: what WeasyPrint found strange.
        fonts: the families that its letters and signs are set in, by name.
        unprintable: the signs that it could not set.
    """

    data: bytes
    pages: int
    warnings: tuple[Message, ...] = ()
    fonts: tuple[str, ...] = ()
    unprintable: Unprintable = Unprintable()


def print_html(  # noqa: PLR0913 -- what a file may be asked to hold
    page: str,
    family: str,
    profile: Profile = PLAIN,
    *,
    style_sheet: str = "",
    note: bytes = b"",
    attachments: Mapping[str, bytes] | None = None,
    progress: Progress | None = None,
) -> Pdf:
    """Print a page of HTML that needs nothing outside itself.

    Threads print one at a time, since they share the log of WeasyPrint.

    Args:
        page: the HTML; of addresses, only `data:` is followed.
        family: the font that its letters must be set in; it must be installed.
        profile: what the PDF is for.
        style_sheet: CSS to be read after that of the page.
        note: words of ours that stay in the file as they are; no reader shows them.
        attachments: the bytes of the files that it carries, by name.
        progress: is told of each page as it is laid out.

    Raises:
        FontError: the letters were set in another font.
        OutputError: libraries of the system are missing, or something could not be printed.
    """
    weasyprint = load_weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    with _ONE_AT_A_TIME, _listening(progress) as heard:
        html = weasyprint.HTML(string=page, url_fetcher=fetcher)
        added = [weasyprint.CSS(string=style_sheet, url_fetcher=fetcher)] if style_sheet else []
        printed = html.render(stylesheets=added, pdf_variant=profile.variant or None)
        for _ in range(_MOST_LAYOUTS):
            if not send_on(html.etree_element, printed.pages):
                break
            printed = html.render(stylesheets=added, pdf_variant=profile.variant or None)
        structure = Structure(html.etree_element) if profile.is_tagged else None
        if structure:
            printed = printed.copy(structure.watched(printed.pages))
        data = _written(printed, profile, partial(_finish, profile, structure, note, attachments))
    failures = [record.getMessage() for record in heard if record.levelno >= logging.ERROR]
    if failures:
        raise OutputError(*map(_failure, failures))
    _check_letters(printed.fonts.values(), family)
    return Pdf(
        data,
        len(printed.pages),
        warnings=tuple(_warnings(heard)),
        fonts=tuple(sorted({font.family for font in printed.fonts.values()})),
        unprintable=unprintable(_missing_signs(heard), _drawn(printed.fonts.values())),
    )


def _written(printed: Any, profile: Profile, finisher: Callable[[Any, Any], None]) -> bytes:
    """Write pages as a file, which a function finishes before it is closed."""
    # WeasyPrint leaves its profile of colours, a file, to be closed by itself
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        data: bytes = printed.write_pdf(pdf_variant=profile.variant or None, finisher=finisher)
    return data


def _finish(
    profile: Profile,
    structure: Structure | None,
    note: bytes,
    attachments: Mapping[str, bytes] | None,
    _document: Any,
    pdf: Any,
) -> None:
    """Add to a file what WeasyPrint does not write."""
    if structure:
        write_tags(pdf, structure)
    if profile.is_archive:
        make_archive(pdf)
    if note:
        _leave_note(pdf, note)
    if attachments:
        attach(pdf, attachments, _UNDATED)
    _compress(pdf)


def _leave_note(pdf: Any, note: bytes) -> None:
    """Leave a note in a file, as the private data of the program that made it (14.5)."""
    stream = pydyf.Stream([note])
    pdf.add_object(stream)
    ours = {"LastModified": pydyf.String(_UNDATED), "Private": stream.reference}
    pdf.catalog["PieceInfo"] = pydyf.Dictionary({"Reportgen": pydyf.Dictionary(ours)})


def _compress(pdf: Any) -> None:
    """Compress streams as much as is usual.

    The library would do so at the highest level, four times as long for a file 6 % smaller.
    """
    for part in pdf.objects:
        if isinstance(part, pydyf.Stream) and part.compress:
            part.compress = False
            _, _, content = part.data.partition(b"\nstream\n")
            part.stream = [zlib.compress(content.removesuffix(b"\nendstream"))]
            part.extra["Filter"] = "/FlateDecode"


@cache
def load_weasyprint() -> ModuleType:
    """Import WeasyPrint, once.

    Raises:
        OutputError: libraries of the system are missing.
    """
    try:
        with (
            _ONE_AT_A_TIME,
            _no_search_for_libraries(),
            whole_pictures_alone(),  # WeasyPrint changes this for the whole process
            redirect_stdout(io.StringIO()),  # where it prints advice when libraries are missing
            warnings.catch_warnings(action="ignore", category=DeprecationWarning),
        ):
            import weasyprint  # noqa: PLC0415 -- slow to load
            from weasyprint.text.ffi import harfbuzz_subset  # noqa: PLC0415 -- likewise
    except OSError as missing:
        raise missing_libraries_error() from missing
    if harfbuzz_subset is None:
        # without it, the bytes of the file would change with every writing
        raise missing_libraries_error()
    return weasyprint  # type: ignore[no-any-return]


@contextmanager
def _no_search_for_libraries() -> Iterator[None]:
    """Let libraries be loaded by their full names only.

    WeasyPrint tries other names first, and looking for each of these runs the C compiler:
    https://github.com/Kozea/WeasyPrint/issues/1125
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(name: str) -> str | None:  # noqa: ARG001 -- as the function it stands for
    return None


@contextmanager
def _listening(progress: Progress | None) -> Iterator[list[logging.LogRecord]]:
    """Hear what WeasyPrint reports: its steps, told on, and its warnings, gathered."""
    heard: list[logging.LogRecord] = []
    log, steps = logging.getLogger("weasyprint"), logging.getLogger("weasyprint.progress")
    reports = _Hearer(heard.append)
    reports.setLevel(logging.WARNING)
    told = _Hearer(partial(_tell, progress)) if progress else logging.NullHandler()
    level = steps.level
    log.addHandler(reports)
    steps.addHandler(told)
    steps.setLevel(logging.INFO if progress else level)
    try:
        yield heard
    finally:
        log.removeHandler(reports)
        steps.removeHandler(told)
        steps.setLevel(level)


class _Hearer(logging.Handler):
    """Hands each record to a function."""

    def __init__(self, hear: Callable[[logging.LogRecord], object]) -> None:
        super().__init__()
        self.hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        """Hand a record on."""
        self.hear(record)


def _tell(progress: Progress, record: logging.LogRecord) -> None:
    step = record.getMessage()
    if page := _LAYING_OUT.search(step):
        progress(message("laying out page {page}", page=page[1]))
    elif _WRITING.search(step):
        progress(message("writing the pages"))


def _missing_signs(heard: Iterable[logging.LogRecord]) -> Iterator[str]:
    for record in heard:
        if missing := _MISSING_SIGN.search(record.getMessage()):
            yield chr(int(missing[1], 16))


def _drawn(fonts: Iterable[Any]) -> Iterator[str]:
    return (words for font in fonts for words in font.to_unicode.values())


def _warnings(heard: Iterable[logging.LogRecord]) -> Iterator[Message]:
    """Say what was heard beside the signs that no font has; each thing once."""
    said = dict.fromkeys(record.getMessage() for record in heard)
    yield from (Message("{said}", {"said": one}) for one in said if not _MISSING_SIGN.search(one))


def _failure(said: str) -> Problem:
    return Problem(
        message("something could not be printed: {said}", said=said),
        message("A document may refer to nothing outside itself."),
    )


def _check_letters(fonts: Iterable[Any], family: str) -> None:
    """Check that the letters were set in the font wanted.

    Other fonts may set what it lacks, such as pictures, other scripts and the letters within.
    """
    latin = {
        font.family for font in fonts if not _LATIN_LETTERS.isdisjoint("".join(_drawn([font])))
    }
    if latin and family.casefold() not in map(str.casefold, latin):
        raise font_error((family,), instead=", ".join(sorted(latin)))
