"""Ranks before a name: « Gén. Alain Roc », « le colonel Bo Ek », “Maj. Gen. Tom Wood”.

Part of `programme`. A rank that is cut short, or in English, is written out in French; the generals
of English-speaking armies as STANAG 2116 pairs them with those of France.
"""

from __future__ import annotations

import re

_GENERAL = r"[- ]?Gen(?:eral\b|\.|\b)"
_SHORT = (
    (rf"(?:Lt\b\.?|Lieutenant){_GENERAL}", "Général", "Générale", " de corps d’armée"),
    (rf"(?:Maj\b\.?|Major){_GENERAL}", "Général", "Générale", " de division"),
    (rf"(?:Brig\b\.?|Brigadier){_GENERAL}", "Général", "Générale", " de brigade"),
    (r"Lt\.?[- ]Gén\.", "Lieutenant-général", "Lieutenante-générale", ""),
    (r"G[ée]n\.|Gal\b\.?|General\b", "Général", "Générale", ""),
    (r"Lt\.?[- ]Col\.", "Lieutenant-colonel", "Lieutenante-colonelle", ""),
    (r"Col\.", "Colonel", "Colonelle", ""),
    (r"Cdt\b\.?|Commander\b", "Commandant", "Commandante", ""),
    (r"Cap\.|Capt\.|Captain\b|Cne\b\.?", "Capitaine", "Capitaine", ""),
    (r"Lt\b\.?", "Lieutenant", "Lieutenante", ""),
    (r"Maj\.", "Major", "Major", ""),
    (r"Vice[- ]Adm(?:\.|iral\b)", "Vice-amiral", "Vice-amirale", ""),
    (r"Rear[- ]Adm(?:\.|iral\b)", "Contre-amiral", "Contre-amirale", ""),
    (r"Adm(?:\.|iral\b)", "Amiral", "Amirale", ""),
)
"""What is written, the rank as a man and as a woman bears it, and what follows it."""

_WHOLE = (
    r"(?:Lieutenante?|Brigadi[eè]re?|Major)[- ]générale?\b|(?:Générale?|Colonel(?:le)?)[- ]major\b"
    r"|Générale?\b|Lieutenante?[- ]colonel(?:le)?\b|Colonel(?:le)?\b|Commandante?\b|Capitaine\b"
    r"|Lieutenante?\b|Major\b|Brigadi[eè]re?\b|Maréchale?\b|(?:Vice-|Contre-)?amirale?\b"
)
_OF = r"(?P<of> ?(?:de brigade|de division|de corps d['’]arm[ée]e|d['’]arm[ée]e))?"
_BRACKETED = r"(?P<bracketed> ?\([^()]+\))?"
_RANK = re.compile(
    rf"(?:l[ea] |l['’])?(?P<rank>(?:{'|'.join(short for short, *_ in _SHORT)}|{_WHOLE})"
    rf"{_OF}{_BRACKETED})[ ,]+(?=\S)",
    re.IGNORECASE,
)


def before_name(text: str) -> re.Match[str] | None:
    """Find the rank that a text begins with, as the group `rank`, where something follows it."""
    return _RANK.match(text)


def written_out(rank: str, *, woman: bool) -> tuple[str, bool]:
    """Write a rank as the text of a report does.

    Returns:
        The rank, and whether more was changed in it than its first letter.
    """
    for short, man, as_woman, of in _SHORT:
        if found := re.fullmatch(rf"(?:{short}){_OF}{_BRACKETED}", rank, re.IGNORECASE):
            behind = (found["of"] or of) + (found["bracketed"] or "")
            return (as_woman if woman else man) + behind, True
    return rank[0].upper() + rank[1:], False
