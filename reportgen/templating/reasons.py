"""Why a template cannot be filled: in the reader's language, where Jinja speaks English.

Part of `templating`. What Jinja says of the commonest faults is said again; anything rarer is
told as Jinja words it.
"""

from __future__ import annotations

import re

from attrs import evolve
from jinja2 import TemplateNotFound

from reportgen.messages import Message, message


class OutOfTimeError(RuntimeError):
    """Raised in a template that is still at work when its time is over."""


_SAID: tuple[tuple[str, Message], ...] = (
    (r"'(?P<name>[^']+)' is undefined", message("“{name}” is not known here")),
    (r".+ has no attribute '(?P<name>\w+)'", message("a value has no “{name}” here")),
    (r"No (?:filter|test) named '(?P<name>.+)'", message("there is no filter or test “{name}”")),
    (
        r"Encountered unknown tag '(?P<name>.+?)'",
        message("“{name}” is no instruction, or ends nothing that is open"),
    ),
    (
        r"Unexpected end of template\..* to be closed is '(?P<name>.+)'",
        message("“{name}” is never closed"),
    ),
    ("[Uu]nexpected end of template", message("the template ends within an instruction")),
    ("Missing end of comment tag", message("a comment is never closed")),
    (
        "Expected an expression, got '(?P<found>.+)'",
        message("“{found}” stands where a value is expected"),
    ),
    (
        r"[Ee]xpected token '(?P<expected>.+)', got '(?P<found>.+)'",
        message("“{found}” stands where “{expected}” is expected"),
    ),
    (r"[Uu]nexpected (?:char )?'(?P<found>.+?)'", message("“{found}” cannot stand here")),
    (
        r"access to attribute '(?P<name>.+?)' .*unsafe",
        message("a template may not read “{name}”"),
    ),
    (
        r"duplicate argument 'l_\d+_(?P<name>.+?)'",
        message("a macro has two arguments called “{name}”"),
    ),
    ("can't assign to", message("a value cannot be set under this name")),
    ("Range too big", message("the range holds too many numbers")),
)
_KINDS: tuple[tuple[type[Exception], Message], ...] = (
    (OutOfTimeError, message("it takes more time than a report needs")),
    (MemoryError, message("it takes more memory than a report needs")),
    (RecursionError, message("the template calls itself without end")),
    (SyntaxError, message("instructions stand within one another too deeply")),
    (NameError, message("a number is larger than any that can be computed")),
    (ZeroDivisionError, message("it divides by zero")),
)
_TOKENS = {
    "begin of statement block": "{%",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "end of print statement": "}}",
}


def reason_of_fault(error: Exception) -> Message | str:
    """Say why a template cannot be filled.

    Args:
        error: what Jinja, or what a template asked for, raised.
    """
    if isinstance(error, TemplateNotFound):
        return message("there is no template “{name}”", name=error.name)
    said = str(getattr(error, "message", None) or error)
    for pattern, told in _SAID:
        if found := re.match(pattern, said, re.DOTALL):
            words = {name: _TOKENS.get(word, word) for name, word in found.groupdict().items()}
            return evolve(told, values=words)
    return next((told for kind, told in _KINDS if isinstance(error, kind)), said)
