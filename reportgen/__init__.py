"""Draft the annual report of a Security Council subsidiary body.

    records ──▶ templates ──▶ markup ──▶ Document ──▶ finishing ──▶ Word, PDF, text

>>> import reportgen
>>> report = reportgen.load("inputs/2016")                 # or a Report made in memory
>>> document = reportgen.render(report)                    # the words, numbered and spaced
>>> word = reportgen.write(document, "docx")               # bytes of a file
>>> pdf = reportgen.write(document, "pdf")

`reportgen.records` holds the facts as frozen attrs values; every mistake that a user can mend is a
`ReportgenError`, which says what, where, and what to do.
"""

from reportgen.version import __version__

TYPE_CHECKING = False  # the command loads nothing, be it `typing`, before it knows how to end
if TYPE_CHECKING:
    from reportgen.errors import ReportgenError
    from reportgen.pipeline import load, load_style, render, write

__all__ = ["ReportgenError", "__version__", "load", "load_style", "render", "write"]

_ROOMS = {
    "ReportgenError": "errors",
    **dict.fromkeys(("load", "load_style", "render", "write"), "pipeline"),
}


def __getattr__(name: str) -> object:
    """Open a room when something in it is asked for."""
    if name in _ROOMS:
        from importlib import import_module  # noqa: PLC0415 -- see above

        return getattr(import_module(f"reportgen.{_ROOMS[name]}"), name)
    said = f"module 'reportgen' has no attribute {name!r}"
    raise AttributeError(said)
