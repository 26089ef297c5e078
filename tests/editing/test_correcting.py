"""Words put in place of others, and nothing beside them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.editing import Correction, corrected, data, yaml_of


def correction(text: str, value: str, was: str, words: str) -> Correction:
    """Correct words that stand once, on one line, in a text and in a value."""
    start = text.index(was)
    return Correction(start, start + len(was), value.index(was), was, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: ce qui qui dit  # note\n", "a: ce qui dit  # note\n"),
        ("a: 'ce qui qui dit'\n", "a: 'ce qui dit'\n"),
        ('{"a": "ce qui qui dit"}', '{"a": "ce qui dit"}'),
        ("a: >-\n  ce qui qui dit\n# note\n", "a: >-\n  ce qui dit\n# note\n"),
        ("a: |-\r\n  ce qui qui dit\r\n", "a: |-\r\n  ce qui dit\r\n"),
        ("b: &x ce qui qui dit\na: *x\n", "b: &x ce qui dit\na: *x\n"),
    ],
)
def test_words_are_replaced_where_they_stand(text: str, expected: str) -> None:
    """In any style, comments and line ends kept."""
    one = correction(text, "ce qui qui dit", "qui qui", "qui")
    assert corrected(text, [one]) == (expected, (one,))
    assert data(expected)["a"] == "ce qui dit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 'un mot'\n", "a: 'l''\"eau\"\\'\n"),
        ('a: "un mot"\n', 'a: "l\'\\"eau\\"\\\\"\n'),
        ("a: >-\n  un mot\n", 'a: >-\n  l\'"eau"\\\n'),
    ],
)
def test_words_are_written_as_their_style_wants_them(text: str, expected: str) -> None:
    """Quotes are doubled or escaped."""
    made, _ = corrected(text, [correction(text, "un mot", "un mot", 'l\'"eau"\\')])
    assert made == expected
    assert data(made)["a"] == 'l\'"eau"\\'


@pytest.mark.parametrize("words", ["a: b", "a #b", "12", " x", "a\nb"])
def test_what_the_layout_does_not_allow_is_refused(words: str) -> None:
    """A plain text would be read as something else."""
    text = "a: un mot\nb: 1\n"
    assert corrected(text, [correction(text, "un mot", "un mot", words)]) == (text, ())


@pytest.mark.parametrize("words", ["", " "])
def test_a_value_is_not_emptied(words: str) -> None:
    """A record may not say nothing."""
    text = "a: 'un mot'\n"
    assert corrected(text, [correction(text, "un mot", "un mot", words)]) == (text, ())


def test_one_that_is_refused_does_not_hinder_the_others() -> None:
    """Each is judged by itself where not all can be made."""
    text = "a: un mot\nb: deux mots\n"
    bad = correction(text, "un mot", "mot", "mot: x")
    good = correction(text, "deux mots", "mots", "noms")
    assert corrected(text, [bad, good]) == ("a: un mot\nb: deux noms\n", (good,))


def test_of_two_that_overlap_the_first_is_made() -> None:
    """The other one waits for another time."""
    text = "a: un deux trois\n"
    first = correction(text, "un deux trois", "un deux", "deux")
    second = correction(text, "un deux trois", "deux trois", "trois")
    third = correction(text, "un deux trois", "trois", "quatre")
    assert corrected(text, [third, second, first]) == ("a: deux quatre\n", (first, third))


def test_words_that_are_not_there_are_refused() -> None:
    """Nor is a key a value."""
    text = "a: un mot\n"
    assert corrected(text, [Correction(3, 5, 0, "le", "un")]) == (text, ())
    assert corrected(text, [Correction(0, 1, 0, "a", "b")]) == (text, ())


@given(st.data())
def test_whatever_is_corrected_is_read_back_with_that_correction_alone(
    data_: st.DataObject,
) -> None:
    """Or nothing is changed at all."""
    letters = st.text("aé'\"\\:#- œ", min_size=1, max_size=30).filter(lambda t: t == t.strip())
    value = data_.draw(letters)
    start = data_.draw(st.integers(0, len(value) - 1))
    end = data_.draw(st.integers(start + 1, len(value)))
    words = data_.draw(st.text("bé'\"\\: \n", max_size=4))
    text = "# un\n" + yaml_of({"a": value, "b": [value]}) + "# deux\n"
    where = text.find(value, text.index(":") + 2)
    assume(where >= 0)
    one = Correction(where + start, where + end, start, value[start:end], words)
    changed, made = corrected(text, [one])
    if made:
        expected = value[:start] + words + value[end:]
        assert data(changed) == {"a": expected, "b": [value]}
        assert changed[: where + start] == text[: where + start]
        assert changed.endswith(text[where + end :])
    else:
        assert changed == text
