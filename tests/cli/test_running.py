"""Where the words of the command go, and how it ends when it does not end by itself."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import reportgen
from reportgen.cli import main
from reportgen.messages import speaking

RECORDS = """\
period: 2018
body: {name: Comité d’étude, gender: masculine}
chair: {todo: le nom de l’élu → عضو}
meetings:
  - date: 2018-03-01
    theme: L’eau
"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a small report, as a French reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "fr")
    Path("petit.yaml").write_text(RECORDS, "utf-8")
    return Path("petit.yaml")


def heeding() -> None:
    """Heed an interruption, also where the tests run behind a shell that ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def shell(command: str, **environment: str) -> tuple[int, str, bytes]:
    """Give a command line to the shell; tell its code, what it says of errors, and its output."""
    done = subprocess.run(
        [
            "bash",
            "-o",
            "pipefail",
            "-c",
            command.replace("reportgen", f"{sys.executable} -m reportgen"),
        ],
        capture_output=True,
        check=False,
        env=os.environ | environment,
        timeout=30,
    )
    return done.returncode, done.stderr.decode(), done.stdout


@pytest.mark.parametrize(
    ("encoding", "hole"),
    [
        ("cp1252", "l’élu -> ???"),
        ("latin-1", "l'élu -> ???"),
    ],
)
@pytest.mark.usefixtures("source")
def test_signs_that_an_output_lacks_are_replaced(encoding: str, hole: str) -> None:
    """By those of a typewriter where there are some; scripts lose nothing."""
    code, errors, output = shell("reportgen status petit.yaml", PYTHONIOENCODING=encoding)
    assert (code, errors) == (1, "")
    assert f"petit.yaml:3:8\xa0: le nom de {hole}" in output.decode(encoding)
    _, _, output = shell("reportgen status petit.yaml --json", PYTHONIOENCODING=encoding)
    assert json.loads(output.decode(encoding))["holes"][0]["expected"] == "le nom de l’élu → عضو"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("reportgen status petit.yaml >/dev/full", "il n’y a plus de place sur le disque"),
        ("reportgen --help >/dev/full", "il n’y a plus de place sur le disque"),
        (
            "PYTHONUNBUFFERED=1 reportgen status petit.yaml >/dev/full",
            "il n’y a plus de place sur le disque",
        ),
        ("reportgen status petit.yaml >&-", "elle est fermée"),
        ("reportgen check petit.yaml --format sarif >&-", "elle est fermée"),
    ],
)
@pytest.mark.usefixtures("source")
def test_an_output_that_takes_nothing_is_told_once(command: str, reason: str) -> None:
    """With what to do."""
    told = (
        f"la sortie standard n’accepte rien\u00a0: {reason}\n"
        "  → Dirigez-la ailleurs; les fichiers que la commande écrit sont complets.\n"
    )
    assert shell(command) == (2, told, b"")


@pytest.mark.usefixtures("source")
def test_an_output_that_is_read_no_longer_ends_the_command_in_silence() -> None:
    """As `head` does it; the code is that of other commands."""
    code, errors, _ = shell("{ sleep 0.2; reportgen --help; echo $? >&2; } | true")
    assert (code, errors) == (0, "141\n")


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
@pytest.mark.usefixtures("source")
def test_files_are_whole_where_outputs_are_closed(closed: str) -> None:
    """No file that is opened takes the number of an output, and its words with it."""
    code, _, _ = shell(f"reportgen build petit.yaml --format text --out ici {closed}")
    assert code == (2 if ">&- 2" in closed else 0)
    assert sorted(one.name for one in Path("ici").iterdir()) == [
        ".reportgen.json",
        "rapport-2018.txt",
    ]
    whole = reportgen.write(reportgen.render(reportgen.load("petit.yaml")), "text")
    assert Path("ici/rapport-2018.txt").read_bytes() == whole


@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
@pytest.mark.usefixtures("source")
def test_an_interruption_is_told_in_a_word_and_leaves_nothing(number: str, code: int) -> None:
    """The process that prints ends too."""
    with subprocess.Popen(
        [sys.executable, "-m", "reportgen", "build", "petit.yaml"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heeding,  # noqa: PLW1509 -- no threads run here
    ) as process:
        assert process.stderr is not None
        told = process.stderr.readline()
        process.send_signal(getattr(signal, number))
        _, errors = process.communicate(timeout=30)  # until nobody holds the other end
    assert told == "lecture de petit.yaml\n"
    assert (process.returncode, errors.splitlines()[-1]) == (code, "Interrompu.")
    assert list(Path().iterdir()) == [Path("petit.yaml")]


def test_an_interruption_that_a_callback_loses_ends_the_command_still(source: Path) -> None:
    """A library that calls back in the midst of its work says and drops what is raised there."""
    script = f"""
import gc, os, signal, sys
from reportgen.cli import main
from reportgen.reading import files

class Dropping:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass

def drop(path):
    Dropping()
    sys.exit("went on")

files.find_files = drop
import reportgen.reading
reportgen.reading.find_files = drop
main(["status", {str(source)!r}])
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=heeding,
    )
    assert (done.returncode, done.stderr) == (130, "Interrompu.\n")


@pytest.mark.usefixtures("source")
def test_an_interruption_while_the_command_loads_is_no_error() -> None:
    """It ends without a word, for there is no one yet to say it."""
    with subprocess.Popen(
        [sys.executable, "-v", "-m", "reportgen", "status", "petit.yaml"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heeding,  # noqa: PLW1509 -- no threads run here
    ) as process:
        assert process.stderr is not None
        said = [next(line for line in process.stderr if "import 'reportgen.errors'" in line)]
        process.send_signal(signal.SIGINT)
        said += process.stderr
    assert process.returncode == 130
    assert not [line for line in said if "Traceback" in line or "KeyboardInterrupt" in line]


@pytest.mark.usefixtures("source")
def test_an_interruption_that_is_ignored_stays_ignored() -> None:
    """So it is for what runs on when its terminal is closed."""
    code, errors, _ = shell(
        "trap '' INT HUP; reportgen build petit.yaml --format text --quiet & sleep 0.3;"
        " kill -HUP $!; kill -INT $!; wait $!"
    )
    assert (code, errors) == (0, "")
    assert time.time() - Path("outputs/petit/rapport-2018.txt").stat().st_mtime < 60


def test_words_are_told_in_the_language_asked_for(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Within a process too, whose streams are others."""
    with speaking("en"), pytest.raises(SystemExit):
        main(["status", str(source), "--lang", "en"])
    assert "le nom de l’élu → عضو" in capsys.readouterr().out
