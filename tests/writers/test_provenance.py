"""What a file was made of, read back from it alone, and whether it was changed since."""

import zipfile
from io import BytesIO

import pytest
from attrs import evolve
from specimens import REPORT

from reportgen.errors import ReadingError
from reportgen.style import UN_2015, UN_2025
from reportgen.version import __version__
from reportgen.writers.docx import write_docx
from reportgen.writers.pdf import write_pdf
from reportgen.writers.provenance import provenance_of, read_provenance

DOCUMENT = evolve(REPORT, records="ab" * 32)
WORD = write_docx(DOCUMENT)
PDF = write_pdf(DOCUMENT).data


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Put another part into a Word file, as its editing would."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, content if entry == name else before.read(entry))
    return buffer.getvalue()


@pytest.mark.parametrize(("kind", "data"), [("docx", WORD), ("pdf", PDF)])
def test_a_file_tells_what_it_was_made_of(kind: str, data: bytes) -> None:
    """By itself, in both formats."""
    sealed = read_provenance(data)
    assert sealed is not None
    assert sealed.kind == kind
    assert sealed.intact
    assert sealed.provenance == provenance_of(DOCUMENT, UN_2015)
    assert sealed.provenance.program == f"council-reportgen {__version__}"
    assert sealed.provenance.records == "ab" * 32
    assert sealed.provenance.style.startswith("un-2015 ")


def test_other_words_and_another_look_have_other_fingerprints() -> None:
    """Of the same records."""
    one = provenance_of(DOCUMENT, UN_2015)
    assert provenance_of(evolve(DOCUMENT, blocks=DOCUMENT.blocks[1:]), UN_2015).words != one.words
    assert provenance_of(DOCUMENT, UN_2025).style != one.style
    assert provenance_of(DOCUMENT, evolve(UN_2015, tab_pt=24)).style != one.style


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_pdf_with_another_byte_is_no_longer_intact(at: float) -> None:
    """Wherever it stands."""
    place = int(len(PDF) * at)
    changed = PDF[:place] + bytes([PDF[place] ^ 1]) + PDF[place + 1 :]
    sealed = read_provenance(changed)
    assert sealed is None or not sealed.intact


def test_a_pdf_that_was_added_to_is_no_longer_intact() -> None:
    """As annotating or signing does."""
    sealed = read_provenance(PDF + b"\n%%EOF\n")
    assert sealed is not None
    assert not sealed.intact


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_a_word_file_with_another_part_is_no_longer_intact(name: str) -> None:
    """Its provenance is still read."""
    sealed = read_provenance(with_part(WORD, name, b"<changed/>"))
    assert sealed is not None
    assert not sealed.intact
    assert sealed.provenance.records == "ab" * 32


def test_zipping_anew_changes_nothing_that_counts() -> None:
    """What is sealed are the parts, not how they are packed."""
    sealed = read_provenance(with_part(WORD, "", b""))
    assert sealed is not None
    assert sealed.intact


LONG = '{"reportgen": {"program": "' + "x" * 300 + '"}}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n%%EOF",
        b'%PDF-1.7 {"reportgen": {no JSON}}',
        b'%PDF-1.7 {"reportgen": {"program": "\xff"}}',
        b'%PDF-1.7 {"reportgen": {"program": 7}}',
        b"%PDF-1.7 " + LONG.encode(),
    ],
)
def test_a_file_of_another_origin_tells_nothing(data: bytes) -> None:
    """Nor does one that says what we never write."""
    assert read_provenance(data) is None


@pytest.mark.parametrize("data", [b"PK\x03\x04 half a file", with_part(WORD, "x", b"")[:200]])
def test_half_a_file_is_refused(data: bytes) -> None:
    """Nothing can be said of it."""
    with pytest.raises(ReadingError):
        read_provenance(data)


def test_a_word_file_without_the_part_tells_nothing() -> None:
    """Word’s own files may hold other properties of this kind."""
    assert read_provenance(with_part(WORD, "docProps/custom.xml", b"<Properties/>")) is None
    with pytest.raises(ReadingError):
        read_provenance(with_part(WORD, "docProps/custom.xml", b"no XML"))
