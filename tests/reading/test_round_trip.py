"""Properties: what is written is read back, and nothing but a ReadingError comes of nonsense."""

import json
import tempfile
from contextlib import suppress
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from strategies import plain_data

from reportgen.errors import ReadingError
from reportgen.reading import read_report
from reportgen.records import (
    Body,
    Chair,
    Conclusion,
    Founding,
    FoundingKind,
    Function,
    Gender,
    Introduction,
    Item,
    Masthead,
    Meeting,
    MeetingKind,
    MeetingWording,
    Number,
    Organization,
    Paragraph,
    Period,
    Person,
    Previous,
    Report,
    ReportWording,
    Speaker,
    SpeakerWording,
    Statement,
    Symbol,
    Todo,
)

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns letters around is refused, as control characters are."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
"""A text of these alone is refused, as an empty one is."""

texts = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Cn"], exclude_characters=f"\ufeff{TURNING}{INVISIBLE}"
    ),
    min_size=1,
    max_size=20,
).filter(str.strip) | st.sampled_from(["12", "true", "~", "Civils : liens", "- a", "{x}", "a\nb"])
todos = st.builds(Todo, texts)
prose = texts | todos
symbols = st.sampled_from([Symbol("S/2016/1019"), Symbol("A/70/95-S/2015/446")])
resolutions = st.sampled_from([Symbol("S/RES/2272 (2016)"), Symbol("S/RES/1540 (2004)")])
days = st.dates(date(2016, 1, 1), date(2016, 12, 31))
organizations = st.builds(
    Organization,
    name=texts,
    gender=st.sampled_from(Gender),
    number=st.sampled_from(Number),
    article=st.booleans(),
)
persons = st.builds(Person, name=prose, gender=st.sampled_from(Gender), rank=st.none() | texts)
functions = st.builds(Function, title=prose, of=st.none() | organizations)
items = st.builds(
    Item, text=prose, items=st.lists(st.builds(Item, text=prose), max_size=2).map(tuple)
)
paragraphs = st.builds(
    Paragraph,
    text=prose,
    items=st.lists(items, max_size=2).map(tuple),
    key=st.none() | st.just("a"),
)
speakers = st.builds(
    Speaker,
    person=persons,
    function=functions,
    named=st.booleans(),
    wording=st.builds(SpeakerWording, annex=st.none() | prose),
    key=st.sampled_from(["a", "b", "c"]),
)


@st.composite
def meetings(draw: st.DrawFn, theme: str) -> Meeting:
    """Draw a meeting in which only listed people speak."""
    listed = draw(st.lists(speakers, max_size=2, unique_by=lambda speaker: speaker.key))
    voices = ["chair", "participants", *(speaker.key for speaker in listed)]
    statements = st.builds(
        Statement,
        by=st.sampled_from(voices),
        paragraphs=st.lists(paragraphs, max_size=2).map(tuple),
    )
    return Meeting(
        date=draw(days | todos),
        kind=draw(st.sampled_from(MeetingKind)),
        theme=theme,
        concept_note=draw(st.none() | symbols | todos),
        presided_by=draw(st.none() | speakers),
        adopted=draw(st.none() | resolutions | symbols | todos),
        speakers=tuple(listed),
        in_annex=draw(st.booleans()),
        wording=MeetingWording(opening=draw(st.none() | prose), adopted=draw(st.none() | prose)),
        account=draw(st.lists(statements, max_size=2).map(tuple)),
    )


chairs = st.builds(
    Chair,
    person=persons,
    function=functions,
    period=st.none() | st.just(Period.of_year(2016)),
    source=st.none() | symbols,
)
presided_by_one = st.builds(
    Report,
    body=st.builds(
        Body,
        name=texts,
        short_name=st.none() | texts,
        gender=st.sampled_from(Gender),
        number=st.sampled_from(Number),
        parent=organizations,
        founding=st.none()
        | todos
        | st.builds(
            Founding, kind=st.just(FoundingKind.NOTE), symbol=symbols | todos, date=days | todos
        ),
    ),
    period=st.just(Period.of_year(2016)),
    chair=todos | chairs,
    masthead=st.builds(Masthead, symbol=st.none() | symbols | todos, job_number=st.none() | todos),
    renewal=st.none() | resolutions | todos,
    introduction=st.builds(Introduction, mandate=st.none() | prose),
    meetings=st.tuples(meetings("un"), meetings("deux")) | st.just(()),
    conclusions=st.lists(
        st.builds(Conclusion, text=prose, addressed_to=st.none() | organizations), max_size=2
    ).map(tuple),
    wording=st.builds(ReportWording, title=st.none() | prose, renewal=st.none() | prose),
    previous=st.none()
    | st.builds(
        Previous,
        period=st.just(Period.of_year(2015)),
        chair=st.none() | chairs,
        other_chairs=st.lists(chairs, max_size=2).map(tuple),
        symbols=st.lists(symbols, max_size=2).map(tuple),
        renewal=st.none() | resolutions,
        history=st.lists(texts, max_size=2).map(tuple),
    ),
)
reports = st.tuples(presided_by_one, st.lists(chairs, max_size=2)).map(
    lambda drawn: (
        attrs.evolve(drawn[0], other_chairs=tuple(drawn[1])) if drawn[0].chairs else drawn[0]
    )
)


def as_yaml(data: Any) -> str:
    """Write plain data as the YAML library does, in blocks: its braces it cannot always read."""
    stream = StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_unicode = True
    yaml.default_flow_style = False
    yaml.dump(data, stream)
    return stream.getvalue()


@pytest.mark.parametrize(("suffix", "dump"), [(".yaml", as_yaml), (".json", json.dumps)])
@given(report=reports)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_report_that_is_written_is_read_back_equal(
    suffix: str, dump: Any, report: Report
) -> None:
    """Nothing is lost or changed between records and files, in YAML and in JSON."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"all{suffix}")
        file.write_text(dump(plain_data(report)), encoding="utf-8")
        assert read_report(file).report == report


def read_bytes(content: bytes) -> None:
    """Read a report of one file with this content, and let a ReadingError pass."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "all.yaml")
        file.write_bytes(content)
        with suppress(ReadingError):
            read_report(file)


@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise_anything_but_a_reading_error(content: bytes) -> None:
    """A file of nonsense is the user's to mend."""
    read_bytes(content)


@given(
    lines=st.lists(
        st.text(st.sampled_from(" -:?[]{},&*!|>%@`\"'#\\\tab<é\u2028\r"), max_size=12), max_size=6
    )
)
@settings(max_examples=500, deadline=None)
def test_no_signs_of_yaml_raise_anything_but_a_reading_error(lines: list[str]) -> None:
    """Nor does a file of YAML's own signs."""
    read_bytes("\n".join(lines).encode())


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
names = sorted(
    {
        "todo",
        "organizations",
        *(name for kind in (Report, Body, Meeting, Speaker) for name in attrs.fields_dict(kind)),
    }
)


@given(
    data=st.dictionaries(
        st.sampled_from(names),
        values | st.dictionaries(st.sampled_from(names), values | st.lists(values, max_size=2)),
    )
)
@settings(max_examples=300, deadline=None)
def test_no_values_raise_anything_but_a_reading_error(data: dict[str, Any]) -> None:
    """Nor do values of any type under known keys."""
    read_bytes(as_yaml(data).encode("utf-8", "replace"))
