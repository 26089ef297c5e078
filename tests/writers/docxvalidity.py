"""What three independent validators find in a Word file."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx_integrity import check
from openxml_audit import OpenXmlValidator

_SDK = Path(sys.prefix, "validator", "node_modules", ".bin", "ooxml-validator")
_MISREAD = (
    "docPartPr[1]/types[1]/type[1]: Invalid value for attribute 'val': Value 'bbPlcHdr'",
    "Numbering definition '0' referenced but not found",
    "numId=0 undefined in numbering.xml",
)
"""openxml-audit 0.8 takes the type of a glossary's entry for the type of a section.

ECMA-376 asks for this value where a control takes its hint from (Part 1, 17.5.2.25). List 0, which
both do not find, is none: it takes a paragraph out of the list of its style (17.9.18).
"""


def faults(path: Path) -> list[str]:
    """Let the two of Python look at a file, and give what they find, that misreading excepted."""
    audited = [str(error) for error in OpenXmlValidator().validate(path).errors]
    return [
        error
        for error in (*audited, *map(str, check(str(path))))
        if not any(misread in error for misread in _MISREAD)
    ]


def sdk_faults(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Let the Open XML SDK look at files, and give what it finds in each, by its name.

    Where it is not installed the test is skipped; continuous integration never skips.

    Args:
        files: what each Word file holds, by its name without suffix.
        folder: where to work.
    """
    if not _SDK.exists():
        reason = "the Open XML SDK is not installed: `make test` does so where there is npm"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    runs = {}
    for name, data in files.items():
        path = folder / f"{name}.docx"
        path.write_bytes(data)
        runs[name] = subprocess.Popen([_SDK, path], stdout=subprocess.PIPE)
    said = {name: json.loads(run.communicate(timeout=120)[0]) for name, run in runs.items()}
    return {
        name: [f"{fault['xPath']}: {fault['description']}" for fault in result["errors"]]
        for name, result in said.items()
    }
