"""The row of headings, and what each column means, in French or English.

Part of `programme`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from reportgen.errors import Problem
from reportgen.messages import message
from reportgen.programme.sheets import Row, Sheet
from reportgen.programme.words import one_line
from reportgen.spellings import folded

ROWS_SEARCHED = 20
_FEWEST = 2
_SHORTEST, _LONGEST = 4, 60
_LIKENESS = 0.8


class Column(StrEnum):
    """What a column holds, under the heading that it bears in our own sheets."""

    DATE = "Date"
    KIND = "Type"
    THEME = "Thème"
    CONCEPT_NOTE = "Note conceptuelle"
    GENDER = "Genre"
    RANK = "Grade"
    GIVEN_NAME = "Prénom"
    SPEAKER = "Intervenant"
    TITLE = "Fonction"
    ORGANIZATION = "Organisation"
    STATUS = "Statut"


OF_THE_MEETING = (Column.DATE, Column.KIND, Column.THEME, Column.CONCEPT_NOTE)
OF_THE_SPEAKER = tuple(
    column for column in Column if column not in {*OF_THE_MEETING, Column.STATUS}
)
_OBLIGATORY = (Column.DATE, Column.THEME)
_NAMES = {
    Column.DATE: ("date", "jour", "day"),
    Column.KIND: ("type", "nature", "kind"),
    Column.THEME: ("theme", "sujet", "objet", "topic", "subject", "intitule"),
    Column.CONCEPT_NOTE: (
        *("note conceptuelle", "note de cadrage", "note de reflexion", "note", "cote"),
        *("concept note", "symbol"),
    ),
    Column.GENDER: ("genre", "civilite", "sexe", "gender", "sex"),
    Column.RANK: ("grade", "rang", "rank"),
    Column.GIVEN_NAME: ("prenom", "first name", "given name"),
    Column.SPEAKER: (
        *("intervenant", "intervenante", "nom", "orateur", "oratrice", "conferencier"),
        *("speaker", "name", "briefer", "presenter", "last name", "family name", "surname"),
    ),
    Column.TITLE: ("fonction", "titre", "qualite", "poste", "function", "title", "position"),
    Column.ORGANIZATION: (
        *("organisation", "organization", "organisme", "entite", "entity", "institution"),
        *("pays", "country", "etat", "delegation", "departement", "department"),
    ),
    Column.STATUS: ("statut", "status", "etat de la reunion", "situation", "tenue"),
}
_KNOWN = {name: column for column, names in _NAMES.items() for name in names}
_HEAD_OF = re.compile(
    r"(?:nom|name|titre|title|cote|symbol) (?:de l|de la|du|de|d|of the|of) (?P<what>.+)"
)
_MEETING = {"reunion", "meeting", "seance"}
_ARTICLES = {"le", "la", "l", "les", "the"}


@frozen
class Table:
    """The rows of a sheet below its headings.

    Args:
        columns: the number of each column that was found.
        headings: the heading of each column, as it is written.
        heading_row: the number of the row of headings.
        unread: the number of each column that holds something and is not understood, with its
            heading, which may be empty.
        problems: what is wrong with the headings.
    """

    sheet: Sheet
    columns: Mapping[Column, int]
    headings: Mapping[Column, str]
    heading_row: int
    rows: tuple[Row, ...]
    unread: tuple[tuple[int, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def find_table(sheet: Sheet) -> Table | None:
    """Find the headings of a sheet, and the rows below them.

    Returns:
        None where no row looks like headings; a table with problems where headings are missing
        or stand twice.
    """
    candidates = [row for row in sheet.rows if row.number <= ROWS_SEARCHED]
    meant = [(row, _columns(row)) for row in candidates]
    row, columns = max(meant, key=lambda pair: len(pair[1]), default=(None, {}))
    if row is None or len(columns) < _FEWEST:
        return None
    repeated = {index: folded(cell.text) for index, cell in row.cells.items()}
    below = [other for other in sheet.rows if other.number > row.number]
    used = {indexes[0] for indexes in columns.values()}
    return Table(
        sheet=sheet,
        columns={column: indexes[0] for column, indexes in columns.items()},
        headings={column: row.cells[indexes[0]].text for column, indexes in columns.items()},
        heading_row=row.number,
        rows=tuple(
            other
            for other in below
            if {index: folded(cell.text) for index, cell in other.cells.items()} != repeated
        ),
        unread=tuple(
            (index, one_line(row.cells[index].text) if index in row.cells else "")
            for index in sorted({index for other in below for index in other.cells} - used)
        ),
        problems=tuple(_problems(sheet, row, columns)),
    )


def _columns(row: Row) -> dict[Column, list[int]]:
    """Tell which columns mean what, the surest meaning of each only."""
    found: dict[Column, list[tuple[int, int]]] = {}
    for index, cell in sorted(row.cells.items()):
        meaning = _meaning(cell.text)
        if meaning is not None:
            column, doubt = meaning
            found.setdefault(column, []).append((doubt, index))
    return {
        column: [index for doubt, index in spots if doubt == min(spots)[0]]
        for column, spots in found.items()
    }


def _meaning(heading: str) -> tuple[Column, int] | None:
    """Tell what a heading means, and how doubtful that is, from 0."""
    words = _words(heading)
    if len(words) > _LONGEST:
        return None
    if words in _KNOWN:
        return _KNOWN[words], 0
    column = _of_what(words) or _first_known(heading)
    if column is not None:
        return column, 1
    near = difflib.get_close_matches(words, _KNOWN, n=1, cutoff=_LIKENESS)
    return (_KNOWN[near[0]], 2) if near and len(words) >= _SHORTEST else None


def _of_what(words: str) -> Column | None:
    """Tell what « nom de l’organisation » is the name of; that of a meeting is its theme."""
    found = _HEAD_OF.fullmatch(words)
    if found is None:
        return None
    what = " ".join(word for word in found["what"].split() if word not in _ARTICLES)
    return Column.THEME if what in _MEETING else _first_known(what)


def _first_known(heading: str) -> Column | None:
    """Find the heading that another one, or a part of it, begins with."""
    for part in (*re.split(r"[/(,]", heading), heading):
        words = _words(part).split()
        for length in range(len(words), 0, -1):
            if column := _KNOWN.get(" ".join(words[:length])):
                return column
    return None


def _words(heading: str) -> str:
    return " ".join(map(_singular, folded(heading).split()))


def _singular(word: str) -> str:
    return word if word in {"pays", "cours"} else word.removesuffix("s")


def _problems(sheet: Sheet, row: Row, columns: Mapping[Column, list[int]]) -> Iterator[Problem]:
    missing = [column for column in _OBLIGATORY if column not in columns]
    if missing:
        yield Problem(
            message("the headings lack {missing}", missing=", ".join(missing)),
            message(
                "Add the column, or correct its heading; found here: {found}.",
                found=", ".join(one_line(cell.text) for _, cell in sorted(row.cells.items())),
            ),
            sheet.place(row.number, min(row.cells)),
        )
    for column, indexes in columns.items():
        if len(indexes) > 1:
            heading = row.cells[indexes[1]].text
            yield Problem(
                message(
                    "the headings “{first}” and “{second}” both mean “{column}”",
                    first=one_line(row.cells[indexes[0]].text),
                    second=one_line(heading),
                    column=str(column),
                ),
                message("Rename or delete one of the two columns."),
                sheet.place(row.number, indexes[1], heading),
            )
