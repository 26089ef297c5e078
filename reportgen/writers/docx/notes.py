"""The part of the Word file that holds the notes of the page, under the rule of the template.

Source: ECMA-376, Part 1, 17.11; the footnotes of the New York template.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.document import Footnote
from reportgen.style import Style
from reportgen.writers.docx.inlines import Ties, add_inlines, add_raised
from reportgen.writers.docx.ooxml import Element, add, add_paragraph, add_run, add_tabs, w
from reportgen.writers.docx.styles import CALL, SEPARATOR_ID, separator_signs

_SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The notes that are rules above the others, by kind, with the numbers that Word gives them."""


def separators(style: Style) -> list[Element]:
    """Make the rules above notes, and above what is left of a note on the next page."""
    made = []
    for kind, identity in _SEPARATORS.items():
        separator = w("footnote", type=kind, id=identity)
        add_run(add_paragraph(separator, SEPARATOR_ID), separator_signs(style))
        made.append(separator)
    return made


def separator_settings() -> Element:
    """Name the rules in the settings of a document."""
    return w("footnotePr", *(w("footnote", id=identity) for identity in _SEPARATORS.values()))


def footnotes(called: Iterable[tuple[Footnote, bool]], style: Style, ties: Ties) -> list[Element]:
    """Make the notes of a document.

    Args:
        called: each note, with whether Word counts its label.
        style: the look.
        ties: what their inlines may lead to.
    """
    made = separators(style)
    for identity, (note, counted) in enumerate(called, start=1):
        footnote = w("footnote", id=identity)
        paragraph = add_paragraph(footnote, style.note.text.style_id)
        if counted:
            run = w("r", w("rPr", w("rStyle", val=CALL)))
            add(run, "footnoteRef")
            paragraph.append(run)
        else:
            add_raised(paragraph, note.label)
        add_tabs(paragraph)
        add_inlines(paragraph, note.content, ties)
        made.append(footnote)
    return made
