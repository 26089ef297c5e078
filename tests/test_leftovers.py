"""What still speaks of the year before: what is found, what is meant, and where it stands."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.leftovers import find_leftovers
from reportgen.messages import speaking
from reportgen.reading import Reading, read_report

REPORT = """\
period: 2017
body:
  name: Groupe de travail plénier sur la paix
  short_name: Groupe de travail
chair: {todo: la présidence}
organizations:
  senegal:
    name: Sénégal
  suede:
    name: Suède
    gender: feminine
"""
PREVIOUS = """\
previous:
  period: 2016
  chair:
    person: {name: Fodé Seck, gender: masculine}
    function: {title: Représentant permanent, of: senegal}
  symbols: [S/2016/1019, A/70/95-S/2015/446]
  renewal: S/RES/2272 (2016)
"""
CHAIR = """\
chair:
  person: {name: NAME, gender: GENDER}
  function: {title: Représentant permanent, of: suede}
"""


class Find(Protocol):
    """Find what is left over in a report with these lines."""

    def __call__(self, lines: str, report: str = ...) -> list[tuple[str, str]]:
        """Give the words and their spot."""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Reading]:
    """Read a report of one file, named `r.yaml` from where the test stands."""
    monkeypatch.chdir(tmp_path)

    def read_text(text: str) -> Reading:
        Path("r.yaml").write_text(text, encoding="utf-8")
        return read_report("r.yaml")

    return read_text


@pytest.fixture
def find(read: Callable[[str], Reading]) -> Find:
    """Find what is left over in a report with these lines: the words, and their spot."""

    def find_in(lines: str, report: str = REPORT + PREVIOUS) -> list[tuple[str, str]]:
        found = find_leftovers(read(report + lines))
        return [(one.words, str(one.place).removeprefix("r.yaml:")) for one in found]

    return find_in


def conclusion(words: str, report: str = REPORT + PREVIOUS) -> str:
    """Write a report with one conclusion, which stands alone on the last line."""
    return f"{report}conclusions:\n  - >-\n    {words}\n"


def words_in(reading: Reading) -> list[str]:
    """Give the words that are found."""
    return [one.words for one in find_leftovers(reading)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("En 2016, rien.", ["2016"]),
        ("La résolution 2300 (2016) du Conseil.", ["2016"]),
        ("Du 1er janvier au 31 décembre 2016.", ["31 décembre 2016"]),
        ("Depuis mai 2016, et le 1er juin 2016.", ["mai 2016", "1er juin 2016"]),
        ("Le 2016-04-28.", ["2016-04-28"]),
        ("La période 2016-2017.", ["2016"]),
        ("L’exercice 2016/17.", ["2016"]),
        ("Le document S/2016/7 et la note S/PRST/2016/3.", []),
        ("Le numéro 12016, la pièce A2016 et 20161.", []),
        ("En 2015 et en 2017.", []),
    ],
)
def test_a_year_of_the_old_period_is_found_bare_and_in_dates(
    read: Callable[[str], Reading], text: str, words: list[str]
) -> None:
    """Not within the symbol of a document, nor within a number."""
    assert words_in(read(conclusion(text))) == words


def test_a_year_that_the_new_period_shares_is_none_of_the_past(
    read: Callable[[str], Reading],
) -> None:
    """From July to June, two reports have a year in common."""
    report = (REPORT + PREVIOUS).replace(
        "period: 2017\n", "period: {start: 2016-07-01, end: 2017-06-30}\n"
    )
    report = report.replace("  period: 2016\n", "  period: {start: 2015-07-01, end: 2016-06-30}\n")
    assert words_in(read(conclusion("En 2015 comme en 2016.", report))) == ["2015"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fodé Seck a parlé.", ["Fodé Seck"]),
        ("M. Seck a salué l’exposé de SECK.", ["Seck", "SECK"]),
        ("Les Secks, Seck-Diop, Fodé et un bifteck.", []),
    ],
)
def test_the_old_chair_is_found_by_name_and_family_name(
    read: Callable[[str], Reading], text: str, words: list[str]
) -> None:
    """Whole words only."""
    assert words_in(read(conclusion(text))) == words


def test_a_family_name_in_capitals_is_known_by_them(read: Callable[[str], Reading]) -> None:
    """Some names put it first."""
    report = (REPORT + PREVIOUS).replace("Fodé Seck", "LIU Jieyi")
    assert words_in(read(conclusion("M. Liu et Jieyi.", report))) == ["Liu"]


def test_a_family_name_that_someone_else_bears_is_not_looked_for(
    read: Callable[[str], Reading],
) -> None:
    """The full name still is."""
    chair = CHAIR.replace("NAME", "Aïda Seck").replace("GENDER", "masculine")
    report = (REPORT + PREVIOUS).replace("chair: {todo: la présidence}\n", chair)
    assert words_in(read(conclusion("Aïda Seck succède à Fodé Seck.", report))) == ["Fodé Seck"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le Président a souligné.", ["Le Président"]),
        ("Les propos du Président, rapportés au Président.", ["du Président", "au Président"]),
        ("Le Président du Groupe de travail a dit.", ["Le Président"]),
        ("Le Président du Groupe de travail plénier sur la paix.", ["Le Président"]),
        ("Le Président de la séance a dit.", ["Le Président"]),
        ("Le Président du Conseil, le Président de la République, le Président d’Haïti.", []),
        ("Le Président Sall, le Président de l’Union africaine, le Vice-Président.", []),
        ("La Présidente et la présidence.", []),
    ],
)
def test_the_old_title_is_found_while_the_chair_is_open(
    read: Callable[[str], Reading], text: str, words: list[str]
) -> None:
    """Unless it is the President of something else."""
    assert words_in(read(conclusion(text))) == words


@pytest.mark.parametrize(
    ("before", "now", "text", "words"),
    [
        ("masculine", "feminine", "Le Président et la Présidente.", ["Le Président"]),
        ("feminine", "masculine", "Le Président et la Présidente.", ["la Présidente"]),
        (
            "feminine",
            "masculine",
            "À la Présidente, de la Présidente.",
            ["À la Présidente", "de la Présidente"],
        ),
        ("masculine", "masculine", "Le Président.", []),
        ("feminine", "feminine", "La Présidente.", []),
    ],
)
def test_the_old_title_is_found_where_the_chair_is_of_the_other_gender(
    read: Callable[[str], Reading], before: str, now: str, text: str, words: list[str]
) -> None:
    """The same title of another person is right."""
    chair = CHAIR.replace("NAME", "Eva Holm").replace("GENDER", now)
    report = (REPORT + PREVIOUS).replace("chair: {todo: la présidence}\n", chair)
    report = report.replace("Seck, gender: masculine", f"Seck, gender: {before}")
    assert words_in(read(conclusion(text, report))) == words


OTHERS = PREVIOUS.replace(
    "  symbols:",
    """\
  other_chairs:
    - person: {name: Hanna Bekele, gender: feminine}
      function: {title: Représentant permanent, of: suede}
  symbols:""",
)


def test_each_of_the_old_chairs_is_looked_for(read: Callable[[str], Reading]) -> None:
    """By name, and by title while the chair is open."""
    text = "conclusions: [Le Président et la Présidente. Seck et Bekele. La Suède. Le Sénégal.]\n"
    report = REPORT + OTHERS
    found = [leftover.words for leftover in find_leftovers(read(report + text))]
    assert found == ["Le Président", "la Présidente", "Seck", "Bekele", "Suède", "Sénégal"]


def test_an_old_chair_who_stays_beside_another_is_not_left_over(
    read: Callable[[str], Reading],
) -> None:
    """Nor is the title or the State of one who chairs now."""
    chair = CHAIR.replace("NAME", "Ana Silva").replace("GENDER", "feminine")
    other = "other_chairs:\n  - person: {name: Fodé Seck}\n    function: {title: R, of: senegal}\n"
    report = REPORT.replace("chair: {todo: la présidence}\n", chair + other) + OTHERS
    text = "conclusions: [Le Président et la Présidente. Seck et Bekele. La Suède. Le Sénégal.]\n"
    found = [leftover.words for leftover in find_leftovers(read(report + text))]
    assert found == ["Suède", "Bekele"]


def test_the_old_chair_is_found_among_the_speakers_and_by_family_name_too(find: Find) -> None:
    """To speak again is no reason to bear the name of someone else."""
    lines = "meetings:\n  - date: 2017-04-28\n    theme: M. Seck\n    speakers:\n"
    speaker = "      - {person: {name: Fodé Seck}, function: {title: Expert}}\n"
    assert [words for words, _ in find(lines + speaker)] == ["Seck", "Fodé Seck"]


@pytest.mark.parametrize(
    ("of_its_own", "words"),
    [
        ("kind: thematic", ["Le Président"]),
        ("kind: debate", []),
        ("presided_by: {person: {name: Jo Dur}, function: {title: Première Ministre}}", []),
    ],
)
def test_a_meeting_that_someone_else_presided_over_has_a_president_of_its_own(
    read: Callable[[str], Reading], of_its_own: str, words: list[str]
) -> None:
    """So has a debate of the Council."""
    meeting = f"meetings:\n  - date: 2017-04-28\n    {of_its_own}\n    theme: Le Président dit\n"
    assert words_in(read(REPORT + PREVIOUS + meeting)) == words


def test_a_chair_who_stays_is_not_left_over(read: Callable[[str], Reading]) -> None:
    """Neither name nor title nor State are of the past."""
    chair = CHAIR.replace("NAME", "Fodé  Seck").replace("GENDER", "masculine")
    report = (REPORT + PREVIOUS).replace("chair: {todo: la présidence}\n", chair)
    report = report.replace("of: suede", "of: senegal")
    assert words_in(read(conclusion("Le Président, M. Seck, du Sénégal.", report))) == []


def test_the_old_state_is_found_where_the_report_speaks_of_its_chair(find: Find) -> None:
    """In the introduction, the conclusions and the wordings; at a meeting a State may speak."""
    assert find("""\
introduction: {work: Sous la direction du Sénégal.}
wording: {meetings: Le Sénégal a réuni.}
conclusions: [Le Sénégal conclut, Les Sénégalais aussi.]
meetings:
  - date: 2017-04-28
    theme: Le Sénégal
    wording: {opening: Le Sénégal ouvre.}
    speakers:
      - person: {name: Mme Awa Ba}
        function: {title: Ministre, of: senegal}
        wording: {annex: Ministre du Sénégal}
    account: [{by: participants, paragraphs: [Le Sénégal a parlé.]}]
""") == [
        ("Sénégal", "19:43"),
        ("Sénégal", "20:24"),
        ("Sénégal", "21:18"),
        ("Sénégal", "25:27"),
    ]


@pytest.mark.parametrize(("of", "place"), [("senegal", "7:49"), ("{name: Sénégal}", "7:56")])
def test_a_new_chair_of_the_old_state_is_told_where_the_chair_names_it(
    read: Callable[[str], Reading], of: str, place: str
) -> None:
    """What is registered is at no fault; the prose may name the State of the chair."""
    chair = CHAIR.replace("NAME", "Awa Ba").replace("GENDER", "masculine").replace("suede", of)
    report = (REPORT + PREVIOUS).replace("chair: {todo: la présidence}\n", chair)
    (found,) = find_leftovers(read(conclusion("Le Sénégal conclut.", report)))
    assert (found.words, str(found.place)) == ("Sénégal", f"r.yaml:{place}")


def test_old_symbols_are_found_in_facts_and_in_prose(find: Find) -> None:
    """Whole symbols: neither a longer number nor a revision is the same document."""
    assert find("""\
masthead: {symbol: A/70/95-S/2015/446}
conclusions:
  - Voir S/2016/1019. Voir aussi S/2016/10190, S/2016/1019/Rev.1 et S/2015/446.
meetings:
  - {date: 2017-04-28, theme: Eau, concept_note: S/2016/1019}
""") == [("A/70/95-S/2015/446", "19:20"), ("S/2016/1019", "21:10"), ("S/2016/1019", "23:50")]


@pytest.mark.parametrize(
    ("renewal", "words"),
    [
        ("{todo: la résolution}", ["S/RES/2272 (2016)", "résolution 2272", "2272 (2016)"]),
        ("S/RES/2350 (2017)", ["S/RES/2272 (2016)", "résolution 2272", "2272 (2016)"]),
        (
            "S/RES/2272 (2016)",
            ["S/RES/2272 (2016)", "S/RES/2272 (2016)", "résolution 2272", "2272 (2016)"],
        ),
    ],
)
def test_the_old_resolution_is_found_where_another_has_its_place(
    read: Callable[[str], Reading], renewal: str, words: list[str]
) -> None:
    """Also where it is that place which still holds it; its year is not told besides."""
    text = (
        "Selon S/RES/2272 (2016), la résolution 2272, les résolutions 2111 (2013) et 2272 (2016)."
    )
    assert words_in(read(conclusion(text, f"{REPORT}{PREVIOUS}renewal: {renewal}\n"))) == words


def test_a_resolution_is_no_clue_where_no_mandate_is_renewed(
    read: Callable[[str], Reading],
) -> None:
    """Its year is one all the same."""
    assert words_in(read(conclusion("La résolution 2272 (2016), résolution 2272."))) == ["2016"]


def test_dates_and_the_founding_document_are_facts(find: Find) -> None:
    """A date of the old year is odd on the first page, not for a body founded that year."""
    report = (REPORT + PREVIOUS).replace(
        "  short_name: Groupe de travail\n",
        "  founding: {kind: resolution, symbol: S/RES/2300 (2016), date: 2016-03-01}\n",
    )
    assert find("masthead: {date: 2016-12-20}\n", report) == [("2016-12-20", "19:18")]


def test_what_is_marked_as_history_is_meant(read: Callable[[str], Reading]) -> None:
    """Word for word, however the lines are broken; beside it the same words are told."""
    history = "  history:\n    - le rapport de\n      2016 de M. Seck\n    - '2272 (2016)'\n"
    text = "Voir le rapport de\n    2016 de M. Seck et le rapport de 2016; 2272 (2016)."
    assert [
        str(one.place)
        for one in find_leftovers(read(conclusion(text, REPORT + PREVIOUS + history)))
    ] == ["r.yaml:26:38"]


def test_a_year_marked_as_history_is_meant_in_dates_too(read: Callable[[str], Reading]) -> None:
    """What counts in a date is its year."""
    report = f"{REPORT}{PREVIOUS}  history: ['2016']\n"
    assert words_in(read(conclusion("Le 3 mai 2016, en 2016.", report))) == []


def test_todos_registries_keys_and_comments_say_nothing(find: Find) -> None:
    """Hints of last year's values belong there, and what is not used is not on the page."""
    assert (
        find("""\
speakers:
  seck:
    person: {name: Fodé Seck}
    function: {title: Président en 2016}
# 2016, Seck, S/2016/1019
masthead: {symbol: {todo: en 2016 S/2016/1019}}
conclusions: [{text: Rien., key: seck-2016}]
""")
        == []
    )


def test_a_registered_speaker_is_told_once_where_it_is_registered(find: Find) -> None:
    """However many meetings it spoke at."""
    assert find("""\
speakers:
  ancien:
    person: {name: Fodé Seck}
    function: {title: Expert}
meetings:
  - {date: 2017-04-28, theme: Eau, speakers: [ancien]}
  - {date: 2017-04-29, theme: Air, speakers: [ancien]}
""") == [("Fodé Seck", "21:20")]


def test_nothing_is_looked_for_without_a_year_before(find: Find) -> None:
    """A report that was not rolled over has no past."""
    assert find("conclusions: [En 2016.]\n", REPORT) == []


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (">-\n    Une ligne,\n    puis M. Fodé\n    Seck ici.", "22:13"),
        (">-  # Fodé Seck\n    Voici M.\n    Fodé Seck.", "22:5"),
        ("|\n    Une ligne\n    Fodé\n      Seck", "22:5"),
        ("Un texte qui\n    va jusqu’à Fodé Seck", "21:16"),
        ("'L''eau, c''est Fodé\n    Seck'", "20:21"),
        ('"Ils \\"parlent\\" à\\n Fod\\u00e9 Seck"', "20:26"),
        ('"Une phrase \\\n    coupée, Fodé Seck"', "21:13"),
        ('"Cou\\\n    pée, Fodé Seck"', "21:10"),
        ("&nom >-\n    Fodé Seck", "21:5"),
    ],
)
def test_the_place_is_where_the_words_begin_in_the_file(
    find: Find, written: str, place: str
) -> None:
    """Whatever the style of the value; where it hides the words, the place is the value's."""
    more = "\n  - *nom" if written.startswith("&") else ""
    ((_, found),) = find(f"conclusions:\n  - {written}{more}\n")
    assert found == place


def test_the_second_of_two_finds_has_its_own_place(find: Find) -> None:
    """Each occurrence is one."""
    assert find("conclusions:\n  - >-\n    Seck, puis\n    encore Seck.\n") == [
        ("Seck", "21:5"),
        ("Seck", "22:12"),
    ]


def test_words_are_found_in_json(tmp_path: Path) -> None:
    """With its escapes, those of signs beyond U+FFFF too."""
    record = {
        "period": 2017,
        "body": {"name": "Groupe"},
        "chair": {"todo": "x"},
        "previous": {
            "period": 2016,
            "chair": {"person": {"name": "Awa Seck"}, "function": {"title": "Cheffe"}},
        },
        "conclusions": ["🕊 l’« été » a/b \\ de Awa Seck"],
    }
    path = tmp_path / "r.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    (found,) = find_leftovers(read_report(path))
    assert found.place.line == 1
    assert found.place.column == path.read_text().rindex("Awa Seck") + 1


def test_finds_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    """The report's own file first, then the meetings by name."""
    (tmp_path / "meetings").mkdir()
    meeting = "date: DAY\ntheme: En 2016\n"
    for name, day in (("a", "2017-05-01"), ("b", "2017-04-01")):
        (tmp_path / f"meetings/{name}.yaml").write_text(meeting.replace("DAY", day))
    (tmp_path / "report.yaml").write_text(
        f"conclusions: [En 2016.]\n{REPORT}{PREVIOUS}introduction: {{work: En 2016.}}\n"
    )
    found = [one.place for one in find_leftovers(read_report(tmp_path))]
    assert [(Path(place.file).name, place.line) for place in found] == [
        ("report.yaml", 1),
        ("report.yaml", 20),
        ("a.yaml", 2),
        ("b.yaml", 2),
    ]


def test_each_find_says_what_it_is(read: Callable[[str], Reading]) -> None:
    """In the reader's language, with the way to the value."""
    found = find_leftovers(read(conclusion("Le Président Seck, du Sénégal, S/2016/1019, en 2016.")))
    with speaking("en"):
        assert [str(one.why) for one in found] == [
            "the name of the chair before",
            "the State or organization of the chair before",
            "a symbol of the report before",
            "the year of the report before",
        ]
    with speaking("fr"):
        assert [str(one.why) for one in found] == [
            "nom de la présidence précédente",
            "État ou organisation de la présidence précédente",
            "cote propre au rapport précédent",
            "année du rapport précédent",
        ]
    assert {one.path for one in found} == {("conclusions", 0, "text")}


_SAFE = st.text(alphabet=st.characters(categories=["L", "P", "Sm", "Zs"]), max_size=60).filter(
    lambda text: "Seck" not in text and "SECK" not in text and "négal" not in text
)


@given(texts=st.lists(_SAFE.filter(str.strip), max_size=4), numbers=st.lists(st.integers()))
@settings(max_examples=60)
def test_in_a_text_without_year_and_names_nothing_is_found(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], numbers: list[int]
) -> None:
    """Whatever else it says."""
    said = [*texts, *(f"{number} faits" for number in numbers if "2016" not in str(number))]
    record = json.loads(json.dumps({"conclusions": said})) if said else {}
    path = tmp_path_factory.mktemp("r") / "r.yaml"
    lines = f"conclusions: {json.dumps(record['conclusions'])}\n" if record else ""
    path.write_text(REPORT + PREVIOUS + lines, encoding="utf-8")
    assert find_leftovers(read_report(path)) == ()


@given(
    before=st.lists(
        st.sampled_from(["mot", "l’eau", "«\xa0oui\xa0»", "#", "a'b", "-"]), max_size=12
    ),
    breaks=st.lists(st.booleans(), min_size=14, max_size=14),
)
@settings(max_examples=60)
def test_the_words_stand_at_their_place(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], breaks: list[bool]
) -> None:
    """However the lines of a block are broken."""
    words = ["Voici", *before, "Seck"]
    gaps = ["\n    " if broken else " " for broken in breaks]
    block = "".join(word + gap for word, gap in zip(words, gaps, strict=False)).rstrip()
    path = tmp_path_factory.mktemp("r") / "r.yaml"
    path.write_text(f"{REPORT}{PREVIOUS}conclusions:\n  - >-\n    {block}\n", encoding="utf-8")
    (found,) = find_leftovers(read_report(path))
    line = path.read_text(encoding="utf-8").split("\n")[(found.place.line or 0) - 1]
    assert line[(found.place.column or 0) - 1 :].startswith("Seck")
