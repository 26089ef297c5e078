"""What a Word file says to those who do not see it: its outline, its tables, its language."""

from io import BytesIO
from typing import Any

import docx
import pytest
from attrs import evolve
from specimens import REPORT, SPECIMENS, words
from wordreading import attributes, find, inherited, lines, parts, style_id, text

from reportgen.document import AnnexHeading, Document, Heading, Table, plain
from reportgen.writers.docx import write_docx

FILES = {name: write_docx(document) for name, document in SPECIMENS.items()}


def outline_level(file: bytes, paragraph: Any) -> int:
    """Give the level of a paragraph in the outline, from 1; 0 for text."""
    found = int(inherited(file, style_id(paragraph), "w:pPr/w:outlineLvl")["val"]) + 1
    return found if found <= 9 else 0


def table_properties(document: Document) -> list[dict[str, str]]:
    """Give the alternative texts of the tables of a document."""
    body = parts(write_docx(document))["word/document.xml"]
    return [
        {
            kind: attributes(found)["val"]
            for kind in ("tblCaption", "tblDescription")
            for found in find(table, f"w:tblPr/w:{kind}")
        }
        for table in find(body, "//w:tbl")
    ]


@pytest.mark.parametrize("name", SPECIMENS)
def test_every_heading_is_in_the_outline_at_its_level(name: str) -> None:
    """By which readers go from one to the next; an annex is at the first, that of a letter none."""
    body = parts(FILES[name])["word/document.xml"]
    expected = [
        (1, "\n".join(map(plain, filter(None, (block.label, block.content)))))
        if isinstance(block, AnnexHeading)
        else (block.level, plain(block.content))
        for block in SPECIMENS[name].blocks
        if isinstance(block, Heading) or (isinstance(block, AnnexHeading) and block.level == 1)
    ]
    found = [(outline_level(FILES[name], p), text(p)) for p in find(body, "//w:body/w:p")]
    calls = "[]"  # Word counts notes itself
    heads = [(level, said.replace(calls, "").strip()) for level, said in found if level]
    assert heads == expected


@pytest.mark.parametrize("name", SPECIMENS)
def test_every_table_begins_with_a_row_of_heads(name: str) -> None:
    """Which readers repeat before the cells under it."""
    body = parts(FILES[name])["word/document.xml"]
    tables = find(body, "//w:tbl[w:tblPr/w:tblStyle/@w:val='CouncilTable']")
    assert len(tables) == sum(isinstance(block, Table) for block in SPECIMENS[name].blocks)
    for table in tables:
        assert [len(find(row, "w:trPr/w:tblHeader")) for row in find(table, "w:tr")][:2] == [1, 0]


def test_every_picture_has_words_in_its_place() -> None:
    """The emblem and both codes, in the heads and feet that bear them."""
    described = [
        picture.get("descr")
        for name, root in parts(FILES["first page"]).items()
        if name.endswith(".xml")
        for picture in find(root, "//*[local-name()='docPr']")
    ]
    assert len(described) >= 3
    assert all(described)


class TestTablesInWords:
    """What is said of a table to those who do not see it."""

    def test_its_subject_is_that_of_the_heading_above(self) -> None:
        """And it is described by its heads."""
        assert table_properties(REPORT) == [
            {
                "tblCaption": "Réunions et intervenants",
                "tblDescription": "Date; Intervenants; Thème",
            }
        ]

    def test_what_has_no_words_is_not_said(self) -> None:
        """A table under no heading, a column without a head."""
        table = Table(widths=(1, 1), heads=(words("Date"), ()), rows=())
        assert table_properties(Document(language="fr", blocks=(table,))) == [
            {"tblDescription": "Date"}
        ]


def test_it_names_its_title_and_its_language() -> None:
    """In its properties, and in the defaults that every word follows."""
    file = write_docx(evolve(REPORT, language="fr"))
    properties = docx.Document(BytesIO(file)).core_properties
    assert (properties.title, properties.language) == (lines(file)[0], "fr-CA")
    (language,) = find(parts(file)["word/styles.xml"], "//w:docDefaults//w:lang")
    assert attributes(language)["val"] == "fr-CA"
