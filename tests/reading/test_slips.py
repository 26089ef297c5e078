"""Slips of the pen that YAML cannot read, or reads as something else."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest

Told: TypeAlias = Callable[[Mapping[str, str | bytes]], str]


def test_a_colon_in_a_text_after_a_key_is_told_with_a_block_as_the_way_out(
    told: Told, meeting: str
) -> None:
    """YAML refuses the line; the example uses its words."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", "Civils : liens")}) == (
        "r/meetings/2016-04-28.yaml:2:15: YAML takes the colon in this text for the end"
        " of a key\n"
        "    theme: Civils : liens\n"
        "                  ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        Civils : liens"
    )


def test_a_colon_in_the_second_line_of_a_text_is_told_with_the_whole_text(
    told: Told, meeting: str
) -> None:
    """The example joins the lines."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting.replace(
                "Technologie", "Protection\n  des civils : liens"
            )
        }
    ) == (
        "r/meetings/2016-04-28.yaml:3:14: YAML takes the colon in this text for the end"
        " of a key\n"
        "      des civils : liens\n"
        "                 ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        Protection des civils : liens"
    )


def test_a_colon_that_yaml_takes_in_silence_for_a_key_is_told_too(told: Told, meeting: str) -> None:
    """A list item with a colon is a mapping to YAML."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Une phrase.", "Civils : liens")}) == (
        "r/meetings/2016-04-28.yaml:7:9: YAML takes the colon in this text for the end"
        " of a key\n"
        "          - Civils : liens\n"
        "            ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      - >-\n"
        "        Civils : liens"
    )


def test_a_colon_in_a_text_on_the_line_below_its_key_is_told(told: Told, meeting: str) -> None:
    """Likewise a mapping to YAML."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting.replace("Technologie", "\n  Civils : liens")}
    ) == (
        "r/meetings/2016-04-28.yaml:3:3: YAML takes the colon in this text for the end"
        " of a key\n"
        "      Civils : liens\n"
        "      ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      >-\n"
        "        Civils : liens"
    )


def test_every_slip_of_a_file_is_told_at_once_with_what_else_is_wrong(
    told: Told, meeting: str
) -> None:
    """Reading goes on as if the texts had been in blocks."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting.replace("Technologie", "Civils : liens")
            .replace("Une phrase.", "[Note] sur")
            .replace("by: khare", "by: kare")
        }
    ) == (
        "r/meetings/2016-04-28.yaml:2:15: YAML takes the colon in this text for the end"
        " of a key\n"
        "    theme: Civils : liens\n"
        "                  ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        Civils : liens\n"
        "r/meetings/2016-04-28.yaml:5:9: “kare” is not among the speakers of the meeting\n"
        "      - by: kare\n"
        "            ^\n"
        "  → Use one of: chair, participants, khare.\n"
        "r/meetings/2016-04-28.yaml:7:9: a text cannot begin with “[”, which YAML keeps"
        " for itself\n"
        "          - [Note] sur\n"
        "            ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      - >-\n"
        "        [Note] sur"
    )


def test_a_text_that_is_braces_alone_is_told(told: Told, meeting: str) -> None:
    """YAML takes it for a mapping."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", "{speakers}")}) == (
        "r/meetings/2016-04-28.yaml:2:8: found keys and values, expected a text\n"
        "    theme: {speakers}\n"
        "           ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        {speakers}"
    )


@pytest.mark.parametrize(
    ("written", "column", "quoted"),
    [
        ("{todo: [a]}", 15, "[a]"),
        ("{todo: [l'eau, [b]] }", 15, "[l''eau, [b]]"),
        ("{todo: {a: b, c: d}}", 15, "{a: b, c: d}"),
        ("{todo: 3}", 15, "3"),
        ("{ todo: [a", 16, "[a"),
    ],
)
def test_within_brackets_a_text_is_put_in_quotes(
    told: Told, meeting: str, written: str, column: int, quoted: str
) -> None:
    """No block may stand there; what follows the value is not taken for its end."""
    rest = "\n  , b]}" if quoted == "[a" else ""
    text = told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", written + rest)})
    assert text.startswith(f"r/meetings/2016-04-28.yaml:2:{column}: found ")
    assert text.endswith(f"\n  → If it is a text, put it in quotes: '{quoted}'.")


def test_a_sign_of_yaml_within_brackets_is_told_with_the_words_that_it_begins(
    told: Told, meeting: str
) -> None:
    """An asterisk for italics, for instance, up to the comma."""
    faulty = meeting.replace("- Une phrase.", "[*Nota, Une phrase.]")
    assert told({"meetings/2016-04-28.yaml": faulty}) == (
        "r/meetings/2016-04-28.yaml:7:8: “*Nota” refers to nothing\n"
        "          [*Nota, Une phrase.]\n"
        "           ^\n"
        "  → If it is a text, put it in quotes: '*Nota'."
    )


def test_a_text_that_begins_with_an_ampersand_is_told(told: Told, meeting: str) -> None:
    """YAML would drop its first word as an anchor."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", "&Cadre relatif")}) == (
        "r/meetings/2016-04-28.yaml:2:8: “&Cadre” names a value that nothing refers to\n"
        "    theme: &Cadre relatif\n"
        "           ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        &Cadre relatif"
    )


def test_a_tag_is_refused(told: Told, meeting: str) -> None:
    """A text that begins with an exclamation mark is one to YAML."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", "!Cadre relatif")}) == (
        "r/meetings/2016-04-28.yaml:2:8: the file holds a YAML tag, “!Cadre”\n"
        "    theme: !Cadre relatif\n"
        "           ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        !Cadre relatif"
    )


def test_a_tab_at_the_head_of_a_line_is_told(told: Told, meeting: str) -> None:
    """YAML indents with spaces."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("  - by", "\t- by")}) == (
        "r/meetings/2016-04-28.yaml:5:1: the line is indented with a tab\n"
        "     - by: khare\n"
        "    ^\n"
        "  → Indent lines with spaces only."
    )


def test_a_quotation_mark_that_is_not_closed_is_told_where_it_opens(
    told: Told, meeting: str
) -> None:
    """YAML notices at the end of the file."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", '"Civils')}) == (
        "r/meetings/2016-04-28.yaml:2:8: the quotation mark that opens here is not closed\n"
        '    theme: "Civils\n'
        "           ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        Civils"
    )


def test_a_list_that_the_end_of_the_file_leaves_open_is_told_where_it_opens(
    told: Told, meeting: str
) -> None:
    """There is no later line."""
    assert told({"meetings/2016-04-28.yaml": meeting[: meeting.index("khare")]}) == (
        "r/meetings/2016-04-28.yaml:3:11: the list or the braces opened here are not closed\n"
        "    speakers: [\n"
        "              ^\n"
        "  → Part the items with commas, and close “[” with “]” and “{” with “}”."
    )


def test_a_list_that_is_not_closed_is_told_where_it_opens(told: Told, meeting: str) -> None:
    """YAML notices on a later line."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("[khare]", "[khare")}) == (
        "r/meetings/2016-04-28.yaml:3:11: the list or the braces opened here are not closed\n"
        "    speakers: [khare\n"
        "              ^\n"
        "  → Part the items with commas, and close “[” with “]” and “{” with “}”."
    )


def test_a_key_glued_to_its_value_is_told(told: Told, meeting: str) -> None:
    """YAML wants a space after the colon."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("theme: ", "theme:")}) == (
        "r/meetings/2016-04-28.yaml:2:7: a space is missing after “theme:”\n"
        "    theme:Technologie\n"
        "          ^\n"
        "  → Write a space between the colon and the value."
    )


def test_a_todo_glued_to_its_text_is_told(told: Told, meeting: str) -> None:
    """The same between braces."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "{todo:date}")}) == (
        "r/meetings/2016-04-28.yaml:1:8: a space is missing after “todo:”\n"
        "    date: {todo:date}\n"
        "           ^\n"
        "  → Write a space between the colon and the value."
    )


def test_a_line_out_of_its_column_is_told(told: Told, meeting: str) -> None:
    """Keys of one group begin in one column."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("theme", "  theme")}) == (
        "r/meetings/2016-04-28.yaml:2:3: the line does not begin under those that it"
        " belongs with\n"
        "      theme: Technologie\n"
        "      ^\n"
        "  → Begin the keys of one group, and the hyphens of one list, in one column."
    )


def test_a_line_that_is_no_key_is_told(told: Told, meeting: str) -> None:
    """A text that goes on is indented."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting.replace("Technologie", "Technologie\net maintien")}
    ) == (
        "r/meetings/2016-04-28.yaml:3:1: the line is neither a key with its value nor"
        " part of the text above\n"
        "    et maintien\n"
        "    ^\n"
        "  → Indent it further than the key if it belongs to the text above it."
    )


def test_a_backslash_in_double_quotes_is_told(told: Told, meeting: str) -> None:
    """It begins a code."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", '"C:\\data"')}) == (
        "r/meetings/2016-04-28.yaml:2:12: a backslash within double quotes begins a code"
        " that YAML does not know\n"
        '    theme: "C:\\data"\n'
        "               ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        C:\\data"
    )


def test_a_key_written_twice_is_told_with_both_lines(told: Told, meeting: str) -> None:
    """YAML itself would keep one in silence."""
    assert told({"meetings/2016-04-28.yaml": meeting + "theme: Autre\n"}) == (
        "r/meetings/2016-04-28.yaml:8:1: the key “theme” stands here for the second"
        " time, after line 2\n"
        "    theme: Autre\n"
        "    ^\n"
        "  → Keep one of the two."
    )


def test_a_control_character_is_told_with_its_code_and_column(told: Told, meeting: str) -> None:
    """Such characters come along with copied texts."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Techno", "Techno\x0b")}) == (
        "r/meetings/2016-04-28.yaml:2:14: the line holds the control character U+000B\n"
        "    theme: Techno logie\n"
        "                 ^\n"
        "  → Delete the character; it often comes along with a copied text."
    )


def test_a_control_character_written_as_a_code_is_told(told: Told, meeting: str) -> None:
    """The code stands for the character."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", '"Techno\\x07"')}) == (
        "r/meetings/2016-04-28.yaml:2:8: the text holds the control character U+0007"
        " after “Techno”\n"
        '    theme: "Techno\\x07"\n'
        "           ^\n"
        "  → Delete the character; it often comes along with a copied text."
    )


def test_a_character_that_turns_letters_around_is_told(told: Told, meeting: str) -> None:
    """The page would read otherwise than the file; the message itself reads as it is written."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("logie", "\u202elogie")}) == (
        "r/meetings/2016-04-28.yaml:2:14: the line holds the invisible character U+202E, by which"
        " letters are read in another order than they are written\n"
        "    theme: Techno logie\n"
        "                 ^\n"
        "  → Delete the words around it and type them anew; such a character often comes along"
        " with a copied text."
    )


def test_half_a_character_is_told(told: Told, meeting: str) -> None:
    """JSON writes some characters as two halves."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", '"a \\ud83d"')}) == (
        "r/meetings/2016-04-28.yaml:2:8: “\\uD83D” is half a character, without its other"
        " half\n"
        '    theme: "a \\ud83d"\n'
        "           ^\n"
        "  → Write the character itself."
    )


def test_an_alias_within_its_own_value_is_told(told: Told, meeting: str) -> None:
    """It would never end."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting[: meeting.index("account")] + "account: &a [*a]\n"}
    ) == (
        "r/meetings/2016-04-28.yaml:4:14: “*a” stands within the value that it refers to\n"
        "    account: &a [*a]\n"
        "                 ^\n"
        "  → Write the text in place of the alias."
    )


def test_an_alias_to_nothing_is_told(told: Told, meeting: str) -> None:
    """A text that begins with an asterisk is one to YAML."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", "*Cadre")}) == (
        "r/meetings/2016-04-28.yaml:2:8: “*Cadre” refers to nothing\n"
        "    theme: *Cadre\n"
        "           ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        "        *Cadre"
    )


def test_aliases_that_multiply_are_refused(told: Told, meeting: str) -> None:
    """Nine lines would make a hundred million words."""
    assert told(
        {
            "meetings/2016-04-28.yaml": meeting
            + "annex_theme: &a0 [mot]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
            + "b: *a8\n"
        }
    ) == (
        "r/meetings/2016-04-28.yaml:1:1: the aliases of the file, written out, are too large\n"
        "    date: 2016-04-28\n"
        "    ^\n"
        "  → Write the texts where they belong, without aliases."
    )


def test_a_number_that_no_character_has_is_told(told: Told, meeting: str) -> None:
    """The library itself stumbles over it."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", '"\\UFFFFFFFF"')}) == (
        "r/meetings/2016-04-28.yaml:1:1: this is not YAML: Python int too large to"
        " convert to C int\n"
        "    date: 2016-04-28\n"
        "    ^"
    )


def test_brackets_that_never_end_are_refused(told: Told) -> None:
    """Nesting is bounded."""
    assert told({"meetings/2016-04-28.yaml": "a: " + "[" * 200}) == (
        "r/meetings/2016-04-28.yaml:1:103: more than 100 values stand within one another\n"
        "    …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
        "[[[[[[[[[[[[[[[[[[[[[[[[[…\n"
        "                                                                           ^\n"
        "  → Check the brackets of the file."
    )


@pytest.mark.parametrize(
    "text", ["[Note] sur", "{date}, le", "@a", "% de", '"Mots" et', "> a", "- a", "* a", "`a`"]
)
def test_a_text_that_begins_with_a_sign_of_yaml_is_told(
    told: Told, meeting: str, text: str
) -> None:
    """Each is a fault of its own to YAML, and one and the same to a drafter."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", text)}) == (
        f"r/meetings/2016-04-28.yaml:2:8: a text cannot begin with “{text[0]}”, which YAML keeps"
        " for itself\n"
        f"    theme: {text}\n"
        "           ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      theme: >-\n"
        f"        {text}"
    )
