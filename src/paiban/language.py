"""The languages that paiban speaks. Whatever it says stands in all of them; a test finds what does not.

Keys of files are English or Chinese whatever the language of the messages.
"""

from __future__ import annotations

import re

from paiban.value import NamedTuple

LANGUAGES = ("zh", "en")

ELSEWHERE = "en"
"""What is spoken where somebody asks for a language that is not ours."""


_WEIGHT = re.compile(r"q=([01](?:\.\d{0,3})?)")


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


def preferred(header: str) -> str:
    """The language of ours that an Accept-Language header (RFC 9110, 12.5.4) puts first."""
    ranges: list[tuple[float, str]] = []
    for part in header.split(","):
        name, _, weight = part.strip().partition(";")
        found = _WEIGHT.fullmatch(weight.strip())
        ranges.append((float(found[1]) if found else 1.0, name.lower()))
    wanted = [name for weight, name in sorted(ranges, key=lambda each: -each[0]) if weight]
    return next((known for name in wanted for known in LANGUAGES if name.split("-")[0] == known), ELSEWHERE)
