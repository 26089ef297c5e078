"""The look: one value holds the page, its fonts, indents and spaces, in points.

Floor 2. Every writer reads the same `Style`. The figures are those of the New York template and
of documents of the Security Council as issued; styles bear the template's own names.
Source: measurements of S/2015/246 (2015–17 generation) and of the template's styles; Editorial
Manual, headings, paragraphs, tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any, Literal, TypeAlias

from attrs import Attribute, evolve, field, fields, frozen
from attrs.validators import optional

from reportgen.errors import Problem, RecordError
from reportgen.messages import Message, message
from reportgen.pictures import Image

Align: TypeAlias = Literal["left", "justify", "right", "center"]
Profile: TypeAlias = Literal["un-fr-2016", "un-fr-recent"]
"""The typographic usages of the languages of reports."""

_LARGEST_SHEET_PT = 1584
_SMALLEST_COLUMN_PT = 72
_SMALLEST_LINE_PT = 36
_LEAST_PT = {
    **dict.fromkeys(("width_pt", "height_pt"), 1),
    **dict.fromkeys(("before_pt", "after_pt", "rule_width_pt"), 0),
}
_SITE = re.compile(r"https?://\w[\w.-]*\w(?:/[\w./-]*\w)?")


def _within(least: float, most: float) -> Any:  # noqa: ANN401 -- what attrs takes
    """Refuse a figure that no page can have."""

    def check(_instance: object, attribute: Attribute[Any], value: float) -> None:
        if not least <= value <= most:
            what = message(
                "{found} lies outside {least} to {most}", found=value, least=least, most=most
            )
            advice = (
                message("Lengths are in points: an inch has 72, a centimetre 28.35.")
                if attribute.name.endswith("_pt")
                else message("Give a number from {least} to {most}.", least=least, most=most)
            )
            raise RecordError(Problem(what, advice, path=(attribute.name,)))

    return check


def _measured(_kind: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Let no length be longer than the largest sheet, and no box be without size."""
    return [
        one.evolve(
            validator=_within(_LEAST_PT.get(one.name, -_LARGEST_SHEET_PT), _LARGEST_SHEET_PT)
        )
        if one.name.endswith("_pt") and one.validator is None
        else one
        for one in fields
    ]


@frozen(kw_only=True, field_transformer=_measured)
class ParagraphStyle:
    """How one kind of paragraph looks; lengths in points.

    Args:
        name: the name of the style in Word.
        style_id: the identifier of the style in a Word file.
        based_on: the identifier of the style that it refines in Word; empty for none.
        line_pt: the exact distance between baselines.
        spacing_pt: what is added between letters.
        scale_percent: the width of letters, in per cent of the font's.
        first_line_pt: the indent of the first line, from the left indent; negative when hanging.
        outline_level: from 1; 0 for what is no heading.
    """

    name: str
    style_id: str
    based_on: str = "Normal"
    size_pt: float = field(default=10, validator=_within(1, 200))
    line_pt: float = field(default=12, validator=_within(1, 400))
    bold: bool = False
    italic: bool = False
    spacing_pt: float = field(default=0.2, validator=_within(-20, 20))
    scale_percent: int = field(default=103, validator=_within(10, 600))
    left_pt: float = 0
    right_pt: float = 0
    first_line_pt: float = 0
    before_pt: float = 0
    after_pt: float = 0
    align: Align = "left"
    keep_next: bool = False
    outline_level: int = 0


def _small_print(**options: Any) -> ParagraphStyle:  # noqa: ANN401 -- fields of the style
    """Make a style for what is set small: the text of tables, notes."""
    base = ParagraphStyle(
        name="", style_id="", size_pt=8.5, line_pt=10.5, spacing_pt=0.25, scale_percent=104
    )
    return evolve(base, **options)


def _heading(**options: Any) -> ParagraphStyle:  # noqa: ANN401 -- fields of the style
    base = ParagraphStyle(
        name="",
        style_id="",
        bold=True,
        keep_next=True,
        left_pt=63.35,
        right_pt=63.35,
        first_line_pt=-63.35,
        before_pt=12,
        after_pt=12,
    )
    return evolve(base, **options)


def _large_heading(**options: Any) -> ParagraphStyle:  # noqa: ANN401 -- fields of the style
    return _heading(**{"size_pt": 14, "line_pt": 15, "spacing_pt": -0.1, **options})


_MARGIN = _within(0, _LARGEST_SHEET_PT)


@frozen(kw_only=True, field_transformer=_measured)
class Page:
    """The sheet and its margins, in points.

    Args:
        header_pt: from the top edge to the header; footer_pt, from the bottom edge to the footer.
        top_pt: from the top edge to the text; the first page's text starts under the masthead.
        first_bottom_pt: from the text of a first page with a masthead to the bottom edge, where
            its foot needs more room than the others; None where it does not.
    """

    width_pt: float = field(default=612, validator=_within(144, _LARGEST_SHEET_PT))
    height_pt: float = field(default=792, validator=_within(144, _LARGEST_SHEET_PT))
    left_pt: float = field(default=60, validator=_MARGIN)
    right_pt: float = field(default=60, validator=_MARGIN)
    top_pt: float = field(default=87.1, validator=_MARGIN)
    bottom_pt: float = field(default=94.9, validator=_MARGIN)
    first_bottom_pt: float | None = field(default=None, validator=optional(_MARGIN))
    header_pt: float = field(default=28.8, validator=_MARGIN)
    footer_pt: float = field(default=51.5, validator=_MARGIN)


@frozen(field_transformer=_measured)
class Box:
    """Where a picture stands: its left and upper edges from those of the sheet, and its size."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float


@frozen(kw_only=True, field_transformer=_measured)
class MastheadStyle:
    """The head of the first page, in points from the edges of the sheet.

    The upper band holds the institution and the symbol above the thin rule; the lower band the
    emblem, the organ and the lines between the thin rule and the thick one.
    """

    thin_rule_y_pt: float = 72.0
    thin_rule_pt: float = 0.5
    thick_rule_y_pt: float = 216.1
    thick_rule_pt: float = 1.5
    text_x_pt: float = 123.35
    lines_x_pt: float = 397.0
    right_x_pt: float = 554.5
    emblem: Box = Box(62.3, 78.0, 56.2, 47.0)
    institution: ParagraphStyle = ParagraphStyle(
        name="Masthead Institution",
        style_id="MastheadInstitution",
        size_pt=14,
        line_pt=16,
        spacing_pt=0.1,
        scale_percent=96,
        after_pt=4,
    )
    symbol: ParagraphStyle = ParagraphStyle(
        name="Masthead Symbol",
        style_id="MastheadSymbol",
        line_pt=20,
        after_pt=4,
        align="right",
    )
    symbol_letter_pt: float = 20
    organ: ParagraphStyle = ParagraphStyle(
        name="XLarge",
        style_id="XLarge",
        size_pt=20,
        line_pt=19.5,
        bold=True,
        spacing_pt=-0.2,
        scale_percent=98,
        before_pt=5.45,
    )
    lines: ParagraphStyle = ParagraphStyle(name="Distribution", style_id="Distribution")
    lines_before_pt: float = 11.5


@frozen(kw_only=True, field_transformer=_measured)
class RunningStyle:
    """The running heads and feet of all pages but the first, in points.

    Args:
        right_x_pt: where the rule and the symbol of odd pages end.
        baseline_y_pt: the baseline of page numbers, from the top edge of the sheet; so are
            job_number_baseline_y_pt, and first_baseline_y_pt of the foot of the first page.
        first_left_pt: how far right of the margin the foot of the first page begins.
    """

    rule_y_pt: float = 72.0
    rule_pt: float = 0.25
    right_x_pt: float = 553.3
    baseline_y_pt: float = 728.8
    job_number_baseline_y_pt: float = 727.3
    first_baseline_y_pt: float = 720.8
    first_left_pt: float = 0
    header: ParagraphStyle = ParagraphStyle(
        name="header",
        style_id="Header",
        size_pt=8.5,
        line_pt=10.5,
        bold=True,
        spacing_pt=0,
        scale_percent=100,
        after_pt=4,
    )
    footer: ParagraphStyle = ParagraphStyle(
        name="footer",
        style_id="Footer",
        size_pt=8.5,
        line_pt=10.5,
        bold=True,
        spacing_pt=0,
        scale_percent=103,
    )
    job_number_size_pt: float = 7


@frozen(kw_only=True, field_transformer=_measured)
class FirstFootStyle:
    """What stands at the foot of the first page beside the job number, in points.

    Args:
        recycling_right_x_pt: where the words on recycling end, and the sign follows.
        recycling_baseline_y_pt: their baseline, from the top edge of the sheet.
        note: the note on a reissue, which stands above the job number.
        note_gap_pt: the least space between the text and the rule above that note.
        note_rule_width_pt: the length of that rule.
    """

    barcode: Box = Box(60.0, 724.0, 100.7, 11.8)
    recycling_sign: Box = Box(472.6, 712.0, 18.2, 17.8)
    recycling_right_x_pt: float = 470.6
    recycling_baseline_y_pt: float = 727.3
    qr_code: Box = Box(496.0, 683.3, 54.7, 54.7)
    recycling: ParagraphStyle = ParagraphStyle(
        name="Recycling",
        style_id="Recycling",
        size_pt=8.5,
        line_pt=10.5,
        bold=True,
        spacing_pt=0,
        scale_percent=100,
        align="right",
    )
    note: ParagraphStyle = _small_print(
        name="Reissue Note",
        style_id="ReissueNote",
        left_pt=63.35,
        right_pt=63.35,
        before_pt=4,
        after_pt=5,
    )
    note_gap_pt: float = 6
    note_rule_width_pt: float = 72
    note_rule_pt: float = 0.5


@frozen(kw_only=True, field_transformer=_measured)
class TableStyle:
    """A table in the text column: horizontal rules only, in points (Editorial Manual, Tables)."""

    top_rule_pt: float = 0.5
    head_rule_pt: float = 1.5
    bottom_rule_pt: float = 1.5
    space_after_head_pt: float = 5.75
    gap_pt: float = 9
    head: ParagraphStyle = ParagraphStyle(
        name="Table Head",
        style_id="TableHead",
        size_pt=7,
        line_pt=9,
        italic=True,
        spacing_pt=0.15,
        before_pt=4,
        after_pt=4,
    )
    body: ParagraphStyle = _small_print(
        name="Table Text",
        style_id="TableText",
        before_pt=1.25,
        after_pt=1.25,
    )


@frozen(kw_only=True, field_transformer=_measured)
class NoteStyle:
    """Notes at the foot of the page and under tables, in points.

    Args:
        rule_x_pt: the left end of the rule above the notes of a page, from the left margin.
        rule_gap_pt: from that rule to the first baseline.
        text: the notes of a page; the labels end at mark_x_pt, from the left margin.
        under_table: the notes of a table; the labels end at under_table_mark_x_pt.
        under_table_gap_pt: the space between a table and its notes.
    """

    rule_x_pt: float = 39.6
    rule_width_pt: float = 74
    rule_pt: float = 0.4
    rule_gap_pt: float = 13.5
    mark_x_pt: float = 59.75
    text: ParagraphStyle = _small_print(
        name="footnote text",
        style_id="FootnoteText",
        left_pt=63.35,
        right_pt=63.35,
        first_line_pt=-28.8,
    )
    under_table_gap_pt: float = 6
    under_table_mark_x_pt: float = 73.7
    under_table: ParagraphStyle = _small_print(
        name="Table Note",
        style_id="TableNote",
        left_pt=77.6,
        right_pt=63.35,
        first_line_pt=-14.25,
    )


_ALONG = {"_x_pt": "width_pt", "_y_pt": "height_pt"}
_PLACE_ON_PAGE = message("Count in points from the top left corner of the sheet.")


@frozen(kw_only=True, field_transformer=_measured)
class Style:
    """The look of a document; lengths in points, measured from the margins unless named x or y.

    Args:
        emblem: the emblem of the house, for the head of the first page; None leaves its place.
        fonts: the families that fit the measures, the first one found is used.
        profile: the name of the typographic usage of the period.
        documents: the address under which the documents that are cited are public; theirs is
            `documents/fr/S/2016/1019`.
        landscape: the sheet on its long side, for broad tables.
        numeral_x_pt: the right edge of the numerals of headings, from the left margin.
        text_left_pt: the left edge of the text column, from the left margin.
        tab_pt: the step of the tabs in the text column; labels and items stand on them.
    """

    name: str = "un-2015"
    profile: Profile = "un-fr-2016"
    documents: str = field(default="https://undocs.org")
    emblem: Image | None = None
    fonts: tuple[str, ...] = field(default=("Times New Roman", "Liberation Serif", "Tinos"))
    page: Page = Page()
    landscape: Page = Page(width_pt=792, height_pt=612, left_pt=57.6, right_pt=72)
    masthead: MastheadStyle = MastheadStyle()
    running: RunningStyle = RunningStyle()
    first_foot: FirstFootStyle = FirstFootStyle()
    table: TableStyle = TableStyle()
    note: NoteStyle = NoteStyle()
    numeral_x_pt: float = 51.1
    text_left_pt: float = 63.35
    tab_pt: float = 23.76
    default_tab_pt: float = 23.75
    end_rule_width_pt: float = 72
    end_rule_pt: float = 0.25
    end_rule_gap_pt: float = 24
    body: ParagraphStyle = ParagraphStyle(
        name="__Single Txt",
        style_id="SingleTxt",
        left_pt=63.35,
        right_pt=63.35,
        after_pt=6,
        align="justify",
    )
    title: ParagraphStyle = _large_heading(
        name="Title_H_CH",
        style_id="TitleHCH",
        based_on="HCh",
        before_pt=2.2,
        after_pt=12,
        first_line_pt=0,
        keep_next=False,
    )
    heading_1: ParagraphStyle = _large_heading(
        name="_ H _Ch",
        style_id="HCh",
        based_on="H1",
        outline_level=1,
    )
    heading_2: ParagraphStyle = _heading(
        name="_ H_1", style_id="H1", size_pt=12, line_pt=13.5, outline_level=2
    )
    heading_3: ParagraphStyle = _heading(
        name="_ H_2/3",
        style_id="H23",
        based_on="H1",
        spacing_pt=0.1,
        before_pt=6,
        after_pt=6,
        outline_level=3,
    )
    annex_label: ParagraphStyle = _large_heading(
        name="Annex Label",
        style_id="AnnexLabel",
        based_on="HCh",
        before_pt=0,
        after_pt=6,
        outline_level=1,
    )
    annex_title: ParagraphStyle = _large_heading(
        name="Annex Title",
        style_id="AnnexTitle",
        based_on="HCh",
        first_line_pt=0,
        before_pt=0,
    )
    letter_title: ParagraphStyle = _heading(
        name="Title_H1",
        style_id="TitleH1",
        based_on="H1",
        size_pt=12,
        line_pt=13.5,
        first_line_pt=0,
        before_pt=2.2,
        keep_next=False,
    )
    letter_annex: ParagraphStyle = _heading(
        name="Letter Annex",
        style_id="LetterAnnex",
        based_on="H1",
        size_pt=12,
        line_pt=13.5,
        first_line_pt=0,
        before_pt=0,
    )
    annex_original: ParagraphStyle = ParagraphStyle(
        name="Annex Original",
        style_id="AnnexOriginal",
        left_pt=63.35,
        right_pt=63.35,
        after_pt=12,
        align="right",
        keep_next=True,
    )
    signature: ParagraphStyle = ParagraphStyle(
        name="Signature",
        style_id="Signature",
        left_pt=63.35,
        right_pt=63.35,
        before_pt=18,
        align="right",
    )

    @fonts.validator
    def _check_fonts(self, _attribute: Attribute[Any], value: tuple[str, ...]) -> None:
        if not value:
            advice = message("Name one at least, for example Liberation Serif.")
            raise RecordError(Problem(message("no font is named"), advice, path=("fonts",)))

    @documents.validator
    def _check_documents(self, _attribute: Attribute[Any], value: str) -> None:
        if not _SITE.fullmatch(value):
            what = message("“{found}” is not the address of a site", found=value)
            advice = message("Write it as “{example}”.", example="https://docs.un.org")
            raise RecordError(Problem(what, advice, path=("documents",)))

    def __attrs_post_init__(self) -> None:
        """Refuse margins and indents that leave no room for words."""
        page, body = self.page, self.body
        across_pt = page.width_pt - page.left_pt - page.right_pt - body.left_pt - body.right_pt
        down_pt = page.height_pt - page.top_pt - (page.first_bottom_pt or page.bottom_pt)
        rooms: tuple[tuple[float, Message], ...] = (
            (
                across_pt,
                message("the margins leave {room} points for the text", room=round(across_pt, 1)),
            ),
            (
                down_pt,
                message("the margins leave {room} points for the lines", room=round(down_pt, 1)),
            ),
        )
        problems = [
            *self._numeral_problems(),
            *self._box_problems(),
            *self._position_problems(),
            *self._indent_problems(),
        ]
        problems += [
            Problem(what, message("Make the sheet larger or the margins smaller."), path=("page",))
            for room_pt, what in rooms
            if room_pt < _SMALLEST_COLUMN_PT
        ]
        if problems:
            raise RecordError(*problems)

    @property
    def entry(self) -> ParagraphStyle:
        """The lines of a table of contents, those of its first level; others are set in."""
        body, numeral = self.body, self.text_left_pt
        return evolve(
            body,
            name="toc 1",
            style_id="TOC1",
            based_on="Normal",
            align="left",
            left_pt=numeral,
            right_pt=0,
            first_line_pt=-numeral,
            after_pt=0,
            before_pt=self.body.after_pt,
        )

    @property
    def summary(self) -> ParagraphStyle:
        """The word above the summary in its frame (the template's: 12 points, italic)."""
        return ParagraphStyle(
            name="Summary Heading",
            style_id="SummaryHeading",
            size_pt=12,
            line_pt=13.5,
            italic=True,
            left_pt=self.body.left_pt,
            right_pt=self.body.right_pt,
            before_pt=12,
            after_pt=6,
            keep_next=True,
        )

    @property
    def figure_label(self) -> ParagraphStyle:
        """The label of a figure, above its caption."""
        return evolve(
            self.body,
            name="Figure Label",
            style_id="FigureLabel",
            align="left",
            after_pt=0,
            keep_next=True,
        )

    @property
    def caption(self) -> ParagraphStyle:
        """The caption of a figure."""
        return evolve(
            self.body, name="caption", style_id="Caption", bold=True, align="left", keep_next=True
        )

    def _numeral_problems(self) -> Iterator[Problem]:
        if not 0 <= self.numeral_x_pt <= self.text_left_pt:
            yield Problem(
                message("the numerals of headings do not end between the margin and the text"),
                message("Give a number from {least} to {most}.", least=0, most=self.text_left_pt),
                path=("numeral_x_pt",),
            )

    def _box_problems(self) -> Iterator[Problem]:
        foot, page = self.first_foot, self.page
        boxes = (
            ("first_foot", "barcode", foot.barcode),
            ("first_foot", "recycling_sign", foot.recycling_sign),
            ("first_foot", "qr_code", foot.qr_code),
            ("masthead", "emblem", self.masthead.emblem),
        )
        for part, name, box in boxes:
            if box.width_pt > page.width_pt or box.height_pt > page.height_pt:
                what = message("“{name}” is larger than the page", name=name)
                advice = message("Make the sheet larger or the picture smaller.")
                yield Problem(what, advice, path=(part, name))
            elif not (
                0 <= box.x_pt <= page.width_pt - box.width_pt
                and 0 <= box.y_pt <= page.height_pt - box.height_pt
            ):
                what = message("“{name}” does not lie on the page", name=name)
                yield Problem(what, _PLACE_ON_PAGE, path=(part, name))

    def _position_problems(self) -> Iterator[Problem]:
        """Find the positions on the sheet that lie beside it."""
        for part in ("masthead", "running", "first_foot"):
            look = getattr(self, part)
            for position in fields(type(look)):
                along = _ALONG.get(position.name[-len("_x_pt") :])
                if along and not 0 <= getattr(look, position.name) <= getattr(self.page, along):
                    what = message("“{name}” does not lie on the page", name=position.name)
                    yield Problem(what, _PLACE_ON_PAGE, path=(part, position.name))

    def _indent_problems(self) -> Iterator[Problem]:
        """Find the paragraphs whose indents leave no room for a word."""
        column_pt = self.page.width_pt - self.page.left_pt - self.page.right_pt
        for part in fields(Style):
            look = getattr(self, part.name)
            if not isinstance(look, ParagraphStyle) or look is self.body:
                continue
            if column_pt - look.left_pt - look.right_pt < _SMALLEST_LINE_PT:
                what = message("the indents of “{name}” leave no room for words", name=part.name)
                advice = message("Make the sheet larger or the indents smaller.")
                yield Problem(what, advice, path=(part.name,))

    def sheet(self, *, landscape: bool = False) -> Page:
        """Give the sheet, upright or on its long side."""
        return self.landscape if landscape else self.page

    def heading(self, level: int) -> ParagraphStyle:
        """Give the style of the headings of one level, from 1."""
        return (self.heading_1, self.heading_2, self.heading_3)[level - 1]


_HANGING = ("heading_1", "heading_2", "heading_3", "annex_label")
_IN_COLUMN = (
    *(*_HANGING, "title", "annex_title", "annex_original"),
    *("letter_title", "letter_annex", "signature"),
)
_RIGHT_EDGE = ("page.width_pt", "-page.right_pt")
_FOLLOWING: dict[str, tuple[str, ...]] = {
    "text_left_pt": ("body.left_pt",),
    "numeral_x_pt": ("body.left_pt",),
    **{f"{look}.left_pt": ("body.left_pt",) for look in _IN_COLUMN},
    **{f"{look}.right_pt": ("body.right_pt",) for look in _IN_COLUMN},
    **{f"{head}.first_line_pt": ("-body.left_pt",) for head in _HANGING},
    "landscape.width_pt": ("page.height_pt",),
    "landscape.height_pt": ("page.width_pt",),
    **{f"landscape.{side}_pt": (f"page.{side}_pt",) for side in ("left", "right", "top", "bottom")},
    **{f"landscape.{band}_pt": (f"page.{band}_pt",) for band in ("header", "footer")},
    "masthead.text_x_pt": ("page.left_pt", "body.left_pt"),
    "masthead.lines_x_pt": _RIGHT_EDGE,
    "masthead.right_x_pt": _RIGHT_EDGE,
    "running.right_x_pt": _RIGHT_EDGE,
    "running.rule_y_pt": ("page.top_pt",),
    "running.baseline_y_pt": ("page.height_pt",),
    "running.job_number_baseline_y_pt": ("page.height_pt",),
    "running.first_baseline_y_pt": ("page.height_pt",),
    "masthead.emblem.x_pt": ("page.left_pt",),
    "first_foot.barcode.x_pt": ("page.left_pt",),
    "first_foot.barcode.y_pt": ("page.height_pt",),
    "first_foot.recycling_sign.x_pt": _RIGHT_EDGE,
    "first_foot.recycling_sign.y_pt": ("page.height_pt",),
    "first_foot.recycling_right_x_pt": _RIGHT_EDGE,
    "first_foot.recycling_baseline_y_pt": ("page.height_pt",),
    "first_foot.qr_code.x_pt": _RIGHT_EDGE,
    "first_foot.qr_code.y_pt": ("page.height_pt",),
    "first_foot.note.left_pt": ("body.left_pt",),
    "first_foot.note.right_pt": ("body.right_pt",),
}
"""What moves with the sheet, its margins or the text column; with a minus, the other way."""


def refined(base: Style, changes: Mapping[str, Any]) -> Style:
    """Change a look, and let what is not named keep its distance from what it stands beside.

    Other margins move the masthead and the running heads with them, another column the headings:
    a house style names only what differs.

    Args:
        base: the look to begin with.
        changes: new values by the names of fields, `page.left_pt` for that of a part.

    Raises:
        RecordError: a figure is out of range, or leaves no room for words.
    """
    moved = {
        name: _value(base, name) + sum(_moved_pt(base, changes, anchor) for anchor in anchors)
        for name, anchors in _FOLLOWING.items()
        if name not in changes
    }
    return _changed(base, {**moved, **changes})  # type: ignore[no-any-return]


def _moved_pt(base: Style, changes: Mapping[str, Any], anchor: str) -> float:
    name = anchor.removeprefix("-")
    moved_pt: float = changes.get(name, _value(base, name)) - _value(base, name)
    return -moved_pt if anchor.startswith("-") else moved_pt


def _value(base: Style, name: str) -> Any:  # noqa: ANN401 -- a field of any type
    return attrgetter(name)(base)


def _changed(part: Any, changes: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- a look or a part of it
    own = {name: value for name, value in changes.items() if "." not in name}
    for name in {name.partition(".")[0] for name in changes if "." in name}:
        within = {
            key.removeprefix(f"{name}."): value
            for key, value in changes.items()
            if key.startswith(f"{name}.")
        }
        own[name] = _changed(getattr(part, name), within)
    return evolve(part, **own)


UN_2015 = Style()
"""Documents of the Security Council as issued from 2015 to 2017."""

UN_2025 = Style(
    name="un-2025",
    profile="un-fr-recent",
    documents="https://docs.un.org",
    page=Page(top_pt=74.9, bottom_pt=57.6, first_bottom_pt=86.4, header_pt=21.6, footer_pt=25.2),
    landscape=Page(
        width_pt=792,
        height_pt=612,
        left_pt=57.6,
        right_pt=72,
        top_pt=74.9,
        bottom_pt=57.6,
        header_pt=21.6,
        footer_pt=25.2,
    ),
    masthead=MastheadStyle(
        thin_rule_y_pt=64.8,
        thick_rule_y_pt=208.8,
        right_x_pt=552.3,
        emblem=Box(64.7, 71.3, 56.2, 47.0),
    ),
    running=RunningStyle(
        rule_y_pt=64.8,
        right_x_pt=552.1,
        baseline_y_pt=755.3,
        job_number_baseline_y_pt=753.8,
        first_baseline_y_pt=747.6,
        first_left_pt=5.4,
    ),
    first_foot=FirstFootStyle(
        barcode=Box(65.4, 750.0, 100.8, 12.2),
        recycling_sign=Box(471.8, 738.1, 18.4, 17.9),
        recycling_right_x_pt=470.2,
        recycling_baseline_y_pt=753.2,
        qr_code=Box(498.1, 709.3, 54.7, 54.7),
    ),
)
"""Documents of the Security Council as issued in 2025 and 2026."""

STYLES = {style.name: style for style in (UN_2015, UN_2025)}
"""The looks that have a name."""
