"""Holes in the Word file: content controls that a drafter fills, and the hints that come back."""

import itertools
import re
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import libreoffice
import pdfplumber
import pytest
from attrs import evolve
from docxvalidity import faults
from drawing import contents, documents, phrases
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from specimens import MASTHEAD, REPORT, words
from wordreading import W, attributes, find, parts, style_id, text

from reportgen.document import (
    AnnexHeading,
    Document,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Placeholder,
    Row,
    Table,
    Text,
    Title,
)
from reportgen.writers.docx import write_docx

DATE = Placeholder(
    "date de la réunion", "[à compléter\u00a0: date de la réunion]", "meetings.0.date"
)
THEME = Placeholder("thème", "[à compléter\u00a0: thème]", "meetings.0.theme")

EVERYWHERE = Document(
    language="fr",
    masthead=evolve(
        MASTHEAD,
        symbol=(Placeholder("cote", "[cote]", "masthead.symbol"),),
        lines=(words("Distr. générale"), (Placeholder("date", "[date]", "masthead.date"),)),
        job_number=(Placeholder("numéro", "[numéro]", "masthead.job_number"),),
    ),
    blocks=(
        Title(content=(Text("Rapport "), Placeholder("année", "[année]", "period"))),
        Heading(level=1, content=(THEME,), numeral="I", key="theme"),
        Paragraph(
            content=(Text("Le "), DATE, Text(", le Groupe s’est réuni.")),
            number=1,
            items=(Item(content=(THEME,), label="a)"),),
        ),
        AnnexHeading(label=words("Annexe"), content=(Placeholder("titre", "[titre]"),)),
        Table(
            widths=(1, 2),
            heads=(words("Date"), words("Thème")),
            rows=(Row(cells=(((DATE,),), (words("Eau"), (THEME,)))),),
        ),
    ),
)
EVERYWHERE_FILE = write_docx(EVERYWHERE)


def written(*content: Placeholder | Text) -> bytes:
    """Write a document of one paragraph."""
    return write_docx(Document(language="fr", blocks=(Paragraph(content=content, number=1),)))


def controls(file: bytes) -> list[Any]:
    """Give the controls of the body, then those of notes, heads and feet."""
    read = parts(file)
    beginnings = ("word/footnotes.xml", "word/header", "word/footer")
    others = sorted(n for n in read if n.startswith(beginnings))
    found = [find(read[name], "//w:sdt") for name in ("word/document.xml", *others)]
    return list(itertools.chain.from_iterable(found))


def properties(control: Any) -> dict[str, str]:
    """Give the values of a control's properties, in their order; empty where one has none."""
    read = {etree.QName(p).localname: p.get(f"{W}val", "") for p in find(control, "w:sdtPr/*")}
    return read | {"placeholder": find(control, "string(w:sdtPr/w:placeholder/w:docPart/@w:val)")}


def hints(file: bytes) -> dict[str, str]:
    """Give the words of the glossary's entries by their names."""
    entries = find(parts(file)["word/glossary/document.xml"], "w:docParts/w:docPart")
    return {find(e, "string(w:docPartPr/w:name/@w:val)"): text(e) for e in entries}


class TestControls:
    """What a drafter meets on the page."""

    def test_a_hole_is_a_control_that_shows_its_hint(self) -> None:
        """Its title says what is expected, its tag which record it stands for."""
        (control,) = controls(written(DATE))
        assert text(control) == "[à compléter\u00a0: date de la réunion]"
        assert list(properties(control).items()) == [
            ("alias", "date de la réunion"),
            ("tag", "meetings.0.date"),
            ("id", "1"),
            ("placeholder", "C0DC29531DF751F8B655FF0B85D3AD97"),
            ("showingPlcHdr", ""),
        ]

    def test_only_the_hint_is_shaded(self) -> None:
        """The drafter's words look like those around: the control has no look of its own."""
        (control,) = controls(written(DATE))
        styles = find(control, "w:sdtContent/w:r/w:rPr/*")
        assert [attributes(s) for s in styles] == [{"val": "Placeholder"}]
        assert not find(control, "w:sdtPr/w:rPr | w:sdtEndPr")

    def test_words_around_a_hole_stay_outside(self) -> None:
        """Filling it leaves the sentence alone."""
        (paragraph, _) = find(
            parts(written(Text("Le "), DATE, Text(".")))["word/document.xml"], "//w:p"
        )
        names = [etree.QName(child).localname for child in paragraph]
        assert names == ["pPr", "r", "sdt", "r"]
        assert text(paragraph) == "Le [à compléter\u00a0: date de la réunion]."

    def test_holes_are_controls_wherever_they_stand(self) -> None:
        """Title, heading, paragraph, item, annex, cells, then foot and head of the first page."""
        found = [
            (style_id(find(control, "ancestor::w:p")[0]), text(control))
            for control in controls(EVERYWHERE_FILE)
        ]
        assert found == [
            ("Title", "[année]"),
            ("NumberedHeading1", "[à compléter\u00a0: thème]"),
            ("NumberedParagraph", "[à compléter\u00a0: date de la réunion]"),
            ("NumberedItem1", "[à compléter\u00a0: thème]"),
            ("AnnexLabel", "[titre]"),
            ("TableText", "[à compléter\u00a0: date de la réunion]"),
            ("TableText", "[à compléter\u00a0: thème]"),
            ("ReleaseDate", "[numéro]"),
            *[("Footer", "[numéro]")] * 2,
            ("MastheadSymbol", "[cote]"),
            ("Distribution", "[date]"),
            ("Header", "[cote]"),
            ("HeaderOdd", "[cote]"),
        ]

    def test_each_spot_of_a_hole_is_a_control_of_its_own(self) -> None:
        """Opening and annex stand for one record under two identities."""
        read = [properties(control) for control in controls(EVERYWHERE_FILE)]
        same = [(p["id"], p["tag"]) for p in read if p["alias"] == "date de la réunion"]
        assert same == [("3", "meetings.0.date"), ("6", "meetings.0.date")]

    def test_a_hole_without_words_or_origin_says_no_more_than_it_knows(self) -> None:
        """An empty title or tag is left out, and an empty hint leaves nothing at all."""
        (control,) = controls(written(Placeholder("", "[x]"), Placeholder("date", "")))
        assert list(properties(control)) == ["id", "placeholder", "showingPlcHdr"]

    @pytest.mark.parametrize(
        ("expected", "title"),
        [
            ("a" * 64, "a" * 64),
            ("a" * 65, "a" * 63 + "…"),
            ("a" * 60 + "    fin", "a" * 60 + "…"),
            ("🕊" * 32, "🕊" * 32),
            ("🕊" * 33, "🕊" * 31 + "…"),
        ],
    )
    def test_a_long_title_keeps_its_beginning(self, expected: str, title: str) -> None:
        """Word takes 64 characters; a sign beyond the first plane counts twice."""
        (control,) = controls(written(Placeholder(expected, "[x]")))
        assert properties(control)["alias"] == title

    @pytest.mark.parametrize(
        ("origin", "tag"),
        [
            ("o" * 64, "o" * 64),
            ("meetings." + "o" * 60, "…gs." + "o" * 60),
            ("🕊" * 33, "…" + "🕊" * 31),
        ],
    )
    def test_a_long_tag_keeps_its_end(self, origin: str, tag: str) -> None:
        """The last steps of a path tell a record from its neighbours."""
        (control,) = controls(written(Placeholder("x", "[x]", origin)))
        assert properties(control)["tag"] == tag


class TestHints:
    """The glossary from which Word takes a hint when a control is emptied."""

    def test_every_control_finds_its_hint(self) -> None:
        """The entry that it names holds the words that it shows."""
        entries = hints(EVERYWHERE_FILE)
        for control in controls(EVERYWHERE_FILE):
            assert entries[properties(control)["placeholder"]] == text(control)

    def test_equal_hints_share_an_entry(self) -> None:
        """Fourteen controls, seven hints, each once."""
        assert len(controls(EVERYWHERE_FILE)) == 14
        assert list(hints(EVERYWHERE_FILE).values()) == [
            "[année]",
            "[à compléter\u00a0: thème]",
            "[à compléter\u00a0: date de la réunion]",
            "[titre]",
            "[cote]",
            "[date]",
            "[numéro]",
        ]

    def test_a_hint_has_the_same_name_in_every_report(self) -> None:
        """A hole pasted from one into another keeps its words."""
        names = {words: name for name, words in hints(EVERYWHERE_FILE).items()}
        assert hints(written(THEME)) == {names[THEME.shown]: THEME.shown}

    def test_an_entry_is_one_that_word_looks_for(self) -> None:
        """In the gallery of placeholders, of their type, under an identity of its own."""
        root = parts(EVERYWHERE_FILE)["word/glossary/document.xml"]
        values = ("category/w:gallery", "types/w:type", "behaviors/w:behavior")
        paths = [f"string(w:{value}/@w:val)" for value in values]
        described = find(root, "//w:docPartPr")
        assert {tuple(find(d, path) for path in paths) for d in described} == {
            ("placeholder", "bbPlcHdr", "content")
        }
        guids = [find(d, "string(w:guid/@w:val)") for d in described]
        assert len(set(guids)) == 7
        names = [find(d, "string(w:name/@w:val)") for d in described]
        assert [guid.strip("{}").replace("-", "") for guid in guids] == names

    def test_a_hint_comes_back_shaded(self) -> None:
        """The glossary has styles of its own, which say the same as those of the document."""
        read = parts(EVERYWHERE_FILE)
        path = "//w:style[@w:styleId='Placeholder']"
        (style,) = find(read["word/glossary/styles.xml"], path)
        (others,) = find(read["word/styles.xml"], path)
        assert etree.tostring(style, method="c14n") == etree.tostring(others, method="c14n")
        runs = find(read["word/glossary/document.xml"], "//w:r")
        assert {find(run, "string(w:rPr/w:rStyle/@w:val)") for run in runs} == {"Placeholder"}

    def test_without_hole_there_is_neither_control_nor_glossary(self) -> None:
        """Nothing of it is named anywhere in the package."""
        file = write_docx(evolve(REPORT, blocks=REPORT.blocks[:3]))
        with zipfile.ZipFile(BytesIO(file)) as package:
            names = package.namelist()
            read = [package.read(name) for name in names]
        assert [name for name in names if "glossary" in name] == []
        assert [data for data in read if b"glossary" in data or b"w:sdt" in data] == []


holes = st.builds(Placeholder, phrases, phrases, phrases)
mastheads = st.builds(
    Masthead,
    institution=contents,
    organ=contents,
    symbol=st.lists(holes, max_size=2).map(tuple),
    lines=st.lists(contents, max_size=3).map(tuple),
    job_number=contents,
)
"""Holes in the masthead."""


@settings(max_examples=60, deadline=None)
@given(documents, st.lists(holes, max_size=6), st.none() | mastheads)
def test_controls_are_told_apart_and_find_their_hints(
    document: Document, drawn: list[Placeholder], masthead: Masthead | None
) -> None:
    """Whatever the words: identities count from one, and hints are there once each."""
    paragraph = Paragraph(content=tuple(drawn), number=1)
    file = write_docx(evolve(document, blocks=(paragraph, *document.blocks), masthead=masthead))
    found = [(properties(control), text(control)) for control in controls(file)]
    assert sorted(int(p["id"]) for p, _ in found) == list(range(1, len(found) + 1))
    entries = hints(file) if found else {}
    assert {p["placeholder"]: words for p, words in found} == entries
    assert len(set(entries.values())) == len(entries)


@settings(max_examples=10, deadline=None)
@given(st.lists(holes, min_size=1, max_size=6), mastheads)
def test_any_hole_leaves_a_valid_file(drawn: list[Placeholder], masthead: Masthead) -> None:
    """Neither validator finds anything to say, and the same bytes come twice."""
    paragraph = Paragraph(content=tuple(drawn), number=1)
    document = Document(language="fr", masthead=masthead, blocks=(paragraph,))
    file = write_docx(document)
    assert write_docx(document) == file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "holes.docx"
        path.write_bytes(file)
        assert faults(path) == []


def test_libreoffice_shows_holes_on_yellow(tmp_path: Path) -> None:
    """On the page as in the head, the foot and the table; it loses that of the bound ones."""
    file = libreoffice.printed({"report": EVERYWHERE_FILE}, tmp_path)["report"]
    with pdfplumber.open(BytesIO(file)) as pdf:
        shown = [_on_yellow(page) for page in pdf.pages]
    assert shown == [
        [
            "[date]",
            "[année]",
            "[àcompléter:thème]",
            "[àcompléter:datedelaréunion]",
            "[àcompléter:thème]",
        ],
        ["[titre]", "[àcompléter:datedelaréunion]", "[àcompléter:thème]"],
    ]


def _on_yellow(page: Any) -> list[str]:
    """Give the words in brackets that stand on yellow, without spaces, from top to bottom."""
    yellow = [rect for rect in page.rects if rect["non_stroking_color"] == (1, 1, 0)]
    letters = [
        char["text"]
        for char in page.dedupe_chars().chars
        if any(
            rect["x0"] - 1 <= (char["x0"] + char["x1"]) / 2 <= rect["x1"] + 1
            and rect["top"] <= (char["top"] + char["bottom"]) / 2 <= rect["bottom"]
            for rect in yellow
        )
    ]
    return re.findall(r"\[.*?\]", "".join("".join(letters).split()))
