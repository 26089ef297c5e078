"""What the codes of the first page say, to machines and to those who do not see them."""

from __future__ import annotations

import re

from reportgen.document import Citation, Code, Content, Text
from reportgen.languages import Language

_JOB_NUMBER = re.compile(r"\b(\d{2})-(\d{5})\b")


def job_number_barcode(job_number: Content, language: Language) -> Code | None:
    """Say the digits of a job number, as the bars of documents issued do: `1622918`.

    Args:
        job_number: as the first page shows it; without a job number there are no bars.
        language: the language of the document.
    """
    written = "".join(inline.text for inline in job_number if isinstance(inline, Text))
    found = _JOB_NUMBER.search(written)
    if found is None:
        return None
    said = language.words("Barcode: {job_number}").format(job_number=found.group())
    return Code("".join(found.groups()), said)


def address_code(symbol: Content, language: Language) -> Code | None:
    """Lead to the public address of the document.

    Args:
        symbol: its symbol, finished; without one there is no address.
        language: the language of the document.
    """
    addresses = (inline.address for inline in symbol if isinstance(inline, Citation))
    address = next(filter(None, addresses), "")
    if not address:
        return None
    return Code(address, language.words("QR code: {address}").format(address=address))
