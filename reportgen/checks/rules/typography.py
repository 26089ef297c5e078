"""Typography and usage of UN French: signs, capitals, numbers, lists.

Part of `checks`. Spaces that finishing sets by itself, before a colon or in « 10 000 », are no
slips: a drafter types ordinary ones. Quotations are checked as well, save for wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.findings import Severity, Unable
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.spelling import dictionary
from reportgen.checks.subject import FILLER, Subject
from reportgen.markup.signs import unclosed
from reportgen.messages import message

_USAGE = message("Traitement des textes français à l’ONU (ST/DCS/5)")
_NUMBERS = message("Editorial Manual, Numbers, dates and time")
_PARAGRAPHS = message("Editorial Manual, Paragraphs and subparagraphs")
_EMPHASIS = message("Editorial Manual, Instructions: no bold or italics for emphasis")
_CITATION = message("Editorial Manual, References to resolutions")
_HOUSE = message("usage of the house")

_ACCENTED = (
    "tats?|tude|tudes|galement|galité|gypte|thiopie|mirats|rythrée|quateur|quipes?|valuation"
    "|lection|lections|conomie|cole|ducation|tant|tablir|tablissement|lever|mettre|nergie"
)
_ALLOWED_TWICE = {"nous", "vous", "si", "bon", "très", "en", "bora"}


_CLOSE = re.compile(r"(?<=[^\W\d]) *,(?=[^\W\d])")
_STRAY_SPACE = re.compile(r"(?<=[\w»)\]]) +(?=[,.](?:\s|$))|(?<=[(\[]) +| +(?=[)\]])")


@rule("TYPO001", source=_USAGE)
def stray_space(subject: Subject) -> Iterator[Slip]:
    """No space stands before a comma or a full stop, nor inside brackets; one follows a comma.

    Good: Il a parlé (longuement), puis il s’est tu.
    Bad: Il a parlé ,puis il s’est tu.
    Bad: Il a parlé , puis il s’est tu.
    Bad: Il a parlé ( longuement).
    """
    what = message("a space too many")
    yield from subject.found(_STRAY_SPACE, what, lambda _: "")
    for text in subject.texts:
        for found in _CLOSE.finditer(text.own):
            yield text.slip(found, message("a space is missing after the comma"), fix=", ")


_ODD_APOSTROPHE = re.compile(r"(?<=[a-zA-ZÀ-ÿ])[‘`´′](?=[a-zA-ZÀ-ÿ«])")


@rule("TYPO002", source=_USAGE)
def apostrophe(subject: Subject) -> Iterator[Slip]:
    """The apostrophe is an apostrophe, not an accent or an opening quotation mark.

    Good: l’Union
    Bad: l‘Union
    Bad: l`Union
    """
    what = message("this is no apostrophe")
    yield from subject.found(_ODD_APOSTROPHE, what, lambda _: "’")


_STRAIGHT_QUOTES = re.compile(r'"([^"«»]*)"')
_CURLED_QUOTES = re.compile(r"“([^“”«»]*)”")


@rule("TYPO003", source=_USAGE)
def guillemets(subject: Subject) -> Iterator[Slip]:
    """A quotation stands between guillemets; “ ” are for a quotation within another.

    Good: Il a parlé d’un « nouvel élan ».
    Good: Il a dit : « C’est un “nouvel élan” pour tous. »
    Bad: Il a parlé d’un "nouvel élan".
    Bad: Il a parlé d’un “nouvel élan”.
    """
    what = message("a quotation stands between « and »")
    yield from subject.found(
        _STRAIGHT_QUOTES, what, lambda found: f"« {found[1].strip()} »", own=True
    )
    for text in subject.texts:
        outside = re.sub(r"«[^«»]*»", lambda found: FILLER * len(found[0]), text.signs)
        for found in _CURLED_QUOTES.finditer(outside):
            yield text.slip(found, what, fix=f"« {found[1].strip()} »")


_BARE_CAPITAL = re.compile(
    rf"\bE(?={_ACCENTED}\b)"
    r"|(?:(?<=^)|(?<=[.!?] ))"
    r"A(?= (?:l’|la |ce |cet |cette |ces |partir|travers|propos|titre|cause))"
)


_ENGLISH_TOO = re.compile(r"(?:valuation|lections?|ducation)(?P<name> [A-Z])?")
_CAPITALIZED = re.compile(r"[A-Z][a-z]+ $")


@rule("TYPO004", source=_USAGE, severity=Severity.ERROR)
def accented_capital(subject: Subject) -> Iterator[Slip]:
    """Capitals bear their accents, save in names of other languages: État, À cet égard.

    Good: À cet égard, les États Membres ont parlé.
    Good: L’organisation Education Above All et le Global Education Cluster ont parlé.
    Bad: Les Etats Membres ont parlé.
    Bad: A cet égard, ils ont parlé.
    """
    accented = {"E": "É", "A": "À"}
    for text in subject.texts:
        italics = text.spans("italic")
        for found in _BARE_CAPITAL.finditer(text.signs):
            english = _ENGLISH_TOO.match(text.signs, found.end())
            before = text.signs[max(0, found.start() - 20) : found.start()]
            in_italics = any(start <= found.start() < end for start, end in italics)
            if not in_italics and not (
                english and (english["name"] or _CAPITALIZED.search(before))
            ):
                yield text.slip(
                    found, message("the capital lacks its accent"), fix=accented[found[0]]
                )


_KEY_WORD = re.compile(r"\b(?P<c>[Cc])lé(?P<s>s?)\b")


@rule("TYPO011", source=_USAGE)
def clef(subject: Subject) -> Iterator[Slip]:
    """The house writes clef, not clé.

    Good: un rôle clef
    Bad: un rôle clé
    """
    what = message("the house writes “clef”")
    yield from subject.found(
        _KEY_WORD, what, lambda found: f"{found['c']}lef{found['s']}", own=True
    )


_BRACKETED = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")
_SPELLED = re.compile(
    r"(?<!\b[ld]e )(?<!\bau )(?<!\bdu )(?<!es )(?<!\baux )\bparagraphes? (?=[0-9])"
)
_ABBREVIATED = re.compile(r"\bpar\. (?=[0-9])")


@rule("TYPO012", source=_USAGE)
def abbreviated_paragraph(subject: Subject) -> Iterator[Slip]:
    """A paragraph is “par. 4” between brackets or in a note, and “paragraphe 4” in a sentence.

    Good: Au paragraphe 4, il le dit (voir par. 5) et le répète^[Résolution 2378 (2017), par. 8.].
    Bad: Il le dit (voir paragraphe 5).
    Bad: Il le dit au par. 5 de son rapport.
    """
    for text in subject.texts:
        what = message("between brackets the word is abbreviated")
        for brackets in _BRACKETED.finditer(text.own):
            for found in _SPELLED.finditer(text.own, *brackets.span()):
                yield text.slip(found, what, fix="par. ")
        what = message("in a sentence the word is spelled out")
        outside = _BRACKETED.sub(lambda brackets: FILLER * len(brackets[0]), text.own)
        notes = text.spans("note")
        for found in _ABBREVIATED.finditer(outside):
            if isinstance(text.holder, tuple) or any(a < found.start() < b for a, b in notes):
                continue  # a cell of a table, or a note
            yield text.slip(found, what, fix="paragraphe ")


_CLOSE_YEAR = re.compile(r"\b[0-9]{1,4}(?=\([12][0-9]{3}\))")
_BARE_RESOLUTION = re.compile(
    r"\brésolution (?P<number>[12][0-9]{3}|[1-9][0-9]{0,2})\b(?! ?\(| ?/|[,.][0-9]|-[0-9])"
    r"(?! [A-Z]\b| [IVX]+\b| (?:de la|de l’|des|du (?!Conseil de sécurité))\b)"
)


@rule("TYPO013", source=_CITATION)
def year_of_a_resolution(subject: Subject) -> Iterator[Slip]:
    """A resolution of the Council is cited with its year: résolution 2127 (2013).

    Good: la résolution 2127 (2013); la résolution 217 A (III) de l’Assemblée générale
    Good: la résolution 1 de la trente et unième Conférence internationale
    Bad: la résolution 2127
    Bad: la résolution 2127(2013)
    """
    what = message("the year of the resolution is missing")
    for text in subject.texts:
        for found in _BARE_RESOLUTION.finditer(text.own):
            yield text.slip(
                found, what, instead=message("Add the year: {cited} (…).", cited=found[0])
            )
    yield from subject.found(
        _CLOSE_YEAR, message("a space stands before the year"), lambda found: f"{found[0]} "
    )


_STARRED = re.compile(r"(?<![\w*])\*\*(?=\w)[^*]+\*\*|(?<!\w)__(?=\w)[^_]+__")


@rule("TYPO016", source=_EMPHASIS)
def emphasis(subject: Subject) -> Iterator[Slip]:
    """Nothing is set in bold, nor in italics, to lend it weight.

    Good: Il a lancé un appel *inter alia* aux pays.
    Bad: Il a lancé un **appel** aux pays.
    """
    what = message("words are not emphasized by bold or italics")
    yield from subject.found(_STARRED, what, lambda found: found[0].strip("*_"))


_DOUBLED = re.compile(r"(?<![\w-])(?P<word>[A-Za-zÀ-ÿ]{2,}) (?P<again>(?i:(?P=word)))(?![\w-])")
_EAST_IS = re.compile(r"[Ll]’(?:[\w-]+ )?[Ee]st est|en en")


@rule("TYPO017", source=_USAGE, severity=Severity.ERROR)
def doubled_word(subject: Subject) -> Iterator[Slip]:
    """A word is not written twice in a row.

    A name may be: Abdullah Abdullah. So may « l’Est est » and « tout en en parlant ».

    Good: ce qui rendait l’exécution difficile; nous nous félicitons; faites-le le jour même
    Good: L’Est est calme, a dit M. Boutros Boutros, tout en en parlant à Pago Pago.
    Bad: ce qui qui rendait l’exécution difficile
    """
    for text in subject.texts:
        for found in _DOUBLED.finditer(text.signs):
            word = found["word"]
            east = _EAST_IS.match(text.signs, found.start() - 2)
            name = word[0].isupper() and word == found["again"] and not _is_french(word, subject)
            if word.lower() not in _ALLOWED_TWICE and not east and not name:
                yield text.slip(found, message("the word is written twice"), fix=found["word"])


def _is_french(word: str, subject: Subject) -> bool:
    """Tell whether a word with a capital is a word of the language, and no name."""
    try:
        return dictionary(subject.report.language).knows(word.lower())
    except Unable:
        return False


_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


@rule("TYPO018", source=_USAGE)
def double_space(subject: Subject) -> Iterator[Slip]:
    """One space parts two words.

    Good: Il a parlé.
    Bad:
        conclusions: ["Il  a parlé."]
    """
    for text in subject.texts:
        for found in _DOUBLE_SPACE.finditer(text.text):
            yield text.slip(found, message("a space too many"), fix=" ")


_EMPTY_SIGNS = re.compile(r"(?<!\\)(?:\^\[\s*\]|\[\[\s*\]\]|\[[^\[\]]+\]\(\s*\))")


@rule("TYPO021", source=_HOUSE, severity=Severity.ERROR)
def empty_signs(subject: Subject) -> Iterator[Slip]:
    """The signs of notes, references and links hold something, or are no signs.

    Good: Il a adopté un plan^[Voir l’annexe.].
    Bad: Il a adopté un plan^[].
    Bad: Il a adopté un plan (voir par. [[ ]]).
    Bad: Il a adopté un [plan]().
    """
    for text in subject.texts:
        for found in _EMPTY_SIGNS.finditer(text.text):
            yield text.slip(
                found,
                message("“{signs}” stays on the page as it is", signs=found[0]),
                instead=message("Write the note, the key or the address, or delete the signs."),
            )


@rule("TYPO022", source=_HOUSE)
def unclosed_signs(subject: Subject) -> Iterator[Slip]:
    r"""The signs of italics and of raised letters are closed; an asterisk that is meant is `\*`.

    Good: Il a parlé *inter alia* de la 2^e^ séance (S/2014/258*), d’un prix de 3 \* 4 dollars.
    Bad: Il a parlé *inter alia de déminage.
    Bad: Il a parlé * inter alia* de déminage.
    Bad: Il a parlé de la 2^e séance.
    """
    for text in subject.texts:
        for place in unclosed(text.text):
            yield text.slip(
                (place, place + 1),
                message("“{signs}” stays on the page as it is", signs=text.text[place]),
                instead=message(
                    "Close it with the same sign, or write {sign} where it is meant.",
                    sign=f"\\{text.text[place]}",
                ),
            )


_EUROPEAN = r"\x00-\u024f\u1e00-\u1eff\u2000-\u206f"
_WORD = re.compile(r"\S+")
_INVISIBLE = re.compile(
    r"[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]"
    rf"|(?<![^{_EUROPEAN}])[\u061c\u200c-\u200f](?![^{_EUROPEAN}])"
    r"|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001\U000e0020-\U000e007f]+"
)
"""What no one sees, unless it joins letters of other scripts or the parts of an emoji."""


@rule("TYPO023", source=_HOUSE)
def invisible_character(subject: Subject) -> Iterator[Slip]:
    r"""No character within a word is invisible: the word would not be found, nor a link open.

    Good: Il a parlé de déminage.
    Bad:
        conclusions: ["Il a parlé de démi\u200bnage."]
    Bad:
        conclusions: ["Il a parlé de démi\u00adnage."]
    """
    for text in subject.texts:
        for word in _WORD.finditer(text.text) if _INVISIBLE.search(text.text) else ():
            if found := _INVISIBLE.search(text.text, *word.span()):
                what = (
                    message("a soft hyphen stands in the word, U+00AD")
                    if found[0] == "\u00ad"
                    else message(
                        "an invisible character stands in the word, U+{code}",
                        code=f"{ord(found[0][0]):04X}",
                    )
                )
                yield text.slip(word, what, fix=_INVISIBLE.sub("", word[0]))
