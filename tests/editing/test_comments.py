"""Comments are read, put, and reworded; texts that cannot be edited are written anew."""

import pytest

from reportgen.editing import annotated, comment_above, excerpt, in_blocks, reworded

TEXT = """\
# yaml-language-server: $schema=x.json
# En-tête, 2016.
a: 2016  # de 2016
# au-dessus
#
# encore
b:
  - >-  # bloc 2016
    # ceci n’est pas un commentaire de 2016
    mais 2016
  # du point, 2016
  - key: 2016
    text: en 2016
2016: clef
c: {d: 'en 2016', e: 1}
"""


def next_year(text: str) -> str:
    """Put 2017 for 2016."""
    return text.replace("2016", "2017")


def test_comments_and_chosen_values_are_reworded() -> None:
    """Keys and the other values stay."""
    assert reworded(TEXT, [("b", 0), ("c", "d"), ("nulle", "part")], next_year) == (
        TEXT.replace("2016", "2017")
        .replace("a: 2017", "a: 2016")
        .replace("key: 2017", "key: 2016")
        .replace("text: en 2017", "text: en 2016")
        .replace("2017: clef", "2016: clef")
    )


def test_a_comment_of_several_lines_is_reworded_at_once() -> None:
    """A date may run over its lines."""
    seen: list[str] = []
    reworded("a: 1\n# un\n  # deux\nb: 'x # y'\n", [], lambda text: seen.append(text) or text)
    assert seen == ["# un\n  # deux"]


@pytest.mark.parametrize(
    ("path", "comment"),
    [
        (("a",), "En-tête, 2016.\n"),
        (("b",), "au-dessus\n\nencore\n"),
        (("b", 1), "du point, 2016\n"),
        (("b", 0), ""),
        (("c",), ""),
        (("c", "d"), ""),
    ],
)
def test_the_comment_above_a_value_is_read(path: tuple[str | int, ...], comment: str) -> None:
    """Without its hashes, and without the modeline."""
    assert comment_above(TEXT, path) == comment


def test_the_comment_above_a_value_is_put() -> None:
    """In place of the one that stands there, as far in as the value."""
    assert annotated(TEXT, ("b",), "neuf\n") == TEXT.replace(
        "# au-dessus\n#\n# encore\n", "# neuf\n"
    )
    assert annotated(TEXT, ("b", 1), "neuf\n\nfin") == TEXT.replace(
        "  # du point, 2016\n", "  # neuf\n  #\n  # fin\n"
    )
    assert annotated(TEXT, ("a",), "") == TEXT.replace("# En-tête, 2016.\n", "")
    assert annotated(TEXT, ("c", "e"), "un") == TEXT.replace(
        "c: {d: 'en 2016', e: 1}", "c:\n  d: en 2016\n  # un\n  e: 1"
    )


def test_a_value_is_cut_out_as_it_stands() -> None:
    """With its key, at the margin."""
    assert excerpt(TEXT, ("c",)) == "c: {d: 'en 2016', e: 1}\n"
    assert excerpt(TEXT, ("a",)) == "a: 2016  # de 2016\n"
    assert excerpt(TEXT, ("b", 1)) == "- key: 2016\n  text: en 2016\n"
    assert excerpt("a:\n  b:\n    c: 1\n\n    d: 2\n\ne: 3\n", ("a", "b")) == (
        "b:\n  c: 1\n\n  d: 2\n"
    )


def test_nothing_is_read_or_put_where_nothing_is() -> None:
    """The caller named a path that is not there."""
    for call in (excerpt, comment_above):
        with pytest.raises(KeyError):
            call(TEXT, ("nulle", "part"))
    with pytest.raises(KeyError):
        annotated(TEXT, ("nulle",), "x")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (TEXT, TEXT),
        ('{"a": {"b": 1}}', "a:\n  b: 1\n"),
        ("a: &x\n  b: 1\nc: *x\n", "a:\n  b: 1\n\nc:\n  b: 1\n"),
        ("# tête\na: &x 1\nb: 2\n", "# tête\na: 1\n\nb: 2\n"),
    ],
)
def test_what_cannot_be_cut_is_written_anew(text: str, blocks: str) -> None:
    """Braces around everything, and names that aliases refer to."""
    assert in_blocks(text) == blocks
