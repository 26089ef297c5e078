"""The word that was meant: the nearest one that is known, or the English of a French key.

Part of `reading`.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

_LIKENESS = 0.7

_ENGLISH = {
    "alineas": ("items",),
    "annexe": ("in_annex", "annex"),
    "autres_presidences": ("other_chairs",),
    "autres_presidents": ("other_chairs",),
    "compte_rendu": ("account",),
    "conferenciers": ("speakers",),
    "copresidence": ("other_chairs",),
    "copresidents": ("other_chairs",),
    "cote": ("symbol",),
    "debut": ("start",),
    "destinataire": ("addressed_to",),
    "fin": ("end",),
    "genre": ("gender",),
    "grade": ("rank",),
    "intervenants": ("speakers",),
    "langue": ("language",),
    "nature": ("kind",),
    "nom": ("name",),
    "nombre": ("number",),
    "note": ("concept_note",),
    "note_de_cadrage": ("concept_note",),
    "objet": ("subject",),
    "orateurs": ("speakers",),
    "organe": ("body",),
    "par": ("by",),
    "periode": ("period",),
    "presidence": ("chair",),
    "president": ("chair",),
    "rapport": ("report",),
    "rang": ("rank",),
    "reunion": ("meetings",),
    "reunions": ("meetings",),
    "sexe": ("gender",),
    "source": ("source",),
    "sujet": ("subject",),
    "titre": ("title",),
    "a_faire": ("todo",),
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that was probably meant.

    Args:
        word: the word that was found; capitals and accents do not matter.
        known: the words that may stand there.
    """
    by_plain = {plain(candidate): candidate for candidate in known}
    for english in _ENGLISH.get(plain(word), ()):
        if english in by_plain:
            return by_plain[english]
    found = difflib.get_close_matches(plain(word), by_plain, n=1, cutoff=_LIKENESS)
    return by_plain[found[0]] if found else None


def plain(word: str) -> str:
    """Give a word in lower case, without accents, its spaces and hyphens as underscores."""
    letters = unicodedata.normalize("NFKD", word.strip().casefold())
    return "".join(
        "_" if letter in " -’'" else letter
        for letter in letters
        if not unicodedata.combining(letter)
    )
