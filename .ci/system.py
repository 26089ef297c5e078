"""Sees to what the system must hold before anything is installed: `system.py report` or `test`.

Called by the Makefile, before there is a virtual environment: the standard library only. A thing
counts as present when it works, wherever it came from; what is missing is installed from Debian
when we may, and named otherwise, with the line to run.
"""
# ruff: noqa: INP001, S603, T201 -- a script, which prints, and runs commands of its own making

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from ctypes import CDLL, POINTER, c_int, c_void_p
from pathlib import Path
from typing import NamedTuple

OLDEST_PYTHON = (3, 11)
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
FONTS = ("Times New Roman", "Liberation Serif", "Tinos")


class Need(NamedTuple):
    """One thing that the system must hold.

    Args:
        package: the Debian package that brings it.
        name: what it is called elsewhere, in French.
        present: tells whether it is there and works.
    """

    package: str
    name: str
    present: Callable[[], bool]


def main(purpose: str) -> str | None:
    """Install what is missing for `report` or `test`; give the message to stop with, if any."""
    if sys.version_info < OLDEST_PYTHON:
        return (
            f"{sys.executable} est la version {sys.version.split()[0]} de Python ; il faut la 3.11 "
            f"ou une plus récente. Indiquez-la ainsi : make {purpose} PYTHON=python3.11"
        )
    missing = [need for need in needs(purpose) if not need.present()]
    if not missing:
        return None
    packages = " ".join(need.package for need in missing)
    if not shutil.which("apt-get"):
        names = ", ".join(need.name for need in missing)
        return (
            f"Il manque : {names}. Avant « make {purpose} », installez-en les équivalents de ce "
            f"système ; sur Debian, ce serait : apt-get install {packages}"
        )
    privilege = becoming_root()
    if privilege is None:
        return f"Il manque des paquets. Avant « make {purpose} », lancez : {by_hand(packages)}"
    print(f"Installation des paquets manquants : {packages}", flush=True)
    if not install(privilege, packages.split()):
        return f"L’installation a échoué. Pour voir pourquoi, lancez : {by_hand(packages)}"
    return None


def needs(purpose: str) -> list[Need]:
    """List what `report` needs, or `test`, which needs more: most where no test may be skipped."""
    venv = f"python3.{sys.version_info.minor}-venv"
    for_report = [
        Need(venv, "le module ensurepip de Python", lambda: has_module("ensurepip")),
        Need("libpangoft2-1.0-0", "la bibliothèque Pango", lambda: has_library("pangoft2-1.0")),
        Need(
            "libharfbuzz-subset0",
            "la bibliothèque HarfBuzz (harfbuzz-subset)",
            lambda: has_library("harfbuzz-subset"),
        ),
        Need("fonts-liberation", "la police Liberation Serif", lambda: has_font(FONTS)),
        Need("libenchant-2-2", "la bibliothèque Enchant", lambda: has_library("enchant-2", 2)),
        Need("hunspell-fr", "le dictionnaire français de Hunspell", has_dictionary),
    ]
    for_test = [
        Need("libreoffice-writer-nogui", "LibreOffice Writer", lambda: has_command("soffice")),
        Need("poppler-utils", "Poppler (pdftotext)", lambda: has_command("pdftotext")),
    ]
    for_validators = [
        Need("default-jdk-headless", "Java et son compilateur", lambda: has_command("javac")),
        Need("libjaxb-java", "la bibliothèque JAXB de Debian", JAXB.exists),
        Need("npm", "npm, de Node.js", lambda: has_command("npm")),
    ]
    if os.environ.get("CI") == "true":
        for_test += for_validators
    return {"report": for_report, "test": for_report + for_test}[purpose]


def has_module(name: str) -> bool:
    """Tell whether this Python can import a module."""
    return importlib.util.find_spec(name) is not None


def has_command(name: str) -> bool:
    """Tell whether a command is on the path."""
    return shutil.which(name) is not None


def has_library(name: str, version: int = 0) -> bool:
    """Tell whether a shared library loads, by its name without `lib` and its major version."""
    return load(name, version) is not None


def load(name: str, version: int) -> CDLL | None:
    """Load a shared library by the names that Linux and macOS give it."""
    for file in (f"lib{name}.so.{version}", f"lib{name}.{version}.dylib"):
        try:
            return CDLL(file)
        except OSError:
            continue
    return None


def has_font(families: tuple[str, ...]) -> bool:
    """Tell whether fontconfig knows one of these families, as Pango will ask it."""
    fontconfig = load("fontconfig", 1)
    if fontconfig is None:
        return False
    fontconfig.FcNameParse.restype = c_void_p
    fontconfig.FcObjectSetCreate.restype = c_void_p
    fontconfig.FcFontList.argtypes = [c_void_p, c_void_p, c_void_p]
    fontconfig.FcFontList.restype = POINTER(c_int)  # FcFontSet begins with the number of fonts
    properties = fontconfig.FcObjectSetCreate()
    return any(
        fontconfig.FcFontList(None, fontconfig.FcNameParse(family.encode()), properties)[0]
        for family in families
    )


def has_dictionary() -> bool:
    """Tell whether Hunspell has a French dictionary, in one of the folders where it looks."""
    folders = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling")
    return any(file for folder in folders for file in Path(folder).glob("fr*.dic"))


def becoming_root() -> list[str] | None:
    """Give the words to put before a command of root's, or None where we may not run one."""
    if output_of("id", "-u") == "0":
        return []
    if has_command("sudo") and (output_of("sudo", "-n", "true") is not None or sys.stdin.isatty()):
        return ["sudo"]
    return None


def by_hand(packages: str) -> str:
    """Write the line that a person runs to install packages."""
    line = f"apt-get install --no-install-recommends {packages}"
    return f"sudo {line}" if has_command("sudo") else f"su - -c '{line}'"


def output_of(*command: str) -> str | None:
    """Run a command and give what it prints, or None when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return None if done.returncode else done.stdout.strip()


def install(privilege: list[str], packages: list[str]) -> bool:
    """Install Debian packages, without those that they only recommend; tell whether it went well.

    A list of packages that cannot be refreshed is not fatal: the old one may do.
    """
    patiently = ["-qq", "--option", "DPkg::Lock::Timeout=120"]
    apt_get = [*privilege, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *patiently]
    subprocess.run([*apt_get, "update"], stdout=subprocess.DEVNULL, check=False)
    command = [*apt_get, "--yes", "--no-install-recommends", "install", *packages]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
