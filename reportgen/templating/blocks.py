"""What a template that extends another says in vain: Jinja passes over it without a word.

Part of `templating`. Only blocks that the extended template has are filled in, and what stands
outside of blocks is dropped (Jinja, “Template Inheritance”).
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.errors import Place, Problem
from reportgen.messages import message

_LIKENESS = 0.5
_SHOWN = 60


def in_vain(environment: Environment, folder: Path) -> Iterator[Problem]:
    """Find the blocks of a user's templates that override nothing, and words outside of blocks.

    Args:
        environment: the environment, which finds what the templates extend.
        folder: the folder of the templates of one language; those that cannot be read, Jinja
            tells of itself where they are used.
    """
    for file in sorted(folder.glob("[!.]*.j2")):
        tree = _parsed(environment, f"{folder.name}/{file.name}")
        known = _overridden(environment, tree) if tree else None
        if tree and known is not None:
            yield from _of_blocks(tree, known, file)
            yield from _outside(tree, file)


def _parsed(environment: Environment, name: str) -> nodes.Template | None:
    """Parse a template; None where it is faulty or missing, which filling tells."""
    if environment.loader is None or name not in environment.list_templates():
        return None
    source, file, _ = environment.loader.get_source(environment, name)
    try:
        return environment.parse(source, name, file)
    except TemplateSyntaxError:
        return None


def _overridden(environment: Environment, tree: nodes.Template) -> list[str] | None:
    """Name the blocks of all that a template extends; None where it extends nothing known."""
    named: dict[str, None] = {}
    chain = {""}
    while (name := _extended(tree)) not in chain:
        chain.add(name)
        parent = _parsed(environment, name)
        if parent is None:
            return None
        tree = parent
        named |= dict.fromkeys(block.name for block in tree.find_all(nodes.Block))
    return [*named] if len(chain) > 1 else None


def _extended(tree: nodes.Template) -> str:
    """Name the template that another extends; nothing where it names none."""
    found = tree.find(nodes.Extends)
    named = found and isinstance(found.template, nodes.Const) and found.template.value
    return named if isinstance(named, str) else ""


def _of_blocks(tree: nodes.Template, known: list[str], file: Path) -> Iterator[Problem]:
    for block in _outer(tree):
        if block.name not in known:
            near = get_close_matches(block.name, known, n=1, cutoff=_LIKENESS)
            advice = (
                message("Write “{name}”.", name=near[0])
                if near
                else message("Use one of: {known}.", known=", ".join(known))
            )
            what = message("the block “{name}” takes the place of none", name=block.name)
            yield Problem(what, advice, Place(str(file), block.lineno))


def _outer(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer(child)


def _outside(tree: nodes.Template, file: Path) -> Iterator[Problem]:
    """Tell of the first words that stand outside of the blocks."""
    for node in tree.body:
        for part in node.nodes if isinstance(node, nodes.Output) else ():
            text = part.data if isinstance(part, nodes.TemplateData) else "{{ … }}"
            if words := " ".join(text.split()):
                line = part.lineno + text[: len(text) - len(text.lstrip())].count("\n")
                what = message(
                    "“{words}” stands outside of the blocks, and is said nowhere",
                    words=words[:_SHOWN],
                )
                advice = message("Put it into a block of the template that this one extends.")
                yield Problem(what, advice, Place(str(file), line))
                return
