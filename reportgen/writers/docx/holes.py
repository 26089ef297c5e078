"""Holes of the page as content controls, and the glossary that gives them their hints back.

A control shows its hint until the drafter types; emptied again, it takes the hint from the entry
of the glossary that it names. Equal hints share an entry, whose name comes from its words alone:
a hole pasted into another report keeps its hint. Controls of one place name no kind and so hold
rich text: in plain text no one could raise the letters of 1er or set a ship's name in italics, and
LibreOffice 7.4 shows it without its shading.
Source: ECMA-376, Part 1, 17.5.2 (structured document tags), 17.12 (glossary document).
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid5

from reportgen.document import Placeholder
from reportgen.writers.docx.ooxml import Element, add_words, w
from reportgen.writers.docx.repeated import binding
from reportgen.writers.docx.styles import PLACEHOLDER

_ENTRIES = UUID("6f1f3a52-8c1d-4f0e-9a57-3b0f4c1d2e88")
"""The namespace of the identities of our entries, drawn once."""
_LONGEST_LABEL = 64
"""What Word takes for a title or a tag, counted in units of UTF-16 to be on the safe side."""


class Holes:
    """The holes that one file holds so far; controls count from 1 through all its parts.

    `hints` are their words, each once, in the order of writing; `repeated` are the fields
    that holes in several places fill.
    """

    def __init__(self) -> None:
        """Begin a file, without holes."""
        self.hints: dict[str, None] = {}
        self.repeated: dict[str, None] = {}
        self._count = 0

    def add(self, paragraph: Element, hole: Placeholder, field: str = "", *look: Element) -> None:
        """Add the control of a hole to a paragraph; a hole that shows no words leaves nothing.

        Its title says what is expected, its tag which record it stands for. It has no formatting of
        its own unless it is given some, so that the drafter's words look like those around them.

        Args:
            paragraph: the paragraph.
            hole: the hole.
            field: what it fills wherever that is shown; empty for a hole of one place.
            look: the run properties of what the drafter will type.
        """
        if not hole.shown:
            return
        self.hints[hole.shown] = None
        self._count += 1
        content = w("sdtContent")
        add_words(content, hole.shown, PLACEHOLDER)
        labels = (("alias", _beginning(hole.expected)), ("tag", _end(hole.origin)))
        paragraph.append(
            w(
                "sdt",
                w(
                    "sdtPr",
                    *([w("rPr", *look)] if look else []),
                    *(w(label, val=text) for label, text in labels if text),
                    w("id", val=self._count),
                    w("placeholder", w("docPart", val=_identity(hole.shown).hex.upper())),
                    w("showingPlcHdr"),
                    *self._bound(field),
                ),
                content,
            )
        )

    def _bound(self, field: str) -> list[Element]:
        """Bind a control to a field; words of one form throughout can be, and no others."""
        if not field:
            return []
        self.repeated[field] = None
        return [binding(field), w("text")]


def glossary(hints: Iterable[str]) -> Element:
    """Make a glossary document with an entry for each hint.

    Args:
        hints: the words, each once.

    Returns:
        `w:glossaryDocument`.
    """
    return w("glossaryDocument", w("docParts", *map(_entry, hints)))


def _entry(hint: str) -> Element:
    identity = _identity(hint)
    paragraph = w("p")
    add_words(paragraph, hint, PLACEHOLDER)
    return w(
        "docPart",
        w(
            "docPartPr",
            w("name", val=identity.hex.upper()),
            w("category", w("name", val="General"), w("gallery", val="placeholder")),
            w("types", w("type", val="bbPlcHdr")),
            w("behaviors", w("behavior", val="content")),
            w("guid", val=f"{{{identity}}}".upper()),
        ),
        w("docPartBody", paragraph),
    )


def _identity(hint: str) -> UUID:
    return uuid5(_ENTRIES, hint)


def _beginning(text: str) -> str:
    """Cut what Word would not take as a title: the first words say the most."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_LABEL:
        return text
    return units[: 2 * _LONGEST_LABEL - 2].decode("utf-16-le", "ignore").rstrip() + "…"


def _end(origin: str) -> str:
    """Cut what Word would not take as a tag: the last steps to a record tell it from others."""
    units = origin.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_LABEL:
        return origin
    return "…" + units[2 - 2 * _LONGEST_LABEL :].decode("utf-16-le", "ignore")
