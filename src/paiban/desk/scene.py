"""Pages as data for the browser: each block by itself, under a name made of what it draws, so that what a change leaves
alone is not sent again.

Lengths are points to a thousandth, x and y from the trim's top left. Lines of the file are counted from the block's
own first, which the page gives: a line added above a block changes nothing of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path as FilePath
from typing import Any

from paiban.desk.faces import characters, face_name
from paiban.desk.owning import guess_of, is_loose
from paiban.diagnostic import Diagnostic
from paiban.display import Artwork, Box, Item, Page, Path, Picture, Rect, Rule
from paiban.engine.kit import Kit
from paiban.engine.printing import finished
from paiban.engine.setting import Result
from paiban.grid import Grid, GridRect
from paiban.issue import Block
from paiban.issue.kind import Reading
from paiban.issue.naming import known_as
from paiban.makeup.frame.model import Fit, Makeup, Placed
from paiban.makeup.judge.breaches import page_holes
from paiban.makeup.judge.layout import page_layout
from paiban.markup import parse
from paiban.output.model import PLAIN
from paiban.output.scene import SceneBlock, SceneLine, SceneRun, scene_of
from paiban.output.svg import write_svg
from paiban.output.svg.screen import Screen
from paiban.output.svg.type import placed
from paiban.span import Text, absolute
from paiban.template import Press
from paiban.units import Length, to_pt
from paiban.value import NamedTuple

Data = dict[str, Any]

WHOLE = (0.0, 0.0, 1.0, 1.0)

FACE = re.compile(r'"f":"[0-9a-f]{20}",')
"""The face of a run in a block's data."""

Pictures = dict[str, Picture | Artwork]
"""Pictures by the names that they are fetched by."""


class DrawnPage(NamedTuple):
    """A page for the browser: what it says of itself, its blocks by their names, its pictures by theirs.

    ``prints`` tell by its name what a block draws, whichever file its faces are from.
    """

    facts: Data
    blocks: Mapping[str, Data]
    pictures: Mapping[str, Picture | Artwork]
    prints: Mapping[str, str]


def drawn_page(result: Result, number: int) -> DrawnPage:
    """The page that is ``number`` of a result's, from 0."""
    assert result.kit is not None
    makeup, page, kit = result.makeups[number], result.pages[number], result.kit
    parts = drawn_parts(page, kit)
    faces = {key: face_name(kit.catalogue.face(key)) for part in parts for key in part.faces}
    facts: Data = {
        "number": page.numbers,
        "title": page.section,
        "size": [to_pt(page.width), to_pt(page.height)],
        "area": rect_data(page.type_area),
        "baselines": [points(y) for y in page.baselines],
        "order": [[part.block, part.name] for part in parts],
        "grid": grid_data(makeup.grid),
        "holes": holes_of(makeup, kit),
        "blocks": [block_facts(block, result, makeup, kit) for block in makeup.page.blocks],
        "faces": faces,
    }
    shown = {name: picture for part in parts for name, picture in part.pictures.items()}
    wholes = {name: whole_of(picture) for name, picture in shown.items() if isinstance(picture, Picture)}
    named = {name: picture_name(whole, kit) for name, whole in wholes.items()}
    facts["wholes"] = named
    pictures = {**shown, **{named[name]: whole for name, whole in wholes.items()}}
    blocks = {part.name: part.data for part in parts}
    return DrawnPage(facts, blocks, pictures, {part.name: part.print for part in parts})


def holes_of(makeup: Makeup, kit: Kit) -> list[list[int]]:
    """White that no block covers, on a page where blocks stand: columns and rows from 0."""
    if not makeup.blocks:
        return []
    found = kit.rack.memo.made("holes", (makeup,), lambda: page_holes(page_layout(makeup)))
    return [list(hole[:4]) for hole in found]


class Part(NamedTuple):
    """What a block paints, under a name made of it, with the pictures that it shows and the keys of its faces.

    ``print`` is the name that it would have with faces from any other file.
    """

    block: str
    name: str
    print: str
    data: Data
    pictures: Mapping[str, Picture | Artwork]
    faces: tuple[str, ...]


def drawn_parts(page: Page, kit: Kit) -> list[Part]:
    """The blocks of a page in painting order; what the engine has drawn already is not told again."""
    frames = {frame.block: frame for frame in page.frames}
    parts = []
    for block, run in groupby(page.items, lambda item: item.block):
        items = tuple(run)
        alone = page._replace(items=items, anchors={})
        parts.append(kit.rack.memo.made("told", (*items, kit), partial(_part, alone, kit), frames.get(block)))
    return parts


def _part(page: Page, kit: Kit) -> Part:
    """The one block of a page that has no other."""
    drawing, scene = Drawing.of(kit, {}), scene_of(page)
    [block] = scene.blocks
    data = drawing.block(block)
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Part(block.id, digest_of(told), digest_of(FACE.sub("", told)), data, drawing.pictures, scene.faces)


def drawn_items(items: Sequence[Item], placed_block: Placed, page: Page, kit: Kit, pictures: Pictures) -> Data:
    """One block set anew, as ``drawn_page`` would have it; the pictures that it shows go into ``pictures``."""
    alone = page._replace(items=tuple(items), anchors={}, frames=())
    drawing = Drawing.of(kit, pictures)
    parts = [drawing.block(block) for block in scene_of(alone).blocks]
    return {"id": placed_block.block.id, "items": [item for part in parts for item in part["items"]]}


@lru_cache(maxsize=4)
def screen_of(press: Press) -> Screen:
    """The inks of a press on the screen; looking its profile up costs more than drawing a page."""
    return Screen(press)


class Drawing(NamedTuple):
    """How blocks become data; ``pictures`` gathers those that they show, ``faces`` the names of theirs."""

    kit: Kit
    screen: Screen
    pictures: Pictures
    faces: dict[str, str]

    @classmethod
    def of(cls, kit: Kit, pictures: Pictures) -> Drawing:
        """For what is set with a kit."""
        return cls(kit, screen_of(kit.press), pictures, {})

    def block(self, block: SceneBlock) -> Data:
        """What one block paints."""
        items = [self.item(item) for item in block.items]
        return {"kind": block.kind, "rect": None if block.rect is None else rect_data(block.rect), "items": items}

    def item(self, item: Any) -> Data:
        """One item, by its kind."""
        match item:
            case SceneLine():
                return self.line(item)
            case Rule():
                ends = [points(end) for end in (item.x0, item.y0, item.x1, item.y1)]
                dash = [points(part) for part in item.dash]
                return {"t": "rule", "ends": ends, "w": points(item.weight), "c": self.screen.colour(item.colour),
                        "dash": dash}  # fmt: skip
            case Box():
                return self.box(item)
            case Path():
                steps = "".join(name + " ".join(f"{points(v)}" for v in values) for name, values in item.steps)
                return {"t": "path", "d": steps, "c": self.screen.colour(item.fill)}
            case _:
                return self.picture(item)

    def box(self, box: Box) -> Data:
        """A filled rectangle, and its stroke, which lies inside its edges."""
        fill = None if box.fill is None else self.screen.colour(box.fill)
        stroke = None if box.stroke is None or not box.weight else self.screen.colour(box.stroke)
        return {"t": "box", "rect": rect_data(box.rect), "fill": fill, "stroke": stroke, "w": points(box.weight),
                "r": points(box.radius)}  # fmt: skip

    def picture(self, picture: Picture | Artwork) -> Data:
        """A picture by a name that changes with its file and its place."""
        name = picture_name(picture, self.kit)
        self.pictures[name] = picture
        crop = None if isinstance(picture, Artwork) else list(picture.crop)
        return {"t": "image", "rect": rect_data(picture.rect), "name": name, "crop": crop}

    def line(self, line: SceneLine) -> Data:
        """A line of type: what it reads, where that stands in the block's own lines, its runs and marks."""
        runs = [self.run(run) for run in line.runs if run.glyphs]
        marks = [self.item(mark) for mark in line.marks]
        return {"t": "line", "role": line.role, "words": line.words, "at": [line.span.line, line.span.column],
                "box": [points(line.x), points(line.y), points(line.advance)], "v": line.vertical,
                "runs": runs, "marks": marks}  # fmt: skip

    def run(self, run: SceneRun) -> Data:
        """A run as characters of its whole face, each at its place."""
        matrix, places = placed(run)
        across = [round(y, 3) for _, y in places]
        face = self.faces.get(run.face) or self.faces.setdefault(run.face, face_name(self.kit.catalogue.face(run.face)))
        return {"f": face, "s": points(run.size),
                "c": self.screen.colour(run.colour), "g": characters(run.glyphs), "m": matrix,
                "x": [round(x, 3) for x, _ in places],
                "y": across[0] if len(set(across)) == 1 else across}  # fmt: skip


def whole_of(picture: Picture) -> Picture:
    """All of a picture, as large as the part of it that is shown: while a hand pulls, any other part may be."""
    left, top, right, bottom = picture.crop
    width, height = round(picture.rect.width / (right - left)), round(picture.rect.height / (bottom - top))
    return picture._replace(crop=WHOLE, rect=Rect(0, 0, width, height), clip=())


def picture_name(picture: Picture | Artwork, kit: Kit) -> str:
    """What a picture is fetched by."""
    path = FilePath(picture.path)
    stat = path.stat() if path.exists() else None
    known = (path, stat and stat.st_mtime_ns, picture._replace(block="", span=None), kit.press.name)
    return sha256(repr(known).encode()).hexdigest()[:24]


def picture_file(picture: Picture | Artwork, result: Result) -> bytes:
    """A picture of a page as an SVG of its own; a crossed box where it cannot be had."""
    rect = picture.rect
    place = Rect(0, 0, rect.width, rect.height)
    alone = Page(0, "", "", place.x1, place.y1, 0, place, (), (), (picture._replace(rect=place),))
    files = write_svg(finished(result)._replace(pages=(alone,)), PLAIN).files
    return files[0].data if files else crossed(points(rect.width), points(rect.height))


def crossed(width: float, height: float) -> bytes:
    """A box that says: here stands a picture that cannot be drawn. What is wrong with it is among the findings."""
    size = f'width="{width}" height="{height}"'
    cross = f'<path d="M0 0L{width} {height}M{width} 0L0 {height}" stroke="#d33" fill="none"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="#fdd"/>{cross}</svg>'.encode()


def grid_data(grid: Grid) -> Data:
    """The left and right edge of each column, and the top of each row and of one past the last."""
    lefts = [grid.column_left(column) for column in range(grid.columns)]
    rows = [points(grid.row_top(row)) for row in range(grid.rows + 1)]
    return {"columns": [[points(left), points(left + grid.column)] for left in lefts], "rows": rows}


def block_facts(block: Block, result: Result, makeup: Makeup, kit: Kit) -> Data:
    """What an editor wants to know of a block: its place and form, how its copy fits, where it stands in the file."""
    stands = next((placed_block for placed_block in makeup.blocks if placed_block.block.id == block.id), None)
    unset = next((out for out in makeup.unset if out.block.id == block.id), None)
    place = stands.place if stands is not None else unset.place if unset is not None else None
    span = absolute(block.span, makeup_anchors(result))
    anchor = makeup_anchors(result).get(block.span.file)
    reading = kit.kinds.readings[block.kind]
    return {
        "id": block.id,
        "kind": block.kind,
        "name": known_as(block, kit.kinds.readings) or block.id,
        "line": span.line,
        "first": anchor.line if anchor is not None else 1,
        "place": None if place is None else list(place[:4]),
        "set": stands is not None,
        "locked": block.locked,
        "held": kit.kinds.settings[block.kind].traits.held,
        "filler": block.filler,
        "host": block.host,
        "upon": block.upon,
        "wrap": block.wrap,
        "hosts": reading.hosts,
        "joins": takes(reading, "with"),
        "owner": guess_of(block, makeup, kit)._asdict() if is_loose(block) else None,
        "parts": parts_of(block, reading),
        "weight": block.weight if weighs(block, reading) else None,
        "box": block.boxed,
        "form": getattr(block.form, "headline", ""),
        "legs": getattr(block.form, "legs", None),
        "picture": picture_facts(block, kit),
        "fit": next((told_fit(fit, result) for fit in makeup.fits if fit.block == block.id), None),
        "characters": characters_of(block, kit),
        "tail": "".join(text.value[at:] for text, at in stands.left_over)[:600] if stands is not None else "",
    }


COPY = ("kicker", "headline", "deck", "byline", "body", "caption", "credit")
"""Keys under which copy stands: the desk writes them where a block has none yet."""


def takes(reading: Reading, key: str) -> bool:
    """Whether a kind of block has a key."""
    return any(field.key == key for field in reading.record.fields)


def weighs(block: Block, reading: Reading) -> bool:
    """Whether an editor weighs a block: copy with a headline, whose size follows from that, at its beginning."""
    return takes(reading, "weight") and takes(reading, "headline") and not block.part


def parts_of(block: Block, reading: Reading) -> dict[str, list[int] | None]:
    """The copy that a block may have, by key: where it begins, None where it has none."""
    return {key: _begins(block, key) for key in COPY if takes(reading, key)}


def _begins(block: Block, key: str) -> list[int] | None:
    """The line and column, counted from its block, at which copy begins."""
    found: Any = getattr(block.content, key, None) or getattr(block.content, f"{key}s", None)
    if found and not isinstance(found, Text):
        found = getattr(found[0], "text", found[0])  # the first of several lines, or paragraphs
    text: Text | None = found or None
    return None if text is None or not text.value else [*text.at(0)[1:3]]


def picture_facts(block: Block, kit: Kit) -> Data | None:
    """Of a block that is one picture: how it is put into its place, the point that cropping keeps (焦点), its pixels,
    and below how many an inch the press warns.
    """
    shown: tuple[Any, ...] = getattr(block.content, "shown", ())
    if len(shown) != 1:
        return None
    info = kit.rack.picture(shown[0].file, shown[0].words)
    pixels = None if isinstance(info, Diagnostic) else [info.width_px, info.height_px]
    least = 0 if isinstance(info, Diagnostic) else kit.press.limits.resolution(info.mode == "bilevel").warn
    focus = [float(part) for part in shown[0].focus]
    return {"fit": block.content.fit, "focus": focus, "pixels": pixels, "least": least}


def characters_of(block: Block, kit: Kit) -> int:
    """How long the copy of a block is (字数): its characters and marks, without white and without inline marks."""
    texts = kit.kinds.readings[block.kind].texts(block.content)
    return sum(len("".join(parse(text.value).text.split())) for text in texts if text is not None)


def makeup_anchors(result: Result) -> Mapping[str, Any]:
    """Where the blocks of a result begin."""
    return result.issue.anchors if result.issue is not None else {}


def told_fit(fit: Fit, result: Result) -> Data:
    """How the copy of a block fitted, in the numbers that its findings name."""
    data = fit_data(fit)
    for found in result.diagnostics:
        params = dict(found.params)
        if found.code == "P501" and params["block"] == fit.block:
            data["over"] = [fit.over_lines, params.get("tried", fit.over_characters)]
        elif found.code == "P605" and params["name"] == fit.block:
            data["uneven"] = [params["lines"], params.get("tried", 0)]
    return data


def fit_data(fit: Fit) -> Data:
    """How copy fitted, in numbers; ``uneven``: the lines by which legs end too high, the characters that help."""
    return {
        "lines": fit.lines, "room": fit.room, "legs": fit.legs, "characters": fit.characters,
        "over": [fit.over_lines, fit.over_characters], "short": [fit.short_lines, fit.short_characters],
        "uneven": [0, 0], "levers": [list(lever) for lever in fit.levers],
    }  # fmt: skip


def digest_of(told: str) -> str:
    """The name of what is told: the same words, the same name."""
    return sha256(told.encode()).hexdigest()[:20]


def rect_data(rect: Rect) -> list[float]:
    """A rectangle by left, top, width and height."""
    return [points(rect.x0), points(rect.y0), points(rect.width), points(rect.height)]


def points(length: Length) -> float:
    """A Length in points."""
    return round(to_pt(length), 3)


def grid_rect(numbers: object) -> GridRect | None:
    """A rectangle of the grid as the browser gives it, None for what is none."""
    found = [n for n in numbers if isinstance(n, int) and 0 <= n < 1000] if isinstance(numbers, list) else []
    if len(found) != 4 or not found[2] or not found[3]:
        return None
    column, row, columns, rows = found
    return GridRect(column, row, columns, rows)
