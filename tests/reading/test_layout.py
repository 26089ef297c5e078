"""Texts whose lines say to their author what YAML does not take from them."""

from collections.abc import Callable, Mapping

import pytest

from reportgen.reading import read_report

Told = Callable[[Mapping[str, str | bytes]], str]
MEETING = "date: 2016-04-28\ntheme: Technologie\nspeakers: [khare]\naccount:\n  - by: khare\n"
FILE = "meetings/2016-04-28.yaml"


def told_first(told: Told, paragraphs: str, lead: str = MEETING) -> list[str]:
    """Give the first line of each fault of a meeting, without its file."""
    lines = told({FILE: f"{lead}    paragraphs:\n{paragraphs}"}).splitlines()
    return [line.removeprefix(f"r/{FILE}:") for line in lines if line.startswith("r/")]


@pytest.mark.parametrize("head", [">-\n        ", "|\n        ", "", "'", '"'])
def test_a_blank_line_within_a_text_is_told(told: Told, head: str) -> None:
    """YAML joins what it parts, or leaves a break that no page shows."""
    end = head if head in {"'", '"'} else ""
    found = told_first(told, f"      - {head}Un.\n\n        Deux.{end}\n")
    line = 10 if head.endswith(" ") else 9
    assert found == [f"{line}:9: a blank line within a text parts no paragraphs"]


@pytest.mark.parametrize("sign", ["-", "–", "•"])
@pytest.mark.parametrize("head", [">-\n        ", "|-\n        ", ""])
def test_a_list_within_a_text_is_told(told: Told, head: str, sign: str) -> None:
    """After what announces it, or where every line begins so."""
    listed = f"        {sign} les canaux;\n        {sign} les réunions.\n"
    (found,) = told_first(told, f"      - {head}Deux axes;\n{listed}")
    assert found.endswith(f":9: “{sign}” begins no list within a text")
    (found,) = told_first(told, f"      - |\n        {sign} Un\n        {sign} Deux\n")
    assert found == f"9:9: “{sign}” begins no list within a text"


def test_a_dash_that_a_line_happens_to_begin_with_is_no_list(
    write: Callable[..., object], report: str
) -> None:
    """Nor is a blank line behind the text one within it."""
    text = "    paragraphs:\n      - >-\n        Il a dit\n        – et redit –\n        oui.\n\n"
    meeting = f"{MEETING}{text}# fin\nin_annex: true # oui\nsubject: l’eau et le vent  # à revoir\n"
    write({"report.yaml": report, FILE: meeting})
    (paragraph,) = read_report("r").report.meetings[0].account[0].paragraphs
    assert paragraph.text == "Il a dit – et redit – oui."


def test_words_behind_a_number_sign_are_told(told: Told) -> None:
    """They are a comment to YAML; behind a single word or a figure they may be one."""
    assert told({FILE: MEETING.replace("Technologie", "L’action #3 du plan")}) == (
        f"r/{FILE}:2:17: “#” ends the text, and these words are lost: “3 du plan”\n"
        "    theme: L’action #3 du plan\n"
        "                    ^\n"
        "  → Put the text into a block, begun with >- and indented on lines of its own, where"
        " “#” is plain text; or put two spaces before the sign of a remark."
    )


def test_a_tab_behind_a_key_is_no_indent(told: Told) -> None:
    """What follows is read, and its faults are told as well."""
    found = told({FILE: "date:\t2016-04-28\ntheme:\tEau\nspeaker: [kare]\n"})
    assert [line for line in found.splitlines() if line.startswith("r/")] == [
        f"r/{FILE}:1:6: a tab stands where YAML wants a space",
        f"r/{FILE}:2:7: a tab stands where YAML wants a space",
        f"r/{FILE}:3:1: the key “speaker” is not known",
        f"r/{FILE}:3:11: “kare” is not registered under “speakers”",
    ]


def test_signs_of_word_processors_are_named(told: Told) -> None:
    """No-break spaces do not indent, and a separator of lines parts none."""
    lines = "date: 2016-04-28\ntheme: >-\n\u00a0 Eau\u2028douce\nspeakers: [khare]\n"
    found = told({FILE: lines})
    assert [line for line in found.splitlines() if line.startswith("r/")] == [
        f"r/{FILE}:3:1: the line is indented with no-break spaces",
        f"r/{FILE}:3:6: the line holds an invisible line separator, U+2028",
    ]
