"""Records into markup: the sandbox, the faces of records, wordings and faults of templates."""

import re
from datetime import date
from errno import EACCES
from pathlib import Path

import pytest
from attrs import evolve

from reportgen.confinement import Limits
from reportgen.errors import DocumentError, Place, TemplateError
from reportgen.languages import language
from reportgen.messages import speaking
from reportgen.records import (
    Body,
    Chair,
    Conclusion,
    Founding,
    FoundingKind,
    Function,
    Gender,
    Introduction,
    Item,
    Masthead,
    Meeting,
    MeetingKind,
    MeetingWording,
    Number,
    Organization,
    Paragraph,
    Period,
    Person,
    Report,
    ReportWording,
    Speaker,
    Statement,
    Symbol,
    Todo,
    completed,
)
from reportgen.templating import filling, render_markup, shipped_templates
from reportgen.templating.filling import filled

CHAIR = Chair(
    person=Person(name="Fodé Seck", gender=Gender.MASCULINE),
    function=Function(title="Représentant permanent", of=Organization(name="Sénégal")),
)
MEETING = Meeting(
    date=date(2016, 4, 28), theme="La paix <& l’eau>", concept_note=Symbol("S/2016/1019")
)


def report(*meetings: Meeting, chair: Chair | Todo = CHAIR, title: str | None = None) -> Report:
    """Make a report of 2016."""
    return Report(
        body=Body(name="Comité d’étude", short_name="Comité"),
        period=Period.of_year(2016),
        chair=chair,
        meetings=meetings,
        wording=ReportWording(title=title),
    )


def rendered(tmp_path: Path, template: str, made: Report | None = None) -> str:
    """Fill a template of the user's own."""
    (tmp_path / "fr").mkdir(exist_ok=True)
    (tmp_path / "fr" / "report.xml.j2").write_text(template, encoding="utf-8")
    return filled(completed(made or report(MEETING), language("fr")), tmp_path)


def fault(tmp_path: Path, template: str) -> str:
    """Give the English message for a template that cannot be filled, without the folder."""
    with speaking("en"), pytest.raises(TemplateError) as caught:
        rendered(tmp_path, template)
    with speaking("en"):
        return str(caught.value).replace(f"{tmp_path}/", "")


def test_shipped_templates_are_found_in_a_checkout() -> None:
    """The same function finds them in an installed package."""
    assert (shipped_templates() / "fr" / "report.xml.j2").is_file()


def test_speech_is_escaped_wherever_it_stands(tmp_path: Path) -> None:
    """In text and in attributes."""
    template = '<p from="{{ report.meetings[0].theme }}">{{ report.meetings[0].theme }}</p>'
    assert rendered(tmp_path, template) == (
        '<p from="La paix &lt;&amp; l’eau&gt;">La paix &lt;&amp; l’eau&gt;</p>'
    )


def test_a_block_of_the_shipped_template_can_be_replaced(tmp_path: Path) -> None:
    """The rest stays as it is shipped."""
    text = rendered(
        tmp_path,
        '{% extends "default/fr/report.xml.j2" %}'
        "{% block title %}<title>Autre</title>{% endblock %}",
    )
    assert "<title>Autre</title>" in text
    assert "Réunion du Comité" in text
    assert "Rapport sur les activités" not in text


def test_a_single_file_can_be_replaced(tmp_path: Path) -> None:
    """The shipped report includes the user's own annex."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "annex.xml.j2").write_text("<p>Mon annexe</p>", encoding="utf-8")
    assert "<p>Mon annexe</p>" in render_markup(report(MEETING), tmp_path).text


def test_a_folder_without_templates_is_refused(tmp_path: Path) -> None:
    """The message says what the folder should hold."""
    with pytest.raises(TemplateError) as caught:
        render_markup(report(), tmp_path / "absent")
    with speaking("en"):
        assert str(caught.value).endswith(
            "there is no folder of templates here\n"
            "  → Give the folder that holds “fr/report.xml.j2”."
        )


def test_a_hole_becomes_an_element_that_knows_its_record(tmp_path: Path) -> None:
    """Even after filters, and with its words escaped."""
    made = Report(
        body=Body(name="Comité"),
        period=Period.of_year(2016),
        chair=Todo("le nom & le titre"),
        masthead=Masthead(date=Todo("la date")),
    )
    text = rendered(tmp_path, "{{ report.chair }} {{ report.masthead.date | date }}", made)
    assert text == (
        '<todo from="chair">le nom &amp; le titre</todo> <todo from="masthead.date">la date</todo>'
    )


def test_a_template_can_tell_a_hole_from_text(tmp_path: Path) -> None:
    """The test `todo` is there for sentences that cannot be said yet."""
    template = "{{ 'trou' if report.chair is todo else 'nom' }}"
    assert rendered(tmp_path, template, report(chair=Todo("x"))) == "trou"
    assert rendered(tmp_path, template, report()) == "nom"


def test_a_wording_replaces_the_formula_and_takes_its_facts() -> None:
    """The fields of a wording stand for facts; its first letter becomes a capital."""
    made = report(title="{of_body}, {period} : <bilan>")
    text = render_markup(made).text
    assert "Du Comité d’étude, du 1er janvier au 31 décembre 2016 : &lt;bilan&gt;" in text


def test_a_wording_with_an_unknown_field_is_refused_with_the_known_ones() -> None:
    """The way to the wording is told."""
    wording = MeetingWording(opening="Le {jour}, rien.")
    made = report(Meeting(date=date(2016, 1, 1), theme="La paix", wording=wording))
    with pytest.raises(DocumentError) as caught:
        render_markup(made)
    with speaking("en"):
        assert str(caught.value) == (
            "meetings.0.wording.opening: the wording has the field “{jour}”, which means nothing"
            " here\n  → Use one of: {date}."
        )


@pytest.mark.parametrize(("wording", "brace"), [("Rapport {body", "{"), ("Rapport body}", "}")])
def test_a_brace_of_a_wording_has_its_other_half(wording: str, brace: str) -> None:
    """What lies behind it is not told: it may be the whole sentence."""
    with pytest.raises(DocumentError) as caught:
        render_markup(report(title=wording))
    (problem,) = caught.value.problems
    with speaking("en"):
        assert str(problem.what) == f"the wording has a brace without its other half, “{brace}”"


def test_all_faults_of_wordings_are_told_at_once() -> None:
    """Unknown fields, and braces that are no field."""
    wording = MeetingWording(opening="Le {date, {} rien {date.x}.", concept_note="{ note }")
    made = report(
        Meeting(
            date=date(2016, 1, 1), theme="La paix", wording=wording, concept_note=Symbol("S/2016/1")
        ),
        title="{année}",
    )
    with pytest.raises(DocumentError) as caught:
        render_markup(made)
    assert [problem.what.values["found"] for problem in caught.value.problems] == [
        "{année}",
        "{",
        "{}",
        "{date.x}",
        "{ note }",
    ]


def test_what_would_agree_with_a_hole_stays_as_it_is(tmp_path: Path) -> None:
    """No gender is known yet; and Jinja's own filters leave holes alone."""
    template = "{{ 'Président' | accord(report.chair) }} {{ report.chair | first | upper }}"
    assert rendered(tmp_path, template, report(chair=Todo("x"))) == (
        'Président <todo from="chair">x</todo>'
    )


def test_a_folder_in_which_nothing_serves_is_refused(tmp_path: Path) -> None:
    """A misnamed template is noticed."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "rapport.xml.j2").write_text("x", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_markup(report(), tmp_path)
    with speaking("en"):
        assert "Put one of these into its folder “fr”: annex.xml.j2" in str(caught.value)


def test_a_syntax_error_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    """Where the user looks for it."""
    message = fault(tmp_path, "<report>\n{% if %}\n</report>")
    assert message.startswith("fr/report.xml.j2:2: the template cannot be filled: “%}” stands")
    assert "    2 | {% if %}" in message


def test_an_unknown_name_is_told_with_its_line_and_what_was_said_until_then(tmp_path: Path) -> None:
    """The line of the template, and the last rendered lines."""
    message = fault(tmp_path, "<report>\n<p>un</p>\n<p>{{ report.wordin }}</p>\n</report>")
    assert message == (
        "fr/report.xml.j2:3: the template cannot be filled: a record has no “wordin”"
        " here, but “wording”\n"
        "        3 | <p>{{ report.wordin }}</p>\n"
        "    <report>\n"
        "    <p>un</p>\n"
        "    <p>\n"
        "  → Correct this line; the shipped template is there to compare with."
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ report.__class__ }}",
        "{{ report._record }}",
        "{{ report.chair.person.name.__class__.__mro__ }}",
        "{% set _ = [].append(1) %}",
        "{{ range(10 ** 9) }}",
        "{{ formule.__globals__ }}",
        "{{ 'x' | safe }}",
        "{{ 'x' | attr('y') }}",
        "{% include '../pyproject.toml' %}",
        "{% macro turn() %}{{ turn() }}{% endmacro %}{{ turn() }}",
        "{{ 1 / 0 }}",
        "{{ report.meetings[7].theme }}",
        "{{ report.period | date }}",
        "{{ 'a'.ljust(10 ** 9) }}",
        "{{ formule(report, '_record') }}",
        "{{ formule('a', '__doc__') }}",
    ],
)
def test_what_a_template_may_not_do_is_one_clear_error(tmp_path: Path, template: str) -> None:
    """The sandbox holds, and nothing but a template error comes out."""
    assert "the template cannot be filled" in fault(tmp_path, template)


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ reprot }}", "« reprot » est inconnu à cet endroit"),
        ("{{ 'a' | dee }}", "il n’y a ni filtre ni test « dee »"),
        ("{{ 'a'.b }}", "une valeur n’a pas de « b » à cet endroit"),
        ("{% endfor %}", "« endfor » n’est pas une instruction, ou ne ferme rien d’ouvert"),
        ("{% if report %}", "« if » n’est jamais fermé"),
        ("{# a", "un commentaire n’est jamais fermé"),
        ("{% macro x %}", "« %} » se trouve là où « ( » est attendu"),
        ("{{ ) }}", "« ) » ne peut pas se trouver à cet endroit"),
        ("{% include 'fr/b.j2' %}", "il n’y a pas de modèle « fr/b.j2 »"),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "le modèle s’appelle lui-même",
        ),
        ("{% if %}", "« %} » se trouve là où une valeur est attendue"),
        ("{% macro m(a, a) %}{% endmacro %}", "une macro a deux arguments nommés « a »"),
        ("{% set None = 1 %}", "aucune valeur ne peut être mise sous ce nom"),
        ("{{ 1 / 0 }}", "il divise par zéro"),
        ("{{ 1e999 | int }}", "un nombre est plus grand que tout ce qui se calcule"),
        (
            "{% for a in [] %}" * 99 + "{% endfor %}" * 99,
            "des instructions s’emboîtent trop profondément",
        ),
        ("{{ ''.__class__ }}", "un modèle n’a pas le droit de lire « __class__ »"),
        ("{{ range(1000000) }}", "l’intervalle contient trop de nombres"),
        ("{{ 'va' | verbe('feminine') }}", "le filtre « verbe » ne peut pas s’appliquer à 'va', "),
        ("{{ report.period | date }}", "le filtre « date » ne peut pas s’appliquer à Period"),
    ],
)
def test_why_a_template_cannot_be_filled_is_said_in_the_readers_language(
    tmp_path: Path, template: str, reason: str
) -> None:
    """Jinja speaks English alone."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "report.xml.j2").write_text(template, encoding="utf-8")
    with speaking("fr"), pytest.raises(TemplateError) as caught:
        render_markup(report(), tmp_path)
    (problem,) = caught.value.problems
    with speaking("fr"):
        said = str(problem.what).replace("\u00a0", " ")
    assert said.startswith(f"le modèle ne peut pas être rempli : {reason}")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            "the templates take more than",
        ),
        ("x\n{{ 'a' * 10 ** 10 }}", "2: the template cannot be filled: it takes more memory"),
        (
            "{% set n = namespace(s=1) %}{% for _ in 'a' * 40 %}\n{% set n.s = n.s ~ n.s %}{% endfor %}",  # noqa: E501 -- one line of a template
            "it takes more memory|the templates take more than",  # whichever bound comes first
        ),
        ("{% for a in range(99999) %}{{ 'a' * 200 }}{% endfor %}", "more than 10000000 characters"),
    ],
)
def test_a_template_that_takes_too_much_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, said: str
) -> None:
    """By the bounds of the process that fills it, whatever it does."""
    monkeypatch.setattr(filling, "_LIMITS", Limits(seconds=3))
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "report.xml.j2").write_text(template, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_markup(report(MEETING), tmp_path)
    with speaking("en"):
        assert re.search(said, str(caught.value))


def test_faults_of_an_own_template_come_back_from_its_process(tmp_path: Path) -> None:
    """With file and line."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "report.xml.j2").write_text("un\n{{ reprot }}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_markup(report(MEETING), tmp_path)
    (problem,) = caught.value.problems
    assert problem.place == Place(str(tmp_path / "fr" / "report.xml.j2"), 2)


def test_a_template_that_is_not_utf_8_is_told_by_its_name(tmp_path: Path) -> None:
    """With the line of the first byte that is not."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "annex.xml.j2").write_bytes("\n{# é #}".encode("latin-1"))
    with pytest.raises(TemplateError) as caught:
        render_markup(report(), tmp_path)
    with speaking("en"):
        assert str(caught.value).removeprefix(str(tmp_path)) == (
            "/fr/annex.xml.j2:2: byte 5 of the file, 0xE9, is not UTF-8\n"
            "  → Save the file again with the encoding UTF-8."
        )


def test_a_template_that_may_not_be_read_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the reason that the system gives."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "annex.xml.j2").write_text("", encoding="utf-8")

    def closed(path: Path) -> bytes:
        raise PermissionError(EACCES, "no", str(path))

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(TemplateError, match=r"fr/annex\.xml\.j2"):
        render_markup(report(), tmp_path)


def test_a_folder_whose_name_no_system_takes_is_refused(tmp_path: Path) -> None:
    """With the reason."""
    with pytest.raises(TemplateError) as caught:
        render_markup(report(), tmp_path / ("a" * 300))
    with speaking("en"):
        assert "cannot be opened (the name is too long)" in str(caught.value)


def test_an_element_is_found_in_the_template_that_writes_it(tmp_path: Path) -> None:
    """Faults of the markup lead to a file and a line."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "annex.xml.j2").write_text("\n\n<bold>x</bold>", encoding="utf-8")
    rendering = render_markup(report(MEETING), tmp_path)
    assert str(rendering.locate("<bold")) == f"{tmp_path}/fr/annex.xml.j2:3"
    assert rendering.locate("<p") is None  # several templates write it: none is blamed


@pytest.mark.parametrize(
    ("body", "chair", "phrases"),
    [
        (
            Body(name="Commission de la paix", short_name="Commission", gender=Gender.FEMININE),
            Person(name="Éva Åberg", gender=Gender.FEMININE),
            [
                "menées par la Commission de la paix",
                "Réunion de la Commission",
                "la Commission s’est réunie",
                "a été nommée Présidente de la Commission",
                "La Représentante permanente du Sénégal, Éva Åberg,",
                "la Présidente avait fait circuler",
            ],
        ),
        (
            Body(name="Équipe spéciale", gender=Gender.FEMININE),
            Person(name="Éric Oloff", gender=Gender.MASCULINE),
            [
                "menées par l’Équipe spéciale",
                "Réunion de l’Équipe spéciale",
                "l’Équipe spéciale s’est réunie",
                "a été nommé Président de l’Équipe spéciale",
                "Le Représentant permanent du Sénégal, Éric Oloff,",
                "le Président avait fait circuler",
            ],
        ),
    ],
)
def test_another_body_reads_as_correct_french(
    body: Body, chair: Person, phrases: list[str]
) -> None:
    """Articles, contractions, agreement: only the records change."""
    made = Report(
        body=body,
        period=Period.of_year(2018),
        chair=Chair(person=chair, function=CHAIR.function),
        meetings=(Meeting(date=date(2018, 1, 1), theme="Eau", concept_note=Symbol("S/2018/1")),),
    )
    text = " ".join(render_markup(made).text.split())
    assert [phrase for phrase in phrases if phrase not in text] == []


def test_a_body_whose_name_is_plural_reads_as_correct_french() -> None:
    """Its verbs and participles too."""
    body = Body(
        name="Chefs de la police",
        short_name="Chefs",
        number=Number.PLURAL,
        founding=Founding(
            kind=FoundingKind.STATEMENT, date=date(2001, 1, 31), symbol=Symbol("S/PRST/2001/3")
        ),
    )
    made = evolve(report(MEETING, evolve(MEETING, date=date(2016, 5, 1))), body=body)
    text = said(
        evolve(
            made,
            introduction=Introduction(work="Pour les Chefs, l’année est finie.", briefers="l’ONU"),
        )
    )
    for phrase in (
        "menées par les Chefs de la police au cours",
        "Les Chefs de la police ont été établis à la suite de la déclaration",
        "Président des Chefs pour la période",
        "réunions tenues par les Chefs en 2016",
        "Réunions des Chefs",
        "Ils ont tenu deux réunions thématiques et ont entendu des exposés",
        "Les Chefs se sont penchés sur",
        "les Chefs se sont réunis pour débattre",
    ):
        assert phrase in text
    assert "Les Chefs n’ont tenu aucune réunion en 2016." in said(evolve(made, meetings=()))
    adopting = evolve(MEETING, adopted=Symbol("S/PRST/2016/1"))
    declared = "les Chefs ont adopté une déclaration de leur présidence (S/PRST/2016/1)."
    assert declared in said(evolve(made, meetings=(adopting,)))


def test_a_body_named_after_its_resolution_is_not_created_by_it_twice() -> None:
    """Its name says by what it was set up; the sentence says when."""
    founding = Founding(
        kind=FoundingKind.RESOLUTION, date=date(2004, 4, 28), symbol=Symbol("S/RES/1540 (2004)")
    )
    body = Body(name="Comité créé par la résolution 1540 (2004)", founding=founding)
    text = said(evolve(report(), body=body))
    assert "Le Comité créé par la résolution 1540 (2004) a été établi le 28 avril 2004." in text
    text = said(evolve(report(), body=evolve(body, name="Comité contre la prolifération")))
    assert "a été créé par la résolution 1540 (2004) du Conseil de sécurité, en date du" in text


def test_the_chair_of_the_body_does_not_circulate_the_concept_note_of_a_debate() -> None:
    """The debate is the Council's: who circulated its note is not recorded."""
    text = said(report(evolve(MEETING, kind=MeetingKind.DEBATE)))
    assert "Avant le débat, une note conceptuelle avait été distribuée (S/2016/1019)." in text
    assert "le Président avait fait circuler" not in text


def test_an_item_that_is_a_hole_has_its_sign_behind_it() -> None:
    """Whoever fills it in, in the record or in Word, need not think of it."""
    hole = Item(text=Todo("le point"))
    paragraph = Paragraph(text="Les points :", items=(hole, Item(text="deux"), hole))
    account = (Statement(by="chair", paragraphs=(paragraph,)),)
    text = said(report(evolve(MEETING, account=account)))
    path = "meetings.0.account.0.paragraphs.0.items"
    assert f'<item from="{path}.0"><todo from="{path}.0.text">le point</todo>;</item>' in text
    assert f'<item from="{path}.2"><todo from="{path}.2.text">le point</todo>.</item>' in text


def test_a_theme_with_quotation_marks_is_quoted_with_those_of_a_quotation_within() -> None:
    """In the sentences that quote it; its heading and its row keep its own."""
    theme = "L’initiative « Unis »"
    text = said(report(evolve(MEETING, theme=theme)))
    assert "sur le thème suivant : « L’initiative “Unis” »." in text
    assert "pour débattre du thème « L’initiative “Unis” »." in text
    assert "<cell>L’initiative « Unis »</cell>" in text
    debate = evolve(MEETING, theme=theme, kind=MeetingKind.DEBATE)
    assert "consacré au thème « L’initiative “Unis” »." in said(report(debate))


def test_a_report_without_meetings_does_not_say_that_it_gives_an_account_of_them() -> None:
    """It speaks of the work of the body instead."""
    text = said(report())
    assert "Le présent rapport rend compte des activités menées par le Comité en 2016." in text
    assert "déroulement" not in text


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("Cette année, le Comité a siégé.", "Cette année, le Comité a siégé. Il a tenu une"),
        ("Les travaux ont repris.", "Les travaux ont repris. Le Comité a tenu une"),
        (None, "> Le Comité a tenu une"),
        (Todo("le travail"), "</todo> Le Comité a tenu une"),
    ],
)
def test_a_pronoun_follows_only_a_text_that_names_the_body(
    work: str | Todo | None, words: str
) -> None:
    """Or nobody would know who is meant."""
    assert words in said(evolve(report(MEETING), introduction=Introduction(work=work)))


ETHIOPIA = Chair(
    person=Person(name="Hanna Bekele", gender=Gender.FEMININE),
    function=Function(
        title="Représentant permanent", of=Organization(name="Éthiopie", gender=Gender.FEMININE)
    ),
    period=Period(date(2016, 7, 1), date(2016, 12, 31)),
    source=Symbol("S/2016/600"),
)
SENEGAL = evolve(
    CHAIR, period=Period(date(2016, 1, 1), date(2016, 6, 30)), source=Todo("la <cote>")
)


def test_chairs_in_turn_are_told_one_after_the_other() -> None:
    """Each with the days, the document and the agreement of its own."""
    made = evolve(report(), chair=SENEGAL, other_chairs=(ETHIOPIA,))
    assert (
        "Le Représentant permanent du Sénégal, Fodé Seck, a été nommé Président du Comité d’étude"
        " pour la période allant du 1er janvier au 30 juin 2016 (voir"
        ' <todo from="chair.source">la &lt;cote&gt;</todo>), puis la Représentante permanente de'
        " l’Éthiopie, Hanna Bekele, en a été nommée Présidente pour la période allant du 1er"
        " juillet au 31 décembre 2016 (voir S/2016/600)."
    ) in said(made)


@pytest.mark.parametrize(
    ("second", "sentence", "title"),
    [
        (
            evolve(ETHIOPIA, period=None),
            (
                "Le Représentant permanent du Sénégal, Fodé Seck, et la Représentante permanente de"
                " l’Éthiopie, Hanna Bekele, ont été nommés Coprésidents du Comité d’étude pour la"
                " période allant du 1er janvier au 31 décembre 2016 (voir S/2016/600)."
            ),
            "les Coprésidents avaient fait circuler",
        ),
        (
            evolve(
                CHAIR,
                person=Person(name="A. B.", gender=Gender.MASCULINE),
                source=Symbol("S/2016/1"),
            ),
            (
                "Le Représentant permanent du Sénégal, Fodé Seck, et le Représentant permanent du"
                " Sénégal, A. B., ont été nommés Coprésidents du Comité d’étude pour la période"
                " allant du 1er janvier au 31 décembre 2016 (voir S/2016/1)."
            ),
            "les Coprésidents avaient fait circuler",
        ),
    ],
)
def test_chairs_of_the_same_days_preside_together(second: Chair, sentence: str, title: str) -> None:
    """Their title is in the plural, and one document may name both."""
    made = evolve(report(MEETING), other_chairs=(second,))
    assert sentence in said(made)
    assert title in said(made)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2016, 6, 30), "le Président avait fait circuler"),
        (date(2016, 7, 1), "la Présidente avait fait circuler"),
        (Todo("le jour"), "la présidence avait fait circuler"),
    ],
)
def test_a_meeting_speaks_of_whoever_chaired_that_day(day: date | Todo, words: str) -> None:
    """While the day is open nobody knows."""
    made = evolve(report(), chair=SENEGAL, other_chairs=(ETHIOPIA,))
    assert words in said(evolve(made, meetings=(evolve(MEETING, date=day),)))


def test_a_wording_may_name_each_of_several_chairs() -> None:
    """The first with its days and its document, the others by their number."""
    made = evolve(
        report(),
        chair=SENEGAL,
        other_chairs=(ETHIOPIA,),
        wording=ReportWording(chair="{chair}, {period}, puis {other_chair_1}."),
    )
    assert (
        "Le Représentant permanent du Sénégal, Fodé Seck, du 1er janvier au 30 juin 2016, puis la"
        " Représentante permanente de l’Éthiopie, Hanna Bekele."
    ) in said(made)


def test_a_report_of_one_day_speaks_of_that_day() -> None:
    """And of its one meeting in the singular."""
    day = date(2018, 3, 1)
    meeting = evolve(MEETING, date=day)
    text = said(evolve(report(), period=Period(day, day), meetings=(meeting,)))
    assert "au cours de la journée du 1er mars 2018" in text
    assert "Président du Comité d’étude pour la journée du 1er mars 2018." in text
    assert "de la réunion tenue par le Comité le 1er mars 2018." in text
    assert "Réunion du Comité le 1er mars 2018" in text


def test_a_preposition_stands_in_full_before_a_hole_and_no_article_does() -> None:
    """The words that will come bring their own article."""
    hole = Function(title=Todo("le titre"), of=INDIA)
    speaker = Speaker(person=Person(name="Indra Mani", gender=Gender.MASCULINE), function=hole)
    text = said(
        report(
            evolve(MEETING, subject=Todo("l’objet"), speakers=(speaker,)),
            evolve(MEETING, date=date(2016, 5, 1), presided_by=speaker),
        )
    )
    assert 'pour débattre de <todo from="meetings.0.subject">l’objet</todo>.' in text
    assert (
        '<p from="meetings.0.speakers"> <todo from="meetings.0.speakers.0.function.title">le'
        " titre</todo> de l’Inde, Indra Mani, était le principal intervenant." in text
    )
    assert (
        'sous la présidence de <todo from="meetings.1.presided_by.function.title">le titre</todo>'
        " de l’Inde, Indra Mani, pour" in text
    )


INDIA = Organization(name="Inde", gender=Gender.FEMININE)
MINISTER = Speaker(
    person=Person(name="S. Jais", gender=Gender.MASCULINE),
    function=Function(title="Ministre des affaires extérieures", of=INDIA),
)
AMBASSADOR = Speaker(
    person=Person(name="Indra Mani", gender=Gender.FEMININE),
    function=Function(title="Représentant permanent", of=INDIA),
)


def said(made: Report) -> str:
    """Fill the shipped templates, and leave out where lines end."""
    return " ".join(render_markup(made).text.split())


@pytest.mark.parametrize(
    ("renewal", "wording", "sentence"),
    [
        (
            Symbol("S/RES/2272 (2016)"),
            None,
            (
                "Par sa résolution 2272 (2016), le Conseil de sécurité a prorogé le mandat du"
                " Comité d’étude."
            ),
        ),
        (
            Todo("la résolution"),
            None,
            (
                'Par sa résolution <todo from="renewal">la résolution</todo>, le Conseil de'
                " sécurité a prorogé le mandat du Comité d’étude."
            ),
        ),
        (
            Symbol("S/RES/2272 (2016)"),
            "la résolution {resolution} a prorogé le mandat {of_body}.",
            "La résolution 2272 (2016) a prorogé le mandat du Comité d’étude.",
        ),
        (
            Symbol("S/RES/2272 (2016)"),
            Todo("la prorogation"),
            '<todo from="wording.renewal">la prorogation</todo>',
        ),
    ],
)
def test_the_renewal_of_the_mandate_is_told_after_the_founding(
    renewal: Symbol | Todo, wording: str | Todo | None, sentence: str
) -> None:
    """By the number of the resolution, without its series; it may be open, or worded otherwise."""
    made = evolve(report(), renewal=renewal, wording=ReportWording(renewal=wording))
    assert f'<p from="renewal">{sentence} </p>' in said(made)


FOUNDED = Founding(kind=FoundingKind.NOTE, symbol=Symbol("S/1999/1"), date=date(1999, 3, 1))


@pytest.mark.parametrize(
    ("made", "named"),
    [
        (report(), "Président du Comité d’étude"),
        (report(chair=Todo("qui")), "activités menées par le Comité d’étude en 2016"),
        (evolve(report(), renewal=Symbol("S/RES/2 (2015)")), "le mandat du Comité d’étude."),
        (
            evolve(report(), body=evolve(report().body, founding=FOUNDED)),
            "Le Comité d’étude a été établi",
        ),
    ],
)
def test_the_body_is_named_in_full_once_and_where_it_is_first_spoken_of(
    made: Report, named: str
) -> None:
    """Its founding may be left out."""
    introduction = said(made).partition("Introduction")[2]
    assert named in introduction
    assert introduction.count("Comité d’étude") == 1


def test_a_report_whose_mandate_is_not_renewed_says_nothing_of_it() -> None:
    """No empty paragraph either."""
    assert "renewal" not in said(report(MEETING))


@pytest.mark.parametrize(
    ("meeting", "opening"),
    [
        (
            Meeting(date=date(2016, 8, 18), kind=MeetingKind.DEBATE, theme="La paix"),
            "Le 18 août, le Conseil de sécurité a tenu un débat consacré au thème « La paix ».",
        ),
        (
            Meeting(
                date=date(2016, 8, 18),
                kind=MeetingKind.DEBATE,
                theme="La paix",
                subject="les femmes",
                presided_by=MINISTER,
            ),
            (
                "Le 18 août, le Conseil de sécurité a tenu, sous la présidence du Ministre"
                " des affaires extérieures de l’Inde, S. Jais, un débat consacré aux femmes."
            ),
        ),
        (
            Meeting(
                date=date(2016, 8, 18),
                kind=MeetingKind.DEBATE,
                theme="La paix",
                subject="l’eau",
                presided_by=MINISTER,
            ),
            (
                "Le 18 août, le Conseil de sécurité a tenu, sous la présidence du Ministre"
                " des affaires extérieures de l’Inde, S. Jais, un débat consacré à l’eau."
            ),
        ),
        (
            Meeting(date=date(2016, 4, 28), theme="La paix", presided_by=AMBASSADOR),
            (
                "Le 28 avril, le Comité s’est réuni, sous la présidence de la Représentante"
                " permanente de l’Inde, Indra Mani, pour débattre du thème « La paix »."
            ),
        ),
        (
            Meeting(
                date=date(2016, 4, 28),
                theme="La paix",
                presided_by=AMBASSADOR,
                kind=MeetingKind.INFORMAL,
                subject="l’eau",
            ),
            (
                "Le 28 avril, le Comité s’est réuni, sous la présidence de la Représentante"
                " permanente de l’Inde, Indra Mani, pour débattre de l’eau."
            ),
        ),
        (
            Meeting(
                date=date(2016, 8, 18),
                kind=MeetingKind.DEBATE,
                theme="La paix",
                wording=MeetingWording(opening=Todo("l’ouverture")),
            ),
            '<todo from="meetings.0.wording.opening">l’ouverture</todo>',
        ),
        (
            Meeting(
                date=date(2016, 8, 18),
                kind=MeetingKind.DEBATE,
                theme="La paix",
                presided_by=MINISTER,
                wording=MeetingWording(opening="{date}, sous la présidence {of_president} rien."),
            ),
            (
                "18 août, sous la présidence du Ministre des affaires extérieures de l’Inde,"
                " S. Jais, rien."
            ),
        ),
    ],
)
def test_an_opening_tells_whose_meeting_it_was_and_who_presided(
    meeting: Meeting, opening: str
) -> None:
    """The Council's debate or the body's own meeting; the chair of the body is not mentioned."""
    assert f'<p from="meetings.0"> {opening} </p>' in said(report(meeting))


def test_a_debate_is_told_and_stands_in_the_annex_but_is_not_counted() -> None:
    """Neither among the meetings nor among the themes of the body; its heading stands alone."""
    debate = Meeting(date=date(2016, 8, 18), kind=MeetingKind.DEBATE, theme="L’eau")
    text = said(report(MEETING, debate))
    assert "a tenu une réunion thématique (voir" in text
    assert "s’est penché sur le thème suivant : « La paix &lt;&amp; l’eau&gt; »." in text
    assert '<heading level="2" from="meetings.1.theme">L’eau</heading>' in text
    assert "<cell>L’eau (débat du Conseil de sécurité)</cell>" in text
    alone = said(report(debate))
    assert "Le Comité n’a tenu aucune réunion en 2016." in alone
    assert '<heading level="2" from="meetings.0.theme">L’eau</heading>' in alone


@pytest.mark.parametrize(
    ("kind", "adopted", "wording", "sentence"),
    [
        (
            MeetingKind.DEBATE,
            Symbol("S/RES/2589 (2021)"),
            None,
            "À l’issue du débat, le Conseil de sécurité a adopté la résolution 2589 (2021).",
        ),
        (
            MeetingKind.DEBATE,
            Symbol("S/PRST/2021/17"),
            None,
            (
                "À l’issue du débat, le Conseil de sécurité a adopté une déclaration de sa"
                " présidence (S/PRST/2021/17)."
            ),
        ),
        (
            MeetingKind.THEMATIC,
            Symbol("S/2021/930"),
            None,
            (
                "À l’issue de la réunion, le Comité a adopté un document publié sous la cote"
                " S/2021/930."
            ),
        ),
        (
            MeetingKind.THEMATIC,
            Todo("la cote"),
            None,
            (
                "À l’issue de la réunion, le Comité a adopté"
                ' <todo from="meetings.0.adopted">la cote</todo>.'
            ),
        ),
        (
            MeetingKind.DEBATE,
            Symbol("S/RES/2589 (2021)"),
            "le Conseil a adopté {adopted} à l’unanimité.",
            "Le Conseil a adopté la résolution 2589 (2021) à l’unanimité.",
        ),
        (
            MeetingKind.DEBATE,
            Symbol("S/RES/2589 (2021)"),
            Todo("la phrase"),
            '<todo from="meetings.0.wording.adopted">la phrase</todo>',
        ),
    ],
)
def test_what_was_adopted_closes_the_account(
    kind: MeetingKind,
    adopted: Symbol | Todo,
    wording: str | Todo | None,
    sentence: str,
) -> None:
    """By the Council in its debates, by the body in its own meetings."""
    meeting = evolve(MEETING, kind=kind, adopted=adopted, wording=MeetingWording(adopted=wording))
    text = said(report(meeting))
    assert f'<p from="meetings.0.adopted"> {sentence} </p>' in text
    assert text.index('from="meetings.0"') < text.index('from="meetings.0.adopted"')


def first_page(masthead: Masthead) -> list[str]:
    """Give the lines of the markup of a masthead, from the symbol and from the job number on."""
    lines = render_markup(evolve(report(), masthead=masthead)).text.splitlines()
    kept = ("<symbol>", "<job-number>", "<job-date>", "<recycling>", "<reissue>")
    return [line.strip() for line in lines if line.strip().startswith(kept)]


def test_the_first_page_of_a_translation_reissued() -> None:
    """Two days after the job number, asterisks and the note on the last reissue."""
    masthead = Masthead(
        symbol=Symbol("S/2014/258"),
        job_number="14-28968",
        job_dates=(date(2014, 4, 10), date(2014, 4, 11)),
        reissued=(date(2014, 4, 15), date(2014, 5, 1)),
    )
    assert first_page(masthead) == [
        "<symbol>S/2014/258**</symbol>",
        "<job-number>14-28968** (F)</job-number>",
        "<job-date>100414</job-date>",
        "<job-date>110414</job-date>",
        "<recycling>Merci de recycler</recycling>",
        "<reissue>** Nouveau tirage pour raisons techniques (1er mai 2014).</reissue>",
    ]


@pytest.mark.parametrize(
    "symbol",
    [
        "S/2016/1033/Corr.1",
        "S/2016/1033/Add.1",
        "S/2017/2/Rev.1",
        "A/70/95-S/2015/446",
        "S/2014/2*",
    ],
)
def test_a_symbol_stands_on_the_first_page_as_it_is_written(symbol: str) -> None:
    """Corrigenda, addenda, revisions, joint symbols; asterisks are not doubled."""
    asterisks = symbol.count("*")
    masthead = Masthead(symbol=Symbol(symbol), reissued=(date(2016, 1, 2),) * asterisks)
    assert first_page(masthead)[0] == f"<symbol>{symbol}</symbol>"


def test_a_reissue_whose_day_is_unknown_shows_the_hole() -> None:
    """In the note."""
    masthead = Masthead(reissued=(Todo("la date"),), job_dates=(Todo("le jour"),))
    hole = '<todo from="masthead.reissued.0">la date</todo>'
    assert first_page(masthead)[1:] == [
        '<job-date><todo from="masthead.job_dates.0">le jour</todo></job-date>',
        "<recycling>Merci de recycler</recycling>",
        f"<reissue>* Nouveau tirage pour raisons techniques ({hole}).</reissue>",
    ]


HALF_YEAR = Period(start=date(2016, 1, 1), end=date(2016, 6, 30))


@pytest.mark.parametrize(
    ("count", "scope", "title"),
    [
        (
            1,
            "la réunion tenue par le Comité entre le 1er janvier et le 30 juin 2016",
            "Réunion du Comité tenue entre le 1er janvier et le 30 juin 2016",
        ),
        (
            2,
            "des réunions tenues par le Comité du 1er janvier au 30 juin 2016",
            "Réunions du Comité du 1er janvier au 30 juin 2016",
        ),
    ],
)
def test_one_meeting_does_not_last_half_a_year(count: int, scope: str, title: str) -> None:
    """Several may go from its first day to its last."""
    meetings = tuple(evolve(MEETING, date=date(2016, 4, day)) for day in range(1, count + 1))
    page = said(evolve(report(*meetings), period=HALF_YEAR))
    assert scope in page
    assert f"<title> {title} </title>" in page


def test_the_annex_has_no_column_that_nobody_stands_in() -> None:
    """Where no meeting had speakers; one that had them is enough."""
    assert "<cell>Date</cell> <cell>Thème</cell>" in said(report(MEETING))
    heard = evolve(MEETING, date=date(2016, 4, 29), speakers=(AMBASSADOR,))
    assert "<cell>Intervenants</cell>" in said(report(MEETING, heard))


def test_what_follows_a_colon_begins_without_capital() -> None:
    """A conclusion addressed to someone; one that is not stays a sentence."""
    conclusion = Conclusion(text="Le Comité la prie d’agir.", addressed_to=INDIA)
    page = said(evolve(report(), conclusions=(conclusion, Conclusion(text="Le Comité agira."))))
    assert "À l’intention de l’Inde : le Comité la prie d’agir." in page
    assert ">Le Comité agira." in page


def test_a_debate_told_beside_a_meeting_makes_them_several() -> None:
    """In the heading above both, as in the annex."""
    debate = evolve(MEETING, date=date(2016, 5, 2), kind=MeetingKind.DEBATE)
    assert "> Réunions du Comité </heading>" in said(report(MEETING, debate))
    assert "> Réunion du Comité </heading>" in said(report(MEETING))


def test_meetings_without_theme_are_told_apart_by_their_days() -> None:
    """What kind each was stands in its opening too; a subject says more than the kind."""
    account = (Statement(by="chair", paragraphs=(Paragraph(text="Le Comité a débattu."),)),)
    first = Meeting(date=date(2016, 4, 1), kind=MeetingKind.INFORMAL, account=account)
    second = evolve(first, date=date(2016, 5, 2), subject="l’eau")
    page = said(report(first, second))
    assert ">Réunion informelle du 1er avril</heading>" in page
    assert ">Réunion informelle du 2 mai</heading>" in page
    assert "Le 1er avril, le Comité a tenu une réunion informelle." in page
    assert "Le 2 mai, le Comité s’est réuni pour débattre de l’eau." in page


def test_accents_are_one_with_their_letters_in_templates_and_records(tmp_path: Path) -> None:
    """Those of macOS part them; what its own folders hold besides is passed over."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "._report.xml.j2").write_bytes(b"\xff")
    theme = evolve(MEETING, theme="De\u0301sarmement")
    said = rendered(tmp_path, "<p>e\u0301nergie, {{ report.meetings[0].theme }}</p>", report(theme))
    assert said == "<p>énergie, Désarmement</p>"
