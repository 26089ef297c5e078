"""The docstring of a rule → its sentence and its examples.

Part of `checks`. The first paragraph states the rule. Each `Good:` or `Bad:` begins an example, of
one of three sorts: words are a prose of a report; words that begin with `<` are what the page
holds, in the markup of templates; where nothing follows on the line, what is set in below is YAML,
some keys of a report. Long words go on, set in, on the next line; `(× 30)` at their end repeats
them.

    Good: le Comité s’est réuni
    Bad: <heading level="1">Introduction</heading>
    Bad:
        conclusions: [Le Comité s’est réuni]
"""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import Literal

from attrs import frozen

from reportgen.checks.findings import Rule

_EXAMPLE = re.compile(
    r"^(?P<sort>Good|Bad):[ \t]*(?P<words>[^\n]*)(?P<below>(?:\n(?:[ \t]+[^\n]*)?)*)", re.MULTILINE
)
_REPEATED = re.compile(r" \(× ([0-9 ]+)\)$")


@frozen
class Example:
    """One example of a rule.

    Args:
        good: whether the rule must find nothing in it; else it must find something.
        form: a prose, the YAML of some keys of a report, or the markup of a page.
        text: what it says, as it is shown.
        times: how many times over it is meant.
    """

    good: bool
    form: Literal["prose", "records", "page"]
    text: str
    times: int = 1


@frozen
class Explanation:
    """What a rule says of itself.

    Args:
        statement: the rule, in English; the catalogue `rules` has it in French.
        examples: in the order of the docstring.
    """

    statement: str
    examples: tuple[Example, ...]


def explanation(rule: Rule) -> Explanation:
    """Read the docstring of a rule."""
    text = inspect.getdoc(rule.examine) or ""
    statement = " ".join(_EXAMPLE.sub("", text).split())
    return Explanation(statement, tuple(map(_example, _EXAMPLE.finditer(text))))


def _example(found: re.Match[str]) -> Example:
    good = found["sort"] == "Good"
    if not found["words"]:
        return Example(good, "records", textwrap.dedent(found["below"]).strip("\n") + "\n")
    words = " ".join([found["words"], *found["below"].split()])
    repeated = _REPEATED.search(words)
    times = int(repeated[1].replace(" ", "")) if repeated else 1
    words = _REPEATED.sub("", words)
    return Example(good, "page" if words.startswith("<") else "prose", words, times)
