"""The words of a Word file, paragraph by paragraph, whoever has worked on it since.

A drafter's revisions count as accepted; numbers that Word counts are not words of the file.
Source: ECMA-376, Part 1, 17.3.2, 17.10, 17.11 and 17.13.5.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from attrs import frozen
from lxml import etree

from reportgen.errors import Problem, ReadingError
from reportgen.messages import message
from reportgen.writers.docx.ooxml import RIGHTWARD, name
from reportgen.writers.packages import read_parts, read_xml

Region: TypeAlias = Literal["text", "note", "head", "foot"]

_DOCUMENT, _RELATIONSHIPS = "word/document.xml", "word/_rels/document.xml.rels"
_PARAGRAPH, _TEXT, _TAB, _BREAK = name("p"), name("t"), name("tab"), name("br")
_RUN, _FIELD, _INSTRUCTION, _KIND = (
    name("r"),
    name("fldChar"),
    name("instrText"),
    name("fldCharType"),
)
_TYPE = name("type")
_SIGN, _CODE, _HYPHEN, _FOREIGN = (
    name("sym"),
    name("char"),
    name("noBreakHyphen"),
    name("altChunk"),
)
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_NO_BREAK_HYPHEN, _REPLACEMENT = "\u2011", "\ufffd"
_COUNTED = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.IGNORECASE)
_READ = (_TEXT, _FORMULA_TEXT, _TAB, _BREAK, name("cr"), _SIGN, _HYPHEN)
_HEXADECIMAL = re.compile("(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}")  # no half of a pair
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REGIONS: tuple[tuple[Region, str], ...] = (
    ("note", "footnotes"),
    ("note", "endnotes"),
    ("head", "header"),
    ("foot", "footer"),
)
_MOST_LETTERS = 5_000_000


@frozen
class Said:
    """What is read in one region of a file.

    Args:
        region: the text with its tables, the notes, the heads of the pages or their feet.
        paragraphs: the paragraphs that have words, each with single spaces, in their order.
    """

    region: Region
    paragraphs: tuple[str, ...]


def word_paragraphs(data: bytes) -> tuple[Said, ...]:
    """Give the words of each paragraph that is read in a Word file, region by region.

    Args:
        data: the bytes of the file.

    Returns:
        The text, the notes, the heads and the feet; the masthead is the head of the first page.
        Each head and foot comes once, in the order in which the file refers to them.

    Raises:
        ReadingError: the file is locked, damaged, incomplete, or too large to be a report.
    """
    parts = read_parts(data)
    for part in parts:
        if part.endswith((".xml", ".rels")):
            read_xml(parts, part)  # Word opens no file of which a part is damaged
    found = [Said("text", _paragraphs(read_xml(parts, _DOCUMENT)))]
    targets = _targets(parts)
    for region in ("note", "head", "foot"):
        kinds = [kind for one, kind in _REGIONS if one == region]
        roots = (read_xml(parts, part) for kind, part in targets if kind in kinds)
        said = dict.fromkeys(_paragraphs(root) for root in roots)
        found.append(Said(region, tuple(words for one in said for words in one)))
    if sum(len(words) for said in found for words in said.paragraphs) > _MOST_LETTERS:
        what = message("the file says more than any report, and is not read")
        raise ReadingError(Problem(what, message("Give a file that “reportgen build” wrote.")))
    return tuple(found)


def _targets(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """Give the other parts of the text: what sort each is, and its name."""
    if _RELATIONSHIPS not in parts:
        return []
    kinds = {kind for _, kind in _REGIONS}
    found = (
        (one.get("Type", "").rpartition("/")[2], one.get("Target", "").removeprefix("/word/"))
        for one in read_xml(parts, _RELATIONSHIPS)
        if isinstance(one.tag, str)
    )
    return sorted(
        ((kind, f"word/{target}") for kind, target in found if kind in kinds), key=_in_order
    )


def _in_order(target: tuple[str, str]) -> tuple[str, int, str]:
    """Put `header2` before `header10`."""
    number = re.search(r"\d{1,9}", target[1])
    return target[0], int(number[0]) if number else 0, target[1]


def _paragraphs(root: etree._Element) -> tuple[str, ...]:
    etree.strip_elements(root, _FALLBACK, with_tail=False)  # says again what stands beside it
    for note in root.findall(f"*[@{_TYPE}]"):
        root.remove(note)  # the rule above the notes
    said = (" ".join(_words(paragraph).split()) for paragraph in root.iter(_PARAGRAPH, _FOREIGN))
    return tuple(filter(None, said))


def _words(paragraph: etree._Element) -> str:
    """Give what is read in a paragraph, without page numbers, which Word counts.

    Where the words of another file are to be put in, it is told that there are some.
    """
    if paragraph.tag == _FOREIGN:
        return "[altChunk]"
    pieces, counted = [], [False]
    for element in paragraph.iter(*_READ, _FIELD, _INSTRUCTION):
        if next(element.iterancestors(_PARAGRAPH)) is not paragraph:
            continue  # in a text box, whose paragraphs come by themselves
        if element.tag == _FIELD:
            begins, ends = (element.get(_KIND) == kind for kind in ("begin", "end"))
            counted = [*counted, False] if begins else counted[: -1 if ends else None] or [False]
        elif element.tag == _INSTRUCTION:
            counted[-1] = bool(_COUNTED.match(element.text or ""))
        elif not any(counted):
            pieces.append(_piece(element))
    return "".join(pieces).replace(RIGHTWARD, "")


def _piece(element: etree._Element) -> str:
    if element.tag in {_TEXT, _FORMULA_TEXT}:
        return element.text or ""
    if element.tag == _HYPHEN:
        return _NO_BREAK_HYPHEN
    if element.tag == _SIGN:
        code = element.get(_CODE, "")
        return chr(int(code, 16)) if _HEXADECIMAL.fullmatch(code) else _REPLACEMENT
    parent = element.getparent()
    return " " if parent is not None and parent.tag == _RUN else ""
