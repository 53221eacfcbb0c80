"""Quality and speed of composition: the house styles against Typst and XeLaTeX with xeCJK, in one run.

    python bench/composition.py            quality and speed
    python bench/composition.py --speed    speed alone

Typst is a package of the ``bench`` extra; XeLaTeX is asked where it is installed (Debian: ``apt-get install
texlive-xetex texlive-lang-chinese``). What is not there is said, and left out.

Quality is measured on set lines alone, in the same way for every engine: from the places and the ink of the characters.
``stretch`` is what stands between two Han side by side beyond their em, the mean over justified lines of a line's mean;
a line is *loose* above ⅛ em; *unlike* are neighbouring lines that differ by more than a tenth, *uneven* those whose
marks, each against its natural width, differ by more than a quarter of an em in the mean. ``mark`` is the slack of
a mark: by how much one with no other beside it stands wider or narrower than by the nature of the engine's style, its
mean and 99th percentile; ``widest`` the widest place of any kind, between a Han's em, a mark's half and a letter's ink;
``ink`` the white between ink and ink, 99th percentile. *Squeezed* are lines with a mark below its natural width,
``orphans`` last lines of one character, ``twos`` of two. Lengths are in hundredths of an em.

The Han copy is every paragraph of the real page, begun at ten of its clauses in turn, so that each breaks in ten ways;
the mixed copy is ``mixed.txt``, begun at four. Below each rival stands where the difference to ``daily`` lies: + where
daily is ahead, = where the interval holds nought, - where it is behind.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

import _tally
import _typst
import _xelatex
from _tally import COLUMNS, FULL, SetLine, Tally
from paiban.font import FontCatalogue, load_catalogue
from paiban.span import plain_text
from paiban.template import Composition, Layout
from paiban.text import Prepared, TextStyle, break_lines, prepare, set_line
from paiban.units import PER_PT, Length

HERE = Path(__file__).parent
SIZE = 9 * PER_PT
HAN_MEASURES = (11, 13, 17, 20, 27)
MIXED_MEASURES = (13, 20)
STYLES = ("daily", "classic")

Engine = Callable[[Sequence[str], Length], Iterator[list[SetLine]]]
"""Paragraphs and a measure to the lines of each."""


def page() -> list[str]:
    """Every paragraph of the real page."""
    found = json.loads((HERE / "page.json").read_text(encoding="utf-8"))
    return [*found["briefs"], *(p for article in found["articles"] for p in article["paragraphs"])]


def mixed() -> list[str]:
    """Every paragraph of the mixed copy."""
    lines = (HERE / "mixed.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def begun(text: str, times: int) -> list[str]:
    """A paragraph begun at ``times`` of its clauses in turn, what stood before going to its end."""
    depths = accumulate((c in "“《（") - (c in "”》）") for c in text)
    ends = [i + 1 for i, (c, depth) in enumerate(zip(text, depths, strict=True)) if c in "，。；！？" and not depth]
    starts = [0, *(end for end in ends if end < len(text) and text[end] not in "”》）")]
    picked = sorted({starts[len(starts) * k // times] for k in range(times)})
    return [text[start:] + text[:start] for start in picked]


def composition(name: str) -> Composition:
    """The rules of a house style."""
    sheet, faults = Layout().style(name)
    if sheet is None:
        raise SystemExit(f"{name}: {faults}")
    return sheet.composition


def ours(rules: Composition, catalogue: FontCatalogue) -> Engine:
    """Our own lines by ``rules``."""
    style = TextStyle("song", SIZE, indent=2 * SIZE, composition=rules)

    def lines(paragraphs: Sequence[str], measure: Length) -> Iterator[list[SetLine]]:
        for text in paragraphs:
            made = prepare(plain_text(text), style, catalogue)
            broken = break_lines(made, measure)
            yield [_own(made, line, measure, line is broken[-1], catalogue) for line in broken]

    return lines


def _own(made: Prepared, line: object, measure: Length, is_last: bool, catalogue: FontCatalogue) -> SetLine:
    placed = set_line(made, line, measure, x=0, y=0, role="", block="", leg=0)  # type: ignore[arg-type]
    texts, xs, ink = [], [], []
    for run in placed.runs:
        face = catalogue.face(run.face)
        for glyph, text, x in zip(run.glyphs, run.texts, run.xs, strict=True):
            low, _, high, _ = (run.size * value / face.upem for value in face.extents(glyph))
            if not text and ink:
                ink[-1] = ink[-1][0], (x + high) / SIZE
            elif text.strip():
                texts.append(text)
                xs.append(x / SIZE)
                ink.append(((x + low) / SIZE, (x + high) / SIZE))
    return SetLine(tuple(texts), tuple(xs), tuple(ink), is_last)


def others(set_by: Callable[..., Iterator[list[tuple]]], how: str, hyphenate: bool) -> Engine:
    """The lines of another engine."""

    def lines(paragraphs: Sequence[str], measure: Length) -> Iterator[list[SetLine]]:
        for rows in set_by(paragraphs, measure / PER_PT, SIZE / PER_PT, how, hyphenate):
            yield [SetLine(*row, is_last=row is rows[-1]) for row in rows]

    return lines


def engines(hyphenate: bool) -> dict[str, tuple[Engine, str]]:
    """Every engine that is there, with its style of marks."""
    catalogue, _ = load_catalogue()
    rules = {name: composition(name) for name in STYLES}
    if not hyphenate:
        rules = {name: chosen._replace(hyphenate=False) for name, chosen in rules.items()}
    found = {name: (ours(chosen, catalogue), FULL[chosen.punctuation]) for name, chosen in rules.items()}
    try:
        import typst  # noqa: F401, PLC0415
    except ImportError:
        print("Typst is not installed: pip install typst")
    else:
        found["Typst optimized"] = others(_typst.lines, "optimized", hyphenate), FULL["quanjiao"]
    if _xelatex.is_installed():
        for marks in ("kaiming", "quanjiao"):
            found[f"xeCJK {marks}"] = others(_xelatex.lines, marks, hyphenate), FULL[marks]
    else:
        print("XeLaTeX is not installed: apt-get install texlive-xetex texlive-lang-chinese")
    return found


def compare(title: str, paragraphs: Sequence[Sequence[str]], ems: Sequence[int], hyphenate: bool) -> None:
    """Print what every engine makes of the copy, and how sure each difference is."""
    flat = [text for group in paragraphs for text in group]
    known = engines(hyphenate)
    for em in ems:
        print(f"\n{title}, {em} em, {sum(map(len, flat))} characters")
        print(f"{'':18}" + "".join(f"{name:>10}" for name in COLUMNS))
        tallies: dict[str, list[Tally]] = {}
        for name, (engine, full) in known.items():
            tallies[name] = _by_paragraph(engine(flat, em * SIZE), paragraphs, full)
            whole = _tally.total(tallies[name])
            print(f"{name:18}" + "".join(f"{column(whole):10.2f}" for column in COLUMNS.values()))
            if name not in STYLES:
                print(f"{'':18}" + _verdicts(_tally.intervals(tallies["daily"], tallies[name])))


def _by_paragraph(lines: Iterator[list[SetLine]], paragraphs: Sequence[Sequence[str]], full: str) -> list[Tally]:
    """A tally for each paragraph, all its beginnings together."""
    found = []
    for group in paragraphs:
        tally = Tally()
        for _ in group:
            tally.add(next(lines), full)
        found.append(tally)
    return found


def _verdicts(found: dict[str, tuple[float, float]]) -> str:
    signs = ("+" if high < 0 else "-" if low > 0 else "=" for low, high in found.values())
    return "".join(f"{sign:>10}" for sign in signs)


def quality() -> None:
    compare("Han copy", [begun(text, 10) for text in page()], HAN_MEASURES, False)
    copy = [begun(text, 4) for text in mixed()]
    compare("Mixed copy, no engine parts words", copy, MIXED_MEASURES, False)
    compare("Mixed copy, every engine may part words", copy, MIXED_MEASURES, True)


def speed() -> None:
    catalogue, _ = load_catalogue()
    texts = [plain_text(text) for text in page()]
    measure = 13 * SIZE
    print(f"\n{sum(len(text.value) for text in texts)} characters, CPU milliseconds, the least of 15")
    for name in STYLES:
        style = TextStyle("song", SIZE, indent=2 * SIZE, composition=composition(name))
        made = [prepare(text, style, catalogue) for text in texts]
        took = least(lambda style=style: [prepare(text, style, catalogue) for text in texts])
        broke = least(lambda made=made: [break_lines(p, measure) for p in made])
        broken = [(p, line) for p in made for line in break_lines(p, measure)]
        drew = least(
            lambda broken=broken: [set_line(p, r, measure, x=0, y=0, role="", block="", leg=0) for p, r in broken]
        )
        print(f"  {name}: prepare {took:.1f}, break {broke:.1f}, set {len(broken)} lines {drew:.1f}")


def least(work: object, times: int = 15) -> float:
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        work()  # type: ignore[operator]
        best = min(best, time.process_time() - began)
    return 1000 * best


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__)[0])
    parser.add_argument("--speed", action="store_true", help="speed alone")
    options = parser.parse_args()
    if not options.speed:
        quality()
    speed()
