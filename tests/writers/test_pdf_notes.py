"""Each note at the foot of the page that calls it, whatever stands around."""

from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdfreading import lines
from specimens import MASTHEAD, SENTENCE, words

from reportgen.document import Document, Footnote, Heading, Paragraph, Text
from reportgen.writers.pdf import write_pdf


def document(lengths: list[int], called_in: int) -> Document:
    """Make paragraphs of some sentences each, one of which calls a note at its beginning."""
    blocks = [
        Paragraph(content=words(f"{SENTENCE * length}."), number=number)
        for number, length in enumerate(lengths, 1)
    ]
    note = Footnote(words("Voici la note."), "1")
    called = blocks[called_in]
    blocks[called_in] = evolve(called, content=(Text("Appelle"), note, *called.content))
    return Document(language="fr", blocks=tuple(blocks), masthead=MASTHEAD)


@settings(max_examples=12, deadline=None)
@example([3, 1, 3, 2, 4, 2, 1, 3, 1, 4, 1, 4, 2, 2, 3, 1, 4, 1], 8)  # the last goes on whole
@given(st.lists(st.integers(1, 4), min_size=16, max_size=20), st.integers(0, 8))
def test_a_note_stands_on_the_page_that_calls_it(lengths: list[int], called_in: int) -> None:
    """Whatever the paragraphs before and after it do at the foot of the page."""
    shown = lines(write_pdf(document(lengths, called_in)).data)
    call = next(line.page for line in shown if "Appelle" in line.text)
    note = next(line.page for line in shown if "Voici la note." in line.text)
    assert note == call


@pytest.mark.parametrize("length", range(1, 7))
def test_the_second_line_of_a_paragraph_puts_off_no_note(length: int) -> None:
    """At every height of the foot of a page; the paragraph goes to the next page instead."""
    shown = lines(write_pdf(document([length, *[2] * 16], 0)).data)
    assert [line.page for line in shown if "Voici la note." in line.text] == [1]


@pytest.mark.parametrize(
    ("length", "others", "headings"), [(2, 2, 1), (7, 2, 2), (8, 2, 1), (5, 3, 2)]
)
def test_a_paragraph_that_is_sent_on_takes_its_headings_along(
    length: int, others: int, headings: int
) -> None:
    """Those of every second paragraph; a page ends with none of them."""
    made = document([length, *[others] * 24], 0)
    above = [Heading(level=level, content=words("Titre")) for level in (2, 3)][:headings]
    blocks = tuple(
        each
        for index, block in enumerate(made.blocks)
        for each in (*(above if index % 2 else ()), block)
    )
    shown = lines(write_pdf(evolve(made, blocks=blocks)).data)
    assert [line.page for line in shown if "Voici la note." in line.text] == [1]
    text = [line for line in shown if line.text.endswith("Titre") or "Groupe" in line.text]
    for line, after in pairwise(text):
        if line.text.endswith("Titre"):
            assert after.page == line.page
