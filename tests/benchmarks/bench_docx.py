"""How long the Word writer takes, against the least that it could take and against its own size.

Run on demand: `python tests/benchmarks/bench_docx.py`. The floor writes the same elements of the
same document with lxml alone and zips the same other parts: no labels followed, no pages
estimated, no package opened. Prints medians and ratios; ends with 1 when a bound is missed.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree

from reportgen.document import (
    AnnexHeading,
    Document,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Row,
    Table,
    Text,
    Title,
)
from reportgen.writers.docx import write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VOCABULARY = """
le la les de du des un une et ou en par pour dans sur avec entre afin que qui dont
ainsi Groupe travail réunion opérations maintien paix Nations Unies Conseil sécurité
Secrétariat Président représentant permanent pays contingents personnel police mandat
protection civils renseignement technologie partenariat régionales organisations
africaine Union capacités intervenant déclaré souligné indiqué rappelé estimé
participants débat exposé question importance nécessité coopération triangulaire
stratégie politique menace terroriste terrain missions ressources financement
formation matériel responsabilité transparence évaluation recommandations conclusions
période année janvier avril juin septembre novembre décembre
"""
FLOOR_BOUND = 1.5
GROWTH_BOUND = 1.15


def text(words: str) -> tuple[Text, ...]:
    """Make plain content."""
    return (Text(words),)


def report(paragraphs: int, rows: int) -> Document:
    """Make a report of many paragraphs, a heading every twenty, and an annex.

    Words are drawn at random, always the same, so that they are as hard to compress as prose.
    """
    vocabulary = VOCABULARY.split()
    draw = random.Random(2016)  # noqa: S311 -- no secret

    def prose(words: int) -> tuple[Text, ...]:
        return text(" ".join(draw.choices(vocabulary, k=words)))

    blocks: list[Title | Heading | Paragraph | AnnexHeading | Table] = [
        Title(content=text("Rapport sur les activités menées par le Groupe de travail"))
    ]
    sections = 0
    for number in range(1, paragraphs + 1):
        if number % 20 == 1:
            letter = chr(ord("A") + sections % 26)
            repeats = sections // 26 + 1
            title = text(f"Séance {sections + 1}")
            blocks.append(Heading(level=2, content=title, numeral=letter * repeats))
            sections += 1
        items = ()
        if number % 20 == 5:
            items = tuple(Item(content=prose(14), label=f"{letter})") for letter in "abcde")
        content = prose(50 + number % 60)
        blocks.append(Paragraph(content=content, number=number, items=items))
    blocks.append(AnnexHeading(label=text("Annexe"), content=text("Réunions et intervenants")))
    heads = text("Date"), text("Intervenants"), text("Thème")
    filled = tuple(
        Row(cells=((text("28 avril 2016"),), (prose(12), prose(9)), (prose(8),)))
        for _ in range(rows)
    )
    blocks.append(Table(widths=(2, 5, 4), heads=heads, rows=filled))
    return Document(language="fr", blocks=tuple(blocks), masthead=masthead())


def masthead() -> Masthead:
    """Make the head of a first page."""
    return Masthead(
        institution=text("Nations Unies"),
        organ=text("Conseil de sécurité"),
        symbol=text("S/2017/123"),
        lines=(text("Distr. générale"), text("10 janvier 2017"), text("Français")),
        job_number=text("17-00123 (F)"),
    )


class Floor:
    """The least that any writer of these very parts must do."""

    def __init__(self, document: Document) -> None:
        """Take every part but the main one from a file already written."""
        with zipfile.ZipFile(BytesIO(write_docx(document))) as written:
            self.parts = {name: written.read(name) for name in written.namelist()}
        root = etree.fromstring(self.parts.pop("word/document.xml"))
        self.namespaces = root.nsmap
        self.section = etree.tostring(root[0][-1])
        self.document = document

    def write(self) -> bytes:
        """Write the document again."""
        root = etree.Element(f"{W}document", nsmap=self.namespaces)
        body = etree.SubElement(root, f"{W}body")
        for block in self.document.blocks:
            self._write_block(body, block)
        self._paragraph(body, "EndRule", "")
        body.append(etree.fromstring(self.section))
        main = etree.tostring(root, encoding="UTF-8", standalone=True)
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in sorted({**self.parts, "word/document.xml": main}.items()):
                package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def _write_block(self, body: etree._Element, block: object) -> None:
        match block:
            case Title():
                self._paragraph(body, "TitleHCH", block.content[0].text, tabs=2)
            case Heading():
                self._paragraph(body, "NumberedHeading2", block.content[0].text)
            case Paragraph():
                self._paragraph(body, "NumberedParagraph", block.content[0].text)
                for item in block.items:
                    self._paragraph(body, "NumberedItem1", item.content[0].text)
            case AnnexHeading():
                self._paragraph(body, "AnnexLabel", block.label[0].text)
                self._paragraph(body, "AnnexTitle", block.content[0].text, tabs=2)
            case Table():
                self._table(body, block)

    def _paragraph(self, parent: etree._Element, style_id: str, words: str, tabs: int = 0) -> None:
        paragraph = etree.SubElement(parent, f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": style_id})
        if tabs:
            run = etree.SubElement(paragraph, f"{W}r")
            for _ in range(tabs):
                etree.SubElement(run, f"{W}tab")
        if words:
            run = etree.SubElement(paragraph, f"{W}r")
            etree.SubElement(run, f"{W}t", {XML_SPACE: "preserve"}).text = words

    def _table(self, body: etree._Element, block: Table) -> None:
        table = etree.SubElement(body, f"{W}tbl")
        properties = etree.SubElement(table, f"{W}tblPr")
        etree.SubElement(properties, f"{W}tblStyle", {f"{W}val": "CouncilTable"})
        etree.SubElement(properties, f"{W}tblLayout", {f"{W}type": "fixed"})
        heads = tuple((head,) for head in block.heads)
        for style_id, cells in (
            ("TableHead", heads),
            *(("TableText", row.cells) for row in block.rows),
        ):
            row = etree.SubElement(table, f"{W}tr")
            etree.SubElement(etree.SubElement(row, f"{W}trPr"), f"{W}cantSplit")
            for cell in cells:
                element = etree.SubElement(row, f"{W}tc")
                properties = etree.SubElement(element, f"{W}tcPr")
                attributes = {f"{W}w": "1328", f"{W}type": "dxa"}
                etree.SubElement(properties, f"{W}tcW", attributes)
                for content in cell:
                    self._paragraph(element, style_id, content[0].text)
            margins = etree.SubElement(properties, f"{W}tcMar")
            etree.SubElement(margins, f"{W}right", {f"{W}w": "0", f"{W}type": "dxa"})


def seconds(action: Callable[[], object]) -> float:
    """Time an action once."""
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def against_floor() -> float:
    """Compare a report of the usual size with its floor, in turns."""
    document = report(110, 12)
    floor = Floor(document)
    turns = [(seconds(floor.write), seconds(lambda: write_docx(document))) for _ in range(41)]
    least, ours = (statistics.median(times) for times in zip(*turns, strict=True))
    print(f"110 paragraphs: floor {least * 1000:.1f} ms, writer {ours * 1000:.1f} ms")
    return ours / least


def against_size() -> float:
    """Compare a document of 22,000 paragraphs and 5,000 rows with ten times its tenth, in turns."""
    tenth, whole = report(2200, 500), report(22000, 5000)
    small, large = [], []
    for _ in range(5):
        small += [seconds(lambda: write_docx(tenth)) for _ in range(3)]
        large.append(seconds(lambda: write_docx(whole)))
    part, all_ = statistics.median(small), statistics.median(large)
    print(f"2,200 paragraphs: {part:.3f} s; 22,000 paragraphs: {all_:.3f} s")
    return all_ / (10 * part)


def main() -> int:
    """Measure both, say the ratios, and answer 1 when a bound is missed."""
    missed = False
    for name, bound, measure in (
        ("writer / floor", FLOOR_BOUND, against_floor),
        ("whole / ten tenths", GROWTH_BOUND, against_size),
    ):
        ratio = measure()
        print(f"{name}: {ratio:.2f} (at most {bound})")
        missed |= ratio > bound
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
