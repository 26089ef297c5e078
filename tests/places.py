"""Where tests find the repository and the golden folders."""

from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
INPUTS = REPOSITORY / "inputs"
