"""The look: each generation’s page in its place, in the PDF and in Word, and a house of one’s own.

`pytest tests/writers/test_look.py -rP` shows every deviation in points.
"""

import libreoffice
import pytest
from look import DOCUMENT, LAST_BASELINES, MEASURES, deviations
from pdfreading import Line, lines

from reportgen.style import STYLES
from reportgen.writers.docx import write_docx
from reportgen.writers.pdf import write_pdf

Pages = dict[tuple[str, str], tuple[Line, ...]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Write the document in each look, and read the lines of the PDF and of Word’s pages."""
    files = {name: write_docx(DOCUMENT, style) for name, style in STYLES.items()}
    from_word = libreoffice.printed(files, tmp_path_factory.mktemp("looks"))
    return {
        **{(name, "word"): lines(file) for name, file in from_word.items()},
        **{(name, "pdf"): lines(write_pdf(DOCUMENT, style).data) for name, style in STYLES.items()},
    }


@pytest.mark.parametrize("writer", ["pdf", "word"])
@pytest.mark.parametrize("name", STYLES)
def test_every_line_stands_within_a_point_of_its_measure(
    written: Pages, name: str, writer: str
) -> None:
    """First page, even and odd inner pages, annex; each deviation is printed.

    In Word the two lines at the head of an annex stand up to four points off: they are one
    paragraph, which has one height of lines, so that contents that Word makes anew name it whole.
    """
    found = list(deviations(written[name, writer], MEASURES[name]))
    table = "\n".join(map(str, found))
    print(f"{name}, {writer}: page, line, points down, points to the right\n{table}")  # noqa: T201 -- shown by -rP
    joined = "annex " if writer == "word" else "none "
    within = [4 if str(deviation).startswith(joined) else 1 for deviation in found]
    off = [one for one, most in zip(found, within, strict=True) if one.largest >= most]
    assert [str(deviation) for deviation in off] == []


@pytest.mark.parametrize("writer", ["pdf", "word"])
@pytest.mark.parametrize("name", STYLES)
def test_a_full_page_ends_where_the_house_ends_it(written: Pages, name: str, writer: str) -> None:
    """The last line of the text stands on the lowest baseline, or one line and a space above."""
    above_foot = [
        line.baseline
        for line in written[name, writer]
        if line.page == 2 and line.size == pytest.approx(10, abs=0.2)
    ]
    first, last = LAST_BASELINES[name]
    assert first <= max(above_foot) <= last


@pytest.mark.parametrize("name", STYLES)
def test_word_and_the_pdf_take_as_many_pages(written: Pages, name: str) -> None:
    """Or one apart, since each breaks lines by itself."""
    pages = [written[name, writer][-1].page for writer in ("pdf", "word")]
    assert abs(pages[0] - pages[1]) <= 1
