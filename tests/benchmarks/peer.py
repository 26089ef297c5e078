"""The peer of the whole way: docxtpl, with a template that says the same report.

The template is a Word file in our own look with Jinja in its paragraphs, prepared beforehand; it is
filled from the same records with the same French filters and spaces, and its words must be ours.
As a script it does what a user of docxtpl and LibreOffice does: read records, fill, convert.
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from ruamel.yaml import YAML

from reportgen.languages.fr import FILTERS, spaces

CONVERT = ("soffice", "--headless", "--convert-to", "pdf")

FUNCTION = (
    "{% macro function(s, bearer) %}{{ s.title | accord(bearer) }}"
    "{% if s.of %} {{ o[s.of] | de }}{% endif %}{% if s.remit %} {{ s.remit }}{% endif %}"
    "{% if s.accredited_to %} auprès {{ o[s.accredited_to] | de }}{% endif %}{% endmacro %}"
)
BODY = "{{ r.body.short_name }}"
TITLE = (
    FUNCTION + "Rapport sur les activités menées par le {{ r.body.name }} au cours de la période"
    " allant du 1er janvier au 31 décembre {{ r.period }}"
)
FOUNDING = (
    "Le {{ r.body.name }} a été établi à la suite de la déclaration qu’a faite le Président du"
    " Conseil de sécurité le {{ r.body.founding.date | jour_de }} ({{ r.body.founding.symbol }})."
)
CHAIR = (
    FUNCTION
    + "{% set c = r.chair %}{{ function(c.function, c.person) | le(c.person) | majuscule }},"
    " {{ c.person.name }}, a été {{ 'nommé' | accord(c.person) }}"
    " {{ 'Président' | accord(c.person) }} du {{ r.body.short_name }} pour la période allant du"
    " 1er janvier au 31 décembre {{ r.period }} (voir {{ c.source }})."
)
SCOPE = (
    "Le présent rapport rend compte du déroulement et de la teneur des réunions tenues par le "
    + BODY + " en {{ r.period }}. {{ r.introduction.mandate | e_ }}"
)  # fmt: skip
HELD = (
    "{{ r.introduction.work | e_ }} Il a tenu une réunion d’organisation et"
    " {{ meetings | length | nombre('feminine') }} réunions thématiques avec"
    " {{ r.introduction.partners | e_ }} et a entendu des exposés présentés par"
    " {{ r.introduction.briefers | e_ }} (voir annexe)."
)
OPENING = (
    "{% if m.wording and m.wording.opening %}"
    "{{ m.wording.opening.replace('{date}', m.date | jour) | e_ }}"
    "{% else %}Le {{ m.date | jour }}, le " + BODY
    + " s’est réuni pour débattre {{ m.subject | de | e_ }}.{% endif %} "
    "{% if m.wording and m.wording.concept_note %}"
    "{{ m.wording.concept_note.replace('{concept_note}', m.concept_note) | e_ }}"
    "{% else %}Avant la réunion, le Président avait fait circuler une note conceptuelle"
    " ({{ m.concept_note }}).{% endif %}"
)  # fmt: skip
SPEAKERS = (
    FUNCTION + "{% set ns = namespace(p=[], w='') %}{% for k in m.speakers %}{% set s = v[k] %}"
    "{% set ns.p = ns.p + [(function(s.function, s.person) | le(s.person),"
    " s.person.name if s.named else none)] %}{% endfor %}"
    "{% if m.wording and m.wording.speakers %}{% set ns.w = m.wording.speakers"
    ".replace('{speakers}', ns.p | appositions).replace('{of_speakers}', ns.p | appositions('de'))"
    ".replace('{speaker_1}', ns.p[0][0]).replace('{speaker_2}', ns.p[-1][0]) %}"
    "{{ ns.w.replace(',.', '.') | majuscule | e_ }}{% else %}"
    "{{ ns.p | appositions | majuscule | e_ }} étaient les principaux intervenants.{% endif %}"
)
CELL = (
    FUNCTION
    + "{% for k in m.speakers %}{% set s = v[k] %}{{ s.person.rank ~ ' ' if s.person.rank }}"
    "{{ s.person.name }}, {% if s.wording %}"
    "{{ s.wording.annex.replace('{function}', function(s.function, s.person)) }}"
    "{% else %}{{ function(s.function, s.person) | majuscule }}{% endif %}"
    "{{ '\n' if not loop.last }}{% endfor %}"
)
PROSE = "{{ (p if p is string else p.text) | e_ }}"
ITEM = "{{ i | ponctuation(loop.last) | e_ }}"


def read(source: Path) -> dict[str, Any]:
    """Read the records of a folder as plain values, with the YAML library that we read with."""
    yaml = YAML(typ="safe", pure=True)
    report = yaml.load(source / "report.yaml")
    meetings = [yaml.load(file) for file in sorted((source / "meetings").glob("*.yaml"))]
    thematic = [meeting for meeting in meetings if meeting["kind"] == "thematic"]
    named = {key: _Noun(value) for key, value in report["organizations"].items()}
    return {"r": report, "meetings": thematic, "o": named, "v": report["speakers"]}


class _Noun:
    """A name with its grammar, as the filters want it."""

    def __init__(self, record: dict[str, str]) -> None:
        self.name = record["name"]
        self.gender = record.get("gender", "masculine")
        self.number = "singular"
        self.article = True


def environment() -> Environment:
    """Make the Jinja environment of the template: our filters, and the spaces of the period."""
    made = Environment(autoescape=True)  # the default undefined: missing keys are false
    made.filters |= dict(FILTERS)
    made.filters["e_"] = lambda text: spaces(str(text), "un-fr-2016")
    made.filters["jour_de"] = FILTERS["date"]
    for name in ("accord", "le"):
        made.filters[name] = _with_gender(FILTERS[name])
    return made


def _with_gender(do: Any) -> Any:
    return lambda text, bearer: do(str(text), bearer["gender"])


def filled(template: Path, context: dict[str, Any], jinja: Environment) -> bytes:
    """Fill the template."""
    filling = DocxTemplate(template)
    filling.render(context, jinja, autoescape=True)
    written = BytesIO()
    filling.save(written)
    return written.getvalue()


def main(source: Path, template: Path) -> None:
    """Read, fill, save and convert, beside the template."""
    word = template.with_name("peer.docx")
    word.write_bytes(filled(template, read(source), environment()))
    profile = f"-env:UserInstallation=file://{template.parent}/profile"
    command = [CONVERT[0], profile, *CONVERT[1:], "--outdir", str(template.parent), str(word)]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
