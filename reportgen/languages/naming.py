"""What a name tells of itself, in any language.

Floor 2. Languages know how names are written; what they cannot know stays open.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Naming:
    """A name as people write it, taken apart.

    Args:
        name: the name, without its article or its honorific.
        gender: either `masculine` or `feminine`; None where the name does not tell.
        number: either `singular` or `plural`.
        article: whether the name takes an article in a sentence.
    """

    name: str
    gender: str | None
    number: str = "singular"
    article: bool = True
