"""What every subcommand says errors and progress with.

Part of `cli`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from reportgen.cli.places import above, called
from reportgen.errors import Place, Problem, RecordPath, ReportgenError
from reportgen.messages import Message, counted, message, translate
from reportgen.pipeline import Tell, load_style
from reportgen.records import (
    Meeting,
    MeetingKind,
    Period,
    Report,
    Symbol,
    Todo,
    contradictions,
    value_at,
)
from reportgen.saving import recover
from reportgen.style import UN_2015, Style

if TYPE_CHECKING:
    from reportgen.leftovers import Leftover
    from reportgen.reading import Reading
    from reportgen.status import OpenHole

NONE = "–"
"""What stands for a value that is not there."""

_LONGEST_WORDS = 90
_CONTRADICTED = "NAME001"  # the rule of the check that tells the same

PlaceOf = Callable[[RecordPath, tuple[int, int] | None], Place | None]


def look(name: str | None, source: Path) -> Style:
    """Give the look that was asked for, or that of a report's folder, or the program's own."""
    from reportgen.reading import style_file

    return load_style(name or style_file(source) or UN_2015.name)


def take_up(folder: Path) -> None:
    """Clear up what a command that was killed has left in a folder, and say so."""
    if done := recover(folder):
        click.echo(done, err=True)


def read(source: Path, tell: Tell) -> Reading:
    """Read the records, and say so; first take back what a command that was killed had begun."""
    from reportgen.reading import read_report

    for folder in (above(source), source):
        take_up(folder)
    tell(message("reading {source}", source=called(source)))
    return read_report(source)


def said_holes(holes: Sequence[OpenHole], report: Report) -> Iterator[str]:
    """Say what remains to be filled in, by meeting, file and line; nothing where nothing does."""
    if holes:
        said = counted(
            "The report is a draft: one thing remains to be filled in.",
            "The report is a draft: {count} things remain to be filled in.",
            len(holes),
        )
        yield str(said)
    for index, group in groupby(holes, lambda hole: hole.meeting):
        if index is not None:
            yield f"  {in_short(said_meeting(report.meetings[index]))}"
        for hole in group:
            said = message("{where}: {what}", where=hole.place, what=hole.expected)
            yield f"  {said}" if index is None else f"    {said}"


_KINDS = {
    MeetingKind.ORGANIZATIONAL: message("organizational meeting"),
    MeetingKind.THEMATIC: message("thematic meeting"),
    MeetingKind.INFORMAL: message("informal meeting"),
    MeetingKind.JOINT: message("joint meeting"),
    MeetingKind.SPECIAL: message("special meeting"),
    MeetingKind.DEBATE: message("debate"),
}


def said_kind(meeting: Meeting) -> str:
    """Say what sort of meeting it is."""
    return str(_KINDS[meeting.kind])


def said_meeting(meeting: Meeting) -> str:
    """Say which meeting it is: its day, its kind and its theme."""
    day = translate("date to be filled in") if isinstance(meeting.date, Todo) else meeting.date
    theme = [] if meeting.theme is None else [said_value(meeting.theme)]
    return ", ".join((str(day), said_kind(meeting), *theme))


def said_value(value: str | date | Symbol | Todo | None) -> str:
    """Say a value on one line, or that it is open or not there."""
    if isinstance(value, Todo):
        return translate("to be filled in")
    return NONE if value is None else " ".join(str(value).split())


def said_leftovers(leftovers: Sequence[Leftover], report: Report) -> Iterator[str]:
    """Say what still speaks of the year before, by file and line; nothing where nothing does."""
    if leftovers and report.previous:
        period = said_period(report.previous.period)
        said = counted(
            "One passage still speaks of {period}:",
            "{count} passages still speak of {period}:",
            len(leftovers),
            period=period,
        )
        yield str(said)
    for one in leftovers:
        quoted = message("“{words}”, {why}", words=one.words, why=one.why)
        yield f"  {message('{where}: {what}', where=one.place, what=quoted)}"


def said_in_json(said: object) -> str:
    """Write what scripts read: no sign of it is lost, whatever the encoding of the output."""
    unicode = sys.stdout.encoding.lower().startswith("utf")
    return json.dumps(said, ensure_ascii=not unicode, indent=2)


def said_contradictions(reading: Reading) -> Iterator[str]:
    """Say which names are recorded otherwise than they tell, unless the records accept it."""
    from reportgen.languages import language

    report = reading.report
    every = (*report.accept, *(one for meeting in report.meetings for one in meeting.accept))
    accepted = [one.words or "" for one in every if one.code == _CONTRADICTED]
    for problem in contradictions(report, language(report.language)):
        name = str(value_at(report, (*problem.path[:-1], "name")))
        if not any(words in name for words in accepted):
            where = reading.place(problem.path)
            said = message("{where}: {what}", where=where, what=problem.what)
            yield str(message("  warning: {said}", said=said))


def said_period(period: Period) -> Message | str:
    """Say a period: a year by its number, another by its days."""
    if period.year:
        return str(period.year)
    start, end = period.start.isoformat(), period.end.isoformat()
    return message("the period from {start} to {end}", start=start, end=end)


def in_short(words: str) -> str:
    """Give words on one line, the middle of long ones left out."""
    words = words.replace("\n", " ")
    if len(words) <= _LONGEST_WORDS:
        return words
    half = _LONGEST_WORDS // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"


MOST_TOLD = 100
"""More faults at once than anyone mends before trying again; they often have one cause."""


@contextmanager
def placed(place: PlaceOf) -> Iterator[None]:
    """Give the problems of a report the places of its files."""
    try:
        yield
    except ReportgenError as error:
        told = {str(one): one for one in (at_place(each, place) for each in error.problems)}
        raise type(error)(*told.values()) from error


def at_place(problem: Problem, place: PlaceOf) -> Problem:
    """Give a problem of a report its place in the files; what has one keeps it."""
    if problem.place is None and problem.path:
        return evolve(problem, place=place(problem.path, problem.span))
    return problem


@contextmanager
def errors_told(*, writes: bool = True) -> Iterator[None]:
    """End the command with what is to be mended, and the exit code of the error.

    Args:
        writes: whether the command writes files, and says that it wrote none.
    """
    try:
        yield
    except ReportgenError as error:
        for problem in error.problems[:MOST_TOLD]:
            click.echo(problem, err=True)
        if more := len(error.problems[MOST_TOLD:]):
            said = counted(
                "… and one more, to be told when these are mended.",
                "… and {count} more, to be told when these are mended.",
                more,
            )
            click.echo(said, err=True)
        click.echo(count_of(error.problems, writes=writes), err=True)
        raise SystemExit(error.exit_code) from error


def count_of(problems: Sequence[Problem], *, writes: bool = True) -> Message:
    """Say how many things are to be mended, and of a command that writes that it did not."""
    count = len(problems)
    if not writes:
        return counted("One thing to mend.", "{count} things to mend.", count)
    return counted(
        "One thing to mend; nothing was written.",
        "{count} things to mend; nothing was written.",
        count,
    )


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
