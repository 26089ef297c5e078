"""The States and the organizations that come with the program, and how sentences name them."""

from pathlib import Path

import pytest
from attrs import evolve

from reportgen.languages import Naming
from reportgen.languages.fr import au, de, en, grammar, known, known_keys, noun
from reportgen.languages.fr.genders import _body
from reportgen.languages.fr.known import _rows, letters

STATES = Path(__file__).with_name("states.txt").read_text(encoding="utf-8").splitlines()
"""A line a State: its name, then « le représentant … », « adressé … », « la situation … »."""


def said(name: str) -> Naming:
    """Give what is known, in the form that sentences take where no gender is sure."""
    found = known(name)
    assert found is not None
    return evolve(found, gender=found.gender or "masculine")


@pytest.mark.parametrize("line", STATES)
def test_every_state_reads_right(line: str) -> None:
    """The table is written out, and read by people."""
    name, _, phrases = line.partition(": ")
    state = said(name)
    assert f"{state.name}: {de(state)}, {au(state)}, {en(state)}" == f"{name}: {phrases}"


def test_every_member_and_observer_state_is_there() -> None:
    """193 members, the Holy See and the State of Palestine."""
    assert len({line.partition(":")[0] for line in STATES}) == 195
    assert [row[0] for row in _rows("states")] == [line.partition(":")[0] for line in STATES]


def test_a_state_is_found_by_its_names_in_the_six_languages() -> None:
    """And no name is that of two States."""
    found = {}
    for french, _, _, *names in _rows("states"):
        assert len(names) == 5
        for name in (french, *names):
            assert said(name).name == french
            assert found.setdefault(letters(name), french) == french


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("senegal", "Sénégal"),
        ("SENEGAL", "Sénégal"),
        ("cote-d-ivoire", "Côte d’Ivoire"),
        ("Côte d'Ivoire", "Côte d’Ivoire"),
        ("Estados Unidos de América", "États-Unis d’Amérique"),
        ("الأردن", "Jordanie"),
        ("Украина", "Ukraine"),
        ("法国", "France"),
        ("Iran (République islamique d’)", "République islamique d’Iran"),
        ("turquie", "Türkiye"),
        ("pays-bas", "Royaume des Pays-Bas"),
        ("saint-siege", "Saint-Siège"),
        ("ue", "Union européenne"),
        ("onu", "Organisation des Nations Unies"),
        ("fnuod", "Force des Nations Unies chargée d’observer le désengagement"),
    ],
)
def test_what_is_known_is_found_by_its_key_or_any_name(text: str, name: str) -> None:
    """Accents, capitals, hyphens and apostrophes do not matter."""
    assert said(text).name == name


@pytest.mark.parametrize(
    ("name", "with_de", "with_au"),
    [
        ("MINUSMA", "de la MINUSMA", "à la MINUSMA"),
        ("ONUCI", "de l’ONUCI", "à l’ONUCI"),
        ("FINUL", "de la FINUL", "à la FINUL"),
        ("UNFICYP", "de l’UNFICYP", "à l’UNFICYP"),
        ("BINUH", "du BINUH", "au BINUH"),
        ("ONUST", "de l’ONUST", "à l’ONUST"),
        ("UNOWAS", "de l’UNOWAS", "à l’UNOWAS"),
        ("HCR", "du HCR", "au HCR"),
        ("ONU-Femmes", "de l’ONU-Femmes", "à l’ONU-Femmes"),
        ("CEDEAO", "de la CEDEAO", "à la CEDEAO"),
        ("G5 Sahel", "du G5 Sahel", "au G5 Sahel"),
        ("INTERPOL", "d’INTERPOL", "à INTERPOL"),
        ("Nations Unies", "des Nations Unies", "aux Nations Unies"),
        ("Secrétariat", "du Secrétariat", "au Secrétariat"),
        ("Commonwealth", "du Commonwealth", "au Commonwealth"),
        (
            "Haut-Commissariat des Nations Unies aux droits de l’homme",
            "du Haut-Commissariat des Nations Unies aux droits de l’homme",
            "au Haut-Commissariat des Nations Unies aux droits de l’homme",
        ),
        ("Ligue des États arabes", "de la Ligue des États arabes", "à la Ligue des États arabes"),
        ("Russie", "de la Russie", "à la Russie"),
        ("Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
    ],
)
def test_a_name_stays_as_it_is_written(name: str, with_de: str, with_au: str) -> None:
    """An acronym is not spelled out; its gender is that of what it stands for."""
    written = grammar(name)
    assert written is not None
    assert (de(written), au(written)) == (with_de, with_au)


def test_organizations_have_the_gender_of_their_first_noun() -> None:
    """Where the noun is one that tells it."""
    told = [(_body(name), said(name)) for name, *_ in _rows("organizations")]
    pairs = [(by_noun.gender, listed.gender) for by_noun, listed in told if by_noun]
    assert len(pairs) > 150
    assert all(one == other for one, other in pairs)


def test_each_key_is_a_key() -> None:
    """In small letters without accents, and it leads to what it is made of."""
    assert len(known_keys()) > 500
    assert all(known(key) for key in known_keys())
    assert {"senegal", "onu", "minusma", "union-africaine"} < set(known_keys())


@pytest.mark.parametrize("name", ["Germany", "Kosmos", ""])
def test_the_grammar_is_that_of_french_names(name: str) -> None:
    """Another language's name has no French article."""
    assert grammar(name) is None
    assert noun(name).gender is None
