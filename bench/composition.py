"""Quality and speed of composition over the real page's stories.

    python bench/composition.py            both tables
    python bench/composition.py --speed    speed alone
    python bench/composition.py --typst    also the same copy set by Typst (pip install typst)
    python bench/composition.py --xelatex  also by XeLaTeX with xeCJK, where it is installed

Quality is measured on set lines alone, in the same way for every engine: the *stretch* of a line is what stands between
two Han characters side by side beyond their em, in hundredths of an em, averaged over the line. A line is *loose* above
⅛ em, *squeezed* where a mark with no other beside it stands below its natural width; an *orphan* is a last line of one
character.

``kaiming`` is the newspaper's own setting. ``quanjiao`` has the house rules of Typst and of xeCJK's style of that name:
marks and the gap between Han and Latin as wide, the gap stretched beyond a third, every place stretched alike. ``open``
has those of xeCJK's kaiming, where a mark on half an em is opened before characters are. So the breakers alone differ.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import _typst
import _xelatex
from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import Prepared, TextStyle, break_lines, prepare, set_line
from paiban.units import PER_PT, Length

PAGE = Path(__file__).with_name("page.json")
SIZE = 9 * PER_PT
MEASURES = (Fraction(13), Fraction(53, 3), Fraction(20), Fraction(27))

RULES = {
    "kaiming": Composition(),
    "open": Composition(
        gap_em=Fraction(1, 4), gap_most_em=Fraction(1, 2), even_stretch=True, mark_stretch_em=Fraction(1, 2)
    ),
    "quanjiao": Composition(
        punctuation="quanjiao", gap_em=Fraction(1, 4), gap_most_em=Fraction(1, 2), even_stretch=True
    ),
}
"""The house rules of our rows: the newspaper's, and those of the settings that they are compared with."""

FULL = {"kaiming": "。？！", "open": "。？！", "quanjiao": "。？！，、；：”’）》」』】“‘（《「『【"}
"""The marks that stand on an em by nature in a style; half an em is natural for the others."""

OPENING, CLOSING = "“‘（《「『【", "。？！，、；：”’）》」』】"
MARKS = OPENING + CLOSING


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of any engine: its clusters and where each begins, in em."""

    text: tuple[str, ...]
    at: tuple[float, ...]
    is_last: bool

    @property
    def stretches(self) -> list[float]:
        pairs = zip(self.text, self.text[1:], self.at, self.at[1:], strict=False)
        return [after - before - 1 for a, b, before, after in pairs if is_han(a) and is_han(b)]

    @property
    def stretch(self) -> float:
        found = self.stretches
        return statistics.fmean(found) if found else 0.0

    def is_squeezed(self, full: str) -> bool:
        """Whether a mark with no other beside it stands on less than its natural width, an em for those of ``full``."""
        if self.is_last:
            return False
        for a, b, before, after in zip(self.text, self.text[1:], self.at, self.at[1:], strict=False):
            mark = a if a in CLOSING and b not in MARKS else b if b in OPENING and is_han(a) else ""
            if mark and after - before < (0.98 if mark in full else 0.48):
                return True
        return False


def is_han(text: str) -> bool:
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"


def copy() -> list[str]:
    """Every paragraph of the page."""
    page = json.loads(PAGE.read_text(encoding="utf-8"))
    return [*page["briefs"], *(p for article in page["articles"] for p in article["paragraphs"])]


def ours(paragraphs: Sequence[Prepared], measure: Length) -> Iterator[SetLine]:
    for prepared in paragraphs:
        lines = break_lines(prepared, measure)
        for line in lines:
            placed = set_line(prepared, line, measure, x=0, y=0, role="", block="", leg=0)
            texts = tuple(text for run in placed.runs for text in run.texts)
            xs = tuple(x / SIZE for run in placed.runs for x in run.xs)
            yield SetLine(texts, xs, line is lines[-1])


def row(lines: Sequence[SetLine], punctuation: str) -> tuple[float, float, int, int, int, int]:
    """Mean and 95th percentile of stretch over justified lines, loose lines, squeezed ones, orphans, lines in all."""
    justified = [line.stretch for line in lines if not line.is_last]
    ordered = sorted(justified)
    orphans = sum(line.is_last and sum(is_han(t) or t.isalnum() for t in line.text) < 2 for line in lines)
    return (
        100 * statistics.fmean(justified),
        100 * ordered[int(0.95 * (len(ordered) - 1))],
        sum(stretch > 1 / 8 + 1e-9 for stretch in justified),
        sum(line.is_squeezed(FULL[punctuation]) for line in lines),
        orphans,
        len(lines),
    )


def quality(with_typst: bool, with_xelatex: bool) -> None:
    catalogue, _ = load_catalogue()
    texts = [plain_text(text) for text in copy()]
    print(f"{'':24}{'mean':>8}{'p95':>8}{'loose':>8}{'squeezed':>10}{'orphans':>9}{'lines':>7}   (stretch in 1/100 em)")
    for em in MEASURES:
        measure = SIZE * em.numerator // em.denominator
        print(f"{float(em):.4g} em")
        for punctuation, rules in RULES.items():
            for breaker in ("greedy", "optimal"):
                style = TextStyle("song", SIZE, indent=2 * SIZE, composition=rules._replace(breaker=breaker))
                made = [prepare(text, style, catalogue) for text in texts]
                show(f"{punctuation} {breaker}", row(list(ours(made, measure)), punctuation))
        for breaks in ("simple", "optimized") if with_typst else ():
            lines = _typst.lines(copy(), measure / PER_PT, SIZE / PER_PT, breaks)
            show(f"Typst {breaks}", row([SetLine(*line) for line in lines], "quanjiao"))
        for punctuation in ("kaiming", "quanjiao") if with_xelatex else ():
            lines = _xelatex.lines(copy(), measure / PER_PT, SIZE / PER_PT, punctuation)
            show(f"xeCJK {punctuation}", row([SetLine(*line) for line in lines], punctuation))


def show(name: str, numbers: tuple[float, float, int, int, int, int]) -> None:
    mean, high, loose, squeezed, orphans, count = numbers
    print(f"  {name:22}{mean:8.2f}{high:8.2f}{loose:8}{squeezed:10}{orphans:9}{count:7}")


def speed() -> None:
    catalogue, _ = load_catalogue()
    texts = [plain_text(text) for text in copy()]
    count = sum(len(text.value) for text in texts)
    greedy = TextStyle("song", SIZE, indent=2 * SIZE)
    optimal = greedy._replace(composition=Composition(breaker="optimal"))
    measure = 13 * SIZE
    print(f"{count} characters, CPU milliseconds, the least of 15")
    began = time.process_time()
    [prepare(text, greedy, catalogue) for text in texts]
    print(f"  prepare, type case empty {1000 * (time.process_time() - began):7.1f}")
    for name, style in (("greedy", greedy), ("optimal", optimal)):
        made = [prepare(text, style, catalogue) for text in texts]
        took = least(lambda style=style: [prepare(text, style, catalogue) for text in texts])
        broke = least(lambda made=made: [break_lines(p, measure) for p in made])
        print(f"  {name}: prepare {took:.1f} + break {broke:.1f} = {took + broke:.1f}")
    made = [prepare(text, greedy, catalogue) for text in texts]
    broken = [(p, line) for p in made for line in break_lines(p, measure)]
    took = least(lambda: [set_line(p, line, measure, x=0, y=0, role="", block="", leg=0) for p, line in broken])
    print(f"  set {len(broken)} lines {took:.1f}")


def least(work: object, times: int = 15) -> float:
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        work()  # type: ignore[operator]
        best = min(best, time.process_time() - began)
    return 1000 * best


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speed", action="store_true", help="speed alone")
    parser.add_argument("--typst", action="store_true", help="compare with Typst")
    parser.add_argument("--xelatex", action="store_true", help="compare with XeLaTeX and xeCJK")
    options = parser.parse_args()
    if options.xelatex and not _xelatex.is_installed():
        parser.error("xelatex is not installed")
    if not options.speed:
        quality(options.typst, options.xelatex)
    speed()
