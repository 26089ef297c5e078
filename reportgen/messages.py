"""What the program says to people, in their language.

Floor 1, beside `errors`. A `Message` is an English sentence with named fields; it is put into
the reader's language only when it is shown, from the gettext catalogues in
`languages/catalogues`, compiled when the package is built.
"""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from attrs import field, frozen

CATALOGUES = Path(__file__).parent / "languages" / "catalogues"
LANGUAGES = ("fr", "en")

_language: ContextVar[str | None] = ContextVar("language", default=None)


@frozen
class Message:
    """A sentence for the reader, kept apart from the values that it mentions.

    Args:
        text: the English sentence, with `{name}` fields; the key of the catalogues.
        values: what the fields stand for; a value may itself be a message.
        plural: the sentence for several, where `text` is that for one and `count` says how many.
    """

    text: str
    values: Mapping[str, object] = field(factory=dict)
    plural: str = ""

    def __str__(self) -> str:
        """Say the sentence in the language now spoken."""
        said = {name: _said(value) for name, value in self.values.items()}
        return self._sentence().format(**said)

    def _sentence(self) -> str:
        count = self.values.get("count")
        if not self.plural or not isinstance(count, int):
            return translate(self.text)
        return _catalogue(spoken_language(), "messages").ngettext(self.text, self.plural, count)


_LONGEST = 1_000


def _said(value: object) -> object:
    """Say a value: a measure as 2.5, or 2,5 in French; a long text with its midst left out."""
    if isinstance(value, str) and len(value) > _LONGEST:
        half = _LONGEST // 2
        return f"{value[:half]} … {value[-half:]}"
    if not isinstance(value, float):
        return value
    figures = str(value).removesuffix(".0")
    return figures.replace(".", ",") if spoken_language() == "fr" else figures


def message(text: str, **values: object) -> Message:
    """Make a message; the name that the extraction of the catalogues looks for."""
    return Message(text, values)


def counted(one: str, many: str, count: int, **values: object) -> Message:
    """Make a message about a number of things, in the singular and in the plural.

    Args:
        one: the English sentence for one.
        many: the one for several, with a field `{count}`.
        count: how many there are.
        values: what the other fields stand for.
    """
    return Message(one, {**values, "count": count}, many)


def translate(text: str, catalogue: str = "messages") -> str:
    """Put one English sentence into the language now spoken, its fields untouched.

    Args:
        text: the sentence.
        catalogue: the catalogue to look in, one of those in `languages/catalogues`.
    """
    return _catalogue(spoken_language(), catalogue).gettext(text)


def spoken_language() -> str:
    """Tell the language of messages: the one set by `speaking`, else the environment's."""
    return _language.get() or environment_language(os.environ)


def environment_language(environment: Mapping[str, str]) -> str:
    """Tell which of our languages an environment asks for.

    Args:
        environment: variables as in `os.environ`; the first set of LANGUAGE, LC_ALL,
            LC_MESSAGES and LANG speaks, then the system's own setting.

    Returns:
        `en` when English is asked for, `fr` in every other case: our readers think in French.
    """
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((environment[name] for name in names if environment.get(name)), None)
    return "en" if (asked or locale.getlocale()[0] or "").lower().startswith("en") else "fr"


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Say messages in one language for as long as the context lasts; None keeps the reader's."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def _catalogue(language: str, name: str) -> gettext.NullTranslations:
    return gettext.translation(name, CATALOGUES, [language], fallback=True)
