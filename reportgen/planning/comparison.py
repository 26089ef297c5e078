"""A programme beside the meetings that a report has: what is new, what changed, what is gone.

Part of `planning`. The same programme comes again through the year, a little longer each time. A
meeting is known again by its day and theme, else by its theme, else by its day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import PurePath

from attrs import field, frozen

from reportgen.editing import data, inserted, replaced
from reportgen.errors import RecordPath
from reportgen.markup.signs import protected
from reportgen.messages import Message, message
from reportgen.programme import PlannedMeeting, PlannedSpeaker
from reportgen.records import Meeting, MeetingKind, Todo
from reportgen.spellings import folded

_LIKENESS = 0.6


@frozen
class Kept:
    """A meeting that a report has.

    Args:
        file: the name of its file, as messages give it.
        text: the text of that file.
    """

    file: str
    meeting: Meeting
    text: str


@frozen
class Change:
    """What a programme says otherwise than the file of a meeting.

    Args:
        file: the name of the file.
        path: the way to the value in it; behind the last item for a new one.
        value: the value as it is to be written; a speaker who is to be listed, as planned.
        said: the change in words.
        by_hand: whether a person must make it, since the name of the file changes with it.
    """

    file: str
    path: RecordPath
    value: object
    said: Message
    by_hand: bool = False


@frozen
class Comparison:
    """What a programme adds to the meetings of a report, and changes in them.

    Args:
        new: the meetings that the report does not have.
        changes: what the programme says otherwise.
        same: the files of meetings that the programme says as they are.
        gone: the files of meetings that the programme cancels, postpones, hides or strikes out.
        others: the files of meetings that the programme does not know, where it knows some: else
            it only goes on from them.
    """

    new: tuple[PlannedMeeting, ...]
    changes: tuple[Change, ...] = ()
    same: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def compare(
    kept: Sequence[Kept],
    meetings: Sequence[PlannedMeeting],
    dropped: Sequence[PlannedMeeting],
    key: Callable[[PlannedSpeaker], str],
) -> Comparison:
    """Compare the meetings of a programme with those of a report.

    Args:
        kept: the meetings of the report.
        meetings: the meetings that the programme holds.
        dropped: those that it holds no more.
        key: returns the key of a speaker who is registered, or the one that he or she would get.
    """
    pairs = _Pairs(list(kept), list(meetings))
    pairs.match()
    changes, same = [], []
    for one, planned in pairs.matched:
        found = list(_changes(one, planned, key))
        changes += found
        same += [] if found else [one.file]
    off = _Pairs(list(pairs.kept), list(dropped))
    off.match()
    gone = [one.file for one, _ in off.matched]
    knows_some = bool(pairs.matched or gone)
    return Comparison(
        new=tuple(pairs.planned),
        changes=tuple(changes),
        same=tuple(same),
        gone=tuple(gone),
        others=tuple(one.file for one in off.kept) if knows_some else (),
    )


def changed(
    kept: Sequence[Kept], changes: Sequence[Change], key: Callable[[PlannedSpeaker], str]
) -> Mapping[str, str]:
    """Make some changes.

    Args:
        kept: the meetings of the report.
        changes: what to change in them.
        key: registers a speaker, and returns the key.

    Returns:
        The new text of each file that the changes concern, by its name.
    """
    texts = {one.file: one.text for one in kept}
    done: dict[str, str] = {}
    for change in (one for one in changes if not one.by_hand):
        text = done.get(change.file, texts[change.file])
        value = key(change.value) if isinstance(change.value, PlannedSpeaker) else change.value
        put = replaced if len(change.path) == 1 and change.path[0] in data(text) else inserted
        done[change.file] = put(text, change.path, value)
    return done


@frozen
class _Pairs:
    """The meetings that have no counterpart yet, and the pairs of those that have one."""

    kept: list[Kept]
    planned: list[PlannedMeeting]
    matched: list[tuple[Kept, PlannedMeeting]] = field(factory=list)

    def match(self) -> None:
        for likeness in (_is_same, _has_same_theme, _fills_theme, _has_theme_reworded):
            for planned in list(self.planned):
                alike = [one for one in self.kept if likeness(one.meeting, planned)]
                if len(alike) == 1 or (alike and likeness is _is_same):
                    self.kept.remove(alike[0])
                    self.planned.remove(planned)
                    self.matched.append((alike[0], planned))


def _theme(meeting: Meeting | PlannedMeeting) -> str:
    return folded(meeting.theme) if isinstance(meeting.theme, str) else ""


def _is_same(meeting: Meeting, planned: PlannedMeeting) -> bool:
    day = meeting.date if isinstance(meeting.date, date) else None
    if planned.date != day or _theme(meeting) != _theme(planned):
        return False
    return bool(_theme(planned)) or meeting.kind == planned.kind


def _has_same_theme(meeting: Meeting, planned: PlannedMeeting) -> bool:
    return bool(_theme(planned)) and _theme(meeting) == _theme(planned)


def _fills_theme(meeting: Meeting, planned: PlannedMeeting) -> bool:
    return meeting.date == planned.date and isinstance(meeting.theme, Todo)


def _has_theme_reworded(meeting: Meeting, planned: PlannedMeeting) -> bool:
    ours, theirs = _theme(meeting), _theme(planned)
    if not ours or not theirs or meeting.date != planned.date:
        return False
    return SequenceMatcher(None, ours, theirs).ratio() >= _LIKENESS


def _changes(
    kept: Kept, planned: PlannedMeeting, key: Callable[[PlannedSpeaker], str]
) -> Iterator[Change]:
    meeting = kept.meeting

    def change(name: str, value: object, before: object, after: object) -> Change:
        said = message("{field}: {before} → {after}", field=name, before=before, after=after)
        return Change(kept.file, (name,), value, said)

    if planned.date and planned.date != meeting.date:
        yield _redated(kept, planned.date)
    if planned.theme and _theme(planned) != _theme(meeting):
        yield change("theme", protected(planned.theme), _shown(meeting.theme), planned.theme)
    if planned.kind not in {MeetingKind.THEMATIC, meeting.kind}:
        yield change("kind", str(planned.kind), str(meeting.kind), str(planned.kind))
    note = planned.concept_note
    if note and note != meeting.concept_note:
        yield change("concept_note", str(note), _shown(meeting.concept_note), str(note))
    listed = [speaker.key for speaker in meeting.speakers]
    for speaker in planned.speakers:
        if key(speaker) not in listed:
            said = message("speakers: {name} is added", name=speaker.name)
            yield Change(kept.file, ("speakers", len(listed)), speaker, said)


def _redated(kept: Kept, day: date) -> Change:
    before = str(kept.meeting.date)
    if not PurePath(kept.file).stem.startswith(before):
        said = message("date: {before} → {after}", before=_shown(kept.meeting.date), after=day)
        return Change(kept.file, ("date",), day.isoformat(), said)
    said = message(
        "date: {before} → {after}, by hand: the name of the file is its date too",
        before=before,
        after=day,
    )
    return Change(kept.file, ("date",), day.isoformat(), said, by_hand=True)


def _shown(value: object) -> object:
    """Show a value as it stands: its words, or what is expected in its place."""
    if value is None:
        return "–"
    return message("to be filled in") if isinstance(value, Todo) else str(value)
