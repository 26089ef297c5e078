"""What a drafter types once and every page shows: the symbol and the job number.

Where they are holes, each control that shows one is bound to its place in a part of their own, so
that Word writes into all of them what is typed into any. Known ones are plain words: LibreOffice
7.4 shows those of bound controls in the letters of their paragraph. Source: ECMA-376, Part 1,
17.5.2.6 (dataBinding), 22.5 (custom XML data).
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from reportgen.writers.docx.ooxml import Element, w

REPEATED = "customXml/item1.xml"
"""The part that holds what is repeated."""

_NAMESPACE = "urn:reportgen:masthead"
_STORE = "{3C0F1E52-6A54-4B0E-8D0A-52D1B7A4C6F1}"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def binding(field: str) -> Element:
    """Bind a control to the place of a field."""
    return w(
        "dataBinding",
        prefixMappings=f"xmlns:m='{_NAMESPACE}'",
        xpath=f"/m:masthead[1]/m:{field}[1]",
        storeItemID=_STORE,
    )


def fields(names: Iterable[str]) -> bytes:
    """Write the part that holds fields, all empty until the drafter types them."""
    root = etree.Element(f"{{{_NAMESPACE}}}masthead", nsmap={None: _NAMESPACE})
    for field in names:
        etree.SubElement(root, f"{{{_NAMESPACE}}}{field}")
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def add_store(document: Part, package: Package) -> None:
    """Give a document the part, without fields, and the name under which controls know it."""
    item = Part(PackURI(f"/{REPEATED}"), "application/xml", fields(()), package)
    properties = etree.Element(f"{{{_DATA}}}datastoreItem", nsmap={"ds": _DATA})
    properties.set(f"{{{_DATA}}}itemID", _STORE)
    schema = etree.SubElement(properties, f"{{{_DATA}}}schemaRefs")
    etree.SubElement(schema, f"{{{_DATA}}}schemaRef").set(f"{{{_DATA}}}uri", _NAMESPACE)
    said = etree.tostring(properties, encoding="UTF-8", standalone=True)
    uri = PackURI("/customXml/itemProps1.xml")
    item.relate_to(Part(uri, _PROPERTIES_TYPE, said, package), f"{_RELATIONSHIPS}/customXmlProps")
    document.relate_to(item, f"{_RELATIONSHIPS}/customXml")
