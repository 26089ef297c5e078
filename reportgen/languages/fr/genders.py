"""The gender of names that come without one: la France, le Bureau, Mme Dwan, la Cheffe.

Floor 2. What is certain is told; everything else stays open, for a person to say. The names of
States and their articles are those of the French documents of the United Nations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from reportgen.languages.fr.agreement import accord
from reportgen.languages.fr.bearers import FEMININE, MASCULINE, PLURAL
from reportgen.languages.fr.elision import plain
from reportgen.languages.naming import Naming

_SINGULAR = "singular"
_ARTICLE = re.compile(r"(?:(?P<le>le|la|les)\s+|l[’']\s*)(?=\S)", re.IGNORECASE)
_ARTICLES: Mapping[str, tuple[str | None, str]] = MappingProxyType(
    {"le": (MASCULINE, _SINGULAR), "la": (FEMININE, _SINGULAR), "les": (None, PLURAL)}
)
_BESIDES = re.compile(r"\s*\([^)]*\)")
_NO_LETTER = re.compile(r"[\W_]+")

_STATES = """
    Afghanistan, Afrique du Sud, Albanie, Algérie, Allemagne, Andorre, Angola, Antigua-et-Barbuda,
    Arabie saoudite, Argentine, Arménie, Australie, Autriche, Azerbaïdjan, Bahamas, Bahreïn,
    Bangladesh, Barbade, Bélarus, Belgique, Belize, Bénin, Bhoutan, Bolivie, Bosnie-Herzégovine,
    Botswana, Brésil, Brunéi Darussalam, Bulgarie, Burkina Faso, Burundi, Cabo Verde, Cambodge,
    Cameroun, Canada, Chili, Chine, Chypre, Colombie, Comores, Congo, Corée du Nord, Corée du Sud,
    Costa Rica, Côte d’Ivoire, Croatie, Cuba, Danemark, Djibouti, Dominique, Égypte, El Salvador,
    Émirats arabes unis, Équateur, Érythrée, Espagne, Estonie, Eswatini, États-Unis,
    États-Unis d’Amérique, Éthiopie, Fédération de Russie, Fidji, Finlande, France, Gabon, Gambie,
    Géorgie, Ghana, Grèce, Grenade, Guatemala, Guinée, Guinée-Bissau, Guinée équatoriale, Guyana,
    Haïti, Honduras, Hongrie, Îles Marshall, Îles Salomon, Inde, Indonésie, Iran, Iraq, Irlande,
    Islande, Israël, Italie, Jamaïque, Japon, Jordanie, Kazakhstan, Kenya, Kirghizistan, Koweït,
    Lesotho, Lettonie, Liban, Libéria, Libye, Liechtenstein, Lituanie, Luxembourg,
    Macédoine du Nord, Madagascar, Malaisie, Malawi, Maldives, Mali, Malte, Maroc, Maurice,
    Mauritanie, Mexique, Micronésie, Monaco, Mongolie, Monténégro, Mozambique, Myanmar,
    Namibie, Népal, Nicaragua, Niger, Nigéria, Norvège, Nouvelle-Zélande, Oman, Ouganda,
    Ouzbékistan, Pakistan, Palaos, Palestine, Panama, Papouasie-Nouvelle-Guinée, Paraguay, Pays-Bas,
    Pérou, Philippines, Pologne, Portugal, Qatar, Roumanie, Royaume-Uni, Russie, Rwanda,
    Sainte-Lucie, Saint-Kitts-et-Nevis, Saint-Marin, Saint-Siège, Saint-Vincent-et-les Grenadines,
    Samoa, Sao Tomé-et-Principe, Sénégal, Serbie, Seychelles, Sierra Leone, Singapour, Slovaquie,
    Slovénie, Somalie, Soudan, Soudan du Sud, Sri Lanka, Suède, Suisse, Suriname, Syrie,
    Tadjikistan, Tanzanie, Tchad, Tchéquie, Thaïlande, Timor-Leste, Togo, Tonga, Trinité-et-Tobago,
    Tunisie, Turkménistan, Türkiye, Turquie, Tuvalu, Ukraine, Uruguay, Venezuela, Viet Nam, Yémen,
    Zambie, Zimbabwe
"""
_MASCULINE_IN_E = "Belize, Cambodge, Mexique, Mozambique, Suriname, Zimbabwe"
_FEMININE_NOT_IN_E = "Bahamas, Cuba, Fidji, Sierra Leone, Singapour, Sri Lanka"
_DISPUTED = """
    Antigua-et-Barbuda, Madagascar, Palaos, Saint-Kitts-et-Nevis, Saint-Vincent-et-les Grenadines,
    Sao Tomé-et-Principe, Tonga, Tuvalu
"""
_PLURAL_STATES = """
    Bahamas, Comores, Émirats arabes unis, États-Unis, États-Unis d’Amérique, Fidji, Îles Marshall,
    Îles Salomon, Maldives, Palaos, Pays-Bas, Philippines, Seychelles, Tonga, Tuvalu
"""
_WITHOUT_ARTICLE = """
    Antigua-et-Barbuda, Bahreïn, Cabo Verde, Chypre, Cuba, Djibouti, El Salvador, Haïti, Israël,
    Madagascar, Malte, Maurice, Monaco, Oman, Saint-Kitts-et-Nevis, Saint-Marin, Sainte-Lucie,
    Saint-Vincent-et-les Grenadines, Sao Tomé-et-Principe, Singapour, Sri Lanka
"""
_FEMININE_HEADS = """
    académie administration agence alliance ambassade armée assemblée association autorité banque
    brigade cellule chambre coalition commission communauté conférence confédération cour
    croix-rouge délégation direction division école entité équipe facilité fédération fondation
    force grande haute île initiative ligue mission nation nouvelle opération organisation police
    première présidence principauté république section société structure union unité université
    aiea amisom atmis cedeao ceeac cij cpi fao finul fisnua manua manui manul minuad minuar
    minurso minusca minusma minuss minustah monuc monusco ocde oiac oif oim oit omc oms onu onuci
    onudc osce otan ua ue unesco
""".split()  # noqa: SIM905 -- words read best as words
_MASCULINE_HEADS = """
    bureau cabinet centre collège comité commandement commissariat conseil corps département
    dispositif émirat envoyé état état-major fonds forum front gouvernement grand-duché groupe
    haut-commissariat haut-représentant institut mécanisme ministère mouvement observatoire office
    organe parlement partenariat programme quartier réseau royaume secrétariat sénat service
    sous-comité sous-secrétariat sultanat système tribunal
    cicr fmi fnuap hcr ocha pam pnud pnue unicef
""".split()  # noqa: SIM905 -- words read best as words
_INVARIABLE = frozenset(("corps", "fonds"))

_HONORIFIC = re.compile(
    r"(?:(?:S\. ?E\.|Son Excellence) ?)?"
    r"(?:(?P<woman>Mme|M\^me|Madame|Mlle|Mademoiselle)\b\.?"
    r"|(?P<man>M\.|Mr\b\.?|Monsieur\b)"
    r"|(?:Dr|Pr)\b\.?|S\. ?E\.|Son Excellence\b)\s*(?=\w)",
    re.IGNORECASE,
)
_TITLES = """
    adjoint administrateur ambassadeur attaché chargé chef commandant conseiller coordonnateur
    délégué directeur envoyé exécutif expert général haut inspecteur médiateur observateur permanent
    premier président principal procureur rapporteur représentant spécial supérieur suppléant
""".split()  # noqa: SIM905 -- words read best as words
_EITHER = frozenset(
    "commissaire et juge militaire ministre responsable secretaire sous vice".split()  # noqa: SIM905 -- words read best as words
)
_ENVOY = re.compile(r"\b(?:representante?|observat(?:eur|rice)) permanente?\b")
_POSTED = re.compile(
    r",? +auprès +(?:(?:de +)?(?=l[ae] |l[’'])|du +|des +|de +|d[’'])", re.IGNORECASE
)


def noun(name: str) -> Naming:
    """Tell the grammar of the name of a State or of an organization.

    An article that is given with the name decides. States follow a rule: a name whose first word
    ends in -e is feminine, with exceptions; organizations follow their first noun.

    In the table, (m) is masculine, (f) feminine, (?) not told.

    | text | noun(text) |
    |---|---|
    | France · la France · Maroc · Mexique | France (f) · France (f) · Maroc (m) · Mexique (m) |
    | Pays-Bas · les Îles Salomon | Pays-Bas (m pl) · Îles Salomon (f pl) |
    | Cuba · Israël | Cuba (f, no article) · Israël (m, no article) |
    | Haïti · Madagascar | Haïti (m, no article) · Madagascar (?, no article) |
    | République arabe syrienne · Bolivie (État plurinational de) | République arabe syrienne (f) · Bolivie (État plurinational de) (f) |
    | Bureau de l’appui · Haut-Commissariat | Bureau de l’appui (m) · Haut-Commissariat (m) |
    | Nations Unies · Bureaux régionaux | Nations Unies (f pl) · Bureaux régionaux (m pl) |
    | ONU · AMISOM · MINUSMA · OMS · FAO | ONU (f) · AMISOM (f) · MINUSMA (f) · OMS (f) · FAO (f) |
    | HCR · FMI · PNUD | HCR (m) · FMI (m) · PNUD (m) |
    | la Francophonie | Francophonie (f) |
    | Le Caire · La Haye | Le Caire (m, no article) · La Haye (f, no article) |
    | Vanuatu · Kosmos | Vanuatu (?) · Kosmos (?) |

    Args:
        name: the name, with or without its article.
    """  # noqa: E501 -- a row of the table
    text = " ".join(name.split())
    given = _ARTICLE.match(text)
    rest = text[given.end() :] if given else text
    known = _state(rest) or _body(rest)
    article = (given["le"] or "").lower() if given else ""
    if known is None and given and text[0].isupper() and article:
        return Naming(text, *_ARTICLES[article], article=False)
    known = known or Naming(rest, None)
    gender, number = _ARTICLES.get(article, (None, known.number))
    return Naming(rest, gender or known.gender, number, article=bool(given) or known.article)


def person(name: str, title: str = "") -> Naming:
    """Tell the gender of a person from the honorific or from a title in its feminine form.

    | text | person(text).name | person(text).gender |
    |---|---|---|
    | Mme Renata Dwan · S. E. Mme Dwan | Renata Dwan · Dwan | feminine · feminine |
    | M. Omar Hilale | Omar Hilale | masculine |
    | Dr Renata Dwan | Renata Dwan | nothing |

    A masculine title tells nothing: women bear such titles too.

    | title | person("R. Dwan", title).gender |
    |---|---|
    | Cheffe du Service · Secrétaire générale adjointe | feminine · feminine |
    | Représentant permanent | nothing |

    Args:
        name: the name, with or without an honorific.
        title: what the person speaks as, where it is known.
    """
    text = " ".join(name.split())
    found = _HONORIFIC.match(text)
    gender = None
    if found and (found["woman"] or found["man"]):
        gender = FEMININE if found["woman"] else MASCULINE
    elif _is_feminine_title(title):
        gender = FEMININE
    return Naming(text[found.end() :] if found else text, gender, article=False)


def accredited(title: str) -> bool:
    """Tell whether a title is that of an envoy: someone accredited to an organization.

    | text | accredited(text) |
    |---|---|
    | Représentant permanent · Ambassadrice et Représentante permanente | yes |
    | Représentant permanent adjoint · Observatrice permanente | yes |
    | Chef de cabinet · Représentant spécial | no |
    """
    return bool(_ENVOY.search(_letters(title)))


def posting(title: str) -> tuple[str, str]:
    """Part a title from the organization that it says its bearer is accredited to.

    | text | posting(text) |
    |---|---|
    | Représentant permanent auprès de l’ONU | Représentant permanent + ONU |
    | Observateur auprès des Nations Unies | Observateur + Nations Unies |
    | Représentant permanent | Représentant permanent + nothing |

    Returns:
        The title, and the name of the organization without its article; empty where the title
        names none.
    """
    found = _POSTED.search(title)
    return (title[: found.start()], noun(title[found.end() :]).name) if found else (title, "")


def _letters(text: str) -> str:
    return _NO_LETTER.sub(" ", plain(text)).strip()


def _table(names: str) -> frozenset[str]:
    return frozenset(_letters(name) for name in names.split(","))


_STATE_NAMES = _table(_STATES)
_STATES_MASCULINE = _table(_MASCULINE_IN_E)
_STATES_FEMININE = _table(_FEMININE_NOT_IN_E)
_STATES_DISPUTED = _table(_DISPUTED)
_STATES_PLURAL = _table(_PLURAL_STATES)
_STATES_BARE = _table(_WITHOUT_ARTICLE)
_HEADS: Mapping[str, str] = MappingProxyType(
    {
        **{_letters(head): FEMININE for head in _FEMININE_HEADS},
        **{_letters(head): MASCULINE for head in _MASCULINE_HEADS},
    }
)
_FEMININE_TITLES = frozenset(plain(accord(title, FEMININE)) for title in _TITLES)


def _state(name: str) -> Naming | None:
    words = _letters(_BESIDES.sub("", name))
    if words not in _STATE_NAMES:
        return None
    number = PLURAL if words in _STATES_PLURAL else _SINGULAR
    return Naming(name, _gender_of_state(words), number, words not in _STATES_BARE)


def _gender_of_state(words: str) -> str | None:
    if words in _STATES_DISPUTED:
        return None
    first = words.partition(" ")[0]
    if first in _HEADS:
        return _HEADS[first]
    ends = first.removesuffix("s") if words in _STATES_PLURAL else first
    feminine = ends.endswith("e") and words not in _STATES_MASCULINE
    return FEMININE if feminine or words in _STATES_FEMININE else MASCULINE


def _body(name: str) -> Naming | None:
    head = name.partition(" ")[0]
    for words in (_letters(head), _letters(head).partition(" ")[0]):
        if words in _HEADS:
            return Naming(name, _HEADS[words])
        singular = words.removesuffix("x" if words.endswith("eaux") else "s")
        if singular in _HEADS and words not in _INVARIABLE:
            return Naming(name, _HEADS[singular], PLURAL)
    return None


def _is_feminine_title(title: str) -> bool:
    for word in _letters(title).split():
        if word in _FEMININE_TITLES:
            return True
        if word not in _EITHER and word not in _TITLE_WORDS:
            return False
    return False


_TITLE_WORDS = frozenset(map(plain, _TITLES))
