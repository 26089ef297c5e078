"""The whole way, against docxtpl: `python tests/benchmarks/bench_pipeline.py`.

Two bounds, each measured with its peer in the same run, in turns, as medians:
records in memory to Word bytes against docxtpl filling an equivalent template, warm; and
`reportgen build` of Word and PDF against docxtpl followed by LibreOffice, cold. The peer, in
`peer.py`, says the same words from the same records: that is checked before anything is timed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

import docx
import peer

import reportgen
from reportgen.document import (
    AnnexHeading,
    Block,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
    Title,
)
from reportgen.writers.docx import write_docx

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "inputs" / "2016"
WARM_BOUND, COLD_BOUND = 1.0, 0.9
WARM_RUNS, COLD_RUNS = 15, 5


def main() -> int:
    """Measure both, print medians and ratios, and tell whether the bounds hold."""
    with tempfile.TemporaryDirectory() as scratch:
        template = Path(scratch, "template.docx")
        report = reportgen.load(SOURCE)
        template.write_bytes(write_docx(_template()))
        context, jinja = peer.read(SOURCE), peer.environment()
        ours = reportgen.write(reportgen.render(report), "docx")
        if _words(ours) != _words(peer.filled(template, context, jinja)):
            raise SystemExit("the peer does not say the same words: nothing to compare")
        results = [
            _compare(
                "records → Word, warm",
                lambda: reportgen.write(reportgen.render(report), "docx"),
                lambda: peer.filled(template, context, jinja),
                WARM_RUNS,
                WARM_BOUND,
            ),
            _compare(
                "build Word and PDF, cold",
                lambda: _run([sys.executable, "-m", "reportgen", "build", str(SOURCE), "--quiet",
                              "--out", f"{scratch}/ours"]),
                lambda: _run([sys.executable, peer.__file__, str(SOURCE), str(template)]),
                COLD_RUNS,
                COLD_BOUND,
            ),
        ]  # fmt: skip
    return 0 if all(results) else 1


def _compare(
    name: str, ours: Callable[[], object], peer: Callable[[], object], runs: int, bound: float
) -> bool:
    for warm_up in (ours, peer):
        warm_up()
    times: list[tuple[float, float]] = [(_timed(ours), _timed(peer)) for _ in range(runs)]
    mine, theirs = median(a for a, _ in times), median(b for _, b in times)
    ratio = median(a / b for a, b in times)
    verdict = "ok" if ratio <= bound else "MISSED"
    print(f"{name}: {mine:.3f} s, peer {theirs:.3f} s, ratio {ratio:.2f} (≤ {bound}) {verdict}")
    return ratio <= bound


def _timed(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def _run(command: list[str]) -> None:
    """Run a command as users do, whose Python keeps the modules that it has compiled."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, cwd=REPOSITORY, env=environment)


def _template() -> Document:
    """Prepare the peer's template: our own look, with its tags."""
    meeting = (
        _tag("{%p for m in meetings %}"),
        Heading(level=2, content=(Text("{{ m.theme | e_ }}"),), numeral="A"),
        _paragraph(peer.OPENING),
        _tag("{%p if m.speakers_listed is not false %}"),
        _paragraph(peer.SPEAKERS),
        _tag("{%p endif %}"),
        _tag("{%p for s in m.account %}"),
        _tag("{%p for p in s.paragraphs %}"),
        *_prose("p"),
        _tag("{%p endfor %}"),
        _tag("{%p endfor %}"),
        _tag("{%p endfor %}"),
    )
    rows = (
        _row("{%tr for m in meetings %}", "", ""),
        _row("{{ m.date | jour }}", peer.CELL, "{{ (m.annex_theme or m.theme) | e_ }}"),
        _row("{%tr endfor %}", "", ""),
    )
    blocks: tuple[Block, ...] = (
        Title(content=(Text(peer.TITLE),)),
        Heading(level=1, content=(Text("Introduction"),), numeral="I"),
        *map(_paragraph, (peer.FOUNDING, peer.CHAIR, peer.SCOPE)),
        Heading(level=1, content=(Text(f"Réunions du {peer.BODY}"),), numeral="II"),
        _paragraph(peer.HELD),
        _paragraph(f"Le {peer.BODY} s’est penché sur les thèmes suivants\u00a0:"),
        _tag("{%p for m in meetings %}"),
        _item("{{ m.theme | ponctuation(loop.last) | e_ }}"),
        _tag("{%p endfor %}"),
        *meeting,
        Heading(level=1, content=(Text("Conclusion et recommandations"),), numeral="III"),
        _tag("{%p for p in r.conclusions %}"),
        *_prose("p"),
        _tag("{%p endfor %}"),
        AnnexHeading(
            label=(Text("Annexe"),),
            content=(Text(f"Réunions du {peer.BODY} en {{{{ r.period }}}}"),),
        ),
        Table(
            widths=(2, 6, 5),
            heads=((Text("Date"),), (Text("Intervenants"),), (Text("Thème"),)),
            rows=rows,
        ),
    )
    return Document(language="fr", blocks=blocks)


def _prose(name: str) -> tuple[Paragraph, ...]:
    return (
        _paragraph(peer.PROSE),
        _tag(f"{{%p for i in ({name}['items'] if {name} is mapping else []) %}}"),
        _item(peer.ITEM),
        _tag("{%p endfor %}"),
    )


def _paragraph(text: str) -> Paragraph:
    return Paragraph(content=(Text(text),), number=1)


def _item(text: str) -> Paragraph:
    return Paragraph(content=(Text(text),), numbered=False)


def _tag(text: str) -> Paragraph:
    return Paragraph(content=(Text(text),), numbered=False)


def _row(*cells: str) -> Row:
    return Row(cells=tuple(((Text(cell),),) for cell in cells))


def _words(file: bytes) -> list[str]:
    """Read the words of a Word file, without labels and no-break spaces."""
    word = docx.Document(BytesIO(file))
    texts = [paragraph.text for paragraph in word.paragraphs]
    texts += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    found = " ".join(texts).split()
    return [word for word in found if not re.fullmatch(r"[a-e]\)", word)]


if __name__ == "__main__":
    sys.exit(main())
