"""Heads and feet of the Word file: masthead, running symbol, page numbers."""

from typing import Any

import pytest
from attrs import evolve
from specimens import MASTHEAD, REPORT, words
from wordreading import W, attributes, find, inherited, parts, style, style_id, text

from reportgen.document import Citation, Document, Placeholder
from reportgen.writers.docx import write_docx

FILE = write_docx(REPORT)
KINDS = ("first", "even", "default")


def furniture(file: bytes, element: str) -> dict[str, Any]:
    """Give the headers or the footers of a file by the pages that they stand on."""
    read = parts(file)
    relations = {r.get("Id"): r.get("Target") for r in read["word/_rels/document.xml.rels"]}
    references = find(read["word/document.xml"], f"//w:sectPr/w:{element}Reference")
    identifier = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {attributes(r)["type"]: read[f"word/{relations[r.get(identifier)]}"] for r in references}


def headers(file: bytes) -> dict[str, Any]:
    """Give the headers of a file by the pages that they stand on."""
    return furniture(file, "header")


def texts(root: Any) -> list[str]:
    """Give the words of each paragraph that has some."""
    return [text(p) for p in root.iter(f"{W}p") if text(p)]


def with_masthead(**changes: Any) -> bytes:
    """Write the report under a masthead changed in places."""
    return write_docx(evolve(REPORT, masthead=evolve(MASTHEAD, **changes)))


class TestMasthead:
    """The head of the first page."""

    def test_it_stands_in_the_header_of_the_first_page(self) -> None:
        """The first page differs, and so do even pages."""
        assert find(parts(FILE)["word/document.xml"], "//w:sectPr/w:titlePg")
        assert texts(headers(FILE)["first"]) == [
            "Nations Unies",
            "S/2017/123",
            "Conseil de sécurité",
            "Distr. générale",
            "10 janvier 2017",
            "Original : français",
        ]

    def test_a_blank_line_stays_blank(self) -> None:
        """The line between the date and the language has a paragraph of its own."""
        cell = find(headers(FILE)["first"], "//w:tr[2]/w:tc[3]")[0]
        assert [text(p) for p in cell.iter(f"{W}p")] == [
            "Distr. générale",
            "10 janvier 2017",
            "",
            "Original : français",
        ]

    def test_bands_have_the_heights_and_rules_of_the_house(self) -> None:
        """864 and 2,882 twentieths; half a point, then a point and a half."""
        rows = find(headers(FILE)["first"], "//w:tr")
        heights = [attributes(find(row, "w:trPr/w:trHeight")[0]) for row in rows]
        assert heights == [{"val": "864", "hRule": "exact"}, {"val": "2882", "hRule": "exact"}]
        rules = [{b.get(f"{W}sz") for b in find(row, ".//w:tcBorders/w:bottom")} for row in rows]
        assert rules == [{"4"}, {"12"}]
        assert not find(headers(FILE)["first"], "//w:tcBorders/*[not(self::w:bottom)]")

    def test_columns_stand_where_the_house_puts_them(self) -> None:
        """Words at 123.35 points, lines at 397, right edge at 554.5."""
        grid = [int(c.get(f"{W}w")) for c in headers(FILE)["first"].iter(f"{W}gridCol")]
        edges = [1200 + sum(grid[:n]) for n in range(len(grid) + 1)]
        assert edges == [1200, 2467, 5267, 7940, 11090]

    @pytest.mark.parametrize(
        ("symbol", "large"),
        [
            ("S/2017/123", ["S"]),
            ("A/70/95-S/2015/446", ["A", "S"]),
            ("S/PRST/2001/3", ["S"]),
            ("A/HRC/30/67", ["A"]),
        ],
    )
    def test_the_letter_of_each_organ_is_large(self, symbol: str, large: list[str]) -> None:
        """Twenty points against ten."""
        header = headers(with_masthead(symbol=(Citation(symbol),)))["first"]
        runs = find(header, "//w:r[w:rPr/w:rStyle/@w:val='SymbolLetter']")
        assert [text(run) for run in runs] == large
        assert symbol in texts(header)
        assert find(style(FILE, "SymbolLetter"), "string(w:rPr/w:sz/@w:val)") == "40"

    def test_a_hole_in_place_of_the_symbol_shows_as_a_hole(self) -> None:
        """In every head, bound to one place: what is typed into one shows in all."""
        file = with_masthead(symbol=(Placeholder("symbol", "[cote]"),))
        (run,) = find(headers(file)["first"], "//w:r[w:rPr/w:rStyle/@w:val='Placeholder']")
        assert text(run) == "[cote]"
        assert texts(headers(file)["even"]) == texts(headers(file)["default"]) == ["[cote]"]

    def test_symbol_and_job_number_are_typed_once(self) -> None:
        """Controls in heads and feet are bound to one part of the file, which holds them."""
        holes = {"symbol": (Placeholder("symbol", "[cote]"),)}
        file = with_masthead(**holes, job_number=(Placeholder("job", "[numéro]"),))
        read = parts(file)
        store = read["customXml/item1.xml"]
        assert sorted(field.tag.rpartition("}")[2] for field in store) == ["jobNumber", "symbol"]
        identity = attributes(read["customXml/itemProps1.xml"])["itemID"]
        heads = [*headers(file).values(), *furniture(file, "footer").values()]
        bound = [attributes(one) for head in heads for one in head.iter(f"{W}dataBinding")]
        assert {one["storeItemID"] for one in bound} == {identity}
        assert sorted(one["xpath"] for one in bound) == [
            *["/m:masthead[1]/m:jobNumber[1]"] * 3,
            *["/m:masthead[1]/m:symbol[1]"] * 3,
        ]

    def test_the_masthead_stands_on_the_first_page_of_the_first_section_alone(self) -> None:
        """The text has a section of its own on the same page, which a drafter may part."""
        first, second = find(parts(FILE)["word/document.xml"], "//w:sectPr")
        assert find(first, "w:titlePg")
        assert not find(second, "w:titlePg | w:headerReference | w:footerReference")
        assert find(second, "string(w:type/@w:val)") == "continuous"

    def test_the_job_number_stands_at_the_foot_of_the_first_page(self) -> None:
        """With its language."""
        footer = furniture(FILE, "footer")["first"]
        assert texts(footer) == ["17-00123 (F)"]
        assert style_id(footer[0]) == "ReleaseDate"

    def test_without_masthead_the_first_page_is_like_the_others(self) -> None:
        """It has the rule and the number of an odd page."""
        file = write_docx(evolve(REPORT, masthead=None))
        assert not find(parts(file)["word/document.xml"], "//w:sectPr/w:titlePg")
        assert texts(headers(file)["default"]) == []
        assert texts(furniture(file, "footer")["default"]) == ["\t3/3"]


class TestRunningPages:
    """The heads and feet of all pages but the first."""

    @pytest.mark.parametrize(
        ("kind", "style_identifier", "side"),
        [("even", "Header", "left"), ("default", "HeaderOdd", "right")],
    )
    def test_the_symbol_stands_on_the_outer_side(
        self, kind: str, style_identifier: str, side: str
    ) -> None:
        """Left on even pages, right on odd ones, bold."""
        paragraph = find(headers(FILE)[kind], "//w:tc/w:p")[0]
        assert (text(paragraph), style_id(paragraph)) == ("S/2017/123", style_identifier)
        assert inherited(FILE, style_identifier, "w:pPr/w:jc")["val"] == side
        assert inherited(FILE, style_identifier, "w:rPr/w:b")["val"] == "1"

    @pytest.mark.parametrize("kind", ["even", "default"])
    @pytest.mark.parametrize("symbol", ["S/2017/123", ""])
    def test_a_thin_rule_closes_the_head_with_or_without_symbol(
        self, kind: str, symbol: str
    ) -> None:
        """A quarter of a point, seventy-two points from the top, over the whole width."""
        header = headers(with_masthead(symbol=(Citation(symbol),)))[kind]
        assert [b.get(f"{W}sz") for b in header.iter(f"{W}bottom") if b.get(f"{W}sz")] == ["2"]
        assert find(header, "string(//w:trHeight/@w:val)") == "864"
        assert find(header, "string(//w:gridCol/@w:w)") == "9866"
        assert texts(header) == [symbol] * bool(symbol)

    def test_a_joint_symbol_runs_on_two_lines(self) -> None:
        """One for each organ."""
        header = headers(with_masthead(symbol=(Citation("A/70/95-S/2015/446"),)))["even"]
        assert texts(header) == ["A/70/95\nS/2015/446"]

    def test_page_numbers_are_fields_that_already_show(self) -> None:
        """Number and total on the outer side, job number without its language on the inner."""
        feet = furniture(FILE, "footer")
        assert texts(feet["even"]) == ["2/3\t17-00123"]
        assert texts(feet["default"]) == ["17-00123\t3/3"]
        for kind in ("even", "default"):
            codes = [code.text.strip() for code in feet[kind].iter(f"{W}instrText")]
            marks = [mark.get(f"{W}fldCharType") for mark in feet[kind].iter(f"{W}fldChar")]
            assert codes == ["PAGE", "NUMPAGES"]
            assert marks == ["begin", "separate", "end"] * 2

    def test_the_job_number_is_smaller_than_the_page_number(self) -> None:
        """Seven points, not bold, which a character style cannot say of bold letters."""
        assert find(style(FILE, "JobNumber"), "string(w:rPr/w:sz/@w:val)") == "14"
        runs = find(furniture(FILE, "footer")["even"], "//w:r[w:rPr/w:rStyle/@w:val='JobNumber']")
        assert [attributes(find(run, "w:rPr/w:b")[0])["val"] for run in runs] == ["0"]

    def test_no_job_number_leaves_the_page_number_on_its_side(self) -> None:
        """The tab stays."""
        feet = furniture(with_masthead(job_number=()), "footer")
        assert texts(feet["first"]) == []
        assert texts(feet["even"]) == ["2/3\t"]
        assert texts(feet["default"]) == ["\t3/3"]

    def test_every_page_kind_has_its_head_and_foot(self) -> None:
        """First, even and odd."""
        empty = write_docx(Document(language="fr", blocks=()))
        assert sorted(headers(empty)) == sorted(furniture(empty, "footer")) == sorted(KINDS)

    def test_lines_of_the_masthead_keep_their_inlines(self) -> None:
        """A hole in the date is shaded like any other."""
        lines = (words("Distr. générale"), (Placeholder("date", "[date]"),))
        header = headers(with_masthead(lines=lines))["first"]
        assert [text(run) for run in find(header, "//w:r[w:rPr]")] == ["S", "[date]"]
