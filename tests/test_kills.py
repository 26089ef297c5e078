"""A command that is killed, whenever that is, loses nothing and leaves nothing."""

import shutil
from pathlib import Path

import pytest
from kills import contents, faults, lay_out, run, tasks, warm_up

TASKS = tasks("text", "html")


@pytest.mark.parametrize("name", TASKS)
def test_a_command_may_be_killed_at_each_of_its_steps(tmp_path: Path, name: str) -> None:
    """Each file is the old one or the new one, and the next command clears up and works."""
    task, said = TASKS[name], tmp_path / "said"
    lay_out(tmp_path / "start", task)
    before = contents(tmp_path / "start")
    ended = shutil.copytree(tmp_path / "start", tmp_path / "ended")
    warm_up(ended, task)
    after = contents(ended)
    assert after != before
    steps = 0
    while True:
        steps += 1
        folder = shutil.copytree(tmp_path / "start", tmp_path / str(steps))
        if (stopped := run(folder, task.arguments, step=steps)) != -9:
            break
        assert faults(folder, task, before, after, said) == [], f"killed at step {steps}"
    assert stopped == task.code
    assert steps > 10
