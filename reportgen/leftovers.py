"""What still speaks of last year, by file and line.

Floor 5. A report that was rolled over knows what the one before said (`Report.previous`); this
looks for it in every text of the new one, and finds the spot in the file that was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeAlias

import attrs
from attrs import frozen

from reportgen.errors import Place, RecordPath
from reportgen.languages import language
from reportgen.messages import Message, message
from reportgen.passages import OwnTemplates, own_words
from reportgen.pipeline import render
from reportgen.reading import Reading
from reportgen.reading.written import offset_of
from reportgen.records import (
    Chair,
    Letter,
    MeetingKind,
    Person,
    Previous,
    Report,
    Sender,
    Symbol,
    Todo,
)
from reportgen.style import UN_2015, Style

__all__ = ["Leftover", "find_leftovers"]

_NO_TEXT = frozenset({"accept", "previous", "period", "key", "by", "language", "original_language"})
_SYMBOL = re.compile(r"[A-Z]{1,10}(?:/[A-Za-z0-9][A-Za-z0-9.]*)+")
_TITLE = "Président"
_SPEAKING_OF_THE_CHAIR = frozenset({"introduction", "conclusions", "letter"})
_COMPLEMENT = re.compile(r"\s+(?:de l[’']|d[’']|(?:du|des|de la|de)\s+)?(?P<letter>[^\W\d_])")
_WRITTEN_OUT = re.compile(r"\{|\w+\s*:")

_Span: TypeAlias = tuple[int, int]


@frozen
class Leftover:
    """Words that speak of the year before.

    Args:
        path: the way from the report to the value that says them.
        place: where in the files they begin.
        words: the words, as the value says them.
        why: what they are.
    """

    path: RecordPath
    place: Place
    words: str
    why: Message


@frozen
class _Clue:
    """Something to look for.

    Args:
        pattern: the words; the group `year` is what counts in a date.
        why: what they are.
        where: the values in which they are odd.
        fine: whether they are another thing, by what stands around them.
    """

    pattern: re.Pattern[str]
    why: Message
    where: Callable[[RecordPath], bool] = lambda _: True
    fine: Callable[[re.Match[str]], bool] = lambda _: False


def find_leftovers(
    reading: Reading, templates: str | Path | None = None, style: Style = UN_2015
) -> tuple[Leftover, ...]:
    """Find what a report still says of the year before.

    Looked for, in names, prose, wordings, symbols and dates: a year of the old period that is not
    in the new one; the symbols that were the old report's own; the old resolution where the
    report has one that renews the mandate; the name and the gendered title of whoever chaired
    then, unless the same person still does; and, where the report speaks of its chair, the State
    or organization that the chair acted for. A passage of `previous.history` is meant to speak of
    the past, and overlapping finds are told once.

    Args:
        reading: the report as it was read.
        templates: a folder of the user's own templates; what they say is looked at on the page.
        style: the look of that page.

    Returns:
        The finds, those of templates first, then in the order of files and lines; none where
        `previous` is left out.
    """
    report = reading.report
    if report.previous is None:
        return ()
    history = [_words(passage) for passage in report.previous.history if passage.split()]
    clues = tuple(_clues(report, report.previous))
    found: dict[tuple[Place, str], Leftover] = {}
    for path, text in _texts(report):
        meant = [match.span() for passage in history for match in passage.finditer(text)]
        for match, why in _finds(text, [clue for clue in clues if clue.where(path)], meant):
            place = _place(reading, path, match)
            leftover = Leftover(path, place, " ".join(match[0].split()), why)
            found.setdefault((place, leftover.words), leftover)
    for leftover in _in_templates(reading.report, clues, history, templates, style):
        found.setdefault((leftover.place, leftover.words), leftover)
    order = {file: number for number, file in enumerate(reading.texts)}

    def spot(leftover: Leftover) -> tuple[int, int, int]:
        place = leftover.place
        return order.get(place.file, -1), place.line or 0, place.column or 0

    return tuple(sorted(found.values(), key=spot))


def _in_templates(
    report: Report,
    clues: Sequence[_Clue],
    history: Sequence[re.Pattern[str]],
    templates: str | Path | None,
    style: Style,
) -> Iterator[Leftover]:
    """Find what the user's own templates say, of what they say on the page."""
    if not templates:
        return
    files = OwnTemplates.of(templates)
    for one in own_words(report, render(report, templates=templates, style=style)):
        path, text = one.passage.path, one.passage.text
        meant = [match.span() for passage in history for match in passage.finditer(text)]
        known = [*meant, *one.recorded]
        near = [clue for clue in clues if not path[1:] or clue.where(path)]
        for match, why in _finds(text, near, known):
            if place := files.place(match[0]):
                yield Leftover(path, place, " ".join(match[0].split()), why)


def _finds(
    text: str, clues: Iterable[_Clue], meant: Iterable[_Span]
) -> Iterator[tuple[re.Match[str], Message]]:
    """Give what the clues find in a text, outside the passages that speak of the past."""
    taken: list[_Span] = []
    for clue in clues:
        for match in clue.pattern.finditer(text):
            start, end = match.span("year" if "year" in match.re.groupindex else 0)
            deliberate = any(first <= start and end <= last for first, last in meant)
            told = any(match.start() < last and first < match.end() for first, last in taken)
            if not (deliberate or told or clue.fine(match)):
                taken.append(match.span())
                yield match, clue.why


def _texts(value: object, path: RecordPath = ()) -> Iterator[tuple[RecordPath, str]]:
    """Give every text that a record holds, symbols and dates as they are written."""
    if isinstance(value, Symbol):
        yield path, str(value)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield path, value
    elif isinstance(value, date):
        yield path, value.isoformat()
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif attrs.has(kind := type(value)) and not isinstance(value, Todo):
        for name in attrs.fields_dict(kind):
            if name not in _NO_TEXT:
                yield from _texts(getattr(value, name), (*path, name))


# --- what to look for, the most telling first ---------------------------------------------------


def _clues(report: Report, previous: Previous) -> Iterator[_Clue]:
    if previous.symbols:
        one = "|".join(_spaced(str(s)) for s in sorted(previous.symbols, key=_longest_first))
        pattern = re.compile(rf"(?<![\w/])(?:{one})(?![\w/]|\.\w)")
        yield _Clue(pattern, message("a symbol of the report before"))
    if previous.renewal and report.renewal is not None:
        cited = str(previous.renewal).removeprefix("S/RES/")
        number, _ = cited.split()
        pattern = re.compile(
            rf"(?:\bS/RES/|\b[Rr]ésolution\s+|\b){_spaced(cited)}|\b[Rr]ésolution\s+{number}\b"
        )
        yield _Clue(pattern, message("the resolution of the renewal before"))
    for before in previous.chairs:
        yield from _chair_clues(report, before)
    if years := _years(previous) - _years(report):
        yield _year_clue(report, years)


def _longest_first(symbol: Symbol) -> int:
    return -len(str(symbol))


def _chair_clues(report: Report, before: Chair) -> Iterator[_Clue]:
    now = report.chairs
    name = before.person.name
    if isinstance(name, str) and _folded(name) in {_folded(c.person.name) for c in now}:
        return
    if isinstance(name, str):
        yield _Clue(_name_pattern(before.person, report), message("the name of the chair before"))
    if all(isinstance(c.person.name, Todo) or _genders_differ(c, before) for c in now):
        yield _title_clue(report, before)
    if state := before.function.of:
        still = any(c.function.of and c.function.of.name == state.name for c in now)
        yield _Clue(
            re.compile(rf"(?<![\w-]){_spaced(state.name)}(?![\w-])"),
            message("the State or organization of the chair before"),
            lambda path: _speaks_of_the_chair(path, still=still),
        )


def _genders_differ(now: Chair, before: Chair) -> bool:
    return now.person.gender != before.person.gender


def _speaks_of_the_chair(path: RecordPath, *, still: bool) -> bool:
    """Tell where the State of the chair before is odd; elsewhere a State may well speak.

    Args:
        path: the way to the value.
        still: whether the chair still acts for that State, which then is odd only as a fact.
    """
    return path[0] in {"chair", "other_chairs"} or (
        not still and (path[0] in _SPEAKING_OF_THE_CHAIR or "wording" in {path[0], *path[2:3]})
    )


def _name_pattern(before: Person, report: Report) -> re.Pattern[str]:
    """Look for a name, and for the family name alone unless someone else here bears it too."""
    name, family = str(before.name), _family(before)
    others = {
        _folded(_family(person))
        for person in _people(report)
        if isinstance(person.name, str) and _folded(person.name) != _folded(name)
    }
    forms = [name] if _folded(family) in others else [name, family, family.upper(), family.title()]
    one = "|".join(map(_spaced, dict.fromkeys(forms)))
    return re.compile(rf"(?<![\w-])(?:{one})(?![\w-])")


def _family(person: Person) -> str:
    """Give the family name: the one that is said, the words in capitals, or the last word."""
    words = str(person.name).split()
    if person.surname:
        return person.surname
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    return " ".join(capitals) or words[-1]


def _people(report: Report) -> Iterator[Person]:
    yield from (chair.person for chair in report.chairs)
    if isinstance(report.letter, Letter) and isinstance(report.letter.sender, Sender):
        yield report.letter.sender.person
    for meeting in report.meetings:
        yield from (speaker.person for speaker in meeting.speakers)
        if meeting.presided_by:
            yield meeting.presided_by.person


def _title_clue(report: Report, before: Chair) -> _Clue:
    """Look for « le Président » where the chair is a woman, or is not known yet, and the reverse.

    A meeting that someone else presided over has a President of its own, and so has a debate of
    the Council; « le Président du Conseil » is not the body's.
    """
    say = language(report.language).filters
    gender = before.person.gender
    title = say["accord"](_TITLE, gender)
    forms = [_spaced(str(say[name](title, gender))) for name in ("le", "de", "au")]
    one = "|".join(f"[{form[0].upper()}{form[0]}]{form[1:]}" for form in forms)
    ours = [str(say["de"](body)) for body in (report.body.full, report.body.short)]

    def of_another(match: re.Match[str]) -> bool:
        after = match.string[match.end() :]
        complement = _COMPLEMENT.match(after)
        own = any(re.match(rf"\s+{_spaced(body)}(?!\w)", after) for body in ours)
        return bool(complement and complement["letter"].isupper() and not own)

    others = {
        index
        for index, meeting in enumerate(report.meetings)
        if meeting.presided_by or meeting.kind == MeetingKind.DEBATE
    }
    return _Clue(
        re.compile(rf"(?<![\w-])(?:{one})(?![\w-])"),
        message("the title of the chair before"),
        lambda path: path[0] != "meetings" or path[1] not in others,
        of_another,
    )


def _years(record: Report | Previous) -> set[int]:
    return set(range(record.period.start.year, record.period.end.year + 1))


def _year_clue(report: Report, years: set[int]) -> _Clue:
    """Look for years, bare or at the end of a date; those within a symbol are the symbol's."""
    say = language(report.language).filters
    months = "|".join(str(say["mois"](date(min(years), number, 1))) for number in range(1, 13))
    one = "|".join(map(str, sorted(years)))
    day = rf"(?:(?:(?<!\w)(?:1er|[0-9]{{1,2}})\s+)?(?<!\w)(?:{months})\s+)?"

    def in_symbol(match: re.Match[str]) -> bool:
        symbols = _SYMBOL.finditer(match.string)
        return any(one.start() <= match.start("year") < one.end() for one in symbols)

    return _Clue(
        re.compile(rf"{day}(?<!\w)(?P<year>{one})(?!\w)(?:-[0-9]{{2}}-[0-9]{{2}}(?!\w))?"),
        message("the year of the report before"),
        lambda path: path[:2] != ("body", "founding"),
        in_symbol,
    )


def _folded(text: object) -> str:
    return " ".join(str(text).split()).casefold()


def _spaced(text: str) -> str:
    """Make a pattern of words that any blanks may part."""
    return r"\s+".join(map(re.escape, text.split()))


def _words(passage: str) -> re.Pattern[str]:
    return re.compile(_spaced(passage))


# --- where it stands in the file ----------------------------------------------------------------


def _place(reading: Reading, path: RecordPath, match: re.Match[str]) -> Place:
    """Find the place of words within a value, which its file may break over lines.

    Where the file does not write the value as such, the place is that of the value.
    """
    if path[0] in {"chair", "other_chairs"} and path[-3:] == ("function", "of", "name"):
        path = _reference_or_name(reading, path)
    found = reading.stretch(path, *match.span())
    return found[0] if found else reading.place(path) or Place(reading.file)


def _reference_or_name(reading: Reading, path: RecordPath) -> RecordPath:
    """Give the way to where the chair refers to a State; what is registered is at no fault."""
    holder = reading.place(path[:-1]) or Place(reading.file)
    source = reading.texts[holder.file]
    return path if _WRITTEN_OUT.match(source, offset_of(source, holder)) else path[:-1]
