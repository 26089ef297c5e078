"""Rows of a programme, and the meetings that they plan."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from programmes import HEADINGS, delimited, workbook

from reportgen.errors import Place
from reportgen.messages import speaking
from reportgen.programme import PlannedMeeting, PlannedSpeaker, Programme
from reportgen.records import Gender, MeetingKind, Period, Symbol

Whole = Callable[..., Programme]
Read = Callable[..., tuple[PlannedMeeting, ...]]
Told = Callable[..., str]

DAY = date(2017, 4, 28)
IN_ONE = ("Date", "Thème", "Intervenants")


def plain(said: str) -> str:
    """Give a French text with plain spaces."""
    return said.replace("\u00a0", " ")


def people(meeting: PlannedMeeting) -> list[tuple[str, str | None, str | None]]:
    """Give the name, title and organization of each speaker."""
    return [(s.name, s.title, s.organization) for s in meeting.speakers]


def test_one_row_a_speaker(read: Read) -> None:
    """The cells of the meeting may stay empty or be repeated in the rows of its other speakers."""
    first, second = read(
        [
            (DAY, "thématique", "Eau", "S/2017/9", "F", None, "Ada A", "Cheffe", "ONU"),
            (None, None, None, None, "M", "Général", "Bo B", "Commandant", "MINUSMA"),
            (date(2017, 5, 2), None, "Feu", None, None, None, "Ada A", None, None),
            ("02/05/2017", None, "FEU", None, None, None, "Cy C", None, "Mali"),
        ]
    )
    assert first == PlannedMeeting(
        date=DAY,
        kind=MeetingKind.THEMATIC,
        theme="Eau",
        concept_note=Symbol("S/2017/9"),
        note_awaited=False,
        speakers=(
            PlannedSpeaker(
                name="Ada A",
                title="Cheffe",
                organization="ONU",
                gender=Gender.FEMININE,
                place=Place("plan.xlsx", cell="Programme!G2"),
            ),
            PlannedSpeaker(
                name="Bo B",
                title="Commandant",
                organization="MINUSMA",
                gender=Gender.MASCULINE,
                rank="Général",
                place=Place("plan.xlsx", cell="Programme!G3"),
            ),
        ),
        place=Place("plan.xlsx", cell="Programme!A2"),
    )
    assert (second.date, second.theme) == (date(2017, 5, 2), "Feu")
    assert people(second) == [("Ada A", None, None), ("Cy C", None, "Mali")]


@pytest.mark.parametrize(("sign"), ["\n", " ; ", ";"])
def test_one_row_a_meeting(read: Read, sign: str) -> None:
    """Speakers share a cell, by lines or semicolons, and their titles stand in parallel."""
    cells = (sign.join(("Mme Ada A", "M. Bo B")), sign.join(("Cheffe", "–")), f"ONU{sign}Mali")
    (meeting,) = read([(DAY, None, "Eau", None, None, None, *cells)])
    assert people(meeting) == [("Ada A", "Cheffe", "ONU"), ("Bo B", None, "Mali")]
    assert [s.gender for s in meeting.speakers] == [Gender.FEMININE, Gender.MASCULINE]


def test_the_title_of_one_speaker_may_run_over_lines(read: Read) -> None:
    """Only several names part a cell; lists may have bullets and empty lines."""
    one, two = read(
        [
            (DAY, None, "Eau", None, None, None, "Ada A", "Cheffe\ndu Bureau; par intérim", "ONU"),
            (DAY, None, "Feu", None, None, None, "- Ada A\n\n- Bo B ;", "1. X\n\n2. Y", None),
        ]
    )
    assert people(one) == [("Ada A", "Cheffe du Bureau; par intérim", "ONU")]
    assert people(two) == [("Ada A", "X", None), ("Bo B", "Y", None)]


def test_a_speaker_may_stand_in_one_cell_with_title_and_organization(read: Read) -> None:
    """Where there are no columns for them: what lies between the first and last comma is one."""
    (meeting,) = read(
        workbook([IN_ONE, (DAY, "Eau", "Mme Ada A, cheffe, chargée de l’eau, ONU\nBo B, chef\nCy")])
    )
    assert people(meeting) == [
        ("Ada A", "cheffe, chargée de l’eau", "ONU"),
        ("Bo B", "chef", None),
        ("Cy", None, None),
    ]


def test_given_names_may_have_a_column(read: Read) -> None:
    """They are put before the family name."""
    rows = [("Date", "Thème", "Nom", "Prénom"), (DAY, "Eau", "A", "Ada"), (None, None, "Bo B", "")]
    (meeting,) = read(workbook(rows))
    assert people(meeting) == [("Ada A", None, None), ("Bo B", None, None)]


@pytest.mark.parametrize(
    ("name", "plain", "gender"),
    [
        ("M. Bo B", "Bo B", Gender.MASCULINE),
        ("Mr Bo B", "Bo B", Gender.MASCULINE),
        ("S.E. M. Bo B", "Bo B", Gender.MASCULINE),
        ("Mme Ada A", "Ada A", Gender.FEMININE),
        ("Mrs. Ada A", "Ada A", Gender.FEMININE),
        ("MME Ada A", "Ada A", Gender.FEMININE),
        ("Mme\u00a0Ada A", "Ada A", Gender.FEMININE),
        ("M Night", "M Night", None),
        ("Mmeri Bo", "Mmeri Bo", None),
    ],
)
def test_a_civility_before_a_name_tells_the_gender(
    read: Read, name: str, plain: str, gender: Gender | None
) -> None:
    """It is taken from the name."""
    (meeting,) = read([(DAY, None, "Eau", None, None, None, name)])
    assert [(s.name, s.gender) for s in meeting.speakers] == [(plain, gender)]


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("M", Gender.MASCULINE),
        ("M.", Gender.MASCULINE),
        ("masculin", Gender.MASCULINE),
        ("F", Gender.FEMININE),
        ("Mme", Gender.FEMININE),
        ("féminin", Gender.FEMININE),
        ("à confirmer", None),
    ],
)
def test_a_column_may_tell_the_gender(read: Read, word: str, gender: Gender | None) -> None:
    """By a letter, a word or a civility."""
    (meeting,) = read([(DAY, None, "Eau", None, word, None, "Ada A")])
    assert meeting.speakers[0].gender == gender


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (None, MeetingKind.THEMATIC),
        ("Thématique", MeetingKind.THEMATIC),
        ("Réunion d’organisation", MeetingKind.ORGANIZATIONAL),
        ("organisation", MeetingKind.ORGANIZATIONAL),
        ("réunions informelles", MeetingKind.INFORMAL),
        ("Réunion conjointe", MeetingKind.JOINT),
        ("extraordinaire", MeetingKind.SPECIAL),
        ("Spéciale", MeetingKind.SPECIAL),
        ("débat public", MeetingKind.DEBATE),
        ("Joint meeting", MeetingKind.JOINT),
    ],
)
def test_kinds_have_french_and_english_words(
    read: Read, word: str | None, kind: MeetingKind
) -> None:
    """A meeting without a kind is thematic."""
    (meeting,) = read([(DAY, word, "Eau")])
    assert meeting.kind == kind


@pytest.mark.parametrize(
    "undecided",
    ["à confirmer", "À déterminer", "s. d.", "(à préciser)", "TBC", "N/A", "?", "—", None],
)
def test_what_is_not_decided_is_none(read: Read, undecided: str | None) -> None:
    """In a row that begins a meeting with a theme, and in the cell of the note."""
    (meeting,) = read([(undecided, None, "Eau", undecided, None, None, undecided)])
    assert (meeting.date, meeting.concept_note, meeting.speakers) == (None, None, ())
    assert meeting.place == Place("plan.xlsx", cell=f"Programme!{'A' if undecided else 'C'}2")


def test_a_meeting_may_have_no_theme(read: Read) -> None:
    """Several meetings on one day differ in their theme or kind."""
    meetings = read([(DAY, "organisation"), (DAY, "informelle"), (DAY, None, "Eau")])
    assert [(m.kind.value, m.theme) for m in meetings] == [
        ("organizational", None),
        ("informal", None),
        ("thematic", "Eau"),
    ]


def test_merged_cells_count_as_repeated(read: Read) -> None:
    """A day over two meetings, and an organization over two speakers."""
    rows = [
        HEADINGS,
        (DAY, None, "Eau", None, None, None, "Ada A", None, "ONU"),
        (None, None, None, None, None, None, "Bo B", None, None),
        (None, None, "Feu", None, None, None, "Cy C", None, "Mali"),
        (None, None, None, None, None, None, None, None, None),
    ]
    eau, feu = read(workbook(rows, merged=["A2:A5", "C2:C3", "C4:C5", "I2:I3"]))
    assert people(eau) == [("Ada A", None, "ONU"), ("Bo B", None, "ONU")]
    assert (feu.date, people(feu)) == (DAY, [("Cy C", None, "Mali")])


def test_a_row_of_nothing_but_merged_cells_adds_nothing(read: Read) -> None:
    """Its other columns may say more of the same speaker."""
    rows = [("Date", "Thème", "Nom", "Salle"), (DAY, "Eau", "Ada A", "3"), (None, None, None, "4")]
    (meeting,) = read(workbook(rows, merged=["A2:A3", "B2:B3", "C2:C3"]))
    assert people(meeting) == [("Ada A", None, None)]


def test_columns_stand_in_any_order_and_others_are_ignored(read: Read) -> None:
    """Titles above the headings and empty rows too; headings may be repeated on each page."""
    headings = ("Salle", "Intervenant", "Thème", "Date")
    (meeting,) = read(
        workbook(
            [
                ("Programme de travail",),
                (),
                headings,
                ("#REF!", "Ada A", "Eau", "28 avril"),
                (),
                headings,
                ("3", "Bo B", None, None),
            ]
        )
    )
    assert (meeting.date, people(meeting)) == (DAY, [("Ada A", None, None), ("Bo B", None, None)])


def test_dates_may_have_an_hour(read: Read) -> None:
    """Which is left out."""
    (meeting,) = read([(datetime(2017, 4, 28, 10), None, "Eau")])  # noqa: DTZ001 -- as in Excel
    assert meeting.date == DAY


def test_every_fault_is_told_at_once_by_its_cell(told: Told) -> None:
    """In the order of the rows, in French as in English."""
    rows = [
        (None, None, None, None, None, None, "Ada A"),
        (date(2016, 4, 28), "rencontre", "Eau", "S-2017", "x", None, "Bo B"),
        ("42853", None, "Feu", "#N/A", "F", None, "M. Cy C"),
        ("28 avril", None, "Air", None, None, None, "Di D\nEd E", "A\nB\nC"),
        (None, None, None, None, None, None, "Di D", None),
        (None, None, None, None, None, None, None, "chef"),
        ("2/5/2017", None, "Te\x85rre", None, "F\nM", None, "à confirmer ; Ed", "X"),
    ]
    assert told(rows) == (
        "plan.xlsx, sheet “Programme”, cell G2: the row names a speaker, and no meeting stands"
        " above it\n  → Write the date and the theme of the meeting in this row or above it.\n"
        "plan.xlsx, sheet “Programme”, cell A3: the meeting of 2016-04-28 lies outside the period,"
        " 2017-01-01 to 2017-12-31\n  → Correct the date, or the period of the report.\n"
        "plan.xlsx, sheet “Programme”, cell B3: “rencontre” is not one kind of meeting\n"
        "  → Write one of: thématique, organisation, informelle, conjointe, extraordinaire,"
        " débat.\n"
        "plan.xlsx, sheet “Programme”, cell D3: “S-2017” is not the symbol of a UN document\n"
        "  → Write it as on the document, for example S/2016/1019, S/PRST/2001/3 or"
        " A/70/95-S/2015/446.\n"
        "plan.xlsx, sheet “Programme”, cell E3: “x” is not a gender\n"
        "  → Write M or F; a rank stands in a column “Grade”.\n"
        "plan.xlsx, sheet “Programme”, cell A4: the cell holds the number 42853, not a date\n"
        "  → If 28/04/2017 is meant, give the cell the format Date in the spreadsheet; otherwise"
        " write the date.\n"
        "plan.xlsx, sheet “Programme”, cell D4: the cell holds the error “#N/A”\n"
        "  → Correct the formula, or write the value itself.\n"
        "plan.xlsx, sheet “Programme”, cell G4: “M. Cy C” has another gender in the column of"
        " genders\n  → Correct one of the two.\n"
        "plan.xlsx, sheet “Programme”, cell H5: the row names 2 speakers, and this cell has 3"
        " lines\n  → Write one line for each speaker, and “–” where there is nothing to say.\n"
        "plan.xlsx, sheet “Programme”, cell G6: “Di D” is named twice for one meeting\n"
        "  → Name each speaker of a meeting once.\n"
        "plan.xlsx, sheet “Programme”, cell H7: the row tells of a speaker without a name\n"
        "  → Write the name in the column of the speakers, or empty these cells for now.\n"
        "plan.xlsx, sheet “Programme”, cell H8: the row names 2 speakers, and this cell has 1"
        " lines\n  → Write one line for each speaker, and “–” where there is nothing to say.\n"
        "plan.xlsx, sheet “Programme”, cell G8: the row tells of a speaker without a name\n"
        "  → Write the name in the column of the speakers, or empty these cells for now."
    )
    assert plain(told(rows, language="fr")).startswith(
        "plan.xlsx, feuille « Programme », cellule G2 : la ligne nomme un intervenant, mais"
        " aucune réunion ne figure au-dessus d’elle\n"
        "  → Écrivez la date et le thème de la réunion dans cette ligne ou au-dessus."
    )


def test_a_text_with_delimiters_names_the_line_and_the_heading(told: Told) -> None:
    """Lines count those within cells."""
    rows = [
        ("Programme",),
        ("Date de la réunion", "Thème", "Intervenants"),
        ("28/04/2017", "Eau", "Ada A\nBo B"),
        ("28/04/2018", "Feu", "Cy C"),
    ]
    assert told(delimited(rows), "plan.csv") == (
        "plan.csv:5, column “Date de la réunion”: the meeting of 2018-04-28 lies outside the"
        " period, 2017-01-01 to 2017-12-31\n  → Correct the date, or the period of the report."
    )
    assert plain(told(delimited(rows), "plan.csv", language="fr")).startswith(
        "plan.csv:5, colonne « Date de la réunion » : la réunion du 2018-04-28"
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [(DAY, None, "Eau"), (date(2017, 5, 2), None, "Feu"), (DAY, None, "L’EAU"), (DAY,)],
            "",
        ),
        (
            [(DAY, None, "Eau"), (date(2017, 5, 2), None, "Feu"), ("28 avril", None, "EAU")],
            "cell A4: two meetings have the date 2017-04-28 and the same theme",
        ),
        (
            [(DAY, None, "Eau"), (DAY, None, "Eau")],
            "cell A3: two meetings have the date 2017-04-28 and the same theme",
        ),
        (
            [(DAY, None, "Eau", "S/2017/1"), (DAY, None, "Eau", "S/2017/2")],
            "cell A3: two meetings have the date 2017-04-28 and the same theme",
        ),
        ([("?", None, "Eau"), (None, None, "Eau")], "cell C3: two meetings without a date have"),
        ([(DAY, "organisation")] * 2, "cell A3: two meetings have the date 2017-04-28\n"),
        ([("?", "organisation")] * 2, ""),
    ],
)
def test_no_two_meetings_share_day_and_theme(
    read: Read, told: Told, rows: list[tuple[object, ...]], said: str
) -> None:
    """Capitals and signs do not make another theme."""
    if said:
        assert said in told(rows)
    else:
        assert len(read(rows)) == len(rows)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("28/04/2017", None, "a_x0001_b"), "the text holds the control character U+0001 after"),
        ((None, "organisation"), "cell B2: the row has neither a date nor a theme"),
        (("vendredi", None, "Eau"), "cell A2: “vendredi” is not a date"),
        ((DAY, "débat thématique", "Eau"), "“débat thématique” is not one kind of meeting"),
        ((DAY, None, "Nom", None, None, None, "Nom de l’intervenant"), "the words of the example"),
        (("########", None, "Eau"), "only “########”: its column is too narrow"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told(told: Told, row: tuple[object, ...], said: str) -> None:
    """Each with its own words."""
    assert said in told([row])


def test_a_control_character_in_a_text_is_told(told: Told) -> None:
    """A text may hold it as such; a workbook writes it as _x0001_."""
    rows = [("Date", "Thème"), (DAY, "a\x01b")]
    assert told(delimited(rows), "plan.csv") == (
        "plan.csv:2, column “Thème”: the text holds the control character U+0001 after “a”\n"
        "  → Delete the character; it often comes along with a copied text."
    )


def test_the_period_may_be_no_calendar_year(read: Read) -> None:
    """Days without a year are taken where only one of its years has them."""
    period = Period(date(2016, 7, 1), date(2017, 6, 30))
    meetings = read([("28 avril", None, "Eau"), ("3 août", None, "Feu")], period=period)
    assert [m.date for m in meetings] == [DAY, date(2016, 8, 3)]


def test_people_named_together_are_several_with_one_function(whole: Whole) -> None:
    """Which gender each has is left open, and the reading told."""
    programme = whole([(DAY, None, "Eau", None, "F", None, "Ana Luz et Bo Roy", "Juges", "CIJ")])
    assert [
        (speaker.name, speaker.title, speaker.organization, speaker.gender)
        for speaker in programme.meetings[0].speakers
    ] == [("Ana Luz", "Juges", "CIJ", None), ("Bo Roy", "Juges", "CIJ", None)]
    with speaking("en"):
        several, shared = map(str, programme.remarks)
    assert several.endswith("cell G2: “Ana Luz et Bo Roy” is understood as several speakers")
    assert shared.endswith(
        "cell H2: “Juges” stands for each of them: put it in the singular under “speakers”"
    )


def test_a_title_behind_a_name_is_the_title_where_its_column_is_empty(whole: Whole) -> None:
    """As it is where the table has no such column; the reading is told."""
    behind = "Mme Bo Ek, Sous-Secrétaire générale"
    programme = whole([(DAY, None, "Eau", None, None, None, behind, None, "ONU")])
    (speaker,) = programme.meetings[0].speakers
    assert (speaker.name, speaker.title, speaker.organization) == (
        "Bo Ek",
        "Sous-Secrétaire générale",
        "ONU",
    )
    with speaking("en"):
        (remark,) = map(str, programme.remarks)
    assert remark.endswith(f"“{behind}” is understood as Sous-Secrétaire générale, Bo Ek")


def test_a_count_below_the_speakers_is_nobody(whole: Whole) -> None:
    """It is told, and not read."""
    programme = whole(
        [
            (DAY, None, "Eau", None, None, None, "Ana Luz", "Juge", "CIJ"),
            (None, None, None, None, None, None, "Total : 1 réunion", None, None),
        ]
    )
    assert [speaker.name for speaker in programme.meetings[0].speakers] == ["Ana Luz"]
    with speaking("en"):
        (remark,) = map(str, programme.remarks)
    assert remark.endswith("cell G3: “Total : 1 réunion” is no name, and is not read")


@pytest.mark.parametrize(
    ("written", "awaited"),
    [(None, False), ("–", False), ("néant", False), ("à venir", True), ("S/2017/1", False)],
)
def test_an_empty_cell_means_that_there_is_no_note(
    read: Read, written: str | None, *, awaited: bool
) -> None:
    """A note that is to come is said to be."""
    (meeting,) = read([(DAY, None, "Eau", written)])
    assert meeting.note_awaited is awaited


def test_accents_are_one_with_their_letters_in_a_programme(read: Read) -> None:
    """What is copied from macOS parts them."""
    (meeting,) = read((("28/04/2017", "", "De\u0301veloppement"),))
    assert meeting.theme == "Développement"


@pytest.mark.parametrize(
    ("written", "kind", "theme"),
    [
        ("Réunion d’organisation", MeetingKind.ORGANIZATIONAL, None),
        ("Séance informelle", MeetingKind.INFORMAL, None),
        ("Réunion informelle sur l’eau", MeetingKind.THEMATIC, "Réunion informelle sur l’eau"),
    ],
)
def test_a_theme_that_is_but_a_kind_tells_the_kind(
    whole: Whole, written: str, kind: MeetingKind, theme: str | None
) -> None:
    """So that a meeting on the work of the body is not counted as one on a theme."""
    (meeting,) = whole(delimited([("Date", "Thème"), (DAY, written)]), "plan.csv").meetings
    assert (meeting.kind, meeting.theme) == (kind, theme)
