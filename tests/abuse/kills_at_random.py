"""Whether commands that are killed at random moments lose anything.

Run on demand: `PYTHONPATH=tests python tests/abuse/kills_at_random.py [HOW MANY [SEED]]`. Each
command runs as its user runs it, Word and PDF included. Half of the kills come at any moment, half
while files are being written. Prints what was spoilt, and how many were killed where; ends with 1
when anything was spoilt.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from kills import Contents, Task, contents, faults, lay_out, tasks, warm_up

HOW_MANY = 300
SEED = 2016
JOURNALS = {
    "build": "out/.reportgen.begun",
    "fix": "2018/.reportgen.begun",
    "add": "2018/.reportgen.begun",
    "new": ".reportgen.stands",
}
WRITING_S = 0.01
"""How long writing takes, at least."""


def started(folder: Path, task: Task) -> subprocess.Popen[bytes]:
    """Start a command, which has a folder of its own for what it lays aside."""
    (folder.parent / "aside").mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "reportgen", *task.arguments],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder.parent / "aside")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill(folder: Path, task: Task, journal: str, longest_s: float, dice: random.Random) -> str:
    """Start a command and kill it at a random moment; tell where it was."""
    process = started(folder, task)
    if dice.random() < 1 / 2:
        time.sleep(dice.uniform(0, longest_s))
    else:
        while process.poll() is None and not (folder / journal).exists():
            pass
        time.sleep(dice.uniform(0, WRITING_S))
    process.kill()
    ended = process.wait() >= 0
    return "after the end" if ended else "writing" if (folder / journal).exists() else "elsewhere"


def prepared(folder: Path, task: Task) -> tuple[Contents, Contents, float]:
    """Lay out what a command works on; give it before and after, and how long the command takes."""
    lay_out(folder / "start", task)
    ended = shutil.copytree(folder / "start", folder / "ended")
    start = time.monotonic()
    started(ended, task).wait()
    took = time.monotonic() - start
    after = contents(ended)
    warm_up(shutil.copytree(folder / "start", folder / "warm"), task)
    return contents(folder / "start"), after, took


def main(how_many: int, seed: int) -> int:
    """Kill commands, and answer 1 when anything was spoilt."""
    dice = random.Random(seed)  # noqa: S311 -- a seed is wanted, not a secret
    spoilt = 0
    where: Counter[str] = Counter()
    with TemporaryDirectory() as scratch:
        for name, task in tasks("docx", "pdf").items():
            root = Path(scratch, name)
            before, after, took = prepared(root, task)
            for number in range(how_many // 4):
                folder = shutil.copytree(root / "start", root / str(number))
                place = kill(folder, task, JOURNALS[name], took, dice)
                where[f"{name}, {place}"] += 1
                found = faults(folder, task, before, after, root / "said")
                time.sleep(0.05)
                found += map(str, (root / "aside").iterdir())
                if found:
                    spoilt += 1
                    print(f"{name} {number}, killed {place}: {found}")
                shutil.rmtree(folder)
    for place, times in sorted(where.items()):
        print(f"{times:5} {place}")
    print(f"{spoilt} of {where.total()} kills spoilt something (seed {seed})")
    return int(spoilt > 0)


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [HOW_MANY, SEED][len(given) :])))
