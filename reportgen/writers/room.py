"""Whether the tables of a document fit on their sheets: a refusal before anything is written.

Floor 3, beside the writers, for whoever makes a document; letters are counted as in `_measures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document import Document, Table, without_holes
from reportgen.errors import Problem, path_of
from reportgen.messages import message
from reportgen.style import Style
from reportgen.writers._measures import MEAN_LETTER_EM, column_widths_pt

_UNBROKEN = re.compile(r"[^\s/-]+")
_LEAST, _MOST = 3, 25
"""How many letters a column holds at least; longer words than these are broken anyway."""


def broad_tables(document: Document, style: Style) -> Iterator[Problem]:
    """Find the tables that are wider than their page: a column is narrower than its longest word.

    Args:
        document: the document, finished; its holes are left out, since they will go.
        style: its look.
    """
    look = style.table.body
    letter_pt = MEAN_LETTER_EM * look.size_pt * look.scale_percent / 100 + look.spacing_pt
    for section in document.sections:
        for table in section.blocks:
            if not isinstance(table, Table):
                continue
            widths_pt = column_widths_pt(table, style, landscape=section.landscape)
            for column, width_pt in enumerate(widths_pt):
                word = _longest(table, column)
                letters = min(max(len(word), _LEAST), _MOST)
                if letters * letter_pt > width_pt - style.table.gap_pt:
                    yield _too_broad(table, column, word, landscape=section.landscape)
                    break


def _longest(table: Table, column: int) -> str:
    cells = [table.heads[column], *(c for row in table.rows for c in row.cells[column])]
    found = [word for content in cells for word in _UNBROKEN.findall(without_holes(content))]
    return max(found, key=len, default="")


def _too_broad(table: Table, column: int, word: str, *, landscape: bool) -> Problem:
    what = message(
        "the table is wider than the page: its column {number} of {count} has no room for “{word}”",
        number=column + 1,
        count=len(table.widths),
        word=word,
    )
    advice = message("Give the annex “landscape: true”, or the table fewer columns.")
    if landscape:
        advice = message("Give the table fewer columns, or this one a greater share in “widths”.")
    return Problem(what, advice, path=path_of(table.origin))
