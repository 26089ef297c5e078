"""The command: options into values, values into files, errors into exit codes.

Floor 6. Nothing heavy is loaded here: the stages load what they need when they are used.

Exit codes: 0 done; 1 something other than the user's input went wrong; 2 the input, an option, a
template, a font or the output folder must be mended, and nothing was written.
"""

from __future__ import annotations

import gettext
import itertools
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from reportgen import __version__
from reportgen.errors import Place, Problem, RecordPath, ReportgenError
from reportgen.messages import (
    CATALOGUES,
    LANGUAGES,
    Message,
    message,
    speaking,
    spoken_language,
    translate,
)
from reportgen.pipeline import FORMATS, SUFFIXES, Format, Output, Tell, produce
from reportgen.records import Report, holes
from reportgen.saving import save

if TYPE_CHECKING:
    from reportgen.reading import Reading

PlaceOf = Callable[[RecordPath], Place | None]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, in the language that is asked for.

    Args:
        arguments: those of the command line when they are left out.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    with speaking(_asked_language(given)), _library_speaking():
        _commands().main(args=given, prog_name="reportgen")


@contextmanager
def _library_speaking() -> Iterator[None]:
    """Let the command-line library speak our language: it asks gettext and the environment."""
    gettext.bindtextdomain("messages", CATALOGUES)
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = spoken_language()
    try:
        yield
    finally:
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


def _asked_language(arguments: Sequence[str]) -> str | None:
    """Find `--lang` before the options are read, so that the help too is in that language."""
    for argument, value in itertools.pairwise([*arguments, ""]):
        asked = value if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and asked in LANGUAGES:
            return asked
    return None


def _commands() -> click.Group:
    """Make the commands, with their help in the language now spoken."""

    @click.group(
        help=translate(
            "Draft the annual report of a subsidiary body of the Security Council: records of"
            " meetings, speakers and conclusions in, Word and PDF out."
        ),
        subcommand_metavar=translate("COMMAND …"),
        options_metavar=translate("[OPTIONS]"),
        epilog=translate("Exit codes: 0 done; 2 something to mend, and nothing was written."),
    )
    @click.version_option(
        __version__, message="%(prog)s %(version)s", help=translate("Say the version and exit.")
    )
    def reportgen() -> None:
        """Hold the subcommands."""

    reportgen.add_command(_build_command())
    return reportgen


def _build_command() -> click.Command:
    @click.command(
        "build",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Write the report that SOURCE records.\n\n"
            "SOURCE is a folder with report.yaml and meetings/*.yaml, or one YAML or JSON file."
            " Files that were edited since they were written are never written over."
        ),
    )
    @click.argument("source", type=click.Path(path_type=Path), metavar="SOURCE")
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
        type=click.Path(path_type=Path),
        metavar=translate("FOLDER"),
        help=translate("Where to write; outputs/NAME by default, with the name of SOURCE."),
    )
    @click.option(
        "--templates",
        type=click.Path(path_type=Path),
        metavar=translate("FOLDER"),
        help=translate("Your own templates, file by file in place of the shipped ones."),
    )
    @click.option(
        "--overwrite",
        is_flag=True,
        help=translate("Write over files even if someone has edited them."),
    )
    @click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help=translate("The language of messages; the system's by default."),
    )
    @click.option("--quiet", is_flag=True, help=translate("Say nothing but what goes wrong."))
    def build(  # noqa: PLR0913 -- one parameter an option
        source: Path,
        formats: tuple[Format, ...],
        out: Path | None,
        templates: Path | None,
        lang: str | None,
        *,
        overwrite: bool,
        quiet: bool,
    ) -> None:
        """Read, produce, save, and account for it."""
        del lang  # found before the options were read
        wanted = tuple(dict.fromkeys(formats))
        with _errors_told(), _progress(quiet=quiet) as (tell, tell_page):
            reading = _read(source, tell)
            with _placed(reading.place):
                outputs = produce(
                    reading.report, wanted, templates=templates, tell=tell, tell_page=tell_page
                )
            folder = out or Path("outputs", _name(source))
            files = {_file_name(reading.report, output.format): output for output in outputs}
            save(folder, {name: made.data for name, made in files.items()}, overwrite=overwrite)
        if not quiet:
            for line in _account(folder, files, reading.report, reading.place):
                click.echo(line)

    return build


def _read(source: Path, tell: Tell) -> Reading:
    from reportgen.reading import read_report

    tell(message("reading {source}", source=source))
    return read_report(source)


def _name(source: Path) -> str:
    """Name a report after its folder, or after its file where the file is everything."""
    resolved = source.resolve()
    if resolved.is_dir():
        return resolved.name
    return resolved.parent.name if resolved.stem == "report" else resolved.stem


def _file_name(report: Report, format_: Format) -> str:
    years = dict.fromkeys((report.period.start.year, report.period.end.year))
    return f"rapport-{'-'.join(map(str, years))}{SUFFIXES[format_]}"


@contextmanager
def _placed(place: PlaceOf) -> Iterator[None]:
    """Give the problems of a report the places of its files."""
    try:
        yield
    except ReportgenError as error:
        problems = (
            evolve(problem, place=place(problem.path))
            if problem.place is None and problem.path
            else problem
            for problem in error.problems
        )
        raise type(error)(*problems) from error


@contextmanager
def _errors_told() -> Iterator[None]:
    """End the command with what is to be mended, and the exit code of the error."""
    try:
        yield
    except ReportgenError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        click.echo(_count_of(error.problems), err=True)
        raise SystemExit(error.exit_code) from error


def _count_of(problems: Sequence[Problem]) -> Message:
    if len(problems) == 1:
        return message("One thing to mend; nothing was written.")
    return message("{count} things to mend; nothing was written.", count=len(problems))


@contextmanager
def _progress(*, quiet: bool) -> Iterator[tuple[Tell, Tell | None]]:
    """Show each stage: on a terminal as one moving line, pages too; elsewhere as plain lines."""
    if quiet:
        yield lambda _: None, None
    elif sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("") as status:

            def tell(stage: Message) -> None:
                status.update(str(stage))

            yield tell, tell
    else:
        yield lambda stage: click.echo(stage, err=True), None


def _account(
    folder: Path, files: Mapping[str, Output], report: Report, place: PlaceOf
) -> Iterator[str]:
    for name, output in files.items():
        yield f"{folder / name}{_pages(output)}"
        for said in output.warnings:
            yield str(message("  warning: {said}", said=said))
    if not report.meetings:
        yield translate("No meeting is recorded.")
    open_holes = {
        f"  {place(hole.path) or '.'.join(map(str, hole.path))}: {hole.todo.expected}": hole
        for hole in holes(report)
    }
    if not open_holes:
        return
    yield ""
    if len(open_holes) == 1:
        yield translate("The report is a draft: one thing remains to be filled in.")
    else:
        count = len(open_holes)
        text = message("The report is a draft: {count} things remain to be filled in.", count=count)
        yield str(text)
    yield from open_holes


def _pages(output: Output) -> str:
    if output.pages is None:
        return ""
    exact = message("{pages} pages", pages=output.pages)
    estimated = message("about {pages} pages", pages=output.pages)
    return f" ({exact if output.exact else estimated})"
