"""Spaces that do not break, apostrophes and raised letters."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.errors import RecordError
from reportgen.languages.fr import spaces, superscripts
from reportgen.style import Profile

NO_BREAK = "\u00a0"

ALIKE = [
    ("les thèmes suivants :", "les thèmes suivants~:"),
    ("les thèmes suivants:", "les thèmes suivants~:"),
    ("civils : renforcement", "civils~: renforcement"),
    (" : renforcement", "~: renforcement"),
    ("« Unis »", "«~Unis~»"),
    ("«Unis»", "«~Unis~»"),
    ("25 % des coûts", "25~% des coûts"),
    ("25% des coûts", "25~% des coûts"),
    ("10 000 véhicules", "10~000 véhicules"),
    ("1 234 567", "1~234~567"),
    ("2 milliards d’euros", "2~milliards d’euros"),
    ("de 750 à 900 millions d’euros", "de 750 à 900~millions d’euros"),
    ("12 h 40", "12~h~40"),
    ("8 km", "8~km"),
    ("Le 28 avril 2016", "Le 28~avril 2016"),
    ("du 1er janvier au 31 décembre", "du 1er~janvier au 31~décembre"),
    ("(voir par. 4)", "(voir par.~4)"),
    ("art. 51", "art.~51"),
    ("M. Ban, Mme Clark et MM. X et Y", "M.~Ban, Mme~Clark et MM.~X et Y"),
    ("no 5, nos 6 et 7, n° 8", "no~5, nos~6 et 7, n°~8"),
    ("la résolution 2127 (2013)", "la résolution~2127~(2013)"),
    ("les résolutions 1325 (2000) et 2127 (2013)",
     "les résolutions~1325~(2000) et 2127~(2013)"),
    ("Article 5, Chapitre VII", "Article~5, Chapitre~VII"),
    ("le point 113 b) de l’ordre du jour", "le point~113~b) de l’ordre du jour"),
    ("au paragraphe ", "au paragraphe~"),
    ("(voir par. ", "(voir par.~"),
    ("l'Union et d'autres", "l’Union et d’autres"),
    ("l'« Union »", "l’«~Union~»"),
    ("l'", "l’"),
    ("une  ligne\n   et l’autre", "une ligne et l’autre"),
    ("une \u00a0 seule", "une~seule"),
    ("«\u202fUnis\u202f»", "«~Unis~»"),
    ("12:30", "12:30"),
    ("2016-2018", "2016-2018"),
    ("en 2016 250 personnes", "en 2016 250 personnes"),
    ("l’alinéa 4 m’échappe", "l’alinéa 4 m’échappe"),
    ("le texte : https://eroom.un.org/eRoom?a=1;b=2%20c",
     "le texte~: https://eroom.un.org/eRoom?a=1;b=2%20c"),
    ("https:", "https:"),
    ("S/2016/1019", "S/2016/1019"),
    ("A/70/95-S/2015/446", "A/70/95-S/2015/446"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize("profile", ["un-fr-2016", "un-fr-recent"])
@pytest.mark.parametrize(("text", "expected"), ALIKE)
def test_a_text_gets_the_spaces_of_french(text: str, expected: str, profile: str) -> None:
    """Both usages agree on all but the signs ; ! and ?; ~ stands for U+00A0 here."""
    assert spaces(text, profile) == expected.replace("~", NO_BREAK)


@pytest.mark.parametrize(
    ("text", "in_2016", "recent"),
    [
        ("de la paix ;", "de la paix;", "de la paix_;"),
        ("de la paix;", "de la paix;", "de la paix_;"),
        ("Pourquoi ?", "Pourquoi?", "Pourquoi_?"),
        ("Pourquoi?!", "Pourquoi?!", "Pourquoi_?!"),
        ("«;", "«~;", "«~;"),
        (" ; et", "; et", "_; et"),
        ("« Pourquoi ? »", "«~Pourquoi?~»", "«~Pourquoi_?~»"),
        ("« a » ; b", "«~a~»; b", "«~a~»_; b"),
    ],
)
def test_the_usages_differ_before_semicolons_and_marks(
    text: str, in_2016: str, recent: str
) -> None:
    """Nothing in 2016, U+202F (here _) since; ~ stands for U+00A0."""
    signs = str.maketrans({"~": NO_BREAK, "_": "\u202f"})
    assert spaces(text, "un-fr-2016") == in_2016.translate(signs)
    assert spaces(text, "un-fr-recent") == recent.translate(signs)


@pytest.mark.parametrize("profile", get_args(Profile))
def test_a_look_names_usages_that_french_has(profile: str) -> None:
    """A house style may choose any of them."""
    assert spaces("25 %", profile) == "25\u00a0%"


def test_an_unknown_usage_is_refused() -> None:
    """The usages that there are come with the refusal."""
    with pytest.raises(RecordError, match="un-fr-2016, un-fr-recent"):
        spaces("texte", "un-fr-1998")


pieces = st.sampled_from(
    [
        *(
            " ",
            "  ",
            "\n",
            "\u00a0",
            "\u202f",
            ":",
            ";",
            "!",
            "?",
            "%",
            "«",
            "»",
            "'",
            "’",
            "(",
            ")",
        ),
        *("mot", "l", "d", "par.", "M.", "Mme", "no", "n°", "résolution", "Article", "h", "km"),
        *(
            "1",
            "12",
            "000",
            "2016",
            "1er",
            "avril",
            "(2013)",
            "b)",
            "http",
            "https",
            "//",
            "/",
            ".",
        ),
        *("…", "”", "]", "é", "-", "_", "I", "V", "qu", "million", "° "),
    ]
)
texts = st.lists(pieces, max_size=14).map("".join)
profiles = st.sampled_from(["un-fr-2016", "un-fr-recent"])


@given(texts, profiles)
def test_the_same_usage_twice_changes_nothing_more(text: str, profile: str) -> None:
    """Finishing a finished document leaves it alone."""
    once = spaces(text, profile)
    assert spaces(once, profile) == once


@given(st.one_of(texts, st.text()), profiles)
def test_only_spaces_and_apostrophes_change(text: str, profile: str) -> None:
    """No word, no sign and no order of words is touched."""

    def bare(words: str) -> str:
        return re.sub(r"\s", "", words).replace("'", "’")

    assert bare(spaces(text, profile)) == bare(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1er janvier", (("1", False), ("er", True), (" janvier", False))),
        ("la 1re réunion", (("la 1", False), ("re", True), (" réunion", False))),
        ("7364e séance", (("7364", False), ("e", True), (" séance", False))),
        ("XXIe siècle", (("XXI", False), ("e", True), (" siècle", False))),
        ("no\u00a05", (("n", False), ("o", True), ("\u00a05", False))),
        ("nos 5 et 6", (("n", False), ("os", True), (" 5 et 6", False))),
        ("2e", (("2", False), ("e", True))),
        ("Le no man’s land", (("Le no man’s land", False),)),
        ("Ce De Le Me Ve-là", (("Ce De Le Me Ve-là", False),)),
        ("S/2016/1e et A-2e", (("S/2016/1e et A-2e", False),)),
        ("n° 5", (("n° 5", False),)),
        ("", ()),
    ],
)
def test_letters_of_ordinals_are_raised(text: str, expected: tuple[tuple[str, bool], ...]) -> None:
    """So is the o of numéro before a figure; symbols are left alone."""
    assert superscripts(text) == expected


@given(st.one_of(texts, st.text("1eroIXVns ./-5\u00a0")))
def test_the_pieces_together_are_the_text(text: str) -> None:
    """Nothing is lost, and no piece is empty."""
    found = superscripts(text)
    assert "".join(piece for piece, _ in found) == text
    assert all(piece for piece, _ in found)
