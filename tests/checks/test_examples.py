"""What a rule says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks import Example, Slip, Subject, explanation, rule
from reportgen.messages import message


@rule("TEST001", source=message("usage of the house"))
def full_stop(subject: Subject) -> Iterator[Slip]:
    """A sentence ends
    with a full stop.

    Not in a heading.

    Good: Le Comité
        s’est réuni.
    Good: <heading level="1">Le Comité</heading>
    Bad: Il a travaillé (× 1 200)
    Bad:
        conclusions:
          - Le Comité

          - Il
    """  # noqa: D205 -- a statement may be long
    del subject
    return iter(())


def test_a_docstring_gives_the_rule_and_its_examples() -> None:
    """Prose, a page, or some keys of a report."""
    said = explanation(full_stop)
    assert said.statement == "A sentence ends with a full stop. Not in a heading."
    assert said.examples == (
        Example(good=True, form="prose", text="Le Comité s’est réuni."),
        Example(good=True, form="page", text='<heading level="1">Le Comité</heading>'),
        Example(good=False, form="prose", text="Il a travaillé", times=1200),
        Example(
            good=False, form="records", text="conclusions:\n  - Le Comité\n\n  - Il\n", times=1
        ),
    )
