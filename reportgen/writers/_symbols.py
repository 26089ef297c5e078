"""What the masthead shows of the grammar of symbols: `A/70/95-S/2015/446` names two organs.

Floor 3, read by the writers of Word and of HTML. Source: Editorial Manual, symbols; the mastheads
of documents of the Security Council.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ORGAN_LETTER = re.compile(r"((?:^|(?<=-))[A-Z]+(?=/))")


def symbol_parts(symbol: str) -> Iterator[tuple[bool, str]]:
    """Part a symbol into what the masthead sets large, the letter of each organ, and the rest.

    Args:
        symbol: the symbol.

    Yields:
        Whether a part is set large, and the part; no part is empty.
    """
    for index, part in enumerate(_ORGAN_LETTER.split(symbol)):
        if part:
            yield bool(index % 2), part
