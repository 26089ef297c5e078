"""What names tell is filled in, what they do not tell is asked for, what they belie is found."""

from datetime import date
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from reportgen.errors import RecordError
from reportgen.languages import language
from reportgen.messages import speaking
from reportgen.pipeline import render, write
from reportgen.records import (
    Addressee,
    Body,
    Chair,
    Function,
    Gender,
    Letter,
    Meeting,
    Name,
    Number,
    Organization,
    Period,
    Person,
    Report,
    Speaker,
    Todo,
    completed,
    contradictions,
    digest,
)
from reportgen.records.completion import _WAYS

FRENCH = language("fr")
M, F = Gender.MASCULINE, Gender.FEMININE
BOSS = Speaker(person=Person(name="Bo Ek"), function=Function(title="Commissaire"))


def report(*speakers: Speaker, **fields: Any) -> Report:
    """Make a report of 2017 with one meeting."""
    meeting = Meeting(date=date(2017, 4, 28), theme="La paix", speakers=speakers)
    given = {"body": Body(name="Groupe de travail"), "chair": Todo("qui"), **fields}
    return Report(period=Period.of_year(2017), meetings=(meeting,), **given)


def asked(record: object) -> list[str]:
    """Say in English what is asked for."""
    with pytest.raises(RecordError) as caught, speaking("en"):
        completed(record, FRENCH)
    with speaking("en"):
        return [str(problem).splitlines()[0] for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("name", "grammar"),
    [
        ("France", (F, Number.SINGULAR, True)),
        ("Cuba", (F, Number.SINGULAR, False)),
        ("États-Unis d’Amérique", (M, Number.PLURAL, True)),
        ("Hongrie", (F, Number.SINGULAR, True)),
        ("Haïti", (M, Number.SINGULAR, False)),
        ("Commission d’enquête", (F, Number.SINGULAR, True)),
        ("la Francophonie", (F, Number.SINGULAR, False)),
        ("le Maroc", (M, Number.SINGULAR, False)),
        ("Madagascar", (M, Number.SINGULAR, False)),
    ],
)
def test_a_name_tells_its_grammar(name: str, grammar: tuple[Gender, Number, bool]) -> None:
    """An article in small letters is not put before the name again."""
    told = completed(Organization(name=name), FRENCH)
    assert (told.gender, told.number, told.article) == grammar


def test_what_is_written_stays() -> None:
    """Right or wrong; the check tells what is wrong."""
    written = Organization("France", M, Number.PLURAL, article=False)
    assert completed(written, FRENCH) is written
    assert completed(Organization("Kosmos", F), FRENCH).gender is F


def test_a_name_that_tells_nothing_is_asked_about() -> None:
    """Unless no sentence would show it: without an article, or in the plural."""
    assert asked(Organization(name="Kosmos")) == [
        "name: nothing tells whether “Kosmos” is masculine or feminine"
    ]
    assert completed(Organization(name="Kosmos", article=False), FRENCH).article is False
    assert completed(Organization(name="Kosmos", number=Number.PLURAL), FRENCH).article is True


@pytest.mark.parametrize(
    ("body", "grammar"),
    [
        (Body(name="Commission de l’eau"), (F, Number.SINGULAR)),
        (Body(name="Amis de la paix", short_name="Amis"), (M, Number.PLURAL)),
        (Body(name="Comité créé par la résolution 1533", short_name="1533"), (M, Number.SINGULAR)),
        (Body(name="Kosmos", gender=F), (F, Number.SINGULAR)),
    ],
)
def test_a_body_has_the_grammar_of_its_names(body: Body, grammar: tuple[Gender, Number]) -> None:
    """The short one first: most sentences use it."""
    told = completed(body, FRENCH)
    assert (told.gender, told.number) == grammar


def test_a_body_that_tells_nothing_or_begins_with_its_article_is_told() -> None:
    """Its verbs and articles need the gender."""
    assert asked(Body(name="Kosmos")) == [
        "name: nothing tells whether “Kosmos” is masculine or feminine"
    ]
    assert asked(Body(name="Comité", short_name="le Comité")) == [
        "short_name: the name “le Comité” begins with its article"
    ]


@pytest.mark.parametrize(
    ("person", "title", "gender"),
    [
        (Person(name="Eva Roc"), "Directrice", F),
        (Person(name="Ana Luz"), "Représentante permanente", F),
        (Person(name="Ana Luz"), "Ambassadrice", F),
        (Person(name="Ana Luz"), "Vice-Présidente", F),
        (Person(name="Ana Luz"), "Première Ministre", F),
        (Person(name="Eva Roc", rank="Générale de division"), "Conseiller militaire", F),
        (Person(name="Mme Eva Roc"), "Directeur", F),
        (Person(name="S. E. M. Bo Ek"), "Ambassadeur", M),
        (Person(name="Bo Ek"), Todo("le titre"), M),
        (Person(name=Todo("qui")), "Directrice", F),
        (Person(name=Todo("qui")), "Commissaire", M),
    ],
)
def test_a_title_a_rank_or_an_honorific_tells_who_it_is(
    person: Person, title: str | Todo, gender: Gender
) -> None:
    """Where the name or the title is still to come, nobody is asked yet."""
    speaker = completed(Speaker(person=person, function=Function(title=title)), FRENCH)
    assert speaker.person.gender is gender


@pytest.mark.parametrize(
    "title", ["Commissaire", "Haut-Commissaire", "Juge", "Directeur", "Représentant permanent"]
)
def test_a_title_that_both_bear_is_asked_about(title: str) -> None:
    """A given name says nothing certain, and women bear titles in the masculine."""
    speaker = Speaker(person=Person(name="Dominique Lee"), function=Function(title=title))
    assert asked(speaker) == ["person.name: nothing tells the gender of Dominique Lee"]


def test_who_is_told_elsewhere_in_the_report_is_not_asked_about_again() -> None:
    """By the same name; two of one name and of two genders tell nothing."""
    known = Chair(person=Person(name="Bo Ek", gender=F), function=Function(title="Juge"))
    told = completed(report(BOSS, chair=known), FRENCH)
    assert told.meetings[0].speakers[0].person.gender is F
    other = Chair(person=Person(name="Bo Ek", gender=M), function=Function(title="Juge"))
    assert asked(report(BOSS, chair=known, other_chairs=(other,))) == [
        "meetings.0.speakers.0.person.name: nothing tells the gender of Bo Ek"
    ]


def test_all_that_is_not_known_is_told_at_once() -> None:
    """With the way to each."""
    kosmos = Organization(name="Kosmos")
    speaker = Speaker(person=Person(name="Al Bo"), function=Function(title="Juge", of=kosmos))
    assert asked(report(speaker, body=Body(name="Panoptès"))) == [
        "body.name: nothing tells whether “Panoptès” is masculine or feminine",
        (
            "meetings.0.speakers.0.function.of.name: nothing tells whether “Kosmos” is masculine or"
            " feminine"
        ),
        "meetings.0.speakers.0.person.name: nothing tells the gender of Al Bo",
    ]


@pytest.mark.parametrize(
    ("title", "gender"),
    [(None, M), ("Secrétaire générale", F), ("Secrétaire général", M), (Todo("à qui"), M)],
)
def test_an_addressee_has_the_gender_that_the_title_is_written_in(
    title: str | Todo | None, gender: Gender
) -> None:
    """Nobody is named there."""
    letter = Letter(date=date(2018, 1, 5), addressee=Addressee(title=title))
    assert completed(letter, FRENCH).addressee.gender is gender  # type: ignore[union-attr]


def test_what_goes_without_saying_has_the_fingerprint_of_what_is_said() -> None:
    """Files of before, which left the masculine out, are known again."""
    body = Body(name="Comité")
    assert digest(body) == digest(completed(body, FRENCH))
    assert digest(body) != digest(attrs.evolve(body, gender=F))


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (Organization("France", M), ["gender"]),
        (Organization("la Groupe", F), ["gender"]),
        (Organization("Groupe", F), ["gender"]),
        (Organization("Pays-Bas", M, Number.SINGULAR), ["number"]),
        (Organization("Cuba", F, Number.SINGULAR, article=True), ["article"]),
        (Organization("le Maroc", M, Number.SINGULAR, article=True), ["article"]),
        (Organization("France", F, Number.SINGULAR, article=True), []),
        (Organization("Kosmos", F), []),
        (Body(name="Commission", gender=M), ["gender"]),
    ],
)
def test_what_belies_a_name_is_found(record: Organization | Body, found: list[str]) -> None:
    """Each field by itself; what nothing is known of cannot be belied."""
    assert [problem.path[-1] for problem in contradictions(record, FRENCH)] == found


@pytest.mark.parametrize(
    ("person", "title", "said"),
    [
        (Person(name="Eva Roc", gender=M), "Directrice", "“Directrice” is feminine"),
        (Person(name="Mme Roc", gender=M), "Juge", "“Mme Roc” is feminine"),
        (Person(name="M. Roc", gender=F), "Juge", "“M. Roc” is masculine"),
        (Person(name="Roc", gender=M, rank="Colonelle"), "Juge", "“Colonelle” is feminine"),
        (Person(name="Eva Roc", gender=F), "Directeur", None),
        (Person(name="Eva Roc", gender=F), "Directrice", None),
    ],
)
def test_what_belies_a_title_is_found(person: Person, title: str, said: str | None) -> None:
    """A title in the masculine belies nobody."""
    speaker = Speaker(person=person, function=Function(title=title))
    with speaking("en"):
        found = [str(problem.what) for problem in contradictions(speaker, FRENCH)]
    assert [said in text for text in found if said] == ([True] if said else [])
    assert bool(found) == bool(said)


def test_a_report_made_in_memory_is_told_what_to_write() -> None:
    """Rendering asks like reading does, and takes what names tell."""
    juge = Chair(person=Person(name="Ana"), function=Function(title="Juge"))
    with pytest.raises(RecordError, match="Ana"):
        render(report(chair=juge, body=Body(name="Commission")))
    of = Organization(name="Côte d’Ivoire")
    envoy = Chair(person=Person(name="Ana"), function=Function(title="Représentante", of=of))
    text = write(render(report(chair=envoy, body=Body(name="Commission"))), "text").decode()
    assert (
        "La Représentante de la Côte d’Ivoire, Ana, a été nommée Présidente de la Commission"
        in (text)
    )


def _reaches(kind: Any, seen: frozenset[Any] = frozenset()) -> bool:
    if get_args(kind):
        return any(_reaches(one, seen) for one in get_args(kind))
    if not attrs.has(kind) or kind in seen:
        return False
    goals = {Name, Organization, Person, Addressee, Body}
    hints = get_type_hints(kind).values()
    return kind in goals or any(_reaches(one, seen | {kind}) for one in hints)


@pytest.mark.parametrize("kind", _WAYS)
def test_no_way_to_a_name_is_forgotten(kind: type) -> None:
    """A new field of a record that leads to names is followed."""
    ways = {name for name, hint in get_type_hints(kind).items() if _reaches(hint)}
    assert ways - {"person"} == set(_WAYS[kind])
