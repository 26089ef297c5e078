"""`reportgen verify`: what a file was made of, and whether it still says what the records say.

Part of `cli`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from reportgen.cli.options import PATH, language_option, style_option, templates_option
from reportgen.cli.telling import errors_told, look, placed, said_in_json
from reportgen.errors import Place, Problem, ReportgenError
from reportgen.messages import message, translate

if TYPE_CHECKING:
    from reportgen.verification import Comparison, Difference
    from reportgen.writers.provenance import Sealed

_SHOWN = 12
"""How many differences are shown."""

_LETTERS, _BEFORE = 100, 30
"""How many letters of a paragraph are shown, and how many of them before the difference."""


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
        help=translate("The records that it should still say; a Word file is compared in detail."),
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
        with errors_told():
            from reportgen.reading import read_data
            from reportgen.verification import sealed_file

            data = read_data(file)
            sealed = sealed_file(data)
            if sealed is None:
                raise ReportgenError(_foreign(file))
            comparison = (
                _compared(data, sealed, against, templates, style) if against is not None else None
            )
        told = _as_json if as_json else _account
        for line in told(file, sealed, against, comparison):
            click.echo(line)
        faithful = sealed.intact if comparison is None else comparison.same_words is True
        raise SystemExit(0 if faithful else 1)

    return verify


def _foreign(file: Path) -> Problem:
    return Problem(
        message("the file does not say that this program made it"),
        message("Give a Word or PDF file that “reportgen build” wrote."),
        Place(str(file)),
    )


def _compared(
    data: bytes, sealed: Sealed, source: Path, templates: Path | None, style: str | None
) -> Comparison:
    from reportgen.reading import read_report
    from reportgen.verification import compare

    reading = read_report(source)
    chosen = look(style, source)
    with placed(reading.place):
        return compare(data, sealed, reading.report, templates=templates, style=chosen)


def _account(
    file: Path, sealed: Sealed, against: Path | None, comparison: Comparison | None
) -> Iterator[str]:
    provenance = sealed.provenance
    yield str(file)
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
    if comparison is None:
        return
    yield ""
    yield from _said_comparison(against, comparison)


def _said_comparison(against: Path | None, comparison: Comparison) -> Iterator[str]:
    if comparison.same_words is None:
        yield str(message("Whether it says what {source} says cannot be known:", source=against))
        yield translate("  a PDF that was changed no longer tells its words.")
    elif comparison.same_words:
        yield str(message("It says what {source} says.", source=against))
    else:
        yield str(message("It does not say what {source} says.", source=against))
    if not comparison.same_records:
        yield translate("The records were changed since it was made.")
    for difference in comparison.differences[:_SHOWN]:
        yield ""
        yield from _said_difference(difference)
    more = len(comparison.differences) - _SHOWN
    if more > 0:
        yield ""
        yield str(message("… and {count} more passages", count=more))


def _said_difference(difference: Difference) -> Iterator[str]:
    """Say a difference: what the file says, then what the records say, from where they part."""
    said, recorded = difference.said, difference.recorded
    begin = 0
    if len(said) == len(recorded) == 1:
        pairs = zip(said[0], recorded[0], strict=False)
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        begin = max(0, alike - _BEFORE)
    for mark, paragraphs in (("+", said), ("-", recorded)):
        for paragraph in paragraphs:
            yield f"  {mark} {_excerpt(paragraph, begin)}"


def _excerpt(paragraph: str, begin: int) -> str:
    end = begin + _LETTERS
    head, tail = "…" if begin else "", "…" if end < len(paragraph) else ""
    return f"{head}{paragraph[begin:end]}{tail}"


def _as_json(
    file: Path, sealed: Sealed, against: Path | None, comparison: Comparison | None
) -> Iterator[str]:
    said: dict[str, Any] = {"file": str(file), **attrs.asdict(sealed)}
    if comparison is not None:
        said["against"] = {"source": str(against), **attrs.asdict(comparison)}
    yield said_in_json(said)
