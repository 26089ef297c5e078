"""The tables in the docstrings of the French helpers are executed: they cannot lie.

A heading with parentheses is an expression, and each cell under it is what it gives; the other
headings name what the expression takes, or say why. `·` parts several cases of one row.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import frozen

from reportgen.languages import Naming, fr
from reportgen.languages.fr import elision, labels

HELPERS: Mapping[str, Callable[..., object]] = {
    **{name: getattr(fr, name) for name in fr.__all__ if callable(getattr(fr, name))},
    "elides": elision.elides,
    "letter": labels.letter,
    "roman": labels.roman,
}
BEARERS = {
    "man": "masculine",
    "woman": "feminine",
    "men": ["masculine", "feminine"],
    "women": ["feminine", "feminine"],
}
GENDERS = {"m": "masculine", "f": "feminine", "?": None}
NOUN = re.compile(r"(.+) \(([mf?])( pl)?(, no article)?\)")
NOTHING = "nothing"


@frozen
class Case:
    """One cell of a table: what to evaluate, with what, and what it gives."""

    expression: str
    taken: Mapping[str, str]
    expected: str


def a_noun(cell: str) -> Naming:
    """Read a name with its grammar: `Nations Unies (f pl)`, `Cuba (f, no article)`."""
    found = NOUN.fullmatch(cell)
    assert found, cell
    number = "plural" if found[3] else "singular"
    return Naming(found[1], GENDERS[found[2]], number, article=not found[4])


def a_period(cell: str) -> SimpleNamespace:
    """Read a period: `2016-01-01 to 2016-12-31`."""
    start, end = map(date.fromisoformat, cell.split(" to "))
    return SimpleNamespace(start=start, end=end)


def pairs(cell: str) -> list[tuple[str, str | None]]:
    """Read functions with their holders: `le Chef: A. B. + le Directeur`."""
    parts = [item.partition(": ") for item in cell.split(" + ")]
    return [(function, name or None) for function, _, name in parts]


TAKEN: Mapping[str, Callable[[str], Any]] = {
    "day": date.fromisoformat,
    "items": lambda cell: [] if cell == NOTHING else cell.split(" + "),
    "noun": a_noun,
    "number": int,
    "numbers": lambda cell: [int(item) for item in cell.split(" + ")],
    "pairs": pairs,
    "period": a_period,
}


def shown(value: object) -> str:
    """Write what a helper gives as the tables do: ~ and _ for spaces that do not break."""
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return NOTHING
        case Naming(name, gender, number, article):
            letter = next(sign for sign, known in GENDERS.items() if known == gender)
            plural = " pl" if number == "plural" else ""
            return f"{name} ({letter}{plural}{'' if article else ', no article'})"
        case tuple() if all(isinstance(part, tuple) for part in value):
            return "".join(f"^{text}^" if raised else text for text, raised in value)
        case tuple():
            return " + ".join(map(shown, value))
    return str(value).replace("\u00a0", "~").replace("\u202f", "_") or NOTHING


def cases(docstring: str) -> Iterator[Case]:
    """Read the tables of a docstring."""
    for table in re.findall(r"(?:^\|.*\n?)+", inspect.cleandoc(docstring), re.MULTILINE):
        head, _, *rows = [cells(line) for line in table.splitlines()]
        for row in rows:
            assert len(row) == len(head), row
            named = dict(zip(head, row, strict=True))
            inputs = {name: text for name, text in named.items() if name.isidentifier()}
            for expression in (name for name in head if "(" in name):
                yield from one_by_one(expression, inputs, named[expression])


def cells(line: str) -> list[str]:
    """Part a line of a table."""
    return [cell.strip() for cell in line.strip("| ").split(" | ")]


def one_by_one(expression: str, inputs: Mapping[str, str], expected: str) -> Iterator[Case]:
    """Part a row of several cases; they may share what they give."""
    parted = {name: text.split(" · ") for name, text in inputs.items()}
    several = max(map(len, parted.values()), default=1)
    results = expected.split(" · ") if " · " in expected else [expected] * several
    for index, result in enumerate(results):
        taken = {name: parts[index % len(parts)] for name, parts in parted.items()}
        yield Case(expression, taken, result)


TABLES = [
    pytest.param(case, id=f"{case.expression}: {' | '.join(case.taken.values())}")
    for helper in HELPERS.values()
    for case in cases(helper.__doc__ or "")
]


@pytest.mark.parametrize("case", TABLES)
def test_each_case_of_the_tables_is_true(case: Case) -> None:
    """The expression at the head of the column gives what stands in the cell."""
    taken = {name: TAKEN.get(name, str)(text) for name, text in case.taken.items()}
    result = eval(case.expression, {**HELPERS, **BEARERS}, taken)  # noqa: S307 -- our own docstrings
    assert shown(result) == case.expected


@pytest.mark.parametrize("name", sorted(HELPERS))
def test_each_helper_has_a_table(name: str) -> None:
    """A helper without cases is not documented; one case at least calls it."""
    called = {case.expression.partition("(")[0] for case in cases(HELPERS[name].__doc__ or "")}
    assert name in called


def test_a_false_table_is_noticed() -> None:
    """The reader reads: rows are not skipped, nor is what they give."""
    table = "Say.\n\n| text | le(text) | why |\n|---|---|---|\n| a · b | c · d | so |\n"
    assert list(cases(table)) == [
        Case("le(text)", {"text": "a", "why": "so"}, "c"),
        Case("le(text)", {"text": "b", "why": "so"}, "d"),
    ]
