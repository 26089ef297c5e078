"""What happened at one meeting: the facts of it, and the account of what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from reportgen.errors import Problem, RecordError
from reportgen.messages import message
from reportgen.records.acceptance import Acceptance
from reportgen.records.figures import Figure
from reportgen.records.people import Organization, Speaker
from reportgen.records.values import Prose, Symbol, Todo, key_field, text_field, typed

CHAIR = "chair"
PARTICIPANTS = "participants"


class MeetingKind(StrEnum):
    """What sort of meeting it was; the templates name each sort, and count those of the body.

    A debate is the parent organ's: the report gives an account of it, and does not count it.

    Attributes:
        ORGANIZATIONAL: on the work of the body itself, such as its programme.
        THEMATIC: on one theme.
        INFORMAL: an informal meeting.
        JOINT: held together with another body.
        SPECIAL: called outside the programme.
        DEBATE: a debate of the parent organ, told but not counted.
    """

    ORGANIZATIONAL = "organizational"
    THEMATIC = "thematic"
    INFORMAL = "informal"
    JOINT = "joint"
    SPECIAL = "special"
    DEBATE = "debate"


@frozen(kw_only=True, field_transformer=typed)
class Item:
    """One lettered item of a paragraph: its text, without the final sign, and its own items.

    Args:
        text: what it says, without the final sign.
        items: the items under it.
    """

    text: Prose = text_field()
    items: tuple[Item, ...] = ()


@frozen(kw_only=True, field_transformer=typed)
class Paragraph:
    """One numbered paragraph: its text, and the lettered items that end it.

    Args:
        text: what it says.
        items: the lettered items that end it.
        key: a name for cross-references; `[[key]]` in any prose gives the paragraph's number.
        figure: the figure under it.
    """

    text: Prose = text_field()
    items: tuple[Item, ...] = ()
    key: str | None = key_field()
    figure: Figure | None = None


@frozen(kw_only=True, field_transformer=typed)
class Conclusion(Paragraph):
    """A conclusion or recommendation.

    Args:
        addressed_to: whom it is meant for, where it is meant for someone.
    """

    addressed_to: Organization | None = None


@frozen(kw_only=True, field_transformer=typed)
class Statement:
    """What one voice said at a meeting.

    Args:
        by: `chair`, `participants`, or the key of one of the meeting's speakers.
        paragraphs: what was said, paragraph by paragraph.
    """

    by: str = text_field()
    paragraphs: tuple[Paragraph, ...] = ()


@frozen(kw_only=True, field_transformer=typed)
class MeetingWording:
    """Sentences to use instead of the templates' own, with fields for the facts.

    Args:
        opening: the first sentence; `{date}`, and `{of_president}` for who presided, where
            `presided_by` says it.
        concept_note: the sentence on the concept note; `{concept_note}`.
        speakers: the paragraph that names the speakers; `{speakers}`, `{of_speakers}`, or one
            by one `{speaker_1}`, `{speaker_2}` and so on.
        adopted: the beginning of the paragraph on what was adopted; `{adopted}`.
    """

    opening: Prose | None = text_field(default=None)
    concept_note: Prose | None = text_field(default=None)
    speakers: Prose | None = text_field(default=None)
    adopted: Prose | None = text_field(default=None)


@frozen(kw_only=True, field_transformer=typed)
class Meeting:
    """One meeting of the body.

    Args:
        date: the day on which it was held.
        kind: what sort of meeting it was.
        theme: the theme as headings and lists give it.
        subject: what the body met to discuss, with its article, where the opening words it
            otherwise than the theme.
        annex_theme: the theme as the annex words it, where it differs.
        concept_note: the symbol of the note circulated before the meeting.
        presided_by: who presided, where it was not the chair of the body.
        adopted: the document that was adopted; `S/RES/2272 (2016)` for a resolution.
        speakers: who presented, in order.
        speakers_listed: whether a paragraph names the speakers before the account.
        in_annex: whether the annex has a row for the meeting.
        wording: sentences to use instead of the templates' own.
        account: what was said, in the order in which it was said.
        accept: findings of the check on this meeting that are meant to stay.
    """

    date: date | Todo
    kind: MeetingKind = MeetingKind.THEMATIC
    theme: Prose | None = text_field(default=None)
    subject: Prose | None = text_field(default=None)
    annex_theme: Prose | None = text_field(default=None)
    concept_note: Symbol | Todo | None = None
    presided_by: Speaker | None = None
    adopted: Symbol | Todo | None = None
    speakers: tuple[Speaker, ...] = ()
    speakers_listed: bool = True
    in_annex: bool = True
    wording: MeetingWording = MeetingWording()
    account: tuple[Statement, ...] = ()
    accept: tuple[Acceptance, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse statements by someone who is not among the speakers."""
        keys = [speaker.key for speaker in self.speakers]
        voices = ((index, statement.by) for index, statement in enumerate(self.account))
        problems = (*_missing_theme(self), *voice_problems(keys, voices))
        if problems:
            raise RecordError(*problems)


def _missing_theme(meeting: Meeting) -> Iterator[Problem]:
    if meeting.kind == MeetingKind.THEMATIC and meeting.theme is None:
        yield Problem(
            message("a thematic meeting has no theme"),
            message("Add “theme”, or a todo in its place, or give another “kind”."),
        )


def voice_problems(keys: Sequence[str], voices: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Find the speakers that a meeting lists twice, and the statements of people not listed.

    Args:
        keys: the keys of the speakers, in order.
        voices: the `by` of each statement, with its position in the account.
    """
    for index, key in enumerate(keys):
        if key and key in keys[:index]:
            yield Problem(
                message("the speaker “{key}” is listed twice", key=key),
                message("List each speaker of a meeting once."),
                path=("speakers", index),
            )
    known = dict.fromkeys((CHAIR, PARTICIPANTS, *keys))
    for index, voice in voices:
        if voice not in known:
            yield Problem(
                message("“{key}” is not among the speakers of the meeting", key=voice),
                message("Use one of: {keys}.", keys=", ".join(known)),
                path=("account", index, "by"),
            )
