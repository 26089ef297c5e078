"""The audit of the dependencies, with a pip-audit of the test's own making."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOUND = {"name": "attrs", "version": "26.1", "vulns": []}
FLAW = {"id": "PYSEC-1", "fix_versions": ["13.0.1"]}


def audited(folder: Path, script: str) -> tuple[int, str, str]:
    """Run the audit where pip-audit does what a script says."""
    (folder / "pip_audit.py").write_text(script)
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "audit.py"), "requirements.txt"],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        (
            {"name": "pillow", "version": "13.0", "vulns": [FLAW]},
            (1, "2 dépendance(s) vérifiée(s), failles connues : 1.\n",
             "pillow 13.0 : PYSEC-1 (corrigée dans : 13.0.1)\n"),
        ),
        (
            {"name": "pillow", "skip_reason": "not found"},
            (1, "1 dépendance(s) vérifiée(s), failles connues : 0.\n",
             "Les avis de sécurité sont hors d’atteinte pour : pillow\n"),
        ),
        (SOUND, (0, "2 dépendance(s) vérifiée(s), failles connues : 0.\n", "")),
    ],
)  # fmt: skip
def test_flaws_and_what_is_not_known_are_told(
    tmp_path: Path, pin: dict[str, Any], said: tuple[int, str, str]
) -> None:
    """Either is no success."""
    found = json.dumps({"dependencies": [SOUND, pin]})
    assert audited(tmp_path, f"print({found!r})") == said


def test_an_audit_that_reaches_nothing_says_so(tmp_path: Path) -> None:
    """With the reason that pip-audit ends with."""
    assert audited(tmp_path, "raise SystemExit('no network')") == (
        1,
        "",
        "Rien n’a été vérifié, car les avis de sécurité sont hors d’atteinte : no network\n",
    )
