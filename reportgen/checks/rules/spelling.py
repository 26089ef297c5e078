"""Spelling, by a dictionary of the language.

Part of `checks`. The names and sigla of the report are known by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.spelling import Dictionary, dictionary
from reportgen.checks.subject import FILLER, Kind, Subject
from reportgen.messages import message

_LETTER = r"(?:[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)"
_WORD = re.compile(rf"(?<![\w{FILLER}/@.]){_LETTER}+(?:[’-]{_LETTER}+)*(?![\w-]|\.\w|[/@]\w+\.)")
"""A word of a language in Latin letters.

Letters that follow a figure, as in 1er, are none, nor are the parts of a file’s name or an address.
"""
_FORMATS = {"bmp", "docx", "gif", "jpeg", "jpg", "pdf", "png", "svg", "tiff", "xlsx"}
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_CENTURY = re.compile(r"[IVXLC]+(?:er?s?|res?)")
_PARTS = re.compile("[’-]")
_SENTENCE_BEGINS = re.compile(r"(?:^|(?<![A-ZÀ-Ý])[.!?:»]\s+|«\s*)$")
_ABBREVIATIONS = {
    *(
        "art",
        "ap",
        "av",
        "cf",
        "chap",
        "col",
        "dept",
        "éd",
        "env",
        "etc",
        "ex",
        "fig",
        "hab",
        "ibid",
    ),
    *("max", "min", "no", "nos", "op", "par", "sect", "suiv", "tél", "vol"),
}
_UN_WORDS = re.compile(
    r"(?:houthiste|iraquien(?:ne)?|sexospécificité|sexospécifique|écogarde|webdiffusion"
    r"|déconfliction|additionnalité|recomplètement)s?"
)
"""Words of UN French that dictionaries lack."""
_PARTICLES = {"al", "an", "as", "ben", "bin", "da", "dos", "el", "ibn", "van", "von"}
_SMALL_NUMERAL = re.compile(r"[ivxl]+")
_WITHIN_SENTENCE = re.compile(rf"(?<=[a-zà-ÿ,] )(?:[dDlL]’)?([A-ZÀ-Ý](?:{_LETTER})+)")
_SHORTEST_SURE = 7
"""Letters of a word that is no name though it begins a sentence and no dictionary has it."""
_PREFIXES = (
    *("anti", "auto", "bi", "co", "cyber", "euro", "extra", "hydro", "infra", "inter", "intra"),
    *("macro", "micro", "mini", "mono", "multi", "narco", "néo", "non", "para", "pluri", "post"),
    *("pré", "pro", "quasi", "radio", "semi", "socio", "sous", "sub", "supra", "sur", "télé"),
    *("tri", "trans", "ultra", "vice"),
)
_PREFIXED = re.compile(rf"(?:{'|'.join(_PREFIXES)})(?P<rest>\w{{5,}})")
_ELIDED = {"l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"}
_MOST_HELPED = 40
"""How many words get suggestions: each takes the dictionary a tenth of a second."""
_SOURCE = message("a French dictionary of Hunspell, and the names of the report")


@rule("SPEL001", source=_SOURCE)
def spelling(subject: Subject) -> Iterator[Slip]:
    """A word is in the dictionary, unless it is a name, a siglum or a foreign word in italics.

    Good: Aujourd’hui, le Président a remercié Mme Ndiaye de la MINUSMA et l’Organisation.
    Good: Il a parlé *inter alia* de déminage et de coopération intra-africaine, interinstitutions.
    Good: Le 1er mars, la 2e séance, la 2^e^ phase, le XXIe siècle.
    Bad: Le Président a parlé des contigents.
    Bad: Il a évoqué la coopperation entre les États.
    Bad: Dévelopement et paix vont de pair.
    """
    words = dictionary(subject.report.language)
    known = {
        part.lower()
        for text in subject.texts_of(Kind.NAME)
        for word in _WORD.findall(text.text)
        for part in _PARTS.split(word)
    }
    known |= _ELIDED | {*_PREFIXES} | _FORMATS | _PARTICLES
    capitalized = {
        found[1] for text in subject.texts for found in _WITHIN_SENTENCE.finditer(text.own)
    }
    helped: set[str] = set()
    for text in subject.texts:
        for found in _WORD.finditer(text.own):
            word = _UNSEEN.sub("", normalize("NFC", found[0]))
            if _is_name(text.own, word, found.start()) or _is_known(word, words, known):
                continue
            after = text.own[found.end() : found.end() + 2]
            if (after[:1] == "." and word.lower() in _ABBREVIATIONS) or (
                after[:1] in (")", ".") and _SMALL_NUMERAL.fullmatch(word)
            ):
                continue
            if word[0].isupper() and (
                len(word) < _SHORTEST_SURE or after[1:].isupper() or word in capitalized
            ):
                continue
            if len(helped) < _MOST_HELPED:
                helped.add(word)
            suggestions = words.suggestions(word) if word in helped else ()
            instead = message("perhaps: {words}", words=", ".join(suggestions))
            what = message("no dictionary has this word")
            yield text.slip(found, what, instead=instead if suggestions else None)


def _is_name(text: str, said: str, start: int) -> bool:
    """Tell whether a word is a siglum, or bears a capital though no sentence begins with it."""
    *elided, word = said.split("’")
    if elided and elided[0][:1].isupper() and elided[0].lower() not in _ELIDED:
        return True  # Za’atari
    if not word or _CENTURY.fullmatch(word):
        return True
    if word.isupper():
        return True
    begins = not elided and _SENTENCE_BEGINS.search(text[max(0, start - 4) : start])
    return word[0].isupper() and not begins


def _is_known(word: str, words: Dictionary, known: Collection[str]) -> bool:
    """Tell whether a word or each of its parts is known, its capitals set aside."""
    if (
        word.lower() in known
        or _UN_WORDS.fullmatch(word.lower())
        or words.knows(word)
        or words.knows(word.lower())
    ):
        return True
    prefixed = _PREFIXED.fullmatch(word.lower())
    if prefixed and words.knows(prefixed["rest"]):
        return True
    parts = _PARTS.split(word)
    return len(parts) > 1 and all(
        part[:1].isupper() or _is_known(part, words, known) for part in parts
    )
