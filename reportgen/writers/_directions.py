"""Which words of a French page are read from right to left: names in Arabic, Hebrew and the like.

Floor 3, read by the writers, each of which isolates such words as its format does, so that they
keep their order and what follows them its place. Source: Unicode Standard Annex 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = (
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ANY = re.compile(_LETTER)
_LEFTWARD = re.compile(rf"({_LETTER}+(?:[\s\d.'\"’”-]+{_LETTER}+)*)")


def directed(text: str) -> Iterator[tuple[str, bool]]:
    """Part words by their direction.

    Args:
        text: words of a page that is read from left to right.

    Returns:
        The pieces in order, none empty, each with whether it is read from right to left. Words of
        one name are one piece; a French comma or bracket parts two.
    """
    if not _ANY.search(text):  # nearly always, and found five times as fast
        yield from ((text, False),) if text else ()
        return
    for rank, piece in enumerate(_LEFTWARD.split(text)):
        if piece:
            yield piece, bool(rank % 2)
