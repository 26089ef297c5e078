"""Pictures that users give: the one form in which they are shown, and what is refused."""

import struct
import subprocess
import sys
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import PIL.Image
import PIL.ImageFile
import pytest

from reportgen.confinement import Limits
from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.pictures import LARGEST_BYTES, Image, read_picture
from reportgen.reading import read_report

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"{more}>{within}</svg>'


def picture(format_: str, size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """Make a white picture."""
    buffer = BytesIO()
    PIL.Image.new("L", size, 255).save(buffer, format_, **options)
    return buffer.getvalue()


def drawing(within: str = "", more: str = "") -> bytes:
    """Make an SVG of 40 by 20 pixels."""
    return SVG.format(within=within, more=more).encode()


def faults(folder: Path, data: bytes) -> list[str]:
    """Give what is wrong with the bytes of a file, in English."""
    file = folder / "emblem"
    file.write_bytes(data)
    with pytest.raises(ReadingError) as caught:
        read_picture(file)
    with speaking("en"):
        assert {str(problem.place) for problem in caught.value.problems} == {str(file)}
        assert caught.value.problems[-1].advice is not None
        return [str(problem.what) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (picture("PNG"), "png", (30, 15)),
        (picture("PNG", dpi=(600, 600)), "png", (4.8, 2.4)),
        (picture("JPEG", dpi=(300, 300)), "jpeg", (9.6, 4.8)),
        (drawing(), "svg", (30, 15)),
        (drawing(more=' width="8cm" height="1in"'), "svg", (226.77, 72)),
        (drawing(more=' width="100%" height="100%"'), "svg", (30, 15)),
    ],
)
def test_a_picture_is_known_by_its_content(
    tmp_path: Path, data: bytes, kind: str, size: tuple[float, float]
) -> None:
    """Not by its name; its size is what it says, or 96 points make an inch."""
    file = tmp_path / "picture.txt"
    file.write_bytes(data)
    image = read_picture(file)
    assert image.kind == kind
    assert (image.width_pt, image.height_pt) == pytest.approx(size, abs=0.01)


def immense() -> bytes:
    """Make two hundred bytes that speak of ten thousand million points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def shown(folder: Path, data: bytes) -> tuple[Image, PIL.Image.Image]:
    """Read a picture, and open what is shown of it."""
    file = folder / "picture"
    file.write_bytes(data)
    image = read_picture(file)
    return image, PIL.Image.open(BytesIO(image.data))


def test_a_photograph_stands_upright(tmp_path: Path) -> None:
    """Whoever held the camera: Word would not turn it, and the PDF would squeeze it."""
    lying = PIL.Image.new("RGB", (40, 20), "white")
    lying.paste("red", (0, 0, 20, 20))  # the left half
    for orientation, (size, red) in {
        3: ((40, 20), (30, 10)),
        6: ((20, 40), (10, 10)),
        8: ((20, 40), (10, 30)),
    }.items():
        exif = PIL.Image.Exif()
        exif[0x0112] = orientation
        buffer = BytesIO()
        lying.save(buffer, "JPEG", exif=exif, quality=95)
        image, seen = shown(tmp_path, buffer.getvalue())
        assert seen.size == size
        assert (image.width_pt, image.height_pt) == size  # what Exif says nothing of is 72 an inch
        assert seen.getexif() == {}
        pixel = seen.getpixel(red)
        assert isinstance(pixel, tuple)
        assert pixel[0] > 200
        assert pixel[1] < 60


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "format_", "mode_shown", "seen"),
    [
        ("CMYK", (0, 0, 0, 0), "jpeg", "JPEG", "RGB", (255, 255, 255)),
        ("I;16", 32896, "png", "PNG", "L", 128),
        ("LA", (0, 0), "png", "PNG", "RGB", (255, 255, 255)),
        ("RGBA", (0, 0, 255, 128), "png", "PNG", "RGB", (127, 127, 255)),
        ("P", 0, "png", "PNG", "RGB", (0, 0, 0)),
        ("1", 1, "png", "PNG", "L", 255),
    ],
)
def test_colours_are_those_that_every_program_shows(  # noqa: PLR0913, PLR0917 -- a row of the table
    tmp_path: Path,
    mode: str,
    colour: int | tuple[int, ...],
    kind: str,
    format_: str,
    mode_shown: str,
    seen: object,
) -> None:
    """Ink becomes light, deep grey becomes grey, and what is transparent the paper."""
    buffer = BytesIO()
    PIL.Image.new(mode, (16, 16), colour).save(buffer, format_)
    image, picture_shown = shown(tmp_path, buffer.getvalue())
    assert (image.kind, picture_shown.mode) == (kind, mode_shown)
    assert picture_shown.getpixel((8, 8)) == seen


def test_a_picture_is_no_finer_than_a_page_prints_it(tmp_path: Path) -> None:
    """Its size on the page stays."""
    image, seen = shown(tmp_path, picture("PNG", (6000, 1500)))
    assert seen.size == (3000, 750)
    assert (image.width_pt, image.height_pt) == (4500, 1125)


def test_a_plain_drawing_stays_lines_and_any_other_becomes_points(tmp_path: Path) -> None:
    """Word and the PDF would not draw words, filters and references alike."""
    plain = '<g transform="translate(1 2)"><path d="M0 0 L9 0 L9 9 Z" fill="#036"/></g>'
    assert read_picture(_written(tmp_path, drawing(plain))).kind == "svg"
    for within in ("<text>Été</text>", '<use href="#a"/>', "<style>path { fill: red }</style>"):
        image, seen = shown(tmp_path, drawing(plain + within))
        assert (image.kind, seen.size) == ("png", (1200, 600))


def _written(folder: Path, data: bytes) -> Path:
    (folder / "drawing").write_bytes(data)
    return folder / "drawing"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    """The system does not even look for it."""
    records = (
        "body: {name: Comité}\nperiod: 2018\nchair: {todo: x}\nconclusions:\n"
        f"  - {{text: Oui., figure: {{image: {'a' * 300}.png, caption: F, alternative: F}}}}\n"
    )
    (tmp_path / "report.yaml").write_text(records, encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        read_report(tmp_path)
    with speaking("en"):
        assert "report.yaml:5:" in str(caught.value)
        assert f"there is no {tmp_path}/{'a' * 300}.png" in str(caught.value)


def test_a_link_that_leads_outside_the_folder_is_refused(tmp_path: Path) -> None:
    """It would show the file of someone else."""
    (tmp_path / "r").mkdir()
    (tmp_path / "secret.png").write_bytes(picture("PNG"))
    (tmp_path / "r/f.png").symlink_to("../secret.png")
    records = (
        "body: {name: Comité}\nperiod: 2018\nchair: {todo: x}\nconclusions:\n"
        "  - {text: Oui., figure: {image: f.png, caption: F, alternative: F}}\n"
    )
    (tmp_path / "r/report.yaml").write_text(records, encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        read_report(tmp_path / "r")
    with speaking("en"):
        assert "“f.png” lies outside the folder of the report" in str(caught.value)


def test_a_drawing_loses_its_comments(tmp_path: Path) -> None:
    """It may use its own parts again, and hold a picture."""
    embedded = f"data:image/png;base64,{b64encode(picture('PNG')).decode()}"
    within = (
        '<defs><g id="a"><path d="M0 0h1v1z" fill="url(#b)"/></g></defs>'
        f'<use href="#a"/><image href="{embedded}"/><style>path {{ fill: #000 }}</style>'
    )
    file = tmp_path / "emblem.svg"
    file.write_bytes(b"<?xml version='1.0'?><!-- note -->" + drawing(within))
    assert read_picture(file).kind == "png"
    file.write_bytes(b"<?xml version='1.0'?><!-- note -->" + drawing("<!-- x --><path/>"))
    assert b"<!--" not in read_picture(file).data


@pytest.mark.parametrize(
    ("within", "fault"),
    [
        ("<script>alert(1)</script>", "the SVG holds the element “script”"),
        ("<foreignObject/>", "the SVG holds the element “foreignObject”"),
        ('<set attributeName="href" to="http://a.b"/>', "the SVG holds the element “set”"),
        ('<path onclick="a()"/>', "the SVG acts on its own: attribute “onclick”"),
        ('<image href="http://a.b/c.png"/>', "outside itself: http://a.b/c.png"),
        ('<use href="file:///etc/passwd#a"/>', "outside itself: file:///etc/passwd#a"),
        ('<a href="javascript:alert(1)"/>', "outside itself: javascript:alert(1)"),
        ('<image href="other.png"/>', "outside itself: other.png"),
        ('<path fill="url(http://a.b#c)"/>', "outside itself: http://a.b#c"),
        ("<path style=\"fill: URL( 'a.svg#b' )\"/>", "outside itself: a.svg#b"),
        ("<style>@import 'a.css';</style>", "outside itself: @import"),
        ("<style>a { fill: u\\72l(a) }</style>", "outside itself: \\"),
        ('<g xml:base="http://a.b"/>', "outside itself: http://a.b"),
        ('<image href="data:image/svg+xml,x"/>', "outside itself: data:image/svg+xml,x"),
        ('<image href="data:image/png;base64,AAAA"/>', "the picture is damaged where it begins"),
        ("<?xml-stylesheet href='a.css'?>", "the SVG holds an instruction or an entity"),
    ],
)
def test_a_drawing_that_acts_or_fetches_is_refused(tmp_path: Path, within: str, fault: str) -> None:
    """Scripts, events, foreign content, addresses of every sort."""
    (said,) = faults(tmp_path, drawing(within))
    assert fault in said


def test_a_huge_picture_within_a_drawing_is_refused(tmp_path: Path) -> None:
    """As it would be by itself."""
    data = b64encode(immense()).decode()
    within = f'<image href="data:image/png;base64,{data}"/>'
    assert faults(tmp_path, drawing(within)) == ["the picture has more than 60 million points"]


def test_entities_are_refused(tmp_path: Path) -> None:
    """They read files, and swell."""
    head = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert faults(tmp_path, head + drawing("&a;")) == [
        "the SVG holds a document type or entities",
        "the SVG holds an instruction or an entity",
    ]


def test_a_drawing_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten groups of ten uses each draw ten thousand million times; a loop draws nothing."""
    monkeypatch.setattr("reportgen.pictures.LIMITS", Limits(seconds=2, memory=600_000_000))
    groups = "".join(f'<g id="g{n + 1}">' + f'<use href="#g{n}"/>' * 10 + "</g>" for n in range(10))
    (said,) = faults(tmp_path, drawing(f'<g id="g0"><path d="M0 0h1v1z"/></g>{groups}'))
    assert said.startswith(
        ("reading the picture takes", "the program that reads", "the SVG cannot be")
    )
    assert read_picture(_written(tmp_path, drawing('<g id="a"><use href="#a"/></g>'))).kind == "png"


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """Each once, with one advice."""
    within = '<script/><script/><path onload="a()"/>'
    data = SVG.replace(' viewBox="0 0 40 20"', "").format(within=within, more="").encode()
    assert faults(tmp_path, data) == [
        "the SVG holds the element “script”",
        "the SVG acts on its own: attribute “onload”",
        "the SVG says neither its width and height nor its “viewBox”",
    ]


@pytest.mark.parametrize("size", ["0", "-3", "many"])
def test_a_drawing_without_size_is_refused(tmp_path: Path, size: str) -> None:
    """Nothing tells its proportions."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} 20"/>'.encode()
    (said,) = faults(tmp_path, data)
    assert "neither its width and height" in said or "one side must be a point at least" in said


@pytest.mark.parametrize(
    "data",
    [b"", b"texte", b"<svg/>", b"<p>non</p>", b"GIF89a", b"%PDF-1.7", picture("BMP"), b"\x1f\x8b"],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    """Whatever its name says."""
    assert faults(tmp_path, data) == ["this is neither a PNG, a JPEG nor an SVG file"]


@pytest.mark.parametrize("size", [(4001, 10), (10, 4001), (1, 1)])
def test_threads_and_specks_are_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    """No page shows them."""
    (said,) = faults(tmp_path, picture("PNG", size))
    assert "one side must be a point at least" in said


def test_a_picture_that_would_fill_the_memory_is_refused_unopened(tmp_path: Path) -> None:
    """Two hundred bytes that speak of ten thousand million points."""
    assert faults(tmp_path, immense()) == ["the picture has more than 60 million points"]


def test_a_heavy_file_is_refused_unread(tmp_path: Path) -> None:
    """Whatever it holds."""
    assert faults(tmp_path, b"\x89PNG" + bytes(LARGEST_BYTES)) == ["the file is of more than 20 MB"]


def test_a_jpeg_of_thousands_of_scans_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each scan is decoded over the whole picture."""
    monkeypatch.setattr("reportgen.pictures.LIMITS", Limits(seconds=1))
    buffer = BytesIO()
    PIL.Image.new("L", (2000, 2000), 128).save(buffer, "JPEG", progressive=True)
    data = buffer.getvalue()
    scans = data.index(b"\xff\xda")
    last = data.rindex(b"\xff\xda")
    image = read_or_refused(tmp_path, data[:scans] + data[last:-2] * 5_000 + data[-2:])
    assert image is None or image.kind == "jpeg"


def read_or_refused(folder: Path, data: bytes) -> Image | None:
    """Read a picture; None where it is refused."""
    try:
        return read_picture(_written(folder, data))
    except ReadingError:
        return None


@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_a_damaged_picture_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, *, lenient: bool
) -> None:
    """Its end is missing; whether or not someone lets the process take such pictures."""
    monkeypatch.setattr(PIL.ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    data = picture(format_, (400, 400))
    (said,) = faults(tmp_path, data[: len(data) // 2])
    assert said.startswith("the picture is damaged: ")
    assert PIL.ImageFile.LOAD_TRUNCATED_IMAGES is lenient


def test_a_sign_that_no_font_has_is_told(tmp_path: Path) -> None:
    """A box in its place would say something else."""
    words = '<text y="9">Été \ue000 \U000f1234</text>'
    assert faults(tmp_path, drawing(words)) == [
        "no font has these signs of the SVG: \ue000 (U+E000), \U000f1234 (U+F1234)"
    ]


def test_loading_the_printer_leaves_the_library_of_pictures_as_it_was() -> None:
    """WeasyPrint would have the whole process take pictures whose end is missing."""
    code = (
        "import PIL.ImageFile\n"
        "from reportgen.writers.pdf import load_weasyprint\n"
        "load_weasyprint()\n"
        "print(PIL.ImageFile.LOAD_TRUNCATED_IMAGES)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """With the name that was meant, and not with the limits of what may be printed."""
    (tmp_path / "embleme.png").write_bytes(picture("PNG"))
    with pytest.raises(ReadingError) as caught:
        read_picture(tmp_path / "emblem.png")
    with speaking("en"):
        assert str(caught.value).replace(f"{tmp_path}/", "") == (
            "there is no emblem.png\n  → Did you mean: embleme.png?"
        )
    with pytest.raises(ReadingError) as caught:
        read_picture(tmp_path)
    with speaking("en"):
        assert str(caught.value) == (
            f"{tmp_path} cannot be opened (it is a folder)\n  → Give a file, not a folder."
        )


def test_the_library_of_pictures_is_loaded_only_when_it_is_needed() -> None:
    """A report without pictures does not wait for it."""
    code = (
        "import sys, reportgen\n"
        "reportgen.load('inputs/2016')\n"
        "print({'PIL', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
