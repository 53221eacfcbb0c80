"""A page as data: its scene, block by block, for programs, editors' own checks and whatever draws a page itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from paiban.display import Artwork, Box, Colour, Page, Path, Picture, Rect, Rule
from paiban.output.model import File, Finished, Options, Written
from paiban.output.scene import Scene, SceneBlock, SceneItem, SceneLine, SceneRun, scene_of
from paiban.units import Length, to_mm

_PLACES = 3


def write_json(finished: Finished, options: Options) -> Written:
    """All pages in one file, then what else the run gave: the options' facts."""
    return Written((File("", json_text(finished.pages, options.facts).encode()),))


def json_text(pages: Iterable[Page], facts: Mapping[str, Any]) -> str:
    """Pages and facts as one JSON object."""
    return json.dumps({"pages": [page_data(page) for page in pages], **facts}, ensure_ascii=False) + "\n"


def page_data(page: Page) -> dict[str, Any]:
    """A page as plain data. Lengths are in millimetres, x and y from the trim's top left, colours CMYK in per cent."""
    return scene_data(scene_of(page))


def scene_data(scene: Scene) -> dict[str, Any]:
    """A scene as plain data."""
    return {
        "page": scene.number,
        "section": scene.section,
        "title": scene.title,
        "width": _mm(scene.width),
        "height": _mm(scene.height),
        "bleed": _mm(scene.bleed),
        "faces": list(scene.faces),
        "blocks": [_block(block) for block in scene.blocks],
    }


def _block(block: SceneBlock) -> dict[str, Any]:
    return {
        "id": block.id,
        "kind": block.kind,
        "rect": None if block.rect is None else _rect(block.rect),
        "items": [_item(item) for item in block.items],
    }


def _item(item: SceneItem) -> dict[str, Any]:
    match item:
        case SceneLine():
            return {"item": "line", **_line(item)}
        case Rule():
            return {"item": "rule", **_rule(item)}
        case Box():
            return {"item": "box", **_box(item)}
        case Path():
            return {"item": "path", **_path(item)}
        case Picture():
            return {
                "item": "picture",
                "path": item.path,
                "rect": _rect(item.rect),
                "crop": list(item.crop),
                **_clip(item),
            }
        case Artwork():
            return {"item": "artwork", "path": item.path, "page": item.page, "rect": _rect(item.rect)}


def _clip(picture: Picture) -> dict[str, Any]:
    """The corners of what a picture is clipped to, from the top left of its rectangle; nothing for a whole one."""
    return {"clip": [[_mm(x), _mm(y)] for x, y in picture.clip]} if picture.clip else {}


def _line(line: SceneLine) -> dict[str, Any]:
    """One line. ``start`` … ``end`` is its range in its piece of copy; ``line``, ``column`` where that stands."""
    return {
        "role": line.role,
        "leg": line.leg,
        "text": line.words,
        "start": line.start,
        "end": line.end,
        "line": line.span.line,
        "column": line.span.column,
        "x": _mm(line.x),
        "y": _mm(line.y),
        "advance": _mm(line.advance),
        "measure": _mm(line.measure),
        "vertical": line.vertical,
        "runs": [_run(run) for run in line.runs],
        "marks": [_item(mark) for mark in line.marks],
    }


def _run(run: SceneRun) -> dict[str, Any]:
    """A run. ``x`` or ``y`` is one number where all its glyphs stand on it, else a list with one a glyph."""
    return {
        "face": run.face,
        "size": _mm(run.size),
        "colour": _colour(run.colour),
        "start": run.start,
        "end": run.end,
        "glyphs": list(run.glyphs),
        "places": list(run.places),
        "x": _along(run.xs),
        "y": _along(run.ys),
        "quarter_turn": run.quarter_turn,
        "condense": run.condense,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    ends = [_mm(end) for end in (rule.x0, rule.y0, rule.x1, rule.y1)]
    dash = [_mm(part) for part in rule.dash]
    return {"ends": ends, "weight": _mm(rule.weight), "colour": _colour(rule.colour), "dash": dash}


def _box(box: Box) -> dict[str, Any]:
    return {
        "rect": _rect(box.rect),
        "fill": _colour(box.fill),
        "stroke": _colour(box.stroke),
        "weight": _mm(box.weight),
        "radius": _mm(box.radius),
    }


def _path(path: Path) -> dict[str, Any]:
    steps = [[name, *map(_mm, points)] for name, points in path.steps]
    return {"steps": steps, "fill": _colour(path.fill), **({"weight": _mm(path.weight)} if path.weight else {})}


def _along(places: Sequence[Length]) -> float | list[float]:
    return _mm(places[0]) if len(set(places)) == 1 else [_mm(place) for place in places]


def _rect(rect: Rect) -> list[float]:
    return [_mm(edge) for edge in rect]


def _colour(colour: Colour | None) -> list[float] | None:
    return None if colour is None else list(colour)


def _mm(length: Length) -> float:
    return round(to_mm(length), _PLACES)
