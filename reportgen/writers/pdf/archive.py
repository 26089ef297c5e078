"""What an archive asks of a file beyond what WeasyPrint does.

Source: ISO 19005-2, 6.2.8 (images) and 6.6.2 (metadata); ISO 14289-1, 5; ISO 16684-1 (XMP).
"""

from __future__ import annotations

from typing import Any

import pydyf

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
    """
    _identify_accessible(pdf)
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and "Interpolate" in stream.extra:
            stream.extra["Interpolate"] = "false"


def _identify_accessible(pdf: Any) -> None:
    """Say that the file is a PDF/UA-1, and what that means: PDF/A takes nothing unexplained."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    added = _ACCESSIBLE + _SCHEMA + _END
    metadata.stream = [part.replace(_END, added) for part in metadata.stream]
