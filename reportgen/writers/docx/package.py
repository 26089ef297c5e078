"""The package that every document of one look and language starts from.

python-docx's own template is emptied of what no document of the United Nations needs, given our
styles, numbering, settings, headers and footers, and kept: copying it costs less than preparing
it. Source: ECMA-376, Part 1, 17.15 (settings); Part 2, 11 (core properties).
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import cast

import docx
from attrs import frozen
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from reportgen.document import Document, plain
from reportgen.style import Style
from reportgen.writers.docx.furniture import lay_out_furniture
from reportgen.writers.docx.holes import glossary
from reportgen.writers.docx.notes import separator_settings, separators
from reportgen.writers.docx.numbering import definitions
from reportgen.writers.docx.ooxml import Element, empty, packed, relationships, twips, w
from reportgen.writers.docx.pictures import PICTURE_TYPES
from reportgen.writers.docx.repeated import REPEATED, add_store, fields
from reportgen.writers.docx.sheets import lay_out_sheets
from reportgen.writers.docx.style_xml import language_tag
from reportgen.writers.docx.styles import hint_style_elements, style_elements
from reportgen.writers.provenance import (
    PROPERTIES,
    PROPERTIES_RELATIONSHIP,
    PROPERTIES_TYPE,
    Provenance,
    sealed_package,
)

_FILLED = frozenset(
    {
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.HEADER,
        RELATIONSHIP_TYPE.FOOTER,
    }
)
_KEPT = _FILLED | {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
_PARTS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
}
_NOTES, _NOTES_RELATIONS = "word/footnotes.xml", "word/_rels/footnotes.xml.rels"
_BODY_RELATIONS = "word/_rels/document.xml.rels"
_COMMENTS = "word/comments.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_GLOSSARY = PackURI("/word/glossary/document.xml")
_LONGEST_PROPERTY = 255
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>council-reportgen</Application></Properties>'
)


@frozen
class Look:
    """What the package of a document depends on, its words apart.

    Args:
        language: the code of its language.
        turned: whether it has pages on their long side.
    """

    style: Style
    language: str
    turned: bool = False


@frozen
class _Prepared:
    """A package without words.

    Args:
        fillable: what a document fills, as a package of its own, to be copied: that takes a third
            of the time of opening it from bytes.
        parts: the bytes of every part.
    """

    fillable: Package
    parts: Mapping[str, bytes]


def open_package(look: Look) -> WordDocument:
    """Open a fresh copy of the package of a look."""
    word: WordDocument = deepcopy(_prepared(look).fillable).main_document_part.document
    return word


@frozen(kw_only=True)
class Additions:
    """What a document adds to the parts of the prepared package.

    Args:
        hints: the words of its holes.
        links: the relations of the body to public addresses, as `Links.identities`.
        comments: the part of the comments on it, if there are any.
        notes: its notes, after the rules above them; none where no note is called.
        note_links: the relations of its notes.
        figures: the bytes of the pictures of the body, as `Pictures.figures`.
        repeated: the fields that heads and feet show, as `Holes.repeated`.
    """

    hints: Collection[str] = ()
    links: Mapping[str, str] = MappingProxyType({})
    comments: Element | None = None
    notes: Sequence[Element] = ()
    note_links: Mapping[str, str] = MappingProxyType({})
    figures: Mapping[str, bytes] = MappingProxyType({})
    repeated: Collection[str] = ()


def save_package(
    word: WordDocument, look: Look, provenance: Provenance, additions: Additions
) -> bytes:
    """Write a package that `open_package` opened with the same look, and seal it.

    A document fills parts of the prepared package; it adds none but a glossary of its hints, the
    comments on it, and its pictures.

    Args:
        word: the package, its body, headers and footers filled.
        look: the look that it was opened with.
        provenance: what it is made of.
        additions: what its other parts hold.
    """
    hints, links, comments = additions.hints, additions.links, additions.comments
    parts = (
        _prepared(look).parts
        if not hints and comments is None
        else _further_parts(look, glossary=bool(hints), comments=comments is not None)
    )
    filled = {part.partname.membername: part.blob for part in _package(word).iter_parts()}
    if hints:
        filled[_GLOSSARY.membername] = _xml(glossary(hints))
    filled[REPEATED] = fields(additions.repeated)
    filled |= {f"word/media/{name}": data for name, data in additions.figures.items()}
    if links or additions.figures:
        pictures = {name.partition(".")[0]: f"media/{name}" for name in additions.figures}
        filled[_BODY_RELATIONS] = relationships(parts[_BODY_RELATIONS], links, pictures)
    if comments is not None:
        filled[_COMMENTS] = _xml(comments)
    if additions.notes:
        filled[_NOTES] = _xml(w("footnotes", *additions.notes))
    if additions.note_links:
        filled[_NOTES_RELATIONS] = relationships(None, additions.note_links)
    for owner in _owners_of_pictures(word):
        relations = cast("bytes", owner.rels.xml)  # declared as str, in error
        filled[owner.partname.rels_uri.membername] = relations
    filled[_CONTENT_TYPES] = _with_pictures(parts[_CONTENT_TYPES], filled)
    return packed(sealed_package({**parts, **filled}, provenance))


def _owners_of_pictures(word: WordDocument) -> list[Part]:
    furniture = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    related_parts = [r.target_part for r in word.part.rels.values() if r.reltype in furniture]
    return [part for part in related_parts if part.rels]


def _with_pictures(content_types: bytes, names: Iterable[str]) -> bytes:
    """Say of which type the pictures are, in the list of types of a package (Part 2, 10.1)."""
    root = etree.fromstring(content_types)
    endings = {name.rpartition(".")[2] for name in names} & PICTURE_TYPES.keys()
    for ending in sorted(endings, reverse=True):
        default = etree.Element(f"{{{root.nsmap[None]}}}Default", nsmap=root.nsmap)
        default.set("Extension", ending)
        default.set("ContentType", PICTURE_TYPES[ending])
        root.insert(0, default)
    return _xml(root)


def describe(
    word: WordDocument, document: Document, style: Style, created: datetime | None
) -> None:
    """Write the properties that the file shows: title, author, language, and the date if any."""
    organ = plain(document.masthead.organ) if document.masthead else ""
    properties = word.core_properties
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = organ[:_LONGEST_PROPERTY]
    properties.language = language_tag(document.language, style.profile)
    if created:
        properties.created = properties.modified = _universal(created)
    properties.comments = ""
    properties.revision = 1


def _universal(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment


@lru_cache(maxsize=8)
def _prepared(look: Look) -> _Prepared:
    word = _new_package(look)
    parts = _parts(word)
    _keep(word, _FILLED)
    return _Prepared(_package(word), parts)


@lru_cache(maxsize=8)
def _further_parts(look: Look, *, glossary: bool, comments: bool) -> Mapping[str, bytes]:
    """Prepare the parts of a document with holes or with comments, and those that they fill."""
    word = _new_package(look)
    if glossary:
        _add_glossary(word, look.style, look.language)
    if comments:
        _add_part(word.part, "comments", w("comments"))
    return _parts(word)


def _new_package(look: Look) -> WordDocument:
    style, language = look.style, look.language
    word = docx.Document()
    theme = word.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    _keep(word, _KEPT)
    _add_theme(word, theme, style)
    properties = _package(word).part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    empty(cast("XmlPart", properties).element)
    _add_new_parts(word, style)
    _fill(related(word, RELATIONSHIP_TYPE.STYLES), style_elements(style, language))
    _fill(related(word, RELATIONSHIP_TYPE.NUMBERING), definitions(style, language))
    _fill(related(word, RELATIONSHIP_TYPE.SETTINGS), _settings(style, language, noted=True))
    lay_out_sheets(word, style, turned=look.turned)
    lay_out_furniture(word.sections, style)
    for part in word.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _clean(part.element)
    return word


def _parts(word: WordDocument) -> dict[str, bytes]:
    buffer = BytesIO()
    word.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _package(word: WordDocument) -> Package:
    return cast("Package", word.part.package)


def _keep(word: WordDocument, relationships: frozenset[str]) -> None:
    """Drop every part but those of some kinds of relation."""
    for rels in (_package(word).rels, word.part.rels):
        for rel_id in [key for key, rel in rels.items() if rel.reltype not in relationships]:
            del rels[rel_id]


def _add_theme(word: WordDocument, theme: Part, style: Style) -> None:
    """Give the theme the font of the look, in which styles that Word adds will be set."""
    root = etree.fromstring(theme.blob)
    for font in root.iter(f"{{{root.nsmap['a']}}}latin"):
        font.set("typeface", style.fonts[0])
    own = Part(theme.partname, theme.content_type, _xml(root), _package(word))
    word.part.relate_to(own, RELATIONSHIP_TYPE.THEME)


def _add_new_parts(word: WordDocument, style: Style) -> None:
    """Say which program wrote the file, and which fonts may stand for one another."""
    package = _package(word)
    application = Part(
        PackURI("/docProps/app.xml"),
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        _APPLICATION,
        package,
    )
    package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    properties = Part(PackURI(f"/{PROPERTIES}"), PROPERTIES_TYPE, b"", package)
    package.relate_to(properties, PROPERTIES_RELATIONSHIP)
    add_store(word.part, package)
    _add_part(word.part, "fontTable", _fonts(style))
    _add_part(word.part, "footnotes", w("footnotes", *separators(style)))


def _add_glossary(word: WordDocument, style: Style, language: str) -> None:
    """Add a glossary document without entries: a document of its own, with styles of its own."""
    empty_glossary = _xml(glossary(()))
    part = Part(_GLOSSARY, CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, empty_glossary, _package(word))
    word.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    _add_part(part, "styles", w("styles", *hint_style_elements(style, language)))
    _add_part(part, "settings", w("settings", *_settings(style, language, noted=False)))
    _add_part(part, "fontTable", _fonts(style))


def _fonts(style: Style) -> Element:
    family, *others = style.fonts
    font = w("font", w("altName", val=",".join(others)), w("family", val="roman"), name=family)
    return w("fonts", font)


def _add_part(owner: Part, name: str, root: Element) -> None:
    """Give a document a part beside it, by the name that Word gives it."""
    content_type, relationship = _PARTS[name]
    uri = PackURI(f"{owner.partname.baseURI}/{name}.xml")
    owner.relate_to(Part(uri, content_type, _xml(root), owner.package), relationship)


def _xml(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def related(word: WordDocument, relationship: str) -> Element:
    """Give the root of an XML part that the document refers to, by the kind of its relation."""
    part = cast("XmlPart", word.part.part_related_by(relationship))
    root: Element = part.element
    return root


def _fill(root: Element, children: list[Element]) -> None:
    empty(root)
    root.extend(children)


def _clean(root: Element) -> None:
    root.attrib.pop(_IGNORABLE, None)
    etree.cleanup_namespaces(root)


def _settings(style: Style, language: str, *, noted: bool) -> list[Element]:
    # no w:updateFields, which asks a question at every opening; mode 15 keeps Word from
    # opening the file as an old one
    uri = "http://schemas.microsoft.com/office/word"
    compatibility = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
        "useWord2013TrackBottomHyphenation": 0,
    }
    return [
        w("zoom", percent=100),
        w("defaultTabStop", val=twips(style.default_tab_pt)),
        w("doNotHyphenateCaps"),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        *([separator_settings()] if noted else []),
        w(
            "compat",
            w("suppressBottomSpacing"),  # lines stand on a page as in the PDF
            w("suppressTopSpacing"),
            *(w("compatSetting", name=k, uri=uri, val=v) for k, v in compatibility.items()),
        ),
        w("themeFontLang", val=language_tag(language, style.profile)),
    ]
