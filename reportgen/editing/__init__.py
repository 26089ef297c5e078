"""YAML text, changed here and there, comments and layout untouched; and values written as YAML.

Floor 3, what `reading` is the other way round. Texts come in and go out; no file is opened.
"""
