"""The file of a meeting that is to be held: what is known of it, and holes for the rest.

Part of `planning`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportgen.editing import yaml_of
from reportgen.languages import Language
from reportgen.markup.signs import protected
from reportgen.planning.register import Listed
from reportgen.programme import PlannedMeeting
from reportgen.records import CHAIR, PARTICIPANTS, MeetingKind

_MODELINE = "# yaml-language-server: $schema=../.schemas/meeting.schema.json"

_WITHOUT_NOTE = {MeetingKind.ORGANIZATIONAL, MeetingKind.DEBATE}


def stub(meeting: PlannedMeeting, number: int, speakers: Sequence[Listed], spoken: Language) -> str:
    """Write the file of a meeting.

    Args:
        meeting: what is planned.
        number: which one of its day it is.
        speakers: who is to speak, in order.
        spoken: the language of the report.
    """
    head = spoken.words("A planned meeting: what is marked todo remains to be filled in.")
    parts = [f"{_MODELINE}\n# {head}\n", yaml_of(dict(_facts(meeting, number, speakers, spoken)))]
    if meeting.kind != MeetingKind.ORGANIZATIONAL:
        statements = [
            yaml_of([{"by": voice, "paragraphs": [{"todo": hint}]}], 2)
            for voice, hint in _statements(meeting, speakers, spoken)
        ]
        parts.append("account:\n" + "\n".join(statements))
    return "\n".join(parts)


def _facts(
    meeting: PlannedMeeting, number: int, speakers: Sequence[Listed], spoken: Language
) -> Iterator[tuple[str, Any]]:
    def todo(words: str) -> dict[str, str]:
        return {"todo": spoken.words(words).format(number=number)}

    organizational = meeting.kind == MeetingKind.ORGANIZATIONAL
    yield "date", meeting.date.isoformat() if meeting.date else todo("date of the meeting")
    if meeting.kind != MeetingKind.THEMATIC:
        yield "kind", str(meeting.kind)
    if meeting.theme:
        yield "theme", protected(meeting.theme)
    elif not organizational:
        several = meeting.date is not None and number > 1
        yield (
            "theme",
            todo("theme of meeting {number} of that day" if several else "theme of the meeting"),
        )
    if meeting.concept_note:
        yield "concept_note", str(meeting.concept_note)
    elif meeting.note_awaited and meeting.kind not in _WITHOUT_NOTE:
        yield "concept_note", todo("symbol of the concept note")
    if speakers:
        yield "speakers", [speaker.key for speaker in speakers]


def _statements(
    meeting: PlannedMeeting, speakers: Sequence[Listed], spoken: Language
) -> Iterator[tuple[str, str]]:
    """Give each voice and the hint of what it is expected to have said."""
    chaired = meeting.kind != MeetingKind.DEBATE  # the parent organ has a President of its own
    if chaired:
        yield CHAIR, spoken.words("opening remarks of the chair")
    for speaker in speakers:
        of_speaker = spoken.filters["de"](speaker.said)
        yield speaker.key, spoken.words("statement {of_speaker}").format(of_speaker=of_speaker)
    yield PARTICIPANTS, spoken.words("summary of the debate")
    if chaired:
        yield CHAIR, spoken.words("closing remarks and conclusions of the chair")
