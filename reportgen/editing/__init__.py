"""YAML text, changed here and there, comments and layout untouched; and values written as YAML.

Floor 3, what `reading` is the other way round. Texts come in and go out; no file is opened.
`composing` finds where values stand, `writing` writes them in the house style, `surgery` cuts,
`correcting` puts words in place of others.
"""

from reportgen.editing.composing import data
from reportgen.editing.correcting import Correction, corrected
from reportgen.editing.surgery import (
    annotated,
    comment_above,
    commented,
    excerpt,
    in_blocks,
    inserted,
    plain,
    removed,
    replaced,
    reworded,
)
from reportgen.editing.writing import yaml_of

__all__ = [
    "Correction",
    "annotated",
    "comment_above",
    "commented",
    "corrected",
    "data",
    "excerpt",
    "in_blocks",
    "inserted",
    "plain",
    "removed",
    "replaced",
    "reworded",
    "yaml_of",
]
