"""This year's records → next year's: what recurs re-dated, what changed an open hole.

Floor 5. Texts come in and go out, no file is opened. `redating` changes the years in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from reportgen.editing import (
    annotated,
    comment_above,
    data,
    excerpt,
    in_blocks,
    inserted,
    removed,
    replaced,
    reworded,
)
from reportgen.errors import Problem, RecordPath, ReportgenError
from reportgen.languages import Language, language
from reportgen.messages import message
from reportgen.reading import Reading
from reportgen.records import Gender, Letter, Period, Report, Symbol, Table, Todo, holes
from reportgen.rollover.redating import redating
from reportgen.rollover.references import leading_nowhere

__all__ = ["RolloverOptions", "name_of", "roll_over"]

_FILE = "report.yaml"
_MODELINE = "# yaml-language-server: $schema=.schemas/report.schema.json\n"
_RECURRING: tuple[RecordPath, ...] = (
    ("introduction",),
    ("wording",),
    ("conclusions",),
    ("letter", "paragraphs"),
    ("letter", "wording"),
)
_RECURRING_OF_ANNEXES: tuple[RecordPath, ...] = (("title",), ("table", "heads"))
_LETTER = {
    "date": "date of the letter",
    "sender": "sender of the letter: name, gender and function",
    "addressee": "addressee of the letter: title and gender",
    "original_language": "language of the original",
}
_MASTHEAD = {
    "symbol": "symbol of the report",
    "date": "date of publication",
    "original_language": "language of the original",
    "job_number": "job number",
}
_CHAIR = "chair in {period}: name, gender, function, and symbol of the document naming the chair"
_TITLE = "title of the function"
_TITLE_AND_STATE = "title of the function, and under “of” the State or organization"
_PREVIOUS = (
    "What the report before said, to find what is left over from it.",
    "Under “history”, quote word for word what speaks of the past on purpose.",
)
_SUMMARY = "summary of the report for {period}"
_CONCLUSIONS = "conclusions and recommendations for {period}"
_REFERRING = "text whose reference leads to what is no longer there"
_ANNEX = "text of the annex for {period}"
_MEETINGS = "meetings held in {period} (delete this line once they are recorded)"


@frozen(kw_only=True)
class RolloverOptions:
    """What is known of the next year, and what recurs though it usually does not.

    Args:
        keep_chair: whether the same person goes on chairing the body.
        chair_name: who chairs it, where that is known; an honorific tells the gender.
        chair_gender: the gender of that person.
        chair_of: the key, among the organizations, of whom that person acts for.
        keep_conclusions: whether the conclusions recur.
    """

    keep_chair: bool = False
    chair_name: str | None = None
    chair_gender: Gender | None = None
    chair_of: str | None = None
    keep_conclusions: bool = False


@frozen(kw_only=True)
class _Source:
    """Last year's report, as everything below needs it.

    Args:
        text: the text of the report's own file, in block style.
        records: what it holds, as plain values.
        period: the next period.
    """

    report: Report
    text: str
    records: dict[str, Any]
    period: Period
    spoken: Language

    def words(self, english: str, period: Period | None = None) -> str:
        """Say fixed words in the language of the report, of the next period or another."""
        return self.spoken.words(english).format(period=name_of(period or self.period))


def roll_over(
    reading: Reading, period: Period, options: RolloverOptions | None = None
) -> dict[str, str]:
    """Make next year's report of this year's.

    Texts that recur are kept and re-dated, and so is every comment. The chair, the symbols, the
    rest of the masthead, the date and the sender of the letter, the summary, the conclusions, what
    the annexes hold and a text that refers to what is gone become holes, with last year's value as
    a comment above; holes stay; the days after the job number and those of reissues are dropped.
    The account of meetings begins empty, and `previous` keeps what the new report must not go on
    saying.

    Args:
        reading: the report as it was read.
        period: the next period.
        options: what is known of it.

    Returns:
        The text of each file of the new report, by its name in the folder.

    Raises:
        ReportgenError: the period does not follow that of the report, or the options contradict
            the report or one another.
    """
    chosen = options or RolloverOptions()
    text = in_blocks(reading.texts[reading.file].replace("\r\n", "\n"))
    source = _Source(
        report=reading.report,
        text=text,
        records=data(text),
        period=period,
        spoken=language(reading.report.language),
    )
    problems = (
        *_period_problems(source),
        *_chair_problems(source, chosen),
        *_keeping_problems(source, chosen),
    )
    if problems:
        raise ReportgenError(*problems)
    text = _redated(text, source)
    for key in ("meetings", "previous"):
        text = removed(text, (key,)) if key in source.records else text
    text = replaced(text, ("period",), _period(period))
    text = _with_masthead(text, source)
    text = _with_chair(text, source, chosen)
    if "renewal" in source.records:
        text = _open(text, source, ("renewal",), "resolution renewing the mandate")
    text = _with_letter(text, source)
    text = _with_open_prose(text, source, "summary", _SUMMARY)
    text = _with_conclusions(text, source, chosen)
    text = _with_annexes(text, source)
    text = _with_meetings(text, source)
    for path in leading_nowhere(source.report, data(text), _RECURRING):
        text = _open(text, source, path, _REFERRING)
    text = _with_previous(text, source)
    return {_FILE: _MODELINE + re.sub(r"\A# yaml-language-server:.*\n", "", text)}


def name_of(period: Period) -> str:
    """Name a period by its year, or by its two years."""
    return "-".join(dict.fromkeys((str(period.start.year), str(period.end.year))))


def _period_problems(source: _Source) -> Iterator[Problem]:
    old, new = source.report.period, source.period
    if new.start <= old.start:
        yield Problem(
            message(
                "the new period begins on {new}, and that of the report on {old}",
                new=new.start.isoformat(),
                old=old.start.isoformat(),
            ),
            message("Give a period that comes after that of the report."),
        )


def _chair_problems(source: _Source, options: RolloverOptions) -> Iterator[Problem]:
    name, of = options.chair_name, options.chair_of
    if name is None and (options.chair_gender is not None or of is not None):
        what = message("the gender or the State of the chair is given, and not the name")
        yield Problem(what, message("Give the name too."))
    if name is not None and options.keep_chair:
        what = message("the chair is to be kept, and another one is named")
        yield Problem(what, message("Keep the one or name the other."))
    if name is not None and not name.strip():
        yield Problem(message("the text is empty"), message("Give the name of the chair."))
    elif name is not None and _gender(source, options) is None:
        what = message("the gender of the chair, {name}, is not known", name=name)
        yield Problem(
            what, message("Give it with --chair-gender: the words of the report agree with it.")
        )
    known = source.records.get("organizations") or {}
    if of is not None and of not in known and source.spoken.known(of) is None:
        what = message(
            "“{key}” is not registered under “{registry}”", key=of, registry="organizations"
        )
        advice = message("Use one of: {known}.", known=", ".join(sorted(known)))
        yield Problem(what, advice if known else message("Add it there."))


def _keeping_problems(source: _Source, options: RolloverOptions) -> Iterator[Problem]:
    if options.keep_chair and len({chair.period for chair in source.report.chairs}) > 1:
        yield Problem(
            message("the chair is to be kept, and several presided in turn"),
            message("Name the one who goes on with --chair."),
        )


def _redated(text: str, source: _Source) -> str:
    """Re-date what recurs, every hole, and every comment but the hints of an earlier rollover."""
    change = redating(source.report.period, source.period, source.spoken)
    hint = _hint_heading(source)

    def all_but_hints(written: str) -> str:
        found = hint.search(written)
        own = written[: found.start()] if found else written
        return change(own) + written[len(own) :]

    open_ = [
        hole.path for hole in holes(source.report) if hole.path[0] not in {"meetings", "previous"}
    ]
    titles = [
        ("annexes", index, *path)
        for index in range(len(source.report.annexes))
        for path in _RECURRING_OF_ANNEXES
    ]
    return reworded(text, [*_RECURRING, *titles, *open_], all_but_hints)


def _with_masthead(text: str, source: _Source) -> str:
    for key in ("job_dates", "reissued"):
        if key in (source.records.get("masthead") or {}):
            text = removed(text, ("masthead", key))
    return _with_open_keys(text, source, "masthead", _MASTHEAD)


def _with_letter(text: str, source: _Source) -> str:
    if not isinstance(source.report.letter, Letter):
        return text
    return _with_open_keys(text, source, "letter", _LETTER)


def _with_open_keys(text: str, source: _Source, record: str, keys: Mapping[str, str]) -> str:
    """Put holes in place of some values of a record, those that are there."""
    for key, expected in keys.items():
        if key in (source.records.get(record) or {}):
            text = _open(text, source, (record, key), expected)
    return text


def _with_annexes(text: str, source: _Source) -> str:
    """Keep the titles of the annexes and the heads of their tables, and open what they hold."""
    for index, annex in enumerate(source.report.annexes):
        path: RecordPath = ("annexes", index)
        if any(not isinstance(paragraph.text, Todo) for paragraph in annex.paragraphs):
            contents = [{"todo": source.words(_ANNEX)}]
            text = _emptied(text, source, (*path, "paragraphs"), contents)
        elif annex.paragraphs:
            text = _renamed(text, source, (*path, "paragraphs", 0), _ANNEX)
        table = annex.table
        if isinstance(table, Table) and any(
            not isinstance(cell, Todo) for row in table.rows for cell in row
        ):
            heads = (h.expected if isinstance(h, Todo) else h for h in table.heads)
            row = [{"todo": head} for head in heads]
            text = _emptied(text, source, (*path, "table", "rows"), [row])
    return text


def _with_chair(text: str, source: _Source, options: RolloverOptions) -> str:
    path, others = ("chair",), ("other_chairs",)
    naming = "symbol of the document naming the chair"
    if options.chair_name is not None:
        text = removed(text, others) if _has(source, others) else text
        text = replaced(_unhinted(text, source, path), path, _named_chair(source, options))
        title = (*path, "function", "title")
        if isinstance(data(text)["chair"]["function"]["title"], dict) and _has(source, title):
            text = _hinted(text, source, title)
        if _has(source, (*path, "source")):
            text = _hinted(text, source, (*path, "source"))
        return text
    if not options.keep_chair:
        text = _open(text, source, path, _CHAIR)
        if not _has(source, others):
            return text
        hint = comment_above(text, path) + excerpt(source.text, others)
        return removed(annotated(text, path, hint), others)
    for chair in (path, *((*others, index) for index in range(len(source.report.other_chairs)))):
        if _has(source, (*chair, "source")):
            text = _open(text, source, (*chair, "source"), naming)
        if _has(source, (*chair, "period")):
            text = removed(text, (*chair, "period"))
    return text if isinstance(source.report.chair, Todo) else _unhinted(text, source, path)


def _named_chair(source: _Source, options: RolloverOptions) -> dict[str, Any]:
    """Write a chair whose name is known, and of whom the rest must still be found out."""
    name = source.spoken.person(options.chair_name or "", "").name
    chairs = source.report.chairs
    names = [chair.person.name for chair in chairs]
    same = name in names
    records = [source.records["chair"], *(source.records.get("other_chairs") or [])]
    was = records[names.index(name) if same else 0] if chairs else {"person": {}, "function": {}}
    person, function = was["person"], was["function"]
    kept = function if same else {k: v for k, v in function.items() if k == "accredited_to"}
    of = {"of": options.chair_of} if options.chair_of else {}
    title = {"title": {"todo": source.words(_TITLE if of else _TITLE_AND_STATE)}}
    return {
        "person": {
            **(person if same else {}),
            "name": name,
            "gender": str(_gender(source, options)),
        },
        "function": {**title, **of, **kept, **of},
        "source": {"todo": source.words("symbol of the document naming the chair")},
    }


def _gender(source: _Source, options: RolloverOptions) -> Gender | None:
    """Tell the gender of the named chair: as given, as the honorific says, or as it was."""
    naming = source.spoken.person(options.chair_name or "", "")
    told = options.chair_gender or naming.gender
    for old in source.report.chairs:
        if told is None and old.person.name == naming.name:
            return old.person.gender
    return Gender(told) if told is not None else None


def _with_conclusions(text: str, source: _Source, options: RolloverOptions) -> str:
    if options.keep_conclusions and any(
        not isinstance(conclusion.text, Todo) for conclusion in source.report.conclusions
    ):
        return _unhinted(text, source, ("conclusions",))
    return _with_open_prose(text, source, "conclusions", _CONCLUSIONS)


def _with_open_prose(text: str, source: _Source, name: str, expected: str) -> str:
    """Put one hole in place of the paragraphs of a field, last year's as a hint above it."""
    paragraphs = getattr(source.report, name)
    if not paragraphs:
        return text
    if all(isinstance(paragraph.text, Todo) for paragraph in paragraphs):
        return _renamed(text, source, (name, 0), expected)
    return _emptied(text, source, (name,), [{"todo": source.words(expected)}])


def _with_meetings(text: str, source: _Source) -> str:
    """Leave open how many meetings were held: that there were none is for someone to say."""
    path = ("wording", "meetings")
    if _has(source, path):
        return _renamed(text, source, path, _MEETINGS)
    return inserted(text, path, {"todo": source.words(_MEETINGS)})


def _with_previous(text: str, source: _Source) -> str:
    """Write down what last year's report said, for the search of what is left over."""
    report = source.report
    previous: dict[str, Any] = {"period": _period(report.period)}
    records = [source.records["chair"], *(source.records.get("other_chairs") or [])]
    whole = [
        {key: record[key] for key in ("person", "function")}
        for record, chair in zip(records, report.chairs, strict=False)
        if not any(holes((chair.person, chair.function)))
    ]
    previous |= {"chair": whole[0]} if whole else {}
    previous |= {"other_chairs": whole[1:]} if whole[1:] else {}
    symbols = [str(symbol) for symbol in _symbols(report)]
    previous |= {"symbols": list(dict.fromkeys(symbols))} if symbols else {}
    previous |= {"renewal": str(report.renewal)} if isinstance(report.renewal, Symbol) else {}
    if report.previous and report.previous.history:
        previous["history"] = list(report.previous.history)
    text = inserted(text, ("previous",), previous)
    return annotated(text, ("previous",), "\n".join(map(source.words, _PREVIOUS)))


def _symbols(report: Report) -> Iterator[Symbol]:
    """Give the symbols that were last year's own."""
    chairs = (chair.source for chair in report.chairs)
    notes = (meeting.concept_note for meeting in report.meetings)
    adopted = (meeting.adopted for meeting in report.meetings)
    for symbol in (report.masthead.symbol, *notes, *chairs, *adopted):
        if isinstance(symbol, Symbol):
            yield symbol


def _period(period: Period) -> int | dict[str, str]:
    days = {"start": period.start.isoformat(), "end": period.end.isoformat()}
    return days if period.year is None else period.year


# --- holes, and last year's value above them ----------------------------------------------------


def _open(text: str, source: _Source, path: RecordPath, expected: str) -> str:
    """Put a hole at a path, last year's value above it; a hole that is there stays."""
    if _is_hole(_value(source, path)):
        return _renamed(text, source, path, expected)
    return replaced(_hinted(text, source, path), path, {"todo": source.words(expected)})


def _emptied(text: str, source: _Source, path: RecordPath, contents: list[Any]) -> str:
    """Put holes in place of what a list holds, last year's items above it."""
    return replaced(_hinted(text, source, path), path, contents)


def _renamed(text: str, source: _Source, path: RecordPath, expected: str) -> str:
    """Let a hole of our own name the next period, also where years could not be re-dated."""
    ours = source.words(expected, source.report.period)
    if _value(source, path) == {"todo": ours}:
        return replaced(text, path, {"todo": source.words(expected)})
    return text


def _hinted(text: str, source: _Source, path: RecordPath) -> str:
    """Say above a key what it was last year, in place of an older hint."""
    value = _value(source, path)
    heading = source.words("In {period}:", source.report.period)
    if isinstance(value, str) and "\n" not in value and len(value) <= _SHORT:
        hint = f"{heading} {value}\n"
    else:
        hint = f"{heading}\n{excerpt(source.text, path)}"
    return annotated(text, path, _own_comment(text, source, path) + hint)


def _unhinted(text: str, source: _Source, path: RecordPath) -> str:
    return annotated(text, path, _own_comment(text, source, path))


def _own_comment(text: str, source: _Source, path: RecordPath) -> str:
    """Give the comment above a key without the hint of an earlier rollover."""
    comment = comment_above(text, path)
    found = _hint_heading(source, hash_="").search(comment)
    return comment[: found.start()] if found else comment


def _hint_heading(source: _Source, hash_: str = r"[ \t]*#[ ]?") -> re.Pattern[str]:
    heading = re.escape(source.spoken.words("In {period}:"))
    years = r"\\d{4}(?:-\\d{4})?"
    return re.compile(rf"^{hash_}" + re.sub(r"\\\{period\\\}", years, heading), re.MULTILINE)


_SHORT = 80


def _has(source: _Source, path: RecordPath) -> bool:
    return _value(source, path) is not None


def _value(source: _Source, path: RecordPath) -> Any:  # noqa: ANN401 -- any plain value
    value: Any = source.records
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _is_hole(value: object) -> bool:
    return isinstance(value, dict) and "todo" in value
