"""The PDF writer in a process of its own, which gets ready while the report is being read.

Floor 3, a writer. WeasyPrint takes as long to load as records take to be read and said, and to
print as Word takes to be written several times over: on two processors neither waits for the other.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from attrs import frozen

from reportgen.document import Document
from reportgen.errors import ReportgenError
from reportgen.messages import Message
from reportgen.style import Style

if TYPE_CHECKING:
    from reportgen.writers.pdf import Pdf, Progress


@frozen
class Press:
    """A process that prints one document."""

    process: BaseProcess
    line: Connection

    def begin(
        self,
        document: Document,
        style: Style,
        profile: str | None = None,
        attachments: Mapping[str, bytes] | None = None,
    ) -> None:
        """Begin to print a finished document.

        Args:
            document: the document, finished.
            style: its look.
            profile: the name of what the PDF is for; None for nothing in particular.
            attachments: the bytes of the files that it carries as its source, by name.
        """
        with suppress(BrokenPipeError):  # a process that has ended is told of by `finish`
            self.line.send((document, style, profile, attachments))

    def finish(self, progress: Progress | None = None) -> Pdf:
        """Wait for what was begun.

        Args:
            progress: is told of each page as it is laid out.

        Returns:
            The file, the same that `write_pdf` makes.

        Raises:
            FontError: none of the fonts is installed, or the letters were set in another.
            OutputError: libraries of the system are missing, or something could not be printed.
            RuntimeError: the process has ended before its time.
        """
        try:
            while isinstance(said := self.line.recv(), Message):
                if progress:
                    progress(said)
        except (EOFError, ConnectionError) as ended:
            self.process.join()
            said = f"the printing process ended with code {self.process.exitcode}"
            raise RuntimeError(said) from ended
        if isinstance(said, Exception):
            raise said
        return said  # type: ignore[no-any-return]


@contextmanager
def press() -> Iterator[Press]:
    """Hold a process ready to print; it ends with the context, whatever it is doing."""
    # forking takes along what is loaded; the libraries of other systems do not bear it
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=print_for, args=(theirs, ours), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Press(process, ours)
    finally:
        process.kill()
        process.join()
        ours.close()


def print_for(line: Connection, other_end: Connection) -> None:
    """Load what prints, wait for a document, print it, and send back what comes of it.

    Args:
        line: brings the document, its style and profile; takes each page told, then the file or
            the error.
        other_end: closed here, so that the line ends with the process that holds it.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # both processes may be told, one answers
    from reportgen.writers.pdf import (  # noqa: PLC0415 -- slow to load
        PLAIN,
        PROFILES,
        load_weasyprint,
        write_pdf,
    )

    other_end.close()
    with suppress(EOFError, ConnectionError):  # nobody waits for it any more
        try:
            with suppress(ReportgenError):  # told when there is something to print
                load_weasyprint()
            gc.disable()  # frees 1 MB in fifty and takes a twentieth of the time
            document, style, name, files = line.recv()
            profile = PROFILES[name] if name else PLAIN
            pdf = write_pdf(document, style, profile, attachments=files, progress=line.send)
            line.send(pdf)
        except (EOFError, ConnectionError):
            raise
        except Exception as error:  # noqa: BLE001 -- raised again by the one who waits
            line.send(error)
