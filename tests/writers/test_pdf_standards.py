"""What is archived follows PDF/A-2a and PDF/UA-1 in one file, by veraPDF."""

import os

import pytest
import verapdf
from claimed import printed
from filling import filled
from places import GOLDEN, INPUTS
from specimens import CONTENTS, REPORT, SPECIMENS

import reportgen
from reportgen.style import UN_2015
from reportgen.writers.pdf import PROFILES, print_html, write_pdf
from reportgen.writers.pdf.fonts import find_font

FAMILY = find_font(UN_2015.fonts)
PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGM4"
    "wcUVxcAQ8B8ACiwChlbg5lIAAAAASUVORK5CYII="
)
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>un carré</title></svg>"
PIECES = f"""\
<html lang=fr><title>x</title>
<style>
html {{ font-family: {FAMILY} }}
.note {{ float: footnote }}
.note::footnote-call, .note::footnote-marker {{ content: none }}
</style>
<h1>x</h1>
<p>un <i lang=en>briefing</i><sup>1</sup><span class=note role=doc-footnote><span class=mark>1
</span>note</span> dans <a href="https://undocs.org/S/2016/1">S/2016/1</a></p>
<p><img src="{PNG}" width=40 height=20 alt="un dessin">{SVG}<img aria-hidden=true src="{PNG}"></p>
<img src="data:image/svg+xml,{SVG}" alt="un dessin" style="display: block">"""


CLAIMED = ("Arabic", "marks", "symbols", "nothing wide", "see-through")
"""Of the thirty that `claimed` prints on demand, some that any font sets."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Write every file, and check all of them in one run; continuous integration never skips."""
    if packages := verapdf.missing():
        reason = f"veraPDF needs packages that are not installed: {' '.join(packages)}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    folder = tmp_path_factory.mktemp("standards")
    documents = {
        "2016": reportgen.render(reportgen.load(INPUTS / "2016")),
        "2016-filled": reportgen.render(reportgen.load(filled(folder))),
        "2021": reportgen.render(reportgen.load(INPUTS / "2021")),
        "commission": reportgen.render(reportgen.load(GOLDEN / "commission")),
        "contents": CONTENTS,
        **SPECIMENS,
    }
    for name, document in documents.items():
        archived = write_pdf(document, profile=PROFILES["archive"])
        (folder / f"{name}.pdf").write_bytes(archived.data)
    accessible = write_pdf(REPORT, profile=PROFILES["accessible"])
    (folder / "accessible.pdf").write_bytes(accessible.data)
    records = {"report.yaml": b"period: 2016", "meetings/2016-04-28.yaml": b"kind: thematic"}
    carrying = write_pdf(REPORT, profile=PROFILES["archive"], attachments=records)
    (folder / "carrying.pdf").write_bytes(carrying.data)
    pieces = print_html(PIECES, FAMILY, PROFILES["archive"])
    (folder / "pieces.pdf").write_bytes(pieces.data)
    (folder / "plain.pdf").write_bytes(write_pdf(REPORT).data)
    printed(folder, CLAIMED)
    part = {"carrying": "3a"}
    return verapdf.broken_rules(
        {path: (part.get(path.stem, "2a"), "ua1") for path in sorted(folder.glob("*.pdf"))}
    )


@pytest.mark.parametrize("standard", ["2a", "ua1"])
@pytest.mark.parametrize(
    "name", ["2016", "2016-filled", "2021", "commission", "contents", *SPECIMENS, *CLAIMED]
)
def test_what_is_archived_follows_both_standards(
    broken: dict[str, set[str]], name: str, standard: str
) -> None:
    """Drafts with holes, a full report, another body, every kind of block, rare signs."""
    assert broken[f"{name}.pdf {standard}"] == set()


@pytest.mark.parametrize("standard", ["2a", "ua1"])
def test_every_piece_that_a_page_may_hold_follows_both(
    broken: dict[str, set[str]], standard: str
) -> None:
    """Notes, pictures, links, words in another language, what is hidden from readers."""
    assert broken[f"pieces.pdf {standard}"] == set()


def test_what_is_accessible_follows_its_standard(broken: dict[str, set[str]]) -> None:
    """It claims to be no PDF/A."""
    assert broken["accessible.pdf ua1"] == set()
    assert any("PDF/A version" in rule for rule in broken["accessible.pdf 2a"])


@pytest.mark.parametrize("standard", ["3a", "ua1"])
def test_what_carries_its_records_follows_the_next_part(
    broken: dict[str, set[str]], standard: str
) -> None:
    """PDF/A-2 allows no files within a file that are not PDF/A themselves."""
    assert broken[f"carrying.pdf {standard}"] == set()


def test_a_plain_file_follows_neither(broken: dict[str, set[str]]) -> None:
    """Which shows that the checker sees what is wrong."""
    for standard in ("2a", "ua1"):
        assert any("StructTreeRoot" in rule for rule in broken[f"plain.pdf {standard}"])
