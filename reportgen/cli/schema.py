"""`reportgen schema`: what editors complete and check the files of a report with.

Part of `cli`.
"""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.options import PATH, language_option, overwrite_option, quiet_option
from reportgen.cli.telling import errors_told, take_up
from reportgen.messages import translate
from reportgen.saving import save

_FOLDER = ".schemas"
_MODELINES = """

\b
# yaml-language-server: $schema=.schemas/report.schema.json
# yaml-language-server: $schema=../.schemas/meeting.schema.json"""


def schema_command() -> click.Command:
    """Make the subcommand, its help in the language now spoken."""

    @click.command(
        "schema",
        options_metavar=translate("[OPTIONS]"),
        help=translate(
            "Write the JSON Schemas of the records, for editors.\n\n"
            "With them an editor such as VS Code, with Red Hat's YAML extension, proposes the"
            " keys, explains each in French and in English, and underlines what is wrong. Run it"
            " in the folder of the report; report.yaml, and each file of meetings, then begins with"
            " the line that names its schema:"
        )
        + _MODELINES,
    )
    @click.option(
        "--out",
        type=PATH,
        default=_FOLDER,
        metavar=translate("FOLDER"),
        help=translate("Where to write; .schemas in the current folder by default."),
    )
    @overwrite_option()
    @language_option()
    @quiet_option()
    def schema(out: Path, *, overwrite: bool, quiet: bool) -> None:
        """Make the schemas, save them, and say where."""
        from reportgen.schema import schema_files

        files = schema_files()
        with errors_told():
            take_up(out)
            save(out, files, overwrite=overwrite)
        if not quiet:
            for name in files:
                click.echo(out / name)

    return schema
