"""Planned meetings, and the files and registered people that they become."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from places import REPOSITORY

from reportgen.editing import data
from reportgen.errors import Place
from reportgen.messages import speaking
from reportgen.pipeline import produce
from reportgen.planning import Plan, plan, planning_problems
from reportgen.programme import PlannedMeeting, PlannedSpeaker
from reportgen.reading import Reading, read_report
from reportgen.records import Gender, MeetingKind, Symbol, holes

REPORT = (
    (REPOSITORY / "inputs/2016/report.yaml")
    .read_text(encoding="utf-8")
    .replace("period: 2016", "period: 2017")
)
DAY = date(2017, 4, 28)


def someone(
    name: str,
    title: str | None = None,
    organization: str | None = None,
    *,
    gender: Gender | None = None,
    rank: str | None = None,
) -> PlannedSpeaker:
    """Plan a speaker."""
    return PlannedSpeaker(
        name=name,
        title=title,
        organization=organization,
        gender=gender,
        rank=rank,
        place=Place("plan.csv", 2),
    )


def held(
    day: date | None = DAY,
    theme: str | None = "Les transitions",
    *speakers: PlannedSpeaker,
    kind: MeetingKind = MeetingKind.THEMATIC,
    concept_note: Symbol | None = None,
) -> PlannedMeeting:
    """Plan a meeting."""
    return PlannedMeeting(
        date=day,
        kind=kind,
        theme=theme,
        concept_note=concept_note,
        speakers=speakers,
        place=Place("plan.csv", 2),
    )


def read(made: Plan, folder: Path) -> Reading:
    """Read the report that a plan makes."""
    (folder / "meetings").mkdir(parents=True)
    for name, text in {**made.files, "report.yaml": made.report_text}.items():
        (folder / name).write_bytes(text.encode())
    return read_report(folder)


def registered(*speakers: PlannedSpeaker, report: str = REPORT) -> tuple[list[str], list[str]]:
    """Give the keys that speakers of one meeting get, and the lines that are added for them."""
    made = plan(report, [held(DAY, "x", *speakers)])
    keys = data(made.files["meetings/2017-04-28.yaml"])["speakers"]
    lines = [line for line in made.report_text.splitlines() if line not in report.splitlines()]
    return keys, [line.strip() for line in lines]


def notes(made: Plan) -> list[str]:
    """Say the notes of a plan in English."""
    with speaking("en"):
        return [str(note) for note in made.notes]


def test_a_meeting_becomes_a_file_with_its_facts_and_a_stub_of_its_account() -> None:
    """What is known stands there; each hole names the person and says what is expected."""
    made = plan(
        REPORT,
        [
            held(
                DAY,
                "Sécurité : la protection des civils",
                someone("Omar Hilale", "Représentant permanent", "Maroc"),
                concept_note=Symbol("S/2017/300"),
            )
        ],
    )
    assert made.files == {
        "meetings/2017-04-28.yaml": """\
# yaml-language-server: $schema=../.schemas/meeting.schema.json
# Réunion prévue\u00a0: ce qui est marqué «\u00a0todo\u00a0» reste à compléter.

date: 2017-04-28
theme: >-
  Sécurité : la protection des civils
concept_note: S/2017/300
speakers:
  - hilale

account:
  - by: chair
    paragraphs:
      - {todo: 'remarques liminaires de la présidence (objet de la réunion, raisons du choix du thème)'}

  - by: hilale
    paragraphs:
      - {todo: 'propos de M. Omar Hilale, Représentant permanent du Maroc (constats, exemples et propositions, au passé et au style indirect)'}

  - by: participants
    paragraphs:
      - {todo: 'résumé du débat (ce que les participants ont souligné, demandé ou proposé)'}

  - by: chair
    paragraphs:
      - {todo: remarques finales de la présidence et conclusions de la réunion}
"""  # noqa: E501 -- a hole stands on one line
    }
    assert made.report_text == REPORT
    assert made.notes == ()


def test_what_is_not_known_yet_is_a_hole() -> None:
    """The date, the theme, the concept note; the name of the file says that the date is open."""
    (file,) = (made := plan(REPORT, [held(None, None)])).files
    assert file == "meetings/a-dater-1.yaml"
    facts = data(made.files[file])
    assert {name: facts[name] for name in ("date", "theme", "concept_note")} == {
        "date": {"todo": "date de la réunion"},
        "theme": {"todo": "thème de la réunion"},
        "concept_note": {"todo": "cote de la note conceptuelle"},
    }


def test_an_organizational_meeting_has_neither_theme_nor_note_nor_account() -> None:
    """Nothing is expected of it but its date."""
    made = plan(REPORT, [held(DAY, None, kind=MeetingKind.ORGANIZATIONAL)])
    assert data(made.files["meetings/2017-04-28.yaml"]) == {
        "date": "2017-04-28",
        "kind": "organizational",
    }


def test_in_a_debate_of_the_parent_organ_the_chair_of_the_body_has_no_part() -> None:
    """Nor does the chair circulate a concept note for it."""
    made = plan(REPORT, [held(DAY, "x", kind=MeetingKind.DEBATE)])
    record = data(made.files["meetings/2017-04-28.yaml"])
    assert [statement["by"] for statement in record["account"]] == ["participants"]
    assert "concept_note" not in record


@pytest.mark.parametrize(
    ("wording", "kind", "left"),
    [
        ("wording:\n  meetings: {todo: nombre}\n", MeetingKind.THEMATIC, ""),
        (
            "wording:\n  title: Rapport\n  meetings: {todo: nombre}\n",
            MeetingKind.THEMATIC,
            "wording:\n  title: Rapport\n",
        ),
        (
            "wording:\n  meetings: Deux.\n",
            MeetingKind.THEMATIC,
            "wording:\n  meetings: Deux.\n",
        ),
        (
            "wording:\n  meetings: {todo: nombre}\n",
            MeetingKind.DEBATE,
            "wording:\n  meetings: {todo: nombre}\n",
        ),
    ],
)
def test_meetings_count_themselves_where_their_count_was_open(
    wording: str, kind: MeetingKind, left: str
) -> None:
    """The hole that stood for them goes; a debate is not counted, and leaves it."""
    made = plan(f"period: 2017\n{wording}", [held(kind=kind)])
    assert made.report_text == f"period: 2017\n{left}"


def test_each_file_has_a_name_of_its_own() -> None:
    """The second meeting of a day gets a number, and so does one whose name is taken."""
    meetings = [held(), held(DAY, "y"), held(None), held(None, "y"), held(date(2017, 5, 12))]
    made = plan(REPORT, meetings, taken=["r/meetings/2017-04-28.YML", "r/meetings/a-dater-1.yaml"])
    assert list(made.files) == [
        "meetings/2017-04-28-2.yaml",
        "meetings/2017-04-28-3.yaml",
        "meetings/a-dater-2.yaml",
        "meetings/a-dater-3.yaml",
        "meetings/2017-05-12.yaml",
    ]


@pytest.mark.parametrize(
    ("speaker", "key"),
    [
        (someone("Omar Hilale", "Représentant permanent", "Maroc"), "hilale"),
        (someone("M. Omar HILALE", "REPRÉSENTANT PERMANENT", "le Maroc"), "hilale"),
        (someone("Hilale Omar", "Représentant permanent", "maroc"), "hilale"),
        (someone("Omar Hilale", "Représentant permanent du Maroc"), "hilale"),
        (someone("Omar Hilale", "Représentant permanent du Maroc", "Maroc"), "hilale"),
        (someone("Omar Hilale", "Représentant permanent auprès de l’ONU", "Maroc"), "hilale"),
        (someone("Omar Hilale", "Représentant permanent"), "hilale"),
        (someone("Omar Hilale", None, "Maroc"), "hilale"),
        (someone("El Ghassim Wané"), "wane"),
        (someone("Donald Kaberuka", "Haut-Représentant", "Union africaine"), "kaberuka"),
        (
            someone(
                "Donald Kaberuka",
                "Haut-Représentant de l'Union africaine chargé du Fonds africain pour la paix",
            ),
            "kaberuka",
        ),
        (
            someone("Renata Dwan", "Chef du Service des politiques et des meilleures pratiques"),
            "dwan",
        ),
    ],
)
def test_who_is_registered_in_that_function_is_found_again(
    speaker: PlannedSpeaker, key: str
) -> None:
    """Accents, capitals, honorifics, the order of names and the gender of titles do not matter."""
    assert registered(speaker) == ([key], [])


def test_someone_known_in_another_function_is_registered_once_more() -> None:
    """With the person's own name and gender, and a note."""
    speaker = someone("WANE El-Ghassim", "Représentant spécial", "Union africaine")
    assert registered(speaker) == (
        ["wane-2"],
        ["wane-2:", "title: Représentant spécial"],
    )
    made = plan(REPORT, [held(DAY, "x", speaker)])
    assert data(made.report_text)["speakers"]["wane-2"] == {
        "person": {"name": "El-Ghassim Wane", "gender": "masculine"},
        "function": {"title": "Représentant spécial", "of": "union-africaine"},
    }
    assert notes(made) == [
        "El-Ghassim Wane, registered as wane, is to speak in another function: see wane-2"
    ]


def test_someone_new_is_registered_with_the_organization() -> None:
    """An envoy is accredited to the United Nations; an article is kept out of the name."""
    keys, lines = registered(
        someone("Mme Zohra Bensalem", "Représentante permanente", "l’Algérie"),
        someone("Ana Díaz", "Conseillère", "les Philippines", rank="Colonel"),
        someone("Eva Cohen", "Ambassadrice", "Israël"),
        someone("Ali Diop", "Conseiller", "Algérie", gender=Gender.MASCULINE),
    )
    assert keys == ["bensalem", "diaz", "cohen", "diop"]
    assert lines == [
        *("algerie:", "name: Algérie"),
        *("philippines:", "name: Philippines", "number: plural"),
        *("israel:", "name: Israël", "article: false"),
        *("bensalem:", "name: Zohra Bensalem", "title: Représentante permanente", "of: algerie"),
        *("diaz:", "name: Ana Díaz", "rank: Colonel", "title: Conseillère"),
        "of: philippines",
        *("cohen:", "name: Eva Cohen", "title: Ambassadrice", "of: israel"),
        *("diop:", "name: Ali Diop", "title: Conseiller", "of: algerie"),
    ]


def test_new_entries_stand_like_those_before_them() -> None:
    """Speakers are a blank line apart, organizations are not; all else stays as it was."""
    made = plan(REPORT, [held(DAY, "x", someone("Li Wei", "Observateur permanent", "Saint-Siège"))])
    assert made.report_text == REPORT.replace(
        "    gender: masculine\n\nspeakers:",
        "    gender: masculine\n"
        "  saint-siege:\n"
        "    name: Saint-Siège\n"
        "    gender: masculine\n"
        "\nspeakers:",
    ).replace(
        "\nconclusions:",
        "\n"
        "  wei:\n"
        "    person:\n"
        "      name: Li Wei\n"
        "      gender: masculine  # à vérifier\n"
        "    function:\n"
        "      title: Observateur permanent\n"
        "      of: saint-siege\n"
        "      accredited_to: onu\n"
        "\nconclusions:",
    )


def test_a_gender_that_nothing_tells_is_to_be_verified() -> None:
    """Beside the value, and in a note."""
    made = plan(REPORT, [held(DAY, "x", someone("Li Wei", "Directeur", "Kosmos"))])
    assert made.report_text.count("gender: masculine  # à vérifier\n") == 2
    assert notes(made) == [
        "the gender of Li Wei is not known: check “gender” of “wei” under “speakers”",
        "the gender of Kosmos is not known: check “gender” of “kosmos” under “organizations”",
    ]


def test_a_title_that_says_everything_is_kept_whole() -> None:
    """Without a cell for it, no organization is guessed."""
    made = plan(REPORT, [held(DAY, "x", someone("Eva Cohen", "Ambassadrice de Chypre"))])
    assert data(made.report_text)["speakers"]["cohen"]["function"] == {
        "title": "Ambassadrice de Chypre"
    }


def test_where_an_envoy_is_posted_is_not_left_in_the_title() -> None:
    """It would come before the State; the Organization has two names."""
    keys, lines = registered(
        someone(
            "Mme Jo Lin", "Observatrice permanente auprès des Nations Unies", "Union africaine"
        ),
        someone("M. Al Bo", "Représentant permanent du Maroc auprès de l’OTAN", "Maroc"),
        someone("M. Xi Yu", "Représentant permanent du Maroc auprès de l’UNESCO"),
    )
    assert keys == ["lin", "bo", "yu"]
    assert lines == [
        *("otan:", "name: OTAN"),
        *("lin:", "name: Jo Lin", "title: Observatrice permanente"),
        *("bo:", "name: Al Bo", "accredited_to: otan"),
        *("yu:", "name: Xi Yu", "title: Représentant permanent du Maroc auprès de l’UNESCO"),
    ]


def test_a_function_that_is_not_known_is_a_hole() -> None:
    """It names the person."""
    made = plan(REPORT, [held(DAY, "x", someone("Mme Eva Cohen"), someone("Mme Omaira Ruiz"))])
    speakers = data(made.report_text)["speakers"]
    assert speakers["cohen"]["function"] == {"title": {"todo": "fonction d’Eva Cohen"}}
    assert speakers["ruiz"]["function"] == {"title": {"todo": "fonction d’Omaira Ruiz"}}


def test_names_that_cannot_be_keys_get_others() -> None:
    """The words of the records are taken, and other alphabets have no keys."""
    keys, _ = registered(
        someone("Paul Chair", "Chef"), someone("Иван Иванов", "Chef"), someone("Ann Petit", "Chef")
    )
    assert keys == ["chair-2", "speaker", "petit"]


def test_two_people_of_one_name_keep_apart() -> None:
    """Another first name is another person, without a note about functions."""
    keys, _ = registered(someone("Mme Fatou Wane", "Cheffe"), someone("M. Abel Wane", "Chef"))
    assert keys == ["wane-2", "wane-3"]


def test_someone_planned_twice_at_one_meeting_is_listed_once() -> None:
    """A meeting cannot list a speaker twice; the note says so."""
    made = plan(REPORT, [held(DAY, "x", someone("Atul Khare"), someone("M. Atul Khare"))])
    assert data(made.files["meetings/2017-04-28.yaml"])["speakers"] == ["khare"]
    assert notes(made) == ["meetings/2017-04-28.yaml: khare was planned twice, and is listed once"]


def test_registries_are_made_where_they_are_missing(tmp_path: Path) -> None:
    """In a report that has nothing yet, whose list of meetings is empty, or that is JSON."""
    bare = "period: 2017\nbody: {name: Comité}\nchair: {todo: nom}\nmeetings: []\n"
    json = '{"period": 2017, "body": {"name": "Comité"}, "chair": {"todo": "nom"}}'
    meeting = held(DAY, "x", someone("Eva Cohen", "Représentante permanente", "Chypre"))
    for number, text in enumerate((bare, json)):
        report = read(plan(text, [meeting]), tmp_path / str(number)).report
        (speaker,) = report.meetings[0].speakers
        assert speaker.function.of is not None
        assert speaker.function.of.name == "Chypre"
        assert speaker.function.accredited_to is not None
        assert speaker.function.accredited_to.name == "Organisation des Nations Unies"


def test_lines_end_as_they_do_in_the_report() -> None:
    """Files from Windows stay files from Windows."""
    text = REPORT.replace("\n", "\r\n")
    made = plan(text, [held(DAY, "x", someone("Eva Cohen", "Ministre", "Chypre"))])
    assert made.report_text.count("\n") == made.report_text.count("\r\n") > text.count("\r\n")


def test_the_report_builds_at_once_and_its_holes_are_those_of_the_files(tmp_path: Path) -> None:
    """Two meetings of a day whose themes are open do not contradict each other."""
    made = plan(
        REPORT,
        [
            held(DAY, None, someone("Li Wei"), kind=MeetingKind.JOINT),
            held(DAY, None, someone("Mme Eva Cohen", "Représentante permanente", "Chypre")),
            held(None, None, kind=MeetingKind.ORGANIZATIONAL),
            held(None, None, kind=MeetingKind.INFORMAL),
        ],
    )
    report = read(made, tmp_path / "r").report
    open_holes = list(holes(report.meetings))
    assert len(open_holes) == (2 + 4 + 1) + (2 + 4) + 1 + (3 + 3)
    (text,) = produce(report, ["text"])
    said = text.data.decode()
    assert (
        "La Représentante permanente de Chypre auprès de l’Organisation des Nations Unies, Eva"
        " Cohen, était la principale intervenante." in said.replace("\u00a0", " ")
    )


def test_a_theme_of_a_spreadsheet_is_words_whatever_its_signs(tmp_path: Path) -> None:
    """Nobody typed them as prose: they mean nothing, and the report builds at once."""
    theme = "Le *bateau* [[ivre]], {date} et [x](y)"
    reading = read(plan(REPORT, [held(DAY, theme)]), tmp_path)
    (text,) = produce(reading.report, ["text"])
    assert f"du thème « {theme} »" in text.data.decode().replace("\u00a0", " ")


def test_a_meeting_that_the_calendar_cannot_hold_is_told_with_its_place(tmp_path: Path) -> None:
    """Outside the period, or with the date and the theme of one that is there."""
    there = read(plan(REPORT, [held(DAY, "Les transitions")]), tmp_path / "r").report
    fine: Sequence[PlannedMeeting] = [held(DAY, "Autre"), held(DAY, None), held(None)]
    assert list(planning_problems(there, fine)) == []
    wrong = [held(date(2016, 4, 28), None), held(DAY, "Les transitions")]
    with speaking("en"):
        outside, twice = map(str, planning_problems(there, wrong))
    assert outside.startswith("plan.csv:2: the meeting of 2016-04-28 lies outside the period")
    assert twice.startswith("plan.csv:2: two meetings have the date 2017-04-28 and the same theme")


WORDS = st.text(st.sampled_from("aéB’'-: #[{M.œ"), min_size=1, max_size=12).filter(str.strip)
SPEAKERS = st.builds(
    someone, WORDS, st.none() | WORDS, st.none() | WORDS, gender=st.none() | st.sampled_from(Gender)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.builds(
            lambda day, theme, kind, speakers: held(day, theme, *speakers, kind=kind),
            st.none() | st.just(DAY),
            st.none() | WORDS,
            st.sampled_from(MeetingKind),
            st.lists(SPEAKERS, max_size=3),
        ),
        max_size=4,
        unique_by=lambda meeting: (meeting.date, meeting.theme),
    )
)
def test_whatever_is_planned_can_be_read_and_planning_it_again_registers_nobody_new(
    tmp_path_factory: pytest.TempPathFactory, meetings: list[PlannedMeeting]
) -> None:
    """Signs that mean something in YAML, names without letters, and names that are the same."""
    made = plan(REPORT, meetings)
    report = read(made, tmp_path_factory.mktemp("plan") / "r").report
    assert len(report.meetings) == len(meetings)
    assert made.report_text.startswith(REPORT.partition("organizations:")[0])
    assert plan(made.report_text, meetings).report_text == made.report_text


def test_someone_of_a_state_that_needs_no_entry_is_found_again() -> None:
    """The key of the function is no key of the report's registry, and the gender is not written."""
    speakers = (
        "  luz:\n    person: {name: Ana Luz}\n"
        "    function: {title: Représentante permanente, of: chile}\n"
    )
    report = REPORT.replace("speakers:\n", f"speakers:\n{speakers}", 1)
    luz = someone("Ana Luz", "Représentante permanente", "Chili")
    assert registered(luz, report=report) == (["luz"], [])
    made = plan(report, [held(DAY, "x", luz)])
    assert (
        "Mme Ana Luz, Représentante permanente du Chili" in made.files["meetings/2017-04-28.yaml"]
    )
