"""Generated broadsheets for the search: stories of the real page's sentence lengths, with an arithmetic story model.

The model stands in for the galley: a story is paragraph lengths and a headline's length; its lines at a measure, the
rows of its headline block and what copy fitting can gain or lose follow from arithmetic. Lengths are drawn so that the
content fills the page within two per cent, as an editor orders copy.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor, log

from paiban.kinds import KINDS
from paiban.makeup.search import BlockChoices, Problem, Shape
from paiban.makeup.search.score import shape_terms
from paiban.template import Costs

COLUMNS, ROWS = 8, 96
TRAITS = {name: setting.traits for name, setting in KINDS.settings.items()}
MEASURE, EM_PT, LEADING_PT = 13, 9.0, 12.5
FULL_WIDTH = 0.97
"""Han copy sets a little short of a character an em: marks are narrow."""

SENTENCES = (26, 14, 93, 77, 16, 33, 45, 62, 26, 142, 21, 110, 21, 126, 23, 42, 150, 200, 28, 44, 17, 28, 66, 42, 50,
             37, 66, 57, 37, 52, 37, 69, 37, 66, 43, 36, 70, 61, 59, 56, 27, 105, 87, 83, 65, 62, 98, 130, 37, 15, 64,
             42, 137)  # fmt: skip
"""The sentences of the page 开发区时政, in characters."""

HEADLINES = (13, 9, 17, 17, 18, 14, 11, 12, 16, 15, 10)
BANDS = {5: (460, 520, 580), 4: (320, 360, 400), 3: (240, 280, 310), 2: (190, 210, 235), 1: (140, 165, 185)}
"""Headline sizes by weight in tenths of a point: least, target, most."""

LENGTHS = {5: 1300, 4: 640, 3: 400, 2: 270, 1: 160}
SHORTEST = 45


@dataclass(frozen=True)
class Copy:
    """A story as lengths: paragraphs and headline in characters, and the width-to-height ratio of its picture or 0."""

    weight: int
    paragraphs: tuple[int, ...]
    headline: int
    deck: bool
    picture: float

    def lines(self, measure: float) -> int:
        return sum(ceil((FULL_WIDTH * n + 2) / measure) for n in self.paragraphs)

    @property
    def give(self) -> int:
        """Lines that tracking within ±3 % can gain or lose: about one a three paragraphs."""
        return max(1, round(len(self.paragraphs) * 0.35)) if sum(self.paragraphs) > 100 else 0


def span_em(columns: int) -> int:
    return MEASURE * columns + columns - 1


def recuts(columns: int) -> Iterator[int]:
    """Leg counts of a span (破栏): measures from 11 to 28 em."""
    for legs in range(1, columns + 1):
        if 11 <= (span_em(columns) - legs + 1) / legs <= 28:
            yield legs


def headlines(copy: Copy, columns: int) -> Iterator[tuple[int, int, float]]:
    """(size, rows, cost) of each headline block over a span: one to three lines."""
    least, target, most = BANDS[copy.weight]
    width = span_em(columns) * EM_PT * 10
    for lines in (1, 2, 3):
        count = ceil(copy.headline / lines)
        size = min(most, int(width * 0.92 / count))
        if size < least:
            continue
        size = min(size, max(target, least))
        fill = count * size / width
        height = lines * size * 1.14 / 10 + (size * 0.045 * 1.35 if copy.deck else 0) + 0.5 * LEADING_PT
        cost = 6 * abs(log(size / target)) + (1.5 if lines == 3 else 0) + max(0.0, 0.5 - fill) * 6
        yield size, ceil(height / LEADING_PT) + 1, cost


def reach(rows: int, gain: float, head: bool) -> tuple[int, int]:
    """Honest least and most rows: lines gained or lost a leg, the headline block ± 1 row, a row of white."""
    return max(2, rows - floor(gain) - int(head)), rows + floor(gain) + int(head) + 1


def text_shapes(copy: Copy) -> Iterator[Shape]:
    """Headline above the legs, every span and recut; boxed too for the middling weights."""
    for columns in range(1, 8):
        for size, head, cost in headlines(copy, columns):
            for legs in recuts(columns):
                for boxed in (False, True) if copy.weight <= 4 and columns > 1 else (False,):
                    measure = (span_em(columns) - 1.5 * boxed - legs + 1) / legs
                    lines = copy.lines(measure)
                    rows = head + ceil(lines / legs) + 2 * boxed
                    low, high = reach(rows, copy.give / legs + (-lines % legs) / legs * 0.5, True)
                    yield Shape(columns, low, rows, high, cost=cost + 0.9 * boxed + 0.15 * (legs != columns),
                                form="above", headline_rows=head + boxed, headline_columns=(0, columns),
                                headline_size=size, legs=legs, boxed=boxed)  # fmt: skip


def vertical_shapes(copy: Copy) -> Iterator[Shape]:
    """竖题 in the first basic column, the body in the others."""
    if copy.weight > 4:
        return
    _, target, _ = BANDS[copy.weight]
    size = min(target, 360)
    for columns in range(2, 6):
        legs = columns - 1
        lines = copy.lines(MEASURE)
        rows = ceil(lines / legs) + 1
        for head_lines in (1, 2):
            length = ceil(ceil(copy.headline / head_lines) * size / 10 * 1.04 / LEADING_PT) + 1
            if length <= rows <= length * 2.2 and head_lines * size / 10 * 1.35 <= span_em(1) * EM_PT:
                low, high = reach(rows, copy.give / legs, False)
                yield Shape(columns, max(low, length), rows, high, cost=0.6, form="vertical", headline_rows=length,
                            headline_columns=(0, 1), headline_size=size, legs=legs,
                            gutters=tuple(range(1, columns)))  # fmt: skip
                break


def partial_shapes(copy: Copy) -> Iterator[Shape]:
    """The headline over the first legs only; the last leg rises beside it to the block's head."""
    for columns in range(2, 7):
        lines = copy.lines(MEASURE)
        for size, head, cost in headlines(copy, columns - 1):
            rows = ceil((lines + head * (columns - 1)) / columns)
            if rows < head + 3:
                continue
            low, high = reach(rows, copy.give / columns, True)
            yield Shape(columns, low, rows, high, cost=cost + 0.3, form="above", headline_rows=head,
                        headline_columns=(0, columns - 1), headline_size=size, legs=columns,
                        gutters=(columns - 1,))  # fmt: skip


def picture_rows(columns: int, ratio: float) -> int:
    return round(span_em(columns) * EM_PT / ratio / LEADING_PT) + 2


def pictured_shapes(copy: Copy) -> Iterator[Shape]:
    """A story with its picture: inside the body, or from the block's head at its left or right."""
    lines = copy.lines(MEASURE)
    for columns in range(2, 8):
        for wide in range(1, columns):
            high = picture_rows(wide, copy.picture)
            crop = 0.08 * high * wide / columns
            for start, end in {(0, columns), (wide, columns), (0, columns - wide)}:
                for size, head, cost in headlines(copy, end - start):
                    beside = end - start < columns
                    rows = ceil((lines + wide * high + head * (end - start)) / columns)
                    if rows < (high if beside else head + high) + 3 * (not beside):
                        continue
                    low, most = reach(rows, copy.give / columns + crop, True)
                    yield Shape(columns, low, rows, most, cost=cost + 0.5 * (wide == 1 and columns > 2), form="above",
                                headline_rows=head, headline_columns=(start, end), headline_size=size,
                                legs=columns, gutters=tuple(b for b in (start, end) if 0 < b < columns))  # fmt: skip


def story(name: str, copy: Copy) -> BlockChoices:
    shapes = (
        list(pictured_shapes(copy))
        if copy.picture
        else [*text_shapes(copy), *vertical_shapes(copy), *partial_shapes(copy)]
    )
    return BlockChoices(name, TRAITS["story"], copy.weight, numbered(s for s in shapes if s.rows <= ROWS * 0.8))


def numbered(shapes: Iterator[Shape]) -> tuple[Shape, ...]:
    return tuple(replace(shape, key=index) for index, shape in enumerate(shapes))


def briefs(name: str, items: tuple[int, ...]) -> BlockChoices:
    shapes = []
    for columns in (1, 2):
        lines = sum(ceil((FULL_WIDTH * n + 1) / MEASURE) for n in items)
        rows = 3 + ceil((lines + len(items) / 2) / columns)
        low, high = rows - len(items) // 3, rows + 1 + len(items) // 2
        shapes.append(Shape(columns, low, rows, high, cost=0.5 * (columns - 1), legs=columns,
                            gutters=tuple(range(1, columns))))  # fmt: skip
    return BlockChoices(name, TRAITS["briefs"], 1, numbered(iter(shapes)))


def picture(name: str, ratio: float, small: int = 0, filler: bool = False) -> BlockChoices:
    shapes = []
    for columns in range(2, 5):
        rows = picture_rows(columns, ratio)
        give = floor(0.08 * rows)
        shapes.append(
            Shape(
                columns,
                rows - give,
                rows,
                rows + give + 1,
                cost=0.6 * abs(columns - (4 if ratio > 1 and not filler else 2) + small),
            )
        )
    return BlockChoices(name, TRAITS["advert" if filler else "picture"], 2, numbered(iter(shapes)), filler=filler)


def advert(name: str, columns: int, rows: int) -> BlockChoices:
    return BlockChoices(name, TRAITS["advert"], 1, (Shape(columns, rows, rows, rows + 1),))


def draw_copy(rng: random.Random, weight: int, scale: float, pictured: bool) -> Copy:
    wanted = max(SHORTEST, LENGTHS[weight] * scale * rng.lognormvariate(0, 0.25))
    paragraphs: list[int] = []
    while sum(paragraphs) < wanted:
        target = rng.choice((60, 90, 120, 180, 260))
        length = 0
        while length < target and sum(paragraphs) + length < wanted:
            length += min(rng.choice(SENTENCES), ceil(wanted - sum(paragraphs) - length) + 6)
        paragraphs.append(length)
    ratio = rng.choice((1.35, 1.5, 1.5, 1.6)) if pictured else 0.0
    return Copy(weight, tuple(paragraphs), rng.choice(HEADLINES), weight >= 4 and rng.random() < 0.7, ratio)


def weights_of(rng: random.Random, stories: int) -> list[int]:
    """One lead, then falling weights: a page of many stories is a page of short ones."""
    second = 2 if 10 < stories < 25 else 1
    third = min(4, max(1, round(stories / 4 + rng.uniform(-0.5, 0.5))))
    fourth = min(6, max(1, round(stories / 3)))
    return ([5] + [4] * second + [3] * third + [2] * fourth + [1] * stories)[:stories]


@dataclass(frozen=True)
class Mix:
    """How many blocks of each kind a page of ``blocks`` has."""

    pictured: int
    pictures: int
    briefs: int
    adverts: tuple[tuple[int, int], ...]


def mix_of(rng: random.Random, blocks: int) -> Mix:
    pictured = {8: 1, 15: 2, 25: 3, 40: 2}.get(blocks, max(1, blocks // 7))
    pictures = int(rng.random() < 0.5) if blocks < 15 else 1
    sizes = ((8, 20), (4, 24), (3, 28), (8, 16), (5, 20), (2, 22))
    if blocks > 20:
        sizes = ((4, 20), (3, 24), (2, 20), (4, 16), (5, 16))
    adverts = tuple(rng.choice(sizes) for _ in range(int(rng.random() < 0.6) if blocks < 15 else 1))
    return Mix(pictured, pictures, 1, adverts)


def page_of(rng: random.Random, mix: Mix, weights: list[int], scale: float) -> tuple[BlockChoices, ...]:
    pictured = set(range(len(weights))[: mix.pictured + 1][-mix.pictured :]) if mix.pictured else set()
    blocks = [story(f"s{i}", draw_copy(rng, w, scale, i in pictured)) for i, w in enumerate(weights)]
    blocks += [picture(f"p{i}", rng.choice((1.35, 1.5, 0.75)), len(weights) // 15) for i in range(mix.pictures)]
    for index in range(mix.briefs):
        items = tuple(max(40, int(rng.choice(SENTENCES) * 0.8)) for _ in range(rng.randint(3, 6)))
        blocks.append(briefs(f"b{index}", items))
    blocks += [advert(f"a{i}", *size) for i, size in enumerate(mix.adverts)]
    return tuple(blocks)


def cells(block: BlockChoices) -> float:
    """What a block takes of the page: the mean over its shapes that cost little more than the best."""
    costs = [sum(shape_terms(s, s.rows, Costs()).values()) for s in block.shapes]
    good = [s.columns * s.rows for s, cost in zip(block.shapes, costs, strict=True) if cost < min(costs) + 1]
    return sum(good) / len(good)


def generate(blocks: int, seed: int) -> Problem:
    """A broadsheet of ``blocks`` blocks whose content fills the page within two per cent."""
    rng = random.Random(f"{blocks}/{seed}")
    mix = mix_of(rng, blocks)
    stories = blocks - mix.pictures - mix.briefs - len(mix.adverts)
    weights = weights_of(rng, stories)
    draw, fill = rng.random(), rng.uniform(0.98, 1.02)
    low, high = 0.1, 6.0
    for _ in range(18):
        scale = (low + high) / 2
        content = page_of(random.Random(draw), mix, weights, scale)
        usable = all(block.shapes for block in content)
        if usable and sum(map(cells, content)) < fill * COLUMNS * ROWS:
            low = scale
        else:
            high = scale
    content = page_of(random.Random(draw), mix, weights, low)
    return Problem(COLUMNS, ROWS, content, white_above=1)
