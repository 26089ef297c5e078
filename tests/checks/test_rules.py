"""Every rule, by its own examples."""

from __future__ import annotations

import pytest
from rulespecimens import found, subject_of

from reportgen.checks import Example, Rule, all_rules, explanation
from reportgen.messages import speaking, translate

RULES = all_rules()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{'good' if example.good else 'bad'}-{number}")
    for rule in RULES
    for number, example in enumerate(explanation(rule).examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_its_bad_examples_and_leaves_the_good_ones_alone(
    rule: Rule, example: Example
) -> None:
    """What the docstring of a rule says is what it does."""
    assert bool(found(rule, example)) is not example.good, example.text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_states_itself_and_gives_examples_of_both_sorts(rule: Rule) -> None:
    """In one sentence, which the catalogue has in French."""
    said = explanation(rule)
    assert said.statement.endswith(".")
    assert {example.good for example in said.examples} == {True, False}
    with speaking("fr"):
        assert translate(said.statement, "rules") != said.statement


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_a_rule_finds_is_there(rule: Rule, example: Example) -> None:
    """The words of a finding are those of its span, and its fix changes them."""
    subject = subject_of(example)
    texts = {text.path: text.text for text in subject.texts}
    for slip in rule.examine(subject):
        if slip.span is not None:
            start, end = slip.span
            assert texts[slip.path][start:end] == slip.words
            assert slip.fix != slip.words
