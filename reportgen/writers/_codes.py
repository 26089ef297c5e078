"""The codes of the first page: the job number for scanners, the address for telephones.

Floor 3, read by the writers of Word and of HTML. Libraries find out which squares are dark; the
squares are drawn here. Source: ISO/IEC 16388 (Code 39), ISO/IEC 18004 (QR code).
"""

from __future__ import annotations

from reportgen.writers._drawings import Drawing, modules


def barcode(text: str) -> Drawing:
    """Draw a text as Code 39: a wide bar is three narrow ones, between two asterisks.

    Args:
        text: capital letters, digits and `-. $/+%`.
    """
    from barcode.codex import Code39  # noqa: PLC0415 -- slow to load, for some pages only

    (row,) = Code39(text, add_checksum=False).build()
    return modules([[module == "1" for module in row]])


def qr_code(text: str) -> Drawing:
    """Draw a text as a QR code that is still read where up to 15 % of it is lost (level M).

    The margin of four squares that it needs is left to the page around it.
    """
    import segno  # noqa: PLC0415 -- likewise

    code = segno.make_qr(text, error="m", boost_error=False)
    return modules([[bool(module) for module in row] for row in code.matrix])
