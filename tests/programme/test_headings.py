"""Which columns are found, by what is written above them."""

import pytest

from reportgen.programme.headings import Column, find_table
from reportgen.programme.sheets import Cell, Row, Sheet


def columns(*rows: tuple[str, ...]) -> dict[Column, int]:
    """Find the columns of a sheet."""
    filled = (
        Row(n, {i: Cell(text) for i, text in enumerate(row, 1) if text})
        for n, row in enumerate(rows, 1)
    )
    table = find_table(Sheet("plan.csv", None, tuple(filled)))
    return dict(table.columns) if table else {}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("DATE", Column.DATE),
        ("Date de la reunion", Column.DATE),
        ("Date et heure", Column.DATE),
        ("Dates :", Column.DATE),
        ("Type / Nature", Column.KIND),
        ("Nature de la réunion", Column.KIND),
        ("Thèmes", Column.THEME),
        ("THEME", Column.THEME),
        ("Thème/sujet de la réunion", Column.THEME),
        ("Téhme", Column.THEME),
        ("Titre de la réunion", Column.THEME),
        ("Topic", Column.THEME),
        ("Cote de la note conceptuelle", Column.CONCEPT_NOTE),
        ("Concept note", Column.CONCEPT_NOTE),
        ("Intervenant(s)", Column.SPEAKER),
        ("Nom de l’intervenant", Column.SPEAKER),
        ("Nom de l’intervenant ou de l’intervenante", Column.SPEAKER),
        ("Speakers", Column.SPEAKER),
        ("Prénoms", Column.GIVEN_NAME),
        ("Titre", Column.TITLE),
        ("Fonction/Titre", Column.TITLE),
        ("Nom de l’organisation", Column.ORGANIZATION),
        ("Pays ou organisation", Column.ORGANIZATION),
        ("Civilité", Column.GENDER),
        ("Grade (militaires)", Column.RANK),
        ("Statut", Column.STATUS),
    ],
)
def test_a_heading_is_known_in_many_wordings(heading: str, column: Column) -> None:
    """Accents, capitals and plurals do not matter, and slips are forgiven."""
    rest = [name for name in ("Date", "Thème", "Type") if name != column]
    assert columns((*rest, heading))[column] == len(rest) + 1


@pytest.mark.parametrize("heading", ["Salle", "Remarques", "Interprétation", "No"])
def test_other_headings_mean_nothing(heading: str) -> None:
    """Their columns are left alone."""
    assert columns(("Date", "Thème", heading)) == {Column.DATE: 1, Column.THEME: 2}


def test_titles_above_the_headings_are_skipped() -> None:
    """The headings are the row among the first twenty that has most of them."""
    title = ("Programme de travail",)
    note = ("Date : 3 janvier 2017",)
    assert columns(title, note, (), ("Thème", "Date")) == {Column.THEME: 1, Column.DATE: 2}
    assert columns(*[title] * 19, ("Thème", "Date")) == {Column.THEME: 1, Column.DATE: 2}
    assert columns(*[title] * 20, ("Thème", "Date")) == {}


def test_the_surest_heading_is_taken() -> None:
    """« Date » before « Date d’envoi », wherever they stand."""
    assert columns(("Date d’envoi", "Thème", "Date"))[Column.DATE] == 3
