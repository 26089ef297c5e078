"""Read the structure of a tagged PDF back: elements, what they hold, and what is outside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
from attrs import field, frozen


@frozen
class Piece:
    """An element of the structure.

    Args:
        tag: its type.
        pages: the pages, from 1, on which it holds words itself.
        kids: words and elements, in reading order.
        entries: what else it says of itself.
    """

    tag: str
    pages: frozenset[int]
    kids: tuple[str | Piece, ...]
    entries: dict[str, Any] = field(eq=False)

    @property
    def words(self) -> str:
        """The words that it holds."""
        return "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    @property
    def outline(self) -> Any:
        """Its tag and those within it; for a line of words alone, its tag."""
        within = [kid.outline for kid in self.kids if isinstance(kid, Piece)]
        return {self.tag: within} if within else self.tag

    def find(self, *tags: str) -> list[Piece]:
        """Give the elements of some types within it, in reading order."""
        return [piece for piece in self.walk() if piece.tag in tags]

    def walk(self) -> Iterator[Piece]:
        """Walk it and all that is within it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Piece):
                yield from kid.walk()


@lru_cache(maxsize=16)
def structure(file: bytes) -> Piece:
    """Read the structure of a file, whose one root is the document."""
    with pikepdf.open(BytesIO(file)) as pdf:
        reader = _Reader(pdf, _marked_words(file))
        (document,) = reader.pieces(pdf.Root.StructTreeRoot.K, None)
        assert isinstance(document, Piece)
        return document


def artifacts(file: bytes) -> list[str]:
    """Give what is on each page outside the structure, its words joined."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return [
            "".join(char["text"] for char in page.chars if char["mcid"] is None)
            for page in pdf.pages
        ]


def _marked_words(file: bytes) -> dict[tuple[int, int], str]:
    words: dict[tuple[int, int], str] = defaultdict(str)
    with pdfplumber.open(BytesIO(file)) as pdf:
        for page in pdf.pages:
            for char in page.chars:
                if char["mcid"] is not None:
                    words[page.page_number, char["mcid"]] += char["text"]
    return words


class _Reader:
    """Reads elements; each mark must say that it belongs where it is found (14.7.4.4)."""

    def __init__(self, pdf: pikepdf.Pdf, words: dict[tuple[int, int], str]) -> None:
        self.words = words
        self.numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)  # type: ignore[call-overload]
        self.owners = dict(zip(flat[::2], flat[1::2], strict=True))

    def pieces(self, kids: Any, owner: Any) -> Iterator[str | Piece]:
        """Read what an element holds."""
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield self.line(owner, owner.Pg, kid)
            elif kid.get("/Type") == "/MCR":
                yield self.line(owner, kid.Pg, int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                assert self.owners[kid.Obj.StructParent].objgen == owner.objgen
            else:
                assert owner is None or kid.P.objgen == owner.objgen
                yield self.piece(kid)

    def piece(self, element: Any) -> Piece:
        """Read an element."""
        pages = {element.Pg.objgen} if "/Pg" in element else set()
        pages |= {
            kid.Pg.objgen
            for kid in element.K
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR"
        }
        return Piece(
            tag=str(element.S).removeprefix("/"),
            pages=frozenset(self.numbers[page] for page in pages),
            kids=tuple(self.pieces(element.K, element)),
            entries={
                key: _plain(value) for key, value in element.items() if key not in "/K /P /Pg"
            },
        )

    def line(self, owner: Any, page: Any, mark: int) -> str:
        """Give the words of a mark."""
        assert self.owners[page.StructParents][mark].objgen == owner.objgen
        return self.words[self.numbers[page.objgen], mark]


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Dictionary):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, pikepdf.Array):
        return [_plain(inner) for inner in value]
    return value if isinstance(value, int) else str(value)
