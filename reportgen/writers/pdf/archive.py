"""What an archive asks of a file beyond what WeasyPrint does, and what it must not hold.

Source: ISO 19005-2, 6.1.13 (limits), 6.2.4.3 (colours), 6.2.8 (images) and 6.6.2 (metadata);
ISO 14289-1, 5; ISO 16684-1 (XMP).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf

from reportgen.errors import OutputError, Problem
from reportgen.messages import Message, message

_LONGEST_TEXT_BYTES = 32_767
_DEEPEST = 28
_GREATEST = 2_147_483_647
_INTEGER = re.compile(rb"(?<![^\s\[-])\d{10,}(?![^\s\]])")
_FOUR_INKS = "/DeviceCMYK"
_SHOWN = 60

_END = b"</rdf:RDF>"
_ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>"""
_SCHEMA = b"""
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def make_archive(pdf: Any) -> None:
    """Make a PDF/A-2a of WeasyPrint's a sound one, which says that it is a PDF/UA-1 too.

    Args:
        pdf: the file of pydyf, its metadata written.

    Raises:
        OutputError: it holds what no archive may.
    """
    faults = {str(one): one for one in _faults(pdf)}
    if faults:
        raise OutputError(*map(_refused, faults.values()))
    _identify_accessible(pdf)
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and "Interpolate" in stream.extra:
            stream.extra["Interpolate"] = "false"


def _identify_accessible(pdf: Any) -> None:
    """Say that the file is a PDF/UA-1, and what that means: PDF/A takes nothing unexplained."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    added = _ACCESSIBLE + _SCHEMA + _END
    metadata.stream = [part.replace(_END, added) for part in metadata.stream]


def _refused(fault: Message) -> Problem:
    return Problem(
        message("the PDF would not be the archive that it says it is: {fault}", fault=fault),
        message("Mend it where it stands, or leave out --final and --pdf-profile archive."),
    )


def _faults(pdf: Any) -> Iterator[Message]:
    """Find what PDF/A forbids, and records or their pictures may bring."""
    for part in (*pdf.objects, pdf.info):
        is_stream = isinstance(part, pydyf.Stream)
        for value in _values(part.extra if is_stream else part):
            if value == _FOUR_INKS:
                yield _in_four_inks()
            elif isinstance(value, pydyf.String) and _size(value) > _LONGEST_TEXT_BYTES:
                begin = str(value.string)[:_SHOWN]
                yield message("a text is longer than 32,767 bytes: “{begin}…”", begin=begin)
        if is_stream and type(part) is not pydyf.Stream:  # WeasyPrint paints on streams of its own
            yield from _painted_faults([line for line in part.stream if isinstance(line, bytes)])


def _painted_faults(painted: list[bytes]) -> Iterator[Message]:
    depth = 0
    for line in painted:
        depth += (line == b"q") - (line == b"Q")
        if depth > _DEEPEST:
            yield message("a drawing has more than 28 groups or uses within each other")
        elif line.startswith(_FOUR_INKS.encode()):
            yield _in_four_inks()
        elif b"<" not in line and any(int(n) > _GREATEST for n in _INTEGER.findall(line)):
            yield message("a drawing has measures beyond 2,147,483,647")


def _in_four_inks() -> Message:
    return message("a picture has the colours of four inks (CMYK), not of a screen (RGB)")


def _values(part: Any) -> Iterator[Any]:
    """Walk what a part of the file holds, other parts apart."""
    if isinstance(part, dict):
        for value in part.values():
            yield from _values(value)
    elif isinstance(part, list):
        for value in part:
            yield from _values(value)
    else:
        yield part


def _size(text: pydyf.String) -> int:
    """Count the bytes of a text: one a letter of ASCII, or two and a mark (ISO 32000-1, 7.9.2)."""
    said = str(text.string)
    return len(said) if said.isascii() else len(said.encode("utf-16-be")) + 2
