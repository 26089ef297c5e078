"""Comments in the margin of the Word file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docxvalidity import faults
from hypothesis import given
from hypothesis import strategies as st
from specimens import LINES, NOTED, NOTED_LINES, REPORT
from wordreading import W, attributes, find, lines, parts, text

from reportgen.document import (
    AnnexHeading,
    Block,
    Comment,
    Content,
    Contents,
    Document,
    Entry,
    Heading,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Superscript,
    Table,
    Text,
    Title,
    contents,
    plain,
)
from reportgen.writers.docx import write_docx


def remark(passage: int, start: int = 0, end: int = 0, *said: str) -> Comment:
    """Make a comment."""
    return Comment(passage=passage, start=start, end=end, lines=said or ("À revoir.",))


def written(comments: Sequence[Comment], *blocks: Block) -> bytes:
    """Write a document of some blocks with comments."""
    return write_docx(Document(language="fr", blocks=blocks), comments=comments)


def ranges(file: bytes) -> list[str]:
    """Give the words that each comment is on, in the order of their numbers."""
    body = parts(file)["word/document.xml"]
    found = {}
    for start in find(body, "//w:commentRangeStart"):
        number = attributes(start)["id"]
        said, paragraph = [], start.getparent()
        for node in list(paragraph)[paragraph.index(start) + 1 :]:
            if node.tag == f"{W}commentRangeEnd" and attributes(node)["id"] == number:
                break
            said += [one.text or "" for one in node.iter(f"{W}t")]
        found[int(number)] = "".join(said)
    return [found[number] for number in sorted(found)]


SENTENCE = Paragraph(content=(Text("Le 1"), Superscript("er"), Text(" mars, il a parlé.")))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 0, "Le 1er mars, il a parlé."),
        (3, 6, "1er"),
        (7, 11, "mars"),
        (0, 2, "Le"),
        (18, 24, "parlé."),
    ],
)
def test_a_comment_is_on_its_very_words(start: int, end: int, words: str) -> None:
    """Runs are split where it begins and ends, their looks kept; the words stay what they were."""
    file = written([remark(0, start, end)], SENTENCE)
    assert ranges(file) == [words]
    (raised,) = find(
        parts(file)["word/document.xml"], "//w:r[w:rPr/w:rStyle[@w:val='Superscript']]"
    )
    assert text(raised) == "er"


def test_what_it_says_stands_in_a_part_of_its_own() -> None:
    """By the program, without a date, a paragraph a line."""
    file = written([remark(0, 0, 2, "FORM001 : trop long", "→ Abrégez-le.")], SENTENCE)
    (comment,) = parts(file)["word/comments.xml"]
    assert attributes(comment) == {"id": "0", "author": "reportgen", "initials": "rg"}
    assert [text(one) for one in comment] == ["FORM001 : trop long", "→ Abrégez-le."]
    assert written([remark(0, 0, 2)], SENTENCE) == written([remark(0, 0, 2)], SENTENCE)


def test_links_and_holes_are_not_split() -> None:
    """The comment is on all of them."""
    hole = Placeholder("la date", shown="[à compléter : la date]")
    content = (Text("Le "), hole, Text(", voir par. "), Reference("k", "1"), Text("."))
    block = Paragraph(content=content, number=1, key="k")
    shown = plain(content)
    begin = shown.index("la date")
    file = written([remark(0, begin, begin + 2), remark(0, len(shown) - 2, len(shown) - 1)], block)
    assert ranges(file) == ["[à compléter : la date]", "1"]


def test_labels_and_numbers_are_not_its_words() -> None:
    """They stand before them."""
    title = Title(content=(Text("Rapport"),))
    annex = AnnexHeading(label=(Text("Annexe"),), content=(Text("Réunions"),))
    cells: tuple[tuple[Content, ...], ...] = (((Text("1"),), (Text("deux"),)),)
    table = Table(widths=(1,), heads=((Text("Date"),),), rows=(Row(cells=cells),))
    comments = [remark(number) for number in range(6)]
    assert ranges(written(comments, title, annex, table)) == [
        "Rapport",
        "Annexe",
        "Réunions",
        "Date",
        "1",
        "deux",
    ]


def test_every_passage_of_a_report_can_be_commented_on() -> None:
    """And the page says the same as without."""
    count = sum(len([*contents(block)]) for block in REPORT.blocks)
    passages = [plain(content) for block in REPORT.blocks for content in contents(block)]
    file = write_docx(REPORT, comments=[remark(number) for number in range(count)])
    assert lines(file) == LINES
    assert ranges(file) == [passage for passage in passages if passage]


def test_passages_after_a_table_of_contents_are_found() -> None:
    """Its lines, which end with a page number, say the words of headings before these do."""
    heading = Heading(level=1, content=(Text("Introduction"),), numeral="I", key="i")
    line = Entry(level=1, label="I.", content=heading.content, key="i")
    table = Contents(heading=(Text("Table"),), page=(Text("Page"),), entries=(line,))
    file = written([remark(2), remark(3), remark(4)], table, heading, SENTENCE)
    assert ranges(file)[1:] == ["Introduction", "Le 1er mars, il a parlé."]
    body = parts(file)["word/document.xml"]
    marked = [text(paragraph) for paragraph in find(body, "//w:p[w:commentRangeStart]")]
    assert [words[-1] for words in marked] == ["1", "n", "."]


def test_calls_of_notes_are_not_its_words() -> None:
    """In tables they are typed, on the page counted."""
    passages = [plain(content) for block in NOTED.blocks for content in contents(block)]
    file = write_docx(NOTED, comments=[remark(number) for number in range(len(passages))])
    assert lines(file) == NOTED_LINES
    assert [said.replace("[", "").replace("]", "") for said in ranges(file)] == [
        *("Rapport", "Titre", "Un plan\u00a0:", "un", "Annexe", "Réunions", "Mot"),
        *("Date", "Thème", "28 avril", "Eau", "Fin"),
    ]


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 24)), max_size=6))
def test_comments_may_overlap(spans: list[tuple[int, int]]) -> None:
    """Each keeps its words, and no sign of the page is lost."""
    shown = plain(SENTENCE.content)
    spans = [(start, end) for start, end in spans if start < end]
    file = written([remark(0, *span) for span in spans], SENTENCE)
    assert ranges(file) == [shown[start:end] for start, end in spans]
    (paragraph, _) = find(parts(file)["word/document.xml"], "//w:body/w:p")
    assert text(paragraph) == shown


def test_a_file_with_comments_is_valid(tmp_path: Path) -> None:
    """For two validators, with holes and links beside."""
    file = tmp_path / "r.docx"
    file.write_bytes(write_docx(REPORT, comments=[remark(1), remark(5, 1, 3), remark(5)]))
    assert faults(file) == []


def test_without_comments_there_is_no_such_part() -> None:
    """Nor a relation to one."""
    found: dict[str, Any] = parts(write_docx(REPORT))
    assert "word/comments.xml" not in found
    assert "comments" not in str(found["[Content_Types].xml"])
