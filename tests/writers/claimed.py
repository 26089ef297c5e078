"""Thirty reports with rare signs and odd pictures, each of which is printed soundly or refused.

`tests/abuse/final_files.py` prints them all and checks them by veraPDF; tests print a few.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image as Picture

from reportgen.errors import ReportgenError
from reportgen.pictures import Image, ImageKind
from reportgen.pipeline import render, write
from reportgen.records import Body, Figure, Meeting, Paragraph, Period, Report, Statement, Todo

SIGNS = {
    "Han": "il a entendu M. 李明",
    "kana and hangul": "かな 한국",
    "emoji": "un sourire 😀 et une colombe 🕊\ufe0f",
    "joined emoji": "une famille 👨\u200d👩\u200d👧",
    "Arabic": "M. محمد الأمين",
    "Hebrew": "M. שלום",
    "marks": "e\u0301\u0323 x\u0302\u0331 a\u0489",
    "a mark alone": "rien \u0301 ici",
    "private use": "une puce \uf0b7",
    "private use of a font": "un signe \uf6c5",
    "private use, another plane": "un signe \U00100000",
    "symbols": "☃ → ─ █ ½ ⅜ №",
    "nothing wide": "a\u200bb a\u200db a\u200cb a\u2060b",
    "soft hyphens": "anti\u00adcons\u00adti\u00adtu\u00adtion",
    "letters of mathematics": "𝐀𝔅 ∑∫",
    "Thai": "ไทย",
    "Devanagari": "हिन्दी",
    "Cyrillic and Greek": "Москва Ἀθῆναι",
    "ligatures": "office ﬁn ﬂ",
    "Ethiopic": "አማርኛ",
    "replaced": "un trou \ufffd",
    "tags": "a\U000e0041b",
    "long links": f"[{'mot ' * 9000}](https://un.org)",
}


def drawing(body: str) -> bytes:
    """Draw a square with something in it."""
    space = 'xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100"'
    return f"<svg {space}>{body}</svg>".encode()


def _picture(mode: str, kind: str) -> bytes:
    buffer = BytesIO()
    Picture.new(mode, (9, 9)).save(buffer, kind)
    return buffer.getvalue()


_DEEP = '<g transform="translate(1 1)">'
PICTURES: Mapping[str, tuple[bytes, ImageKind]] = {
    "four inks": (_picture("CMYK", "JPEG"), "jpeg"),
    "see-through": (_picture("RGBA", "PNG"), "png"),
    "grey": (_picture("LA", "PNG"), "png"),
    "drawn in four inks": (
        drawing('<rect fill="device-cmyk(0 1 1 0)" width="9" height="9"/>'),
        "svg",
    ),
    "drawn deep": (drawing(f'{_DEEP * 40}<rect width="9" height="9"/>{"</g>" * 40}'), "svg"),
    "drawn far": (drawing('<rect width="1e12" height="9"/>'), "svg"),
    "drawn words": (drawing('<text x="9" y="50">漢</text>'), "svg"),
}


def reports() -> dict[str, Report]:
    """Make the thirty reports, by what is odd in each."""
    paragraphs = {name: Paragraph(text=f"Ont été dits : {said}.") for name, said in SIGNS.items()}
    for name, (data, kind) in PICTURES.items():
        image = Image(data=data, kind=kind, width_pt=100, height_pt=100)
        figure = Figure(image=image, alternative="un dessin")
        paragraphs[name] = Paragraph(text="Voir la figure.", figure=figure)
    return {name: report_of(paragraph) for name, paragraph in paragraphs.items()}


def report_of(paragraph: Paragraph) -> Report:
    """Make a report of one meeting that says one paragraph."""
    account = (Statement(by="participants", paragraphs=(paragraph,)),)
    return Report(
        body=Body(name="Comité"),
        period=Period.of_year(2018),
        chair=Todo("le nom"),
        meetings=(Meeting(date=date(2018, 3, 1), theme="L’eau", account=account),),
    )


def printed(folder: Path, names: Sequence[str]) -> tuple[list[Path], dict[str, str]]:
    """Print reports for the archive.

    Args:
        folder: takes the files.
        names: which reports.

    Returns:
        The files that were printed, and why each other report was refused.
    """
    files, refused = [], {}
    for name in names:
        path = folder / f"{name}.pdf"
        try:
            path.write_bytes(write(render(reports()[name]), "pdf", profile="archive"))
        except ReportgenError as error:
            refused[name] = str(error)
        else:
            files.append(path)
    return files, refused
