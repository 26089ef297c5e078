"""The vocabulary of the markup: what may stand in what, and the faults of what does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen
from lxml import etree

from reportgen.messages import Message, message

_NOTE_INLINES = ("em", "link", "ref", "sup", "todo")
_INLINES = (*_NOTE_INLINES, "note")
_MASTHEAD = (
    *("institution", "organ", "symbol", "line", "job-number", "job-date", "recycling", "reissue"),
)
_WORDS = (*_MASTHEAD, "title", "heading", "label", "original", "caption", "page")
_CHILDREN: dict[str, tuple[str, ...]] = {
    "report": (
        *("masthead", "title", "summary", "contents"),
        *("heading", "p", "signature", "annex", "table", "figure"),
    ),
    "summary": ("title", "p"),
    "contents": ("title", "page"),
    "figure": ("caption",),
    "masthead": _MASTHEAD,
    "signature": ("line",),
    "annex": ("label", "title", "original"),
    "table": ("head", "row"),
    "head": ("cell",),
    "row": ("cell",),
    "cell": ("p", *_INLINES),
    "p": ("item", *_INLINES),
    "item": ("item", *_INLINES),
    **dict.fromkeys(_WORDS, _INLINES),
    "line": ("surname", *_INLINES),
    "surname": ("todo",),
    "em": ("todo",),
    "sup": ("todo",),
    "link": ("em", "todo"),
    "note": _NOTE_INLINES,
    "ref": (),
    "todo": (),
}
_WITHOUT_WORDS = (
    *("report", "masthead", "summary", "contents", "signature", "annex", "figure"),
    *("table", "head", "row", "ref"),
)
_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "title": ("level", "from"),
    "summary": ("from",),
    "contents": ("from",),
    "figure": ("source", "key", "from"),
    "heading": ("level", "numbered", "key", "from"),
    "p": ("numbered", "key", "from"),
    "item": ("from",),
    "signature": ("from",),
    "annex": ("level", "landscape", "key", "from"),
    "table": ("widths", "from"),
    "row": ("from",),
    "ref": ("to",),
    "link": ("to",),
    "todo": ("from",),
}
_NEVER_EMPTY = ("heading", "title")
_REQUIRED = {
    "heading": "level",
    "table": "widths",
    "figure": "source",
    **dict.fromkeys(("ref", "link"), "to"),
}
_VALUES = {
    "level": ("[123]", "1, 2, 3"),
    "numbered": ("yes|no", "yes, no"),
    "landscape": ("yes|no", "yes, no"),
    "widths": (r"\d+(\.\d+)?( \d+(\.\d+)?)*", "1 3 3"),
    "to": (r"\S+", "annexe"),
    "source": (r"\S+", "meetings.0.account.0.paragraphs.0.figure"),
}
_VALUES_OF = dict.fromkeys((("title", "level"), ("annex", "level")), ("[12]", "1, 2"))
"""What an attribute may say on some elements only."""


@frozen
class Fault:
    """Something that the vocabulary does not know.

    Args:
        pattern: a regular expression that finds it where it is written.
        line: its line in the markup, from 1.
    """

    what: Message
    advice: Message
    pattern: str
    line: int


def faults(root: etree._Element) -> Iterator[Fault]:
    """Find everything in a tree that goes beyond the vocabulary, in document order."""
    if root.tag != "report":
        what = message("the markup begins with “{found}”", found=root.tag)
        advice = message("The whole report stands in one “report” element.")
        yield Fault(what, advice, rf"<{root.tag!s}\b", 1)
        return
    for element in root.iter():
        line = element.sourceline or 1
        if not isinstance(element.tag, str):
            what = message("the markup holds a comment or an instruction")
            yield Fault(
                what, message("Write comments as {example}.", example="{# … #}"), "<[!?]", line
            )
            continue
        for what, advice, attribute in _faults_of(element, element.tag):
            written = rf"[^>]*\b{attribute}=" if attribute and element.get(attribute) else r"\b"
            yield Fault(what, advice, f"<{element.tag}{written}", line)
        yield from _stray_words(element, element.tag)


_Told: TypeAlias = tuple[Message, Message, str]
"""What is wrong, what to do, and the attribute concerned, if one is."""


def _faults_of(element: etree._Element, tag: str) -> Iterator[_Told]:
    if tag not in _CHILDREN:
        what = message("the markup has no element “{found}”", found=tag)
        yield what, message("Use one of: {known}.", known=", ".join(sorted(_CHILDREN))), ""
        return
    parent = element.getparent()
    allowed = None if parent is None else _CHILDREN.get(str(parent.tag))
    if parent is not None and allowed is not None and tag not in allowed:
        what = message("“{found}” cannot stand in “{parent}”", found=tag, parent=parent.tag)
        yield what, _use_one_of(allowed), ""
    known = _ATTRIBUTES.get(tag, ())
    for name in map(str, element.attrib):
        if name not in known:
            what = message("“{tag}” has no attribute “{found}”", tag=tag, found=name)
            yield what, _use_one_of(known), name
    yield from _wrong_values(element, tag)
    if tag in _NEVER_EMPTY and not _says(element):
        advice = message("Write its words, or leave the element out.")
        yield message("“{tag}” holds no words", tag=tag), advice, ""
    if tag == "title" and _preceded(element):
        what = message("there are two “title” elements")
        yield what, message("A report has one title; beside a letter, both bear level 2."), ""


def _says(element: etree._Element) -> bool:
    return bool("".join(map(str, element.itertext())).strip()) or element.find("ref") is not None


def _preceded(title: etree._Element) -> bool:
    """Tell whether another title stands before, in the same element, and is of no letter."""
    before = title.itersiblings("title", preceding=True)
    return any(other.get("level") != "2" for other in before)


def _use_one_of(known: tuple[str, ...] | list[str]) -> Message:
    return message("There, use one of: {known}.", known=", ".join(known) or "—")


def _wrong_values(element: etree._Element, tag: str) -> Iterator[_Told]:
    required = _REQUIRED.get(tag)
    for name, form in _VALUES.items():
        value = element.get(name)
        pattern, expected = _VALUES_OF.get((tag, name), form)
        wrong = name == required if value is None else not re.fullmatch(pattern, value)
        if wrong and name in _ATTRIBUTES.get(tag, ()):
            what = message(
                "“{name}” of “{tag}” is “{found}”", name=name, tag=tag, found=value or ""
            )
            yield what, message("Expected: {expected}.", expected=expected), name
    if tag == "table":
        counts = {len(row) for row in element} | {len(element.get("widths", "").split())}
        if len(counts) > 1:
            what = message("the rows of the table have not the same number of cells")
            advice = message("Give “head” and each “row” one “cell” for each of the widths.")
            yield what, advice, "widths"


def _stray_words(element: etree._Element, tag: str) -> Iterator[Fault]:
    for words, line in _stray(element, tag):
        said = words.strip()
        what = message("“{tag}” holds words out of place: “{found}”", tag=tag, found=said)
        advice = message("Words stand in “p”, “item”, “cell” and headings, before the items.")
        yield Fault(what, advice, re.escape(said), line + words[: words.index(said)].count("\n"))


def _stray(element: etree._Element, tag: str) -> Iterator[tuple[str, int]]:
    """Find words where none may stand, each with the line of the markup on which they begin."""
    line = element.sourceline or 1
    if tag in _WITHOUT_WORDS or element.find("p") is not None:
        if (element.text or "").strip():
            yield element.text or "", line
        yield from (
            (child.tail or "", _end_line(child)) for child in element if (child.tail or "").strip()
        )
    else:
        for child in element.iterchildren():
            if (words := _after_item(child)).strip():
                yield words, child.sourceline or line


def _end_line(element: etree._Element) -> int:
    written = etree.tostring(element, with_tail=False)
    return (element.sourceline or 1) + written.count(b"\n")


def _after_item(child: etree._Element) -> str:
    """Give the words of a child that stand after an item, where there must be none."""
    if child.tag == "item":
        return child.tail or ""
    if next(child.itersiblings("item", preceding=True), None) is None:
        return ""
    return "".join(map(str, child.itertext())) + (child.tail or "")
