"""How long the PDF takes, against WeasyPrint alone on the same page of HTML.

Run on demand: `python tests/benchmarks/bench_pdf.py`. Both are measured in turn, in the time of
the processor, so that what else the machine does counts little. Prints medians and their ratio;
ends with 1 when the bound is missed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from attrs import evolve
from bench_docx import report

from reportgen.style import UN_2015
from reportgen.writers.html import write_html
from reportgen.writers.pdf import write_pdf
from reportgen.writers.pdf.fonts import find_font

BOUND = 1.05
REPEATS = 15


def seconds(action: Callable[[], object]) -> float:
    """Give the time that an action takes of the processor."""
    start = time.process_time()
    action()
    return time.process_time() - start


def main() -> int:
    """Measure both, say the ratio, and answer 1 when the bound is missed."""
    document = report(110, 12)
    page = write_html(document, evolve(UN_2015, fonts=(find_font(UN_2015.fonts),)))
    pages = write_pdf(document).pages

    import weasyprint  # noqa: PLC0415 -- after the door, which makes it quick to load

    def bare() -> bytes:
        return weasyprint.HTML(string=page).write_pdf()

    times = [(seconds(bare), seconds(lambda: write_pdf(document))) for _ in range(REPEATS)]
    least, ours = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{pages} pages: WeasyPrint alone {least:.3f} s, writer {ours:.3f} s")
    print(f"writer / WeasyPrint: {ours / least:.3f} (at most {BOUND})")
    return 1 if ours / least > BOUND else 0


if __name__ == "__main__":
    sys.exit(main())
