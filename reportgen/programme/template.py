"""An empty programme for secretariats: headings, drop-downs, and an example.

Part of `programme`. It is in French, as the reports are, and the same bytes each time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from reportgen.programme.days import SERIAL_ZERO
from reportgen.programme.example import EXAMPLE
from reportgen.programme.headings import Column
from reportgen.records import Period

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {
    Column.DATE: 13,
    Column.KIND: 15,
    Column.THEME: 44,
    Column.CONCEPT_NOTE: 18,
    Column.GENDER: 8,
    Column.RANK: 18,
    Column.SPEAKER: 26,
    Column.TITLE: 38,
    Column.ORGANIZATION: 30,
}
_COLUMNS = tuple(_WIDTHS)
_HELP_WIDTH = 76
_HELP_SIGNS = 88
_LINE_HEIGHT = 17
_FONT = "Calibri"
_NOTE_ROW, _HEADING_ROW = 1, 2
_LAST_ROW = 500
_NOTE = (
    "Les deux lignes grises en italique sont un exemple. Elles ne sont pas lues tant qu’elles"
    " restent telles quelles : écrivez dessous, ou supprimez-les."
)
_KINDS = "thématique,organisation,informelle,conjointe,extraordinaire,débat"
_GENDERS = "M,F"
_FIRST_DAY = date(2000, 1, 1)
_LAST_DAY = date(2099, 12, 31)
_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 -- the format knows no time zones
_ZIP_STAMP = (1980, 1, 1, 0, 0, 0)

_HELP = """\
Remplir le programme
• Une ligne par intervenant. Pour le deuxième intervenant d’une réunion et les suivants, \
laissez vides les cases de la réunion, ou répétez-les.
• Ou bien une ligne par réunion : écrivez alors un intervenant par ligne de la case \
(Alt + Entrée), et dans le même ordre sa fonction et son organisation.
• Une réunion sans intervenant tient sur une seule ligne.
• Vous pouvez déplacer les colonnes, en ajouter d’autres, qui ne seront pas lues, et écrire \
un titre au-dessus.

Les colonnes
• Date : 28/04/2017 ou 28 avril 2017; « à confirmer » si elle n’est pas fixée.
• Type : choisissez dans la liste; une case vide vaut « thématique ».
• Thème : tel qu’il doit figurer dans le rapport.
• Note conceptuelle : la cote du document, par exemple S/2016/1019; vide s’il n’y en a pas.
• Genre : M ou F, pour que le rapport accorde la fonction; vide si vous ne le savez pas.
• Grade : pour les militaires, ce qui précède le nom, par exemple Général de brigade.
• Intervenant : le prénom et le nom.
• Fonction : Représentant permanent, Directrice exécutive, etc.
• Organisation : l’État, l’organisation ou le département.

Ensuite
• Enregistrez le classeur au format .xlsx, sans mot de passe.
• Dans un terminal : reportgen add DOSSIER CLASSEUR
• S’il y a des erreurs, elles sont toutes indiquées avec la feuille et la case; rien n’est \
alors écrit.
"""


def programme_template(period: Period | None = None) -> bytes:
    """Make an empty programme, an .xlsx with headings, drop-downs and an example.

    Args:
        period: the days that the column of dates lets in; any of this century without it.
    """
    from openpyxl import Workbook  # noqa: PLC0415 -- slow to load

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _programme(workbook.create_sheet("Programme"), period)
    _help(workbook.create_sheet("Mode d’emploi"))
    return _packed(workbook)


def _programme(sheet: Worksheet, period: Period | None) -> None:
    from openpyxl.styles import (  # noqa: PLC0415 -- slow to load
        Alignment,
        Border,
        Font,
        PatternFill,
        Side,
    )
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- slow to load

    sheet.cell(_NOTE_ROW, 1, _NOTE).font = Font(name=_FONT, size=11, italic=True, color="595959")
    line = Border(bottom=Side(style="thin", color="808080"))
    for index, column in enumerate(_COLUMNS, start=1):
        heading = sheet.cell(_HEADING_ROW, index, str(column))
        heading.font = Font(name=_FONT, size=11, bold=True)
        heading.fill = PatternFill("solid", fgColor="DCE6F1")
        heading.border = line
        heading.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS[column]
        for row in range(_HEADING_ROW + 1, _LAST_ROW + 1):
            below = sheet.cell(row, index)
            below.alignment = Alignment(vertical="top", wrap_text=True)
            if column == Column.DATE:
                below.number_format = "dd/mm/yyyy"
    for row, texts in enumerate(EXAMPLE, start=_HEADING_ROW + 1):
        for column, text in texts.items():
            example = sheet.cell(row, _COLUMNS.index(column) + 1, text)
            example.font = Font(name=_FONT, size=11, italic=True, color="808080")
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.row_dimensions[_HEADING_ROW].height = 22
    _validate(sheet, period)
    _fit(sheet, "landscape")
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"


def _validate(sheet: Worksheet, period: Period | None) -> None:
    """Give drop-downs to the columns of few words, and warn of odd dates."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- slow to load
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 -- slow to load

    first, last = (period.start, period.end) if period else (_FIRST_DAY, _LAST_DAY)
    days = DataValidation(
        type="date",
        operator="between",
        formula1=str((first - SERIAL_ZERO).days),
        formula2=str((last - SERIAL_ZERO).days),
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=True,
        errorTitle="Date",
        error=f"Écrivez un jour du {first:%d/%m/%Y} au {last:%d/%m/%Y}, ou « à confirmer ».",
    )
    kinds, genders = (
        DataValidation(
            type="list",
            formula1=f'"{words}"',
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=str(column),
            error="Choisissez dans la liste, ou laissez la case vide.",
        )
        for column, words in ((Column.KIND, _KINDS), (Column.GENDER, _GENDERS))
    )
    for column, rule in ((Column.DATE, days), (Column.KIND, kinds), (Column.GENDER, genders)):
        letter = get_column_letter(_COLUMNS.index(column) + 1)
        rule.add(f"{letter}{_HEADING_ROW + 1}:{letter}{_LAST_ROW}")
        sheet.add_data_validation(rule)


def _help(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- slow to load

    sheet.column_dimensions["A"].width = _HELP_WIDTH
    for row, text in enumerate(_HELP.splitlines(), start=1):
        cell = sheet.cell(row, 1, text or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        title = not text.startswith("•")
        cell.font = Font(name=_FONT, size=13 if title else 11, bold=title)
        lines = -(-len(text) // _HELP_SIGNS) or 1  # LibreOffice does not stretch rows by itself
        sheet.row_dimensions[row].height = lines * _LINE_HEIGHT
    _fit(sheet, "portrait")


def _fit(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Print a sheet on pages as wide as it is."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 -- slow to load

    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _packed(workbook: Workbook) -> bytes:
    """Save a workbook without the time of day, which openpyxl writes into it otherwise."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 -- slow to load

    workbook.properties.creator = "reportgen"
    workbook.properties.title = "Programme de travail"
    workbook.properties.language = "fr"
    workbook.properties.created = workbook.properties.modified = _STAMP
    loose, packed = io.BytesIO(), io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(loose, "w")).save()
    with (
        zipfile.ZipFile(loose) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return packed.getvalue()
