"""Copy cleaned for the press: invisible characters, white that only a screen needs, signs that a page would misread."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match, Pattern
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.hygiene import ROWS, replacements, written
from paiban.intake.marks import all_escaped, escaping
from paiban.intake.model import Article, Grid, Line, Shot
from paiban.issue.fences import FENCE
from paiban.markup import bars, plain
from paiban.source.sieve import sift
from paiban.span import Span

EM_SPACE = "\u3000"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·％"
_WIDE = f"{_HAN}{_MARKS}"
_BREAK: Pattern[str] = pattern(r"[ \t]*\n[ \t]*")
_TAB: Pattern[str] = pattern(r"[ \t]*\t[ \t]*")
_WIDE_WHITE: Pattern[str] = pattern(r"(?<=\S)[ \xa0]{2,}(?=\S)")
_BETWEEN_HAN: Pattern[str] = pattern(f"(?<=[{_HAN}])[ \\xa0]+(?=[{_HAN}])")
_BESIDE_WIDE: Pattern[str] = pattern(f"[ \\xa0]+(?=[{_WIDE}])|(?<=[{_WIDE}])[ \\xa0]+")
_TIGHT: Pattern[str] = pattern(f"[{_HAN}][0-9A-Za-z]|[0-9A-Za-z%℃][{_HAN}]")
_BESIDE_FIGURE: Pattern[str] = pattern(f"(?<=[{_HAN}])[ \\xa0]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%℃])[ \\xa0]+(?=[{_HAN}])")
_ENDS = " \t\n\xa0\u3000"

NAMES = {row.key: row.name for row in ROWS}

NEAR = 6
"""Characters shown on either side of what was changed."""


def cleaned_article(article: Article, found: list[Diagnostic]) -> Article:
    """An article whose every piece of copy is clean; what was done is added to ``found``."""
    at = article.span
    return article._replace(
        kicker=cleaned_line(article.kicker, at, found),
        headline=cleaned_head(article.headline, at, found),
        deck=cleaned_line(article.deck, at, found),
        byline=cleaned_line(article.byline, at, found),
        lines=tuple(_cleaned_paragraphs(article.lines, found)),
        shots=tuple(_cleaned_shot(shot, found) for shot in article.shots),
        tables=tuple(_cleaned_grid(grid, found) for grid in article.tables),
    )


def _cleaned_paragraphs(lines: Sequence[Line], found: list[Diagnostic]) -> list[Line]:
    ways = {"crosshead": cleaned_line}
    clean = [line._replace(text=ways.get(line.kind, cleaned_body)(line.text, line.span, found)) for line in lines]
    return [line for line in clean if line.text]


def _cleaned_grid(grid: Grid, found: list[Diagnostic]) -> Grid:
    return grid._replace(rows=tuple(tuple(_cleaned_cell(cell, grid.span, found) for cell in row) for row in grid.rows))


def _cleaned_cell(text: str, span: Span, found: list[Diagnostic]) -> str:
    """A cell of a table, whose last backslash would else take the bar after it."""
    text = cleaned_line(text, span, found)
    last = len(text) - len(text.rstrip("\\"))
    return f"{text}\\" if last % 2 else text


def _cleaned_shot(shot: Shot, found: list[Diagnostic]) -> Shot:
    caption = cleaned_line(shot.caption, shot.span, found)
    return shot._replace(caption=caption, credit=cleaned_line(shot.credit, shot.span, found))


def cleaned(text: str, span: Span, found: list[Diagnostic]) -> str:
    """A paragraph of copy. White goes where there are sentences; in a list or a row of a table it is an em."""
    is_prose = any(mark in text for mark in "，。；,;")
    text = _ends_cut(text)
    text = _replaced(_BREAK, EM_SPACE, text, span, found)
    text = _replaced(_TAB, " " if is_prose else EM_SPACE, text, span, found)
    text = text if is_prose else _replaced(_WIDE_WHITE, EM_SPACE, text, span, found)
    text = _tidied(_sifted(text, span, found), span, found)
    text = _replaced(_BETWEEN_HAN, "" if is_prose else EM_SPACE, text, span, found)
    return _ends_cut(_replaced(_BESIDE_WIDE, "", text, span, found))


def cleaned_body(text: str, span: Span, found: list[Diagnostic]) -> str:
    """A paragraph of a body, in which a line of colons would open a paragraph style, and two # be a cross-head: here
    they are copy."""
    text = cleaned(text, span, found)
    if FENCE.fullmatch(text) is None and not text.startswith("##"):
        return text
    found += escaping(text, f"\\{text}", span)
    return f"\\{text}"


def cleaned_line(text: str, span: Span, found: list[Diagnostic]) -> str:
    """Copy in which an issue file reads a bar as a break or as the end of a cell: here it is a sign."""
    return _barred(cleaned(text, span, found), span, found)


def _barred(text: str, span: Span, found: list[Diagnostic]) -> str:
    for place in reversed(bars(text)):
        found.append(diagnose("P832", span, words="|", written="\\|"))
        text = f"{text[:place]}\\{text[place:]}"
    return text


def cleaned_head(text: str, span: Span, found: list[Diagnostic]) -> str:
    """A headline: white between its halves is the full-width space at which it breaks; a bar is a sign, no break.

    Beside a figure it is such white too where the headline has figures without any (完工37个 1.2万户住进新家); else it
    is what many type between Chinese and figures, and goes.
    """
    parting = [_WIDE_WHITE, _BETWEEN_HAN, *([_BESIDE_FIGURE] if _TIGHT.search(text) else [])]
    text = _replaced(_BREAK, EM_SPACE, _ends_cut(text), span, found)
    text = _replaced(_TAB, EM_SPACE, text, span, found)
    text = _barred(text, span, found)
    text = _tidied(_sifted(text, span, found), span, found)
    for white in parting:
        text = _replaced(white, EM_SPACE, text, span, found)
    return _ends_cut(_replaced(_BESIDE_WIDE, "", text, span, found))


def _ends_cut(text: str) -> str:
    """Copy without the white around it, by which other programs indent and centre."""
    return text.strip(_ENDS)


def _sifted(text: str, span: Span, found: list[Diagnostic]) -> str:
    """Copy as the gate of the issue file lets it through.

    A backslash and a sign that an invisible character kept apart are made plain again.
    """
    sifted = sift(text)
    if sifted.places is None:
        return text
    places = frozenset(sifted.places)
    gone = "".join(text[place] for place in range(len(text)) if place not in places)
    shown = " ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(gone))
    found += [diagnose("P830", span, before=gone, shown=shown)] if gone else []
    words = sift(plain(text)).text
    return sifted.text if plain(sifted.text) == words else all_escaped(words)


def _tidied(text: str, span: Span, found: list[Diagnostic]) -> str:
    """Copy put right by the table of what pasting leaves."""
    slips = replacements(text)
    for slip in slips:
        typed, around = text[slip.start : slip.end], _around(text, slip.start, slip.end)
        found.append(diagnose("P824", span, before=typed, after=slip.words, rule=NAMES[slip.key], context=around))
    return written(text, slips)


def _around(text: str, start: int, end: int) -> str:
    """What was changed with a few characters on either side, by which an editor finds it."""
    return text[max(0, start - NEAR) : end + NEAR]


def _replaced(sign: Pattern[str], by: str, text: str, span: Span, found: list[Diagnostic]) -> str:
    """``text`` with each find of ``sign`` replaced, and told."""

    def swap(match: Match[str]) -> str:
        context = _around(text, *match.span())
        found.append(diagnose("P823", span, context=context, before=match.group(), after=by))
        return by

    return sign.sub(swap, text)
