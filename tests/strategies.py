"""Reports of every sort, for properties that must hold for all of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from reportgen.records import (
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
    Masthead,
    Meeting,
    MeetingKind,
    Number,
    Organization,
    Paragraph,
    Period,
    Person,
    Report,
    Speaker,
    Statement,
    Symbol,
    Todo,
)

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
        ]
    ),
    st.text(alphabet=st.characters(categories=["L", "N", "P", "Sm"]), min_size=1, max_size=12),
)
texts = (
    st.lists(_WORDS, min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda text: "[[" not in text and text.strip(" ;.,") != "")
)
prose = st.one_of(texts, st.builds(Todo, texts))
genders = st.sampled_from(Gender)
symbols = st.sampled_from(["S/2016/1019", "A/70/95-S/2015/446", "S/2017/2/Rev.1"]).map(Symbol)
organizations = st.builds(
    Organization,
    name=texts,
    gender=genders,
    number=st.sampled_from(Number),
    article=st.booleans(),
)
people = st.builds(Person, name=texts, gender=genders, rank=st.none() | texts)
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
    founding=st.none()
    | st.builds(Todo, texts)
    | st.builds(
        Founding,
        kind=st.just(FoundingKind.RESOLUTION),
        symbol=st.just(Symbol("S/RES/1540 (2004)")),
        date=st.dates(date(1946, 1, 1), date(2016, 1, 1)),
    )
    | st.builds(
        Founding,
        kind=st.sampled_from([FoundingKind.STATEMENT, FoundingKind.NOTE]),
        symbol=symbols,
        date=st.dates(date(1946, 1, 1), date(2016, 1, 1)),
        president=genders,
    ),
)
mastheads = st.builds(
    Masthead,
    symbol=st.none() | symbols | st.builds(Todo, texts),
    distribution=st.sampled_from(Distribution),
    date=st.none() | st.dates(date(2016, 1, 1), date(2030, 1, 1)) | st.builds(Todo, texts),
    original_language=st.none() | st.sampled_from(["fr", "en", "zh"]) | st.builds(Todo, texts),
    job_number=st.none() | st.just("16-12345") | st.builds(Todo, texts),
)


@st.composite
def meetings(draw: st.DrawFn, day: date) -> Meeting:
    """Draw a meeting of one day, whose statements are by its speakers."""
    speakers = [
        Speaker(
            person=draw(people), function=draw(functions), named=draw(st.booleans()), key=f"s{n}"
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    voices = st.sampled_from(["chair", "participants", *(speaker.key for speaker in speakers)])
    statements = st.builds(
        Statement, by=voices, paragraphs=st.lists(paragraphs, max_size=2).map(tuple)
    )
    return Meeting(
        date=draw(st.just(day) | st.builds(Todo, texts)),
        kind=draw(st.sampled_from(MeetingKind)),
        theme=draw(prose),
        subject=draw(st.none() | texts),
        annex_theme=draw(st.none() | prose),
        concept_note=draw(st.none() | symbols | st.builds(Todo, texts)),
        speakers=tuple(speakers),
        speakers_listed=draw(st.booleans()),
        in_annex=draw(st.booleans()),
        account=tuple(draw(st.lists(statements, max_size=3))),
    )


@st.composite
def reports(draw: st.DrawFn, most_meetings: int = 4) -> Report:
    """Draw a report: any body, any chair, any number of meetings."""
    start = draw(st.dates(date(2010, 1, 1), date(2030, 1, 1)))
    days = [start + timedelta(days=number) for number in range(draw(st.integers(0, most_meetings)))]
    return Report(
        body=draw(bodies),
        period=Period(start, start + timedelta(days=draw(st.integers(most_meetings, 400)))),
        chair=draw(
            st.builds(Todo, texts)
            | st.builds(
                Chair,
                person=people,
                function=functions,
                source=st.none() | symbols | st.builds(Todo, texts),
            )
        ),
        masthead=draw(mastheads),
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
    )
