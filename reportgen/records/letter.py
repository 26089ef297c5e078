"""The letter of transmittal: who sends the report to whom, when, and with what words."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from reportgen.records.meeting import Paragraph
from reportgen.records.people import Function, Person
from reportgen.records.values import (
    Gender,
    Prose,
    Todo,
    language_field,
    text_field,
    told_field,
    typed,
)


@frozen(kw_only=True, field_transformer=typed)
class Sender:
    """Who signs the letter of transmittal.

    Args:
        person: who it is.
        function: what the person signs as.
    """

    person: Person
    function: Function


@frozen(kw_only=True, field_transformer=typed)
class Addressee:
    """To whom the letter of transmittal is addressed.

    Args:
        title: the title with what follows it, such as `Secrétaire général`; the President of the
            parent organ when it is left out.
        gender: the gender that the title agrees with; that of the title as it is written when
            left out.
    """

    title: Prose | None = text_field(default=None)
    gender: Gender | None = told_field(Gender.MASCULINE)


@frozen(kw_only=True, field_transformer=typed)
class LetterWording:
    """Sentences of the letter to use instead of the templates' own, with fields for the facts.

    Args:
        title: the title of the letter; `{date}`, `{to_addressee}`, `{by_sender}`.
        transmittal: the sentence that transmits the report; `{body}`, `{of_body}`, `{period}`.
        request: the sentence that asks for the distribution of the letter.
        function: the function above the signature; `{function}`.
    """

    title: Prose | None = text_field(default=None)
    transmittal: Prose | None = text_field(default=None)
    request: Prose | None = text_field(default=None)
    function: Prose | None = text_field(default=None)


@frozen(kw_only=True, field_transformer=typed)
class Letter:
    """The letter that transmits the report, which then is its annex.

    Args:
        date: the day that the letter bears.
        sender: who signs it; the chair of the body when left out.
        addressee: to whom it is addressed; the President of the parent organ when left out.
        paragraphs: what it says; when they are left out, it transmits the report and asks for its
            distribution.
        label: the heading of the report as the annex of the letter, « Annexe » when left out.
        original_language: the code of the language of the original of the report, where it is not
            that of the letter, which the masthead gives.
        wording: sentences to use instead of the templates' own.
    """

    date: date | Todo
    sender: Sender | Todo | None = None
    addressee: Addressee | Todo = Addressee()
    paragraphs: tuple[Paragraph, ...] = ()
    label: Prose | None = text_field(default=None)
    original_language: str | Todo | None = language_field()
    wording: LetterWording = LetterWording()
