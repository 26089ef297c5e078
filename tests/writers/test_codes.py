"""The codes of the first page, read back by a reader of codes."""

from io import BytesIO

import PIL.Image
import pytest
import zxingcpp

from reportgen.style import UN_2015, UN_2025, Box, Style
from reportgen.writers._codes import barcode, qr_code
from reportgen.writers._drawings import Drawing
from reportgen.writers.docx.pictures import drawn


def read(drawing: Drawing, box: Box) -> list[tuple[str, str]]:
    """Read every code of a picture, with the white that a page leaves around it."""
    picture = PIL.Image.open(BytesIO(drawn(drawing, box, "").data)).convert("L")
    page = PIL.Image.new("L", (picture.width + 120, picture.height + 120), 255)
    page.paste(picture, (60, 60))
    return [(str(found.format), found.text) for found in zxingcpp.read_barcodes(page)]


@pytest.mark.parametrize("style", [UN_2015, UN_2025])
@pytest.mark.parametrize("text", ["1622918", "2600248", "9999999"])
def test_the_bars_say_the_job_number(style: Style, text: str) -> None:
    """In Code 39, at the size of the page."""
    assert read(barcode(text), style.first_foot.barcode) == [("Code 39", text)]


def test_the_bars_are_those_of_documents_issued() -> None:
    """Nine signs of sixteen modules, wide bars three times the narrow ones, no check sign."""
    drawing = barcode("1505716")
    assert (drawing.width, drawing.height) == (9 * 16 - 1, 1)
    assert drawing.path.startswith("M0 0h1v1h-1zM4 0h1v1h-1zM6 0h3v1h-3z")


@pytest.mark.parametrize(
    ("address", "squares"),
    [
        ("https://undocs.org/fr/S/2016/1033", 29),
        ("https://undocs.org/fr/A/70/95", 29),
        ("https://undocs.org/fr/S/2017/1100/Add.1/Corr.2/Rev.3", 33),
    ],
)
def test_the_qr_code_leads_to_the_address(address: str, squares: int) -> None:
    """As large as the address asks for."""
    drawing = qr_code(address)
    assert (drawing.width, drawing.height) == (squares, squares)
    assert read(drawing, UN_2015.first_foot.qr_code) == [("QR Code", address)]
