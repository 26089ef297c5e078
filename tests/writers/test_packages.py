"""Packages that come from anywhere: read within bounds, or refused with the reason."""

import struct
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.writers.packages import is_package, read_parts, read_xml

DOCUMENT = "word/document.xml"


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytearray:
    """Pack parts as Word does."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return bytearray(buffer.getvalue())


def told(data: bytes) -> str:
    """Say in English why a package is refused."""
    with speaking("en"), pytest.raises(ReadingError) as refused:
        read_xml(read_parts(bytes(data)), DOCUMENT)
    with speaking("en"):
        return str(refused.value).splitlines()[0]


def at(data: bytearray, mark: bytes, offset: int, value: bytes) -> bytearray:
    """Write something into each header of one sort."""
    start = -1
    while (start := data.find(mark, start + 1)) >= 0:
        data[start + offset : start + offset + len(value)] = value
    return data


def test_parts_are_read_by_their_names() -> None:
    """Stored or deflated."""
    parts = {DOCUMENT: b"<a/>", "x.bin": bytes(1000)}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert read_parts(bytes(packed(parts, method))) == parts
    assert is_package(b"PK\x03\x04")
    assert not is_package(b"%PDF-1.7")


CENTRAL = b"PK\x01\x02"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (at(packed({DOCUMENT: b"<a/>"}), CENTRAL, 8, b"\x01\x00"), "locked by a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "locked by a password, or in the format of Word"),
        (at(packed({DOCUMENT: b"<a/>"}), CENTRAL, 10, b"\x0e\x00"), "packed as Word never does"),
        (packed({DOCUMENT: b"<a/>" * 99})[:80], "the file is damaged"),
        (packed({"word/styles.xml": b"<a/>"}), "incomplete: word/document.xml is missing"),
        (packed({DOCUMENT: b""}), "word/document.xml cannot be read"),
        (packed({DOCUMENT: b"<a><b></a>"}), "word/document.xml cannot be read"),
        (packed({DOCUMENT: b"<!DOCTYPE a><a/>"}), "declares a document type"),
        (packed({DOCUMENT: b"<a>" * 5000}), "word/document.xml cannot be read"),
        (packed({DOCUMENT: bytes(33_000_000)}), "unfolds to more than any report"),
        (packed({f"{n}.xml": b"" for n in range(4001)}), "unfolds to more than any report"),
        (
            at(packed({DOCUMENT: b"<a/>"}), CENTRAL, 24, struct.pack("<I", 2**31)),
            "unfolds to more than any report",
        ),
    ],
)
def test_a_package_is_refused_with_the_reason(data: bytearray, why: str) -> None:
    """Nothing is unpacked beyond bounds."""
    assert why in told(data)


def test_entities_are_neither_unfolded_nor_fetched() -> None:
    """A bomb of entities, and one that would read a file of the machine."""
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    thief = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    for document in (bomb, thief):
        assert "declares a document type" in told(packed({DOCUMENT: document}))
