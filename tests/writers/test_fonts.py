"""The look for fonts: found before anything is printed, or an error that says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import FontError, OutputError
from reportgen.messages import speaking
from reportgen.style import UN_2015
from reportgen.writers.pdf import fonts
from reportgen.writers.pdf.fonts import find_font, font_error

NO_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""

PRINTING = """
from reportgen.document import Document
from reportgen.errors import FontError
from reportgen.writers.pdf import write_pdf
try:
    write_pdf(Document(language="fr", blocks=()))
except FontError as error:
    print(error)
"""


def test_a_font_of_the_style_is_found() -> None:
    """One with the measures of Times New Roman is needed to test the PDF."""
    assert find_font(UN_2015.fonts) in UN_2015.fonts


def test_the_first_family_that_is_installed_is_taken() -> None:
    """Those before it are passed over."""
    installed = find_font(UN_2015.fonts)
    assert find_font(("Sans Existence", installed, "Encore Moins")) == installed


def test_a_family_is_not_taken_for_another_with_its_measures() -> None:
    """Fontconfig would answer with a substitute; the look-up does not."""
    with pytest.raises(FontError):
        find_font(("Police Inconnue",))


def test_the_error_names_the_families_and_the_package() -> None:
    """In the language of the reader."""
    with speaking("en"), pytest.raises(FontError) as raised:
        find_font(("Une", "Deux"))
    with speaking("en"):
        assert str(raised.value) == (
            "the PDF needs one of these fonts, and none is installed: Une, Deux\n"
            "  → Install one, or name another under “fonts” in style.yaml."
        )


@pytest.mark.parametrize(
    ("family", "package"), [("Tinos", "fonts-croscore"), ("Calibri", "fonts-crosextra-carlito")]
)
def test_the_package_that_brings_a_known_font_is_named(family: str, package: str) -> None:
    """Or one with its measures."""
    with speaking("en"):
        assert f"sudo apt-get install {package}" in str(font_error((family,)))


def test_without_any_font_the_error_comes_before_the_crash(tmp_path: Path) -> None:
    """WeasyPrint would end the process."""
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS.format(folder=tmp_path / "empty"))
    completed = subprocess.run(
        [sys.executable, "-c", PRINTING],
        env=os.environ
        | {
            "FONTCONFIG_FILE": str(configuration),
            "LANGUAGE": "en",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (completed.returncode, completed.stderr) == (0, "")
    assert "Times New Roman, Liberation Serif, Tinos" in completed.stdout


def test_without_fontconfig_the_libraries_to_install_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It comes with Pango."""
    monkeypatch.setattr(fonts, "_LIBRARIES", {sys.platform: ("libabsent.so",)})
    with pytest.raises(OutputError, match=r"libpangoft2-1\.0-0 libharfbuzz-subset0"):
        find_font(UN_2015.fonts)
