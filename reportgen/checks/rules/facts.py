"""Facts that must agree: titles, themes, counts, dates, speakers, symbols, references.

Part of `checks`. Each fact stands once in the records; what is written out beside it may differ.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import FILLER, Kind, Subject, Text
from reportgen.document import AnnexHeading, Paragraph
from reportgen.languages.fr import nombre
from reportgen.messages import message
from reportgen.records import (
    Letter,
    MeetingKind,
    MeetingWording,
    Symbol,
)

_AGREEMENT = message("usage of the house: each fact stands once and is said the same everywhere")
_CALENDAR = message("the calendar")
_SYMBOLS = message("Editorial Manual, Document symbols")
_REFERENCES = message("Editorial Manual, References in text")
_SYMBOL_YEAR = re.compile(r"S/(?P<year>[12][0-9]{3})/(?P<number>[0-9]+)")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_LEAP_YEAR = 2016
_HELD_ON = re.compile(
    r"(?:^(?:Le|À la date du|En date du) |\b(?:[Rr]éunie?s?|tenue?s?|organisée?s?|siégé) (?:le|du) "
    r"|\b(?:[Rr]éunion|[Ss]éance|[Dd]ébat) du )"
    rf"(?P<day>1er|[12]?[0-9]|3[01]) (?P<month>{'|'.join(_MONTHS)})\b"
)
_KINDS = {
    "d’organisation": MeetingKind.ORGANIZATIONAL,
    "thématique": MeetingKind.THEMATIC,
    "informelle": MeetingKind.INFORMAL,
    "conjointe": MeetingKind.JOINT,
    "extraordinaire": MeetingKind.SPECIAL,
}
_LARGEST_COUNT = 60
_COUNTS = {
    form: count
    for count in range(1, _LARGEST_COUNT + 1)
    for form in (str(count), nombre(count), nombre(count, "feminine"))
}
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True))
_COUNTED = re.compile(
    rf"\b(?P<count>{_COUNT}) réunions?"
    rf" (?P<kind>{'|'.join(_KINDS)})s?\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(r"\b(?:dont|parmi|ces|autres|premières|dernières|des|seules) $")
_PART_AFTER = re.compile(
    r" (?:consacrée?s?|sur|portant|relatives?|concernant|ayant|restantes?|supplémentaires?"
    r"|de suivi)\b"
)
_OTHER_YEAR = re.compile(
    r"\b(?:année|période|mandat) (?:précédente?|suivante?|dernière|prochaine)\b"
)
_YEAR = re.compile(r"(?<![\w/])[12][0-9]{3}(?![\w/])")
_SEE_ANNEX = re.compile(
    r"\bvoir (?:l’)?annexe\b(?! ?[IVX0-9]*,?(?: à)? (?:de|du|des|au|à)\b| ?[IVX0-9]*,? d’)",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"\bvoir (?:par\.|paragraphes?) (?:[0-9]+(?: [a-z]\))*(?:,| et| à|-) ?)*(?P<bare>[0-9]+)\b"
    r"(?! [a-z]*\)? ?(?:de|du|des)\b|[0-9 ,aet]*(?: [a-z]\))? d(?:[eu]|es)\b| d’)"
    r"|\b(?:par\.|paragraphes?) (?:[0-9]+ (?:et|à) )?(?P<here>[0-9]+)"
    r" (?:ci-dess(?:us|ous)|du présent rapport)"
)
_DOCUMENT = re.compile(rf"(?:{FILLER}|[Rr]ésolution|[Rr]apport|[Dd]écision|[Ll]ettre)[^.;()]*$")


@rule("FACT002", source=_AGREEMENT, severity=Severity.ERROR)
def theme_in_the_annex(subject: Subject) -> Iterator[Slip]:
    """A theme is worded the same in the headings, the list of themes and the annex.

    Good:
        meetings: [{date: 2016-03-01, theme: La protection des civils}]
    Bad:
        meetings:
          - {date: 2016-03-01, theme: La protection des civils, annex_theme: La protection}
    """
    for index, meeting in enumerate(subject.report.meetings):
        theme, in_annex = meeting.theme, meeting.annex_theme
        if isinstance(theme, str) and isinstance(in_annex, str) and _bare(theme) != _bare(in_annex):
            yield Slip(
                path=("meetings", index, "annex_theme"),
                span=(0, len(in_annex)),
                words=in_annex,
                what=message("headings and the list of themes say “{theme}”", theme=theme),
                instead=message("Delete this line, or correct the theme."),
            )


@rule("FACT003", source=_AGREEMENT, severity=Severity.ERROR)
def counted_meetings(subject: Subject) -> Iterator[Slip]:
    """A text that counts the meetings counts as many as are recorded.

    Some of them, or those of another year, are another count.

    Good:
        meetings: [{date: 2016-03-01, theme: L’eau}]
        introduction: {work: Le Comité a tenu une réunion thématique.}
    Good:
        meetings: [{date: 2016-03-01, theme: L’eau}, {date: 2016-04-01, theme: Le feu}]
        introduction:
          work: >-
            Il a tenu une réunion thématique consacrée à l’eau, et trois réunions thématiques
            en 2015.
    Bad:
        meetings: [{date: 2016-03-01, theme: L’eau}]
        introduction: {work: Le Comité a tenu deux réunions thématiques.}
    Bad:
        meetings: [{date: 2016-03-01, theme: L’eau}]
        summary: [Le Comité a tenu deux réunions en 2016.]
    """
    held = Counter(meeting.kind for meeting in subject.report.meetings)
    in_all = _counted_in_all(subject)
    own = held.total() - held[MeetingKind.DEBATE]
    for text in subject.texts_of(Kind.INTRODUCTION, Kind.CONCLUSION, Kind.WORDING, Kind.OTHER):
        for found in in_all.finditer(text.own):
            if _COUNTS[found["count"].lower()] != own:
                yield text.slip(found, message("meetings that are recorded: {count}", count=own))
        for found in _COUNTED.finditer(text.own):
            kind = _KINDS[found["kind"].lower()]
            counts_others = _another_count(subject, text.own, found)
            if _COUNTS[found["count"].lower()] != held[kind] and not counts_others:
                what = message("meetings of this kind that are recorded: {count}", count=held[kind])
                yield text.slip(found, what)


def _counted_in_all(subject: Subject) -> re.Pattern[str]:
    """Give what counts all the meetings that the body held in the period of the report."""
    body, period = subject.report.body, subject.report.period
    names = "|".join(re.escape(name) for name in (body.name, body.short_name) if name)
    return re.compile(
        rf"\b(?:{names}) a tenu (?P<count>{_COUNT}) réunions?"
        rf"(?=[.;:]|$| en {period.end.year}\b| (?:pendant|durant|au cours de) la période)",
        re.IGNORECASE,
    )


def _another_count(subject: Subject, text: str, found: re.Match[str]) -> bool:
    """Tell whether meetings that a text counts are some of them, or those of another year."""
    begin = max(text.rfind(". ", 0, found.start()), 0)
    stop = text.find(". ", found.end())
    after = text[found.end() : stop if stop > 0 else len(text)]
    period = subject.report.period
    years = {int(year) for year in _YEAR.findall(text[begin : found.start()] + after)}
    return bool(
        _PART_BEFORE.search(text[begin : found.start()])
        or _PART_AFTER.match(after)
        or _OTHER_YEAR.search(after)
        or years - set(range(period.start.year, period.end.year + 1))
    )


@rule("FACT004", source=_AGREEMENT, severity=Severity.ERROR)
def date_of_a_meeting(subject: Subject) -> Iterator[Slip]:
    """The sentence that opens a meeting gives the date of the meeting.

    Good:
        meetings:
          - {date: 2016-03-01, theme: L’eau, wording: {opening: Le 1er mars il en a parlé.}}
    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            wording: {opening: 'Le {date}, il a examiné le rapport du 2 février.'}
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            wording: {opening: 'À sa première réunion, tenue le 2 mars 2016, il en a parlé.'}
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau, wording: {opening: 'Réuni le 2 mars, il en a parlé.'}}
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau, wording: {opening: Le 2 mars il en a parlé.}}
    """
    meetings = subject.report.meetings
    for text in subject.texts_of(Kind.WORDING):
        if not isinstance(text.holder, MeetingWording) or text.path[-1] != "opening":
            continue
        day = meetings[int(text.path[1])].date
        for found in _HELD_ON.finditer(text.own):
            said = int(found["day"].removesuffix("er")), _MONTHS.index(found["month"]) + 1
            if isinstance(day, date) and said != (day.day, day.month):
                what = message("the meeting is dated {day}", day=day.isoformat())
                span = found.start("day"), found.end("month")
                yield text.slip(span, what, instead="{date}")


@rule("FACT009", source=_SYMBOLS)
def year_of_a_symbol(subject: Subject) -> Iterator[Slip]:
    """The year in a symbol of the Council fits the period.

    A concept note may be issued the year before its meeting, or after it when documents are
    numbered late; the report itself is of its year or of the next; the note that names a chair is
    of the last year of the period at the latest.

    Good:
        meetings: [{date: 2016-03-01, theme: L’eau, concept_note: S/2016/100}]
    Bad:
        meetings: [{date: 2016-03-01, theme: L’eau, concept_note: S/2013/100}]
    Bad:
        chair:
          person: {name: Awa, gender: feminine}
          function: {title: Ministre}
          source: S/2017/2/Rev.1
    Bad:
        masthead: {symbol: S/2015/1100}
    """
    report = subject.report
    last = report.period.end.year + 1
    symbols: list[tuple[tuple[str | int, ...], object, int]] = [
        (("masthead", "symbol"), report.masthead.symbol, report.period.end.year)
    ]
    for index, meeting in enumerate(report.meetings):
        held = meeting.date.year if isinstance(meeting.date, date) else report.period.start.year
        symbols.append((("meetings", index, "concept_note"), meeting.concept_note, held - 1))
    yield from _sources_of_chairs(subject)
    for path, symbol, first in symbols:
        found = _SYMBOL_YEAR.match(str(symbol)) if isinstance(symbol, Symbol) else None
        if found and not first <= int(found["year"]) <= last:
            what = message(
                "its year is {year}; from {first} to {last} was expected",
                year=found["year"],
                first=first,
                last=last,
            )
            yield Slip(path=path, words=str(symbol), what=what)


def _sources_of_chairs(subject: Subject) -> Iterator[Slip]:
    report = subject.report
    for index, chair in enumerate(report.chairs):
        found = _SYMBOL_YEAR.match(str(chair.source)) if isinstance(chair.source, Symbol) else None
        last = report.period.end.year
        if found and int(found["year"]) > last:
            yield Slip(
                path=("other_chairs", index - 1, "source") if index else ("chair", "source"),
                words=str(chair.source),
                what=message(
                    "its year is {year}; {last} was the last", year=found["year"], last=last
                ),
                instead=message("Compare the symbol with the note that names the chair."),
            )


@rule("FACT010", source=_SYMBOLS)
def concept_notes(subject: Subject) -> Iterator[Slip]:
    """Each meeting has a concept note of its own, numbered in the order of the meetings.

    Good:
        meetings:
          - {date: 2016-03-01, theme: L’eau, concept_note: S/2016/100}
          - {date: 2016-04-01, theme: Le feu, concept_note: S/2016/101}
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau, concept_note: S/2016/100}
          - {date: 2016-04-01, theme: Le feu, concept_note: S/2016/100}
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau, concept_note: S/2016/101}
          - {date: 2016-04-01, theme: Le feu, concept_note: S/2016/100}
    """
    notes = [
        (index, str(meeting.concept_note))
        for index, meeting in enumerate(subject.report.meetings)
        if isinstance(meeting.concept_note, Symbol)
    ]
    first: dict[str, int] = {}
    for index, note in notes:
        if note in first:
            what = message("another meeting has the same concept note")
            yield Slip(path=("meetings", index, "concept_note"), words=note, what=what)
        first.setdefault(note, index)
    for (_, before), (index, note) in pairwise(notes):
        one, other = _SYMBOL_YEAR.match(before), _SYMBOL_YEAR.match(note)
        if one and other and _rank(other) < _rank(one):
            yield Slip(
                path=("meetings", index, "concept_note"),
                words=note,
                what=message("the meeting before has a later one, {note}", note=before),
                instead=message("Compare both symbols with the notes."),
            )


@rule("FACT011", source=_REFERENCES, severity=Severity.ERROR)
def missing_annex(subject: Subject) -> Iterator[Slip]:
    """A report that refers to an annex has one.

    Good: <p>Il a tenu une réunion (voir annexe).</p>
        <annex key="annexe"><label>Annexe</label><title>Réunions</title></annex> <p>Une.</p>
    Good: <p>Il a adopté un plan (voir annexe II de la résolution 2100 (2013)).</p>
    Bad: <p>Il a tenu une réunion (voir annexe).</p>
    """
    if any(isinstance(block, AnnexHeading) for block in subject.document.blocks):
        return
    for passage in subject.passages:
        for found in _SEE_ANNEX.finditer(passage.text.replace("\u00a0", " ")):
            yield passage.slip(message("the report has no annex"), found=found)


@rule("FACT012", source=_REFERENCES, severity=Severity.ERROR)
def missing_paragraph(subject: Subject) -> Iterator[Slip]:
    """A paragraph that the report refers to by its number exists.

    A reference by key, `[[clef]]`, follows the numbers by itself.

    Good: Comme il est dit au paragraphe 1 ci-dessus, il a travaillé.
    Good: Il l’a dit (voir par. 100 de la résolution 2100 (2013); S/2016/446, voir par. 120).
    Bad: Il a travaillé (voir par. 1 et 100).
    Bad: Comme il est dit au paragraphe 100 ci-dessus, il a travaillé.
    Bad: Il a travaillé (voir par. 100).
    """
    blocks = subject.document.blocks
    last = max((block.number for block in blocks if isinstance(block, Paragraph)), default=0)
    for text in subject.texts:
        for found in _PARAGRAPH.finditer(text.own):
            before = text.own[max(0, found.start() - 120) : found.start()]
            elsewhere = found["bare"] and _DOCUMENT.search(before)
            if float(found["bare"] or found["here"]) > last and not elsewhere:
                what = message("the last paragraph has the number {last}", last=last)
                advice = message("Give the paragraph a key, and write its key: [[key]].")
                yield text.slip(found, what, instead=advice)


@rule("FACT013", source=_AGREEMENT)
def meeting_outside_the_annex(subject: Subject) -> Iterator[Slip]:
    """Every meeting that the text counts has its row in the annex, where there is that annex.

    Good:
        meetings: [{date: 2016-03-01, theme: L’eau}]
    Good:
        meetings:
          - {date: 2016-03-01, theme: L’eau, in_annex: false}
          - {date: 2016-04-01, kind: organizational, in_annex: false}
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau}
          - {date: 2016-04-01, kind: organizational, in_annex: false}
    """
    if not any(meeting.in_annex for meeting in subject.report.meetings):
        return
    for index, meeting in enumerate(subject.report.meetings):
        if meeting.kind != MeetingKind.DEBATE and not meeting.in_annex:
            yield Slip(
                path=("meetings", index, "in_annex"),
                what=message("the text counts this meeting, and the annex leaves it out"),
                instead=message("Delete “in_annex”, or accept this with the reason."),
            )


@rule("FACT014", source=_AGREEMENT)
def early_letter(subject: Subject) -> Iterator[Slip]:
    """A letter is dated once the period has ended, and before the report that it transmits.

    A report that is itself dated before then may have such a letter.

    Good:
        letter: {date: 2017-01-05}
        masthead: {date: 2017-01-09}
    Good:
        letter: {date: 2016-12-30}
        masthead: {date: 2016-12-30}
    Bad:
        letter: {date: 2016-12-05}
    Bad:
        letter: {date: 2016-06-30}
        masthead: {date: 2017-01-09}
    Bad:
        letter: {date: 2017-01-15}
        masthead: {date: 2017-01-09}
    """
    report, end = subject.report, subject.report.period.end
    letter = report.letter.date if isinstance(report.letter, Letter) else None
    published = report.masthead.date
    if not isinstance(letter, date):
        return
    if letter < end and not (isinstance(published, date) and letter <= published < end):
        what = message("the period ends on {end}", end=end.isoformat())
        yield Slip(path=("letter", "date"), words=letter.isoformat(), what=what)
    if isinstance(published, date) and letter > published:
        what = message("the report is dated {day}", day=published.isoformat())
        yield Slip(path=("letter", "date"), words=letter.isoformat(), what=what)


def _bare(words: str) -> str:
    """Give words without their notes, blanks of one sort."""
    return " ".join(Text((), words, Kind.THEME, None).without_notes.split())


def _rank(found: re.Match[str]) -> tuple[float, float]:
    return float(found["year"]), float(found["number"])


_NAMED_DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)}) )?"
    rf"(?P<day>1er|[1-9][0-9]?) (?P<month>{'|'.join(_MONTHS)})\b(?: (?P<year>[12][0-9]{{3}})\b)?"
)


@rule("FACT015", source=_CALENDAR, severity=Severity.ERROR)
def day_of_the_calendar(subject: Subject) -> Iterator[Slip]:
    """A day that is named is in the calendar, under its own day of the week.

    Good: Le 29 février, le vendredi 29 avril 2016 et le lundi 1er août 2016, il a parlé.
    Bad: Le 31 novembre, il a parlé.
    Bad: Le 29 février 2015, il a parlé.
    Bad: Le lundi 29 avril 2016, il a parlé.
    """
    for text in subject.texts:
        for found in _NAMED_DAY.finditer(text.own):
            year = int(found["year"] or _LEAP_YEAR)
            month, day = _MONTHS.index(found["month"]) + 1, int(found["day"].removesuffix("er"))
            weekday, length = monthrange(year, month)
            if day > length:
                yield text.slip(found, message("the month has no such day"))
            elif found["year"] and found["weekday"]:
                true = _WEEKDAYS[(weekday + day - 1) % len(_WEEKDAYS)]
                if true != found["weekday"]:
                    yield text.slip(found, message("that day was a {weekday}", weekday=true))
