"""What the repository holds: exact pins for every dependency, and nothing of one machine."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; [^\\\n]+)? \\\n {4}--hash=sha256:", re.MULTILINE)
FOREIGN = (
    rb"https?://[^\s/]*(?:pypi|pythonhosted|registry|artifact|mirror)"
    rb"|^\s*(?:-[fi]|--(?:extra-)?index-url|--find-links)[ =]"
    rb"|(?<![\w./:-])/(?:root|home|Users|work|opt)/\w"
)


def pins(lock: str) -> dict[str, str]:
    """Read the exact versions of a lock, those with a hash only."""
    return dict(PIN.findall((ROOT / ".ci" / lock).read_text()))


def asked(*groups: str) -> Iterator[Requirement]:
    """List what the project asks for: its dependencies and those of some groups."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
    named = [group for name in groups for group in project["dependency-groups"][name]]
    for line in project["project"]["dependencies"] + named:
        if isinstance(line, str):
            yield Requirement(line)


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.txt", ("build",)), ("requirements-dev.txt", ("build", "dev"))],
)
def test_every_dependency_is_pinned_within_its_bounds(lock: str, groups: tuple[str, ...]) -> None:
    """The locks follow the project file; `make lock` makes them anew."""
    pinned = pins(lock)
    astray = [
        str(requirement)
        for requirement in asked(*groups)
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), ""))
    ]
    assert astray == []


def test_tests_run_with_the_versions_that_write_reports() -> None:
    """The tests' lock holds the same pins as the report's, and more."""
    assert pins("requirements.txt").items() < pins("requirements-dev.txt").items()


def test_no_file_knows_the_machine_that_it_was_written_on(repository_files: Iterable[str]) -> None:
    """No address of a package index, no link to wheels, no path of someone's disk."""
    here = re.escape(str(ROOT).encode())
    foreign = re.compile(rb"%b|%b" % (FOREIGN, here), re.MULTILINE)
    named = {name: foreign.findall((ROOT / name).read_bytes()) for name in repository_files}
    assert {name: found for name, found in named.items() if found} == {}
