"""What each profile of a PDF adds: the claims of an archive, the words across a draft."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from attrs import evolve
from lxml import etree
from pdfreading import catalog, lines
from PIL import Image
from specimens import MANY_PAGES, REPORT

from reportgen.style import Page
from reportgen.writers.pdf import PROFILES, write_pdf
from reportgen.writers.pdf.watermark import watermark

PDF_A = "{http://www.aiim.org/pdfa/ns/id/}"
PDF_UA = "{http://www.aiim.org/pdfua/ns/id/}"


def claims(file: bytes) -> dict[str, list[str]]:
    """Give what a file says that it follows, each property with its values."""
    with pikepdf.open(BytesIO(file)) as pdf:
        if "/Metadata" not in pdf.Root:
            return {}
        root = etree.fromstring(pdf.Root.Metadata.read_bytes())
    found: dict[str, list[str]] = {}
    for element in root.iter("{*}*"):
        given = [*element.attrib.items(), (element.tag, element.text or "")]
        for name, value in given:
            if name.startswith((PDF_A, PDF_UA)):
                found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "archive",
            {f"{PDF_A}part": ["2"], f"{PDF_A}conformance": ["A"], f"{PDF_UA}part": ["1"]},
        ),
        ("accessible", {f"{PDF_UA}part": ["1"]}),
        ("draft", {}),
    ],
)
def test_each_profile_claims_what_it_follows(name: str, expected: dict[str, list[str]]) -> None:
    """Once each; a draft claims nothing."""
    assert claims(write_pdf(REPORT, profile=PROFILES[name]).data) == expected


def test_an_archive_bears_no_date() -> None:
    """The same document gives the same bytes, whatever the clock and the process."""
    with pikepdf.open(BytesIO(write_pdf(REPORT, profile=PROFILES["archive"]).data)) as pdf:
        assert {key for key in pdf.docinfo if "Date" in key} == set()
        assert b"Date" not in pdf.Root.Metadata.read_bytes()


def test_two_processes_archive_the_same_bytes(tmp_path: Path) -> None:
    """Its identifier is made from what it holds."""
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from hashlib import sha256\n"
        "from specimens import REPORT\n"
        "from reportgen.writers.pdf import PROFILES, write_pdf\n"
        "for profile in PROFILES.values():\n"
        "    print(sha256(write_pdf(REPORT, profile=profile).data).hexdigest())\n"
    )
    sums = set()
    for seed in "13":
        surroundings = {"PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | surroundings,
            check=True,
            capture_output=True,
            text=True,
        )
        sums.add(done.stdout)
    assert len(sums) == 1
    assert len(set(sums.pop().split())) == 3


@pytest.fixture(scope="module")
def draft() -> bytes:
    """Write a draft of many pages."""
    return write_pdf(MANY_PAGES, profile=PROFILES["draft"]).data


class TestDrafts:
    """The words across a draft."""

    def test_they_are_no_words_of_the_page(self, draft: bytes) -> None:
        """Every line is as in a plain file."""
        assert lines(draft) == lines(write_pdf(MANY_PAGES).data)

    def test_they_stand_lightly_across_every_page(self, draft: bytes, tmp_path: Path) -> None:
        """In a light grey that covers some hundredths of the page."""
        path = tmp_path / "draft.pdf"
        path.write_bytes(draft)
        subprocess.run(["pdftoppm", "-r", "60", "-png", path, tmp_path / "page"], check=True)
        pages = sorted(tmp_path.glob("page-*.png"))
        assert len(pages) > 6
        for page in pages:
            with Image.open(page) as image:
                colours = image.convert("RGB").getcolors(image.width * image.height)
                shares = {rgb: count / (image.width * image.height) for count, rgb in colours}
            assert 0.01 < shares[230, 230, 230] < 0.1

    @pytest.mark.parametrize(("language", "said"), [("fr", "PROJET"), ("en", "DRAFT")])
    def test_they_are_in_the_language_of_the_document(
        self, monkeypatch: pytest.MonkeyPatch, language: str, said: str
    ) -> None:
        """As its fixed words are."""
        asked: list[str] = []

        def note(words: str, family: str, page: Page) -> str:
            asked.append(words)
            return watermark(words, family, page)

        monkeypatch.setattr("reportgen.writers.pdf.watermark", note)
        write_pdf(evolve(REPORT, language=language), profile=PROFILES["draft"])
        assert asked == [said]
        assert f"%3E{said}%3C/text" in watermark(said, "Tinos", Page())

    def test_no_sign_of_the_words_ends_the_drawing(self) -> None:
        """Nor does the name of a font."""
        drawing = watermark("L’É & <T>", "a\"b'c", Page())
        assert drawing.count("'") == 2
        assert "%3EL%E2%80%99%C3%89%20%26amp%3B%20%26lt%3BT%26gt%3B%3C/text" in drawing

    def test_a_draft_is_not_tagged(self, draft: bytes) -> None:
        """It is for those who work on it."""
        assert "StructTreeRoot" not in catalog(draft)
