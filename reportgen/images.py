"""A picture as a value, which records may hold and pages may show.

Floor 1.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field, frozen

ImageKind: TypeAlias = Literal["png", "jpeg", "svg"]


@frozen(kw_only=True)
class Image:
    """A picture out of a file, found fit to be printed.

    Args:
        data: the bytes of the file.
        kind: what they are.
        width_pt: its own width; where it is shown, only its proportions may matter.
        height_pt: its own height.
        description: what is said to those who do not see it.
    """

    data: bytes = field(repr=False)
    kind: ImageKind
    width_pt: float
    height_pt: float
    description: str = ""
