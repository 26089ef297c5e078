"""The definite article and its contractions: le Groupe, du Groupe, au Groupe, en France.

Floor 2. A name brings its gender and number; a phrase that already begins with an article is
contracted; any other phrase is taken as it stands.
"""

from __future__ import annotations

import re

from reportgen.languages.fr.bearers import Bearer, Form, Noun, form_of
from reportgen.languages.fr.elision import elides

_LE = re.compile(r"[Ll]e(s?)\s+(?=\S)")
_LA = re.compile(r"[Ll](?:a\s|[’'])")
_FEDERATION = re.compile(r"États? ")
_EN_WITHOUT_ARTICLE = frozenset(("El Salvador", "Haïti", "Israël"))
_ISLANDS = frozenset(("Barbade", "Dominique", "Grenade", "Jamaïque", "Trinité-et-Tobago"))
_INDEFINITE = re.compile(r"^(?:des?\s+|d[’'])(?=\S)")


def le(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put the definite article before a name or a title.

    | noun | le(noun) |
    |---|---|
    | Groupe de travail (m) | le Groupe de travail |
    | France (f) | la France |
    | Union africaine (f) | l’Union africaine |
    | Ouganda (m) | l’Ouganda |
    | Yémen (m) | le Yémen |
    | Hongrie (f) | la Hongrie |
    | Haut-Commissariat (m) | le Haut-Commissariat |
    | Nations Unies (f pl) | les Nations Unies |
    | Chefs des composantes Police (m pl) | les Chefs des composantes Police |
    | Haïti (m, no article) | Haïti |
    | ONU (f) | l’ONU |
    | MINUSMA (f) | la MINUSMA |

    A title agrees by `accord` before it takes the article of its bearer:

    | text | le(text, man) | le(accord(text, woman), woman) | le(accord(text, men), men) |
    |---|---|---|---|
    | Chef du Service | le Chef du Service | la Cheffe du Service | les Chefs du Service |
    | Ambassadeur | l’Ambassadeur | l’Ambassadrice | les Ambassadeurs |
    | Haut-Représentant | le Haut-Représentant | la Haute-Représentante | les Hauts-Représentants |

    Args:
        phrase: a name, or a text without its article.
        bearer: whom or what the text agrees with; a text without one is left as it stands.
    """
    if not isinstance(phrase, str):
        return _with_article(phrase.name, form_of(phrase)) if phrase.article else str(phrase.name)
    return str(phrase) if bearer is None else _with_article(str(phrase), form_of(bearer))


def de(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put `de` before a name or a phrase, contracted with its article.

    | noun | de(noun) |
    |---|---|
    | Groupe (m) | du Groupe |
    | France (f) | de la France |
    | Union africaine (f) | de l’Union africaine |
    | Nations Unies (f pl) | des Nations Unies |
    | Honduras (m) | du Honduras |
    | Cuba (f, no article) | de Cuba |
    | Israël (m, no article) | d’Israël |
    | Haïti (m, no article) | d’Haïti |
    | Le Caire (m, no article) | du Caire |
    | La Haye (f, no article) | de La Haye |
    | AMISOM (f) | de l’AMISOM |
    | FMI (m) | du FMI |

    | text | de(text) |
    |---|---|
    | le Groupe | du Groupe |
    | les pays | des pays |
    | la technologie | de la technologie |
    | l’utilisation | de l’utilisation |
    | utilisation | d’utilisation |
    | huis clos | de huis clos |
    | des experts | d’experts |
    | de hauts fonctionnaires | de hauts fonctionnaires |

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

    | noun | au(noun) |
    |---|---|
    | Groupe (m) | au Groupe |
    | France (f) | à la France |
    | Union africaine (f) | à l’Union africaine |
    | Nations Unies (f pl) | aux Nations Unies |
    | Israël (m, no article) | à Israël |
    | Le Caire (m, no article) | au Caire |

    | text | au(text) |
    |---|---|
    | le Groupe | au Groupe |
    | les pays | aux pays |
    | l’utilisation | à l’utilisation |
    | des experts | à des experts |

    Args:
        phrase: a name, or a text with its article if it takes one.
        bearer: as in `le`, for a text without its article.
    """
    words = le(phrase, bearer)
    contracted = _LE.match(words)
    if contracted:
        return f"{'aux' if contracted[1] else 'au'} {words[contracted.end() :]}"
    return f"à {words}"


def en(noun: Noun) -> str:
    """Say where something is: `en`, `au`, `aux`, `à` or `dans` before the name of a State.

    A feminine name, or one that begins with a vowel, takes `en`, any other with an article is
    contracted with `à`; names without an article take `à`. Islands and federations depart from it.

    | noun | en(noun) |
    |---|---|
    | France (f) | en France |
    | Angola (m) | en Angola |
    | Sénégal (m) | au Sénégal |
    | Honduras (m) | au Honduras |
    | Pays-Bas (m pl) | aux Pays-Bas |
    | Cuba (f, no article) | à Cuba |
    | Haïti (m, no article) | en Haïti |
    | Barbade (f) | à la Barbade |
    | État de Palestine (m) | dans l’État de Palestine |
    | États fédérés de Micronésie (m pl) | dans les États fédérés de Micronésie |

    Args:
        noun: the name, with its grammar.
    """
    if _FEDERATION.match(noun.name):
        return f"dans {le(noun)}"
    if noun.name in _EN_WITHOUT_ARTICLE:
        return f"en {noun.name}"
    form = form_of(noun)
    inside = form.feminine or elides(noun.name)
    if noun.article and inside and not form.plural and noun.name not in _ISLANDS:
        return f"en {noun.name}"
    return au(noun)


def que(phrase: str | Noun, bearer: Bearer | None = None) -> str:
    """Put `que` before a name or a phrase.

    | text | que(text) |
    |---|---|
    | le Groupe | que le Groupe |
    | il | qu’il |
    | onze réunions | que onze réunions |
    | Israël | qu’Israël |

    Args:
        phrase: a name, or a text with its article if it takes one.
        bearer: as in `le`, for a text without its article.
    """
    return _shortened("qu", le(phrase, bearer))


def _with_article(name: str, form: Form) -> str:
    if form.plural:
        return f"les {name}"
    if elides(name):
        return f"l’{name}"
    return f"{'la' if form.feminine else 'le'} {name}"


def _shortened(stem: str, words: str) -> str:
    return f"{stem}’{words}" if elides(words) else f"{stem}e {words}"
