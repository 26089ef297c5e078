"""Paragraphs, items and sentences: where they begin and end, and what is opened and closed.

Part of `checks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Kind, Subject, Text
from reportgen.errors import RecordPath
from reportgen.messages import message
from reportgen.records import Item, Paragraph

_USAGE = message("Traitement des textes français à l’ONU (ST/DCS/5)")
_PARAGRAPHS = message("Editorial Manual, Paragraphs and subparagraphs")

_ENDED = re.compile(r"(?:[.!?…:][\s*)»”\]]*|»\s*|https?://\S+\s*)$")

_FINAL_SIGN = re.compile(r"[;,]\s*$")


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
            if not text.without_notes.rstrip().endswith(":"):
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


@rule("TYPO019", source=_USAGE, severity=Severity.ERROR)
def full_stop(subject: Subject) -> Iterator[Slip]:
    """A paragraph ends with a full stop, or with the colon that announces its list.

    The stop may stand before a closing bracket or guillemet; an address may end a paragraph.

    Good:
        conclusions: [Il a parlé., (Il s’est tu.), "Il a dit : « Oui. »", "Il a dit « oui »."]
    Bad:
        conclusions: [Il a parlé]
    Bad:
        conclusions: ["Il a adopté un plan^[Voir l’annexe.]"]
    Bad:
        conclusions: [Il a parlé (longuement)]
    """
    for text in subject.texts_of(Kind.VOICE, Kind.CONCLUSION):
        holder = text.holder
        if not isinstance(holder, Paragraph) or holder.items or text.path[-1] != "text":
            continue
        if not _ENDED.search(text.without_notes):
            what = message("the full stop is missing")
            yield text.slip(_last_sign(text), what, instead=f"{text.text.rstrip()[-1]}.")


_NAMING = "|".join(
    """
    accord alliance appel appelées? association atelier baptisées? bateau bâtiment campagne chanson
    chef coalition colloque collectif colonel concept conférence devise dispositif dites? document
    étude exercice film fondation fonds forum frégate général groupe initiative intitulées? journal
    journée juge lieu-dit livre logiciel manifestation manuel mouvement navire nommées? opération
    organisation ouvrage paquebot parti plan plateforme principe prix professeur programme projet
    publication quotidien rapport réseau revue scénario semaine série site slogan stratégie thème
    titre titrées?
    """.split()  # noqa: SIM905 -- words read best as words
)
"""What may be followed by a name of its own, with its capital."""
_BEGINNING = "|".join(
    """
    Afin Ainsi Après Aucune? Aussi Avant Car Ce|sont Cela Celles?-ci Celui-ci Ceux-ci Cependant
    Certaine?s C’est Chaque Compte|tenu Concernant D’autres? D’autre|part D’une|part De|même De|plus
    Depuis Elles? En|effet En|outre En|revanche Enfin Ensuite Ils? Lors Lorsque Mais Néanmoins Nous
    On Or Par|ailleurs Par|conséquent Parmi Plusieurs Puis Quant Quelques S’agissant S’il Selon Si
    Tous Toutefois Toutes À|ce|propos À|ce|sujet À|cet|égard À|cette|fin
    """.replace("|", "[ ]").split()
)
_ARTICLE = "Ces? Cet Cette Dans Des En Las? Les? Leurs? Par Pour Sa Ses Son Sur Une?".replace(
    " ", "|"
)
_OFFICE = "Conseil|Directeur|Directrice|États|Groupe|Président|Représentant|Secrétaire"
_RUN_ON = re.compile(
    r"(?<![\w-])(?P<last>[A-ZÀ-Ý]?[a-zà-ÿ]{2,}|[12][0-9]{3}) (?P<next>"
    rf"(?:{_BEGINNING})(?![\w’-])|L’(?=[a-zà-ÿ])"
    rf"|(?:{_ARTICLE})(?= (?:[a-zà-ÿ]|(?:{_OFFICE})\w*\b)))"
)
_NO_NAME = re.compile(r"Ils?|Elles|Ensuite|Toutefois|Cependant|Néanmoins|D’autres?|En \w+")
"""What a capital before does not make the second part of a name."""
_NAMED = re.compile(rf"(?:^|\W)(?:{_NAMING})s? $", re.IGNORECASE)


@rule("TYPO024", source=_USAGE, severity=Severity.ERROR)
def sentences_run_together(subject: Subject) -> Iterator[Slip]:
    """A full stop parts two sentences.

    What bears a name of its own may be followed by a capital: the campaign Un monde sans mines.

    Good: Il a quitté la mission. D’autres États restent. La campagne Un monde sans mines continue.
    Good: Il s’est rendu à La Haye, puis au Caire, et M. Le Drian a cité l’ouvrage Le droit
        en guerre.
    Bad: Il ne sortira pas de la mission D’autres États restent.
    Bad: Elle a présenté le bilan de 2015 Il a été salué.
    Bad: Ils ont évoqué la paix Le débat a duré.
    """
    for text in subject.texts:
        if text.kind in (Kind.NAME, Kind.FUNCTION):
            continue
        for found in _RUN_ON.finditer(text.own):
            before = text.own[max(0, found.start() - 30) : found.start("next")]
            of_a_name = found["last"][0].isupper() and not _NO_NAME.fullmatch(found["next"])
            if not (of_a_name or _NAMED.search(before)):
                what = message("a full stop is missing between two sentences")
                yield text.slip(found, what, instead=f"{found['last']}. {found['next']}")


_LABEL = re.compile(
    r"(?<![\w(])(?:(?P<letter>[A-Za-z]{1,2}|[ivxIVX]+)|[0-9]{1,2})(?: (?:bis|ter|quater))?$"
)
_PARTNERS = {")": "(", "]": "[", "»": "«", "”": "“"}
_MORE = re.compile(r"[^()]*\)")
_TWO_AT_ONCE = re.compile(r"[^(]*\)\)")


@rule("TYPO020", source=_USAGE, severity=Severity.ERROR)
def unbalanced(subject: Subject) -> Iterator[Slip]:
    """Brackets and guillemets that are opened are closed.

    Good: Il a parlé (longuement) de « l’eau », au point 113 b).
    Good: Il l’a dit (voir par. 3 et 4), puis redit (en 2017), aux alinéas a) et b) (par. 2 c)).
    Good: Voir le [site du Conseil](https://www.un.org/fr/)^[Et [son fil](https://x.org).].
    Good: Il compte sur l’appui de trois groupes : a) les femmes; b) les jeunes; c) les aînés.
    Bad: Il a parlé (longuement de l’eau.
    Bad: Il a parlé de l’eau ».
    Bad: Il a fait le point (voir par. 3 et 4.
    """
    for _, group in groupby(subject.texts, _paragraph_of):
        opened: list[tuple[Text, int]] = []
        for text in group:
            yield from _closings(text, opened)
        for text, place in opened:
            what = message("“{sign}” is opened and not closed", sign=text.signs[place])
            yield text.slip((place, place + 1), what)


def _paragraph_of(text: Text) -> RecordPath:
    """Give the paragraph that a text belongs to: a quotation may go on through its items."""
    path = text.path
    if "items" in path:
        return path[: path.index("items")]
    return path[:-1] if path[-1:] == ("text",) else path


def _closings(text: Text, opened: list[tuple[Text, int]]) -> Iterator[Slip]:
    """Pair the signs of a text, and tell those that close nothing; the others stay in `opened`."""
    lettered = -1  # the bracket within which a letter was seen to have one of its own
    for found in re.finditer(r"[()\[\]«»“”]", text.signs):
        sign, place = found[0], found.start()
        if sign not in _PARTNERS:
            opened.append((text, place))
            continue
        pairs = bool(opened) and opened[-1][0].signs[opened[-1][1]] == _PARTNERS[sign]
        label = _LABEL.search(text.signs[max(0, place - 12) : place]) if sign == ")" else None
        if label and not (
            pairs and _closes(text, place, label, lettered=opened[-1][1] == lettered)
        ):
            lettered = opened[-1][1] if pairs else lettered
        elif pairs:
            opened.pop()
        else:
            what = message("“{sign}” is closed and was not opened", sign=sign)
            yield text.slip((place, place + 1), what)


def _closes(text: Text, place: int, label: re.Match[str], *, lettered: bool) -> bool:
    """Tell whether the bracket behind « a » or « 3 » closes one that is open, or is its own.

    Behind a letter it is its own where another closes, or where one before was; behind a figure
    only where two brackets close at once further on.
    """
    if label["letter"]:
        return not lettered and not _MORE.match(text.signs, place + 1)
    return not _TWO_AT_ONCE.match(text.signs, place + 1)


def _last_sign(text: Text) -> tuple[int, int]:
    end = len(text.text.rstrip())
    return end - 1, end
