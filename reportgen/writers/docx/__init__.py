"""The Word writer: a finished `Document` and a `Style` make a .docx that a drafter can go on with.

Floor 3. python-docx opens and holds the package; what it lacks is in `ooxml`. No clock and no
environment: the same document gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from docx.opc.constants import RELATIONSHIP_TYPE

from reportgen.document import Comment, Document
from reportgen.style import UN_2015, Style
from reportgen.writers.docx.blocks import write_blocks
from reportgen.writers.docx.comments import write_comments
from reportgen.writers.docx.furniture import furnish
from reportgen.writers.docx.holes import Holes
from reportgen.writers.docx.inlines import Links, Notes, Ties, targets
from reportgen.writers.docx.notes import footnotes
from reportgen.writers.docx.package import (
    Additions,
    Look,
    describe,
    open_package,
    related,
    save_package,
)
from reportgen.writers.docx.pages import estimated_pages
from reportgen.writers.docx.pictures import Pictures
from reportgen.writers.docx.sheets import taken_sheets
from reportgen.writers.provenance import provenance_of

__all__ = ["estimated_pages", "write_docx"]


def write_docx(
    document: Document,
    style: Style = UN_2015,
    *,
    created: datetime | None = None,
    comments: Sequence[Comment] = (),
    pages: int | None = None,
) -> bytes:
    """Write a finished document as a Word file.

    Args:
        document: the document, its numbers, labels and shown words decided.
        style: its look.
        created: the date of the file's properties; without it, they bear none.
        comments: remarks for those who draft.
        pages: about how many pages it fills; estimated where the caller has not done so.

    Returns:
        The bytes of a .docx, the same for the same arguments.

    Raises:
        ValueError: a text holds a control character, which no XML can.
    """
    look = Look(style, document.language, turned=any(s.landscape for s in document.sections))
    word = open_package(look)
    describe(word, document, style, created)
    sections, sheets = tuple(word.sections), taken_sheets(word)
    holes, links, notes, pictures = Holes(), Links(), Notes(), Pictures()
    ties = Ties(holes, targets(document), links, notes)
    restarts = write_blocks(sheets, document, style, ties, pictures)
    remarks = write_comments(sheets.body, document, comments) if comments else None
    related(word, RELATIONSHIP_TYPE.NUMBERING).extend(restarts)
    pages = estimated_pages(document, style) if pages is None else pages
    furnish(sections, document, style, pages, holes, pictures)
    provenance = provenance_of(document, style)
    noted = footnotes(notes.called, style, Ties(holes, ties.blocks, notes.links))
    additions = Additions(
        hints=holes.hints,
        links=links.identities,
        notes=noted if notes.called else (),
        note_links=notes.links.identities,
        comments=remarks,
        figures=pictures.figures,
        repeated=holes.repeated,
    )
    return save_package(word, look, provenance, additions)
