"""The languages that there are, and their catalogues."""

import gettext
import re
import string
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from reportgen.errors import RecordError, TemplateError
from reportgen.languages import fr, language
from reportgen.languages.furniture import furniture
from reportgen.messages import CATALOGUES

SOURCES = sorted(CATALOGUES.rglob("*.po"))


def catalogue(source: Path) -> Catalog:
    """Read one catalogue."""
    with source.open("rb") as file:
        return read_po(file, locale=source.parts[-3])


def entries(source: Path) -> dict[str, str]:
    """Give the texts of one catalogue and what they become."""
    return {said(entry.id): said(entry.string) for entry in catalogue(source) if entry.id}


def said(text: str | Sequence[str]) -> str:
    """Give a text, or the singular and the plural of one side by side."""
    return text if isinstance(text, str) else " | ".join(text)


FRENCH = [source for source in SOURCES if source.parts[-3] == "fr"]
FURNITURE_FR = entries(CATALOGUES / "fr/LC_MESSAGES/furniture.po")
FURNITURE_EN = entries(CATALOGUES / "en/LC_MESSAGES/furniture.po")


def test_french_brings_what_the_stages_need() -> None:
    """Templates find the French helpers by name; finishing finds spaces, letters and labels."""
    french = language("fr")
    assert french.code == "fr"
    assert set(french.filters) == {
        *("accord", "annees", "appositions", "au", "chiffres", "cite", "date", "de", "en"),
        *("enumeration", "heure", "jour"),
        *("la_periode", "langue", "le", "lettres", "majuscule", "minuscule", "mois"),
        *("nombre", "numeros"),
        *("ordinal", "pendant", "periode", "pluriel", "ponctuation", "que", "rang", "romain"),
        *("succession",),
        "verbe",
    }
    assert french.words("Annex") == "Annexe"
    assert french.spaces("25 %", "un-fr-2016") == "25\u00a0%"
    assert french.superscripts("1er") == (("1", False), ("er", True))
    assert (french.heading_numeral(1, 2), french.item_label(2, 3)) == ("II", "iii)")


def test_a_language_without_a_room_is_refused() -> None:
    """The refusal names those that there are."""
    with pytest.raises(RecordError, match="tlh") as refusal:
        language("tlh")
    assert str(refusal.value).endswith("fr.")


def test_a_word_that_the_catalogue_lacks_is_refused() -> None:
    """English must not slip onto a French page."""
    with pytest.raises(TemplateError, match="Annexes of all sorts"):
        language("fr").words("Annexes of all sorts")


def test_every_fixed_word_is_there_in_french_and_in_english() -> None:
    """The two catalogues have the same keys, none of them left empty."""
    assert FURNITURE_FR.keys() == FURNITURE_EN.keys()
    assert all(FURNITURE_FR.values())
    assert all(FURNITURE_EN.values())


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("United Nations", "Nations Unies"),
        ("Security Council", "Conseil de sécurité"),
        ("Distr. general", "Distr. générale"),
        ("Distr. limited", "Distr. limitée"),
        ("Distr. restricted", "Distr. restreinte"),
        ("French", "Français"),
        ("Original: {language}", "Original\u00a0: {language}"),
        ("Annex", "Annexe"),
        ("see annex", "voir annexe"),
        ("Contents", "Table des matières"),
        ("para.", "par."),
        ("(Signed)", "(Signé)"),
        ("to be completed: {expected}", "à compléter\u00a0: {expected}"),
    ],
)
def test_the_first_page_speaks_french(english: str, french: str) -> None:
    """The words are those of French documents of the Council."""
    assert furniture("fr")(english) == french


def test_english_says_the_distribution_in_its_own_way() -> None:
    """English puts a colon where French has none."""
    assert furniture("en")("Distr. general") == "Distr.: General"


@pytest.mark.parametrize("text", FURNITURE_FR.values())
def test_fixed_words_have_their_french_spaces(text: str) -> None:
    """Finishing has nothing to add to them."""
    assert fr.spaces(text, "un-fr-2016") == text


@pytest.mark.parametrize(
    ("code", "name"),
    [("ar", "Arabic"), ("zh", "Chinese"), ("en", "English"), ("fr", "French"), ("ru", "Russian"),
     ("es", "Spanish")],
)  # fmt: skip
def test_the_masthead_and_the_original_name_a_language_alike(code: str, name: str) -> None:
    """Only the capital differs."""
    assert furniture("fr")(name) == fr.majuscule(fr.langue(code))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: "/".join(path.parts[-3::2]))
def test_a_compiled_catalogue_is_its_source(source: Path) -> None:
    """What gettext reads is what translators wrote; install again after a change."""
    with source.with_suffix(".mo").open("rb") as file:
        compiled = {said(entry.id): said(entry.string) for entry in read_mo(file) if entry.id}
    assert compiled == entries(source)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: "/".join(path.parts[-3::2]))
def test_a_translation_has_the_fields_of_its_text(source: Path) -> None:
    """A field that is lost or misspelt would fail only when the words are shown."""
    written = catalogue(source)
    faults = [(entry.id, list(entry.check(written))) for entry in written]
    assert [fault for fault in faults if fault[1]] == []
    for english, words in entries(source).items():
        assert _fields(words) == _fields(english)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: "/".join(path.parts[-3::2]))
def test_a_catalogue_translates_each_text_once(source: Path) -> None:
    """Of two translations one would be dropped, without a word."""
    written = re.findall(
        r"^msgid (.*?)^msgstr", source.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    texts = ["".join(re.findall(r'"(.*)"', text)) for text in written]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


TYPED = re.compile(r"«\u00a0(?:[a-z_]+|\{key\}):.*?\u00a0»|\{\{todo: .*?\}\}")
"""What a drafter may type as it is shown: a key and its value, a hole."""

TYPOGRAPHY = {
    "inside « » stands U+00A0": r"«(?!\u00a0)|(?<!\u00a0)»",
    "before : stands U+00A0": r"(?<!\u00a0):(?=\s|$)",
    "before % stands U+00A0": r"(?<!\u00a0)%",
    "thousands are parted by U+00A0": r"(?<=\d)[^\S\u00a0](?=\d{3}\b)",
    "nothing stands before ; ! ?": r"\s[;!?]",
    "the apostrophe is ’": r"(?<=[^\W\d_])'(?=\w)",
    "three dots are …": r"\.\.\.",
}
"""The French of the United Nations in 2016, as `fr.spaces` sets it on the page."""


def departures(text: str) -> list[str]:
    """Tell where a French text of ours is not set as French is."""
    prose = TYPED.sub("", text)
    return [
        f"{usage}: {prose[max(0, found.start() - 20) : found.end() + 20]!r}"
        for usage, pattern in TYPOGRAPHY.items()
        for found in re.finditer(pattern, prose)
    ]


@pytest.mark.parametrize("source", FRENCH, ids=lambda path: path.stem)
def test_a_french_catalogue_is_set_as_french_is(source: Path) -> None:
    """A reader meets one usage, whoever wrote the sentence; what is typed stays as it is typed."""
    told = [one for words in entries(source).values() for one in departures(words)]
    assert not told, "\n".join(told)


def test_english_messages_have_one_kind_of_apostrophe_and_of_quotation_marks() -> None:
    """’ and “ ”, as the French ones have ’ and « »; what is typed stays as it is typed."""
    english = entries(CATALOGUES / "fr/LC_MESSAGES/messages.po").keys()
    ours = [text for text in english if not re.search(r"\{[a-z]+!r\}|'\{[a-z]+\}", text)]
    assert [text for text in ours if re.search(r"(?<=[a-z])'(?=[a-z ])|« .+ »", text)] == [
        "a quotation stands between « and »"  # which tells the signs
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("« Unis\u00a0»", ["inside « » stands U+00A0: '« Unis\\xa0»'"]),
        ("trois axes :", ["before : stands U+00A0: 'trois axes :'"]),
        ("trois axes: a", ["before : stands U+00A0: 'trois axes: a'"]),
        ("25 %", ["before % stands U+00A0: '25 %'"]),
        ("8 500 mots", ["thousands are parted by U+00A0: '8 500 mots'"]),
        ("oui ; non\u00a0!", ["nothing stands before ; ! ?: 'oui ; non\\xa0!'"] * 2),
        ("l'Union...", ['the apostrophe is ’: "l\'Union..."', 'three dots are …: "l\'Union..."']),
        (
            "Écrivez '{words}', {{todo: le nom}}, «\u00a0based_on: a\u00a0», https://un.org",
            [],
        ),
        (
            "À\u00a0: «\u00a0a\u00a0», 10\u00a0700, 25\u00a0%, S/RES/1540 (2004); 12:30!",
            [],
        ),
    ],
)
def test_what_is_not_set_as_french_is_is_told_with_the_words_around_it(
    text: str, told: list[str]
) -> None:
    """Whoever mends a catalogue sees the usage and the place."""
    assert departures(text) == told


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_message_of_the_program_has_its_french() -> None:
    """A drafter never meets an English sentence; the source files say what messages there are."""
    found = extract_from_dir(
        CATALOGUES.parents[1],
        [("**.py", "python")],
        keywords={"message": None, "translate": None, "counted": (1, 2)},
    )
    messages = {said(text) for _, _, text, _, _ in found}
    assert messages
    assert sorted(messages - entries(CATALOGUES / "fr/LC_MESSAGES/messages.po").keys()) == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_gettext_opens_the_catalogues_of_the_page(code: str) -> None:
    """They lie where gettext looks for them."""
    assert gettext.find("furniture", CATALOGUES, [code])
