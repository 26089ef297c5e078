"""The options that several subcommands share, each declared once.

Part of `cli`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from reportgen.document import LIMIT, SECRETARIAT_LIMIT
from reportgen.errors import Place, Problem, RecordError
from reportgen.messages import LANGUAGES, message, translate
from reportgen.records import composed
from reportgen.spellings import meant
from reportgen.style import STYLES, UN_2015


class _NamedPath(click.Path):
    """A path that has a name: an empty one would be taken for the current folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 -- what the library’s method gives
        """Refuse a name without a letter, then take the others as the library does."""
        if not os.fspath(value).strip():
            self.fail(translate("the name is empty."), param, ctx)
        return super().convert(value, param, ctx)


PATH = _NamedPath(path_type=Path, readable=False)
"""A file or a folder; the stages that open it tell in their own words where they cannot."""


class _Text(click.types.StringParamType):
    """A text, each accent in its letter."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 -- what the library’s method takes
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 -- what the library’s method gives
        """Take the text as the library does, and compose it."""
        return composed(super().convert(value, param, ctx))


TEXT = _Text()


class Word(click.Choice[str]):
    """One of a few words, or what people write for it in French or English."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 -- what the library’s method takes
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 -- what the library’s method gives
        """Take the word that is meant as the library does."""
        return super().convert(meant(str(value), self.choices) or value, param, ctx)


class _Year(click.ParamType[int]):
    """A year, in figures."""

    name = "year"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Take what is a whole number."""
        try:
            return int(value)
        except ValueError:
            self.fail(str(message("{number} is no year such as 2017", number=value)), param, ctx)


YEAR = _Year()
"""A whole number; the command says which years it takes."""


def source_argument() -> Callable[[Any], Any]:
    """Declare the argument for the records of a report; those of the current folder by default."""
    return click.argument("source", type=PATH, metavar="[SOURCE]", required=False)


def without_source() -> str:
    """Say in the help of a command what it takes without SOURCE."""
    said = translate("Without SOURCE, it is the report of the folder in which you are.")
    return f"\n\n{said}"


def language_option() -> Callable[[Any], Any]:
    """Declare `--lang`, which is found before the options are read and reaches no command."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=translate("The language of messages; the system’s by default."),
    )


def quiet_option() -> Callable[[Any], Any]:
    """Declare `--quiet`."""
    return click.option("--quiet", is_flag=True, help=translate("Say nothing but what goes wrong."))


def templates_option() -> Callable[[Any], Any]:
    """Declare `--templates`."""
    return click.option(
        "--templates",
        type=PATH,
        metavar=translate("FOLDER"),
        help=translate("Your own templates, file by file in place of the shipped ones."),
    )


def style_option() -> Callable[[Any], Any]:
    """Declare `--style`."""
    return click.option(
        "--style",
        type=_NamedPath(path_type=str, readable=False),
        metavar=translate("NAME|FILE"),
        help=translate(
            "The look: {names}, or a YAML file of what differs from one of them. By default"
            " style.yaml beside report.yaml, or else {default}."
        ).format(names=", ".join(STYLES), default=UN_2015.name),
    )


def overwrite_option() -> Callable[[Any], Any]:
    """Declare `--overwrite`."""
    return click.option(
        "--overwrite",
        is_flag=True,
        help=translate("Write over files even if someone has edited them."),
    )


def secretariat_option() -> Callable[[Any], Any]:
    """Declare `--secretariat`, which gives the command the limit of words that applies."""
    return click.option(
        "--secretariat",
        "limit",
        flag_value=SECRETARIAT_LIMIT,
        default=LIMIT,
        type=int,
        help=translate("Apply the limit of the Secretariat’s reports: 8,500 words, not 10,700."),
    )


def given_day(option: str, text: str) -> date:
    """Read the day that an option gives.

    Raises:
        RecordError: it is no day.
    """
    from reportgen.programme import parse_day

    day = parse_day(text)
    if day is None:
        what = message("“{found}” is not a date", found=text)
        advice = message("Write it as 2017-04-28, 28/04/2017 or “28 avril 2017”.")
        raise RecordError(Problem(what, advice, Place(option)))
    return day
