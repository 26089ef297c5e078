"""Typography and usage of UN French: signs, capitals, numbers, lists.

Part of `checks`. Spaces that finishing sets by itself, before a colon or in « 10 000 », are no
slips: a drafter types ordinary ones. Quotations are checked as well, save for wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import FILLER, Kind, Subject, Text
from reportgen.languages.fr import nombre
from reportgen.markup.signs import unclosed
from reportgen.messages import Message, message
from reportgen.records import Item, Paragraph

_USAGE = message("Traitement des textes français à l’ONU (ST/DCS/5)")
_NUMBERS = message("Editorial Manual, Numbers, dates and time")
_PARAGRAPHS = message("Editorial Manual, Paragraphs and subparagraphs")
_EMPHASIS = message("Editorial Manual, Instructions: no bold or italics for emphasis")
_CITATION = message("Editorial Manual, References to resolutions")
_HOUSE = message("usage of the house")

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_ACCENTED = (
    "tats?|tude|tudes|galement|galité|gypte|thiopie|mirats|rythrée|quateur|quipes?|valuation"
    "|lection|lections|conomie|cole|ducation|tant|tablir|tablissement|lever|mettre|nergie"
)
_NO_COUNT = (
    rf"{_MONTHS}|millions?|milliards?|mille|euros?|dollars?|francs?|h|min|mm|cm|m|km|ha|kg|t|ans?"
    "|degrés?|heures?|fois"
)
_UNCOUNTED = (
    r"(?:par\.|paragraphes?|articles?|annexes?|points?|chapitres?|sections?|tableaux?|figures?"
    r"|résolutions?|n[o°]s?|alinéas?|phases?|volets?|à|et|ou|-|,|/)"
)
_ENDED = (".", "!", "?", "…", ":", "»", FILLER)
_ALLOWED_TWICE = {"nous", "vous", "si", "bon", "très"}


def _found(
    subject: Subject,
    pattern: re.Pattern[str],
    what: Message,
    fix: Callable[[re.Match[str]], str] | None,
    *,
    own: bool = False,
) -> Iterator[Slip]:
    """Find a pattern in every text, outside quotations where `own`."""
    for text in subject.texts:
        for found in pattern.finditer(text.own if own else text.signs):
            yield text.slip(found, what, fix=fix(found) if fix else None)


_STRAY_SPACE = re.compile(r"(?<=[\w»)\]]) +(?=[,.](?:\s|$))|(?<=[(\[]) +| +(?=[)\]])")


@rule("TYPO001", source=_USAGE)
def stray_space(subject: Subject) -> Iterator[Slip]:
    """No space stands before a comma or a full stop, nor inside brackets.

    Good: Il a parlé (longuement), puis il s’est tu.
    Bad: Il a parlé , puis il s’est tu.
    Bad: Il a parlé ( longuement).
    """
    what = message("a space too many")
    yield from _found(subject, _STRAY_SPACE, what, lambda _: "")


_ODD_APOSTROPHE = re.compile(r"(?<=[a-zA-ZÀ-ÿ])[‘`´′](?=[a-zA-ZÀ-ÿ«])")


@rule("TYPO002", source=_USAGE)
def apostrophe(subject: Subject) -> Iterator[Slip]:
    """The apostrophe is an apostrophe, not an accent or an opening quotation mark.

    Good: l’Union
    Bad: l‘Union
    Bad: l`Union
    """
    what = message("this is no apostrophe")
    yield from _found(subject, _ODD_APOSTROPHE, what, lambda _: "’")


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
    yield from _found(
        subject, _STRAIGHT_QUOTES, what, lambda found: f"« {found[1].strip()} »", own=True
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


@rule("TYPO004", source=_USAGE, severity=Severity.ERROR)
def accented_capital(subject: Subject) -> Iterator[Slip]:
    """Capitals bear their accents: État, À cet égard.

    Good: À cet égard, les États Membres ont parlé.
    Bad: Les Etats Membres ont parlé.
    Bad: A cet égard, ils ont parlé.
    """
    accented = {"E": "É", "A": "À"}
    what = message("the capital lacks its accent")
    yield from _found(subject, _BARE_CAPITAL, what, lambda found: accented[found[0]])


_WRONG_ORDINAL = re.compile(
    rf"\b(?P<first>1°?)(?= (?:{_MONTHS})\b)"
    r"|\b(?P<feminine>1ère|1ere)\b|\b(?P<masculine>1ier)\b|\b(?P<other>[0-9]+)(?:ème|eme|ième)(?P<s>s?)\b"
)


@rule("TYPO005", source=_NUMBERS, severity=Severity.ERROR)
def ordinal(subject: Subject) -> Iterator[Slip]:
    """The first of a month is 1er, and ordinals are 1re, 2e, 7364e.

    Good: Le 1er mars, à la 7364e séance.
    Bad: Le 1 mars, il a parlé.
    Bad: À la 2ème séance, il a parlé.
    """

    def right(found: re.Match[str]) -> str:
        if found["first"] or found["masculine"]:
            return "1er"
        return "1re" if found["feminine"] else f"{found['other']}e{found['s']}"

    yield from _found(subject, _WRONG_ORDINAL, message("the ordinal is not written so"), right)


_NUMERO = re.compile(r"\b[Nn]°(?P<s>s?)(?= ?[0-9])|№(?P<n>)(?= ?[0-9])")


@rule("TYPO006", source=_USAGE)
def numero(subject: Subject) -> Iterator[Slip]:
    """A number is announced by no, whose o is raised, not by the sign of degrees.

    Good: le document no 5
    Bad: le document n° 5
    """
    what = message("the sign ° is for degrees")
    yield from _found(subject, _NUMERO, what, lambda found: f"no{found['s'] or ''}")


_DASHED_YEARS = re.compile(r"\b(?P<from>[12][0-9]{3}) ?[–—] ?(?P<to>(?:[12][0-9])?[0-9]{2})\b")


@rule("TYPO007", source=_NUMBERS)
def span_of_years(subject: Subject) -> Iterator[Slip]:
    """A span of years is joined by a hyphen: 2016-2018.

    Good: la période 2016-2018
    Bad: la période 2016–2018
    """
    what = message("a span of years takes a hyphen")
    yield from _found(subject, _DASHED_YEARS, what, lambda found: f"{found['from']}-{found['to']}")


_WRONG_THOUSANDS = re.compile(
    r"(?<![\w.,/])(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{5,})(?![\w/]|[.,][0-9])"
)


@rule("TYPO008", source=_NUMBERS)
def thousands(subject: Subject) -> Iterator[Slip]:
    """Thousands are set apart by a space: 10 000.

    Good: 10 000 soldats, en 2016
    Bad: 10.000 soldats
    Bad: 10000 soldats
    """

    def right(found: re.Match[str]) -> str:
        return f"{Decimal(re.sub('[.,]', '', found[0])):,}".replace(",", " ")

    yield from _found(subject, _WRONG_THOUSANDS, message("thousands take a space"), right)


_PER_CENT = re.compile(r"(?<=[0-9]) (?:pour ?cent|p\. ?100|p\. ?cent)\b")


@rule("TYPO009", source=_NUMBERS)
def percentage(subject: Subject) -> Iterator[Slip]:
    """A percentage is written with the sign: 25 %.

    Good: 25 % des soldats
    Bad: 25 pour cent des soldats
    """
    yield from _found(
        subject, _PER_CENT, message("a percentage takes the sign"), lambda _: " %", own=True
    )


_SMALL_NUMBER = re.compile(
    rf"(?<!{FILLER})(?<![\w.,/°-])(?P<number>[2-9]) (?!(?:{_NO_COUNT})\b)(?=[a-zà-ÿ]{{3,}})"
)
_BEFORE_NUMBER = re.compile(rf"(?:^|\W){_UNCOUNTED} ?$", re.IGNORECASE)


@rule("TYPO010", source=_NUMBERS)
def small_number(subject: Subject) -> Iterator[Slip]:
    """Numbers under ten are written in words, save with units, dates and references.

    Good: deux réunions, 12 séances, 5 km, le 3 mars, par. 4 et 5
    Bad: Il a tenu 2 réunions.
    """
    for text in subject.texts:
        for found in _SMALL_NUMBER.finditer(text.own):
            if not _BEFORE_NUMBER.search(text.own[max(0, found.start() - 20) : found.start()]):
                what = message("numbers under ten are written in words")
                number = nombre(int(found["number"]))
                yield text.slip(found.span("number"), what, instead=number)


_KEY_WORD = re.compile(r"\b(?P<c>[Cc])lé(?P<s>s?)\b")


@rule("TYPO011", source=_USAGE)
def clef(subject: Subject) -> Iterator[Slip]:
    """The house writes clef, not clé.

    Good: un rôle clef
    Bad: un rôle clé
    """
    what = message("the house writes “clef”")
    yield from _found(
        subject, _KEY_WORD, what, lambda found: f"{found['c']}lef{found['s']}", own=True
    )


_BRACKETED = re.compile(r"\([^()]*\)")
_SPELLED = re.compile(r"\bparagraphes? (?=[0-9])")
_ABBREVIATED = re.compile(r"\bpar\. (?=[0-9])")


@rule("TYPO012", source=_USAGE)
def abbreviated_paragraph(subject: Subject) -> Iterator[Slip]:
    """A paragraph is “par. 4” between brackets and “paragraphe 4” in a sentence.

    Good: Au paragraphe 4, il le dit (voir par. 5).
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
        for found in _ABBREVIATED.finditer(outside):
            yield text.slip(found, what, fix="paragraphe ")


_BARE_RESOLUTION = re.compile(
    r"\brésolution (?P<number>[12][0-9]{3}|[1-9][0-9]{0,2})\b(?! ?\(| ?/|[,.][0-9])"
)


@rule("TYPO013", source=_CITATION)
def year_of_a_resolution(subject: Subject) -> Iterator[Slip]:
    """A resolution of the Council is cited with its year: résolution 2127 (2013).

    Good: la résolution 2127 (2013)
    Bad: la résolution 2127
    """
    what = message("the year of the resolution is missing")
    for text in subject.texts:
        for found in _BARE_RESOLUTION.finditer(text.own):
            yield text.slip(
                found, what, instead=message("Add the year: {cited} (…).", cited=found[0])
            )


_FINAL_SIGN = re.compile(r"[;,.]\s*$")


@rule("TYPO014", source=_PARAGRAPHS)
def signs_of_a_list(subject: Subject) -> Iterator[Slip]:
    """What announces a list ends with a colon; the signs after its items are set by the program.

    Good:
        conclusions:
          - text: >-
              Il a proposé :
            items: [Un plan, Un calendrier]
    Bad:
        conclusions:
          - text: Il a proposé.
            items: [Un plan, Un calendrier]
    Bad:
        conclusions:
          - text: >-
              Il a proposé :
            items: [Un plan;, Un calendrier]
    """
    for text in subject.texts:
        holder = text.holder
        if isinstance(holder, (Item, Paragraph)) and holder.items:
            if not text.text.rstrip().endswith(":"):
                what = message("what announces a list ends with a colon")
                yield text.slip(_last_sign(text), what, instead=" :")
        elif isinstance(holder, Item) and (found := _FINAL_SIGN.search(text.text)):
            yield text.slip(found, message("the sign after an item is set by the program"), fix="")


_SMALL_LETTER = re.compile(r"[a-zà-ÿ](?=[\wà-ÿ]*)")


@rule("TYPO015", source=_PARAGRAPHS)
def capital_of_an_item(subject: Subject) -> Iterator[Slip]:
    """An item of a list begins with a capital.

    Good:
        conclusions: [{text: 'Il a proposé :', items: [Un plan, Un calendrier]}]
    Bad:
        conclusions: [{text: 'Il a proposé :', items: [un plan, Un calendrier]}]
    """
    for text in subject.texts:
        found = _SMALL_LETTER.match(text.signs)
        if isinstance(text.holder, Item) and found:
            yield text.slip(found, message("an item begins with a capital"), fix=found[0].upper())


_STARRED = re.compile(r"\*\*(?=\S)[^*]+\*\*|__(?=\S)[^_]+__")


@rule("TYPO016", source=_EMPHASIS)
def emphasis(subject: Subject) -> Iterator[Slip]:
    """Nothing is set in bold, nor in italics, to lend it weight.

    Good: Il a lancé un appel *inter alia* aux pays.
    Bad: Il a lancé un **appel** aux pays.
    """
    what = message("words are not emphasized by bold or italics")
    yield from _found(subject, _STARRED, what, lambda found: found[0].strip("*_"))


_DOUBLED = re.compile(r"\b(?P<word>[A-Za-zÀ-ÿ]{2,}) (?P=word)\b", re.IGNORECASE)


@rule("TYPO017", source=_USAGE, severity=Severity.ERROR)
def doubled_word(subject: Subject) -> Iterator[Slip]:
    """A word is not written twice in a row.

    Good: ce qui rendait l’exécution difficile; nous nous félicitons
    Bad: ce qui qui rendait l’exécution difficile
    """
    for text in subject.texts:
        for found in _DOUBLED.finditer(text.signs):
            if found["word"].lower() not in _ALLOWED_TWICE:
                yield text.slip(found, message("the word is written twice"), fix=found["word"])


_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


@rule("TYPO018", source=_USAGE)
def double_space(subject: Subject) -> Iterator[Slip]:
    """One space parts two words.

    Good: Il a parlé.
    Bad:
        conclusions: ["Il  a parlé."]
    """
    yield from _found(subject, _DOUBLE_SPACE, message("a space too many"), lambda _: " ")


@rule("TYPO019", source=_USAGE, severity=Severity.ERROR)
def full_stop(subject: Subject) -> Iterator[Slip]:
    """A paragraph ends with a full stop, or with the colon that announces its list.

    Good:
        conclusions: [Il a parlé.]
    Bad:
        conclusions: [Il a parlé]
    """
    for text in subject.texts_of(Kind.VOICE, Kind.CONCLUSION):
        holder = text.holder
        if not isinstance(holder, Paragraph) or holder.items or text.path[-1] != "text":
            continue
        if not text.signs.rstrip().endswith(_ENDED):
            what = message("the full stop is missing")
            yield text.slip(_last_sign(text), what, instead=f"{text.text.rstrip()[-1]}.")


_LABEL = re.compile(r"(?<![\w(])(?:[a-z]|[ivx]+|[0-9]+)\)")
_OPENING, _CLOSING = "([«“", ")]»”"


@rule("TYPO020", source=_USAGE, severity=Severity.ERROR)
def unbalanced(subject: Subject) -> Iterator[Slip]:
    """Brackets and guillemets that are opened are closed.

    Good: Il a parlé (longuement) de « l’eau », au point 113 b).
    Bad: Il a parlé (longuement de l’eau.
    Bad: Il a parlé de l’eau ».
    """
    for text in subject.texts:
        signs = _LABEL.sub(lambda found: FILLER * len(found[0]), text.signs)
        opened: list[int] = []
        for place, sign in enumerate(signs):
            if sign in _OPENING:
                opened.append(place)
            elif sign in _CLOSING:
                partner = _OPENING[_CLOSING.index(sign)]
                if opened and signs[opened[-1]] == partner:
                    opened.pop()
                else:
                    what = message("“{sign}” is closed and was not opened", sign=sign)
                    yield text.slip((place, place + 1), what)
        for place in opened:
            what = message("“{sign}” is opened and not closed", sign=signs[place])
            yield text.slip((place, place + 1), what)


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
    r"[\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]"
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
    """
    for text in subject.texts:
        for word in _WORD.finditer(text.text) if _INVISIBLE.search(text.text) else ():
            if found := _INVISIBLE.search(text.text, *word.span()):
                what = message(
                    "an invisible character stands in the word, U+{code}",
                    code=f"{ord(found[0][0]):04X}",
                )
                yield text.slip(word, what, fix=_INVISIBLE.sub("", word[0]))


def _last_sign(text: Text) -> tuple[int, int]:
    end = len(text.text.rstrip())
    return end - 1, end
