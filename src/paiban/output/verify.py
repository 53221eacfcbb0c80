"""The proof, at every run, that the text drawn is the copy read, or what the listed replacements make of it.

Every line must draw exactly the copy that it claims, and the claims of all lines must cover every piece of copy once:
no gap, no overlap. Only blanks, the signs of mark-up and an editor's own breaks may stand undrawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial

from paiban.diagnostic import Diagnostic, diagnose
from paiban.display import Line, Page
from paiban.hygiene import replacements, written
from paiban.markup import has_marks, parse
from paiban.memo import Memo
from paiban.source.copy import part_of
from paiban.span import Text
from paiban.text.charclass import is_ignored
from paiban.value import NamedTuple

Range = tuple[int, int]
Key = tuple[str, str, int, int]

_SHOWN = 24
"""How many characters of lost copy a message quotes."""


class Claims(NamedTuple):
    """The ranges of copy that a page's lines claim, by piece, with a block of each; the faults of the lines.

    What goes on where the line before it has come to is one range with it.
    """

    ranges: Mapping[Key, Sequence[Range]]
    blocks: Mapping[Key, str]
    found: tuple[Diagnostic, ...]


def verify_copy(pages: Iterable[Page], texts: Iterable[Text], memo: Memo | None = None) -> tuple[Diagnostic, ...]:
    """Hold the lines of ``pages`` against ``texts``.

    Lines whose copy is none of ``texts`` (a date, a folio) are only held against themselves. A page that ``memo``
    remembers is not gone through again.
    """
    memo = memo or Memo()
    return verify_claims([memo.made("claims", (page,), partial(claims_of, page)) for page in pages], texts)


def verify_claims(claims: Sequence[Claims], texts: Iterable[Text]) -> tuple[Diagnostic, ...]:
    """Hold what the lines of pages claim against ``texts``."""
    texts = tuple(texts)
    claimed: dict[Key, dict[int, Sequence[Range]]] = {}
    blocks: dict[Key, str] = {}
    for number, page in enumerate(claims):
        for key, ranges in page.ranges.items():
            blocks.setdefault(key, page.blocks[key])
            claimed.setdefault(key, {})[number] = ranges
    found = [fault for page in claims for fault in page.found]
    keys = [_key(text) for text in texts]
    times = Counter(keys)
    for key, text in dict(zip(keys, texts, strict=True)).items():
        for ranges in _copies(claimed.get(key, {}), times[key]):
            found += _cover_faults(text, ranges, blocks.get(key, ""))
    return tuple(found)


def claims_of(page: Page) -> Claims:
    """What the lines of a page claim."""
    ranges: dict[Key, list[Range]] = {}
    blocks: dict[Key, str] = {}
    found: list[Diagnostic] = []
    for line in _lines(page):
        key = _key(line.copy)
        blocks.setdefault(key, line.block)
        own = ranges.setdefault(key, [])
        goes_on = own and own[-1][1] == line.start
        own.append((own.pop()[0] if goes_on else line.start, line.end))
        found += _line_faults(line)
    return Claims(ranges, blocks, tuple(found))


def verify_mends(
    read: Iterable[Text], tidy: Iterable[Text], silent: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Hold copy that was put right against what was ``read``, piece by piece.

    What its list says was typed must be what was read, and every replacement must be the table's, of no ``silent`` row.
    """
    return tuple(
        diagnose("P719", typed.span, words=_quoted(typed.value), drawn=_quoted(copy.value))
        for typed, copy in zip(read, tidy, strict=True)
        if copy.typed != typed.value
        or (copy.mends and copy.value != written(typed.value, replacements(typed.value, silent)))
    )


def undrawn_copy(page: Page, texts: Iterable[Text]) -> Iterator[Text]:
    """The parts of ``texts`` that no line of a page sets, each from its first character that may not stand undrawn."""
    claims: dict[Key, list[Range]] = {}
    for line in _lines(page):
        claims.setdefault(_key(line.copy), []).append((line.start, line.end))
    for text in texts:
        reached = 0
        for start, end in (*sorted(claims.get(_key(text), ())), (len(text.value), len(text.value))):
            if any(not _may_stand_undrawn(text, index) for index in range(reached, start)):
                yield part_of(text, reached, start)
            reached = max(reached, end)


def _copies(claims: Mapping[int, Sequence[Range]], count: int) -> list[Sequence[Range]]:
    """Claims by page as the claims of each time that a piece of copy must stand in print.

    What is wanted once may run over several pages; what every page repeats (版名, 版务) is whole on each of them. One
    piece may also stand several times on a page, where the file says the same words by an alias.
    """
    by_page = [claims[number] for number in sorted(claims)]
    if len(by_page) < count:
        return _dealt([claim for page in by_page for claim in page], count)
    own, rest = by_page[: count - 1], by_page[count - 1 :]
    return [*own, [claim for page in rest for claim in page]]


def _dealt(claims: Iterable[Range], count: int) -> list[Sequence[Range]]:
    """Claims dealt to so many copies: each goes on where one of them has come to."""
    copies: list[list[Range]] = [[] for _ in range(count)]
    for start, end in sorted(claims):
        reached = [copy[-1][1] if copy else 0 for copy in copies]
        fit = [place for place in reached if place <= start]
        copies[reached.index(max(fit, default=min(reached)))].append((start, end))
    return [*copies]


def drawn_text(line: Line) -> str:
    """What the glyphs of a line stand for, the engine's own prefix and suffix included, its notes not."""
    return "".join(["".join(run.texts) for run in line.body])


def _lines(page: Page) -> Iterator[Line]:
    return (item for item in page.items if isinstance(item, Line))


def _key(text: Text) -> Key:
    """A piece of copy by its words and its place: two stories may say the same."""
    return text.value, text.file, text.lines[0], text.columns[0]


def _line_faults(line: Line) -> Iterator[Diagnostic]:
    drawn = drawn_text(line)
    wanted = f"{line.prefix}{_own_copy(line)}{line.suffix}"
    if drawn != wanted:
        span = line.copy.at(line.start, line.end)
        yield diagnose("P712", span, block=line.block, words=_quoted(wanted), drawn=_quoted(drawn))
    for index in line.dropped:
        if not _may_stand_undrawn(line.copy, index):
            yield _lost(line.copy, index, index + 1, line.block)
    for run, (start, end) in zip(line.runs[len(line.body) :], line.notes, strict=True):
        note = "".join(run.texts)
        if _solid(note) != _solid(line.copy.value[start:end]):
            words = _quoted(line.copy.value[start:end])
            yield diagnose("P712", line.copy.at(start, end), block=line.block, words=words, drawn=_quoted(note))


def _own_copy(line: Line) -> str:
    """The copy that the body of a line sets: its range without what is dropped or set beside it."""
    value = line.copy.value
    if not line.dropped and not line.notes:
        return value[line.start : line.end]
    away = {*line.dropped, *(index for note in line.notes for index in range(*note))}
    return "".join([value[index] for index in range(line.start, line.end) if index not in away])


def _cover_faults(text: Text, ranges: Sequence[Range], block: str) -> Iterator[Diagnostic]:
    """Where the ranges leave copy out, or cover it twice."""
    reached = 0
    for start, end in (*sorted(ranges), (len(text.value), len(text.value))):
        if start < reached:
            yield diagnose("P711", text.at(start, min(reached, end)), block=block, words=text.value[start:reached])
        if start > reached:
            yield from _gap_faults(text, reached, start, block)
        reached = max(reached, end)


def _gap_faults(text: Text, start: int, end: int, block: str) -> Iterator[Diagnostic]:
    """The first and last character of a gap that may not be there, as one stretch of lost copy."""
    lost = [index for index in range(start, end) if not _may_stand_undrawn(text, index)]
    if lost:
        yield _lost(text, lost[0], lost[-1] + 1, block)


def _lost(text: Text, start: int, end: int, block: str) -> Diagnostic:
    return diagnose("P710", text.at(start, end), block=block, words=_quoted(text.value[start:end]))


def _may_stand_undrawn(copy: Text, index: int) -> bool:
    character = copy.value[index]
    if character.isspace() or is_ignored(character) or _selects(character):
        return True
    return index in copy.breaks or index in _signs(copy.value)


@lru_cache(maxsize=256)
def _signs(copy: str) -> frozenset[int]:
    """Where marks stand in a piece of copy, the names of styles among them."""
    return frozenset(parse(copy).dropped if has_marks(copy) else ())


def _selects(character: str) -> bool:
    """Variation selectors choose a glyph and have none."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _solid(words: str) -> str:
    return "".join(words.split())


def _quoted(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
