"""`reportgen status`: what a report has, what it lacks, and how long it is.

Part of `cli`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from reportgen.cli.options import (
    language_option,
    secretariat_option,
    source_argument,
    templates_option,
    without_source,
)
from reportgen.cli.places import given_or_here
from reportgen.cli.telling import (
    NONE,
    errors_told,
    look,
    placed,
    read,
    said_holes,
    said_in_json,
    said_kind,
    said_leftovers,
    said_meeting,
    said_period,
    said_value,
)
from reportgen.errors import Place
from reportgen.messages import Message, counted, message, spoken_language, translate
from reportgen.records import Report, Todo

if TYPE_CHECKING:
    from rich.table import Table

    from reportgen.leftovers import Leftover
    from reportgen.status import MeetingStatus, State, Status

_FACTS = {
    "masthead.symbol": message("symbol"),
    "masthead.date": message("date of publication"),
    "masthead.original_language": message("language of the original"),
    "masthead.job_number": message("job number"),
    "letter": message("letter of transmittal"),
    "body.founding": message("founding document"),
    "renewal": message("renewal of the mandate"),
    "chair": message("chair"),
    "chair.source": message("document of the appointment"),
    "introduction.mandate": message("mandate"),
    "introduction.work": message("work"),
    "introduction.partners": message("partners"),
    "introduction.briefers": message("briefers"),
    "conclusions": message("conclusions"),
    "annexes": message("further annexes"),
}
_STATES = {
    "present": message("There: {facts}"),
    "open": message("To be filled in: {facts}"),
    "absent": message("Not there: {facts}"),
}
_HEADS = (
    message("Date"),
    message("Theme"),
    message("Concept note"),
    message("Speakers"),
    message("Statements"),
    message("Words"),
    message("Open"),
)
_THEME = 1
_FIRST_FIGURE = 3
_GUTTER = 2
_NARROWEST_THEME = 10


def status_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "status",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Say what the report of SOURCE has and lacks, and how long it is.\n\n"
            "What remains to be filled in is listed by file and line, and so is what still speaks"
            " of the year before.\n\n"
            "Exit codes: 0 nothing remains to be filled in; 1 something does; 2 something to mend."
            " What speaks of the year before does not change them."
        )
        + without_source(),
    )
    @source_argument()
    @click.option(
        "--json",
        "as_json",
        is_flag=True,
        help=translate("Write one JSON object, for scripts."),
    )
    @secretariat_option()
    @templates_option()
    @language_option()
    def status(source: Path | None, templates: Path | None, *, as_json: bool, limit: int) -> None:
        """Read, take stock, and show it."""
        from reportgen.leftovers import find_leftovers
        from reportgen.status import status_of

        with errors_told(writes=False):
            source = given_or_here(source)
            reading = read(source, lambda _: None)
            style = look(None, source)
            with placed(reading.place):
                stock = status_of(reading, limit=limit, templates=templates, style=style)
                leftovers = find_leftovers(reading, templates, style)
        if as_json:
            click.echo(said_in_json(_as_json(stock, leftovers)))
        else:
            _show(stock, reading.report, [*said_leftovers(leftovers, reading.report)])
        raise SystemExit(1 if stock.holes else 0)

    return status


def _show(stock: Status, report: Report, said: Sequence[str]) -> None:
    for line in _head(stock):
        click.echo(line)
    click.echo()
    _show_meetings(stock.meetings)
    click.echo()
    nothing = translate("Nothing remains to be filled in.")
    for line in said_holes(stock.holes, report) if stock.holes else [nothing]:
        click.echo(line)
    for line in ["", *said] if said else []:
        click.echo(line)


def _head(stock: Status) -> Iterator[str]:
    period = said_period(stock.period)
    yield str(message("{file}: report for {period}", file=stock.file, period=period))
    number, limit = _number(stock.words), _number(stock.limit)
    said = counted(
        "{number} word of {limit}",
        "{number} words of {limit}",
        stock.words,
        number=number,
        limit=limit,
    )
    if stock.words > stock.limit:
        over = _number(stock.words - stock.limit)
        said = message(
            "{count} words of {limit}: {over} too many", count=number, limit=limit, over=over
        )
    yield str(said)
    for state, listed in _STATES.items():
        facts = ", ".join(str(_FACTS[name]) for name, one in stock.facts.items() if one == state)
        if facts:
            yield f"  {Message(listed.text, {'facts': facts})}"


def _meeting_lines(meetings: Sequence[MeetingStatus]) -> Iterator[str]:
    if not meetings:
        yield translate("No meeting is recorded.")
    for one in meetings:
        yield said_meeting(one.meeting)
        yield "  " + "; ".join(str(said) for said in _details(one))


def _details(one: MeetingStatus) -> Iterator[Message]:
    meeting, statements = one.meeting, one.statements
    yield message("concept note: {said}", said=said_value(meeting.concept_note))
    if meeting.presided_by:
        yield message("presided over by: {said}", said=said_value(meeting.presided_by.person.name))
    if meeting.adopted:
        yield message("adopted: {said}", said=said_value(meeting.adopted))
    yield message("speakers: {count}", count=len(meeting.speakers))
    yield message("statements: {written} of {of}", written=statements.written, of=statements.of)
    yield message("words: {count}", count=_number(one.words))
    yield message("to be filled in: {count}", count=len(one.holes))


def _show_meetings(meetings: Sequence[MeetingStatus]) -> None:
    """Show a table where there is a terminal and room for it, and plain lines elsewhere."""
    if meetings and sys.stdout.isatty():
        from rich.console import Console

        console = Console(file=sys.stdout, highlight=False)
        table = _table(meetings, console.width)
        if table:
            console.print(table)
            return
    for line in _meeting_lines(meetings):
        click.echo(line)


def _table(meetings: Sequence[MeetingStatus], room: int) -> Table | None:
    """Make one row a meeting; only themes are shortened, and None is made if that is too little."""
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    heads = [str(head) for head in _HEADS]
    rows = [tuple(_cells(one)) for one in meetings]
    columns = zip(heads, *rows, strict=True)
    widths = [max(map(cell_len, (*head.split(), *cells))) for head, *cells in columns]
    left = room - sum(widths) + widths[_THEME] - (len(widths) - 1) * _GUTTER
    if left < _NARROWEST_THEME:
        return None
    widths[_THEME] = min(widths[_THEME], left)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for number, (head, width) in enumerate(zip(heads, widths, strict=True)):
        side: Literal["left", "right"] = "right" if number >= _FIRST_FIGURE else "left"
        table.add_column(
            head, width=width, justify=side, no_wrap=number == _THEME, overflow="ellipsis"
        )
    for one, row in zip(meetings, rows, strict=True):
        table.add_row(*map(Text, row), style="" if one.holes else "green")
    return table


def _cells(one: MeetingStatus) -> Iterator[str]:
    meeting, statements = one.meeting, one.statements
    yield said_value(meeting.date)
    yield said_kind(meeting) if meeting.theme is None else said_value(meeting.theme)
    yield said_value(meeting.concept_note)
    yield str(len(meeting.speakers))
    yield f"{statements.written}/{statements.of}"
    yield _number(one.words)
    yield str(len(one.holes) or NONE)


def _number(number: int) -> str:
    """Write a number with its thousands apart, as the language does."""
    return f"{number:,}".replace(",", "\xa0" if spoken_language() == "fr" else ",")


def _as_json(stock: Status, leftovers: Sequence[Leftover]) -> dict[str, Any]:
    """Give the object that `--json` writes, whose keys stay.

    States are `present`, `open` or `absent`; what is open or absent is null where a value is
    asked for; `path` is the way from the report to a value, its steps joined by stops.
    """
    return {
        "file": stock.file,
        "period": {
            "start": stock.period.start.isoformat(),
            "end": stock.period.end.isoformat(),
        },
        "words": stock.words,
        "limit": stock.limit,
        "facts": _states(stock.facts),
        "meetings": [_meeting_as_json(one) for one in stock.meetings],
        "holes": [
            {**_spot(hole.path, hole.place), "expected": hole.expected} for hole in stock.holes
        ],
        "leftovers": [
            {**_spot(one.path, one.place), "words": one.words, "why": str(one.why)}
            for one in leftovers
        ],
    }


def _meeting_as_json(one: MeetingStatus) -> dict[str, Any]:
    meeting = one.meeting
    return {
        "file": one.place.file,
        "date": _known(meeting.date),
        "kind": meeting.kind.value,
        "theme": _known(meeting.theme),
        "concept_note": _known(meeting.concept_note),
        "facts": _states(one.facts),
        "speakers": len(meeting.speakers),
        "statements": {"written": one.statements.written, "of": one.statements.of},
        "words": one.words,
        "holes": len(one.holes),
    }


def _known(value: object) -> str | None:
    return None if value is None or isinstance(value, Todo) else str(value)


def _states(facts: Mapping[str, State]) -> dict[str, str]:
    return {name: state.value for name, state in facts.items()}


def _spot(path: Sequence[str | int], place: Place) -> dict[str, Any]:
    return {
        "path": ".".join(map(str, path)),
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }
