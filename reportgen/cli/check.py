"""`reportgen check`: what an editor would send back, with the line to change.

Part of `cli`.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from reportgen.cli.options import (
    language_option,
    secretariat_option,
    source_argument,
    templates_option,
    without_source,
)
from reportgen.cli.places import given_or_here
from reportgen.cli.telling import errors_told, in_short, look, placed, read, said_in_json, take_up
from reportgen.messages import Message, message, translate
from reportgen.saving import amend

if TYPE_CHECKING:
    from reportgen.checks import Checked, Finding, Rule, Severity
    from reportgen.errors import Place
    from reportgen.reading import Reading

_MOST_PASSES = 10
_SIGNS = {"+": "green", "-": "red", "@": "cyan"}
_SPELLING = "SPEL"


def check_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "check",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Say what an editor would send back in the report of SOURCE.\n\n"
            "Each finding has its file, line and column, the code of its rule, what to write"
            " instead, and what the rule rests on.\n\n"
            "Exit codes: 0 no errors, warnings at most; 1 errors; 2 something to mend first."
        )
        + without_source(),
    )
    @source_argument()
    @click.option(
        "--format",
        "form",
        type=click.Choice(tuple(_FORMS)),
        default="text",
        help=translate("How to say it: for people by default, or for scripts."),
    )
    @click.option(
        "--select",
        multiple=True,
        metavar="CODE",
        help=translate("Apply these rules only: codes or families, with commas between them."),
    )
    @click.option(
        "--ignore",
        multiple=True,
        metavar="CODE",
        help=translate("Leave these rules out: codes or families, with commas between them."),
    )
    @click.option(
        "--fix",
        is_flag=True,
        help=translate("Mend in the files what can be mended safely, and show the changes."),
    )
    @click.option(
        "--spelling/--no-spelling",
        default=True,
        help=translate("Check the spelling of words too, or not; it is checked by default."),
    )
    @click.option(
        "--explain",
        metavar="CODE",
        help=translate("Say what a rule asks for, with examples; or the rules of a family."),
    )
    @secretariat_option()
    @templates_option()
    @language_option()
    def check(  # noqa: PLR0913 -- one parameter an option
        source: Path | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        templates: Path | None,
        *,
        form: Literal["text", "json", "sarif"],
        explain: str | None,
        fix: bool,
        spelling: bool,
        limit: int,
    ) -> None:
        """Read, check, and tell."""
        from reportgen import checks

        with errors_told(writes=fix):
            rules = checks.all_rules()
            if explain is not None:
                _explain(checks.chosen(rules, _codes([explain]), ()))
                return
            report = given_or_here(source)
            rules = checks.chosen(rules, _codes(select), _codes(ignore))
            if not spelling:
                rules = tuple(one for one in rules if not one.code.startswith(_SPELLING))

            def anew() -> tuple[Reading, Checked]:
                reading = read(report, lambda _: None)
                style = look(None, report)
                with placed(reading.place):
                    return reading, checks.check(
                        reading, rules=rules, limit=limit, templates=templates, style=style
                    )

            if fix:
                _tidy(report, aside=form != "text")
            reading, checked = anew()
            if fix:
                checked = _mended(reading, checked, anew, aside=form != "text")
        for line in _FORMS[form](checked):
            click.echo(line)
        raise SystemExit(1 if _count(checked.findings, checks.Severity.ERROR) else 0)

    return check


def _mended(
    reading: Reading,
    checked: Checked,
    anew: Callable[[], tuple[Reading, Checked]],
    *,
    aside: bool,
) -> Checked:
    """Mend the files until nothing is left that can be mended, and show the changes.

    Args:
        reading: the report as it was read.
        checked: what was found in it.
        anew: reads and checks the report anew.
        aside: whether the changes are shown on the stream of errors.

    Returns:
        What is found at last.
    """
    from reportgen.checks import fixed

    before = reading.texts
    count = 0
    for _ in range(_MOST_PASSES):
        done = fixed(reading, checked.findings)
        if not done.findings:
            break
        _write(Path(reading.file).parent, reading.texts, done.texts)
        count += len(done.findings)
        reading, checked = anew()
    for line in _difference(before, reading.texts):
        click.echo(line, err=aside)
    click.echo(message("Mended: {count}.", count=count), err=aside)
    click.echo(err=aside)
    return checked


def _tidy(report: Path, *, aside: bool) -> None:
    """Put signs right that keep the files from being read, and show the changes."""
    from reportgen.reading.mending import mended

    for folder in (report.parent, report):
        take_up(folder)
    found = {str(file): texts for file, texts in mended(report).items()}
    if not found:
        return
    before = {file: text for file, (text, _) in found.items()}
    after = {file: text for file, (_, text) in found.items()}
    _write(report if report.is_dir() else report.parent, before, after)
    for line in _difference(before, after):
        click.echo(line, err=aside)


def _write(folder: Path, before: Mapping[str, str], texts: Mapping[str, str]) -> None:
    """Write the files, all or none, unless someone has changed one since it was read."""
    from reportgen.reading import read_data, read_text

    changed = {}
    for file, text in texts.items():
        data = read_data(Path(file))
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        same = read_text(Path(file)).text == before[file]  # save for accents apart from letters
        name = Path(file).relative_to(folder).as_posix()
        changed[name] = data if same else mark + before[file].encode(), mark + text.encode()
    amend(folder, {}, changed)


def _difference(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Show what changed, as a unified difference."""
    from difflib import unified_diff

    for file, text in after.items():
        old, new = before[file].splitlines(), text.splitlines()
        for line in unified_diff(old, new, file, file, lineterm=""):
            yield click.style(line, fg=_SIGNS.get(line[:1]))


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    """Part the codes of an option; one that is given without any has the empty code, no rule's."""
    return tuple(code for one in given for code in one.replace(",", " ").split() or [""])


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.rule.severity == severity for finding in findings)


# --- for people ---------------------------------------------------------------------------------


def _as_text(checked: Checked) -> Iterator[str]:
    from reportgen.checks import Severity

    for _, group in groupby(checked.findings, _file):
        for finding in group:
            yield from _said(finding)
        yield ""
    yield from _said_accepted(checked.accepted)
    for why in checked.unable:
        yield str(why)
    if checked.findings:
        errors, warnings = (_count(checked.findings, one) for one in Severity)
        said = message("Errors: {errors}. Warnings: {warnings}.", errors=errors, warnings=warnings)
        yield click.style(said, bold=True)
    else:
        yield translate("Nothing to report.")


def _file(finding: Finding) -> str:
    return finding.place.file if finding.place else ""


def _said(finding: Finding) -> Iterator[str]:
    place = click.style(_where(finding.place), bold=True)
    rule = click.style(f"{finding.code} {_grade(finding.rule)}", fg=_COLOURS[finding.rule.severity])
    yield str(message("{where}: {rule}: {what}", where=place, rule=rule, what=finding.slip.what))
    if words := in_short(finding.slip.words):
        yield f"    {message('“{words}”', words=words)}"
    if finding.instead is not None:
        yield f"  → {finding.instead}"
    yield click.style(f"  ({finding.rule.source})", dim=True)


def _said_accepted(findings: Sequence[Finding]) -> Iterator[str]:
    """List what is accepted, and why; nothing where nothing is."""
    if findings:
        yield translate("Accepted:")
    for one in findings:
        if one.acceptance:
            said = message("{code}, {reason}", code=one.code, reason=one.acceptance.reason)
            yield f"  {message('{where}: {what}', where=_where(one.place), what=said)}"
    if findings:
        yield ""


_COLOURS = {"error": "red", "warning": "yellow"}


def _where(place: Place | None) -> str:
    return str(place or "")


def _grade(rule: Rule) -> str:
    return translate("error") if rule.severity == "error" else translate("warning")


def _explain(rules: Sequence[Rule]) -> None:
    for number, rule in enumerate(rules):
        for line in (*([""] if number else []), *_explained(rule)):
            click.echo(line)


def _explained(rule: Rule) -> Iterator[str]:
    from reportgen.checks import explanation

    said = explanation(rule)
    yield click.style(f"{rule.code} ({_grade(rule)})", bold=True)
    yield translate(said.statement, "rules")
    for good, head in ((True, message("Write:")), (False, message("Do not write:"))):
        yield f"  {head}"
        for example in said.examples:
            if example.good is good:
                times = f" (× {example.times})" if example.times > 1 else ""
                yield from (f"    {line}" for line in f"{example.text}{times}".splitlines())
    yield f"  {message('Source: {source}', source=rule.source)}"


# --- for scripts --------------------------------------------------------------------------------


def _as_json(checked: Checked) -> Iterator[str]:
    """Give the object that `--format json` writes, whose keys stay."""
    from reportgen.checks import Severity

    said = {
        "errors": _count(checked.findings, Severity.ERROR),
        "warnings": _count(checked.findings, Severity.WARNING),
        "findings": [_finding_as_json(finding) for finding in checked.findings],
        "accepted": [_finding_as_json(finding) for finding in checked.accepted],
        "unable": list(map(str, checked.unable)),
    }
    yield said_in_json(said)


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    slip, place = finding.slip, finding.place
    return {
        "code": finding.code,
        "severity": finding.rule.severity.value,
        "file": place and place.file,
        "line": place and place.line,
        "column": place and place.column,
        "path": ".".join(map(str, slip.path)),
        "span": slip.span,
        "words": slip.words,
        "what": str(slip.what),
        "instead": _maybe(finding.instead),
        "fix": slip.fix,
        "source": str(finding.rule.source),
        "accepted": finding.acceptance and finding.acceptance.reason,
    }


def _maybe(said: str | Message | None) -> str | None:
    return None if said is None else str(said)


def _as_sarif(checked: Checked) -> Iterator[str]:
    from reportgen.cli.sarif import sarif_log

    yield said_in_json(sarif_log(checked))


_FORMS = {"text": _as_text, "json": _as_json, "sarif": _as_sarif}
