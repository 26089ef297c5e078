"""What is annexed to the report: prose, tables, and how the annex of meetings looks."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from reportgen.errors import Problem, RecordError
from reportgen.messages import message
from reportgen.records.meeting import Paragraph
from reportgen.records.values import Prose, Todo, key_field, language_field, text_field, typed

_WIDEST = 1_000


@frozen(kw_only=True, field_transformer=typed)
class Table:
    """A table: the heads of its columns, and rows with one cell under each head.

    Args:
        heads: the head of each column.
        widths: the share of the width that each column takes, such as 2, 1, 1; equal shares when
            they are left out.
        rows: the rows, from top to bottom, each with its cells from left to right.
    """

    heads: tuple[Prose, ...]
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[Prose, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a table without columns, and rows or widths that do not fit its heads."""
        problems = (*_column_problems(self), *_row_problems(self))
        if problems:
            raise RecordError(*problems)

    @property
    def shares(self) -> tuple[int, ...]:
        """The share of the width that each column takes."""
        return self.widths or (1,) * len(self.heads)


def _column_problems(table: Table) -> Iterator[Problem]:
    count = len(table.heads)
    if not count:
        yield Problem(
            message("the table has no columns"),
            message("Give each column its head under “heads”."),
            path=("heads",),
        )
    if table.widths and len(table.widths) != count:
        yield Problem(
            message(
                "the table has {columns} columns and {widths} widths",
                columns=count,
                widths=len(table.widths),
            ),
            message("Give one width for each head, or leave “widths” out."),
            path=("widths",),
        )
    for index, width in enumerate(table.widths):
        if not 1 <= width <= _WIDEST:
            yield Problem(
                message("a column cannot have the width {width}", width=width),
                message(
                    "Give whole numbers from 1 to {most}: twice the number is twice the width.",
                    most=_WIDEST,
                ),
                path=("widths", index),
            )


def _row_problems(table: Table) -> Iterator[Problem]:
    for index, row in enumerate(table.rows):
        if len(row) != len(table.heads):
            yield Problem(
                message(
                    "the row has {cells} cells, and the table {columns} columns",
                    cells=len(row),
                    columns=len(table.heads),
                ),
                message("Give one cell for each head; a dash, “–”, where there is nothing."),
                path=("rows", index),
            )


@frozen(kw_only=True, field_transformer=typed)
class Annex:
    """An annex of the report: prose, a table, or both, the prose first.

    Args:
        title: the title of the annex.
        label: the heading above the title; when left out, « Annexe », or « Pièce jointe » under a
            letter of transmittal, with a numeral where there are several.
        original_language: the code of the language of the original, where it is not that of the
            report.
        landscape: whether its pages lie on their long side.
        numbered: whether its paragraphs are numbered, from 1 again.
        paragraphs: its prose.
        table: its table.
        key: a name for cross-references; `[[key]]` in any prose gives the label of the annex.
    """

    title: Prose | None = text_field(default=None)
    label: Prose | None = text_field(default=None)
    original_language: str | Todo | None = language_field()
    landscape: bool = False
    numbered: bool = True
    paragraphs: tuple[Paragraph, ...] = ()
    table: Table | Todo | None = None
    key: str | None = key_field()

    def __attrs_post_init__(self) -> None:
        """Refuse an annex without anything under its title."""
        if not self.paragraphs and self.table is None:
            raise RecordError(
                Problem(
                    message("the annex holds nothing"),
                    message("Give it “paragraphs” or a “table”, either of which may be a todo."),
                )
            )


@frozen(kw_only=True, field_transformer=typed)
class MeetingsAnnex:
    """How the annex that lists the meetings looks; it makes itself, and comes first.

    Args:
        label: the heading above its title, where it is not the one of any annex.
        landscape: whether its pages lie on their long side.
    """

    label: Prose | None = text_field(default=None)
    landscape: bool = False
