"""What a programme of work plans: meetings, and who is to speak at them.

Part of `programme`.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from reportgen.errors import Place
from reportgen.messages import Message
from reportgen.records import Gender, MeetingKind, Symbol


@frozen(kw_only=True)
class PlannedSpeaker:
    """Someone who is to speak, as far as the programme says it.

    Args:
        surname: the part of the name that is the surname, where it is not the last word.
        place: the spot of the name.
    """

    name: str
    title: str | None
    organization: str | None
    gender: Gender | None
    rank: str | None = None
    surname: str | None = None
    place: Place


@frozen(kw_only=True)
class PlannedMeeting:
    """A meeting that is to be held, as far as the programme says it.

    Args:
        date: the day; None while it is not decided.
        concept_note: the symbol of the note; None where there is none, or where it is not known.
        note_awaited: whether a note that is not known is to be expected.
        place: the spot where the meeting begins.
    """

    date: date | None
    kind: MeetingKind
    theme: str | None
    concept_note: Symbol | None
    note_awaited: bool = True
    speakers: tuple[PlannedSpeaker, ...]
    place: Place | None


@frozen(kw_only=True)
class Programme:
    """All that a programme of work says.

    Args:
        meetings: the meetings to be held, in the order of their rows.
        dropped: those that are cancelled, postponed, hidden or struck out.
        remarks: what was not read, left out, or understood in one of several ways.
    """

    meetings: tuple[PlannedMeeting, ...]
    dropped: tuple[PlannedMeeting, ...] = ()
    remarks: tuple[Message, ...] = ()
