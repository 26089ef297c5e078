"""What an editor would send back, as the command says it."""

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

import pytest
from places import INPUTS

from reportgen import checks
from reportgen.cli import main
from reportgen.messages import message
from reportgen.reading import Reading

REPORT = """\
period: 2016
body: {name: Comité de la paix, short_name: Comité}
chair:
  person: {name: Awa Diop, gender: feminine}
  function: {title: Représentante permanente}
conclusions:
  - Il a travaillé.
  - >-
"""
LONG = "    Il a travaillé avec soin.\n" * 60


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand beside a report with one paragraph too long, as an English reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    Path("r").mkdir()
    Path("r/report.yaml").write_text(f"{REPORT}{LONG}", encoding="utf-8")


def run(*arguments: str) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["check", *arguments])
    return int(ended.value.code or 0)


def test_a_finding_says_where_what_what_instead_and_why(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Warnings alone end with 0; in a pipe there are no colours."""
    assert run("r", "--select", "FORM") == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out == (
        "r/report.yaml:8:5: FORM003 warning: the paragraph has 300 words, more than 250\n"
        "    “Il a travaillé avec soin. Il a travaillé … avec soin. Il a travaillé avec soin.”\n"
        "  → Make two paragraphs of it, or a list.\n"
        "  (usage of the house)\n"
        "\n"
        "Errors: 0. Warnings: 1.\n"
    )


def test_an_error_ends_the_command_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    """As where the report is too long."""
    long = "    Il a travaillé avec soin.\n" * 2_000
    Path("r/report.yaml").write_text(f"{REPORT}{long}", encoding="utf-8")
    assert run("r", "--select", "FORM001", "--secretariat") == 1
    assert capsys.readouterr().out.startswith(
        "r/report.yaml:1:1: FORM001 error: the report has 10080 words, 1580 more than the 8500"
        " allowed\n  → Shorten it, or ask for a waiver.\n"
    )


def test_rules_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """By their codes, with commas or one by one."""
    assert run("r", "--select", "FORM001,FORM003", "--ignore", "form003") == 0
    assert capsys.readouterr().out == "Nothing to report.\n"


def test_scripts_get_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """With everything that people are told."""
    assert run("r", "--select", "FORM", "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["findings"][0].pop("words").startswith("Il a travaillé avec soin.")
    assert said == {
        "errors": 0,
        "warnings": 1,
        "findings": [
            {
                "code": "FORM003",
                "severity": "warning",
                "file": "r/report.yaml",
                "line": 8,
                "column": 5,
                "path": "conclusions.1",
                "span": None,
                "what": "the paragraph has 300 words, more than 250",
                "instead": "Make two paragraphs of it, or a list.",
                "fix": None,
                "source": "usage of the house",
                "accepted": None,
            }
        ],
        "accepted": [],
        "unable": [],
    }


def test_a_rule_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """In the reader's language, with its French examples."""
    assert run("--explain", "FORM003", "--lang", "fr") == 0
    assert capsys.readouterr().out == (
        "FORM003 (avertissement)\n"
        "Un paragraphe, que l’on cite par son numéro, n’a pas plus de 250 mots, et un alinéa"
        " non plus.\n"
        "  On écrit\u00a0:\n"
        "    Il a travaillé avec soin. (× 50)\n"
        "  On n’écrit pas\u00a0:\n"
        "    Il a travaillé avec soin. (× 51)\n"
        "  Source\u00a0: usage de la maison\n"
    )


def test_a_family_explains_itself_rule_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Apart from one another."""
    assert run("--explain", "FORM") == 0
    assert "\n\nFORM002 (warning)\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["r", "--select", "FOND"], "no rule has the code “FOND”\n  → Give a code"),
        (["--explain", "FOND"], "no rule has the code “FOND”\n  → Give a code"),
        (["r", "--select", ""], "no code of a rule is given\n  → Give a code"),
        (["r", "--select", "FORM", "--ignore", " , "], "no code of a rule is given\n  → Give"),
        (["--explain", ""], "no code of a rule is given\n  → Give a code"),
        (["nothing"], "there is no nothing\n"),
        ([], "there is no report.yaml in the folder in which you gave the command\n  → Go"),
    ],
)
def test_what_cannot_be_checked_ends_with_two(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do about it, on the stream of errors."""
    assert run(*arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert told in error


def test_the_report_of_2016_has_the_form_that_it_should(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No heading alone, no section empty, within the limit."""
    monkeypatch.chdir(INPUTS)
    assert run("2016", "--select", "FORM") == 0
    assert capsys.readouterr().out == "Nothing to report.\n"


def test_what_is_accepted_is_listed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """And no longer found."""
    accept = "accept: [{code: FORM003, reason: un seul raisonnement}]\n"
    Path("r/report.yaml").write_text(f"{accept}{REPORT}{LONG}", encoding="utf-8")
    assert run("r", "--select", "FORM,ACCEPT") == 0
    assert capsys.readouterr().out == (
        "Accepted:\n  r/report.yaml:9:5: FORM003, un seul raisonnement\n\nNothing to report.\n"
    )
    assert run("r", "--select", "FORM", "--format", "json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["findings"] == []
    assert [one["accepted"] for one in said["accepted"]] == ["un seul raisonnement"]


def test_an_acceptance_of_nothing_is_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    """At its place, which next year's report may have kept."""
    accept = "accept:\n  - {code: FORM001, reason: dérogation}\n"
    Path("r/report.yaml").write_text(f"{accept}{REPORT}    Fin.\n", encoding="utf-8")
    assert run("r", "--select", "FORM,ACCEPT") == 0
    assert capsys.readouterr().out == (
        "r/report.yaml:2:5: ACCEPT001 warning: nothing is found that this acceptance accepts\n"
        "    “FORM001”\n"
        "  → Delete it, or correct its code or its words.\n"
        "  (usage of the house)\n"
        "\n"
        "Errors: 0. Warnings: 1.\n"
    )


@pytest.fixture
def _doubling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one rule, which forbids « qui qui », and mends it."""

    @checks.rule("TEST001", source=message("usage of the house"))
    def doubled(subject: checks.Subject) -> Iterator[checks.Slip]:
        """No word is doubled."""
        for text in subject.texts:
            for found in re.finditer(r"\bqui\s+qui\b", text.own):
                yield text.slip(found, message("the text is empty"), fix="qui")

    monkeypatch.setattr(checks, "all_rules", lambda: (doubled,))


@pytest.mark.usefixtures("_doubling")
def test_what_is_safe_is_mended_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """To the last, though one remedy may hide another; a second time there is nothing to do."""
    file = Path("r/report.yaml")
    file.write_bytes(codecs.BOM_UTF8 + f"{REPORT}    Ce qui\r\n    qui qui dit.\n".encode())
    assert run("r", "--fix") == 0
    assert capsys.readouterr().out == (
        "--- r/report.yaml\n"
        "+++ r/report.yaml\n"
        "@@ -6,5 +6,4 @@\n"
        " conclusions:\n"
        "   - Il a travaillé.\n"
        "   - >-\n"
        "-    Ce qui\n"
        "-    qui qui dit.\n"
        "+    Ce qui dit.\n"
        "Mended: 2.\n"
        "\n"
        "Nothing to report.\n"
    )
    mended = codecs.BOM_UTF8 + f"{REPORT}    Ce qui dit.\n".encode()
    assert file.read_bytes() == mended
    assert run("r", "--fix") == 0
    assert capsys.readouterr() == ("Mended: 0.\n\nNothing to report.\n", "")
    assert file.read_bytes() == mended


@pytest.mark.usefixtures("_doubling")
def test_scripts_get_what_remains_and_the_changes_stand_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On the stream of errors."""
    Path("r/report.yaml").write_text(f"{REPORT}    Ce qui qui dit.\n", encoding="utf-8")
    assert run("r", "--fix", "--format", "json") == 0
    out, error = capsys.readouterr()
    assert json.loads(out)["findings"] == []
    assert "+    Ce qui dit.\nMended: 1.\n" in error


@pytest.mark.usefixtures("_doubling")
def test_a_file_that_someone_changes_meanwhile_is_left_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And so are all the others."""
    file = Path("r/report.yaml")
    file.write_text(f"{REPORT}    Ce qui qui dit.\n", encoding="utf-8")

    def changing(reading: Reading, findings: Sequence[checks.Finding]) -> checks.Fixed:
        file.write_text("à moi", encoding="utf-8")
        return mend(reading, findings)

    mend = checks.fixed
    monkeypatch.setattr(checks, "fixed", changing)
    assert run("r", "--fix") == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert "report.yaml: the file was changed by someone else meanwhile\n" in error
    assert file.read_text(encoding="utf-8") == "à moi"


def test_fixing_puts_signs_right_that_keep_a_report_from_being_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A list of dashes becomes a list, also in a file whose accents stand apart from letters."""
    file = Path("r/report.yaml")
    text = f"{REPORT[: REPORT.index('conclusions')]}conclusions:\n  – L’été viendra.\n"
    file.write_text(normalize("NFD", text), "utf-8")
    assert run("r", "--no-spelling") == 2
    assert run("r", "--no-spelling", "--fix") == 0
    assert "+  - L’été viendra." in capsys.readouterr().out
    assert file.read_text("utf-8").endswith("\n  - L’été viendra.\n")
