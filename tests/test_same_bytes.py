"""The same records give the same bytes, from any folder, under any clock and locale."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import INPUTS

CLOCK = """\
import time
_now, _now_ns = time.time, time.time_ns
time.time = lambda: _now() + {seconds}
time.time_ns = lambda: _now_ns() + {seconds} * 10**9
"""


def built(folder: Path, records: str, seconds: int, **environment: str) -> dict[str, bytes]:
    """Build a report in a folder of its own, under another clock and locale."""
    shutil.copytree(INPUTS / records, folder / "fiches")
    (folder / "clock").mkdir()
    (folder / "clock" / "sitecustomize.py").write_text(CLOCK.format(seconds=seconds))
    subprocess.run(
        [sys.executable, "-m", "reportgen", "build", "fiches", "--out", "out", "--quiet"],
        cwd=folder,
        env={**os.environ, **environment, "PYTHONPATH": str(folder / "clock")},
        check=True,
    )
    files = sorted((folder / "out").glob("*.*"))
    return {file.name: file.read_bytes() for file in files if not file.name.startswith(".")}


@pytest.mark.parametrize("records", ["2016", "2021"])
def test_folder_clock_locale_and_hashing_leave_no_trace(tmp_path: Path, records: str) -> None:
    """Word and PDF."""
    here, there = tmp_path / "ici", tmp_path / "ailleurs" / "plus loin"
    one = built(here, records, 0, LC_ALL="C.UTF-8", LANGUAGE="fr", TZ="UTC", PYTHONHASHSEED="1")
    other = built(
        there,
        records,
        40_000_000,
        LC_ALL="C",
        LANGUAGE="en",
        TZ="Pacific/Auckland",
        PYTHONHASHSEED="2",
    )
    assert sorted(one) == [f"rapport-{records}.docx", f"rapport-{records}.pdf"]
    assert one == other
