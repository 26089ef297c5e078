"""`reportgen build`: the report as Word, PDF and other files.

Part of `cli`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import (
    PATH,
    language_option,
    overwrite_option,
    quiet_option,
    source_argument,
    style_option,
    templates_option,
    without_source,
)
from reportgen.cli.places import given_or_here, outputs_of
from reportgen.cli.schema import missing_schemas
from reportgen.cli.telling import (
    at_place,
    errors_told,
    in_short,
    look,
    placed,
    progress,
    read,
    said_contradictions,
    said_holes,
    said_leftovers,
    take_up,
)
from reportgen.errors import Problem, RecordError, ReportgenError
from reportgen.messages import Message, counted, message, translate
from reportgen.pipeline import (
    FORMATS,
    PDF_PROFILES,
    SUFFIXES,
    Format,
    Output,
    PdfProfile,
    PrintOrder,
    Remark,
    press_for,
    produce,
)
from reportgen.records import Report
from reportgen.saving import amend, refuse_early, save
from reportgen.style import Style

if TYPE_CHECKING:
    from reportgen.checks import Finding
    from reportgen.reading import Reading
    from reportgen.status import OpenHole


def build_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "build",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Write the report that SOURCE records.\n\n"
            "SOURCE is a folder with report.yaml and meetings/*.yaml, or one YAML or JSON file."
            " Files that were edited since they were written are never written over."
        )
        + without_source(),
    )
    @source_argument()
    @click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(FORMATS),
        default=("docx", "pdf"),
        help=translate("A kind of file to write; may be repeated. Word and PDF by default."),
    )
    @click.option(
        "--out",
        type=PATH,
        metavar=translate("FOLDER"),
        help=translate(
            "Where to write; by default outputs/NAME beside inputs, with the name of SOURCE."
        ),
    )
    @templates_option()
    @style_option()
    @click.option(
        "--emblem",
        type=PATH,
        metavar=translate("FILE"),
        help=translate(
            "The emblem for the head of the first page: PNG, JPEG or SVG; without it, its place"
            " stays empty."
        ),
    )
    @overwrite_option()
    @click.option(
        "--final",
        is_flag=True,
        help=translate(
            "Write nothing as long as something remains to be filled in, or check finds errors."
        ),
    )
    @click.option(
        "--pdf-profile",
        type=click.Choice(PDF_PROFILES),
        help=translate(
            "What the PDF is for: archive (PDF/A-2a and PDF/UA-1, the default with --final),"
            " accessible (PDF/UA-1) or draft (says so across every page)."
        ),
    )
    @click.option(
        "--attach-records",
        is_flag=True,
        help=translate("Put the files of the records into the PDF, which then carries its source."),
    )
    @click.option(
        "--comments",
        is_flag=True,
        help=translate("Put what check finds into the Word file, as comments at the words."),
    )
    @language_option()
    @quiet_option()
    def build(  # noqa: PLR0913, PLR0917 -- one parameter an option
        source: Path | None,
        formats: tuple[Format, ...],
        out: Path | None,
        templates: Path | None,
        style: str | None,
        emblem: Path | None,
        *,
        pdf_profile: PdfProfile | None,
        attach_records: bool,
        overwrite: bool,
        final: bool,
        comments: bool,
        quiet: bool,
    ) -> None:
        """Read, produce, save, and account for it."""
        wanted = tuple(dict.fromkeys(formats))
        _refuse_contradictions(
            wanted,
            pdf_profile,
            final=final,
            comments=comments,
            attach_records=attach_records,
        )
        with (
            errors_told(),
            press_for(wanted) as press,
            progress(quiet=quiet) as (tell, tell_page),
        ):
            from reportgen.status import open_holes

            source = given_or_here(source)
            reading = read(source, tell)
            chosen = look(style, source)
            holes = open_holes(reading)
            folder = out or outputs_of(source)
            names = {format_: _file_name(reading.report, format_) for format_ in wanted}
            take_up(folder)
            refuse_early(folder, names.values(), overwrite=overwrite)
            with (
                placed(reading.place),
                _refusing(_unfinished(reading, holes, templates, chosen) if final else ()),
            ):
                outputs = produce(
                    reading.report,
                    wanted,
                    templates=templates,
                    style=chosen,
                    emblem=emblem,
                    comment=_remarks(reading, templates, chosen) if comments else lambda _: (),
                    pdf=PrintOrder(
                        profile=pdf_profile or ("archive" if final else None),
                        attachments=_records(reading) if attach_records else None,
                        press=press,
                        tell_page=tell_page,
                    ),
                    tell=tell,
                )
            files = {names[output.format]: output for output in outputs}
            home = Path(reading.file).parent
            amend(home, missing_schemas(home, reading.texts.values()), {})
            save(folder, {name: made.data for name, made in files.items()}, overwrite=overwrite)
        if not quiet:
            substitutes = chosen.fonts if final else ()
            remaining = _remaining(reading, holes, templates, chosen)
            for line in _account(folder, files, reading, remaining, substitutes):
                click.echo(line)

    return build


def _refuse_contradictions(
    wanted: Sequence[Format],
    pdf_profile: PdfProfile | None,
    *,
    final: bool,
    comments: bool,
    attach_records: bool,
) -> None:
    """Refuse options of which one would be forgotten in silence, or would belie another."""
    contradictions = (
        (comments and final, message("A final report bears no comments.")),
        (
            pdf_profile == "draft" and final,
            message("A final report is not marked as a draft: leave out one of the two options."),
        ),
        (
            comments and "docx" not in wanted,
            message("Comments are for Word: add --format docx."),
        ),
        (
            pdf_profile and "pdf" not in wanted,
            message("The profile is that of a PDF: add --format pdf."),
        ),
        (
            attach_records and "pdf" not in wanted,
            message("Records are attached to a PDF: add --format pdf."),
        ),
    )
    for contradicts, told in contradictions:
        if contradicts:
            raise click.UsageError(str(told))


def _records(reading: Reading) -> Mapping[str, bytes]:
    """Give the files that were read, by their names within the folder of the report."""
    from reportgen.reading import read_data

    folder = Path(reading.file).parent
    texts = {
        Path(name).relative_to(folder).as_posix(): text.encode()
        for name, text in reading.texts.items()
    }
    return texts | {Path(name).as_posix(): read_data(folder / name) for name in reading.pictures}


def _remarks(reading: Reading, templates: Path | None, style: Style) -> Remark:
    """Check the report, and say what is found on its page."""
    from reportgen.checks import check, comments_on

    findings = check(reading, templates=templates, style=style).findings
    return lambda document: comments_on(reading.report, document, findings)


def _file_name(report: Report, format_: Format) -> str:
    years = dict.fromkeys((report.period.start.year, report.period.end.year))
    return f"rapport-{'-'.join(map(str, years))}{SUFFIXES[format_]}"


@contextmanager
def _refusing(problems: Sequence[Problem]) -> Iterator[None]:
    """Refuse a report for its problems, along with what the making of its files finds wrong."""
    try:
        yield
    except ReportgenError as error:
        if not problems:
            raise
        raise RecordError(*problems, *error.problems) from error
    if problems:
        raise RecordError(*problems)


def _unfinished(
    reading: Reading, holes: Sequence[OpenHole], templates: Path | None, style: Style
) -> Sequence[Problem]:
    """Say why a report is not final: its holes, and the errors that its records do not accept."""
    from reportgen.checks import Severity, check

    with placed(reading.place):
        found = check(reading, templates=templates, style=style).findings
    errors = (one for one in found if one.rule.severity == Severity.ERROR)
    return [*map(_open, holes), *map(_wrong, errors)]


def _open(hole: OpenHole) -> Problem:
    advice = message("Write it in place of the todo, or leave out --final to write a draft.")
    what = message("to be filled in: {expected}", expected=hole.expected)
    return Problem(what, advice, hole.place, hole.path)


def _wrong(error: Finding) -> Problem:
    accept = f"accept: [{{code: {error.code}, reason: …}}]"
    advice = message("Mend it, or say in the record why it stays: {accept}", accept=accept)
    if error.instead is not None:
        advice = message(
            "{instead}\n    (or say in the record why it stays: {accept})",
            instead=error.instead,
            accept=accept,
        )
    return Problem(
        message("{code} error: {what}", code=error.code, what=error.slip.what),
        advice,
        error.place,
        error.slip.path,
        excerpt=in_short(error.slip.words),
    )


def _remaining(
    reading: Reading, holes: Sequence[OpenHole], templates: Path | None, style: Style
) -> Sequence[Sequence[str]]:
    """Say what is left to fill in, and what is left of the year before."""
    from reportgen.leftovers import find_leftovers

    leftovers = find_leftovers(reading, templates, style)
    return [*said_holes(holes, reading.report)], [*said_leftovers(leftovers, reading.report)]


def _account(
    folder: Path,
    files: Mapping[str, Output],
    reading: Reading,
    remaining: Sequence[Sequence[str]],
    fonts: Sequence[str],
) -> Iterator[str]:
    for name, output in files.items():
        yield f"{folder / name}{_pages(output)}"
        warnings = (at_place(problem, reading.place) for problem in output.warnings)
        for said in (*warnings, *_substitutes(output, fonts)):
            yield str(message("  warning: {said}", said=said))
    yield from said_contradictions(reading)
    if not reading.report.meetings:
        yield translate("No meeting is recorded.")
    for lines in remaining:
        if lines:
            yield from ("", *lines)


def _substitutes(output: Output, fonts: Sequence[str]) -> Iterator[Message]:
    """Say which fonts stand for the first one wanted, and which for the signs that it lacks."""
    if not fonts or not output.fonts:
        return
    wanted, *others = fonts
    stands_in = next((font for font in others if font in output.fonts), None)
    if wanted not in output.fonts and stands_in:
        yield message(
            "the letters are set in {font}, for want of {wanted}", font=stands_in, wanted=wanted
        )
    if foreign := set(output.fonts) - set(fonts):
        yield message(
            "signs that the font lacks are set in {fonts}", fonts=", ".join(sorted(foreign))
        )


def _pages(output: Output) -> str:
    if output.pages is None:
        return ""
    exact = counted("one page", "{count} pages", output.pages)
    estimated = counted("about one page", "about {count} pages", output.pages)
    return f" ({exact if output.exact else estimated})"
