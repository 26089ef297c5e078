"""Names that are read from right to left keep their order, and what follows them its place."""

from pathlib import Path

import pytest
from docxvalidity import faults
from hypothesis import given
from hypothesis import strategies as st
from wordreading import attributes, find, parts

from reportgen.document import (
    Comment,
    Content,
    Document,
    Emphasis,
    Link,
    Paragraph,
    Row,
    Surname,
    Table,
    Text,
    plain,
)
from reportgen.writers._directions import directed
from reportgen.writers.docx import write_docx
from reportgen.writers.docx.words import word_paragraphs
from reportgen.writers.html import write_html

ARABIC, HEBREW = "محمد علي", "יוסף כהן"


def document(*inlines: Text | Emphasis | Link | Surname) -> Document:
    """Make a document of one paragraph, whose words stand in a table too."""
    row = Row(cells=((inlines,),))
    table = Table(widths=(1,), heads=((Text("Nom"),),), rows=(row,))
    return Document(language="fr", blocks=(Paragraph(content=inlines), table))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Le Conseil", ["Le Conseil"]),
        ("", []),
        (f"M.\u00a0{ARABIC} (par. 3)", ["M.\u00a0", f"<{ARABIC}>", " (par. 3)"]),
        (f"«\u00a0{ARABIC}\u00a0», 12 ans", ["«\u00a0", f"<{ARABIC}>", "\u00a0», 12 ans"]),
        (f"{ARABIC}, {HEBREW}", [f"<{ARABIC}>", ", ", f"<{HEBREW}>"]),
        ("בן-גוריון 12", ["<בן-גוריון>", " 12"]),
        ("القرار 2242 لمجلس", ["<القرار 2242 لمجلس>"]),
        ("مُحَمَّد", ["<مُحَمَّد>"]),
    ],
)
def test_words_are_parted_by_their_direction(text: str, pieces: list[str]) -> None:
    """A name is one piece; what parts two in French is none of theirs."""
    assert [f"<{p}>" if leftward else p for p, leftward in directed(text)] == pieces


@given(st.text(alphabet="a1 .,-(«\u00a0מحم"))
def test_no_sign_is_lost(text: str) -> None:
    """The pieces together are the text."""
    assert "".join(piece for piece, _ in directed(text)) == text


@pytest.mark.parametrize(
    ("inline", "written"),
    [
        (Text(f"M.\u00a0{ARABIC}, 12"), f">M.\u00a0<bdi>{ARABIC}</bdi>,</span> 12"),
        (Emphasis(HEBREW), f"<i><bdi>{HEBREW}</bdi></i>"),
        (Link(HEBREW, "https://un.org"), f"<bdi>{HEBREW}</bdi></a>"),
    ],
)
def test_the_page_isolates_them(inline: Text | Emphasis | Link, written: str) -> None:
    """In one element for all of a name, within the word that a no-break space makes of it."""
    assert written in write_html(document(inline))


def test_word_reads_them_from_right_to_left() -> None:
    """Each as a run of its own, its letters joined; an invisible sign keeps the rest in place."""
    body = parts(write_docx(document(Text(f"M. {ARABIC}, 12"), Surname(HEBREW))))
    said = find(body["word/document.xml"], "//w:body/w:p[1]/w:r")
    assert ["".join(find(run, "w:t/text()")) for run in said] == [
        "M. ", ARABIC, "\u200e", ", 12", HEBREW, "\u200e",
    ]  # fmt: skip
    marked = [run for run in said if find(run, "w:rPr/w:rtl")]
    assert ["".join(find(run, "w:t/text()")) for run in marked] == [ARABIC, HEBREW]
    (style,) = find(marked[1], "w:rPr/w:rStyle")
    assert attributes(style)["val"] == "Surname"


def test_the_invisible_sign_is_no_word(tmp_path: Path) -> None:
    """Neither for whoever reads the file back, nor for a comment that counts the words."""
    inlines: Content = (Text(f"M. {ARABIC}, 12 ans"),)
    said = Comment(passage=0, start=len(f"M. {ARABIC}, "), end=len(plain(inlines)), lines=("?",))
    file = write_docx(document(*inlines), comments=[said])
    text = word_paragraphs(file)[0].paragraphs
    assert text == (f"M. {ARABIC}, 12 ans", "Nom", f"M. {ARABIC}, 12 ans")
    words = "//w:commentRangeStart/following-sibling::w:r[following-sibling::w:commentRangeEnd]"
    found = find(parts(file)["word/document.xml"], f"{words}/w:t/text()")
    assert "".join(found) == "12 ans"
    path = tmp_path / "names.docx"
    path.write_bytes(file)
    assert faults(path) == []
