"""Annexes and their tables, letters and their signatures."""

from datetime import date

import pytest

from reportgen.errors import RecordError
from reportgen.messages import speaking
from reportgen.records import Annex, Letter, Person, Table, Todo


def problems(error: RecordError) -> list[str]:
    """Say the faults in English, each on one line."""
    with speaking("en"):
        return [str(problem).splitlines()[0] for problem in error.problems]


def test_a_table_has_a_cell_for_each_head() -> None:
    """Every row that has not is told, and so are widths."""
    with pytest.raises(RecordError) as caught:
        Table(heads=("a", "b"), widths=(1, 0, 2), rows=(("1", "2"), ("1",), ("1", "2", "3")))
    assert problems(caught.value) == [
        "widths: the table has 2 columns and 3 widths",
        "widths.1: a column cannot have the width 0",
        "rows.1: the row has 1 cells, and the table 2 columns",
        "rows.2: the row has 3 cells, and the table 2 columns",
    ]


def test_a_table_has_columns() -> None:
    """Without heads there is no table."""
    with pytest.raises(RecordError) as caught:
        Table(heads=())
    assert problems(caught.value) == ["heads: the table has no columns"]


def test_columns_are_equal_unless_widths_are_given() -> None:
    """Whole numbers, of which the ratios matter."""
    assert Table(heads=("a", "b")).shares == (1, 1)
    assert Table(heads=("a", "b"), widths=(2, 3)).shares == (2, 3)


def test_an_annex_may_hold_nothing_yet() -> None:
    """Its title, its table and its text may be holes."""
    annex = Annex(title=Todo("le titre"), table=Todo("le tableau"))
    assert (annex.paragraphs, annex.numbered, annex.landscape) == ((), True, False)


def test_an_annex_holds_something() -> None:
    """A heading alone on a page would go out by mistake."""
    with pytest.raises(RecordError) as caught:
        Annex(title="Effectifs")
    assert problems(caught.value) == ["the annex holds nothing"]


def test_a_letter_without_more_is_the_chairs_to_the_president() -> None:
    """The templates know the rest."""
    letter = Letter(date=date(2016, 12, 28))
    assert (letter.sender, letter.paragraphs) == (None, ())
    assert letter.addressee.gender is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "surname", "signed"),
    [
        ("Éva Åberg", None, ("Éva ", "Åberg", "")),
        ("Ana María da Costa", "da Costa", ("Ana María ", "da Costa", "")),
        ("Oh Joon", "Oh", ("", "Oh", " Joon")),
        ("Pelé", None, ("", "Pelé", "")),
        (Todo("le nom"), None, ("", "", "")),
    ],
)
def test_a_signature_parts_the_name_at_the_surname(
    name: str | Todo, surname: str | None, signed: tuple[str, str, str]
) -> None:
    """It is the last word unless the record says which."""
    assert Person(name=name, surname=surname).signed == signed


def test_a_surname_is_part_of_the_name() -> None:
    """A slip in either would leave a signature without it."""
    with pytest.raises(RecordError) as caught:
        Person(name="Éva Åberg", surname="Aberg")
    assert problems(caught.value) == ["surname: “Aberg” is no part of the name “Éva Åberg”"]
