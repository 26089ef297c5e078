"""What several rooms' tests share: golden files, and what coverage is of."""

import sys
from collections.abc import Callable, Generator

import pytest
from hypothesis import is_hypothesis_test
from places import GOLDEN


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew: `pytest --refresh-goldens`."""
    parser.addoption("--refresh-goldens", action="store_true", help="write the golden files anew")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Leave properties out of coverage: a line that chance alone reaches is not covered.

    Drawing what they are given also takes three times as long where each line is traced. (The
    marker `no_cover` of pytest-cov has no effect in the workers of pytest-xdist.)
    """
    tracer = sys.gettrace()
    if is_hypothesis_test(pyfuncitem.obj):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


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
