"""Verbs that agree with their subject: s’est réunie, se sont réunis, ont tenu.

Floor 2, above `agreement`. Templates write the verb in the third person of the singular.
"""

from __future__ import annotations

from reportgen.languages.fr.agreement import accord
from reportgen.languages.fr.bearers import Bearer, form_of

_TO_HAVE = {"a": "ont", "avait": "avaient", "aura": "auront"}
_TO_BE = {"est": "sont", "était": "étaient", "sera": "seront"}
_PLURAL = {
    **_TO_HAVE,
    **_TO_BE,
    **{f"n’{one}": f"n’{several}" for one, several in (_TO_HAVE | _TO_BE).items()},
    "n’est": "ne sont",
    "ne sera": "ne seront",
    "s’est": "se sont",
    "s’était": "s’étaient",
    "se sera": "se seront",
}
_LONGEST_FIRST = sorted(_PLURAL, key=len, reverse=True)
_HAVING = frozenset({*_TO_HAVE, *(f"n’{word}" for word in _TO_HAVE)})


def verbe(text: str, subject: Bearer) -> str:
    """Make a verb agree with its subject, and with être the participle or the attribute too.

    | text | verbe(text, woman) | verbe(text, men) | verbe(text, women) |
    |---|---|---|---|
    | s’est réuni | s’est réunie | se sont réunis | se sont réunies |
    | s’est penché | s’est penchée | se sont penchés | se sont penchées |
    | a tenu | a tenu | ont tenu | ont tenu |
    | n’a tenu | n’a tenu | n’ont tenu | n’ont tenu |
    | a été nommé Président | a été nommée Présidente | ont été nommés Présidents | ont été nommées Présidentes |
    | n’est pas | n’est pas | ne sont pas | ne sont pas |
    | avait fait circuler | avait fait circuler | avaient fait circuler | avaient fait circuler |
    | était le principal intervenant | était la principale intervenante | étaient les principaux intervenants | étaient les principales intervenantes |

    Source: usage; a participle after avoir agrees with no subject.

    Args:
        text: the verb in the third person of the singular, with an auxiliary, and what follows.
        subject: who does it, or to whom it is done.

    Raises:
        ValueError: the text does not begin with a form of avoir or être.
    """  # noqa: E501 -- rows of the table
    verb = next((known for known in _LONGEST_FIRST if f"{text} ".startswith(f"{known} ")), "")
    if not verb:
        raise ValueError(text)
    rest = text[len(verb) :].strip()
    agreed = _PLURAL[verb] if form_of(subject).plural else verb
    alone = verb in _HAVING and not rest.startswith("été ")
    return f"{agreed} {rest if alone else accord(rest, subject)}".rstrip()
