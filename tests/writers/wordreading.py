"""What a Word file says, read from its XML alone: the reader that the writer must satisfy.

Walks every run, counts lists as Word does, and takes the results of fields.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import repeat
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W[1:-1]}


def parts(file: bytes) -> dict[str, Any]:
    """Give the root of each XML part by its name; plain bytes for the others."""
    with zipfile.ZipFile(BytesIO(file)) as package:
        read = {name: package.read(name) for name in package.namelist()}
    return {
        name: etree.fromstring(data) if name.endswith((".xml", ".rels")) else data
        for name, data in read.items()
    }


def find(root: Any, path: str) -> list[Any]:
    """Find elements by a path where `w:` stands for the namespace."""
    found: list[Any] = root.xpath(path, namespaces=NAMESPACES)
    return found


def attributes(element: Any) -> dict[str, str]:
    """Give attributes by their names without namespace."""
    return {etree.QName(key).localname: value for key, value in element.attrib.items()}


def style(file: bytes, style_id: str) -> Any:
    """Find a style by its identifier."""
    (found,) = find(parts(file)["word/styles.xml"], f"//w:style[@w:styleId='{style_id}']")
    return found


def inherited(file: bytes, style_id: str, path: str) -> dict[str, str]:
    """Give what a style says of a property, or else what the nearest one that it refines says."""
    styles = parts(file)["word/styles.xml"]
    while style_id:
        (said,) = find(styles, f"w:style[@w:styleId='{style_id}']")
        if found := find(said, path):
            return attributes(found[0])
        style_id = find(said, "string(w:basedOn/@w:val)")
    return {}


def text(element: Any, label: str | Iterator[str] = "") -> str:
    """Read the words of a paragraph: tabs, results of fields, calls of notes in brackets.

    `label` gives those that Word counts: one for each call, or that of the note itself.
    """
    labels = repeat(label) if isinstance(label, str) else label
    read = {
        f"{W}t": lambda node: f"[{node.text}]" if _is_call(node) else node.text or "",
        f"{W}tab": lambda _: "\t",
        f"{W}br": lambda _: "\n",
        f"{W}footnoteReference": lambda node: "" if _is_typed(node) else f"[{next(labels)}]",
        f"{W}footnoteRef": lambda _: f"[{next(labels)}]",
    }
    said = "".join(
        read[node.tag](node) for node in element.iter(*read) if node.getparent().tag == f"{W}r"
    )
    return said.replace("\u200e", "")  # it only places what follows a name in Arabic


def style_id(paragraph: Any) -> str:
    """Give the identifier of a paragraph's style."""
    return str(find(paragraph, "string(w:pPr/w:pStyle/@w:val)"))


def lines(file: bytes) -> list[str]:
    """Read the body as lines: label, space, words; the cells of a row are lines of their own.

    The paragraphs that only make room or draw a rule are left out.
    """
    read = parts(file)
    counted = _Lists(read["word/numbering.xml"], read["word/styles.xml"])
    notes = _Notes(read["word/footnotes.xml"])
    found = []
    for paragraph in read["word/document.xml"].iter(f"{W}p"):
        called = notes.called(paragraph)
        words = text(paragraph, filter(None, called.values()))
        label = counted.label(paragraph)
        if style_id(paragraph) not in {"EndRule", "AfterTable"}:
            first, *rest = (f"{label} {words}" if label else _untabbed(words)).split("\n")
            said = [_untabbed(text(notes.note(i), shown)) for i, shown in called.items()]
            above = _calls_of_first_line(paragraph)
            found += [first, *said[:above], *rest, *said[above:]]
    return found


def _calls_of_first_line(paragraph: Any) -> int:
    marks = [node.tag for node in paragraph.iter(f"{W}br", f"{W}footnoteReference")]
    return marks.index(f"{W}br") if f"{W}br" in marks else len(marks)


def _untabbed(words: str) -> str:
    return words.lstrip("\t").replace("\t", " ")


def _is_call(node: Any) -> bool:
    return bool(find(node, "../w:rPr/w:rStyle[@w:val='FootnoteReference']"))


def _is_typed(call: Any) -> bool:
    return call.get(f"{W}customMarkFollows") == "1"


class _Notes:
    """Notes as Word counts them, through the file."""

    def __init__(self, footnotes: Any) -> None:
        self.footnotes = footnotes
        self.count = 0

    def called(self, paragraph: Any) -> dict[str, str]:
        """Give the notes that a paragraph calls, each with its label; typed ones have theirs."""
        labels = {}
        for call in paragraph.iter(f"{W}footnoteReference"):
            if not _is_typed(call):
                self.count += 1
            labels[call.get(f"{W}id")] = "" if _is_typed(call) else str(self.count)
        return labels

    def note(self, identity: str) -> Any:
        """Give a note of the page."""
        (found,) = find(self.footnotes, f"w:footnote[@w:id='{identity}']")
        return found


class _Lists:
    """Lists as Word counts them: one count a definition, begun again by a new instance."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.numbering = numbering
        self.styles = styles
        self.counts: dict[str, list[int]] = {}
        self.begun: set[str] = set()

    def label(self, paragraph: Any) -> str:
        """Count a paragraph and give its label; empty where it has none."""
        reference = find(paragraph, "w:pPr/w:numPr") or find(
            self.styles, f"//w:style[@w:styleId='{style_id(paragraph)}']/w:pPr/w:numPr"
        )
        if not reference:
            return ""
        instance = find(reference[0], "string(w:numId/@w:val)")
        if instance == "0":
            return ""
        level = int(find(reference[0], "string(w:ilvl/@w:val)"))
        (number,) = find(self.numbering, f"w:num[@w:numId='{instance}']")
        definition = find(number, "string(w:abstractNumId/@w:val)")
        counts = self.counts.setdefault(definition, [0] * 9)
        if instance not in self.begun:
            self.begun.add(instance)
            for override in find(number, "w:lvlOverride"):
                start = int(find(override, "string(w:startOverride/@w:val)"))
                counts[int(override.get(f"{W}ilvl"))] = start - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        (definition_level,) = find(
            self.numbering, f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl={level}]"
        )
        written = _written(counts[level], find(definition_level, "string(w:numFmt/@w:val)"))
        form = find(definition_level, "string(w:lvlText/@w:val)")
        return str(form.replace(f"%{level + 1}", written))


def _written(number: int, number_format: str) -> str:
    letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    roman = "".join(_roman(number))
    written = {"lowerLetter": letters, "lowerRoman": roman, "decimal": str(number)}
    written |= {"upperLetter": letters.upper(), "upperRoman": roman.upper()}
    return written[number_format]


def _roman(number: int) -> Iterator[str]:
    values = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}
    for value, sign in values.items():
        while number >= value:
            yield sign
            number -= value
