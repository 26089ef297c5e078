"""The words that a value of the records may be written with, in French or English.

Part of `spellings`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
"""The codes of the official languages of the United Nations."""

_FRENCH = {
    "thematic": ("thématique",),
    "organizational": ("organisation", "organisationnelle"),
    "informal": ("informelle", "informel", "officieuse", "officieux"),
    "joint": ("conjointe", "conjoint"),
    "special": ("extraordinaire", "spéciale"),
    "debate": ("débat",),
    "masculine": ("masculin", "m", "monsieur", "homme", "h", "s e m"),
    "feminine": ("féminin", "f", "mme", "mlle", "madame", "mademoiselle", "femme", "s e mme"),
    "singular": ("singulier",),
    "plural": ("pluriel",),
    "statement": ("déclaration",),
    "resolution": ("résolution",),
    "general": ("générale",),
    "limited": ("limitée",),
    "restricted": ("restreinte",),
    "left": ("gauche",),
    "right": ("droite",),
    "center": ("centré",),
    "justify": ("justifié",),
    "true": ("oui", "vrai"),
    "false": ("non", "faux"),
    "ar": ("arabe",),
    "en": ("anglais",),
    "es": ("espagnol",),
    "fr": ("français",),
    "ru": ("russe",),
    "zh": ("chinois",),
}
_ENGLISH = {
    "organizational": ("organization", "organisational"),
    "special": ("extraordinary",),
    "masculine": ("mr", "male"),
    "feminine": ("mrs", "ms", "female"),
    "true": ("yes",),
    "false": ("no",),
    "ar": ("arabic",),
    "en": ("english",),
    "es": ("spanish",),
    "fr": ("french",),
    "ru": ("russian",),
    "zh": ("chinese",),
}


def folded(text: str) -> str:
    """Give a text in lower case, without accents and signs, its words one space apart."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))


@cache
def spelled(value: str) -> frozenset[str]:
    """Return the folded words that stand for a value, its own among them."""
    return frozenset(map(folded, (value, *_FRENCH.get(value, ()), *_ENGLISH.get(value, ()))))


def shown(value: str) -> tuple[str, ...]:
    """Return the French word that an editor offers for a value; none where it is the same."""
    return _FRENCH.get(value, ())[:1]


def meant(text: str, values: Iterable[str]) -> str | None:
    """Find the value that a text stands for, whatever its capitals and accents.

    Args:
        text: a word in French or English, or the value itself.
        values: those that may stand there.
    """
    words = folded(text)
    return next((value for value in values if words in spelled(value)), None)
