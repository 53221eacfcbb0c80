"""Whether a page that was made up is the same page all the way: plan, written file, page, PDF.

- What ``paiban makeup`` said of the plan, block by block (columns, legs, lines, what fits, every lever), ``check``
  says of the written file, word for word.
- The lines of every block's copy, counted on the page that is set from that file, are those that the plan promised; all
  stand within the block's place.
- Every Han character stands in the PDF where the page has it, as poppler's ``pdftotext`` finds it there, and there is
  none besides.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

PT = 25.4 / 72
"""Millimetres of a point."""

MIDDLE = 0.38
"""So far above the baseline, in its size, lies about the middle of a character."""

BAND = 10.0
"""Words are looked up by bands of so many millimetres."""

HAN = re.compile("[\u4e00-\u9fff]")
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
REPORT = re.compile(r"(?m)^版 .* → .* mm，.*(?:\n  .*)*")
COUNTED = re.compile(r"(?m)^  (\S+) +\d+ 栏.*? (\d+) 行 +\d+ 字(?: +超 (\d+) 行)?(?:.* 段前加空 (\d+) 行)?")
"""What is told of a story: its rows, how many of them find no room, and how many are white before cross-heads."""
COPY = ("body", "crosshead", "byline")
"""Roles of the lines that a report counts."""

Command = Callable[..., tuple[str, list[tuple[str, str]]]]
"""Runs a command: what it writes, and what it finds."""


class PdfWord(NamedTuple):
    """A word in a PDF, in millimetres from the trim's top left."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str

    def holds(self, character: str, x: float, y: float) -> bool:
        """Whether it has the character, and stands at a place."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1 and character in self.text


class PageCharacter(NamedTuple):
    """A character on a page, and about the middle of it, in millimetres from the trim's top left."""

    character: str
    x: float
    y: float


def disagreements(issue: Path, told: str, checked: str, command: Command) -> Iterator[str]:
    """Where the stages of a page that was made up are at odds, in words.

    ``told`` is what ``makeup`` wrote, ``checked`` what ``check`` did. The PDF is looked at where there is one, and
    ``pdftotext`` to read it.
    """
    plan, page = (REPORT.findall(words) for words in (told, checked))
    if plan != page:
        yield "makeup and check tell different pages"
    with tempfile.TemporaryDirectory() as name:
        data, pdf = Path(name) / "page.json", Path(name) / "page.pdf"
        command(str(issue), "--json", "-o", str(data))
        command(str(issue), "-o", str(pdf))
        made = json.loads(data.read_text("utf-8"))
        places = {block["id"]: block for block in made["blocks"]}
        for number, (words, each) in enumerate(zip(plan, made["pages"], strict=True), 1):
            promised = {
                name: int(lines) - int(over or 0) - int(white or 0)
                for name, lines, over, white in COUNTED.findall(words)
            }
            yield from strays(each, promised, places)
            if pdf.exists() and shutil.which("pdftotext"):
                yield from displaced(each, words_of(pdf, number, each["bleed"]))


def strays(page: Mapping[str, Any], promised: Mapping[str, int], places: Mapping[str, Any]) -> Iterator[str]:
    """Stories that have other lines of copy than were promised, and lines that stand outside their place."""
    counted: Counter[str] = Counter()
    for block in page["blocks"]:
        lines = [item for item in block["items"] if item["item"] == "line" and item["role"] in COPY]
        counted[block["id"]] += len({(line["leg"], line["x" if line["vertical"] else "y"]) for line in lines})
        if block["rect"] and lines:
            x0, y0, x1, y1 = block["rect"]
            if not all(x0 - 1 <= line["x"] <= x1 + 1 and y0 - 1 <= line["y"] <= y1 + 1 for line in lines):
                yield f"{block['id']}: lines outside its place"
    for name, lines in promised.items():
        if name in places and places[name]["kind"] == "story" and counted[name] != lines:
            yield f"{name}: {lines} lines promised, {counted[name]} set"


def displaced(page: Mapping[str, Any], words: Mapping[int, Sequence[PdfWord]]) -> Iterator[str]:
    """What of a page's copy stands elsewhere in the PDF, or not at all, and what the PDF has besides."""
    own = list(characters_of(page))
    lost = [c for c in own if not any(w.holds(*c) for w in words.get(int(c.y // BAND), ()))]
    if lost:
        yield f"{len(lost)} characters stand elsewhere in the PDF: {lost[0]}"
    everywhere = {word for band in words.values() for word in band}
    there = Counter(c for word in everywhere for c in HAN.findall(word.text))
    if more := there - Counter(c.character for c in own):
        yield f"only in the PDF: {''.join(more.elements())}"


def characters_of(page: Mapping[str, Any]) -> Iterator[PageCharacter]:
    """The Han characters of a page's lines."""
    for block in page["blocks"]:
        for line in (item for item in block["items"] if item["item"] == "line"):
            for run in line["runs"]:
                for place, middle in zip(run["places"], middles(run), strict=True):
                    character = line["text"][place - line["start"]] if place >= 0 else ""
                    if HAN.match(character):
                        yield PageCharacter(character, *middle)


def middles(run: Mapping[str, Any]) -> list[tuple[float, float]]:
    """About the middle of each upright glyph of a run, whose places are where its baseline begins."""
    count = len(run["glyphs"])
    xs, ys = (run[axis] if isinstance(run[axis], list) else [run[axis]] * count for axis in ("x", "y"))
    return [(x + run["size"] / 2, y - MIDDLE * run["size"]) for x, y in zip(xs, ys, strict=True)]


def words_of(pdf: Path, number: int, bleed: float) -> dict[int, list[PdfWord]]:
    """The words of a page of a PDF, by the bands that they stand in."""
    way = ["pdftotext", "-bbox", "-f", str(number), "-l", str(number), str(pdf), "-"]
    found = subprocess.run(way, capture_output=True, check=True).stdout.decode("utf-8")
    bands: dict[int, list[PdfWord]] = defaultdict(list)
    for *corners, text in WORD.findall(found):
        word = PdfWord(*(float(each) * PT - bleed for each in corners), unescape(text))
        for band in range(int(word.y0 // BAND), int(word.y1 // BAND) + 1):
            bands[band].append(word)
    return bands
