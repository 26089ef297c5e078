"""What two independent validators find in a Word file."""

from pathlib import Path

from docx_integrity import check
from openxml_audit import OpenXmlValidator

_MISREAD = "docPartPr[1]/types[1]/type[1]: Invalid value for attribute 'val': Value 'bbPlcHdr'"
"""openxml-audit 0.8 takes the type of a glossary's entry for the type of a section.

ECMA-376 asks for this value where a control takes its hint from (Part 1, 17.5.2.25).
"""


def faults(path: Path) -> list[str]:
    """Let both validators look at a file, and give what they find, that misreading excepted."""
    audited = [str(error) for error in OpenXmlValidator().validate(path).errors]
    return [
        *(error for error in audited if _MISREAD not in error),
        *(str(finding) for finding in check(str(path))),
    ]
