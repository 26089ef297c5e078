"""From records to paper: any report, in every format, without losing a word."""

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import LINK, NOTED, reports

import reportgen
from reportgen.errors import DocumentError, OutputError, RecordError
from reportgen.messages import speaking
from reportgen.pipeline import FORMATS, PDF_PROFILES, produce
from reportgen.records import Annex, Body, Letter, Masthead, Paragraph, Period, Report, Todo
from reportgen.writers.pdf import PROFILES
from reportgen.writers.text import write_text


def spoken(record: object) -> Iterator[str]:
    """Find the words of all that was said: paragraphs, items and conclusions of a record."""
    if isinstance(record, tuple):
        for value in record:
            yield from spoken(value)
    elif attrs.has(kind := type(record)):
        if hasattr(record, "items") and hasattr(record, "text"):
            text = record.text
            yield from (text.expected if isinstance(text, Todo) else _unsigned(text)).split()
        for attribute in attrs.fields(kind):
            yield from spoken(getattr(record, attribute.name))


def _unsigned(text: str) -> str:
    return text.replace(LINK, "site").replace(NOTED, "plan dont une note (S/2016/1019)")


def letters(text: str) -> str:
    """Leave only what carries meaning: no spaces, apostrophes, signs that may set italics."""
    return "".join(text.split()).translate(str.maketrans("'", "’", "*^\\[]()"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_no_spoken_word_is_lost_between_record_and_page(report: Report) -> None:
    """Every word of every paragraph, item and conclusion is on the page."""
    page = letters(write_text(reportgen.render(report)))
    accounts = tuple(meeting.account for meeting in report.meetings)
    words = [*spoken(accounts), *spoken(report.conclusions)]
    lost = [word for word in words if letters(word).strip(";.,") not in page]
    assert lost == []


def test_an_original_in_a_language_that_does_not_exist_is_refused() -> None:
    """At once wherever one is told, before any template is filled."""
    report = Report(
        body=Body(name="Comité"),
        period=Period.of_year(2016),
        chair=Todo("qui"),
        masthead=Masthead(original_language="zz"),
        letter=Letter(date=Todo("la date"), original_language="qq"),
        annexes=(
            Annex(title="Une", paragraphs=(Paragraph(text="Un mot."),), original_language="pt"),
            Annex(title="Deux", paragraphs=(Paragraph(text="Un mot."),), original_language="zzz"),
        ),
    )
    with pytest.raises(RecordError) as caught:
        reportgen.render(report)
    with speaking("en"):
        assert [f"{'.'.join(map(str, p.path))}: {p.what}" for p in caught.value.problems] == [
            "masthead.original_language: “zz” is not the code of a language",
            "letter.original_language: “qq” is not the code of a language",
            "annexes.1.original_language: “zzz” is not the code of a language",
        ]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_any_report_builds_in_every_format(report: Report) -> None:
    """Other bodies, a woman in the chair, no conclusions, nested lists, every sign."""
    assert [output.format for output in produce(report, FORMATS)] == list(FORMATS)


@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(reports(most_meetings=40))
def test_forty_meetings_are_no_problem(report: Report) -> None:
    """As many as there are days."""
    assert len(list(produce(report, ("docx", "text")))) == 2


def test_rendering_is_a_function_of_the_records() -> None:
    """The same report gives the same document, the same document the same bytes."""
    report = Report(body=Body(name="Comité"), period=Period.of_year(2016), chair=Todo("le nom"))
    document = reportgen.render(report)
    assert document == reportgen.render(report)
    for kind in ("docx", "pdf", "html", "text"):
        assert reportgen.write(document, kind) == reportgen.write(document, kind)


def test_a_format_that_there_is_not_is_refused() -> None:
    """Scripts find out at once."""
    document = reportgen.render(
        Report(body=Body(name="Comité"), period=Period.of_year(2016), chair=Todo("le nom"))
    )
    with pytest.raises(OutputError) as caught:
        reportgen.write(document, "odt")  # type: ignore[arg-type]
    with speaking("en"):
        assert str(caught.value) == (
            "a document is not written as “odt”\n  → Use one of: docx, pdf, text, html."
        )
    with pytest.raises(OutputError) as caught:
        reportgen.write(document, "pdf", profile="a-2b")  # type: ignore[arg-type]
    with speaking("en"):
        assert str(caught.value) == (
            "a PDF has no profile “a-2b”\n  → Use one of: archive, accessible, draft."
        )


def test_every_profile_of_a_pdf_can_be_asked_for() -> None:
    """By the names that the PDF writer knows; each makes another file."""
    report = Report(body=Body(name="Comité"), period=Period.of_year(2016), chair=Todo("le nom"))
    document = reportgen.render(report)
    assert tuple(PROFILES) == PDF_PROFILES
    made = {reportgen.write(document, "pdf", profile=name) for name in (None, *PDF_PROFILES)}
    assert len(made) == 1 + len(PDF_PROFILES)


def test_a_language_without_templates_is_refused() -> None:
    """The languages that there are are told."""
    report = Report(
        body=Body(name="Committee"), period=Period.of_year(2016), chair=Todo("x"), language="ru"
    )
    with pytest.raises(reportgen.ReportgenError):
        reportgen.render(report)


def test_every_block_knows_the_record_that_it_comes_from() -> None:
    """Origins are paths in the report."""
    report = Report(body=Body(name="Comité"), period=Period.of_year(2016), chair=Todo("le nom"))
    origins = [block.origin for block in reportgen.render(report).blocks]
    assert "" not in origins
    assert "chair" in origins


def test_an_emblem_without_a_place_is_refused(tmp_path: Path) -> None:
    """Templates of one's own may give no head of the first page."""
    emblem = tmp_path / "emblem.svg"
    emblem.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')
    template = tmp_path / "fr" / "report.xml.j2"
    template.parent.mkdir()
    template.write_text("<report><title>Un</title><p>Un.</p></report>")
    report = Report(body=Body(name="Comité"), period=Period.of_year(2018), chair=Todo("qui"))
    with pytest.raises(DocumentError, match=r"no head of the first page|pas d’en-tête"):
        reportgen.render(report, templates=tmp_path, emblem=emblem)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (
            '{% block conclusions %}\n<p>voir <ref to="zz"/></p>{% endblock %}',
            "report.xml.j2:3: the reference “zz” leads to nothing",
        ),
        (
            '{% block conclusions %}<p key="introduction">x</p>{% endblock %}',
            "report.xml.j2:2: the key “introduction” is used twice",
        ),
        (
            "{% block title %}{% endblock %}",
            "report.xml.j2:2: the templates give the report no title",
        ),
    ],
)
def test_what_a_template_has_written_wrong_is_told_where_it_wrote_it(
    block: str, said: str, tmp_path: Path
) -> None:
    """Once, in the user's own file."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "report.xml.j2").write_text(
        f'{{% extends "default/fr/report.xml.j2" %}}\n{block}\n', encoding="utf-8"
    )
    report = Report(body=Body(name="Comité"), period=Period.of_year(2016), chair=Todo("qui"))
    with pytest.raises(DocumentError) as caught, speaking("en"):
        reportgen.render(report, templates=tmp_path)
    with speaking("en"):
        (told,) = map(str, caught.value.problems)
    assert told.partition("\n")[0].endswith(said)
