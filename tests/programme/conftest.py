"""Programmes on disk, and what reading says of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from programmes import HEADINGS, Rows, workbook

from reportgen.errors import ReadingError
from reportgen.messages import speaking
from reportgen.programme import PlannedMeeting, read_programme
from reportgen.records import Period

YEAR = Period.of_year(2017)
Read = Callable[..., tuple[PlannedMeeting, ...]]
Told = Callable[..., str]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read rows below our headings, or the bytes of a file, for 2017."""
    monkeypatch.chdir(tmp_path)

    def read_it(
        content: Rows | bytes, name: str = "plan.xlsx", period: Period = YEAR
    ) -> tuple[PlannedMeeting, ...]:
        data = content if isinstance(content, bytes) else workbook([HEADINGS, *content])
        Path(name).write_bytes(data)
        return read_programme(Path(name), period)

    return read_it


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
