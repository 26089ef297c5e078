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


@pytest.mark.parametrize("length", range(1, 7))
def test_a_paragraph_that_is_sent_on_takes_its_headings_along(length: int) -> None:
    """A page ends with none of them."""
    made = document([length, *[2] * 16], 0)
    headings = [Heading(level=1, content=words("Titre")), Heading(level=2, content=words("Autre"))]
    blocks = tuple(each for block in made.blocks for each in (*headings, block))
    shown = lines(write_pdf(evolve(made, blocks=blocks)).data)
    assert [line.page for line in shown if "Voici la note." in line.text] == [1]
    text = [line for line in shown if not line.text.startswith(("S/2017", "Voici", "17-", "1 "))]
    for line, after in pairwise(text):
        if line.text.endswith(("Titre", "Autre")):
            assert after.page == line.page
