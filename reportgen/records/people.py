"""Who: organizations and States, people, and the functions in which people speak."""

from __future__ import annotations

import re
import unicodedata

from attrs import field, frozen

from reportgen.errors import Problem, RecordError
from reportgen.messages import message
from reportgen.records.values import (
    Gender,
    Number,
    Period,
    Prose,
    Symbol,
    Todo,
    text_field,
    told_field,
    typed,
)


@frozen(field_transformer=typed)
class Name:
    """A proper name with what its grammar needs.

    Args:
        name: the name, without an article.
        gender: the grammatical gender of the name; known of States, of the organizations that
            reports name, and of a name such as `Commission` that tells it.
        number: the grammatical number of the name; known like the gender, singular otherwise.
        article: whether the name takes an article in a sentence; Cuba and Israël do not.
    """

    name: str = text_field()
    gender: Gender | None = told_field(Gender.MASCULINE)
    number: Number | None = told_field(Number.SINGULAR)
    article: bool | None = told_field(usual=True)


@frozen(kw_only=True, field_transformer=typed)
class Organization(Name):
    """An organization, a department, or a State, under the name that reports give it."""


@frozen(kw_only=True, field_transformer=typed)
class Person:
    """Someone by name.

    Args:
        name: the first name and the surname.
        gender: the gender that titles agree with; told by a title in the feminine, by « M. » or
            « Mme » before the name, and by the same person elsewhere in the report.
        rank: what stands before the name, such as `Général de brigade`; signatures omit it.
        surname: the part of the name that signatures set in bold; the last word of the name when
            left out.
    """

    name: Prose = text_field()
    gender: Gender | None = told_field(Gender.MASCULINE)
    rank: str | None = text_field(default=None)
    surname: str | None = text_field(default=None)

    def __attrs_post_init__(self) -> None:
        """Refuse a surname that the name does not hold."""
        name, surname = self.name, self.surname
        if isinstance(name, str) and surname and surname not in name:
            what = message("“{found}” is no part of the name “{name}”", found=surname, name=name)
            advice = message("Write the surname as it stands in the name.")
            raise RecordError(Problem(what, advice, path=("surname",)))

    @property
    def signed(self) -> tuple[str, str, str]:
        """The name as a signature parts it: before the surname, the surname, and after it."""
        if isinstance(self.name, Todo):
            return "", "", ""
        return self.name.rpartition(self.surname or self.name.split()[-1])


@frozen(kw_only=True, field_transformer=typed)
class Function:
    """What someone speaks as: `Représentant permanent` + `Maroc` + auprès de l’ONU.

    Args:
        title: the title, in the masculine or in the form that its bearer uses.
        of: the State or organization that the person acts for.
        remit: what the title is followed by, such as `chargé du Fonds africain pour la paix`.
        accredited_to: the organization that the person is accredited to.
    """

    title: Prose = text_field()
    of: Organization | None = None
    remit: str | None = text_field(default=None)
    accredited_to: Organization | None = None


@frozen(kw_only=True, field_transformer=typed)
class SpeakerWording:
    """Sentences to use instead of the templates' own; `{function}` stands for the function.

    Args:
        annex: the function as the annex words it.
    """

    annex: Prose | None = text_field(default=None)


def _key(speaker: Speaker) -> str:
    """Make a key of a name in Latin letters; empty where there is none yet."""
    name = speaker.person.name
    plain = unicodedata.normalize("NFKD", name if isinstance(name, str) else "")
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


@frozen(kw_only=True, field_transformer=typed)
class Speaker:
    """A person who spoke at a meeting, in one function.

    Args:
        person: who it is.
        function: what the person spoke as.
        named: whether the text of the report gives the name beside the function; the annex
            always does.
        wording: sentences to use instead of the templates' own.
        key: how statements refer to the speaker; made from the name when it is left out.
    """

    person: Person
    function: Function
    named: bool = True
    wording: SpeakerWording = SpeakerWording()
    key: str = field()

    @key.default
    def _from_name(self) -> str:
        return _key(self)


@frozen(kw_only=True, field_transformer=typed)
class Chair:
    """Who chaired the body during the period of the report, or a part of it.

    Args:
        person: who it is.
        function: what the person is besides.
        period: the first and the last day, where it was not the whole period of the report.
        source: the document that records the appointment.
    """

    person: Person
    function: Function
    period: Period | None = None
    source: Symbol | Todo | None = None
