"""How the command runs: where its words go, and how it ends when it does not end by itself.

Part of `cli`. Words reach outputs of any encoding; an output that takes nothing, and whoever
interrupts the command, end it with a word, and nothing is left half done.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import signal
import sys
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from reportgen.errors import Problem, reason_of
from reportgen.messages import message, translate

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_BY_SIGNAL = 128
"""What shells add to the number of a signal for the exit code of what it has ended."""

_BROKEN_PIPE = _BY_SIGNAL + 13
_OF_OUTPUTS = {errno.EBADF, errno.EIO, errno.ENOSPC, errno.EPIPE}
_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
_ERRORS = "reportgen.plain"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("–—‑−", "-"),
        "→": "->",
        "œ": "oe",
        "Œ": "OE",
        "€": "EUR",
    }
)
"""Signs that an encoding may lack, as typewriters wrote them."""


class _Interruption(SystemExit):
    """The command was asked to end: no error, and nothing to be caught on the way."""

    code: int


@contextmanager
def interruptible() -> Iterator[None]:
    """End with a word, everything swept, where Ctrl-C or the system asks the command to.

    Raises:
        SystemExit: with 128 and the number of the signal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main one is told of signals
        return
    handled = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
    before = {one: signal.signal(one, _interrupt) for one in handled}
    hook, sys.unraisablehook = sys.unraisablehook, _end_at_once
    try:
        yield
    except _Interruption as asked:
        _say_interrupted()
        raise SystemExit(asked.code) from None
    finally:
        sys.unraisablehook = hook
        for one, handler in before.items():
            signal.signal(one, handler)


def _interrupt(number: int, _: FrameType | None) -> NoReturn:
    """Unwind what is under way; a second request does not disturb it."""
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    raise _Interruption(_BY_SIGNAL + number)


def _end_at_once(unraisable: UnraisableHookArgs) -> None:
    """End where the interruption came while a library called back, and was lost there."""
    if not isinstance(unraisable.exc_value, _Interruption):
        sys.__unraisablehook__(unraisable)
        return
    _say_interrupted()
    os._exit(unraisable.exc_value.code)  # what is half done, the next command takes back


def _say_interrupted() -> None:
    with suppress(OSError):  # the terminal may be gone
        behind_echo = "\n" if sys.stderr.isatty() else ""  # the terminal shows ^C
        click.echo(f"{behind_echo}{translate('Interrupted.')}", err=True)


@contextmanager
def streams() -> Iterator[None]:
    """Give the command outputs that take every sign, and say it where one takes nothing.

    Raises:
        SystemExit: with 2 where an output takes nothing, 141 where its reader has gone.
    """
    _open_missing()
    before = sys.stdout, sys.stderr
    codecs.register_error(_ERRORS, _plain)
    sys.stdout, sys.stderr = told = _forgiving(sys.stdout), _forgiving(sys.stderr)
    try:
        yield
    except (OSError, SystemExit) as raised:
        failed = [(stream, error) for stream in told if (error := _unflushed(stream))]
        if not failed and isinstance(raised, OSError) and raised.errno in _OF_OUTPUTS:
            failed = [(told[0], raised)]  # more than a stream holds, which has let go of it
        for stream, error in failed:
            sys.stdout, sys.stderr = told  # the library has replaced them where a pipe broke
            _silence(stream)
            _end_unheard(error)
        raise
    finally:
        sys.stdout, sys.stderr = before


def _open_missing() -> None:
    """Open the outputs that are closed, lest the first file that is opened be taken for one.

    What is written to the standard output then fails, as it should; words on errors are lost.
    """
    for number, flags in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # takes the lowest number, which is this one
    if sys.stdout is None:
        sys.stdout = _opened(1, "utf-8")
    if sys.stderr is None:
        sys.stderr = _opened(2, "utf-8")


def _opened(number: int, encoding: str) -> TextIO:
    return open(number, "w", encoding=encoding, errors=_ERRORS, closefd=False)


def _forgiving(stream: TextIO) -> TextIO:
    """Let a stream write other signs for those that its encoding lacks."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if isinstance(stream.buffer, io.RawIOBase):  # as with PYTHONUNBUFFERED: what fails is forgotten
        return _opened(stream.fileno(), stream.encoding)
    stream.reconfigure(errors=_ERRORS)
    return stream


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks as typewriters did, without accents, or as a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain_sign, error.object[error.start : error.end])), error.end


def _plain_sign(sign: str) -> str:
    bare = unicodedata.normalize("NFKD", sign).translate(_PLAIN)
    return bare.encode("ascii", "ignore").decode() or "?"


def _unflushed(stream: TextIO) -> OSError | None:
    """Give the reason why a stream cannot write what it still holds."""
    try:
        stream.flush()
    except OSError as error:
        return error
    return None


def _silence(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere, lest its end fail too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _end_unheard(error: OSError) -> NoReturn:
    if error.errno == errno.EPIPE:
        raise SystemExit(_BROKEN_PIPE) from None
    what = message("the standard output takes nothing: {reason}", reason=reason_of(error))
    advice = message("Direct it elsewhere; the files that the command writes are complete.")
    with suppress(OSError):
        click.echo(Problem(what, advice), err=True)
    raise SystemExit(2) from None
