"""The scene: a page's display list as blocks, lines and runs, each glyph with the copy that it stands for.

An output that only prints takes the display list as it is. One that people point at (a picture in a browser, an
e-paper) wants to know what they point at: ``scene_of`` says whose every item is and which character of the copy each
glyph sets. Axes and units are the page's own. ``output.json`` writes the scene as data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from paiban.display import Artwork, Box, Colour, GlyphRun, Item, Line, Page, Path, Picture, Rect, Rule
from paiban.span import Anchors, Span, Text, absolute
from paiban.units import Length
from paiban.value import NamedTuple

NO_COPY = -1
"""Stands for the copy of a glyph that is the engine's own: a brief's ◆, the hyphen of a parted word."""

FURNITURE = "furniture"
"""The kind of what belongs to the page and to no block: running head, rules between blocks."""


class SceneRun(NamedTuple):
    """A run of glyphs, and the copy that it sets.

    ``places`` holds for each glyph the index in its line's copy where its cluster begins, or ``NO_COPY``. The copy of
    the whole run lies in ``start`` … ``end``; the two are equal where all of it is the engine's own.
    """

    face: str
    size: Length
    colour: Colour
    glyphs: tuple[int, ...]
    xs: tuple[Length, ...]
    ys: tuple[Length, ...]
    quarter_turn: bool
    condense: int
    places: tuple[int, ...]
    start: int
    end: int


class SceneLine(NamedTuple):
    """A line of type with its range of copy, as in ``paiban.display.Line``; ``marks`` are what stands beside it.

    ``words`` are what it reads, without mark-up and ruby; ``span`` says where its range stands in the issue file.
    """

    role: str
    leg: int
    copy: Text
    start: int
    end: int
    x: Length
    y: Length
    advance: Length
    measure: Length
    vertical: bool
    runs: tuple[SceneRun, ...]
    marks: tuple[Rule | Path, ...]
    words: str
    span: Span


SceneItem = SceneLine | Rule | Box | Path | Picture | Artwork


class SceneBlock(NamedTuple):
    """What one block paints, in painting order. ``rect`` is its frame, None for furniture.

    A block whose items do not follow one another in painting order comes in several parts.
    """

    id: str
    kind: str
    rect: Rect | None
    items: tuple[SceneItem, ...]

    @property
    def lines(self) -> tuple[SceneLine, ...]:
        """Its lines of type, in reading order."""
        return tuple(item for item in self.items if isinstance(item, SceneLine))


class Scene(NamedTuple):
    """One page. ``faces`` are the keys of the faces used, in the order in which the page first uses them."""

    number: int
    section: str
    title: str
    width: Length
    height: Length
    bleed: Length
    faces: tuple[str, ...]
    blocks: tuple[SceneBlock, ...]


def scene_of(page: Page) -> Scene:
    """A finished page as a scene: every item once, in painting order."""
    frames = {frame.block: frame for frame in page.frames}
    blocks = []
    for name, items in groupby(page.items, lambda item: item.block):
        frame = frames.get(name)
        kind, rect = (frame.kind, frame.rect) if frame else (FURNITURE, None)
        blocks.append(SceneBlock(name, kind, rect, tuple(_scene_item(item, page.anchors) for item in items)))
    runs = (run for block in blocks for line in block.lines for run in line.runs)
    faces = tuple(dict.fromkeys(run.face for run in runs))
    return Scene(page.number, page.section, page.title, page.width, page.height, page.bleed, faces, tuple(blocks))


def _scene_item(item: Item, anchors: Anchors) -> SceneItem:
    return _scene_line(item, anchors) if isinstance(item, Line) else item


def _scene_line(line: Line, anchors: Anchors) -> SceneLine:
    span = absolute(line.copy.at(line.start, max(line.end, line.start + 1)), anchors)
    return SceneLine(
        line.role, line.leg, line.copy, line.start, line.end, line.x, line.y, line.advance, line.measure,
        line.vertical, scene_runs(line), line.decorations, line.words, span,
    )  # fmt: skip


def scene_runs(line: Line) -> tuple[SceneRun, ...]:
    """The runs of a line, in their order, with the copy of each glyph."""
    return (*_body_runs(line), *_note_runs(line))


def _body_runs(line: Line) -> Iterator[SceneRun]:
    """The runs of the line itself: what it draws of its range one after another, behind the engine's own prefix."""
    away = {*line.dropped, *(index for note in line.notes for index in range(*note))}
    drawn = [NO_COPY] * len(line.prefix) + [index for index in range(line.start, line.end) if index not in away]
    done = 0
    for run in line.body:
        length = sum(map(len, run.texts))
        yield _scene_run(run, drawn[done : done + length])
        done += length


def _note_runs(line: Line) -> Iterator[SceneRun]:
    """The runs beside the line: each sets a range of its own, in which blanks do not count."""
    for run, note in zip(line.runs[len(line.body) :], line.notes, strict=True):
        solid = run._replace(texts=tuple("".join(text.split()) for text in run.texts))
        yield _scene_run(solid, [index for index in range(*note) if not line.copy.value[index].isspace()])


def _scene_run(run: GlyphRun, drawn: Sequence[int]) -> SceneRun:
    """``drawn`` are the indices of the copy that the run sets, in order; what goes beyond them is the engine's own."""
    copy = [index for index in drawn if index != NO_COPY]
    start, end = (copy[0], copy[-1] + 1) if copy else (0, 0)
    return SceneRun(
        run.face, run.size, run.colour, run.glyphs, run.xs, run.ys, run.quarter_turn, run.condense,
        tuple(_glyph_places(run.texts, drawn)), start, end,
    )  # fmt: skip


def _glyph_places(texts: Sequence[str], drawn: Sequence[int]) -> Iterator[int]:
    """Where the cluster of each glyph begins in the copy: a glyph without copy belongs to the cluster before it."""
    done, place = 0, NO_COPY
    for text in texts:
        if text:
            place = drawn[done] if done < len(drawn) else NO_COPY
            done += len(text)
        yield place
