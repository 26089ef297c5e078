"""The measures of two generations of documents, and how far a written page is from them.

Measured on S/2015/246 (2015) and on S/2025/257 and S/2025/632 (2025); the French lines of the
masthead and the annex follow the same rhythm. Baselines and edges are in points from the top left
corner of the sheet.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import evolve, frozen
from pdfreading import Line
from specimens import REPORT, SENTENCE, words

from reportgen.document import Paragraph

Page = Literal["first", "even", "odd", "annex"]

DOCUMENT = evolve(
    REPORT,
    blocks=(
        *REPORT.blocks[:-2],
        *(Paragraph(content=words(SENTENCE * 5), number=number) for number in range(5, 20)),
        *REPORT.blocks[-2:],
    ),
)
"""A report of four pages: the masthead, an even and an odd page, an annex."""


@frozen
class Measure:
    """Where a line stands, by its first words.

    Args:
        page: the sort of page; the first of its sort.
        beginning: the words; `{pages}` stands for the number of pages.
        edge: its left edge, or its right edge where `at_right`.
    """

    page: Page
    beginning: str
    baseline: float
    edge: float
    at_right: bool = False


def _rhythm(shift: float) -> list[Measure]:
    """Give what both generations set in one rhythm, moved together by a different head."""
    return [
        Measure("first", "Nations Unies", 65.0 + shift, 123.4),
        Measure("first", "Conseil de sécurité", 93.5 + shift, 123.4),
        Measure("first", "10 janvier 2017", 105.2 + shift, 397.0),
        Measure("first", "Original : français", 128.6 + shift, 397.0),
        Measure("first", "Rapport pour la période", 231.8 + shift, 123.4),
        Measure("first", "I. Introduction", 273.8 + shift, 102.1),
        Measure("first", "A. Mandat", 299.6 + shift, 98.8),
        Measure("first", "1. Le Groupe de travail", 323.9 + shift, 123.4),
        Measure("first", "2. Le Groupe s’est", 389.9 + shift, 123.4),
        Measure("first", "a) « Technologie »", 407.9 + shift, 147.1),
        Measure("first", "i) drones;", 425.9 + shift, 170.9),
    ]


MEASURES = {
    "un-2015": [
        *_rhythm(0),
        Measure("first", "S/2017/123", 63.4, 554.9, at_right=True),
        Measure("first", "17-00123 (F)", 720.8, 60.0),
        Measure("even", "S/2017/123", 66.0, 60.0),
        Measure("even", "2/{pages}", 728.8, 60.0),
        Measure("even", "17-00123", 727.3, 551.9, at_right=True),
        Measure("odd", "S/2017/123", 66.0, 553.4, at_right=True),
        Measure("odd", "3/{pages}", 728.8, 551.8, at_right=True),
        Measure("odd", "17-00123", 727.3, 60.0),
        Measure("annex", "Annexe", 96.7, 60.0),
        Measure("annex", "Réunions et intervenants", 117.7, 123.4),
    ],
    "un-2025": [
        *_rhythm(-7.2),
        Measure("first", "S/2017/123", 56.5, 552.1, at_right=True),
        Measure("first", "17-00123 (F)", 747.6, 65.4),
        Measure("even", "S/2017/123", 59.0, 60.0),
        Measure("even", "2/{pages}", 755.3, 60.0),
        Measure("even", "17-00123", 753.8, 552.0, at_right=True),
        Measure("odd", "S/2017/123", 59.0, 552.1, at_right=True),
        Measure("odd", "3/{pages}", 755.3, 551.9, at_right=True),
        Measure("odd", "17-00123", 753.8, 60.0),
        Measure("annex", "Annexe", 84.5, 60.0),
        Measure("annex", "Réunions et intervenants", 105.5, 123.4),
    ],
}
"""The measures of each look, by its name."""

LAST_BASELINES = {"un-2015": (681, 693), "un-2025": (716, 730)}
"""Between which heights the last line of a full inner page stands."""


@frozen
class Deviation:
    """How far a line is from its measure, in points: down and to the right where positive."""

    measure: Measure
    down: float
    right: float

    def __str__(self) -> str:
        """Say it as a row of a table."""
        page, beginning = self.measure.page, self.measure.beginning
        return f"{page:6} {beginning[:26]:26} {self.down:+6.2f} {self.right:+6.2f}"

    @property
    def largest(self) -> float:
        """The larger of both distances."""
        return max(abs(self.down), abs(self.right))


def deviations(lines: Sequence[Line], measures: Sequence[Measure]) -> Iterator[Deviation]:
    """Compare the lines of a written document with measures.

    Args:
        lines: its lines, as `pdfreading.lines` gives them.
        measures: where they should stand.

    Raises:
        LookupError: a measured line is not on its page.
    """
    count = str(lines[-1].page)
    annex = next(ln.page for ln in lines if ln.text == "Annexe")
    pages = {"first": 1, "even": 2, "odd": 3, "annex": annex}
    for measure in measures:
        found = [
            _deviation(line, at, measure)
            for line in lines
            if line.page == pages[measure.page]
            for at in _positions(line, measure.beginning.replace("{pages}", count))
        ]
        if not found:
            raise LookupError(measure)
        yield min(found, key=lambda deviation: deviation.largest)


def _deviation(line: Line, at: int, measure: Measure) -> Deviation:
    edge = line.right if measure.at_right else line.letters[at][1]
    return Deviation(measure, line.baseline - measure.baseline, edge - measure.edge)


def _positions(line: Line, beginning: str) -> list[int]:
    """Find the letters at which some words begin; lines side by side are read as one."""
    text = "".join(letter for letter, *_ in line.letters)
    at = text.find(_letters(beginning))
    return [] if at < 0 else [at]


def _letters(text: str) -> str:
    return "".join(text.split())
