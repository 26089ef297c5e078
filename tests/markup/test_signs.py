"""What a drafter types in prose, and what the page makes of it."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import (
    Content,
    Emphasis,
    Footnote,
    Item,
    Link,
    Paragraph,
    Placeholder,
    Reference,
    Superscript,
    Text,
    Title,
    plain,
    words,
)
from reportgen.markup import parse_markup
from reportgen.markup.signs import protected, read_signs, unclosed

SITE = "https://un.org/fr"


def read(text: str) -> Content:
    """Read the signs of a text."""
    return read_signs((Text(text),))


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("dit *inter alia* que", (Text("dit "), Emphasis("inter alia"), Text(" que"))),
        ("l’*Aquarius*.", (Text("l’"), Emphasis("Aquarius"), Text("."))),
        ("*« Oui »*", (Emphasis("« Oui »"),)),
        (r"*a\*b*", (Emphasis("a*b"),)),
        ("la 2^e^ réunion", (Text("la 2"), Superscript("e"), Text(" réunion"))),
        ("10^-3^", (Text("10"), Superscript("-3"))),
        ("voir [[axes]].", (Text("voir "), Reference("axes"), Text("."))),
        ("voir [[ axes ]]", (Text("voir "), Reference("axes"))),
        (f"le [site de l’ONU]({SITE}).", (Text("le "), Link("site de l’ONU", SITE), Text("."))),
        ("[x](a_(b))", (Link("x", "a_(b)"),)),
        (rf"[l’article \[sic\]]({SITE})", (Link("l’article [sic]", SITE),)),
        (f"*[Le Monde]({SITE})*", (Link("Le Monde", SITE, italic=True),)),
        (
            f"[*Le Monde* du 1^er^]({SITE})",
            (Link("Le Monde", SITE, italic=True), Link(" du 1", SITE), Superscript("er")),
        ),
        ("mot^[ une note ].", (Text("mot"), Footnote((Text("une note"),)), Text("."))),
        (
            f"mot^[Voir *a*, [[k]] et [b]({SITE}) \\] [c]]",
            (
                Text("mot"),
                Footnote(
                    (
                        Text("Voir "),
                        Emphasis("a"),
                        Text(", "),
                        Reference("k"),
                        Text(" et "),
                        Link("b", SITE),
                        Text(" ] [c]"),
                    )
                ),
            ),
        ),
        ("*mot^[a]*", (Emphasis("mot"), Footnote((Text("a"),)))),
        (f"{SITE}^[a]", (Text(SITE), Footnote((Text("a"),)))),
        (
            "a^[b ^[c ^[d]]]",
            (
                Text("a"),
                Footnote((Text("b "), Footnote((Text("c "), Footnote((Text("d"),)))))),
            ),
        ),
    ],
)
def test_signs_become_what_they_mean(typed: str, content: Content) -> None:
    """Italics, raised letters, references, links, and one within another."""
    assert read(typed) == content


@pytest.mark.parametrize(
    "typed",
    [
        *("S/2014/258* et S/2014/259*", "(*) et (*)", "a * b * c", "**gras**", "*ouvert", "a*b*"),
        *("^_^", "a ^e^", "x^ y^", "[sic]", "[…] (voir annexe)", "[a] (b)", "[a](b c)", "[ ](x)"),
        *(
            "[a [b] c](x)",
            "[[a b]]",
            "[[a]",
            r"C:\dossier",
            "https://un.org/*a*/b^c^",
            "a]b[c",
            "^[",
            "^[ ]",
        ),
    ],
)
def test_signs_that_mean_nothing_stay(typed: str) -> None:
    """Asterisks of reissued documents, brackets of quotations, whatever does not pair."""
    assert read(typed) == (Text(typed),)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"\*oui\*", "*oui*"),
        (r"2\^e\^", "2^e^"),
        (r"\[\[axes]]", "[[axes]]"),
        (r"\[a](x)", "[a](x)"),
        (r"S/2014/258\*", "S/2014/258*"),
        (r"a\^[b]", "a^[b]"),
    ],
)
def test_a_backslash_makes_a_sign_like_others(typed: str, shown: str) -> None:
    """The words around it are one text with it."""
    assert read(typed) == (Text(shown),)


def test_signs_may_hold_what_is_no_text() -> None:
    """A wording may set a hole among words in italics, or in a link."""
    hole = Placeholder("le nom")
    content = (Text("le *navire "), hole, Text("* et [le "), hole, Text(f" ici]({SITE})"))
    assert read_signs(content) == (
        Text("le "),
        Emphasis("navire "),
        hole,
        Text(" et "),
        Link("le ", SITE),
        hole,
        Link(" ici", SITE),
    )


def test_a_noncharacter_of_a_template_is_a_sign_like_others() -> None:
    """Only the place of an inline is one."""
    assert read_signs((Text("a\ufdd0b*"), Reference("k"))) == (Text("a\ufdd0b*"), Reference("k"))


@pytest.mark.parametrize(
    "sign", ["*a", "[", "](", "[[", "^e^", "\\*", "\\", "[a](", "* ", "^[", "^[a ", "^[] ", "[^["]
)
def test_many_signs_take_no_longer_than_other_words(sign: str) -> None:
    """Twenty thousand of them are read at once."""
    assert plain(read(sign * 20_000))


def test_signs_are_read_wherever_words_stand() -> None:
    """In titles, paragraphs and items; in the elements of a template they are words."""
    document = parse_markup(
        "<report><title>*a*</title><p>*b*<item>*c*</item></p><p><em>*d*</em></p></report>", "fr"
    )
    assert document.blocks == (
        Title(content=(Emphasis("a"),)),
        Paragraph(content=(Emphasis("b"),), items=(Item(content=(Emphasis("c"),)),)),
        Paragraph(content=(Emphasis("*d*"),)),
    )


def letters(content: Content) -> Iterator[str]:
    """Say inlines with keys and notes."""
    for inline in content:
        match inline:
            case Footnote(content=note):
                yield from letters(note)
            case Reference(key=key):
                yield key
            case _:
                yield words(inline)


@given(st.text(alphabet="ab*^[]\\ h/.:é\n", max_size=40))
def test_no_letter_is_ever_lost(typed: str) -> None:
    """Whatever is typed, every letter is on the page, or in the key of a reference."""
    shown = "".join(letters(read(typed)))
    assert [*filter(str.isalpha, shown)] == [*filter(str.isalpha, typed)]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("Bilan (S/2014/258*) [sic]", "Bilan (S/2014/258*) [sic]"),
        ("Le *bateau* ivre", r"Le \*bateau\* ivre"),
        ("[[ref]] et [x](y)", r"\[\[ref\]\] et \[x\](y)"),
        ("2^e^", r"2\^e\^"),
    ],
)
def test_words_that_nobody_typed_as_prose_are_protected(words: str, typed: str) -> None:
    """Only where one of their signs would mean something."""
    assert protected(words) == typed


@given(st.text("ab *^[](){}\\/:.", min_size=1))
def test_protected_words_are_read_as_they_were(words: str) -> None:
    """Nothing of them is lost, raised, set in italics or linked."""
    assert read(protected(words)) == (Text(words),)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("dit *inter alia que", "dit ‸inter alia que"),
        ("dit * inter alia* que", "dit ‸ inter alia* que"),
        ("la 2^e séance, puis la 3^e^", "la 2‸e séance, puis la 3^e^"),
        ("*l’un, *l’autre*", "‸l’un, *l’autre*"),
        ("un *[lien](https://un.org)", "un ‸[lien](https://un.org)"),
        ("un [*lien](https://un.org) et *[[axes]]", "un [‸lien](https://un.org) et ‸[[axes]]"),
        ("un plan^[Voir *ibid., par. 2^e.]", "un plan^[Voir ‸ibid., par. 2‸e.]"),
        ("*inter alia*, S/2014/258*, (*), **gras**", "*inter alia*, S/2014/258*, (*), **gras**"),
        (r"un \*astérisque, 2\^e, l’*Aquarius*", r"un \*astérisque, 2\^e, l’*Aquarius*"),
        ("https://un.org/*a et *https://un.org/^b*", "https://un.org/*a et *https://un.org/^b*"),
    ],
)
def test_signs_that_nothing_closes_are_found(typed: str, shown: str) -> None:
    """Those that were meant as signs: no asterisk behind a symbol, none that is protected."""
    found = set(unclosed(typed))
    assert "".join("‸" if at in found else sign for at, sign in enumerate(typed)) == shown
