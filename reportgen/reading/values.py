"""Single values: texts, booleans, whole numbers, and words that are one of a few.

Part of `reading`, under `structure`. YAML gives a number or nothing at all where a text was meant;
nothing is turned into something else in silence.
"""

from __future__ import annotations

import os
from collections.abc import Sequence as SequenceOf
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from reportgen.errors import ReadingError, RecordError, missing
from reportgen.input_files import leads_outside
from reportgen.messages import Message, message
from reportgen.pictures import Image
from reportgen.reading.files import MEETINGS, spelled
from reportgen.reading.nodes import Broken, Mapping, Node, NodeError, Scalar, Sequence
from reportgen.reading.slips import block_here, colon, quoted
from reportgen.reading.words import nearest
from reportgen.records import check_text
from reportgen.spellings import meant

_FOUND_LENGTH = 40
_LARGEST = 1_000_000_000
"""The largest number that a file may hold: no page and no year needs another."""
HYPHENS = message("Begin each item with a hyphen and a space, also where it is alone.")


def wrong_type(node: Node, expected: Message, advice: Message | None = None) -> NodeError:
    """Say that a value is of another sort than the one that belongs there, or no value at all."""
    if isinstance(node, Broken):
        return NodeError()
    if isinstance(node, Scalar) and node.kind == "empty":
        return nothing(node, todo=False)
    what = message("found {found}, expected {expected}", found=_found(node), expected=expected)
    return NodeError(node.spot.problem(what, advice))


def nothing(node: Node, *, todo: bool) -> NodeError:
    """Say that a key or a hyphen has no value; `todo` where one may stand there."""
    what = message("nothing is written here")
    advice = (
        message(
            "Write what belongs here, or {{todo: what is expected}}; or delete the line if it is"
            " not needed."
        )
        if todo
        else message("Write what belongs here, or delete the line if it is not needed.")
    )
    return NodeError(node.spot.problem(what, advice))


def _found(node: Node) -> Message:
    match node:
        case Scalar(kind="number", text=text):
            return message("the number {number}", number=_cut(text))
        case Scalar(kind="boolean", text=text):
            return message("the word {word}", word=text)
        case Scalar(text=text):
            return message("the text “{words}”", words=_cut(text))
        case Sequence():
            return message("a list")
        case _:
            return message("keys and values")


def _cut(text: str) -> str:
    return text if len(text) <= _FOUND_LENGTH else f"{text[:_FOUND_LENGTH].rstrip()}…"


def text_of(node: Node) -> str:
    """Read a text.

    Raises:
        NodeError: it is something else, or a text that no page can show.
    """
    if isinstance(node, Scalar) and node.kind == "text":
        try:
            check_text(node.text)
        except RecordError as error:
            spot = node.spot
            raise NodeError(*(spot.problem(p.what, p.advice) for p in error.problems)) from error
        return node.text
    expected = message("a text")
    match node:
        case Scalar(text=text):
            raise wrong_type(node, expected, quoted(text))
        case Mapping(flow=False, entries=entries) if len(entries) == 1:
            raise NodeError(colon(node.spot, block_here(node.spot)))
        case Mapping(flow=False):
            raise wrong_type(node, expected)
        case _:
            raise wrong_type(node, expected, block_here(node.spot))


def boolean_of(node: Node) -> bool:
    """Read true or false, or the words for yes and no.

    Raises:
        NodeError: it is something else.
    """
    if isinstance(node, Scalar) and (found := meant(node.text, ("true", "false"))):
        return found == "true"
    raise wrong_type(node, message("true or false"))


def number_of(node: Node) -> float:
    """Read a number, such as 10 or 12.5.

    Raises:
        NodeError: it is something else, or beyond a thousand million.
    """
    if isinstance(node, Scalar) and node.kind == "number":
        with suppress(ValueError):
            number = float(node.text)
            if abs(number) <= _LARGEST:
                return number
    advice = message("Write figures alone, without a unit, and a point before decimals.")
    raise wrong_type(node, message("a number such as 12 or 12.5"), advice)


def whole_number_of(node: Node) -> int:
    """Read a whole number, such as 2.

    Raises:
        NodeError: it is something else, or beyond a thousand million.
    """
    if isinstance(node, Scalar) and node.kind == "number":
        with suppress(ValueError):
            number = int(node.text)
            if abs(number) <= _LARGEST:
                return number
    raise wrong_type(
        node, message("a whole number"), message("Write figures alone, without unit or decimals.")
    )


def image_of(node: Node) -> Image:
    """Read the picture that a file holds, whose name counts from the folder of the report.

    Raises:
        NodeError: there is no such file, it lies outside that folder, or it holds no picture that
            may be printed.
    """
    from reportgen.pictures import read_picture  # noqa: PLC0415 -- slow to load, seldom needed

    name = text_of(node)
    folder = Path(node.spot.source.file).parent
    if folder.name == MEETINGS:
        folder = folder.parent
    file = folder / spelled(folder, name)
    if Path(name).is_absolute() or ".." in Path(name).parts or leads_outside(file, folder):
        what = message("“{name}” lies outside the folder of the report", name=name)
        advice = message("Copy the picture into that folder, and write its name alone.")
        raise NodeError(node.spot.problem(what, advice))
    if not os.path.exists(file):  # noqa: PTH110 -- a name may be too long to be asked for
        absent = missing(file, message("Copy the picture there, or correct its name."))
        raise NodeError(node.spot.problem(absent.what, absent.advice))
    try:
        return read_picture(file)
    except ReadingError as error:
        raise NodeError(*(node.spot.problem(p.what, p.advice) for p in error.problems)) from error


def choice_of(node: Node, kind: type[StrEnum]) -> StrEnum:
    """Read one of a few words, as the choice that it stands for.

    Raises:
        NodeError: it is none of them.
    """
    return kind(word_of(node, [choice.value for choice in kind]))


def word_of(node: Node, words: SequenceOf[str]) -> str:
    """Read a word that is one of a few.

    Raises:
        NodeError: it is none of them.
    """
    known = ", ".join(words)
    if not isinstance(node, Scalar) or node.kind == "empty":
        raise wrong_type(node, message("one of: {values}", values=known))
    if found := meant(node.text, words):
        return found
    near = nearest(node.text, words)
    advice = message("Write “{name}”.", name=near) if near else message("Write one of them.")
    what = message("“{found}” is not one of: {values}", found=node.text, values=known)
    raise NodeError(node.spot.problem(what, advice))
