"""Pages for the tests of outputs: lines of the tiny face set end to end, no rules of composition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from paiban.display import BLACK, Colour, GlyphRun, Item, Line, Page, Rect
from paiban.font import FontCatalogue
from paiban.output.model import DocumentInfo
from paiban.span import plain_text
from paiban.template import Press
from paiban.units import PER_PT, Length, mm, rounded

PRESS = Press("test", "x1a", "IFRA26", "Coldset newsprint", "http://www.color.org", "")
INFO = DocumentInfo("试报", "paiban", datetime(2022, 3, 31, tzinfo=UTC))


def glyph_run(
    catalogue: FontCatalogue,
    clusters: Iterable[str],
    x: Length,
    y: Length,
    *,
    face: str = "tiny",
    size: Length = 10 * PER_PT,
    colour: Colour = BLACK,
    tracking: Length = 0,
    vertical: bool = False,
) -> GlyphRun:
    """Clusters one after another from ``x``, ``y`` along the line, ``tracking`` between them."""
    used = catalogue.face(face)
    glyphs, xs, ys, texts = [], [], [], []
    pen = y if vertical else x
    for cluster in clusters:
        for index, glyph in enumerate(used.shape(cluster, vertical)):
            dx, dy = rounded(glyph.dx * size, used.upem), rounded(glyph.dy * size, used.upem)
            glyphs.append(glyph.gid)
            xs.append(dx + (x if vertical else pen))
            ys.append(dy + (pen if vertical else y))
            texts.append(cluster if index == 0 else "")
            pen += rounded(glyph.advance * size, used.upem)
        pen += tracking
    return GlyphRun(face, size, colour, tuple(glyphs), tuple(xs), tuple(ys), tuple(texts))


def line_of(runs: Sequence[GlyphRun], text: str | None = None, *, block: str = "story", leg: int = 0, **more) -> Line:
    """A line that draws ``runs`` for the whole of ``text``."""
    copy = plain_text(text if text is not None else "".join("".join(run.texts) for run in runs), "issue.yaml")
    start = (runs[0].xs[0], runs[0].ys[0])
    given = {"start": 0, "end": len(copy.value), "justified": False, "vertical": False, "advance": 0, "measure": 0}
    return Line("body", block, leg, copy, x=start[0], y=start[1], runs=tuple(runs), **{**given, **more})


def page_of(items: Iterable[Item], *, number: int = 2, bleed: Length = 0) -> Page:
    """A page of 100 × 150 mm with a baseline every 5 mm from 20 mm."""
    area = Rect(mm(10), mm(15), mm(90), mm(140))
    baselines = tuple(mm(y) for y in range(20, 140, 5))
    return Page(number, "时政", "试报", mm(100), mm(150), bleed, area, baselines, (), tuple(items))
