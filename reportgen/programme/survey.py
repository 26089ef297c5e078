"""What a workbook says beside its values: rows hidden or struck out, formulas without a value.

Part of `programme`, in the process that reads workbooks. The library that gives the values knows
nothing of these; in the parts of an .xlsx (ECMA-376, part 1, 18.3) and an .ods (OpenDocument 1.3,
part 3, 9) they are attributes. The binary formats are not surveyed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from typing import Any, TypeAlias

from attrs import field, frozen
from lxml import etree

Spot: TypeAlias = tuple[int, int]
"""A row and a column, both from 1."""

WORKBOOK, CONTENT = "xl/workbook.xml", "content.xml"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,10})")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FALSE = {"0", "false", "none"}


class SurveyError(Exception):
    """A workbook that is not what its format lets it be."""


@frozen
class Survey:
    """What is noted of one sheet.

    Args:
        hidden: the rows that are not shown.
        struck: the cells whose text is struck out, all of it.
        partly: the cells of which a part is struck out.
        faults: the cells without a value of their own: the error that a formula gives, or nothing
            where it was never calculated.
        merged: the cells that reach down: column, first row, last row.
        last: the last row and the last column that hold something.
    """

    hidden: set[int] = field(factory=set)
    struck: set[Spot] = field(factory=set)
    partly: set[Spot] = field(factory=set)
    faults: dict[Spot, str] = field(factory=dict)
    merged: list[tuple[int, int, int]] = field(factory=list)
    last: list[int] = field(factory=lambda: [0, 0])

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds something."""
        self.last[:] = max(self.last[0], row), max(self.last[1], column)


def survey(archive: zipfile.ZipFile) -> Mapping[str, Survey]:
    """Survey each sheet of a workbook, by its name.

    Raises:
        SurveyError: a cell lies where no sheet reaches, or a part is no XML of a workbook.
    """
    if WORKBOOK in archive.namelist():
        return _of_xlsx(archive)
    return _of_ods(archive)


def _xml(archive: zipfile.ZipFile, part: str) -> Any:  # noqa: ANN401 -- an element of lxml
    text = archive.read(part)
    if b"<!DOCTYPE" in text[:1000]:
        raise SurveyError
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))


def _of_xlsx(archive: zipfile.ZipFile) -> dict[str, Survey]:
    names = set(archive.namelist())
    relations = {one.get("Id"): one.get("Target", "") for one in _xml(archive, _RELATIONS)}
    struck_styles = _struck_styles(archive) if "xl/styles.xml" in names else set()
    shared = _shared(archive) if "xl/sharedStrings.xml" in names else []
    found = {}
    for sheet in _xml(archive, WORKBOOK).iterfind("{*}sheets/{*}sheet"):
        part = normpath(join("/xl", relations[sheet.get(_RELATION)])).removeprefix("/")
        if part in names and sheet.get("name"):
            found[sheet.get("name")] = _of_part(archive, part, struck_styles, shared)
    return found


def _of_part(
    archive: zipfile.ZipFile, part: str, struck_styles: set[str], shared: list[str]
) -> Survey:
    found = Survey()
    with archive.open(part) as stream:
        if b"<!DOCTYPE" in stream.read(1000):
            raise SurveyError
    with archive.open(part) as stream:
        number = 0
        for _, element in etree.iterparse(
            stream, tag=("{*}row", "{*}mergeCell"), resolve_entities=False, no_network=True
        ):
            if str(element.tag).endswith("}mergeCell"):
                found.merged.extend(_downwards(element.get("ref", "")))
                continue
            number = int(float(element.get("r", number + 1)))
            _note_row(found, number, element, struck_styles, shared)
            element.clear()
    return found


def _note_row(
    found: Survey,
    number: int,
    row: Any,  # noqa: ANN401 -- an element of lxml
    struck_styles: set[str],
    shared: list[str],
) -> None:
    if _is_true(row.get("hidden", "0")):
        found.hidden.add(number)
    column = 0
    for cell in row:
        reference = _REFERENCE.fullmatch(cell.get("r", ""))
        column = _column(reference[1]) if reference else column + 1
        if not len(cell):
            continue
        if not (1 <= number <= LAST_ROW and column <= LAST_COLUMN):
            raise SurveyError
        found.reach(number, column)
        value = cell.findtext("{*}v")
        if cell.get("t") == "e":
            found.faults[number, column] = value or ""
        elif cell.find("{*}f") is not None and not (value or _is_empty_text(cell)):
            found.faults[number, column] = ""
        how = _strike_of(cell, value, shared)
        if cell.get("s", "") in struck_styles or how == "all":
            found.struck.add((number, column))
        elif how == "part":
            found.partly.add((number, column))


def _is_empty_text(cell: Any) -> bool:  # noqa: ANN401 -- an element of lxml
    return cell.get("t") == "str" and cell.find("{*}v") is not None


def _strike_of(cell: Any, value: str | None, shared: list[str]) -> str:  # noqa: ANN401 -- an element of lxml
    if cell.get("t") == "inlineStr":
        return _strike(cell.find("{*}is"))
    if cell.get("t") == "s" and value and value.isdecimal() and int(value) < len(shared):
        return shared[int(value)]
    return ""


def _shared(archive: zipfile.ZipFile) -> list[str]:
    """Give how much of each shared text is struck out: all, part, or nothing."""
    return [_strike(text) for text in _xml(archive, "xl/sharedStrings.xml").iterfind("{*}si")]


def _strike(text: Any) -> str:  # noqa: ANN401 -- an element of lxml
    """Tell how much of a text in runs is struck out: all, part, or nothing."""
    if text is None:
        return ""
    runs = [run for run in text.iterfind("{*}r") if (run.findtext("{*}t") or "").strip()]
    struck = [_has_strike(run.find("{*}rPr")) for run in runs]
    return "" if not any(struck) else "all" if all(struck) else "part"


def _has_strike(properties: Any) -> bool:  # noqa: ANN401 -- an element of lxml
    strike = None if properties is None else properties.find("{*}strike")
    return strike is not None and _is_true(strike.get("val", "1"))


def _struck_styles(archive: zipfile.ZipFile) -> set[str]:
    """Give the numbers of the formats of cells whose font is struck out."""
    styles = _xml(archive, "xl/styles.xml")
    fonts = [_has_strike(font) for font in styles.iterfind("{*}fonts/{*}font")]
    formats = [form.get("fontId", "0") for form in styles.iterfind("{*}cellXfs/{*}xf")]
    return {
        str(number)
        for number, font in enumerate(formats)
        if font.isdecimal() and int(font) < len(fonts) and fonts[int(font)]
    }


def _is_true(value: str) -> bool:
    return value.casefold() not in _FALSE


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _downwards(reference: str) -> Iterator[tuple[int, int, int]]:
    """Give the left column of merged cells, and their rows, where there are several."""
    corners = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
    if len(corners) > 1 and corners[0] and corners[1]:
        top, bottom = int(corners[0][2]), int(corners[1][2])
        if top < bottom <= LAST_ROW:
            yield _column(corners[0][1]), top, bottom


def _of_ods(archive: zipfile.ZipFile) -> dict[str, Survey]:
    content = _xml(archive, CONTENT)
    struck_styles = {
        style.get(f"{_STYLE}name")
        for style in content.iterfind(".//{*}automatic-styles/{*}style")
        if _is_struck_through(style)
    }
    return {
        table.get(f"{_TABLE}name", ""): _of_table(table, struck_styles)
        for table in content.iterfind(".//{*}spreadsheet/{*}table")
    }


def _is_struck_through(style: Any) -> bool:  # noqa: ANN401 -- an element of lxml
    text = style.find("{*}text-properties")
    return text is not None and any(
        _is_true(text.get(f"{_STYLE}text-line-through-{part}", "none"))
        for part in ("style", "type")
    )


def _of_table(table: Any, struck_styles: set[str | None]) -> Survey:  # noqa: ANN401 -- an element of lxml
    found = Survey()
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        times = _count(row, "number-rows-repeated")
        hidden = row.get(f"{_TABLE}visibility", "visible") != "visible"
        column = 0
        for cell in row:
            wide = _count(cell, "number-columns-repeated")
            if len(cell):
                _note_cell(found, (number + 1, column + 1), cell, struck_styles)
                found.reach(number + times, column + wide)
                found.hidden.update(range(number + 1, number + times + 1) if hidden else ())
            column += wide
        number += times
    return found


def _note_cell(found: Survey, spot: Spot, cell: Any, struck_styles: set[str | None]) -> None:  # noqa: ANN401 -- an element of lxml
    row, column = spot
    below = row + _count(cell, "number-rows-spanned") - 1
    if below > row:
        found.merged.append((column, row, below))
    if cell.get(f"{_TABLE}style-name") in struck_styles:
        found.struck.add(spot)
    elif any(span.get(f"{_TEXT}style-name") in struck_styles for span in cell.iter("{*}span")):
        found.partly.add(spot)
    shown = "".join(cell.itertext()).strip()
    if cell.get(f"{_TABLE}formula") and shown.startswith(("#", "Err:")):
        found.faults[spot] = shown


def _count(element: Any, name: str) -> int:  # noqa: ANN401 -- an element of lxml
    given = element.get(f"{_TABLE}{name}", "1")
    if not given.isdecimal() or len(given) > len(str(LAST_ROW)):
        raise SurveyError
    return int(given)
