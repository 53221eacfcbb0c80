"""What no way of breaking can better: columns of ``composition.py`` that cannot be had together.

    python bench/bounds.py

Each column says by how much the Han of the Han copy must stand apart in the mean where marks stand off their natural
width by no more than a rival's: *full*, every mark being an em by nature, as much as in xeCJK's quanjiao; *half*,
all marks being half an em by nature, as much as in its kaiming (so that its white is as small). Above Typst's stretch,
the two cannot be had together.

That is a bound: of all breaks that the prohibitions allow the best are taken, marks take slack one by one in whatever
way serves best, gaps take half an em, orphans and unlike neighbours cost nothing. Each price for the marks' slack gives
one (Lagrange), the best of many counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from composition import HAN_MEASURES, SIZE, begun, composition, page
from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.text import Prepared, TextStyle, prepare
from paiban.value import NamedTuple

RIVALS = {
    11: {"stretch": 0.62, "full": 7.21, "half": 16.03},
    13: {"stretch": 0.42, "full": 5.76, "half": 12.70},
    17: {"stretch": 0.15, "full": 3.56, "half": 10.02},
    20: {"stretch": 0.09, "full": 3.00, "half": 8.62},
    27: {"stretch": 0.03, "full": 2.10, "half": 7.02},
}
"""Hundredths of an em, as ``composition.py`` prints them: the stretch of Typst, the marks of xeCJK's two styles."""

PRICES = [4.0**k / 100 for k in range(-1, 6)]
ROUNDS, CLOSE, HOPELESS = 6, 1e-6, 1e9
TIMES = 2

GAP_GIVES, GAP_TAKES = 1 / 24, 1 / 2
"""What a gap loses at the most, in em, and what it may take."""


class Chance(NamedTuple):
    """A line that could be: the start that it leaves to the next, its slack in em when all stands as by nature and when
    all is squeezed; places for Han, marks that stand on an em, all marks, gaps."""

    then: int
    natural: float
    squeezed: float
    places: int
    full: int
    marks: int
    gaps: int
    is_last: bool


Cost = Callable[[Chance, float], float]
"""What a line costs: its stretch in em a place, and at a price what its marks stand off beyond a limit."""


def chances(made: Prepared, measure: int) -> Iterator[list[Chance]]:
    """From each start the lines that could begin there."""
    full = sorted({place for step in made.squeeze if step.name == "mark" for place in step.places})
    gaps = sorted({place for step in made.squeeze if step.name == "gap" for place in step.places})
    half = sorted(set(made.pool.places if made.pool else ()) - set(gaps))
    indent = made.style.indent
    for start in (0, *made.breaks[:-1]):
        room = measure - (indent if start == 0 else 0)
        found = []
        for end in made.breaks[bisect_left(made.breaks, start + 1) :]:
            slack = room - made.natural(start, end)
            least = slack + made.squeezable(start, end)
            if least < 0:
                break
            inside = [bisect_left(x, end - 1) - bisect_left(x, start) for x in (full, gaps, half)]
            marks = inside[0] + inside[2]
            places = max(1, end - start - 1 - marks - inside[1])
            then = bisect_left(made.breaks, end) + 1
            found.append(
                Chance(then, slack / SIZE, least / SIZE, places, inside[0], marks, inside[1], end == made.count)
            )
        yield found


def with_full_marks(limit: float) -> Cost:
    """Every mark an em by nature; in the mean marks stand off theirs by ``limit``."""

    def cost(line: Chance, price: float) -> float:
        credit = price * limit * line.marks
        if line.natural < 0:
            return price * max(0.0, -line.natural - line.gaps * GAP_GIVES) - credit
        return _given(line, line.natural, price) - credit

    return cost


def with_half_marks(limit: float) -> Cost:
    """All marks half an em by nature; in the mean they stand off that by ``limit``."""
    return lambda line, price: _given(line, line.squeezed, price) - price * limit * line.marks


def _given(line: Chance, slack: float, price: float) -> float:
    """What the slack of a line costs at the least: all to its marks, or all between its Han."""
    left = max(0.0, slack - line.gaps * GAP_TAKES)
    return left * min(1 / line.places, price) if line.marks else left / line.places


def least(paragraphs: Sequence[Sequence[Sequence[Chance]]], cost: Cost, price: float) -> float:
    """The least mean of what lines cost, over all ways to break the paragraphs (Dinkelbach)."""
    mean = 0.0
    for _ in range(ROUNDS):
        total, lines = map(sum, zip(*[cheapest(lists, cost, price, mean) for lists in paragraphs], strict=True))
        if abs(total) < CLOSE * lines:
            break
        mean += total / lines
    return mean


def cheapest(lists: Sequence[Sequence[Chance]], cost: Cost, price: float, mean: float) -> tuple[float, int]:
    """What the justified lines of a paragraph cost beyond ``mean`` each at the least, and how many they are."""
    best = [(0.0, 0)] * (len(lists) + 1)
    for start in range(len(lists) - 1, -1, -1):
        ways = [(0.0, 0) if line.is_last else _on(best[line.then], cost(line, price) - mean) for line in lists[start]]
        best[start] = min(ways, default=(HOPELESS, 0))
    return best[0]


def _on(after: tuple[float, int], own: float) -> tuple[float, int]:
    return after[0] + own, after[1] + 1


def main() -> None:
    catalogue, _ = load_catalogue()
    style = TextStyle("song", SIZE, indent=2 * SIZE, composition=composition("daily")._replace(hyphenate=False))
    made = [prepare(plain_text(text), style, catalogue) for paragraph in page() for text in begun(paragraph, TIMES)]
    print("em, then: marks no further off than those of a rival, and the least mean stretch; Typst's stretch")
    print(f"{'em':>3}" + "".join(f"{name:>24}" for name in LIMITS) + f"{'Typst':>10}")
    for em in HAN_MEASURES:
        lists = [list(chances(paragraph, em * SIZE)) for paragraph in made]
        rival = RIVALS[em]
        row = f"{em:>3}"
        for name, cost_at in LIMITS.items():
            bound = max(least(lists, cost_at(rival[name] / 100), price) for price in PRICES)
            row += f"{f'{rival[name]:.1f}':>12}{100 * bound:>12.2f}"
        print(row + f"{rival['stretch']:>10.2f}", flush=True)


LIMITS: dict[str, Callable[[float], Cost]] = {"full": with_full_marks, "half": with_half_marks}

if __name__ == "__main__":
    main()
