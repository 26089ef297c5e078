"""Verbs agree with their subject; the table of cases is in the docstring of `verbe`."""

from types import SimpleNamespace

import pytest

from reportgen.languages.fr import verbe

WOMEN = SimpleNamespace(gender="feminine", number="plural")


@pytest.mark.parametrize(
    ("verb", "several"),
    [
        ("a", "ont"),
        ("avait", "avaient"),
        ("aura", "auront"),
        ("n’aura", "n’auront"),
        ("est", "sont"),
        ("était", "étaient"),
        ("sera", "seront"),
        ("n’était", "n’étaient"),
        ("ne sera", "ne seront"),
        ("se sera", "se seront"),
        ("s’était", "s’étaient"),
    ],
)
def test_an_auxiliary_has_a_plural(verb: str, several: str) -> None:
    """In the present, the imperfect and the future, with « ne » and « se »."""
    assert verbe(f"{verb} élu", WOMEN).removeprefix(f"{several} ").startswith("élu")


def test_a_participle_agrees_with_the_subject_of_etre_alone() -> None:
    """« Ont tenu », but « ont été tenues »."""
    assert verbe("a tenu", WOMEN) == "ont tenu"
    assert verbe("a été tenu", WOMEN) == "ont été tenues"
    assert verbe("sera réuni", WOMEN) == "seront réunies"


@pytest.mark.parametrize("text", ["réuni", " ", "les ont réunis", "tient"])
def test_what_is_no_auxiliary_is_refused(text: str) -> None:
    """A slip in a template must not pass for French."""
    with pytest.raises(ValueError, match=text):
        verbe(text, "feminine")
