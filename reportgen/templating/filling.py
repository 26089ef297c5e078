"""The templates of a report filled in: the shipped ones here, a user's own in another process.

Part of `templating`. A template can loop without end, double a text until the memory is full, or
nest until the interpreter gives in, and no bound on each of its operations holds it; one bound on
the whole does.
"""

from __future__ import annotations

import pickle
import re
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import evolve
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError

from reportgen.confinement import Limits, StoppedError, confined
from reportgen.errors import DocumentError, Place, Problem, ReportgenError, TemplateError
from reportgen.messages import Message, message, speaking, spoken_language
from reportgen.records import Report
from reportgen.templating.blocks import in_vain
from reportgen.templating.reasons import OutOfTimeError, reason_of_fault
from reportgen.templating.templates import Sandbox, environment
from reportgen.templating.views import Holes

_LIMITS = Limits(seconds=12)
_SECONDS = 5.0
"""After this time on the processor a fault has its line; after that of the limits, none."""

_LONGEST = 10_000_000
"""How many characters a user's templates may give: five thousand pages."""

_EXCERPT_LINES = 3
_LONGEST_LINE = 200
_FAULTS = (
    *(JinjaError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError),
    *(NameError, RuntimeError, SyntaxError, TypeError, ValueError),
)
"""What a template may raise: by what it asks for, or by the Python that Jinja makes of it."""


def filled(report: Report, folder: Path | None, longest: int | None = None) -> str:
    """Fill in the templates of a report, in this process and without bounds of time and memory.

    Args:
        report: the facts.
        folder: the user's own templates, looked up before the shipped ones.
        longest: how many characters they may give.

    Raises:
        TemplateError: a template has a fault; the file, the line and what was said until then.
        DocumentError: wordings of the records mention fields that do not exist.
    """
    sandbox = environment(report.language, folder)
    name = f"{report.language}/report.xml.j2"
    holes = Holes()
    said: list[str] = []
    try:
        if folder and (vain := [*in_vain(sandbox, folder / report.language)]):
            raise TemplateError(*vain)
        template = sandbox.get_template(name)
        said.extend(template.generate(report=holes.show(report, ())))
        text = holes.fill("".join(said))
    except ReportgenError as error:
        spot = _spot(error)
        raise type(error)(
            *(evolve(problem, place=problem.place or spot) for problem in error.problems)
        ) from error
    except TemplateSyntaxError as error:
        place = Place(error.filename or error.name or "", error.lineno)
        raise TemplateError(_problem(error, place, [])) from error
    except _FAULTS as error:
        place = _spot(error) or _file(sandbox, name, error)
        raise TemplateError(_problem(error, place, said)) from error
    if holes.problems:
        raise DocumentError(*holes.problems)
    if longest is not None and len(text) > longest:
        what = message("the templates give more than {limit} characters", limit=longest)
        raise TemplateError(Problem(what, _LOOP, Place(str(folder))))
    return text


_LOOP = message("Look for a loop or a macro that repeats more than it should.")
_STOPPED: dict[str, Message] = {
    "time": message("the templates take more than {seconds} seconds", seconds=_LIMITS.seconds),
    "memory": message("the templates take more memory than a report needs"),
    "fault": message("the templates ended the process that fills them"),
}


def filled_apart(report: Report, folder: Path) -> str:
    """Fill in a user's own templates, in another process and within bounds of time and memory.

    The process is a new interpreter: threads, notebooks and event loops of the caller do not
    matter to it. On Windows and macOS the memory is not bounded; the time is everywhere.

    Args:
        report: the facts.
        folder: the templates.

    Raises:
        TemplateError: a template has a fault, or takes more than a report needs.
        DocumentError: wordings of the records mention fields that do not exist.
    """
    data = pickle.dumps((report, folder, spoken_language()))
    try:
        made = confined(f"{__name__}:fill_for", data, _LIMITS)
    except StoppedError as error:
        problem = Problem(_STOPPED[error.reason], _LOOP, Place(str(folder)))
        raise TemplateError(problem) from error
    result: str | ReportgenError = pickle.loads(made)  # noqa: S301 -- of our own process
    if isinstance(result, ReportgenError):
        raise result
    return result


def fill_for(data: bytes) -> bytes:
    """Do the work of `filled_apart` in its process.

    Args:
        data: the report, the folder and the language that messages are said in.

    Returns:
        The text, or the error to be raised.
    """
    report, folder, language = pickle.loads(data)  # noqa: S301 -- of the process that started this
    try:
        with speaking(language), _timed():
            return pickle.dumps(filled(report, folder, _LONGEST))
    except ReportgenError as error:
        return pickle.dumps(error)


@contextmanager
def _timed() -> Iterator[None]:
    """Raise an error in the template that is at work when the time is over, where systems can."""

    def stop(*_: object) -> None:
        raise OutOfTimeError

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    yield
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)


def _spot(error: BaseException) -> Place | None:
    """Find the last line of a template that an error passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    spots = [Place(f.filename, f.lineno) for f in frames if f.filename.endswith(".j2")]
    return spots[-1] if spots else None


def _file(sandbox: Sandbox, name: str, error: Exception) -> Place:
    """Find the file of a template that Python cannot read, or else that of the report."""
    if isinstance(error, SyntaxError) and error.filename:
        return Place(error.filename)
    _, file, _ = sandbox.loader.get_source(sandbox, name)  # type: ignore[union-attr]
    return Place(file or name)


def _problem(error: Exception, place: Place | None, said: list[str]) -> Problem:
    shown = re.sub("\ufdd0[0-9]+\ufdd1", "[…]", "".join(said[-1000:])[-10_000:])
    lines = [line[:_LONGEST_LINE] for line in shown.splitlines() if line.strip()]
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
    return [
        f"{place.line:>5} | {line[:_LONGEST_LINE]}" for line in lines[place.line - 1 : place.line]
    ]
