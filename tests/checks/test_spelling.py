"""The dictionary: what it knows, and what is said where it is missing."""

import builtins
from typing import Any

import pytest

from reportgen.checks.findings import Unable
from reportgen.checks.spelling import dictionary
from reportgen.messages import speaking


def test_the_dictionary_knows_words_and_suggests_others() -> None:
    """Accents count."""
    words = dictionary("fr")
    assert words.knows("déminage")
    assert not words.knows("deminage")
    assert "contingents" in words.suggestions("contigents")


def test_a_language_without_dictionary_is_told_with_what_to_install() -> None:
    """By the name of the Debian package."""
    with pytest.raises(Unable) as caught, speaking("en"):
        dictionary("xx")
    with speaking("en"):
        assert str(caught.value.why) == (
            "the spelling was not checked: no dictionary is installed; on Debian and Ubuntu:"
            " sudo apt-get install hunspell-xx"
        )


def test_a_missing_library_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyEnchant cannot be imported without it."""
    real_import = builtins.__import__

    def without_enchant(name: str, *rest: Any) -> Any:
        if name == "enchant":
            raise ImportError(name)
        return real_import(name, *rest)

    dictionary.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without_enchant)
    with pytest.raises(Unable) as caught:
        dictionary("fr")
    assert "libenchant-2-2 hunspell-fr" in str(caught.value.why)
