"""The public addresses that links may lead to; nothing here, and no writer, ever fetches one."""

from __future__ import annotations

import re
from urllib.parse import quote

from reportgen.document import symbol_lines

_ADDRESS = re.compile(
    r"(?i:https?)://\w[\w.-]*(?::\d{1,5})?(?:[/?#]\S*)?|(?i:mailto):[^\s@]+@\w[\w.-]*(?:\?\S*)?"
)
_SIGNS_OF_ADDRESSES = "%/:=&?~#+!$,;'@()*"


def document_address(symbol: str, language: str, site: str) -> str:
    """Give the address under which a document of the United Nations is public.

    Args:
        symbol: its symbol; of a joint one the first part leads to it, and the asterisks of a
            reissue are not part of the address.
        language: the code of the language to read it in.
        site: the address that it stands under.
    """
    return f"{site}/{language}/{symbol_lines(symbol)[0].rstrip('*')}"


def web_address(text: str) -> str:
    """Give an address as files hold it, in ASCII; empty where a text is no address to lead to."""
    return quote(text, safe=_SIGNS_OF_ADDRESSES) if _ADDRESS.fullmatch(text) else ""
