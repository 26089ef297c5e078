"""What is written into a programme is read from it, however it is laid out and saved."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from programmes import HEADINGS, Rows, Value, delimited, workbook

from reportgen.errors import Place
from reportgen.programme import PlannedMeeting, PlannedSpeaker, read_programme
from reportgen.programme.names import ReadName, parted, read_name
from reportgen.programme.words import folded, undecided
from reportgen.records import Gender, MeetingKind, Period, Symbol

KINDS = {
    MeetingKind.THEMATIC: "thématique",
    MeetingKind.ORGANIZATIONAL: "organisation",
    MeetingKind.INFORMAL: "informelle",
    MeetingKind.JOINT: "conjointe",
    MeetingKind.SPECIAL: "extraordinaire",
    MeetingKind.DEBATE: "débat",
}
GENDERS = {Gender.MASCULINE: "M", Gender.FEMININE: "F", None: None}
NOWHERE = Place("")

_words = st.text("aàbcdéeœXYZ’'-&", min_size=2, max_size=8).filter(
    lambda word: word[0].isalpha() and not undecided(word)
)
_names = (
    st.lists(_words, min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda name: read_name(name) == ReadName(name) and parted(name) == [name])
)
_texts = st.lists(_words, min_size=1, max_size=4).map(" ".join)
_speakers = st.builds(
    PlannedSpeaker,
    name=_names,
    title=st.none() | _texts,
    organization=st.none() | _texts,
    gender=st.sampled_from(list(GENDERS)),
    rank=st.none() | _texts,
    place=st.just(NOWHERE),
)
_meetings = st.builds(
    PlannedMeeting,
    date=st.none() | st.dates(date(2017, 1, 1), date(2017, 12, 31)),
    kind=st.sampled_from(list(KINDS)),
    theme=_texts,
    note_awaited=st.just(value=False),
    concept_note=st.none() | st.integers(1, 999).map(lambda n: Symbol(f"S/2017/{n}")),
    speakers=st.lists(_speakers, max_size=4, unique_by=lambda s: folded(s.name)).map(tuple),
    place=st.just(None),
)
programmes = st.lists(_meetings, min_size=1, max_size=5, unique_by=lambda m: folded(m.theme))


def facts_of_meeting(meeting: PlannedMeeting) -> tuple[Value, ...]:
    """Write the cells of a meeting; an unknown day in words."""
    note = str(meeting.concept_note) if meeting.concept_note else None
    return (meeting.date or "à confirmer", KINDS[meeting.kind], meeting.theme, note)


def facts_of_speaker(speaker: PlannedSpeaker) -> tuple[str | None, ...]:
    """Write the cells of a speaker."""
    gender = GENDERS[speaker.gender]
    return gender, speaker.rank, speaker.name, speaker.title, speaker.organization


def one_row_a_speaker(meetings: Sequence[PlannedMeeting]) -> Rows:
    """Leave the cells of the meeting empty after its first row."""
    rows: list[Sequence[Value]] = [HEADINGS]
    for meeting in meetings:
        facts = facts_of_meeting(meeting)
        speakers = [facts_of_speaker(speaker) for speaker in meeting.speakers]
        rows.append((*facts, *(speakers[0] if speakers else ())))
        rows += [(*[None] * len(facts), *speaker) for speaker in speakers[1:]]
    return rows


def every_row_complete(meetings: Sequence[PlannedMeeting]) -> Rows:
    """Repeat the cells of the meeting."""
    rows: list[Sequence[Value]] = [HEADINGS]
    for meeting in meetings:
        speakers = [facts_of_speaker(speaker) for speaker in meeting.speakers]
        rows += [(*facts_of_meeting(meeting), *speaker) for speaker in speakers or [()]]
    return rows


def one_row_a_meeting(meetings: Sequence[PlannedMeeting]) -> Rows:
    """Put the speakers into the lines of one row."""
    rows: list[Sequence[Value]] = [HEADINGS]
    for meeting in meetings:
        columns = zip(*map(facts_of_speaker, meeting.speakers), strict=True)
        cells = ["\n".join(fact or "–" for fact in column) for column in columns]
        rows.append((*facts_of_meeting(meeting), *cells))
    return rows


def placeless(meeting: PlannedMeeting) -> PlannedMeeting:
    """Forget where a meeting stands."""
    speakers = tuple(evolve(speaker, place=NOWHERE) for speaker in meeting.speakers)
    return evolve(meeting, place=None, speakers=speakers)


@pytest.mark.parametrize("layout", [one_row_a_speaker, every_row_complete, one_row_a_meeting])
@pytest.mark.parametrize("save", [workbook, delimited])
@settings(max_examples=40, deadline=None)
@given(meetings=programmes)
def test_meetings_are_read_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory,
    layout: Callable[[Sequence[PlannedMeeting]], Rows],
    save: Callable[[Rows], bytes],
    meetings: list[PlannedMeeting],
) -> None:
    """In all layouts, as a workbook and as text."""
    path = tmp_path_factory.mktemp("programme") / "plan"
    path.write_bytes(save(layout(meetings)))
    found = read_programme(path, Period.of_year(2017))
    assert [placeless(meeting) for meeting in found.meetings] == meetings
    assert found.remarks == ()
