"""The words that a secretariat may write: kinds, genders, « à confirmer ».

Part of `programme`.
"""

from __future__ import annotations

import re
import unicodedata

from reportgen.records import Gender, MeetingKind

_UNDECIDED = {
    "",
    *("a confirmer", "a determiner", "a preciser", "a fixer", "a definir", "a venir"),
    *("date a confirmer", "date a determiner", "date a preciser", "date a fixer"),
    *("sans objet", "neant", "aucun", "aucune", "none"),
    *("s d", "tbc", "tbd", "to be confirmed", "to be determined"),
}
_KINDS = {
    MeetingKind.THEMATIC: {"thematique", "thematic"},
    MeetingKind.ORGANIZATIONAL: {
        *("organisation", "organisationnelle", "organization"),
        *("organizational", "organisational"),
    },
    MeetingKind.INFORMAL: {"informelle", "informel", "informal", "officieuse", "officieux"},
    MeetingKind.JOINT: {"conjointe", "conjoint", "joint"},
    MeetingKind.SPECIAL: {
        *("extraordinaire", "speciale", "special"),
        "extraordinary",
    },
    MeetingKind.DEBATE: {"debat", "debate"},
}
_GENDERS = {
    Gender.MASCULINE: {
        *("m", "mr", "monsieur", "masculin", "masculine", "male", "homme", "h", "s e m"),
    },
    Gender.FEMININE: {
        *("mme", "mlle", "mrs", "ms", "madame", "mademoiselle"),
        *("feminin", "feminine", "female", "femme", "f", "s e mme"),
    },
}
_CIVILITY = re.compile(
    r"(?:S\. ?E\. )?(?:(?P<masculine>M\.|Mr\.?|Monsieur)|(?:Mme|Mlle|Mrs\.?|Ms\.?|Madame)) +(?=\S)",
    re.IGNORECASE,
)


def folded(text: str) -> str:
    """Give a text in lower case, without accents and signs, its words one space apart."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))


def one_line(text: str) -> str:
    """Give a text with single spaces, its lines joined."""
    return " ".join(text.split())


def undecided(text: str) -> bool:
    """Tell whether a text says that there is nothing to say yet; an empty one does."""
    return folded(text) in _UNDECIDED or text.strip().casefold() == "n/a"


def kind_of(text: str) -> MeetingKind | None:
    """Find the one kind of meeting that a text names, in French or English."""
    words = {word.removesuffix("s") for word in folded(text).split()}
    kinds = [kind for kind, names in _KINDS.items() if words & names]
    return kinds[0] if len(kinds) == 1 else None


def gender_of(text: str) -> Gender | None:
    """Find the gender that a word or a civility tells."""
    return next((gender for gender, names in _GENDERS.items() if folded(text) in names), None)


def without_civility(name: str) -> tuple[str, Gender | None]:
    """Take « M. » or « Mme » from the head of a name, and tell the gender that it gives."""
    found = _CIVILITY.match(name)
    if found is None:
        return name, None
    gender = Gender.MASCULINE if found["masculine"] else Gender.FEMININE
    return name[found.end() :], gender
