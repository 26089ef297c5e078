"""What several rooms' tests share: golden files."""

from collections.abc import Callable

import pytest
from places import GOLDEN


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew: `pytest --refresh-goldens`."""
    parser.addoption("--refresh-goldens", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file, or write the file where that is asked for."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--refresh-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
