"""How type gets into the file: as text in cut faces, or as outlines."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from typing import Protocol

from paiban.diagnostic import Diagnostic
from paiban.font import Face, FontCatalogue, Outline, SubsetError
from paiban.output.scene import Scene, SceneRun
from paiban.output.svg.face import WebFace, web_face
from paiban.output.svg.number import decimal, points
from paiban.units import to_pt

STYLE = "text{white-space:pre;text-rendering:geometricPrecision}"
"""Glyphs stand where they were set: a browser neither hints them nor moves them onto whole pixels."""


class Type(Protocol):
    """One way of it. ``found`` is what was wrong with the faces."""

    found: tuple[Diagnostic, ...]

    def definitions(self) -> str:
        """What must stand in the file before any run."""

    def run(self, run: SceneRun, colour: str) -> str:
        """One run in ``colour`` (``#rrggbb``), each glyph at its place."""


class Faces:
    """Type as text in cut faces: small, quick, sharp at every size."""

    def __init__(self, catalogue: FontCatalogue, scene: Scene) -> None:
        found: list[Diagnostic] = []
        self._cut = {key: _cut(catalogue.face(key), glyphs, found) for key, glyphs in _glyphs(scene).items()}
        self.found = tuple(found)

    def definitions(self) -> str:
        return "\n".join(["<style>", *map(self._face_rule, self._cut), f"{STYLE}</style>"])

    def run(self, run: SceneRun, colour: str) -> str:
        matrix, places = placed(run)
        turned = f' transform="{matrix}"' if matrix else ""
        characters = "".join([self._cut[run.face].characters[gid] for gid in run.glyphs])
        x = " ".join([decimal(x) for x, _ in places])
        across = [decimal(y) for _, y in places]
        y = across[0] if len(set(across)) == 1 else " ".join(across)
        look = f'font-family="{_family(run.face)}" font-size="{points(run.size)}" fill="{colour}"'
        return f'<text{turned} {look} x="{x}" y="{y}" aria-hidden="true">{characters}</text>'

    def _face_rule(self, key: str) -> str:
        data = b64encode(self._cut[key].data).decode("ascii")
        return f'@font-face{{font-family:"{_family(key)}";src:url(data:font/ttf;base64,{data})}}'


class Outlines:
    """Type as outlines, each glyph defined once: larger, and the same in programs that know no faces."""

    def __init__(self, catalogue: FontCatalogue, scene: Scene) -> None:
        self.found: tuple[Diagnostic, ...] = ()
        self._drawn = {catalogue.face(key): glyphs for key, glyphs in _glyphs(scene).items()}
        self._numbers = {face.key: (number, face.upem) for number, face in enumerate(self._drawn)}

    def definitions(self) -> str:
        paths = [
            f'<path id="{_name(number, gid)}" d="{_steps(face.outline(gid))}"/>'
            for number, (face, glyphs) in enumerate(self._drawn.items())
            for gid in glyphs
        ]
        return "\n".join(["<defs>", *paths, "</defs>"])

    def run(self, run: SceneRun, colour: str) -> str:
        matrix, places = placed(run)
        turned = f' transform="{matrix}"' if matrix else ""
        number, upem = self._numbers[run.face]
        scale = f"scale({to_pt(run.size) / upem:.6g})"
        uses = [
            f'<use href="#{_name(number, gid)}" transform="translate({decimal(x)} {decimal(y)}){scale}"/>'
            for gid, (x, y) in zip(run.glyphs, places, strict=True)
        ]
        return "".join([f'<g{turned} fill="{colour}">', *uses, "</g>"])


def _glyphs(scene: Scene) -> dict[str, tuple[int, ...]]:
    """The glyphs that a scene draws of each face, each once, in their first order."""
    drawn: dict[str, dict[int, None]] = {key: {} for key in scene.faces}
    for run in (run for block in scene.blocks for line in block.lines for run in line.runs):
        drawn[run.face].update(dict.fromkeys(run.glyphs))
    return {key: tuple(glyphs) for key, glyphs in drawn.items()}


def _cut(face: Face, glyphs: Iterable[int], found: list[Diagnostic]) -> WebFace:
    """The face for a browser; one that is damaged inside is left in ``found``."""
    glyphs = tuple(glyphs)
    try:
        return web_face(face, glyphs)
    except SubsetError as error:
        found.append(error.diagnostic)
        return WebFace(b"", dict.fromkeys(glyphs, ""))


def _family(key: str) -> str:
    """The name of a face in the file: no face of the reader's machine has it. A key is any word of a fonts file."""
    return f"paiban-{key.encode().hex()}"


def _name(number: int, gid: int) -> str:
    return f"g{number}-{gid}"


def placed(run: SceneRun) -> tuple[str, list[tuple[float, float]]]:
    """How a run stands, as a transform or ``""``, and its glyphs' places along and across it in points.

    Turned or condensed type has axes of its own that begin at its first glyph.
    """
    if not run.quarter_turn and run.condense == 1000:
        return "", [(to_pt(x), to_pt(y)) for x, y in zip(run.xs, run.ys, strict=True)]
    left, top, narrow = run.xs[0], run.ys[0], run.condense / 1000
    pairs = [(x - left, y - top) for x, y in zip(run.xs, run.ys, strict=True)]
    along = [(y, -x) if run.quarter_turn else (x, y) for x, y in pairs]
    turn = "rotate(90)" if run.quarter_turn else ""
    matrix = f"translate({points(left)} {points(top)}){turn}scale({decimal(narrow)} 1)"
    return matrix, [(to_pt(x) / narrow, to_pt(y)) for x, y in along]


def _steps(outline: Outline) -> str:
    """An outline with y down."""
    return "".join(
        name + " ".join(decimal(-value if index % 2 else value) for index, value in enumerate(values))
        for name, values in outline
    )
