"""A file that circulates → what it was made of, and whether it still says what the records say.

Floor 5. Bytes and records come in, no file is opened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import accumulate, pairwise, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from reportgen.document import (
    Block,
    Content,
    Document,
    Masthead,
    Paragraph,
    Summary,
    Table,
    contents,
    flattened,
    notes,
    plain,
)
from reportgen.errors import RecordPath, path_of
from reportgen.pipeline import render, write
from reportgen.records import Report, digest, texts, value_at
from reportgen.style import UN_2015, Style
from reportgen.writers.provenance import Kind, Sealed, kind_of, named_look, read_provenance

if TYPE_CHECKING:
    from reportgen.writers.docx.words import Region, Said
    from reportgen.writers.pdf.words import PdfWords

_MOST_PAIRS = 25_000_000
"""How many pairs of paragraphs or words are weighed; beyond, a passage counts as changed whole."""
_AROUND = 8
"""How many words are given on each side of those of a PDF that differ."""
_ENDS = (".", ";", ":", "!", "?", ")")
_NUMBER = re.compile(r"\d{1,4}\.")
_RECOGNISED = 24
"""How many letters of a paragraph tell where it comes from."""

Stretch: TypeAlias = tuple[int, int, int, int]
"""Where one sequence differs from another: from and to in the first, from and to in the second."""


@frozen(kw_only=True)
class Difference:
    """A passage of a file that says otherwise than the records.

    Args:
        region: where it is read: the text with its tables, the notes, the heads of the pages, the
            masthead among them, or their feet.
        said: what the file says; empty where it leaves something out. A paragraph of a Word file;
            of a PDF, the words that differ with those around them.
        recorded: what the records say; empty where the file adds something.
        changes: the words that differ, of the file and of the records; of a PDF in which paragraphs
            have other numbers, all those numbers together.
        path: the way to the record that says it, or after which the file adds something.
        span: where the words that differ stand in the text at `path`, where they are found there.
    """

    region: Region
    said: str
    recorded: str
    changes: tuple[tuple[str, str], ...]
    path: RecordPath = ()
    span: tuple[int, int] | None = None


@frozen(kw_only=True)
class Comparison:
    """A file held against records.

    Args:
        same_records: whether the records are those that the file was made of; None where the file
            no longer tells.
        same_words: whether the file says what they say.
        differences: where it says otherwise, in the order of the page.
    """

    same_records: bool | None
    same_words: bool
    differences: tuple[Difference, ...] = ()


def file_kind(data: bytes) -> Kind | None:
    """Tell whether a file is a Word or a PDF file; None where it is neither.

    Raises:
        ReadingError: the file is locked, damaged, or unfolds to more than any report.
    """
    return kind_of(data)


def sealed_file(data: bytes) -> Sealed | None:
    """Tell from a file alone what it was made of, and whether it was changed since.

    Args:
        data: the bytes of a Word or PDF file.

    Returns:
        None where it does not tell: it was not made by this program, or what tells was taken out.

    Raises:
        ReadingError: the file is locked, damaged, or unfolds to more than any report.
    """
    return read_provenance(data)


def is_in_look(sealed: Sealed | None, style: Style) -> bool:
    """Tell whether a file was made in a look, as far as it tells."""
    return sealed is None or sealed.provenance.style == named_look(style)


def attached_files(data: bytes) -> int:
    """Count the files that a PDF carries.

    Raises:
        ReadingError: the file is locked, damaged, or takes too long to read.
    """
    from reportgen.writers.pdf.words import pdf_words  # noqa: PLC0415 -- loads the PDF writer

    return pdf_words(data, 0, 0).attached


def compare(
    data: bytes,
    sealed: Sealed | None,
    report: Report,
    *,
    templates: str | Path | None = None,
    style: Style = UN_2015,
) -> Comparison:
    """Tell whether a file says what records say: text, tables, notes, masthead, heads and feet.

    Args:
        data: the bytes of a Word or PDF file.
        sealed: what the file says of itself, where it does.
        report: the records.
        templates: the folder of templates that the file was made with, where it was not ours.
        style: the look that it was made in, whose profile decides its spaces.

    Raises:
        TemplateError: a template has a fault.
        DocumentError: a wording or a reference of the records leads to nothing.
        ReadingError: the file is locked, damaged, incomplete, or too large to be a report.
    """
    document = render(report, templates=templates, style=style)
    same_records = digest(report) == sealed.provenance.records if sealed else None
    words = sha256(write(document, "text")).hexdigest()
    if sealed and sealed.intact and words == sealed.provenance.words:
        return Comparison(same_records=same_records, same_words=True)
    origins = tuple(_origins(document))
    if kind_of(data) == "pdf":
        found = _of_pdf(data, document, style, origins)
    else:
        found = _of_word(data, document, style, origins)
    differences = tuple(_spotted(one, report) for one in found)
    return Comparison(
        same_records=same_records, same_words=not differences, differences=differences
    )


# --- Word ---------------------------------------------------------------------------------------


def _of_word(
    data: bytes, document: Document, style: Style, origins: Sequence[tuple[str, RecordPath]]
) -> Iterator[Difference]:
    from reportgen.writers.docx.words import word_paragraphs  # noqa: PLC0415 -- loads python-docx

    recorded = word_paragraphs(write(document, "docx", style=style))
    for there, here in zip(word_paragraphs(data), recorded, strict=True):
        if there.region in {"head", "foot"}:
            there, here = _unmatched(there, here), _unmatched(here, there)  # noqa: PLW2901 -- parted
        yield from _of_region(there, here, origins)


def _unmatched(one: Said, other: Said) -> Said:
    """Leave out of heads or feet what others say too, wherever: programs put them in any order."""
    left = Counter(one.paragraphs) - Counter(other.paragraphs)
    return evolve(one, paragraphs=tuple(words for words in one.paragraphs if left[words]))


def _of_region(
    there: Said, here: Said, origins: Sequence[tuple[str, RecordPath]]
) -> Iterator[Difference]:
    paths = _paths(here.paragraphs, origins)
    for begin, end, from_, to in _stretches(there.paragraphs, here.paragraphs):
        pairs = zip_longest(there.paragraphs[begin:end], here.paragraphs[from_:to], fillvalue="")
        for index, (said, recorded) in enumerate(pairs, start=from_):
            path = paths[min(index, max(to, 1) - 1)] if paths else ()
            changes = _changes(said.split(), recorded.split())
            yield Difference(
                region=there.region, said=said, recorded=recorded, changes=changes, path=path
            )


def _paths(
    paragraphs: Sequence[str], origins: Sequence[tuple[str, RecordPath]]
) -> list[RecordPath]:
    """Tell the record that each paragraph comes from; where none is known, that of the one above.

    Words that stand at several places are met in their order.
    """
    known: dict[str, list[RecordPath]] = {}
    for words, path in origins:
        known.setdefault(words[:_RECOGNISED], []).append(path)
    found: list[RecordPath] = []
    for words in paragraphs:
        paths = known.get(words[:_RECOGNISED])
        above = found[-1] if found else ()
        found.append((paths.pop(0) if len(paths) > 1 else paths[0]) if paths else above)
    return found


# --- PDF ----------------------------------------------------------------------------------------


def _of_pdf(
    data: bytes, document: Document, style: Style, origins: Sequence[tuple[str, RecordPath]]
) -> Iterator[Difference]:
    from reportgen.writers.pdf.words import pdf_words  # noqa: PLC0415 -- loads the PDF writer

    margins = style.page.top_pt, min(style.page.bottom_pt, style.page.first_bottom_pt or 1e9)
    there = pdf_words(data, *margins)
    here = pdf_words(write(document, "pdf", style=style), *margins)
    for region, said, recorded in _regions(there, here):
        stretches = [*_word_stretches(said, recorded)]
        numbers = [one for one in stretches if _is_renumbered(said, recorded, one)]
        for begin, end, from_, to in stretches:
            if (begin, end, from_, to) in numbers[1:]:
                continue
            changed = numbers if (begin, end, from_, to) in numbers else [(begin, end, from_, to)]
            yield Difference(
                region=region,
                said=_around(said, begin, end),
                recorded=_around(recorded, from_, to),
                changes=(
                    (
                        " ".join(word for b, e, *_ in changed for word in said[b:e]),
                        " ".join(word for *_, f, t in changed for word in recorded[f:t]),
                    ),
                ),
                path=_path_of_words(recorded, from_, to, origins),
            )


def _word_stretches(said: Sequence[str], recorded: Sequence[str]) -> Iterator[Stretch]:
    """Find the words that differ: within the sentences that do."""
    there, here = _sentences(said), _sentences(recorded)
    starts = [[*accumulate(map(len, sentences), initial=0)] for sentences in (there, here)]
    for begin, end, from_, to in _stretches(there, here):
        b, e, f, t = starts[0][begin], starts[0][end], starts[1][from_], starts[1][to]
        for i, j, k, m in _stretches(said[b:e], recorded[f:t]):
            yield b + i, b + j, f + k, f + m


def _sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Part words where a sentence, an item or a number of a paragraph ends."""
    ends = [i for i, word in enumerate(words, start=1) if word.endswith(_ENDS)]
    edges = dict.fromkeys((0, *ends, len(words)))
    return [tuple(words[begin:end]) for begin, end in pairwise(edges)]


def _is_renumbered(said: Sequence[str], recorded: Sequence[str], stretch: Stretch) -> bool:
    """Tell whether only the number of a paragraph differs, as behind one that was added."""
    begin, end, from_, to = stretch
    return all(
        len(words) == 1 and _NUMBER.fullmatch(words[0])
        for words in (said[begin:end], recorded[from_:to])
    )


def _regions(
    there: PdfWords, here: PdfWords
) -> Iterator[tuple[Region, tuple[str, ...], tuple[str, ...]]]:
    yield "head", there.heads, here.heads
    yield "text", there.text, here.text
    yield "foot", there.feet, here.feet


def _around(words: Sequence[str], begin: int, end: int) -> str:
    before, after = max(0, begin - _AROUND), end + _AROUND
    shown = " ".join(words[before:after])
    return f"{'… ' if before else ''}{shown}{' …' if after < len(words) else ''}"


def _path_of_words(
    words: Sequence[str], begin: int, end: int, origins: Sequence[tuple[str, RecordPath]]
) -> RecordPath:
    """Find the record that says some words, by fewer and fewer of the words around them."""
    end = min(end, begin + _AROUND)
    for around in range(_AROUND // 2, 0, -1):
        before, after = max(0, begin - around), end + around
        for first, last in ((before, after), (begin, after), (before, end)):
            sought = " ".join(words[first:last])
            if found := next((path for said, path in origins if sought in said), None):
                return found
    return ()


# --- both ---------------------------------------------------------------------------------------


def _stretches(there: Sequence[Hashable], here: Sequence[Hashable]) -> Iterator[Stretch]:
    """Find where two sequences differ; what they share at both ends is left out first."""
    shorter = min(len(there), len(here))
    begin = next((i for i in range(shorter) if there[i] != here[i]), shorter)
    left = shorter - begin
    same = next((i for i in range(left) if there[-1 - i] != here[-1 - i]), left)
    said, recorded = there[begin : len(there) - same], here[begin : len(here) - same]
    if len(said) * len(recorded) > _MOST_PAIRS:
        yield begin, begin + len(said), begin, begin + len(recorded)
        return
    matcher = SequenceMatcher(None, said, recorded, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield begin + i, begin + j, begin + k, begin + m


def _changes(said: Sequence[str], recorded: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (" ".join(said[begin:end]), " ".join(recorded[from_:to]))
        for begin, end, from_, to in _stretches(said, recorded)
    )


def _spotted(one: Difference, report: Report) -> Difference:
    """Find in the records the words that differ."""
    words = next((recorded for _, recorded in one.changes if recorded), "").split()
    sought = re.compile(r"\s+".join(map(re.escape, words)))
    for path, text in texts(value_at(report, one.path), one.path) if words else ():
        if found := sought.search(text):
            return evolve(one, path=path, span=found.span())
    return one


def _origins(document: Document) -> Iterator[tuple[str, RecordPath]]:
    """Give everything that is read on the page, in its order, with the record that says it."""
    if document.masthead:
        yield from ((words, ("masthead",)) for words in _masthead(document.masthead))
    for block in document.blocks:
        for content, origin in _with_origin(block):
            path = path_of(origin)
            for one in (content, *(note.content for note in notes(content))):
                if words := " ".join(plain(one).split()):
                    yield words, path


def _masthead(masthead: Masthead) -> Iterator[str]:
    head = (masthead.institution, masthead.symbol, masthead.organ, *masthead.lines)
    foot = (masthead.job_line, masthead.recycling, masthead.reissue)
    return (" ".join(plain(content).split()) for content in (*head, *foot) if content)


def _with_origin(block: Block) -> Iterator[tuple[Content, str]]:
    match block:
        case Paragraph():
            yield block.content, block.origin
            yield from ((item.content, item.origin) for _, item in flattened(block.items))
        case Summary():
            yield block.heading, block.origin
            for paragraph in block.paragraphs:
                yield from _with_origin(paragraph)
        case Table():
            yield from ((head, block.origin) for head in block.heads)
            for row in block.rows:
                yield from ((content, row.origin) for cell in row.cells for content in cell)
        case _:
            yield from ((content, block.origin) for content in contents(block))
