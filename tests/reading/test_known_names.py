"""States and organizations that need no entry, and genders that nobody wrote."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from reportgen.reading import read_report
from reportgen.records import Chair, Gender, Number, Organization

Told: TypeAlias = Callable[[Mapping[str, str | bytes]], str]
Write: TypeAlias = Callable[[Mapping[str, str | bytes]], Path]

SENEGAL = Organization("Sénégal", Gender.MASCULINE, Number.SINGULAR, article=True)
REPORT = """\
period: 2017
body: {name: Commission de l’eau}
chair:
  person: {name: Ana Luz}
  function: {title: Représentante permanente, of: WHERE}
"""
OWN = "organizations: {KEY: {name: NAME, gender: masculine}}\n"


def chair(path: Path) -> Chair:
    """Read a report, and give its chair."""
    read = read_report(path).report.chair
    assert isinstance(read, Chair)
    return read


@pytest.mark.parametrize("where", ["senegal", "Sénégal", "Senegal", "Сенегал", "塞内加尔"])
def test_a_state_needs_no_entry(write: Write, where: str) -> None:
    """By its key or by its name in any language; its place is that of the key."""
    path = write({"report.yaml": REPORT.replace("WHERE", where)})
    assert chair(path).function.of == SENEGAL
    place = read_report(path).place(("chair", "function", "of", "name"))
    assert str(place).endswith("report.yaml:5:51")


@pytest.mark.parametrize(
    ("key", "name"),
    [("senegal", "Sénégal de toujours"), ("Sénégal", "Pays"), ("sn", "Sénégal"), ("s", "Senegal")],
)
def test_the_entry_of_the_report_wins(write: Write, key: str, name: str) -> None:
    """Under whatever key it has, if it is the same State by its key or its name."""
    own = OWN.replace("KEY", key).replace("NAME", name)
    read = chair(write({"report.yaml": REPORT.replace("WHERE", "senegal") + own}))
    assert read.function.of == Organization(name, Gender.MASCULINE, Number.SINGULAR, article=True)


def test_a_title_tells_the_gender_and_the_name_of_the_body_its_own(write: Write) -> None:
    """As in « nommée Présidente de la Commission »."""
    path = write({"report.yaml": REPORT.replace("WHERE", "onu")})
    assert chair(path).person.gender is Gender.FEMININE
    assert read_report(path).report.body.gender is Gender.FEMININE


def test_what_nothing_tells_is_asked_with_all_other_faults(told: Told, meeting: str) -> None:
    """Once for a speaker who is registered, however often he speaks."""
    speakers = "speakers:\n  khare:\n    person: {name: Al Lee}\n    function: {title: Juge}\n"
    report = REPORT.replace("WHERE", "{name: Kosmos}").replace("title:", "titel:") + speakers
    files = {
        "report.yaml": report.replace("Commission", "Panoptès"),
        "meetings/2017-04-28.yaml": meeting.replace("2016", "2017"),
        "meetings/2017-04-29.yaml": meeting.replace("2016-04-28", "2017-04-29"),
    }
    assert [line for line in told(files).splitlines() if line.startswith("r/")] == [
        "r/report.yaml:2:14: nothing tells whether “Panoptès de l’eau” is masculine or feminine",
        "r/report.yaml:5:14: the key “titel” is not known",
        "r/report.yaml:8:20: nothing tells the gender of Al Lee",
    ]


def test_the_message_says_what_to_write(told: Told) -> None:
    """Beside the name, or by the words around it."""
    report = REPORT.replace("WHERE", "cuba").replace("Représentante permanente", "Commissaire")
    assert told({"report.yaml": report}) == (
        "r/report.yaml:4:18: nothing tells the gender of Ana Luz\n"
        "      person: {name: Ana Luz}\n"
        "                     ^\n"
        "  → Write “gender: masculine” or “gender: feminine” beside the name; a title in the"
        " feminine would tell it too, and so would “M.” or “Mme”."
    )


def test_a_language_that_is_unknown_is_told_and_what_is_known_stays_known(told: Told) -> None:
    """And no key is called unknown for it."""
    report = "language: xx\n" + REPORT.replace("WHERE", "senegal, accredited_to: onu")
    assert told({"report.yaml": report}).count("report.yaml:") == 1
