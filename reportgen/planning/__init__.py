"""Planned meetings → files of meetings, ready to be filled in, and the speakers registered.

Floor 5. Texts come in and go out; no file is opened. `register` finds who is registered already
by name, function and organization, and adds the others; `stubs` writes the files; `comparison`
finds the meetings that the report has already. Whatever could not be known is told in a note.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any

import attrs
from attrs import evolve, field, frozen

from reportgen.editing import data, removed
from reportgen.errors import Problem
from reportgen.languages import Language, language
from reportgen.messages import Message
from reportgen.planning.comparison import Change, Comparison, Kept, changed, compare
from reportgen.planning.register import Register
from reportgen.planning.stubs import stub
from reportgen.programme import PlannedMeeting, Programme
from reportgen.records import Meeting, MeetingKind, Report, Todo, calendar_problems

__all__ = ["Change", "Comparison", "Kept", "Plan", "compared", "plan", "planning_problems"]

_FOLDER = "meetings"


@frozen(kw_only=True)
class Plan:
    """What planned meetings add to a report.

    Args:
        report_text: the text of the report's own file, with who and what was not registered yet.
        files: the text of each new file, by its name in the folder of the report.
        changed: the new text of each file that changes, by the name that it was given with.
        notes: what a person must look at.
    """

    report_text: str
    files: Mapping[str, str]
    changed: Mapping[str, str] = field(factory=dict)
    notes: tuple[Message, ...] = ()


def compared(report_text: str, kept: Sequence[Kept], programme: Programme) -> Comparison:
    """Compare a programme with the meetings that a report has.

    Args:
        report_text: the text of the report's own file.
        kept: the meetings of the report.
        programme: what the programme says.
    """
    records = data(report_text)
    spoken = language(records.get("language", attrs.fields(Report).language.default))
    register = Register(records, spoken)
    return compare(kept, programme.meetings, programme.dropped, register.speaker)


def plan(
    report_text: str,
    meetings: Sequence[PlannedMeeting],
    *,
    taken: Collection[str] = (),
    kept: Sequence[Kept] = (),
    changes: Sequence[Change] = (),
) -> Plan:
    """Write a file for each planned meeting, and register its speakers and organizations.

    Args:
        report_text: the text of the report's own file; it can be read, and holds no meetings.
        meetings: the planned meetings, in order.
        taken: the names of the files of meetings that are there, which are never used again.
        kept: the meetings that are there.
        changes: what to change in them.
    """
    records = data(report_text)
    spoken = language(records.get("language", attrs.fields(Report).language.default))
    register = Register(records, spoken)
    stems = {PurePosixPath(name).stem.lower() for name in taken}
    altered = changed(kept, changes, register.speaker)
    files = {}
    for meeting in meetings:
        number, stem = _free_stem(meeting, stems, spoken)
        stems.add(stem)
        speakers = [register.speaker(speaker) for speaker in meeting.speakers]
        file = f"{_FOLDER}/{stem}.yaml"
        files[file] = stub(meeting, number, register.listed(speakers, file), spoken)
    empty = _FOLDER in records and not records[_FOLDER]
    text = removed(report_text, (_FOLDER,)) if empty else report_text
    if any(meeting.kind != MeetingKind.DEBATE for meeting in meetings):
        text = _counted(text, records)
    return Plan(
        report_text=register.written(text),
        files=files,
        changed=altered,
        notes=tuple(register.notes),
    )


def _counted(text: str, records: Mapping[str, Any]) -> str:
    """Close the hole that stands for the count of meetings: they count themselves now."""
    wording = records.get("wording") or {}
    if not isinstance(wording.get(_FOLDER), Mapping):
        return text
    return removed(text, ("wording", _FOLDER) if len(wording) > 1 else ("wording",))


def planning_problems(report: Report, meetings: Sequence[PlannedMeeting]) -> Iterator[Problem]:
    """Find the planned meetings that the calendar of a report cannot hold.

    Args:
        report: the report, with the meetings that it has.
        meetings: the planned meetings.

    Returns:
        One problem for each that lies outside the period, and for each that has the date and the
        theme of another, with its place in the programme.
    """
    sketches = [
        Meeting(
            date=meeting.date or Todo(str(number)),
            theme=meeting.theme or _theme(meeting, number),
            kind=MeetingKind.INFORMAL,
        )
        for number, meeting in enumerate(meetings)
    ]
    there = len(report.meetings)
    for problem in calendar_problems(report.period, enumerate((*report.meetings, *sketches))):
        position = next(step for step in problem.path if isinstance(step, int)) - there
        yield evolve(problem, place=meetings[position].place, path=())


def _theme(meeting: PlannedMeeting, number: int) -> Todo | None:
    """Give what stands for a theme that is not known: nothing where none is expected."""
    return None if meeting.kind == MeetingKind.ORGANIZATIONAL else Todo(str(number))


def _free_stem(
    meeting: PlannedMeeting, taken: Collection[str], spoken: Language
) -> tuple[int, str]:
    """Name the file of a meeting, without its suffix; tell which one of its day it is."""
    stems: Iterator[str]
    if meeting.date is None:
        stems = (f"{spoken.words('undated')}-{number}" for number in count(1))
    else:
        day = meeting.date.isoformat()
        stems = chain([day], (f"{day}-{number}" for number in count(2)))
    return next((number, stem) for number, stem in enumerate(stems, start=1) if stem not in taken)
