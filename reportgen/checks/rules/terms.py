"""Terms: one name for one thing, sigla, official names.

Part of `checks`. The names themselves are data, in `terms.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip, Span
from reportgen.checks.subject import Kind, Subject, Text
from reportgen.messages import message

_ONE_NAME = message("usage of the house: one name for one thing")
_SIGLA = message("Editorial Manual, Abbreviations and acronyms")
_OFFICIAL = message("official names of the United Nations")

_SIGLUM = re.compile(r"(?<![\w/-])(?P<siglum>[A-ZÀ-Ý]{3,}(?:-[A-ZÀ-Ý]{2,})?)(?![\w/])")
_WORD = re.compile(r"[\w-]+")
_PROSE = (Kind.INTRODUCTION, Kind.VOICE, Kind.CONCLUSION, Kind.WORDING)


@rule("TERM001", source=_ONE_NAME)
def several_names(subject: Subject) -> Iterator[Slip]:
    """One thing has one name throughout a report.

    The first place of each name that is not the most frequent one is shown.

    Good: Les pays fournisseurs de contingents ont parlé aux pays fournisseurs de contingents.
    Bad: Les pays fournisseurs de contingents ont parlé aux pays contributeurs de troupes.
    """
    for uses in _uses(subject):
        if len(uses) > 1:
            usual = max(uses, key=lambda name: len(uses[name]))
            for name, places in uses.items():
                if name != usual:
                    text, found = places[0]
                    what = message(
                        "said {count} times so, and {usual_count} times “{usual}”",
                        count=len(places),
                        usual_count=len(uses[usual]),
                        usual=usual,
                    )
                    yield text.slip(found, what, instead=usual)


def _uses(subject: Subject) -> Iterable[Mapping[str, list[tuple[Text, Span]]]]:
    """Give the places of each name of each thing: the texts are gone through once for all."""
    things: dict[str, list[tuple[int, str]]] = {}
    for number, group in enumerate(_terms(subject)["same"]):
        for forms in group["names"]:
            for form in forms:
                things.setdefault(form, []).append((number, forms[0]))
    uses: dict[int, dict[str, list[tuple[Text, Span]]]] = {}
    last: dict[int, tuple[Text, int]] = {}
    for text, (start, end) in _occurrences(things, subject.texts_of(*_PROSE)):
        for number, name in things[text.own[start:end]]:
            before, stop = last.get(number, (text, 0))
            if before is not text or start >= stop:
                last[number] = text, end
                uses.setdefault(number, {}).setdefault(name, []).append((text, (start, end)))
    return [uses[number] for number in sorted(uses)]


@rule("TERM002", source=_SIGLA)
def unexplained_siglum(subject: Subject) -> Iterator[Slip]:
    """A siglum stands in brackets after the full name before it is used alone.

    Good: La Mission de l’Union africaine en Somalie (AMISOM) est là. L’AMISOM reste.
    Bad: L’AMISOM est là.
    Bad: L’AMISOM est là. La Mission de l’Union africaine en Somalie (AMISOM) reste.
    """
    full_names = _terms(subject)["sigla"]["names"]
    for siglum, places in _sigla(subject).items():
        text, found = places[0]
        if not _bracketed(text, found):
            later = any(_bracketed(*place) for place in places)
            what = (
                message("the siglum is explained only later")
                if later
                else message("the siglum is never explained")
            )
            full = full_names.get(siglum)
            yield text.slip(found, what, instead=f"{full} ({siglum})" if full else None)


@rule("TERM003", source=_SIGLA)
def siglum_explained_twice(subject: Subject) -> Iterator[Slip]:
    """A siglum is explained once.

    Good: L’Union de la paix (UDP) parle. L’UDP se tait.
    Bad: L’Union de la paix (UDP) parle. L’Union de la paix (UDP) se tait.
    """
    for siglum, places in _sigla(subject).items():
        explained = [place for place in places if _bracketed(*place)]
        for text, found in explained[1:]:
            what = message("the siglum was explained before")
            yield text.slip(found, what, instead=siglum)


@rule("TERM004", source=_SIGLA)
def needless_siglum(subject: Subject) -> Iterator[Slip]:
    """A siglum that is given with the full name is used afterwards.

    Good: L’Union de la paix (UDP) parle. L’UDP se tait.
    Bad: L’Union de la paix (UDP) parle.
    """
    for places in _sigla(subject).values():
        if len(places) == 1 and _bracketed(*places[0]):
            text, found = places[0]
            what = message("the siglum is not used afterwards")
            yield text.slip(found, what, instead=message("Leave it out, or use it."))


@rule("TERM005", source=_SIGLA)
def full_name_again(subject: Subject) -> Iterator[Slip]:
    """Once a siglum is explained, it stands for the full name.

    Good: La Mission de l’Union africaine en Somalie (AMISOM) est là. L’AMISOM reste.
    Bad: La Mission de l’Union africaine en Somalie (AMISOM) est là. L’AMISOM reste. La Mission de
        l’Union africaine en Somalie a un mandat.
    """
    explained = {s for s, places in _sigla(subject).items() if any(_bracketed(*p) for p in places)}
    names = {name: s for s, name in _terms(subject)["sigla"]["names"].items() if s in explained}
    if not names:
        return
    seen: set[str] = set()
    for text, (start, end) in _places(names, subject.texts_of(*_PROSE)):
        siglum = names[text.own[start:end]]
        if text.own.startswith(f" ({siglum})", end):
            seen.add(siglum)
        elif siglum in seen:
            what = message("the siglum stands for this name")
            yield text.slip((start, end), what, instead=siglum)


@rule("TERM006", source=_OFFICIAL)
def name_of_a_state(subject: Subject) -> Iterator[Slip]:
    """A State bears its official name.

    Good: la République arabe syrienne, le Bélarus
    Bad: la Syrie
    """
    year = subject.report.period.end.year
    states = {
        usual: entry["name"]
        for usual, entry in _terms(subject)["states"].items()
        if year >= entry.get("from", 0)
    }
    for text, places in groupby(_places(states, subject.texts), key=itemgetter(0)):
        spans = [span for _, span in places]
        officials = {states[text.own[start:end]] for start, end in spans}
        said = {official for official in officials if official in text.own}
        for start, end in spans:
            official = states[text.own[start:end]]
            if official not in said:
                what = message("the official name is another")
                yield text.slip((start, end), what, instead=official)


@rule("TERM007", source=_OFFICIAL)
def name_of_a_department(subject: Subject) -> Iterator[Slip]:
    """A department of the Secretariat bears the name that it had in the period of the report.

    Good: le Département des opérations de maintien de la paix
    Bad: le Département des opérations de paix
    """
    period = subject.report.period
    departments = _terms(subject)["departments"]
    for text, (start, end) in _places(departments, subject.texts):
        entry = departments[text.own[start:end]]
        if period.start.year > entry.get("until", period.start.year):
            what = message("it bore this name until {year}", year=entry["until"])
            yield text.slip((start, end), what, instead=entry["then"])
        elif period.end.year < entry.get("from", 0):
            what = message("it bears this name since {year}", year=entry["from"])
            yield text.slip((start, end), what, instead=entry["before"])


def _sigla(subject: Subject) -> Mapping[str, list[tuple[Text, re.Match[str]]]]:
    """Give the places of each siglum that must be explained, in reading order."""
    terms = _terms(subject)
    known = {*terms["sigla"]["known"], *terms["states"]}
    places: dict[str, list[tuple[Text, re.Match[str]]]] = {}
    for text in subject.texts_of(*_PROSE):
        for found in _SIGLUM.finditer(text.own):
            if found["siglum"] not in known and not _is_roman(found["siglum"]):
                places.setdefault(found["siglum"], []).append((text, found))
    return places


def _is_roman(word: str) -> bool:
    return not set(word) - set("IVXLC")


def _bracketed(text: Text, found: re.Match[str]) -> bool:
    return text.own.endswith("(", 0, found.start()) and text.own.startswith(")", found.end())


def _terms(subject: Subject) -> Mapping[str, Any]:
    """Give the names to follow: those of the program, and those that the house adds or changes."""
    joined: Mapping[str, Any] = _joined(_shipped(), subject.own_terms)
    return joined


@cache
def _shipped() -> Mapping[str, Any]:
    return tomllib.loads(files("reportgen.checks.rules").joinpath("terms.toml").read_text("utf-8"))


def _joined(known: Any, own: Any) -> Any:  # noqa: ANN401 -- what TOML may hold
    if isinstance(known, dict) and isinstance(own, Mapping):
        return {
            **known,
            **{name: _joined(known.get(name), value) for name, value in own.items()},
        }
    if isinstance(known, list) and isinstance(own, list):
        return [*known, *own]
    return own


def _places(names: Iterable[str], texts: Iterable[Text]) -> Iterator[tuple[Text, Span]]:
    """Give the places of some names in texts; of those that overlap, the first and longest one."""
    last: tuple[Text | None, int] = None, 0
    for text, (start, end) in _occurrences(names, texts):
        if last[0] is not text or start >= last[1]:
            last = text, end
            yield text, (start, end)


def _occurrences(names: Iterable[str], texts: Iterable[Text]) -> Iterator[tuple[Text, Span]]:
    """Give every place of some names, as whole words; at each the longest name comes first.

    Names are looked up by their first word: ten thousand cost no more time than ten.
    """
    lengths: dict[str, set[int]] = {}
    for name in names:
        if first := _WORD.match(name):
            lengths.setdefault(first[0], set()).add(len(name))
    known = {*names}
    longest_first = {first: sorted(some, reverse=True) for first, some in lengths.items()}
    for text in texts:
        for word in _WORD.finditer(text.own):
            start = word.start()
            for length in longest_first.get(word[0], ()):
                end = start + length
                if text.own[start:end] in known and not _WORD.match(text.own, end):
                    yield text, (start, end)
