"""What the catalogue says of one code."""

from __future__ import annotations

from enum import StrEnum

from paiban.language import spoken
from paiban.value import NamedTuple


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """A code's default severity, its message and its remedy in Chinese and English; ``{name}`` takes a parameter.

    ``unpainted``: told of a picture or an advert of which nothing can be drawn in the place that it has.
    """

    severity: Severity
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str
    unpainted: bool = False

    def message(self, lang: str) -> str:
        """What is wrong, with braces for parameters, in one language."""
        words: str = getattr(self, spoken(lang))
        return words

    def remedy(self, lang: str) -> str:
        """What to do about it, likewise."""
        words: str = getattr(self, f"remedy_{spoken(lang)}")
        return words
