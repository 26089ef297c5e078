"""Letters and annexes as a drafter types them, and what is wrong with them."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from reportgen.reading import read_report
from reportgen.records import (
    Addressee,
    Annex,
    Function,
    Gender,
    Letter,
    MeetingsAnnex,
    Number,
    Organization,
    Paragraph,
    Person,
    Sender,
    Table,
    Todo,
)

Told = Callable[[Mapping[str, str | bytes]], str]
Write = Callable[[Mapping[str, str | bytes]], Path]

LETTER = """\
letter:
  date: 2016-12-28
  sender:
    person: {name: Éva Åberg, gender: feminine}
    function: {title: Représentante permanente, of: senegal}
  addressee: {gender: feminine}
  paragraphs:
    - J’ai l’honneur de vous écrire.
  original_language: en
"""
ANNEXES = """\
meetings_annex: {label: Appendice I}
annexes:
  - title: Contingents
    landscape: true
    table:
      heads: [État, Contingents]
      widths: [2, 1]
      rows:
        - [Sénégal, '1 200']
        - - Maroc
          - todo: le nombre
"""


SENEGAL = Organization("Sénégal", Gender.MASCULINE, Number.SINGULAR, article=True)


def test_a_letter_is_read_with_its_sender(write: Write, report: str) -> None:
    """Organizations are referred to by their keys, as everywhere."""
    assert read_report(write({"report.yaml": report + LETTER})).report.letter == Letter(
        date=date(2016, 12, 28),
        sender=Sender(
            person=Person(name="Éva Åberg", gender=Gender.FEMININE),
            function=Function(title="Représentante permanente", of=SENEGAL),
        ),
        addressee=Addressee(gender=Gender.FEMININE),
        paragraphs=(Paragraph(text="J’ai l’honneur de vous écrire."),),
        original_language="en",
    )


def test_a_letter_may_be_a_todo(write: Write, report: str) -> None:
    """As long as nobody knows more."""
    text = f"{report}letter: {{todo: la lettre}}\n"
    assert read_report(write({"report.yaml": text})).report.letter == Todo("la lettre")


def test_annexes_are_read_with_their_tables(write: Write, report: str) -> None:
    """A cell may be a todo, and rows may be written in either way."""
    read = read_report(write({"report.yaml": report + ANNEXES})).report
    assert read.meetings_annex == MeetingsAnnex(label="Appendice I")
    assert read.annexes == (
        Annex(
            title="Contingents",
            landscape=True,
            table=Table(
                heads=("État", "Contingents"),
                widths=(2, 1),
                rows=(("Sénégal", "1 200"), ("Maroc", Todo("le nombre"))),
            ),
        ),
    )


def test_what_is_wrong_in_a_table_is_told_where_it_stands(told: Told, report: str) -> None:
    """A number that should be a text, a fraction that should be a share."""
    wrong = ANNEXES.replace("'1 200'", "1200").replace("[2, 1]", "[2.5, 1]")
    assert told({"report.yaml": report + wrong}) == (
        "r/report.yaml:25:16: found the number 2.5, expected a whole number\n"
        "          widths: [2.5, 1]\n"
        "                   ^\n"
        "  → Write figures alone, without unit or decimals.\n"
        "r/report.yaml:27:21: found the number 1200, expected a text\n"
        "            - [Sénégal, 1200]\n"
        "                        ^\n"
        "  → If it is a text, put it in quotes: '1200'."
    )


def test_a_row_that_lacks_a_cell_is_told_where_it_stands(told: Told, report: str) -> None:
    """With what to write in its place."""
    wrong = ANNEXES.replace("[Sénégal, '1 200']", "[Sénégal]")
    assert told({"report.yaml": report + wrong}) == (
        "r/report.yaml:27:11: the row has 1 cells, and the table 2 columns\n"
        "            - [Sénégal]\n"
        "              ^\n"
        "  → Give one cell for each head; a dash, “–”, where there is nothing."
    )
