"""What a user's template says in vain."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.errors import TemplateError
from reportgen.messages import speaking
from reportgen.records import Body, Meeting, MeetingKind, Period, Report, Todo
from reportgen.templating import render_markup

EXTENDS = '{% extends "default/fr/report.xml.j2" %}\n'
REPORT = Report(
    body=Body(name="Comité"),
    period=Period.of_year(2017),
    chair=Todo("qui"),
    meetings=(Meeting(date=date(2017, 5, 3), kind=MeetingKind.INFORMAL, in_annex=False),),
)


def told(folder: Path, text: str, name: str = "report.xml.j2") -> str:
    """Say in English what is wrong with a template."""
    (folder / "fr").mkdir()
    (folder / "fr" / name).write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        render_markup(REPORT, folder)
    with speaking("en"):
        return str(caught.value).replace(f"{folder}/fr/", "")


def test_a_block_that_overrides_nothing_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    """Jinja would pass over it, and the report would be as it is shipped."""
    text = f"{EXTENDS}{{% block conclusion %}}<p>Fin.</p>{{% endblock %}}\n"
    assert told(tmp_path, text) == (
        "report.xml.j2:2: the block “conclusion” takes the place of none\n  → Write “conclusions”."
    )


def test_a_block_that_resembles_none_is_told_with_all(tmp_path: Path) -> None:
    """No suggestion is better than a wrong one."""
    text = f"{EXTENDS}\n{{% block zzz %}}<p>Fin.</p>{{% endblock %}}\n"
    assert told(tmp_path, text) == (
        "report.xml.j2:3: the block “zzz” takes the place of none\n"
        "  → Use one of: masthead, letter, title, summary, contents, introduction, founding,"
        " renewal, chair, scope, meetings, meetings_held, themes, conclusions, annex, annexes."
    )


def test_words_outside_of_the_blocks_are_told(tmp_path: Path) -> None:
    """Jinja drops them."""
    block = "{% block title %}{% endblock %}"
    text = f"{EXTENDS}{{# note #}}\n{{% set un = 1 %}}\n\n<p>Avant.</p>\n{block}"
    assert told(tmp_path, text) == (
        "report.xml.j2:5: “<p>Avant.</p>” stands outside of the blocks, and is said nowhere\n"
        "  → Put it into a block of the template that this one extends."
    )


def test_a_block_within_a_block_that_is_replaced_may_have_any_name(tmp_path: Path) -> None:
    """It is said where it stands."""
    (tmp_path / "fr").mkdir()
    text = "{% block title %}<title>{% block mien %}Mon titre{% endblock %}</title>{% endblock %}"
    (tmp_path / "fr" / "report.xml.j2").write_text(EXTENDS + text, encoding="utf-8")
    assert "<title>Mon titre</title>" in render_markup(REPORT, tmp_path).text


def test_a_meeting_with_neither_theme_nor_account_is_told() -> None:
    """The count of meetings alone would not say when it was held."""
    assert "Le 3 mai, le Comité a tenu une réunion informelle." in " ".join(
        render_markup(REPORT).text.split()
    )
