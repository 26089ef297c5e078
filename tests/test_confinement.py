"""Work in a process of its own: what it makes, and what becomes of it under its limits."""

import os
import sys
import time

import pytest

from reportgen.confinement import Limits, StoppedError, confined

SHORT = Limits(seconds=1, memory=400_000_000)


def doubled(data: bytes) -> bytes:
    """Give the bytes twice."""
    return data * 2


def endless(_: bytes) -> bytes:
    """Never come to an end."""
    while True:
        pass


def asleep(_: bytes) -> bytes:
    """Wait without taking the processor."""
    time.sleep(60)
    return b""


def greedy(_: bytes) -> bytes:
    """Take more memory than there is leave for."""
    return bytes(1_000_000_000)


def dead(_: bytes) -> bytes:
    """End the process as a library does that is led astray."""
    os.abort()


def faulty(_: bytes) -> bytes:
    """Raise an error."""
    raise LookupError


def named(function: object) -> str:
    """Name a function of this file, as another process finds it."""
    return f"test_confinement:{getattr(function, '__name__', '')}"


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setattr(sys, "path", [str(request.path.parent), *sys.path])


def test_bytes_go_in_and_come_out() -> None:
    """Whatever they are."""
    assert confined(named(doubled), b"\x00\xff\n") == b"\x00\xff\n\x00\xff\n"


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (endless, "time"),
        (asleep, "time"),
        pytest.param(
            greedy,
            "memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory there"),
        ),
        (dead, "fault"),
        (faulty, "fault"),
    ],
)
def test_what_takes_too_much_is_stopped_and_the_reason_told(work: object, reason: str) -> None:
    """The process that asked for it lives on."""
    with pytest.raises(StoppedError) as stopped:
        confined(named(work), b"", SHORT)
    assert stopped.value.reason == reason


def test_what_a_library_says_stays_with_it(capfd: pytest.CaptureFixture[str]) -> None:
    """Tracebacks of confined work are no message to a reader."""
    with pytest.raises(StoppedError):
        confined(named(faulty), b"")
    assert capfd.readouterr() == ("", "")
