"""The dictionary of a language, behind one door.

Part of `checks`, and the only module that knows the spelling library: PyEnchant asks Hunspell,
whose dictionaries are installed with the system.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from attrs import frozen

from reportgen.checks.findings import Unable
from reportgen.messages import message

_SUGGESTED = 3
_KEPT = 10_000


@frozen
class Dictionary:
    """The words of a language.

    Args:
        knows: whether a word is one of them.
        suggestions: the few that a misspelled word may stand for, the likeliest first.
    """

    knows: Callable[[str], bool]
    suggestions: Callable[[str], tuple[str, ...]]


@cache
def dictionary(language: str) -> Dictionary:
    """Open the dictionary of a language.

    Args:
        language: its code, such as `fr`.

    Raises:
        Unable: the library of the system, or the dictionary, is not installed.
    """
    try:
        import enchant  # noqa: PLC0415 -- fails where the library of the system is missing
    except ImportError as error:
        raise _missing("libenchant-2-2", language) from error
    try:
        words = enchant.Dict(language)
    except enchant.errors.DictNotFoundError as error:
        raise _missing("", language) from error
    return Dictionary(
        knows=lru_cache(_KEPT)(words.check),
        suggestions=lru_cache(_KEPT)(lambda word: tuple(words.suggest(word)[:_SUGGESTED])),
    )


def _missing(library: str, language: str) -> Unable:
    packages = " ".join(filter(None, (library, f"hunspell-{language}")))
    return Unable(
        message(
            "the spelling was not checked: no dictionary is installed; on Debian and Ubuntu:"
            " {command}",
            command=f"sudo apt-get install {packages}",
        )
    )
