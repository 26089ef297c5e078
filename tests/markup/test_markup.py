"""Markup into a document: what the vocabulary knows, and how it refuses the rest."""

import re

import pytest

from reportgen.document import (
    AnnexHeading,
    Document,
    Emphasis,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Signature,
    Superscript,
    Surname,
    Table,
    Text,
    Title,
)
from reportgen.errors import Place, TemplateError
from reportgen.markup import parse_markup
from reportgen.messages import speaking


def parsed(inside: str) -> Document:
    """Read blocks that stand in a report."""
    return parse_markup(f"<report>{inside}</report>", "fr")


def refused(text: str) -> str:
    """Give the English message for markup that is refused."""
    with pytest.raises(TemplateError) as caught:
        parse_markup(text, "fr")
    with speaking("en"):
        return str(caught.value)


def test_an_empty_report_is_an_empty_document() -> None:
    """No block, no masthead."""
    assert parsed("") == Document(language="fr", blocks=())


def test_every_block_is_read_with_its_key_and_its_origin() -> None:
    """Title, heading, paragraph, annex, table."""
    document = parsed(
        '<title from="body">Rapport</title>'
        '<heading level="2" key="h" from="a.0" numbered="no">Titre</heading>'
        '<p key="p" from="a.1" numbered="no">Texte</p>'
        '<annex key="annexe" from="b"><label>Annexe</label><title>Réunions</title></annex>'
        '<table widths="1 2.5" from="c"><head><cell>Date</cell><cell>Thème</cell></head>'
        '<row from="c.0"><cell>1</cell><cell><p>a</p><p>b</p></cell></row></table>'
    )
    assert document.blocks == (
        Title(content=(Text("Rapport"),), origin="body"),
        Heading(level=2, content=(Text("Titre"),), numbered=False, key="h", origin="a.0"),
        Paragraph(content=(Text("Texte"),), numbered=False, key="p", origin="a.1"),
        AnnexHeading(
            label=(Text("Annexe"),), content=(Text("Réunions"),), key="annexe", origin="b"
        ),
        Table(
            widths=(1, 2.5),
            heads=((Text("Date"),), (Text("Thème"),)),
            rows=(
                Row(
                    cells=(((Text("1"),),), ((Text("a"),), (Text("b"),))),
                    origin="c.0",
                ),
            ),
            origin="c",
        ),
    )


def test_a_letter_is_read_with_its_signature_and_its_annex() -> None:
    """Its title is of the second level, and so is the head of its annex."""
    document = parsed(
        '<title level="2">Lettre</title>'
        '<signature from="letter.sender"><line>La Présidente</line>'
        "<line>(<em>Signé</em>) Éva <surname>Åberg</surname></line></signature>"
        '<annex level="2" landscape="yes"><label>Annexe</label>'
        "<original>[Original : anglais]</original></annex>"
    )
    assert document.blocks == (
        Title(content=(Text("Lettre"),), level=2),
        Signature(
            lines=(
                (Text("La Présidente"),),
                (Text("("), Emphasis("Signé"), Text(") Éva "), Surname("Åberg")),
            ),
            origin="letter.sender",
        ),
        AnnexHeading(
            label=(Text("Annexe"),),
            content=(),
            original=(Text("[Original : anglais]"),),
            level=2,
            landscape=True,
        ),
    )


def test_items_nest() -> None:
    """Each item holds its words, then its own items."""
    (block,) = parsed(
        "<p>Points :<item>un :<item>dont un</item></item> <item>deux</item></p>"
    ).blocks
    assert block == Paragraph(
        content=(Text("Points :"),),
        items=(
            Item(content=(Text("un :"),), items=(Item(content=(Text("dont un"),)),)),
            Item(content=(Text("deux"),)),
        ),
    )


def test_inlines_stand_among_words() -> None:
    """Italics, raised letters, references, holes."""
    (block,) = parsed(
        '<p>Le <em>modus</em> 1<sup>er</sup> (voir <ref to="annexe"/>) '
        '<todo from="x">la\n date</todo></p>'
    ).blocks
    assert isinstance(block, Paragraph)
    assert block.content == (
        Text("Le "),
        Emphasis("modus"),
        Text(" 1"),
        Superscript("er"),
        Text(" (voir "),
        Reference("annexe"),
        Text(") "),
        Placeholder("la date", origin="x"),
    )


def test_white_space_of_templates_counts_as_one_space_and_no_break_spaces_stay() -> None:
    """Templates may break their lines anywhere."""
    (block,) = parsed("<p>\n   Un\n   texte\u00a0:   fin\n</p>").blocks
    assert isinstance(block, Paragraph)
    assert block.content == (Text("Un texte\u00a0: fin"),)


def test_the_masthead_keeps_its_blank_lines() -> None:
    """An empty line is a blank line of the page."""
    document = parsed(
        "<masthead><institution>Nations Unies</institution><organ>Conseil</organ>"
        "<symbol>S/2017/5</symbol><line>Distr.</line><line/><line>Français</line>"
        "<job-number>16-1 (F)</job-number><job-date>050117</job-date><job-date>060117</job-date>"
        "<recycling>Merci</recycling><reissue>* Nouveau tirage</reissue></masthead>"
    )
    assert document.masthead == Masthead(
        institution=(Text("Nations Unies"),),
        organ=(Text("Conseil"),),
        symbol=(Text("S/2017/5"),),
        lines=((Text("Distr."),), (), (Text("Français"),)),
        job_number=(Text("16-1 (F)"),),
        job_dates=((Text("050117"),), (Text("060117"),)),
        recycling=(Text("Merci"),),
        reissue=(Text("* Nouveau tirage"),),
    )


def test_an_unknown_element_is_refused_with_the_lines_around() -> None:
    """The message shows the markup at that place."""
    assert refused("<report>\n<p>un</p>\n<bold>deux</bold>\n<p>trois</p>\n</report>") == (
        "the markup has no element “bold”\n"
        "        1 | <report>\n"
        "        2 | <p>un</p>\n"
        "        3 | <bold>deux</bold>\n"
        "        4 | <p>trois</p>\n"
        "        5 | </report>\n"
        "  → Use one of: annex, caption, cell, contents, em, figure, head, heading, institution,"
        " item, job-date, job-number, label, line, link, masthead, note, organ, original, p, page,"
        " recycling, ref, reissue, report, row, signature, summary, sup, surname, symbol, table,"
        " title, todo."
    )


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<p><p>x</p></p>", "“p” cannot stand in “p”"),
        ("<em>x</em>", "“em” cannot stand in “report”"),
        ("<p colour='red'>x</p>", "“p” has no attribute “colour”"),
        ("<heading>x</heading>", "“level” of “heading” is “”"),
        ("<heading level='4'>x</heading>", "“level” of “heading” is “4”"),
        ("<title level='3'>x</title>", "“level” of “title” is “3”"),
        ("<annex level='3'/>", "“level” of “annex” is “3”"),
        ("<annex landscape='true'/>", "“landscape” of “annex” is “true”"),
        ("<signature>A. B.</signature>", "“signature” holds words out of place: “A. B.”"),
        ("<p><surname>B.</surname></p>", "“surname” cannot stand in “p”"),
        ("<p numbered='maybe'>x</p>", "“numbered” of “p” is “maybe”"),
        ("<p><ref/></p>", "“to” of “ref” is “”"),
        ("loose words", "“report” holds words out of place: “loose words”"),
        ("<heading level='1'> </heading>", "“heading” holds no words"),
        ("<title/>", "“title” holds no words"),
        ("<title>a</title><title>b</title>", "there are two “title” elements"),
        ("<p>a<item>b</item>c</p>", "“p” holds words out of place: “c”"),
        ("<p>a<item>b</item><em>c</em></p>", "“p” holds words out of place: “c”"),
        ("<!-- x -->", "the markup holds a comment or an instruction"),
        (
            "<table widths='1 1'><head><cell/><cell/></head><row><cell/></row></table>",
            "the rows of the table have not the same number of cells",
        ),
        (
            "<table widths='1'><head><cell/></head><row><cell>a<p>b</p></cell></row></table>",
            "“cell” holds words out of place: “a”",
        ),
    ],
)
def test_what_goes_beyond_the_vocabulary_is_refused(inside: str, message: str) -> None:
    """One clear message for each way of going wrong."""
    assert refused(f"<report>{inside}</report>").startswith(message)


def test_words_out_of_place_are_shown_where_they_stand() -> None:
    """Not at the beginning of the element that holds them; long lines around are cut."""
    prose = "paix " * 40
    told = refused(f"<report>\n<p>a</p>\n<p>\n{prose}\n</p>\n\nloose\n<p>b</p>\n</report>")
    assert told.splitlines()[1:-1] == [
        "        5 | </p>",
        "        6 | ",
        "        7 | loose",
        "        8 | <p>b</p>",
        "        9 | </report>",
    ]
    told = refused(f"<report>\n<p>{prose}</p>\n<x/>\n</report>")
    assert told.splitlines()[2] == f"        2 | <p>{prose[:86]}…"


def test_another_root_is_refused() -> None:
    """The whole report stands in one element."""
    assert refused("<p>x</p>").startswith("the markup begins with “p”")


def test_a_fault_that_a_loop_repeats_is_told_once() -> None:
    """Where it was met first."""
    with pytest.raises(TemplateError) as caught:
        parsed("<b>x</b>" * 100)
    assert len(caught.value.problems) == 1


def test_a_hole_may_stand_in_italics() -> None:
    """It stays a hole; the words around it keep their italics."""
    (block,) = parsed("<p><em>le <todo>navire</todo> blanc</em></p>").blocks
    assert isinstance(block, Paragraph)
    assert block.content == (Emphasis("le "), Placeholder("navire"), Emphasis(" blanc"))


def test_an_ampersand_in_a_template_is_told_as_such() -> None:
    """The advice is how to write it."""
    assert "write &amp; for &" in refused("<report><p>Paix & sécurité</p></report>")


def test_all_faults_are_told_at_once() -> None:
    """A template is mended in one go."""
    with pytest.raises(TemplateError) as caught:
        parsed("<b>x</b><p c='1'/><heading level='9'>t</heading>")
    assert len(caught.value.problems) == 3


def test_markup_that_is_not_well_formed_is_refused_with_its_place() -> None:
    """The place is that of the template where the element is written."""
    with pytest.raises(TemplateError) as caught:
        parse_markup(
            "<report>\n<p>un\n</report>", "fr", lambda fragment: Place(f"found {fragment}", 7)
        )
    (problem,) = caught.value.problems
    assert problem.place == Place(r"found <p\b", 7)
    assert "2 | <p>un" in problem.excerpt


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<p>un", "« p » est ouvert, mais c’est « report » qui est fermé"),
        ("<p>un &nbsp; deux</p>", "« &nbsp; » n’a pas de sens"),
        ("<p>Paix & sécurité</p>", "il s’y trouve un « & » isolé"),
        ("<p>2 < 3</p>", "un « < » ne commence aucun élément"),
        ("<p numbered=no>un</p>", "un « < » ne commence aucun élément, ou un attribut n’a pas de"),
        ("<p key='a' key='b'/>", "un élément porte deux fois « key »"),
        ("<p>\x07</p>", "il s’y trouve un caractère de commande"),
        ("</report><report>", "quelque chose suit « </report> »"),
    ],
)
def test_why_markup_is_not_well_formed_is_said_in_the_readers_language(
    inside: str, reason: str
) -> None:
    """And where: by the words of its line, where one template alone has them."""
    text = f"<report>\n{inside}\n</report>"
    with pytest.raises(TemplateError) as caught:
        parse_markup(text, "fr", lambda pattern: Place(pattern, 7))
    (problem,) = caught.value.problems
    with speaking("fr"):
        said = str(problem.what).replace("\u00a0", " ")
    assert said.startswith(f"les modèles donnent un balisage mal formé : {reason}")
    assert problem.place in (Place(re.escape(inside), 7), Place(r"<p\b", 7))


def test_entities_and_files_are_not_read() -> None:
    """Markup cannot reach out of itself."""
    text = (
        '<!DOCTYPE report [<!ENTITY x SYSTEM "file:///etc/hostname">]><report><p>&x;</p></report>'
    )
    with pytest.raises(TemplateError):
        parse_markup(text, "fr")
