"""Small reports on disk, and what reading says of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.reading import read_report

_REPORT = """\
period: 2016
body:
  name: Groupe de travail
chair:
  person:
    name: Awa Seck
  function:
    title: Représentante permanente
    of: senegal
organizations:
  senegal:
    name: Sénégal
speakers:
  khare:
    person:
      name: Ana Khare
    function:
      title: Secrétaire générale adjointe
"""

_MEETING = """\
date: 2016-04-28
theme: Technologie
speakers: [khare]
account:
  - by: khare
    paragraphs:
      - Une phrase.
"""

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def report() -> str:
    """Give a report without faults, which registers one organization and one speaker."""
    return _REPORT


@pytest.fixture
def meeting() -> str:
    """Give a meeting without faults, of 28 April 2016."""
    return _MEETING


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write files under a folder of their own, named `r` from where the test stands."""
    monkeypatch.chdir(tmp_path)

    def write_files(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            file = Path("r", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path("r")

    return write_files


@pytest.fixture
def told(write: Write) -> Callable[[Mapping[str, str | bytes]], str]:
    """Say in English all that is wrong with a report that has these files."""

    def tell(files: Mapping[str, str | bytes]) -> str:
        path = write({"report.yaml": _REPORT, **files})
        with pytest.raises(ReadingError) as caught:
            read_report(path)
        with speaking("en"):
            return str(caught.value)

    return tell
