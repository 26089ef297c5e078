"""Paragraphs far longer than any report has: the Word file is as quick as they are long."""

from __future__ import annotations

import time

from reportgen.document import Emphasis, Text
from reportgen.writers.docx.holes import Holes
from reportgen.writers.docx.inlines import Ties, add_inlines
from reportgen.writers.docx.ooxml import w

MANY = 20_000
SECONDS = 10
"""Forty times what it takes; counting the runs at each word takes a minute."""


def test_ten_thousands_of_italics_in_one_paragraph_are_soon_written() -> None:
    """Each is added behind the last run, whatever stands before."""
    paragraph = w("p")
    begin = time.perf_counter()
    add_inlines(
        paragraph, (Emphasis(text="inter alia"), Text(text=", puis ")) * MANY, Ties(Holes())
    )
    assert time.perf_counter() - begin < SECONDS
    assert len(paragraph) == 2 * MANY
