"""Documents that the tests of writers look at."""

from attrs import evolve

from reportgen.document import (
    AnnexHeading,
    Citation,
    Code,
    Content,
    Contents,
    Document,
    Emphasis,
    Entry,
    Figure,
    Footnote,
    Heading,
    Item,
    Masthead,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Signature,
    Summary,
    Superscript,
    Surname,
    Table,
    Text,
    Title,
)
from reportgen.pictures import Image

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><path d="M0 0h96v48z"/></svg>'
)


def words(text: str) -> Content:
    """Make plain content."""
    return (Text(text),)


SENTENCE = (
    "Le Groupe de travail a tenu une réunion d’organisation et cinq réunions thématiques avec les "
    "pays qui fournissent des contingents ou du personnel de police et a entendu des exposés. "
)

MASTHEAD = Masthead(
    institution=words("Nations Unies"),
    organ=words("Conseil de sécurité"),
    symbol=(Citation("S/2017/123"),),
    lines=(
        words("Distr. générale"),
        words("10 janvier 2017"),
        (),
        words("Original : français"),
    ),
    job_number=words("17-00123 (F)"),
)

ADDRESS = "https://undocs.org/fr/S/2017/123"
EMBLEM = Image(
    data=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 0h80v40h-80z"/>'
    b"</svg>",
    kind="svg",
    width_pt=60,
    height_pt=30,
    description="Emblème",
)
FULL_MASTHEAD = evolve(
    MASTHEAD,
    symbol=(Citation("S/2017/123*", ADDRESS),),
    job_number=words("17-00123* (F)"),
    job_dates=(words("050117"), words("060117")),
    recycling=words("Merci de recycler"),
    reissue=words("* Nouveau tirage pour raisons techniques (15 avril 2017)."),
    emblem=EMBLEM,
    barcode=Code("1700123", "Code-barres\u00a0: 17-00123"),
    qr_code=Code(ADDRESS, f"Code QR\u00a0: {ADDRESS}"),
)
"""Everything that a first page can bear."""

REPORT = Document(
    language="fr",
    masthead=MASTHEAD,
    blocks=(
        Title(
            content=(
                Text("Rapport pour la période allant du 1"),
                Superscript("er"),
                Text(" janvier au 31 décembre 2016"),
            )
        ),
        Heading(level=1, content=words("Introduction"), numeral="I"),
        Heading(level=2, content=words("Mandat"), numeral="A"),
        Paragraph(content=words(SENTENCE * 2), number=1),
        Paragraph(
            content=words("Le Groupe s’est penché sur les thèmes suivants\u00a0:"),
            number=2,
            key="themes",
            items=(
                Item(
                    content=words("«\u00a0Technologie\u00a0» :"),
                    label="a)",
                    items=(
                        Item(content=words("drones;"), label="i)"),
                        Item(content=words("radars;"), label="ii)"),
                    ),
                ),
                Item(content=words(SENTENCE), label="b)"),
            ),
        ),
        Heading(level=3, content=words("Suite"), numeral="1"),
        Paragraph(
            content=(
                Text("Voir le paragraphe "),
                Reference("themes", "2"),
                Text(", l’"),
                Reference("annex-1", "annexe"),
                Text(" et, "),
                Emphasis("inter alia"),
                Text(", "),
                Citation("S/2017/2/Rev.1"),
                Text(" du "),
                Placeholder("date", "[date à préciser]", "meetings/1"),
                Text("."),
            ),
            number=3,
            items=(Item(content=words("encore"), label="a)"),),
        ),
        Heading(level=1, content=words("Sans numéro"), numbered=False),
        Paragraph(content=words("Sans numéro non plus."), numbered=False),
        Heading(level=1, content=words("Conclusion"), numeral="II", key="conclusion"),
        Paragraph(content=words(SENTENCE), number=4),
        AnnexHeading(
            label=words("Annexe"), content=words("Réunions et intervenants"), key="annex-1"
        ),
        Table(
            widths=(2, 5, 4),
            heads=(words("Date"), words("Intervenants"), words("Thème")),
            rows=(
                Row(
                    cells=(
                        (words("28 avril 2016"),),
                        (words("Hervé Ladsous"), words("Atul Khare")),
                        (words("Technologie"),),
                    )
                ),
                Row(cells=((words("16 juin 2016"),), (), (words("Partenariats"),))),
            ),
        ),
    ),
)

LINES = [
    "Rapport pour la période allant du 1er janvier au 31 décembre 2016",
    "I. Introduction",
    "A. Mandat",
    f"1. {SENTENCE * 2}",
    "2. Le Groupe s’est penché sur les thèmes suivants\u00a0:",
    "a) «\u00a0Technologie\u00a0» :",
    "i) drones;",
    "ii) radars;",
    f"b) {SENTENCE}",
    "1. Suite",
    "3. Voir le paragraphe 2, l’annexe et, inter alia, S/2017/2/Rev.1 du [date à préciser].",
    "a) encore",
    "Sans numéro",
    "Sans numéro non plus.",
    "II. Conclusion",
    f"4. {SENTENCE}",
    "Annexe",
    "Réunions et intervenants",
    *("Date", "Intervenants", "Thème"),
    *("28 avril 2016", "Hervé Ladsous", "Atul Khare", "Technologie"),
    *("16 juin 2016", "", "Partenariats"),
]
"""The lines of the report, cell by cell."""

MANY_PAGES = Document(
    language="fr",
    masthead=MASTHEAD,
    blocks=(
        Title(content=words("Rapport")),
        Heading(level=1, content=words("Suite"), numeral="I"),
        *(Paragraph(content=words(SENTENCE * 7), number=number) for number in range(1, 9)),
        AnnexHeading(label=words("Annexe"), content=words("Réunions"), key="annex-1"),
        Table(
            widths=(1, 3),
            heads=(words("Date"), words("Intervenants")),
            rows=tuple(
                Row(cells=((words(f"date {row}"),), (words(f"nom {row}"), words(SENTENCE))))
                for row in range(60)
            ),
        ),
    ),
)
"""Paragraphs over two pages and a table over many."""

FIRST_PAGE = evolve(REPORT, masthead=FULL_MASTHEAD)

NOTED = Document(
    language="fr",
    blocks=(
        Title(content=words("Rapport")),
        Heading(level=1, content=(Text("Titre"), Footnote(words("Du titre."), "1")), numeral="I"),
        Paragraph(
            content=(
                Text("Un plan"),
                Footnote(
                    (
                        Text("Voir "),
                        Emphasis("Le Monde"),
                        Text(" et "),
                        Citation("S/2016/1019", "https://undocs.org/fr/S/2016/1019"),
                        Text(", par. "),
                        Reference("plan", "1"),
                    ),
                    "2",
                ),
                Text("\u00a0:"),
            ),
            number=1,
            key="plan",
            items=(Item(content=(Text("un"), Footnote(words("De l’un."), "3")), label="a)"),),
        ),
        AnnexHeading(label=words("Annexe"), content=words("Réunions")),
        Paragraph(content=(Text("Mot"), Footnote(words(SENTENCE.strip()), "a")), number=1),
        Table(
            widths=(1, 2),
            heads=(words("Date"), (Text("Thème"), Footnote(words("Du Comité."), "a"))),
            rows=(
                Row(
                    cells=(
                        (words("28 avril"),),
                        ((Text("Eau"), Footnote(words(SENTENCE.strip()), "b")),),
                    )
                ),
            ),
        ),
        Paragraph(content=(Text("Fin"), Footnote(words("De la fin."), "b")), number=2),
    ),
)
"""Notes of every sort, as finishing labels them."""

NOTED_LINES = [
    "Rapport",
    "I. Titre[1]",
    "[1] Du titre.",
    "1. Un plan[2]\u00a0:",
    "[2] Voir Le Monde et S/2016/1019, par. 1",
    "a) un[3]",
    "[3] De l’un.",
    "Annexe",
    "Réunions",
    "1. Mot[a]",
    f"[a] {SENTENCE.strip()}",
    "Date",
    "Thème[a]",
    "28 avril",
    "Eau[b]",
    "[a] Du Comité.",
    f"[b] {SENTENCE.strip()}",
    "2. Fin[b]",
    "[b] De la fin.",
]

CIRCULATED = Document(
    language="fr",
    masthead=MASTHEAD,
    blocks=(
        Title(content=words("Lettre datée du 10 janvier 2017"), level=2),
        Paragraph(content=words("J’ai l’honneur de vous faire tenir ci-joint le rapport.")),
        Signature(
            lines=(
                words("La Présidente"),
                (Emphasis("(Signé)"), Text(" Awa "), Surname("Diop")),
            )
        ),
        AnnexHeading(
            label=words("Annexe"),
            content=(),
            original=words("[Original\u00a0: anglais]"),
            level=2,
            key="rapport",
        ),
        Title(content=words("Rapport"), level=2),
        Summary(heading=words("Résumé"), paragraphs=(Paragraph(content=words(SENTENCE)),)),
        Heading(level=1, content=words("Introduction"), numeral="I", key="introduction"),
        Paragraph(content=words(SENTENCE), number=1),
        Figure(
            label="Figure I",
            caption=words("Les puits"),
            image=Image(
                data=_DRAWING.encode(),
                kind="svg",
                width_pt=72,
                height_pt=36,
                description="Une carte des puits",
            ),
        ),
        AnnexHeading(
            label=words("Pièce jointe"), content=words("Calendrier"), landscape=True, key="piece"
        ),
        Table(
            widths=(1, 2),
            heads=(words("Mois"), words("Semis")),
            rows=(Row(cells=((words("mars"),), (words("orge"),))),),
        ),
    ),
)

CONTENTS = evolve(
    CIRCULATED,
    blocks=(
        Contents(
            heading=words("Table des matières"),
            page=words("Page"),
            entries=(
                Entry(level=1, label="I.", content=words("Introduction"), key="introduction"),
                Entry(level=1, label="Pièce jointe", content=words("Calendrier"), key="piece"),
            ),
        ),
        *CIRCULATED.blocks,
    ),
)
"""Its page numbers are words of the page, and none of the document."""

SPECIMENS = {
    "circulated": CIRCULATED,
    "report": REPORT,
    "many pages": MANY_PAGES,
    "first page": FIRST_PAGE,
    "notes": NOTED,
}
"""The documents that hold everything a writer can be given; what is new joins one of them."""
