"""The words that a secretariat may write: kinds, genders, « à confirmer ».

Part of `programme`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from reportgen.records import Gender, MeetingKind
from reportgen.spellings import folded, meant, spelled


class Standing(StrEnum):
    """What became of a planned meeting."""

    HELD = "held"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


_NOTHING = {"", "sans objet", "neant", "aucun", "aucune", "none", "rien", "non", "s o"}
_UNDECIDED = _NOTHING | {
    *("a confirmer", "a determiner", "a preciser", "a fixer", "a definir", "a venir"),
    *("date a confirmer", "date a determiner", "date a preciser", "date a fixer"),
    *("s d", "tbc", "tbd", "to be confirmed", "to be determined"),
}
_HELD = {
    *("tenue", "tenu", "held", "prevue", "prevu", "planned", "scheduled", "confirmee", "confirme"),
    *("confirmed", "maintenue", "maintenu", "realisee", "effectuee", "terminee", "faite", "oui"),
}
_CANCELLED = {
    *("annulee", "annule", "cancelled", "canceled", "supprimee", "supprime", "abandonnee"),
    *("retiree", "retire", "non tenue", "pas tenue", "not held"),
}
_POSTPONED = {
    *("reportee", "reporte", "postponed", "ajournee", "ajourne", "differee", "differe"),
    *("remise", "repoussee", "repousse", "deferred", "rescheduled"),
}
_MOVED_HERE = re.compile(r"(?:reporte|deplace|repousse)e? d(?:u|e)\b|postponed from\b")
_NOTED = re.compile(r"[(\[]([^)\]]+)[)\]]\s*$|^\s*([^\W\d_]+)\s*[:–—-]\s")


def one_line(text: str) -> str:
    """Give a text with single spaces, its lines joined."""
    return " ".join(text.split())


def undecided(text: str) -> bool:
    """Return whether a text says that there is nothing to say yet, or nothing at all."""
    return folded(text) in _UNDECIDED or text.strip().casefold() == "n/a"


def is_nothing(text: str) -> bool:
    """Return whether a text says that there is nothing: empty, « – », « néant »."""
    return folded(text) in _NOTHING or text.strip().casefold() == "n/a"


def standing_of(text: str) -> Standing | None:
    """Find what a word or two say of a meeting: held, cancelled or postponed."""
    words = folded(text)
    if undecided(text) or _MOVED_HERE.match(words):
        return Standing.HELD
    heads = {words.partition(" ")[0], " ".join(words.split()[:2])}
    known = {Standing.HELD: _HELD, Standing.CANCELLED: _CANCELLED, Standing.POSTPONED: _POSTPONED}
    return next((standing for standing, names in known.items() if heads & names), None)


def noted_standing(text: str) -> Standing | None:
    """Find what a remark at the end of a text in brackets, or before it, says of a meeting."""
    found = _NOTED.search(text)
    return standing_of(found[1] or found[2]) if found else None


def kind_of(text: str) -> MeetingKind | None:
    """Find the one kind of meeting that a text names, in French or English."""
    words = {word.removesuffix("s") for word in folded(text).split()}
    kinds = [kind for kind in MeetingKind if words & spelled(kind)]
    return kinds[0] if len(kinds) == 1 else None


def gender_of(text: str) -> Gender | None:
    """Find the gender that a word or a civility tells."""
    found = meant(text, [*Gender])
    return Gender(found) if found else None
