"""Who speaks, and who presides: titles, lists and accounts must agree.

Part of `checks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Kind, Subject, Text
from reportgen.languages.fr import accord
from reportgen.messages import message
from reportgen.records import (
    Function,
    Gender,
    Meeting,
    MeetingKind,
    Speaker,
)

_AGREEMENT = message("usage of the house: each fact stands once and is said the same everywhere")
_QUALIFIER = (
    r"(?:adjoint|associé|exécuti|généra|honoraire|intérimaire|national|permanent|principal|régional"
    r"|spécia)\w*"
)
_HOLDER = re.compile(
    rf"\b(?P<head>[A-ZÀ-Ý][\w-]*)(?P<qualifiers>(?: {_QUALIFIER})*)"
    r"(?: (?:de la|de l’|du|des) ?(?P<of>\w+))?"
)
_SIGLUM = re.compile(r"\((\w+)\)")
_CIVILITY = re.compile(r"\b(?:MM?\.|Mmes?|S\. ?E\.|Dre?|Mgr|Me|Prof\.)")
_FORMAL = re.compile(
    r"(?:L[ea] |L’)"
    r"(?:Ambassad|Chef|Commandant|Conseill|Coordonn|Directe|Directr|Haut|Ministre|Observat"
    r"|Représentant|Secrétaire|Sous-Secrétaire|Vice)[\w-]*"
)
_SPEAKING = re.compile(
    r"[^.;:]{0,90}?\b(?:a|ont) (?:(?:également|aussi|ensuite|notamment|enfin|d’abord) )?"
    r"(?:affirmé|ajouté|annoncé|appelé|conclu|constaté|décrit|déclaré|dit|donné|engagé|espéré|estimé"
    r"|évoqué|exhorté|expliqué|exposé|fait|indiqué|informé|insisté|invité|jugé|mentionné|mis|noté"
    r"|parlé|plaidé|précisé|préconisé|présenté|proposé|rappelé|recommandé|relevé|remarqué|remercié"
    r"|répondu|salué|signalé|souhaité|souligné|suggéré)\b"
    r"(?![^.]*\bdans (?:son|sa|ses|le|la|une?|leur) (?:\w+ )?(?:rapport|lettre|note|message|étude))"
)
_OF_ANOTHER = (
    r"(?! d[eu]s?\b| d’| [A-ZÀ-Ý]| en exercice| élue?\b| sortante?\b| turc| russe| serbe"
    r"| croate| grec| afghan| chypriote| malgache| suisse"
    r"| [a-zà-ÿ-]+(?:ien|ais|ois|ain|yen|éen|que)(?:ne|e)?\b)"
)
_PRESIDENT = re.compile(
    rf"\b(?:[Ll]e|[Dd]u|[Aa]u) (?P<masculine>Président)\b{_OF_ANOTHER}"
    rf"|\b[Ll]a (?P<feminine>Présidente)\b{_OF_ANOTHER}"
)


@rule("FACT001", source=_AGREEMENT, severity=Severity.ERROR)
def title_of_a_speaker(subject: Subject) -> Iterator[Slip]:
    """A speaker bears the same title in the account as in the list of speakers and the annex.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - person: {name: Weixiong Chen, gender: masculine}
                function: {title: Directeur général adjoint, of: {name: Banque}}
                wording: {annex: 'M. {function} (par visioconférence)'}
            account:
              - by: weixiong-chen
                paragraphs: [Le Directeur général adjoint de la Banque a parlé.]
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - person: {name: Ana Luz, gender: feminine}
                function: {title: Représentant permanent, of: {name: Pérou}}
                wording: {annex: 'Ambassadeur et {function}'}
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - person: {name: Weixiong Chen, gender: masculine}
                function: {title: Directeur général adjoint, of: {name: Banque}}
            account:
              - by: weixiong-chen
                paragraphs: [Le Directeur adjoint de la Banque a parlé.]
    """
    for index, meeting in enumerate(subject.report.meetings):
        titles = [title for speaker in _present(meeting) for title in _titles(speaker)]
        for text in subject.accounts.get(index, ()):
            for found in _HOLDER.finditer(text.own):
                said = found["qualifiers"].split()
                same = [t for t in titles if t.head == found["head"] and t.may_be_of(found["of"])]
                if not same or any(t.qualifiers[: len(said)] == said for t in same):
                    continue
                meant = next((t for t in same if _alike(said, t.qualifiers)), None)
                if meant is not None:
                    span = (found.start(), found.end("qualifiers"))
                    what = message(
                        "the list of speakers and the annex say “{title}”", title=meant.words
                    )
                    yield text.slip(span, what, instead=meant.words)
        yield from _annex_titles(index, meeting)


def _annex_titles(index: int, meeting: Meeting) -> Iterator[Slip]:
    """Find the titles that the annex words otherwise than the list of speakers."""
    for position, speaker in enumerate(meeting.speakers):
        in_annex, title = speaker.wording.annex, speaker.function.title
        if isinstance(in_annex, str) and isinstance(title, str):
            said = accord(title, speaker.person)
            before, field, _ = in_annex.partition("{function}")
            if _CIVILITY.sub("", before).strip() if field else said not in in_annex:
                yield Slip(
                    path=("meetings", index, "speakers", position, "wording", "annex"),
                    span=(0, len(in_annex)),
                    words=in_annex,
                    what=message("the list of speakers says “{title}”", title=said),
                    instead=message("Give both the same title."),
                )


@rule("FACT005", source=_AGREEMENT)
def silent_speaker(subject: Subject) -> Iterator[Slip]:
    """Whoever is listed among the speakers of a meeting speaks in its account.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers: [{person: {name: Awa Diop}, function: {title: Ministre}}]
            account: [{by: awa-diop, paragraphs: [Elle a parlé.]}]
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers: [{person: {name: Awa Diop}, function: {title: Ministre}}]
            account: [{by: chair, paragraphs: [Il a parlé.]}]
    """
    for index, meeting in enumerate(subject.report.meetings):
        voices = {statement.by for statement in meeting.account}
        for position, speaker in enumerate(meeting.speakers):
            if voices and speaker.key not in voices:
                yield Slip(
                    path=("meetings", index, "speakers", position),
                    words=_called(speaker),
                    what=message("the account says nothing of this speaker"),
                    instead=message("Add what was said, or take the speaker off the list."),
                )


@rule("FACT006", source=_AGREEMENT)
def unlisted_voice(subject: Subject) -> Iterator[Slip]:
    """Whoever an account begins a paragraph with is a speaker of the meeting or its chair.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers: [{person: {name: Awa Diop}, function: {title: Ministre}}]
            account:
              - by: awa-diop
                paragraphs:
                  - Le Ministre a parlé.
                  - Le Secrétaire général a souligné ce point dans son rapport.
                  - Le Chef de la Mission sera nommé sous peu.
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: participants, paragraphs: [Le Commandant de la force a parlé.]}]
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: chair, paragraphs: [La Directrice du PNUD a ensuite souligné ceci.]}]
    """
    for index, meeting in enumerate(subject.report.meetings):
        titles = [title for speaker in _present(meeting) for title in _titles(speaker)]
        heads = {head for title in (*titles, *_chair_titles(subject)) for head in title.heads}
        for text in subject.accounts.get(index, ()):
            found = _FORMAL.match(text.own)
            spoken = found and re.split(r"[ ’]", found[0], maxsplit=1)[1]
            if found and spoken not in heads and _SPEAKING.match(text.own, found.end()):
                what = message("the meeting lists no speaker with this title")
                advice = message("Add the speaker to the meeting, or correct the title.")
                yield text.slip(found, what, instead=advice)


@rule("FACT007", source=_AGREEMENT)
def order_of_speakers(subject: Subject) -> Iterator[Slip]:
    """Speakers are listed in the order in which the account takes them.

    Good:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - {person: {name: Awa}, function: {title: Directrice}}
              - {person: {name: Ben, gender: masculine}, function: {title: Juge}}
            account:
              - {by: awa, paragraphs: [Elle a parlé.]}
              - {by: ben, paragraphs: [Il a parlé.]}
    Bad:
        meetings:
          - date: 2016-03-01
            theme: L’eau
            speakers:
              - {person: {name: Awa}, function: {title: Directrice}}
              - {person: {name: Ben, gender: masculine}, function: {title: Juge}}
            account:
              - {by: ben, paragraphs: [Il a parlé.]}
              - {by: awa, paragraphs: [Elle a parlé.]}
    """
    for index, meeting in enumerate(subject.report.meetings):
        voices = list(dict.fromkeys(statement.by for statement in meeting.account))
        keys = [speaker.key for speaker in meeting.speakers if speaker.key in voices]
        for before, after in pairwise(keys):
            if voices.index(before) > voices.index(after):
                position = [speaker.key for speaker in meeting.speakers].index(after)
                speaker = meeting.speakers[position]
                yield Slip(
                    path=("meetings", index, "speakers", position),
                    words=_called(speaker),
                    what=message("the account has this speaker before the one listed above"),
                    instead=message("List the speakers in the order in which they spoke."),
                )


@rule("FACT008", source=_AGREEMENT, severity=Severity.ERROR)
def gender_of_the_chair(subject: Subject) -> Iterator[Slip]:
    """The chair is called by the gender of the person: le Président, la Présidente.

    Good:
        chair: {person: {name: Awa, gender: feminine}, function: {title: Ministre}}
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: chair, paragraphs: [La Présidente a parlé du Président malien.]}]
    Bad:
        chair: {person: {name: Awa, gender: feminine}, function: {title: Ministre}}
        meetings:
          - date: 2016-03-01
            theme: L’eau
            account: [{by: chair, paragraphs: [Le Président a parlé.]}]
    Bad:
        chair:
          person: {name: Luc, gender: masculine}
          function: {title: Ministre}
          period: {start: 2016-01-01, end: 2016-06-30}
        other_chairs:
          - person: {name: Awa, gender: feminine}
            function: {title: Ministre}
            period: {start: 2016-07-01, end: 2016-12-31}
        meetings:
          - date: 2016-09-01
            theme: L’eau
            account: [{by: chair, paragraphs: [Le Président a parlé.]}]
    Bad:
        chair: {person: {name: Awa, gender: feminine}, function: {title: Ministre}}
        conclusions: [Il convient d’en remercier le Président.]
    """
    for text in subject.texts_of(Kind.VOICE, Kind.WORDING, Kind.INTRODUCTION, Kind.CONCLUSION):
        genders = _genders_in_the_chair(subject, text)
        if len(genders) != 1:
            continue
        (gender,) = genders
        other = "masculine" if gender == Gender.FEMININE else "feminine"
        right = "la Présidente" if gender == Gender.FEMININE else "le Président"
        for found in _PRESIDENT.finditer(text.own):
            if found[other]:
                what = message("the chair is “{right}”", right=right)
                yield text.slip(found, what, instead=right)


def _genders_in_the_chair(subject: Subject, text: Text) -> set[Gender | None]:
    """Give the genders that « le Président » may have in a text: those of the day of a meeting.

    Whoever presides over one meeting stands beside the chair. Nothing is said of a debate whose
    president is not recorded.
    """
    chairs = subject.report.chairs
    if text.path[:1] != ("meetings",) or len(text.path) == 1:
        return {chair.person.gender for chair in chairs}
    meeting = subject.report.meetings[int(text.path[1])]
    if meeting.kind == MeetingKind.DEBATE and meeting.presided_by is None:
        return set()
    day = meeting.date
    if isinstance(day, date):
        chairs = tuple(
            chair
            for chair in chairs
            if chair.period is None or chair.period.start <= day <= chair.period.end
        )
    people = [chair.person for chair in chairs]
    people += [meeting.presided_by.person] if meeting.presided_by else []
    return {person.gender for person in people}


class _Title:
    """A title as texts say it: its first word, and the adjectives that follow.

    Args:
        words: the title, in the gender of its bearer.
        function: what it is part of.
    """

    def __init__(self, words: str, function: Function) -> None:
        self.head, *rest = words.split()
        self.heads = {word for word in words.split() if word[0].isupper()}
        if "permanent" in words and self.heads & {"Représentant", "Représentante"}:
            self.heads |= {"Ambassadeur", "Ambassadrice"}
        self.qualifiers = []
        for word in rest:
            if not re.fullmatch(_QUALIFIER, word):
                break
            self.qualifiers.append(word)
        self.words = " ".join([self.head, *self.qualifiers])
        name = function.of.name if function.of else ""
        self._of = {*name.split()[:1], *_SIGLUM.findall(name)}

    def may_be_of(self, name: str | None) -> bool:
        """Tell whether the bearer of the title may be someone of an organization."""
        return not name or not self._of or name in self._of


def _called(speaker: Speaker) -> str:
    """Give the name of a speaker, or the title where the name is not known yet, or nothing."""
    called = (speaker.person.name, speaker.function.title)
    return next((words for words in called if isinstance(words, str)), "")


def _titles(speaker: Speaker) -> Iterator[_Title]:
    title = speaker.function.title
    if isinstance(title, str):
        yield _Title(accord(title, speaker.person), speaker.function)


def _present(meeting: Meeting) -> Sequence[Speaker]:
    return (*meeting.speakers, *([meeting.presided_by] if meeting.presided_by else []))


def _chair_titles(subject: Subject) -> Iterator[_Title]:
    for chair in subject.report.chairs:
        if isinstance(chair.function.title, str):
            yield _Title(accord(chair.function.title, chair.person), chair.function)


def _alike(said: Sequence[str], listed: Sequence[str]) -> bool:
    """Tell whether one row of adjectives is the other with some left out."""
    shorter, longer = sorted((said, listed), key=len)
    rest = iter(longer)
    return bool(shorter) and all(word in rest for word in shorter)
