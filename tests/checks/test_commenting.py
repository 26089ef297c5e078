"""Findings at the words of the page."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from rulespecimens import BARE

from reportgen.checks import Finding, Slip, Subject, comments_on, rule
from reportgen.errors import RecordPath
from reportgen.messages import message, speaking
from reportgen.pipeline import render
from reportgen.records import (
    Conclusion,
    Function,
    Meeting,
    Person,
    Report,
    Speaker,
    Statement,
)
from reportgen.records import Paragraph as Prose

NO_BREAK = "\u00a0"
REPORT = evolve(
    BARE,
    meetings=tuple(
        Meeting(
            date=date(2016, month, 1),
            theme="L’eau et la paix",
            speakers=(Speaker(person=Person(name="Eva Roy"), function=Function(title="Experte")),),
            account=(
                Statement(by="chair", paragraphs=(Prose(text="Il l'a dit : « oui ».", key=key),)),
            ),
        )
        for month, key in ((3, "dit"), (4, None))
    ),
    conclusions=(Conclusion(text="Voir par. [[dit]], ce qui qui suit, ce qui qui vient."),),
)
DOCUMENT = render(REPORT)


@rule("TEST001", source=message("usage of the house"))
def nothing(subject: Subject) -> list[Slip]:
    """Nothing is wrong."""
    del subject
    return []


def shown(path: RecordPath, words: str = "", start: int | None = None) -> tuple[str, str]:
    """Give the passage that a finding is said of, and its words there."""
    span = None if start is None else (start, start + len(words))
    slip = Slip(path=path, words=words, span=span, what=message("the text is empty"))
    (comment,) = comments_on(REPORT, DOCUMENT, [Finding(rule=nothing, slip=slip)])
    passage = Subject(REPORT, DOCUMENT).passages[comment.passage].text
    return passage, passage[comment.start : comment.end]


SAID = f"Il l’a dit{NO_BREAK}: «{NO_BREAK}oui{NO_BREAK}»."


def test_words_are_found_as_the_page_shows_them() -> None:
    """With its spaces, its apostrophes, and its numbers."""
    prose = ("meetings", 1, "account", 0, "paragraphs", 0, "text")
    assert shown(prose, "l'a dit : « oui »") == (SAID, SAID[3:-1])
    passage, words = shown(("conclusions", 0, "text"), "Voir par. [[dit]], ce")
    assert words == passage[: passage.index(" qui")]


def test_of_several_the_one_of_the_record_is_meant() -> None:
    """The second « qui qui » of the text is the second of the page."""
    text = str(REPORT.conclusions[0].text)
    passage, words = shown(("conclusions", 0, "text"), "qui qui", text.rindex("qui qui"))
    assert words == "qui qui"
    slip = Slip(
        path=("conclusions", 0, "text"),
        words="qui qui",
        span=(text.rindex("qui qui"), text.rindex("qui qui") + 7),
        what=message("the text is empty"),
    )
    (comment,) = comments_on(REPORT, DOCUMENT, [Finding(rule=nothing, slip=slip)])
    assert comment.start == passage.rindex("qui qui")


def test_a_value_without_a_passage_of_its_own_is_found_in_what_holds_it() -> None:
    """As the title of a speaker, in the paragraph that names the speakers."""
    title = ("meetings", 1, "speakers", 0, "function", "title")
    passage, words = shown(title, "Experte")
    assert (passage[:9], words) == ("L’Experte", "Experte")


def test_what_the_page_does_not_show_is_said_of_the_whole_passage() -> None:
    """Or of the first part of what it concerns, or of the title."""
    assert shown(("conclusions", 0, "text"), "jamais") == (
        shown(("conclusions", 0, "text"))[0],
        "",
    )
    assert shown(("meetings", 1, "account", 0))[0] == SAID
    assert shown(())[0].startswith("Rapport sur les activités")
    assert shown(("masthead", "symbol"))[0].startswith("Rapport sur les activités")


def test_a_comment_says_what_a_finding_says() -> None:
    """Its code, what is wrong, what to write instead, the source."""
    slip = Slip(path=(), what=message("the text is empty"), instead="oui")
    with speaking("fr"):
        (comment,) = comments_on(REPORT, DOCUMENT, [Finding(rule=nothing, slip=slip)])
    assert comment.lines == (
        f"TEST001{NO_BREAK}: le texte est vide",
        "→ oui",
        "(usage de la maison)",
    )


def test_a_page_without_words_bears_no_comments() -> None:
    """There is nowhere to put them."""
    slip = Slip(path=(), what=message("the text is empty"))
    empty = evolve(DOCUMENT, blocks=())
    report: Report = REPORT
    assert comments_on(report, empty, [Finding(rule=nothing, slip=slip)]) == ()
