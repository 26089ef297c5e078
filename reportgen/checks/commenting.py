"""Findings → comments on the page.

Part of `checks`. A finding stands in a record, and its words in a text that finishing has spaced
and numbered; this finds the passage that they have become.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.checks.findings import Finding
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Subject
from reportgen.document import Comment, Document
from reportgen.errors import RecordPath
from reportgen.messages import message
from reportgen.records import Report

_PIECE = re.compile(r"(?P<gap>\s+)|(?P<other>\[\[[^\[\]]*\]\]|\{\w*\})|(?P<sign>.)")
_SHOWN = {"'": "['’]", "’": "['’]", "«": r"«\s*"} | {
    sign: rf"\s*{re.escape(sign)}" for sign in "»:;!?%"
}


def comments_on(
    report: Report, document: Document, findings: Iterable[Finding]
) -> tuple[Comment, ...]:
    """Say findings where the page shows their words.

    A finding whose words the page does not show is said of the whole passage that comes from its
    record, or else from what holds that; one that concerns the whole report, of the first passage.

    Args:
        report: the facts.
        document: the finished page that is made of them.
        findings: what the rules say of them.
    """
    page = _Page(Subject(report, document))
    return tuple(map(page.comment, findings)) if page.passages else ()


class _Page:
    """The passages of a page, by the records that they come from."""

    def __init__(self, subject: Subject) -> None:
        self.passages = subject.passages
        self.texts = {text.path: text.text for text in subject.recorded}
        self.of: dict[RecordPath, list[int]] = {}
        self.within: dict[RecordPath, list[int]] = {}
        for position, passage in enumerate(self.passages):
            self.of.setdefault(passage.path, []).append(position)
            for length in range(len(passage.path)):
                self.within.setdefault(passage.path[:length], []).append(position)

    def comment(self, finding: Finding) -> Comment:
        """Say a finding where its words are shown."""
        slip = finding.slip
        lines = tuple(_lines(finding))
        near = [*self._near(slip.path)] or [0]
        words = slip.words.strip()
        for position in near if words else ():
            found = [*_as_shown(words).finditer(self.passages[position].text)]
            if found:
                one = found[min(self._rank(slip, words), len(found) - 1)]
                return Comment(passage=position, start=one.start(), end=one.end(), lines=lines)
        return Comment(passage=near[0], lines=lines)

    def _near(self, path: RecordPath) -> Iterator[int]:
        """Give the passages that come from a value, from its parts, and from what holds it."""
        yield from self.of.get(path, ())
        yield from self.within.get(path, ()) if path else ()
        for length in range(len(path) - 1, 0, -1):
            yield from self.of.get(path[:length], ())

    def _rank(self, slip: Slip, words: str) -> int:
        """Tell how many times the text says the same words before."""
        if slip.span is None:
            return 0
        before = self.texts.get(slip.path, "")[: slip.span[0]]
        return len(_as_shown(words).findall(before))


def _as_shown(words: str) -> re.Pattern[str]:
    """Make a pattern of words of a record as finishing may show them."""

    def shown(piece: re.Match[str]) -> str:
        if piece["sign"]:
            return _SHOWN.get(piece["sign"], re.escape(piece["sign"]))
        return r"\s*" if piece["gap"] else ".*?"

    return re.compile(_PIECE.sub(shown, words))


def _lines(finding: Finding) -> Iterator[str]:
    said = message("{code}: {what}", code=finding.code, what=finding.slip.what)
    yield str(said)
    if finding.instead is not None:
        yield f"→ {finding.instead}"
    yield f"({finding.rule.source})"
