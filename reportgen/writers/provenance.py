"""What a file was made of and by what, written into it, and read back from the file alone.

Floor 3, beside the writers of Word and PDF. A seal over everything else in the file tells whether
it was changed since. It protects against accidents and forgetfulness, not against forgery: who
knows the program can seal again. Source: ECMA-376, Part 1, 22.3 (custom properties); ISO 32000-1,
14.5 (page-piece dictionaries).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Literal, TypeAlias

import attrs
from attrs import frozen
from lxml import etree

from reportgen.document import Document
from reportgen.style import Style
from reportgen.version import __version__
from reportgen.writers.packages import is_package, read_parts, read_xml
from reportgen.writers.text import write_text

PROPERTIES = "docProps/custom.xml"
"""The part of a Word file that holds the provenance."""

PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)

Kind: TypeAlias = Literal["docx", "pdf"]

_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_TYPES = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PREFIX = "reportgen "
_SEAL = "seal"
_UNSEALED = "0" * 64
_LONGEST = 200
_TEXT = "word/document.xml"
_NOTE_IN_PDF = re.compile(rb'\{"reportgen": \{[^{}]*\}\}')
_SEAL_IN_NOTE = re.compile(rb'(?<="seal": ")[0-9a-f]{64}(?=")')


@frozen(kw_only=True)
class Provenance:
    """What a file was made of, and by what.

    Args:
        program: the program and its version.
        records: the fingerprint of the records; empty where the document was made without.
        words: the fingerprint of the words, as plain text.
        style: the name of the look and the beginning of its fingerprint.
        profile: the profile of a PDF; empty for another file.
        attached: how many files of records a PDF carries; empty for none.
    """

    program: str
    records: str
    words: str
    style: str
    profile: str = ""
    attached: str = ""


@frozen(kw_only=True)
class Sealed:
    """What a file says of itself.

    Args:
        kind: what sort of file it is.
        provenance: what it was made of.
        intact: whether nothing in it was changed since.
    """

    kind: Kind
    provenance: Provenance
    intact: bool


def provenance_of(
    document: Document, style: Style, profile: str = "", attached: int = 0
) -> Provenance:
    """Say what a file of a document is made of.

    Args:
        document: the document, finished.
        style: its look.
        profile: the profile of a PDF.
        attached: how many files of records it carries.
    """
    return Provenance(
        program=f"council-reportgen {__version__}",
        records=document.records,
        words=sha256(write_text(document).encode()).hexdigest(),
        style=named_look(style),
        profile=profile,
        attached=str(attached or ""),
    )


@lru_cache(maxsize=8)
def named_look(style: Style) -> str:
    """Name a look by its name and the beginning of its fingerprint."""
    return f"{style.name} {sha256(repr(style).encode()).hexdigest()[:12]}"


def sealed_package(parts: Mapping[str, bytes], provenance: Provenance) -> dict[str, bytes]:
    """Write the provenance into the parts of a Word file, and seal them.

    Args:
        parts: the bytes of each part by its name; that of the properties, if any, is replaced.
        provenance: what they are made of.
    """
    said = attrs.asdict(provenance)
    seal = _package_seal(parts, said)
    return {**parts, PROPERTIES: _properties({**said, _SEAL: seal})}


def pdf_note(provenance: Provenance) -> bytes:
    """Give the words that say the provenance in a PDF, for a stream that is not compressed.

    The seal among them is a row of noughts, which `sealed_pdf` fills once the file is whole.
    """
    said = {**attrs.asdict(provenance), _SEAL: _UNSEALED}
    return json.dumps({"reportgen": said}, ensure_ascii=True).encode()


def sealed_pdf(data: bytes) -> bytes:
    """Seal a PDF that holds the words of `pdf_note`."""
    return _with_seal(data, sha256(data).hexdigest())


def read_provenance(data: bytes) -> Sealed | None:
    """Read from a file alone what it was made of, and whether it was changed since.

    Args:
        data: the bytes of a Word or PDF file.

    Returns:
        None where the file says nothing of it: it was not made by this program, or saved again by
        one that left that out.

    Raises:
        ReadingError: the file is a package that is locked, damaged, or unfolds to too much.
    """
    if kind_of(data) == "pdf":
        return _read_pdf(data)
    return _read_package(data) if is_package(data) else None


def kind_of(data: bytes) -> Kind | None:
    """Tell whether a file is a Word or a PDF file; None where it is neither.

    Raises:
        ReadingError: the file is a package that is locked, damaged, or unfolds to too much.
    """
    if data.startswith(b"%PDF-"):
        return "pdf"
    if not is_package(data):
        return None
    return "docx" if {_TEXT, PROPERTIES} & read_parts(data).keys() else None


def _read_pdf(data: bytes) -> Sealed | None:
    note = _NOTE_IN_PDF.search(data)
    try:
        found = json.loads(note.group())["reportgen"] if note else {}
    except ValueError:  # someone else's, or no text at all
        return None
    provenance = _provenance(found)
    if provenance is None:
        return None
    unsealed = sha256(_with_seal(data, _UNSEALED)).hexdigest()
    return Sealed(kind="pdf", provenance=provenance, intact=unsealed == found.get(_SEAL))


def _read_package(data: bytes) -> Sealed | None:
    parts = read_parts(data)
    if PROPERTIES not in parts:
        return None
    found = {
        name.removeprefix(_PREFIX): "".join(map(str, element.itertext()))
        for element in read_xml(parts, PROPERTIES).iter(f"{_CUSTOM}property")
        if (name := element.get("name", "")).startswith(_PREFIX)
    }
    seal = found.pop(_SEAL, "")
    provenance = _provenance(found)
    if provenance is None:
        return None
    intact = _package_seal(parts, attrs.asdict(provenance)) == seal
    return Sealed(kind="docx", provenance=provenance, intact=intact)


def _with_seal(data: bytes, seal: str) -> bytes:
    return _NOTE_IN_PDF.sub(
        lambda note: _SEAL_IN_NOTE.sub(seal.encode(), note.group(), count=1), data, count=1
    )


def _provenance(found: Mapping[str, object]) -> Provenance | None:
    """Give what a file says of itself; None where that is not what we write."""
    names = [field.name for field in attrs.fields(Provenance)]
    said = {name: found.get(name, "") for name in names}
    if not said["program"] or any(
        not isinstance(one, str) or len(one) > _LONGEST for one in said.values()
    ):
        return None
    return Provenance(**{name: str(one) for name, one in said.items()})


def _package_seal(parts: Mapping[str, bytes], said: Mapping[str, str]) -> str:
    seal = sha256()
    for name in sorted(set(parts) - {PROPERTIES}):
        seal.update(f"{name}\0{len(parts[name])}\0".encode())
        seal.update(parts[name])
    for name, value in sorted(said.items()):
        seal.update(f"{name}\0{value}\0".encode())
    return seal.hexdigest()


def _properties(said: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{_CUSTOM}Properties", nsmap={None: _CUSTOM[1:-1], "vt": _TYPES[1:-1]})
    written = ((name, value) for name, value in said.items() if value)
    for identifier, (name, value) in enumerate(written, start=2):  # 0 and 1 are reserved
        entry = etree.SubElement(
            root,
            f"{_CUSTOM}property",
            {"fmtid": _USER_DEFINED, "pid": str(identifier), "name": _PREFIX + name},
        )
        etree.SubElement(entry, f"{_TYPES}lpwstr").text = value
    return etree.tostring(root, encoding="UTF-8", standalone=True)
