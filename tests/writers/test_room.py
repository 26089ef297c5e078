"""Tables that are wider than their page are refused, by the column that has no room."""

import pytest
from specimens import words

from reportgen.document import (
    AnnexHeading,
    Citation,
    Content,
    Document,
    Placeholder,
    Row,
    Table,
    Text,
)
from reportgen.messages import speaking
from reportgen.style import UN_2015
from reportgen.writers.room import broad_tables


def told(columns: int, word: str, *, landscape: bool = False) -> list[str]:
    """Say what is wrong with a table of equal columns, each of one word."""
    table = Table(
        widths=(1,) * columns,
        heads=(words("x"),) * columns,
        rows=(Row(cells=((words(word),),) * columns),),
        origin="annexes.0.table",
    )
    annex = AnnexHeading(label=words("Annexe"), content=(), landscape=landscape)
    document = Document(language="fr", blocks=(annex, table))
    with speaking("en"):
        return [str(problem) for problem in broad_tables(document, UN_2015)]


@pytest.mark.parametrize(("columns", "landscape"), [(5, False), (9, True)])
def test_a_table_whose_words_have_room_is_taken(columns: int, *, landscape: bool) -> None:
    """Thirteen letters take some fifty points."""
    assert told(columns, "consolidation", landscape=landscape) == []


def test_a_table_wider_than_its_page_is_refused_with_what_to_do() -> None:
    """Once, at its first column without room."""
    assert told(9, "consolidation") == [
        (
            "annexes.0.table: the table is wider than the page: its column 1 of 9 has no room for"
            " “consolidation”\n  → Give the annex “landscape: true”, or the table fewer columns."
        )
    ]


def test_a_table_wider_than_the_long_side_needs_fewer_columns() -> None:
    """No sheet is left to turn."""
    assert told(30, "consolidation", landscape=True) == [
        (
            "annexes.0.table: the table is wider than the page: its column 1 of 30 has no room for"
            " “consolidation”\n"
            "  → Give the table fewer columns, or this one a greater share in “widths”."
        )
    ]


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (words("du 12\u00a0septembre."), "12\u00a0septembre."),
        ((Text("("), Citation("S/2016/1019"), Text(").")), "(S/2016/1019)."),
        ((Citation("S/RES/2242\u00a0(2015)"),), "S/RES/2242\u00a0(2015)"),
        (words("vingt-cinq et/ou"), "vingt"),
        ((Citation("https://un.org/fr/aboutus"),), "aboutus"),
    ],
)
def test_what_may_not_break_is_counted_whole(content: Content, whole: str) -> None:
    """No-break spaces and symbols hold words together; hyphens, bars and addresses do not."""
    table = Table(widths=(1,) * 16, heads=(content,) * 16, rows=())
    with speaking("en"):
        told = [*map(str, broad_tables(Document(language="fr", blocks=(table,)), UN_2015))]
    assert f"no room for “{whole}”" in told[0]


def test_no_column_is_narrower_than_three_letters() -> None:
    """Even where its words are shorter."""
    assert len(told(60, "a")) == 1


def test_holes_need_no_room() -> None:
    """They go as the report is completed."""
    hole = (Placeholder("la date de la réunion", "[à compléter : consolidation]"),)
    table = Table(widths=(1,) * 9, heads=(hole,) * 9, rows=())
    assert [*broad_tables(Document(language="fr", blocks=(table,)), UN_2015)] == []
