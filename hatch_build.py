"""Compiles the catalogues of messages and fixed words when the package is built or installed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)


class CatalogueHook(BuildHookInterface[Any]):
    """Turn each `.po` file of the package into the `.mo` file that gettext reads."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling’s signature
        """Compile every catalogue beside its source."""
        for source in sorted(Path(self.root, "reportgen").rglob("*.po")):
            with source.open("rb") as file:
                catalogue = read_po(file, locale=source.parts[-3])
            catalogue.creation_date = NO_DATE  # else now: the same source gives the same bytes
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalogue)
