"""Titles, adjectives and participles agree with whom they are said of."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import RecordError
from reportgen.languages.fr import accord, pluriel
from reportgen.languages.fr.bearers import Form, form_of

WOMAN = SimpleNamespace(gender="feminine")
MAN = SimpleNamespace(gender="masculine")

FEMININES = [
    ("Président", "Présidente"),
    ("Vice-Président", "Vice-Présidente"),
    ("Haut-Représentant", "Haute-Représentante"),
    ("Ambassadeur et Représentant permanent", "Ambassadrice et Représentante permanente"),
    ("Secrétaire général adjoint aux opérations de maintien de la paix",
     "Secrétaire générale adjointe aux opérations de maintien de la paix"),
    ("Sous-Secrétaire général", "Sous-Secrétaire générale"),
    ("Chef", "Cheffe"),
    ("Point focal", "Point focal"),
    ("Directeur, Bureau des affaires", "Directrice, Bureau des affaires"),
    ("Ambassadeur, Représentant permanent", "Ambassadrice, Représentante permanente"),
    ("Chef adjoint", "Cheffe adjointe"),
    ("Directeur général adjoint", "Directrice générale adjointe"),
    ("Directeur exécutif", "Directrice exécutive"),
    ("Conseiller militaire", "Conseillère militaire"),
    ("Conseiller principal chargé des affaires politiques",
     "Conseillère principale chargée des affaires politiques"),
    ("Envoyé spécial", "Envoyée spéciale"),
    ("Coordonnateur", "Coordonnatrice"),
    ("Rapporteur", "Rapporteuse"),
    ("Commandant", "Commandante"),
    ("Premier Ministre", "Première Ministre"),
    ("Professeur", "Professeure"),
    ("Gouverneur", "Gouverneure"),
    ("Procureur", "Procureure"),
    ("Expert indépendant", "Experte indépendante"),
    ("Général de brigade", "Générale de brigade"),
    ("Lieutenant-colonel", "Lieutenante-colonelle"),
    ("Policier", "Policière"),
    ("Gardien", "Gardienne"),
    ("Président-directeur général", "Présidente-directrice générale"),
    ("Chargé d’affaires par intérim", "Chargée d’affaires par intérim"),
    ("chargé du Fonds africain pour la paix", "chargée du Fonds africain pour la paix"),
    ("nouveau Coordonnateur résident", "nouvelle Coordonnatrice résidente"),
    ("haut fonctionnaire public", "haute fonctionnaire publique"),
    ("nommé", "nommée"),
    ("établi", "établie"),
    ("élu", "élue"),
    ("réuni", "réunie"),
    ("ouvert", "ouverte"),
    ("a été nommé Président", "a été nommée Présidente"),
    ("principal intervenant", "principale intervenante"),
    ("le premier intervenant", "la première intervenante"),
    ("il", "elle"),
    ("français", "française"),
    ("admis", "admise"),
    ("supérieur", "supérieure"),
    ("Ministre", "Ministre"),
    ("Porte-parole", "Porte-parole"),
    ("Médecin", "Médecin"),
    ("ONU", "ONU"),
    ("Cheffe du Service des politiques", "Cheffe du Service des politiques"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), FEMININES)
def test_a_title_agrees_with_a_woman(title: str, expected: str) -> None:
    """Only the head of the title changes, up to the first preposition."""
    assert accord(title, WOMAN) == expected


@pytest.mark.parametrize(("title", "_expected"), FEMININES)
def test_a_title_stays_as_it_is_with_a_man(title: str, _expected: str) -> None:
    """The masculine is how titles are written in records."""
    assert accord(title, MAN) == title


@pytest.mark.parametrize(("_title", "feminine"), FEMININES)
def test_a_title_that_agrees_already_stays_as_it_is(_title: str, feminine: str) -> None:
    """A record may hold the form that the bearer uses."""
    assert accord(feminine, WOMAN) == feminine


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Représentant spécial du Secrétaire général chargé de la question",
         "Représentante spéciale du Secrétaire général chargée de la question"),
        ("Haut-Représentant de l’Union africaine chargé du Fonds africain pour la paix",
         "Haute-Représentante de l’Union africaine chargée du Fonds africain pour la paix"),
        ("Président du Groupe de travail chargé d’étudier la question",
         "Présidente du Groupe de travail chargé d’étudier la question"),
        ("Directeur du Bureau, chargé de la police", "Directrice du Bureau, chargée de la police"),
        ("Représentant permanent du Sénégal et Président du Groupe",
         "Représentante permanente du Sénégal et Présidente du Groupe"),
        ("Directeur de la Division des politiques et du Bureau",
         "Directrice de la Division des politiques et du Bureau"),
        ("Chef de cabinet adjoint", "Cheffe de cabinet adjointe"),
        ("Chef d’état-major adjoint", "Cheffe d’état-major adjointe"),
        ("Président du Bureau adjoint", "Présidente du Bureau adjoint"),
        ("Conseiller (affaires politiques)", "Conseillère (affaires politiques)"),
    ],
)  # fmt: skip
def test_what_follows_the_head_agrees_only_where_it_is_said_of_the_bearer(
    title: str, expected: str
) -> None:
    """A second title does, and « chargé », unless it describes a body."""
    assert accord(title, WOMAN) == expected


@pytest.mark.parametrize(
    ("text", "several", "several_women"),
    [
        ("principal intervenant", "principaux intervenants", "principales intervenantes"),
        ("Secrétaire général adjoint", "Secrétaires généraux adjoints",
         "Secrétaires générales adjointes"),
        ("Vice-Président", "Vice-Présidents", "Vice-Présidentes"),
        ("Haut-Représentant", "Hauts-Représentants", "Hautes-Représentantes"),
        ("tous deux", "tous deux", "toutes deux"),
        ("le premier intervenant", "les premiers intervenants", "les premières intervenantes"),
        ("admis", "admis", "admises"),
        ("naval", "navals", "navales"),
        ("nouveau", "nouveaux", "nouvelles"),
    ],
)  # fmt: skip
def test_words_agree_with_several(text: str, several: str, several_women: str) -> None:
    """The feminine plural is for women only; applying it again changes nothing."""
    assert accord(text, [MAN, WOMAN]) == several
    assert accord(text, [WOMAN, WOMAN]) == several_women
    assert accord(several_women, [WOMAN, WOMAN]) == several_women
    assert accord(several, [MAN, MAN]) == several


def test_a_masculine_plural_becomes_a_feminine_one() -> None:
    """The words may already stand in the plural."""
    assert accord("principaux intervenants", [WOMAN, WOMAN]) == "principales intervenantes"


@pytest.mark.parametrize(
    ("bearer", "expected"),
    [
        (WOMAN, "établie"),
        ("feminine", "établie"),
        ([WOMAN], "établie"),
        ((WOMAN, "masculine"), "établis"),
        (SimpleNamespace(gender="feminine", number="plural"), "établies"),
        (SimpleNamespace(gender="feminine", number="singular"), "établie"),
    ],
)
def test_whom_words_agree_with_may_be_a_gender_a_name_a_person_or_several(
    bearer: object, expected: str
) -> None:
    """Records are known by their attributes alone."""
    assert accord("établi", bearer) == expected  # type: ignore[arg-type]


def test_nobody_is_masculine_singular() -> None:
    """An empty list changes nothing."""
    assert form_of([]) == Form()


def test_an_unknown_gender_is_refused() -> None:
    """A slip in a template must not pass for the masculine."""
    with pytest.raises(RecordError, match="féminin"):
        accord("nommé", "féminin")


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "réunion d’organisation"), (1, "réunion d’organisation"), (2, "réunions d’organisation")],
)
def test_a_noun_takes_the_plural_from_two_on(count: int, expected: str) -> None:
    """Zero is singular in French."""
    assert pluriel("réunion d’organisation", count) == expected


@given(
    st.sampled_from([masculine for masculine, _ in FEMININES]), st.text(" deauxAé’ch(,", max_size=9)
)
def test_agreement_is_stable_whatever_follows_the_title(title: str, rest: str) -> None:
    """Applied twice, agreement says the same."""
    once = accord(f"{title} de {rest}", WOMAN)
    assert accord(once, WOMAN) == once
