"""What a PDF is for: whether it is kept in an archive, read aloud, or only a draft."""

from __future__ import annotations

from attrs import evolve, frozen

from reportgen.writers.pdf.signs import Unprintable


@frozen
class Profile:
    """One kind of PDF.

    Args:
        name: what it is called; empty for a plain one.
        variant: the standard that WeasyPrint is asked for; empty for none.
        watermark: the English of the words across every page, which are among the fixed words
            of the page; empty for none.
    """

    name: str = ""
    variant: str = ""
    watermark: str = ""

    @property
    def is_tagged(self) -> bool:
        """Whether the file says what each of its pieces is, as both standards ask."""
        return bool(self.variant)

    @property
    def is_archive(self) -> bool:
        """Whether the file is a PDF/A, made to be read as it is for ever."""
        return self.variant.startswith("pdf/a")

    def refused(self, found: Unprintable) -> Unprintable:
        """Give of the signs that a file cannot hold those that make its claim false.

        A draft shows a box in their place. What is read aloud may have signs of private use: these
        are forbidden by level A of PDF/A alone.
        """
        if not self.is_tagged:
            return Unprintable()
        return found if self.is_archive else evolve(found, private="")

    @property
    def carrying_files(self) -> Profile:
        """The same profile for a file that carries others, which PDF/A-2 forbids (ISO 19005-3)."""
        return evolve(self, variant=self.variant.replace("pdf/a-2", "pdf/a-3"))


PLAIN = Profile()
_NAMED = (
    Profile(name="archive", variant="pdf/a-2a"),
    Profile(name="accessible", variant="pdf/ua-1"),
    Profile(name="draft", watermark="DRAFT"),
)
PROFILES = {profile.name: profile for profile in _NAMED}
"""By their names. What is archived is accessible too: it follows PDF/A-2, level A (ISO 19005-2),
and PDF/UA-1 (ISO 14289-1)."""
