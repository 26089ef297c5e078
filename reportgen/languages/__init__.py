"""The languages that reports are written in: grammar, fixed words, typographic usage.

Floor 2. A `Language` is one value; templating takes its filters and words from it, finishing its
numerals, spaces and raised letters. French is the first; another language is a package beside
`fr`, a catalogue, and a line in this table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from reportgen.errors import Problem, RecordError
from reportgen.languages import fr
from reportgen.languages.furniture import furniture
from reportgen.languages.naming import Naming
from reportgen.messages import message

__all__ = ["Language", "Naming", "language"]


@frozen(kw_only=True)
class Language:
    """One language, as the stages need it.

    Args:
        code: its code, such as `fr`.
        filters: what templates may say with, by name.
        leading: the names of those that put an article or a preposition before words; given the
            words alone, without their gender, they put what is right before any words.
        trailing: the names of those that put a sign behind words, whatever the words.
        words: from the English fixed words of the page to those of the language.
        spaces: from a text and the name of a typographic usage to the text with its spaces;
            applied twice it changes nothing more.
        superscripts: from a text to its pieces, each with whether it is raised.
        heading_numeral: from the level of a heading and its place, both from 1, to its numeral.
        item_label: from the level of an item and its place, both from 1, to its label.
        language_name: from the code of a language to its name in this one; it raises `RecordError`
            for a code that no language has.
        note_letter: from the place of a note of an annex or a table, from 1, to its letter.
        before_call: from words that call a note to those that stand before the call and what
            stands after it.
        noun: from the name of a State or an organization, as people write it, to its grammar.
        known: from a name in any language, an acronym or a key to the State or organization that
            comes with the program; None where there is none.
        known_keys: gives the keys of all of these.
        person: from a name, with or without an honorific, and a title to the name and its gender.
        accredited: whether a title is that of someone accredited to an organization.
        posting: from a title to the title without the organization that its bearer is accredited
            to, and the name of that organization, empty where the title names none.
    """

    code: str
    filters: Mapping[str, Callable[..., object]]
    leading: frozenset[str]
    trailing: frozenset[str]
    words: Callable[[str], str]
    spaces: Callable[[str, str], str]
    superscripts: Callable[[str], tuple[tuple[str, bool], ...]]
    heading_numeral: Callable[[int, int], str]
    item_label: Callable[[int, int], str]
    language_name: Callable[[str], str]
    note_letter: Callable[[int], str]
    before_call: Callable[[str], tuple[str, str]]
    noun: Callable[[str], Naming]
    known: Callable[[str], Naming | None]
    known_keys: Callable[[], tuple[str, ...]]
    person: Callable[[str, str], Naming]
    accredited: Callable[[str], bool]
    posting: Callable[[str], tuple[str, str]]


def language(code: str) -> Language:
    """Give a language by its code.

    Args:
        code: the code of the language, such as `fr`.

    Raises:
        RecordError: reports cannot be written in that language; the problem names those that
            they can be written in.
    """
    room = _ROOMS.get(code)
    if room is None:
        raise RecordError(
            Problem(
                message("reports cannot be written in the language “{code}”", code=code),
                message("Use one of: {known}.", known=", ".join(_ROOMS)),
                path=("language",),
            )
        )
    return room()


def _french() -> Language:
    return Language(
        code="fr",
        filters=fr.FILTERS,
        leading=fr.LEADING,
        trailing=fr.TRAILING,
        words=furniture("fr"),
        spaces=fr.spaces,
        superscripts=fr.superscripts,
        heading_numeral=fr.heading_numeral,
        item_label=fr.item_label,
        language_name=fr.langue,
        note_letter=fr.letter,
        before_call=fr.before_call,
        noun=fr.noun,
        known=fr.known,
        known_keys=fr.known_keys,
        person=fr.person,
        accredited=fr.accredited,
        posting=fr.posting,
    )


_ROOMS: Mapping[str, Callable[[], Language]] = {"fr": _french}
