"""The fixed words of the page in the language of the report: Nations Unies, Annexe.

Floor 2. They are gettext catalogues of the domain `furniture`, one for each language; the keys are
English. The words of the program itself are another domain, read by `messages`.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import cache

from reportgen.errors import Problem, TemplateError
from reportgen.messages import CATALOGUES, message


class _Unknown(gettext.NullTranslations):
    """What stands behind a catalogue: English must not slip onto the page."""

    def gettext(self, message: str) -> str:
        """Refuse a word that the catalogue does not have."""
        raise KeyError(message)


@cache
def furniture(code: str) -> Callable[[str], str]:
    """Open the fixed words of one language.

    Args:
        code: the code of the language.

    Returns:
        A function from the English words to those of the language; it raises `TemplateError` for
        words that are not in the catalogue.
    """
    catalogue = gettext.translation("furniture", CATALOGUES, [code])
    catalogue.add_fallback(_Unknown())

    def words(english: str) -> str:
        try:
            return catalogue.gettext(english)
        except KeyError:
            raise TemplateError(
                Problem(
                    message("“{words}” is not among the fixed words of the page", words=english),
                    message(
                        "Use the English words of the catalogue, or write the words themselves"
                        " in the template."
                    ),
                )
            ) from None

    return words
