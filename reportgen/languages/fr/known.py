"""The States and the organizations that come with the program, and the grammar of their names.

Floor 2, under `genders`. The files in `names` say who they are; they are read when a name is first
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from reportgen.languages.fr.bearers import FEMININE, MASCULINE, PLURAL
from reportgen.languages.fr.elision import plain
from reportgen.languages.naming import Naming

_FOLDER = Path(__file__).with_name("names")
_NO_LETTER = re.compile(r"[\W_]+")
_GRAMMAR = re.compile(r"(?P<name>.+) (?P<gender>[mf?])(?P<plural> pl)?(?P<bare> bare)?")
_GENDERS = {"m": MASCULINE, "f": FEMININE, "?": None}


def letters(text: str) -> str:
    """Give the words of a text alone: small, without accents, a blank between them."""
    return _NO_LETTER.sub(" ", plain(text)).strip()


def known(text: str) -> Naming | None:
    """Find a State or an organization by its name in any language, its acronym or its key.

    A key is a French name in small letters without accents, a hyphen between its words. The name
    that is given is the official one.

    | text | known(text) |
    |---|---|
    | senegal · Sénégal · Сенегал · 塞内加尔 | Sénégal (m) |
    | germany · Alemania | Allemagne (f) |
    | UNMISS · African Union | Mission des Nations Unies au Soudan du Sud (f) · Union africaine (f) |
    | cuba · haiti | Cuba (f, no article) · Haïti (m, no article) |
    | etats-unis · russie | États-Unis d’Amérique (m pl) · Fédération de Russie (f) |
    | iran-republique-islamique-d | République islamique d’Iran (f) |
    | onu · finul | Organisation des Nations Unies (f) · Force intérimaire des Nations Unies au Liban (f) |
    | Kosmos | nothing |

    Args:
        text: the name, the acronym or the key.
    """  # noqa: E501 -- a row of the table
    words = letters(text)
    found = _french().get(words)
    return found[1] if found else _foreign().get(words)


def grammar(name: str) -> Naming | None:
    """Find the grammar of a French name or acronym, which itself stays as it is written.

    | text | grammar(text) |
    |---|---|
    | France · Russie · Iran | France (f) · Russie (f) · Iran (m) |
    | ETATS-UNIS | ETATS-UNIS (m pl) |
    | MINUSMA · INTERPOL | MINUSMA (f) · INTERPOL (f, no article) |
    | Germany · Kosmos | nothing |

    Args:
        name: the name, without an article.
    """
    found = _french().get(letters(name))
    return Naming(name, found[0].gender, found[0].number, found[0].article) if found else None


def known_keys() -> tuple[str, ...]:
    """Give the keys of all that is known by a French name, in the order of the alphabet.

    | known_keys()[0] | known_keys()[-1] |
    |---|---|
    | administration-transitoire-des-nations-unies-au-timor-oriental | zimbabwe |
    """
    return tuple(sorted(words.replace(" ", "-") for words in _french()))


@cache
def _french() -> Mapping[str, tuple[Naming, Naming]]:
    """Give, by the words of each French name, its own grammar and the official name."""
    found = {}
    for name, grammar, others, *_ in (*_rows("states"), *_rows("organizations")):
        official = _naming(f"{name} {grammar}")
        for other in filter(None, others.split(", ")):
            own = _naming(other if _GRAMMAR.fullmatch(other) else f"{other} {grammar}")
            found[letters(own.name)] = own, official
        found[letters(name)] = official, official
    return found


@cache
def _foreign() -> Mapping[str, Naming]:
    return {
        letters(name): _naming(f"{french} {grammar}")
        for french, grammar, _, *names in (*_rows("states"), *_rows("organizations"))
        for name in filter(None, ", ".join(names).split(", "))
    }


def _rows(file: str) -> Iterator[list[str]]:
    lines = (_FOLDER / f"{file}.csv").read_text(encoding="utf-8").splitlines()
    return (line.split(";") for line in lines if line and not line.startswith("#"))


def _naming(text: str) -> Naming:
    found = _GRAMMAR.fullmatch(text)
    if found is None:
        raise ValueError(text)
    number = PLURAL if found["plural"] else "singular"
    return Naming(found["name"], _GENDERS[found["gender"]], number, article=not found["bare"])
