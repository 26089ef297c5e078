"""The README is executed: what it shows works as it is written."""

import re
import shlex
import shutil
from pathlib import Path

import openpyxl
import PIL.Image
import pytest
from places import REPOSITORY
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import reportgen
from reportgen.cli import main
from reportgen.templating import render_markup

README = REPOSITORY / "README.md"
REGISTRY = """
period: 2016
body: {name: Groupe de travail}
chair: {todo: le nom}
speakers:
  ladsous:
    person: {name: Hervé Ladsous, gender: masculine}
    function: {title: Secrétaire général adjoint}
  khare:
    person: {name: Atul Khare, gender: masculine}
    function: {title: Secrétaire général adjoint}
meetings:
"""


def block(language: str, place: int = 0) -> str:
    """Give a block of one language, the first unless its place is given."""
    pattern = rf"^```{language}\n(.*?)^```$"
    found: list[str] = re.findall(pattern, README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return found[place]


def block_about(words: str) -> str:
    """Give the one block of YAML that holds some words."""
    pattern = r"^```yaml\n(.*?)^```$"
    blocks = re.findall(pattern, README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (found,) = (block for block in blocks if words in block)
    return str(found)


def commands() -> list[list[str]]:
    """Give the commands of the console blocks that run this program, in order, without remarks."""
    blocks = re.findall(
        r"^```console\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    lines = re.findall(r"^\$ (reportgen .*)$", "".join(blocks), re.MULTILINE)
    return [shlex.split(line, comments=True)[1:] for line in lines]


def fill_in(workbook: Path, *row: str) -> None:
    """Write one meeting into an empty programme of work."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.active
    assert sheet is not None
    heads = next(number for number, cells in enumerate(sheet.values, 1) if "Date" in cells)
    sheet.delete_rows(heads + 1, sheet.max_row)
    for column, text in enumerate(row, 1):
        sheet.cell(heads + 1, column, text)
    book.save(workbook)


def test_the_commands_work_as_they_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the root of the project, one after the other, the workbooks filled in between."""
    shutil.copytree(REPOSITORY / "inputs", tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    ended: dict[str, int] = {}
    for command in commands():
        with pytest.raises(SystemExit) as end:
            main(command)
        ended[" ".join(command)] = int(end.value.code or 0)
        if command[:2] == ["new", "--programme-template"]:
            shutil.copy("plan.xlsx", "suite.xlsx")
            fill_in(Path("plan.xlsx"), "12/05/2017", "thématique", "L’eau et la paix")
            fill_in(Path("suite.xlsx"), "16/06/2017", "thématique", "Le droit et la paix")
        if command[:2] == ["new", "inputs/2016"]:
            assert Path("inputs/2017/meetings/2017-05-12.yaml").is_file(), capsys.readouterr()
    assert len(ended) >= 10
    refused = {command: code for command, code in ended.items() if code > 1}
    assert refused == {}, capsys.readouterr().err
    assert {command.split()[0] for command, code in ended.items() if code} == {"check", "status"}
    assert Path("outputs/2017/rapport-2017.pdf").is_file()


def test_the_python_examples_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order in which they stand, in the folder of the project."""
    monkeypatch.chdir(REPOSITORY)
    sybil = Sybil(parsers=[PythonCodeBlockParser()])
    examples = list(sybil.parse(README).examples())
    assert len(examples) >= 3
    for example in examples:
        example.evaluate()


def test_the_meeting_of_the_readme_can_be_read(tmp_path: Path) -> None:
    """Its speakers, its items and its key included."""
    meeting = "\n".join(f"    {line}" for line in block("yaml").splitlines())
    file = tmp_path / "rapport.yaml"
    file.write_text(REGISTRY + "  -\n" + meeting, encoding="utf-8")
    (read,) = reportgen.load(file).meetings
    assert [speaker.key for speaker in read.speakers] == ["ladsous", "khare"]
    assert read.account[1].paragraphs[0].key == "axes"


def test_the_letter_and_the_annex_of_the_readme_can_be_read(tmp_path: Path) -> None:
    """Added to the report of 2016, which does not register Portugal."""
    report = (REPOSITORY / "inputs" / "2016" / "report.yaml").read_text("utf-8")
    file = tmp_path / "rapport.yaml"
    file.write_text(f"{report}\n{block('yaml', 2)}", encoding="utf-8")
    text = reportgen.write(reportgen.render(reportgen.load(file)), "text").decode()
    assert "Lettre datée du 5\u00a0janvier 2017, adressée à la Présidente du Conseil" in text
    assert "(Signé) Ana María da Costa" in text
    assert "Sénégal | 1\u00a0200" in text


def test_the_summary_the_contents_and_the_figure_of_the_readme_can_be_read(tmp_path: Path) -> None:
    """Added to a small report, whose participants say what the figure shows."""
    around = block_about("summary:"), block_about("image:")
    account = "\n".join(f"          {line}" for line in around[1].splitlines())
    (tmp_path / "report.yaml").write_text(
        "period: 2016\nbody: {name: Groupe de travail}\nchair: {todo: le nom}\n"
        f"{around[0]}meetings:\n  - date: 2016-03-01\n    theme: L’eau\n    account:\n"
        f"      - by: participants\n        paragraphs:\n{account}\n",
        encoding="utf-8",
    )
    PIL.Image.new("RGB", (90, 45), "navy").save(tmp_path / "effectifs.png")
    text = reportgen.write(reportgen.render(reportgen.load(tmp_path)), "text").decode()
    assert text.index("Résumé") < text.index("Table des matières") < text.index("Introduction\n")
    assert "Les effectifs ont doublé (voir figure\u00a0I)." in text
    assert "Figure I Effectifs déployés de 2010 à 2016" in text


def test_the_template_of_the_readme_can_be_filled(tmp_path: Path) -> None:
    """It changes the title and nothing else."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "report.xml.j2").write_text(block("jinja"), encoding="utf-8")
    report = reportgen.load(REPOSITORY / "inputs" / "2016")
    text = render_markup(report, tmp_path).text
    assert "<title>Rapport annuel du Groupe de travail plénier" in text
    assert "Conclusion et recommandations" in text


def test_the_chairs_of_the_readme_can_be_read(tmp_path: Path) -> None:
    """One after the other, each on days of one year."""
    chairs = block_about("other_chairs")
    file = tmp_path / "rapport.yaml"
    file.write_text(f"period: 2018\nbody: {{name: Comité}}\n{chairs}", encoding="utf-8")
    assert [chair.person.name for chair in reportgen.load(file).chairs] == [
        "Luc Martin",
        "Éva Åberg",
    ]
