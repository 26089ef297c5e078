"""The rules that there are, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from types import ModuleType

import pytest

from reportgen.checks import Rule, Severity, Slip, Subject, all_rules, chosen, registry, rule
from reportgen.errors import RecordError
from reportgen.messages import message, speaking

SOURCE = message("usage of the house")


@pytest.fixture(autouse=True)
def _rules_anew() -> Iterator[None]:
    """Forget the rules that a test adds."""
    all_rules.cache_clear()
    yield
    all_rules.cache_clear()


def made(code: str) -> Rule:
    """Make a rule that finds nothing."""

    @rule(code, source=SOURCE)
    def nothing(subject: Subject) -> Iterator[Slip]:
        """Nothing is wrong."""
        del subject
        return iter(())

    return nothing


def installed(monkeypatch: pytest.MonkeyPatch, **rules: Rule) -> None:
    """Install a package that adds rules."""
    module = ModuleType("otherrules")
    vars(module).update(rules)
    monkeypatch.setitem(__import__("sys").modules, "otherrules", module)
    points = EntryPoints([EntryPoint("other", "otherrules", registry.GROUP)])
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))


def test_rules_stand_in_the_order_of_their_codes() -> None:
    """Whatever module they are in."""
    codes = [one.code for one in all_rules()]
    assert codes == sorted(codes)
    assert "FORM001" in codes


def test_another_package_adds_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """By an entry point that names its module."""
    installed(monkeypatch, mine=made("HOUSE001"))
    assert "HOUSE001" in [one.code for one in all_rules()]


def test_two_rules_of_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code is given once."""
    installed(monkeypatch, mine=made("FORM001"))
    with speaking("en"), pytest.raises(RecordError, match="several rules have the code FORM001"):
        all_rules()


def test_a_code_is_a_family_and_three_digits() -> None:
    """As in FORM001."""
    with pytest.raises(ValueError, match="form1"):
        rule("form1", source=SOURCE)


def test_a_rule_is_a_warning_unless_it_is_sure() -> None:
    """Errors say so."""
    assert made("FORM900").severity is Severity.WARNING


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], ["FORM001", "FORM002", "TYPO001"]),
        (["FORM"], [], ["FORM001", "FORM002"]),
        (["typo001", "FORM002"], [], ["FORM002", "TYPO001"]),
        ([], ["FORM"], ["TYPO001"]),
        (["FORM"], ["FORM001"], ["FORM002"]),
    ],
)
def test_rules_are_chosen_by_code_or_by_family(
    select: list[str], ignore: list[str], codes: list[str]
) -> None:
    """In any case of letters."""
    rules = [made(code) for code in ("FORM001", "FORM002", "TYPO001")]
    assert [one.code for one in chosen(rules, select, ignore)] == codes


def test_a_code_that_no_rule_has_is_refused() -> None:
    """With the families that there are; every wrong one at once."""
    with pytest.raises(RecordError) as refused:
        chosen([made("FORM001"), made("TYPO001")], ["FOND"], ["", "TYPO002"])
    with speaking("en"):
        said = str(refused.value)
    assert said == (
        "no rule has the code “FOND”\n"
        "  → Give a code such as FORM001, or a family: FORM, TYPO.\n"
        "no code of a rule is given\n"
        "  → Give a code such as FORM001, or a family: FORM, TYPO.\n"
        "no rule has the code “TYPO002”\n"
        "  → Give a code such as FORM001, or a family: FORM, TYPO."
    )
