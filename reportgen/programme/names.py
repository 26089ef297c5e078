"""Names as programmes write them: « S. E. M. Jon Stone », « Gén. Alain Roc », « DUPONT Jean ».

Part of `programme`. What stands before a name, behind it or in another order is taken apart; where
that took more than a civility, a remark tells how the name was understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve, frozen

from reportgen.languages.fr.genders import is_bare_title
from reportgen.programme.ranks import before_name, written_out
from reportgen.programme.words import gender_of
from reportgen.records import Gender

_MOST_WORDS = 3
_INITIALS = 2
_EXCELLENCY = re.compile(
    r"(?:S\. ?E\.|S\. ?Exc\.|Son Excellence|H\. ?E\.|(?:His|Her) Excellency"
    r"|(?:SE|HE)(?= (?:M\.|Mr|Mme|Ms|Mrs)))[ ,]*",
    re.IGNORECASE,
)
_HER = re.compile(r"Her Excellency", re.IGNORECASE)
_CIVILITY = re.compile(
    r"(?:(?P<man>M\.|MM\.|Mr\b\.?|Monsieur\b|Sir\b|Lord\b)"
    r"|(?P<woman>Mmes?\b\.?|M\^me\^|Mlle\b\.?|Mrs\b\.?|Ms\b\.?|Madame\b|Mademoiselle\b"
    r"|Dame\b|Lady\b)"
    r"|(?:Dr|Pr|Prof|Me)\b\.?|Professeure?\b|Docteure?\b)[ ,]*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:l[ea] |l['’])?(?P<title>Amb\.|Ambassad(?:eur|rice)\b|Ambassador\b|Juge\b|Judge\b)[ ,]*",
    re.IGNORECASE,
)
_TITLES = {"amb": "Ambassadeur", "jud": "Juge", "jug": "Juge"}
_COUNT = re.compile(r"(?:sous-)?tota(?:l|ux)\b|\d|[^:]*:", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?P<name>[^()]+?) *(?:\((?P<bracketed>[^()]+)\)|, *(?P<last>M\.|Mr\.?|Mme|Mlle|Mrs\.?|Ms\.?))"
)
_TOGETHER = re.compile(r" +(?:et|and|&) +")


@frozen
class ReadName:
    """A name, and what was written around it.

    Args:
        name: the first name and the surname.
        surname: the surname, where it is not the last word.
        title: the title that stands before the name, such as `Juge`.
        behind: what stands behind the name in brackets.
        doubtful: whether a person should look at how the name was understood.
        nameless: whether the text is a title that nobody's name follows.
    """

    name: str
    surname: str | None = None
    gender: Gender | None = None
    rank: str | None = None
    title: str | None = None
    behind: str | None = None
    doubtful: bool = False
    nameless: bool = False


def parted(text: str) -> list[str]:
    """Part « Ana Luz et Bo Roy » into its two names; give any other text as it is."""
    parts = _TOGETHER.split(text)
    bare = [_without_titles(part).name for part in parts]
    whole = all(len(name.split()) > 1 and _is_name(name) for name in bare)
    return parts if len(parts) > 1 and whole else [text]


def read_name(text: str, *, in_order: bool = False) -> ReadName:
    """Read a name with what stands around it.

    Args:
        text: one name, on one line.
        in_order: whether a comma does not part the surname from the first name.
    """
    found = _without_titles(text)
    if is_bare_title(found.name):
        return ReadName(text, gender=found.gender, nameless=True)
    if behind := _BEHIND.fullmatch(found.name):
        found = _with_behind(found, behind["name"], behind["bracketed"] or behind["last"])
    if not in_order:
        found = _in_order(found)
    return _in_small_letters(found)


def is_no_name(text: str) -> bool:
    """Return whether a text names nobody: « Total : 30 réunions »."""
    return bool(_COUNT.match(text))


def _without_titles(text: str) -> ReadName:
    """Take off, one after the other, what stands before a name."""
    found = ReadName(text)
    while True:
        rest = found.name
        if excellency := _EXCELLENCY.match(rest):
            her = Gender.FEMININE if _HER.match(rest) else found.gender
            found = evolve(found, gender=her, name=rest[excellency.end() :])
        elif civility := _CIVILITY.match(rest):
            gender = (civility["man"] and Gender.MASCULINE) or (
                civility["woman"] and Gender.FEMININE
            )
            found = evolve(found, gender=gender or found.gender, name=rest[civility.end() :])
        elif rank := before_name(rest):
            ranks = " ".join(filter(None, (found.rank, rank["rank"])))
            found = evolve(found, rank=ranks, name=rest[rank.end() :])
        elif title := _TITLE.match(rest):
            found = _with_title(found, title)
        else:
            return _ranked(found) if rest else ReadName(text)


def _with_title(found: ReadName, title: re.Match[str]) -> ReadName:
    word = title["title"]
    woman = word.lower().endswith("drice")
    return evolve(
        found,
        title="Ambassadrice" if woman else _TITLES[word[:3].lower()],
        gender=Gender.FEMININE if woman else found.gender,
        name=found.name[title.end() :],
    )


def _with_behind(found: ReadName, name: str, behind: str) -> ReadName:
    """Take what stands behind a name for the gender that it tells, or for an organization."""
    if gender := gender_of(behind):
        return evolve(found, name=name, gender=found.gender or gender)
    return evolve(found, name=name, behind=behind, doubtful=True)


def _ranked(found: ReadName) -> ReadName:
    if not found.rank:
        return found
    rank, changed = written_out(found.rank, woman=found.gender == Gender.FEMININE)
    return evolve(found, rank=rank, doubtful=changed)


def _in_order(found: ReadName) -> ReadName:
    """Put the first name before the surname: « Petit, Marie », « DUPONT Jean »."""
    surname, comma, given = (part.strip() for part in found.name.partition(","))
    if comma and _is_name(surname) and _is_name(given) and "," not in given:
        return _named(found, given, surname)
    words = found.name.split()
    capitals = list(takewhile(str.isupper, words))
    if any(map(_is_capital, capitals)) and len(capitals) < len(words) and _is_name(found.name):
        return _named(found, " ".join(words[len(capitals) :]), " ".join(capitals))
    return found


def _named(found: ReadName, given: str, surname: str) -> ReadName:
    small = _small(surname)
    several = small if " " in small else None
    return evolve(found, name=f"{given} {small}", surname=several, doubtful=True)


def _in_small_letters(found: ReadName) -> ReadName:
    """Write a surname in capitals as the text of a report does: « Jean DUPONT »."""
    words = found.name.split()
    if not any(map(_is_capital, words)):
        return found
    name = " ".join(_small(word) if word.isupper() else word for word in words)
    return evolve(found, name=name, doubtful=True)


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS + 1 and all(map(_begins_a_name, words))


def _begins_a_name(word: str) -> bool:
    """Return whether a word is one of a name: a capital, a particle, or letters without either."""
    return word[0].isupper() or word.lower() in _PARTICLES or word[0].lower() == word[0].upper()


_PARTICLES = {*("de", "da", "do", "dos", "du", "des", "di", "del", "van", "von", "der", "den")} | {
    *("el", "al", "bin", "ibn", "ben", "la", "le", "y", "e")
}


def _has_capitals(words: str) -> bool:
    return words.isupper() and "." not in words


def _is_capital(word: str) -> bool:
    """Return whether a word is a surname in capitals, and no initials."""
    return word.isupper() and sum(map(str.isalpha, word)) > _INITIALS and "." not in word


def _small(surname: str) -> str:
    """Write D’ANGELO-PETIT as D’Angelo-Petit; initials, and small letters, stay as they are."""
    return "".join(_capitalised(surname)) if _has_capitals(surname) else surname


def _capitalised(surname: str) -> Iterator[str]:
    begins = True
    for letter in surname:
        yield letter if begins else letter.lower()
        begins = not letter.isalpha()
