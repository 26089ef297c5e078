"""Findings with a safe remedy → the files without them.

Part of `checks`. Texts come in and go out; the command writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from reportgen.checks.findings import Finding
from reportgen.editing import Correction, corrected
from reportgen.reading import Reading


@frozen
class Fixed:
    """Files in which findings are mended.

    Args:
        texts: the text of each file that changes, by the name that places give it.
        findings: what was mended.
    """

    texts: Mapping[str, str]
    findings: tuple[Finding, ...]


def fixed(reading: Reading, findings: Iterable[Finding]) -> Fixed:
    """Mend what can be mended without asking anyone, comments and layout untouched.

    A finding whose words overlap those of an earlier one stays for another time, and so does one
    whose words the file writes in a way that leaves no room for others.

    Args:
        reading: the report as it was read.
        findings: what the rules say of it.
    """
    wanted: dict[str, dict[Correction, Finding]] = {}
    for finding in findings:
        slip = finding.slip
        if slip.fix is None or slip.span is None:
            continue
        if written := reading.written(slip.path, *slip.span):
            one = Correction(written.start, written.end, slip.span[0], slip.words, slip.fix)
            wanted.setdefault(written.file, {}).setdefault(one, finding)
    texts: dict[str, str] = {}
    mended: list[Finding] = []
    for file, corrections in wanted.items():
        text, made = corrected(reading.texts[file], corrections)
        if made:
            texts[file] = text
            mended += [corrections[one] for one in made]
    return Fixed(texts, tuple(mended))
