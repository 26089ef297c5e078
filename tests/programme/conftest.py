"""Programmes on disk, and what reading says of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from programmes import HEADINGS, Rows, workbook

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.programme import PlannedMeeting, Programme, read_programme
from reportgen.programme.spreadsheet import read as read_values
from reportgen.records import Period

YEAR = Period.of_year(2017)
Read = Callable[..., tuple[PlannedMeeting, ...]]
Told = Callable[..., str]
Whole = Callable[..., Programme]


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read workbooks without a process of their own, which takes a fifth of a second each."""
    monkeypatch.setattr(
        "reportgen.programme.workbooks.confined", lambda _, data, __: read_values(data)
    )


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Whole:
    """Read all that rows below our headings, or the bytes of a file, say for 2017."""
    monkeypatch.chdir(tmp_path)

    def read_it(content: Rows | bytes, name: str = "plan.xlsx", period: Period = YEAR) -> Programme:
        data = content if isinstance(content, bytes) else workbook([HEADINGS, *content])
        Path(name).write_bytes(data)
        return read_programme(Path(name), period)

    return read_it


@pytest.fixture
def read(whole: Whole) -> Read:
    """Read the meetings of a programme."""
    return lambda *given, **named: whole(*given, **named).meetings


@pytest.fixture
def told(read: Read) -> Told:
    """Say in English all that is wrong with a programme."""

    def tell(
        content: Rows | bytes, name: str = "plan.xlsx", period: Period = YEAR, language: str = "en"
    ) -> str:
        with pytest.raises(ReadingError) as caught:
            read(content, name, period)
        with speaking(language):
            return str(caught.value)

    return tell
