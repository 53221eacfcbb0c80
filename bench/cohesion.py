"""Makes ``src/paiban/text/cohesion.bin``: what it costs to part two words of a headline, learnt.

    python bench/cohesion.py path/to/copy.txt …
    python bench/cohesion.py --folds path/to/copy.txt …

The copy is running text of papers, a paragraph or a headline a line; of it only counts are kept
(``cohesion.licence.txt`` says whose it was). The weights are learnt from the marked headlines of ``tests/corpus``: each
place is to be told as a reader's or not, and of all ways to break a headline at a measure those that keep to the marks
are to be the cheapest. ``--folds`` learns from four fifths of the headlines at a time and says how many of the others
are broken against their marks: what is to be expected of headlines that nobody has seen. Takes NumPy (``tools``).
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from paiban.text import cohesion
from paiban.text.charclass import ENDERS, CharClass, class_of
from paiban.text.cohesion import CELLS, ENDS, LAST_KIND, NEXT_KIND, OFTEN, OPENS, PAIR, TEMPLATES, WEIGHTS, ZERO
from paiban.text.headline import LINE, STUB, UNEVEN, prices
from paiban.text.phrases import FORBIDDEN, bonds
from paiban.text.words import Word, segment

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src/paiban/text/cohesion.bin"
CORPUS = ROOT / "tests/corpus"
SETS = (
    *("headlines", "hard_headlines", "fresh_headlines", "county_headlines", "unseen_headlines", "taught_headlines"),
    "trade_headlines",
)

STATEMENT = re.compile(r"[\u4e00-\u9fff0-9A-Za-z.%％+\-]+")
LEAST = {OFTEN: 5, NEXT_KIND: 15, LAST_KIND: 15}
"""How often a thing is seen at least that is kept."""

KNOWN, KNOWN_SINGLE = 20, 200
"""How often both words of a pair are seen at least that was seen once (of one seen twice, half of that); where one of
them is a single character."""

OF_A_SORT = 40
"""How often a word is seen at least that has a sort."""

OF_SORTS, GROUPS, CIRCLES = 200, 60, 15
"""How many sorts of words there are, groups of sorts, circles."""

BESIDE, DIRECTIONS = 1_500, 64
"""Beside how many of the commonest words others are seen; by how many directions words differ."""

COMMON, ROUNDS, FIRST = 8_000, 20, 5
"""Among how many of the commonest words the first centres are looked for, how often they are moved, which are first."""

MEASURES = range(5, 16)
NAT = 40
"""What one unit of the logarithm of the odds costs, in prices of breaks."""

STEPS, PACE = 300, 0.05
TOGETHER = 3.0
"""How much the cheapest way counts against the single place."""

HELD = 8.0
"""How much a weight is held to nothing; one of what is seen in fewer than ``RARE`` headlines is nothing."""

RARE = 3
FOLDS = 5


class Counts(NamedTuple):
    words: Counter[str]
    kinds: Counter[str]
    pairs: Counter[tuple[str, str]]
    opens: Counter[str]
    ends: Counter[str]
    next_kinds: Counter[tuple[str, str]]
    last_kinds: Counter[tuple[str, str]]


def counted(statements: Iterable[Sequence[Word]]) -> Counts:
    """What stands beside what in some statements."""
    found = Counts(*(Counter() for _ in Counts._fields))
    for words in statements:
        texts, kinds = [word.text for word in words], [word.kind for word in words]
        found.words.update(texts)
        found.kinds.update(kinds)
        found.pairs.update(pairwise(texts))
        found.next_kinds.update(zip(texts, kinds[1:], strict=False))
        found.last_kinds.update(zip(kinds, texts[1:], strict=False))
        if len(words) > 1:
            found.opens[texts[0]] += 1
            found.ends[texts[-1]] += 1
    return found


def statements_of(files: Iterable[Path]) -> Iterator[tuple[Word, ...]]:
    """The statements between the marks of some files, each line but once."""
    seen: set[str] = set()
    for file in files:
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if line not in seen:
                seen.add(line)
                yield from map(segment, STATEMENT.findall(line))


class Entry(NamedTuple):
    """What is to stand in a cell; of two that want one the one of more ``worth`` does."""

    worth: float
    key: int
    value: int


def entry(worth: float, value: float, *parts: int) -> Entry:
    return Entry(worth, cohesion.key_of(*parts), max(1, min(15, round(value))))


def entries(counts: Counts) -> Iterator[Entry]:
    """All that is worth keeping of some counts, against what chance would have."""
    words = {word: n for word, n in counts.words.items() if n >= LEAST[OFTEN] and not word.isascii()}
    keys = {word: cohesion.word_key(word) for word in words}
    total = counts.words.total()
    for word, n in words.items():
        yield entry(2 * n, math.log2(n) / 1.2, keys[word], OFTEN)
        for table, asked in ((counts.opens, OPENS), (counts.ends, ENDS)):
            share = table.total() / total
            told = math.log((table[word] + 8 * share) / (n + 8) / share)
            if abs(told) > 0.35:
                yield entry(n * abs(told), 8 + 2 * told, keys[word], asked)
    yield from pair_entries(counts, words, keys)
    yield from kind_entries(counts, words, keys)


def pair_entries(counts: Counts, words: dict[str, int], keys: dict[str, int]) -> Iterator[Entry]:
    total = counts.words.total()
    for (first, second), n in counts.pairs.items():
        least = KNOWN if min(len(first), len(second)) > 1 else KNOWN_SINGLE
        if first in words and second in words and n * min(words[first], words[second]) >= least:
            told = math.log((n + 0.5) / (words[first] * words[second] / total + 0.5))
            if told >= 0.5:
                yield entry(n * told, 2 * (told - 0.2), keys[first], keys[second], PAIR)


def kind_entries(counts: Counts, words: dict[str, int], keys: dict[str, int]) -> Iterator[Entry]:
    total = counts.words.total()
    for word, often in words.items():
        for kind, of_kind in counts.kinds.items():
            chance = often * of_kind / total
            sides = ((counts.next_kinds[word, kind], NEXT_KIND), (counts.last_kinds[kind, word], LAST_KIND))
            for n, asked in sides:
                told = math.log((n + 2) / (chance + 2))
                if often >= LEAST[asked] and abs(told) > 0.4:
                    parts = (keys[word], ord(kind)) if asked == NEXT_KIND else (ord(kind), keys[word])
                    yield entry(0.7 * max(n, chance) * abs(told), 8 + 2 * told, *parts, asked)


def cells_of(counts: Counts) -> bytes:
    cells = bytearray(CELLS)
    for _, key, value in sorted(entries(counts)):
        cells[key % CELLS] = cohesion.check_of(key) << 4 | value
    return bytes(cells)


def sorts_of(counts: Counts) -> bytes:
    """Groups and circles of the sorts and the words with their sorts, by what words stand before and behind them."""
    words = [word for word, n in counts.words.most_common() if n >= OF_A_SORT and not word.isascii()]
    numbers = {word: number for number, word in enumerate(words)}
    behind, before = (np.zeros((len(words), BESIDE + 1), np.float32) for _ in range(2))
    for (first, second), n in counts.pairs.items():
        if first in numbers and second in numbers:
            if numbers[second] < BESIDE:
                behind[numbers[first], numbers[second]] = n
            if numbers[first] < BESIDE:
                before[numbers[second], numbers[first]] = n
    behind[:, BESIDE] = [counts.ends[word] for word in words]
    before[:, BESIDE] = [counts.opens[word] for word in words]
    points = directions(np.hstack([more_than_chance(behind), more_than_chance(before)]))
    worth = np.sqrt([min(counts.words[word], 3000) for word in words])
    rng = np.random.default_rng(FIRST)
    sorts, centres = gathered(points, worth, OF_SORTS, rng)
    of_sorts = np.bincount(sorts, worth, OF_SORTS)
    alike = [gathered(centres, of_sorts, count, rng)[0].astype(np.uint8).tobytes() for count in (GROUPS, CIRCLES)]
    rows = {cohesion.word_key(word) >> 8: int(sort) for word, sort in reversed([*zip(words, sorts, strict=True)])}
    listed = b"".join(key.to_bytes(cohesion.WORD - 1) + bytes([rows[key]]) for key in sorted(rows))
    return b"".join(part.ljust(cohesion.SORTS, b"\0") for part in alike) + listed


def more_than_chance(seen: np.ndarray) -> np.ndarray:
    """How much oftener than chance would have it each stands beside each, as a logarithm; nothing where not oftener."""
    chance = (seen.sum(1, keepdims=True) + 1) * (seen.sum(0, keepdims=True) + 1) / (seen.sum() + seen.size**0.5)
    return np.log(np.maximum(seen * seen / (seen + 1) / chance, 1))


def directions(rows: np.ndarray) -> np.ndarray:
    """Rows by the directions in which they differ most (a singular value decomposition by random trial)."""
    found = rows @ np.random.default_rng(1).standard_normal((rows.shape[1], DIRECTIONS + 16)).astype(np.float32)
    for _ in range(4):
        found = rows @ (rows.T @ np.linalg.qr(found)[0])
    basis = np.linalg.qr(found)[0]
    left, length, _ = np.linalg.svd(basis.T @ rows, full_matrices=False)
    points = (basis @ left)[:, :DIRECTIONS] * np.sqrt(length[:DIRECTIONS])
    return points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9)


def gathered(
    points: np.ndarray, worth: np.ndarray, count: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Points gathered to so many centres: which is whose, and the centres."""
    centres = points[rng.choice(min(len(points), COMMON), count, replace=False)].copy()
    for _ in range(ROUNDS):
        nearest = (points @ centres.T).argmax(1)
        for each in range(count):
            mine = nearest == each
            if mine.any():
                centres[each] = (points[mine] * worth[mine, None]).sum(0)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return (points @ centres.T).argmax(1), centres


class Way(NamedTuple):
    """A way to break a headline: its ``gaps``, what its unevenness costs, whether it keeps to the marks."""

    gaps: tuple[int, ...]
    uneven: float
    good: bool


class Marked(NamedTuple):
    """A headline: what is seen at each of its places and whether a reader parts it there; its ways at each measure,
    with how many measures have the same."""

    text: str
    seen: list[list[int]]
    parted: list[bool]
    tries: list[tuple[list[Way], int]]


def marked(row: str) -> Marked:
    """A row of the corpus."""
    row = re.sub(r"^(?:[TB] [1-6] [1-5]|[ \d]\d \d) ", "", row)
    text = re.sub("[/~]", "", row)
    readers = {sum(c not in "/~" for c in row[:i]) for i, c in enumerate(row) if c in "/~"}
    readers |= {i + side for i, c in enumerate(text) if c == "\u3000" for side in (0, 1)}
    words = segment(text)
    ends = [*accumulate(len(word.text) for word in words)][:-1]
    open_ = [i for i, end in enumerate(ends) if may_part(text, end)]
    seen = [[*cohesion.places(about)] for about in cohesion.seen(words)]
    places = [ends[i] for i in open_]
    tries: dict[tuple[Way, ...], int] = defaultdict(int)
    for measure in MEASURES:
        tries[tuple(ways_at(text, measure, places, readers))] += 1
    kept = [([*ways], n) for ways, n in tries.items() if any(way.good for way in ways)]
    return Marked(text, [seen[i] for i in open_], [place in readers for place in places], kept)


def may_part(text: str, place: int) -> bool:
    """Whether it is a matter of sense if a line begins there: not what may not begin or end one, nor inside quotes."""
    price = bonds(text)[place]
    marks = class_of(text[place]) in ENDERS or class_of(text[place - 1]) is CharClass.OPEN
    return price < FORBIDDEN and price == prices(text, ())[place] and not marks


def wide(text: str) -> float:
    return sum(0.55 if c.isascii() else 1.0 for c in text.strip("\u3000"))


def ways_at(text: str, measure: int, places: Sequence[int], readers: set[int]) -> Iterator[Way]:
    """The ways into two lines, or into three where a reader's own do not fit in two."""
    if wide(text) <= measure:
        return
    for lines in (2, 3):
        of_readers = combinations(sorted(readers - {0, len(text)}), lines - 1)
        if any(max(widths(text, way)) <= 0.98 * measure for way in of_readers):
            break
    else:
        return
    for count in range(1, lines):
        for gaps in combinations(range(len(places)), count):
            found = widths(text, [places[gap] for gap in gaps])
            if (longest := max(found)) <= measure:
                uneven = UNEVEN * sum((1 - each / longest) ** 2 for each in found) + LINE * count
                uneven += STUB * sum(each < 1.5 for each in found)
                yield Way(gaps, uneven / NAT, all(places[gap] in readers for gap in gaps))


def widths(text: str, places: Sequence[int]) -> list[float]:
    return [wide(text[first:last]) for first, last in pairwise((0, *places, len(text)))]


def learnt(headlines: Sequence[Marked]) -> np.ndarray:
    """The weights that tell a reader's places from others, and his ways from others, best."""
    seen = np.array([row for headline in headlines for row in headline.seen])
    parted = np.array([each for headline in headlines for each in headline.parted])
    in_headlines = Counter(place for headline in headlines for place in {i for row in headline.seen for i in row})
    held = np.full(WEIGHTS, HELD)
    known = np.array([in_headlines[i] >= RARE for i in range(WEIGHTS)])
    offset, tries = 0, []
    for headline in headlines:
        tries += [(ways, n, offset) for ways, n in headline.tries]
        offset += len(headline.seen)
    ways = [(way, number, base) for number, (group, _, base) in enumerate(tries) for way in group]
    rows = np.repeat(np.arange(len(ways)), [len(way.gaps) for way, _, _ in ways])
    gaps = np.array([base + gap for way, _, base in ways for gap in way.gaps])
    uneven, good = np.array([way.uneven for way, _, _ in ways]), np.array([way.good for way, _, _ in ways])
    group = np.array([number for _, number, _ in ways])
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    worth = TOGETHER * np.sqrt([n for _, n, _ in tries])

    def shares(score: np.ndarray) -> np.ndarray:
        powers = np.exp(score - np.maximum.reduceat(score, starts)[group])
        return powers / np.add.reduceat(powers, starts)[group]

    weights, first, second = np.zeros(WEIGHTS), np.zeros(WEIGHTS), np.zeros(WEIGHTS)
    for step in range(1, STEPS + 1):
        cost = weights[seen].sum(1)
        slope = parted - 1 / (1 + np.exp(cost))
        floor = np.maximum(cost, -3)
        score = -(np.bincount(rows, floor[gaps], len(ways)) + uneven)
        pull = worth[group] * (shares(np.where(good, score, -1e3)) - shares(score))
        slope = slope + np.bincount(gaps, pull[rows], len(cost)) * (cost > -3)
        change = np.bincount(seen.ravel(), np.repeat(slope, seen.shape[1]), WEIGHTS) + held * weights
        change *= known
        first, second = 0.9 * first + 0.1 * change, 0.99 * second + 0.01 * change**2
        weights -= (
            PACE * (1 - step / (STEPS + 1)) * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        )
    return weights


def against(headline: Marked, weights: np.ndarray) -> tuple[int, int]:
    """At how many measures a headline is broken against its marks, and of how many."""
    cost = np.maximum(weights[np.array(headline.seen)].sum(1), -3) if headline.seen else np.zeros(0)
    best = [(min(ways, key=lambda way: cost[[*way.gaps]].sum() + way.uneven), n) for ways, n in headline.tries]
    return sum(n for way, n in best if not way.good), sum(n for _, n in best)


def in_folds(sets: dict[str, list[Marked]]) -> None:
    """Says how the headlines of each fifth are broken by what is learnt from the others."""
    rows = [(name, headline) for name, headlines in sets.items() for headline in headlines]
    random.Random(1).shuffle(rows)
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = learnt([headline for i, (_, headline) in enumerate(rows) if i % FOLDS != fold])
        for name, headline in rows[fold::FOLDS]:
            found[name].append(against(headline, weights))
            found["all"].append(found[name][-1])
    for name, pairs in found.items():
        bad, total = map(sum, zip(*pairs, strict=True))
        whole = sum(bad > 0 for bad, _ in pairs)
        print(f"{name}: {100 * bad / total:.1f} in 100 of {total}; {whole} of {len(pairs)} at some measure")


def main(arguments: Sequence[str]) -> None:
    files = [Path(each) for each in arguments if not each.startswith("--")]
    counts = counted(statements_of(files))
    cells, sorts = cells_of(counts), sorts_of(counts)
    TARGET.write_bytes(cells + bytes([ZERO]) * WEIGHTS + sorts)
    sets = {name: [marked(row) for row in rows_of(CORPUS / f"{name}.txt")] for name in SETS}
    if "--folds" in arguments:
        in_folds(sets)
    weights = learnt([headline for headlines in sets.values() for headline in headlines])
    told = np.clip(np.round(weights * NAT), -ZERO, ZERO - 1).astype(int)
    TARGET.write_bytes(cells + bytes((told + ZERO).tolist()) + sorts)
    print(f"{TARGET}: {np.count_nonzero(told)} weights for {len(TEMPLATES)} things, {TARGET.stat().st_size} bytes")


def rows_of(file: Path) -> list[str]:
    return [row for row in file.read_text("utf-8").splitlines() if row and not row.startswith("#")]


if __name__ == "__main__":
    main(sys.argv[1:])
