"""Records into words: the templates of the report's language fill in the markup.

Floor 3. Templates see faces of the records, the language's filters and fixed words, and nothing
else; speakers' words are escaped because every text is.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, frozen
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError

from reportgen.errors import DocumentError, Place, Problem, ReportgenError, TemplateError
from reportgen.languages import language
from reportgen.messages import message
from reportgen.records import Report, completed
from reportgen.templating.reasons import reason_of_fault
from reportgen.templating.templates import Sandbox, environment, shipped_templates
from reportgen.templating.views import Holes

__all__ = ["Rendering", "render_markup", "shipped_templates"]

_LONGEST = 200_000_000
_EXCERPT_LINES = 3


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
    holes = Holes()
    said: list[str] = []
    try:
        template = sandbox.get_template(f"{report.language}/report.xml.j2")
        said.extend(_bounded(template.generate(report=holes.show(report, ()))))
        text = holes.fill("".join(said))
    except ReportgenError as error:
        spot = _spot(error)
        raise type(error)(
            *(evolve(problem, place=problem.place or spot) for problem in error.problems)
        ) from error
    except TemplateSyntaxError as error:
        place = Place(error.filename or error.name or "", error.lineno)
        problem = _problem(error, place, [])
        raise TemplateError(problem) from error
    except (JinjaError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError,
            ValueError) as error:  # fmt: skip
        raise TemplateError(_problem(error, _spot(error), said)) from error
    if holes.problems:
        raise DocumentError(*holes.problems)
    return Rendering(text, report, sandbox)


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > _LONGEST:
            raise TemplateError(
                Problem(
                    message("the templates give more than {limit} characters", limit=_LONGEST),
                    message("Look for a loop that repeats more than it should."),
                )
            )
        yield piece


def _spot(error: BaseException) -> Place | None:
    """Find the last line of a template that an error passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    spots = [Place(f.filename, f.lineno) for f in frames if f.filename.endswith(".j2")]
    return spots[-1] if spots else None


def _problem(error: Exception, place: Place | None, said: list[str]) -> Problem:
    shown = re.sub("\ufdd0[0-9]+\ufdd1", "[…]", "".join(said))
    lines = [line for line in shown.splitlines() if line.strip()]
    return Problem(
        message("the template cannot be filled: {reason}", reason=reason_of_fault(error)),
        message("Correct this line; the shipped template is there to compare with."),
        place,
        excerpt="\n".join([*_line_of(place), *lines[-_EXCERPT_LINES:]]),
    )


def _line_of(place: Place | None) -> list[str]:
    if place is None or place.line is None or not Path(place.file).is_file():
        return []
    lines = Path(place.file).read_text(encoding="utf-8").splitlines()
    return [f"{place.line:>5} | {line}" for line in lines[place.line - 1 : place.line]]
