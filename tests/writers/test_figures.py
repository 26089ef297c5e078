"""Figures in tables: to the right, their total set off."""

import pytest
from specimens import words
from wordreading import attributes, find, parts

from reportgen.document import Content, Document, Footnote, Placeholder, Row, Table, Text
from reportgen.writers._figures import figure_columns, has_total
from reportgen.writers.docx import write_docx
from reportgen.writers.html import write_html


def table(*rows: tuple[str | Content, ...]) -> Table:
    """Make a table of some rows."""
    cells = [[words(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Table(
        widths=(1,) * len(rows[0]),
        heads=tuple(words(f"tête {rank}") for rank, _ in enumerate(rows[0])),
        rows=tuple(Row(cells=tuple((content,) for content in row)) for row in cells),
    )


@pytest.mark.parametrize(
    ("column", "is_one"),
    [
        (("1\u00a0200", "34,5", "12"), True),
        (("–2,5", "+3", "(12)"), True),
        (("25\u00a0%", "100\u00a0%", ""), True),
        (("3", "–", "n.d."), True),
        (((Text("212"), Footnote(words("Sur le terrain."), "a")), "4", "5"), True),
        (((Placeholder("l’effectif", "[à compléter]"),), "4", "5"), True),
        (("2015", "2016", "2017"), False),
        (("28 avril", "3 mai", "1er juin"), False),
        (("12", "douze", "3"), False),
        (("S/2016/1", "12", "3"), False),
        (("", "–", "…"), False),
    ],
)
def test_a_column_of_figures_is_known(column: tuple[str | Content, ...], *, is_one: bool) -> None:
    """Signs, notes, holes and blanks apart; years and days are none."""
    rows = [("Sénégal", cell) for cell in column]
    assert figure_columns(table(*rows)) == ({1} if is_one else set())


def test_ranks_stand_where_words_do() -> None:
    """The first column is one of figures only where all are."""
    assert figure_columns(table(("1", "Maroc", "12"), ("2", "Togo", "3"))) == {2}
    assert figure_columns(table(("1\u00a0200", "34,5"), ("12", "1"))) == {0, 1}


@pytest.mark.parametrize(
    ("label", "is_one"),
    [("Total", True), ("TOTAL GÉNÉRAL", True), ("Totaux", True), ("Totalité", False), ("", False)],
)
def test_a_total_is_known_by_its_name(label: str, *, is_one: bool) -> None:
    """It is the last row, and not the only one."""
    assert has_total(table(("Togo", "3"), (label, "3"))) == is_one
    assert not has_total(table((label, "3")))
    assert not has_total(table((label, "3"), ("Togo", "3")))


SUMMED = Document(language="fr", blocks=(table(("Togo", "3"), ("Mali", "4"), ("Total", "7")),))


def test_the_page_sets_figures_to_the_right_and_their_total_off() -> None:
    """Under heads that stand there too."""
    page = write_html(SUMMED)
    assert '<th class="figures" scope="col">tête 1</th>' in page
    assert '<td><p>Mali</p></td><td class="figures"><p>4</p></td>' in page
    assert page.count('<tr class="total"><td><p>Total</p>') == 1


def test_word_sets_figures_to_the_right_and_their_total_off() -> None:
    """By a rule above it and a style that a drafter can give to another row."""
    rows = find(parts(write_docx(SUMMED))["word/document.xml"], "//w:tbl/w:tr")
    right = [find(row, "w:tc[w:p/w:pPr/w:jc[@w:val='right']]//w:t/text()") for row in rows]
    assert right == [["tête 1"], ["3"], ["4"], ["7"]]
    assert [len(find(row, ".//w:tcBorders/w:top")) for row in rows] == [0, 0, 0, 2]
    styles = [attributes(style)["val"] for style in find(rows[-1], ".//w:pStyle")]
    assert styles == ["TableTotal", "TableTotal"]
