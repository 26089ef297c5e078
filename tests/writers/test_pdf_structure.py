"""What a tagged PDF says of its pieces: every word in its element, in the order of the text."""

import re
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from drawing import latin_blocks
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfreading import catalog, outlines, properties
from specimens import EMBLEM, MANY_PAGES, REPORT, SENTENCE, SPECIMENS, words
from structurereading import Piece, artifacts, structure

from reportgen.document import (
    AnnexHeading,
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
    Title,
)
from reportgen.finishing import finish
from reportgen.languages import language
from reportgen.style import UN_2015
from reportgen.writers.pdf import PROFILES, print_html, write_pdf
from reportgen.writers.pdf.fonts import find_font
from reportgen.writers.text import write_text

FAMILY = find_font(UN_2015.fonts)
ARCHIVE = PROFILES["archive"]


@cache
def file(name: str = "report") -> bytes:
    """Archive a specimen."""
    return write_pdf(SPECIMENS[name], profile=ARCHIVE).data


def tagged(*blocks: Block) -> Piece:
    """Write a document of some blocks and read its structure."""
    return structure(write_pdf(Document(language="fr", blocks=blocks), profile=ARCHIVE).data)


def printed(body: str) -> Piece:
    """Print a body of HTML and read its structure."""
    page = f"<html lang=fr><title>x</title><style>html {{ font-family: {FAMILY} }}</style>{body}"
    return structure(print_html(page, FAMILY, ARCHIVE).data)


def letters(text: str) -> str:
    """Leave out what differs between page and text: spaces, what parts cells, brackets."""
    return re.sub(r"[\s|/\[\]]", "", text)


class TestOrder:
    """The structure says the document from its first word to its last."""

    @pytest.mark.parametrize("name", SPECIMENS)
    def test_it_is_that_of_the_plain_text(self, name: str) -> None:
        """Word for word, on however many pages."""
        assert letters(structure(file(name)).words) == letters(write_text(SPECIMENS[name]))

    @settings(max_examples=20, deadline=None)
    @given(st.lists(latin_blocks, min_size=1, max_size=12).map(tuple))
    def test_any_blocks_are_said_in_order(self, drawn: tuple[Block, ...]) -> None:
        """Whatever they are."""
        document = Document(language="fr", blocks=(Title(content=words("x")), *drawn))
        archived = write_pdf(document, profile=ARCHIVE).data
        assert letters(structure(archived).words) == letters(write_text(document))


class TestElements:
    """One element of the document is one of the structure."""

    def test_every_block_has_its_type(self) -> None:
        """Headings by their levels, lists by their items, tables by their cells."""
        nested = {"L": [{"LI": ["Lbl", {"LBody": ["P"]}]}] * 2}
        item = {"LI": ["Lbl", {"LBody": ["P", nested]}]}
        row = {"TR": [{"TD": ["P"]}, {"TD": ["P", "P"]}, {"TD": ["P"]}]}
        assert structure(file()).outline == {
            "Document": [
                {"Sect": ["P"] * 7},
                *("H1", "H2", "H3", "P", "P"),
                {"L": [item, {"LI": ["Lbl", {"LBody": ["P"]}]}]},
                "H4",
                {"P": ["Link", "Link"]},
                {"L": [{"LI": ["Lbl", {"LBody": ["P"]}]}]},
                *("H2", "P", "H2", "P", "H2"),
                {
                    "Table": [
                        {"THead": [{"TR": ["TH", "TH", "TH"]}]},
                        {"TBody": [row, {"TR": [{"TD": ["P"]}, "TD", {"TD": ["P"]}]}]},
                    ]
                },
            ]
        }

    def test_headings_skip_no_level(self) -> None:
        """A reader that goes from level to level finds each of them."""
        levels = (1, 3, 3, 2, 1, 2)
        document = tagged(*(Heading(level=level, content=words("x")) for level in levels))
        assert [piece.tag for piece in document.walk()][1:] == ["H1", "H2", "H2", "H2", "H1", "H2"]

    def test_the_label_of_an_item_stands_apart_from_its_body(self) -> None:
        """And items within items are in its body."""
        inner = Item(content=words("radars;"), label="i)")
        item = Item(content=words("Technologie :"), label="a)", items=(inner,))
        document = tagged(
            Title(content=words("x")), Paragraph(content=words("y"), number=1, items=(item,))
        )
        assert [piece.words.strip() for piece in document.find("Lbl")] == ["a)", "i)"]
        assert [piece.words for piece in document.find("LBody")] == [
            "Technologie :i)radars;",
            "radars;",
        ]

    def test_an_item_without_a_label_has_a_body_alone(self) -> None:
        """As in a list whose items finishing did not label."""
        item = Item(content=words("radars"))
        document = tagged(Paragraph(content=words("y"), number=1, items=(item,)))
        assert document.find("L")[0].outline == {"L": [{"LI": [{"LBody": ["P"]}]}]}

    def test_a_paragraph_over_two_pages_is_one(self) -> None:
        """So is every paragraph."""
        paragraphs = [piece for piece in structure(file("many pages")).kids if piece.tag == "P"]
        assert len(paragraphs) == 8
        assert sum(len(piece.pages) == 2 for piece in paragraphs) >= 2

    def test_a_table_over_many_pages_is_one_under_one_head(self) -> None:
        """The heads that other pages repeat are not read again."""
        (table,) = structure(file("many pages")).find("Table")
        assert [piece.words for piece in table.find("TH")] == ["Date", "Intervenants"]
        assert len(table.find("TR")) == 61
        assert len({page for piece in table.walk() for page in piece.pages}) > 5

    def test_each_head_says_that_it_heads_a_column(self) -> None:
        """Which readers repeat before the cells under it."""
        heads = structure(file()).find("TH")
        assert [head.entries["/A"] for head in heads] == [{"/O": "/Table", "/Scope": "/Column"}] * 3

    def test_cells_without_words_keep_their_place(self) -> None:
        """Every row has as many cells as there are columns."""
        row = Row(cells=((), (words("x"),)))
        table = Table(widths=(1, 1), heads=(words("a"), words("b")), rows=(row, row))
        assert [len(piece.find("TD")) for piece in tagged(table).find("TR")] == [0, 2, 2]

    def test_a_row_torn_between_pages_is_one(self) -> None:
        """And so are the paragraphs of its cells."""
        cells = ((words("date"),), tuple(words(f"{SENTENCE}{n}") for n in range(40)))
        table = Table(widths=(1, 3), heads=(words("a"), words("b")), rows=(Row(cells=cells),))
        document = tagged(table)
        assert len(document.find("TR")) == 2
        assert len(document.find("P")) == 41

    def test_a_link_holds_its_words_and_says_what_it_is(self) -> None:
        """Its annotation bears them too, for readers that do not see the page."""
        assert [piece.words for piece in structure(file()).find("Link")] == ["2", "annexe"]
        with pikepdf.open(BytesIO(file())) as pdf:
            links = [link for page in pdf.pages for link in page.get("/Annots", [])]
            assert [str(link.Contents) for link in links] == ["2", "annexe"]

    def test_a_table_of_contents_refers_to_what_it_lists(self) -> None:
        """Each entry by its label, and by a link that says its page; its title is a heading."""
        table = Contents(heading=words("Table des matières"), page=words("Page"))
        annex = AnnexHeading(label=words("Annexe"), content=words("Réunions"))
        blocks = (table, Heading(level=1, content=words("Mandat")), annex)
        document = finish(Document(language="fr", blocks=blocks), language("fr"), "un-fr-2016")
        made = structure(write_pdf(document, profile=ARCHIVE).data)
        entry = {"TOCI": ["Lbl", {"Reference": ["Link"]}]}
        assert made.outline == {
            "Document": [{"Sect": ["H1", "P", {"TOC": [entry, entry]}]}, "H1", "H1"]
        }
        said = [re.sub(r"[. ]+", " ", piece.words).strip() for piece in made.find("TOCI")]
        assert said == ["I Mandat 1", "Annexe Réunions 2"]

    def test_a_picture_says_what_it_shows_and_where_it_stands(self) -> None:
        """In points from the lower left corner of the page."""
        image = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'/>"
        style = "<style>@page { size: 100pt; margin: 10pt } body { margin: 0 }</style>"
        (figure,) = printed(
            f'{style}<img style="display: block" src="{image}" alt="une carte">'
        ).find("Figure")
        assert figure.entries["/Alt"] == "une carte"
        assert figure.entries["/A"] == {"/O": "/Layout", "/BBox": [10, 87, 16, 90]}

    def test_a_note_is_read_after_the_paragraph_that_calls_it(self) -> None:
        """Which may go on on the next page; its label stands apart, and it has a name."""
        style = "<style>.note { float: footnote } .note::footnote-call { content: none }"
        style += ".note::footnote-marker { content: none } @page { size: 200pt }</style>"
        note = '<span class="note" role="doc-footnote"><span class="mark">{0} </span>note{0}</span>'
        called = note.format(1) + " et" * 250 + note.format(2)
        document = printed(f"{style}<p>mot{called} fin</p><p>suite</p>")
        assert [piece.outline for piece in document.kids] == [
            {"P": [{"Note": ["Lbl"]}, {"Note": ["Lbl"]}]},
            "P",
        ]
        assert len(document.find("P")[0].pages) > 1
        assert [piece.entries["/ID"] for piece in document.find("Note")] == [
            *("note-000001", "note-000002"),
        ]
        assert letters(document.words) == "mot" + "et" * 250 + "fin1note12note2suite"

    def test_a_figure_goes_with_its_caption(self) -> None:
        """The caption first, as on the page."""
        figure = Figure(label="Figure I", caption=words("Carte"), image=EMBLEM)
        (pair,) = tagged(figure).kids
        assert isinstance(pair, Piece)
        assert pair.outline == {"Div": ["Caption", "Figure"]}
        assert letters(pair.words) == "FigureICarte"
        assert pair.find("Figure")[0].entries["/Alt"] == EMBLEM.description

    def test_words_in_another_language_say_so(self) -> None:
        """As an element of HTML does."""
        (span,) = printed("<p>un <i lang=en>briefing</i></p>").find("Span")
        assert (span.words, span.entries["/Lang"]) == ("briefing", "en")


class TestArtifacts:
    """What is not read."""

    def test_running_heads_and_feet_are_artifacts(self) -> None:
        """Nothing else is."""
        assert [letters(page) for page in artifacts(file())] == [
            "",
            letters("S/2017/123 2/3 17-00123"),
            letters("S/2017/123 17-00123 3/3"),
        ]

    def test_heads_that_a_page_repeats_are_artifacts(self) -> None:
        """They are read once."""
        repeated = [page for page in artifacts(file("many pages")) if "Intervenants" in page]
        assert len(repeated) > 4

    def test_what_is_hidden_from_readers_is_an_artifact(self) -> None:
        """By its mark in the HTML."""
        assert printed('<p>oui</p><p aria-hidden="true">non</p>').words == "oui"


class TestFile:
    """What the file says of itself."""

    def test_readers_show_its_title_and_know_its_language(self) -> None:
        """Not the name of the file."""
        assert properties(file())["Title"].startswith("Rapport pour la période allant du 1er")
        assert catalog(file())["ViewerPreferences"]["DisplayDocTitle"] is True
        assert catalog(file())["MarkInfo"]["Marked"] is True
        assert catalog(file())["Lang"] == b"fr"

    def test_its_headings_are_its_bookmarks(self) -> None:
        """Word for word, the title excepted."""
        heads = [piece.words for piece in structure(file()).find("H2", "H3", "H4")]
        assert [letters(head) for head in heads] == [
            letters(title) for _, title in outlines(file())
        ]

    @pytest.mark.parametrize("name", SPECIMENS)
    def test_its_syntax_is_sound(self, name: str) -> None:
        """As qpdf checks it."""
        with pikepdf.open(BytesIO(file(name))) as pdf:
            assert pdf.check_pdf_syntax() == []

    def test_it_has_as_many_pages_as_a_plain_one(self) -> None:
        """Tags move nothing."""
        plain = write_pdf(MANY_PAGES)
        with pikepdf.open(BytesIO(file("many pages"))) as pdf:
            assert len(pdf.pages) == plain.pages

    def test_it_tells_nothing_strange(self) -> None:
        """WeasyPrint knows every element."""
        assert write_pdf(REPORT, profile=ARCHIVE).warnings == ()
