"""The foot of the first page, and the emblem: in their places, readable, with words in their place.

The PDF is looked at as a picture, where codes are read back; Word’s page by way of LibreOffice.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import libreoffice
import lxml.html
import pdfplumber
import PIL.Image
import pytest
import zxingcpp
from attrs import evolve
from docxvalidity import faults
from pdfreading import line
from specimens import ADDRESS, EMBLEM, FULL_MASTHEAD, REPORT
from test_docx_furniture import furniture, texts
from wordreading import find, parts

from reportgen.document import Document, Masthead
from reportgen.style import STYLES, UN_2015, UN_2025, Box, Style
from reportgen.writers._measures import fitted
from reportgen.writers.docx import write_docx
from reportgen.writers.html import write_html
from reportgen.writers.pdf import write_pdf

DPI = 300


def with_masthead(masthead: Masthead) -> Document:
    """Put the report under another masthead."""
    return evolve(REPORT, masthead=masthead)


def pictured(file: bytes) -> Any:
    """Draw the first page in points of grey."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return pdf.pages[0].to_image(resolution=DPI, antialias=True).original.convert("L")


def ink(picture: Any, box: Box, around_pt: float = 3) -> tuple[float, float, float, float]:
    """Find the edges of what is dark in and around a box: left, upper, right, lower, in points."""
    scale = DPI / 72
    left, upper = box.x_pt - around_pt, box.y_pt - around_pt
    right, lower = box.x_pt + box.width_pt + around_pt, box.y_pt + box.height_pt + around_pt
    part = picture.crop([round(edge * scale) for edge in (left, upper, right, lower)])
    edges = part.point(lambda grey: 255 * (grey < 128)).getbbox()
    return tuple(e / scale + o for e, o in zip(edges, (left, upper) * 2, strict=True))


def edges(box: Box) -> tuple[float, float, float, float]:
    """Give the edges of a box."""
    return (box.x_pt, box.y_pt, box.x_pt + box.width_pt, box.y_pt + box.height_pt)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Any]:
    """Write the first page in each look, as PDF and by way of Word, and draw it."""
    document = with_masthead(FULL_MASTHEAD)
    drawn = {(name, "pdf"): pictured(write_pdf(document, s).data) for name, s in STYLES.items()}
    if not libreoffice.INSTALLED:
        return drawn
    files = {name: write_docx(document, style) for name, style in STYLES.items()}
    from_word = libreoffice.printed(files, tmp_path_factory.mktemp("first"))
    return drawn | {(name, "word"): pictured(file) for name, file in from_word.items()}


def page(pages: dict[tuple[str, str], Any], name: str, writer: str) -> Any:
    """Give a page, or skip what LibreOffice would have drawn."""
    if (name, writer) not in pages:
        pytest.skip("LibreOffice is not installed: `soffice` is not on the path")
    return pages[name, writer]


@pytest.mark.parametrize("writer", ["pdf", "word"])
@pytest.mark.parametrize("name", STYLES)
class TestPlaces:
    """Each picture where documents issued have it, in both looks and both files."""

    @pytest.mark.parametrize("place", ["barcode", "qr_code", "recycling_sign"])
    def test_what_stands_at_the_foot_is_within_a_point_of_its_measure(
        self, pages: dict[tuple[str, str], Any], name: str, writer: str, place: str
    ) -> None:
        """Bars, squares and the sign fill their boxes."""
        box = getattr(STYLES[name].first_foot, place)
        around_pt = 3 if place == "qr_code" else 0.9  # words end beside the others
        found = ink(page(pages, name, writer), box, around_pt)
        assert found == pytest.approx(edges(box), abs=1)

    def test_the_emblem_fits_its_place_and_keeps_its_proportions(
        self, pages: dict[tuple[str, str], Any], name: str, writer: str
    ) -> None:
        """Twice as wide as high: as wide as the place, in the middle of its height."""
        place = STYLES[name].masthead.emblem
        box = Box(place.x_pt, place.y_pt + (47 - 28.1) / 2, 56.2, 28.1)
        assert fitted(EMBLEM, place) == box
        assert ink(page(pages, name, writer), box) == pytest.approx(edges(box), abs=1)

    def test_the_codes_are_read_off_the_page(
        self, pages: dict[tuple[str, str], Any], name: str, writer: str
    ) -> None:
        """As a scanner and a telephone read them."""
        found = zxingcpp.read_barcodes(page(pages, name, writer))
        assert sorted((str(code.format), code.text) for code in found) == [
            ("Code 39", "1700123"),
            ("QR Code", ADDRESS),
        ]


class TestPdf:
    """The first page of the PDF."""

    def test_every_picture_is_drawn_in_vectors(self) -> None:
        """No picture of points is in the file."""
        with pdfplumber.open(BytesIO(write_pdf(with_masthead(FULL_MASTHEAD)).data)) as pdf:
            assert [image for sheet in pdf.pages for image in sheet.images] == []

    def test_a_photograph_as_emblem_is_one_picture(self) -> None:
        """In the place of the emblem."""
        buffer = BytesIO()
        PIL.Image.new("RGB", (200, 100), "navy").save(buffer, "JPEG")
        emblem = evolve(EMBLEM, data=buffer.getvalue(), kind="jpeg")
        file = write_pdf(with_masthead(evolve(FULL_MASTHEAD, emblem=emblem))).data
        with pdfplumber.open(BytesIO(file)) as pdf:
            (image,) = pdf.pages[0].images
        assert (image["x0"], image["top"]) == pytest.approx((62.3, 87.45), abs=0.1)

    def test_the_words_of_the_foot_stand_on_their_baselines(self) -> None:
        """The job number with its days, the words that end before the sign."""
        file = write_pdf(with_masthead(FULL_MASTHEAD)).data
        job_line = line(file, 1, "17-00123* (F)")
        assert job_line.text.replace("\u00a0", " ") == "17-00123* (F) 050117 060117"
        (_, _, end), (_, begin, _) = job_line.letters[11:13]
        assert begin - end == pytest.approx(128.6 - 117.5, abs=0.5)
        recycling = line(file, 1, "Merci de recycler")
        assert (recycling.baseline, recycling.right) == pytest.approx((727.3, 470.6), abs=0.5)

    @pytest.mark.parametrize("style", [UN_2015, UN_2025])
    def test_the_text_leaves_room_for_the_note_on_a_reissue(self, style: Style) -> None:
        """The note stands in the column of the text, between it and the job number."""
        paragraphs = tuple(block for block in REPORT.blocks[3:4] * 8)
        long = evolve(with_masthead(FULL_MASTHEAD), blocks=(*REPORT.blocks[:3], *paragraphs))
        file = write_pdf(long, style).data
        note, job_line = line(file, 1, "* Nouveau tirage"), line(file, 1, "17-00123*")
        with pdfplumber.open(BytesIO(file)) as pdf:
            column = pdf.pages[0].crop((123, 300, 490, note.baseline - 10))
            lowest = max(char["bottom"] for char in column.chars)
        assert note.left == pytest.approx(123.35, abs=0.2)
        assert job_line.baseline - note.baseline == pytest.approx(16.7, abs=0.5)
        assert 8 < note.baseline - lowest < 40

    def test_without_facts_nothing_stands_in_their_places(self) -> None:
        """Neither frame nor code, where symbol and job number are unknown."""
        with pdfplumber.open(BytesIO(write_pdf(REPORT).data)) as pdf:
            foot = pdf.pages[0].crop((0, 700, 612, 792))
            assert (foot.curves, foot.rects, foot.images) == ([], [], [])


class TestHtml:
    """The page in a browser."""

    def test_pictures_have_words_in_their_place(self) -> None:
        """The sign has none: the words beside it say the same."""
        root = find_images(write_html(with_masthead(FULL_MASTHEAD)))
        assert root == [
            ("emblem", "Emblème"),
            ("barcode", "Code-barres\u00a0: 17-00123"),
            ("qr-code", f"Code QR\u00a0: {ADDRESS}"),
        ]


def find_images(page: str) -> list[tuple[str, str]]:
    """Give the class and the words of each picture."""
    images = lxml.html.document_fromstring(page).iter("img")
    return [(image.get("class", ""), image.get("alt", "")) for image in images]


class TestWord:
    """The first page of the Word file."""

    def test_the_words_of_the_foot_are_paragraphs(self) -> None:
        """Those on recycling in a frame, then the note, then the job number."""
        footer = furniture(write_docx(with_masthead(FULL_MASTHEAD)), "footer")["first"]
        assert texts(footer) == [
            "Merci de recycler",
            "* Nouveau tirage pour raisons techniques (15 avril 2017).",
            "17-00123* (F)\u00a0\u00a0\u00a0\u00a0050117\u00a0\u00a0\u00a0\u00a0060117",
        ]

    def test_pictures_have_names_and_words_in_their_place(self) -> None:
        """Numbered through the file."""
        file = write_docx(with_masthead(FULL_MASTHEAD))
        header, footer = furniture(file, "header")["first"], furniture(file, "footer")["first"]
        found = [
            (p.get("id"), p.get("name"), p.get("descr"))
            for root in (header, footer)
            for p in root.iter("{*}docPr")
        ]
        assert found == [
            ("1", "emblem", "Emblème"),
            ("2", "barcode", "Code-barres\u00a0: 17-00123"),
            ("3", "recycling", "Merci de recycler"),
            ("4", "QR code", f"Code QR\u00a0: {ADDRESS}"),
        ]

    def test_each_picture_is_fine_enough_to_be_printed(self) -> None:
        """Six hundred points an inch, or more."""
        read = parts(write_docx(with_masthead(FULL_MASTHEAD)))
        sizes = {
            name: PIL.Image.open(BytesIO(data)).size
            for name, data in read.items()
            if name.startswith("word/media/")
        }
        assert sizes == {
            "word/media/image1.png": (468, 234),
            "word/media/image2.png": (858, 98),
            "word/media/image3.png": (218, 148),
            "word/media/image4.png": (464, 456),
        }

    def test_the_package_knows_what_its_pictures_are(self) -> None:
        """Without pictures it does not speak of them."""
        root = parts(write_docx(with_masthead(FULL_MASTHEAD)))["[Content_Types].xml"]
        kinds = {d.get("Extension"): d.get("ContentType") for d in root.iter("{*}Default")}
        assert kinds["png"] == "image/png"
        bare = parts(write_docx(REPORT))
        assert not [d for d in bare["[Content_Types].xml"].iter() if d.get("Extension") == "png"]
        assert not [name for name in bare if name.startswith("word/media/")]

    def test_the_same_document_gives_the_same_bytes(self) -> None:
        """Pictures included."""
        document = with_masthead(FULL_MASTHEAD)
        assert write_docx(document) == write_docx(document)

    def test_word_and_others_find_nothing_wrong(self, tmp_path: Path) -> None:
        """By two validators."""
        file = tmp_path / "first.docx"
        file.write_bytes(write_docx(with_masthead(FULL_MASTHEAD)))
        assert faults(file) == []

    def test_the_foot_takes_the_room_of_a_note_from_what_it_keeps_free(self) -> None:
        """In the look of 2025 the foot is as high with a note as without."""

        def spaces(masthead: Masthead) -> float:
            file = write_docx(with_masthead(masthead), UN_2025)
            footer = furniture(file, "footer")["first"]
            given = find(footer, "w:p[not(w:pPr/w:framePr)]/w:pPr/w:spacing/@w:before")
            return sum(int(space) for space in given) / 20

        before_pt, note_pt = 32.4, 1 + 3 + 10.5 + 5
        assert spaces(FULL_MASTHEAD) == pytest.approx(before_pt - note_pt, abs=0.1)
