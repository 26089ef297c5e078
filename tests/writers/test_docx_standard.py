"""Word files against the schemas that Word goes by, as Microsoft's Open XML SDK holds them."""

from pathlib import Path

from docxvalidity import sdk_faults
from lxml.etree import tostring
from specimens import REPORT, SPECIMENS
from wordreading import parts

from reportgen.document import Comment
from reportgen.style import UN_2025
from reportgen.writers.docx import write_docx
from reportgen.writers.docx.ooxml import add, packed


def test_every_kind_of_file_follows_the_standard(tmp_path: Path) -> None:
    """Whatever stands in it, with comments too, and in the look of 2025."""
    files = {name: write_docx(document) for name, document in SPECIMENS.items()}
    files["commented"] = write_docx(REPORT, comments=[Comment(passage=1, lines=("À revoir.",))])
    files["2025"] = write_docx(REPORT, UN_2025)
    assert sdk_faults(files, tmp_path) == {name: [] for name in files}


def test_what_breaks_the_standard_is_found(tmp_path: Path) -> None:
    """So a silence of this validator says something."""
    read = parts(write_docx(REPORT))
    add(read["word/document.xml"][0], "unknown")
    file = packed(
        {name: part if isinstance(part, bytes) else tostring(part) for name, part in read.items()}
    )
    (found,) = sdk_faults({"broken": file}, tmp_path)["broken"]
    assert "invalid child element" in found
