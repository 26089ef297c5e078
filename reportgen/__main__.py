"""Run the command, as `reportgen` or with `python -m reportgen`."""

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType


def main() -> None:
    """Run the command; until it is loaded, an interruption ends it without a word."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
    from reportgen.cli import main as run  # noqa: PLC0415 -- takes its time

    run()


def _end(number: int, _: "FrameType | None") -> None:
    os._exit(128 + number)  # nothing has begun, or everything has ended


if __name__ == "__main__":
    main()
