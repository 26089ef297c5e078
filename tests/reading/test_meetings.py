"""Meetings: each in its file, on its day, in the period."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest

from reportgen.reading import read_report

Told: TypeAlias = Callable[[Mapping[str, str | bytes]], str]


def test_a_meeting_of_another_kind_needs_no_theme_even_among_other_faults(told: Told) -> None:
    """Only the date is at fault."""
    assert told({"meetings/a.yaml": "kind: joint\ndate: x\n"}) == (
        "r/meetings/a.yaml:2:7: “x” is not a date with its year\n"
        "    date: x\n"
        "          ^\n"
        "  → Write the year, the month and the day, for example 2016-04-28."
    )


def test_a_meeting_of_an_unknown_kind_may_need_no_theme(told: Told) -> None:
    """Only the kind is at fault."""
    assert told({"meetings/a.yaml": "kind: x\ndate: 2016-01-01\n"}) == (
        "r/meetings/a.yaml:1:7: “x” is not one of: organizational, thematic, informal,"
        " joint, special, debate\n"
        "    kind: x\n"
        "          ^\n"
        "  → Write one of them."
    )


def test_a_meeting_outside_the_period_is_told_even_among_other_faults(
    told: Told, meeting: str
) -> None:
    """The date is known, the theme is not."""
    assert told(
        {"meetings/a.yaml": meeting.replace("2016-04", "2017-04").replace("Technologie", "3")}
    ) == (
        "r/meetings/a.yaml:1:7: the meeting of 2017-04-28 lies outside the period,"
        " 2016-01-01 to 2016-12-31\n"
        "    date: 2017-04-28\n"
        "          ^\n"
        "  → Correct the date, or the period of the report.\n"
        "r/meetings/a.yaml:2:8: found the number 3, expected a text\n"
        "    theme: 3\n"
        "           ^\n"
        "  → If it is a text, put it in quotes: '3'."
    )


def test_two_meetings_of_one_day_and_theme_are_told_at_the_second(told: Told, meeting: str) -> None:
    """One of them is a copy."""
    assert told({"meetings/2016-04-28.yaml": meeting, "meetings/b.yaml": meeting}) == (
        "r/meetings/b.yaml:1:7: two meetings have the date 2016-04-28 and the same theme\n"
        "    date: 2016-04-28\n"
        "          ^\n"
        "  → Delete one of them, or correct its date or theme."
    )


def test_a_file_named_after_another_day_is_told(told: Told, meeting: str) -> None:
    """One of the two days is wrong."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "2016-04-29")}) == (
        "r/meetings/2016-04-28.yaml:1:7: the meeting is dated 2016-04-29, and its file"
        " is named 2016-04-28\n"
        "    date: 2016-04-29\n"
        "          ^\n"
        "  → Correct the date, or the name of the file."
    )


def test_two_meetings_in_one_file_are_told_when_they_are_a_list(told: Told) -> None:
    """One file tells one meeting."""
    assert told({"meetings/2016-04-28.yaml": "- date: 2016-04-28\n"}) == (
        "r/meetings/2016-04-28.yaml:1:1: found a list, where one meeting was expected\n"
        "    - date: 2016-04-28\n"
        "    ^\n"
        "  → Put each meeting into a file of its own."
    )


def test_two_meetings_in_one_file_are_told_when_dashes_part_them(told: Told, meeting: str) -> None:
    """Likewise."""
    assert told({"meetings/2016-04-28.yaml": meeting + "---\n" + meeting}) == (
        "r/meetings/2016-04-28.yaml:8:1: “---” begins a second document in the file\n"
        "    ---\n"
        "    ^\n"
        "  → Put what follows into a file of its own: one file tells one meeting."
    )


def test_a_file_that_is_no_meeting_is_told(told: Told) -> None:
    """What was found is named."""
    assert told({"meetings/a.yaml": "Une phrase.\n"}) == (
        "r/meetings/a.yaml:1:1: found the text “Une phrase.”, expected keys and values"
        " (date, kind, theme, subject, annex_theme, concept_note, presided_by,"
        " adopted, speakers, speakers_listed, in_annex, wording, account, accept)\n"
        "    Une phrase.\n"
        "    ^"
    )


def test_an_empty_file_is_told(told: Told) -> None:
    """It has no line to point at."""
    assert told({"meetings/2016-04-28.yaml": "# rien\n"}) == (
        "r/meetings/2016-04-28.yaml: the file is empty\n  → Write the file, or delete it."
    )


def test_meetings_in_the_report_file_too_are_told(told: Told, meeting: str, report: str) -> None:
    """They would be lost."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting, "report.yaml": report + "meetings: []\n"}
    ) == (
        "r/report.yaml:19:1: meetings stand both here and in the folder “meetings”\n"
        "    meetings: []\n"
        "    ^\n"
        "  → Move these into files of that folder."
    )


def test_meetings_in_one_file_are_a_list(told: Told, report: str) -> None:
    """Not keys."""
    assert told({"report.yaml": report + "meetings: {a: b}\n"}) == (
        "r/report.yaml:19:11: found keys and values, expected a list\n"
        "    meetings: {a: b}\n"
        "              ^"
    )


def test_a_meeting_in_one_file_has_its_faults_told_in_place(told: Told, report: str) -> None:
    """As those of a folder."""
    assert told({"report.yaml": report + "meetings:\n  - date: 2017-01-01\n    theme: a\n"}) == (
        "r/report.yaml:20:11: the meeting of 2017-01-01 lies outside the period,"
        " 2016-01-01 to 2016-12-31\n"
        "      - date: 2017-01-01\n"
        "              ^\n"
        "  → Correct the date, or the period of the report."
    )


def test_two_files_of_one_name_are_told(told: Told, meeting: str) -> None:
    """Which one holds is unknown."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting,
            "meetings/2016-04-28.yml": meeting.replace("Techno", "Bio"),
        }
    ) == (
        "r/meetings/2016-04-28.yml: 2016-04-28.yaml, 2016-04-28.yml are two files for"
        " one thing\n"
        "  → Keep one of them."
    )


@pytest.mark.parametrize(
    "spoken",
    [
        "date: 28/04/2016\nkind: informelle\nin_annex: oui\n",
        "date: jeudi 28 avril 2016\nkind: INFORMEL\nin_annex: VRAI\n",
        "date: 28 avr. 2016\nkind: Informal\nin_annex: 'true'\n",
    ],
)
def test_french_values_are_taken_as_the_programme_takes_them(
    write: Callable[[Mapping[str, str]], Path], report: str, meeting: str, spoken: str
) -> None:
    """Days, kinds, genders, numbers, languages, yes and no."""
    furniture = "language: français\nmasthead: {original_language: Anglais}\n"
    told = report.replace(
        "name: Sénégal", "name: Sénégal\n    gender: féminin\n    number: pluriel"
    )
    after = meeting.replace("2016-04-28", "1er mai 2016").replace("Technologie", "Après")
    path = write(
        {
            "report.yaml": furniture + told,
            "meetings/a.yaml": after,
            "meetings/b.yaml": meeting.replace("date: 2016-04-28\n", spoken),
        }
    )
    made = read_report(path).report
    first, second = made.meetings
    assert (first.date, first.kind, first.in_annex) == (date(2016, 4, 28), "informal", True)
    assert (second.date, second.theme) == (date(2016, 5, 1), "Après")
    assert (made.language, made.masthead.original_language) == ("fr", "en")
    of = made.chair.function.of
    assert (of.gender, of.number) == ("feminine", "plural")
