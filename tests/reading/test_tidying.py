"""Signs of typing and pasting that keep a file from being read, taken out at once."""

from pathlib import Path

import pytest

from reportgen.cli import main
from reportgen.reading import read_report
from reportgen.reading.tidying import tidied

UNTIDY = (
    "body: {name: Comité}\nperiod: 2018\nchair: {todo: x}\nconclusions:\n"
    "  – Un premier.\n  • Un\u2028deuxième – le bon.\nannexes:\n  - title: A\n"
    "\u00a0\u00a0\u00a0 paragraphs:\n      — Oui.\n"
)
TIDY = (
    "body: {name: Comité}\nperiod: 2018\nchair: {todo: x}\nconclusions:\n"
    "  - Un premier.\n  - Un deuxième – le bon.\nannexes:\n  - title: A\n"
    "    paragraphs:\n      - Oui.\n"
)


def test_separators_indents_and_dashes_become_plain() -> None:
    """Dashes within a text stay, and so do those that begin a line of one."""
    assert tidied(UNTIDY) == TIDY
    assert tidied(TIDY) == TIDY
    prose = "text: >-\n  Il a proposé :\n  – Un plan\n"
    assert tidied(prose) == prose


def test_fix_takes_them_out_of_the_files_and_shows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report can be read afterwards."""
    (tmp_path / "report.yaml").write_text(UNTIDY, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path), "--fix", "--no-spelling"])
    assert (tmp_path / "report.yaml").read_text(encoding="utf-8") == TIDY
    assert "+  - Un premier." in capsys.readouterr().out
    conclusions = read_report(tmp_path).report.conclusions
    assert [one.text for one in conclusions] == ["Un premier.", "Un deuxième – le bon."]
