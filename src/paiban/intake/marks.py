"""Copy of other programs as copy of an issue file: what would read as a mark of ours is made plain, and told."""

from __future__ import annotations

from re import Pattern
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.markup import has_marks, parse, plain
from paiban.span import Span

_SIGNS: Pattern[str] = pattern(r"[\\*^_~{|}\[\]]")
_LIKELY: Pattern[str] = pattern(
    r"\\(?=[\\*^_~{|}\[\]:：#])|\*\*|\^\^|__|~~|\|\||[\^_](?=\{)|\{(?=[^{}|\n]+\|[^{}|\n]+\})|\](?=\{)"
)
"""Where marks of ours begin, or the brace that closes one after brackets."""

_SHOWN = 40


def escaped(text: str) -> str:
    r"""``text`` with a backslash wherever it would else be read as a mark.

    >>> escaped("a**b**c"), escaped("{甲|乙}"), escaped("138****0000"), escaped("[甲]{黑}")
    ('a\\*\\*b\\*\\*c', '\\{甲|乙}', '138****0000', '[甲\\]{黑}')
    """
    if not has_marks(text) or _reads_as_typed(text):
        return text
    likely = _LIKELY.sub(lambda found: "".join("\\" + sign for sign in found.group()), text)
    marked = parse(likely)
    return likely if marked.text == text and not marked.unclosed else all_escaped(text)


def _reads_as_typed(text: str) -> bool:
    """Whether nothing in ``text`` is a mark, whatever it may look like."""
    marked = parse(text)
    return not (marked.dropped or marked.markings or marked.unclosed)


def all_escaped(text: str) -> str:
    """``text`` with a backslash before every sign that marks are made of."""
    return _SIGNS.sub(lambda found: "\\" + found.group(), text)


def bold(text: str) -> str:
    """Copy in bold; white at its ends stays outside, and what is nothing but white stays as it is."""
    words = text.strip()
    begin, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not words:
        return text
    marked = f"**{words}**"
    return f"{begin}{marked if plain(marked) == plain(words) else f'**{all_escaped(plain(words))}**'}{end}"


def escaping(before: str, after: str, span: Span) -> tuple[Diagnostic, ...]:
    """What to say where backslashes were put."""
    if before == after or plain(after) != before:
        return ()
    return (diagnose("P832", span, words=before[:_SHOWN], written=after[:_SHOWN]),)
