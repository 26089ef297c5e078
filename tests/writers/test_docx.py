"""The Word file: its styles, its lists, its blocks and its package."""

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve
from docxvalidity import faults
from specimens import LINES, NOTED, NOTED_LINES, REPORT, SENTENCE, words
from wordreading import W, attributes, find, inherited, lines, parts, style, style_id, text

from reportgen.document import (
    AnnexHeading,
    Block,
    Citation,
    Document,
    Footnote,
    Heading,
    Item,
    Link,
    Paragraph,
    Reference,
    Row,
    Table,
    Text,
    Title,
)
from reportgen.style import UN_2015, UN_2025, Style
from reportgen.writers.docx import estimated_pages, write_docx

FILE = write_docx(REPORT)


def paragraphs(file: bytes) -> list[Any]:
    """Give the paragraphs of the body."""
    return list(parts(file)["word/document.xml"].iter(f"{W}p"))


def paragraph_of(file: bytes, style_identifier: str) -> Any:
    """Give the first paragraph of a style."""
    return next(p for p in paragraphs(file) if style_id(p) == style_identifier)


def written(*blocks: Block, language: str = "fr") -> bytes:
    """Write a document of some blocks."""
    return write_docx(Document(language=language, blocks=blocks))


def figures(style_identifier: str, path: str) -> dict[str, str]:
    """Give the figures of one element of a style, or of the one that it refines."""
    return inherited(FILE, style_identifier, path)


class TestWords:
    """What the file says."""

    def test_every_word_and_label_is_read_back(self) -> None:
        """Labels counted from the lists and words of runs are those that finishing decided."""
        assert lines(FILE) == LINES

    def test_inlines_keep_their_nature_in_character_styles(self) -> None:
        """Foreign words, raised letters and holes each have a style of their own."""
        runs = parts(FILE)["word/document.xml"].iter(f"{W}r")
        styled = [(find(r, "string(w:rPr/w:rStyle/@w:val)"), text(r)) for r in runs]
        assert [run for run in styled if run[0]] == [
            ("Superscript", "er"),
            ("Emphasis", "inter alia"),
            ("Placeholder", "[date à préciser]"),
        ]

    def test_spaces_at_the_edges_of_runs_are_kept(self) -> None:
        """Every text asks for its spaces to be preserved."""
        texts = list(parts(FILE)["word/document.xml"].iter(f"{W}t"))
        assert {t.get("{http://www.w3.org/XML/1998/namespace}space") for t in texts} == {"preserve"}

    def test_a_hole_is_shaded_in_yellow(self) -> None:
        """The shading is in the style, not in each run."""
        assert figures("Placeholder", "w:rPr/w:shd")["fill"] == "FFFF00"

    def test_a_control_character_is_refused_by_name(self) -> None:
        """No XML can hold it; the records refuse it long before."""
        with pytest.raises(ValueError, match="XML compatible"):
            written(Paragraph(content=words("a\x07b"), number=1))


class TestReferences:
    """Bookmarks, fields and links."""

    def test_a_paragraph_number_is_a_field_with_its_result(self) -> None:
        """Word counts it again when asked; until then it shows the number decided."""
        paragraph = next(p for p in paragraphs(FILE) if "Voir le" in text(p))
        codes = [code.text for code in paragraph.iter(f"{W}instrText")]
        kinds = [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]
        assert codes == [r" REF _themes \n \h "]
        assert kinds == ["begin", "separate", "end"]

    def test_an_annex_is_reached_by_a_link(self) -> None:
        """Its label is words, which Word could not count."""
        (link,) = find(parts(FILE)["word/document.xml"], "//w:hyperlink")
        assert (attributes(link)["anchor"], text(link)) == ("_annex_1", "annexe")

    def test_every_keyed_block_is_bookmarked_once(self) -> None:
        """Names are made of the letters that Word allows."""
        root = parts(FILE)["word/document.xml"]
        starts = [attributes(mark) for mark in root.iter(f"{W}bookmarkStart")]
        ends = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
        assert [start["name"] for start in starts] == ["_themes", "_conclusion", "_annex_1"]
        assert [start["id"] for start in starts] == ends == ["0", "1", "2"]

    def test_long_and_similar_keys_get_bookmarks_of_their_own(self) -> None:
        """Word cuts names at forty letters and would confuse them."""
        keys = ["a-b", "a.b", "é" * 60, "è" * 60]
        blocks = [Paragraph(content=words("x"), number=n, key=k) for n, k in enumerate(keys, 1)]
        root = parts(written(*blocks))["word/document.xml"]
        names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
        assert names == ["_a_b", "_a_b__1", "_" * 37 + "__2", "_" * 37 + "__3"]

    def test_a_reference_without_target_is_plain_words(self) -> None:
        """Nothing to follow, nothing lost."""
        file = written(Paragraph(content=(Text("voir "), Reference("x", "par. 9")), number=1))
        assert lines(file) == ["1. voir par. 9"]
        assert not find(parts(file)["word/document.xml"], "//w:hyperlink | //w:fldChar")

    def test_other_words_than_the_number_are_never_a_field(self) -> None:
        """Updating a field would replace them."""
        blocks = (
            Paragraph(content=words("but"), number=1, key="k"),
            Paragraph(content=(Reference("k", "premier paragraphe"),), number=2),
        )
        root = parts(written(*blocks))["word/document.xml"]
        assert [text(link) for link in find(root, "//w:hyperlink")] == ["premier paragraphe"]

    def test_links_and_citations_lead_to_their_addresses(self) -> None:
        """Each address is a relation of the body; the words look like those around them."""
        document = "https://undocs.org/fr/S/2016/1019"
        content = (
            Link("Le Monde", "https://a.fr?b=1&c", italic=True),
            Citation("S/2016/1019", document),
            Link("encore", document),
            Link("ici", ""),
        )
        read = parts(written(Paragraph(content=content, number=1)))
        relations = {r.get("Id"): r for r in read["word/_rels/document.xml.rels"]}
        links = [
            (text(link), find(link, "string(w:r/w:rPr/w:rStyle/@w:val)"), attributes(link)["id"])
            for link in find(read["word/document.xml"], "//w:hyperlink")
        ]
        assert [(said, style, relations[i].get("Target")) for said, style, i in links] == [
            ("Le Monde", "Emphasis", "https://a.fr?b=1&c"),
            ("S/2016/1019", "", document),
            ("encore", "", document),
        ]
        assert [r.get("TargetMode") for i, r in relations.items() if i.startswith("link")] == [
            "External",
            "External",
        ]

    def test_the_head_of_the_page_leads_nowhere(self) -> None:
        """Its part has no relations."""
        masthead = evolve(REPORT.masthead, organ=(Link("Conseil", "https://un.org"),))
        file = write_docx(Document(language="fr", blocks=(), masthead=masthead))
        assert not [n for n, root in parts(file).items() if find(root, "//w:hyperlink")]


class TestNotes:
    """Notes of the page, and of tables."""

    FILE = write_docx(NOTED)

    def test_every_note_is_read_back(self) -> None:
        """Their labels are those that finishing decided."""
        assert lines(self.FILE) == NOTED_LINES

    def test_a_note_stands_at_the_measures_of_the_template(self) -> None:
        """Its words stand in the column, its label where Word puts one; 8.5 on 10.5 points."""
        look = style(self.FILE, "FootnoteText")
        (indents,), (letters,) = find(look, "w:pPr/w:ind"), find(look, "w:rPr/w:sz")
        assert attributes(indents) == {"left": "1267", "right": "1267", "hanging": "285"}
        assert not find(look, "w:pPr/w:tabs")
        notes = find(parts(self.FILE)["word/footnotes.xml"], "w:footnote[not(@w:type)]")
        assert [text(note, "1")[:4] for note in notes][:2] == ["[1]\t"] * 2
        assert letters.get(f"{W}val") == "17"

    def test_the_rule_above_notes_is_that_of_the_template(self) -> None:
        """Eighteen underscores of 8 points; the settings name it."""
        read = parts(self.FILE)
        rules = find(read["word/footnotes.xml"], "w:footnote[@w:type]")
        assert [(attributes(rule), text(rule)) for rule in rules] == [
            ({"type": "separator", "id": "-1"}, "_" * 18),
            ({"type": "continuationSeparator", "id": "0"}, "_" * 18),
        ]
        (named,) = find(read["word/settings.xml"], "w:footnotePr")
        assert [attributes(note)["id"] for note in named] == ["-1", "0"]

    def test_word_counts_the_notes_of_the_text_and_the_letters_of_annexes_are_typed(self) -> None:
        """LibreOffice would lose letters counted by section."""
        root = parts(self.FILE)["word/document.xml"]
        typed = find(root, "//w:footnoteReference[@w:customMarkFollows]")
        assert [text(call.getparent()) for call in typed] == ["[a]", "[b]"]
        assert len(find(root, "//w:footnoteReference")) == 5
        assert not find(root, "//w:sectPr/w:footnotePr")

    def test_a_label_that_word_would_not_count_is_typed(self) -> None:
        """On the page and at the foot."""
        file = written(Paragraph(content=(Text("a"), Footnote(words("b"), "*")), number=1))
        assert lines(file) == ["1. a[*]", "[*] b"]
        assert find(parts(file)["word/document.xml"], "//w:footnoteReference[@w:customMarkFollows]")

    def test_the_notes_of_an_annex_begin_no_section(self) -> None:
        """Nor do those of a table, which are no notes of the page."""
        table = Table(widths=(1,), heads=((Text("a"), Footnote(words("b"), "a")),), rows=())
        file = written(AnnexHeading(label=words("Annexe"), content=()), table)
        assert len(find(parts(file)["word/document.xml"], "//w:sectPr")) == 1

    def test_notes_have_links_of_their_own(self) -> None:
        """Their part has relations of its own."""
        read = parts(self.FILE)
        (link,) = find(read["word/footnotes.xml"], "//w:hyperlink")
        (relation,) = read["word/_rels/footnotes.xml.rels"]
        assert attributes(link)["id"] == relation.get("Id")
        assert relation.get("Target") == "https://undocs.org/fr/S/2016/1019"

    def test_a_reference_in_a_note_is_a_field_like_others(self) -> None:
        """It follows the numbers of paragraphs."""
        codes = find(parts(self.FILE)["word/footnotes.xml"], "//w:instrText")
        assert [code.text for code in codes] == [r" REF _plan \n \h "]

    def test_the_notes_of_a_table_are_paragraphs_under_it(self) -> None:
        """The first stands off the table."""
        below = [style_id(p) for p in paragraphs(self.FILE) if "TableNote" in style_id(p)]
        assert below == ["FirstTableNote", "TableNote"]

    def test_the_file_is_valid(self, tmp_path: Path) -> None:
        """Neither validator finds anything to say."""
        (tmp_path / "notes.docx").write_bytes(self.FILE)
        assert faults(tmp_path / "notes.docx") == []


class TestLists:
    """Native numbering."""

    @pytest.mark.parametrize(
        ("level", "number_format", "form", "paragraph_style", "indent", "tab"),
        [
            (0, "decimal", "%1.", "NumberedParagraph", {"left": "1267", "firstLine": "0"}, "1742"),
            (
                1,
                "lowerLetter",
                "%2)",
                "NumberedItem1",
                {"left": "1267", "firstLine": "475"},
                "2217",
            ),
            (2, "lowerRoman", "%3)", "NumberedItem2", {"left": "1267", "firstLine": "950"}, "2693"),
            (
                3,
                "lowerLetter",
                "%4.",
                "NumberedItem3",
                {"left": "1267", "firstLine": "1426"},
                "3168",
            ),
            (
                4,
                "lowerRoman",
                "%5.",
                "NumberedItem4",
                {"left": "1267", "firstLine": "1901"},
                "3643",
            ),
        ],
    )
    def test_one_list_numbers_paragraphs_and_items(  # noqa: PLR0913, PLR0917 -- one line of figures
        self,
        level: int,
        number_format: str,
        form: str,
        paragraph_style: str,
        indent: dict[str, str],
        tab: str,
    ) -> None:
        """Labels stand on the tabs of the column, and turnovers come back to its edge."""
        numbering = parts(FILE)["word/numbering.xml"]
        (element,) = find(numbering, f"w:abstractNum[1]/w:lvl[@w:ilvl={level}]")
        assert find(element, "string(w:numFmt/@w:val)") == number_format
        assert find(element, "string(w:lvlText/@w:val)") == form
        assert find(element, "string(w:pStyle/@w:val)") == paragraph_style
        assert attributes(find(element, "w:pPr/w:ind")[0]) == indent
        assert find(element, "string(w:pPr/w:tabs/w:tab/@w:pos)") == tab
        assert find(style(FILE, paragraph_style), "string(w:pPr/w:numPr/w:numId/@w:val)") == "1"

    def test_numerals_of_headings_end_on_one_line_left_of_the_column(self) -> None:
        """Right edge at 1,022 twentieths from the margin, text at 1,267."""
        levels = find(parts(FILE)["word/numbering.xml"], "w:abstractNum[2]/w:lvl")
        read = [
            (
                find(level, "string(w:numFmt/@w:val)"),
                find(level, "string(w:lvlText/@w:val)"),
                find(level, "string(w:lvlJc/@w:val)"),
                attributes(find(level, "w:pPr/w:ind")[0]),
            )
            for level in levels
        ]
        indent = {"left": "1267", "hanging": "245"}
        assert read[:3] == [
            ("upperRoman", "%1.", "right", indent),
            ("upperLetter", "%2.", "right", indent),
            ("decimal", "%3.", "right", indent),
        ]

    @pytest.mark.parametrize("number", [1, 2])
    def test_lists_have_all_the_levels_that_word_knows(self, number: int) -> None:
        """Where one lacks, Word invents it when a drafter goes down to it."""
        path = f"w:abstractNum[{number}]/w:lvl/w:lvlText/@w:val"
        forms = find(parts(FILE)["word/numbering.xml"], path)
        assert [form[:2] for form in forms if "%" in form] == [f"%{n}" for n in range(1, 10)]

    def test_english_letters_stand_between_parentheses(self) -> None:
        """The Editorial Manual’s forms differ with the language."""
        items = (Item(content=words("one"), label="(a)"), Item(content=words("two"), label="(b)"))
        file = written(Paragraph(content=words("x"), number=1, items=items), language="en")
        assert lines(file) == ["1. x", "(a) one", "(b) two"]
        assert not find(parts(file)["word/document.xml"], "//w:tab")

    def test_nothing_but_styles_numbers_an_ordinary_report(self) -> None:
        """A drafter who presses Enter gets the next number."""
        direct = find(parts(FILE)["word/document.xml"], "//w:numPr/w:numId")
        assert [attributes(number)["val"] for number in direct] == ["0"]  # the unnumbered heading

    def test_an_annex_that_counts_from_one_begins_the_lists_again(self) -> None:
        """New instances of both lists; what follows stays on them."""
        annex = AnnexHeading(label=words("Annexe"), content=())
        items = (Item(content=words("a"), label="a)"), Item(content=words("b"), label="b)"))
        file = written(
            Heading(level=1, content=words("A"), numeral="I"),
            Heading(level=2, content=words("B"), numeral="A"),
            Paragraph(content=words("x"), number=1),
            annex,
            Heading(level=1, content=words("C"), numeral="I"),
            Heading(level=2, content=words("D"), numeral="A"),
            Paragraph(content=words("y"), number=1, items=items),
            Paragraph(content=words("z"), number=2),
        )
        expected = [
            "I. A",
            "A. B",
            "1. x",
            "Annexe",
            "I. C",
            "A. D",
            "1. y",
            "a) a",
            "b) b",
            "2. z",
        ]
        assert lines(file) == expected
        assert len(find(parts(file)["word/document.xml"], "//w:numPr")) == 6
        assert len(find(parts(file)["word/numbering.xml"], "w:num")) == 4

    def test_labels_that_word_would_not_count_are_typed(self) -> None:
        """Letters under an unnumbered paragraph, letters skipped, numerals out of order."""
        file = written(
            Paragraph(content=words("x"), items=(Item(content=words("un"), label="a)"),)),
            Paragraph(content=words("y"), number=1, items=(Item(content=words("c"), label="c)"),)),
            Heading(level=2, content=words("D"), numeral="D"),
        )
        assert lines(file) == ["x", "a) un", "1. y", "c) c", "D. D"]
        assert [text(p) for p in paragraphs(file)][1::2] == ["\ta)\tun", "\tc)\tc", ""]

    def test_items_nest_deeper_than_the_styles_go(self) -> None:
        """A fifth level is typed, one tab further."""
        item = Item(content=words("cinq"), label="1)")
        for label in ("i.", "a.", "i)", "a)"):
            item = Item(content=words(label), label=label, items=(item,))
        file = written(Paragraph(content=words("x"), number=1, items=(item,)))
        assert lines(file)[-1] == "1) cinq"
        assert text(paragraphs(file)[-2]) == "\t\t\t\t\t1)\tcinq"


class TestStyles:
    """The New York template’s styles, figure by figure (twentieths and halves of a point)."""

    @pytest.mark.parametrize(
        ("style_identifier", "name", "size", "line", "letters", "scale"),
        [
            ("Normal", "Normal", "20", "240", "4", "103"),
            ("SingleTxt", "__Single Txt", "20", "240", "4", "103"),
            ("TitleHCH", "Title_H_CH", "28", "300", "-2", "103"),
            ("HCh", "_ H _Ch", "28", "300", "-2", "103"),
            ("H1", "_ H_1", "24", "270", "4", "103"),
            ("H23", "_ H_2/3", "20", "240", "2", "103"),
            ("XLarge", "XLarge", "40", "390", "-4", "98"),
            ("FootnoteText", "footnote text", "17", "210", "5", "104"),
            ("Header", "header", "17", "210", "0", "100"),
            ("Footer", "footer", "17", "210", "0", "103"),
            ("Distribution", "Distribution", "20", "240", "4", "103"),
            ("TableText", "Table Text", "17", "210", "5", "104"),
            ("TableHead", "Table Head", "14", "180", "3", "103"),
        ],
    )
    def test_letters_and_lines(  # noqa: PLR0913, PLR0917 -- one line of figures
        self, style_identifier: str, name: str, size: str, line: str, letters: str, scale: str
    ) -> None:
        """Name, size, exact line, space between letters and their width."""
        assert find(style(FILE, style_identifier), "string(w:name/@w:val)") == name
        spacing = figures(style_identifier, "w:pPr/w:spacing")
        assert (spacing["line"], spacing["lineRule"]) == (line, "exact")
        run = {"sz": size, "spacing": letters, "w": scale, "kern": "14"}
        said = {key: figures(style_identifier, f"w:rPr/w:{key}")["val"] for key in run}
        assert said == run

    def test_body_text_is_justified_in_its_column(self) -> None:
        """1,267 twentieths from both margins, six points below."""
        indent = figures("SingleTxt", "w:pPr/w:ind")
        assert (indent["left"], indent["right"]) == ("1267", "1267")
        assert figures("SingleTxt", "w:pPr/w:spacing")["after"] == "120"
        assert figures("SingleTxt", "w:pPr/w:jc")["val"] == "both"

    def test_nothing_is_hyphenated(self) -> None:
        """United Nations documents break no words."""
        assert find(style(FILE, "Normal"), "w:pPr/w:suppressAutoHyphens")

    @pytest.mark.parametrize(
        ("style_identifier", "before", "after", "outline"),
        [
            ("NumberedHeading1", "360", "240", "0"),
            ("NumberedHeading2", "360", "240", "1"),
            ("NumberedHeading3", "240", "120", "2"),
            ("AnnexLabel", "0", "312", "0"),
        ],
    )
    def test_headings_stand_clear_and_are_found_in_the_outline(
        self, style_identifier: str, before: str, after: str, outline: str
    ) -> None:
        """Word keeps the larger of two spaces, so that the six points of the text are in."""
        spacing = figures(style_identifier, "w:pPr/w:spacing")
        assert (spacing["before"], spacing["after"]) == (before, after)
        assert figures(style_identifier, "w:pPr/w:outlineLvl")["val"] == outline
        assert figures(style_identifier, "w:pPr/w:keepNext")["val"] == "1"

    def test_enter_goes_on_as_a_drafter_expects(self) -> None:
        """A heading is followed by the next numbered paragraph."""
        assert figures("NumberedHeading1", "w:next")["val"] == "NumberedParagraph"
        assert figures("AnnexLabel", "w:next")["val"] == "SingleTxt"

    @pytest.mark.parametrize(
        ("identifier", "name", "base"),
        [
            ("Title", "Title", "TitleHCH"),
            ("NumberedHeading1", "heading 1", "HCh"),
            ("NumberedHeading2", "heading 2", "H1"),
            ("NumberedHeading3", "heading 3", "H23"),
        ],
    )
    def test_headings_are_headings_to_word(self, identifier: str, name: str, base: str) -> None:
        """By name, for its commands and for other programs; they look as the template’s do."""
        found = style(FILE, identifier)
        assert find(found, "string(w:name/@w:val)") == name
        assert find(found, "string(w:basedOn/@w:val)") == base
        assert "customStyle" not in attributes(found)
        assert attributes(style(FILE, base))["customStyle"] == "1"

    def test_the_gallery_shows_what_a_drafter_uses(self) -> None:
        """A dozen, in the order of a page; furniture is hidden until it is used."""
        styles = find(parts(FILE)["word/styles.xml"], "w:style[@w:type='paragraph']")
        shown = {
            int(find(one, "string(w:uiPriority/@w:val)")): find(one, "string(w:name/@w:val)")
            for one in styles
            if find(one, "w:qFormat")
        }
        assert [shown[place] for place in sorted(shown)] == [
            *("Numbered Paragraph", "Numbered Item 1", "Numbered Item 2"),
            *("heading 1", "heading 2", "heading 3", "Title", "__Single Txt Indented"),
            *("__Single Txt", "Annex Label", "Table Text", "Table Head"),
        ]
        hidden = [one for one in styles if find(one, "w:semiHidden")]
        assert len(hidden) == len(styles) - len(shown) - 1  # Normal

    def test_a_style_says_only_what_differs(self) -> None:
        """Who makes the text larger makes the numbered paragraphs larger."""
        assert not find(style(FILE, "NumberedParagraph"), "w:rPr | w:pPr/*[not(self::w:numPr)]")
        styles = parts(FILE)["word/styles.xml"]
        for one in find(styles, "w:style[@w:type='paragraph'][w:basedOn]"):
            base = find(one, "string(w:basedOn/@w:val)")
            for said in find(one, "w:rPr/* | w:pPr/w:spacing | w:pPr/w:ind"):
                where = f"w:{etree_name(said.getparent())}/w:{etree_name(said)}"
                assert attributes(said) != inherited(FILE, base, where)

    def test_the_template_of_python_docx_has_left_no_style(self) -> None:
        """Every style is one of ours, and unused built-in ones are hidden."""
        styles = parts(FILE)["word/styles.xml"]
        assert len(find(styles, "w:style")) < 80
        assert attributes(find(styles, "w:latentStyles")[0])["defSemiHidden"] == "1"
        assert not find(styles, "w:latentStyles/w:lsdException")

    @pytest.mark.parametrize(
        ("language", "look", "tag"),
        [("fr", UN_2015, "fr-CA"), ("fr", UN_2025, "fr-FR"), ("en", UN_2015, "en-GB")],
    )
    def test_the_spelling_is_checked_in_the_language_of_the_document(
        self, language: str, look: Style, tag: str
    ) -> None:
        """Defaults, settings and properties name it: in French, that of the usage of the period.

        With that of France, Word sets a space before a semicolon as one types; in 2016 it had none.
        """
        title = Title(content=words("x"))
        read = parts(write_docx(Document(language=language, blocks=(title,)), look))
        defaults = find(read["word/styles.xml"], "w:docDefaults//w:lang")
        assert [attributes(lang)["val"] for lang in defaults] == [tag]
        assert find(read["word/settings.xml"], "string(w:themeFontLang/@w:val)") == tag
        assert find(read["docProps/core.xml"], "string(//*[local-name()='language'])") == tag


class TestBlocks:
    """Paragraphs and tables."""

    def test_each_block_has_the_style_of_its_kind(self) -> None:
        """Identifiers in the order of the page."""
        assert [style_id(p) for p in paragraphs(FILE)] == [
            "Title",
            "NumberedHeading1",
            "NumberedHeading2",
            "NumberedParagraph",
            "NumberedParagraph",
            "NumberedItem1",
            "NumberedItem2",
            "NumberedItem2",
            "NumberedItem1",
            "NumberedHeading3",
            "NumberedParagraph",
            "NumberedItem1",
            "NumberedHeading1",
            "SingleTxtIndented",
            "NumberedHeading1",
            "NumberedParagraph",
            "AnnexLabel",
            *["TableHead"] * 3,
            *["TableText"] * 7,
            "EndRule",
        ]

    def test_only_stacked_headings_are_formatted_directly(self) -> None:
        """A heading under a heading or a title leaves no space of its own above."""
        carried = "self::w:pStyle or self::w:keepNext or self::w:sectPr"
        direct = [p for p in paragraphs(FILE) if find(p, f"w:pPr/*[not({carried})]")]
        *stacked, unnumbered = direct
        assert [text(p) for p in direct] == ["Introduction", "Mandat", "Sans numéro"]
        assert [attributes(find(p, "w:pPr/w:spacing")[0]) for p in stacked] == [{"before": "0"}] * 2
        assert attributes(find(unnumbered, "w:pPr/w:ind")[0]) == {"left": "1267", "firstLine": "0"}

    def test_what_announces_a_list_stays_with_its_first_item(self) -> None:
        """A paragraph or an item with items of its own, and nothing else."""
        deep = Item(
            content=words("deux :"), label="a)", items=(Item(content=words("trois"), label="i)"),)
        )
        file = written(
            Paragraph(content=words("un :"), number=1, items=(deep,)),
            Paragraph(content=words("quatre"), number=2),
        )
        kept = [text(p) for p in paragraphs(file) if find(p, "w:pPr/w:keepNext")]
        assert kept == ["un :", "deux :"]

    def test_titles_stand_in_the_column_without_a_typed_tab(self) -> None:
        """So that who types over them need not know of it."""
        assert not find(parts(FILE)["word/document.xml"], "//w:tab")
        for identifier in ("Title", "TitleH1", "AnnexTitle", "LetterAnnex", "TOCHeading"):
            indents = figures(identifier, "w:pPr/w:ind")
            assert (indents["left"], indents["firstLine"]) == ("1267", "0")

    def test_label_and_title_of_an_annex_are_one_heading(self) -> None:
        """Of which Word makes one line of contents."""
        (annex,) = [text(p) for p in paragraphs(FILE) if style_id(p) == "AnnexLabel"]
        assert annex == "Annexe\nRéunions et intervenants"

    def test_an_annex_begins_a_page(self) -> None:
        """By its style, not by a break that a drafter could delete."""
        assert find(style(FILE, "AnnexLabel"), "w:pPr/w:pageBreakBefore")
        assert not find(parts(FILE)["word/document.xml"], "//w:br[@w:type]")

    def test_a_table_fills_the_column_and_repeats_its_heads(self) -> None:
        """Fixed widths in the ratios asked for; rows are never torn."""
        (table,) = find(parts(FILE)["word/document.xml"], "//w:tbl")
        assert find(table, "string(w:tblPr/w:tblW/@w:w)") == "7306"
        assert find(table, "string(w:tblPr/w:tblInd/@w:w)") == "1267"
        assert find(table, "string(w:tblPr/w:tblLayout/@w:type)") == "fixed"
        widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert widths == [1328, 3321, 2657]
        marks = [
            [etree_name(mark) for mark in find(row, "w:trPr/*")] for row in find(table, "w:tr")
        ]
        assert marks == [["cantSplit", "tblHeader"], ["cantSplit"], ["cantSplit"]]

    def test_a_table_has_horizontal_rules_only(self) -> None:
        """Half a point on top, one and a half under the heads and at the bottom."""
        borders = find(style(FILE, "CouncilTable"), ".//w:tblBorders/* | .//w:tcBorders/*")
        read = [(etree_name(border), attributes(border)["sz"]) for border in borders]
        assert read == [("top", "4"), ("bottom", "12"), ("bottom", "12")]
        assert not find(parts(FILE)["word/document.xml"], "//w:tblBorders | //w:tcBorders")

    def test_columns_are_parted_by_a_gap_that_the_last_has_not(self) -> None:
        """Nine points between columns; text reaches the edge of the last."""
        margins = find(style(FILE, "CouncilTable"), "w:tblPr/w:tblCellMar/*")
        assert {etree_name(side): side.get(f"{W}w") for side in margins} == {
            "top": "0",
            "left": "0",
            "bottom": "0",
            "right": "180",
        }
        rows = find(parts(FILE)["word/document.xml"], "//w:tr")
        rights = [[find(c, "string(.//w:right/@w:w)") for c in find(r, "w:tc")] for r in rows]
        assert rights == [["", "", "0"]] * 3

    def test_a_row_taller_than_a_page_may_be_torn(self) -> None:
        """Word would cut off what does not fit."""
        tall = Row(cells=((words(SENTENCE * 60),),))
        table = Table(widths=(1,), heads=(words("Texte"),), rows=(tall,))
        file = written(table)
        assert lines(file) == ["Texte", SENTENCE * 60]
        assert len(find(parts(file)["word/document.xml"], "//w:cantSplit")) == 1

    def test_a_row_of_one_word_lines_may_be_torn_before_it_fills_a_page(self) -> None:
        """In the narrowest column of the annex, seventy such lines take more than a page."""
        cells = [(words(" ".join(["réunion"] * count)),) for count in (70, 30)]
        rows = tuple(Row(cells=(cell, (), ())) for cell in cells)
        table = Table(widths=(2, 6, 5), heads=((), (), ()), rows=rows)
        found = find(parts(written(table))["word/document.xml"], "//w:tr")
        assert [len(find(row, "w:trPr/w:cantSplit")) for row in found] == [1, 0, 1]

    def test_tables_that_follow_each_other_do_not_merge(self) -> None:
        """Word would make one of two tables without a paragraph between."""
        table = Table(widths=(1,), heads=(words("T"),), rows=())
        root = parts(written(table, table, Paragraph(content=words("x"), number=1)))
        children = [etree_name(child) for child in root["word/document.xml"][0]]
        assert children == ["tbl", "p", "tbl", "p", "p", "p", "sectPr"]

    def test_the_document_ends_on_a_rule_of_seventy_two_points(self) -> None:
        """Centred on the sheet, a quarter of a point thick, twenty-four below the last block."""
        assert style_id(paragraphs(FILE)[-1]) == "EndRule"
        indent = figures("EndRule", "w:pPr/w:ind")
        assert 9840 - int(indent["left"]) - int(indent["right"]) == 72 * 20
        assert indent["left"] == indent["right"] == "4200"
        assert figures("EndRule", "w:pPr/w:pBdr/w:top")["sz"] == "2"
        assert figures("EndRule", "w:pPr/w:spacing")["before"] == "480"


class TestPackage:
    """The file as a file."""

    def test_the_page_is_a_letter_with_the_margins_of_the_house(self) -> None:
        """Twentieths of a point; a point less below than the page of the PDF has."""
        section, _ = find(parts(FILE)["word/document.xml"], "//w:sectPr")
        assert attributes(find(section, "w:pgSz")[0]) == {"w": "12240", "h": "15840"}
        margins = attributes(find(section, "w:pgMar")[0])
        assert {side: margins[side] for side in ("left", "right", "top", "bottom")} == {
            "left": "1200",
            "right": "1200",
            "top": "1742",
            "bottom": "1878",
        }
        assert (margins["header"], margins["footer"]) == ("576", "1030")

    def test_settings_ask_nothing_at_the_opening(self) -> None:
        """No update of fields, no old mode; headers differ on even pages."""
        settings = parts(FILE)["word/settings.xml"]
        assert [etree_name(child) for child in settings] == [
            "zoom",
            "defaultTabStop",
            "doNotHyphenateCaps",
            "evenAndOddHeaders",
            "characterSpacingControl",
            "footnotePr",
            "compat",
            "themeFontLang",
        ]
        assert find(settings, "string(w:defaultTabStop/@w:val)") == "475"
        mode = "string(//w:compatSetting[@w:name='compatibilityMode']/@w:val)"
        assert find(settings, mode) == "15"
        flags = [etree_name(child) for child in find(settings, "//w:compat/*")]
        assert flags[:2] == ["suppressBottomSpacing", "suppressTopSpacing"]

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        """No clock, no counter that goes on, no order of chance."""
        assert write_docx(REPORT) == FILE

    def test_properties_are_those_of_the_document(self) -> None:
        """Title, organ, language and the date given, in universal time."""
        paris = timezone(timedelta(hours=1))
        file = write_docx(REPORT, created=datetime(2017, 1, 10, 9, 30, tzinfo=paris))
        properties = docx.Document(BytesIO(file)).core_properties
        assert properties.title == LINES[0]
        assert properties.author == "Conseil de sécurité"
        assert properties.language == "fr-CA"
        assert properties.created == properties.modified == datetime(2017, 1, 10, 8, 30, tzinfo=UTC)

    def test_without_date_and_masthead_properties_are_fixed(self) -> None:
        """No program names itself as author."""
        properties = docx.Document(BytesIO(written(Title(content=words("T"))))).core_properties
        assert (properties.author, properties.title) == ("", "T")
        assert (properties.created, properties.modified) == (None, None)

    def test_the_theme_has_the_font_of_the_look(self) -> None:
        """Styles that Word adds are set in it."""
        theme = parts(FILE)["word/theme/theme1.xml"]
        fonts = theme.xpath("//*[local-name()='latin']/@typeface")
        assert set(fonts) == {"Times New Roman"}
        assert not attributes(find(parts(FILE)["word/document.xml"], "//w:sectPr")[-1])

    def test_a_very_long_title_is_cut_in_the_properties_only(self) -> None:
        """They hold 255 characters."""
        file = written(Title(content=words("x" * 300)))
        assert docx.Document(BytesIO(file)).core_properties.title == "x" * 255
        assert lines(file) == ["x" * 300]

    def test_nothing_of_the_template_of_python_docx_is_left(self) -> None:
        """The parts, and no others; the glossary is there for the hole."""
        assert sorted(parts(FILE)) == [
            "[Content_Types].xml",
            "_rels/.rels",
            "customXml/_rels/item1.xml.rels",
            "customXml/item1.xml",
            "customXml/itemProps1.xml",
            "docProps/app.xml",
            "docProps/core.xml",
            "docProps/custom.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            *(f"word/footer{n}.xml" for n in (1, 2, 3)),
            "word/footnotes.xml",
            "word/glossary/_rels/document.xml.rels",
            "word/glossary/document.xml",
            "word/glossary/fontTable.xml",
            "word/glossary/settings.xml",
            "word/glossary/styles.xml",
            *(f"word/header{n}.xml" for n in (1, 2, 3)),
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        ]

    @pytest.mark.parametrize(
        "document",
        [REPORT, evolve(REPORT, masthead=None), Document(language="en", blocks=())],
        ids=["report", "without masthead", "empty"],
    )
    def test_the_file_is_valid(self, document: Document, tmp_path: Path) -> None:
        """Two validators find nothing to say."""
        path = tmp_path / "report.docx"
        path.write_bytes(write_docx(document))
        assert faults(path) == []


class TestPages:
    """The estimate of the number of pages."""

    def test_an_empty_document_takes_a_page(self) -> None:
        """No page number is below one."""
        assert estimated_pages(Document(language="fr", blocks=()), UN_2015) == 1

    def test_sixteen_pages_are_told_within_two(self) -> None:
        """Forty-nine lines a page: 110 paragraphs of six full lines and their spaces."""
        line = "Le Groupe de travail a souligné l’importance de la coopération triangulaire. "
        blocks = [Paragraph(content=words(line * 6), number=n) for n in range(1, 111)]
        assert 14 <= estimated_pages(Document(language="fr", blocks=tuple(blocks)), UN_2015) <= 18

    def test_the_highest_cell_of_each_row_counts(self) -> None:
        """Sixty rows of 13 points fill a page and a half; with two paragraphs each, three."""
        row = Row(cells=((words("date"),), (words("nom"),), (words("thème"),)))
        higher = Row(cells=((words("date"),), (words("nom"), words("nom")), ()))
        tables = [
            Table(widths=(2, 6, 5), heads=((), (), ()), rows=(r,) * 60) for r in (row, higher)
        ]
        documents = [Document(language="fr", blocks=(table,)) for table in tables]
        assert [estimated_pages(document, UN_2015) for document in documents] == [2, 3]

    def test_notes_count(self) -> None:
        """As many lines at the feet as in the text, smaller and without space between."""
        line = "Le Groupe de travail a souligné l’importance de la coopération triangulaire. "
        note = Footnote(label="1", content=words(line * 6))
        blocks = [Paragraph(content=words(line * 6), number=n) for n in range(1, 111)]
        noted = [evolve(block, content=(*block.content, note)) for block in blocks]
        documents = [Document(language="fr", blocks=tuple(each)) for each in (blocks, noted)]
        assert [estimated_pages(document, UN_2015) for document in documents] == [15, 24]

    def test_an_annex_takes_a_page_of_its_own(self) -> None:
        """However short what precedes it."""
        annex = AnnexHeading(label=words("Annexe"), content=words("Titre"))
        assert estimated_pages(Document(language="fr", blocks=(annex, annex)), UN_2015) == 3


def etree_name(element: Any) -> str:
    """Give the name of an element without its namespace."""
    return str(element.tag).removeprefix(W)
