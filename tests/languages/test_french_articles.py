"""The definite article, its contractions, and the vowels that French drops."""

import re

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from reportgen.languages.fr import au, de, le, que
from reportgen.languages.fr.elision import elides


@frozen
class Name:
    """A name with its grammar, as records have it."""

    name: str
    gender: str = "masculine"
    number: str = "singular"
    article: bool = True


NAMES = [
    (Name("Groupe de travail"), "le Groupe de travail", "du Groupe de travail",
     "au Groupe de travail"),
    (Name("France", "feminine"), "la France", "de la France", "à la France"),
    (Name("Sénégal"), "le Sénégal", "du Sénégal", "au Sénégal"),
    (Name("Union africaine", "feminine"), "l’Union africaine", "de l’Union africaine",
     "à l’Union africaine"),
    (Name("Équateur"), "l’Équateur", "de l’Équateur", "à l’Équateur"),
    (Name("Œuvre des écoles", "feminine"), "l’Œuvre des écoles", "de l’Œuvre des écoles",
     "à l’Œuvre des écoles"),
    (Name("Nations Unies", "feminine", "plural"), "les Nations Unies", "des Nations Unies",
     "aux Nations Unies"),
    (Name("Émirats arabes unis", number="plural"), "les Émirats arabes unis",
     "des Émirats arabes unis", "aux Émirats arabes unis"),
    (Name("Pays-Bas", number="plural"), "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
    (Name("Cuba", article=False), "Cuba", "de Cuba", "à Cuba"),
    (Name("Israël", article=False), "Israël", "d’Israël", "à Israël"),
    (Name("Haïti", article=False), "Haïti", "d’Haïti", "à Haïti"),
    (Name("Le Caire", article=False), "Le Caire", "du Caire", "au Caire"),
    (Name("La Haye", article=False), "La Haye", "de La Haye", "à La Haye"),
    (Name("Haut-Représentant"), "le Haut-Représentant", "du Haut-Représentant",
     "au Haut-Représentant"),
    (Name("Hongrie", "feminine"), "la Hongrie", "de la Hongrie", "à la Hongrie"),
    (Name("Honduras"), "le Honduras", "du Honduras", "au Honduras"),
    (Name("Yémen"), "le Yémen", "du Yémen", "au Yémen"),
    (Name("ONU", "feminine"), "l’ONU", "de l’ONU", "à l’ONU"),
    (Name("MINUSMA", "feminine"), "la MINUSMA", "de la MINUSMA", "à la MINUSMA"),
    (Name("FMI"), "le FMI", "du FMI", "au FMI"),
    (Name("11 septembre"), "le 11 septembre", "du 11 septembre", "au 11 septembre"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "with_le", "with_de", "with_au"), NAMES)
def test_a_name_takes_its_article_and_contracts_it(
    name: Name, with_le: str, with_de: str, with_au: str
) -> None:
    """The gender, the number, the first letter and the absence of an article all count."""
    assert (le(name), de(name), au(name)) == (with_le, with_de, with_au)


@pytest.mark.parametrize(
    ("phrase", "with_de", "with_au"),
    [
        ("le Sous-Secrétaire général", "du Sous-Secrétaire général", "au Sous-Secrétaire général"),
        ("Le Président", "du Président", "au Président"),
        ("les pays", "des pays", "aux pays"),
        ("la technologie", "de la technologie", "à la technologie"),
        ("l’utilisation", "de l’utilisation", "à l’utilisation"),
        ("l'utilisation", "de l'utilisation", "à l'utilisation"),
        ("leur mandat", "de leur mandat", "à leur mandat"),
        ("lequel", "de lequel", "à lequel"),
        ("utilisation", "d’utilisation", "à utilisation"),
        ("huis clos", "de huis clos", "à huis clos"),
        ("des experts", "d’experts", "à des experts"),
        ("de hauts fonctionnaires", "de hauts fonctionnaires", "à de hauts fonctionnaires"),
        ("d’autres questions", "d’autres questions", "à d’autres questions"),
        ("dessins", "de dessins", "à dessins"),
        ("un mandat", "d’un mandat", "à un mandat"),
    ],
)
def test_a_phrase_is_contracted_with_the_article_that_it_begins_with(
    phrase: str, with_de: str, with_au: str
) -> None:
    """Words that merely begin like an article are left whole."""
    assert (de(phrase), au(phrase)) == (with_de, with_au)


@pytest.mark.parametrize(
    ("title", "gender", "expected"),
    [
        ("Cheffe du Service", "feminine", "la Cheffe du Service"),
        ("Ambassadrice", "feminine", "l’Ambassadrice"),
        ("Haute-Représentante", "feminine", "la Haute-Représentante"),
        ("Directeur", "masculine", "le Directeur"),
    ],
)
def test_a_title_takes_the_article_of_its_bearer(title: str, gender: str, expected: str) -> None:
    """A text has no gender of its own; it is given with the filter."""
    assert le(title, gender) == expected


def test_a_text_alone_is_left_without_an_article() -> None:
    """Nothing tells its gender."""
    assert le("Président") == "Président"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("il", "qu’il"), ("le Groupe", "que le Groupe"), ("Israël", "qu’Israël")],
)
def test_que_drops_its_vowel_before_a_vowel(phrase: str, expected: str) -> None:
    """The rule is the one of `de`."""
    assert que(phrase) == expected


@pytest.mark.parametrize(
    "word",
    """
    Afrique Éthiopie Île œuvre hôte hôtel homme histoire huile huître héroïne hélicoptère
    Houphouët-Boigny Hervé Helsinki Haïti Yvelines yeux ONU AMISOM OTAN UNESCO UNICEF OIT ONG UE
    UEMOA ÉNA Ouganda «Oural» un unième iode
    """.split(),  # noqa: SIM905 -- words read best as words
)
def test_a_vowel_is_dropped_before(word: str) -> None:
    """Vowels with or without accents, mute h, sigla that begin with a vowel."""
    assert elides(word)


@pytest.mark.parametrize(
    "word",
    """
    Groupe haut Haut-Représentant hauteur héros huit huitième huis hiérarchie handicap
    harcèlement hors hasard Haye Hongrie Hollande Honduras Hambourg Hezbollah Houthis Hutus onze
    onzième oui ouistiti uhlan Yémen Yougoslavie yacht MINUSMA MONUSCO FMI HCR SNCF MSF M23 8 11
    IIe XIe III Ouagadougou U
    """.split(),  # noqa: SIM905 -- words read best as words
)
def test_a_vowel_is_kept_before(word: str) -> None:
    """Consonants, aspirated h, numerals, spelled consonants, and a few words by usage."""
    assert not elides(word)


def test_nothing_is_dropped_before_nothing() -> None:
    """A text without a word keeps the full preposition."""
    assert not elides("« »")


words = st.text("abcdehilmnostuyzéàœÉÀŒHUA", min_size=1, max_size=8).map(str.capitalize)
names = st.builds(
    Name,
    words,
    st.sampled_from(["masculine", "feminine"]),
    st.sampled_from(["singular", "plural"]),
    st.booleans(),
)


@given(names)
def test_no_preposition_stands_beside_an_article_that_it_should_swallow(name: Name) -> None:
    """« de le », « à les », « le Union » are never written."""
    for words_said in (le(name), de(name), au(name), que(name), de(le(name)), au(le(name))):
        assert not re.search(r"\b(de|à) les? ", words_said)
        assert not re.search(r"\b(le|la|de|que) [aeiouéàœ]", words_said, re.IGNORECASE) or (
            not elides(name.name)
        )


@given(names)
def test_contracting_a_phrase_is_contracting_its_name(name: Name) -> None:
    """A macro may put the article first and the preposition later."""
    assert (de(le(name)), au(le(name))) == (de(name), au(name))
