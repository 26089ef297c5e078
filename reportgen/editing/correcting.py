"""Some words of a value put in place of others, and not one sign beside them.

Part of `editing`. Words are written as the style of their value wants them; the result is read
again, and a correction that would change anything else is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from reportgen.editing.composing import ScalarNode, YAMLError, compose, scalars, value_of, values


@frozen
class Correction:
    """Words of a value that are to be replaced.

    Args:
        start: where the file writes them, an offset in its text.
        end: where they end there.
        at: where they begin in what the value says, an offset too.
        was: the words.
        words: what to write instead.
    """

    start: int
    end: int
    at: int
    was: str
    words: str


def corrected(text: str, corrections: Iterable[Correction]) -> tuple[str, tuple[Correction, ...]]:
    """Correct words in a YAML or JSON text.

    Args:
        text: the text.
        corrections: those of them that overlap an earlier one, that would leave no words, or
            that the layout of the file does not allow, are not made.

    Returns:
        The text, and the corrections that were made.
    """
    apart: list[Correction] = []
    for one in sorted(corrections, key=lambda one: (one.start, one.end)):
        if not apart or apart[-1].end <= one.start:
            apart.append(one)
    if apart and (changed := _changed(text, apart)) is not None:
        return changed, tuple(apart)
    made: list[Correction] = []
    for one in reversed(apart):
        if (changed := _changed(text, [one])) is not None:
            text = changed
            made.insert(0, one)
    return text, tuple(made)


def _changed(text: str, corrections: Sequence[Correction]) -> str | None:
    """Make some corrections; None where the text would then say something else."""
    root = compose(text)
    nodes = list(scalars(root))
    said = {id(node): value_of(node) for node in nodes}
    changed = text
    for one in reversed(corrections):
        node = next((node for node in values(root) if _holds(node, one)), None)
        value = said.get(id(node))
        if node is None or not isinstance(value, str):
            return None
        end = one.at + len(one.was)
        if value[one.at : end] != one.was:
            return None
        said[id(node)] = value = value[: one.at] + one.words + value[end:]
        if not value.strip():
            return None
        changed = changed[: one.start] + _written(one.words, node) + changed[one.end :]
    try:
        result = [value_of(node) for node in scalars(compose(changed))]
    except YAMLError:
        return None
    return changed if result == [said[id(node)] for node in nodes] else None


def _holds(node: ScalarNode, correction: Correction) -> bool:
    return bool(node.start_mark.index <= correction.start and correction.end <= node.end_mark.index)


def _written(words: str, node: ScalarNode) -> str:
    match node.style:
        case "'":
            return words.replace("'", "''")
        case '"':
            return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return words
