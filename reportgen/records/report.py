"""The report: the body, its year, and everything that happened in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import attrs
from attrs import field, frozen

from reportgen.errors import Problem, RecordError, RecordPath
from reportgen.messages import message
from reportgen.pictures import Image
from reportgen.records.acceptance import Acceptance
from reportgen.records.annexes import Annex, MeetingsAnnex
from reportgen.records.letter import Letter
from reportgen.records.meeting import Conclusion, Meeting, Paragraph
from reportgen.records.people import Chair, Name, Organization
from reportgen.records.values import (
    Gender,
    Number,
    Period,
    Prose,
    Symbol,
    Todo,
    form,
    language_code,
    language_field,
    text_field,
    told_field,
    typed,
)

_COUNCIL = Organization("Conseil de sécurité", Gender.MASCULINE, Number.SINGULAR, article=True)

Days: TypeAlias = tuple[date | Todo, ...]

_RESOLUTION = re.compile(r"S/RES/\d+ \(\d{4}\)")
_RESOLUTION_ADVICE = message("Write it with its number and year: S/RES/1540 (2004).")
_RESOLUTION_FORM = form(_RESOLUTION, _RESOLUTION_ADVICE)
_JOB_NUMBER = re.compile(r"(?:[A-Z]{1,3}\.)?[0-9]{2}-[0-9]{5}")
_JOB_NUMBER_ADVICE = message(
    "Write the two digits of the year, a hyphen and five digits: 16-12345; the letter of the"
    " language and the asterisk of a reissue come by themselves."
)
_JOB_NUMBER_FORM = form(_JOB_NUMBER, _JOB_NUMBER_ADVICE)


class FoundingKind(StrEnum):
    """The sort of document that set the body up.

    Attributes:
        STATEMENT: a statement by the President of the Council.
        RESOLUTION: a resolution.
        NOTE: a note by the President of the Council.
    """

    STATEMENT = "statement"
    RESOLUTION = "resolution"
    NOTE = "note"


class Distribution(StrEnum):
    """How widely the document is distributed (Editorial Manual, masthead).

    Attributes:
        GENERAL: printed as « Distr. générale ».
        LIMITED: printed as « Distr. limitée ».
        RESTRICTED: printed as « Distr. restreinte ».
    """

    GENERAL = "general"
    LIMITED = "limited"
    RESTRICTED = "restricted"


@frozen(kw_only=True, field_transformer=typed)
class Founding:
    """The document that set the body up.

    Args:
        kind: what sort of document it is.
        symbol: a symbol for statements and notes; for a resolution `S/RES/1540 (2004)`.
        date: the day of that document.
        president: the gender of the Council's President of the time, for statements and notes.
    """

    kind: FoundingKind
    symbol: Symbol | Todo
    date: date | Todo
    president: Gender = Gender.MASCULINE

    def __attrs_post_init__(self) -> None:
        """Refuse a resolution that is cited otherwise than by number and year."""
        if self.kind == FoundingKind.RESOLUTION:
            _check_resolution(self.symbol, "symbol")


def _check_resolution(symbol: Symbol | Todo | None, name: str) -> None:
    if isinstance(symbol, Symbol) and not _RESOLUTION.fullmatch(str(symbol)):
        raise RecordError(
            Problem(
                message("“{found}” is not a resolution of the Council", found=symbol),
                _RESOLUTION_ADVICE,
                path=(name,),
            )
        )


@frozen(kw_only=True, field_transformer=typed)
class Body:
    """The subsidiary body whose report it is.

    Args:
        name: the full name, without an article; `gender` and `number` are the name's.
        short_name: the name that sentences use after the first; the full name when left out.
        gender: the grammatical gender of both names, where they do not tell it.
        number: the grammatical number of both names, where they do not tell it.
        parent: the principal organ.
        founding: the document that set the body up.
    """

    name: str = text_field()
    short_name: str | None = text_field(default=None)
    gender: Gender | None = told_field(Gender.MASCULINE)
    number: Number | None = told_field(Number.SINGULAR)
    parent: Organization = _COUNCIL
    founding: Founding | Todo | None = None

    @property
    def full(self) -> Name:
        """The full name, with its grammar."""
        return Name(self.name, self.gender, self.number, article=True)

    @property
    def short(self) -> Name:
        """The short name, with its grammar."""
        return Name(self.short_name or self.name, self.gender, self.number, article=True)


@frozen(kw_only=True, field_transformer=typed)
class Masthead:
    """The furniture of the first page; what is left out is not printed.

    Args:
        symbol: the symbol of the report.
        distribution: how widely it is distributed.
        date: the day on which it was published.
        original_language: the code of the language of the original, such as `fr`.
        job_number: as assigned by Documents Management, `16-12345`.
        job_dates: the days printed after the job number, one for an original, two for a
            translation.
        reissued: the days of the reissues for technical reasons, one asterisk for each.
    """

    symbol: Symbol | Todo | None = None
    distribution: Distribution = Distribution.GENERAL
    date: date | Todo | None = None
    original_language: str | Todo | None = language_field()
    job_number: str | Todo | None = text_field(default=None, metadata=_JOB_NUMBER_FORM)
    job_dates: Days = ()
    reissued: Days = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a job number of another form, and asterisks that no reissue explains."""
        problems = (*self._job_number_problems(), *self._asterisk_problems())
        if problems:
            raise RecordError(*problems)

    @property
    def asterisks(self) -> str:
        """What the job number bears, and before the note: an asterisk for each reissue."""
        return "*" * len(self.reissued)

    @property
    def symbol_asterisks(self) -> str:
        """What the symbol bears more than is written: nothing where it is written with them."""
        return "" if self.symbol is None or str(self.symbol).endswith("*") else self.asterisks

    def _job_number_problems(self) -> Iterator[Problem]:
        number = self.job_number
        if isinstance(number, str) and not _JOB_NUMBER.fullmatch(number):
            what = message("“{found}” is not a job number", found=number)
            yield Problem(what, _JOB_NUMBER_ADVICE, path=("job_number",))

    def _asterisk_problems(self) -> Iterator[Problem]:
        written = str(self.symbol).count("*") if isinstance(self.symbol, Symbol) else 0
        if written and self.reissued and written != len(self.reissued):
            what = message(
                "the symbol bears {written} asterisks, and the days of {recorded} reissues are"
                " recorded",
                written=written,
                recorded=len(self.reissued),
            )
            advice = message("Write the symbol without asterisks, or give the day of each reissue.")
            yield Problem(what, advice, path=("reissued",))


@frozen(kw_only=True, field_transformer=typed)
class Introduction:
    """What recurs from year to year, around the facts that the templates say.

    Args:
        mandate: what follows the first sentence on the scope of the report.
        work: what precedes the count of meetings.
        partners: with whom the meetings were held, with its article (`les pays …`).
        briefers: by whom briefings were given, with its article (`de hauts fonctionnaires …`).
    """

    mandate: Prose | None = text_field(default=None)
    work: Prose | None = text_field(default=None)
    partners: Prose | None = text_field(default=None)
    briefers: Prose | None = text_field(default=None)


@frozen(kw_only=True, field_transformer=typed)
class ReportWording:
    """Sentences to use instead of the templates' own, with fields for the facts.

    Args:
        title: the title of the report; `{body}`, `{of_body}`, `{period}`.
        introduction_heading: the heading of the introduction.
        founding: paragraph 1; `{body}`, `{date}`, `{symbol}`.
        renewal: the sentence on the renewal of the mandate; `{of_body}`, `{resolution}`.
        chair: paragraph 2; `{chair}`, `{period}`, `{source}`, and where there are other chairs
            `{other_chair_1}` and so on.
        scope: the first sentence of paragraph 3; `{by_body}`, `{period}`.
        meetings_heading: the heading of the account of meetings.
        meetings: the sentence that counts the meetings; `{meetings}`.
        themes: the sentence before the list of themes.
        conclusions_heading: the heading of the conclusions.
        annex_heading: the title of the annex that lists the meetings; `{period}`.
    """

    title: Prose | None = text_field(default=None)
    introduction_heading: Prose | None = text_field(default=None)
    founding: Prose | None = text_field(default=None)
    renewal: Prose | None = text_field(default=None)
    chair: Prose | None = text_field(default=None)
    scope: Prose | None = text_field(default=None)
    meetings_heading: Prose | None = text_field(default=None)
    meetings: Prose | None = text_field(default=None)
    themes: Prose | None = text_field(default=None)
    conclusions_heading: Prose | None = text_field(default=None)
    annex_heading: Prose | None = text_field(default=None)


@frozen(kw_only=True, field_transformer=typed)
class Previous:
    """What the report of the year before said, which this one must not go on saying.

    Args:
        period: the period of that report.
        chair: who chaired then.
        other_chairs: who chaired then beside or after that person.
        symbols: the symbols that were that year's own: concept notes, the report itself.
        renewal: the resolution that had renewed the mandate.
        history: passages of this report that speak of the past on purpose, word for word.
    """

    period: Period
    chair: Chair | None = None
    other_chairs: tuple[Chair, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    renewal: Symbol | None = field(default=None, metadata=_RESOLUTION_FORM)
    history: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a renewal that is no resolution."""
        _check_resolution(self.renewal, "renewal")

    @property
    def chairs(self) -> tuple[Chair, ...]:
        """Everyone who chaired then, as far as it is told."""
        return (*((self.chair,) if self.chair else ()), *self.other_chairs)


@frozen(kw_only=True, field_transformer=typed)
class Report:
    """The annual report of a subsidiary body: its facts, and only its facts.

    Args:
        body: the body whose report it is.
        period: the year, or the first and the last day, that it covers.
        chair: who chaired the body, or was the first to.
        other_chairs: who chaired it beside that person, over the same days, or later, in order.
        language: the code of the language that the report is written in.
        masthead: the furniture of the first page.
        letter: the letter of transmittal; the report is its annex.
        contents: whether a table of contents stands before the text.
        summary: the summary in a frame before the text, paragraph by paragraph.
        renewal: the resolution that renewed the mandate, for bodies whose mandate is renewed
            every year, such as `S/RES/2272 (2016)`.
        introduction: what recurs from year to year.
        meetings: in the order in which the report takes them.
        conclusions: the conclusions and recommendations, in order.
        meetings_annex: how the annex that lists the meetings looks.
        annexes: the annexes that follow it, in order.
        wording: sentences to use instead of the templates' own.
        previous: what the report of the year before said, to find what is left over from it.
        accept: findings of the check, anywhere in the report, that are meant to stay.
    """

    body: Body
    period: Period
    chair: Chair | Todo
    other_chairs: tuple[Chair, ...] = ()
    language: str = text_field(default="fr", converter=language_code)
    masthead: Masthead = Masthead()
    letter: Letter | Todo | None = None
    contents: bool = False
    summary: tuple[Paragraph, ...] = ()
    renewal: Symbol | Todo | None = field(default=None, metadata=_RESOLUTION_FORM)
    introduction: Introduction = Introduction()
    meetings: tuple[Meeting, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    meetings_annex: MeetingsAnnex = MeetingsAnnex()
    annexes: tuple[Annex, ...] = ()
    wording: ReportWording = ReportWording()
    previous: Previous | None = None
    accept: tuple[Acceptance, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a renewal that is no resolution, and what the calendar cannot hold."""
        _check_resolution(self.renewal, "renewal")
        problems = (
            *founding_problems(self.period, self.body),
            *chair_problems(self.period, self.chair, self.other_chairs),
            *calendar_problems(self.period, enumerate(self.meetings)),
        )
        if problems:
            raise RecordError(*problems)

    @property
    def chairs(self) -> tuple[Chair, ...]:
        """Everyone who chaired the body; nobody while that is open."""
        return () if isinstance(self.chair, Todo) else (self.chair, *self.other_chairs)


def founding_problems(period: Period, body: Body) -> Iterator[Problem]:
    """Find the founding that the calendar of the report cannot hold.

    Args:
        period: the period of the report.
        body: the body whose report it is.

    Returns:
        One problem where the body was set up after the period: it had nothing to report yet.
    """
    day = body.founding.date if isinstance(body.founding, Founding) else None
    if isinstance(day, date) and day > period.end:
        yield Problem(
            message(
                "the body was set up on {day}, after the period of its report, which ends on {end}",
                day=day.isoformat(),
                end=period.end.isoformat(),
            ),
            message("Correct the date, or the period of the report."),
            path=("body", "founding", "date"),
        )


def chair_problems(
    period: Period, chair: Chair | Todo, others: Sequence[Chair]
) -> Iterator[Problem]:
    """Find the chairs that the calendar of the report cannot hold.

    Chairs who preside together have the same days; the others follow one another.

    Args:
        period: the period of the report.
        chair: the first chair.
        others: the other chairs, in order.

    Returns:
        One problem for each chair whose days lie outside the period, or overlap those of the chair
        before without being the same; and one where the first chair is still open.
    """
    if isinstance(chair, Todo):
        if others:
            yield Problem(
                message("there are other chairs, and the first one is not given"),
                message("Write who it was under “chair”; a todo may stand for the name."),
                path=("other_chairs",),
            )
        return
    before: Period | None = None
    for path, one in (
        (("chair",), chair),
        *((("other_chairs", i), c) for i, c in enumerate(others)),
    ):
        days = one.period or period
        if days.start not in period or days.end not in period:
            yield Problem(
                message(
                    "the days of a chair, {start} to {end}, go beyond the period of the report",
                    start=days.start.isoformat(),
                    end=days.end.isoformat(),
                ),
                message("Correct them, or the period of the report."),
                path=(*path, "period"),
            )
        elif before and days != before and days.start <= before.end:
            yield Problem(
                message("two chairs have days in common, and not all of them"),
                message(
                    "List the chairs in order, each with the first and the last day under"
                    " “period”; those who preside together have the same days."
                ),
                path=(*path, "period") if one.period else path,
            )
        before = days


def calendar_problems(period: Period, meetings: Iterable[tuple[int, Meeting]]) -> Iterator[Problem]:
    """Find the meetings that the calendar of the report cannot hold.

    Args:
        period: the period of the report.
        meetings: the meetings with their positions in the report.

    Returns:
        One problem for each meeting outside the period, and for each that has the date and the
        theme of an earlier one.
    """
    seen: dict[tuple[date, object], int] = {}
    for index, meeting in meetings:
        day = meeting.date
        if isinstance(day, Todo):
            continue
        path = ("meetings", index, "date")
        if day not in period:
            yield Problem(
                message(
                    "the meeting of {day} lies outside the period, {start} to {end}",
                    day=day.isoformat(),
                    start=period.start.isoformat(),
                    end=period.end.isoformat(),
                ),
                message("Correct the date, or the period of the report."),
                path=path,
            )
        first = seen.setdefault((day, _letters(meeting.theme)), index)
        if first != index:
            yield Problem(
                message("two meetings have the date {day} and the same theme", day=day.isoformat()),
                message("Delete one of them, or correct its date or theme."),
                path=path,
            )


def _letters(theme: Prose | None) -> object:
    """Give what is the same for themes that differ in blanks and capitals alone."""
    return " ".join(theme.split()).casefold() if isinstance(theme, str) else theme


@frozen
class Hole:
    """A `Todo` of a report, with the way to it."""

    path: RecordPath
    todo: Todo


def value_at(record: object, path: RecordPath) -> object:
    """Give the value that a path leads to; None where it leads to nothing.

    Args:
        record: a report or any part of one.
        path: the way from there to the value.
    """
    for step in path:
        if isinstance(step, str):
            record = getattr(record, step, None)
        else:
            record = record[step] if isinstance(record, tuple) and step < len(record) else None
    return record


def texts(record: object, path: RecordPath = ()) -> Iterator[tuple[RecordPath, str]]:
    """Give every text of a record with the way to it, in the order of the fields.

    Names that several records share, as registered ones do, come with each; of a drawing, its code.

    Args:
        record: a report or any part of one.
        path: the way from the report to that part.
    """
    if isinstance(record, str) and not isinstance(record, StrEnum):
        yield path, record
    elif isinstance(record, Image):
        if record.kind == "svg":
            yield path, record.data.decode(errors="replace")
    elif isinstance(record, tuple):
        for index, value in enumerate(record):
            yield from texts(value, (*path, index))
    elif attrs.has(kind := type(record)):
        for attribute in attrs.fields(kind):
            yield from texts(getattr(record, attribute.name), (*path, attribute.name))


def holes(record: object, path: RecordPath = ()) -> Iterator[Hole]:
    """Find every hole in a record, in the order of the fields.

    Args:
        record: a report or any part of one.
        path: the way from the report to that part.
    """
    if isinstance(record, Todo):
        yield Hole(path, record)
    elif isinstance(record, tuple):
        for index, value in enumerate(record):
            yield from holes(value, (*path, index))
    elif attrs.has(kind := type(record)):
        for attribute in attrs.fields(kind):
            yield from holes(getattr(record, attribute.name), (*path, attribute.name))
