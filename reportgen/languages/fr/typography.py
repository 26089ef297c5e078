"""Typographic spaces, apostrophes and raised letters of French.

Floor 2. Only spaces and apostrophes change, never a word. Templates and records hold ordinary
spaces; finishing calls `spaces` on each run of words. Sources: Traitement des textes français à
l’ONU (ST/DCS/5), and the spaces counted in documents of 2014 to 2016.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from babel.dates import get_month_names

from reportgen.errors import Problem, RecordError
from reportgen.messages import message

_NO_BREAK = "\u00a0"
_NARROW = "\u202f"
_MONTHS = "|".join(get_month_names("wide", locale="fr").values())
_NUMBERED = (
    "[Aa]nnexes?|[Aa]rticles?|[Cc]hapitres?|[Pp]aragraphes?|[Pp]oints?|[Rr]ésolutions?|"
    "[Ss]ections?|[Tt]ableaux?"
)
_ABBREVIATED = "[Aa]rt|[Cc]hap|[Ff]ig|[Pp]ar|[Pp]|[Pp]p|[Ss]ect|[Vv]ol"
_UNITS = "millions?|milliards?|mille|euros?|dollars?|francs?|°C|h|min|mm|cm|m|km|ha|kg|t"

_SPACES = re.compile(r"\s{2,}|[^\S \u00a0]")

_DIGITS = "0123456789"
_END = "\n"
"""Stands among the signs of a text that ends with a space, before a number of another run."""

Rule = tuple[frozenset[str], re.Pattern[str], str]


def _rule(signs: str, pattern: str, replacement: str) -> Rule:
    """Make a rule that only texts with one of some signs need."""
    return frozenset(signs), re.compile(pattern), replacement


_EVERYWHERE: tuple[Rule, ...] = (
    _rule("'", r"'(?<=[^\W\d_]')(?=\w|[ \u00a0]?«)", "’"),
    _rule("'", r"\b([cdjlmnstCDJLMNST]|[Qq]u)'$", r"\1’"),
    # spaces inside what must stay on one line
    _rule(_DIGITS, r"(?<=\d) (?=\d{3}(?!\d))(?<!\d{4} )", _NO_BREAK),
    _rule(_DIGITS, rf"(?<=\d) (?=(?:{_UNITS})(?![\w’]))", _NO_BREAK),
    _rule(_DIGITS, r"(\d\u00a0h) (?=\d\d\b)", rf"\1{_NO_BREAK}"),
    _rule(_DIGITS, rf"\b(\d{{1,2}}|1er) (?=(?:{_MONTHS})\b)", rf"\1{_NO_BREAK}"),
    _rule(
        f"{_DIGITS}IVXLC{_END}",
        rf"\b({_ABBREVIATED})\. (?=\d|[IVXLC]+\b|$)",
        rf"\1.{_NO_BREAK}",
    ),
    _rule(f"{_DIGITS}IVXLC{_END}", rf"\b({_NUMBERED}) (?=\d|[IVXLC]+\b|$)", rf"\1{_NO_BREAK}"),
    _rule("M", r"\b(MM?\.|Mmes?|Mlles?) (?=[^\W\d_]|$)", rf"\1{_NO_BREAK}"),
    _rule(_DIGITS + _END, r"\b([Nn]os?|[Nn]°s?) (?=\d|$)", rf"\1{_NO_BREAK}"),
    _rule(_DIGITS, r"(?<=\d) (?=\(\d{4}\))", _NO_BREAK),
    _rule(_DIGITS, r"(?<=\d) (?=[a-z]\))", _NO_BREAK),
    # signs that take a space
    _rule("«", r"«[ \u00a0\u202f]*", f"«{_NO_BREAK}"),
    _rule("»", r"[ \u00a0\u202f]*»", f"{_NO_BREAK}»"),
    _rule("%", r"(?<=\d)[ \u00a0]?%(?!\w)", f"{_NO_BREAK}%"),
    _rule(":", r"[ \u00a0]+:(?=[\s\u00a0]|$)", f"{_NO_BREAK}:"),
    _rule(":", r":(?<=[\w»”’)\]…%.]:)(?<!\bhttp:)(?<!\bhttps:)(?=[\s\u00a0]|$)", f"{_NO_BREAK}:"),
)
_PROFILES: Mapping[str, tuple[Rule, ...]] = {
    "un-fr-2016": (_rule(";!?", r"[ \u00a0]+(?=[;!?])", ""), *_EVERYWHERE),
    "un-fr-recent": (
        _rule(";!?", r"[ \u00a0]+(?=[;!?])", _NARROW),
        _rule(";!?", r"(?<=[\w»”’)\]…%.])(?=[;!?]+(?:[\s\u00a0»”)\]]|$))", _NARROW),
        *_EVERYWHERE,
    ),
}


def spaces(text: str, profile: str) -> str:
    """Give a text the spaces and apostrophes of one typographic usage.

    Here `~` stands for U+00A0 and `_` for U+202F.

    | text | spaces(text, "un-fr-2016") | spaces(text, "un-fr-recent") |
    |---|---|---|
    | paix ; · paix; | paix; · paix; | paix_; · paix_; |
    | pourquoi ? | pourquoi? | pourquoi_? |
    | suivants : · suivants: | suivants~: · suivants~: | suivants~: · suivants~: |
    | « Unis » · «Unis» | «~Unis~» · «~Unis~» | «~Unis~» · «~Unis~» |
    | 25 % · 25% | 25~% · 25~% | 25~% · 25~% |
    | 10 000 · 2 milliards · 12 h 40 | 10~000 · 2~milliards · 12~h~40 | 10~000 · 2~milliards · 12~h~40 |
    | 28 avril 2016 · 1er mars | 28~avril 2016 · 1er~mars | 28~avril 2016 · 1er~mars |
    | par. 4 · M. X · no 5 | par.~4 · M.~X · no~5 | par.~4 · M.~X · no~5 |
    | résolution 2127 (2013) | résolution~2127~(2013) | résolution~2127~(2013) |
    | point 113 b) · chap. VII | point~113~b) · chap.~VII | point~113~b) · chap.~VII |
    | l'Union | l’Union | l’Union |
    | 12:30 · https://un.org · S/2016/1019 | 12:30 · https://un.org · S/2016/1019 | 12:30 · https://un.org · S/2016/1019 |

    Spaces in a row become one. Applying the same usage again changes nothing.

    Args:
        text: a run of words; it may begin or end with a space.
        profile: the name of the usage, `un-fr-2016` or `un-fr-recent`.

    Raises:
        RecordError: there is no usage of that name.
    """  # noqa: E501 -- rows of the table
    if profile not in _PROFILES:
        raise RecordError(
            Problem(
                message("“{found}” is not a typographic usage of French", found=profile),
                message("Use one of: {known}.", known=", ".join(_PROFILES)),
            )
        )
    spaced = _SPACES.sub(_single, text)
    signs = set(spaced) | ({_END} if spaced.endswith(" ") else set())
    for needed, pattern, replacement in _PROFILES[profile]:
        if not needed.isdisjoint(signs):
            spaced = pattern.sub(replacement, spaced)
    return spaced


def _single(found: re.Match[str]) -> str:
    """Make one space of several; one that must not break wins."""
    return _NO_BREAK if set(found[0]) & {_NO_BREAK, _NARROW, "\u2007"} else " "


_RAISED = re.compile(
    r"""(?<![\w/.-])(?:
        \d+(?P<rank>ers?|res?|es?)        # 1er, 1re, 7364e
      | [IVX]+(?P<roman>er|e)             # XXIe
      | [Nn](?P<number>os?)(?=[ \u00a0](?:\d|$))   # no 5, nos 5 et 6
    )(?![\w/-])""",
    re.VERBOSE,
)


def superscripts(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text into pieces, each with whether it is raised.

    Here what is raised stands between `^`.

    | text | superscripts(text) |
    |---|---|
    | 1er janvier · 1re réunion · 7364e séance | 1^er^ janvier · 1^re^ réunion · 7364^e^ séance |
    | XXIe siècle · no 5 · nos 5 et 6 | XXI^e^ siècle · n^o^ 5 · n^os^ 5 et 6 |
    | S/2016/1e · A-2e | S/2016/1e · A-2e |

    Args:
        text: a run of words.

    Returns:
        The pieces in order, none empty; together they are the text.
    """
    pieces: list[tuple[str, bool]] = []
    position = 0
    for found in _RAISED.finditer(text):
        start, end = found.span(found.lastgroup or 0)
        pieces += [(text[position:start], False), (text[start:end], True)]
        position = end
    return tuple(piece for piece in (*pieces, (text[position:], False)) if piece[0])


_AFTER_CALL = re.compile(r"(?<!\betc)\s*[.,;:!?…]+\s*$|\s+$")


def before_call(text: str) -> tuple[str, str]:
    """Part words that call a note: the call stands before the punctuation.

    | text | before_call(text) |
    |---|---|
    | paix. · paix · (par. 4), · textes, etc. | paix + . · paix + nothing · (par. 4) + , · textes, etc. + nothing |

    Source: Editorial Manual, footnotes: after punctuation in English, before it in French.

    Args:
        text: the words as they are typed, spaces set; a space at their end is left out.
    """  # noqa: E501 -- a row of the table
    found = _AFTER_CALL.search(text)
    return (text[: found.start()], found[0].rstrip()) if found else (text, "")
