"""What a programme of work plans: meetings, and who is to speak at them.

Part of `programme`.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from reportgen.errors import Place
from reportgen.records import Gender, MeetingKind, Symbol


@frozen(kw_only=True)
class PlannedSpeaker:
    """Someone who is to speak, as far as the programme says it.

    Args:
        place: the spot of the name.
    """

    name: str
    title: str | None
    organization: str | None
    gender: Gender | None
    rank: str | None = None
    place: Place


@frozen(kw_only=True)
class PlannedMeeting:
    """A meeting that is to be held, as far as the programme says it.

    Args:
        date: the day; None while it is not decided.
        place: the spot where the meeting begins.
    """

    date: date | None
    kind: MeetingKind
    theme: str | None
    concept_note: Symbol | None
    speakers: tuple[PlannedSpeaker, ...]
    place: Place | None
