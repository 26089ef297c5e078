"""The files of a report, as nodes → the report.

Part of `reading`. Each meeting is made by itself, so that a fault in one hides nothing in another;
what the calendar and the list of speakers contradict is told even of a meeting with other faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs
from attrs import frozen

from reportgen.errors import Problem, RecordError
from reportgen.languages import Language, language
from reportgen.messages import message
from reportgen.reading.nodes import Mapping, Node, NodeError, Scalar, Sequence, Spot
from reportgen.reading.structure import Entries, Fields, Structure
from reportgen.reading.values import wrong_type
from reportgen.records import (
    Completion,
    Meeting,
    MeetingKind,
    Period,
    Report,
    Speaker,
    Todo,
    calendar_problems,
    chair_problems,
    founding_problems,
    language_code,
    voice_problems,
)

_REGISTRIES = ("organizations", "speakers")
_ALWAYS = Period(date.min, date.max)


@frozen
class MeetingFile:
    """One meeting as it was found.

    Args:
        node: its document; None where the file could not be read.
        named: the day that the name of the file begins with, if it does.
    """

    node: Node | None
    named: date | None = None


@frozen
class Assembly:
    """What the files amount to.

    Args:
        report: the report; None where something is wrong.
        problems: what is wrong.
        spots: where each value of the report stands, by its path.
    """

    report: Report | None
    problems: tuple[Problem, ...]
    spots: tuple[tuple[tuple[str | int, ...], Spot], ...] = ()


@frozen
class _Told:
    """One meeting: the record if all is right, and what the calendar must know in any case."""

    problems: tuple[Problem, ...]
    values: MappingOf[str, Any] = MappingProxyType({})
    meeting: Meeting | None = None
    sketch: Meeting | None = None


def assemble(root: Node | None, files: SequenceOf[MeetingFile] | None) -> Assembly:
    """Make the report.

    Args:
        root: the document of the report’s own file; None where it could not be read.
        files: the meetings that have files of their own; None where the report’s own file holds
            the meetings.
    """
    entries = root.entries if isinstance(root, Mapping) else {}
    spoken, foreign = _spoken(entries)
    structure = Structure(entries if root is not None else None, spoken)
    problems = [*structure.problems]
    fields = _report_fields(structure, root, problems)
    problems += [one for one in foreign if one.place not in {other.place for other in problems}]
    if files is None:
        files = _meetings_within(fields, problems)
    elif fields and "meetings" in fields.entries:
        spot = fields.entries["meetings"].key
        what = message("meetings stand both here and in the folder “meetings”")
        problems.append(spot.problem(what, message("Move these into files of that folder.")))
    told = [_tell(structure, file, index) for index, file in enumerate(files)]
    problems += [problem for one in told for problem in one.problems]
    parts = [
        (root, fields.values if fields else {}),
        *((f.node, t.values) for f, t in zip(files, told, strict=True)),
    ]
    values, *of_meetings = _completed(structure, spoken, parts, problems)
    period = fields.values.get("period", _ALWAYS) if fields else _ALWAYS
    problems += _founding(structure, root, fields, period)
    problems += _chairs(structure, root, fields, period)
    problems += _calendar(structure, period, files, told)
    meetings = [one.meeting for one in told]
    if root is None or not fields or not fields.complete or problems or None in meetings:
        return Assembly(None, tuple(problems))
    values["meetings"] = tuple(
        _with(meeting, completed)
        for meeting, completed in zip(meetings, of_meetings, strict=True)
        if meeting
    )
    try:
        report = structure.make(root, Report, values)
    except NodeError as error:
        return Assembly(None, error.problems)
    return Assembly(report, (), tuple(_spots(structure, root, files)))


def _spoken(entries: Entries) -> tuple[Language, list[Problem]]:
    """Give the language of the report, French where it names none that is known, which is told."""
    entry = entries.get("language")
    if entry and isinstance(entry.value, Scalar) and entry.value.kind == "text":
        try:
            return language(language_code(entry.value.text)), []
        except RecordError as error:
            spot = entry.value.spot
            return language("fr"), [spot.problem(one.what, one.advice) for one in error.problems]
    return language("fr"), []


def _completed(
    structure: Structure,
    spoken: Language,
    parts: SequenceOf[tuple[Node | None, MappingOf[str, Any]]],
    problems: list[Problem],
) -> list[dict[str, Any]]:
    """Fill in what names tell, in the values of the report and of each meeting."""
    completion = Completion(spoken, tuple(value for _, part in parts for value in part.values()))
    completed = []
    for node, values in parts:
        completion.problems.clear()
        completed.append({name: completion.of(value, (name,)) for name, value in values.items()})
        located = [structure.locate(node, p) for p in completion.problems] if node else []
        told = {problem.place for problem in problems}  # of whom speaks at several meetings
        problems += {p.place: p for p in located if p.place not in told}.values()
    return completed


def _with(meeting: Meeting, values: MappingOf[str, Any]) -> Meeting:
    changed = {name: v for name, v in values.items() if v is not getattr(meeting, name)}
    return attrs.evolve(meeting, **changed) if changed else meeting


def _report_fields(
    structure: Structure, root: Node | None, problems: list[Problem]
) -> Fields | None:
    if root is None:
        return None
    try:
        fields = structure.fields(root, Report, besides=("meetings", *_REGISTRIES))
    except NodeError as error:
        problems += error.problems
        return None
    problems += fields.problems
    return fields


def _meetings_within(fields: Fields | None, problems: list[Problem]) -> list[MeetingFile]:
    entry = fields.entries.get("meetings") if fields else None
    if entry is None:
        return []
    if not isinstance(entry.value, Sequence):
        problems += wrong_type(entry.value, message("a list")).problems
        return []
    return [MeetingFile(item) for item in entry.value.items]


def _tell(structure: Structure, file: MeetingFile, index: int) -> _Told:
    if file.node is None:
        return _Told(())
    if isinstance(file.node, Sequence):
        what = message("found a list, where one meeting was expected")
        advice = message("Put each meeting into a file of its own.")
        return _Told((file.node.spot.problem(what, advice),))
    try:
        fields = structure.fields(file.node, Meeting)
    except NodeError as error:
        return _Told(error.problems)
    problems = [*fields.problems, *_misnamed(file, fields)]
    meeting = None
    if fields.complete:
        try:
            meeting = structure.make(file.node, Meeting, fields.values)
        except NodeError as error:
            problems += error.problems
    else:
        problems += _voices(structure, file.node, fields)
        problems += _themeless(structure, file.node, fields)
    return _Told(tuple(problems), fields.values, meeting, _sketch(fields, index))


def _misnamed(file: MeetingFile, fields: Fields) -> Iterator[Problem]:
    day = fields.values.get("date")
    if file.named and isinstance(day, date) and day != file.named:
        what = message(
            "the meeting is dated {day}, and its file is named {named}",
            day=day.isoformat(),
            named=file.named.isoformat(),
        )
        advice = message("Correct the date, or the name of the file.")
        yield fields.entries["date"].value.spot.problem(what, advice)


def _sketch(fields: Fields, index: int) -> Meeting:
    """Make a meeting of the date and the theme alone, each open where it is faulty."""
    values = fields.values
    theme = Todo(str(index)) if "theme" in fields.entries else None
    return Meeting(
        date=values.get("date", Todo(str(index))),
        theme=values.get("theme", theme),
        kind=MeetingKind.INFORMAL,
    )


def _themeless(structure: Structure, node: Node, fields: Fields) -> Iterator[Problem]:
    """Tell of a missing theme in a meeting with other faults, where its kind is known."""
    if "theme" in fields.entries or fields.entries.keys() & {"kind"} - fields.values.keys():
        return
    values: dict[str, Any] = {"date": Todo("…")}
    if "kind" in fields.values:
        values["kind"] = fields.values["kind"]
    try:
        structure.make(node, Meeting, values)
    except NodeError as error:
        yield from error.problems


def _voices(structure: Structure, node: Node, fields: Fields) -> Iterator[Problem]:
    """Tell of statements by people not listed, in a meeting with other faults."""
    try:
        keys = [_key(structure, item) for item in _items(fields, "speakers")]
        statements = _items(fields, "account")
    except NodeError:
        return
    voices = []
    for index, item in enumerate(statements):
        entry = item.entries.get("by") if isinstance(item, Mapping) else None
        if entry and isinstance(entry.value, Scalar) and entry.value.kind == "text":
            voices.append((index, entry.value.text))
    for problem in voice_problems(keys, voices):
        yield structure.locate(node, problem)


def _items(fields: Fields, name: str) -> SequenceOf[Node]:
    entry = fields.entries.get(name)
    if entry is None:
        return ()
    if not isinstance(entry.value, Sequence):
        raise NodeError
    return entry.value.items


def _key(structure: Structure, node: Node) -> str:
    """Give the key of a listed speaker, registered or not; a NodeError where there is none."""
    if isinstance(node, Scalar):
        return node.text
    speaker: Speaker = structure.record(node, Speaker)
    return speaker.key


def _founding(
    structure: Structure, root: Node | None, fields: Fields | None, period: Period
) -> Iterator[Problem]:
    """Tell of a body that the calendar cannot hold, where it can be read."""
    if root is None or fields is None or "body" not in fields.values:
        return
    for problem in founding_problems(period, fields.values["body"]):
        yield structure.locate(root, problem)


def _chairs(
    structure: Structure, root: Node | None, fields: Fields | None, period: Period
) -> Iterator[Problem]:
    """Tell of chairs that the calendar cannot hold, where both keys can be read."""
    if root is None or fields is None or "chair" not in fields.values:
        return
    if fields.entries.keys() & {"other_chairs"} - fields.values.keys():
        return
    others = fields.values.get("other_chairs", ())
    for problem in chair_problems(period, fields.values["chair"], others):
        yield structure.locate(root, problem)


def _calendar(
    structure: Structure,
    period: Period,
    files: SequenceOf[MeetingFile],
    told: SequenceOf[_Told],
) -> Iterator[Problem]:
    sketches = [(index, one.sketch) for index, one in enumerate(told) if one.sketch]
    for problem in calendar_problems(period, sketches):
        _, index, *path = problem.path
        node = files[int(index)].node
        if node is not None:
            yield structure.locate(node, Problem(problem.what, problem.advice, path=tuple(path)))


def _spots(
    structure: Structure, root: Node, files: SequenceOf[MeetingFile]
) -> Iterator[tuple[tuple[str | int, ...], Spot]]:
    for path, spot in structure.spots(root, ()):
        if path[:1] not in {(name,) for name in _REGISTRIES}:
            yield path, spot
    for index, file in enumerate(files):
        if file.node is not None:
            yield from structure.spots(file.node, ("meetings", index))
