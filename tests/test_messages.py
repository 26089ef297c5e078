"""Messages and errors: sentences in the reader's language, with their place."""

import errno

import pytest

from reportgen.errors import Place, Problem, ReportgenError, path_of, reason_of
from reportgen.messages import (
    Message,
    counted,
    environment_language,
    message,
    speaking,
    spoken_language,
)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_CA"}, "fr"),
        ({"LANGUAGE": "en:fr", "LANG": "fr_FR"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LC_ALL": "C.UTF-8"}, "fr"),
    ],
)
def test_the_environment_says_which_language_is_spoken(
    environment: dict[str, str], language: str
) -> None:
    """English where it is asked for, French for everyone else."""
    assert environment_language(environment) == language


def test_a_language_is_spoken_only_as_long_as_its_context_lasts() -> None:
    """Contexts nest, and end."""
    with speaking("en"):
        with speaking("fr"):
            assert spoken_language() == "fr"
        assert spoken_language() == "en"


def test_a_message_is_put_into_the_language_when_it_is_shown() -> None:
    """The same value speaks both languages."""
    said = message("the text is empty")
    with speaking("en"):
        assert str(said) == "the text is empty"
    with speaking("fr"):
        assert str(said) == "le texte est vide"


def test_a_message_mentions_its_values_even_if_they_are_messages() -> None:
    """A value may be a message of its own."""
    with speaking("en"):
        assert str(Message("{a}, {b}", {"a": 1, "b": message("the text is empty")})) == (
            "1, the text is empty"
        )


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (1, "Un point à corriger.", "One thing to mend."),
        (2, "2 points à corriger.", "2 things to mend."),
    ],
)
def test_a_number_of_things_is_said_as_the_language_counts(
    count: int, french: str, english: str
) -> None:
    """By the rule of the catalogue for French."""
    said = counted("One thing to mend.", "{count} things to mend.", count)
    with speaking("fr"):
        assert str(said) == french
    with speaking("en"):
        assert str(said) == english


def test_a_message_says_measures_as_they_are_written_in_the_language() -> None:
    """With a comma in French, and no figure behind it where there is nothing to say."""
    said = Message("{a}, {b}, {c}", {"a": 20.5, "b": -3.0, "c": "12.5"})
    with speaking("fr"):
        assert str(said) == "20,5, -3, 12.5"
    with speaking("en"):
        assert str(said) == "20.5, -3, 12.5"


def test_a_problem_says_where_what_and_what_to_do() -> None:
    """One problem reads as place, fault, the lines concerned, and advice."""
    problem = Problem(
        message("the text is empty"),
        message("Use one of: {known}.", known="a, b"),
        Place("report.yaml", 3, 5),
        excerpt="title: ''",
    )
    with speaking("en"):
        assert str(problem) == (
            "report.yaml:3:5: the text is empty\n    title: ''\n  → Use one of: a, b."
        )
    with speaking("fr"):
        assert str(problem).startswith("report.yaml:3:5\u00a0: le texte est vide")


def test_a_problem_without_a_file_names_the_value_of_the_report() -> None:
    """Scripts have no files: the way to the record is told."""
    problem = Problem(message("the text is empty")).under("meetings", 2).under()
    with speaking("en"):
        assert str(problem) == "meetings.2: the text is empty"


def test_an_error_says_all_its_problems() -> None:
    """Every problem is told, in order, and the command ends with 2."""
    error = ReportgenError(Problem(message("one")), Problem(message("two")))
    with speaking("en"):
        assert str(error) == "one\ntwo"
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("error", "french"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "autorisation refusée"),
        (OSError(errno.ENOSPC, "No space left"), "il n’y a plus de place sur le disque"),
        (
            OSError(errno.EDQUOT, "Quota exceeded"),
            "la place dont vous disposez sur le disque est épuisée",
        ),
        (OSError(errno.EXDEV, "Cross-device link"), "Cross-device link"),
        (OSError("gone"), "gone"),
    ],
)
def test_why_the_system_refused_a_file_is_said_in_the_readers_language(
    error: OSError, french: str
) -> None:
    """Where the reason is a common one; in the system's own words otherwise."""
    with speaking("fr"):
        assert str(reason_of(error)) == french


def test_the_origin_of_a_block_reads_as_a_path() -> None:
    """Numbers in it are positions."""
    assert path_of("meetings.2.concept_note") == ("meetings", 2, "concept_note")
    assert path_of("") == ()


def test_a_place_in_a_table_names_its_cell() -> None:
    """By sheet and cell in a workbook, by line and heading in a text."""
    with speaking("en"):
        assert str(Place("p.xlsx", cell="Plan!C5")) == "p.xlsx, sheet “Plan”, cell C5"
        assert str(Place("p.xlsx", cell="Plan!")) == "p.xlsx, sheet “Plan”"
        assert str(Place("p.xlsx", cell="a!b!C5")) == "p.xlsx, sheet “a!b”, cell C5"
        assert str(Place("p.csv", 3, cell="Date")) == "p.csv:3, column “Date”"
    with speaking("fr"):
        assert str(Place("p.xlsx", cell="Plan!C5")) == (
            "p.xlsx, feuille «\u00a0Plan\u00a0», cellule C5"
        )
