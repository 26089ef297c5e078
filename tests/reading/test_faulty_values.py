"""Values and keys that no record can be made of."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

Told: TypeAlias = Callable[[Mapping[str, str | bytes]], str]


def test_a_number_where_a_text_belongs_is_told(told: Told, report: str) -> None:
    """It would otherwise become a text in silence."""
    assert told({"report.yaml": report.replace("name: Groupe de travail", "name: 2016")}) == (
        "r/report.yaml:3:9: found the number 2016, expected a text\n"
        "      name: 2016\n"
        "            ^\n"
        "  → If it is a text, put it in quotes: '2016'."
    )


def test_a_word_of_yaml_where_a_text_belongs_is_told(told: Told, report: str) -> None:
    """Norwegian no is safe, but true is a boolean."""
    assert told({"report.yaml": report.replace("name: Groupe de travail", "name: true")}) == (
        "r/report.yaml:3:9: found the word true, expected a text\n"
        "      name: true\n"
        "            ^\n"
        "  → If it is a text, put it in quotes: 'true'."
    )


def test_a_list_where_a_text_belongs_is_told(told: Told, report: str) -> None:
    """Also where the text begins with a hyphen."""
    assert told(
        {"report.yaml": report.replace("name: Groupe de travail", "name:\n    - Groupe")}
    ) == (
        "r/report.yaml:4:5: found a list, expected a text\n"
        "        - Groupe\n"
        "        ^\n"
        "  → Put the text into a block, where every sign is plain text:\n"
        "      >-\n"
        "        - Groupe"
    )


def test_keys_where_a_text_belongs_are_told(told: Told, report: str) -> None:
    """One key is a colon, several are something else."""
    assert told(
        {"report.yaml": report.replace("name: Groupe de travail", "name: \n    a: b\n    c: d")}
    ) == ("r/report.yaml:4:5: found keys and values, expected a text\n        a: b\n        ^")


def test_an_empty_value_is_told_with_the_todo_that_may_stand_there(
    told: Told, meeting: str
) -> None:
    """The key alone says nothing."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", "")}) == (
        "r/meetings/2016-04-28.yaml:2:1: nothing is written here\n"
        "    theme:\n"
        "    ^\n"
        "  → Write what belongs here, or {todo: what is expected}; or delete the line if"
        " it is not needed."
    )


def test_an_empty_value_is_told_without_a_todo_where_none_may_stand(
    told: Told, meeting: str
) -> None:
    """An optional key is no exception."""
    assert told({"meetings/2016-04-28.yaml": meeting + "kind:\n"}) == (
        "r/meetings/2016-04-28.yaml:8:1: nothing is written here\n"
        "    kind:\n"
        "    ^\n"
        "  → Write what belongs here, or delete the line if it is not needed."
    )


def test_an_empty_item_is_told(told: Told, meeting: str) -> None:
    """A hyphen alone says nothing."""
    assert told({"meetings/2016-04-28.yaml": meeting + "      -\n"}) == (
        "r/meetings/2016-04-28.yaml:8:8: nothing is written here\n"
        "          -\n"
        "           ^\n"
        "  → Write what belongs here, or {todo: what is expected}; or delete the line if"
        " it is not needed."
    )


def test_an_empty_text_is_told(told: Told, meeting: str) -> None:
    """Quotes around nothing are nothing."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("Technologie", '" "')}) == (
        "r/meetings/2016-04-28.yaml:2:8: the text is empty\n"
        '    theme: " "\n'
        "           ^\n"
        "  → Write the text, or leave the key out, or write a todo."
    )


def test_a_date_that_cannot_be_told_is_told_with_an_example(told: Told, meeting: str) -> None:
    """Nothing is guessed."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "fin avril")}) == (
        "r/meetings/2016-04-28.yaml:1:7: “fin avril” is not a date with its year\n"
        "    date: fin avril\n"
        "          ^\n"
        "  → Write the year, the month and the day, for example 2016-04-28."
    )


def test_a_day_that_does_not_exist_is_told(told: Told, meeting: str) -> None:
    """The calendar decides."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "2016-02-30")}) == (
        "r/meetings/2016-04-28.yaml:1:7: “2016-02-30” is not a day of the calendar\n"
        "    date: 2016-02-30\n"
        "          ^\n"
        "  → Correct the day or the month."
    )


def test_a_list_is_no_date(told: Told, meeting: str) -> None:
    """What was found is named."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "[1]")}) == (
        "r/meetings/2016-04-28.yaml:1:7: found a list, expected a date such as 2016-04-28\n"
        "    date: [1]\n"
        "          ^"
    )


def test_a_malformed_symbol_is_told(told: Told, meeting: str) -> None:
    """The records know the form."""
    assert told({"meetings/2016-04-28.yaml": meeting + "concept_note: S 2016\n"}) == (
        "r/meetings/2016-04-28.yaml:8:15: “S 2016” is not the symbol of a UN document\n"
        "    concept_note: S 2016\n"
        "                  ^\n"
        "  → Write it as on the document, for example S/2016/1019, S/PRST/2001/3 or"
        " A/70/95-S/2015/446."
    )


def test_a_number_is_no_symbol(told: Told, meeting: str) -> None:
    """Nothing is turned into a text in silence."""
    assert told({"meetings/2016-04-28.yaml": meeting + "concept_note: 3\n"}) == (
        "r/meetings/2016-04-28.yaml:8:15: found the number 3, expected a text\n"
        "    concept_note: 3\n"
        "                  ^\n"
        "  → If it is a text, put it in quotes: '3'."
    )


def test_a_word_that_is_none_of_the_few_is_told_with_the_nearest(told: Told, meeting: str) -> None:
    """French words resemble English ones."""
    assert told({"meetings/2016-04-28.yaml": meeting + "kind: thémtique\n"}) == (
        "r/meetings/2016-04-28.yaml:8:7: “thémtique” is not one of: organizational,"
        " thematic, informal, joint, special, debate\n"
        "    kind: thémtique\n"
        "          ^\n"
        "  → Write “thematic”."
    )


def test_a_word_that_resembles_none_of_the_few_is_told_with_all(told: Told, meeting: str) -> None:
    """No suggestion is better than a wrong one."""
    assert told({"meetings/2016-04-28.yaml": meeting + "kind: réunion\n"}) == (
        "r/meetings/2016-04-28.yaml:8:7: “réunion” is not one of: organizational,"
        " thematic, informal, joint, special, debate\n"
        "    kind: réunion\n"
        "          ^\n"
        "  → Write one of them."
    )


def test_a_text_where_a_list_belongs_is_told(told: Told, meeting: str) -> None:
    """A list of one still is a list."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("[khare]", "khare")}) == (
        "r/meetings/2016-04-28.yaml:3:11: found the text “khare”, expected a list\n"
        "    speakers: khare\n"
        "              ^\n"
        "  → Begin each item with a hyphen and a space, also where it is alone."
    )


def test_a_text_where_keys_belong_is_told_with_the_keys(told: Told, report: str) -> None:
    """They are those of the record."""
    assert told(
        {"report.yaml": report.replace("person:\n    name: Awa Seck", "person: Awa Seck")}
    ) == (
        "r/report.yaml:5:11: found the text “Awa Seck”, expected keys and values (name,"
        " gender, rank, surname)\n"
        "      person: Awa Seck\n"
        "              ^"
    )


def test_a_todo_is_refused_where_a_choice_decides(told: Told, meeting: str) -> None:
    """Some fields cannot be left open."""
    assert told({"meetings/2016-04-28.yaml": meeting + "kind: {todo: choisir}\n"}) == (
        "r/meetings/2016-04-28.yaml:8:7: this cannot be left open by a todo\n"
        "    kind: {todo: choisir}\n"
        "          ^\n"
        "  → Write the value, or delete the key."
    )


def test_a_todo_that_a_comma_cuts_short_is_told_with_its_remedy(told: Told, meeting: str) -> None:
    """French sentences have commas, and between braces YAML takes them for its own."""
    text = meeting + "concept_note: {todo: la cote, l’an prochain, s'il y a lieu}\n"
    assert told({"meetings/2016-04-28.yaml": text}) == (
        "r/meetings/2016-04-28.yaml:8:31: the comma ends the todo here\n"
        "    concept_note: {todo: la cote, l’an prochain, s'il y a lieu}\n"
        "                                  ^\n"
        "  → Write its text between apostrophes:"
        " {todo: 'la cote, l’an prochain, s''il y a lieu'}."
    )


def test_a_todo_that_says_nothing_is_told(told: Told, meeting: str) -> None:
    """It must tell the drafter what belongs there."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "{todo}")}) == (
        "r/meetings/2016-04-28.yaml:1:8: the todo says nothing\n"
        "    date: {todo}\n"
        "           ^\n"
        "  → Write what belongs here: {todo: the date of the meeting}."
    )


def test_a_key_beside_a_todo_is_told(told: Told, meeting: str) -> None:
    """A todo stands alone."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "{todo: date, note: x}")}
    ) == (
        "r/meetings/2016-04-28.yaml:1:20: the key “note” is not known\n"
        "    date: {todo: date, note: x}\n"
        "                       ^\n"
        "  → Known here: todo."
    )


def test_a_period_is_a_year_or_two_days(told: Told, report: str) -> None:
    """Nothing else."""
    assert told({"report.yaml": report.replace("2016", "en 2016")}) == (
        "r/report.yaml:1:9: found the text “en 2016”, expected a year such as 2016, or"
        " start and end\n"
        "    period: en 2016\n"
        "            ^"
    )


def test_a_period_that_ends_before_it_begins_is_told(told: Told, report: str) -> None:
    """The records know it."""
    assert told(
        {"report.yaml": report.replace("2016", "{start: 2016-12-31, end: 2016-01-01}")}
    ) == (
        "r/report.yaml:1:9: the period ends on 2016-01-01, before it begins on 2016-12-31\n"
        "    period: {start: 2016-12-31, end: 2016-01-01}\n"
        "            ^\n"
        "  → Exchange or correct the two dates."
    )


def test_an_unknown_key_is_told_with_the_one_that_was_meant_and_not_as_missing(
    told: Told, meeting: str
) -> None:
    """One slip is one message."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("theme", "teme")}) == (
        "r/meetings/2016-04-28.yaml:2:1: the key “teme” is not known\n"
        "    teme: Technologie\n"
        "    ^\n"
        "  → Write “theme”."
    )


def test_a_french_key_is_told_with_the_english_one(told: Told, meeting: str) -> None:
    """Drafters think in French."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("speakers", "conférenciers")}) == (
        "r/meetings/2016-04-28.yaml:3:1: the key “conférenciers” is not known\n"
        "    conférenciers: [khare]\n"
        "    ^\n"
        "  → Write “speakers”."
    )


def test_a_key_like_no_other_is_told_with_all_known_keys(told: Told, meeting: str) -> None:
    """And that is that."""
    assert told(
        {"meetings/2016-04-28.yaml": meeting.replace("  - by: khare", "  - zzz: 1\n    by: khare")}
    ) == (
        "r/meetings/2016-04-28.yaml:5:5: the key “zzz” is not known\n"
        "      - zzz: 1\n"
        "        ^\n"
        "  → Known here: by, paragraphs."
    )


def test_a_missing_key_is_told_at_the_head_of_its_record(told: Told, report: str) -> None:
    """There is no better place."""
    assert told(
        {"report.yaml": report.replace("  name: Groupe de travail", "  short_name: Groupe")}
    ) == (
        "r/report.yaml:3:3: the key “name” is missing\n"
        "      short_name: Groupe\n"
        "      ^\n"
        "  → Add it."
    )


def test_a_thematic_meeting_without_a_theme_is_told_even_among_other_faults(told: Told) -> None:
    """The kind is known, the date is not."""
    assert told({"meetings/2016-04-28.yaml": "date: demain\n"}) == (
        "r/meetings/2016-04-28.yaml:1:1: a thematic meeting has no theme\n"
        "    date: demain\n"
        "    ^\n"
        "  → Add “theme”, or a todo in its place, or give another “kind”.\n"
        "r/meetings/2016-04-28.yaml:1:7: “demain” is not a date with its year\n"
        "    date: demain\n"
        "          ^\n"
        "  → Write the year, the month and the day, for example 2016-04-28."
    )


def test_a_date_written_with_digits_alone_is_told(told: Told, meeting: str) -> None:
    """Nothing is guessed."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "20160428")}) == (
        "r/meetings/2016-04-28.yaml:1:7: “20160428” is not a date with its year\n"
        "    date: 20160428\n"
        "          ^\n"
        "  → Write the year, the month and the day, for example 2016-04-28."
    )


def test_a_day_that_does_not_exist_is_not_proposed(told: Told, meeting: str) -> None:
    """Nothing is guessed."""
    assert told({"meetings/2016-04-28.yaml": meeting.replace("2016-04-28", "32 avril 2016")}) == (
        "r/meetings/2016-04-28.yaml:1:7: “32 avril 2016” is not a day of the calendar\n"
        "    date: 32 avril 2016\n"
        "          ^\n"
        "  → Correct the day or the month."
    )


def test_an_empty_registry_is_told(told: Told, report: str) -> None:
    """It can be left out."""
    assert told(
        {
            "report.yaml": report[: report.index("organizations:")].replace("    of: senegal\n", "")
            + "organizations:\n"
        }
    ) == (
        "r/report.yaml:9:1: nothing is written here\n"
        "    organizations:\n"
        "    ^\n"
        "  → Write what belongs here, or delete the line if it is not needed."
    )


def test_a_text_is_no_boolean(told: Told, meeting: str) -> None:
    """There is nothing to advise."""
    assert told({"meetings/2016-04-28.yaml": meeting + "in_annex: demain\n"}) == (
        "r/meetings/2016-04-28.yaml:8:11: found the text “demain”, expected true or false\n"
        "    in_annex: demain\n"
        "              ^"
    )


def test_a_day_of_another_weekday_is_told(told: Told, meeting: str) -> None:
    """Either of the two may be the slip."""
    assert told({"meetings/a.yaml": meeting.replace("2016-04-28", "lundi 28 avril 2016")}) == (
        "r/meetings/a.yaml:1:7: “lundi 28 avril 2016” names a wrong day of the week: 28/04/2016 is"
        " a Thursday\n"
        "    date: lundi 28 avril 2016\n"
        "          ^\n"
        "  → Correct the day of the week or the date."
    )


def test_all_faults_of_one_record_are_told_at_once(told: Told, report: str) -> None:
    """What a record refuses of its values, and of one beside another, waits for no other fault."""
    faulty = report.replace(
        "name: Groupe de travail",
        "name: Groupe de travail\n  founding: {kind: resolution, symbol: S/PRST/2001/3}",
    )
    conclusions = "conclusions:\n  - text: Un.\n    key: a b\n    items: [3]\n"
    masthead = "masthead: {symbol: S 1, original_language: volapük}\n"
    masthead += "annexes: [{title: 3, original_language: français}]\n"
    found = told({"report.yaml": f"{faulty}{conclusions}{masthead}"}).splitlines()
    assert [line for line in found if line.startswith("r/")] == [
        "r/report.yaml:4:13: the key “date” is missing",
        "r/report.yaml:4:40: “S/PRST/2001/3” is not a resolution of the Council",
        "r/report.yaml:22:10: “a b” cannot be a key",
        "r/report.yaml:23:13: found the number 3, expected a text",
        "r/report.yaml:24:20: “S 1” is not the symbol of a UN document",
        "r/report.yaml:24:44: “volapük” is not the code of a language",
        "r/report.yaml:25:11: the annex holds nothing",
        "r/report.yaml:25:19: found the number 3, expected a text",
    ]
