"""The Makefile on a poor machine: what it installs, and what it says where it may not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SET_UP = ["Makefile", "pyproject.toml", "hatch_build.py", ".ci"]


class Machine:
    """A scratch computer: a copy of the set-up, no font, and only the commands it is given."""

    def __init__(self, folder: Path) -> None:
        """Lay out the set-up and the few commands that `make` itself runs."""
        self.clone = folder / "clone"
        self.commands = folder / "commands"
        self.record = folder / "record"
        self.settings = {
            "PATH": str(self.commands),
            "HOME": str(Path.home()),
            "FONTCONFIG_FILE": str(folder / "fonts.conf"),
            "LC_ALL": "C.UTF-8",
        }
        for name in SET_UP:
            source, copy = ROOT / name, self.clone / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
        (self.clone / "reportgen").mkdir()
        self.commands.mkdir()
        for name in ("awk", "env", "find"):
            (self.commands / name).symlink_to(str(shutil.which(name)))
        (folder / "fonts.conf").write_text("<fontconfig/>")
        self.record.touch()

    def command(self, name: str, script: str = "") -> None:
        """Add a command of the system, which also notes how it was called."""
        path = self.commands / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.record}"\n{script}\n')
        path.chmod(0o755)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command there, with no terminal."""
        return subprocess.run(
            command,
            cwd=self.clone,
            env=self.settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def make(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `make` there, with the Python of these tests."""
        return self.run(str(shutil.which("make")), *arguments, f"PYTHON={sys.executable}")

    def system(self, purpose: str) -> subprocess.CompletedProcess[str]:
        """Run only the first step of `make`: what the system must hold."""
        return self.run(sys.executable, ".ci/system.py", purpose)

    def calls(self) -> list[str]:
        """List the commands of the system that were run, in order."""
        return self.record.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give a scratch computer."""
    return Machine(tmp_path)


@pytest.fixture
def debian(machine: Machine) -> Machine:
    """Give one that has Debian's commands, and whose user has no right to install."""
    machine.command("id", "echo 1000")
    machine.command("sudo", "exit 1")
    machine.command("apt-get")
    return machine


def test_a_user_who_may_not_install_is_told_the_exact_line(debian: Machine) -> None:
    """Without root or sudo, `make report` fails before anything else, with the line to run."""
    done = debian.make("report")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "Il manque des paquets. Avant « make report », lancez : "
        "sudo apt-get install --no-install-recommends fonts-liberation"
    )
    assert debian.calls() == ["id -u", "sudo -n true"]
    assert not (debian.clone / ".venv").exists()


def test_where_there_is_no_sudo_the_line_goes_through_su(debian: Machine) -> None:
    """The line can be run as it stands on a Debian that was installed without sudo."""
    (debian.commands / "sudo").unlink()
    done = debian.make("report")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].endswith(
        "lancez : su - -c 'apt-get install --no-install-recommends fonts-liberation'"
    )


def test_elsewhere_than_on_debian_the_missing_things_are_named(machine: Machine) -> None:
    """Without apt-get, the message says what to install, and by which line on Debian."""
    done = machine.make("report")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "Il manque : la police Liberation Serif. Avant « make report », installez-en les"
        " équivalents de ce système ; sur Debian, ce serait : apt-get install fonts-liberation"
    )


def test_the_tests_ask_for_more_than_the_report(debian: Machine) -> None:
    """Converting Word files and reading PDF pages need LibreOffice and Poppler."""
    done = debian.system("test")
    assert done.returncode == 1
    assert done.stderr == (
        "Il manque des paquets. Avant « make test », lancez : sudo apt-get install "
        "--no-install-recommends fonts-liberation libreoffice-writer-nogui poppler-utils\n"
    )


def test_continuous_integration_asks_for_all_that_tests_can_use(debian: Machine) -> None:
    """Java and npm too, without which those of the standards of PDF and Word would be skipped."""
    debian.settings["CI"] = "true"
    done = debian.system("test")
    assert done.returncode == 1
    assert "libreoffice-writer-nogui poppler-utils default-jdk-headless" in done.stderr
    assert done.stderr.endswith(" npm\n")


def as_root(machine: Machine) -> str:
    """Make the user root."""
    machine.command("id", "echo 0")
    return ""


def with_sudo(machine: Machine) -> str:
    """Let the user run sudo without a password."""
    machine.command("sudo", 'test "$1" = -n || exec "$@"')
    return "sudo env DEBIAN_FRONTEND=noninteractive apt-get "


@pytest.mark.parametrize("allow", [as_root, with_sudo])
def test_who_may_install_gets_only_what_is_missing(
    debian: Machine, allow: Callable[[Machine], str]
) -> None:
    """Root and passwordless sudo install the missing packages, without recommended ones."""
    sudo = allow(debian)
    done = debian.system("report")
    assert done.returncode == 0
    assert done.stdout == "Installation des paquets manquants : fonts-liberation\n"
    options = "-qq --option DPkg::Lock::Timeout=120"
    assert [call for call in debian.calls() if call.startswith("apt-get")] == [
        f"apt-get {options} update",
        f"apt-get {options} --yes --no-install-recommends install fonts-liberation",
    ]
    assert any(call.startswith(sudo) for call in debian.calls())


def test_an_installation_that_fails_says_how_to_see_why(debian: Machine) -> None:
    """When apt-get fails, the set-up stops."""
    as_root(debian)
    debian.command("apt-get", "exit 100")
    done = debian.system("report")
    assert done.returncode == 1
    assert done.stderr == (
        "L’installation a échoué. Pour voir pourquoi, lancez : "
        "sudo apt-get install --no-install-recommends fonts-liberation\n"
    )


def test_nothing_is_installed_when_all_is_there(debian: Machine) -> None:
    """A machine that holds what is needed is not touched, whatever it is."""
    del debian.settings["FONTCONFIG_FILE"]
    done = debian.system("report")
    assert (done.returncode, done.stdout) == (0, "")
    assert debian.calls() == []


def test_an_old_python_is_refused_with_the_way_to_name_another(machine: Machine) -> None:
    """Before 3.11 the message says which Python was found, and how to give a newer one."""
    script = (
        "import runpy, sys; sys.version_info = (3, 10, 1); sys.version = '3.10.1 (main)'; "
        "sys.argv = ['system.py', 'report']; runpy.run_path('.ci/system.py', run_name='__main__')"
    )
    done = machine.run(sys.executable, "-c", script)
    assert done.returncode == 1
    assert "est la version 3.10.1 de Python ; il faut la 3.11" in done.stderr
    assert "make report PYTHON=python3.11" in done.stderr


def test_no_python_at_all_is_said_plainly(machine: Machine) -> None:
    """A PYTHON that does not exist is named as missing Python."""
    done = machine.run(str(shutil.which("make")), "report", "PYTHON=python3.99")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "Il manque Python : installez la version 3.11 ou une plus récente."
    )


def set_up(machine: Machine) -> None:
    """Pretend that everything was installed a minute after the sources were written."""
    stamps = [machine.clone / ".venv" / f"{name}.stamp" for name in ("report", "test")]
    (machine.clone / ".venv").mkdir()
    newest = max(path.stat().st_mtime for path in machine.clone.rglob("*"))
    for later, stamp in enumerate(stamps, start=1):
        stamp.touch()
        os.utime(stamp, (newest + 60 * later,) * 2)


def test_the_second_time_only_the_report_is_written(machine: Machine) -> None:
    """Once set up, `make report` runs nothing but the command that writes the report."""
    set_up(machine)
    assert machine.make("-n", "report").stdout == ".venv/bin/reportgen build inputs/2016\n"


@pytest.mark.parametrize(
    "source", ["pyproject.toml", "hatch_build.py", ".ci/requirements.txt", "reportgen/fr.po"]
)
def test_a_changed_source_sets_the_machine_up_again(machine: Machine, source: str) -> None:
    """A new lock, project file, build hook or catalogue makes the installation stale."""
    set_up(machine)
    changed = machine.clone / source
    changed.touch()
    later = (machine.clone / ".venv" / "report.stamp").stat().st_mtime + 60
    os.utime(changed, (later, later))
    planned = machine.make("-n", "report").stdout
    assert "--require-hashes --no-deps" in planned
    assert "--no-build-isolation --editable ." in planned


def test_make_alone_says_what_it_can_do(machine: Machine) -> None:
    """The default is a screen of help with one line for each command."""
    commands = [line.split()[1] for line in machine.make("-s").stdout.splitlines()]
    assert commands == [
        "help",
        "report",
        "test",
        "bench",
        "abuse",
        "golden",
        "wheel",
        "lock",
        "audit",
        "clean",
    ]


def test_continuous_integration_runs_make_test_from_anywhere(machine: Machine) -> None:
    """`.ci/run` goes to the top of its own clone, sees to the system, and runs `make test`."""
    machine.command("make", f'echo "CI=$CI" >>"{machine.record}"; pwd >>"{machine.record}"')
    machine.command("python3")
    for name in ("bash", "dirname"):
        (machine.commands / name).symlink_to(str(shutil.which(name)))
    elsewhere = f"cd / && exec {machine.clone}/.ci/run"
    done = machine.run("/bin/sh", "-c", elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert machine.calls() == [
        "python3 .ci/system.py test",
        "make test",
        "CI=true",
        str(machine.clone),
    ]
