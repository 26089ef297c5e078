"""The page of HTML: its words, its elements, its escapes."""

from html.parser import HTMLParser

import lxml.html
import pytest
from attrs import evolve
from drawing import documents, expected_lines
from hypothesis import given, settings
from specimens import LINES, MASTHEAD, REPORT, SENTENCE, words

from reportgen.document import (
    AnnexHeading,
    Block,
    Citation,
    Content,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Item,
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
from reportgen.style import UN_2015
from reportgen.writers.html import write_html


def written(*blocks: Block) -> lxml.html.HtmlElement:
    """Write a document of some blocks and read it back."""
    return lxml.html.document_fromstring(write_html(Document(language="fr", blocks=blocks)))


def markup(content: Content) -> str:
    """Write a paragraph of some inlines and give what is inside its element."""
    page = write_html(Document(language="fr", blocks=(Paragraph(content=content, number=1),)))
    return page.split('<span class="number">1.\t</span>')[1].split("</p>")[0]


def read(page: lxml.html.HtmlElement) -> list[str]:
    """Give the words of the page, element by element, the notes of each after it."""
    for call in page.find_class("call"):
        call.text = f"[{call.text}]"
    found: list[str] = []
    lines = "//p | //h1 | //h2[not(span[@class='annex-label'])] | //h3 | //h4 | //th"
    for element in page.xpath(f"{lines} | //span[starts-with(@class, 'annex-')]"):
        called = element.find_class("note")
        for note in called:
            note.drop_tree()
        found += element.text_content().split()
        found += [word for note in called for word in note.text_content().split()]
    return found


class TestWords:
    """What the page says."""

    def test_every_word_and_label_is_read_back(self) -> None:
        """The masthead first, then the blocks in their order."""
        head = "Nations Unies S/2017/123 Conseil de sécurité Distr. générale 10 janvier 2017"
        head += " Original : français 17-00123 (F)"
        page = lxml.html.document_fromstring(write_html(REPORT))
        assert read(page) == f"{head} {' '.join(LINES)}".split()

    @settings(max_examples=150, deadline=None)
    @given(documents)
    def test_no_word_is_ever_lost(self, document: Document) -> None:
        """Any words, any nesting, any numbers: the page reads as the document does."""
        page = lxml.html.document_fromstring(write_html(document))
        assert read(page) == " ".join(expected_lines(document)).split()

    def test_the_same_document_gives_the_same_page(self) -> None:
        """Nothing but the document and the style goes into it."""
        assert write_html(REPORT) == write_html(REPORT)

    def test_signs_of_html_are_words_like_others(self) -> None:
        """Angle brackets, ampersands and quotation marks are escaped."""
        assert markup(words('<b>R&D</b> "d\'accord" ]]> 🕊️')) == (
            "&lt;b&gt;R&amp;D&lt;/b&gt; &quot;d&#x27;accord&quot; ]]&gt; 🕊️"
        )

    def test_no_word_escapes_from_the_style_sheet(self) -> None:
        """The symbol stands in the style sheet, where a tag would end it."""
        masthead = evolve(MASTHEAD, symbol=words('S</style><p>"\\'), job_number=words("</style>"))
        page = write_html(Document(language="fr", blocks=(), masthead=masthead))
        assert page.count("</style>") == 1
        assert 'content: "S\\3c /style\\3e \\3c p\\3e \\22 \\5c "' in page


class TestInlines:
    """How inlines are marked up."""

    def test_each_nature_has_its_element(self) -> None:
        """Foreign words, raised letters and holes."""
        content = (Emphasis("modus"), Text(" 1"), Superscript("er"), Placeholder("date", "[date]"))
        assert markup(content) == "<i>modus</i> 1<sup>er</sup><mark>[date]</mark>"

    def test_a_reference_leads_to_its_block(self) -> None:
        """Whatever the key is made of."""
        key = 'réunion"2<'
        page = written(
            Paragraph(content=(Text("voir "), Reference(key, "2")), number=1),
            Paragraph(content=words("ici"), number=2, key=key),
        )
        (link,) = page.iter("a")
        assert (link.get("href"), link.text) == ("#r%25C3%25A9union%25222%253C", "2")
        assert page.get_element_by_id("r%C3%A9union%222%3C").text_content() == "2.\tici"

    def test_links_and_citations_lead_to_their_addresses(self) -> None:
        """Nothing of an address leaves its attribute."""
        content = (
            Link("Le Monde", "https://a.fr?b='\"<>", italic=True),
            Text(" "),
            Citation("S/2016/1019", "https://undocs.org/fr/S/2016/1019"),
            Text(" "),
            Link("ici", ""),
        )
        assert markup(content) == (
            '<i><a href="https://a.fr?b=&#x27;&quot;&lt;&gt;">Le Monde</a></i> '
            '<span class="whole"><a href="https://undocs.org/fr/S/2016/1019">S/2016/1019</a></span>'
            " ici"
        )

    def test_a_note_stands_after_the_word_that_calls_it(self) -> None:
        """From there it falls to the foot of the page; within a whole, WeasyPrint would lose it."""
        note = Footnote((Text("voir "), Emphasis("infra")), "2")
        called = '<sup class="call">2</sup>'
        mark = f'<span class="mark">{called} </span>'
        noted = f'<span class="note" role="doc-footnote">{mark}voir <i>infra</i></span>'
        assert markup((Text("mot"), note, Text(". Suite"))) == f"mot{called}{noted}. Suite"
        assert markup((Text("a par.\u00a04"), note, Text(", b"))) == (
            f'a <span class="whole">par.\u00a04{called},</span>{noted} b'
        )

    def test_the_notes_of_a_table_stand_under_it(self) -> None:
        """They do not fall to the foot of the page."""
        heads = (words("Date"), (Text("Thème"), Footnote(words("un"), "a")))
        rows = (Row(cells=(((Text("x"), Footnote(words("deux"), "b")),), ())),)
        page = written(Table(widths=(1, 1), heads=heads, rows=rows))
        (table,) = page.iter("table")
        under = table.getnext()
        assert under.get("class") == "table-notes"
        assert [p.text_content() for p in under] == ["a un", "b deux"]
        assert not page.find_class("note")

    def test_a_reference_to_no_block_shows_its_words_alone(self) -> None:
        """A link to nothing would be an error when the page is printed."""
        assert markup((Reference("absent", "3"),)) == "3"

    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            (words("suivants\u00a0: a"), '<span class="whole">suivants\u00a0:</span> a'),
            (
                (Text("du 1"), Superscript("er"), Text("\u00a0mai au"), Emphasis(" b c")),
                'du <span class="whole">1<sup>er</sup>\u00a0mai</span> au<i> b c</i>',
            ),
            (
                (Text("a (voir "), Citation("S/2017/2"), Text("). Fin")),
                'a (voir <span class="whole">S/2017/2).</span> Fin',
            ),
            (
                (Text("a (par.\u00a0"), Citation("S/1 2"), Text(")")),
                'a <span class="whole">(par.\u00a0S/1 2)</span>',
            ),
        ],
    )
    def test_what_may_not_break_is_one_whole(self, content: Content, expected: str) -> None:
        """From the space before to the space after, over several inlines if need be."""
        assert markup(content) == expected

    @pytest.mark.parametrize("letters", [22, 23])
    def test_only_what_may_be_wider_than_a_line_can_break(self, letters: int) -> None:
        """On the deepest indent, 22 letters fit, however wide they are."""
        form = "whole" if letters == 22 else "whole wide"
        address = "x" * letters
        assert markup((Citation(address),)) == f'<span class="{form}">{address}</span>'

    def test_where_lines_are_not_justified_only_citations_are_wholes(self) -> None:
        """Nothing widens a no-break space there, but a narrow column breaks a long citation."""
        heading = Heading(level=1, content=(Text("par.\u00a01, "), Citation("S/2017/2")))
        page = write_html(Document(language="fr", blocks=(heading,)))
        assert '<h2>par.\u00a01, <span class="whole wide">S/2017/2</span></h2>' in page


class TestBlocks:
    """How blocks are marked up."""

    def test_the_page_names_its_language_its_title_and_its_author(self) -> None:
        """The author is the organ of the masthead."""
        page = lxml.html.document_fromstring(write_html(REPORT))
        assert page.get("lang") == "fr"
        assert page.findtext("head/title") == (
            "Rapport pour la période allant du 1er janvier au 31 décembre 2016"
        )
        assert page.xpath("string(head/meta[@name='author']/@content)") == "Conseil de sécurité"

    def test_headings_nest_under_the_title(self) -> None:
        """The title is the first level, I. the second, A. the third, 1. the fourth."""
        page = written(
            Title(content=words("Rapport")),
            Heading(level=1, content=words("Un"), numeral="I", key="one"),
            Heading(level=2, content=words("Deux"), numeral="A"),
            Heading(level=3, content=words("Trois")),
            AnnexHeading(label=words("Annexe"), content=words("Liste")),
        )
        headings = page.iter("h1", "h2", "h3", "h4")
        assert [(h.tag, h.get("id"), h.text_content()) for h in headings] == [
            ("h1", None, "Rapport"),
            ("h2", "one", "I. Un"),
            ("h3", None, "A. Deux"),
            ("h4", None, "Trois"),
            ("h2", None, "Annexe Liste"),
        ]

    def test_items_are_indented_by_their_level(self) -> None:
        """Beyond the sixth level they stand together; what announces items stays with them."""
        item = Item(content=words("x"), label="a)")
        for _ in range(7):
            item = Item(content=words("x"), label="a)", items=(item,))
        page = written(Paragraph(content=words("y"), number=1, items=(item,)))
        forms = [p.get("class") for p in page.iter("p")]
        leading = [f"item-{level} leading" for level in (1, 2, 3, 4, 5, 6, 6)]
        assert forms == ["leading", *leading, "item-6"]

    def test_a_table_has_heads_of_columns_and_shares_of_widths(self) -> None:
        """Only the ratios of the widths matter."""
        heads = (words("Date"), words("Thème"))
        (table,) = written(Table(widths=(1, 3), heads=heads, rows=())).iter("table")
        assert [th.get("scope") for th in table.iterfind("thead/tr/th")] == ["col", "col"]
        assert [c.get("style") for c in table.iter("col")] == ["width: 25.000%", "width: 75.000%"]

    def test_only_a_row_that_may_not_fit_on_a_page_may_be_torn(self) -> None:
        """Its height is estimated from its words."""
        short = Row(cells=((words("a"),), (words(SENTENCE),)))
        tall = Row(cells=((words("a"),), (words(SENTENCE * 30),)))
        page = written(Table(widths=(1, 2), heads=((), ()), rows=(short, tall)))
        assert [tr.get("class") for tr in page.iterfind(".//tbody/tr")] == [None, "tall"]

    def test_every_element_is_closed(self) -> None:
        """Read strictly, the page nests as it should."""
        reader = _Nesting()
        reader.feed(write_html(REPORT))
        assert reader.faults == []
        assert reader.open == []

    def test_the_fonts_are_those_of_the_style(self) -> None:
        """Best first."""
        page = write_html(REPORT, evolve(UN_2015, fonts=("Une Police", "Autre")))
        assert 'font-family: "Une Police", "Autre", serif' in page


class _Nesting(HTMLParser):
    """Notes elements that are closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- its base's
        if tag not in {"meta", "col", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.faults.append(tag)
