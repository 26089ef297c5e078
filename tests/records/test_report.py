"""Meetings, reports, and the holes in them."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from attrs import evolve

from reportgen.errors import RecordError
from reportgen.messages import speaking
from reportgen.records import (
    Annex,
    Body,
    Chair,
    Founding,
    FoundingKind,
    Function,
    Hole,
    Letter,
    Masthead,
    Meeting,
    MeetingKind,
    Paragraph,
    Period,
    Person,
    Previous,
    Report,
    Speaker,
    Statement,
    Symbol,
    Table,
    Todo,
    holes,
)

BODY = Body(name="Comité d’étude")
CHAIR = Chair(person=Person(name="A. Sow"), function=Function(title="Représentante permanente"))
DWAN = Speaker(person=Person(name="Renata Dwan"), function=Function(title="Cheffe"))


def report(*meetings: Meeting) -> Report:
    """Make a report of 2016 with these meetings."""
    return Report(body=BODY, period=Period.of_year(2016), chair=CHAIR, meetings=meetings)


def problems(error: RecordError) -> list[str]:
    """Say the faults in English, each on one line."""
    with speaking("en"):
        return [str(problem).splitlines()[0] for problem in error.problems]


def test_a_speaker_is_referred_to_by_the_letters_of_the_name() -> None:
    """Accents and spaces do not count."""
    person = Person(name="Général Évariste d’Hô")
    speaker = Speaker(person=person, function=Function(title="Chef"))
    assert speaker.key == "general-evariste-dho"


def test_a_statement_by_someone_who_is_not_listed_is_refused() -> None:
    """The keys that there are are told."""
    with pytest.raises(RecordError) as caught:
        Meeting(
            date=date(2016, 4, 28),
            theme="La paix",
            speakers=(DWAN,),
            account=(Statement(by="chair"), Statement(by="dwan")),
        )
    assert problems(caught.value) == [
        "account.1.by: “dwan” is not among the speakers of the meeting"
    ]
    with speaking("en"):
        assert "Use one of: chair, participants, renata-dwan." in str(caught.value)


def test_a_speaker_listed_twice_is_refused() -> None:
    """Each speaker stands once."""
    with pytest.raises(RecordError) as caught:
        Meeting(date=date(2016, 4, 28), theme="La paix", speakers=(DWAN, DWAN))
    assert problems(caught.value) == ["speakers.1: the speaker “renata-dwan” is listed twice"]


def test_speakers_without_a_name_yet_are_no_duplicates() -> None:
    """Nor are names that give no key."""
    nobody = Speaker(person=Person(name=Todo("le nom")), function=Function(title="Chef"))
    other = Speaker(person=Person(name="和平"), function=Function(title="Chef"))
    made = Meeting(date=date(2016, 4, 28), theme="La paix", speakers=(nobody, nobody, other))
    assert [speaker.key for speaker in made.speakers] == ["", "", ""]


@pytest.mark.parametrize("key", ["a b", "[[a]]", ""])
def test_a_key_that_no_reference_could_name_is_refused(key: str) -> None:
    """References end at a space or a bracket."""
    with pytest.raises(RecordError) as caught:
        Paragraph(text="x", key=key)
    assert problems(caught.value) == [f"key: “{key}” cannot be a key"]


@pytest.mark.parametrize("symbol", ["S/PRST/2001/3", "S/RES/1540"])
def test_a_resolution_is_cited_by_number_and_year(symbol: str) -> None:
    """The sentence on the founding needs both."""
    with pytest.raises(RecordError, match="S/RES/1540"):
        Founding(kind=FoundingKind.RESOLUTION, symbol=Symbol(symbol), date=date(2004, 4, 28))


@pytest.mark.parametrize(
    "make",
    [
        lambda symbol: Report(
            body=BODY, period=Period.of_year(2016), chair=CHAIR, renewal=Symbol(symbol)
        ),
        lambda symbol: Previous(period=Period.of_year(2015), renewal=Symbol(symbol)),
    ],
    ids=["report", "previous"],
)
@pytest.mark.parametrize("symbol", ["S/PRST/2001/3", "S/RES/2272", "S/RES/2272 (2016)-A/70/95"])
def test_a_mandate_is_renewed_by_a_resolution(make: Callable[[str], object], symbol: str) -> None:
    """By its number and year, this year and the year before; other documents renew nothing."""
    with pytest.raises(RecordError) as caught:
        make(symbol)
    assert problems(caught.value) == [f"renewal: “{symbol}” is not a resolution of the Council"]
    assert make("S/RES/2272 (2016)")


def test_a_renewal_may_still_be_open_and_the_year_before_may_be_unknown() -> None:
    """A hole in this year's report; nothing at all of the last one but its period."""
    made = Report(
        body=BODY, period=Period.of_year(2016), chair=CHAIR, renewal=Todo("la résolution")
    )
    assert list(holes(made)) == [Hole(("renewal",), Todo("la résolution"))]
    assert made.previous is None
    before = Previous(period=Period.of_year(2015))
    assert (before.chair, before.symbols, before.renewal, before.history) == (None, (), None, ())


def test_a_thematic_meeting_needs_a_theme_and_an_organizational_one_does_not() -> None:
    """The kind decides."""
    with pytest.raises(RecordError):
        Meeting(date=date(2016, 4, 28))
    assert Meeting(date=date(2016, 1, 8), kind=MeetingKind.ORGANIZATIONAL).theme is None


def test_all_faults_of_the_calendar_are_told_at_once() -> None:
    """Outside the period, and twice the same, whatever the blanks and the capitals."""
    with pytest.raises(RecordError) as caught:
        report(
            Meeting(date=date(2015, 4, 28), theme="La paix"),
            Meeting(date=date(2016, 4, 28), theme="La paix"),
            Meeting(date=date(2016, 4, 28), theme="La guerre"),
            Meeting(date=date(2016, 4, 28), theme="La paix"),
            Meeting(date=date(2016, 4, 28), theme="la  PAIX"),
        )
    assert problems(caught.value) == [
        "meetings.0.date: the meeting of 2015-04-28 lies outside the period, 2016-01-01 to 2016-12-31",  # noqa: E501 -- one message
        "meetings.3.date: two meetings have the date 2016-04-28 and the same theme",
        "meetings.4.date: two meetings have the date 2016-04-28 and the same theme",
    ]


def days(start: str, end: str) -> Period:
    """Make a period of two days as YAML writes them."""
    return Period(date.fromisoformat(start), date.fromisoformat(end))


FIRST_HALF, SECOND_HALF = days("2016-01-01", "2016-06-30"), days("2016-07-01", "2016-12-31")


@pytest.mark.parametrize(
    ("first", "others"),
    [
        (None, []),
        (FIRST_HALF, [SECOND_HALF]),
        (None, [None]),
        (FIRST_HALF, [FIRST_HALF, SECOND_HALF, SECOND_HALF]),
        (None, [Period.of_year(2016)]),
        (days("2016-01-01", "2016-03-01"), [days("2016-03-02", "2016-03-02"), SECOND_HALF]),
        (SECOND_HALF, []),
    ],
)
def test_chairs_follow_one_another_or_preside_together(
    first: Period | None, others: list[Period | None]
) -> None:
    """Days without a chair are a fact of life."""
    chairs = [evolve(CHAIR, period=period) for period in (first, *others)]
    made = Report(
        body=BODY, period=Period.of_year(2016), chair=chairs[0], other_chairs=tuple(chairs[1:])
    )
    assert made.chairs == tuple(chairs)


LATE = "other_chairs.1.period: the days of a chair, 2016-07-01 to 2017-01-01, go beyond the period"


@pytest.mark.parametrize(
    ("first", "others", "told"),
    [
        (days("2015-12-31", "2016-06-30"), [],
         ["chair.period: the days of a chair, 2015-12-31 to 2016-06-30, go beyond the period"]),
        (FIRST_HALF, [days("2016-06-30", "2016-12-31")],
         ["other_chairs.0.period: two chairs have days in common, and not all of them"]),
        (SECOND_HALF, [FIRST_HALF],
         ["other_chairs.0.period: two chairs have days in common, and not all of them"]),
        (FIRST_HALF, [None, days("2016-07-01", "2017-01-01")],
         ["other_chairs.0: two chairs have days in common, and not all of them",
          LATE]),
    ],
)  # fmt: skip
def test_chairs_that_the_calendar_cannot_hold_are_refused(
    first: Period, others: list[Period | None], told: list[str]
) -> None:
    """All at once, each where it stands."""
    with pytest.raises(RecordError) as caught:
        Report(
            body=BODY,
            period=Period.of_year(2016),
            chair=evolve(CHAIR, period=first),
            other_chairs=tuple(evolve(CHAIR, period=period) for period in others),
        )
    assert [said.removesuffix(" of the report") for said in problems(caught.value)] == told


@pytest.mark.parametrize("day", [date(2001, 1, 31), date(2016, 12, 31), Todo("la date")])
def test_a_body_is_set_up_before_its_report_ends(day: date | Todo) -> None:
    """Within its first period at the latest."""
    founding = Founding(kind=FoundingKind.NOTE, symbol=Symbol("S/2016/1"), date=day)
    body = evolve(BODY, founding=founding)
    assert Report(body=body, period=Period.of_year(2016), chair=CHAIR).body.founding == founding


def test_a_body_that_was_set_up_after_the_period_is_refused() -> None:
    """It could not have met in it."""
    founding = Founding(kind=FoundingKind.NOTE, symbol=Symbol("S/2017/1"), date=date(2017, 1, 1))
    with pytest.raises(RecordError) as caught:
        Report(body=evolve(BODY, founding=founding), period=Period.of_year(2016), chair=Todo("qui"))
    (told,) = problems(caught.value)
    assert told == (
        "body.founding.date: the body was set up on 2017-01-01, after the period of its report,"
        " which ends on 2016-12-31"
    )


def test_other_chairs_follow_a_first_one() -> None:
    """Whoever that was must be written down, if only with holes."""
    with pytest.raises(RecordError) as caught:
        Report(
            body=BODY, period=Period.of_year(2016), chair=Todo("qui"), other_chairs=(CHAIR, CHAIR)
        )
    assert problems(caught.value) == [
        "other_chairs: there are other chairs, and the first one is not given"
    ]


def test_nobody_chairs_while_the_chair_is_open() -> None:
    """Of the year before, as many are known as are told."""
    assert Report(body=BODY, period=Period.of_year(2016), chair=Todo("qui")).chairs == ()
    before = Period.of_year(2015)
    assert Previous(period=before).chairs == ()
    assert Previous(period=before, chair=CHAIR, other_chairs=(CHAIR,)).chairs == (CHAIR, CHAIR)


def test_a_meeting_without_a_date_yet_is_no_fault() -> None:
    """A hole has no place in the calendar."""
    made = report(Meeting(date=Todo("la date"), theme="La paix"))
    assert list(holes(made)) == [Hole(("meetings", 0, "date"), Todo("la date"))]


def test_holes_are_found_wherever_they_are() -> None:
    """In facts and in prose, in the order of the records."""
    made = Report(
        body=BODY,
        period=Period.of_year(2016),
        chair=Todo("le nom"),
        masthead=Masthead(symbol=Todo("la cote"), date=date(2016, 12, 30)),
        meetings=(
            Meeting(
                date=date(2016, 4, 28),
                theme="La paix",
                concept_note=Symbol("S/2016/1"),
                account=(Statement(by="chair", paragraphs=(Paragraph(text=Todo("le débat")),)),),
            ),
        ),
    )
    assert [hole.path for hole in holes(made)] == [
        ("chair",),
        ("masthead", "symbol"),
        ("meetings", 0, "account", 0, "paragraphs", 0, "text"),
    ]


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (
            lambda: Meeting(date="2017-01-01", theme="x"),  # type: ignore[arg-type]
            "date: found '2017-01-01', expected date | Todo",
        ),
        (
            lambda: Meeting(date=datetime(2017, 1, 1, tzinfo=UTC), theme="x"),
            (
                "date: found datetime.datetime(2017, 1, 1, 0, 0, tzinfo=datetime.timezone.utc),"
                " expected date | Todo"
            ),
        ),
        (
            lambda: Table(heads=("a",), widths=(True,)),
            "widths: found (True,), expected tuple[int, ...]",
        ),
        (
            lambda: Paragraph(text=3),  # type: ignore[arg-type]
            "text: found 3, expected str | Todo",
        ),
        (
            lambda: Statement(by="chair", paragraphs=("abc",)),  # type: ignore[arg-type]
            "paragraphs: found ('abc',), expected tuple[Paragraph, ...]",
        ),
        (
            lambda: Person(name="a", gender="f"),  # type: ignore[arg-type]
            "gender: found 'f', expected Gender | None",
        ),
    ],
)
def test_a_value_of_another_type_is_refused_where_it_is_given(
    make: Callable[[], object], fault: str
) -> None:
    """A script learns it from the record, not from a template."""
    with pytest.raises(RecordError) as caught:
        make()
    assert problems(caught.value) == [fault]


@pytest.mark.parametrize("number", ["16-12345", "05-35610", "GE.16-12345"])
def test_a_job_number_is_a_year_and_a_number(number: str) -> None:
    """As documents bear it."""
    assert Masthead(job_number=number).job_number == number


@pytest.mark.parametrize(
    "number", ["1612345", "16-1234", "16-12345 (F)", "16-12345*", "N° 16-12345"]
)
def test_what_is_no_job_number_is_refused(number: str) -> None:
    """No bars could say it."""
    with pytest.raises(RecordError) as caught:
        Masthead(job_number=number)
    assert problems(caught.value) == [f"job_number: “{number}” is not a job number"]


@pytest.mark.parametrize(
    "make",
    [
        lambda code: Masthead(original_language=code),
        lambda code: Letter(date=date(2017, 1, 1), original_language=code),
        lambda code: Annex(table=Table(heads=("État",)), original_language=code),
    ],
)
def test_an_original_language_is_told_by_its_code(make: Callable[[str], object]) -> None:
    """Or by its name; another word would stand on the page as it was typed."""
    assert make("pt")
    assert make("anglais") == make("en")
    with pytest.raises(RecordError) as caught:
        make("volapük")
    found = "original_language: “volapük” is not the code of a language"
    assert problems(caught.value) == [found]


@pytest.mark.parametrize(
    ("symbol", "reissues", "job_number_bears", "symbol_bears_more"),
    [
        (Symbol("S/2014/258"), 0, "", ""),
        (Symbol("S/2014/258"), 1, "*", "*"),
        (Symbol("S/2014/258*"), 1, "*", ""),
        (Symbol("S/2012/197***"), 3, "***", ""),
        (Symbol("S/2012/197"), 3, "***", "***"),
        (Symbol("S/2014/258*"), 0, "", ""),
        (Todo("la cote"), 1, "*", "*"),
        (None, 1, "*", ""),
    ],
)
def test_each_reissue_is_an_asterisk(
    symbol: Symbol | Todo | None, reissues: int, job_number_bears: str, symbol_bears_more: str
) -> None:
    """After the job number, and after a symbol that is written without."""
    made = Masthead(symbol=symbol, reissued=(date(2014, 4, 15),) * reissues)
    assert (made.asterisks, made.symbol_asterisks) == (job_number_bears, symbol_bears_more)


def test_asterisks_that_no_reissue_explains_are_refused() -> None:
    """Two are written, the day of one is known."""
    with pytest.raises(RecordError) as caught:
        Masthead(symbol=Symbol("S/2014/258**"), reissued=(date(2014, 4, 15),))
    assert problems(caught.value) == [
        "reissued: the symbol bears 2 asterisks, and the days of 1 reissues are recorded"
    ]
