"""Facts that must agree: titles, themes, counts, dates, speakers, symbols, references.

Part of `checks`. Each fact stands once in the records; what is written out beside it may differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Kind, Subject, Text
from reportgen.document import AnnexHeading, Paragraph
from reportgen.languages.fr import accord, nombre
from reportgen.messages import message
from reportgen.records import (
    Function,
    Gender,
    Meeting,
    MeetingKind,
    MeetingWording,
    Speaker,
    Symbol,
)

_AGREEMENT = message("usage of the house: each fact stands once and is said the same everywhere")
_SYMBOLS = message("Editorial Manual, Document symbols")
_REFERENCES = message("Editorial Manual, References in text")

_QUALIFIER = (
    r"(?:adjoint|associé|exécuti|généra|honoraire|intérimaire|national|permanent|principal|régional"
    r"|spécia)\w*"
)
_HOLDER = re.compile(
    rf"\b(?P<head>[A-ZÀ-Ý][\w-]*)(?P<qualifiers>(?: {_QUALIFIER})*)"
    r"(?: (?:de la|de l’|du|des) ?(?P<of>\w+))?"
)
_FORMAL = re.compile(
    r"(?:L[ea] |L’)"
    r"(?:Ambassad|Chef|Commandant|Conseill|Coordonn|Directe|Directr|Haut|Ministre|Observat"
    r"|Représentant|Secrétaire|Sous-Secrétaire|Vice)[\w-]*"
)
_SYMBOL_YEAR = re.compile(r"S/(?P<year>[12][0-9]{3})/(?P<number>[0-9]+)")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_DAY = re.compile(rf"\b(?P<day>1er|[12]?[0-9]|3[01]) (?P<month>{'|'.join(_MONTHS)})\b")
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
_COUNTED = re.compile(
    rf"\b(?P<count>{'|'.join(sorted(_COUNTS, key=len, reverse=True))}) réunions?"
    rf" (?P<kind>{'|'.join(_KINDS)})s?\b",
    re.IGNORECASE,
)
_PRESIDENT = re.compile(
    r"\b(?:[Ll]e|[Dd]u|[Aa]u) (?P<masculine>Président)\b(?! d[eu]\b| d’)"
    r"|\b[Ll]a (?P<feminine>Présidente)\b(?! d[eu]\b| d’)"
)
_SEE_ANNEX = re.compile(r"\bvoir (?:l’)?annexe\b", re.IGNORECASE)
_PARAGRAPH = re.compile(
    r"\bvoir par\. (?P<bare>[0-9]+)"
    r"|\b(?:par\.|paragraphe) (?P<here>[0-9]+) (?:ci-dess(?:us|ous)|du présent rapport)"
)


@rule("FACT001", source=_AGREEMENT, severity=Severity.ERROR)
def title_of_a_speaker(subject: Subject) -> Iterator[Slip]:
    """A speaker bears the same title in the account as in the list of speakers and the annex.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - person: {name: Weixiong Chen}
                function: {title: Directeur général adjoint, of: {name: Banque}}
            account:
              - by: weixiong-chen
                paragraphs: [Le Directeur général adjoint de la Banque a parlé.]
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - person: {name: Weixiong Chen}
                function: {title: Directeur général adjoint, of: {name: Banque}}
            account:
              - by: weixiong-chen
                paragraphs: [Le Directeur adjoint de la Banque a parlé.]
    """
    for index, meeting in enumerate(subject.report.meetings):
        titles = [title for speaker in _present(meeting) for title in _titles(speaker)]
        for text in subject.accounts.get(index, ()):
            for found in _HOLDER.finditer(text.own):
                said = found["qualifiers"].split()
                same = [t for t in titles if t.head == found["head"] and t.may_be_of(found["of"])]
                if not same or any(t.qualifiers[: len(said)] == said for t in same):
                    continue
                meant = next((t for t in same if _alike(said, t.qualifiers)), None)
                if meant is not None:
                    span = (found.start(), found.end("qualifiers"))
                    what = message(
                        "the list of speakers and the annex say “{title}”", title=meant.words
                    )
                    yield text.slip(span, what, instead=meant.words)


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
        if isinstance(theme, str) and isinstance(in_annex, str) and theme != in_annex:
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

    Good:
        meetings: [{date: 2016-03-01, theme: L’eau}]
        introduction: {work: Le Comité a tenu une réunion thématique.}
    Bad:
        meetings: [{date: 2016-03-01, theme: L’eau}]
        introduction: {work: Le Comité a tenu deux réunions thématiques.}
    """
    held = Counter(meeting.kind for meeting in subject.report.meetings)
    for text in subject.texts_of(Kind.INTRODUCTION, Kind.CONCLUSION, Kind.WORDING):
        for found in _COUNTED.finditer(text.own):
            kind = _KINDS[found["kind"].lower()]
            if _COUNTS[found["count"].lower()] != held[kind]:
                what = message("meetings of this kind that are recorded: {count}", count=held[kind])
                yield text.slip(found, what)


@rule("FACT004", source=_AGREEMENT, severity=Severity.ERROR)
def date_of_a_meeting(subject: Subject) -> Iterator[Slip]:
    """The sentence that opens a meeting gives the date of the meeting.

    Good:
        meetings:
          - {date: 2016-03-01, theme: L’eau, wording: {opening: Le 1er mars il en a parlé.}}
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau, wording: {opening: Le 2 mars il en a parlé.}}
    """
    meetings = subject.report.meetings
    for text in subject.texts_of(Kind.WORDING):
        if not isinstance(text.holder, MeetingWording) or text.path[-1] != "opening":
            continue
        day = meetings[int(text.path[1])].date
        for found in _DAY.finditer(text.own):
            said = int(found["day"].removesuffix("er")), _MONTHS.index(found["month"]) + 1
            if isinstance(day, date) and said != (day.day, day.month):
                what = message("the meeting is dated {day}", day=day.isoformat())
                yield text.slip(found, what, instead="{date}")


@rule("FACT005", source=_AGREEMENT)
def silent_speaker(subject: Subject) -> Iterator[Slip]:
    """Whoever is listed among the speakers of a meeting speaks in its account.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers: [{person: {name: Awa Diop}, function: {title: Ministre}}]
            account: [{by: awa-diop, paragraphs: [Elle a parlé.]}]
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers: [{person: {name: Awa Diop}, function: {title: Ministre}}]
            account: [{by: chair, paragraphs: [Il a parlé.]}]
    """
    for index, meeting in enumerate(subject.report.meetings):
        voices = {statement.by for statement in meeting.account}
        for position, speaker in enumerate(meeting.speakers):
            if voices and speaker.key not in voices:
                yield Slip(
                    path=("meetings", index, "speakers", position),
                    words=str(speaker.person.name),
                    what=message("the account says nothing of this speaker"),
                    instead=message("Add what was said, or take the speaker off the list."),
                )


@rule("FACT006", source=_AGREEMENT)
def unlisted_voice(subject: Subject) -> Iterator[Slip]:
    """Whoever an account begins a paragraph with is a speaker of the meeting or its chair.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers: [{person: {name: Awa Diop}, function: {title: Ministre}}]
            account: [{by: awa-diop, paragraphs: [Le Ministre a parlé.]}]
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: participants, paragraphs: [Le Commandant de la force a parlé.]}]
    """
    for index, meeting in enumerate(subject.report.meetings):
        heads = {title.head for speaker in _present(meeting) for title in _titles(speaker)}
        heads |= {title.head for title in _chair_titles(subject)}
        for text in subject.accounts.get(index, ()):
            found = _FORMAL.match(text.own)
            spoken = found and re.split(r"[ ’]", found[0], maxsplit=1)[1]
            if found and spoken not in heads:
                what = message("the meeting lists no speaker with this title")
                advice = message("Add the speaker to the meeting, or correct the title.")
                yield text.slip(found, what, instead=advice)


@rule("FACT007", source=_AGREEMENT)
def order_of_speakers(subject: Subject) -> Iterator[Slip]:
    """Speakers are listed in the order in which the account takes them.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - {person: {name: Awa}, function: {title: Ministre}}
              - {person: {name: Ben}, function: {title: Juge}}
            account:
              - {by: awa, paragraphs: [Elle a parlé.]}
              - {by: ben, paragraphs: [Il a parlé.]}
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - {person: {name: Awa}, function: {title: Ministre}}
              - {person: {name: Ben}, function: {title: Juge}}
            account:
              - {by: ben, paragraphs: [Il a parlé.]}
              - {by: awa, paragraphs: [Elle a parlé.]}
    """
    for index, meeting in enumerate(subject.report.meetings):
        voices = list(dict.fromkeys(statement.by for statement in meeting.account))
        keys = [speaker.key for speaker in meeting.speakers if speaker.key in voices]
        for before, after in pairwise(keys):
            if voices.index(before) > voices.index(after):
                position = [speaker.key for speaker in meeting.speakers].index(after)
                speaker = meeting.speakers[position]
                yield Slip(
                    path=("meetings", index, "speakers", position),
                    words=str(speaker.person.name),
                    what=message("the account has this speaker before the one listed above"),
                    instead=message("List the speakers in the order in which they spoke."),
                )


@rule("FACT008", source=_AGREEMENT, severity=Severity.ERROR)
def gender_of_the_chair(subject: Subject) -> Iterator[Slip]:
    """The chair is called by the gender of the person: le Président, la Présidente.

    Good:
        chair: {person: {name: Awa, gender: feminine}, function: {title: Ministre}}
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: chair, paragraphs: [La Présidente a parlé.]}]
    Bad:
        chair: {person: {name: Awa, gender: feminine}, function: {title: Ministre}}
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: chair, paragraphs: [Le Président a parlé.]}]
    """
    genders = {chair.person.gender for chair in subject.report.chairs}
    if len(genders) != 1:
        return
    gender = genders.pop()
    other = "masculine" if gender == Gender.FEMININE else "feminine"
    right = "la Présidente" if gender == Gender.FEMININE else "le Président"
    for text in subject.texts_of(Kind.VOICE, Kind.WORDING, Kind.INTRODUCTION, Kind.CONCLUSION):
        for found in _PRESIDENT.finditer(text.own):
            if found[other] and not _presided_by_another(subject, text):
                what = message("the chair is “{right}”", right=right)
                yield text.slip(found, what, instead=right)


@rule("FACT009", source=_SYMBOLS)
def year_of_a_symbol(subject: Subject) -> Iterator[Slip]:
    """The year in a symbol of the Council fits the period.

    A concept note may be issued the year before its meeting, or after it when documents are
    numbered late; the report itself is of its year or of the next.

    Good:
        meetings: [{date: 2016-03-01, theme: L’eau, concept_note: S/2016/100}]
    Bad:
        meetings: [{date: 2016-03-01, theme: L’eau, concept_note: S/2013/100}]
    """
    report = subject.report
    last = report.period.end.year + 1
    symbols: list[tuple[tuple[str | int, ...], object, int]] = [
        (("masthead", "symbol"), report.masthead.symbol, report.period.end.year)
    ]
    for index, meeting in enumerate(report.meetings):
        held = meeting.date.year if isinstance(meeting.date, date) else report.period.start.year
        symbols.append((("meetings", index, "concept_note"), meeting.concept_note, held - 1))
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
    Bad: <p>Il a tenu une réunion (voir annexe).</p>
    """
    if any(isinstance(block, AnnexHeading) for block in subject.document.blocks):
        return
    for passage in subject.passages:
        for found in _SEE_ANNEX.finditer(passage.text):
            yield passage.slip(message("the report has no annex"), found=found)


@rule("FACT012", source=_REFERENCES, severity=Severity.ERROR)
def missing_paragraph(subject: Subject) -> Iterator[Slip]:
    """A paragraph that the report refers to by its number exists.

    A reference by key, `[[clef]]`, follows the numbers by itself.

    Good: Comme il est dit au paragraphe 1 ci-dessus, il a travaillé.
    Bad: Comme il est dit au paragraphe 100 ci-dessus, il a travaillé.
    Bad: Il a travaillé (voir par. 100).
    """
    blocks = subject.document.blocks
    last = max((block.number for block in blocks if isinstance(block, Paragraph)), default=0)
    for text in subject.texts:
        for found in _PARAGRAPH.finditer(text.own):
            if float(found["bare"] or found["here"]) > last:
                what = message("the last paragraph has the number {last}", last=last)
                advice = message("Give the paragraph a key, and write its key: [[key]].")
                yield text.slip(found, what, instead=advice)


@rule("FACT013", source=_AGREEMENT)
def meeting_outside_the_annex(subject: Subject) -> Iterator[Slip]:
    """Every meeting that the text counts has its row in the annex.

    Good:
        meetings: [{date: 2016-03-01, theme: L’eau}]
    Bad:
        meetings:
          - {date: 2016-03-01, theme: L’eau}
          - {date: 2016-04-01, kind: organizational, in_annex: false}
    """
    for index, meeting in enumerate(subject.report.meetings):
        if meeting.kind != MeetingKind.DEBATE and not meeting.in_annex:
            yield Slip(
                path=("meetings", index, "in_annex"),
                what=message("the text counts this meeting, and the annex leaves it out"),
                instead=message("Delete “in_annex”, or accept this with the reason."),
            )


class _Title:
    """A title as texts say it: its first word, and the adjectives that follow.

    Args:
        words: the title, in the gender of its bearer.
        function: what it is part of.
    """

    def __init__(self, words: str, function: Function) -> None:
        self.head, *rest = words.split()
        self.qualifiers = []
        for word in rest:
            if not re.fullmatch(_QUALIFIER, word):
                break
            self.qualifiers.append(word)
        self.words = " ".join([self.head, *self.qualifiers])
        self._of = function.of.name.split()[0] if function.of else ""

    def may_be_of(self, name: str | None) -> bool:
        """Tell whether the bearer of the title may be someone of an organization."""
        return not name or not self._of or name == self._of


def _titles(speaker: Speaker) -> Iterator[_Title]:
    title = speaker.function.title
    if isinstance(title, str):
        yield _Title(accord(title, speaker.person), speaker.function)


def _present(meeting: Meeting) -> Sequence[Speaker]:
    return (*meeting.speakers, *([meeting.presided_by] if meeting.presided_by else []))


def _chair_titles(subject: Subject) -> Iterator[_Title]:
    for chair in subject.report.chairs:
        if isinstance(chair.function.title, str):
            yield _Title(accord(chair.function.title, chair.person), chair.function)


def _presided_by_another(subject: Subject, text: Text) -> bool:
    """Tell whether a text is of a meeting that someone else presided over."""
    if text.path[0] != "meetings":
        return False
    meeting = subject.report.meetings[int(text.path[1])]
    return meeting.presided_by is not None


def _alike(said: Sequence[str], listed: Sequence[str]) -> bool:
    """Tell whether one row of adjectives is the other with some left out."""
    shorter, longer = sorted((said, listed), key=len)
    rest = iter(longer)
    return bool(shorter) and all(word in rest for word in shorter)


def _rank(found: re.Match[str]) -> tuple[float, float]:
    return float(found["year"]), float(found["number"])
