"""Next year's report: what recurs said right, what changed an open hole, nothing left in."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
import strategies
from hypothesis import HealthCheck, given, settings
from places import INPUTS

from reportgen.editing import data, inserted, replaced, yaml_of
from reportgen.errors import ReportgenError
from reportgen.messages import speaking
from reportgen.reading import Reading, read_report
from reportgen.records import Gender, Period, Report, Symbol, Todo, holes
from reportgen.rollover import RolloverOptions, name_of, roll_over

MEETINGS_HELD = "réunions tenues en 2017 (ligne à supprimer quand leurs fiches sont là)"
MODELINE = "# yaml-language-server: $schema=.schemas/report.schema.json\n"
REPORT = """\
# Rapport pour 2016, d’après le registre.

period: 2016  # une année civile
body:
  name: Comité de 2016  # c’est son nom
  founding: {kind: note, symbol: S/2016/1, date: 2016-01-01}

# La présidence change chaque année.
chair:
  person:
    name: Fodé Seck
    gender: masculine
  function:
    title: Représentant permanent
    of: senegal
    accredited_to: onu
  source: S/2017/2
masthead:
  symbol: S/2016/99
  distribution: limited
  date: {todo: date de 2016}
renewal: S/RES/2272 (2016)
introduction:
  work: >-
    En 2016, le Comité
    a travaillé.
wording:
  title: Rapport 2016
meetings:
  - date: 2016-03-01
    theme: Un
    concept_note: S/2016/5
    adopted: S/RES/2282 (2016)
  - date: {todo: le jour}
    kind: informal
    concept_note: {todo: la cote}
organizations:
  onu: {name: Organisation}
  senegal: {name: Sénégal}
conclusions:
  - L’année 2016 est finie.
  - Deux.
"""

Roll = Callable[..., str]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Reading]:
    """Read a report of one file."""

    def from_text(text: str) -> Reading:
        file = tmp_path / "seul.yaml"
        file.write_text(text, encoding="utf-8")
        return read_report(file)

    return from_text


@pytest.fixture
def rolled(read: Callable[[str], Reading]) -> Roll:
    """Roll a report over, to 2017 where nothing else is said, and make sure that it is one."""

    def roll(text: str = REPORT, period: int | Period = 2017, **options: Any) -> str:
        new = Period.of_year(period) if isinstance(period, int) else period
        files = roll_over(read(text), new, RolloverOptions(**options))
        assert list(files) == ["report.yaml"]
        assert read(files["report.yaml"]).report.period == new
        return files["report.yaml"]

    return roll


def test_the_whole_file_is_next_years(rolled: Roll) -> None:
    """Re-dated, opened, hinted, its comments and its layout kept."""
    nbsp = "\u00a0"
    assert (
        rolled().replace(nbsp, "~")
        == MODELINE
        + """\
# Rapport pour 2017, d’après le registre.

period: 2017  # une année civile
body:
  name: Comité de 2016  # c’est son nom
  founding: {kind: note, symbol: S/2016/1, date: 2016-01-01}

# La présidence change chaque année.
# En 2016~:
# chair:
#   person:
#     name: Fodé Seck
#     gender: masculine
#   function:
#     title: Représentant permanent
#     of: senegal
#     accredited_to: onu
#   source: S/2017/2
chair: {todo: 'présidence en 2017~: nom, genre, fonction et cote du document qui la désigne'}
masthead:
  # En 2016~: S/2016/99
  symbol: {todo: cote du rapport}
  distribution: limited
  date: {todo: date de 2017}
# En 2016~: S/RES/2272 (2016)
renewal: {todo: résolution portant prorogation du mandat}
introduction:
  work: >-
    En 2017, le Comité
    a travaillé.
wording:
  title: Rapport 2017
  meetings: {todo: réunions tenues en 2017 (ligne à supprimer quand leurs fiches sont là)}
organizations:
  onu: {name: Organisation}
  senegal: {name: Sénégal}
# En 2016~:
# conclusions:
#   - L’année 2016 est finie.
#   - Deux.
conclusions:
  - {todo: conclusions et recommandations pour 2017}
# Ce que disait le rapport précédent~: sert à retrouver ce qui en resterait dans celui-ci.
# Sous «~history~», citez mot pour mot les passages qui parlent du passé à dessein.
previous:
  period: 2016
  chair:
    person:
      name: Fodé Seck
      gender: masculine
    function:
      title: Représentant permanent
      of: senegal
      accredited_to: onu
  symbols:
    - S/2016/99
    - S/2016/5
    - S/2017/2
    - S/RES/2282 (2016)
  renewal: S/RES/2272 (2016)
"""
    )


def test_a_period_that_is_no_calendar_year_is_written_by_its_days(rolled: Roll) -> None:
    """And named by its two years."""
    text = rolled(period=Period(date(2017, 7, 1), date(2018, 6, 30)))
    assert "period:  # une année civile\n  start: 2017-07-01\n  end: 2018-06-30\n" in text
    assert "présidence en 2017-2018\u00a0: nom" in text
    assert "En 2016, le Comité" in text
    again = rolled(text, period=2019)
    assert "présidence en 2019\u00a0: nom" in again
    assert "previous:\n  period:\n    start: 2017-07-01\n    end: 2018-06-30\n" in again


def test_holes_of_our_own_name_the_new_period_even_where_years_cannot_be_dated(
    rolled: Roll,
) -> None:
    """A year that becomes two leaves prose alone, not what we wrote ourselves."""
    text = rolled(rolled(), period=Period(date(2018, 7, 1), date(2019, 6, 30)))
    assert "présidence en 2018-2019\u00a0: nom" in text
    assert "{todo: conclusions et recommandations pour 2018-2019}" in text


def test_a_hint_is_replaced_not_stacked(rolled: Roll) -> None:
    """Where 2017 was filled in, 2018 shows that; where it was not, the last that is known."""
    text = replaced(rolled(), ("masthead", "symbol"), "S/2017/88")
    text = replaced(text, ("conclusions",), ["Trois."])
    again = rolled(text, 2018).replace("\u00a0", " ")
    assert "masthead:\n  # En 2017 : S/2017/88\n  symbol: {todo: cote du rapport}\n" in again
    assert "# En 2017 :\n# conclusions:\n#   - Trois.\nconclusions:\n" in again
    assert "L’année 2016" not in again
    assert again.count("# La présidence change chaque année.\n# En 2016 :\n# chair:\n") == 1
    assert again.count("# yaml-language-server") == 1
    assert again.count("previous:") == 1
    assert "period: 2017\n  symbols:\n    - S/2017/88\n" in again


def test_history_is_kept_and_not_re_dated(rolled: Roll) -> None:
    """What speaks of the past on purpose goes on doing so."""
    text = inserted(rolled(), ("previous", "history"), ["créé en 2016"])
    again = data(rolled(text, 2018))["previous"]
    assert again == {"period": 2017, "history": ["créé en 2016"]}


def test_what_the_report_accepts_stays_accepted(rolled: Roll) -> None:
    """What recurs may stay as it is; the check tells of an acceptance that accepts nothing."""
    accept = "accept:\n  - {code: TERM001, reason: nom du mandat de 2016}  # avis de 2016\n"
    assert accept.replace("avis de 2016", "avis de 2017") in rolled(f"{REPORT}{accept}")


def test_the_chair_is_kept_where_it_stays(rolled: Roll) -> None:
    """Only the document that appoints it is another one each year."""
    text = rolled(keep_chair=True)
    chair = data(text)["chair"]
    assert chair["person"] == {"name": "Fodé Seck", "gender": "masculine"}
    assert chair["source"] == {"todo": "cote du document qui désigne la présidence"}
    assert "  # En 2016\u00a0: S/2017/2\n  source: {todo" in text


def test_a_chair_that_is_known_is_named(rolled: Roll) -> None:
    """The title and the document are not known yet."""
    text = rolled(chair_name="Mme Ana Silva", chair_of="onu").replace("\u00a0", " ")
    assert (
        "# La présidence change chaque année.\n"
        "chair:\n"
        "  person:\n"
        "    name: Ana Silva\n"
        "    gender: feminine\n"
        "  function:\n"
        "    # En 2016 : Représentant permanent\n"
        "    title: {todo: titre de la fonction}\n"
        "    of: onu\n"
        "    accredited_to: onu\n"
        "  # En 2016 : S/2017/2\n"
        "  source: {todo: cote du document qui désigne la présidence}\n"
    ) in text


IN_TURN = REPORT.replace(
    "  source: S/2017/2\n",
    """\
  source: S/2017/2
  period: {start: 2016-01-01, end: 2016-06-30}
# Puis, au second semestre.
other_chairs:
  - person: {name: Hanna Bekele, gender: feminine}
    function: {title: Ambassadeur, of: onu}
    period: {start: 2016-07-01, end: 2016-12-31}
    source: S/2016/600
""",
)


def test_chairs_in_turn_become_one_hole_and_stay_in_the_hint(rolled: Roll) -> None:
    """And all of them are looked for afterwards."""
    text = rolled(IN_TURN)
    again = data(text)
    assert "other_chairs" not in again
    assert again["chair"].keys() == {"todo"}
    assert "# En 2016" + "\u00a0" + ":\n# chair:\n" in text
    assert "# other_chairs:\n#   - person: {name: Hanna Bekele, gender: feminine}\n" in text
    assert [chair["person"]["name"] for chair in again["previous"]["other_chairs"]] == [
        "Hanna Bekele"
    ]
    assert {"S/2017/2", "S/2016/600"} <= {*again["previous"]["symbols"]}


def test_one_of_the_chairs_in_turn_may_go_on_alone(rolled: Roll) -> None:
    """Named again, that person keeps gender and function, and loses the days."""
    text = rolled(IN_TURN, chair_name="Hanna Bekele")
    again = data(text)
    assert again["chair"] == {
        "person": {"name": "Hanna Bekele", "gender": "feminine"},
        "function": {"title": "Ambassadeur", "of": "onu"},
        "source": {"todo": "cote du document qui désigne la présidence"},
    }
    assert "other_chairs" not in again


def test_chairs_who_preside_together_may_be_kept(rolled: Roll) -> None:
    """Each waits for a new document."""
    together = IN_TURN.replace("  period: {start: 2016-01-01, end: 2016-06-30}\n", "").replace(
        "    period: {start: 2016-07-01, end: 2016-12-31}\n", ""
    )
    again = data(rolled(together, keep_chair=True))
    sources = [chair["source"] for chair in (again["chair"], *again["other_chairs"])]
    assert sources == [{"todo": "cote du document qui désigne la présidence"}] * 2


def test_a_chair_of_some_months_is_kept_without_them(rolled: Roll) -> None:
    """The new year has days of its own."""
    alone = REPORT.replace(
        "  source: S/2017/2\n", "  period: {start: 2016-02-01, end: 2016-12-31}\n"
    )
    assert data(rolled(alone, keep_chair=True))["chair"].keys() == {"person", "function"}


def test_the_same_chair_named_again_keeps_the_function(rolled: Roll) -> None:
    """The gender is known too."""
    chair = data(rolled(chair_name="Fodé Seck"))["chair"]
    assert chair["person"] == {"name": "Fodé Seck", "gender": "masculine"}
    assert chair["function"]["title"] == "Représentant permanent"
    assert chair["function"]["of"] == "senegal"


def test_a_chair_can_be_named_where_there_was_a_hole(rolled: Roll) -> None:
    """The hint goes with the hole."""
    text = rolled(rolled(), 2018, chair_name="Ana Silva", chair_gender=Gender.FEMININE)
    assert "Fodé" not in text
    assert "# La présidence change chaque année.\nchair:\n  person:\n    name: Ana Silva\n" in text
    assert data(text)["chair"]["function"]["title"] == {
        "todo": "titre de la fonction, et sous «\u00a0of\u00a0» l’État ou l’organisation"
    }


def test_a_summary_is_opened_again_and_a_table_of_contents_stays(rolled: Roll) -> None:
    """With last year's summary as a comment above."""
    text = rolled(REPORT + "contents: true\nsummary:\n  - En bref.\n").replace("\u00a0", " ")
    assert "# En 2016 :\n# summary:\n#   - En bref.\nsummary:\n  - {todo: résumé du rapport" in text
    assert "\ncontents: true\n" in text


ANNEXES = """\
annexes:
  - title: Contingents
    paragraphs: [Le tableau dit tout.]
    table:
      heads: [État, Effectifs]
      rows: [[Sénégal, '1 200'], [Maroc, '900']]
"""


def test_an_annex_keeps_its_title_and_the_heads_of_its_table(rolled: Roll) -> None:
    """What they hold is open, with last year's as a comment above."""
    text = rolled(REPORT + ANNEXES).replace("\u00a0", " ")
    assert text.partition("annexes:\n")[2].startswith(
        "  - title: Contingents\n"
        "    # En 2016 :\n"
        "    # paragraphs: [Le tableau dit tout.]\n"
        "    paragraphs:\n"
        "      - {todo: texte de l’annexe pour 2017}\n"
        "    table:\n"
        "      heads: [État, Effectifs]\n"
        "      # En 2016 :\n"
        "      # rows: [[Sénégal, '1 200'], [Maroc, '900']]\n"
        "      rows:\n"
        "        -\n"
        "          - {todo: État}\n"
        "          - {todo: Effectifs}\n"
    )


def test_an_annex_that_is_open_is_asked_for_anew(rolled: Roll) -> None:
    """Its hole names the new period."""
    text = rolled(REPORT + "annexes:\n  - paragraphs: [{todo: texte de l’annexe pour 2016}]\n")
    assert data(text)["annexes"] == [{"paragraphs": [{"todo": "texte de l’annexe pour 2017"}]}]


def test_conclusions_are_kept_where_that_is_asked_for(rolled: Roll) -> None:
    """They are re-dated."""
    text = rolled(keep_conclusions=True)
    assert "conclusions:\n  - L’année 2017 est finie.\n  - Deux.\n" in text


def test_a_text_that_refers_to_what_is_gone_is_asked_for_anew(rolled: Roll) -> None:
    """So that the new report can be built at once; where the conclusions are kept, it stays."""
    text = REPORT.replace("a travaillé.", "a travaillé (voir par. [[mesures]]).")
    text = text.replace("  - Deux.\n", "  - {text: Deux., key: mesures}\n")
    assert "  work: {todo: texte dont le renvoi menait à ce qui n’est pas repris}\n" in rolled(text)
    assert "(voir par. [[mesures]])." in rolled(text, keep_conclusions=True)


def test_a_report_without_some_parts_gets_none(rolled: Roll) -> None:
    """No hole is dug where there was nothing, but for the meetings that someone must count."""
    text = rolled("period: 2016\nbody: {name: Comité}\nchair: {todo: qui}\n")
    assert data(text) == {
        "period": 2017,
        "body": {"name": "Comité"},
        "chair": {"todo": "qui"},
        "wording": {"meetings": {"todo": MEETINGS_HELD}},
        "previous": {"period": 2016},
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"period": 2016, "body": {"name": "Comité"}, "chair": {"todo": "en 2016"}}',
        "{period: 2016, body: {name: Comité}, chair: {todo: en 2016}}",
        "period: 2016\r\nbody:\r\n  name: Comité\r\nchair: {todo: en 2016}\r\n",
        "---\nperiod: 2016\nbody: {name: &b Comité, short_name: *b}\nchair: {todo: en 2016}\n",
        (
            "# yaml-language-server: $schema=x\nperiod: 2016\nbody: {name: Comité}\n"
            "chair:\n  todo: en 2016"
        ),
    ],
)
def test_every_layout_is_rolled_over(rolled: Roll, text: str) -> None:
    """JSON, braces, the line ends of Windows, aliases, another modeline."""
    result = rolled(text)
    assert result.startswith(MODELINE)
    assert "\r" not in result
    assert result.count("yaml-language-server") == 1
    assert data(result)["chair"] == {"todo": "en 2017"}


@pytest.mark.parametrize(
    ("period", "options", "told"),
    [
        (2016, {}, "the new period begins on 2016-01-01, and that of the report on 2016-01-01"),
        (2015, {}, "the new period begins on 2015-01-01, and that of the report on 2016-01-01"),
        (2017, {"chair_of": "onu"}, "the gender or the State of the chair is given"),
        (2017, {"chair_gender": Gender.FEMININE}, "the gender or the State of the chair is given"),
        (2017, {"chair_name": "M. A", "keep_chair": True}, "is to be kept, and another one"),
        (2017, {"chair_name": "Ana Silva"}, "the gender of the chair, Ana Silva, is not known"),
        (2017, {"chair_name": " "}, "the text is empty"),
        (2017, {"chair_name": "M. A", "chair_of": "x"}, "“x” is not registered under “organ"),
        (2017, {"chair_name": "M. A", "chair_of": "x"}, "Use one of: onu, senegal."),
    ],
)
def test_what_cannot_be_is_refused(
    read: Callable[[str], Reading], period: int, options: Any, told: str
) -> None:
    """The message says what and what to do."""
    with pytest.raises(ReportgenError) as caught, speaking("en"):
        roll_over(read(REPORT), Period.of_year(period), RolloverOptions(**options))
    with speaking("en"):
        assert told in str(caught.value)


def test_all_that_cannot_be_is_told_at_once(read: Callable[[str], Reading]) -> None:
    """A drafter mends it all in one go."""
    options = RolloverOptions(chair_name="A", chair_of="x", keep_chair=True)
    with pytest.raises(ReportgenError) as caught:
        roll_over(read(REPORT), Period.of_year(2016), options)
    assert len(caught.value.problems) == 4


def test_the_report_of_2016_rolls_over(tmp_path: Path) -> None:
    """Every hole is where a drafter expects it; the texts that recur speak of 2017."""
    files = roll_over(read_report(INPUTS / "2016"), Period.of_year(2017))
    (tmp_path / "report.yaml").write_text(files["report.yaml"], encoding="utf-8")
    report = read_report(tmp_path).report
    assert [hole.path for hole in holes(report)] == [
        ("chair",),
        ("masthead", "symbol"),
        ("masthead", "date"),
        ("masthead", "original_language"),
        ("masthead", "job_number"),
        ("conclusions", 0, "text"),
        ("wording", "meetings"),
    ]
    assert report.previous is not None
    assert len(report.previous.symbols) == 6
    assert len(report.previous.symbols) == len(set(report.previous.symbols))


def rolled_on(report: Report, text: str, *years: int) -> tuple[Report, str]:
    """Roll a report over, year by year."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "all.yaml")
        file.write_text(text, encoding="utf-8")
        for year in years:
            text = roll_over(read_report(file), Period.of_year(year))["report.yaml"]
            file.write_text(text, encoding="utf-8")
        report = read_report(file).report
    return report, text


@given(report=strategies.reports(most_meetings=1))  # they are dropped, whatever they are
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_rolling_twice_loses_and_doubles_nothing(report: Report) -> None:
    """By way of 2040, a report for 2041 is what it would have been without."""
    spoken = attrs.evolve(report.introduction, work=f"En {report.period.end.year}, travaux")
    report = attrs.evolve(report, introduction=spoken)
    text = f"# Rapport {name_of(report.period)}\n\n{yaml_of(strategies.plain_data(report))}"
    once, direct = rolled_on(report, text, 2041)
    twice, by_way = rolled_on(report, text, 2040, 2041)
    assert attrs.evolve(once, previous=None) == attrs.evolve(twice, previous=None)
    assert once.introduction.work == "En 2041, travaux"
    assert once.meetings == ()
    assert by_way.count("yaml-language-server") == direct.count("yaml-language-server") == 1
    assert data(direct).keys() == data(by_way).keys()
    assert data(by_way)["previous"]["period"] == 2040
    assert isinstance(once.chair, Todo)
    assert not isinstance(once.masthead.symbol, Symbol)
    for kept in ("body", "language"):
        assert getattr(once, kept) == getattr(report, kept)
    assert attrs.evolve(once.wording, meetings=report.wording.meetings) == report.wording
    assert once.wording.meetings is not None
    assert once.masthead.distribution == report.masthead.distribution


def test_chairs_in_turn_cannot_be_kept(read: Callable[[str], Reading]) -> None:
    """One of them goes on, and must be named."""
    with speaking("en"), pytest.raises(ReportgenError) as caught:
        roll_over(read(IN_TURN), Period.of_year(2017), RolloverOptions(keep_chair=True))
    with speaking("en"):
        assert "several presided in turn\n  → Name the one" in str(caught.value)


def test_the_days_of_the_job_number_and_of_reissues_are_dropped(rolled: Roll) -> None:
    """They were those of last year's document."""
    masthead = "masthead:\n  job_dates: [2017-01-05, {todo: la date}]\n"
    masthead += "  reissued:\n    - 2017-02-01\n"
    text = rolled(REPORT.replace("masthead:\n", masthead))
    assert "job_dates" not in text
    assert "reissued" not in text
    assert "  distribution: limited\n" in text


def test_a_masthead_of_nothing_but_such_days_is_left_empty(rolled: Roll) -> None:
    """And is read as such."""
    begin, end = REPORT.index("masthead:"), REPORT.index("renewal:")
    text = rolled(REPORT[:begin] + "masthead:\n  reissued: [2017-02-01]\n" + REPORT[end:])
    assert "masthead: {}\n" in text
