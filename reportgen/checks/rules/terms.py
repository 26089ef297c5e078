"""Terms: one name for one thing, sigla, official names.

Part of `checks`. The names themselves are data, in `terms.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip, Span
from reportgen.checks.subject import Kind, Subject, Text
from reportgen.languages import language
from reportgen.messages import message

_ONE_NAME = message("usage of the house: one name for one thing")
_SIGLA = message("Editorial Manual, Abbreviations and acronyms")
_OFFICIAL = message("official names of the United Nations")

_SIGLUM = re.compile(r"(?<![\w/-])(?P<siglum>[A-ZÀ-Ý]{3,}(?:-[A-ZÀ-Ý]{2,})?)(?![\w/])")
_WORD = re.compile(r"[\w-]+")
_COMPLEMENT = re.compile(r" (?:de|du|des|d’|chargée?s?|sur|contre|pour|à|aux?|créée?s?)\b")
_PROVIDED = ("contingents", "troupes")
_POLICE_TOO = re.compile(r" (?:et|ou|et/ou) [^.;,]{0,40}\bpolic")
_OPENS = re.compile(r"\((?:(?:ci-après|désormais|dite?|en abrégé),? )?(?:l’|la |le |les )?$")
_CLOSES = re.compile(r"[),;]| (?:–|en |selon )")
_FULL_NAME = re.compile(r" \([A-ZÀ-Ý][^\W\d_]{2,}[ ’-]\w[^()]{8,}\)")
_NAMES = (Kind.NAME, Kind.FUNCTION, Kind.THEME)
_PROSE = (Kind.INTRODUCTION, Kind.VOICE, Kind.CONCLUSION, Kind.WORDING)


@rule("TERM001", source=_ONE_NAME)
def several_names(subject: Subject) -> Iterator[Slip]:
    """One thing has one name throughout a report.

    The first place of each name that is not the most frequent one is shown.

    Good: Les pays fournisseurs de contingents ont parlé aux pays fournisseurs de contingents.
    Good: Les pays fournisseurs de contingents ont parlé aux pays qui fournissent des contingents
        ou du personnel de police.
    Bad: Les pays fournisseurs de contingents ont parlé aux pays contributeurs de troupes.
    Bad: Il a saisi le Comité des 34. Le Comité spécial en a débattu.
    Bad: Il a diffusé une note conceptuelle. La note de cadrage a été saluée.
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
    for text, (start, end) in _occurrences(things, subject.read_in_order(*_PROSE)):
        for number, name in things[text.own[start:end]]:
            if _is_another(text, (start, end), name):
                continue
            before, stop = last.get(number, (text, 0))
            if before is not text or start >= stop:
                last[number] = text, end
                uses.setdefault(number, {}).setdefault(name, []).append((text, (start, end)))
    return [uses[number] for number in sorted(uses)]


@rule("TERM002", source=_SIGLA)
def unexplained_siglum(subject: Subject) -> Iterator[Slip]:
    """A siglum stands in brackets after the full name before it is used alone.

    Good: La Mission de l’Union africaine en Somalie (AMISOM) est là. L’AMISOM reste.
    Good: La Mission de l’Union africaine en Somalie (ci-après, l’AMISOM) est là. L’AMISOM reste.
    Good: L’AMISOM (Mission de l’Union africaine en Somalie) est là, avec 12 kits de dépistage de la
        COVID-19 et du VIH, à bord du *MSC Aries*. L’AMISOM reste.
    Bad: L’AMISOM est là.
    Bad: Le FNUAP et le PNUD sont là.
    Bad: L’AMISOM est là. La Mission de l’Union africaine en Somalie (AMISOM) reste.
    """
    named = {siglum for text in subject.texts_of(*_NAMES) for siglum in _explained(text.own)}
    for siglum, places in _sigla(subject).items():
        text, found = places[0]
        if siglum not in named and not _bracketed(text, found):
            later = any(_bracketed(*place) for place in places)
            what = (
                message("the siglum is explained only later")
                if later
                else message("the siglum is never explained")
            )
            full = _full_name(subject, siglum)
            yield text.slip(found, what, instead=f"{full} ({siglum})" if full else None)


@rule("TERM003", source=_SIGLA)
def siglum_explained_twice(subject: Subject) -> Iterator[Slip]:
    """A siglum is explained once.

    Good: L’Union de la paix (UDP) parle. L’UDP se tait.
    Bad: L’Union de la paix (UDP) parle. L’Union de la paix (UDP) se tait.
    Bad: L’Union de la paix (UDP) parle. L’UDP se tait. L’UDP (Union de la paix) reste.
    Bad: L’Union de la paix (UDP) est là. L’Union (ci-après, l’UDP) demeure.
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
    Bad: L’Union de la paix (UDP) parle. L’Union de la paix se tait.
    Bad: Il a cité le Fonds vert (ci-après, le FVC).
    """
    elsewhere = [text.own for text in subject.texts if text.kind not in _PROSE]
    for siglum, places in _sigla(subject).items():
        used = any(re.search(rf"\b{siglum}\b", words) for words in elsewhere if siglum in words)
        if len(places) == 1 and _bracketed(*places[0]) and not used:
            text, found = places[0]
            what = message("the siglum is not used afterwards")
            yield text.slip(found, what, instead=message("Leave it out, or use it."))


@rule("TERM005", source=_SIGLA)
def full_name_again(subject: Subject) -> Iterator[Slip]:
    """Once a siglum is explained, it stands for the full name.

    Good: La Mission de l’Union africaine en Somalie (AMISOM) est là. L’AMISOM reste.
    Bad: La Mission de l’Union africaine en Somalie (AMISOM) est là. L’AMISOM reste. La Mission de
        l’Union africaine en Somalie a un mandat.
    Bad: La Force intérimaire des Nations Unies au Liban (FINUL) reste. La FINUL et la Force
        intérimaire des Nations Unies au Liban, c’est tout un.
    """
    explained = {s for s, places in _sigla(subject).items() if any(_bracketed(*p) for p in places)}
    names = {name: s for s in sorted(explained) if (name := _full_name(subject, s))}
    if not names:
        return
    seen: set[str] = set()
    for text, (start, end) in _places(names, subject.read_in_order(*_PROSE)):
        siglum = names[text.own[start:end]]
        if text.own.startswith(f" ({siglum})", end):
            seen.add(siglum)
        elif siglum in seen:
            what = message("the siglum stands for this name")
            yield text.slip((start, end), what, instead=siglum)


@rule("TERM006", source=_OFFICIAL)
def name_of_a_state(subject: Subject) -> Iterator[Slip]:
    """A State bears its official name.

    Good: la République arabe syrienne, le Bélarus, la République-Unie de Tanzanie
    Good: l’Envoyé spécial du Secrétaire général pour la Syrie; Bolivie (État plurinational de)
    Bad: la Syrie
    Bad: la Fédération de Russie, que la Russie représentait
    Bad: les casques bleus de la Birmanie
    """
    year = subject.report.period.end.year
    entries = _terms(subject)["states"]
    states = {
        name: entry["name"] for name, entry in entries.items() if year >= entry.get("from", 0)
    }
    official = {entry["name"] for entry in entries.values()}
    for text, (start, end) in _places({*states, *official}, subject.texts):
        said = text.own[start:end]
        list_form = text.own.startswith(" (", end)  # Bolivie (État plurinational de)
        if said in states and said not in official and not list_form:
            what = message("the official name is another")
            yield text.slip((start, end), what, instead=states[said])


@rule("TERM007", source=_OFFICIAL)
def name_of_a_department(subject: Subject) -> Iterator[Slip]:
    """A department of the Secretariat bears the name that it had in the period of the report.

    Good: le Département des opérations de maintien de la paix
    Good:
        period: 2020
        conclusions: [Il a salué l’ancien Département des affaires politiques.]
    Bad: le Département des opérations de paix
    Bad:
        period: 2020
        conclusions: [Le Département de l’appui aux missions l’a dit.]
    Bad:
        period: {start: 2021-07-01, end: 2022-06-30}
        organizations: {dap: {name: Département des affaires politiques, gender: masculine}}
        chair: {person: {name: Awa, gender: feminine}, function: {title: Ministre, of: dap}}
    """
    period = subject.report.period
    departments = _terms(subject)["departments"]
    for text, (start, end) in _places(departments, subject.texts):
        entry = departments[text.own[start:end]]
        new_names = (entry.get("then"), entry.get("before"))
        if any(name and name in text.own for name in new_names) or text.own.endswith(
            "ancien ", 0, start
        ):
            continue  # the text tells of the change
        if period.start.year > entry.get("until", period.start.year):
            what = message("it bore this name until {year}", year=entry["until"])
            yield text.slip((start, end), what, instead=entry["then"])
        elif period.end.year < entry.get("from", 0):
            what = message("it bears this name since {year}", year=entry["from"])
            yield text.slip((start, end), what, instead=entry["before"])


_PREFIX = "|".join(
    """
    anti auto co contre cyber extra infra inter intra macro micro multi néo post pré semi socio sous
    sub super supra télé trans ultra
    """.split()  # noqa: SIM905 -- words read best as words
)
_COUPLED = re.compile(
    rf"\b(?P<one>{_PREFIX})-? (?:et|ou) (?P<other>{_PREFIX})-?(?P<stem>[a-zà-ÿ]{{4,}})"
)
_PREFIXED = re.compile(rf"(?<![\w-])(?P<prefix>{_PREFIX})-(?P<stem>[a-zà-ÿ]{{4,}})(?![\w-])")
_COMPOUND = re.compile(rf"(?<![\w-])(?:{_PREFIX})-?[a-zà-ÿ]{{4,}}(?![\w-])")


@rule("TERM008", source=_ONE_NAME)
def compound_written_twice(subject: Subject) -> Iterator[Slip]:
    """A compound is written one way throughout a report, with its hyphen or without.

    The same holds for two prefixes that share a word, and for their order.

    Good: la coopération intra et interinstitutions, puis l’échange intra et interinstitutions
    Good: la coopération sous-régionale, la lutte antiterroriste, l’aide intra-africaine
    Bad: la coopération inter et intra-institutions, puis l’échange intra et interinstitutions
    Bad: la lutte antiterroriste et la lutte anti-terroriste
    Bad: les échanges inter-institutionnels sont utiles; le Comité interinstitutionnel l’a dit
    """
    ways: dict[str, dict[str, list[tuple[Text, re.Match[str]]]]] = {}
    for text in subject.read_in_order(*_PROSE):
        for found in _COUPLED.finditer(text.own):
            stem = found["stem"].rstrip("s")
            key = " ".join(sorted((found["one"], found["other"]))) + stem
            way = found[0].rstrip("s").replace("- ", " ")
            ways.setdefault(key, {}).setdefault(way, []).append((text, found))
    for key, way, place in _with_and_without_hyphen(subject):
        ways.setdefault(key, {}).setdefault(way, []).append(place)
    for uses in ways.values():
        usual = max(uses, key=lambda way: len(uses[way]))
        for way, places in uses.items():
            if way != usual:
                text, found = places[0]
                what = message("elsewhere it is written “{usual}”", usual=uses[usual][0][1][0])
                yield text.slip(found, what, instead=uses[usual][0][1][0])


def _with_and_without_hyphen(
    subject: Subject,
) -> Iterator[tuple[str, str, tuple[Text, re.Match[str]]]]:
    """Give the compounds that stand with a hyphen somewhere, in each way that they are written."""
    texts = [*subject.read_in_order(*_PROSE)]
    with_hyphen = {
        f"{found['prefix']}{_stem(found['stem'])}"
        for text in texts
        for found in _PREFIXED.finditer(text.own)
    }
    for text in texts if with_hyphen else ():
        for found in _COMPOUND.finditer(text.own):
            joined = _stem(found[0].replace("-", ""))
            if joined in with_hyphen:
                yield joined, "-" if "-" in found[0] else "", (text, found)


def _stem(word: str) -> str:
    """Give a word without the endings of number and gender."""
    return re.sub(r"(?:le|ne)?s?$", "", word) if len(word) > len("inter") else word


def _is_another(text: Text, span: Span, name: str) -> bool:
    """Tell whether what follows makes another thing of what is said."""
    said = text.own[slice(*span)]
    short = said != name and _COMPLEMENT.match(text.own, span[1])
    return bool(short or (said.endswith(_PROVIDED) and _POLICE_TOO.match(text.own, span[1])))


def _sigla(subject: Subject) -> Mapping[str, list[tuple[Text, re.Match[str]]]]:
    """Give the places of each siglum that must be explained, in reading order."""
    terms = _terms(subject)
    known = {*terms["sigla"]["known"], *terms["states"]}
    places: dict[str, list[tuple[Text, re.Match[str]]]] = {}
    for text in subject.read_in_order(*_PROSE):
        for found in _SIGLUM.finditer(text.own):
            if found["siglum"] not in known and not _is_roman(found["siglum"]):
                places.setdefault(found["siglum"], []).append((text, found))
    return places


def _full_name(subject: Subject, siglum: str) -> str | None:
    """Give the name that a siglum stands for: the house's own, or that of a known organization."""
    own: str | None = _terms(subject)["sigla"]["names"].get(siglum)
    known = language(subject.report.language).known(siglum)
    return own or (known.name if known and known.name.casefold() != siglum.casefold() else None)


def _is_roman(word: str) -> bool:
    return not set(word) - set("IVXLC")


def _bracketed(text: Text, found: re.Match[str]) -> bool:
    before = text.own[max(0, found.start() - 40) : found.start()]
    opens = _OPENS.search(before) and _CLOSES.match(text.own, found.end())
    return bool(opens) or bool(_FULL_NAME.match(text.own, found.end()))


def _explained(words: str) -> Iterator[str]:
    """Give the sigla that a name gives after it, in brackets."""
    for found in re.finditer(r"\(([A-ZÀ-Ý]{3,}(?:-[A-ZÀ-Ý]{2,})?)\)", words):
        yield found[1]


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
