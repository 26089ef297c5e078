"""What rules look at: a report, every text that its records hold, and the page made of them.

Part of `checks`. Each view is made once, when the first rule asks for it, and all rules share it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum, StrEnum
from functools import cached_property
from typing import Any

import attrs
from attrs import field, frozen

from reportgen.checks.slips import Slip, Span
from reportgen.document import LIMIT, Document
from reportgen.errors import RecordPath
from reportgen.markup.signs import marks
from reportgen.messages import Message
from reportgen.passages import OwnTemplates, Part, own_words, passages
from reportgen.records import (
    Acceptance,
    Body,
    Conclusion,
    Function,
    Introduction,
    LetterWording,
    Meeting,
    MeetingWording,
    Organization,
    Person,
    Previous,
    Report,
    ReportWording,
    Speaker,
    SpeakerWording,
    Statement,
    Symbol,
    Todo,
)

FILLER = "\ufffc"
"""What stands in a text for signs that no rule should take for words."""

_NO_TEXT = frozenset({"key", "by", "image", "language", "original_language", "job_number"})
_UNREAD = (Acceptance, Previous, Symbol, Todo)
_QUOTED = re.compile(r"«(?:[^«»]|«[^«»]*»)*»|“[^“”]*”")
_NO_WORDS = re.compile(
    r"\{\w*\}"  # fields of wordings
    r"|\b[A-Z]{1,10}(?:/[A-Za-z0-9][A-Za-z0-9.]*)+(?:-[A-Z]{1,10}(?:/[A-Za-z0-9][A-Za-z0-9.]*)+)*"
)

_EVENED = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u202f": " "})
_NEAR = 20
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w| ?«)")
_MARK = re.compile(r"[*^\[\]\\]|https?:")


class Kind(StrEnum):
    """What sort of text it is.

    Attributes:
        NAME: the name of a body, an organization or a person, or a rank.
        FUNCTION: a title, or what follows it.
        THEME: the theme or the subject of a meeting.
        INTRODUCTION: what recurs from year to year.
        VOICE: what someone said at a meeting.
        CONCLUSION: a conclusion or a recommendation.
        WORDING: a sentence in place of the templates' own.
        OTHER: any other prose.
    """

    NAME = "name"
    FUNCTION = "function"
    THEME = "theme"
    INTRODUCTION = "introduction"
    VOICE = "voice"
    CONCLUSION = "conclusion"
    WORDING = "wording"
    OTHER = "other"


_KINDS: dict[type, Kind] = {
    Body: Kind.NAME,
    Organization: Kind.NAME,
    Person: Kind.NAME,
    Function: Kind.FUNCTION,
    Meeting: Kind.THEME,
    Introduction: Kind.INTRODUCTION,
    Statement: Kind.VOICE,
    Conclusion: Kind.CONCLUSION,
    ReportWording: Kind.WORDING,
    LetterWording: Kind.WORDING,
    MeetingWording: Kind.WORDING,
    SpeakerWording: Kind.WORDING,
}


@frozen
class Text:
    """One text of the records.

    Args:
        path: the way from the report to it.
        text: what it says.
        kind: what sort of text it is.
        holder: the record whose field it is, such as a paragraph or an item; for a cell of a
            table, its row.
        recorded: in a passage of the page, what records say: only the rest is looked at.
    """

    path: RecordPath
    text: str
    kind: Kind
    holder: object = field(repr=False)
    recorded: tuple[Span, ...] | None = None

    @cached_property
    def signs(self) -> str:
        """The text to look for typography in, as the page will show it.

        Whatever is no word is filled: symbols, addresses, references, fields, and the signs of
        notes, links, italics and raised letters. Apostrophes and hyphens are of one sort, and
        spaces ordinary ones, since finishing sets them. Offsets are those of `text`.
        """
        shown = _APOSTROPHE.sub("’", self.text.translate(_EVENED))
        return _filled(_NO_WORDS, _blotted(shown, [*self.spans("sign"), *(self.recorded or ())]))

    @cached_property
    def own(self) -> str:
        """The text to look for wording in: what it quotes is filled, too.

        What stands in quotation marks is a speaker's or another document's; what stands in italics
        is foreign, or a name. Offsets are those of `text`, as they are in `signs`.
        """
        return _blotted(_filled(_QUOTED, self.signs), self.spans("italic"))

    @cached_property
    def marks(self) -> tuple[tuple[int, int, str], ...]:
        """What is typed for its meaning, as `reportgen.markup.signs.marks` gives it."""
        return tuple(marks(self.text)) if _MARK.search(self.text) else ()

    def spans(self, sort: str) -> list[Span]:
        """Give where the marks of one sort stand."""
        return [(start, end) for start, end, mark in self.marks if mark == sort]

    @cached_property
    def without_notes(self) -> str:
        """The text as it is typed, without its notes, which are read elsewhere."""
        pieces, end = [], 0
        for start, stop in self.spans("note"):
            pieces.append(self.text[end:start])
            end = stop
        return "".join([*pieces, self.text[end:]])

    def slip(
        self,
        found: Span | re.Match[str],
        what: Message,
        *,
        instead: str | Message | None = None,
        fix: str | None = None,
    ) -> Slip:
        """Say what is wrong with some words of the text.

        Args:
            found: where they stand, or what found them.
            what: what is wrong.
            instead: what to write instead, or to do.
            fix: what may replace the words without asking anyone.
        """
        start, end = found if isinstance(found, tuple) else found.span()
        if self.recorded is not None:
            return Slip(
                path=self.path,
                words=self.text[start:end],
                what=what,
                instead=fix if instead is None else instead,
                in_templates=self.signs[max(0, start - _NEAR) : start].rpartition(FILLER)[2],
            )
        return Slip(
            path=self.path,
            span=(start, end),
            words=self.text[start:end],
            what=what,
            instead=instead,
            fix=fix,
        )


@frozen
class Passage:
    """Some words of the finished page, those of the templates among them.

    Args:
        path: the way to the record that they come from.
        text: the words, as they are read.
        part: what they belong to.
    """

    path: RecordPath
    text: str
    part: Part = field(repr=False)

    def slip(
        self,
        what: Message,
        *,
        found: Span | re.Match[str] | None = None,
        instead: str | Message | None = None,
    ) -> Slip:
        """Say what is wrong with the passage, or with some words of it.

        Args:
            what: what is wrong.
            found: where the words stand in the passage, or what found them; all of it by default.
            instead: what to write instead, or to do.
        """
        span = found.span() if isinstance(found, re.Match) else found or (0, len(self.text))
        words = self.text[slice(*span)]
        return Slip(path=self.path, words=words, what=what, instead=instead)


@frozen
class Subject:
    """A report under examination.

    Args:
        report: the facts.
        document: the finished page.
        limit: how many words it may have.
        own_terms: names that the house follows besides those of `terms.toml`.
        templates: a folder of the user's own templates.
    """

    report: Report
    document: Document
    limit: int = LIMIT
    own_terms: Mapping[str, Any] = field(factory=dict)
    templates: OwnTemplates | None = None

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the records, in their order, then what templates of one's own add.

        Names and functions that several records share, as registered ones do, come once, where
        they come first. What the report of the year before said is left out.
        """
        return (*self.recorded, *(self._added() if self.templates else ()))

    @cached_property
    def recorded(self) -> tuple[Text, ...]:
        """Every text of the records, in their order."""
        return tuple(_texts(self.report, (), Kind.OTHER, set()))

    def _added(self) -> Iterator[Text]:
        for one in own_words(self.report, self.document):
            passage = one.passage
            yield Text(passage.path, passage.text, Kind.WORDING, passage.part, one.recorded)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Everything that is read on the page, in reading order; the head of it is left out."""
        return tuple(Passage(one.path, one.text, one.part) for one in passages(self.document))

    @cached_property
    def accounts(self) -> Mapping[int, tuple[Text, ...]]:
        """What was said at each meeting, by the position of the meeting in the report."""
        found: dict[int, list[Text]] = {}
        for text in self.texts_of(Kind.VOICE):
            found.setdefault(int(text.path[1]), []).append(text)
        return {index: tuple(texts) for index, texts in found.items()}

    def found(
        self,
        pattern: re.Pattern[str],
        what: Message,
        fix: Callable[[re.Match[str]], str] | None,
        *,
        own: bool = False,
    ) -> Iterator[Slip]:
        """Find a pattern in every text.

        Args:
            pattern: what is wrong wherever it stands.
            what: how that is said.
            fix: gives what may replace it without asking anyone.
            own: whether quotations are left out.
        """
        for text in self.texts:
            for found in pattern.finditer(text.own if own else text.signs):
                yield text.slip(found, what, fix=fix(found) if fix else None)

    def texts_of(self, *kinds: Kind) -> Iterator[Text]:
        """Give the texts of some kinds, in order."""
        return (text for text in self.texts if text.kind in kinds)

    def read_in_order(self, *kinds: Kind) -> list[Text]:
        """Give the texts of some kinds in the order in which the page has them."""
        first: dict[RecordPath, int] = {}
        for number, passage in enumerate(self.passages):
            first.setdefault(passage.path, number)

        def position(text: Text) -> tuple[int, bool]:
            holders = (text.path[:length] for length in range(len(text.path), 0, -1))
            return next((first[one] for one in holders if one in first), -1), not text.recorded

        return sorted(self.texts_of(*kinds), key=position)


def _texts(value: object, path: RecordPath, kind: Kind, met: set[int]) -> Iterator[Text]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield Text((*path, index), item, kind, value)
            else:
                yield from _texts(item, (*path, index), kind, met)
    elif attrs.has(of := type(value)) and not isinstance(value, _UNREAD):
        if id(value) in met:
            return
        if isinstance(value, (Organization, Speaker)):
            met.add(id(value))
        kind = _KINDS.get(of, kind)
        for name in attrs.fields_dict(of):
            inner = getattr(value, name)
            if not isinstance(inner, str):
                yield from _texts(inner, (*path, name), kind, met)
            elif not isinstance(inner, Enum) and name not in _NO_TEXT:
                yield Text((*path, name), inner, kind, value)


def _filled(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: FILLER * len(found[0]), text)


def _blotted(text: str, spans: Iterable[Span]) -> str:
    """Fill some stretches of a text."""
    pieces, end = [], 0
    for start, stop in sorted(spans):
        first = max(start, end)
        pieces += [text[end:first], FILLER * (stop - first)]
        end = max(stop, end)
    return "".join([*pieces, text[end:]])
