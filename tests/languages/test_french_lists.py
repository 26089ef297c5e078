"""Lists, appositions, final signs and capitals."""

import pytest
from markupsafe import Markup

from reportgen.errors import RecordError
from reportgen.languages.fr import (
    appositions,
    au,
    de,
    enumeration,
    langue,
    le,
    majuscule,
    ponctuation,
)
from reportgen.messages import speaking


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A et B"), (["A", "B", "C"], "A, B et C")],
)
def test_a_list_ends_with_et(items: list[str], expected: str) -> None:
    """French puts no comma before it."""
    assert enumeration(items) == expected


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], ""),
        ([("le Directeur", None)], "le Directeur"),
        ([("le Chef", "A. B.")], "le Chef, A. B.,"),
        ([("le Directeur", None), ("le Conseiller", None)], "le Directeur et le Conseiller"),
        ([("le Chef", "A. B."), ("le Directeur", None)], "le Chef, A. B., et le Directeur"),
        ([("le Directeur", None), ("le Chef", "A. B.")], "le Directeur et le Chef, A. B.,"),
        ([("A", None), ("B", None), ("C", None), ("D", None)], "A, B, C et D"),
    ],
)
def test_names_are_set_off_by_commas(pairs: list[tuple[str, str | None]], expected: str) -> None:
    """A comma stands before « et » and before the verb only where a name has just been said."""
    assert appositions(pairs) == expected


def test_the_speakers_of_may_2016_are_listed_as_in_the_report() -> None:
    """The sentence goes on with its verb after the last comma."""
    pairs = [
        ("Le Sous-Secrétaire général aux opérations de maintien de la paix", None),
        ("le Haut-Représentant de l’Union africaine", "Donald Kaberuka"),
        ("le Chef adjoint de la délégation", "Ioannis Vrailas"),
    ]
    assert appositions(pairs) == (
        "Le Sous-Secrétaire général aux opérations de maintien de la paix, le Haut-Représentant de"
        " l’Union africaine, Donald Kaberuka, et le Chef adjoint de la délégation, Ioannis Vrailas,"
    )


def test_a_preposition_is_repeated_before_each_function() -> None:
    """Each article contracts with it."""
    pairs = [("le Chef", "A. B."), ("l’Envoyée", None), ("la Cheffe", None)]
    assert appositions(pairs, "de") == "du Chef, A. B., de l’Envoyée et de la Cheffe"
    assert appositions(pairs, "à") == "au Chef, A. B., à l’Envoyée et à la Cheffe"


@pytest.mark.parametrize(
    ("text", "within", "at_the_end"),
    [
        ("opérations de paix", "opérations de paix;", "opérations de paix."),
        ("opérations de paix.", "opérations de paix;", "opérations de paix."),
        ("opérations de paix ;", "opérations de paix;", "opérations de paix."),
        ("le Chef, Omar Hilale,", "le Chef, Omar Hilale;", "le Chef, Omar Hilale."),
        ("textes, etc.", "textes, etc.;", "textes, etc."),
        ("les domaines suivants :", "les domaines suivants :", "les domaines suivants :"),
        ("pourquoi?", "pourquoi?", "pourquoi?"),
        ("et ainsi de suite…", "et ainsi de suite…", "et ainsi de suite…"),
        ("R&D;", "R&D;", "R&D."),
    ],
)
def test_an_item_ends_with_the_sign_of_its_place(text: str, within: str, at_the_end: str) -> None:
    """A semicolon within the list, a stop at its end, unless it ends with a sign of its own."""
    assert (ponctuation(text, last=False), ponctuation(text, last=True)) == (within, at_the_end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("à la suite", "À la suite"),
        ("œuvre", "Œuvre"),
        ("le Groupe", "Le Groupe"),
        ("« les entités »", "« Les entités »"),
        ("l’Union", "L’Union"),
        ("1er janvier", "1er janvier"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_the_first_letter_becomes_a_capital(text: str, expected: str) -> None:
    """Accents stay on capitals; signs before the letter are passed over."""
    assert majuscule(text) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("ar", "arabe"), ("zh", "chinois"), ("en", "anglais"), ("fr", "français"), ("ru", "russe"),
     ("es", "espagnol")],
)  # fmt: skip
def test_the_six_languages_are_named(code: str, expected: str) -> None:
    """In small letters, as after « Original : »."""
    assert langue(code) == expected


@pytest.mark.parametrize("code", ["zz", "anglais", ""])
def test_a_code_that_no_language_has_is_refused(code: str) -> None:
    """It would stand on the page as it was typed."""
    with pytest.raises(RecordError) as refusal:
        langue(code)
    with speaking("en"):
        assert str(refusal.value.problems[0].what) == f"“{code}” is not the code of a language"


def test_escaped_text_gives_plain_text() -> None:
    """Whoever calls decides about escaping; nothing is escaped twice on the way."""
    text = Markup("le R &amp; D")
    said = [le(text), de(text), au(text), majuscule(text), ponctuation(text, last=True)]
    assert [type(words) for words in said] == [str] * 5
    assert de(text) == "du R &amp; D"
