"""The rules, a family a module; each is a function under `rule`, and its docstring explains it.

Part of `checks`. A module that is put here is found by itself.
"""
