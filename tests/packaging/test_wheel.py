"""The wheel and the source distribution: what ships, and that it works where it is put."""

import gettext
import io
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


def build(folder: Path, kind: str) -> Path:
    """Build one distribution in a folder of sources, with the installed build tools."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (built,) = (folder / "dist").glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory, repository_files: Iterable[str]) -> Path:
    """Give a fresh clone: only what the repository holds, nothing that was compiled here."""
    folder = tmp_path_factory.mktemp("clone")
    for name in repository_files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(clone: Path) -> Path:
    """Give the wheel built from a fresh clone."""
    return build(clone, "wheel")


@pytest.fixture(scope="module")
def shipped(wheel: Path) -> set[str]:
    """Give the names of the files in the wheel."""
    return set(ZipFile(wheel).namelist())


def test_every_template_ships_in_the_package(shipped: set[str]) -> None:
    """The top folder of templates becomes `reportgen/templates`."""
    templates = {path for path in (ROOT / "templates").rglob("*") if path.is_file()}
    expected = {f"reportgen/{path.relative_to(ROOT).as_posix()}" for path in templates}
    assert "reportgen/templates/fr/report.xml.j2" in expected
    assert expected <= shipped


def test_every_catalogue_ships_compiled(wheel: Path, shipped: set[str]) -> None:
    """Each `.po` has its `.mo`, made by the build since a clone holds none, at no date."""
    sources = {name for name in shipped if name.endswith(".po")}
    assert "reportgen/languages/catalogues/fr/LC_MESSAGES/messages.po" in sources
    for source in sources:
        compiled = ZipFile(wheel).read(f"{source.removesuffix('.po')}.mo")
        header = gettext.GNUTranslations(io.BytesIO(compiled)).info()
        assert header["pot-creation-date"] == "1980-01-01 00:00+0000"


def test_the_wheel_says_that_it_is_typed(shipped: set[str]) -> None:
    """Type checkers of scripts that use reportgen read its annotations (PEP 561)."""
    assert "reportgen/py.typed" in shipped


def test_nothing_but_the_package_ships(shipped: set[str]) -> None:
    """Tests, inputs and the build hook stay out of the wheel."""
    assert {name.split("/")[0] for name in shipped if ".dist-info/" not in name} == {"reportgen"}


def test_the_licence_ships(shipped: set[str]) -> None:
    """The licence goes where it goes by convention (PEP 639)."""
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in shipped)


def test_the_source_distribution_builds_the_same_wheel(
    clone: Path, wheel: Path, tmp_path: Path
) -> None:
    """Sources hold all that a build needs; the same sources give the same bytes."""
    subprocess.run(["tar", "-xzf", build(clone, "sdist"), "-C", tmp_path], check=True)
    (sources,) = tmp_path.iterdir()
    for compiled in sources.rglob("*.mo"):
        compiled.unlink()
    assert build(sources, "wheel").read_bytes() == wheel.read_bytes()


def test_an_unpacked_wheel_writes_the_report(wheel: Path, tmp_path: Path) -> None:
    """Away from the repository, the package finds its own templates and catalogues."""
    shutil.unpack_archive(wheel, tmp_path / "site", "zip")
    script = "import sys; sys.path.insert(0, 'site'); from reportgen.cli import main; main()"
    source = str(ROOT / "inputs" / "2016")
    command = ["build", source, "--format", "markup", "--out", "out", "--lang", "fr"]
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, *command],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (written,) = (tmp_path / "out").glob("*.xml")
    assert "Groupe de travail" in written.read_text(encoding="utf-8")
