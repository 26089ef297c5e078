"""Where templates lie, and the sandbox that they run in.

A user's folder is looked up first, file by file; the shipped templates are also there under
`default/`, so that a file can extend the one that it shadows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.errors import Place, Problem, TemplateError, closed
from reportgen.input_files import leads_outside, led_outside
from reportgen.languages import language
from reportgen.messages import message
from reportgen.records import composed
from reportgen.templating.phrases import guarded, guarded_builtin, phrase
from reportgen.templating.views import Face, UnknownName, is_todo

_PACKAGE = Path(__file__).parents[1]
_LARGEST_FILE = 1_000_000
_KEPT_FILTERS = (
    *("batch", "capitalize", "default", "first", "groupby", "int", "join", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round"),
    *("select", "selectattr", "sort", "string", "sum", "trim", "unique", "upper"),
)


class _Folder(FileSystemLoader):
    """The templates of a folder, each accent in its letter."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Read a template."""
        text, file, fresh = super().get_source(environment, template)
        return composed(text), file, fresh


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that reads records and writes text, and can do nothing else."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Let faces be read, which have nothing but fields; texts and numbers have filters."""
        if isinstance(obj, Face):
            return not attr.startswith("_")
        if isinstance(obj, (str, int, float)):
            return False
        return super().is_safe_attribute(obj, attr, value)


def shipped_templates() -> Path:
    """Find the folder of the templates that come with the program.

    Returns:
        The folder in the installed package, or the one at the top of a checkout.
    """
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


@lru_cache(maxsize=8)
def environment(code: str, folder: Path | None) -> Sandbox:
    """Prepare the environment for one language.

    Args:
        code: the code of the report's language.
        folder: the user's own templates; None for the shipped ones alone.

    Raises:
        TemplateError: there is no such folder, nothing in it serves, or a template in it is closed
            or not UTF-8.
    """
    if folder is not None:
        try:
            _check_folder(folder, code)
        except OSError as error:
            raise TemplateError(closed(error.filename or folder, error)) from error
    shipped = _Folder(shipped_templates())
    own = [_Folder(folder)] if folder else []
    sandbox = Sandbox(
        loader=ChoiceLoader([*own, PrefixLoader({"default": shipped}), shipped]),
        autoescape=True,
        undefined=UnknownName,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    spoken = language(code)
    sandbox.filters = {name: guarded_builtin(sandbox.filters[name]) for name in _KEPT_FILTERS}
    sandbox.filters |= {
        name: guarded(do, leading=name in spoken.leading, trailing=name in spoken.trailing)
        for name, do in spoken.filters.items()
    }
    sandbox.tests["todo"] = is_todo
    kept = {name: sandbox.globals[name] for name in ("namespace", "range")}
    sandbox.globals = {**kept, "formule": phrase, "mot": spoken.words}
    return sandbox


def _check_folder(folder: Path, code: str) -> None:
    """Refuse a user's folder in which nothing takes the place of a shipped template."""
    if not folder.is_dir():
        raise TemplateError(
            Problem(
                message("there is no folder of templates here"),
                message("Give the folder that holds “{code}/report.xml.j2”.", code=code),
                Place(str(folder)),
            )
        )
    known = [file.name for file in sorted(shipped_templates().joinpath(code).glob("*.j2"))]
    if not any(folder.joinpath(code, name).is_file() for name in known):
        raise TemplateError(
            Problem(
                message("no file of this folder takes the place of a shipped template"),
                message(
                    "Put one of these into its folder “{code}”: {known}.",
                    code=code,
                    known=", ".join(known),
                ),
                Place(str(folder)),
            )
        )
    files = [file for file in sorted(folder.joinpath(code).glob("[!.]*.j2")) if file.is_file()]
    if problems := [problem for file in files for problem in _unreadable(file)]:
        raise TemplateError(*problems)


def _unreadable(file: Path) -> Iterator[Problem]:
    """Find what is not UTF-8 in a template, or too much: Jinja does not tell which one it read."""
    if leads_outside(file, file.parent):
        yield led_outside(file)
        return
    if file.stat().st_size > _LARGEST_FILE:
        what = message("the template has more than {limit} bytes", limit=_LARGEST_FILE)
        yield Problem(what, message("Put what it says into the records."), Place(str(file)))
        return
    data = file.read_bytes()
    try:
        data.decode()
    except UnicodeDecodeError as error:
        yield Problem(
            message(
                "byte {position} of the file, {byte}, is not UTF-8",
                position=error.start + 1,
                byte=f"0x{data[error.start]:02X}",
            ),
            message("Save the file again with the encoding UTF-8."),
            Place(str(file), data.count(b"\n", 0, error.start) + 1),
        )
