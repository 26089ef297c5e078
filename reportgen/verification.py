"""A file that circulates → what it was made of, and whether it still says what the records say.

Floor 5. Bytes and records come in, no file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from attrs import frozen

from reportgen.pipeline import render, write
from reportgen.records import Report, digest
from reportgen.style import UN_2015, Style
from reportgen.writers.provenance import Sealed, read_provenance


@frozen
class Difference:
    """A passage of a Word file that says otherwise than the records.

    Args:
        said: the paragraphs of the file; none where the file leaves something out.
        recorded: the paragraphs of the records; none where the file adds something.
    """

    said: tuple[str, ...]
    recorded: tuple[str, ...]


@frozen(kw_only=True)
class Comparison:
    """A file held against records.

    Args:
        same_records: whether the records are those that the file was made of.
        same_words: whether the file says what they say; None where that cannot be known, since a
            PDF that was changed no longer tells its words.
        differences: where a Word file says otherwise.
    """

    same_records: bool
    same_words: bool | None
    differences: tuple[Difference, ...] = ()


def sealed_file(data: bytes) -> Sealed | None:
    """Tell from a file alone what it was made of, and whether it was changed since.

    Args:
        data: the bytes of a Word or PDF file.

    Returns:
        None where it was not made by this program.
    """
    return read_provenance(data)


def compare(
    data: bytes,
    sealed: Sealed,
    report: Report,
    *,
    templates: str | Path | None = None,
    style: Style = UN_2015,
) -> Comparison:
    """Tell whether a file says what records say.

    Args:
        data: the bytes of the file.
        sealed: what the file says of itself.
        report: the records.
        templates: the folder of templates that the file was made with, where it was not ours.
        style: the look that it was made in, whose profile decides its spaces.

    Raises:
        TemplateError: a template has a fault.
        DocumentError: a wording or a reference of the records leads to nothing.
    """
    document = render(report, templates=templates, style=style)
    same_records = digest(report) == sealed.provenance.records
    words = sha256(write(document, "text")).hexdigest()
    if sealed.intact and words == sealed.provenance.words:
        return Comparison(same_records=same_records, same_words=True)
    if sealed.kind == "pdf":
        same_words = False if sealed.intact else None
        return Comparison(same_records=same_records, same_words=same_words)
    from reportgen.writers.docx.words import word_paragraphs  # noqa: PLC0415 -- loads python-docx

    recorded = word_paragraphs(write(document, "docx", style=style))
    differences = tuple(_differences(word_paragraphs(data), recorded))
    return Comparison(
        same_records=same_records, same_words=not differences, differences=differences
    )


def _differences(said: Sequence[str], recorded: Sequence[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, said, recorded, autojunk=False)
    for kind, begin, end, from_, to in matcher.get_opcodes():
        if kind != "equal":
            yield Difference(tuple(said[begin:end]), tuple(recorded[from_:to]))
