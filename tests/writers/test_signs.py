"""Signs that a PDF cannot hold: named with their text, and a claim that they belie is refused."""

import pytest
from claimed import drawing, report_of, reports

from reportgen.errors import FontError, OutputError
from reportgen.messages import speaking
from reportgen.pictures import Image
from reportgen.pipeline import PrintOrder, produce, render, write
from reportgen.records import Figure, Paragraph
from reportgen.writers.pdf.signs import Unprintable, sign_problems


def told(found: Unprintable, *texts: str) -> list[str]:
    """Say in English what is wrong with texts."""
    with speaking("en"):
        paths = ((("texts", index), text) for index, text in enumerate(texts))
        return [f"{problem.span} {problem}" for problem in sign_problems(found, paths)]


def test_each_text_is_told_with_its_signs_and_the_words_around() -> None:
    """In the order of the text, with what to install."""
    (problem,) = told(Unprintable(missing="明李"), "rien", "Il a entendu M. 李明, de retour.")
    assert problem == (
        "(16, 17) texts.1: no installed font has “李” (U+674E), “明” (U+660E), in “Il a entendu M."
        " 李明, de retour.”\n  → Write it in letters of the report’s language, or install a font;"
        " on Debian and Ubuntu: sudo apt-get install fonts-noto-cjk"
    )


@pytest.mark.parametrize(
    ("sign", "package"),
    [("한", "fonts-noto-cjk"), ("😀", "fonts-noto-color-emoji"), ("አ", "fonts-noto-core")],
)
def test_the_package_that_has_a_sign_is_named(sign: str, package: str) -> None:
    """As far as its kind tells."""
    (problem,) = told(Unprintable(missing=sign), sign)
    assert problem.endswith(f"apt-get install {package}")


def test_signs_of_private_use_are_told_by_their_codes() -> None:
    """Nobody would see them, and no font is to be installed for them."""
    (problem,) = told(Unprintable(private="\uf0b7"), "une puce \uf0b7 ici")
    assert problem == (
        "(9, 10) texts.0: only one font knows what U+F0B7 means, in “une puce � ici”\n"
        "  → Write it with the sign that Unicode has for it, or leave it out."
    )


def test_signs_that_no_text_holds_are_told_without_a_place() -> None:
    """A template or a style wrote them."""
    (problem,) = told(Unprintable(missing="☃"), "rien")
    assert problem == (
        "None no installed font has “☃” (U+2603)\n  → Write it in letters of the report’s language,"
        " or install a font; on Debian and Ubuntu: sudo apt-get install fonts-noto-core"
    )


def test_many_signs_are_counted() -> None:
    """A page of Chinese floods nobody."""
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + 50)))
    (problem,) = told(Unprintable(missing=signs), signs)
    assert "“专” (U+4E13) and 30 others, in “" in problem


@pytest.mark.parametrize("profile", ["archive", "accessible"])
def test_a_claim_is_refused_where_a_sign_is_missing(profile: str) -> None:
    """Both standards forbid empty boxes; the path leads to the text of the records."""
    report = reports()["private use, another plane"]
    with pytest.raises(FontError) as refused:
        produce(report, ("pdf",), pdf=PrintOrder(profile=profile))  # type: ignore[arg-type]
    (problem,) = refused.value.problems
    assert problem.path == ("meetings", 0, "account", 0, "paragraphs", 0, "text")
    assert str(problem.what).count("U+100000") == 1


def test_a_draft_is_printed_and_the_sign_told() -> None:
    """With its text, as a warning."""
    (pdf,) = produce(reports()["private use, another plane"], ("pdf",))
    (warning,) = pdf.warnings
    assert warning.path == ("meetings", 0, "account", 0, "paragraphs", 0, "text")


def test_a_sign_within_a_drawing_is_told_by_its_picture() -> None:
    """The code of the drawing is a text of the records."""
    image = Image(data=drawing("<text>\U00100000</text>"), kind="svg", width_pt=9, height_pt=9)
    figure = Figure(image=image, alternative="un dessin")
    (pdf,) = produce(report_of(Paragraph(text="Voir.", figure=figure)), ("pdf",))
    assert pdf.warnings[0].path[-2:] == ("figure", "image")


@pytest.mark.parametrize(
    "name", ["four inks", "drawn in four inks", "drawn deep", "drawn far", "long links"]
)
def test_an_archive_refuses_what_its_standard_forbids(name: str) -> None:
    """Colours of four inks, and what is beyond its limits; what is read aloud may hold them."""
    document = render(reports()[name])
    with pytest.raises(OutputError):
        write(document, "pdf", profile="archive")
    assert write(document, "pdf", profile="accessible").startswith(b"%PDF")
