"""Copy of other programs as copy of an issue file: what would read as a mark of ours is made plain, and told."""

from __future__ import annotations

from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Span
from paiban.text.markup import has_marks, parse

_MARK = pattern(r"\\(?=[\\*^_~{|}])|\*\*|\^\^|__|~~|\|\||\{(?=[^{}|\n]+\|[^{}|\n]+\})")


def plain(text: str) -> str:
    r"""``text`` with a backslash wherever it would else be read as a mark.

    >>> plain("a**b**c"), plain("{甲|乙}"), plain("a*b")
    ('a\\*\\*b\\*\\*c', '\\{甲|乙}', 'a*b')
    """
    if not has_marks(text):
        return text
    return _MARK.sub(lambda found: "".join("\\" + character for character in found.group()), text)


def bare(text: str) -> str:
    """Copy without its marks."""
    return parse(text).text


def bold(text: str) -> str:
    """Copy in bold; white at its ends stays outside, and what is nothing but white stays as it is."""
    words = text.strip()
    begin = text[: len(text) - len(text.lstrip())]
    return f"{begin}**{words}**{text[len(begin) + len(words) :]}" if words else text


def escaping(before: str, after: str, span: Span) -> tuple[Diagnostic, ...]:
    """What to say where backslashes were put."""
    return (diagnose("P832", span, before=before[:40], after=after[:40]),) if before != after else ()
