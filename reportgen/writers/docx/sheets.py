"""The sections of a Word file: which sheet each lies on, with which heads and feet.

The prepared package has one section upright and, for documents that turn the sheet, one on its
long side; a document repeats their properties wherever it turns. Only its first section has a
first page of its own. Source: ECMA-376, Part 1, 17.6.
"""

from __future__ import annotations

from copy import deepcopy

from attrs import define
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Pt

from reportgen.style import Style
from reportgen.writers._measures import leeway_pt
from reportgen.writers.docx.ooxml import Element, empty, name, w

_PROPERTIES = name("sectPr")
_HEADS_AND_FEET = {name("headerReference"), name("footerReference")}
_OF_ONE_SECTION = {name("titlePg"), name("footnotePr")}


@define
class Sheets:
    """The body of one file, and the properties of its sections.

    Args:
        body: `w:body`, which the file's blocks fill.
        forms: the properties of the sections that the package was prepared with, upright and on
            the long side.
    """

    body: Element
    forms: tuple[Element, ...]
    _landscape: bool | None = None

    def properties(self, *, landscape: bool, continuous: bool = False) -> Element:
        """Give the properties of the next section; the first one is that of the package itself.

        A section on the sheet of the one before has its heads and feet, and may begin on its page.
        """
        before, self._landscape = self._landscape, landscape
        if before is None:
            return self.forms[landscape]
        properties = deepcopy(self.forms[landscape])
        dropped = _OF_ONE_SECTION | (_HEADS_AND_FEET if before == landscape else set())
        for child in [child for child in properties if child.tag in dropped]:
            properties.remove(child)
        if continuous:
            properties.insert(0, w("type", val="continuous"))
        return properties


def lay_out_sheets(word: WordDocument, style: Style, *, turned: bool) -> None:
    """Give a new package its sections, without heads and feet.

    Args:
        word: the package, with the one section that python-docx begins with.
        style: the look.
        turned: whether there is a section on its long side too.
    """
    _lay_out(word.sections[0], style, landscape=False)
    if turned:
        _lay_out(word.add_section(), style, landscape=True)


def _lay_out(section: Section, style: Style, *, landscape: bool) -> None:
    page = style.sheet(landscape=landscape)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(page.width_pt), Pt(page.height_pt)
    section.left_margin, section.right_margin = Pt(page.left_pt), Pt(page.right_pt)
    bottom_pt = page.bottom_pt - leeway_pt(style, landscape=landscape)
    section.top_margin, section.bottom_margin = Pt(page.top_pt), Pt(bottom_pt)
    section.header_distance, section.footer_distance = Pt(page.header_pt), Pt(page.footer_pt)


def taken_sheets(word: WordDocument) -> Sheets:
    """Take the properties of its sections out of a package, and leave its body empty."""
    body = word.element.body
    forms = tuple(body.iter(_PROPERTIES))
    for form in forms:
        form.attrib.clear()  # who last edited the template of python-docx
    empty(body)
    return Sheets(body, forms)
