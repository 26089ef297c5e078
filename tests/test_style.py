"""The look as a value: what follows when a part of it changes."""

import pytest

from reportgen.errors import RecordError
from reportgen.style import STYLES, UN_2015, UN_2025, ParagraphStyle, refined


def test_each_look_has_the_name_that_finds_it() -> None:
    """Two generations of documents."""
    assert STYLES == {"un-2015": UN_2015, "un-2025": UN_2025}


def test_nothing_changed_leaves_the_look_as_it_is() -> None:
    """Whatever follows something stays where it is."""
    assert refined(UN_2025, {}) == UN_2025


def test_a_wider_sheet_takes_the_furniture_with_it() -> None:
    """A4 is 16.7 points narrower and 49.9 points higher than Letter."""
    sheet = refined(UN_2015, {"page.width_pt": 595.3, "page.height_pt": 841.9})
    assert sheet.masthead.right_x_pt == pytest.approx(554.5 - 16.7)
    assert sheet.masthead.lines_x_pt == pytest.approx(397.0 - 16.7)
    assert sheet.running.right_x_pt == pytest.approx(553.3 - 16.7)
    assert sheet.running.baseline_y_pt == pytest.approx(728.8 + 49.9)
    assert sheet.running.first_baseline_y_pt == pytest.approx(720.8 + 49.9)
    assert sheet.masthead.text_x_pt == UN_2015.masthead.text_x_pt
    assert sheet.masthead.emblem == UN_2015.masthead.emblem
    foot = sheet.first_foot
    assert (foot.qr_code.x_pt, foot.qr_code.y_pt) == pytest.approx((496 - 16.7, 683.3 + 49.9))
    assert (foot.barcode.x_pt, foot.barcode.y_pt) == pytest.approx((60, 724 + 49.9))
    assert foot.recycling_sign.x_pt - foot.recycling_right_x_pt == pytest.approx(2)
    assert foot.recycling_baseline_y_pt == pytest.approx(727.3 + 49.9)


def test_a_wider_column_takes_the_headings_with_it() -> None:
    """And their numerals, and the words of the masthead above them."""
    column = refined(UN_2015, {"body.left_pt": 40.35, "body.right_pt": 40.35})
    assert column.text_left_pt == pytest.approx(40.35)
    assert column.numeral_x_pt == pytest.approx(28.1)
    assert column.heading_2.left_pt == column.title.right_pt == pytest.approx(40.35)
    assert column.heading_2.first_line_pt == pytest.approx(-40.35)
    assert column.masthead.text_x_pt == pytest.approx(100.35)


def test_what_is_named_follows_nothing() -> None:
    """The figure given is the figure taken."""
    sheet = refined(UN_2015, {"page.width_pt": 595.3, "masthead.right_x_pt": 500})
    assert sheet.masthead.right_x_pt == 500


def test_a_figure_out_of_range_is_refused_where_it_is_given() -> None:
    """By the name of its field."""
    with pytest.raises(RecordError) as caught:
        ParagraphStyle(name="A", style_id="A", size_pt=0)
    assert caught.value.problems[0].path == ("size_pt",)
