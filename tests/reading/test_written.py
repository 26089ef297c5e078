"""Where each character of a text stands in its file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.editing import yaml_of
from reportgen.errors import Place
from reportgen.reading import read_report
from reportgen.reading.nodes import Mapping as MappingNode
from reportgen.reading.nodes import Scalar, Source
from reportgen.reading.parsing import parse
from reportgen.reading.written import offset_of, place_of, spans

Write = Callable[[Mapping[str, str | bytes]], Path]

PATH = ("conclusions", 0, "text")


def writings() -> st.SearchStrategy[str]:
    """Draw YAML and JSON scalars of every style, broken over lines where the style allows it."""
    word = st.text("aéœ’«»:#-\"'\\😀\u00a0{[,&", min_size=1, max_size=6)
    line = st.lists(word, min_size=1, max_size=5).map(" ".join)
    gap = st.sampled_from(["\n", "\n\n", "\n\n\n", " \n", "\r\n"])
    deeper = st.sampled_from(["", "", "", "  ", "\t"])

    @st.composite
    def scalar(draw: st.DrawFn) -> str:
        head = draw(st.sampled_from([">-", ">", "|-", "|+", ">2 # un mot", "|-2", "'", '"', ""]))
        lines = draw(st.lists(st.tuples(line, gap, deeper), min_size=1, max_size=5))
        if head[:1] in {">", "|"}:
            body = "".join(f"  {further}{words}{end}" for words, end, further in lines)
            return f"{head}\n{body}"
        written = "".join(f"{'  ' if n else ''}{one[0]}{one[1]}" for n, one in enumerate(lines))
        written = written.rstrip()
        if head == '"':
            escaped = written.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9")
            return f'"{escaped.replace("😀", draw(_FACES)).replace("œ", draw(_BROKEN))}"'
        return head + written.replace("'", "''" if head else "'") + head

    return scalar()


_FACES = st.sampled_from(["\\ud83d\\ude00", "\\U0001F600", "😀"])
_BROKEN = st.sampled_from(["œ", "\\\n  œ", "\\\n\n  œ", "\\xe9"])


@given(writings(), st.sampled_from(["", "# avant\r\n", "b: 1\n"]))
def test_the_character_at_a_place_is_the_one_of_the_text(scalar: str, before: str) -> None:
    """Whatever the style: blanks come from blanks and line breaks, escapes stand for themselves."""
    source = f"{before}a: {scalar}\nc: fin\n"
    node, problems = parse(Source("f", source))
    assume(isinstance(node, MappingNode) and not problems and node.entries.keys() >= {"a", "c"})
    value = cast("MappingNode", node).entries["a"].value
    assume(isinstance(value, Scalar) and value.kind == "text" and value.text.strip())
    text = cast("Scalar", value).text
    found = spans(source, offset_of(source, value.spot.place), text)
    assert found is not None, (source, text)
    assert len(found) == len(text)
    for sign, (start, end) in zip(text, found, strict=True):
        written = source[start:end]
        assert (
            written == sign
            or written.startswith("\\")
            or written == "''"
            or (sign in " \n" and not written.strip())
        )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_what_the_house_style_writes_is_found_again(text: str) -> None:
    """Long prose in blocks, short texts as they are, odd ones in quotes."""
    source = yaml_of({"a": text})
    assert spans(source, source.index(":") + 2, text) is not None


def test_another_text_is_not_found() -> None:
    """Nothing is said rather than something wrong."""
    assert spans("a: une phrase\n", 3, "une autre") is None
    assert spans("a: 'court'\n", 3, "court, et plus long") is None


def test_places_and_offsets_are_each_other_the_other_way_round() -> None:
    """Lines end as on any system."""
    source = "ab\r\nc\n\nd"
    for offset in (0, 1, 4, 7):
        assert offset_of(source, place_of(source, "f", offset)) == offset
    assert place_of(source, "f", 4) == Place("f", 2, 1)


@pytest.mark.parametrize(
    ("conclusion", "place"),
    [
        ("- >-\n    Un mot\n    et un autre.\n", Place("r/report.yaml", 17, 8)),
        ("- text: Un mot et un autre.\n", Place("r/report.yaml", 15, 21)),
        ("- 'Un mot et un autre.'\n", Place("r/report.yaml", 15, 16)),
        ("- Un mot et\n    un autre.\n", Place("r/report.yaml", 16, 5)),
    ],
)
def test_a_word_of_a_report_has_its_line_and_column(
    write: Write, report: str, conclusion: str, place: Place
) -> None:
    """In blocks, quotes and plain texts, written out or as the text alone."""
    text = report[: report.index("organizations")] + f"conclusions:\n  {conclusion}"
    lines = text.count("\n") - conclusion.count("\n")
    reading = read_report(write({"report.yaml": text.replace("    of: senegal\n", "")}))
    start = str(reading.report.conclusions[0].text).index("un autre")
    shifted = Place(place.file, (place.line or 0) + lines - 15, place.column)
    end = Place(shifted.file, shifted.line, (shifted.column or 0) + 8)
    assert reading.stretch(PATH, start, start + 8) == (shifted, end)


def test_words_that_no_file_writes_have_no_place(write: Write, report: str) -> None:
    """A default, or a key made of a name, stands nowhere."""
    reading = read_report(write({"report.yaml": report}))
    assert reading.written(("language",), 0, 1) is None
    assert reading.stretch(("language",), 0, 1) is None
