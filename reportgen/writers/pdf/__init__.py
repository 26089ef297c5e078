"""The PDF writer: the page of `html`, printed on paper sheets by WeasyPrint.

Floor 3. `printing` is the one door to WeasyPrint. Source: ISO 32000-1; WeasyPrint 70.
"""

from __future__ import annotations

from attrs import evolve

from reportgen.document import Document
from reportgen.style import UN_2015, Style
from reportgen.writers._fonts import find_font
from reportgen.writers.html import write_html
from reportgen.writers.pdf.printing import Pdf, Progress, load_weasyprint, print_html
from reportgen.writers.provenance import pdf_note, provenance_of, sealed_pdf

__all__ = ["Pdf", "Progress", "load_weasyprint", "print_html", "write_pdf"]


def write_pdf(
    document: Document, style: Style = UN_2015, *, progress: Progress | None = None
) -> Pdf:
    """Write a finished document as PDF.

    Args:
        document: the document, finished.
        style: its look; the first of its fonts that is installed is embedded.
        progress: is told of each page as it is laid out.

    Returns:
        The file; the same document and the same font give the same bytes.

    Raises:
        FontError: none of the fonts is installed, or the letters were set in another.
        OutputError: libraries of the system are missing, or something could not be printed.
    """
    family = find_font(style.fonts)
    page = write_html(document, evolve(style, fonts=(family,)))
    note = pdf_note(provenance_of(document, style))
    printed = print_html(page, family, note=note, progress=progress)
    return evolve(printed, data=sealed_pdf(printed.data))
