"""Looks for known flaws of the pinned dependencies: `audit.py LOCK`.

Called by the Makefile where pip-audit is installed. Of a dependency that no advisory could be asked
about nothing is known: that is said, and is no success.
"""
# ruff: noqa: INP001, S603, T201 -- a script, which prints, and runs a command of its own making

from __future__ import annotations

import json
import subprocess
import sys


def main(lock: str) -> str | None:
    """Say what was found of the pins of a lock; give the message to stop with, if any."""
    options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
    command = [sys.executable, "-m", "pip_audit", *options, "--requirement", lock]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        reason = done.stderr.strip().splitlines()[-1:] or ["pip-audit n’a rien dit"]
        return f"Rien n’a été vérifié, car les avis de sécurité sont hors d’atteinte : {reason[0]}"
    pins = json.loads(done.stdout)["dependencies"]
    unknown = [pin["name"] for pin in pins if "skip_reason" in pin]
    flaws = [
        f"{pin['name']} {pin['version']} : {flaw['id']} (corrigée dans : "
        f"{', '.join(flaw['fix_versions']) or 'aucune version'})"
        for pin in pins
        for flaw in pin.get("vulns", ())
    ]
    print(f"{len(pins) - len(unknown)} dépendance(s) vérifiée(s), failles connues : {len(flaws)}.")
    if unknown:
        flaws.append(f"Les avis de sécurité sont hors d’atteinte pour : {', '.join(unknown)}")
    return "\n".join(flaws) or None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
