"""An advert as the editor placed it."""

# Annotations are evaluated here: a NamedTuple compiles those that are strings, at a tenth of a millisecond a class.

from pathlib import Path
from typing import NamedTuple

from paiban.span import Text
from paiban.units import Length


class Advert(NamedTuple):
    """A page of a PDF, or an image. ``words`` is its path as it was typed, ``file`` where it is looked for.

    ``pdf_page`` is the page that the editor named, ``size`` the width and height that he gave, None where he did not.
    """

    words: Text
    file: Path
    pdf_page: int | None
    size: tuple[Length, Length] | None

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF, by its name."""
        return self.words.value.lower().endswith(".pdf")
