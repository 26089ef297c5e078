"""The example of an empty programme: words that stand for facts, and are never read as such.

Part of `programme`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.programme.headings import Column
from reportgen.spellings import folded

EXAMPLE: tuple[Mapping[Column, str], ...] = (
    {
        Column.DATE: "jj/mm/aaaa",
        Column.KIND: "thématique",
        Column.THEME: "Thème de la réunion",
        Column.CONCEPT_NOTE: "Cote de la note",
        Column.GENDER: "M",
        Column.RANK: "Grade du militaire",
        Column.SPEAKER: "Nom de l’intervenant",
        Column.TITLE: "Fonction de l’intervenant",
        Column.ORGANIZATION: "État ou organisation",
    },
    {
        Column.GENDER: "F",
        Column.SPEAKER: "Nom de l’intervenante",
        Column.TITLE: "Fonction de l’intervenante",
        Column.ORGANIZATION: "État ou organisation",
    },
)
"""One meeting of two speakers, one row a speaker."""

_ROWS = [{column: folded(text) for column, text in row.items()} for row in EXAMPLE]
_STAND_INS = {
    (column, text)
    for row in _ROWS
    for column, text in row.items()
    if column not in (Column.KIND, Column.GENDER)
}


def is_example(texts: Mapping[Column, str]) -> bool:
    """Tell whether a row is one of the example's, untouched."""
    return {column: folded(text) for column, text in texts.items()} in _ROWS


def is_stand_in(column: Column, text: str) -> bool:
    """Tell whether a cell still holds what the example puts in the place of a fact."""
    return (column, folded(text)) in _STAND_INS
