"""The command: options into values, values into files, errors into exit codes.

Floor 6. One module a subcommand; `options` are those that several take, `telling` is what they
say errors and progress with, `running` is how they run and end. Nothing heavy is loaded here: the
stages load what they need when they are used.

Exit codes: 0 done; 1 something other than the user's input went wrong, or, from `status`, something
remains to be filled in, from `check`, there are errors, or, from `verify`, the file is not what it
should be; 2 the input, an option, a template, a font or the output folder must be mended, and
nothing was written, or the standard output takes nothing; 128 and more, a signal ended it.
"""

from __future__ import annotations

import atexit
import gc
import gettext
import itertools
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from reportgen import __version__
from reportgen.cli.add import add_command
from reportgen.cli.build import build_command
from reportgen.cli.check import check_command
from reportgen.cli.new import new_command
from reportgen.cli.options import language_option
from reportgen.cli.running import interruptible, streams
from reportgen.cli.schema import schema_command
from reportgen.cli.status import status_command
from reportgen.cli.verify import verify_command
from reportgen.messages import CATALOGUES, LANGUAGES, speaking, spoken_language, translate

_PROGRAM_QUOTES = re.compile(r"(?<!\w)'([^']*)'(?!\w)")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, in the language that is asked for.

    Args:
        arguments: those of the command line when they are left out.
    """
    atexit.register(gc.freeze)  # what is left at the end need not be looked through
    given = sys.argv[1:] if arguments is None else list(arguments)
    with speaking(_asked_language(given)), _library_speaking(), streams(), interruptible():
        _commands().main(args=given, prog_name="reportgen")


@contextmanager
def _library_speaking() -> Iterator[None]:
    """Let the command-line library speak our language: it asks gettext and the environment."""
    gettext.bindtextdomain("messages", CATALOGUES)
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = spoken_language()
    try:
        yield
    finally:
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


def _asked_language(arguments: Sequence[str]) -> str | None:
    """Find `--lang` before the options are read, so that the help too is in that language."""
    for argument, value in itertools.pairwise([*arguments, ""]):
        asked = value if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and asked in LANGUAGES:
            return asked
    return None


class _Group(click.Group):
    """The commands, whose library quotes as programs do: its errors are told as people quote."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- what the library’s method gives
        """Run the command that is asked for, as the library does."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            said = _PROGRAM_QUOTES.sub(_as_people_quote, error.format_message())
            raise click.UsageError(said, error.ctx) from error


def _as_people_quote(found: re.Match[str]) -> str:
    return translate("“{words}”").format(words=found[1])


def _commands() -> click.Group:
    """Make the commands, with their help in the language now spoken."""

    @click.group(
        cls=_Group,
        help=translate(
            "Draft the annual report of a subsidiary body of the Security Council: records of"
            " meetings, speakers and conclusions in, Word and PDF out."
        ),
        subcommand_metavar=translate("COMMAND …"),
        options_metavar=translate("[OPTIONS]"),
        epilog=translate(
            "Exit codes: 0 done; 1 from status, while something remains to be filled in, from"
            " check, where there are errors, and from verify, where the file is not what it"
            " should be; 2 something to mend, and nothing was written."
        ),
    )
    @language_option()
    @click.version_option(
        __version__, message="%(prog)s %(version)s", help=translate("Say the version and exit.")
    )
    def reportgen() -> None:
        """Hold the subcommands."""

    reportgen.add_command(add_command())
    reportgen.add_command(build_command())
    reportgen.add_command(check_command())
    reportgen.add_command(new_command())
    reportgen.add_command(schema_command())
    reportgen.add_command(status_command())
    reportgen.add_command(verify_command())
    return reportgen
