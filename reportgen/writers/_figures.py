"""Which columns of a table hold figures, and whether its last row is their total.

Floor 3, read by the writers: figures stand to the right, one under another, and their total is set
off. Source: Editorial Manual, tables.
"""

from __future__ import annotations

import re

from reportgen.document import Row, Table, without_holes

_FIGURE = re.compile(r"[-–−+(]?\d[\d\s]*(?:[.,]\d+)?\s?%?\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = re.compile(r"[-–—.…\s]*|n\.\s?d\.|s\.\s?o\.")
_TOTAL = re.compile(r"total(?:\b|$)|totaux\b", re.IGNORECASE)


def figure_columns(table: Table) -> frozenset[int]:
    """Find the columns that hold nothing but figures under their heads.

    A column of years is none, for nobody adds them, nor is the first one, which may hold ranks,
    where others hold words.
    """
    columns = range(len(table.heads))
    found = frozenset(column for column in columns if _holds_figures(table, column))
    return found if len(found) == len(columns) else found - {0}


def has_total(table: Table) -> bool:
    """Tell whether the last row of a table is the total of those above it."""
    return len(table.rows) > 1 and bool(_TOTAL.match(_said(table.rows[-1], 0)))


def _holds_figures(table: Table, column: int) -> bool:
    said = [_said(row, column) for row in table.rows]
    figures = [text for text in said if not _NOTHING.fullmatch(text)]
    are_years = all(map(_YEAR.fullmatch, figures))
    return bool(figures) and all(map(_FIGURE.fullmatch, figures)) and not are_years


def _said(row: Row, column: int) -> str:
    return " ".join(map(without_holes, row.cells[column])).strip()
