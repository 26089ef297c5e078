"""Figures: pictures with what is said about them."""

from __future__ import annotations

from attrs import frozen

from reportgen.pictures import Image
from reportgen.records.values import Prose, key_field, text_field, typed


@frozen(kw_only=True, field_transformer=typed)
class Figure:
    """A picture under its label and its caption.

    Args:
        image: the file of the picture, PNG, JPEG or SVG, from the folder of the report.
        alternative: what is said to those who do not see it.
        caption: the title of the figure.
        key: a name for cross-references; `[[key]]` in any prose gives the label of the figure.
    """

    image: Image
    alternative: Prose = text_field()
    caption: Prose | None = text_field(default=None)
    key: str | None = key_field()
