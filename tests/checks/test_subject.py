"""What rules look at."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from rulespecimens import BARE

from reportgen.checks import Kind, Subject, Text
from reportgen.checks.subject import FILLER
from reportgen.messages import message
from reportgen.pipeline import render
from reportgen.records import (
    Conclusion,
    Function,
    Item,
    Meeting,
    MeetingWording,
    Paragraph,
    Period,
    Person,
    Previous,
    Speaker,
    Statement,
    Symbol,
    Todo,
)

SPEAKER = Speaker(person=Person(name="Eva Roy"), function=Function(title="Experte"))
REPORT = evolve(
    BARE,
    meetings=tuple(
        Meeting(
            date=date(2016, month, 1),
            theme="L’eau",
            concept_note=Symbol("S/2016/1"),
            speakers=(SPEAKER,),
            wording=MeetingWording(opening="Le {date}."),
            account=(
                Statement(
                    by="eva-roy",
                    paragraphs=(Paragraph(text="Ceci :", items=(Item(text="cela"),)),),
                ),
            ),
        )
        for month in (3, 4)
    ),
    conclusions=(Conclusion(text=Todo("la fin")), Conclusion(text="Fin.")),
    previous=Previous(period=Period.of_year(2015), history=("Avant.",)),
)


def test_every_text_of_the_records_is_seen_with_its_sort() -> None:
    """Facts, keys, holes and the year before are none; who speaks twice is seen once."""
    texts = Subject(REPORT, render(REPORT)).texts
    assert [(text.path, text.text, text.kind) for text in texts] == [
        (("body", "name"), "Comité de la paix", Kind.NAME),
        (("body", "short_name"), "Comité", Kind.NAME),
        (("body", "parent", "name"), "Conseil de sécurité", Kind.NAME),
        (("chair", "person", "name"), "Awa Diop", Kind.NAME),
        (("chair", "function", "title"), "Représentante permanente", Kind.FUNCTION),
        (("chair", "function", "of", "name"), "Sénégal", Kind.NAME),
        (("meetings", 0, "theme"), "L’eau", Kind.THEME),
        (("meetings", 0, "speakers", 0, "person", "name"), "Eva Roy", Kind.NAME),
        (("meetings", 0, "speakers", 0, "function", "title"), "Experte", Kind.FUNCTION),
        (("meetings", 0, "wording", "opening"), "Le {date}.", Kind.WORDING),
        (("meetings", 0, "account", 0, "paragraphs", 0, "text"), "Ceci :", Kind.VOICE),
        (("meetings", 0, "account", 0, "paragraphs", 0, "items", 0, "text"), "cela", Kind.VOICE),
        (("meetings", 1, "theme"), "L’eau", Kind.THEME),
        (("meetings", 1, "wording", "opening"), "Le {date}.", Kind.WORDING),
        (("meetings", 1, "account", 0, "paragraphs", 0, "text"), "Ceci :", Kind.VOICE),
        (("meetings", 1, "account", 0, "paragraphs", 0, "items", 0, "text"), "cela", Kind.VOICE),
        (("conclusions", 1, "text"), "Fin.", Kind.CONCLUSION),
    ]


def test_texts_can_be_asked_for_by_their_sort() -> None:
    """In the order of the records."""
    subject = Subject(REPORT, render(REPORT))
    assert [t.text for t in subject.texts_of(Kind.CONCLUSION, Kind.THEME)] == [
        "L’eau",
        "L’eau",
        "Fin.",
    ]


def test_the_page_is_seen_with_the_records_that_it_comes_from() -> None:
    """The words of the templates too, holes as they are shown."""
    passages = Subject(REPORT, render(REPORT)).passages
    seen = [(passage.path, passage.text) for passage in passages]
    assert (("meetings",), "Réunions du Comité") in seen
    assert (("meetings", 1, "account", 0, "paragraphs", 0, "items", 0), "cela.") in seen
    assert (("conclusions", 0), "[à compléter\u00a0: la fin]") in seen
    assert (("meetings", 0), "Eva Roy, Experte") in seen


def text(words: str) -> Text:
    """Make a text of some words."""
    return Text(("conclusions", 0, "text"), words, Kind.CONCLUSION, None)


def test_what_is_no_word_is_filled_and_offsets_stay() -> None:
    """Symbols, addresses, references and fields."""
    prose = text("Voir S/PRST/2001/3, par. [[axes]], {date} et https://un.org/fr.")
    gaps = {sign: FILLER * sign for sign in (13, 8, 6, 18)}
    assert prose.signs == f"Voir {gaps[13]}, par. {gaps[8]}, {gaps[6]} et {gaps[18]}"
    assert len(prose.signs) == len(prose.text)


def test_what_is_quoted_is_nobodys_own_wording() -> None:
    """Quotations may hold one another; an open one quotes nothing."""
    prose = text("Il dit « oui, « non » » et “si”, « enfin")
    assert prose.own == f"Il dit {FILLER * 16} et {FILLER * 4}, « enfin"
    assert prose.signs == prose.text


def test_a_slip_of_a_text_has_its_words() -> None:
    """By their span."""
    slip = text("ce qui qui rend").slip((3, 10), message("the text is empty"), fix="qui")
    assert (slip.path, slip.span, slip.words) == (("conclusions", 0, "text"), (3, 10), "qui qui")
