"""The command, as its user meets it."""

import subprocess
import sys
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest

from reportgen.cli import main
from reportgen.pictures import read_picture
from reportgen.pipeline import produce

RECORDS = """\
period: 2018
body: {name: Comité d’étude, gender: masculine}
chair: {todo: le nom de la présidence}
meetings:
  - date: 2018-03-01
    theme: >-
      L’eau : une source de paix
    account:
      - by: participants
        paragraphs:
          - Les participants ont débattu.
"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the records of a small report, as an English reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    path = tmp_path / "petit.yaml"
    path.write_text(RECORDS, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> int:
    """Run the command and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def test_a_report_is_built_and_accounted_for(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was written, how many pages, which holes remain and where to fill them."""
    assert run("build", source) == 0
    told = capsys.readouterr()
    assert told.out.replace(str(tmp_path) + "/", "") == (
        "outputs/petit/rapport-2018.docx (about 2 pages)\n"
        "outputs/petit/rapport-2018.pdf (2 pages)\n"
        "\n"
        "The report is a draft: one thing remains to be filled in.\n"
        "  petit.yaml:3:8: le nom de la présidence\n"
    )
    assert "filling the templates" in told.err
    assert (tmp_path / "outputs/petit/rapport-2018.docx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "outputs/petit/rapport-2018.pdf").read_bytes()[:5] == b"%PDF-"


def test_one_page_is_not_said_in_the_plural(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor is a page that is estimated."""
    source.write_text("period: 2018\nbody: {name: Comité}\nchair: {todo: le nom}\n", "utf-8")
    assert run("build", source, "--lang", "fr") == 0
    first, second = capsys.readouterr().out.splitlines()[:2]
    assert first == "outputs/petit/rapport-2018.docx (environ 1 page)"
    assert second == "outputs/petit/rapport-2018.pdf (1 page)"


def test_every_format_can_be_asked_for(source: Path, tmp_path: Path) -> None:
    """Each kind of file has its suffix."""
    options = [f"--format={name}" for name in ("text", "html", "markup", "docx", "pdf")]
    assert run("build", source, "--out", "ici", "--quiet", *options) == 0
    assert sorted(path.name for path in (tmp_path / "ici").glob("rapport*")) == [
        "rapport-2018.docx",
        "rapport-2018.html",
        "rapport-2018.pdf",
        "rapport-2018.txt",
        "rapport-2018.xml",
    ]


def test_a_quiet_run_says_nothing(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Scripts may want silence."""
    assert run("build", source, "--quiet", "--format", "text") == 0
    assert capsys.readouterr() == ("", "")


def test_building_again_is_possible_and_an_edited_file_is_not_written_over(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The colleague's corrections stay; with --overwrite they do not."""
    build = ("build", source, "--format", "text", "--quiet")
    assert run(*build) == 0
    assert run(*build) == 0
    written = tmp_path / "outputs/petit/rapport-2018.txt"
    written.write_text("corrigé", encoding="utf-8")
    assert run(*build) == 2
    assert capsys.readouterr().err == (
        "outputs/petit/rapport-2018.txt: the file was changed since it was written\n"
        "  → Move or rename it, give another folder with --out, or add --overwrite.\n"
        "One thing to mend; nothing was written.\n"
    )
    assert written.read_text(encoding="utf-8") == "corrigé"
    assert run(*build, "--overwrite") == 0
    assert written.read_text(encoding="utf-8").startswith("Nations Unies")


@pytest.mark.parametrize("overwrite", [[], ["--overwrite"]])
def test_what_cannot_be_written_is_told_before_anything_is_made(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], overwrite: list[str]
) -> None:
    """Nobody waits for pages that come to nothing."""
    (tmp_path / "ici").write_text("un fichier", encoding="utf-8")
    assert run("build", source, "--out", "ici/2018", *overwrite) == 2
    assert capsys.readouterr().err == (
        f"reading {source}\n"
        "ici: a file stands where the folder must go\n"
        "  → Move or rename it, or give another folder with --out.\n"
        "One thing to mend; nothing was written.\n"
    )


def test_someones_work_is_found_before_anything_is_made_and_again_at_the_end(
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A colleague may also save corrections while the pages are made."""
    written = tmp_path / "ici/rapport-2018.txt"
    build = ("build", source, "--format", "text", "--out", tmp_path / "ici")
    assert run(*build) == 0
    capsys.readouterr()

    def produce_slowly(*arguments: object, **options: object) -> object:
        written.write_text("corrigé", encoding="utf-8")
        return produce(*arguments, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("reportgen.cli.build.produce", produce_slowly)
        assert run(*build) == 2
    told = capsys.readouterr().err
    assert "writing text" in told
    assert "the file was changed since it was written" in told
    assert run(*build) == 2
    told = capsys.readouterr().err
    assert "filling the templates" not in told
    assert "the file was changed since it was written" in told
    assert written.read_text(encoding="utf-8") == "corrigé"


def test_faults_are_told_in_the_language_asked_for(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """French for --lang fr, whatever the environment says."""
    source.write_text(RECORDS.replace("2018-03-01", "2019-03-01"), encoding="utf-8")
    assert run("build", source, "--lang", "fr") == 2
    told = capsys.readouterr().err
    assert "la réunion du 2019-03-01" in told
    assert "rien n’a été écrit" in told
    assert not Path("outputs").exists()


def test_a_fault_of_a_wording_has_the_place_of_its_file(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is found late is still told with file and line."""
    source.write_text(RECORDS + "wording: {title: 'Rapport {anné}'}\n", encoding="utf-8")
    assert run("build", source) == 2
    assert f"{source}:12:18: the wording has the field “{{anné}}”" in capsys.readouterr().err


def test_an_output_folder_that_is_a_file_is_told(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else is touched."""
    assert run("build", source, "--out", source, "--format", "text") == 2
    assert "a file stands where the folder must go" in capsys.readouterr().err
    assert source.read_text(encoding="utf-8") == RECORDS


def test_an_unknown_option_is_a_usage_error(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the exit code of everything that can be mended."""
    assert run("build", source, "--formats", "pdf") == 2
    assert "--format" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("verify",), "Il manque l’argument «\u00a0"),
        (("truc",), "La commande «\u00a0truc\u00a0» n’existe pas."),
        (("status", "--foo"), "L’option «\u00a0--foo\u00a0» n’existe pas."),
        (("build", "petit.yaml", "--lang", "de"), "«\u00a0de\u00a0» n’est pas l’un de «\u00a0"),
    ],
)
def test_the_errors_of_the_library_are_quoted_as_french_is(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    """No sign of a program’s own stands beside them."""
    monkeypatch.setenv("LANGUAGE", "fr")
    assert run(*arguments) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert told in error
    assert "'" not in error


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("build", "petit.yaml", "--out", ""), "“--out”"),
        (("build", "petit.yaml", "--out", " "), "“--out”"),
        (("build", "petit.yaml", "--templates", ""), "“--templates”"),
        (("build", "petit.yaml", "--style", ""), "“--style”"),
        (("build", "petit.yaml", "--emblem", ""), "“--emblem”"),
        (("build", ""), "“[SOURCE]”"),
        (("new", "petit.yaml", "--year", "2019", "--out", ""), "“--out”"),
        (("schema", "--out", ""), "“--out”"),
        (("verify", "rapport.docx", "--against", ""), "“--against”"),
    ],
)
def test_an_empty_name_is_a_usage_error(
    source: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], named: str
) -> None:
    """It comes of a variable that is not set, and is not the current folder."""
    assert run(*arguments) == 2
    assert capsys.readouterr().err.endswith(
        f"\n\nError: Invalid value for {named}: the name is empty.\n"
    )
    assert list(source.parent.iterdir()) == [source]


def test_an_original_in_a_language_that_does_not_exist_is_told_where_it_stands(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its code would be printed in place of its name."""
    masthead = "masthead: {original_language: zz}\n"
    source.write_text(f"{RECORDS}{masthead}", encoding="utf-8")
    assert run("build", "petit.yaml") == 2
    assert "petit.yaml:12:31: “zz” is not the code of a language\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Rédige le rapport annuel"), ("en", "Draft the annual report")]
)
def test_help_speaks_both_languages(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The environment decides."""
    monkeypatch.setenv("LANGUAGE", language)
    assert run("--help") == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_each_command_does_is_said_whole(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the list of commands, on one line each."""
    assert run("--help", "--lang", language) == 0
    assert "..." not in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Word, PDF and template libraries wait until they are needed."""
    program = (
        "import sys\n"
        "from reportgen.cli import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        "    heavy = {'docx', 'lxml', 'jinja2', 'babel', 'weasyprint', 'cattrs', 'ruamel'}\n"
        "    heavy |= {'pydyf', 'PIL', 'resvg_py', 'enchant', 'openpyxl', 'segno', 'barcode'}\n"
        "    print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_the_command_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked for, nothing breaks."""
    assert run() in {0, 2}
    said = capsys.readouterr()
    assert "build" in said.out + said.err


def test_the_language_of_one_call_does_not_stay(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Scripts may call the command twice."""
    monkeypatch.setenv("LANGUAGE", "en")
    assert run("build", source, "--lang", "fr", "--format", "text", "--quiet") == 0
    assert run("build", "absent") == 2
    assert "there is no absent" in capsys.readouterr().err


def test_a_report_without_meetings_says_so(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that was forgotten is noticed."""
    source.write_text(RECORDS.split("meetings:", maxsplit=1)[0], encoding="utf-8")
    assert run("build", source, "--format", "text") == 0
    assert "No meeting is recorded." in capsys.readouterr().out


def test_importing_the_library_loads_nothing_heavy() -> None:
    """A script that only makes records is quick."""
    program = "import sys, reportgen, reportgen.records; print('lxml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_the_module_runs_as_the_command_does() -> None:
    """`python -m reportgen` is the same program."""
    done = subprocess.run(
        [sys.executable, "-m", "reportgen", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "reportgen 0.1.0\n"


FILLED = RECORDS.replace(
    "chair: {todo: le nom de la présidence}",
    "chair: {person: {name: Awa Ba, gender: masculine}, function: {title: Ministre}}",
)
PREVIOUS = """\
conclusions: ["En 2017, puis en 2017."]
previous: {period: 2017}
"""


def test_a_gender_that_a_name_belies_is_told_until_the_records_insist(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page says what is recorded, and the account says where it looks wrong."""
    belied = FILLED.replace(
        "title: Ministre", "title: Ministre, of: {name: France, gender: GENDER}"
    )
    source.write_text(belied.replace("GENDER", "masculine"), encoding="utf-8")
    assert run("build", source, "--format", "text", "--out", "o") == 0
    assert (
        "  warning: petit.yaml:3:107: “gender” of “France” is recorded as masculine, and it is"
        " feminine\n"
    ) in capsys.readouterr().out.replace(f"{source}", "petit.yaml")
    insisting = "accept: [{code: NAME001, reason: un navire, words: France}]\n"
    source.write_text(belied.replace("GENDER", "masculine") + insisting, encoding="utf-8")
    assert run("build", source, "--format", "text", "--out", "p") == 0
    assert run("check", source, "--select", "NAME001") == 0
    assert "warning" not in capsys.readouterr().out


def test_what_is_final_has_no_holes(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is told with its place, also one that no page shows, and nothing is written."""
    hidden = "  - {date: {todo: le jour}, kind: organizational, in_annex: false}\n"
    source.write_text(RECORDS + hidden, encoding="utf-8")
    assert run("build", source, "--final", "--quiet") == 2
    told = capsys.readouterr()
    advice = "  → Write it in place of the todo, or leave out --final to write a draft.\n"
    assert told.out == ""
    assert told.err.replace(f"{source}", "petit.yaml") == (
        f"petit.yaml:3:8: to be filled in: le nom de la présidence\n{advice}"
        f"petit.yaml:12:12: to be filled in: le jour\n{advice}"
        "2 things to mend; nothing was written.\n"
    )
    assert not Path("outputs").exists()


def test_what_has_no_holes_is_final(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left over from the year before is told, and refuses nothing."""
    source.write_text(FILLED + PREVIOUS, encoding="utf-8")
    assert run("build", source, "--final", "--format", "text") == 0
    assert capsys.readouterr().out.replace(f"{source}", "petit.yaml") == (
        "outputs/petit/rapport-2018.txt\n"
        "\n"
        "2 passages still speak of 2017:\n"
        "  petit.yaml:12:19: “2017”, the year of the report before\n"
        "  petit.yaml:12:33: “2017”, the year of the report before\n"
    )


def test_what_is_final_has_no_errors_that_nobody_accepts(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are listed as the check lists them, with the signs that no font has, in one go."""
    wrong = FILLED.replace("Les participants ont débattu.", "Les participants ont dit \U00100000")
    source.write_text(wrong, encoding="utf-8")
    assert run("build", source, "--final", "--format", "pdf", "--quiet") == 2
    assert capsys.readouterr().err.replace(f"{source}", "petit.yaml") == (
        "petit.yaml:11:38: TYPO019 error: the full stop is missing\n"
        "    \U00100000\n"
        "  → \U00100000.\n"
        "    (or say in the record why it stays: accept: [{code: TYPO019, reason: …}])\n"
        "petit.yaml:11:38: no installed font has U+100000, in “Les participants ont dit �”\n"
        "  → Write it with the sign that Unicode has for it, or leave it out.\n"
        "2 things to mend; nothing was written.\n"
    )
    accepted = f"{wrong}accept: [{{code: TYPO019, reason: usage}}]\n"
    source.write_text(accepted, encoding="utf-8")
    assert run("build", source, "--final", "--format", "text", "--quiet") == 0


def test_a_draft_tells_its_holes_and_then_what_is_left_over(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both with their places, in French for French readers."""
    source.write_text(RECORDS + PREVIOUS, encoding="utf-8")
    assert run("build", source, "--format", "text", "--lang", "fr") == 0
    told = capsys.readouterr().out.replace(f"{source}", "petit.yaml").replace("\xa0", "~")
    assert told == (
        "outputs/petit/rapport-2018.txt\n"
        "\n"
        "Le rapport est un projet~: il reste un élément à compléter.\n"
        "  petit.yaml:3:8~: le nom de la présidence\n"
        "\n"
        "2 passages parlent encore de 2017~:\n"
        "  petit.yaml:12:19~: «~2017~», année du rapport précédent\n"
        "  petit.yaml:12:33~: «~2017~», année du rapport précédent\n"
    )


def test_a_look_is_chosen_by_its_name(source: Path, tmp_path: Path) -> None:
    """The symbol of the running heads stands higher in 2025, and the spaces are wider."""
    arguments = ("build", source, "--format", "html", "--quiet", "--out", tmp_path)
    assert run(*arguments) == 0
    before = (tmp_path / "rapport-2018.html").read_text(encoding="utf-8")
    assert run(*arguments, "--style", "un-2025") == 0
    after = (tmp_path / "rapport-2018.html").read_text(encoding="utf-8")
    assert "top: 72pt" in before
    assert "top: 64.8pt" in after


def test_the_style_beside_the_report_is_taken_unless_another_is_asked_for(
    source: Path, tmp_path: Path
) -> None:
    """A house keeps it in the folder of the report."""
    (tmp_path / "style.yaml").write_text("heading_1: {size_pt: 17.5}\n", encoding="utf-8")
    arguments = ("build", source, "--format", "html", "--quiet", "--out", tmp_path)
    assert run(*arguments) == 0
    assert "font-size: 17.5pt" in (tmp_path / "rapport-2018.html").read_text(encoding="utf-8")
    assert run(*arguments, "--style", "un-2015") == 0
    assert "font-size: 17.5pt" not in (tmp_path / "rapport-2018.html").read_text(encoding="utf-8")


def test_a_style_with_a_fault_stops_the_build(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its place, and nothing is written."""
    (tmp_path / "style.yaml").write_text("pages: 3\n", encoding="utf-8")
    assert run("build", source, "--out", tmp_path / "out") == 2
    assert "style.yaml:1:1: the key “pages” is not known" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_check_finds_is_put_into_the_word_file(source: Path, tmp_path: Path) -> None:
    """As comments, where that is asked for; not what is accepted, and not in other files."""
    long = "Les participants ont débattu. " * 70
    records = RECORDS.replace("Les participants ont débattu.", long.strip())
    source.write_text(records, encoding="utf-8")
    files = ("--format=docx", "--format=text", "--quiet", "--overwrite")
    word, words = (tmp_path / f"ici/rapport-2018.{suffix}" for suffix in ("docx", "txt"))
    assert run("build", source, "--out=ici", *files) == 0
    assert comments(word) == []
    before = words.read_bytes()
    assert run("build", source, "--out=ici", "--comments", *files) == 0
    assert "FORM003: the paragraph has 280 words, more than 250" in comments(word)
    assert words.read_bytes() == before
    source.write_text(f"{records}accept: [{{code: FORM003, reason: usage}}]\n", encoding="utf-8")
    assert run("build", source, "--out=ici", "--comments", *files) == 0
    assert not any(line.startswith("FORM003") for line in comments(word))


def comments(file: Path) -> list[str]:
    """Read the first line of each comment in a Word file."""
    return [comment.paragraphs[0].text for comment in docx.Document(str(file)).comments]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--final"], "A final report bears no comments."),
        (["--format=pdf"], "Comments are for Word: add --format docx."),
    ],
)
def test_comments_are_for_a_draft_in_word(
    source: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Elsewhere nobody would see them, or everybody."""
    assert run("build", source, "--comments", *options) == 2
    assert told in capsys.readouterr().err


def standards(folder: str) -> list[str]:
    """Give what the PDF that was written says that it follows."""
    data = Path(folder, "rapport-2018.pdf").read_bytes()
    with pikepdf.open(BytesIO(data)) as pdf:
        said = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    return [name for name in ("pdfaid:part", "pdfuaid:part") if name.encode() in said]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], []),
        (["--final"], ["pdfaid:part", "pdfuaid:part"]),
        (["--pdf-profile", "archive"], ["pdfaid:part", "pdfuaid:part"]),
        (["--pdf-profile", "accessible"], ["pdfuaid:part"]),
        (["--pdf-profile", "draft"], []),
        (["--final", "--pdf-profile", "accessible"], ["pdfuaid:part"]),
    ],
)
def test_what_is_final_is_made_to_be_archived(
    source: Path, options: list[str], expected: list[str]
) -> None:
    """Unless another profile is asked for."""
    source.write_text(FILLED, encoding="utf-8")
    assert run("build", source, "--format", "pdf", "--out", "made", *options) == 0
    assert standards("made") == expected


def test_what_is_final_is_not_marked_as_a_draft(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words across every page would belie the option."""
    source.write_text(FILLED, encoding="utf-8")
    assert run("build", source, "--final", "--pdf-profile", "draft", "--lang", "fr") == 2
    told = capsys.readouterr().err
    assert "Un rapport définitif ne porte pas la mention «\xa0PROJET\xa0»" in told
    assert not Path("outputs").exists()


def test_an_emblem_stands_in_the_head_of_the_first_page(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A drawing is taken as it is."""
    emblem = tmp_path / "emblem.svg"
    emblem.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')
    assert run("build", source, "--emblem", emblem, "--format", "html") == 0
    page = (tmp_path / "outputs/petit/rapport-2018.html").read_text(encoding="utf-8")
    assert '<img class="emblem" alt="Emblème" src="data:image/svg+xml;base64,' in page
    assert capsys.readouterr().out


def test_an_emblem_that_may_not_be_printed_stops_the_command(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every fault, with its file and the limits; nothing is written."""
    emblem = tmp_path / "emblem.svg"
    emblem.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    assert run("build", source, "--emblem", emblem) == 2
    told = capsys.readouterr().err
    assert f"{emblem}: the SVG holds the element “script”\n" in told
    assert "neither its width and height nor its “viewBox”\n  → Give a PNG, JPEG or SVG" in told
    assert not (tmp_path / "outputs").exists()


def test_the_pdf_carries_its_records_where_that_is_asked_for(source: Path, tmp_path: Path) -> None:
    """By the names that they have in the folder of the report."""
    assert run("build", source, "--out", tmp_path, "--attach-records", "--quiet") == 0
    with pikepdf.open(tmp_path / "rapport-2018.pdf") as pdf:
        files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    assert files == {"petit.yaml": RECORDS.encode()}
    assert run("build", source, "--attach-records", "--format", "docx") == 2


def test_the_emblem_of_the_style_is_taken_unless_another_is_given(
    source: Path, tmp_path: Path
) -> None:
    """One file describes a house."""
    for name, width in (("un", 40), ("deux", 80)):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="30"/>'
        (tmp_path / f"{name}.svg").write_text(drawing, encoding="utf-8")
    (tmp_path / "style.yaml").write_text("emblem: un.svg\n", encoding="utf-8")
    arguments = ("build", source, "--format", "html", "--quiet", "--out", tmp_path)
    assert run(*arguments) == 0
    page = tmp_path / "rapport-2018.html"
    assert b64encode(read_picture(tmp_path / "un.svg").data).decode() in page.read_text("utf-8")
    assert run(*arguments, "--emblem", tmp_path / "deux.svg") == 0
    assert b64encode(read_picture(tmp_path / "deux.svg").data).decode() in page.read_text("utf-8")


def test_a_profile_is_that_of_a_pdf(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without one it would be forgotten in silence."""
    assert run("build", source, "--pdf-profile", "archive", "--format", "docx") == 2
    assert "The profile is that of a PDF: add --format pdf." in capsys.readouterr().err


@pytest.mark.parametrize(("command", "code"), [("build", 0), ("check", 0), ("status", 1)])
@pytest.mark.parametrize(("width_pt", "fits"), [(1000, True), (612, False)])
def test_a_table_is_held_against_the_page_of_the_house(
    tmp_path: Path, command: str, code: int, width_pt: int, *, fits: bool
) -> None:
    """By every command that makes the page; there is one thing to fill in, as status says."""
    heads = ", ".join(["Anticonstitutionnellement"] * 5)
    table = f"annexes: [{{title: Mots, table: {{heads: [{heads}], rows: [[a, b, c, d, e]]}}}}]"
    records = f"body: {{name: Comité}}\nperiod: 2018\nchair: {{todo: qui}}\n{table}\n"
    (tmp_path / "report.yaml").write_text(records, encoding="utf-8")
    (tmp_path / "style.yaml").write_text(f"page: {{width_pt: {width_pt}}}\n", encoding="utf-8")
    options = ["--format", "text", "--out", tmp_path] if command == "build" else []
    assert run(command, tmp_path, *options) == (code if fits else 2)
