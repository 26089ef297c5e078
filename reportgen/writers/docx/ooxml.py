"""WordprocessingML that python-docx leaves to its callers.

The bottom of the Word writer: elements by their short names, runs, fields, bookmarks, links, and
a package whose bytes depend on nothing but its parts. Knows no `Document` and no `Style`.
Source: ECMA-376, Part 1, 17 (WordprocessingML); Part 2, Annex B (ZIP items).
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from copy import copy
from functools import cache
from io import BytesIO
from types import MappingProxyType
from typing import Literal, TypeAlias

from lxml import etree

from reportgen.writers._directions import directed

Element: TypeAlias = "etree._Element"  # noqa: SLF001 -- lxml has no public name for it

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRESERVE = {_SPACE: "preserve"}
_R, _TAB = f"{_W}r", f"{_W}tab"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
RIGHTWARD = "\N{LEFT-TO-RIGHT MARK}"
"""Stands in the file after words read from right to left, and is none of the document's words."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def name(short: str) -> str:
    """Give the full name of an element or attribute: `p` is `{…}p`."""
    return _W + short


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """Make an element of WordprocessingML.

    Args:
        tag: its name without prefix.
        children: what it holds, in the order of the schema.
        attributes: their names without prefix.
    """
    element = etree.Element(
        _W + tag,
        {_W + key: str(value) for key, value in attributes.items()},
        nsmap={"w": NAMESPACE},
    )
    element.extend(children)
    return element


def add(parent: Element, tag: str, **attributes: object) -> Element:
    """Add an empty element to its parent, and give it."""
    named = {_W + key: str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, _W + tag, named)


def twips(points: float) -> int:
    """Turn points into twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Turn points into the half points of font sizes and positions."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Turn points into the eighths of a point of borders."""
    return round(points * 8)


def emu(points: float) -> int:
    """Turn points into the English Metric Units of drawings (20.1.2.1)."""
    return round(points * 12700)


def add_paragraph(parent: Element, style_id: str) -> Element:
    """Add an empty paragraph to a body, a cell, a header or a footer."""
    paragraph = copy(_paragraph_form(style_id))
    parent.append(paragraph)
    return paragraph


def properties(paragraph: Element) -> Element:
    """Give the properties of a paragraph that `add_paragraph` made."""
    return paragraph[0]


def add_run(parent: Element, text: str, style_id: str = "") -> Element:
    """Add a run of text, every space of which is kept.

    Args:
        parent: a paragraph or a hyperlink.
        text: the words.
        style_id: a character style; empty for that of the paragraph.
    """
    run = copy(_run_form(style_id))
    run[-1].text = text
    parent.append(run)
    return run


def add_words(parent: Element, text: str, style_id: str = "") -> None:
    """Add words as runs, those read from right to left marked as such (17.3.2.30).

    Word places what follows them by that mark, LibreOffice by `RIGHTWARD` alone.
    """
    for piece, leftward in directed(text):
        run = add_run(parent, piece, style_id)
        if leftward:
            marked = run[0] if style_id else w("rPr")
            marked.extend((w("spacing", val=0), w("rtl")))  # letters that join are not set apart
            run.insert(0, marked)
            add_run(parent, RIGHTWARD)


def add_tabs(paragraph: Element, count: int = 1) -> None:
    """Add a run of tabs."""
    run = etree.SubElement(paragraph, _R)
    for _ in range(count):
        etree.SubElement(run, _TAB)


def add_break(paragraph: Element) -> None:
    """Begin a new line in a paragraph."""
    add(etree.SubElement(paragraph, _R), "br")


def add_field(parent: Element, instruction: str, result: str) -> None:
    """Add a complex field that shows its result without being updated (17.16.5).

    Args:
        parent: a paragraph.
        instruction: the code of the field, such as `PAGE`.
        result: what the field shows until Word counts again.
    """
    begin_field(parent, instruction)
    add_run(parent, result)
    end_field(parent)


def begin_field(parent: Element, instruction: str) -> None:
    """Begin a complex field whose result goes over several paragraphs, up to `end_field`."""
    _add_field_mark(parent, "begin")
    run = etree.SubElement(parent, _R)
    etree.SubElement(run, f"{_W}instrText", _PRESERVE).text = f" {instruction} "
    _add_field_mark(parent, "separate")


def end_field(parent: Element) -> None:
    """End the field that `begin_field` began."""
    _add_field_mark(parent, "end")


def _add_field_mark(parent: Element, kind: Literal["begin", "separate", "end"]) -> None:
    add(etree.SubElement(parent, _R), "fldChar", fldCharType=kind)


def add_inline_picture(  # noqa: PLR0913 -- what a picture says
    paragraph: Element,
    relation: str,
    *,
    number: int,
    name: str,
    description: str,
    size_pt: tuple[float, float],
) -> None:
    """Add a picture that stands among words (20.4.2.8).

    Args:
        paragraph: the paragraph.
        relation: the identifier of the relation to the part with its bytes.
        number: its number among the pictures of the file.
        name: what it is called.
        description: what is said to those who do not see it.
        size_pt: its width and height.
    """
    width, height = map(emu, size_pt)
    inline = etree.fromstring(
        _INLINE.format(relation=relation, number=number, width=width, height=height),
        etree.XMLParser(remove_blank_text=True),
    )
    _name_picture(inline, name, description)
    add(etree.SubElement(paragraph, _R), "drawing").append(inline)


def _name_picture(frame: Element, name: str, description: str) -> None:
    for properties_ in frame.iter(f"{{{_WP}}}docPr", f"{{{_PIC}}}cNvPr"):
        properties_.set("name", name)
        properties_.set("descr", description)


def add_anchored_picture(  # noqa: PLR0913 -- what an anchor says
    paragraph: Element,
    relation: str,
    *,
    number: int,
    name: str,
    description: str,
    box_pt: tuple[float, float, float, float],
) -> None:
    """Add a picture that stands in a place of its own on the sheet (20.4.2.3).

    Args:
        paragraph: the paragraph that it is anchored in; its page is that of the picture.
        relation: the identifier of the relation to the part with its bytes.
        number: its number among the pictures of the file.
        name: what it is called.
        description: what is said to those who do not see it.
        box_pt: its left and upper edges from those of the sheet, its width and height.
    """
    x, y, width, height = map(emu, box_pt)
    anchor = etree.fromstring(
        _ANCHOR.format(relation=relation, number=number, x=x, y=y, width=width, height=height),
        etree.XMLParser(remove_blank_text=True),
    )
    _name_picture(anchor, name, description)
    add(etree.SubElement(paragraph, _R), "drawing").append(anchor)


_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAMESPACES = f"""\
xmlns:wp="{_WP}" xmlns:pic="{_PIC}"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships\""""
_GRAPHIC = f"""\
  <a:graphic>
    <a:graphicData uri="{_PIC}">
      <pic:pic>
        <pic:nvPicPr><pic:cNvPr id="{{number}}" name=""/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill>
          <a:blip r:embed="{{relation}}"/><a:stretch><a:fillRect/></a:stretch>
        </pic:blipFill>
        <pic:spPr>
          <a:xfrm><a:off x="0" y="0"/><a:ext cx="{{width}}" cy="{{height}}"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        </pic:spPr>
      </pic:pic>
    </a:graphicData>
  </a:graphic>
"""
_INLINE = f"""\
<wp:inline {_NAMESPACES}
    distT="0" distB="0" distL="0" distR="0">
  <wp:extent cx="{{width}}" cy="{{height}}"/>
  <wp:effectExtent l="0" t="0" r="0" b="0"/>
  <wp:docPr id="{{number}}" name=""/>
  <wp:cNvGraphicFramePr/>
{_GRAPHIC}</wp:inline>"""
_ANCHOR = f"""\
<wp:anchor {_NAMESPACES}
    distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{{number}}"
    behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
  <wp:simplePos x="0" y="0"/>
  <wp:positionH relativeFrom="page"><wp:posOffset>{{x}}</wp:posOffset></wp:positionH>
  <wp:positionV relativeFrom="page"><wp:posOffset>{{y}}</wp:posOffset></wp:positionV>
  <wp:extent cx="{{width}}" cy="{{height}}"/>
  <wp:effectExtent l="0" t="0" r="0" b="0"/>
  <wp:wrapNone/>
  <wp:docPr id="{{number}}" name=""/>
  <wp:cNvGraphicFramePr/>
{_GRAPHIC}</wp:anchor>"""


@cache
def _paragraph_form(style_id: str) -> Element:
    """Keep an empty paragraph to copy, which takes a third of the time of making one."""
    return w("p", w("pPr", w("pStyle", val=style_id)))


@cache
def _run_form(style_id: str) -> Element:
    text = w("t")
    text.set(_SPACE, "preserve")
    return w("r", *([w("rPr", w("rStyle", val=style_id))] if style_id else []), text)


def add_bookmark(paragraph: Element, bookmark: str, number: int) -> None:
    """Mark a paragraph, as far as it is now written, as the aim of references (17.13.6)."""
    paragraph.insert(1, w("bookmarkStart", id=number, name=bookmark))
    add(paragraph, "bookmarkEnd", id=number)


def add_link(paragraph: Element, bookmark: str) -> Element:
    """Add an empty hyperlink to a place of the same document, and give it (17.16.22)."""
    return add(paragraph, "hyperlink", anchor=bookmark, history=1)


def add_call(paragraph: Element, identity: int, label: str, style_id: str) -> None:
    """Call a note of the page (17.11.13).

    Args:
        paragraph: the paragraph.
        identity: the number of the note in its part.
        label: what calls it; empty where Word counts it.
        style_id: the character style of the call.
    """
    mark = {"customMarkFollows": 1} if label else {}
    run = w("r", w("rPr", w("rStyle", val=style_id)), w("footnoteReference", **mark, id=identity))
    if label:
        text = add(run, "t")
        text.text = label
        text.set(_SPACE, "preserve")
    paragraph.append(run)


def add_outer_link(paragraph: Element, relation: str) -> Element:
    """Add an empty hyperlink to the address that a relation of the part names, and give it."""
    link = add(paragraph, "hyperlink", history=1)
    link.set(_RELATION, relation)
    return link


def relationships(
    existing: bytes | None,
    addresses: Mapping[str, str],
    pictures: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Write the relations of a part with those to addresses and pictures added (Part 2, 9.3).

    Args:
        existing: the relations of the part as they are; None where it has none.
        addresses: the identifiers of the new relations, by address.
        pictures: the targets of the new relations to pictures, by identifier.
    """
    root = (
        etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
        if existing is None
        else etree.fromstring(existing)
    )
    for address, identity in addresses.items():
        etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            {
                "Id": identity,
                "Type": _HYPERLINK,
                "Target": address,
                "TargetMode": "External",
            },
        )
    for identity, target in pictures.items():
        etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            {"Id": identity, "Type": _IMAGE, "Target": target},
        )
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def empty(element: Element) -> None:
    """Take everything out of an element, its attributes excepted."""
    element[:] = []


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Write a package whose bytes are the same for the same parts.

    Args:
        parts: the bytes of each part by its name in the package, without leading slash.

    Returns:
        A zip in the order of the names, which puts `[Content_Types].xml` first, every part dated
        from the first day that the format knows.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for part in sorted(parts):
            entry = zipfile.ZipInfo(part, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the system of the writer must not show in the bytes
            package.writestr(entry, parts[part])
    return buffer.getvalue()
