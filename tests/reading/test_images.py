"""Pictures that users give: what is printed, and what is refused before it does harm."""

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

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.reading.images import LARGEST_BYTES, read_image

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
        read_image(file)
    with speaking("en"):
        assert {str(problem.place) for problem in caught.value.problems} == {str(file)}
        assert "at most 2 MB and 4000 points on a side" in str(caught.value.problems[-1].advice)
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
    image = read_image(file)
    assert image.kind == kind
    assert (image.width_pt, image.height_pt) == pytest.approx(size, abs=0.01)


def test_a_drawing_keeps_what_it_draws_and_loses_its_comments(tmp_path: Path) -> None:
    """It may use its own parts again, and hold a picture."""
    embedded = f"data:image/png;base64,{b64encode(picture('PNG')).decode()}"
    within = (
        '<defs><g id="a"><path d="M0 0h1v1z" fill="url(#b)"/></g></defs>'
        f'<use href="#a"/><image href="{embedded}"/><style>path {{ fill: #000 }}</style>'
    )
    file = tmp_path / "emblem.svg"
    file.write_bytes(b"<?xml version='1.0'?><!-- note -->" + drawing(within))
    assert read_image(file).data == drawing(within)


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
        ('<image href="data:image/png;base64,AAAA"/>', "the picture is damaged"),
        ("<?xml-stylesheet href='a.css'?>", "the SVG holds an instruction or an entity"),
    ],
)
def test_a_drawing_that_acts_or_fetches_is_refused(tmp_path: Path, within: str, fault: str) -> None:
    """Scripts, events, foreign content, addresses of every sort."""
    (said,) = faults(tmp_path, drawing(within))
    assert fault in said


def test_a_huge_picture_within_a_drawing_is_refused(tmp_path: Path) -> None:
    """As it would be by itself."""
    data = b64encode(picture("PNG", (4001, 1))).decode()
    within = f'<image href="data:image/png;base64,{data}"/>'
    assert faults(tmp_path, drawing(within)) == ["the picture has 4001 × 1 points"]


def test_entities_are_refused(tmp_path: Path) -> None:
    """They read files, and swell."""
    head = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert faults(tmp_path, head + drawing("&a;")) == [
        "the SVG holds a document type or entities",
        "the SVG holds an instruction or an entity",
    ]


def test_a_drawing_that_swells_is_refused(tmp_path: Path) -> None:
    """Ten groups of ten uses each draw ten thousand million times; a loop draws for ever."""
    groups = "".join(f'<g id="g{n + 1}">' + f'<use href="#g{n}"/>' * 10 + "</g>" for n in range(10))
    swollen = ["the SVG draws more than 200000 elements"]
    assert faults(tmp_path, drawing(f'<g id="g0"><path/></g>{groups}')) == swollen
    assert faults(tmp_path, drawing('<g id="a"><use href="#a"/></g>')) == swollen


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
    assert "neither its width and height" in said


@pytest.mark.parametrize(
    "data",
    [b"", b"texte", b"<svg/>", b"<p>non</p>", b"GIF89a", b"%PDF-1.7", picture("BMP"), b"\x1f\x8b"],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    """Whatever its name says."""
    assert faults(tmp_path, data) == ["this is neither a PNG, a JPEG nor an SVG file"]


@pytest.mark.parametrize("size", [(4001, 10), (10, 4001)])
def test_a_huge_picture_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    """Four thousand points on a side are enough for any page."""
    width, height = size
    assert faults(tmp_path, picture("PNG", size)) == [f"the picture has {width} × {height} points"]


def test_a_picture_that_would_fill_the_memory_is_refused_unopened(tmp_path: Path) -> None:
    """Two hundred bytes that speak of ten thousand million points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    (said,) = faults(tmp_path, data)
    assert "100000" in said or "10000000000" in said


def test_a_heavy_file_is_refused_unread(tmp_path: Path) -> None:
    """Whatever it holds."""
    assert faults(tmp_path, b"\x89PNG" + bytes(LARGEST_BYTES)) == ["the file is of 2.1 MB"]


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


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """With the name that was meant, and not with the limits of what may be printed."""
    (tmp_path / "embleme.png").write_bytes(picture("PNG"))
    with pytest.raises(ReadingError) as caught:
        read_image(tmp_path / "emblem.png")
    with speaking("en"):
        assert str(caught.value).replace(f"{tmp_path}/", "") == (
            "there is no emblem.png\n  → Did you mean: embleme.png?"
        )
    with pytest.raises(ReadingError) as caught:
        read_image(tmp_path)
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
