"""The letter of transmittal and the annexes, as the shipped templates say them."""

import re
from datetime import date

import pytest
from attrs import evolve

from reportgen.records import (
    Addressee,
    Annex,
    Body,
    Chair,
    Function,
    Gender,
    Letter,
    LetterWording,
    Masthead,
    Meeting,
    MeetingsAnnex,
    Organization,
    Paragraph,
    Period,
    Person,
    Report,
    Sender,
    Table,
    Todo,
)
from reportgen.templating import render_markup

ABERG = Person(name="Éva Åberg", gender=Gender.FEMININE)
UN = Organization(name="Organisation des Nations Unies", gender=Gender.FEMININE)
SENDER = Sender(
    person=ABERG,
    function=Function(
        title="Représentant permanent",
        of=Organization(name="Suède", gender=Gender.FEMININE),
        accredited_to=UN,
    ),
)
LETTER = Letter(date=date(2017, 1, 1))
TABLE = Table(heads=("a",))
NAMED = Annex(label="Appendice", table=TABLE)
REPORT = Report(
    body=Body(name="Comité d’étude", short_name="Comité"),
    period=Period.of_year(2016),
    chair=Chair(person=Person(name="Fodé Seck", gender=Gender.MASCULINE), function=SENDER.function),
    masthead=Masthead(original_language="fr"),
    meetings=(Meeting(date=date(2016, 4, 28), theme="La paix"),),
)


def said(letter: Letter | Todo | None, **changes: object) -> str:
    """Give the markup of the report with this letter, each run of white space as one space."""
    text = render_markup(evolve(REPORT, letter=letter, **changes)).text
    return re.sub(r"\s+", " ", text).replace("> <", "><").replace(" </", "</").replace("> ", ">")


@pytest.mark.parametrize(
    ("letter", "title"),
    [
        (
            LETTER,
            (
                "Lettre datée du 1er janvier 2017, adressée au Président du Conseil de sécurité"
                " par le Président du Comité d’étude"
            ),
        ),
        (
            Letter(
                date=date(2016, 12, 14),
                sender=SENDER,
                addressee=Addressee(gender=Gender.FEMININE),
            ),
            (
                "Lettre datée du 14 décembre 2016, adressée à la Présidente du Conseil de sécurité"
                " par la Représentante permanente de la Suède auprès de l’Organisation des Nations"
                " Unies"
            ),
        ),
        (
            evolve(LETTER, addressee=Addressee(title="Secrétaire général")),
            (
                "Lettre datée du 1er janvier 2017, adressée au Secrétaire général"
                " par le Président du Comité d’étude"
            ),
        ),
        (
            evolve(LETTER, wording=LetterWording(title="Note du {date} {to_addressee}")),
            "Note du 1er janvier 2017 au Président du Conseil de sécurité",
        ),
    ],
)
def test_the_title_names_the_addressee_before_the_sender(letter: Letter, title: str) -> None:
    """The chair writes to the President of the Council where nothing else is said."""
    assert f'<title level="2" from="letter">{title}</title>' in said(letter)


@pytest.mark.parametrize(
    ("letter", "form"),
    [(LETTER, "reconnaissant"), (evolve(LETTER, sender=SENDER), "reconnaissante")],
)
def test_the_formulas_agree_with_whoever_signs(letter: Letter, form: str) -> None:
    """Paragraphs of a letter take no numbers (Editorial Manual, paragraphs)."""
    assert (
        '<p numbered="no" from="letter">J’ai l’honneur de vous faire tenir ci-joint le rapport sur'
        " les activités menées par le Comité d’étude au cours de la période allant du 1er janvier"
        ' au 31 décembre 2016 (voir <ref to="rapport"/>).</p><p numbered="no" from="letter">'
        f"Je vous serais {form} de bien vouloir faire distribuer le texte de la présente lettre et"
        " du rapport comme document du Conseil.</p>"
    ) in said(letter)


def test_a_letter_is_a_document_of_the_organ_that_it_is_sent_to() -> None:
    """The Council by its short name, any other organ by its own."""
    organ = Organization(name="Assemblée générale", gender=Gender.FEMININE)
    made = said(LETTER, body=evolve(REPORT.body, parent=organ))
    assert "et du rapport comme document de l’Assemblée générale." in made


def test_a_letter_on_one_day_speaks_of_that_day() -> None:
    """As the title of the report does."""
    day = date(2016, 4, 28)
    assert "au cours de la journée du 28 avril 2016 (voir" in said(LETTER, period=Period(day, day))


def test_paragraphs_of_its_own_take_the_place_of_the_formulas() -> None:
    """They are not numbered either."""
    text = said(evolve(LETTER, paragraphs=(Paragraph(text="Voici le rapport."),)))
    assert '<p from="letter.paragraphs.0" numbered="no">Voici le rapport.</p>' in text
    assert "J’ai l’honneur" not in text


@pytest.mark.parametrize(
    ("letter", "lines"),
    [
        (
            LETTER,
            (
                "<line>Le Président du Comité d’étude</line>"
                "<line>(<em>Signé</em>) Fodé <surname>Seck</surname></line>"
            ),
        ),
        (
            evolve(LETTER, sender=SENDER),
            (
                "<line>La Représentante permanente</line>"
                "<line>(<em>Signé</em>) Éva <surname>Åberg</surname></line>"
            ),
        ),
        (
            evolve(LETTER, sender=Todo("qui ?")),
            '<line>(<em>Signé</em>) <todo from="letter.sender">qui ?</todo></line>',
        ),
    ],
)
def test_the_function_stands_above_the_name(letter: Letter, lines: str) -> None:
    """The French order; the rank of the person is left out (Editorial Manual, communications)."""
    assert f'<signature from="letter.sender">{lines}</signature>' in said(letter)


def test_several_chairs_sign_together() -> None:
    """Those who presided last; the letter says « nous »."""
    days = Period(date(2016, 7, 1), date(2016, 12, 31))
    seck = evolve(REPORT.chair, period=Period(date(2016, 1, 1), date(2016, 6, 30)))
    together = tuple(
        Chair(person=person, function=SENDER.function, period=days)
        for person in (ABERG, Person(name="Ana Costa", gender=Gender.FEMININE))
    )
    text = said(LETTER, chair=seck, other_chairs=together)
    assert "par les Coprésidentes du Comité d’étude</title>" in text
    assert "Nous avons l’honneur" in text
    assert "Nous vous serions reconnaissantes" in text
    assert (
        "<line>Les Coprésidentes du Comité d’étude</line>"
        "<line>(<em>Signé</em>) Éva <surname>Åberg</surname></line>"
        "<line>(<em>Signé</em>) Ana <surname>Costa</surname></line></signature>"
    ) in text


def test_the_letter_of_a_chair_that_is_a_hole_is_signed_by_the_hole() -> None:
    """« La présidence » stands for whoever it will be."""
    text = said(LETTER, chair=Todo("qui ?"))
    assert "par la présidence du Comité d’étude</title>" in text
    assert '<line>(<em>Signé</em>) <todo from="chair">qui ?</todo></line>' in text


def test_a_signature_omits_the_rank() -> None:
    """It stays a fact of the record."""
    general = evolve(SENDER, person=evolve(ABERG, rank="Générale de brigade"))
    assert "Générale" not in said(evolve(LETTER, sender=general))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (None, ""),
        ("fr", ""),
        ("en", "<original>[Original : anglais]</original>"),
        (
            Todo("langue"),
            '<original>[Original : <todo from="letter.original_language">langue</todo>]</original>',
        ),
    ],
)
def test_the_annex_tells_its_original_where_it_is_another(
    language: str | Todo | None, line: str
) -> None:
    """The masthead tells that of the letter (Editorial Manual, mastheads)."""
    assert (
        f'<annex level="2" key="rapport" from="letter"><label>Annexe</label>{line}</annex>'
    ) in said(evolve(LETTER, original_language=language))


def test_a_letter_that_is_a_hole_stands_before_its_annex() -> None:
    """Nothing of it is made up."""
    assert (
        '<p numbered="no" from="letter"><todo from="letter">la lettre</todo></p>'
        '<annex level="2" key="rapport" from="letter"><label>Annexe</label></annex>'
        '<title level="2" from="body">'
    ) in said(Todo("la lettre"))


@pytest.mark.parametrize(
    ("letter", "annexes", "labels"),
    [
        (None, (), ["Annexe"]),
        (None, (Annex(table=TABLE), Annex(table=TABLE)), ["Annexe I", "Annexe II", "Annexe III"]),
        (LETTER, (), ["Annexe", "Pièce jointe"]),
        (
            LETTER,
            (NAMED,),
            ["Annexe", "Pièce jointe I", "Appendice"],
        ),
    ],
)
def test_annexes_take_numerals_where_there_are_several(
    letter: Letter | None, annexes: tuple[Annex, ...], labels: list[str]
) -> None:
    """Under a letter the report is the annex, and has enclosures; a label of its own stands."""
    assert re.findall("<label>(.*?)</label>", said(letter, annexes=annexes)) == labels


def test_the_annex_of_meetings_may_be_labelled_and_turned() -> None:
    """It makes itself, in another form."""
    turned = MeetingsAnnex(label="Appendice", landscape=True)
    assert ('<annex key="annexe" landscape="yes" from="meetings"><label>Appendice</label>') in said(
        None, meetings_annex=turned
    )


def test_an_annex_holds_prose_then_a_table() -> None:
    """Numbered unless the record says no; columns are equal unless it gives widths."""
    annex = Annex(
        title="Suite",
        key="suite",
        numbered=False,
        original_language="en",
        paragraphs=(Paragraph(text="Voici."),),
        table=Table(heads=("a", "b"), rows=(("1", Todo("deux")),)),
    )
    assert said(None, annexes=(annex,), meetings=()).endswith(
        '<annex key="suite" from="annexes.0"><label>Annexe</label><title>Suite</title>'
        "<original>[Original : anglais]</original></annex>"
        '<p from="annexes.0.paragraphs.0" numbered="no">Voici.</p>'
        '<table widths="1 1" from="annexes.0.table"><head><cell>a</cell><cell>b</cell></head>'
        '<row from="annexes.0.table.rows.0"><cell>1</cell>'
        '<cell><todo from="annexes.0.table.rows.0.1">deux</todo></cell></row></table></report>'
    )


def test_a_table_that_is_a_hole_shows() -> None:
    """In a paragraph of its own."""
    assert (
        '<p numbered="no" from="annexes.0.table"><todo from="annexes.0.table">à venir</todo></p>'
    ) in said(None, annexes=(Annex(table=Todo("à venir")),))
