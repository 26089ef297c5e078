"""Who is registered in a report, by name, function and organization; and who is added.

Part of `planning`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any, Literal, TypeAlias

from attrs import frozen

from reportgen.editing import inserted, yaml_of
from reportgen.languages import Language
from reportgen.messages import Message, message
from reportgen.programme import PlannedSpeaker
from reportgen.records import CHAIR, PARTICIPANTS, Gender, Number, Organization

_HERE = "reportgen.planning"  # marks where new entries go, until they are there
_GENDER = re.compile(r"^( +gender: \w+)$", re.MULTILINE)
_INITIAL = 2

_Values: TypeAlias = dict[str, Any]
_Registry: TypeAlias = Literal["organizations", "speakers"]


@frozen
class Listed:
    """A speaker of a meeting: the key, and who that is, for a hint."""

    key: str
    said: str


@frozen
class _Function:
    """What someone is planned to speak as.

    Args:
        title: the title; None where the programme does not say it.
        of: the organization, by name.
        host: the organization that the bearer is accredited to, by name.
    """

    title: str | None
    of: str | None = None
    host: str = ""


class Register:
    """The organizations and the speakers of a report, those that are added, and what to check.

    Args:
        records: the values of the report's own file.
        spoken: the language of the report.
    """

    def __init__(self, records: Mapping[str, Any], spoken: Language) -> None:
        """Find everyone by name."""
        self.notes: list[Message] = []
        self._spoken = spoken
        self._organizations: _Values = {}
        self._speakers: _Values = {}
        self._organization_keys: dict[str, str] = {}
        self._speaker_keys: dict[str, list[str]] = {}
        self._new: dict[_Registry, _Values] = {"organizations": {}, "speakers": {}}
        self._unsure: set[tuple[_Registry, str]] = set()
        for key, entry in (records.get("organizations") or {}).items():
            self._know_organization(key, entry)
        for key, entry in (records.get("speakers") or {}).items():
            self._know_speaker(key, entry)

    def speaker(self, planned: PlannedSpeaker) -> str:
        """Find someone's key, or register him or her in that function."""
        naming = self._spoken.person(planned.name, planned.title or "")
        function = self._function(planned)
        same = self._speaker_keys.get(_name_letters(naming.name), [])
        fitting = [key for key in same if self._speaks_as(self._speakers[key], function)]
        if fitting:
            if function.title is None and len(fitting) > 1:
                self.notes.append(
                    message(
                        "{name} is registered as {keys}; taken as {key}",
                        name=naming.name,
                        keys=", ".join(fitting),
                        key=fitting[-1],
                    )
                )
            return fitting[-1]
        key = _free_key(_family_name(naming.name), self._speakers, "speaker")
        if same:
            person = self._speakers[same[-1]]["person"]
            self.notes.append(
                message(
                    "{name}, registered as {known}, is to speak in another function: see {key}",
                    name=person["name"],
                    known=same[-1],
                    key=key,
                )
            )
        else:
            ranked = self._spoken.person(planned.name, planned.rank or "")
            gender = planned.gender or naming.gender or ranked.gender
            person = {"name": naming.name, "gender": str(gender or Gender.MASCULINE)}
            person |= {"rank": planned.rank} if planned.rank else {}
            person |= {"surname": planned.surname} if planned.surname else {}
            if gender is None:
                self._note_unsure("speakers", key, naming.name)
        entry = {"person": person, "function": self._function_entry(function, naming.name)}
        self._new["speakers"][key] = entry
        self._know_speaker(key, entry)
        return key

    def listed(self, keys: Sequence[str], file: str) -> tuple[Listed, ...]:
        """Say who the speakers of a meeting are, each once."""
        once = dict.fromkeys(keys)
        self.notes += [
            message("{file}: {key} was planned twice, and is listed once", file=file, key=key)
            for key in once
            if keys.count(key) > 1
        ]
        return tuple(Listed(key, self._said(key)) for key in once)

    def written(self, text: str) -> str:
        """Put the new entries behind those of the registries in a report's text."""
        for registry, entries in self._new.items():
            if entries:
                blocks = [self._block(registry, key, entry) for key, entry in entries.items()]
                text = _extended(text, registry, next(iter(entries)), blocks)
        return text

    def _block(self, registry: _Registry, key: str, entry: _Values) -> str:
        block = yaml_of({key: entry}).rstrip("\n")
        if (registry, key) not in self._unsure:
            return block
        return _GENDER.sub(rf"\1  # {self._spoken.words('to be verified')}", block, count=1)

    def _know_organization(self, key: str, entry: _Values) -> None:
        self._organizations[key] = entry
        for name in (key, self._spoken.noun(entry["name"]).name):
            self._organization_keys.setdefault(_letters(name), key)

    def _know_speaker(self, key: str, entry: _Values) -> None:
        self._speakers[key] = entry
        name = entry["person"]["name"]
        if isinstance(name, str):
            self._speaker_keys.setdefault(_name_letters(name), []).append(key)

    def _note_unsure(self, registry: _Registry, key: str, name: str) -> None:
        self._unsure.add((registry, key))
        self.notes.append(
            message(
                "the gender of {name} is not known: check “gender” of “{key}” under “{registry}”",
                name=name,
                registry=registry,
                key=key,
            )
        )

    def _function(self, planned: PlannedSpeaker) -> _Function:
        """Take a function apart: what is said of the organization in the title is said once."""
        title, of = planned.title, planned.organization
        if title is None:
            return _Function(None, of)
        unposted, host = self._host(title)
        if of is None:
            return _Function(unposted, None, host) if self._find(host) else _Function(title)
        title = unposted
        ending = f" {self._filtered('de', self._noun(of))}".casefold()
        straight = title.replace("'", "’").casefold()
        if straight.endswith(ending):
            title = title[: -len(ending)]
        elif f"{ending} " in straight:
            return _Function(title, None, host)
        if not host and self._spoken.accredited(title):
            united_nations = self._spoken.words("United Nations Organization")
            if _letters(self._noun(of).name) != _letters(united_nations):
                host = united_nations
        return _Function(title, of, host)

    def _host(self, title: str) -> tuple[str, str]:
        """Part a title from the organization that its bearer is accredited to."""
        unposted, host = self._spoken.posting(title)
        if _letters(host) == _letters(self._spoken.words("United Nations")):
            host = self._spoken.words("United Nations Organization")
        return unposted, host

    def _function_entry(self, function: _Function, name: str) -> _Values:
        hint = self._spoken.words("function {of_name}")
        unknown = {"todo": hint.format(of_name=self._filtered("de", name))}
        entry: _Values = {"title": function.title or unknown}
        entry |= {"of": self._organization(function.of)} if function.of else {}
        return entry | (
            {"accredited_to": self._organization(function.host)} if function.host else {}
        )

    def _speaks_as(self, speaker: _Values, planned: _Function) -> bool:
        """Tell whether a registered function is the planned one, as far as that is known."""
        registered = self._registered_of(speaker["function"])
        same_of = planned.of is None or (
            registered is not None and self._known_as(registered.name, planned.of)
        )
        if planned.title is None:
            return same_of
        titles = [planned.title] if same_of else []
        if planned.of:
            titles.append(f"{planned.title} {self._filtered('de', self._noun(planned.of))}")
        wanted = {
            _letters(self._filtered("accord", said, way)) for said in titles for way in Gender
        }
        forms = (form for way in Gender for form in self._forms(speaker["function"], way))
        return any(_letters(form) in wanted for form in forms)

    def _known_as(self, registered: str, name: str) -> bool:
        return _letters(registered) == _letters(self._noun(name).name)

    def _forms(self, function: _Values, gender: Gender) -> Iterator[str]:
        """Give the ways to say a function, the fullest last."""
        if not isinstance(function["title"], str):
            return
        title = self._filtered("accord", function["title"], gender)
        of = self._registered_of(function)
        remit = function.get("remit")
        agreed = self._filtered("accord", remit, gender) if remit else ""
        remits = ["", f" {agreed}"] if agreed else [""]
        for said in ["", f" {self._filtered('de', of)}"] if of else [""]:
            yield from (f"{title}{said}{following}" for following in remits)

    def _said(self, key: str) -> str:
        """Say who someone is: M. Omar Hilale, Représentant permanent du Maroc."""
        person, function = self._speakers[key]["person"], self._speakers[key]["function"]
        name = str(person["name"])
        told = self._spoken.person(name, str(function["title"])).gender
        gender = Gender(person.get("gender") or told or Gender.MASCULINE)
        if ("speakers", key) not in self._unsure:
            form = "Mr. {name}" if gender is Gender.MASCULINE else "Ms. {name}"
            name = self._spoken.words(form).format(name=name)
        return ", ".join([name, *list(self._forms(function, gender))[-1:]])

    def _registered_of(self, function: _Values) -> Organization | None:
        """Give the organization of a registered function, which may stand there or be a key."""
        of = function.get("of")
        entry = self._organizations.get(of) if isinstance(of, str) else of
        if entry is None and isinstance(of, str) and (known := self._spoken.known(of)):
            entry = {"name": known.name}
        return self._noun_of(entry) if entry else None

    def _noun(self, name: str) -> Organization:
        """Give an organization by any of its names, registered or not."""
        key = self._find(name)
        return self._noun_of(self._organizations[key] if key else self._organization_entry(name))

    def _find(self, name: str) -> str | None:
        """Find the key of an organization by its name or its key."""
        return self._organization_keys.get(_letters(self._spoken.noun(name).name)) if name else None

    def _organization(self, name: str) -> str:
        """Find the key of an organization, or register it."""
        found = self._find(name)
        if found is not None:
            return found
        entry = self._organization_entry(name)
        key = _free_key(entry["name"], self._organizations, "organization")
        if self._spoken.noun(name).gender is None:
            self._note_unsure("organizations", key, entry["name"])
        self._new["organizations"][key] = entry
        self._know_organization(key, entry)
        return key

    def _organization_entry(self, name: str) -> _Values:
        naming = self._spoken.noun(name)
        entry: _Values = {"name": naming.name, "gender": naming.gender or str(Gender.MASCULINE)}
        entry |= {"number": naming.number} if naming.number != Number.SINGULAR else {}
        return entry | ({} if naming.article else {"article": False})

    def _filtered(self, name: str, *values: object) -> str:
        return str(self._spoken.filters[name](*values))

    def _noun_of(self, entry: _Values) -> Organization:
        told = self._spoken.noun(entry["name"])
        return Organization(
            name=entry["name"],
            gender=Gender(entry.get("gender") or told.gender or Gender.MASCULINE),
            number=Number(entry.get("number") or told.number),
            article=entry.get("article", told.article),
        )


def _letters(text: str) -> str:
    """Give the words of a text alone: small, without accents, a blank between them."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain))


def _name_letters(name: str) -> str:
    """Give the words of a person's name in the order of the alphabet: SECK Fodé is Fodé Seck."""
    return " ".join(sorted(_letters(name).split()))


def _family_name(name: str) -> str:
    """Take the family name: the words in capitals where only some are, else the last word."""
    words = name.split()
    capitals = [word for word in words if word.isupper() and len(word) > _INITIAL]
    return " ".join(capitals if len(capitals) < len(words) and capitals else words[-1:])


def _free_key(name: str, taken: Collection[str], otherwise: str) -> str:
    words = _letters(name).encode("ascii", "ignore").decode().split()
    stem = "-".join(words) or otherwise
    keys = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(key for key in keys if key not in taken and key not in {CHAIR, PARTICIPANTS})


def _extended(text: str, registry: str, first: str, blocks: Sequence[str]) -> str:
    """Put blocks behind the last entry of a registry, which is made where it is missing."""
    marked = inserted(text, (registry, first), _HERE)
    end = marked.index(f": {_HERE}")
    start = marked.rindex("\n", 0, end) + 1
    before, after = marked[:start], marked[end + len(f": {_HERE}") :]
    indent = re.match(" *", marked[start:])
    margin = indent.group() if indent else ""
    apart = "\n\n" if re.search(r"\n[ \t]*\r?\n\Z", before) else "\n"
    lines = [f"{margin}{line}" if line else "" for line in apart.join(blocks).split("\n")]
    return before + ("\r\n" if after.startswith("\r") else "\n").join(lines) + after
