"""`reportgen add`: planned meetings into the folder of a report.

Part of `cli`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import evolve, frozen

from reportgen.cli.options import PATH, TEXT, Word, given_day, language_option, quiet_option
from reportgen.cli.places import given_or_here
from reportgen.cli.schema import missing_schemas
from reportgen.cli.telling import errors_told, progress, read
from reportgen.errors import Place, Problem, ReadingError, RecordError
from reportgen.messages import Message, message, translate
from reportgen.records import MeetingKind, Symbol, check_text
from reportgen.saving import amend

if TYPE_CHECKING:
    from reportgen.planning import Comparison, Kept, Plan
    from reportgen.programme import PlannedMeeting, PlannedSpeaker, Programme
    from reportgen.reading import Reading

_BOM = b"\xef\xbb\xbf"
_REPORT = "report"
_PARTS = 3

_Value = TypeVar("_Value")


@frozen(kw_only=True)
class _Options:
    """One meeting, as options give it."""

    day: str | None
    kind: str | None
    theme: str | None
    concept_note: str | None
    speakers: tuple[str, ...]


def add_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "add",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Add planned meetings to the report in FOLDER.\n\n"
            "Without FOLDER, it is the report of the folder in which you are. "
            "PROGRAMME is a programme of work, a workbook (.xlsx, .xls, .ods) or a .csv file with"
            " one row a meeting or one row a speaker; without it, the options say one meeting. Each"
            " meeting gets a file in meetings, with what is expected in it; speakers who are new"
            " are registered in report.yaml. Of a programme that is given again, the new meetings"
            " are added; what it says otherwise of the others is shown, and changed with --update."
        ),
    )
    @click.argument("folder", type=PATH, metavar=translate("[FOLDER]"), required=False)
    @click.argument(
        "programme",
        type=PATH,
        required=False,
        metavar=translate("[PROGRAMME]"),
    )
    @_text_option("date", "day", translate("The day: 2017-04-28 or “28 avril 2017”."))
    @_text_option("theme", "theme", translate("The theme of the meeting."))
    @click.option(
        "--kind",
        type=Word([str(kind) for kind in MeetingKind]),
        help=translate("What sort of meeting it is; thematic by default."),
    )
    @_text_option("concept-note", "concept_note", translate("The symbol of the concept note."))
    @click.option(
        "--speaker",
        "speakers",
        multiple=True,
        type=TEXT,
        metavar=translate("TEXT"),
        help=translate("A speaker: “name; function; organization”; may be repeated."),
    )
    @click.option(
        "--update",
        is_flag=True,
        help=translate("Change the meetings that are there as the programme says."),
    )
    @language_option()
    @quiet_option()
    def add(
        folder: Path | None,
        programme: Path | None,
        *,
        update: bool,
        quiet: bool,
        **given: Any,  # noqa: ANN401 -- the options of one meeting
    ) -> None:
        """Read, plan, try out, write, and account for it."""
        from reportgen.planning import Comparison, compared, plan

        with errors_told(), progress(quiet=quiet) as (tell, _):
            if programme is None and folder and _is_programme(folder):
                folder, programme = None, folder
            reading = read(given_or_here(folder), tell)
            _check_folder(reading)
            said = _programme(reading, programme, _Options(**given))
            text, kept = reading.texts[reading.file], _kept(reading)
            found = compared(text, kept, said) if programme else Comparison(new=said.meetings)
            changes = found.changes if update else ()
            _refuse_impossible(reading, found.new)
            made = plan(text, found.new, taken=reading.texts, kept=kept, changes=changes)
            _try_out(reading, made)
            _write(reading, made)
        if not quiet:
            remarks = (*said.remarks, *made.notes)
            for line in _account(reading, made, found, remarks, updated=update):
                click.echo(line)

    return add


def _is_programme(given: Path) -> bool:
    """Tell a programme, which is given alone where one stands in the folder, from a report."""
    return given.suffix.lower() not in {"", ".yaml", ".yml", ".json"} and not given.is_dir()


def _text_option(name: str, parameter: str, said: str) -> Callable[[Any], Any]:
    return click.option(f"--{name}", parameter, type=TEXT, metavar=translate("TEXT"), help=said)


def _check_folder(reading: Reading) -> None:
    """Refuse a report that is one file."""
    from reportgen.editing import data

    text = reading.texts[reading.file]
    if Path(reading.file).stem != _REPORT or data(text).get("meetings"):
        raise ReadingError(
            Problem(
                message("the report holds its meetings in one file with everything else"),
                message(
                    "Make a folder of it: this file as report.yaml, and each of its meetings in a"
                    " file meetings/YYYY-MM-DD.yaml."
                ),
                Place(reading.file),
            )
        )


def _programme(reading: Reading, programme: Path | None, options: _Options) -> Programme:
    """Read what is to be added: a programme, or the one meeting that the options say."""
    from reportgen.programme import Programme, read_programme

    said = options != _Options(day=None, kind=None, theme=None, concept_note=None, speakers=())
    if programme is not None and said:
        raise ReadingError(
            Problem(
                message("a programme and the options of one meeting are both given"),
                message("Give the programme, or the options; run the command twice for both."),
            )
        )
    if programme is None and not said:
        raise ReadingError(
            Problem(
                message("no meeting is given"),
                message("Give a programme of work, or say one meeting with --date and --theme."),
            )
        )
    if programme is not None:
        return read_programme(programme, reading.report.period)
    problems: list[Problem] = []
    meeting = _meeting(options, problems)
    if problems:
        raise ReadingError(*problems)
    return Programme(meetings=(meeting,))


def _kept(reading: Reading) -> list[Kept]:
    """List the meetings that the report has, with their files."""
    from reportgen.planning import Kept

    places = (reading.place(("meetings", index)) for index in range(len(reading.report.meetings)))
    return [
        Kept(place.file, meeting, reading.texts[place.file])
        for place, meeting in zip(places, reading.report.meetings, strict=True)
        if place
    ]


def _refuse_impossible(reading: Reading, meetings: Sequence[PlannedMeeting]) -> None:
    """Refuse meetings that the calendar of the report cannot hold."""
    from reportgen.planning import planning_problems

    problems = tuple(planning_problems(reading.report, meetings))
    if problems:
        raise ReadingError(*problems)


def _meeting(options: _Options, problems: list[Problem]) -> PlannedMeeting:
    """Plan the meeting that the options say; tell every fault in them."""
    from reportgen.programme import PlannedMeeting

    def checked(name: str, make: Callable[[str], _Value], text: str | None) -> _Value | None:
        try:
            return None if text is None else make(text)
        except RecordError as error:
            problems.extend(evolve(one, place=Place(name), path=()) for one in error.problems)
            return None

    day = checked("--date", lambda text: given_day("--date", text), options.day)
    theme = checked("--theme", _text, options.theme)
    concept_note = checked("--concept-note", Symbol, options.concept_note)
    speakers = [checked("--speaker", _speaker, text) for text in options.speakers]
    return PlannedMeeting(
        date=day,
        kind=MeetingKind(options.kind or MeetingKind.THEMATIC),
        theme=theme,
        concept_note=concept_note,
        speakers=tuple(speaker for speaker in speakers if speaker),
        place=Place("--date") if options.day else None,
    )


def _text(text: str) -> str:
    check_text(text)
    return " ".join(text.split())


def _speaker(text: str) -> PlannedSpeaker:
    """Read « Nom; fonction; organisation », of which only the name must be there."""
    from reportgen.programme import PlannedSpeaker

    check_text(text)
    parts = [" ".join(part.split()) for part in text.split(";")]
    if len(parts) > _PARTS or not parts[0]:
        raise RecordError(
            Problem(
                message("“{found}” is not a speaker", found=text),
                message(
                    "Write “name; function; organization”: the name first, semicolons between."
                ),
            )
        )
    name, title, organization = (*parts, "", "")[:_PARTS]
    return PlannedSpeaker(
        name=name,
        title=title or None,
        organization=organization or None,
        gender=None,
        place=Place("--speaker"),
    )


def _try_out(reading: Reading, made: Plan) -> None:
    """Read the report as it will be, before anything is written."""
    from reportgen.reading import read_report

    own = Path(reading.file)
    files = {own.parent / name: text for name, text in made.files.items()}
    changed = {Path(name): text for name, text in made.changed.items()}
    read_report(own.parent, ahead={**files, **changed, own: made.report_text})


def _write(reading: Reading, made: Plan) -> None:
    """Add the new files, and change those that are there where the programme asks for it."""
    own = Path(reading.file)
    changed = dict(made.changed)
    if made.report_text != reading.texts[reading.file]:
        if own.suffix.lower() == ".json":
            what = message("speakers cannot be registered in a JSON file")
            advice = message("Name it report.yaml: what it holds can stay as it is.")
            raise ReadingError(Problem(what, advice, Place(reading.file)))
        changed[reading.file] = made.report_text
    schemas = missing_schemas(own.parent, (*reading.texts.values(), *made.files.values()))
    amend(
        own.parent,
        {name: text.encode() for name, text in made.files.items()} | schemas,
        {
            str(Path(file).relative_to(own.parent)): _bytes(file, reading.texts[file], text)
            for file, text in changed.items()
        },
    )


def _bytes(file: str, before: str, after: str) -> tuple[bytes, bytes]:
    """Give the bytes of a file, as they are and as they will be."""
    from reportgen.reading import read_data

    mark = _BOM if read_data(Path(file)).startswith(_BOM) else b""
    return mark + before.encode(), mark + after.encode()


def _account(
    reading: Reading, made: Plan, found: Comparison, remarks: Iterable[Message], *, updated: bool
) -> Iterator[str]:
    folder = Path(reading.file).parent
    for name in made.files:
        yield str(folder / name)
    if made.report_text != reading.texts[reading.file]:
        yield str(message("{file}, with the new speakers and organizations", file=reading.file))
    yield from _differences(found, updated=updated)
    for remark in remarks:
        yield str(message("  to check: {note}", note=remark))
    if made.files:
        advice = "Fill in what is marked todo; reportgen status {folder} lists it."
        yield from ("", str(message(advice, folder=folder)))


def _differences(found: Comparison, *, updated: bool) -> Iterator[str]:
    """Say what the programme changes in the meetings that are there, and what is left alone."""
    for file, changes in groupby(found.changes, key=lambda change: change.file):
        yield str(
            message("{file}, changed as the programme says:", file=file)
            if updated
            else message("{file} says otherwise than the programme, and is left alone:", file=file)
        )
        yield from (f"  {change.said}" for change in changes)  # those by hand say so themselves
    if not updated and not all(change.by_hand for change in found.changes):
        yield str(message("To change it as the programme says, add --update."))
    for files, said in (
        (found.same, message("already there, left alone: {files}", files=", ".join(found.same))),
        (
            found.gone,
            message(
                "there, but cancelled, postponed, hidden or struck out in the programme: {files};"
                " delete the file where the meeting is not to be held",
                files=", ".join(found.gone),
            ),
        ),
        (
            found.others,
            message("not in the programme, left alone: {files}", files=", ".join(found.others)),
        ),
    ):
        if files:
            yield str(said)
