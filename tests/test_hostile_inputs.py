"""A few of the thousands of hostile inputs that `make abuse` tries."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("processes are not forked there", allow_module_level=True)

from abuse.hostile_inputs import verdict
from hostile import SPOILERS


@pytest.mark.parametrize("number", range(2 * len(SPOILERS)))
def test_a_command_meets_hostile_input_with_a_word(number: int) -> None:
    """No traceback, hang, death or flood; what is refused writes nothing."""
    found = verdict(number, seed=1)
    assert not found.fault, found
