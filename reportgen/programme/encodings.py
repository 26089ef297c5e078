"""The encoding of a text that does not name it, found by the letters that French uses.

Part of `programme`. The same byte is « é » in one encoding and « Ž » in another: of the encodings
that spreadsheets save, the one is taken that gives the fewest signs that no French text has.
"""

from __future__ import annotations

import codecs
import unicodedata

from attrs import frozen

_ENCODINGS = ("cp1252", "mac_roman", "cp850", "cp1250")
"""Those of Windows in the West, of the Macintosh, of the console, of Windows in central Europe."""

_FRENCH = frozenset("àâæçéèêëîïôœùûÀÂÆÇÉÈÊËÎÏÔŒÙÛ")
_SIGNS = frozenset("’‘“”«»–—…°€§·•²³º\u00a0\u202f\u2011\u00ad")
_MOST_DOUBT = 1.5
_FOREIGN, _MISPLACED, _IMPOSSIBLE = 1, 3, 5


@frozen
class Decoded:
    """A text out of bytes.

    Args:
        encoding: the name of the encoding, as Python knows it.
        certain: whether the bytes themselves tell the encoding, or every letter is French.
    """

    text: str
    encoding: str
    certain: bool = True


def decoded(data: bytes) -> Decoded | None:
    """Decode a text of a spreadsheet; None where no encoding makes words of it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _tried(data, "utf-16")
    if (unicode := _tried(data, "utf-8-sig")) is not None:
        return _undone(unicode.text) or unicode
    tries = [one for name in _ENCODINGS if (one := _tried(data, name)) is not None]
    best = min(tries, key=lambda one: _oddness(one.text), default=None)
    if best is None:
        return None
    marked = sum(not (one.isascii() and one.isprintable()) for one in best.text)
    odd = _oddness(best.text)
    if odd > _MOST_DOUBT * marked:
        return None
    return Decoded(best.text, best.encoding, certain=best.encoding == "cp1252")


def _tried(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _undone(text: str) -> Decoded | None:
    """Undo an encoding that was taken for another one: « dÃ©bat »."""
    if "Ã" not in text and "â€" not in text:
        return None
    try:
        found = text.encode("cp1252").decode()
    except UnicodeError:
        return None
    return Decoded(found, "utf-8", certain=False)


def _oddness(text: str) -> int:
    """Count what no French text has: the more, the less likely is the encoding."""
    return sum(
        _oddness_at(text, position)
        for position, one in enumerate(text)
        if not (one.isascii() and (one.isprintable() or one in "\t\n\r"))
    )


def _oddness_at(text: str, position: int) -> int:
    letter = text[position]
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if unicodedata.category(letter) in {"Cc", "Cn", "Co"}:
        return _IMPOSSIBLE
    if letter in _SIGNS:
        return _FOREIGN if before.isalpha() and after.isalpha() and letter != "’" else 0
    if not letter.isalpha():
        return _MISPLACED if before.isalpha() or after.isalpha() else _FOREIGN
    if letter.isupper() and (before.islower() or (before.isalpha() and after.islower())):
        return _MISPLACED
    return 0 if letter in _FRENCH else _FOREIGN
