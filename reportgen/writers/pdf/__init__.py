"""The PDF writer: the page of `html`, printed by WeasyPrint, and tagged where its profile asks.

Floor 3. `printing` is the one door to WeasyPrint; `structure` and `tags` say what each piece of a
page is, `archive` keeps the file for ever, `attachments` puts its source into it, `watermark` calls
it a draft, `signs` names what it cannot hold. Source: ISO 32000-1; WeasyPrint 70.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from reportgen.document import Document
from reportgen.languages.furniture import furniture
from reportgen.style import UN_2015, Style
from reportgen.writers.html import write_html
from reportgen.writers.pdf.fonts import find_font
from reportgen.writers.pdf.printing import Pdf, Progress, load_weasyprint, print_html
from reportgen.writers.pdf.profile import PLAIN, PROFILES, Profile
from reportgen.writers.pdf.signs import SignError, sign_problems
from reportgen.writers.pdf.watermark import watermark
from reportgen.writers.provenance import pdf_note, provenance_of, sealed_pdf

__all__ = [
    "PLAIN",
    "PROFILES",
    "Pdf",
    "Profile",
    "Progress",
    "SignError",
    "load_weasyprint",
    "print_html",
    "sign_problems",
    "write_pdf",
]


def write_pdf(
    document: Document,
    style: Style = UN_2015,
    profile: Profile = PLAIN,
    *,
    attachments: Mapping[str, bytes] | None = None,
    progress: Progress | None = None,
) -> Pdf:
    """Write a finished document as PDF.

    Args:
        document: the document, finished.
        style: its look; the first of its fonts that is installed is embedded.
        profile: what the PDF is for; an archive that carries files follows PDF/A-3, level A.
        attachments: the bytes of the files that it carries as its source, by name.
        progress: is told of each page as it is laid out.

    Returns:
        The file; the same document and the same font give the same bytes.

    Raises:
        FontError: none of the fonts is installed, or the letters were set in another.
        SignError: signs that no font has, or that only one knows, make the claim of the file false.
        OutputError: libraries of the system are missing, or something could not be printed.
    """
    family = find_font(style.fonts)
    page = write_html(document, evolve(style, fonts=(family,)))
    words = profile.watermark and furniture(document.language)(profile.watermark)
    printed = print_html(
        page,
        family,
        profile.carrying_files if attachments else profile,
        style_sheet=watermark(words, family, style.page) if words else "",
        note=pdf_note(provenance_of(document, style, profile.name, len(attachments or ()))),
        attachments=attachments,
        progress=progress,
    )
    refused = profile.refused(printed.unprintable)
    if refused.signs:
        raise SignError(*sign_problems(refused, ()), unprintable=refused)
    return evolve(printed, data=sealed_pdf(printed.data))
