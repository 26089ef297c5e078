"""Inputs that no drafter would write, made by dice: each a folder and the words of a command.

A folder with a little of everything is laid out, one thing in it is spoilt, and a command that
meets it is named. The same seed makes the same input.
"""

from __future__ import annotations

import io
import random
import string
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import PIL.Image
from programmes import HEADINGS, workbook

Arguments = Sequence[str]
Spoiler = Callable[[random.Random, Path], Arguments]

REPORT = """\
period: 2018
body: {name: Comité des essais, short_name: Comité, gender: masculine}
chair:
  person: {name: Éva Åberg, gender: feminine}
  function: {title: Représentante permanente, of: suede, accredited_to: onu}
organizations:
  suede: {name: Suède, gender: feminine}
  onu: {name: Organisation des Nations Unies, gender: feminine}
speakers:
  ek:
    person: {name: Bo Ek, gender: masculine}
    function: {title: Directeur, of: onu}
letter: {date: 2019-01-05}
contents: true
summary:
  - Le Comité a tenu une réunion en 2018.
conclusions:
  - text: Le Comité recommande de poursuivre (voir par. [[axes]]).
annexes:
  - title: Effectifs
    table:
      heads: [État, Effectifs]
      rows: [[Sénégal, '1 200'], [Maroc, '900']]
"""
MEETING = """\
date: 2018-10-22
theme: >-
  Le climat et la paix
concept_note: S/2018/900
speakers: [ek]
account:
  - by: chair
    paragraphs:
      - text: >-
          La Présidente a ouvert le débat^[Voir S/2018/901.] sur *le climat*.
        figure: {image: figure.png, caption: Effectifs, alternative: Une courbe}
  - by: ek
    paragraphs:
      - text: >-
          Il a proposé :
        items: [Un plan, Un calendrier]
        key: axes
"""
STYLE = """\
based_on: un-2025
fonts: [Liberation Serif]
page: {width_pt: 595.3, height_pt: 841.9}
body: {size_pt: 11, line_pt: 14, left_pt: 90, right_pt: 90}
heading_1: {size_pt: 15, italic: true}
"""
TERMS = """\
[[term]]
name = "pays fournisseurs de contingents"
instead_of = ["pays contributeurs"]
"""
TEMPLATE = """\
{% extends "default/fr/report.xml.j2" %}
{% block title %}<title>Rapport {{ report.body.full | de }}</title>{% endblock %}
"""
PLAN = """\
Date;Thème;Intervenant;Fonction;Organisation
12/05/2018;Eau;Mme Ana Luz;Directrice;Union africaine
à confirmer;Feu;;;
"""

VALUES = (
    *("", "~", "null", "true", "[]", "{}", "[[", "}}", "- -", "? x", "&a *a", "*b", "!!python/x"),
    *("1e308", "-1", "0", ".inf", ".nan", "-0.0", "1e-320", "9" * 5_000, "0x" + "f" * 400),
    *("2018-02-30", "0000-00-00", "99999-01-01", "{todo: x}", "{todo: }", "{todo: {todo: x}}"),
    *("\u202e", "\ufeff", "\x07", "\x00", "\ud7ff", "\uffff", "é" * 3_000, "a\u0301" * 500),
    *("[" * 300, "{a: " * 200, "'" * 99, '"\\u0000"', "| \n x", ">-\n", "<a>&lt;</a>", "{{ x }}"),
    *("../../etc/passwd", "/dev/zero", "figure.png/x", "CON", "a" * 5_000, "S/RES/1 (9999)"),
    *("^[^[^[x].].]", "[[axes]][[", "*" * 2_000, "[x](" * 300, "« " * 400, "mot " * 30_000),
)
NUMBERS = ("1e308", "-1e308", ".inf", "-.inf", ".nan", "-1", "0", "1e-9", "1e6", "72", "600", "x")
EXPRESSIONS = (
    *(
        "1 / 0",
        "9 ** 9 ** 9",
        "'x' * 10 ** 9",
        "range(10 ** 9) | list",
        "'%1000000000d' | format(1)",
    ),
    *("report | attr('__class__')", "''.__class__.__mro__", "lipsum", "cycler", "namespace(a=1)"),
    *(
        "report.body.full | de | de",
        "none | nombre",
        "[[[]]] | enumeration",
        "undefined.x",
        "x ~ x",
    ),
    *("1e999 | round", "'a' | center(10 ** 9)", "{} | dictsort", "'\\x00'", "(1, 2) | join('x')"),
    *("'x' | replace('', 'y' * 9999)", "[1] | batch(10 ** 9) | list", "'{:999999999}' | format(1)"),
)
STATEMENTS = (
    "{{% for a in range(99999) %}}{{% for b in range(99999) %}}{{% endfor %}}{{% endfor %}}",
    "{{% set x = {0} %}}{{{{ x }}}}",
    "{{{{ {0} }}}}",
    "{{% macro m(n) %}}{{{{ m(n) }}}}{{{{ m(n) }}}}{{% endmacro %}}{{{{ m({0}) }}}}",
    "{{% if {0} %}}<p>x</p>{{% endif %}}",
    "{{% block title %}}<title>{{{{ {0} }}}}</title>{{% endblock %}}",
    "{{% include {0} %}}",
    "{{% raw %}}{0}",
    "<p><p>{{{{ {0} }}}}</p>",
    "{{# {0}",
)
ELEMENTS = (
    '<rect width="{0}" height="{1}" fill="{2}" filter="url(#f)"/>',
    '<circle r="{0}" stroke="url(#p)" stroke-width="{1}"/>',
    '<use href="#g" x="{0}"/>',
    '<path d="M0 0 L{0} {1} A{0} {1} 0 0 1 9 9 z"/>',
    '<text font-size="{0}" fill="{2}">漢 Texte ﷽</text>',
    '<g id="g" transform="scale({0}) rotate({1})"><use href="#g"/></g>',
    '<image href="data:image/png;base64,AAAA" width="{0}"/>',
    '<style>rect {{ fill: url(#p); filter: url(#f) }} @import "http://a/b";</style>',
    '<filter id="f"><feGaussianBlur stdDeviation="{0}"/><feFlood/><feTile/></filter>',
    '<pattern id="p" width="{0}" height="{1}"><rect fill="url(#p)" width="9"/></pattern>',
    '<clipPath id="c"><rect clip-path="url(#c)" width="{0}" height="9"/></clipPath>',
    '<mask id="m"><rect mask="url(#m)" width="{0}" height="{1}"/></mask>',
)
COMMANDS = (
    ("check", "r"),
    ("status", "r"),
    ("build", "r", "--format", "docx", "--out", "o"),
    ("build", "r", "--format", "text", "--out", "o"),
    ("build", "r", "--format", "html", "--comments", "--out", "o"),
    ("build", "r", "--format", "pdf", "--out", "o"),
    ("build", "r", "--final", "--format", "pdf", "--out", "o"),
    ("check", "r", "--fix"),
    ("new", "r", "--year", "2019", "--out", "n"),
    ("add", "r", "--date", "2018-11-11", "--theme", "Eau"),
    ("schema", "r"),
)


def lay_out(folder: Path) -> None:
    """Write a report with a little of everything, its style, terms, templates and programmes."""
    (folder / "r/meetings").mkdir(parents=True)
    (folder / "t/fr").mkdir(parents=True)
    texts = {
        "r/report.yaml": REPORT,
        "r/meetings/2018-10-22.yaml": MEETING,
        "r/style.yaml": STYLE,
        "r/terms.toml": TERMS,
        "t/fr/report.xml.j2": TEMPLATE,
        "plan.csv": PLAN,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "r/figure.png").write_bytes(_picture("PNG"))
    (folder / "plan.xlsx").write_bytes(
        workbook([HEADINGS, (date(2018, 5, 12), None, "Eau", None, "F", None, "Ana", "Chef", "UA")])
    )


def spoil_records(dice: random.Random, folder: Path) -> Arguments:
    """Change lines of the records: their values, their order, their layout, their letters."""
    file = folder / dice.choice(("r/report.yaml", "r/meetings/2018-10-22.yaml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    for _ in range(dice.choice((1, 1, 2, 5))):
        at = dice.randrange(len(lines))
        key, colon, _value = lines[at].partition(":")
        match dice.randrange(6):
            case 0 | 1 | 2:
                lines[at] = f"{key}{colon} {dice.choice(VALUES)}"
            case 3:
                lines[at] = " " * dice.randrange(9) + lines[at].strip()
            case 4:
                lines[at : at + 1] = lines[at : at + 3] * dice.choice((0, 2, 50))
            case _:
                cut = dice.randrange(len(lines[at]) + 1)
                lines[at] = lines[at][:cut] + dice.choice(VALUES) + lines[at][cut:]
        lines = lines or ["x"]
    file.write_text("\n".join(lines), encoding="utf-8", errors="surrogatepass")
    return dice.choice(COMMANDS)


def spoil_style(dice: random.Random, folder: Path) -> Arguments:
    """Give lengths and other values of the look that no page can have."""
    file = folder / "r/style.yaml"
    fields = ["size_pt", "line_pt", "left_pt", "right_pt", "width_pt", "height_pt", "top_pt", "x"]
    groups = ["page", "body", "heading_1", "masthead", "first_foot", "table", "note", "running"]
    made = [
        f"{dice.choice(groups)}: {{{dice.choice(fields)}: {dice.choice(NUMBERS)}}}"
        for _ in range(dice.choice((1, 2, 4)))
    ]
    made += dice.sample(["fonts: []", "emblem: /dev/zero", "documents: x", "based_on: [y]"], 1)
    file.write_text("\n".join(dict.fromkeys(made[: dice.choice((1, 2, 5))])), encoding="utf-8")
    return dice.choice(COMMANDS[:7])


def spoil_terms(dice: random.Random, folder: Path) -> Arguments:
    """Write terms of another shape than terms have."""
    shapes = ("1", "'x'", "[]", "[[]]", "{}", "{a = 1}", "nan", "2018-01-01", "[1, 'x']", "''", "[")
    keys = ("term", "name", "instead_of", "acronym", "a.b", "''", "official", "x")
    lines = [
        dice.choice((f"[{dice.choice(keys)}]", f"[[{dice.choice(keys)}]]", ""))
        + f"\n{dice.choice(keys)} = {dice.choice(shapes)}"
        for _ in range(dice.choice((1, 2, 5)))
    ]
    (folder / "r/terms.toml").write_text("\n".join(lines), encoding="utf-8")
    return ("check", "r")


def spoil_template(dice: random.Random, folder: Path) -> Arguments:
    """Write a template that never ends, says too much, or says nothing that can be understood."""
    parts = [
        dice.choice(STATEMENTS).format(dice.choice(EXPRESSIONS)) for _ in range(dice.choice((1, 2)))
    ]
    text = "".join(parts) if dice.random() < 1 / 2 else TEMPLATE + "".join(parts)
    (folder / "t/fr/report.xml.j2").write_text(text, encoding="utf-8")
    return ("build", "r", "--templates", "t", "--format", "text", "--out", "o")


def spoil_programme(dice: random.Random, folder: Path) -> Arguments:
    """Change cells, bytes or parts of a programme, as text or as a workbook."""
    if dice.random() < 1 / 2:
        lines = [line.split(";") for line in PLAN.splitlines()]
        for _ in range(dice.choice((1, 3, 9))):
            row = dice.choice(lines)
            row[dice.randrange(len(row))] = dice.choice((*VALUES[:60], "12/05", "annulée", '"'))
        data = "\n".join(map(";".join, lines)).encode(
            dice.choice(("utf-8", "cp1252", "mac_roman", "utf-16")), "replace"
        )
        name = "plan.csv"
    else:
        data, name = _spoilt_package(dice, (folder / "plan.xlsx").read_bytes()), "plan.xlsx"
    (folder / name).write_bytes(data)
    return dice.choice((("add", "r", name), ("new", "r", "--year", "2019", "--programme", name)))


def _spoilt_package(dice: random.Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(parts))
    text = parts[name]
    at = dice.randrange(len(text))
    figures = dice.choice((b"999999999", b"-1", b"0", b'" r="XFD1048576', b"<", b"\x00", b"1e308"))
    parts[name] = text[:at] + figures + text[at + dice.randrange(12) :]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return stream.getvalue() if dice.random() < 3 / 4 else _noised(dice, stream.getvalue())


def spoil_drawing(dice: random.Random, folder: Path) -> Arguments:
    """Draw with elements that refer to themselves, in sizes that no drawing has."""
    sizes = ("0", "-1", "1e9", "1e-9", "100%", "60", "x", "1e38", "nan")
    inner = "".join(
        dice.choice(ELEMENTS).format(dice.choice(sizes), dice.choice(sizes), "#036")
        for _ in range(dice.choice((1, 3, 30)))
    )
    depth = dice.choice((0, 0, 200, 4_000))
    size = f'width="{dice.choice(sizes)}" height="{dice.choice(sizes)}" viewBox="0 0 9 9"'
    (folder / "r/figure.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {dice.choice((size, ""))}>'
        f"{'<g>' * depth}{inner}{'</g>' * depth}</svg>",
        encoding="utf-8",
    )
    return _with_figure(dice, folder, "figure.svg")


def spoil_photograph(dice: random.Random, folder: Path) -> Arguments:
    """Change bytes of a photograph, or save it in a mode or a shape that few have."""
    kind = dice.choice(("PNG", "JPEG"))
    modes = {"PNG": ("1", "L", "LA", "P", "I;16", "RGBA"), "JPEG": ("L", "CMYK", "RGB")}
    size = dice.choice(((40, 30), (1, 1), (1, 3_000), (3_000, 1)))
    data = _picture(kind, dice.choice(modes[kind]), size)
    name = f"figure.{'png' if kind == 'PNG' else 'jpg'}"
    (folder / "r" / name).write_bytes(data if dice.random() < 1 / 3 else _noised(dice, data))
    return _with_figure(dice, folder, name)


def spoil_options(dice: random.Random, folder: Path) -> Arguments:
    """Give words to a command that it does not expect."""
    values = ("", "-", "--", "x" * 4_000, "9" * 5_000, "\u202e", "/dev/null", "r", "plan.csv", "é")
    options = (
        *("--format", "--out", "--style", "--emblem", "--templates", "--select", "--ignore"),
        *("--pdf-profile", "--lang", "--year", "--programme", "--date", "--theme", "--speaker"),
        *("--explain", "--from", "--to", "--json", "--against", "--quiet", "--fix"),
    )
    command = dice.choice(("build", "check", "status", "new", "add", "verify", "schema", ""))
    words = [
        dice.choice((dice.choice(options), dice.choice(values))) for _ in range(dice.randrange(6))
    ]
    (folder / "noise.docx").write_bytes(_noised(dice, (folder / "plan.xlsx").read_bytes()))
    return [command, dice.choice(("r", "noise.docx", "plan.xlsx", "none")), *words]


SPOILERS: tuple[Spoiler, ...] = (
    spoil_records,
    spoil_style,
    spoil_terms,
    spoil_template,
    spoil_programme,
    spoil_drawing,
    spoil_photograph,
    spoil_options,
)


def _with_figure(dice: random.Random, folder: Path, name: str) -> Arguments:
    file = folder / "r/meetings/2018-10-22.yaml"
    file.write_text(MEETING.replace("figure.png", name), encoding="utf-8")
    return dice.choice((COMMANDS[2], COMMANDS[2], COMMANDS[5], COMMANDS[6]))


def _picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> bytes:
    stream = io.BytesIO()
    PIL.Image.new(mode, size).save(stream, kind)
    return stream.getvalue()


def _noised(dice: random.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(dice.choice((1, 3, 20))):
        at = dice.randrange(len(made))
        made[at : at + dice.randrange(4)] = dice.randbytes(dice.randrange(5))
        made = made or bytearray(string.printable.encode())
    return bytes(made)
