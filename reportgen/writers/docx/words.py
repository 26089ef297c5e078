"""The words of a Word file, paragraph by paragraph, whoever has worked on it since.

A drafter's revisions count as accepted; numbers that Word counts are not words of the file.
Source: ECMA-376, Part 1, 17.3.2 and 17.13.5.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from reportgen.writers.docx.ooxml import RIGHTWARD, name

_DOCUMENT = "word/document.xml"
_PARAGRAPH, _TEXT, _TAB, _BREAK = name("p"), name("t"), name("tab"), name("br")
_RUN = name("r")


def word_paragraphs(data: bytes) -> tuple[str, ...]:
    """Give the words of each paragraph of the text, those of tables among them.

    Args:
        data: the bytes of a Word file.

    Returns:
        The paragraphs that have words, each with single spaces, in the order of the page.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
        root = etree.fromstring(package.read(_DOCUMENT), parser)
    said = (" ".join(_words(paragraph).split()) for paragraph in root.iter(_PARAGRAPH))
    return tuple(filter(None, said))


def _words(paragraph: etree._Element) -> str:
    pieces = []
    for element in paragraph.iter(_TEXT, _TAB, _BREAK):
        parent = element.getparent()
        if element.tag == _TEXT:
            pieces.append(element.text or "")
        elif parent is not None and parent.tag == _RUN:
            pieces.append(" ")
    return "".join(pieces).replace(RIGHTWARD, "")
