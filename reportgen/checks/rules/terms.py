"""Terms: one name for one thing, sigla, official names.

Part of `checks`. The names themselves are data, in `terms.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Kind, Subject, Text
from reportgen.messages import message

_ONE_NAME = message("usage of the house: one name for one thing")
_SIGLA = message("Editorial Manual, Abbreviations and acronyms")
_OFFICIAL = message("official names of the United Nations")

_SIGLUM = re.compile(r"(?<![\w/-])(?P<siglum>[A-ZÀ-Ý]{3,}(?:-[A-ZÀ-Ý]{2,})?)(?![\w/])")
_PROSE = (Kind.INTRODUCTION, Kind.VOICE, Kind.CONCLUSION, Kind.WORDING)


@rule("TERM001", source=_ONE_NAME)
def several_names(subject: Subject) -> Iterator[Slip]:
    """One thing has one name throughout a report.

    The first place of each name that is not the most frequent one is shown.

    Good: Les pays fournisseurs de contingents ont parlé aux pays fournisseurs de contingents.
    Bad: Les pays fournisseurs de contingents ont parlé aux pays contributeurs de troupes.
    """
    for group in _terms(subject)["same"]:
        names = {form: forms[0] for forms in group["names"] for form in forms}
        pattern = _any_of(names)
        uses: dict[str, list[tuple[Text, re.Match[str]]]] = {}
        for text in subject.texts_of(*_PROSE):
            for found in pattern.finditer(text.own):
                uses.setdefault(names[found[0]], []).append((text, found))
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
    pattern = _any_of(names)
    seen: set[str] = set()
    for text in subject.texts_of(*_PROSE):
        for found in pattern.finditer(text.own):
            siglum = names[found[0]]
            if text.own.startswith(f" ({siglum})", found.end()):
                seen.add(siglum)
            elif siglum in seen:
                yield text.slip(found, message("the siglum stands for this name"), instead=siglum)


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
    pattern = _any_of(states)
    for text in subject.texts:
        places = [*pattern.finditer(text.own)]
        officials = {states[found[0]] for found in places}
        said = {official for official in officials if official in text.own}
        for found in places:
            official = states[found[0]]
            if official not in said:
                what = message("the official name is another")
                yield text.slip(found, what, instead=official)


@rule("TERM007", source=_OFFICIAL)
def name_of_a_department(subject: Subject) -> Iterator[Slip]:
    """A department of the Secretariat bears the name that it had in the period of the report.

    Good: le Département des opérations de maintien de la paix
    Bad: le Département des opérations de paix
    """
    period = subject.report.period
    departments = _terms(subject)["departments"]
    pattern = _any_of(departments)
    for text in subject.texts:
        for found in pattern.finditer(text.own):
            entry = departments[found[0]]
            if period.start.year > entry.get("until", period.start.year):
                what = message("it bore this name until {year}", year=entry["until"])
                yield text.slip(found, what, instead=entry["then"])
            elif period.end.year < entry.get("from", 0):
                what = message("it bears this name since {year}", year=entry["from"])
                yield text.slip(found, what, instead=entry["before"])


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


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Find any of some names as whole words, the longest first."""
    longest_first = sorted(names, key=len, reverse=True)
    return _compiled("|".join(map(re.escape, longest_first)))


@lru_cache(maxsize=32)
def _compiled(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
