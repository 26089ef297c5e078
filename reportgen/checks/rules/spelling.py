"""Spelling, by a dictionary of the language.

Part of `checks`. The names and sigla of the report are known by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.spelling import Dictionary, dictionary
from reportgen.checks.subject import FILLER, Kind, Subject
from reportgen.messages import message

_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")
_PARTS = re.compile("[’-]")
_FOREIGN = re.compile(r"(?<![\w*])\*(?=\S)[^*]+(?<=\S)\*(?!\w)")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:»]\s+|«\s*)$")
_PREFIXES = {"extra", "inter", "intra", "multi", "post", "pré", "sub", "trans"}
_ELIDED = {"l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
_MOST_HELPED = 40
"""How many words get suggestions: each takes the dictionary a tenth of a second."""
_SOURCE = message("a French dictionary of Hunspell, and the names of the report")


@rule("SPEL001", source=_SOURCE)
def spelling(subject: Subject) -> Iterator[Slip]:
    """A word is in the dictionary, unless it is a name, a siglum or a foreign word in italics.

    Good: Aujourd’hui, le Président a remercié Mme Ndiaye de la MINUSMA et l’Organisation.
    Good: Il a parlé *inter alia* de déminage et de coopération intra-africaine.
    Bad: Le Président a parlé des contigents.
    """
    words = dictionary(subject.report.language)
    known = {
        part.lower()
        for text in subject.texts_of(Kind.NAME)
        for word in _WORD.findall(text.text)
        for part in _PARTS.split(word)
    }
    known |= _ELIDED | _PREFIXES
    helped: set[str] = set()
    for text in subject.texts:
        own = _FOREIGN.sub(lambda found: FILLER * len(found[0]), text.own)
        for found in _WORD.finditer(own):
            word = found[0]
            if _is_name(own, found) or _is_known(word, words, known):
                continue
            if len(helped) < _MOST_HELPED:
                helped.add(word)
            suggestions = words.suggestions(word) if word in helped else ()
            instead = message("perhaps: {words}", words=", ".join(suggestions))
            what = message("no dictionary has this word")
            yield text.slip(found, what, instead=instead if suggestions else None)


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word is a siglum, or bears a capital though no sentence begins with it."""
    *elided, word = found[0].split("’")
    if word.isupper():
        return True
    begins = not elided and _SENTENCE_BEGINS.search(text[max(0, found.start() - 3) : found.start()])
    return word[0].isupper() and not begins


def _is_known(word: str, words: Dictionary, known: Collection[str]) -> bool:
    """Tell whether a word or each of its parts is known, its capitals set aside."""
    if word.lower() in known or words.knows(word) or words.knows(word.lower()):
        return True
    parts = _PARTS.split(word)
    return len(parts) > 1 and all(_is_known(part, words, known) for part in parts)
