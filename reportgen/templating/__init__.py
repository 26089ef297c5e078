"""Records into words: the templates of the report's language fill in the markup.

Floor 3. Templates see faces of the records, the language's filters and fixed words, and nothing
else; speakers' words are escaped because every text is.
"""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

from reportgen.errors import Place
from reportgen.languages import language
from reportgen.records import Report, completed
from reportgen.templating.filling import filled, filled_apart
from reportgen.templating.templates import Sandbox, environment, shipped_templates

__all__ = ["Rendering", "render_markup", "shipped_templates"]


@frozen
class Rendering:
    """What the templates gave.

    Args:
        text: the markup.
        report: the report that it says, with the genders that names tell.
        sandbox: where the templates came from.
    """

    text: str
    report: Report
    sandbox: Sandbox

    def locate(self, pattern: str) -> Place | None:
        """Find where the templates write something; None where several files do, or none does.

        Args:
            pattern: a regular expression for it.
        """
        places = []
        for name in self.sandbox.list_templates(filter_func=_is_used):
            source, file, _ = self.sandbox.loader.get_source(self.sandbox, name)  # type: ignore[union-attr]
            if found := re.search(pattern, source):
                places.append(Place(file or name, source.count("\n", 0, found.start()) + 1))
        return places[0] if len(places) == 1 else None


def _is_used(name: str) -> bool:
    return name.endswith(".j2") and not name.startswith("default/")


def render_markup(report: Report, folder: Path | None = None) -> Rendering:
    """Say a report in the words of its templates.

    A user's own templates are filled in a process of their own, under limits of time and memory.

    Args:
        report: the facts.
        folder: the user's own templates, looked up before the shipped ones.

    Returns:
        The markup, and where to look for its faults.

    Raises:
        TemplateError: a template has a fault; the file, the line and what was said until then.
        RecordError: nothing tells a gender that sentences need, and the records leave it out.
        DocumentError: wordings of the records mention fields that do not exist.
    """
    sandbox = environment(report.language, folder)
    report = completed(report, language(report.language))
    text = filled_apart(report, folder) if folder else filled(report, None)
    return Rendering(text, report, sandbox)
