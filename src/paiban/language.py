"""The languages that paiban speaks. Whatever it says stands in all of them; a test finds what does not.

Keys of files are English or Chinese whatever the language of the messages.
"""

from __future__ import annotations

from paiban.value import NamedTuple

LANGUAGES = ("zh", "en")

ELSEWHERE = "en"
"""What is spoken where somebody asks for a language that is not ours."""


class Words(NamedTuple):
    """One thing in every language."""

    zh: str
    en: str

    def said(self, lang: str) -> str:
        """The words in ``lang``."""
        words: str = getattr(self, spoken(lang))
        return words


def spoken(lang: str) -> str:
    """The language that is spoken to somebody who asks for ``lang``, as ``zh``, ``zh_CN.UTF-8`` or ``en``."""
    return next((known for known in LANGUAGES if lang.startswith(known)), ELSEWHERE)
