"""The public addresses that links may lead to; nothing here, and no writer, ever fetches one."""

from __future__ import annotations

import re
from urllib.parse import quote

from reportgen.document import symbol_lines

_ADDRESS = re.compile(
    r"(?i:https?)://\w[\w.-]*(?::\d{1,5})?(?:[/?#]\S*)?|(?i:mailto):[^\s@]+@\w[\w.-]*(?:\?\S*)?"
)
_PUNCTUATION = ".,;:!?’'"
_UNSTORED = re.compile(r"[ \u00a0](?:[A-Z](?=[ \u00a0]?\())?|(?<=\d)[A-Z](?=[ \u00a0]?\()")
"""What documents are not stored under: spaces, and the letter of one resolution among several."""
_SIGNS_OF_ADDRESSES = "%/:=&?~#+!$,;'@()*"


def document_address(symbol: str, language: str, site: str) -> str:
    """Give the address under which a document of the United Nations is public.

    Args:
        symbol: its symbol; of a joint one the first part leads to it, and neither spaces nor the
            asterisks of a reissue are part of the address.
        language: the code of the language to read it in.
        site: the address that it stands under.
    """
    stored = _UNSTORED.sub("", symbol_lines(symbol)[0].rstrip("*"))
    return f"{site}/{language}/{stored}"


def without_punctuation(text: str) -> str:
    """Part an address from the signs of the sentence that follow it.

    A closing bracket is part of it where the one that it closes is: `…/Paix_(droit)`.

    Args:
        text: begins with an address, and goes on to the next space.
    """
    end = len(text)
    unopened = {sign: text.count(sign) - text.count(opening) for opening, sign in ("()", "[]")}
    while text[end - 1] in _PUNCTUATION or unopened.get(text[end - 1], 0) > 0:
        end -= 1
        if text[end] in unopened:
            unopened[text[end]] -= 1
    return text[:end]


def web_address(text: str) -> str:
    """Give an address as files hold it, in ASCII; empty where a text is no address to lead to."""
    return quote(text, safe=_SIGNS_OF_ADDRESSES) if _ADDRESS.fullmatch(text) else ""
