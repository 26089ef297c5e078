"""The rules that there are: those of `rules`, and those of other packages.

Part of `checks`. A rule is a value of the module that defines it; nothing is registered anywhere.
A package adds rules by an entry point of the group `reportgen.rules` that names such a module.
"""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType

from reportgen.checks import rules as shipped
from reportgen.checks.findings import Examine, Rule, Severity
from reportgen.errors import Problem, RecordError
from reportgen.messages import Message, message

GROUP = "reportgen.rules"
_CODE = re.compile(r"[A-Z]{3,8}[0-9]{3}")


def rule(
    code: str, *, source: Message, severity: Severity = Severity.WARNING
) -> Callable[[Examine], Rule]:
    """Make a rule of a function that looks at a report.

    The docstring of the function states the rule in one sentence; then it gives examples in
    French, at least one that is `Good:` and one that is `Bad:`, as `reportgen.checks.examples`
    reads them.

    Args:
        code: what the rule is called by, such as `FORM001`; a code is never given twice.
        source: what the rule rests on.
        severity: how sure it is.

    Raises:
        ValueError: the code is not of that form.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(code)

    def made(examine: Examine) -> Rule:
        return Rule(code, severity, source, examine)

    return made


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule, in the order of the codes.

    Raises:
        RecordError: two rules have one code.
    """
    found = sorted((one for module in _modules() for one in _rules_of(module)), key=_code)
    twice = [code for code, count in Counter(map(_code, found)).items() if count > 1]
    if twice:
        what = message("several rules have the code {codes}", codes=", ".join(twice))
        raise RecordError(Problem(what, message("Uninstall one of the packages that add them.")))
    return tuple(found)


def chosen(rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Choose rules by their codes, or by the letters and digits that codes begin with.

    Args:
        rules: those that there are.
        select: which ones to keep; all where it is empty.
        ignore: which of those to leave out.

    Raises:
        RecordError: no rule has such a code.
    """
    unknown = [
        code for code in (*select, *ignore) if not any(_begins(one, [code]) for one in rules)
    ]
    if unknown:
        families = ", ".join(sorted({one.code[:-3] for one in rules}))
        advice = message("Give a code such as FORM001, or a family: {families}.", families=families)
        raise RecordError(
            *(
                Problem(
                    message("no rule has the code “{code}”", code=code)
                    if code
                    else message("no code of a rule is given"),
                    advice,
                )
                for code in unknown
            )
        )
    return tuple(
        one for one in rules if (not select or _begins(one, select)) and not _begins(one, ignore)
    )


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(shipped.__path__, f"{shipped.__name__}."):
        yield import_module(found.name)
    for point in entry_points(group=GROUP):
        yield import_module(point.module)


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    return (value for value in vars(module).values() if isinstance(value, Rule))


def _begins(one: Rule, codes: Sequence[str]) -> bool:
    return any(code and one.code.startswith(code.upper()) for code in codes)


def _code(one: Rule) -> str:
    return one.code
