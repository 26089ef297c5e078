"""Tables of contents: what they list, and the page that each line gives, in Word and in the PDF."""

from collections.abc import Sequence

import libreoffice
import pytest
from attrs import evolve
from pdfreading import Line, line, lines
from places import INPUTS
from specimens import SPECIMENS
from wordreading import W, parts, style_id, text

import reportgen
from reportgen.document import (
    AnnexHeading,
    Contents,
    Document,
    Entry,
    Heading,
    Link,
    Superscript,
    Text,
    contents,
    plain,
)
from reportgen.finishing import finish
from reportgen.languages import language
from reportgen.records import Paragraph
from reportgen.style import STYLES, Style
from reportgen.writers.docx import write_docx
from reportgen.writers.docx.pagination import pages_of
from reportgen.writers.pdf import write_pdf

FRENCH = language("fr")
TITLES = ("I. ", "II. ", "III. ", "A. ", "B. ", "C. ", "D. ", "E. ", "Annexe")


def said(*words: str) -> tuple[Text, ...]:
    """Make plain content."""
    return tuple(map(Text, words))


def entries(*blocks: Heading | AnnexHeading) -> tuple[Entry, ...]:
    """Finish a document with a table of contents, and give its lines."""
    contents = Contents(heading=said("Table"), page=said("Page"))
    document = finish(Document(language="fr", blocks=(contents, *blocks)), FRENCH, "un-fr-2016")
    first = document.blocks[0]
    assert isinstance(first, Contents)
    assert finish(document, FRENCH, "un-fr-2016") == document
    return first.entries


def test_headings_and_annexes_are_listed_with_their_numerals() -> None:
    """In order; what had no key has one, so that the line can lead to it."""
    assert entries(
        Heading(level=1, content=said("Introduction"), key="introduction"),
        Heading(level=2, content=said("Mandat")),
        Heading(level=1, content=said("Remerciements"), numbered=False),
        AnnexHeading(label=said("Annexe"), content=said("Réunions"), key="annexe"),
    ) == (
        Entry(level=1, label="I.", content=said("Introduction"), key="introduction"),
        Entry(level=2, label="A.", content=said("Mandat"), key="contents-2"),
        Entry(level=1, label="", content=said("Remerciements"), key="contents-3"),
        Entry(level=1, label="Annexe", content=said("Réunions"), key="annexe"),
    )


def test_what_comes_before_a_table_is_not_listed() -> None:
    """The report that a letter transmits is an annex, and the table stands in it."""
    annex = AnnexHeading(label=said("Annexe"), content=())
    contents = Contents(heading=said("Table"), page=said("Page"))
    section = Heading(level=1, content=said("Introduction"), key="introduction")
    blocks = finish(
        Document(language="fr", blocks=(annex, contents, section)), FRENCH, "un-fr-2016"
    ).blocks
    assert isinstance(blocks[1], Contents)
    assert [entry.key for entry in blocks[1].entries] == ["introduction"]


def test_a_line_has_the_words_of_its_heading_alone() -> None:
    """Where they lead is no matter of the line; raised letters stay raised."""
    link = Link("la note", "https://undocs.org/fr/S/2016/1")
    (entry,) = entries(Heading(level=1, content=(*said("Le 1er mars, "), link)))
    assert entry.content == (
        *said("Le 1"),
        Superscript("er"),
        *said("\u00a0mars, ", "la note"),
    )


@pytest.fixture(scope="module")
def document() -> Document:
    """Render the report of 2016 with a table of contents."""
    return rendered()


def rendered(*summary: Paragraph) -> Document:
    """Render it under a summary."""
    report = reportgen.load(INPUTS / "2016")
    return reportgen.render(evolve(report, contents=True, summary=summary))


@pytest.fixture(scope="module")
def documents(document: Document) -> dict[str, tuple[Document, Style]]:
    """Take the report in each look, and under a summary."""
    summarized = rendered(Paragraph(text="Le Groupe s’est réuni.")), STYLES["un-2015"]
    looks = {name: (document, style) for name, style in STYLES.items()}
    return {**looks, "summary": summarized}


@pytest.fixture(scope="module")
def from_word(
    documents: dict[str, tuple[Document, Style]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Print each by way of Word and LibreOffice."""
    files = {
        name: reportgen.write(document, "docx", style=style)
        for name, (document, style) in documents.items()
    }
    return libreoffice.printed(files, tmp_path_factory.mktemp("contents"))


@pytest.fixture(scope="module")
def printed(documents: dict[str, tuple[Document, Style]]) -> dict[str, bytes]:
    """Print each as PDF."""
    return {name: write_pdf(document, style).data for name, (document, style) in documents.items()}


@pytest.mark.parametrize("name", STYLES)
def test_every_page_number_in_word_is_that_of_its_heading(
    from_word: dict[str, bytes], name: str
) -> None:
    """As LibreOffice lays the file out; nothing is asked for at the opening."""
    shown = lines(from_word[name])
    assert told(shown) == headed(shown)


@pytest.mark.parametrize("name", STYLES)
def test_every_page_number_in_the_pdf_is_that_of_its_heading(
    printed: dict[str, bytes], name: str
) -> None:
    """Which its layout counts itself."""
    shown = lines(printed[name])
    assert told(shown) == headed(shown)


def test_pages_count_from_one_and_never_back(document: Document) -> None:
    """Every keyed block has its page."""
    pages = list(pages_of(document, STYLES["un-2015"]).values())
    assert pages[0] == 1
    assert pages == sorted(pages)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("specimen", SPECIMENS)
def test_every_kind_of_block_is_given_its_room(specimen: str, name: str) -> None:
    """Each block that has a key begins on the page where the PDF shows its first words."""
    document = SPECIMENS[specimen]
    shown = lines(write_pdf(document, STYLES[name]).data)
    first_words = {
        block.key: "".join(plain(next(contents(block))).split())[:12]
        for block in document.blocks
        if getattr(block, "key", "")
    }
    astray = {
        key: page
        for key, page in pages_of(document, STYLES[name]).items()
        if not any(
            line.page == page and first_words[key] in "".join(line.text.split()) for line in shown
        )
    }
    assert astray == {}


@pytest.mark.parametrize("name", ["un-2015", "summary"])
def test_a_table_stands_alike_in_word_and_in_the_pdf(
    printed: dict[str, bytes], from_word: dict[str, bytes], name: str
) -> None:
    """Under the title, or under the frame of a summary."""
    for words in ("Table des", "Page", "I. Introduction"):
        places = [line(file, 1, words).baseline for file in (printed[name], from_word[name])]
        assert places[0] == pytest.approx(places[1], abs=1)


def told(shown: Sequence[Line]) -> list[int]:
    """Give the page numbers that the table of contents gives."""
    dotted = [line.text for line in shown if "....." in line.text]
    return [int(text.replace(" ", "").rpartition(".")[2]) for text in dotted]


def headed(shown: Sequence[Line]) -> list[int]:
    """Give the pages where the headings stand."""
    return [
        line.page
        for line in shown
        if line.size > 11 and line.text.startswith(TITLES) and "Bold" in line.font
    ]


@pytest.mark.parametrize("label", ["Annexe", "Pièce jointe", "Pièce jointe VIII"])
def test_the_label_of_an_annex_never_touches_its_title(label: str) -> None:
    """Word parts them by the space that it makes of the line break in the head of the annex."""
    contents = Contents(heading=said("Table"), page=said("Page"))
    annex = AnnexHeading(label=said(label), content=said("Réunions"))
    document = finish(Document(language="fr", blocks=(contents, annex)), FRENCH, "un-fr-2016")
    (entry,) = (
        paragraph
        for paragraph in parts(write_docx(document))["word/document.xml"].iter(f"{W}p")
        if style_id(paragraph) == "TOC1"
    )
    assert text(entry).startswith(f"{label} Réunions\t")
    (shown,) = (line for line in lines(write_pdf(document).data) if "...." in line.text)
    assert shown.text.startswith(f"{label} Réunions")


def test_lines_have_the_form_that_word_gives_them_anew(document: Document) -> None:
    """Numeral, tab, words, tab, page; an annex has one line, the annex of a letter none."""
    shown = [
        text(paragraph)
        for paragraph in parts(write_docx(document))["word/document.xml"].iter(f"{W}p")
        if style_id(paragraph).startswith("TOC") and "\t" in text(paragraph)
    ]
    assert shown[0] == "I.\tIntroduction\t1"
    assert shown[-1].startswith("Annexe Réunions du Groupe de travail en 2016\t")
    assert all(line.count("\t") == 2 for line in shown[:-1])
