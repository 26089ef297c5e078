"""Whether the tables of a document fit on their sheets: a refusal before anything is written.

Floor 3, beside the writers, for whoever makes a document; words are measured as in `_measures`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Document, Table
from reportgen.errors import Problem, path_of
from reportgen.messages import message
from reportgen.style import Style
from reportgen.writers._measures import column_needs, column_widths_pt

_ROUNDING_PT = 0.001


def broad_tables(document: Document, style: Style) -> Iterator[Problem]:
    """Find the tables that are wider than their page: a column is narrower than its longest word.

    Args:
        document: the document, finished; its holes are left out, since they will go.
        style: its look.
    """
    for section in document.sections:
        for table in section.blocks:
            if not isinstance(table, Table):
                continue
            widths_pt = column_widths_pt(table, style, landscape=section.landscape)
            for column, (word, need_pt) in enumerate(column_needs(table, style)):
                if need_pt > widths_pt[column] + _ROUNDING_PT:
                    yield _too_broad(table, column, word, landscape=section.landscape)
                    break


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
