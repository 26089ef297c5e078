"""The gender of French names, told where it is certain and left open elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.languages import Naming, language
from reportgen.languages.fr import accredited, de, noun, person, posting
from reportgen.records import Gender, Number, Organization

M, F, PLURAL = "masculine", "feminine", "plural"


@pytest.mark.parametrize(
    ("name", "naming"),
    [
        ("France", Naming("France", F)),
        ("la France", Naming("France", F)),
        ("La France", Naming("France", F)),
        ("FRANCE", Naming("FRANCE", F)),
        ("  le   Maroc ", Naming("Maroc", M)),
        ("Mexique", Naming("Mexique", M)),
        ("Mozambique", Naming("Mozambique", M)),
        ("Soudan du Sud", Naming("Soudan du Sud", M)),
        ("Afrique du Sud", Naming("Afrique du Sud", F)),
        ("Guinée-Bissau", Naming("Guinée-Bissau", F)),
        ("Guinee Bissau", Naming("Guinee Bissau", F)),
        ("Côte d'Ivoire", Naming("Côte d'Ivoire", F)),
        ("Royaume-Uni", Naming("Royaume-Uni", M)),
        ("Timor-Leste", Naming("Timor-Leste", M)),
        ("Sierra Leone", Naming("Sierra Leone", F)),
        ("l’Érythrée", Naming("Érythrée", F)),
        ("l'Iraq", Naming("Iraq", M)),
        ("Saint-Siège", Naming("Saint-Siège", M)),
        ("États-Unis d’Amérique", Naming("États-Unis d’Amérique", M, PLURAL)),
        ("les Pays-Bas", Naming("Pays-Bas", M, PLURAL)),
        ("Émirats arabes unis", Naming("Émirats arabes unis", M, PLURAL)),
        ("Seychelles", Naming("Seychelles", F, PLURAL)),
        ("Îles Salomon", Naming("Îles Salomon", F, PLURAL)),
        ("Cuba", Naming("Cuba", F, article=False)),
        ("Israël", Naming("Israël", M, article=False)),
        ("Haïti", Naming("Haïti", M, article=False)),
        ("Chypre", Naming("Chypre", F, article=False)),
        ("Madagascar", Naming("Madagascar", None, article=False)),
        ("République arabe syrienne", Naming("République arabe syrienne", F)),
        ("République-Unie de Tanzanie", Naming("République-Unie de Tanzanie", F)),
        ("Bolivie (État plurinational de)", Naming("Bolivie (État plurinational de)", F)),
        ("État de Palestine", Naming("État de Palestine", M)),
    ],
)
def test_states_follow_the_rule_and_its_exceptions(name: str, naming: Naming) -> None:
    """A first word in -e is feminine; lists hold what departs from it, and the articles."""
    assert noun(name) == naming


@pytest.mark.parametrize(
    ("name", "naming"),
    [
        ("Union africaine", Naming("Union africaine", F)),
        ("l’Organisation des Nations Unies", Naming("Organisation des Nations Unies", F)),
        ("ONU", Naming("ONU", F)),
        ("Ligue des États arabes", Naming("Ligue des États arabes", F)),
        ("Équipe spéciale", Naming("Équipe spéciale", F)),
        ("Direction exécutive", Naming("Direction exécutive", F)),
        ("Bureau des affaires juridiques", Naming("Bureau des affaires juridiques", M)),
        ("Haut-Commissariat pour les réfugiés", Naming("Haut-Commissariat pour les réfugiés", M)),
        ("Sous-Comité", Naming("Sous-Comité", M)),
        ("Fonds africain pour la paix", Naming("Fonds africain pour la paix", M)),
        ("DÉPARTEMENT DE L’APPUI", Naming("DÉPARTEMENT DE L’APPUI", M)),
        ("Nations Unies", Naming("Nations Unies", F, PLURAL)),
        ("Forces armées", Naming("Forces armées", F, PLURAL)),
        ("les Bureaux régionaux", Naming("Bureaux régionaux", M, PLURAL)),
    ],
)
def test_organizations_follow_their_first_noun(name: str, naming: Naming) -> None:
    """The noun decides, whatever follows it."""
    assert noun(name) == naming


@pytest.mark.parametrize(
    ("name", "naming"),
    [
        ("la Francophonie", Naming("Francophonie", F)),
        ("le Quatuor", Naming("Quatuor", M)),
        ("les Casques bleus", Naming("Casques bleus", None, PLURAL)),
        ("l’Interpole", Naming("Interpole", None)),
        ("Le Caire", Naming("Le Caire", M, article=False)),
        ("La Haye", Naming("La Haye", F, article=False)),
    ],
)
def test_an_article_that_is_given_decides(name: str, naming: Naming) -> None:
    """In small letters it is no part of the name; with a capital it is, unless we know better."""
    assert noun(name) == naming


@pytest.mark.parametrize(
    "name", ["Kosmos", "Kosmopolis", "Interpole", "les", "Foundation of Peace"]
)
def test_what_is_not_certain_is_left_open(name: str) -> None:
    """An ending in -e alone makes no feminine of a name that is no State's."""
    assert noun(name) == Naming(name, None)


@pytest.mark.parametrize(
    ("name", "title", "naming"),
    [
        ("Mme Renata Dwan", "", Naming("Renata Dwan", F, article=False)),
        ("Madame Dwan", "", Naming("Dwan", F, article=False)),
        ("M. Omar Hilale", "", Naming("Omar Hilale", M, article=False)),
        ("M.\u00a0Omar Hilale", "", Naming("Omar Hilale", M, article=False)),
        ("S. E. M. Fodé Seck", "", Naming("Fodé Seck", M, article=False)),
        ("S.E. Mme Dwan", "", Naming("Dwan", F, article=False)),
        ("Dr Renata Dwan", "", Naming("Renata Dwan", None, article=False)),
        ("M. Dwan", "Directrice", Naming("Dwan", M, article=False)),
        ("Dwan", "Cheffe du Service", Naming("Dwan", F, article=False)),
        ("Dwan", "Représentante permanente", Naming("Dwan", F, article=False)),
        ("Dwan", "Sous-Secrétaire générale adjointe", Naming("Dwan", F, article=False)),
        ("Dwan", "Haute-Commissaire", Naming("Dwan", F, article=False)),
        ("Dwan", "Ministre adjointe", Naming("Dwan", F, article=False)),
        ("Hilale", "Représentant permanent", Naming("Hilale", None, article=False)),
        ("Hilale", "Ministre de la coopération générale", Naming("Hilale", None, article=False)),
        ("M.-C. Hilale", "", Naming("M.-C. Hilale", None, article=False)),
        ("Madameaux", "", Naming("Madameaux", None, article=False)),
    ],
)
def test_people_are_known_by_honorific_or_feminine_title(
    name: str, title: str, naming: Naming
) -> None:
    """A masculine title tells nothing: women bear such titles too."""
    assert person(name, title) == naming


def test_envoys_are_known_by_their_title() -> None:
    """Permanent representatives and observers, of either gender."""
    assert accredited("Ambassadrice et Représentante permanente adjointe")
    assert accredited("Observateur permanent")
    assert not accredited("Représentant spécial du Secrétaire général")


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Représentant permanent", ("Représentant permanent", "")),
        ("Représentant permanent auprès de l’ONU", ("Représentant permanent", "ONU")),
        ("Observateur, auprès des Nations Unies", ("Observateur", "Nations Unies")),
        ("Envoyée auprès du Conseil de l’Europe", ("Envoyée", "Conseil de l’Europe")),
        ("Envoyé auprès d’Israël", ("Envoyé", "Israël")),
        ("Envoyé auprès de la Ligue", ("Envoyé", "Ligue")),
    ],
)
def test_a_title_parts_from_where_its_bearer_is_posted(title: str, parts: tuple[str, str]) -> None:
    """The organization loses its article."""
    assert posting(title) == parts


def test_other_rooms_reach_these_by_the_language() -> None:
    """As they reach everything French."""
    french = language("fr")
    assert french.noun("la France").gender == F
    assert french.person("Mme Dwan", "").name == "Dwan"
    assert french.accredited("Représentant permanent")
    assert french.posting("Chef") == ("Chef", "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("le Maroc", "du Maroc"),
        ("Pays-Bas", "des Pays-Bas"),
        ("l’Union européenne", "de l’Union européenne"),
        ("Israël", "d’Israël"),
        ("La Haye", "de La Haye"),
    ],
)
def test_what_is_known_is_what_sentences_need(name: str, said: str) -> None:
    """The articles agree with what the name tells."""
    known = noun(name)
    organization = Organization(
        known.name, Gender(known.gender or M), Number(known.number), known.article
    )
    assert de(organization) == said


@given(st.text())
def test_any_text_is_taken_apart_and_none_of_its_words_is_lost(text: str) -> None:
    """At most an article or an honorific goes, from the head."""
    words = " ".join(text.split())
    for found in (noun(text), person(text, text)):
        assert words.endswith(found.name)
        assert bool(found.name) == bool(words)
