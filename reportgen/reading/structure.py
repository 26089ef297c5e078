"""Nodes of files → records, every fault at once.

Part of `reading`, and the only module that knows `cattrs`: a converter finds the function for each
type of the records; the functions take nodes, so that every fault and every value has its spot.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, TypeAlias, Union, get_args, get_origin

import attrs
from attrs import frozen
from cattrs import Converter

from reportgen.errors import Problem, RecordError, RecordPath
from reportgen.languages import Language
from reportgen.messages import Message, message
from reportgen.pictures import Image
from reportgen.reading.dates import day_of
from reportgen.reading.nodes import (
    Broken,
    Entry,
    Mapping,
    Node,
    NodeError,
    Scalar,
    Sequence,
    Spot,
    children,
)
from reportgen.reading.values import (
    HYPHENS,
    boolean_of,
    choice_of,
    image_of,
    nothing,
    text_of,
    whole_number_of,
    wrong_type,
)
from reportgen.reading.words import nearest, plain
from reportgen.records import (
    Gender,
    Item,
    Number,
    Organization,
    Paragraph,
    Period,
    Speaker,
    Symbol,
    Todo,
)

TODO = "todo"
_YEAR = re.compile(r"[1-9][0-9]{3}")

Entries: TypeAlias = MappingOf[str, Entry]

Kind: TypeAlias = Any
"""What the annotation of a field says: a class, a union, a tuple of one class."""

Value: TypeAlias = Any
"""A value of the kind that is asked for."""

_Check: TypeAlias = Callable[[Any], object]
"""Looks at a record, of which some fields may be unset, and refuses what is wrong."""

_Registry: TypeAlias = dict[str, tuple[Node, Value]]
_REGISTRIES: MappingOf[type, tuple[str, str]] = {
    Organization: ("organizations", "{name: …, gender: feminine}"),
    Speaker: ("speakers", "{person: {name: …, gender: feminine}, function: {title: …}}"),
}
"""The key of each registry, and what an entry of it looks like."""


@frozen
class Fields:
    """What the fields of a record are made of.

    Args:
        entries: the keys and values, by the names of the fields that they are meant for.
        values: the values that are right.
        problems: what is wrong.
        complete: whether nothing is wrong, here or where it was told before.
    """

    entries: Entries
    values: MappingOf[str, Value]
    problems: tuple[Problem, ...]
    complete: bool


class Structure:
    """Makes records of nodes, and knows the registries that they refer to.

    Args:
        registries: what is registered under `organizations` and under `speakers`; None where
            the registries could not be read, and any reference to them must be believed.
        spoken: the language of the report, which knows States and organizations besides.
    """

    def __init__(self, registries: Entries | None, spoken: Language) -> None:
        """Set up the functions for the types of records, then read the registries."""
        self.problems: list[Problem] = []
        self._targets: dict[Node, Node] = {}
        self._believing = registries is None
        self._spoken = spoken
        self._registered: dict[type, _Registry] = {kind: {} for kind in _REGISTRIES}
        self._converter = self._make_converter()
        for kind, (name, _) in _REGISTRIES.items():
            if registries and name in registries:
                self._register(kind, registries[name].value)

    def record(self, node: Node, kind: Kind) -> Value:
        """Make a value of one type.

        Raises:
            NodeError: everything that is wrong in the node.
        """
        if isinstance(node, Broken):
            raise NodeError
        open_allowed = Todo in get_args(kind) or _is_text_record(kind) or kind is Todo
        if isinstance(node, Scalar) and node.kind == "empty":
            raise nothing(node, todo=open_allowed)
        if _is_todo(node) and not open_allowed:
            what = message("this cannot be left open by a todo")
            raise NodeError(node.spot.problem(what, message("Write the value, or delete the key.")))
        return self._converter.structure(node, kind)

    def fields(self, node: Node, kind: type, besides: SequenceOf[str] = ()) -> Fields:
        """Make the values of a record’s fields.

        Args:
            node: the keys and values.
            kind: the class of the record.
            besides: keys that someone else reads.

        Raises:
            NodeError: the node is no keys and values at all.
        """
        if not isinstance(node, Mapping):
            names = ", ".join(field.name for field in _fields(kind))
            raise wrong_type(node, message("keys and values ({names})", names=names))
        attributes = [field for field in _fields(kind) if field.name not in besides]
        entries, problems = known_entries(node, [*(field.name for field in attributes), *besides])
        guessed = {name for name, entry in entries.items() if name not in node.entries}
        values: dict[str, Value] = {}
        complete = not problems
        for field in attributes:
            entry = entries.get(field.name)
            if entry is None:
                if field.default is attrs.NOTHING:
                    complete = False
                    problems.append(_missing(node, field.name))
                continue
            try:
                values[field.name] = self.record(entry.value, field.type)
            except NodeError as error:
                complete = False
                if field.name not in guessed or not isinstance(entry.value, Scalar):
                    problems.extend(error.problems)
        if not complete:
            problems += self._refused(node, kind, values, _validators(kind, values))
        return Fields(entries, values, tuple(problems), complete)

    def _refused(
        self, node: Node, kind: type, fields: MappingOf[str, Value], checks: Iterable[_Check]
    ) -> Iterator[Problem]:
        """Tell what else is wrong with a record of which some values are faulty.

        Args:
            node: the keys and values.
            kind: the class of the record.
            fields: the values that are right one by one, and the defaults of those left out.
            checks: what the record refuses.
        """
        sketch: Value = object.__new__(kind)
        for name, value in fields.items():
            object.__setattr__(sketch, name, value)
        for check in checks:
            try:
                check(sketch)
            except RecordError as error:
                yield from (self.locate(node, problem) for problem in error.problems)
            except AttributeError:  # it looks at a value that is faulty itself
                continue

    def make(self, node: Node, kind: Callable[..., Value], values: MappingOf[str, Value]) -> Value:
        """Make a record of values that are right one by one.

        Raises:
            NodeError: the values contradict one another.
        """
        try:
            return kind(**values)
        except RecordError as error:
            raise NodeError(*(self.locate(node, p) for p in error.problems)) from error

    def locate(self, node: Node, problem: Problem) -> Problem:
        """Give a problem of a record the spot that its path leads to, from the record’s node."""
        spot = node.spot
        for step in problem.path:
            found = dict(children(self._targets.get(node, node))).get(step)
            if found is None:
                break
            node, spot = found, found.spot
        return attrs.evolve(problem, place=spot.place, excerpt=spot.excerpt)

    def spots(self, node: Node, path: RecordPath) -> Iterator[tuple[RecordPath, Spot]]:
        """Give the spot of each value in a node, those of registered ones in the registries."""
        yield path, node.spot
        for step, child in children(self._targets.get(node, node)):
            yield from self.spots(child, (*path, step))

    def _make_converter(self) -> Converter:
        converter = Converter(detailed_validation=False)
        kinds: tuple[tuple[type, Callable[[Node, Kind], Value]], ...] = (
            (Todo, self._todo),
            (Symbol, self._symbol),
            (Image, lambda node, _: image_of(node)),
            (Period, self._period),
            (Organization, self._referred),
            (Speaker, self._referred),
            (Paragraph, self._text_record),
            (Item, self._text_record),
            (StrEnum, choice_of),
            (str, lambda node, _: text_of(node)),
            (bool, lambda node, _: boolean_of(node)),
            (int, lambda node, _: whole_number_of(node)),
            (date, lambda node, _: day_of(node)),
        )
        for kind, hook in kinds:
            converter.register_structure_hook(kind, hook)
        converter.register_structure_hook_func(attrs.has, self._attrs)
        converter.register_structure_hook_func(_is_tuple, self._tuple)
        converter.register_structure_hook_func(_is_union, self._union)
        return converter

    def _attrs(self, node: Node, kind: type) -> Value:
        fields = self.fields(node, kind)
        if not fields.complete:
            whole = getattr(kind, "__attrs_post_init__", None)
            known = {**_defaults(kind, fields.entries), **fields.values}
            refused = self._refused(node, kind, known, [whole] if whole else [])
            raise NodeError(*fields.problems, *refused)
        return self.make(node, kind, fields.values)

    def _text_record(self, node: Node, kind: type) -> Value:
        """Make a paragraph, an item or a conclusion, which may be written as its text alone."""
        if isinstance(node, Mapping) and not _is_todo(node):
            names = [field.name for field in _fields(kind)]
            if any(key in names or nearest(key, names) for key in node.entries):
                return self._attrs(node, kind)
        text = self._todo(node, Todo) if _is_todo(node) else text_of(node)
        return kind(text=text)

    def _union(self, node: Node, kind: Kind) -> Value:
        """Make an optional value, or one that a todo may stand for."""
        rest = [option for option in get_args(kind) if option not in {Todo, type(None)}]
        return self.record(node, Todo if _is_todo(node) else rest[0])

    def _todo(self, node: Node, _: type) -> Todo:
        if not isinstance(node, Mapping):
            raise wrong_type(node, message("a todo"))
        entries, problems = known_entries(node, [TODO])
        if problems:
            raise NodeError(*(_cut_short(node, entries[TODO]) or problems))
        text = entries[TODO].value
        if isinstance(text, Scalar) and text.kind == "empty":
            advice = message("Write what belongs here: {{todo: the date of the meeting}}.")
            raise NodeError(text.spot.problem(message("the todo says nothing"), advice))
        return Todo(self.record(text, str))

    def _symbol(self, node: Node, _: type) -> Symbol:
        text = text_of(node)
        return self.make(node, Symbol, {"text": text})  # type: ignore[no-any-return]

    def _period(self, node: Node, _: type) -> Period:
        if isinstance(node, Scalar):
            if not _YEAR.fullmatch(node.text):
                raise wrong_type(node, message("a year such as 2016, or start and end"))
            return Period.of_year(int(node.text))
        return self._attrs(node, Period)  # type: ignore[no-any-return]

    def _tuple(self, node: Node, kind: Kind) -> tuple[Value, ...]:
        if not isinstance(node, Sequence):
            raise wrong_type(node, message("a list"), HYPHENS)
        values: list[Value] = []
        problems: list[Problem] = []
        complete = True
        for item in node.items:
            try:
                values.append(self.record(item, get_args(kind)[0]))
            except NodeError as error:
                complete = False
                problems += error.problems
        if not complete:
            raise NodeError(*problems)
        return tuple(values)

    def _referred(self, node: Node, kind: type) -> Value:
        """Make a value that is written out, or find the registered one that a key stands for."""
        if not isinstance(node, Scalar):
            return self._attrs(node, kind)
        if self._believing:
            raise NodeError
        registered = self._registered[kind]
        known = (
            None if kind is not Organization or node.text in registered else self._known(node.text)
        )
        key = self._own_key(known) if known else node.text
        if key is None:
            return known
        if key not in registered:
            others = self._spoken.known_keys() if kind is Organization else ()
            raise NodeError(node.spot.problem(*_unregistered(key, kind, registered, others)))
        target, value = registered[key]
        if value is None:
            raise NodeError
        self._targets[node] = target
        return value

    def _known(self, text: str) -> Organization | None:
        """Find a State or an organization that comes with the program."""
        told = self._spoken.known(text)
        if told is None:
            return None
        gender = Gender(told.gender) if told.gender else None
        return Organization(told.name, gender, Number(told.number), told.article)

    def _own_key(self, known: Organization) -> str | None:
        """Find the key under which the report registers what comes with the program too."""
        for key, (_, own) in self._registered[Organization].items():
            if known in (self._known(key), self._known(own.name) if own else None):
                return key
        return None

    def _register(self, kind: type, node: Node) -> None:
        """Read a registry; what is wrong in it is told here, once, and not where it is used."""
        if not isinstance(node, Mapping):
            self.problems.extend(wrong_type(node, message("a key for each of them")).problems)
            return
        for key, entry in node.entries.items():
            value = None
            try:
                value = self._registration(kind, key, entry.value)
            except NodeError as error:
                self.problems.extend(error.problems)
            self._registered[kind][key] = entry.value, value

    def _registration(self, kind: type, key: str, node: Node) -> Value:
        fields = self.fields(node, kind)
        problems = [*fields.problems]
        if kind is Organization:
            values = fields.values
        else:
            values = {**fields.values, "key": key}
            if fields.values.get("key", key) != key:
                spot = fields.entries["key"].value.spot
                what = message("the key of a registered speaker is its name here, “{key}”", key=key)
                problems.append(spot.problem(what, message("Delete this line.")))
        if problems or not fields.complete:
            raise NodeError(*problems)
        return self.make(node, kind, values)


def _fields(kind: type) -> tuple[attrs.Attribute[Any], ...]:
    attrs.resolve_types(kind)
    return tuple(attrs.fields(kind))


def _validators(kind: type, values: MappingOf[str, Value]) -> Iterator[_Check]:
    """Give what the fields of a record refuse, of those that have a value."""
    for field in _fields(kind):
        if field.name in values and (validator := field.validator):
            value = values[field.name]
            value = field.converter(value) if callable(field.converter) else value
            yield partial(_validated, validator, field, value)


def _validated(
    validator: Callable[..., object], field: attrs.Attribute[Any], value: Value, sketch: object
) -> None:
    validator(sketch, field, value)


def _defaults(kind: type, entries: Entries) -> dict[str, Value]:
    """Give the values of the fields that are left out and need not be written."""
    return {
        field.name: field.default
        for field in _fields(kind)
        if field.name not in entries and field.default is not attrs.NOTHING
    }


def _is_tuple(kind: Kind) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _is_union(kind: Kind) -> bool:
    return get_origin(kind) in {Union, types.UnionType}


def _is_text_record(kind: Kind) -> bool:
    return isinstance(kind, type) and issubclass(kind, (Paragraph, Item))


def _is_todo(node: Node) -> bool:
    return isinstance(node, Mapping) and any(
        plain(key) in {TODO, "a_faire"} for key in node.entries
    )


def _cut_short(node: Mapping, todo: Entry) -> list[Problem]:
    """Tell of a comma in a todo between braces, which YAML takes for the end of its text."""
    rest = {key: entry for key, entry in node.entries.items() if entry is not todo}
    empty = all(isinstance(e.value, Scalar) and e.value.kind == "empty" for e in rest.values())
    if not (rest and node.flow and empty and isinstance(todo.value, Scalar)):
        return []
    hint = ", ".join([todo.value.text, *rest]).replace("'", "''")
    what = message("the comma ends the todo here")
    advice = message("Write its text between apostrophes: {{todo: '{hint}'}}.", hint=hint)
    return [next(iter(rest.values())).key.problem(what, advice)]


def known_entries(node: Mapping, known: SequenceOf[str]) -> tuple[dict[str, Entry], list[Problem]]:
    """Tell the unknown keys, and take each for the missing key that it resembles.

    Args:
        node: the keys and values.
        known: the keys that may stand there.

    Returns:
        The entries by the keys that were meant, and one problem for each unknown key.
    """
    entries = {key: entry for key, entry in node.entries.items() if key in known}
    problems = []
    for key, entry in node.entries.items():
        if key in known:
            continue
        meant = nearest(key, [name for name in known if name not in entries])
        if meant is not None:
            entries[meant] = entry
            advice = message("Write “{name}”.", name=meant)
        else:
            advice = message("Known here: {names}.", names=", ".join(known))
        problems.append(entry.key.problem(message("the key “{key}” is not known", key=key), advice))
    return entries, problems


def _missing(node: Mapping, name: str) -> Problem:
    what = message("the key “{name}” is missing", name=name)
    return node.spot.problem(what, message("Add it."))


def _unregistered(
    key: str, kind: type, registered: MappingOf[str, object], known: SequenceOf[str]
) -> tuple[Message, Message]:
    name, entry = _REGISTRIES[kind]
    meant = nearest(key, registered) or nearest(key, known)
    if meant is not None:
        advice = message("Write “{name}”.", name=meant)
    elif registered:
        names = ", ".join(sorted(registered))
        advice = message("Add it there, or use one of: {names}.", names=names)
    else:
        line = f"{name}: {{{key}: {entry}}}"
        advice = message("Add it there, with a line such as “{line}”.", line=line)
    what = message("“{key}” is not registered under “{registry}”", key=key, registry=name)
    return what, advice
