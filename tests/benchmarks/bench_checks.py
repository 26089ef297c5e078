"""What a check takes: `python tests/benchmarks/bench_checks.py`.

Two bounds, in time of the processor: `reportgen check` on the report of 2016, cold and without
spelling; and checking fifty times its text against fifty times what its text takes, warm, both in
turns, as medians. Where the second is missed, the rules that grow faster are named.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time

from attrs import evolve

import reportgen
from reportgen.checks import Rule, Subject, all_rules, check
from reportgen.records import Meeting, Paragraph, Report, Statement

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "inputs" / "2016"
COLD_BOUND_S, GROWTH, TIMES, RUNS = 2.0, 1.15, 50, 3
NOTICEABLE_S, NAMED_GROWTH = 0.02, 1.5


def main() -> int:
    """Measure both, print times and ratios, and tell whether the bounds hold."""
    report = reportgen.load(SOURCE)
    large = _times(report, TIMES)
    rules = tuple(rule for rule in all_rules() if not rule.code.startswith("SPEL"))
    cold = median(_cold() for _ in range(RUNS))
    print(
        f"reportgen check, cold: {cold:.2f} s (≤ {COLD_BOUND_S}) {_verdict(cold <= COLD_BOUND_S)}"
    )
    check(report, rules=rules)
    times = [
        (
            _timed(lambda: check(report, rules=rules)),
            _timed(lambda: check(large, rules=rules)),
        )
        for _ in range(RUNS)
    ]
    one, fifty = median(a for a, _ in times), median(b for _, b in times)
    growth = median(b / a for a, b in times) / TIMES
    print(
        f"check, {TIMES} times the text: {one:.3f} s → {fifty:.2f} s, {growth:.2f} times in"
        f" proportion (≤ {GROWTH}) {_verdict(growth <= GROWTH)}"
    )
    if growth > GROWTH:
        _name_rules(report, large, rules)
    return 0 if cold <= COLD_BOUND_S and growth <= GROWTH else 1


def _name_rules(report: Report, large: Report, rules: tuple[Rule, ...]) -> None:
    """Print the rules that grow much faster than the text."""
    subjects = [Subject(one, reportgen.render(one)) for one in (report, large)]
    for rule in rules:
        for subject in subjects:
            list(rule.examine(subject))  # what rules share is made once
        small, big = (_timed(partial(list, rule.examine(one))) for one in subjects)
        if big > NOTICEABLE_S and big > small * TIMES * NAMED_GROWTH:
            print(f"  {rule.code}: {small * 1000:.1f} ms → {big * 1000:.0f} ms")


def _times(report: Report, times: int) -> Report:
    """Make a report of many times as many meetings and conclusions, of other themes."""
    numbers = count(1)
    meetings = tuple(
        _another(meeting, next(numbers)) for _ in range(times) for meeting in report.meetings
    )
    return evolve(report, meetings=meetings, conclusions=report.conclusions * times)


def _another(meeting: Meeting, number: int) -> Meeting:
    theme = f"{meeting.theme} ({number})" if isinstance(meeting.theme, str) else meeting.theme
    return evolve(meeting, theme=theme, account=tuple(map(_without_keys, meeting.account)))


def _without_keys(statement: Statement) -> Statement:
    paragraphs: tuple[Paragraph, ...] = tuple(
        evolve(paragraph, key=None) for paragraph in statement.paragraphs
    )
    return evolve(statement, paragraphs=paragraphs)


def _cold() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "reportgen", "check", str(SOURCE), "--no-spelling"]
    done = subprocess.run(command, check=False, capture_output=True, cwd=REPOSITORY)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _timed(action: Callable[[], object]) -> float:
    start = process_time()
    action()
    return process_time() - start


def _verdict(holds: bool) -> str:  # noqa: FBT001 -- the one thing it is given
    return "ok" if holds else "MISSED"


if __name__ == "__main__":
    sys.exit(main())
