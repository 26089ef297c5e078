"""Word files as LibreOffice prints them."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

INSTALLED = shutil.which("soffice") is not None


def printed(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Print Word files as PDF, all in one run; where LibreOffice is missing, skip the test.

    Args:
        files: what each Word file holds, by its name without suffix.
        folder: where to work; the user profile lies there too, since LibreOffice runs once at a
            time under each.
    """
    if not INSTALLED:
        pytest.skip("LibreOffice is not installed: `soffice` is not on the path")
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, *(f"{name}.docx" for name in files)],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in files}
