"""A drafter's year, from last year's records to the final report, by the command alone."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from places import INPUTS
from wordreading import find, parts, text

from reportgen.cli import main
from reportgen.reading import read_report
from reportgen.records import holes

Run = Callable[..., int]

HEADINGS = ("Date", "Type", "Thème", "Note conceptuelle", "Intervenant", "Fonction", "Organisation")
PROGRAMME: tuple[tuple[object, ...], ...] = (
    (date(2017, 1, 20), "organisation", None, None, None, None, None),
    (date(2017, 3, 1), "thématique", "Protection des civils", None,
     "M. Hervé Ladsous", "Secrétaire général adjoint aux opérations de maintien de la paix", None),
    (None, None, None, None, "Mme Ana Silva", "Représentante permanente", "l’Angola"),
    ("28 avril 2017", None, "Sécurité du personnel", "S/2017/300",
     "M. Omar Hilale", "Représentant permanent", "Maroc"),
    ("2017-06-15", "thématique", "Déploiement rapide", None,
     "Mme Eva Dahl", "Directrice", "Division de la police"),
    (date(2017, 9, 5), "conjointe", "Appui à l’Union africaine", None, None, None, None),
    (date(2017, 11, 30), "thématique", "Bilan de l’année", None, None, None, None),
)  # fmt: skip
"""Six meetings, one of them with two speakers on two rows."""

FILLED = {
    "chair": "{person: {name: Ana Silva, gender: feminine},"
    " function: {title: Représentante permanente, of: angola, accredited_to: onu},"
    " source: S/2018/2}",
    "symbol": "S/2017/1100",
    "date": "2017-12-20",
    "original_language": "fr",
    "job_number": "17-23456",
    "concept_note": "S/2017/{number}",
}
TODO = re.compile(r"""\{todo: (?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^}]*)\}""")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Stand beside last year's records, in French."""
    shutil.copytree(INPUTS / "2016", tmp_path / "inputs" / "2016")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "fr")

    def command(*arguments: str) -> int:
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--lang", "fr"])
        return int(ended.value.code or 0)

    return command


@pytest.fixture
def programme(tmp_path: Path) -> str:
    """Keep a programme of six meetings as a secretariat would."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Programme de travail 2017"])
    sheet.append(HEADINGS)
    for row in PROGRAMME:
        sheet.append(row)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    return path.name


def fill(folder: Path) -> None:
    """Write something true enough into every hole, and mend what last year's words had wrong."""
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    mended = text.replace("l’Organisations des Nations Unies", "l’Organisation des Nations Unies")
    mended = re.sub(r" +wording:\n +annex: >-\n +Ambassadeur et \{function\}\n", "", mended)
    report.write_text(mended, encoding="utf-8")
    reading = read_report(folder)
    spots = {}
    for number, hole in enumerate(holes(reading.report)):
        place = reading.place(hole.path)
        assert place is not None
        name = str(hole.path[-1])
        value = FILLED.get(name, "La question a été examinée.").replace("{number}", str(number))
        spots[place.file, place.line, place.column] = value
    for (file, line, column), value in sorted(spots.items(), reverse=True, key=str):
        assert line
        assert column
        lines = Path(file).read_text(encoding="utf-8").splitlines(keepends=True)
        before, after = lines[line - 1][: column - 1], "".join(lines[line - 1 :])[column - 1 :]
        filled, count = TODO.subn(lambda _, value=value: value, after, count=1)
        assert count == 1
        assert TODO.match(after)
        Path(file).write_text("".join([*lines[: line - 1], before, filled]), encoding="utf-8")


def controls(word: bytes) -> set[str]:
    """Read the records that the content controls of a Word file stand for."""
    found: set[str] = set()
    for name, part in parts(word).items():
        if name.startswith(("word/document", "word/header", "word/footer")):
            found |= {str(tag) for tag in find(part, "//w:sdt/w:sdtPr/w:tag/@w:val")}
    return found


def test_last_year_and_a_programme_give_next_years_report(
    run: Run, programme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The skeleton builds at once; its holes are those of the Word file; filled, it is final."""
    folder = Path("inputs/2017")
    assert run("new", "inputs/2016", "--year", "2017", "--programme", programme) == 0
    assert sorted(path.name for path in folder.glob("meetings/*")) == [
        "2017-01-20.yaml",
        "2017-03-01.yaml",
        "2017-04-28.yaml",
        "2017-06-15.yaml",
        "2017-09-05.yaml",
        "2017-11-30.yaml",
    ]

    formats = ("--format", "docx", "--format", "text", "--out", "outputs/2017")
    assert run("build", str(folder), *formats) == 0
    words = Path("outputs/2017/rapport-2017.txt").read_text(encoding="utf-8")
    for past in ("2016", "Seck", "Sénégal"):
        assert past not in words
    assert "Il a tenu une réunion d’organisation, quatre réunions thématiques et une" in words

    capsys.readouterr()
    assert run("status", str(folder)) == 1
    told = capsys.readouterr().out
    report = read_report(folder).report
    open_ = {".".join(map(str, hole.path)): hole.todo.expected for hole in holes(report)}
    word = Path("outputs/2017/rapport-2017.docx").read_bytes()
    assert controls(word) == set(open_)
    for expected in open_.values():
        assert expected in told

    assert run("build", str(folder), "--final", *formats) == 2
    fill(folder)
    assert run("status", str(folder)) == 0
    assert run("build", str(folder), "--final", *formats) == 0
    final = Path("outputs/2017/rapport-2017.docx").read_bytes()
    assert controls(final) == set()
    assert "à compléter" not in text(parts(final)["word/document.xml"])


def test_a_year_rolled_twice_is_the_year_rolled_once(run: Run) -> None:
    """2016 → 2017 → 2018 says what 2016 → 2018 says."""
    assert run("new", "inputs/2016", "--year", "2017") == 0
    assert run("new", "inputs/2017", "--year", "2018") == 0
    assert run("new", "inputs/2016", "--year", "2018", "--out", "inputs/direct") == 0
    said = []
    for folder in ("inputs/2018", "inputs/direct"):
        assert run("build", folder, "--format", "text", "--out", "outputs") == 0
        said.append(Path("outputs/rapport-2018.txt").read_text(encoding="utf-8"))
    assert said[0] == said[1]
    for past in ("2016", "2017", "Seck", "Sénégal"):
        assert past not in said[0]
