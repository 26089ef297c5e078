"""The process that prints: the same file, its errors raised here, nothing left behind."""

import gc
import signal
from collections.abc import Iterator
from multiprocessing import Pipe

import pytest
from attrs import evolve
from specimens import REPORT

from reportgen.errors import FontError
from reportgen.messages import speaking
from reportgen.style import UN_2015
from reportgen.writers.pdf import PROFILES, write_pdf
from reportgen.writers.press import press, print_for


@pytest.fixture
def as_in_a_process() -> Iterator[None]:
    """Give back what a process of its own may keep."""
    interrupt = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, interrupt)
    gc.enable()


def test_it_prints_the_same_file_and_tells_each_page() -> None:
    """In the language of the one who waits."""
    said: list[str] = []
    with press() as ready, speaking("en"):
        ready.begin(REPORT, UN_2015)
        assert ready.finish(lambda step: said.append(str(step))) == write_pdf(REPORT)
    assert said == [*(f"laying out page {page}" for page in (1, 2, 3)), "writing the pages"]


def test_the_profile_is_that_asked_for_and_pages_need_not_be_told() -> None:
    """A draft says so across every page."""
    with press() as ready:
        ready.begin(REPORT, UN_2015, "draft")
        assert ready.finish() == write_pdf(REPORT, UN_2015, PROFILES["draft"])


def test_an_error_is_raised_where_the_file_is_awaited() -> None:
    """With its problems, to be told in any language."""
    with press() as ready:
        ready.begin(REPORT, evolve(UN_2015, fonts=("Aucune",)))
        with pytest.raises(FontError, match="Aucune"):
            ready.finish()


@pytest.mark.parametrize("begun", [True, False])
def test_a_process_that_ends_before_its_time_is_told(begun: bool) -> None:  # noqa: FBT001 -- a case
    """A library that crashes takes its process along, not ours."""
    with press() as ready:
        if begun:
            ready.begin(REPORT, UN_2015)
        ready.process.kill()
        ready.process.join()
        ready.begin(REPORT, UN_2015)
        with pytest.raises(RuntimeError, match="ended with code -9"):
            ready.finish()


def test_no_process_is_left_behind() -> None:
    """Whether it is printing or has nothing to print."""
    with press() as busy, press() as idle:
        busy.begin(REPORT, UN_2015)
        assert busy.process.is_alive()
        assert idle.process.is_alive()
    assert not busy.process.is_alive()
    assert not idle.process.is_alive()


@pytest.mark.usefixtures("as_in_a_process")
def test_it_ends_by_itself_when_nobody_waits_any_more() -> None:
    """Even if the one who began was killed."""
    ours, theirs = Pipe()
    print_for(theirs, ours)
    assert ours.closed


@pytest.mark.usefixtures("as_in_a_process")
def test_an_error_is_sent_in_the_place_of_the_file() -> None:
    """Whatever kind it is of."""
    ours, theirs = Pipe()
    ours.send((REPORT, None, None, {}))
    print_for(theirs, Pipe()[0])
    assert isinstance(ours.recv(), AttributeError)
