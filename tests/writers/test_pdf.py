"""The PDF: each line in its place on the page, every word, nothing fetched, the same bytes."""

import logging
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from attrs import evolve
from drawing import latin_blocks
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfreading import Line, catalog, edges, fonts, line, lines, outlines, properties
from specimens import MASTHEAD, NOTED, REPORT, SENTENCE, words

from reportgen.document import (
    Block,
    Citation,
    Document,
    Footnote,
    Heading,
    Link,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Superscript,
    Table,
    Text,
    Title,
)
from reportgen.errors import FontError, OutputError
from reportgen.messages import speaking
from reportgen.style import UN_2015, UN_2025, Style
from reportgen.writers.html import write_html
from reportgen.writers.pdf import load_weasyprint, print_html, write_pdf
from reportgen.writers.pdf.fonts import find_font
from reportgen.writers.text import write_text

FAMILY = find_font(UN_2015.fonts)
LONG = evolve(
    REPORT,
    blocks=(
        *REPORT.blocks[:-2],
        *(Paragraph(content=words(SENTENCE * 5), number=number) for number in range(5, 12)),
        *REPORT.blocks[-2:],
    ),
)
FILE = write_pdf(LONG).data


def written(*blocks: Block, masthead: bool = False) -> bytes:
    """Write a document of some blocks."""
    head = MASTHEAD if masthead else None
    return write_pdf(Document(language="fr", blocks=blocks, masthead=head)).data


def text_lines(file: bytes) -> list[Line]:
    """Give the lines of the text, without heads and feet."""
    return [ln for ln in lines(file) if 80 < ln.baseline < 700]


class TestPlaces:
    """Where lines stand, within a point of S/2015/246, which was measured."""

    @pytest.mark.parametrize(
        ("page", "beginning", "baseline", "left"),
        [
            (1, "Nations Unies", 65.0, 123.4),
            (1, "S/2017/123", 63.4, 500.2),
            (1, "Conseil de sécurité", 93.5, 123.4),
            (1, "Distr. générale", 93.5, 397.0),
            (1, "10 janvier 2017", 105.0, 397.0),
            (1, "Original : français", 128.5, 397.0),
            (1, "Rapport pour la période", 231.8, 123.4),
            (1, "décembre 2016", 246.8, 123.4),
            (1, "I. Introduction", 273.8, 102.1),
            (1, "A. Mandat", 299.6, 98.8),
            (1, "1. Le Groupe de travail", 323.9, 123.4),
            (1, "thématiques avec", 335.9, 123.4),
            (1, "2. Le Groupe s’est", 389.9, 123.4),
            (1, "a) « Technologie »", 407.9, 147.1),
            (1, "i) drones;", 425.9, 170.9),
            (1, "17-00123 (F)", 720.8, 60.0),
            (2, "S/2017/123", 66.0, 60.0),
            (2, "II. Conclusion", 96.7, 96.6),
            (2, "17-00123", 727.3, 524.4),
            (2, "2/4", 728.8, 60.0),
            (3, "S/2017/123", 66.0, 514.1),
            (3, "17-00123", 727.3, 60.0),
            (3, "3/4", 728.8, 541.0),
            (4, "Annexe", 96.7, 60.0),
            (4, "Réunions et intervenants", 117.7, 123.4),
        ],
    )
    def test_each_line_stands_in_its_place(
        self, page: int, beginning: str, baseline: float, left: float
    ) -> None:
        """Baseline and left edge."""
        on_page = [ln for ln in lines(FILE) if ln.page == page and beginning in ln.text]
        assert on_page, [ln.text for ln in lines(FILE) if ln.page == page]
        found = [(ln.baseline, _left(ln, beginning)) for ln in on_page]
        assert any(abs(b - baseline) < 1 and abs(x - left) < 1 for b, x in found), found

    @pytest.mark.parametrize(
        ("page", "beginning", "size", "bold"),
        [
            (1, "Nations Unies", 14, False),
            (1, "Rapport pour", 14, True),
            (1, "I. Introduction", 14, True),
            (1, "A. Mandat", 12, True),
            (1, "1. Le Groupe", 10, False),
            (1, "17-00123 (F)", 10, False),
            (2, "S/2017/123", 8.5, True),
            (2, "2/4", 8.5, True),
            (2, "17-00123", 7, False),
            (4, "Annexe", 14, True),
        ],
    )
    def test_each_line_has_its_size_and_weight(
        self, page: int, beginning: str, size: float, *, bold: bool
    ) -> None:
        """As in the styles of the template."""
        found = line(FILE, page, beginning)
        assert (found.size, "Bold" in found.font) == (size, bold)

    @pytest.mark.parametrize(
        ("page", "beginning", "right"),
        [
            (1, "S/2017/123", 554.9),
            (2, "17-00123", 551.9),
            (3, "S/2017/123", 553.4),
            (3, "3/4", 551.8),
        ],
    )
    def test_what_stands_at_the_right_ends_there(
        self, page: int, beginning: str, right: float
    ) -> None:
        """The symbol and the feet."""
        assert line(FILE, page, beginning).right == pytest.approx(right, abs=1)

    def test_the_text_follows_its_number_at_the_first_tab(self) -> None:
        """And its other lines begin under the number."""
        numbered = line(FILE, 1, "1. Le Groupe")
        assert numbered.letters[2][:2] == ("L", pytest.approx(147.1, abs=0.5))
        item = line(FILE, 1, "a) « Technologie »")
        assert item.letters[2][:2] == ("«", pytest.approx(170.9, abs=0.5))

    def test_the_letters_of_organs_are_large_in_the_symbol(self) -> None:
        """In a joint symbol, the letter of each."""
        masthead = evolve(MASTHEAD, symbol=(Citation("A/70/95-S/2015/446"),))
        document = Document(language="fr", blocks=(Title(content=words("x")),), masthead=masthead)
        file = write_pdf(document).data
        symbol = line(file, 1, "A/70")
        assert symbol.baseline == pytest.approx(63.4, abs=1)
        heights = [round(right - left, 1) for _, left, right in symbol.letters]
        letters = [letter for letter, *_ in symbol.letters]
        assert heights[letters.index("A")] > 2 * heights[letters.index("7")]
        assert heights[letters.index("S")] > 2 * heights[letters.index("2")]

    def test_a_joint_symbol_takes_two_lines_in_running_heads(self) -> None:
        """One for each organ, the last one on the usual baseline."""
        masthead = evolve(MASTHEAD, symbol=(Citation("A/70/95-S/2015/446"),))
        file = write_pdf(evolve(LONG, masthead=masthead)).data
        assert [ln.text for ln in lines(file) if ln.page == 2][:2] == ["A/70/95", "S/2015/446"]
        assert line(file, 2, "S/2015/446").baseline == pytest.approx(66.0, abs=1)

    @pytest.mark.parametrize(
        ("page", "left", "right", "bottom"),
        [
            (1, 60.0, 555.0, 72.5),
            (1, 59.3, 553.9, 217.6),
            (2, 59.3, 553.3, 72.25),
            (3, 59.3, 553.3, 72.25),
            (4, 123.35, 488.65, 151.9),
            (4, 270.2, 342.2, 221.2),
        ],
    )
    def test_rules_are_drawn_where_they_belong(
        self, page: int, left: float, right: float, bottom: float
    ) -> None:
        """The masthead's, the running heads', the tables' and the rule that ends the document."""
        on_height = [e for e in edges(FILE, page) if abs(e[2] - bottom) < 1]
        assert on_height, edges(FILE, page)
        assert min(e[0] for e in on_height) == pytest.approx(left, abs=1)
        assert max(e[1] for e in on_height) == pytest.approx(right, abs=1)

    def test_the_end_rule_never_takes_a_page_of_its_own(self) -> None:
        """Under a full page it stands in the margin."""
        full = [Paragraph(content=words("mot"), number=number) for number in range(1, 26)]
        pdf = write_pdf(Document(language="fr", blocks=(Title(content=words("x")), *full)))
        fuller = [Paragraph(content=words("mot"), number=number) for number in range(1, 60)]
        assert pdf.pages == 1
        for count in range(30, 36):
            file = written(*fuller[:count])
            last = max((ln.page, ln.baseline) for ln in text_lines(file))
            assert any(
                abs(bottom - last[1] - 26.8) < 1 and abs(right - left - 72) < 0.1
                for left, right, bottom in edges(file, last[0])
            )

    def test_the_first_page_has_neither_head_nor_number(self) -> None:
        """Its masthead and its own foot stand for them."""
        first = [ln.text for ln in lines(FILE) if ln.page == 1]
        assert [text for text in first if "1/4" in text] == []
        assert [text for text in first if "S/2017/123" in text] == ["S/2017/123"]

    def test_without_a_masthead_the_first_page_is_like_the_others(self) -> None:
        """It bears its number, and its text begins at the top."""
        file = written(Paragraph(content=words("Un seul paragraphe."), number=1))
        assert line(file, 1, "1. Un seul").baseline == pytest.approx(96.7, abs=1)
        assert line(file, 1, "1/1").baseline == pytest.approx(728.8, abs=1)

    def test_every_page_begins_on_the_same_line(self) -> None:
        """Be it a paragraph, the rest of one, a heading or an annex."""
        firsts = [min(ln.baseline for ln in text_lines(FILE) if ln.page == n) for n in (2, 3, 4)]
        assert firsts == [pytest.approx(96.7, abs=0.1)] * 3

    def test_a_heading_at_the_top_of_a_page_stands_on_the_first_line(self) -> None:
        """Whatever its size."""
        filling = [Paragraph(content=words("mot"), number=number) for number in range(1, 34)]
        heading = Heading(level=1, content=words("En haut"), numeral="I")
        file = written(*filling, heading, Paragraph(content=words("fin"), number=34))
        assert line(file, 2, "I. En haut").baseline == pytest.approx(96.7, abs=1)

    def test_a_heading_never_ends_a_page(self) -> None:
        """It goes with the text that it heads."""
        filling = [Paragraph(content=words("mot"), number=number) for number in range(1, 33)]
        heading = Heading(level=1, content=words("Avec la suite"), numeral="I")
        file = written(*filling, heading, Paragraph(content=words("fin"), number=33))
        assert {ln.page for ln in lines(file) if "Avec" in ln.text or "fin" in ln.text} == {2}

    def test_no_line_goes_below_the_foot_of_the_text(self) -> None:
        """The last baseline of a page is at most 693 or so."""
        assert max(ln.baseline for ln in text_lines(FILE)) < 694


class TestLines:
    """How lines are broken and filled."""

    def test_a_paragraph_breaks_where_the_printed_report_of_2016_does(self) -> None:
        """Letters are spread so that lines hold as much as those of the template."""
        printed = [
            "4. Le Groupe de travail a continué de promouvoir la coopération triangulaire",
            "entre le Conseil de sécurité, les pays qui fournissent des contingents ou du",
            "personnel de police et le Secrétariat, en s’efforçant notamment d’améliorer la",
            "coordination au sein de la structure de consolidation de la paix et d’examiner",
            "d’importantes questions thématiques relatives au maintien de la paix. Il a tenu une",
            "réunion d’organisation et cinq réunions thématiques avec les pays qui fournissent",
            "des contingents ou du personnel de police et a entendu des exposés présentés par de",
            "hauts fonctionnaires du Secrétariat et d’organisations régionales ainsi que par des",
            "représentants et observateurs permanents auprès de l’Organisations des Nations",
            "Unies (voir annexe).",
        ]
        text = " ".join(printed).removeprefix("4. ")
        file = written(Paragraph(content=words(text), number=4))
        assert [ln.text for ln in text_lines(file)] == printed

    def test_full_lines_end_at_the_edge_of_the_column(self) -> None:
        """Text is justified from 123.4 to 488.3."""
        file = written(Paragraph(content=words(SENTENCE * 3), number=1))
        *full, _ = text_lines(file)
        assert {round(ln.left, 2) for ln in full} == {123.35}
        assert all(ln.right == pytest.approx(488.2, abs=1) for ln in full)

    def test_no_word_is_hyphenated(self) -> None:
        """Documents of the United Nations are not."""
        text = "incompréhensibilité institutionnalisation " * 12
        file = written(Paragraph(content=words(text), number=1))
        assert {word for ln in text_lines(file) for word in ln.text.split()} == {
            *("1.", "incompréhensibilité", "institutionnalisation")
        }

    def test_no_break_spaces_are_neither_broken_nor_widened(self) -> None:
        """However much a justified line widens its other spaces."""
        phrase = "une assez longue phrase «\u00a0oui\u00a0» pour voir\u00a0: "
        file = written(Paragraph(content=words(phrase * 12), number=1))
        glued, loose = set(), set()
        for ln in text_lines(file)[:-1]:
            assert "«" not in ln.text[-1]
            assert ":" not in ln.text[0]
            for (before, _, right), (after, left, _) in pairwise(ln.letters):
                if (before, after) in {("«", "o"), ("i", "»"), ("r", ":")}:
                    glued.add(round(left - right, 1))
                elif (before, after) == ("z", "l"):
                    loose.add(round(left - right, 1))
        assert max(glued) - min(glued) < 0.3
        assert max(loose) - min(loose) > 0.5

    def test_a_citation_never_breaks(self) -> None:
        """Neither at its strokes nor at its hyphen."""
        citations = [
            piece for _ in range(30) for piece in (Citation("A/70/95-S/2015/446"), Text(", et "))
        ]
        file = written(Paragraph(content=tuple(citations), number=1))
        read = [word for ln in text_lines(file) for word in ln.text.split()]
        assert Counter(read) == {"1.": 1, "A/70/95-S/2015/446,": 30, "et": 30}

    def test_an_address_longer_than_the_line_is_broken_rather_than_cut(self) -> None:
        """Every letter of it is on the page."""
        address = "https://example.org/" + "x" * 150
        file = written(Paragraph(content=(Citation(address),), number=1))
        assert max(ln.right for ln in text_lines(file)) < 489.5
        assert (
            "".join(ln.text for ln in text_lines(file)) == f"1.{address}"
            or "".join(ln.text for ln in text_lines(file)) == f"1. {address}"
        )

    def test_a_joined_superscript_is_raised_and_small(self) -> None:
        """As in 1er."""
        raised = next(ln for ln in lines(FILE) if ln.text == "er")
        title = line(FILE, 1, "Rapport pour")
        assert raised.size < title.size * 0.7
        assert 3 < title.baseline - raised.baseline < 6


class TestTables:
    """Tables over several pages."""

    ROWS = tuple(
        Row(cells=((words(f"date{n}"),), tuple(words(f"mot{n}-{part}") for part in "abc")))
        for n in range(60)
    )

    def table(self, *rows: Row) -> bytes:
        """Write a table under its two heads."""
        return written(Table(widths=(1, 3), heads=(words("Date"), words("Suite")), rows=rows))

    def test_every_page_repeats_the_heads(self) -> None:
        """In italics of 7 points."""
        file = self.table(*self.ROWS)
        heads = [ln for ln in lines(file) if ln.text == "Date Suite"]
        assert [ln.page for ln in heads] == [1, 2, 3, 4]
        assert {(ln.size, "Italic" in ln.font) for ln in heads} == {(7, True)}

    def test_a_row_is_never_torn(self) -> None:
        """All its words are on one page."""
        file = self.table(*self.ROWS)
        pages: dict[str, set[int]] = {}
        for ln in text_lines(file):
            for word in ln.text.split():
                number = word.removeprefix("date").removeprefix("mot").split("-")[0]
                pages.setdefault(number, set()).add(ln.page)
        assert all(len(pages[str(number)]) == 1 for number in range(60))

    def test_a_row_taller_than_a_page_shows_all_its_words_under_the_heads(self) -> None:
        """Such a row alone is torn."""
        tall = Row(cells=((words("date"),), tuple(words(f"mot{n}") for n in range(130))))
        file = self.table(self.ROWS[0], tall, self.ROWS[1])
        read = [word for ln in text_lines(file) for word in ln.text.split()]
        assert [word for word in read if word in {f"mot{n}" for n in range(130)}] == [
            f"mot{n}" for n in range(130)
        ]
        assert read.count("Suite") == max(ln.page for ln in lines(file)) == 3

    def test_rows_stand_at_the_measures_of_the_template(self) -> None:
        """Lines of 10.5 points in letters of 8.5, one and a quarter above and below."""
        first, second, third, *_ = (
            ln.baseline for ln in text_lines(self.table(*self.ROWS)) if ln.size == 8.5
        )
        assert second - first == pytest.approx(11.75, abs=0.2)
        assert third - second == pytest.approx(11.75, abs=0.2)


class TestNotes:
    """Notes at the foot of the page, and under tables."""

    FILE = write_pdf(NOTED).data

    @pytest.mark.parametrize(
        ("page", "beginning", "baseline", "left"),
        [
            (1, "Du titre.", 674.0, 123.4),
            (1, "De l’un.", 695.0, 123.4),
            (2, "Le Groupe", 674.0, 123.4),
            (2, "De la fin.", 695.0, 123.4),
        ],
    )
    def test_notes_stand_at_the_foot_of_the_text(
        self, page: int, beginning: str, baseline: float, left: float
    ) -> None:
        """The last line where the last line of the text would stand; S/2025/257 was measured."""
        found = [ln for ln in lines(self.FILE) if ln.page == page and ln.text.startswith(beginning)]
        assert abs(found[-1].baseline - baseline) < 1
        assert abs(found[-1].left - left) < 1
        assert found[-1].size == 8.5

    def test_labels_end_at_their_tab(self) -> None:
        """Raised and small, 3.6 points left of the words."""
        marks = [ln for ln in lines(self.FILE) if ln.text in {"1", "2", "3"} and ln.baseline > 660]
        assert [mark.text for mark in marks] == ["1", "2", "3"]
        assert all(abs(mark.right - 119.75) < 1 and mark.size < 6 for mark in marks)

    def test_a_rule_stands_above_them(self) -> None:
        """74 points long, 13.5 above the first baseline."""
        first = line(self.FILE, 1, "Du titre.").baseline
        with pdfplumber.open(BytesIO(self.FILE)) as pdf:
            rules = [(r["x0"], r["x1"], first - r["top"]) for r in pdf.pages[0].rects]
        assert any(
            abs(left - 99.6) < 1 and abs(right - 173.6) < 1 and abs(above - 13.5) < 1
            for left, right, above in rules
        )

    def test_the_notes_of_a_table_stand_under_it(self) -> None:
        """14.4 points below its rule, as in A/80/590, with hanging labels."""
        note = line(self.FILE, 2, "Du Comité.")
        rule = max(edge[2] for edge in edges(self.FILE, 2) if edge[2] < note.baseline)
        assert abs(note.baseline - rule - 14.4) < 1
        assert abs(note.left - 137.6) < 1

    def test_a_bookmark_does_not_say_what_calls_a_note(self) -> None:
        """It is no word of the heading."""
        assert outlines(self.FILE) == [(1, "I. Titre"), (1, "Annexe Réunions")]

    def test_a_note_stands_on_the_page_that_calls_it(self) -> None:
        """However many are called; no word is lost."""
        blocks = [
            Paragraph(
                content=(
                    Text(f"{SENTENCE * (number % 4)}appel{number}"),
                    Footnote(words(f"note{number} {SENTENCE * (number % 5)}"), str(number)),
                    Text(f", voir par.\u00a0{number} {SENTENCE * (number % 3)}"),
                ),
                number=number,
            )
            for number in range(1, 40)
        ]
        with pdfplumber.open(BytesIO(written(*blocks))) as pdf:
            pages = [page.extract_text() for page in pdf.pages]
        for number in range(1, 40):
            (called_on,) = [i for i, text in enumerate(pages) if f"appel{number}{number}," in text]
            assert [i for i, text in enumerate(pages) if re.search(rf"note{number}\b", text)] == [
                called_on
            ]


class TestFile:
    """What the file says of itself."""

    def test_it_names_its_title_its_author_and_its_language(self) -> None:
        """As the document does."""
        assert properties(FILE)["Title"] == (
            "Rapport pour la période allant du 1er janvier au 31 décembre 2016"
        )
        assert properties(FILE)["Author"] == "Conseil de sécurité"
        assert catalog(FILE)["Lang"] == b"fr"

    def test_headings_are_bookmarks(self) -> None:
        """By their levels, an annex at the first."""
        assert outlines(FILE) == [
            (1, "I. Introduction"),
            (2, "A. Mandat"),
            (3, "1. Suite"),
            (1, "Sans numéro"),
            (1, "II. Conclusion"),
            (1, "Annexe Réunions et intervenants"),
        ]

    def test_links_and_citations_lead_to_their_addresses(self) -> None:
        """As annotations without a border; the words are black like the others."""
        content = (
            Link("Le Monde", "https://a.fr?b=1&c", italic=True),
            Text(" et "),
            Citation("S/2016/1019", "https://undocs.org/fr/S/2016/1019"),
        )
        with pdfplumber.open(BytesIO(written(Paragraph(content=content, number=1)))) as pdf:
            page = pdf.pages[0]
            links = [(link["uri"], link["data"]["BS"]) for link in page.hyperlinks]
            colours = {char["non_stroking_color"] for char in page.chars}
        assert links == [
            ("https://a.fr?b=1&c", {"W": 0}),
            ("https://undocs.org/fr/S/2016/1019", {"W": 0}),
        ]
        assert len(colours) == 1

    def test_references_are_links(self) -> None:
        """To where their block begins."""
        paragraph = Paragraph(content=(Text("voir "), Reference("é", "2")), number=1)
        file = written(paragraph, Paragraph(content=words("ici"), number=2, key="é"))
        ((name, target),) = _pairs(catalog(file)["Names"]["Dests"]["Names"])
        assert name == b"%C3%A9"
        assert 792 - target[3] == pytest.approx(line(file, 1, "2. ici").baseline, abs=12)

    def test_only_the_font_that_was_found_is_embedded(self) -> None:
        """In the four forms that the page needs."""
        family = FAMILY.replace(" ", "-")
        assert {name.removeprefix(family) for name in fonts(FILE)} == {"", "-Bold", "-Italic"}

    def test_it_says_how_many_pages_it_has(self) -> None:
        """Those of the file."""
        pdf = write_pdf(LONG)
        assert pdf.pages == 4 == max(ln.page for ln in lines(pdf.data))

    def test_a_page_of_ours_has_nothing_strange(self) -> None:
        """WeasyPrint understands the whole style sheet."""
        assert write_pdf(REPORT).warnings == ()

    def test_its_pages_and_fonts_are_compressed(self) -> None:
        """To a third of their length, which any reader gives back."""
        with pikepdf.open(BytesIO(FILE)) as file:
            streams = [part for part in file.objects if isinstance(part, pikepdf.Stream)]
            pages = [page.Contents for page in file.pages]
            assert {str(page.Filter) for page in pages} == {"/FlateDecode"}
            raw = sum(len(stream.read_raw_bytes()) for stream in streams)
            assert raw < sum(len(stream.read_bytes()) for stream in streams) / 3
            assert all(page.read_bytes().rstrip().endswith(b"Q") for page in pages)

    def test_two_processes_give_the_same_bytes(self, tmp_path: Path) -> None:
        """Neither the time nor the order of a set goes into the file."""
        script = (
            f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
            "from hashlib import sha256\n"
            "from specimens import REPORT\n"
            "from reportgen.writers.pdf import write_pdf\n"
            "print(sha256(write_pdf(REPORT).data).hexdigest())\n"
        )
        sums = {_run(script, tmp_path, PYTHONHASHSEED=seed, TZ=f"UTC-{seed}") for seed in "13"}
        assert len(sums) == 1

    def test_progress_is_told_page_by_page(self) -> None:
        """In the language of the reader."""
        said: list[str] = []
        with speaking("en"):
            write_pdf(REPORT, progress=lambda step: said.append(str(step)))
        assert said == [*(f"laying out page {page}" for page in (1, 2, 3)), "writing the pages"]

    def test_holes_are_highlighted(self) -> None:
        """In yellow, under their words."""
        hole = Placeholder("date", "[date]")
        file = written(Paragraph(content=(Text("le "), hole), number=1))
        shown = line(file, 1, "1. le [date]")
        left, right, _ = next(edge for edge in edges(file, 1) if edge[1] - edge[0] < 40)
        assert left == pytest.approx(shown.letters[4][1], abs=0.1)
        assert right == pytest.approx(shown.right, abs=0.5)


PAGE = f"<style>html {{ font-family: {FAMILY} }}</style>"


class TestDoor:
    """What passes the door to WeasyPrint."""

    def test_no_file_is_fetched(self, tmp_path: Path) -> None:
        """Not even one that is there."""
        style = tmp_path / "style.css"
        style.write_text("p { color: red }")
        page = f'{PAGE}<link rel="stylesheet" href="{style.as_uri()}"><p>mot</p>'
        with pytest.raises(OutputError, match="disallowed protocol"):
            print_html(page, FAMILY)

    def test_nothing_is_fetched_from_the_network(self) -> None:
        """Images neither."""
        with pytest.raises(OutputError, match="disallowed protocol"):
            print_html(f'{PAGE}<img src="http://127.0.0.1:9/image.png"><p>mot</p>', FAMILY)

    def test_what_the_page_holds_itself_may_be_used(self) -> None:
        """An image written in its address."""
        image = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
        assert print_html(f'<img src="{image}">', FAMILY).pages == 1

    def test_a_sign_that_no_font_has_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """An empty box stands for it, which a drafter must know; it is told once."""
        real = load_weasyprint()

        class Boxes(real.HTML):  # type: ignore[misc, name-defined]
            def render(self, **options: object) -> object:
                for sign in ("☃", "☃", "\n"):
                    logging.getLogger("weasyprint").warning(
                        '.notdef glyph rendered for Unicode string unsupported by fonts: "%s"'
                        " (U+%04X)",
                        sign,
                        ord(sign),
                    )
                return super().render(**options)

        monkeypatch.setattr(real, "HTML", Boxes)
        pdf = write_pdf(REPORT)
        assert pdf.unprintable.missing == "\n☃"
        assert pdf.warnings == ()

    def test_warnings_are_gathered(self) -> None:
        """And the page is printed all the same."""
        pdf = print_html(f"{PAGE}<p style='colour: red'>mot</p>", FAMILY)
        (warning,) = pdf.warnings
        assert "colour" in str(warning)

    def test_letters_set_in_another_font_are_an_error(self) -> None:
        """The pages would not be those of the template."""
        page = "<p style='font-family: Liberation Sans'>mot</p>"
        with pytest.raises(FontError, match="Liberation Sans"):
            print_html(page, FAMILY)

    def test_other_scripts_and_pictures_are_no_error(self) -> None:
        """Whatever font sets them, if any does."""
        paragraph = Paragraph(content=words("paix 和平 مرحبا 🕊️ мир a\u20dd"), number=1)
        assert write_pdf(Document(language="fr", blocks=(paragraph,))).pages == 1

    @pytest.mark.parametrize("absent", ["pango", "harfbuzz-subset"])
    def test_missing_libraries_are_named(self, tmp_path: Path, absent: str) -> None:
        """With the packages to install, and without the advice that WeasyPrint prints."""
        script = (
            "import cffi\n"
            "load = cffi.FFI.dlopen\n"
            "def dlopen(ffi, name, flags=0):\n"
            f"    if {absent!r} in name:\n"
            "        raise OSError(name)\n"
            "    return load(ffi, name, flags)\n"
            "cffi.FFI.dlopen = dlopen\n"
            "from reportgen.errors import OutputError\n"
            "from reportgen.writers.pdf import print_html\n"
            "try:\n"
            f"    print_html({PAGE + '<p>mot'!r}, {FAMILY!r})\n"
            "except OutputError as error:\n"
            "    print(error)\n"
        )
        said = _run(script, tmp_path, LANGUAGE="en")
        assert said == (
            "the PDF needs libraries of the system that are not installed (Pango, HarfBuzz)\n"
            "  → Install them; on Debian and Ubuntu:"
            " sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0\n"
        )

    def test_threads_print_one_at_a_time(self) -> None:
        """Each is told of its own pages only, in one stretch."""
        page = PAGE + "<p style='break-after: page'>mot</p>" * 20
        told: list[str] = []

        def print_as(name: str) -> int:
            return print_html(page, FAMILY, progress=lambda _: told.append(name)).pages

        with ThreadPoolExecutor(2) as threads:
            assert list(threads.map(print_as, "ab")) == [20, 20]
        assert sorted(name for name, _ in groupby(told)) == ["a", "b"]

    @pytest.mark.skipif(sys.platform != "linux", reason="libraries have such names on Linux")
    def test_importing_it_searches_for_no_library_and_leaves_no_trace(self, tmp_path: Path) -> None:
        """Each search would start the C compiler."""
        script = (
            "import ctypes.util\n"
            "searched = []\n"
            "ctypes.util.find_library = search = searched.append\n"
            "from reportgen.writers.pdf import print_html\n"
            f"print_html({PAGE + '<p>mot'!r}, {FAMILY!r})\n"
            "print(searched, ctypes.util.find_library == search)\n"
        )
        assert _run(script, tmp_path) == "[] True\n"


@settings(max_examples=25, deadline=None)
@given(st.lists(latin_blocks, min_size=1, max_size=12).map(tuple))
def test_no_word_is_ever_lost_on_paper(drawn: tuple[Block, ...]) -> None:
    """Any blocks of any length: the pages show the words of the plain text, none twice."""
    document = Document(language="fr", blocks=drawn)
    heads = {word for block in drawn if isinstance(block, Table) for word in _head_words(block)}
    expected = Counter(write_text(document).replace("|", " ").replace(" / ", " ").split())
    read = Counter(word for ln in text_lines(write_pdf(document).data) for word in ln.text.split())
    assert {word: count for word, count in read.items() if word not in heads} == {
        word: count for word, count in expected.items() if word not in heads
    }
    assert all(read[word] >= expected[word] for word in heads)


def test_the_html_that_is_printed_is_the_page_of_the_browser() -> None:
    """With the font that was found in the place of the list."""
    style = evolve(UN_2015, fonts=(FAMILY,))
    assert lines(print_html(write_html(REPORT, style), FAMILY).data) == lines(
        write_pdf(REPORT).data
    )


def _head_words(table: Table) -> list[str]:
    return [word for head in table.heads for inline in head for word in inline.text.split()]  # type: ignore[union-attr]


def _left(found: Line, beginning: str) -> float:
    """Give the left edge of words within a line, where two columns share a baseline."""
    letters = "".join(letter for letter, *_ in found.letters)
    return found.letters[letters.index("".join(beginning.split()))][1]


def _pairs(names: list[object]) -> list[tuple[object, object]]:
    return list(zip(names[::2], names[1::2], strict=True))


def _run(script: str, folder: Path, **variables: str) -> str:
    """Run a script in a process of its own and give what it prints."""
    completed = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | variables,
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return completed.stdout


@pytest.mark.parametrize("style", [UN_2015, UN_2025])
def test_the_days_of_the_annex_stand_on_one_line_each(style: Style) -> None:
    """The longest ones too, and those whose rank is raised."""
    raised = (Text("1"), Superscript("er"), Text("\u00a0septembre"))
    days = (raised, *(words(day) for day in ("12\u00a0septembre", "31\u00a0décembre 2018")))
    rows = tuple(Row(cells=((day,), (words("un"),), (words("deux"),))) for day in days)
    heads = tuple(map(words, ("Date", "Intervenants", "Thème")))
    table = Table(widths=(2, 6, 5), heads=heads, rows=rows)
    file = write_pdf(Document(language="fr", blocks=(table,)), style).data
    starts = {line.text for line in lines(file)}
    assert {"1 septembre un deux", "12 septembre un deux", "31 décembre un deux"} <= starts
