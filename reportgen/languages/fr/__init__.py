"""The grammar and the typography of French, as documents of the United Nations write it.

Floor 2. Each function stands alone and takes and gives plain text; `FILTERS` lists the ones that
templates use, under their French names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.languages.fr.agreement import accord, pluriel
from reportgen.languages.fr.articles import au, de, le, que
from reportgen.languages.fr.dates import date, jour, mois, pendant, periode
from reportgen.languages.fr.genders import accredited, noun, person, posting
from reportgen.languages.fr.labels import heading_numeral, item_label
from reportgen.languages.fr.lists import appositions, enumeration, langue, majuscule, ponctuation
from reportgen.languages.fr.numbers import lettres, nombre, ordinal
from reportgen.languages.fr.typography import spaces, superscripts

__all__ = [
    "FILTERS",
    "accord",
    "accredited",
    "appositions",
    "au",
    "date",
    "de",
    "enumeration",
    "heading_numeral",
    "item_label",
    "jour",
    "langue",
    "le",
    "lettres",
    "majuscule",
    "mois",
    "nombre",
    "noun",
    "ordinal",
    "pendant",
    "periode",
    "person",
    "pluriel",
    "ponctuation",
    "posting",
    "que",
    "spaces",
    "superscripts",
]

FILTERS: Mapping[str, Callable[..., object]] = MappingProxyType(
    {
        "accord": accord,
        "appositions": appositions,
        "au": au,
        "date": date,
        "de": de,
        "enumeration": enumeration,
        "jour": jour,
        "langue": langue,
        "le": le,
        "lettres": lettres,
        "majuscule": majuscule,
        "mois": mois,
        "nombre": nombre,
        "ordinal": ordinal,
        "pendant": pendant,
        "periode": periode,
        "pluriel": pluriel,
        "ponctuation": ponctuation,
        "que": que,
    }
)
"""What templates may say with, by name."""
