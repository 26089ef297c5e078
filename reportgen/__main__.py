"""Run the command with `python -m reportgen`."""

from reportgen.cli import main

main()
