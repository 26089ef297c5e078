"""A house style: a small file that says what differs, and every fault of it at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.reading import read_style, style_file
from reportgen.reading.terms import read_terms
from reportgen.style import UN_2015, UN_2025, Style

Read = Callable[[str], Style]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read a style of some text, from the file `maison.yaml` where the test stands."""
    monkeypatch.chdir(tmp_path)

    def read_text(text: str) -> Style:
        Path("maison.yaml").write_text(text, encoding="utf-8")
        return read_style("maison.yaml")

    return read_text


def told(read: Read, text: str) -> str:
    """Say in English what is wrong with a style."""
    with pytest.raises(ReadingError) as caught:
        read(text)
    with speaking("en"):
        return str(caught.value)


def test_a_style_says_only_what_differs(read: Read) -> None:
    """The rest is that of the look that it refines; its name is that of the file."""
    style = read("based_on: un-2025\nfonts: [Liberation Sans]\nheading_1: {size_pt: 15.5}\n")
    assert style.name == "maison"
    assert style.fonts == ("Liberation Sans",)
    assert style.heading_1.size_pt == 15.5
    assert style.heading_1.bold
    assert style.page == UN_2025.page


def test_a_style_refines_the_look_of_2015_unless_it_names_another(read: Read) -> None:
    """Which is what the program takes by itself."""
    assert read("profile: un-fr-recent\n").page == UN_2015.page


def test_every_fault_of_a_style_is_told_at_once(read: Read) -> None:
    """Unknown keys with the nearest known one, wrong types, figures that no page can have."""
    assert told(
        read,
        "heading_1: {size_pt: 15, boldd: false}\n"
        "body:\n"
        "  size_pt: 0\n"
        "  scale_percent: 10.5\n"
        "  align: justified\n"
        "documents: 12\n"
        "fonts: Arial\n",
    ) == (
        "maison.yaml:1:26: the key “boldd” is not known\n"
        "    heading_1: {size_pt: 15, boldd: false}\n"
        "                             ^\n"
        "  → Write “bold”.\n"
        "maison.yaml:3:12: 0 lies outside 1 to 200\n"
        "      size_pt: 0\n"
        "               ^\n"
        "  → Lengths are in points: an inch has 72, a centimetre 28.35.\n"
        "maison.yaml:4:18: found the number 10.5, expected a whole number\n"
        "      scale_percent: 10.5\n"
        "                     ^\n"
        "  → Write figures alone, without unit or decimals.\n"
        "maison.yaml:5:10: “justified” is not one of: left, justify, right, center\n"
        "      align: justified\n"
        "             ^\n"
        "  → Write “justify”.\n"
        "maison.yaml:6:12: found the number 12, expected a text\n"
        "    documents: 12\n"
        "               ^\n"
        "  → If it is a text, put it in quotes: '12'.\n"
        "maison.yaml:7:8: found the text “Arial”, expected a list\n"
        "    fonts: Arial\n"
        "           ^\n"
        "  → Begin each item with a hyphen and a space, also where it is alone."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("page: {left_pt: 400}\n", "the margins leave 25.3 points for the text"),
        ("page: {left_pt: -20}\n", "-20 lies outside 0 to 1584"),
        ("page: {top_pt: 700}\n", "the margins leave -2.9 points for the lines"),
        ("numeral_x_pt: 80\n", "the numerals of headings do not end between the margin"),
        ("body: {left_pt: 280, right_pt: 280}\n", "the margins leave -68 points for the text"),
        ("fonts: []\n", "no font is named"),
        (
            "profile: un-fr-2051\n",
            "maison.yaml:1:10: “un-fr-2051” is not one of: un-fr-2016, un-fr-recent",
        ),
        (
            "documents: docs.un.org\n",
            "maison.yaml:1:12: “docs.un.org” is not the address of a site",
        ),
        ("documents: https://un.org/\n", "“https://un.org/” is not the address of a site"),
        ("body: {scale_percent: 5}\n", "5 lies outside 10 to 600"),
        ("- fonts\n", "found a list, expected keys and values"),
        ("based_on: un-2051\n", "“un-2051” is not one of: un-2015, un-2025"),
        ("based_on: maison\n", "“maison” is not one of: un-2015, un-2025"),
        ("maison: 12\n", "the key “maison” is not known"),
        ("body: 12\n", "found the number 12, expected keys and values"),
        ("body: {size_pt: .inf}\n", "expected a number such as 12 or 12.5"),
        ("body: {style_id: Corps}\n", "the key “style_id” is not known"),
        ("emblem: absent.png\n", "there is no absent.png"),
        ("", "the file is empty"),
        ("body: {\n", "maison.yaml:1:7: the list or the braces opened here are not closed"),
    ],
)
def test_a_style_that_no_page_can_have_is_refused(read: Read, text: str, said: str) -> None:
    """Before anything is written with it; each time with what to do."""
    message = told(read, text)
    assert said in message
    assert "\n  → " in message


def test_every_key_that_may_stand_in_a_style_is_told(read: Read) -> None:
    """The look that it refines among them."""
    assert "  → Known here: based_on, name, profile, " in told(read, "maison: 12\n")
    assert "  → Write “based_on”." in told(read, "basedon: un-2025\n")


def test_a_look_that_is_neither_name_nor_file_is_told_with_the_names(tmp_path: Path) -> None:
    """A slip in the name must not end in a message about files alone."""
    with pytest.raises(ReadingError) as caught, speaking("en"):
        read_style(tmp_path / "un-2024")
    with speaking("en"):
        assert "Use one of: un-2015, un-2025." in str(caught.value)


def test_the_style_beside_a_report_is_found(tmp_path: Path) -> None:
    """Beside report.yaml, whether the folder or the file is given."""
    assert style_file(tmp_path) is None
    file = tmp_path / "style.yaml"
    file.write_text("profile: un-fr-recent\n", encoding="utf-8")
    assert style_file(tmp_path) == style_file(tmp_path / "report.yaml") == file


def test_a_style_may_bear_the_emblem_of_its_house(read: Read, tmp_path: Path) -> None:
    """A file beside that of the style, under the same rules as any picture."""
    (tmp_path / "embleme.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>', encoding="utf-8"
    )
    emblem = read("emblem: embleme.svg\n").emblem
    assert emblem is not None
    assert (emblem.kind, emblem.width_pt, emblem.height_pt) == ("svg", 30, 22.5)
    assert "maison.yaml:1:9" in told(read, "emblem: absent.png\n")


def test_a_style_that_may_not_be_looked_at_is_refused_with_the_reason() -> None:
    """It is no look that there is not."""
    with pytest.raises(ReadingError) as caught:
        read_style("a" * 300)
    with speaking("en"):
        assert "cannot be opened (the name is too long)" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("masthead: {lines_before_pt: 1e308}", "maison.yaml:1:29: found the number 1e308"),
        ("body: {left_pt: .nan}", "maison.yaml:1:17: found the number .nan"),
        ("body: {left_pt: -.inf}", "maison.yaml:1:17: found the number -.inf"),
        (f"body: {{left_pt: {'9' * 5000}}}", "maison.yaml:1:17: found the number 9999"),
        ("masthead: {lines_before_pt: 1600}", "1600 lies outside -1584 to 1584"),
        ("signature: {before_pt: -1}", "-1 lies outside 0 to 1584"),
        ("first_foot: {barcode: {width_pt: 0}}", "0 lies outside 1 to 1584"),
        ("first_foot: {barcode: {width_pt: 700}}", "“barcode” is larger than the page"),
        ("masthead: {emblem: {height_pt: 900}}", "“emblem” is larger than the page"),
        ("page: {first_bottom_pt: 1e9}", "lies outside 0 to 1584"),
        ("first_foot: {qr_code: {x_pt: -900}}", "“qr_code” does not lie on the page"),
        ("masthead: {lines_x_pt: 700}", "“lines_x_pt” does not lie on the page"),
        ("running: {baseline_y_pt: -1}", "“baseline_y_pt” does not lie on the page"),
        ("heading_1: {left_pt: 500}", "the indents of “heading_1” leave no room for words"),
    ],
)
def test_a_length_that_no_page_has_is_refused(read: Read, text: str, said: str) -> None:
    """Every length has bounds, and what is drawn has a size and room on the page."""
    assert said in told(read, text)


def test_a_style_or_terms_whose_link_leads_nowhere_are_told(tmp_path: Path) -> None:
    """The report would take another look, and another house’s names, in silence."""
    for name in ("style.yaml", "terms.toml"):
        (tmp_path / name).symlink_to("gone")
    style = style_file(tmp_path)
    assert style is not None
    with pytest.raises(ReadingError, match=r"style\.yaml"):
        read_style(style)
    with pytest.raises(ReadingError, match=r"terms\.toml"):
        read_terms(tmp_path)
