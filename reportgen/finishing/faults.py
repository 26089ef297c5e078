"""What a document may not say: references to nothing, links to files, notes out of place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.document import Content, Footnote, Link, Reference, notes
from reportgen.errors import Problem, path_of
from reportgen.finishing.addresses import web_address
from reportgen.messages import message


def faults(content: Content, shown: Mapping[str, str], origin: str) -> Iterator[Problem]:
    """Find the faults of finished inlines, those of their notes included.

    Args:
        content: the inlines.
        shown: what a reference to each key shows.
        origin: the record that they come from.
    """
    for inline in content:
        match inline:
            case Reference(key=key, shown=""):
                yield _lost_reference(key, shown, origin)
            case Link(address=address) if not web_address(address):
                yield _refused_link(address, origin)
            case Footnote(content=words):
                yield from faults(words, shown, origin)
                yield from (_nested_note(origin) for _ in notes(words))
            case _:
                pass


def note_in_masthead(origin: str) -> Problem:
    """Say that the head of the first page calls a note."""
    return Problem(
        message("a note is called in the head of the first page, which has none"),
        message("Put the note into the text; write \\^ where no note is meant."),
        path=path_of(origin),
    )


def _nested_note(origin: str) -> Problem:
    return Problem(
        message("a note is called within a note"),
        message("Make them two notes, one after the other, or one; \\^ is a sign like others."),
        path=path_of(origin),
    )


def _lost_reference(key: str, shown: Mapping[str, str], origin: str) -> Problem:
    known = ", ".join(key for key, label in shown.items() if label) or "—"
    return Problem(
        message("the reference “{key}” leads to something without a number", key=key)
        if key in shown
        else message("the reference “{key}” leads to nothing", key=key),
        message("Use the key of a paragraph: {known}.", known=known),
        path=path_of(origin),
        key=key,
    )


def _refused_link(address: str, origin: str) -> Problem:
    return Problem(
        message("the link to “{found}” leads neither to the web nor to a mailbox", found=address),
        message(
            "Begin the address with https://, http:// or mailto:; "
            "if no link is meant, write \\[ for the bracket."
        ),
        path=path_of(origin),
    )
