"""The report as readable text: a small closed XML vocabulary, and its reading into a `Document`.

Floor 3. Templates write the markup, this room alone reads it. What the vocabulary does not know is
refused with the lines around it; nothing is skipped in silence.

| element | holds |
|---|---|
| `report` | everything: `masthead`, then blocks |
| `masthead` | `institution`, `organ`, `symbol`, `line` (any number), and for the foot of the page \
`job-number`, `job-date` (any number), `recycling`, `reissue` |
| `title` | words: the title of the document, or of an annex; `level="2"` for that of a letter |
| `heading level="1"` | words; `numbered="no"` for a heading without numeral |
| `p` | words, then `item`s; `numbered="no"` for a paragraph without number |
| `item` | words, then its own `item`s |
| `signature` | `line`s: the end of a letter, flush right |
| `summary` | `title` and `p`s: the summary in a frame |
| `contents` | `title` and `page`, the words above its lines, which are found later |
| `figure source="…"` | `caption`: the picture of a record |
| `annex` | `label`, `title` and `original`: the head of an annex, on a new page |
| `table widths="1 3 3"` | `head` and `row`s of `cell`s; a cell holds words, or `p`s |
| among words | `em` italics, `sup` raised, `link to="https://…"` words that lead elsewhere |
| | `ref to="key"` a reference, `note` a footnote, `todo` a hole |
| in a signature | `surname` the part of the name in bold |

Words may also hold the signs that drafters type, which `signs` reads.
Blocks may bear `key`, the name that references use, and `from`, the record that they come from. An
annex of `level="2"` is that of a letter; `landscape="yes"` turns the sheet up to the next annex.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import evolve
from lxml import etree

from reportgen.document import (
    AnnexHeading,
    Block,
    Cell,
    Content,
    Contents,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Item,
    Masthead,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Signature,
    Summary,
    Surname,
    Table,
    Text,
    Title,
    words,
)
from reportgen.errors import Place, Problem, TemplateError
from reportgen.markup.signs import italicized, linked, raised, read_signs
from reportgen.markup.vocabulary import Fault, faults
from reportgen.messages import Message, message

Locate: TypeAlias = Callable[[str], Place | None]
"""Tells in which template, and on which of its lines, something that fits a pattern is written."""

_CONTEXT_LINES = 2
_CONTEXT_WIDTH = 90
_ESCAPE = message(
    "In the words of a template, write {amp} for & and {lt} for <.", amp="&amp;", lt="&lt;"
)
_CLOSE = message("Close every element that the template opens, in the opposite order.")
_ONE_REPORT = message("The whole report stands in one “report” element.")
_MALFORMED: tuple[tuple[str, Message, Message], ...] = (
    (
        r"Opening and ending tag mismatch: (?P<tag>[\w-]+) line (?P<line>\d+) and (?P<end>[\w-]+)",
        message("“{tag}” is opened, and “{end}” closed"),
        _CLOSE,
    ),
    (
        r"Premature end of data in tag (?P<tag>[\w-]+) line (?P<line>\d+)",
        message("“{tag}” is never closed"),
        _CLOSE,
    ),
    (r"Entity '(?P<name>.+)' not defined", message("“&{name};” means nothing"), _ESCAPE),
    (r"(?:xmlParse)?Entity", message("a “&” stands alone"), _ESCAPE),
    (
        r"StartTag|error parsing attribute name|AttValue|Specification mandat|Unescaped '<'",
        message("a “<” begins no element, or an attribute has no value between quotation marks"),
        _ESCAPE,
    ),
    ("Start tag expected", message("something stands before “<report>”"), _ONE_REPORT),
    ("Extra content", message("something stands after “</report>”"), _ONE_REPORT),
    (
        r"Attribute (?P<name>\S+) redefined",
        message("an element bears “{name}” twice"),
        message("Keep one of them."),
    ),
    (
        "PCDATA invalid Char|Invalid character|xmlParseCharRef",
        message("there is a control character"),
        message("Delete the character; it often comes along with a copied text."),
    ),
)
"""What the XML library says, what is said instead, and what to do."""

_SPACES = re.compile(r"[ \t\r\n]+")


def parse_markup(text: str, language: str, locate: Locate = lambda _: None) -> Document:
    """Read markup into a document.

    Args:
        text: the markup, as the templates give it.
        language: the code of the language that it is written in.
        locate: finds a pattern in the templates, for messages.

    Returns:
        The document, not yet finished: without numbers, letters and shown references.

    Raises:
        TemplateError: the markup is not well-formed, or goes beyond the vocabulary; every fault
            that can be told is told.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError(_malformed(text, error, locate)) from error
    told: dict[str, Fault] = {}
    for fault in faults(root):
        told.setdefault(str(fault.what), fault)  # a loop repeats its faults
    problems = [
        Problem(
            fault.what,
            fault.advice,
            _place(text, fault.line, locate, fault.pattern),
            excerpt=_around(text, fault.line),
        )
        for fault in told.values()
    ]
    if problems:
        raise TemplateError(*problems)
    masthead = root.find("masthead")
    return Document(
        language=language,
        masthead=None if masthead is None else _masthead(masthead),
        blocks=tuple(_block(e) for e in root if e.tag != "masthead"),
    )


def _malformed(text: str, error: etree.XMLSyntaxError, locate: Locate) -> Problem:
    reason: Message | str = error.msg or ""
    advice, found = _CLOSE, {}
    for pattern, told, mending in _MALFORMED:
        if matched := re.match(pattern, str(reason)):
            found = matched.groupdict()
            reason, advice = evolve(told, values=found), mending
            break
    line = int(found.get("line", error.lineno or 1))
    return Problem(
        message("the templates give markup that is not well-formed: {reason}", reason=reason),
        advice,
        _place(text, line, locate, rf"<{found['tag']}\b" if "tag" in found else None),
        excerpt=_around(text, line),
    )


def _place(text: str, line: int, locate: Locate, pattern: str | None = None) -> Place | None:
    """Find a fault in the templates: by a pattern, or by the words of its line of the markup."""
    place = locate(pattern) if pattern else None
    words = text.splitlines()[line - 1].strip() if 0 < line <= text.count("\n") + 1 else ""
    return place or (locate(re.escape(words)) if words else None)


def _around(text: str, line: int) -> str:
    first = max(0, line - 1 - _CONTEXT_LINES)
    lines = text.splitlines()[first : line + _CONTEXT_LINES]
    return "\n".join(
        f"{number:>5} | {words if number == line else _cut(words)}"
        for number, words in enumerate(lines, first + 1)
    )


def _cut(words: str) -> str:
    return words if len(words) <= _CONTEXT_WIDTH else f"{words[: _CONTEXT_WIDTH - 1]}…"


def _masthead(element: etree._Element) -> Masthead:
    return Masthead(
        institution=_words_of(element, "institution"),
        organ=_words_of(element, "organ"),
        symbol=_words_of(element, "symbol"),
        lines=tuple(_content(line) for line in element.findall("line")),
        job_number=_words_of(element, "job-number"),
        job_dates=tuple(_content(day) for day in element.findall("job-date")),
        recycling=_words_of(element, "recycling"),
        reissue=_words_of(element, "reissue"),
    )


def _words_of(element: etree._Element, tag: str) -> Content:
    """Read the words of a child, if there is one."""
    found = element.find(tag)
    return () if found is None else _content(found)


def _block(element: etree._Element) -> Block:  # noqa: PLR0911 -- one a kind
    origin, key = element.get("from", ""), element.get("key", "")
    level = int(element.get("level", "1"))
    numbered = element.get("numbered") != "no"
    match element.tag:
        case "title":
            return Title(content=_content(element), level=level, origin=origin)
        case "heading":
            return Heading(
                level=level, content=_content(element), numbered=numbered, key=key, origin=origin
            )
        case "p":
            return Paragraph(
                content=_content(element),
                items=_items(element),
                numbered=numbered,
                key=key,
                origin=origin,
            )
        case "signature":
            return Signature(lines=tuple(map(_content, element)), origin=origin)
        case "summary":
            return Summary(
                heading=_words_of(element, "title"),
                paragraphs=tuple(
                    Paragraph(content=_content(p), items=_items(p), numbered=False, origin=origin)
                    for p in element.findall("p")
                ),
                origin=origin,
            )
        case "contents":
            heading, page = _words_of(element, "title"), _words_of(element, "page")
            return Contents(heading=heading, page=page, origin=origin)
        case "figure":
            return Figure(
                caption=_words_of(element, "caption"),
                source=element.get("source", ""),
                key=key,
                origin=origin,
            )
        case "annex":
            return AnnexHeading(
                label=_words_of(element, "label"),
                content=_words_of(element, "title"),
                original=_words_of(element, "original"),
                level=level,
                landscape=element.get("landscape") == "yes",
                key=key,
                origin=origin,
            )
        case _:
            return _table(element, origin)


def _items(element: etree._Element) -> tuple[Item, ...]:
    return tuple(
        Item(content=_content(item), items=_items(item), origin=item.get("from", ""))
        for item in element.findall("item")
    )


def _table(element: etree._Element, origin: str) -> Table:
    head = element.find("head")
    return Table(
        widths=tuple(map(float, element.get("widths", "").split())),
        heads=() if head is None else tuple(_content(cell) for cell in head),
        rows=tuple(
            Row(cells=tuple(map(_cell, row)), origin=row.get("from", ""))
            for row in element.findall("row")
        ),
        origin=origin,
    )


def _cell(element: etree._Element) -> Cell:
    paragraphs = element.findall("p")
    return tuple(map(_content, paragraphs)) if paragraphs else (_content(element),)


def _content(element: etree._Element) -> Content:
    """Read words and inlines, up to the first item; white space counts as one space."""
    return read_signs(_trimmed([*_inlines(element)]))


def _inlines(element: etree._Element) -> Iterator[Inline]:
    yield Text(_SPACES.sub(" ", element.text or ""))
    for child in element:
        if child.tag in {"item", "p"}:
            break
        yield from _inline(child)
        yield Text(_SPACES.sub(" ", child.tail or ""))


def _inline(element: etree._Element) -> Iterator[Inline]:
    match element.tag:
        case "ref":
            yield Reference(element.get("to", ""))
        case "todo":
            expected = _SPACES.sub(" ", element.text or "").strip()
            yield Placeholder(expected, origin=element.get("from", ""))
        case "note":
            yield Footnote(_content(element))
        case "em":
            yield from italicized(_inlines(element))
        case "sup":
            yield from raised(_inlines(element))
        case "surname":
            yield from map(_named, _inlines(element))
        case _:
            yield from linked(_inlines(element), element.get("to", ""))


def _named(inline: Inline) -> Inline:
    return Surname(inline.text) if isinstance(inline, Text) else inline


def _trimmed(inlines: list[Inline]) -> Content:
    """Take away the spaces at both ends, where texts stand, and texts without words."""
    inlines[0] = Text(words(inlines[0]).lstrip(" "))
    inlines[-1] = Text(words(inlines[-1]).rstrip(" "))
    return tuple(inline for inline in inlines if inline != Text(""))
