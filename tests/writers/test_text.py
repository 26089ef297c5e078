"""The plain text, oracle of the other writers."""

from specimens import NOTED, NOTED_LINES

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
from reportgen.writers.text import write_text


def test_every_block_stands_on_lines_of_its_own() -> None:
    """Numbers, letters, references and holes as the reader sees them."""
    document = Document(
        language="fr",
        masthead=Masthead(
            institution=(Text("Nations Unies"),),
            organ=(Text("Conseil de sécurité"),),
            symbol=(Placeholder("cote", "[à compléter : cote]"),),
            lines=((Text("Distr. générale"),), (), (Text("Français"),)),
            job_number=(Text("16-12345 (F)"),),
        ),
        blocks=(
            Title(content=(Text("Rapport"),)),
            Heading(level=1, content=(Text("Introduction"),), numeral="I"),
            Heading(level=3, content=(Text("Sans numéro"),), numbered=False),
            Paragraph(
                content=(Text("Le 1"), Superscript("er"), Text(" "), Emphasis("modus"), Text(" :")),
                number=1,
                items=(
                    Item(
                        label="a)",
                        content=(Text("un :"),),
                        items=(
                            Item(
                                label="i)",
                                content=(Text("dont (voir "), Reference("x", "annexe"), Text(")")),
                            ),
                        ),
                    ),
                    Item(label="b)", content=(Text("deux."),)),
                ),
            ),
            Paragraph(content=(Text("Sans numéro."),), numbered=False),
            AnnexHeading(label=(Text("Annexe"),), content=(Text("Réunions"),)),
            Table(
                widths=(1, 2),
                heads=((Text("Date"),), (Text("Intervenants"),)),
                rows=(Row(cells=(((Text("28 avril"),),), ((Text("A"),), (Text("B"),)))),),
            ),
        ),
    )
    assert write_text(document) == (
        "Nations Unies\n[à compléter : cote]\nConseil de sécurité\nDistr. générale\nFrançais\n"
        "16-12345 (F)\n\n"
        "Rapport\n\n"
        "I. Introduction\n\n"
        "Sans numéro\n\n"
        "1. Le 1er modus :\n"
        "    a) un :\n"
        "        i) dont (voir annexe)\n"
        "    b) deux.\n\n"
        "Sans numéro.\n\n"
        "Annexe\nRéunions\n\n"
        "Date | Intervenants\n28 avril | A / B\n"
    )


def test_a_letter_ends_with_its_signature_and_an_annex_tells_its_original() -> None:
    """Line by line, the language of the original under the label."""
    document = Document(
        language="fr",
        blocks=(
            Title(content=(Text("Lettre"),), level=2),
            Signature(
                lines=((Text("La Présidente"),), (Text("(Signé) Éva "), Surname("Åberg"))),
            ),
            AnnexHeading(
                label=(Text("Annexe"),),
                original=(Text("[Original : anglais]"),),
                content=(Text("Rapport"),),
            ),
        ),
    )
    assert write_text(document) == (
        "Lettre\n\nLa Présidente\n(Signé) Éva Åberg\n\nAnnexe\n[Original : anglais]\nRapport\n"
    )


def test_a_document_without_masthead_begins_with_its_first_block() -> None:
    """Nothing stands before it."""
    assert write_text(Document(language="fr", blocks=(Title(content=(Text("R"),)),))) == "R\n"


def test_a_note_follows_the_line_that_calls_it_and_those_of_a_table_the_table() -> None:
    """Each under its call in brackets."""
    lines = [cell for line in write_text(NOTED).split("\n") for cell in line.split(" | ")]
    assert [line.strip() for line in lines if line] == NOTED_LINES
