"""Comments in the margin of the Word file, at the very words that they are on.

A run that words begin or end in is split there, since a range holds whole runs. The comments bear
the name of the program, and no date: the same document gives the same bytes.
Source: ECMA-376, Part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from attrs import frozen

from reportgen.document import Comment, Document, contents, plain
from reportgen.writers.docx.ooxml import RIGHTWARD, Element, add, add_paragraph, add_words, name, w
from reportgen.writers.docx.styles import CALL, COMMENT_REFERENCE, COMMENT_TEXT_ID

AUTHOR = "reportgen"
_INITIALS = "rg"
_P, _T, _R = name("p"), name("t"), name("r")
_STYLE, _VALUE = name("rStyle"), name("val")


def write_comments(body: Element, document: Document, comments: Sequence[Comment]) -> Element:
    """Put comments on the words of a body, and make the part that holds what they say.

    Args:
        body: `w:body`, with everything that the document says.
        document: the document.
        comments: the comments, each on a passage of the document.

    Returns:
        `w:comments`.
    """
    passages = _passages(body, document)
    for number, comment in enumerate(comments):
        _put(passages[comment.passage], comment, number)
    return w("comments", *(_said(comment, number) for number, comment in enumerate(comments)))


@frozen
class _Passage:
    """Where a content of a document stands.

    Args:
        paragraph: the paragraph that says it.
        start: how many signs of the paragraph come before it, such as a label.
        length: how many signs it has itself.
    """

    paragraph: Element
    start: int
    length: int


def _passages(body: Element, document: Document) -> list[_Passage]:
    """Find each content of a document in its body.

    The body says the contents in their order, with labels before them and page numbers after, two
    in a paragraph perhaps, and has other paragraphs besides; one without words lies where the one
    before it does.
    """
    paragraphs = body.iter(_P)
    paragraph, said, end = body[0], "", 0
    found: list[_Passage] = []
    for block in document.blocks:
        for words in map(plain, contents(block)):
            while words not in said[end:]:
                paragraph = next(paragraphs)
                said, end = _text(paragraph), 0
            start = said.index(words, end)
            end = start + len(words)
            found.append(_Passage(paragraph, start, len(words)))
    return found


def _put(passage: _Passage, comment: Comment, number: int) -> None:
    """Put the two ends of a range, and the mark of its comment, into the paragraph of a passage."""
    paragraph = passage.paragraph
    end = _boundary(paragraph, passage.start + (comment.end or passage.length), before=False)
    paragraph.insert(end, w("r", w("commentReference", id=number)))
    paragraph[end].insert(0, w("rPr", w("rStyle", val=COMMENT_REFERENCE)))
    paragraph.insert(end, w("commentRangeEnd", id=number))
    start = _boundary(paragraph, passage.start + comment.start, before=True)
    paragraph.insert(start, w("commentRangeStart", id=number))


def _boundary(paragraph: Element, offset: int, *, before: bool) -> int:
    """Find the position among the children of a paragraph at an offset of its words.

    A run is split where the offset lies within it. Words in a control or a link are not: the
    position is that of the whole, and so is that of a field.

    Args:
        paragraph: the paragraph.
        offset: how many signs stand before it.
        before: whether the position is that of what follows the offset, else of what precedes it.
    """
    passed, last = 0, len(paragraph)
    for position, child in enumerate(paragraph):
        length = len(_text(child))
        if passed <= offset < passed + length if before else passed < offset <= passed + length:
            within = offset - passed
            if child.tag == _R and 0 < within < length:
                _split(child, within)
                return position + 1
            return position if before else position + 1
        passed += length
    return last


def _split(run: Element, offset: int) -> None:
    """Make two runs of one, whose text is the last that it holds."""
    rest = deepcopy(run)
    words = _text(run)
    run[-1].text, rest[-1].text = words[:offset], words[offset:]
    run.addnext(rest)


def _text(element: Element) -> str:
    """Give the words of an element, without what calls notes and marks of direction."""
    runs = (run for run in element.iter(_R) if not _is_call(run))
    said = "".join(text.text or "" for run in runs for text in run.iterchildren(_T))
    return said.replace(RIGHTWARD, "")


def _is_call(run: Element) -> bool:
    return any(style.get(_VALUE) == CALL for style in run.iter(_STYLE))


def _said(comment: Comment, number: int) -> Element:
    said = w("comment", id=number, author=AUTHOR, initials=_INITIALS)
    for line in comment.lines:
        paragraph = add_paragraph(said, COMMENT_TEXT_ID)
        if line is comment.lines[0]:
            mark = add(paragraph, "r")
            mark.append(w("rPr", w("rStyle", val=COMMENT_REFERENCE)))
            add(mark, "annotationRef")
        add_words(paragraph, line)
    return said
