"""Organizations and speakers that are registered once and referred to by their keys."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

Told: TypeAlias = Callable[[Mapping[str, str | bytes]], str]


def test_speakers_written_out_are_known_even_among_other_faults(told: Told, meeting: str) -> None:
    """Their keys come from their names."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting.replace(
                "khare]", "{person: {name: Omar Hilale}, function: {title: {todo: a}}}]"
            )
            .replace("by: khare", "by: omar-hilale")
            .replace("2016-04-28", "x")
        }
    ) == (
        "r/meetings/2016-04-28.yaml:1:7: “x” is not a date with its year\n"
        "    date: x\n"
        "          ^\n"
        "  → Write the year, the month and the day, for example 2016-04-28."
    )


def test_a_faulty_speaker_leaves_open_who_may_speak(told: Told, meeting: str) -> None:
    """The key of a speaker without a name is unknown."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting.replace(
                "khare]", "{person: {name: 3}, function: {title: a}}]"
            )
        }
    ) == (
        "r/meetings/2016-04-28.yaml:3:28: found the number 3, expected a text\n"
        "    speakers: [{person: {name: 3}, function: {title: a}}]\n"
        "                               ^\n"
        "  → If it is a text, put it in quotes: '3'."
    )


def test_a_speaker_listed_twice_is_told_at_the_second(told: Told, meeting: str) -> None:
    """One of the two is too many."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("[khare]", "[khare, khare]")}) == (
        "r/meetings/2016-04-28.yaml:3:19: the speaker “khare” is listed twice\n"
        "    speakers: [khare, khare]\n"
        "                      ^\n"
        "  → List each speaker of a meeting once."
    )


def test_an_unknown_speaker_is_told_with_the_nearest_and_not_again_where_she_speaks(
    told: Told, meeting: str
) -> None:
    """Once is enough."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("khare", "kare")}) == (
        "r/meetings/2016-04-28.yaml:3:12: “kare” is not registered under “speakers”\n"
        "    speakers: [kare]\n"
        "               ^\n"
        "  → Write “khare”."
    )


def test_an_unknown_organization_is_told_with_the_nearest(told: Told, report: str) -> None:
    """Keys are compared without accents; those of the report come first."""
    faulty = report.replace("of: senegal", "of: Union-Nord").replace("senegal:", "union-nords:")
    assert told({"report.yaml": faulty}) == (
        "r/report.yaml:9:9: “Union-Nord” is not registered under “organizations”\n"
        "        of: Union-Nord\n"
        "            ^\n"
        "  → Write “union-nords”."
    )


def test_a_slip_in_the_key_of_a_state_is_told_with_the_key(told: Told, report: str) -> None:
    """States need no entry, and their keys are proposed like those that have one."""
    assert told({"report.yaml": report.replace("of: senegal", "of: mozambik")}) == (
        "r/report.yaml:9:9: “mozambik” is not registered under “organizations”\n"
        "        of: mozambik\n"
        "            ^\n"
        "  → Write “mozambique”."
    )


def test_an_organization_that_resembles_none_is_told_with_all(told: Told, report: str) -> None:
    """So that one can choose."""
    assert told({"report.yaml": report.replace("of: senegal", "of: kosmos")}) == (
        "r/report.yaml:9:9: “kosmos” is not registered under “organizations”\n"
        "        of: kosmos\n"
        "            ^\n"
        "  → Add it there, or use one of: senegal."
    )


def test_an_empty_registry_is_told_with_what_an_entry_looks_like(
    told: Told, meeting: str, report: str
) -> None:
    """There is nothing to choose from, and no entry to imitate."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting, "report.yaml": report[: report.index("speakers:")]}
    ) == (
        "r/meetings/2016-04-28.yaml:3:12: “khare” is not registered under “speakers”\n"
        "    speakers: [khare]\n"
        "               ^\n"
        "  → Add it there, with a line such as “speakers: {khare: {person:"
        " {name: …, gender: feminine}, function: {title: …}}}”."
    )


def test_a_fault_in_a_registry_is_told_once_however_often_it_is_used(
    told: Told, meeting: str, report: str
) -> None:
    """The reference is in order."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting,
            "report.yaml": report.replace("name: Ana Khare", "name: 3"),
        }
    ) == (
        "r/report.yaml:16:13: found the number 3, expected a text\n"
        "          name: 3\n"
        "                ^\n"
        "  → If it is a text, put it in quotes: '3'."
    )


def test_a_registry_is_no_list(told: Told, report: str) -> None:
    """Each entry needs its key."""
    assert told(
        {
            "report.yaml": report[: report.index("organizations:")].replace("    of: senegal\n", "")
            + "organizations: [onu]\n"
        }
    ) == (
        "r/report.yaml:9:16: found a list, expected a key for each of them\n"
        "    organizations: [onu]\n"
        "                   ^"
    )


def test_a_registered_speaker_has_no_key_but_the_registry_s(told: Told, report: str) -> None:
    """Two keys would be one too many."""
    assert told({"report.yaml": report + "    key: atul\n"}) == (
        "r/report.yaml:19:10: the key of a registered speaker is its name here, “khare”\n"
        "        key: atul\n"
        "             ^\n"
        "  → Delete this line."
    )


def test_someone_who_speaks_without_being_listed_is_told_even_among_other_faults(
    told: Told, meeting: str
) -> None:
    """The list is known, the date is not."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting.replace("by: khare", "by: ladsous").replace(
                "2016-04-28", "demain"
            )
        }
    ) == (
        "r/meetings/2016-04-28.yaml:1:7: “demain” is not a date with its year\n"
        "    date: demain\n"
        "          ^\n"
        "  → Write the year, the month and the day, for example 2016-04-28.\n"
        "r/meetings/2016-04-28.yaml:5:9: “ladsous” is not among the speakers of the meeting\n"
        "      - by: ladsous\n"
        "            ^\n"
        "  → Use one of: chair, participants, khare."
    )


def test_references_are_believed_when_the_report_file_cannot_be_read(
    told: Told, meeting: str
) -> None:
    """Only what is certain is told."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting.replace("Technologie", "3"),
            "report.yaml": 'period: "2016\n',
        }
    ) == (
        "r/report.yaml:1:9: the quotation mark that opens here is not closed\n"
        '    period: "2016\n'
        "            ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      period: >-\n"
        "        2016\n"
        "r/meetings/2016-04-28.yaml:2:8: found the number 3, expected a text\n"
        "    theme: 3\n"
        "           ^\n"
        "  → If it is a text, put it in quotes: '3'."
    )
