"""What a report has, what it lacks, and how long it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from places import REPOSITORY
from strategies import reports

from reportgen.document import (
    AnnexHeading,
    Document,
    Heading,
    Paragraph,
    Placeholder,
    Table,
    Title,
    flattened,
)
from reportgen.errors import Place, TemplateError, path_of
from reportgen.pipeline import render
from reportgen.reading import Reading, read_report
from reportgen.records import Report, holes
from reportgen.status import LIMIT, State, Statements, open_holes, status_of

REPORT = """\
period: 2018
body: {name: Comité d’étude, founding: {todo: l’acte fondateur}}
chair:
  person: {name: Éva Åberg, gender: feminine}
  function: {title: Représentant permanent}
  source: {todo: la lettre}
masthead: {symbol: S/2018/1, date: {todo: la date}}
introduction: {work: "Il a travaillé : beaucoup."}
speakers:
  ali:
    person: {name: {todo: le nom}}
    function: {title: Experte}
  bob:
    person: {name: Bob Roy, gender: masculine}
    function: {title: Expert}
meetings:
  - date: 2018-03-01
    theme: L’eau
    concept_note: {todo: la cote}
    speakers: [ali, bob]
    account:
      - by: chair
        paragraphs: ["« Deux mots »  et 3\\u00a0%.", {text: Puis, items: [ceci, {todo: et cela}]}]
      - by: participants
        paragraphs: [L’eau est - dit-on - bleue.]
      - by: bob
        paragraphs: [{todo: ses propos}]
  - date: {todo: le jour}
    kind: organizational
    speakers: [ali]
"""


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Read a report with holes of every sort."""
    monkeypatch.chdir(tmp_path)
    Path("r.yaml").write_text(REPORT, encoding="utf-8")
    return read_report("r.yaml")


def test_every_fact_is_there_open_or_absent(reading: Reading) -> None:
    """A fact with a hole anywhere in it is open."""
    assert status_of(reading).facts == {
        "masthead.symbol": State.PRESENT,
        "masthead.date": State.OPEN,
        "masthead.original_language": State.ABSENT,
        "masthead.job_number": State.ABSENT,
        "body.founding": State.OPEN,
        "renewal": State.ABSENT,
        "chair": State.OPEN,
        "chair.source": State.OPEN,
        "introduction.mandate": State.ABSENT,
        "introduction.work": State.PRESENT,
        "introduction.partners": State.ABSENT,
        "introduction.briefers": State.ABSENT,
        "conclusions": State.ABSENT,
        "letter": State.ABSENT,
        "annexes": State.ABSENT,
    }


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        (", source: S/2016/1", ", source: S/2016/2", State.PRESENT),
        (", source: S/2016/1", ", source: {todo: cote}", State.OPEN),
        (", source: S/2016/1", "", State.PRESENT),
        ("", ", source: S/2016/2", State.PRESENT),
        ("", "", State.ABSENT),
    ],
)
def test_what_appoints_the_chairs_is_there_where_one_document_is(
    tmp_path: Path, first: str, second: str, state: State
) -> None:
    """One may have appointed them all, and the page gives each once."""
    file = tmp_path / "r.yaml"
    chair = "person: {name: Awa, gender: masculine}, function: {title: Ministre}"
    file.write_text(
        "period: 2016\nbody: {name: Comité}\n"
        f"chair: {{{chair}{first}}}\nother_chairs: [{{{chair}{second}}}]\n",
        encoding="utf-8",
    )
    assert status_of(read_report(file)).facts["chair.source"] == state


def test_a_meeting_tells_its_facts_its_statements_and_its_words(reading: Reading) -> None:
    """Signs alone are no words, holes neither; a speaker without a statement is owed one."""
    first, second = status_of(reading).meetings
    assert first.facts == {
        "date": State.PRESENT,
        "theme": State.PRESENT,
        "concept_note": State.OPEN,
        "presided_by": State.ABSENT,
        "adopted": State.ABSENT,
        "speakers": State.OPEN,
        "account": State.OPEN,
    }
    assert first.statements == Statements(written=1, of=4)
    assert first.words == 4 + 2 + 4
    assert (second.statements, second.words) == (Statements(written=0, of=1), 0)
    assert (second.facts["date"], second.facts["theme"]) == (State.OPEN, State.ABSENT)


def test_holes_are_listed_once_a_spot_and_counted_at_each_meeting(reading: Reading) -> None:
    """The registered speaker is open in one place and at two meetings."""
    status = status_of(reading)
    assert [(str(hole.place), hole.expected) for hole in status.holes] == [
        ("r.yaml:2:40", "l’acte fondateur"),
        ("r.yaml:6:11", "la lettre"),
        ("r.yaml:7:36", "la date"),
        ("r.yaml:19:19", "la cote"),
        ("r.yaml:11:20", "le nom"),
        ("r.yaml:23:80", "et cela"),
        ("r.yaml:27:22", "ses propos"),
        ("r.yaml:28:11", "le jour"),
    ]
    assert [len(meeting.holes) for meeting in status.meetings] == [4, 2]
    assert status.holes == open_holes(reading)


def test_the_words_of_the_report_are_those_of_its_page(reading: Reading) -> None:
    """Title, headings, paragraphs, items and annex, without numbers, letters and holes."""
    words = """
    Rapport sur les activités menées par le Comité d’étude au cours de la période allant
    du 1er janvier au 31 décembre 2018
    Introduction
    La Représentante permanente, Éva Åberg, a été nommée Présidente du Comité d’étude pour la
    période allant du 1er janvier au 31 décembre 2018 voir
    Le présent rapport rend compte du déroulement et de la teneur des réunions tenues par le
    Comité d’étude en 2018
    Réunions du Comité d’étude
    Il a travaillé beaucoup Le Comité d’étude a tenu une réunion thématique et une réunion
    d’organisation voir annexe
    Le Comité d’étude s’est penché sur le thème suivant L’eau
    L’eau
    Le 1er mars le Comité d’étude s’est réuni pour débattre du thème L’eau
    Avant la réunion la Présidente avait fait circuler une note conceptuelle
    L’Experte et l’Expert Bob Roy étaient les principaux intervenants
    Deux mots et 3 Puis ceci L’eau est dit-on bleue
    Réunion d’organisation du
    Le le Comité d’étude a tenu une réunion d’organisation
    L’Experte était la principale intervenante
    Annexe
    Réunions du Comité d’étude en 2018
    Date Intervenants Thème
    1er mars Experte Bob Roy Expert L’eau
    Experte Réunion d’organisation
    """
    assert status_of(reading).words == len(words.split())


def test_the_report_of_2016_is_within_the_limit() -> None:
    """It has what it needs but for the head of its page and the day of a meeting."""
    status = status_of(read_report(REPOSITORY / "inputs" / "2016"))
    assert (status.words, status.limit, len(status.holes)) == (8101, LIMIT, 5)
    assert LIMIT == 10_700
    assert all(one.statements.written == one.statements.of for one in status.meetings)


def test_the_words_are_those_of_the_users_own_templates(reading: Reading, tmp_path: Path) -> None:
    """A limit concerns the page that is sent."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "report.xml.j2").write_text(
        "<report><title>Titre</title><p>Un mot.</p></report>"
    )
    assert status_of(reading, templates=tmp_path, limit=3).words == 3
    with pytest.raises(TemplateError):
        status_of(reading, templates=tmp_path / "absent")


@given(report=reports())
@settings(max_examples=60, deadline=None)
def test_every_hole_of_the_page_is_listed(report: Report) -> None:
    """None can be filled in that no list tells."""
    places = {hole.path: Place("r.yaml", line) for line, hole in enumerate(holes(report), 1)}
    listed = {hole.path for hole in open_holes(Reading(report, places, "r.yaml", {}))}
    assert {path_of(hole.origin) for hole in _holes_of(render(report))} <= listed


def _holes_of(document: Document) -> Iterator[Placeholder]:
    head = document.masthead
    contents = [head.symbol, *head.lines, head.job_number] if head else []
    for block in document.blocks:
        match block:
            case Title() | Heading() | AnnexHeading():
                contents.append(block.content)
            case Paragraph():
                contents += [block.content, *(item.content for _, item in flattened(block.items))]
            case Table():
                contents += [one for row in block.rows for cell in row.cells for one in cell]
    for content in contents:
        yield from (inline for inline in content if isinstance(inline, Placeholder))
