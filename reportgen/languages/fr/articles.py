"""The definite article and its contractions: le Groupe, du Groupe, au Groupe.

Floor 2. A name brings its gender and number; a phrase that already begins with an article is
contracted; any other phrase is taken as it stands.
"""

from __future__ import annotations

import re

from reportgen.languages.fr.bearers import Bearer, Form, Noun, form_of
from reportgen.languages.fr.elision import elides

_LE = re.compile(r"[Ll]e(s?)\s+(?=\S)")
_LA = re.compile(r"[Ll](?:a\s|[’'])")
_INDEFINITE = re.compile(r"^(?:des?\s+|d[’'])(?=\S)")


def le(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put the definite article before a name or a title.

    | phrase | gives |
    |---|---|
    | Groupe de travail | le Groupe de travail |
    | France, feminine | la France |
    | Union africaine, Envoyé spécial | l’Union africaine, l’Envoyé spécial |
    | Nations Unies, plural | les Nations Unies |
    | Cuba, without article | Cuba |
    | the text « Cheffe du Service », with a woman | la Cheffe du Service |
    | a text alone | the text |

    Args:
        phrase: a name, or a text without its article.
        bearer: whom or what the text agrees with; a text without one is left as it stands.
    """
    if not isinstance(phrase, str):
        return _with_article(phrase.name, form_of(phrase)) if phrase.article else str(phrase.name)
    return str(phrase) if bearer is None else _with_article(str(phrase), form_of(bearer))


def de(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put `de` before a name or a phrase, contracted with its article.

    | phrase | gives |
    |---|---|
    | Groupe (name), « le Groupe » (text) | du Groupe |
    | France, « la France » | de la France |
    | Union africaine, « l’utilisation » | de l’Union africaine, de l’utilisation |
    | Nations Unies, « les pays » | des Nations Unies, des pays |
    | Cuba, Israël | de Cuba, d’Israël |
    | « Le Caire », « La Haye » | du Caire, de La Haye |
    | « des experts », « de hauts fonctionnaires » | d’experts, de hauts fonctionnaires |

    Args:
        phrase: a name, or a text with its article if it takes one.
        bearer: as in `le`, for a text without its article.
    """
    words = le(phrase, bearer)
    contracted = _LE.match(words)
    if contracted:
        return f"{'des' if contracted[1] else 'du'} {words[contracted.end() :]}"
    if _LA.match(words):
        return f"de {words}"
    return _shortened("d", _INDEFINITE.sub("", words))


def au(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put `à` before a name or a phrase, contracted with its article.

    | phrase | gives |
    |---|---|
    | Groupe (name), « le Groupe » (text) | au Groupe |
    | France, « la France » | à la France |
    | Union africaine, « l’utilisation » | à l’Union africaine, à l’utilisation |
    | Nations Unies, « les pays » | aux Nations Unies, aux pays |
    | Cuba, Israël | à Cuba, à Israël |

    Args:
        phrase: a name, or a text with its article if it takes one.
        bearer: as in `le`, for a text without its article.
    """
    words = le(phrase, bearer)
    contracted = _LE.match(words)
    if contracted:
        return f"{'aux' if contracted[1] else 'au'} {words[contracted.end() :]}"
    return f"à {words}"


def que(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put `que` before a name or a phrase: que le Groupe, qu’Israël, qu’il."""
    return _shortened("qu", le(phrase, bearer))


def _with_article(name: str, form: Form) -> str:
    if form.plural:
        return f"les {name}"
    if elides(name):
        return f"l’{name}"
    return f"{'la' if form.feminine else 'le'} {name}"


def _shortened(stem: str, words: str) -> str:
    return f"{stem}’{words}" if elides(words) else f"{stem}e {words}"
