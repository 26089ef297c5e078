"""The speakers of a planned meeting: one row each, or the lines of one cell.

Part of `programme`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from reportgen.errors import Place, Problem, RecordError
from reportgen.messages import Message, message
from reportgen.programme.headings import OF_THE_SPEAKER, Column, Table
from reportgen.programme.lines import Line, Notes, text_of
from reportgen.programme.names import ReadName, is_no_name, parted, read_name
from reportgen.programme.planned import PlannedSpeaker
from reportgen.programme.words import gender_of, one_line, undecided
from reportgen.records import Gender
from reportgen.spellings import folded

_BULLET = re.compile(r"^(?:[-–—•*·]\s+|\d{1,2}[.)]\s+)")
_TITLE_AND_ORGANIZATION = 2


def read_speakers(lines: Sequence[Line], table: Table, notes: Notes) -> Iterator[PlannedSpeaker]:
    """Read who is to speak, from the rows of a meeting; tell who is named twice."""
    seen: set[str] = set()
    for line in lines:
        for speaker in _speakers_of(line, table, notes):
            if folded(speaker.name) in seen:
                notes.faults.append(
                    Problem(
                        message("“{name}” is named twice for one meeting", name=speaker.name),
                        message("Name each speaker of a meeting once."),
                        speaker.place,
                    )
                )
            seen.add(folded(speaker.name))
            yield speaker


def _speakers_of(line: Line, table: Table, notes: Notes) -> Iterator[PlannedSpeaker]:
    texts = {column: text_of(line, column, notes) for column in line.about(OF_THE_SPEAKER)}
    told_names = _parts(texts.pop(Column.SPEAKER, ""))
    parts = [part for part in told_names if part]
    names = [name for part in parts for name in parted(part)]
    together = len(names) > len(parts)
    if together:
        what = message("“{written}” is understood as several speakers", written="; ".join(parts))
        notes.remark(line.place(Column.SPEAKER), what)
        _remark_on_shared_titles(line, texts.get(Column.TITLE, ""), notes)
    told = [column for column, text in texts.items() if not undecided(text)]
    if told and Column.SPEAKER not in line.cells:
        notes.faults.append(_nameless(line.place(told[0])))
    parallel = {
        column: [_shared(column, texts[column])] * len(names)
        if together and len(_parts(texts[column])) == 1
        else _parallel(line, column, texts[column], len(names), notes)
        for column in told
        if names
    }
    for index, name in enumerate(names):
        facts = {
            column: parts[index]
            for column, parts in parallel.items()
            if not undecided(parts[index])
        }
        if is_no_name(name):
            what = message("“{written}” is no name, and is not read", written=name)
            notes.remark(line.place(Column.SPEAKER), what)
        elif not undecided(name):
            yield _speaker(line, table, name, facts, notes)
        elif facts:
            notes.faults.append(_nameless(line.place(Column.SPEAKER)))


def _remark_on_shared_titles(line: Line, text: str, notes: Notes) -> None:
    """Tell where one title stands for several people: it is in the plural, as « Directeurs »."""
    if text and not undecided(text) and len(_parts(text)) == 1:
        what = message(
            "“{words}” stands for each of them: put it in the singular under “speakers”",
            words=one_line(text),
        )
        notes.remark(line.place(Column.TITLE), what)


def _shared(column: Column, text: str) -> str:
    """Give what a cell says of each of several people named together; no gender is that of all."""
    return "" if column == Column.GENDER else one_line(text)


def _nameless(place: Place) -> Problem:
    return Problem(
        message("the row tells of a speaker without a name"),
        message("Write the name in the column of the speakers, or empty these cells for now."),
        place,
    )


def _speaker(
    line: Line, table: Table, written: str, facts: Mapping[Column, str], notes: Notes
) -> PlannedSpeaker:
    place = line.place(Column.SPEAKER)
    name, title, organization = written, facts.get(Column.TITLE), facts.get(Column.ORGANIZATION)
    in_one = not {Column.TITLE, Column.ORGANIZATION} & table.columns.keys()
    if in_one:
        name, title, organization = _in_one(written)
    if given := facts.get(Column.GIVEN_NAME):
        name = f"{given} {name}"
    found = read_name(name, in_order=in_one)
    if not title and "," in found.name:
        name, title, of = _in_one(found.name)
        found, organization = evolve(found, name=name, doubtful=True), organization or of
        found = evolve(found, title=title)
    if found.nameless:
        what = message(
            "“{written}” is a title without a name; write the name where it is known",
            written=written,
        )
        notes.remark(place, what)
    elif found.doubtful or (found.title and not title):
        notes.remark(place, _understood(written, found))
    return PlannedSpeaker(
        name=found.name,
        surname=found.surname,
        title=title or found.title,
        organization=organization or found.behind,
        gender=_gender_in(line, facts.get(Column.GENDER), written, found, notes),
        rank=facts.get(Column.RANK) or found.rank,
        place=place,
    )


def _understood(written: str, found: ReadName) -> Message:
    parts = [found.rank, found.title, found.name, found.behind]
    return message(
        "“{written}” is understood as {name}",
        written=written,
        name=", ".join(part for part in parts if part),
    )


def _gender_in(
    line: Line, word: str | None, written: str, found: ReadName, notes: Notes
) -> Gender | None:
    """Read the gender of a speaker from its column and from what stands before the name."""
    gender = None
    if word:
        try:
            gender = _gender(word)
        except RecordError as error:
            place = line.place(Column.GENDER)
            notes.faults.extend(evolve(problem, place=place) for problem in error.problems)
    if gender and found.gender and gender != found.gender:
        notes.faults.append(
            Problem(
                message("“{name}” has another gender in the column of genders", name=written),
                message("Correct one of the two."),
                line.place(Column.SPEAKER),
            )
        )
    return gender or found.gender


def _in_one(written: str) -> tuple[str, str | None, str | None]:
    """Part « Nom, fonction, organisation »; what lies between the first and the last is one."""
    name, *others = (part.strip() for part in written.split(","))
    if len(others) < _TITLE_AND_ORGANIZATION:
        return name, others[0] if others else None, None
    return name, ", ".join(others[:-1]), others[-1]


def _parallel(line: Line, column: Column, text: str, count: int, notes: Notes) -> Sequence[str]:
    """Part a cell into what it says of each of the speakers of a row."""
    if count == 1:
        return [one_line(text)]
    parts = _parts(text)
    if len(parts) != count:
        parts = [part for part in parts if part]
    if len(parts) == count:
        return parts
    notes.faults.append(
        Problem(
            message(
                "the row names {count} speakers, and this cell has {found} lines",
                count=count,
                found=len(parts),
            ),
            message("Write one line for each speaker, and “–” where there is nothing to say."),
            line.place(column),
        )
    )
    return [""] * count


def _parts(text: str) -> list[str]:
    """Part a cell into its lines, or, where it has one line, at its semicolons."""
    return [
        one_line(_BULLET.sub("", part.strip(" ;")))
        for part in text.split("\n" if "\n" in text else ";")
    ]


def _gender(text: str) -> Gender:
    gender = gender_of(text)
    if gender is None:
        raise RecordError(
            Problem(
                message("“{found}” is not a gender", found=text),
                message("Write M or F; a rank stands in a column “Grade”."),
            )
        )
    return gender
