"""Files of a report → the report, or every fault in them at once, each with its spot.

Floor 3. `files` finds and opens them, `parsing` makes nodes of their text, `structure` makes
records of nodes, `assembly` puts the report together; `styles` reads a house style; `slips`,
`values`, `dates` and `words` say what is wrong so that a drafter can mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import frozen

from reportgen.errors import Place, Problem, ReadingError, RecordPath
from reportgen.messages import message
from reportgen.reading.assembly import MeetingFile, assemble
from reportgen.reading.dates import day_at_head
from reportgen.reading.files import (
    Files,
    find_files,
    in_order,
    read_data,
    read_text,
    report_here,
    spelled,
    style_file,
)
from reportgen.reading.nodes import Mapping, Node, Scalar, Sequence, Source
from reportgen.reading.parsing import parse
from reportgen.reading.styles import read_style
from reportgen.reading.terms import read_terms
from reportgen.reading.written import offset_of, place_of, spans
from reportgen.records import Report
from reportgen.spellings import parse_day

__all__ = [
    "Reading",
    "Written",
    "read_data",
    "read_report",
    "read_style",
    "read_terms",
    "read_text",
    "report_here",
    "style_file",
]


@frozen
class Written:
    """Where a file writes words: offsets in its text, from 0, the end not included."""

    file: str
    start: int
    end: int


@frozen
class Reading:
    """A report, and where in the files each of its values stands.

    Args:
        places: the place of each value by its path; those of a value that is written as a key
            of `organizations` or `speakers` lie in that registry.
        file: the report's own file, as places name it.
        texts: the text of each file, by the name that places give it.
        pictures: the files of figures, by their names from the folder of the report.
    """

    report: Report
    places: MappingOf[RecordPath, Place]
    file: str
    texts: MappingOf[str, str]
    pictures: tuple[str, ...] = ()

    def place(self, path: RecordPath, span: tuple[int, int] | None = None) -> Place | None:
        """Find where a value stands; for one that is not written, where what holds it stands.

        Args:
            path: the way from the report to the value.
            span: the offsets of some words of a text, whose own place is found where it can be.
        """
        if span and (stretch := self.stretch(path, *span)):
            return stretch[0]
        holders = (path[:length] for length in range(len(path), -1, -1))
        return next((self.places[holder] for holder in holders if holder in self.places), None)

    def written(self, path: RecordPath, start: int, end: int) -> Written | None:
        """Find where the files write some words of a text.

        Args:
            path: the way from the report to the text.
            start: the offset of the first character of the words in the text, from 0.
            end: the offset behind the last one; words have one character at least.

        Returns:
            Their spot; None where no file writes the text as such, such as a symbol put together.
        """
        place = self.place(path)
        if place is None:
            return None
        source = self.texts[place.file]
        found = spans(source, offset_of(source, place), str(_value(self.report, path)))
        return Written(place.file, found[start][0], found[end - 1][1]) if found else None

    def stretch(self, path: RecordPath, start: int, end: int) -> tuple[Place, Place] | None:
        """Find the lines and columns of some words of a text, as `written` finds their offsets.

        Returns:
            The place of the first character, and the one behind the last.
        """
        found = self.written(path, start, end)
        if found is None:
            return None
        source = self.texts[found.file]
        return (
            place_of(source, found.file, found.start),
            place_of(source, found.file, found.end),
        )


def _value(record: Any, path: RecordPath) -> object:  # noqa: ANN401 -- a record, or a tuple of them
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record


def read_report(path: str | Path, *, ahead: MappingOf[Path, str] = MappingProxyType({})) -> Reading:
    """Read the report that a folder or a file records.

    Args:
        path: a folder with `report.yaml` and one file for each meeting in `meetings`, taken in
            the order of their dates, or one YAML or JSON file with everything.
        ahead: texts that some of these files, or more of them, are to have: the report is read as
            if they had them.

    Raises:
        ReadingError: everything that is wrong, in the order of files and lines.
    """
    files = find_files(Path(path))
    problems = [*files.problems]
    texts: dict[str, str] = {}
    root = _document(files.report, ahead, problems, texts)
    others = {file for file in ahead if file != files.report}
    found = (
        MeetingFile(_document(file, ahead, problems, texts), day_at_head(file.stem))
        for file in sorted(others.union(files.meetings), key=in_order)
    )
    meetings = sorted(found, key=_day)
    assembly = assemble(root, meetings or None)
    told = {problem.place for problem in problems}
    problems += [problem for problem in assembly.problems if problem.place not in told]
    if assembly.report is None or problems:
        raise ReadingError(*_in_order(problems, files))
    places = {path: spot.place for path, spot in assembly.spots}
    nodes = (root, *(meeting.node for meeting in meetings))
    names = dict.fromkeys(name for node in nodes for name in _pictures(node))
    pictures = tuple(spelled(files.report.parent, name) for name in names)
    return Reading(assembly.report, places, str(files.report), texts, pictures)


def _pictures(node: Node | None) -> Iterator[str]:
    match node:
        case Sequence(items=items):
            for item in items:
                yield from _pictures(item)
        case Mapping(entries=entries):
            for key, entry in entries.items():
                if key == "image" and isinstance(entry.value, Scalar):
                    yield entry.value.text
                yield from _pictures(entry.value)
        case _:
            pass


def _day(meeting: MeetingFile) -> str:
    """Tell the day of a meeting as far as it is known; meetings without one come last."""
    entry = meeting.node.entries.get("date") if isinstance(meeting.node, Mapping) else None
    written = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    day = parse_day(written) or (meeting.named if not written else None)
    return day.isoformat() if day else written or "9999"


def _document(
    file: Path, ahead: MappingOf[Path, str], problems: list[Problem], texts: dict[str, str]
) -> Node | None:
    try:
        source = Source(str(file), ahead[file]) if file in ahead else read_text(file)
    except ReadingError as error:
        problems += error.problems
        return None
    texts[source.file] = source.text
    node, found = parse(source)
    problems += found
    if node is None and not found:
        advice = message("Write the file, or delete it.")
        problems.append(Problem(message("the file is empty"), advice, Place(source.file)))
    return node


def _in_order(problems: Iterable[Problem], files: Files) -> list[Problem]:
    order = {str(file): number for number, file in enumerate((files.report, *files.meetings))}

    def spot(problem: Problem) -> tuple[int, int, int]:
        place = problem.place or Place("")
        return order.get(place.file, -1), place.line or 0, place.column or 0

    return sorted(problems, key=spot)
