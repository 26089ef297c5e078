"""What names tell of themselves, filled in where the records leave it out.

Records know no language: whoever completes them brings what a language knows of names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias, TypeVar

from attrs import evolve

from reportgen.errors import Problem, RecordError, RecordPath
from reportgen.messages import message
from reportgen.records.letter import Addressee, Letter, Sender
from reportgen.records.meeting import Conclusion, Meeting
from reportgen.records.people import Chair, Function, Organization, Person, Speaker
from reportgen.records.report import Body, Previous, Report
from reportgen.records.values import Gender, Number, Todo

_Record = TypeVar("_Record")

_Holder: TypeAlias = Chair | Speaker | Sender
_HOLDERS = (Chair, Speaker, Sender)
_WAYS: Mapping[type, tuple[str, ...]] = {
    Report: ("body", "chair", "other_chairs", "letter", "meetings", "conclusions", "previous"),
    Body: ("parent",),
    Letter: ("sender", "addressee"),
    Meeting: ("presided_by", "speakers"),
    Conclusion: ("addressed_to",),
    Previous: ("chair", "other_chairs"),
    Function: ("of", "accredited_to"),
    **dict.fromkeys(_HOLDERS, ("function",)),
}
"""The fields of each record that lead to names."""

_PERSON_ADVICE = message(
    "Write “gender: masculine” or “gender: feminine” beside the name; a title in the feminine"
    " would tell it too, and so would “M.” or “Mme”."
)
_NAME_ADVICE = message("Write “gender: masculine” (le) or “gender: feminine” (la) beside the name.")


class Told(Protocol):
    """What a name tells."""

    @property
    def name(self) -> str:
        """The name, without its article or its honorific."""

    @property
    def gender(self) -> str | None:
        """Either `masculine` or `feminine`; None where the name does not tell."""

    @property
    def number(self) -> str:
        """Either `singular` or `plural`."""

    @property
    def article(self) -> bool:
        """Whether the name takes an article in a sentence."""


class Names(Protocol):
    """What a language knows of names."""

    @property
    def noun(self) -> Callable[[str], Told]:
        """From the name of a State or an organization to its grammar."""

    @property
    def person(self) -> Callable[[str, str], Told]:
        """From the name of a person and a title to the name and its gender."""


def completed(record: _Record, names: Names) -> _Record:
    """Fill in the genders, numbers and articles that names tell and nobody wrote.

    Args:
        record: a report, or any part of one.
        names: what its language knows of names.

    Raises:
        RecordError: nothing tells a gender that sentences need, and nobody wrote it.
    """
    completion = Completion(names, record)
    filled: _Record = completion.of(record)
    if completion.problems:
        raise RecordError(*completion.problems)
    return filled


class Completion:
    """Completes the parts of one report.

    Args:
        names: what its language knows of names.
        record: all that there is of the report: someone’s gender may be told elsewhere in it.
    """

    def __init__(self, names: Names, record: object) -> None:
        """Find everyone whose gender is told."""
        self.problems: list[Problem] = []
        self._names = names
        self._genders: dict[str, set[str]] = {}
        for _, holder in holders(record):
            if told := self._gender_of(holder):
                self._genders.setdefault(str(holder.person.name), set()).add(told)

    def of(self, record: Any, path: RecordPath = ()) -> Any:  # noqa: ANN401 -- as it is given
        """Complete a part; what nothing tells is kept among the problems.

        Args:
            record: a record, a tuple of records, or any value.
            path: the way to it.
        """
        if isinstance(record, tuple):
            items = tuple(self.of(item, (*path, index)) for index, item in enumerate(record))
            return items if any(map(_differ, items, record)) else record
        ways = _WAYS.get(type(record), ())
        record = _with(record, {w: self.of(getattr(record, w), (*path, w)) for w in ways})
        match record:
            case Organization(gender=None) | Organization(number=None) | Organization(article=None):
                return self._organization(record, path)
            case Body(gender=None) | Body(number=None):
                return self._body(record, path)
            case Chair() | Speaker() | Sender():
                return self._holder(record, path)
            case Addressee(gender=None, title=title):
                told = self._names.person("", _text(title)).gender
                return evolve(record, gender=Gender(told or Gender.MASCULINE))
            case _:
                return record

    def _organization(self, record: Organization, path: RecordPath) -> Organization:
        told = self._names.noun(record.name)
        number = record.number or Number(told.number)
        article = record.article
        if article is None:  # one that the name begins with is not put before it again
            article = _takes_article(record.name, told)
        shown = article and number is Number.SINGULAR
        gender = record.gender or told.gender
        if gender is None and shown:
            self._ask(record.name, path)
        return evolve(
            record, gender=Gender(gender or Gender.MASCULINE), number=number, article=article
        )

    def _body(self, record: Body, path: RecordPath) -> Body:
        names = [name for name in (record.short_name, record.name) if name]
        tellings = [told for told in map(self._names.noun, names) if told.gender]
        told = tellings[0] if tellings else self._names.noun(names[0])
        gender = record.gender or told.gender
        if gender is None:
            self._ask(record.name, path)
        for name, one in zip(names, map(self._names.noun, names), strict=True):
            if one.article and not _takes_article(name, one):
                what = message("the name “{name}” begins with its article", name=name)
                advice = message("Write it without: {name}.", name=one.name)
                field = "name" if name == record.name else "short_name"
                self.problems.append(Problem(what, advice, path=(*path, field)))
        number = record.number or Number(told.number)
        return evolve(record, gender=Gender(gender or Gender.MASCULINE), number=number)

    def _ask(self, name: str, path: RecordPath) -> None:
        what = message("nothing tells whether “{name}” is masculine or feminine", name=name)
        self.problems.append(Problem(what, _NAME_ADVICE, path=(*path, "name")))

    def _holder(self, holder: _Holder, path: RecordPath) -> Any:  # noqa: ANN401 -- the same sort
        person, title = holder.person, holder.function.title
        if person.gender is not None:
            return holder
        same = self._genders.get(str(person.name), set())
        gender = self._gender_of(holder) or (next(iter(same)) if len(same) == 1 else None)
        needed = isinstance(holder, Chair) or not isinstance(title, Todo)
        if gender is None and needed and not isinstance(person.name, Todo):
            what = message("nothing tells the gender of {name}", name=person.name)
            self.problems.append(Problem(what, _PERSON_ADVICE, path=(*path, "person", "name")))
        return evolve(holder, person=evolve(person, gender=Gender(gender or Gender.MASCULINE)))

    def _gender_of(self, holder: _Holder) -> str | None:
        """Give the gender that is written, or else told by the name, the title or the rank."""
        person, title = holder.person, holder.function.title
        told = self._names.person(_text(person.name), _text(title)).gender
        return person.gender or told or self._names.person("", person.rank or "").gender


def holders(record: object, path: RecordPath = ()) -> Iterator[tuple[RecordPath, Any]]:
    """Find everyone in a record who holds a function.

    Args:
        record: a report or any part of one, or a tuple of them.
        path: the way to it.
    """
    for way, one in _named(record, path):
        if isinstance(one, _HOLDERS):
            yield way, one


def _named(record: object, path: RecordPath) -> Iterator[tuple[RecordPath, object]]:
    """Find every record that has a name, or leads to one."""
    if isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from _named(item, (*path, index))
        return
    yield path, record
    for way in _WAYS.get(type(record), ()):
        yield from _named(getattr(record, way), (*path, way))


def contradictions(record: object, names: Names) -> Iterator[Problem]:
    """Find what is recorded of a name otherwise than the name tells.

    Args:
        record: a report, or any part of one.
        names: what its language knows of names.

    Returns:
        One problem for each gender, number or article, with the way to the record that holds it.
    """
    for path, one in _named(record, ()):
        match one:
            case Organization(name=name) | Body(short_name=str(name)) | Body(name=name):
                yield from _misnamed(one, names.noun(names.noun(name).name), path)
            case Chair(person=person) | Speaker(person=person) | Sender(person=person):
                yield from _mistitled(person, one.function, names, (*path, "person"))
            case _:
                pass


def _misnamed(record: Organization | Body, told: Told, path: RecordPath) -> Iterator[Problem]:
    if told.gender is None:
        return
    article = None if _takes_article(record.name, told) else False
    pairs = (("gender", told.gender), ("number", told.number), ("article", article))
    for field, value in pairs:
        written = getattr(record, field, None)
        if written is None or value is None or written == value:
            continue
        what = message(
            "“{field}” of “{name}” is recorded as {found}, and it is {known}",
            field=field,
            name=told.name,
            found=str(written).lower(),
            known=str(value).lower(),
        )
        yield Problem(what, message("Correct it, or leave it out."), path=(*path, field))


def _mistitled(
    person: Person, function: Function, names: Names, path: RecordPath
) -> Iterator[Problem]:
    if isinstance(person.name, Todo) or person.gender is None:
        return
    for name, title in ((person.name, ""), ("", _text(function.title)), ("", person.rank or "")):
        told = names.person(name, title).gender
        if told is not None and told != person.gender:
            what = message(
                "{name} is recorded as {found}, and “{words}” is {known}",
                name=person.name,
                found=str(person.gender),
                words=title or name,
                known=told,
            )
            yield Problem(
                what, message("Correct the gender, or the words."), path=(*path, "gender")
            )


def _takes_article(name: str, told: Told) -> bool:
    """Tell whether an article is put before a name: not where it begins with its own."""
    return told.article and told.name == " ".join(name.split())


def _text(prose: object) -> str:
    return prose if isinstance(prose, str) else ""


def _differ(one: object, other: object) -> bool:
    return one is not other


def _with(record: Any, parts: Mapping[str, object]) -> Any:  # noqa: ANN401 -- a record of any sort
    """Put parts into a record; where none is another than before, give the record itself."""
    changed = {name: part for name, part in parts.items() if part is not getattr(record, name)}
    return evolve(record, **changed) if changed else record
