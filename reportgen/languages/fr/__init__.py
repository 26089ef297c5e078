"""The grammar and the typography of French, as documents of the United Nations write it.

Floor 2. Each function stands alone and takes and gives plain text; `FILTERS` lists the ones that
templates use, under their French names. Each docstring has a table of cases, and the tests execute
it: the heading of a column is what is called, `·` parts several cases, (f) is a feminine name, and
woman, men, women are those with whom words agree.

| room | what it knows |
|---|---|
| `articles`, `elision` | le, du, au; the vowels that are dropped |
| `agreement`, `verbs`, `bearers` | titles, participles and verbs, and whom they agree with |
| `genders`, `known` | the gender of States, organizations and people, where names tell |
| `dates`, `numbers`, `labels` | days, periods, hours; figures, words, ranks; headings and items |
| `lists`, `typography` | enumerations, final signs, capitals; spaces and raised letters |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.languages.fr.agreement import accord, pluriel
from reportgen.languages.fr.articles import au, de, en, le, que
from reportgen.languages.fr.dates import (
    annees,
    chiffres,
    date,
    heure,
    jour,
    la_periode,
    mois,
    pendant,
    periode,
)
from reportgen.languages.fr.genders import accredited, noun, person, posting
from reportgen.languages.fr.known import grammar, known, known_keys
from reportgen.languages.fr.labels import heading_numeral, item_label, letter, romain
from reportgen.languages.fr.lists import (
    appositions,
    cite,
    enumeration,
    langue,
    majuscule,
    minuscule,
    ponctuation,
    succession,
)
from reportgen.languages.fr.numbers import lettres, nombre, numeros, ordinal, rang
from reportgen.languages.fr.typography import before_call, spaces, superscripts
from reportgen.languages.fr.verbs import verbe

__all__ = [
    "FILTERS",
    "LEADING",
    "TRAILING",
    "accord",
    "accredited",
    "annees",
    "appositions",
    "au",
    "before_call",
    "chiffres",
    "cite",
    "date",
    "de",
    "en",
    "enumeration",
    "grammar",
    "heading_numeral",
    "heure",
    "item_label",
    "jour",
    "known",
    "known_keys",
    "la_periode",
    "langue",
    "le",
    "letter",
    "lettres",
    "majuscule",
    "minuscule",
    "mois",
    "nombre",
    "noun",
    "numeros",
    "ordinal",
    "pendant",
    "periode",
    "person",
    "pluriel",
    "ponctuation",
    "posting",
    "que",
    "rang",
    "romain",
    "spaces",
    "succession",
    "superscripts",
    "verbe",
]

FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "accord": accord,
        "annees": annees,
        "appositions": appositions,
        "au": au,
        "chiffres": chiffres,
        "cite": cite,
        "date": date,
        "de": de,
        "en": en,
        "enumeration": enumeration,
        "heure": heure,
        "jour": jour,
        "la_periode": la_periode,
        "langue": langue,
        "le": le,
        "lettres": lettres,
        "majuscule": majuscule,
        "minuscule": minuscule,
        "mois": mois,
        "nombre": nombre,
        "numeros": numeros,
        "ordinal": ordinal,
        "pendant": pendant,
        "periode": periode,
        "pluriel": pluriel,
        "ponctuation": ponctuation,
        "que": que,
        "rang": rang,
        "romain": romain,
        "succession": succession,
        "verbe": verbe,
    }
)
"""What templates may say with, by name."""

LEADING = frozenset({"au", "de", "le", "que"})
"""Those that put an article or a preposition before words."""

TRAILING = frozenset({"ponctuation"})
"""Those that put a sign behind words."""
