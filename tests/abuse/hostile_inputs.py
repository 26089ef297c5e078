"""Thousands of hostile inputs: each command ends with a word, in time, and alive.

`python tests/abuse/hostile_inputs.py [HOW_MANY [SEED]]`; 5,000 and 2018 by default. Each input runs
in a process of its own under limits of time and memory. Prints those that end in a traceback, a
hang, a death or a flood of words, and those that were refused and wrote something all the same;
ends with 1 when there are any.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen
from hostile import SPOILERS, Arguments, lay_out

from reportgen.cli import main

HOW_MANY, SEED = 5_000, 2018
LIMIT_S, LIMIT_BYTES, MOST_LINES = 25, 2**31, 500
_FAILED = 1


@frozen
class Verdict:
    """How a command ended on an input.

    Args:
        number: the input, which its seed makes again.
        kind: what was spoilt.
        arguments: the words of the command.
        code: its exit code, or the signal that ended it, negative.
        fault: what is wrong with that; empty where nothing is.
        said: the end of what it said.
    """

    number: int
    kind: str
    arguments: Arguments
    code: int
    fault: str
    said: str


def verdict(number: int, seed: int = SEED) -> Verdict:
    """Make an input, run the command on it, and see how it ends."""
    dice = random.Random(f"{seed} {number}")  # noqa: S311 -- the same input each time is wanted
    spoiler = SPOILERS[number % len(SPOILERS)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        arguments = spoiler(dice, folder)
        code, late = _ended(folder, arguments)
        said = (folder / "said").read_text(encoding="utf-8", errors="replace")
        written = (folder / "o").exists() or (folder / "n").exists()
    fault = next(_faults(code, said, late=late, written=written), "")
    return Verdict(number, spoiler.__name__, arguments, code, fault, said[-300:])


def _faults(code: int, said: str, *, late: bool, written: bool) -> Iterator[str]:
    if late:
        yield "HANG"
    elif code < 0:
        yield "DIED"
    if "Traceback (most recent call last)" in said:
        yield "TRACEBACK"
    if said.count("\n") > MOST_LINES:
        yield "FLOOD"
    if code > _FAILED and written:
        yield "WRITTEN"


def _ended(folder: Path, arguments: Arguments) -> tuple[int, bool]:
    """Run a command in a process of its own; return its exit code, and whether it was too long."""
    child = os.fork()
    if child == 0:
        _run(folder, arguments)
    until = time.monotonic() + LIMIT_S
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), False
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), True


def _run(folder: Path, arguments: Arguments) -> None:
    os.setsid()
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(said, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
    try:
        main(list(arguments))
    except SystemExit as ended:
        sys.stdout.flush()
        os._exit(ended.code if isinstance(ended.code, int) else bool(ended.code))
    except BaseException:  # noqa: BLE001 -- shown as the interpreter would
        sys.excepthook(*sys.exc_info())
    os._exit(_FAILED)


if __name__ == "__main__":
    how_many, seed = [*map(int, sys.argv[1:]), *(HOW_MANY, SEED)[len(sys.argv) - 1 :]]
    codes: Counter[tuple[str, int]] = Counter()
    bad = 0
    with ProcessPoolExecutor() as pool:
        for found in pool.map(verdict, range(how_many), [seed] * how_many, chunksize=8):
            codes[found.kind, found.code] += 1
            if found.fault:
                bad += 1
                print(found, flush=True)
    for (kind, code), count in sorted(codes.items()):
        print(f"{kind:20} {code:4} {count:6}")
    print(f"{bad} of {how_many} inputs spoilt the command")
    sys.exit(bool(bad))
