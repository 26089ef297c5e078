"""What is found in real reports, and what looked like a fault and is none."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from attrs import evolve
from places import INPUTS
from rulespecimens import BARE

from reportgen.checks import Finding, Severity, check
from reportgen.reading import read_report
from reportgen.records import (
    Conclusion,
    Function,
    Gender,
    Item,
    Meeting,
    Person,
    Speaker,
    Statement,
    Todo,
)
from reportgen.records import Paragraph as Prose


def found_in(words: str) -> list[tuple[str, str]]:
    """Give the codes and the words of what is found in one paragraph."""
    report = evolve(BARE, conclusions=(Conclusion(text=words),))
    return [(one.code, one.slip.words) for one in check(report).findings]


def at(finding: Finding) -> str:
    """Give the file and the line."""
    place = finding.place
    return f"{place.file.rpartition('/')[2]}:{place.line}" if place else ""


def test_the_report_of_2016_has_eleven_errors() -> None:
    """All true: the README lists them."""
    findings = check(read_report(INPUTS / "2016")).findings
    errors = [(one.code, at(one)) for one in findings if one.rule.severity == Severity.ERROR]
    assert errors == [
        ("GRAM004", "report.yaml:55"),
        ("FACT001", "report.yaml:157"),
        ("TYPO017", "2016-04-28.yaml:27"),
        ("FACT002", "2016-05-27.yaml:10"),
        ("FACT002", "2016-06-24.yaml:10"),
        *(("FACT001", f"2016-06-24.yaml:{line}") for line in (42, 50, 58, 73)),
        ("GRAM005", "2016-07-27.yaml:204"),
        ("TYPO024", "2016-07-27.yaml:207"),
    ]
    assert Counter(one.code for one in findings if one.rule.severity == Severity.WARNING) == {
        "TERM001": 4,
        "FACT007": 2,
        "FACT010": 2,
        "FACT009": 1,
        "FACT013": 1,
        "TERM002": 1,
        "TERM008": 1,
    }


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("Il a fait le point (voir par. 3 et 4.", ["("]),
        ("Il a fait le point (voir par. 3 a) et b).", ["("]),
        ("Il a parlé (en 2017) longuement) du Mali.", [")"]),
        ("Voir le [site](https://www.un.org/fr/) (en ligne depuis peu.", ["("]),
        ("Il a cité « l’eau (douce » et le sel).", ["»", "«"]),
        ("Les points a) et b) sont clos (voir par. 6 b) ii)).", []),
    ],
)
def test_a_bracket_that_nothing_closes_is_found(words: str, signs: list[str]) -> None:
    """However many labels and links stand around it."""
    assert sorted(said for code, said in found_in(words) if code == "TYPO020") == sorted(signs)


def test_a_word_that_may_be_parted_at_its_end_is_one_word() -> None:
    """Its soft hyphen is named for what it is, and makes no two words of it."""
    right, wrong = "contin\u00adgents", "contin\u00adgants"
    assert found_in(f"Les {right} sont là.") == [("TYPO023", right)]
    assert sorted(found_in(f"Les {wrong} sont là.")) == [("SPEL001", wrong), ("TYPO023", wrong)]


def test_a_quotation_may_go_on_through_a_list() -> None:
    """It is opened in the paragraph and closed in the last item."""
    items = (Item(text="La paix"), Item(text="Le pain »"))
    conclusion = Conclusion(text="Il a dit : « Je veux :", items=items)
    assert [one.code for one in check(evolve(BARE, conclusions=(conclusion,))).findings] == []


def test_a_speaker_without_a_name_yet_is_called_by_the_title() -> None:
    """No value of the program is shown to a drafter."""
    speaker = Speaker(
        person=Person(name=Todo("le nom"), gender=Gender.FEMININE),
        function=Function(title="Coordonnatrice"),
        key="coordonnatrice",
    )
    meeting = Meeting(
        date=date(2016, 3, 1),
        theme="L’eau",
        speakers=(speaker,),
        account=(Statement(by="chair", paragraphs=(Prose(text="Elle a parlé."),)),),
    )
    (finding,) = check(evolve(BARE, meetings=(meeting,))).findings
    assert (finding.code, finding.slip.words) == ("FACT005", "Coordonnatrice")


def test_the_name_of_a_siglum_is_that_of_a_known_organization() -> None:
    """A siglum that nobody explained is explained with it; one that was explained stands for it."""
    assert found_in("L’ONUCI est partie. L’ONUCI a plié bagage.") == [("TERM002", "ONUCI")]
    name = "Opération des Nations Unies en Côte d’Ivoire"
    again = f"L’{name} (ONUCI) est là. L’ONUCI reste. L’{name} agit."
    assert found_in(again) == [("TERM005", name)]
