"""Things said one after the other in French, and the signs and capitals around them.

Floor 2. The order and the conjunction of a list are Babel's; appositions and the punctuation of
lettered items follow the documents of the Council.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from babel import Locale
from babel.lists import format_list

from reportgen.errors import Problem, RecordError
from reportgen.languages.fr.articles import au, de
from reportgen.messages import message

_PREPOSITIONS: Mapping[str, Callable[[str], str]] = {"": str, "de": de, "à": au}
_FINAL_SIGNS = re.compile(r"[\s;,.]+$")
_OWN_SIGN = (":", "!", "?", "…", "...")
_NOTES = re.compile(r"(?:\s*\^\[(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*+\])*+\])*+\])+$")
_BEFORE_FIRST_LETTER = re.compile(r"[\W_]*")
_OPENING = re.compile(r"«\s*")
_CLOSING = re.compile(r"\s*»")


def enumeration(items: Sequence[str]) -> str:
    """List words.

    | items | enumeration(items) |
    |---|---|
    | le Maroc | le Maroc |
    | le Maroc + la France | le Maroc et la France |
    | une réunion + deux débats + trois visites | une réunion, deux débats et trois visites |
    | nothing | nothing |
    """
    return format_list([str(item) for item in items], locale="fr")


def succession(items: Sequence[str]) -> str:
    """List what comes one after the other in time.

    | items | succession(items) |
    |---|---|
    | le Sénégal | le Sénégal |
    | le Sénégal + l’Éthiopie | le Sénégal, puis l’Éthiopie |
    | le Sénégal + l’Éthiopie + la Suède | le Sénégal, puis l’Éthiopie, puis la Suède |
    """
    return ", puis ".join(str(item) for item in items)


def appositions(pairs: Sequence[tuple[str, str | None]], preposition: str = "") -> str:
    """List functions, each with its holder between commas where the name is given.

    | pairs | appositions(pairs) |
    |---|---|
    | le Directeur + le Conseiller | le Directeur et le Conseiller |
    | le Directeur + le Chef: A. B. + le Conseiller: C. D. | le Directeur, le Chef, A. B., et le Conseiller, C. D., |
    | le Chef: A. B. + le Directeur | le Chef, A. B., et le Directeur |

    | pairs | appositions(pairs, "de") | appositions(pairs, "à") |
    |---|---|---|
    | le Chef: A. B. + l’Envoyée | du Chef, A. B., et de l’Envoyée | au Chef, A. B., et à l’Envoyée |

    The comma after the last name stands before the verb; `ponctuation` takes it away at the end
    of a sentence.

    Args:
        pairs: each function with its article, and the name of its holder or None.
        preposition: « de » or « à », repeated before each function; empty for none.
    """  # noqa: E501 -- a row of the table
    before = _PREPOSITIONS[preposition]
    items = [f"{before(phrase)}, {name}," if name else before(phrase) for phrase, name in pairs]
    *others, final = items or [""]
    if not others:
        return final
    *earlier, penultimate = others
    listed = [item if item.endswith(",") else f"{item}," for item in earlier]
    return " ".join([*listed, penultimate, "et", final])


def ponctuation(text: str, last: bool) -> str:  # noqa: FBT001 -- templates say ponctuation(loop.last)
    """End an item of a list with its sign.

    | text | ponctuation(text, False) | ponctuation(text, True) |
    |---|---|---|
    | opérations de paix | opérations de paix; | opérations de paix. |
    | opérations de paix. | opérations de paix; | opérations de paix. |
    | textes, etc. | textes, etc.; | textes, etc. |
    | les domaines suivants : | les domaines suivants : | les domaines suivants : |
    | paix.^[voir [[axes]]] | paix^[voir [[axes]]]; | paix^[voir [[axes]]]. |

    Args:
        text: the item, with or without a sign of its own; one that ends with : ! ? or … keeps it.
            Notes may follow, as they are typed; the sign of the list stands after them.
        last: whether the list ends with it.
    """
    words, notes = _parted(str(text).rstrip())
    if words.endswith(_OWN_SIGN):
        return words + notes
    words = _FINAL_SIGNS.sub("", words)
    if words.endswith(" etc"):
        words += "."
    sign = "." if last else ";"
    return words + notes + ("" if last and words.endswith(".") else sign)


def _parted(text: str) -> tuple[str, str]:
    """Part an item from the notes typed at its end."""
    found = _NOTES.search(text)
    return (text[: found.start()].rstrip(), found[0].strip()) if found else (text, "")


def majuscule(text: str) -> str:
    """Give a text a capital first letter, with its accent.

    | text | majuscule(text) |
    |---|---|
    | à la suite · œuvre · l’Union · « les | À la suite · Œuvre · L’Union · « Les |
    """
    start = _BEFORE_FIRST_LETTER.match(text)
    position = start.end() if start else 0
    return str(text[:position] + text[position : position + 1].upper() + text[position + 1 :])


_COMMON = (
    "à|afin|au|aux|aucune?|avec|ce|ces|cet|cette|chaque|dans|de|des|du|elles?|en|ils?|la|le|les|leurs?"
    "|lorsque|ne|on|par|plusieurs|pour|qu|que|quand|s|sa|sans|se|ses|si|son|sous|sur|tous|toutes?|une?"
)
_OBJECT = "à|au|aux|ce|ces|cet|cette|compte|de|des|du|en|la|le|les|leurs?|que|sa|ses|son|une?"
_BEGINS_SENTENCE = re.compile(
    rf"(?!l[ae] (?-i:[A-Z])(?:aire|ap|avane|avre|aye|ecque|az)\b)"
    rf"(?:(?:{_COMMON}) |(?:[dlns]|qu)[’']|[^\W\d_]+(?:er|ir|re) (?:(?:{_OBJECT}) |[dl][’']))",
    re.IGNORECASE,
)


def minuscule(text: str) -> str:
    """Take the capital from a sentence that follows a colon, where it is none of a name.

    | text | minuscule(text) |
    |---|---|
    | Le Groupe recommande · L’accord · À sa réunion | le Groupe recommande · l’accord · à sa réunion |
    | Renforcer la paix · Veiller à ce que · Se réunir | renforcer la paix · veiller à ce que · se réunir |
    | Haïti devrait · ONU-Femmes · La Haye a · Alger a | Haïti devrait · ONU-Femmes · La Haye a · Alger a |

    Args:
        text: a sentence; one that begins otherwise than with a word of grammar, or an infinitive
            and its object, stays as it is.
    """  # noqa: E501 -- rows of the table
    begins = _BEGINS_SENTENCE.match(text) and not text[1:2].isupper()
    return str(text[:1].lower() + text[1:] if begins else text)


def cite(text: str) -> str:
    """Make the quotation marks of a text those of a quotation within another.

    | text | cite(text) |
    |---|---|
    | L’initiative « Unis pour la paix » · l’eau | L’initiative “Unis pour la paix” · l’eau |

    Args:
        text: what will stand between « and ».
    """
    return _CLOSING.sub("”", _OPENING.sub("“", str(text)))


def langue(code: str) -> str:
    """Name a language.

    | text | langue(text) |
    |---|---|
    | ar · zh · en · fr · ru · es | arabe · chinois · anglais · français · russe · espagnol |

    Args:
        code: the code of the language.

    Raises:
        RecordError: no language has that code.
    """
    name = Locale("fr").languages.get(code)
    if name is None:
        raise RecordError(
            Problem(
                message("“{found}” is not the code of a language", found=code),
                message("Write its two letters, for example en, es or fr."),
            )
        )
    return str(name)
