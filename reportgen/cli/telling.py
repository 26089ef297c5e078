"""What every subcommand says errors and progress with.

Part of `cli`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from reportgen.errors import Place, Problem, RecordPath, ReportgenError
from reportgen.messages import LANGUAGES, Message, message, translate
from reportgen.pipeline import Tell

if TYPE_CHECKING:
    from reportgen.reading import Reading

PlaceOf = Callable[[RecordPath], Place | None]


def source_argument() -> Callable[[Any], Any]:
    """Declare the argument for the records of a report."""
    return click.argument("source", type=click.Path(path_type=Path), metavar="SOURCE")


def language_option() -> Callable[[Any], Any]:
    """Declare `--lang`, which is found before the options are read and reaches no command."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=translate("The language of messages; the system's by default."),
    )


def quiet_option() -> Callable[[Any], Any]:
    """Declare `--quiet`."""
    return click.option("--quiet", is_flag=True, help=translate("Say nothing but what goes wrong."))


def read(source: Path, tell: Tell) -> Reading:
    """Read the records, and say so."""
    from reportgen.reading import read_report

    tell(message("reading {source}", source=source))
    return read_report(source)


@contextmanager
def placed(place: PlaceOf) -> Iterator[None]:
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
def errors_told() -> Iterator[None]:
    """End the command with what is to be mended, and the exit code of the error."""
    try:
        yield
    except ReportgenError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        click.echo(count_of(error.problems), err=True)
        raise SystemExit(error.exit_code) from error


def count_of(problems: Sequence[Problem]) -> Message:
    """Say how many things are to be mended."""
    if len(problems) == 1:
        return message("One thing to mend; nothing was written.")
    return message("{count} things to mend; nothing was written.", count=len(problems))


@contextmanager
def progress(*, quiet: bool) -> Iterator[tuple[Tell, Tell | None]]:
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
