"""The examples of rules as reports, and what a rule finds in them."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve

from reportgen.checks import Example, Rule, Slip, Subject
from reportgen.document import LIMIT
from reportgen.finishing import finish
from reportgen.languages import language
from reportgen.markup import parse_markup
from reportgen.pipeline import render
from reportgen.reading import read_report
from reportgen.records import (
    Body,
    Chair,
    Conclusion,
    Function,
    Gender,
    Organization,
    Period,
    Person,
    Report,
)

REPORT = """\
period: 2016
body: {name: Comité de la paix, short_name: Comité}
chair:
  person: {name: Awa Diop, gender: feminine}
  function: {title: Représentante permanente, of: {name: Sénégal}}
"""
"""What a report is made of whose example gives some keys only."""

BARE = Report(
    body=Body(name="Comité de la paix", short_name="Comité"),
    period=Period.of_year(2016),
    chair=Chair(
        person=Person(name="Awa Diop", gender=Gender.FEMININE),
        function=Function(title="Représentante permanente", of=Organization(name="Sénégal")),
    ),
)


def subject_of(example: Example) -> Subject:
    """Make a report of an example: of a prose, its one conclusion."""
    text = " ".join([example.text] * example.times)
    match example.form:
        case "prose":
            report = evolve(BARE, conclusions=(Conclusion(text=text),))
        case "records":
            report = _read(text)
        case "page":
            page = parse_markup(f"<report>{text}</report>", "fr")
            return Subject(BARE, finish(page, language("fr"), "un-fr-2016"), LIMIT)
    return Subject(report, render(report), LIMIT)


def found(rule: Rule, example: Example) -> list[Slip]:
    """Apply a rule to an example."""
    return list(rule.examine(subject_of(example)))


def _read(keys: str) -> Report:
    given = set(re.findall(r"^\w+", keys, re.MULTILINE))
    blocks = re.findall(r"^\w+:.*\n(?:[ ].*\n)*", REPORT, re.MULTILINE)
    kept = "".join(block for block in blocks if block.partition(":")[0] not in given)
    with TemporaryDirectory() as folder:
        file = Path(folder, "report.yaml")
        file.write_text(kept + keys, encoding="utf-8")
        return read_report(file).report
