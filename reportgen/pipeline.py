"""The whole way from records to paper, as functions.

Floor 4, the only room that sees every stage. Stages are imported when they are used: the command's
help, and a script that only makes records, must not wait for Word and PDF libraries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from attrs import evolve, frozen

from reportgen.document import Comment, Document, Title
from reportgen.errors import DocumentError, OutputError, Problem, RecordError, path_of
from reportgen.messages import Message, message
from reportgen.pictures import Image
from reportgen.records import Letter, Report, Todo, digest
from reportgen.style import STYLES, UN_2015, Style

if TYPE_CHECKING:
    from reportgen.templating import Rendering
    from reportgen.writers.pdf import Pdf
    from reportgen.writers.press import Press

Format: TypeAlias = Literal["docx", "pdf", "text", "html", "markup"]
FORMATS: tuple[Format, ...] = get_args(Format)
_WRITTEN = tuple(one for one in FORMATS if one != "markup")
"""Markup is what a document is made of: `produce` gives it."""

SUFFIXES: dict[Format, str] = {
    "docx": ".docx",
    "pdf": ".pdf",
    "text": ".txt",
    "html": ".html",
    "markup": ".xml",
}

PdfProfile: TypeAlias = Literal["archive", "accessible", "draft"]
PDF_PROFILES: tuple[PdfProfile, ...] = get_args(PdfProfile)

Tell: TypeAlias = Callable[[Message], None]
"""Is told each stage as it begins."""

Remark: TypeAlias = Callable[[Document], Sequence[Comment]]
"""Gives comments on a finished document."""


@frozen
class Output:
    """One file of a report, in memory.

    Args:
        pages: how many pages it has, where that is known.
        exact: whether the pages were counted; Word’s are estimated, since Word lays them out.
        warnings: what is strange about it, such as a sign that no font has.
        fonts: the families that the letters and signs of a PDF are set in.
    """

    format: Format
    data: bytes
    pages: int | None = None
    exact: bool = True
    warnings: tuple[Problem, ...] = ()
    fonts: tuple[str, ...] = ()


@frozen
class PrintOrder:
    """What a PDF is asked for.

    Args:
        profile: what it is for, as `write` knows it.
        attachments: the bytes of the files that it carries as its source, by name.
        press: prints it while the other files are made; None where it is printed in its turn.
        tell_page: is told each page as it is laid out.
    """

    profile: PdfProfile | None = None
    attachments: Mapping[str, bytes] | None = None
    press: Press | None = None
    tell_page: Tell | None = None


_PLAIN = PrintOrder()


def load(path: str | Path) -> Report:
    """Read the records of a report.

    Args:
        path: a folder with `report.yaml` and `meetings/*.yaml`, or one YAML or JSON file.

    Raises:
        ReadingError: something in the files is wrong; every fault, each with its place.
    """
    from reportgen.reading import read_report

    return read_report(path).report


def load_style(name: str | Path) -> Style:
    """Give a look by its name, or read a house style from its file.

    Args:
        name: `un-2015`, `un-2025`, or a YAML file of what differs from one of them.

    Raises:
        ReadingError: something in the file is wrong; every fault, each with its place.
    """
    if str(name) in STYLES:
        return STYLES[str(name)]
    from reportgen.reading import read_style

    return read_style(name)


def render(
    report: Report,
    *,
    templates: str | Path | None = None,
    style: Style = UN_2015,
    emblem: str | Path | None = None,
) -> Document:
    """Say a report in words: fill its templates and finish the document.

    Args:
        report: the facts, read from files or made in memory.
        templates: a folder of the user's own templates, looked up before the shipped ones.
        style: the look; its profile decides the typographic spaces.
        emblem: the file of the emblem for the head of the first page, in place of that of the
            style; without either its place stays empty.

    Raises:
        ReadingError: the emblem is no picture that may be printed.
        RecordError: the report, or an original, is in a language that is not known; or nothing
            tells a gender that sentences need, and the records leave it out.
        TemplateError: a template has a fault.
        DocumentError: a wording or a reference of the records leads to nothing, or a table is wider
            than its page.
    """
    return _document(report, templates, style, emblem)[0]


def write(
    document: Document,
    format: Format,  # noqa: A002 -- the word users expect
    *,
    style: Style = UN_2015,
    profile: PdfProfile | None = None,
) -> bytes:
    """Write a document as the bytes of a file.

    Args:
        document: as `render` gives it.
        format: `docx`, `pdf`, `text` or `html`.
        style: the look.
        profile: what a PDF is for: `archive` (PDF/A-2a and PDF/UA-1), `accessible` (PDF/UA-1) or
            `draft` (marked as one on every page); None for none of these.

    Raises:
        OutputError: there is no such format, or no such profile.
        FontError: no font with the measures of the page is installed (PDF only).
    """
    if format not in _WRITTEN:
        what = message("a document is not written as “{found}”", found=format)
        raise OutputError(Problem(what, message("Use one of: {known}.", known=", ".join(_WRITTEN))))
    if profile is not None and profile not in PDF_PROFILES:
        what = message("a PDF has no profile “{found}”", found=profile)
        known = ", ".join(PDF_PROFILES)
        raise OutputError(Problem(what, message("Use one of: {known}.", known=known)))
    return _written(document, format, style, PrintOrder(profile)).data


def press_for(formats: Iterable[Format]) -> AbstractContextManager[Press | None]:
    """Get ready to print, in another process, while records are read; nothing where no PDF is made.

    Args:
        formats: which files will be made.
    """
    if "pdf" not in formats:
        return nullcontext()
    from reportgen.writers.press import press

    return press()


def produce(  # noqa: PLR0913 -- what a command chooses
    report: Report,
    formats: Iterable[Format],
    *,
    templates: str | Path | None = None,
    style: Style = UN_2015,
    emblem: str | Path | None = None,
    comment: Remark = lambda _: (),
    pdf: PrintOrder = _PLAIN,
    tell: Tell = lambda _: None,
) -> tuple[Output, ...]:
    """Make the files of a report, in memory.

    Args:
        report: the facts.
        formats: which files; `markup` is what the templates give, before it is finished.
        templates: a folder of the user's own templates.
        style: the look.
        emblem: the file of the emblem.
        comment: gives the comments that the Word file bears.
        pdf: what the PDF is asked for.
        tell: is told each stage as it begins.
    """
    tell(message("filling the templates"))
    document, markup = _document(report, templates, style, emblem)
    if pdf.press:
        pdf.press.begin(document, style, pdf.profile, pdf.attachments)
    outputs = []
    for format_ in formats:
        tell(message("writing {format}", format=format_))
        if format_ == "markup":
            outputs.append(Output(format_, markup.encode()))
        elif format_ == "pdf":
            outputs.append(_pdf(document, style, pdf, report))
        else:
            comments = comment(document) if format_ == "docx" else ()
            outputs.append(_written(document, format_, style, pdf, comments))
    return tuple(outputs)


def _document(
    report: Report, templates: str | Path | None, style: Style, emblem: str | Path | None
) -> tuple[Document, str]:
    from reportgen.finishing import finish
    from reportgen.languages import language
    from reportgen.markup import parse_markup
    from reportgen.templating import render_markup
    from reportgen.writers.room import broad_tables

    spoken = language(report.language)
    problems = tuple(_unnamed_languages(report, spoken.language_name))
    if problems:
        raise RecordError(*problems)
    rendering = render_markup(report, Path(templates) if templates else None)
    parsed = parse_markup(rendering.text, report.language, rendering.locate)
    if not any(isinstance(block, Title) for block in parsed.blocks):
        what = message("the templates give the report no title")
        advice = message("Add a “title” element; readers and the properties of the files need it.")
        raise DocumentError(Problem(what, advice, rendering.locate(r"\{%-? *block title\b")))
    document = _illustrated(evolve(parsed, records=digest(rendering.report)), report)
    if emblem is not None:
        from reportgen.pictures import read_picture

        document = _with_emblem(document, read_picture(emblem))
    elif style.emblem is not None:
        document = _with_emblem(document, style.emblem)
    try:
        document = finish(document, spoken, style.profile, style.documents)
    except DocumentError as error:
        raise DocumentError(*_located(error.problems, rendering)) from None
    problems = tuple(broad_tables(document, style))
    if problems:
        raise DocumentError(*problems)
    return document, rendering.text


def _unnamed_languages(report: Report, name: Callable[[str], str]) -> Iterator[Problem]:
    """Find the languages of originals that the page could not name."""
    letter = report.letter if isinstance(report.letter, Letter) else None
    for path, record in (
        (("masthead",), report.masthead),
        (("letter",), letter),
        *((("annexes", index), annex) for index, annex in enumerate(report.annexes)),
    ):
        if record is not None and isinstance(record.original_language, str):
            try:
                name(record.original_language)
            except RecordError as error:
                yield from (p.under(*path, "original_language") for p in error.problems)


def _located(problems: Iterable[Problem], rendering: Rendering) -> Iterable[Problem]:
    """Tell where a template has written the keys at fault; each place once."""
    placed = (
        evolve(problem, place=rendering.locate(rf'\b(?:key|to)="{re.escape(problem.key)}"'))
        if problem.key
        else problem
        for problem in problems
    )
    return {str(problem): problem for problem in placed}.values()


def _illustrated(document: Document, report: Report) -> Document:
    """Put the pictures of the records into the figures of the page."""
    from reportgen.document import Figure

    blocks = tuple(
        evolve(block, image=_picture(block.source, report)) if isinstance(block, Figure) else block
        for block in document.blocks
    )
    return evolve(document, blocks=blocks)


def _picture(source: str, report: Report) -> Image:
    from reportgen.records import Figure, value_at

    record = value_at(report, path_of(source))
    if not isinstance(record, Figure):
        what = message("“{source}” is no figure of the records", source=source)
        advice = message('Write source="{{{{ figure.path }}}}" for a figure of the records.')
        raise DocumentError(Problem(what, advice))
    said = record.alternative
    return evolve(record.image, description=said.expected if isinstance(said, Todo) else said)


def _with_emblem(document: Document, image: Image) -> Document:
    if document.masthead is None:
        what = message("the templates give no head of the first page, where the emblem would stand")
        raise DocumentError(Problem(what, message("Leave the emblem out, or mend the templates.")))
    return evolve(document, masthead=evolve(document.masthead, emblem=image))


def _written(
    document: Document,
    format_: Format,
    style: Style,
    pdf: PrintOrder,
    comments: Sequence[Comment] = (),
) -> Output:
    match format_:
        case "docx":
            from reportgen.writers.docx import estimated_pages, write_docx

            pages = estimated_pages(document, style)
            word = write_docx(document, style, comments=comments, pages=pages)
            return Output(format_, word, pages, exact=False)
        case "pdf":
            return _pdf(document, style, pdf)
        case "html":
            from reportgen.writers.html import write_html

            return Output(format_, write_html(document, style).encode())
        case "text":
            from reportgen.writers.text import write_text

            return Output(format_, write_text(document).encode())
        case _:
            raise ValueError(format_)


def _pdf(
    document: Document, style: Style, order: PrintOrder, report: Report | None = None
) -> Output:
    """Print a document; the signs that are wanting are told by the texts of its report."""
    from reportgen.records import texts
    from reportgen.writers.pdf import SignError, sign_problems

    said = [*texts(evolve(report, previous=None))] if report else []
    try:
        printed = _printed(document, style, order)
    except SignError as error:
        raise SignError(
            *sign_problems(error.unprintable, said), unprintable=error.unprintable
        ) from None
    warnings = [Problem(one) for one in printed.warnings]
    warnings += sign_problems(printed.unprintable, said)
    return Output("pdf", printed.data, printed.pages, warnings=tuple(warnings), fonts=printed.fonts)


def _printed(document: Document, style: Style, order: PrintOrder) -> Pdf:
    """Print a document, or wait for the press that has begun to."""
    if order.press:
        return order.press.finish(order.tell_page)
    from reportgen.writers.pdf import PLAIN, PROFILES, write_pdf

    profile = PROFILES[order.profile] if order.profile else PLAIN
    attached, tell = order.attachments, order.tell_page
    return write_pdf(document, style, profile, attachments=attached, progress=tell)
