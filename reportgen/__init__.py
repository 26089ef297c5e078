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

from reportgen.errors import ReportgenError
from reportgen.pipeline import load, load_style, render, write
from reportgen.version import __version__

__all__ = ["ReportgenError", "__version__", "load", "load_style", "render", "write"]
