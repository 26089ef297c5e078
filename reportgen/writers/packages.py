"""Packages of parts, as Word writes them, opened with caution: they come from anywhere.

Floor 3, beside the writers. Nothing is unpacked beyond bounds, and no part may declare entities.
Source: ECMA-376, Part 2; APPNOTE.TXT of ZIP, 4.3 and 4.4.4.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from reportgen.errors import Problem, ReadingError
from reportgen.messages import Message, message

_MOST_PARTS = 4_000
_MOST_BYTES = 200_000_000
_MOST_BYTES_OF_XML = 32_000_000
_ENCRYPTED = 1
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
_SEND_AGAIN = message("Ask for the file again, or take an older copy of it.")


def is_package(data: bytes) -> bool:
    """Tell whether a file is a package, or meant to be one: damaged, or locked by a password."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _COMPOUND_FILE))


def read_parts(data: bytes) -> dict[str, bytes]:
    """Read the parts of a package.

    Args:
        data: the bytes of the file.

    Returns:
        The bytes of each part by its name.

    Raises:
        ReadingError: the file is locked, damaged, or unfolds to more than any report.
    """
    if data.startswith(_COMPOUND_FILE):
        raise _refusal(
            message("the file is locked by a password, or in the format of Word before 2007"),
            message("Open it in Word, take the password away, and save it as .docx."),
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            _refuse_entries(entries)
            return {entry.filename: _unpacked(package, entry) for entry in entries}
    except _DAMAGED as error:
        raise _refusal(message("the file is damaged"), _SEND_AGAIN) from error


def read_xml(parts: dict[str, bytes], name: str) -> etree._Element:
    """Read a part that must be there.

    Args:
        parts: as `read_parts` gives them.
        name: the name of the part.

    Raises:
        ReadingError: it is not there, or no XML that a part may be.
    """
    if name not in parts:
        raise _refusal(message("the file is incomplete: {part} is missing", part=name), _SEND_AGAIN)
    data = parts[name]
    if len(data) > _MOST_BYTES_OF_XML:
        raise _too_much()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        what = message("the file is damaged: {part} cannot be read", part=name)
        raise _refusal(what, _SEND_AGAIN) from error
    if root.getroottree().docinfo.doctype:
        what = message("{part} declares a document type, which Word never writes", part=name)
        raise _refusal(what, _SEND_AGAIN)
    return root


def _refuse_entries(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise _refusal(
            message("the file is locked by a password"),
            message("Open it, take the password away, and save it."),
        )
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _too_much()
    if any(entry.compress_type not in _READABLE for entry in entries):
        raise _refusal(message("the file is packed as Word never does"), _SEND_AGAIN)


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack a part, up to the size that it declares; one that holds more is damaged."""
    with package.open(entry) as part:
        return part.read(entry.file_size + 1)


def _too_much() -> ReadingError:
    return _refusal(
        message("the file unfolds to more than any report, and is not read"), _SEND_AGAIN
    )


def _refusal(what: Message, advice: Message) -> ReadingError:
    return ReadingError(Problem(what, advice))
