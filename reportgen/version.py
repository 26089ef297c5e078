"""The version of the program, which the files that it writes bear."""

__version__ = "0.1.0"
