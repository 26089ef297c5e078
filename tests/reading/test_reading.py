"""Reports without faults: the forms that are accepted, and where each value stands."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from reportgen.errors import Place, ReadingError
from reportgen.reading import Reading, read_report
from reportgen.records import (
    Conclusion,
    Gender,
    Item,
    Number,
    Organization,
    Paragraph,
    Period,
    Person,
    Symbol,
    Todo,
)

Write: TypeAlias = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def reading(write: Write, report: str, meeting: str) -> Reading:
    """Read a report of one meeting."""
    return read_report(write({"report.yaml": report, "meetings/2016-04-28.yaml": meeting}))


def test_references_are_replaced_by_what_they_refer_to(reading: Reading) -> None:
    """Records hold values, and a registered speaker has the key of the registry."""
    assert reading.report.chair.function.of == Organization(  # type: ignore[union-attr]
        "Sénégal", Gender.MASCULINE, Number.SINGULAR, article=True
    )
    (speaker,) = reading.report.meetings[0].speakers
    assert (speaker.key, speaker.person) == (
        "khare",
        Person(name="Ana Khare", gender=Gender.FEMININE),
    )


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "r/report.yaml:1:1"),
        (("period",), "r/report.yaml:1:9"),
        (("period", "start"), "r/report.yaml:1:9"),
        (("chair", "function", "of"), "r/report.yaml:9:9"),
        (("chair", "function", "of", "name"), "r/report.yaml:12:11"),
        (("meetings", 0), "r/meetings/2016-04-28.yaml:1:1"),
        (("meetings", 0, "date"), "r/meetings/2016-04-28.yaml:1:7"),
        (("meetings", 0, "concept_note"), "r/meetings/2016-04-28.yaml:1:1"),
        (("meetings", 0, "speakers", 0), "r/meetings/2016-04-28.yaml:3:12"),
        (("meetings", 0, "speakers", 0, "person", "name"), "r/report.yaml:16:13"),
        (("meetings", 0, "account", 0, "paragraphs", 0, "text"), "r/meetings/2016-04-28.yaml:7:9"),
        (("meetings", 7, "date"), "r/report.yaml:1:1"),
        (("wording", "title"), "r/report.yaml:1:1"),
    ],
)
def test_every_value_has_a_place_and_a_missing_one_that_of_its_holder(
    reading: Reading, path: tuple[str | int, ...], place: str
) -> None:
    """What is registered stands in the registry; a reference stands where it is written."""
    assert str(reading.place(path)) == place


def test_the_registries_are_no_part_of_the_report(reading: Reading) -> None:
    """Their entries have the paths of what refers to them."""
    assert not {("organizations",), ("speakers",)} & reading.places.keys()
    assert reading.places["body", "name"] == Place("r/report.yaml", 3, 9)


def test_texts_may_stand_for_paragraphs_items_and_conclusions(write: Write, report: str) -> None:
    """The plain form, the long form, and a hole in either."""
    path = write(
        {
            "report.yaml": report
            + """
conclusions:
  - Une phrase.
  - {todo: conclure}
  - text: Une autre
    addressed_to: {name: France, gender: feminine}
    items: [a, {text: b, items: [c]}, {todo: d}]
"""
        }
    )
    france = Organization("France", Gender.FEMININE, Number.SINGULAR, article=True)
    items = (Item(text="a"), Item(text="b", items=(Item(text="c"),)), Item(text=Todo("d")))
    assert read_report(path).report.conclusions == (
        Conclusion(text="Une phrase."),
        Conclusion(text=Todo("conclure")),
        Conclusion(text="Une autre", addressed_to=france, items=items),
    )


def test_a_block_keeps_every_sign_and_no_last_line_break(write: Write, report: str) -> None:
    """The three sorts of block end alike."""
    blocks = "".join(f"\n  - {sort}\n    Civils : [liens]\n    - et\n" for sort in (">-", ">", "|"))
    path = write({"report.yaml": f"{report}conclusions:{blocks}"})
    assert read_report(path).report.conclusions == (
        Conclusion(text="Civils : [liens] - et"),
        Conclusion(text="Civils : [liens] - et"),
        Conclusion(text="Civils : [liens]\n- et"),
    )


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2016", Period.of_year(2016)),
        ('"2016"', Period.of_year(2016)),
        ("{start: 2016-07-01, end: '2017-06-30'}", Period(date(2016, 7, 1), date(2017, 6, 30))),
    ],
)
def test_a_period_is_a_year_or_two_days(
    write: Write, report: str, written: str, period: Period
) -> None:
    """In quotes or without."""
    path = write({"report.yaml": report.replace("2016", written)})
    assert read_report(path).report.period == period


OTHER_CHAIR = """\
other_chairs:
  - person: {name: Hanna Bekele, gender: feminine}
    function: {title: Ambassadeur}
    period: {start: 2016-07-01, end: 2016-12-31}
"""


def test_other_chairs_are_read_with_their_days(write: Write, report: str) -> None:
    """The first one has days of its own then."""
    first = "chair:\n  period: {start: 2016-01-01, end: 2016-06-30}"
    both = report.replace("chair:", first) + OTHER_CHAIR
    days = [chair.period for chair in read_report(write({"report.yaml": both})).report.chairs]
    assert days == [
        Period(date(2016, 1, 1), date(2016, 6, 30)),
        Period(date(2016, 7, 1), date(2016, 12, 31)),
    ]


def test_other_chairs_must_fit_the_calendar(write: Write, report: str) -> None:
    """That is told also where something else is wrong, at the days."""
    faulty = report.replace("period: 2016", "period: 2016\nlangage: fr") + OTHER_CHAIR
    with pytest.raises(ReadingError) as caught:
        read_report(write({"report.yaml": faulty}))
    assert [str(problem.place) for problem in caught.value.problems] == [
        "r/report.yaml:2:1",
        "r/report.yaml:23:13",
    ]


def test_the_founding_must_fit_the_calendar(write: Write, report: str) -> None:
    """That is told at its date, also where something else is wrong."""
    founding = "body:\n  founding: {kind: note, symbol: S/2017/1, date: 2017-01-01}"
    faulty = report.replace("body:", founding) + "langage: fr\n"
    with pytest.raises(ReadingError) as caught:
        read_report(write({"report.yaml": faulty}))
    assert [str(problem.place) for problem in caught.value.problems] == [
        "r/report.yaml:3:50",
        "r/report.yaml:20:1",
    ]


def test_other_chairs_that_cannot_be_read_are_told_once(write: Write, report: str) -> None:
    """Their days are not looked at then."""
    faulty = report + OTHER_CHAIR.replace("title:", "titel:")
    with pytest.raises(ReadingError) as caught:
        read_report(write({"report.yaml": faulty}))
    assert {problem.place.line for problem in caught.value.problems if problem.place} == {21}


def test_todos_symbols_and_booleans_are_read(write: Write, report: str, meeting: str) -> None:
    """Wherever the records allow them."""
    more = "concept_note: S/2016/1019\nin_annex: False\nsubject: {todo: dire le sujet}\n"
    path = write(
        {
            "report.yaml": report,
            "meetings/organisation.yaml": meeting.replace("2016-04-28", "{todo: date}") + more,
        }
    )
    (read,) = read_report(path).report.meetings
    assert (read.date, read.subject) == (Todo("date"), Todo("dire le sujet"))
    assert (read.concept_note, read.in_annex) == (Symbol("S/2016/1019"), False)


def test_speakers_may_be_written_out_where_they_speak(write: Write, report: str) -> None:
    """Their key comes from their name."""
    meeting = """
date: 2016-04-28
theme: a
speakers:
  - person: {name: Omar Hilale, gender: masculine}
    function: {title: Représentant permanent, of: {name: Maroc}}
account:
  - by: omar-hilale
    paragraphs: [Une phrase.]
"""
    reading = read_report(write({"report.yaml": report, "meetings/a.yaml": meeting}))
    assert reading.report.meetings[0].speakers[0].key == "omar-hilale"


def test_an_alias_repeats_a_value(write: Write, report: str) -> None:
    """It is read as if it were written out."""
    path = write({"report.yaml": f"{report}conclusions:\n  - &a Une phrase.\n  - *a\n"})
    assert read_report(path).report.conclusions == (Conclusion(text="Une phrase."),) * 2


def test_problems_come_in_the_order_of_files_and_lines(
    write: Write, report: str, meeting: str
) -> None:
    """Those of the whole first, then the report’s file, then the meetings by name."""
    path = write(
        {
            "report.yaml": report.replace("of: senegal", "of: senegall").replace("2016", "x"),
            "meetings/a.yaml": meeting.replace("Technologie", "3").replace("2016-04-28", "x"),
            "meetings/b.yaml": meeting.replace("khare", "x"),
            "meetings/c.yaml": "",
            "meetings/c.yml": "[",
        }
    )
    with pytest.raises(ReadingError) as caught:
        read_report(path)
    assert [str(problem.place) for problem in caught.value.problems] == [
        "r/report.yaml:1:9",
        "r/report.yaml:9:9",
        "r/meetings/a.yaml:1:7",
        "r/meetings/a.yaml:2:8",
        "r/meetings/b.yaml:3:12",
        "r/meetings/c.yaml",
        "r/meetings/c.yml",
        "r/meetings/c.yml:1:2",
    ]


def test_every_fault_has_an_excerpt_that_shows_its_column(
    write: Write, report: str, meeting: str
) -> None:
    """A long line is cut around the column."""
    line = f"{'mot ' * 30}: suite"
    path = write({"report.yaml": report, "meetings/a.yaml": meeting.replace("Technologie", line)})
    with pytest.raises(ReadingError) as caught:
        read_report(path)
    (problem,) = caught.value.problems
    shown, mark = problem.excerpt.splitlines()
    assert shown.startswith("…")
    assert shown[mark.index("^")] == ":"


def test_paragraphs_are_read_with_their_keys(write: Write, report: str, meeting: str) -> None:
    """A key is for references from other texts."""
    longer = meeting.replace("- Une phrase.", "- key: drones\n        text: Une phrase.")
    path = write({"report.yaml": report, "meetings/a.yaml": longer})
    assert read_report(path).report.meetings[0].account[0].paragraphs == (
        Paragraph(text="Une phrase.", key="drones"),
    )


def test_a_report_is_read_as_if_some_files_were_written_already(tmp_path: Path) -> None:
    """In their place or beside them, and no fault of theirs is missed."""
    (tmp_path / "report.yaml").write_text(
        "period: 2018\nbody: {name: Comité}\nchair: {todo: qui}\n", "utf-8"
    )
    first, second = tmp_path / "meetings/2018-01-01.yaml", tmp_path / "meetings/2018-02-02.yaml"
    ahead = {second: "date: 2018-02-02\ntheme: La mer\n", first: "date: 2018-01-01\ntheme: L’eau\n"}
    read = read_report(tmp_path, ahead=ahead)
    assert [meeting.theme for meeting in read.report.meetings] == ["L’eau", "La mer"]
    assert list(read.texts) == [str(tmp_path / "report.yaml"), str(first), str(second)]
    with pytest.raises(ReadingError, match=r"2018-01-01\.yaml:1"):
        read_report(tmp_path, ahead={first: "date: demain\n"})
