"""Reports of every sort, for properties that must hold for all of them; and as plain data."""

import re
from datetime import date, timedelta
from enum import Enum
from typing import Any

import attrs
from hypothesis import strategies as st

from reportgen.records import (
    Acceptance,
    Addressee,
    Annex,
    Body,
    Chair,
    Conclusion,
    Distribution,
    Founding,
    FoundingKind,
    Function,
    Gender,
    Introduction,
    Item,
    Letter,
    LetterWording,
    Masthead,
    Meeting,
    MeetingKind,
    MeetingsAnnex,
    MeetingWording,
    Number,
    Organization,
    Paragraph,
    Period,
    Person,
    Previous,
    Report,
    ReportWording,
    Sender,
    Speaker,
    SpeakerWording,
    Statement,
    Symbol,
    Table,
    Todo,
)

LINK = "[site](https://un.org/fr)"
NOTED = "plan.^[dont une *note* (S/2016/1019)]"
_LEADS_NOWHERE = re.compile(r"\[\[|\]\((?!https://un\.org/fr\))")
_WORDS = st.one_of(
    st.sampled_from(
        [
            "« oui »",
            "R&D",
            "<b>",
            "“guillemets”",
            "🕊️",
            "l’eau",
            "25 %",
            "œuvre",
            "À",
            "10 000",
            "]]>",
            "{{ mot }}",
            "{date}",
            "S/2016/1019",
            "a;b",
            "l'air",
            "Åsa",
            "مرحبا",
            "和平",
            "fin.",
            "*inter alia*",
            "*Œuvre",
            "S/2014/258*",
            "2^e^",
            r"\*",
            "[sic]",
            LINK,
        ]
    ),
    st.text(alphabet=st.characters(categories=["L", "N", "P", "Sm"]), min_size=1, max_size=12),
)
texts = (
    st.lists(_WORDS, min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda text: not _LEADS_NOWHERE.search(text) and text.strip(" ;.,") != "")
)
todos = st.builds(Todo, texts)
prose = texts | texts.map(lambda text: f"{text} {NOTED}") | todos
wordings = st.none() | todos | texts.filter(lambda text: not {"{", "}"} & {*text})
genders = st.sampled_from(Gender)
symbols = st.sampled_from(["S/2016/1019", "A/70/95-S/2015/446", "S/2017/2/Rev.1"]).map(Symbol)
resolutions = st.sampled_from(["S/RES/2272 (2016)", "S/RES/1540 (2004)"]).map(Symbol)
organizations = st.builds(
    Organization,
    name=texts,
    gender=genders,
    number=st.sampled_from(Number),
    article=st.booleans(),
)


@st.composite
def _people(draw: st.DrawFn) -> Person:
    """Draw someone, whose surname may be said."""
    name = draw(texts)
    surname = draw(st.none() | st.sampled_from(name.split()))
    return Person(name=name, gender=draw(genders), rank=draw(st.none() | texts), surname=surname)


people = _people()
functions = st.builds(
    Function,
    title=texts,
    of=st.none() | organizations,
    remit=st.none() | texts,
    accredited_to=st.none() | organizations,
)
items = st.recursive(
    st.builds(Item, text=prose),
    lambda inner: st.builds(
        Item, text=texts, items=st.lists(inner, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=5,
)
paragraphs = st.builds(Paragraph, text=prose, items=st.lists(items, max_size=3).map(tuple))
conclusions = st.builds(
    Conclusion,
    text=prose,
    items=st.lists(items, max_size=2).map(tuple),
    addressed_to=st.none() | organizations,
)
bodies = st.builds(
    Body,
    name=texts,
    short_name=st.none() | texts,
    gender=genders,
    number=st.sampled_from(Number),
    founding=st.none()
    | todos
    | st.builds(
        Founding,
        kind=st.just(FoundingKind.RESOLUTION),
        symbol=st.just(Symbol("S/RES/1540 (2004)")),
        date=st.dates(date(1946, 1, 1), date(2010, 1, 1)),
    )
    | st.builds(
        Founding,
        kind=st.sampled_from([FoundingKind.STATEMENT, FoundingKind.NOTE]),
        symbol=symbols,
        date=st.dates(date(1946, 1, 1), date(2010, 1, 1)),
        president=genders,
    ),
)
_days = st.lists(st.dates(date(2016, 1, 1), date(2030, 1, 1)) | todos, max_size=3).map(tuple)
mastheads = st.builds(
    Masthead,
    symbol=st.none() | symbols | todos,
    distribution=st.sampled_from(Distribution),
    date=st.none() | st.dates(date(2016, 1, 1), date(2030, 1, 1)) | todos,
    original_language=st.none() | st.sampled_from(["fr", "en", "zh"]) | todos,
    job_number=st.none() | st.just("16-12345") | todos,
    job_dates=_days,
    reissued=_days,
)
chairs = st.builds(Chair, person=people, function=functions, source=st.none() | symbols | todos)
languages = st.none() | st.sampled_from(["fr", "en", "zh"]) | todos
letters = st.builds(
    Letter,
    date=todos | st.dates(date(2016, 1, 1), date(2030, 1, 1)),
    sender=st.none() | todos | st.builds(Sender, person=people, function=functions),
    addressee=todos | st.builds(Addressee, title=st.none() | prose, gender=genders),
    paragraphs=st.lists(paragraphs, max_size=2).map(tuple),
    label=st.none() | prose,
    original_language=languages,
    wording=st.builds(LetterWording, **dict.fromkeys(attrs.fields_dict(LetterWording), wordings)),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table whose rows and widths fit its heads, with room for the longest word."""
    columns = draw(st.integers(1, 3))
    cells = st.lists(prose, min_size=columns, max_size=columns).map(tuple)
    widths = st.lists(st.integers(4, 5), min_size=columns, max_size=columns).map(tuple)
    return Table(
        heads=draw(cells),
        widths=draw(st.just(()) | widths),
        rows=tuple(draw(st.lists(cells, max_size=3))),
    )


annexes = st.builds(
    Annex,
    title=st.none() | prose,
    label=st.none() | prose,
    original_language=languages,
    landscape=st.booleans(),
    numbered=st.booleans(),
    paragraphs=st.lists(paragraphs, min_size=1, max_size=2).map(tuple),
    table=st.none() | todos | tables(),
)
previous_reports = st.builds(
    Previous,
    period=st.integers(2009, 2029).map(Period.of_year),
    chair=st.none() | chairs,
    symbols=st.lists(symbols, max_size=2).map(tuple),
    renewal=st.none() | resolutions,
    history=st.lists(texts, max_size=2).map(tuple),
)
ACCEPTED = (
    Acceptance(code="FORM003", reason="un seul raisonnement"),
    Acceptance(code="TYPO001", reason="titre d’un ouvrage", words="et/ou"),
)
meeting_wordings = st.builds(
    MeetingWording, opening=wordings, concept_note=wordings, speakers=wordings, adopted=wordings
)
report_wordings = st.builds(
    ReportWording,
    **dict.fromkeys(attrs.fields_dict(ReportWording), wordings),
)


def speakers_of(key: str) -> st.SearchStrategy[Speaker]:
    """Draw a speaker of one key."""
    return st.builds(
        Speaker,
        person=people,
        function=functions,
        named=st.booleans(),
        wording=st.builds(SpeakerWording, annex=wordings),
        key=st.just(key),
    )


@st.composite
def meetings(draw: st.DrawFn, day: date) -> Meeting:
    """Draw a meeting of one day, whose statements are by its speakers."""
    speakers = [draw(speakers_of(f"s{n}")) for n in range(draw(st.integers(0, 3)))]
    voices = st.sampled_from(["chair", "participants", *(speaker.key for speaker in speakers)])
    statements = st.builds(
        Statement, by=voices, paragraphs=st.lists(paragraphs, max_size=2).map(tuple)
    )
    return Meeting(
        date=draw(st.just(day) | todos),
        kind=draw(st.sampled_from(MeetingKind)),
        theme=draw(prose),
        subject=draw(st.none() | texts),
        annex_theme=draw(st.none() | prose),
        concept_note=draw(st.none() | symbols | todos),
        presided_by=draw(st.none() | speakers_of("presiding")),
        adopted=draw(st.none() | symbols | resolutions | todos),
        speakers=tuple(speakers),
        speakers_listed=draw(st.booleans()),
        in_annex=draw(st.booleans()),
        wording=draw(meeting_wordings),
        account=tuple(draw(st.lists(statements, max_size=3))),
        accept=ACCEPTED if day.day % 2 else (),  # drawn, it would take too much of what is drawn
    )


@st.composite
def presiding(draw: st.DrawFn, period: Period) -> tuple[Chair, ...]:
    """Draw chairs of a period: one, two together, or two in turn."""
    first = draw(chairs)
    if draw(st.booleans()):
        return (first,)
    second = attrs.evolve(first, source=draw(st.none() | symbols))
    if period.start == period.end or draw(st.booleans()):
        return first, second
    later = draw(st.dates(period.start + timedelta(days=1), period.end))
    return (
        attrs.evolve(first, period=Period(period.start, later - timedelta(days=1))),
        attrs.evolve(second, period=Period(later, period.end)),
    )


@st.composite
def reports(draw: st.DrawFn, most_meetings: int = 4) -> Report:
    """Draw a report: any body, any chair, any number of meetings."""
    start = draw(st.dates(date(2010, 1, 1), date(2030, 1, 1)))
    days = [start + timedelta(days=number) for number in range(draw(st.integers(0, most_meetings)))]
    period = Period(start, start + timedelta(days=draw(st.integers(most_meetings, 400))))
    chaired = draw(todos | presiding(period))
    return Report(
        body=draw(bodies),
        period=period,
        chair=chaired if isinstance(chaired, Todo) else chaired[0],
        other_chairs=() if isinstance(chaired, Todo) else chaired[1:],
        masthead=draw(mastheads),
        letter=draw(st.none() | todos | letters),
        renewal=draw(st.none() | resolutions | todos),
        introduction=draw(
            st.builds(
                Introduction,
                mandate=st.none() | prose,
                work=st.none() | prose,
                partners=st.none() | prose,
                briefers=st.none() | prose,
            )
        ),
        meetings=tuple(draw(meetings(day)) for day in days),
        conclusions=tuple(draw(st.lists(conclusions, max_size=3))),
        meetings_annex=MeetingsAnnex(label=draw(st.none() | prose), landscape=draw(st.booleans())),
        annexes=tuple(draw(st.lists(annexes, max_size=2))),
        wording=draw(report_wordings),
        previous=draw(st.none() | previous_reports),
        accept=draw(st.sampled_from([(), ACCEPTED])),
    )


def plain_data(value: Any) -> Any:
    """Give a record as what YAML and JSON can hold; what is absent is left out."""
    match value:
        case Todo(expected=expected):
            return {"todo": expected}
        case Symbol() | Enum() | date():
            return str(value)
        case tuple():
            return [plain_data(item) for item in value]
        case _ if attrs.has(type(value)):
            pairs = ((name, getattr(value, name)) for name in attrs.fields_dict(type(value)))
            return {name: plain_data(part) for name, part in pairs if part is not None}
    return value
