"""Work on files that may hold anything, in a process of its own under limits of time and memory.

Floor 1. A library that reads pictures, workbooks or PDF files may be led astray by a file: it runs
for ever, takes all memory, or ends the process. What is confined ends alone, and its caller tells
what the file did.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from typing import Literal, TypeAlias

from attrs import frozen

Reason: TypeAlias = Literal["time", "memory", "fault"]

_OUT_OF_MEMORY = 12  # ENOMEM, as an exit code
_START = (
    "import sys; sys.path[:] = {path!r};"
    "from reportgen.confinement import _serve; _serve({work!r}, {seconds!r}, {memory!r})"
)


@frozen
class Limits:
    """What confined work may take.

    Args:
        seconds: the time, on the clock and on the processor.
        memory: the address space, in bytes; not held on Windows and macOS.
    """

    seconds: int = 10
    memory: int = 1_000_000_000


class StoppedError(Exception):
    """Confined work that did not come to its end.

    Args:
        reason: what ended it: its time, its memory, or a fault of its own.
    """

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def confined(work: str, data: bytes, limits: Limits = Limits()) -> bytes:
    """Do a piece of work in another process, and return what it makes.

    Args:
        work: the name of a function of ours from bytes to bytes, `package.module:function`.
        data: what it is given.
        limits: what it may take.

    Raises:
        StoppedError: it took too long or too much, raised an error, or ended its process.
    """
    start = _START.format(path=sys.path, work=work, seconds=limits.seconds, memory=limits.memory)
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter
            [sys.executable, "-c", start],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise StoppedError("time") from late
    if done.returncode:
        raise StoppedError(_reason(done.returncode))
    return done.stdout


def _reason(code: int) -> Reason:
    if code == _OUT_OF_MEMORY:
        return "memory"
    with suppress(ImportError, AttributeError):  # a system without this signal
        from signal import SIGXCPU  # noqa: PLC0415 -- not everywhere

        if code == -SIGXCPU:
            return "time"
    return "fault"


def _serve(work: str, seconds: int, memory: int) -> None:
    """Do the work in the new process: from its input to its output."""
    _limit(seconds, memory)
    module, _, function = work.partition(":")
    try:
        made = getattr(import_module(module), function)(sys.stdin.buffer.read())
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)
    sys.stdout.buffer.write(made)


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    for kind, most in (("RLIMIT_CPU", seconds), ("RLIMIT_AS", memory), ("RLIMIT_CORE", 0)):
        with suppress(ValueError, OSError):  # a system that does not know it, or allows less
            resource.setrlimit(getattr(resource, kind), (most, most))
