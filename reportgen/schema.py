"""JSON Schemas of the files of a report, made from the records, for editors.

Floor 5. The records' types say what may stand where, as `reading` takes them; their docstrings and
the catalogue `records` say what it means, in French and in English. A new field of a record is in
the schemas by itself.

What only `reading` can see: whether a key is registered, whether a name tells its gender, whether a
day lies in the period or two meetings share one, who may speak in an account, and what the signs of
a file hide from its values (control characters, `2016.0` for a year). They refuse what `reading`
takes in one case: a key that YAML takes for true or false.
"""

from __future__ import annotations

import gettext
import inspect
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

import attrs

from reportgen import languages
from reportgen.messages import CATALOGUES, LANGUAGES, Message, message, speaking
from reportgen.pictures import Image
from reportgen.records import (
    Founding,
    FoundingKind,
    Item,
    Meeting,
    MeetingKind,
    Organization,
    Paragraph,
    Period,
    Report,
    Speaker,
    Statement,
    Symbol,
    Todo,
)
from reportgen.spellings import shown

Schema: TypeAlias = dict[str, Any]
Kind: TypeAlias = Any
"""What the annotation of a field says: a class, a union, a tuple of one class."""

# The YAML language server, which VS Code and others check with, knows the drafts up to 7:
# https://github.com/redhat-developer/yaml-language-server/issues/856
_DRAFT = "http://json-schema.org/draft-07/schema#"

_DAY = {
    "pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "advice": message("Write the year, the month and the day, for example 2016-04-28."),
}
_SPOKEN_DAY = {
    "pattern": "(?:[^0-9]+ )?[0-9]{1,2}(?:er)?[-/. ]+(?:[0-9]{1,2}|[^0-9 ]{3,})[-/., ]+[0-9]{4}",
    "advice": _DAY["advice"],
}
_TEXT_ADVICE = message("Write the text, or leave the key out, or write a todo.")
_REGISTRIES = {
    "organizations": (Organization, "the organizations and States, each under a key of its own."),
    "speakers": (Speaker, "those who speak at meetings, each under a key of its own."),
}
_KEYS = {
    Organization: "the key of an organization or a State in the registry `organizations`, or the"
    " name, the acronym or the key of one that is known.",
    Speaker: "the key of a speaker in the registry `speakers`.",
}


def schemas() -> dict[str, Schema]:
    """Make the schemas, by the names of their files.

    Returns:
        `report.schema.json` for the report.yaml of a folder, or one file with everything; and
        `meeting.schema.json` for each file of its meetings.
    """
    return {
        "report.schema.json": _document(Report, _registries),
        "meeting.schema.json": _document(Meeting, lambda _: {}),
    }


def schema_files() -> dict[str, bytes]:
    """Make the files of the schemas, by their names."""
    return {
        name: f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()
        for name, schema in schemas().items()
    }


class _Parts:
    """The parts of one schema by their names, each made once, though it may hold itself."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.made:
            self.made[name] = {}
            self.made[name] |= make()
        return {"$ref": f"#/definitions/{name}"}


def _document(record: type, besides: Callable[[_Parts], Mapping[str, Schema]]) -> Schema:
    parts = _Parts()
    schema = _record(record, parts)
    schema["properties"] |= besides(parts)
    return {"$schema": _DRAFT, **schema, "definitions": dict(sorted(parts.made.items()))}


def _registries(parts: _Parts) -> dict[str, Schema]:
    return {
        name: {
            "description": described(meaning),
            "type": "object",
            "additionalProperties": _written_out(kind, parts),
        }
        for name, (kind, meaning) in _REGISTRIES.items()
    }


def _record(kind: type, parts: _Parts) -> Schema:
    """Say a record that is written out, key by key."""
    fields = attrs.fields(kind)
    types = get_type_hints(kind)
    meanings = explained(kind)
    return {
        "description": described(summary(kind)),
        "type": "object",
        "properties": {
            field.name: {
                "description": described(meanings[field.name]),
                **_value(types[field.name], parts, field.metadata),
                **_default(field.default),
            }
            for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
        **(_RULES[kind]() if kind in _RULES else {}),
        **_snippets(kind),
    }


def _default(value: object) -> Schema:
    return {"default": value} if isinstance(value, (bool, str)) else {}


def _value(kind: Kind, parts: _Parts, form: Mapping[Any, Any]) -> Schema:
    """Say what may stand where a field has a type.

    Args:
        kind: the type.
        parts: the parts of the schema so far.
        form: the metadata of the field, which may ask for a form of its text.
    """
    if isinstance(kind, UnionType):
        kinds = [one for one in get_args(kind) if one is not NoneType]
        return _any_of(*(_value(one, parts, form) for one in kinds))
    origin: object = get_origin(kind)
    if origin is tuple:
        return {"type": "array", "items": _value(get_args(kind)[0], parts, {})}
    if kind is Symbol:
        form = form or attrs.fields(Symbol).text.metadata
    if kind is Image:
        return parts.refer("text", _text)  # its file
    if kind in {str, Symbol}:
        return {"type": "string", **_form(form)} if form else parts.refer("text", _text)
    for known, say in _SAID.items():
        if issubclass(kind, known):
            return say(kind, parts)
    if attrs.has(kind):
        return _written_out(kind, parts)
    raise TypeError(kind)


def _any_of(*options: Schema) -> Schema:
    """Join what may stand in one place."""
    flat = [inner for option in options for inner in option.get("anyOf", [option])]
    return {"anyOf": flat} if len(flat) > 1 else flat[0]


def _written_out(kind: type, parts: _Parts) -> Schema:
    return parts.refer(kind.__name__, lambda: _record(kind, parts))


def _text() -> Schema:
    return {"type": "string", "pattern": r"\S", "patternErrorMessage": _said(_TEXT_ADVICE)}


def _form(metadata: Mapping[Any, Any]) -> Schema:
    """Say the form of a text, as the metadata of a field asks for it."""
    advice = _said(metadata["advice"])
    return {"pattern": f"^(?:{metadata['pattern']})$", "patternErrorMessage": advice}


def _todo(_kind: type, parts: _Parts) -> Schema:
    (field,) = attrs.fields(Todo)
    meaning = described(explained(Todo)[field.name])

    def make() -> Schema:
        return {
            "description": described(summary(Todo)),
            "type": "object",
            "properties": {
                "todo": {"description": meaning, **_value(str, parts, field.metadata)},
            },
            "required": ["todo"],
            "additionalProperties": False,
            **_snippets(Todo),
        }

    return parts.refer("Todo", make)


def _text_record(kind: type, parts: _Parts) -> Schema:
    """Say a paragraph, an item or a conclusion: its text alone, a hole, or its fields."""
    text = get_type_hints(kind)["text"]
    return _any_of(_value(text, parts, {}), _written_out(kind, parts))


def _referred(kind: type, parts: _Parts) -> Schema:
    """Say what is written out, or stands in a registry; YAML takes the key `1` for a number."""
    key: Schema = {"description": described(_KEYS[kind]), "type": ["string", "number"]}
    if kind is Organization:  # what comes with the program is offered; any other key may stand too
        key |= {"anyOf": [{"enum": [*languages.language("fr").known_keys()]}, {}]}
    return _any_of(parts.refer(f"{kind.__name__}Key", lambda: key), _written_out(kind, parts))


def _period(kind: type, parts: _Parts) -> Schema:
    year = {"type": "integer", "minimum": 1000, "maximum": 9999}
    quoted = {"type": "string", "pattern": "^[1-9][0-9]{3}$"}
    return _any_of(year, quoted, _written_out(kind, parts))


def _choice(kind: type[StrEnum], parts: _Parts) -> Schema:
    meanings = explained(kind)

    def make() -> Schema:
        return {
            "description": described(summary(kind)),
            "type": "string",
            "enum": _words(*kind),
            "enumDescriptions": [
                *(described(meanings[choice.name]) for choice in kind),
                *(described(meanings[choice.name]) for choice in kind for _ in shown(choice)),
            ],
        }

    return parts.refer(kind.__name__, make)


def _words(*values: str) -> list[str]:
    """Give the words that editors offer for values: their own, and the French."""
    return [*map(str, values), *(word for value in values for word in shown(value))]


def _boolean(_kind: type, _parts: _Parts) -> Schema:
    words = _words("true", "false")
    return _any_of({"type": "boolean"}, {"type": "string", "enum": words})


def _day(_kind: type, parts: _Parts) -> Schema:
    figures = {"type": "string", "format": "date", **_form(_DAY)}
    return parts.refer("date", lambda: _any_of(figures, {"type": "string", **_form(_SPOKEN_DAY)}))


_SAID: dict[type, Callable[[Any, _Parts], Schema]] = {
    bool: _boolean,
    int: lambda _kind, _parts: {"type": "integer", "minimum": 1},
    date: _day,
    StrEnum: _choice,
    Todo: _todo,
    Period: _period,
    Organization: _referred,
    Speaker: _referred,
    Paragraph: _text_record,
    Item: _text_record,
}

_RULES: dict[type, Callable[[], Schema]] = {
    Meeting: lambda: {
        "if": {"properties": {"kind": {"enum": _words(MeetingKind.THEMATIC)}}},
        "then": {"required": ["theme"]},
    },
    Founding: lambda: {
        "if": {
            "properties": {"kind": {"enum": _words(FoundingKind.RESOLUTION)}},
            "required": ["kind"],
        },
        "then": {"properties": {"symbol": _form(attrs.fields(Report).renewal.metadata)}},
    },
}
"""What the fields of one record say of one another."""

_SNIPPETS: dict[type, tuple[str, str]] = {
    Meeting: (
        "a meeting",
        """\
date: ${1:2016-04-28}
theme: >-
  ${2:Thème}
concept_note: {todo: ${3:cote de la note conceptuelle}}
speakers: []
account:
  - by: chair
    paragraphs:
      - todo: ${4:remarques liminaires}
""",
    ),
    Statement: (
        "a statement",
        """\
by: ${1:chair}
paragraphs:
  - >-
    ${2:Le Président a souligné}
""",
    ),
    Todo: ("a todo", "todo: ${1:ce qui est attendu}"),
}
"""What an editor writes for a whole record, by the name that it offers."""


def _snippets(kind: type) -> Schema:
    if kind not in _SNIPPETS:
        return {}
    label, body = _SNIPPETS[kind]
    return {"defaultSnippets": [{"label": _french().gettext(label), "body": body}]}


def summary(kind: type) -> str:
    """Give the first paragraph of the docstring of a record."""
    return _folded(_docstring(kind).split("\n\n", maxsplit=1)[0])


def explained(kind: type) -> dict[str, str]:
    """Give what the docstrings of a record, and of those that it extends, say of each field."""
    return {
        name: _folded(meaning)
        for base in reversed(kind.__mro__)
        for section in _SECTION.findall(_docstring(base))
        for name, meaning in _LINE.findall(section)
    }


_SECTION = re.compile(r"^(?:Args|Attributes):\n((?:(?: {4}.*)?\n?)*)", re.MULTILINE)
_LINE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def _docstring(kind: type) -> str:
    return inspect.cleandoc(kind.__doc__ or "")


def _folded(text: str) -> str:
    return " ".join(text.split())


def described(english: str) -> str:
    """Say what something means, in French and then in English."""
    return _both([_french().gettext(english), english])


def _said(advice: Message) -> str:
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(str(advice))
    return _both(said)


def _both(texts: Sequence[str]) -> str:
    return "\n\n".join(f"{text[:1].upper()}{text[1:]}" for text in texts)


@cache
def _french() -> gettext.NullTranslations:
    return gettext.translation("records", CATALOGUES, ["fr"])
