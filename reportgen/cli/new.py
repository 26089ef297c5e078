"""`reportgen new`: next year's report, from this year's records and a programme of work.

Part of `cli`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.options import (
    PATH,
    TEXT,
    YEAR,
    Word,
    given_day,
    language_option,
    quiet_option,
    source_argument,
    without_source,
)
from reportgen.cli.places import beside, given_or_here
from reportgen.cli.telling import (
    errors_told,
    placed,
    progress,
    read,
    said_holes,
    said_leftovers,
    take_up,
)
from reportgen.errors import Place, Problem, ReportgenError
from reportgen.messages import Message, message, translate
from reportgen.pipeline import Tell
from reportgen.records import Gender, Period
from reportgen.saving import amend, create, signed

if TYPE_CHECKING:
    from reportgen.reading import Reading
    from reportgen.rollover import RolloverOptions

_REPORT = "report.yaml"
_WORKBOOK = ".xlsx"
_SCHEMAS = ".schemas"
_YEARS = range(1946, 10000)


def new_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "new",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Make next year’s report of this year’s, SOURCE.\n\n"
            "What recurs is kept and re-dated; the chair, the symbols and the conclusions become"
            " holes, with last year’s value in a comment; the account of meetings begins empty, or"
            " with what a programme of work plans. A folder that is there is never touched."
        )
        + without_source(),
    )
    @source_argument()
    @click.option(
        "--year",
        type=YEAR,
        metavar=translate("YEAR"),
        help=translate("The year of the new report; the one after SOURCE by default."),
    )
    @click.option(
        "--from",
        "first",
        metavar=translate("DATE"),
        help=translate("The first day of the new report, where it covers no calendar year."),
    )
    @click.option("--to", "last", metavar=translate("DATE"), help=translate("Its last day."))
    @click.option(
        "--out",
        type=PATH,
        metavar=translate("FOLDER"),
        help=translate("The folder to make; beside SOURCE, named after the year, by default."),
    )
    @click.option(
        "--chair",
        type=TEXT,
        metavar=translate("NAME"),
        help=translate("Who chairs the body in that year, where it is known."),
    )
    @click.option(
        "--chair-gender",
        type=Word([str(gender) for gender in Gender]),
        help=translate("The gender of that person."),
    )
    @click.option(
        "--chair-of",
        type=TEXT,
        metavar=translate("KEY"),
        help=translate("The key of that person’s State or organization in report.yaml."),
    )
    @click.option(
        "--keep-chair", is_flag=True, help=translate("The same person goes on chairing the body.")
    )
    @click.option(
        "--keep-conclusions",
        is_flag=True,
        help=translate("Keep the conclusions, re-dated, instead of leaving them open."),
    )
    @click.option(
        "--programme",
        type=PATH,
        metavar=translate("FILE"),
        help=translate(
            "A programme of work (.xlsx, .xls, .ods, .csv): one file for each planned meeting."
        ),
    )
    @click.option(
        "--programme-template",
        "template",
        type=PATH,
        metavar=translate("FILE"),
        help=translate("Only write an empty programme of work (.xlsx), to be filled in."),
    )
    @language_option()
    @quiet_option()
    def new(  # noqa: PLR0913, PLR0917 -- one parameter an option
        source: Path | None,
        year: int | None,
        first: str | None,
        last: str | None,
        out: Path | None,
        programme: Path | None,
        template: Path | None,
        *,
        chair: str | None,
        chair_gender: str | None,
        chair_of: str | None,
        keep_chair: bool,
        keep_conclusions: bool,
        quiet: bool,
    ) -> None:
        """Read, roll over, plan, save, and account for it."""
        if template is not None:
            _refuse_beside_template(source, out, programme)
            with errors_told():
                period = _period(year, first, last)
                take_up(template.parent)
                _write_template(template, period)
            if not quiet:
                click.echo(template)
            return
        with errors_told(), progress(quiet=quiet) as (tell, _):
            from reportgen.rollover import RolloverOptions, name_of

            period = _period(year, first, last)
            source = given_or_here(source)
            reading = read(source, tell)
            period = period or _following(reading)
            options = RolloverOptions(
                keep_chair=keep_chair,
                chair_name=chair,
                chair_gender=Gender(chair_gender) if chair_gender else None,
                chair_of=chair_of,
                keep_conclusions=keep_conclusions,
            )
            folder = out or beside(source, name_of(period))
            take_up(folder.parent)
            files, notes = _files(reading, period, options, programme, tell)
            create(folder, {name: text.encode() for name, text in files.items()} | _schemas())
        if not quiet:
            for line in _account(folder, files, notes):
                click.echo(line)

    return new


def _refuse_beside_template(source: Path | None, *others: Path | None) -> None:
    if source is not None or any(other is not None for other in others):
        raise click.UsageError(
            translate("--programme-template stands alone: it writes an empty sheet, and no report.")
        )


def _write_template(path: Path, period: Period | None) -> None:
    from reportgen.programme import programme_template

    if path.suffix.lower() != _WORKBOOK:
        what = message(
            "a programme of work is a workbook, with a name in {suffix}", suffix=_WORKBOOK
        )
        advice = message("Write “{name}”.", name=path.with_suffix(_WORKBOOK))
        raise ReportgenError(Problem(what, advice, Place(str(path))))
    amend(path.parent, {path.name: programme_template(period)}, {})


def _period(year: int | None, first: str | None, last: str | None) -> Period | None:
    """Make the period of the options, which say it once and whole, or not at all."""
    if year is None and first is None and last is None:
        return None
    if year is not None and first is None and last is None:
        if year not in _YEARS:
            what = message("{number} is no year such as 2017", number=year)
            raise ReportgenError(Problem(what, place=Place("--year")))
        return Period.of_year(year)
    if year is not None or first is None or last is None:
        raise click.UsageError(translate("Give either --year, or both --from and --to."))
    return Period(given_day("--from", first), given_day("--to", last))


def _following(reading: Reading) -> Period:
    """Give the period after that of a report."""
    period = reading.report.period
    following = period.following()
    if following is None:
        what = message(
            "the period of the report, from {start} to {end}, is not one of whole months",
            start=period.start.isoformat(),
            end=period.end.isoformat(),
        )
        advice = message("Give the next one with --from and --to.")
        raise ReportgenError(Problem(what, advice, reading.place(("period",))))
    return following


def _files(
    reading: Reading, period: Period, options: RolloverOptions, programme: Path | None, tell: Tell
) -> tuple[dict[str, str], tuple[Message, ...]]:
    """Make the files of the new report, and what is to be said of them."""
    from reportgen.rollover import roll_over

    with placed(reading.place):
        files = roll_over(reading, period, options) | _style(Path(reading.file))
    if programme is None:
        return files, ()
    from reportgen.planning import plan
    from reportgen.programme import read_programme

    tell(message("reading {source}", source=programme))
    found = read_programme(programme, period)
    planned = plan(files[_REPORT], found.meetings)
    notes = (*found.remarks, *planned.notes)
    return {**files, _REPORT: planned.report_text, **planned.files}, notes


def _style(source: Path) -> dict[str, str]:
    """Give the house style of a report, which recurs as it is."""
    from reportgen.reading import read_text, style_file

    file = style_file(source)
    return {file.name: read_text(file).text} if file else {}


def _schemas() -> dict[str, bytes]:
    from reportgen.schema import schema_files

    return {f"{_SCHEMAS}/{name}": content for name, content in signed(schema_files()).items()}


def _account(folder: Path, files: Mapping[str, str], notes: Iterable[Message]) -> Iterator[str]:
    """Say what was made, what to look at, and what to do next."""
    from reportgen.leftovers import find_leftovers
    from reportgen.reading import read_report
    from reportgen.status import open_holes

    for name in files:
        yield str(folder / name)
    for note in notes:
        yield str(message("  to check: {note}", note=note))
    reading = read_report(folder)
    for part in (
        said_holes(open_holes(reading), reading.report),
        said_leftovers(find_leftovers(reading), reading.report),
    ):
        for number, line in enumerate(part):
            yield from ([""] if number == 0 else [])
            yield line
    yield ""
    yield str(message("Next: {command}", command=f"reportgen status {folder}"))
