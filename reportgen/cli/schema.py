"""`reportgen schema`: what editors complete and check the files of a report with.

Part of `cli`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from reportgen.cli.options import PATH, language_option, overwrite_option, quiet_option
from reportgen.cli.telling import errors_told, take_up
from reportgen.errors import ReadingError
from reportgen.messages import translate
from reportgen.saving import save, signed

_FOLDER = ".schemas"
_MODELINE = "# yaml-language-server:"
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
            "With them an editor such as VS Code, with Red Hat’s YAML extension, proposes the"
            " keys, explains each in French and in English, and underlines what is wrong. Run it"
            " in the folder of the report; report.yaml, and each file of meetings, then begins with"
            " the line that names its schema:"
        )
        + _MODELINES,
    )
    @click.option(
        "--out",
        type=PATH,
        metavar=translate("FOLDER"),
        help=translate("Where to write; .schemas in the folder of the report by default."),
    )
    @overwrite_option()
    @language_option()
    @quiet_option()
    def schema(out: Path | None, *, overwrite: bool, quiet: bool) -> None:
        """Make the schemas, save them, and say where."""
        from reportgen.schema import schema_files

        files = schema_files()
        with errors_told():
            folder = out or _here()
            take_up(folder)
            save(folder, files, overwrite=overwrite)
        if not quiet:
            for name in files:
                click.echo(folder / name)

    return schema


def _here() -> Path:
    """Name the folder of schemas of the report in whose folder one stands, or the current one's."""
    from reportgen.reading import report_here

    try:
        return report_here(Path()) / _FOLDER
    except ReadingError:
        return Path(_FOLDER)


def missing_schemas(folder: Path, texts: Iterable[str]) -> dict[str, bytes]:
    """Make the schemas that files of a report name in their first line, where there are none.

    In a folder that takes no files the line stays without them: they only help editors.

    Args:
        folder: the folder of the report.
        texts: the texts of its files.

    Returns:
        The content of each, by its name within the folder of the report.
    """
    from reportgen.schema import schema_files

    named = any(text.startswith(_MODELINE) for text in texts)
    if not named or (folder / _FOLDER).exists() or not os.access(folder, os.W_OK):
        return {}
    return {f"{_FOLDER}/{name}": content for name, content in signed(schema_files()).items()}
