"""Form: lengths, headings, sections, annexes.

Part of `checks`. These rules look at the finished page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Subject
from reportgen.document import (
    AnnexHeading,
    Block,
    Heading,
    Item,
    Paragraph,
    contents,
    count_words,
    length,
    plain,
)
from reportgen.errors import path_of
from reportgen.languages import language
from reportgen.messages import message

LONGEST_PARAGRAPH = 250
"""How many words a paragraph may have, its items left out."""

_INSTRUCTIONS = message(
    "Editorial Manual, Instructions for the preparation of official documents, Length of reports"
)
_HEADINGS = message("Editorial Manual, Headings and subheadings")
_ANNEXES = message("Editorial Manual, Annexes and appendices")
_HOUSE = message("usage of the house")


@rule("FORM001", source=_INSTRUCTIONS, severity=Severity.ERROR)
def length_of_the_report(subject: Subject) -> Iterator[Slip]:
    """A report has no more words than its origin allows: 10,700, or 8,500 from the Secretariat.

    Good: Le Comité s’est réuni. (× 2 000)
    Bad: Le Comité s’est réuni. (× 3 000)
    """
    count = length(subject.document)
    if count > subject.limit:
        yield Slip(
            path=(),
            what=message(
                "the report has {words} words, {over} more than the {limit} allowed",
                words=count,
                over=count - subject.limit,
                limit=subject.limit,
            ),
            instead=message("Shorten it, or ask for a waiver."),
        )


@rule("FORM002", source=_HEADINGS)
def single_subheading(subject: Subject) -> Iterator[Slip]:
    """A heading is not alone at its level: where there is an A, there is a B.

    The titles of the document and of an annex are no headings.

    Good: <heading level="1">Introduction</heading>
        <heading level="2">Mandat</heading> <p>Il a un mandat.</p>
        <heading level="2">Membres</heading> <p>Il a des membres.</p>
        <heading level="1">Réunions</heading> <p>Il s’est réuni.</p>
    Bad: <heading level="1">Introduction</heading>
        <heading level="2">Mandat</heading> <p>Il a un mandat.</p>
        <heading level="1">Réunions</heading> <p>Il s’est réuni.</p>
    """
    for section in _sections(subject.document.blocks):
        yield from _single(section)


def _sections(blocks: Sequence[Block]) -> Iterator[list[Heading]]:
    """Give the headings of the text, then those of each annex."""
    for is_annex, group in groupby(blocks, lambda block: isinstance(block, AnnexHeading)):
        if not is_annex:
            yield [block for block in group if isinstance(block, Heading)]


def _single(headings: Sequence[Heading]) -> Iterator[Slip]:
    for index, heading in enumerate(headings):
        before = _siblings(heading, reversed(headings[:index]))
        after = _siblings(heading, headings[index + 1 :])
        if not (before or after):
            yield Slip(
                path=path_of(heading.origin),
                words=plain(heading.content),
                what=message("the heading is alone at its level"),
                instead=message("Leave it out, or say it in the heading above."),
            )


def _siblings(heading: Heading, others: Iterator[Heading] | Sequence[Heading]) -> bool:
    for other in others:
        if other.level <= heading.level:
            return other.level == heading.level
    return False


@rule("FORM003", source=_HOUSE)
def long_paragraph(subject: Subject) -> Iterator[Slip]:
    """A paragraph, which is cited by its number, has no more than 250 words, and so has an item.

    Good: Il a travaillé avec soin. (× 50)
    Bad: Il a travaillé avec soin. (× 51)
    """
    for passage in subject.passages:
        count = count_words(passage.text)
        if isinstance(passage.part, (Paragraph, Item)) and count > LONGEST_PARAGRAPH:
            yield passage.slip(
                message(
                    "the paragraph has {words} words, more than {limit}",
                    words=count,
                    limit=LONGEST_PARAGRAPH,
                ),
                instead=message("Make two paragraphs of it, or a list."),
            )


@rule("FORM004", source=_HOUSE, severity=Severity.ERROR)
def empty_section(subject: Subject) -> Iterator[Slip]:
    """Something stands under each heading, and in each annex.

    Good: <heading level="1">Réunions</heading>
        <heading level="2">La police</heading> <p>Il en a débattu.</p>
    Bad: <heading level="1">Introduction</heading>
        <heading level="1">Réunions</heading> <p>Il s’est réuni.</p>
    Bad: <p>Il s’est réuni.</p> <annex><label>Annexe</label><title>Réunions</title></annex>
    """
    following = pairwise([*subject.document.blocks, None])
    for block, after in following:
        if isinstance(block, Heading | AnnexHeading) and (
            after is None
            or isinstance(after, AnnexHeading)
            or (
                isinstance(after, Heading)
                and (isinstance(block, AnnexHeading) or after.level <= block.level)
            )
        ):
            yield Slip(
                path=path_of(block.origin),
                words=" ".join(plain(content) for content in contents(block)),
                what=message("nothing stands under the heading"),
                instead=message("Write what belongs there, or leave the heading out."),
            )


@rule("FORM005", source=_ANNEXES)
def annex_label(subject: Subject) -> Iterator[Slip]:
    """An annex is headed « Annexe » alone, and several are « Annexe I », « Annexe II » in order.

    Under a letter, the report is the annex, and its own are « Pièce jointe » or « Appendice ».

    Good: <annex><label>Annexe</label><title>Réunions</title></annex> <p>Une réunion.</p>
    Good: <annex><label>Annexe I</label><title>Réunions</title></annex> <p>Une réunion.</p>
        <annex><label>Annexe II</label><title>Membres</title></annex> <p>Un membre.</p>
    Good: <annex level="2"><label>Annexe</label></annex> <title level="2">Rapport</title>
        <annex><label>Appendice</label><title>Membres</title></annex> <p>Un membre.</p>
    Bad: <annex><label>Annexe I</label><title>Réunions</title></annex> <p>Une réunion.</p>
    Bad: <annex><label>Annexe</label><title>Réunions</title></annex> <p>Une réunion.</p>
        <annex><label>Annexe</label><title>Membres</title></annex> <p>Un membre.</p>
    Bad: <annex level="2"><label>Annexe</label></annex> <title level="2">Rapport</title>
        <annex><label>Annexe</label><title>Membres</title></annex> <p>Un membre.</p>
    """
    say = language(subject.report.language)
    headings = [block for block in subject.document.blocks if isinstance(block, AnnexHeading)]
    annexes = [heading for heading in headings if heading.level == 1]
    names = ("Annex",) if annexes == headings else ("Enclosure", "Appendix")
    for number, annex in enumerate(annexes, 1):
        numeral = f" {say.heading_numeral(1, number)}" if len(annexes) > 1 else ""
        expected = [f"{say.words(name)}{numeral}" for name in names]
        label = plain(annex.label)
        if label.split() not in [one.split() for one in expected]:
            yield Slip(
                path=path_of(annex.origin),
                words=label,
                what=message("the label of the annex is not the one of its place"),
                instead=expected[0],
            )
