"""The README is executed: what it shows works as it is written."""

import re
from pathlib import Path

import pytest
from places import REPOSITORY
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import reportgen
from reportgen.templating import render_markup

README = REPOSITORY / "README.md"
REGISTRY = """
period: 2016
body: {name: Groupe de travail}
chair: {todo: le nom}
speakers:
  ladsous: {person: {name: Hervé Ladsous}, function: {title: Secrétaire général adjoint}}
  khare: {person: {name: Atul Khare}, function: {title: Secrétaire général adjoint}}
meetings:
"""


def block(language: str, place: int = 0) -> str:
    """Give a block of one language, the first unless its place is given."""
    pattern = rf"^```{language}\n(.*?)^```$"
    found: list[str] = re.findall(pattern, README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return found[place]


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
    """Added to the report of 2016, which registers all but one of their organizations."""
    report = (REPOSITORY / "inputs" / "2016" / "report.yaml").read_text("utf-8")
    report = report.replace("organizations:\n", "organizations:\n  portugal: {name: Portugal}\n")
    file = tmp_path / "rapport.yaml"
    file.write_text(f"{report}\n{block('yaml', 2)}", encoding="utf-8")
    text = reportgen.write(reportgen.render(reportgen.load(file)), "text").decode()
    assert "Lettre datée du 5\u00a0janvier 2017, adressée à la Présidente du Conseil" in text
    assert "(Signé) Ana María da Costa" in text
    assert "Sénégal | 1\u00a0200" in text


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
    blocks = re.findall(
        r"^```yaml\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    (chairs,) = (block for block in blocks if "other_chairs" in block)
    states = "organizations: {irlande: {name: Irlande}, suede: {name: Suède}, onu: {name: ONU}}\n"
    file = tmp_path / "rapport.yaml"
    file.write_text(f"period: 2018\nbody: {{name: Comité}}\n{states}{chairs}", encoding="utf-8")
    assert [chair.person.name for chair in reportgen.load(file).chairs] == [
        "Luc Martin",
        "Éva Åberg",
    ]
