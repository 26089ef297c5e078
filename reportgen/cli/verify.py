"""`reportgen verify`: what a file was made of, and whether it still says what the records say.

Part of `cli`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click
from attrs import evolve, frozen

from reportgen.cli.options import PATH, language_option, style_option, templates_option
from reportgen.cli.places import called
from reportgen.cli.telling import PlaceOf, errors_told, look, placed, said_in_json
from reportgen.errors import Place, Problem, ReadingError, ReportgenError
from reportgen.messages import message, translate

if TYPE_CHECKING:
    from reportgen.verification import Comparison, Difference
    from reportgen.writers.provenance import Sealed

_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
"""The categories of signs that are not printed as they are."""


def verify_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "verify",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Tell what a Word or PDF file was made of, and if it was changed.\n\n"
            "Exit code 1 when it was changed, or, with --against, when it does not say what the"
            " records say."
        ),
    )
    @click.argument("file", type=PATH, metavar=translate("FILE"))
    @click.option(
        "--against",
        type=PATH,
        metavar="SOURCE",
        help=translate("The records that it should still say; the passages that differ are shown."),
    )
    @templates_option()
    @style_option()
    @click.option("--json", "as_json", is_flag=True, help=translate("Answer in JSON, for scripts."))
    @language_option()
    def verify(
        file: Path,
        against: Path | None,
        templates: Path | None,
        style: str | None,
        *,
        as_json: bool,
    ) -> None:
        """Read, compare, and account for it."""
        with errors_told(writes=False):
            from reportgen.reading import read_data
            from reportgen.verification import file_kind, sealed_file

            data = read_data(file)
            with _of(file):
                kind, sealed = file_kind(data), sealed_file(data)
                lost = _lost(data, sealed)
            if kind is None or (sealed is None and against is None):
                raise ReportgenError(_foreign(file, kind))
            found = _compared(file, data, sealed, against, templates, style) if against else None
        told = _as_json if as_json else _account
        for line in told(file, sealed, lost, found):
            click.echo(_visible(line))
        faithful = found.comparison.same_words if found else bool(sealed and sealed.intact)
        raise SystemExit(0 if faithful else 1)

    return verify


def _foreign(file: Path, kind: str | None) -> Problem:
    advice = message("Give a Word or PDF file that “reportgen build” wrote.")
    if kind:
        advice = message(
            "If it is ours, what tells was taken out of it, as Word’s document inspector does, or"
            " a program that saves PDF files again: then nobody can tell any more what made it, of"
            " which records, nor whether it was changed. Its words can still be compared: add"
            " --against and the folder of the records."
        )
    return Problem(
        message("the file does not say that this program made it"), advice, Place(str(file))
    )


@contextmanager
def _of(file: Path) -> Iterator[None]:
    """Name the file that cannot be read."""
    try:
        yield
    except ReadingError as error:
        where = Place(str(file))
        raise ReadingError(*(evolve(p, place=p.place or where) for p in error.problems)) from error


def _lost(data: bytes, sealed: Sealed | None) -> int:
    """Count the files of records that a PDF says it carries, and that are no longer there."""
    from reportgen.verification import attached_files

    carried = sealed.provenance.attached if sealed and not sealed.intact else ""
    return int(carried) - attached_files(data) if carried.isdecimal() else 0


@frozen
class _Found:
    """A comparison with the records, and where these stand."""

    source: Path
    comparison: Comparison
    place: PlaceOf
    intact: bool
    in_look: bool


def _compared(  # noqa: PLR0913, PLR0917 -- what the command is given
    file: Path,
    data: bytes,
    sealed: Sealed | None,
    source: Path,
    templates: Path | None,
    style: str | None,
) -> _Found:
    from reportgen.reading import read_report
    from reportgen.verification import compare, is_in_look

    reading = read_report(source)
    chosen = look(style, source)
    with placed(reading.place), _of(file):
        comparison = compare(data, sealed, reading.report, templates=templates, style=chosen)
    return _Found(
        source,
        comparison,
        reading.place,
        intact=bool(sealed and sealed.intact),
        in_look=is_in_look(sealed, chosen),
    )


def _account(file: Path, sealed: Sealed | None, lost: int, found: _Found | None) -> Iterator[str]:
    yield str(file)
    yield from _said_provenance(sealed) if sealed else _untold()
    if lost > 0:
        yield str(
            message("  it no longer carries its records: files taken out: {count}", count=lost)
        )
    if found:
        yield ""
        yield from _said_comparison(found)


def _said_provenance(sealed: Sealed) -> Iterator[str]:
    provenance = sealed.provenance
    yield str(message("  made by {program}", program=provenance.program))
    yield str(message("  look: {style}", style=provenance.style))
    if provenance.profile:
        yield str(message("  profile: {profile}", profile=provenance.profile))
    if provenance.records:
        yield str(message("  fingerprint of the records: {digest}", digest=provenance.records))
    if sealed.intact:
        yield translate("  not changed since it was made")
    else:
        yield translate("  changed since it was made")


def _untold() -> Iterator[str]:
    yield translate("  does not say, or no longer, what made it")
    yield translate(
        "  cannot be told any more: by which program, in which look, of which records it was made,"
        " and whether pictures or layout were changed since"
    )


def _said_comparison(found: _Found) -> Iterator[str]:
    comparison, source = found.comparison, called(found.source)
    if comparison.same_words:
        yield str(message("It says what {source} says.", source=source))
    else:
        yield str(message("It does not say what {source} says.", source=source))
    if not (comparison.same_words or found.in_look):
        yield translate("It was made in another look: name that with --style, or all may differ.")
    if not found.intact:
        yield translate("Its pictures and its layout were not compared.")
    if comparison.same_records is False:
        yield translate("The records were changed since it was made.")
    for difference in comparison.differences:
        yield ""
        yield from _said_difference(difference, found.place)


_REGIONS = {
    "text": message("text"),
    "note": message("notes"),
    "head": message("heads of the pages"),
    "foot": message("feet of the pages"),
}


def _said_difference(difference: Difference, place: PlaceOf) -> Iterator[str]:
    """Say a difference: where, what the file says, what the records say, and what is changed."""
    region = _REGIONS[difference.region]
    where = place(difference.path, difference.span) if difference.path else None
    yield str(message("{where}: {what}", where=where, what=region) if where else region)
    nothing = message("(nothing)")
    yield str(message("  the file: {said}", said=difference.said or nothing))
    yield str(message("  the records: {said}", said=difference.recorded or nothing))
    if difference.said and difference.recorded:
        for said, recorded in difference.changes:
            yield str(
                message(
                    "  “{said}” in the file, “{recorded}” in the records",
                    said=said or nothing,
                    recorded=recorded or nothing,
                )
            )


def _visible(line: str) -> str:
    """Show signs that a terminal would obey, or nobody would see, by their codes."""
    return "".join(
        f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in _UNSEEN else sign for sign in line
    )


def _as_json(file: Path, sealed: Sealed | None, lost: int, found: _Found | None) -> Iterator[str]:
    said: dict[str, Any] = {"file": str(file)}
    said |= attrs.asdict(sealed) if sealed else {"provenance": None, "intact": None}
    said["lost_attachments"] = lost
    if found:
        compared = attrs.asdict(found.comparison)
        for told, one in zip(compared["differences"], found.comparison.differences, strict=True):
            told["place"] = str(found.place(one.path, one.span) or "") if one.path else ""
        said["against"] = {"source": str(found.source), **compared}
    yield from said_in_json(said).split("\n")
