"""Writing the file: the scene block by block, in painting order. One unit is a point."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from html import escape
from itertools import chain
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from paiban.diagnostic import Diagnostic, has_errors
from paiban.display import BLACK, PAPER, Artwork, Box, Colour, Page, Path, Picture, Rect, Rule
from paiban.output.model import File, Finished, Options, Written, page_part
from paiban.output.scene import Scene, SceneBlock, SceneLine, scene_of
from paiban.output.svg.number import points
from paiban.output.svg.screen import Screen
from paiban.output.svg.type import Faces, Outlines, Type
from paiban.units import Length

if TYPE_CHECKING:
    from paiban.picture import PreparedPicture

ADVERT_DPI = 200
"""At what resolution an advert in PDF is drawn: its type and lines are not ours to take apart."""


def write_svg(finished: Finished, options: Options) -> Written:
    """Every page as an SVG of its own; of a draft too where a picture or an advert cannot be had."""
    files: list[File] = []
    found: list[Diagnostic] = []
    for page in finished.pages:
        writer = _Writer(finished, scene_of(page), options)
        files.append(File(page_part(finished, page), writer.data()))
        found += writer.found
    return Written(() if has_errors(found) and not finished.info.draft else tuple(files), tuple(dict.fromkeys(found)))


class _Writer:
    """One page. What is noticed about its faces, pictures and adverts gathers in ``found``."""

    def __init__(self, finished: Finished, scene: Scene, options: Options) -> None:
        self._finished = finished
        self._scene = scene
        self._screen = Screen(finished.press)
        self._type: Type = (Outlines if options.outlines else Faces)(finished.catalogue, scene)
        self.found = list(self._type.found)
        self._clips = 0
        self._items: dict[type, Callable[[Any], str]] = {
            SceneLine: self._line,
            Rule: self._rule,
            Box: self._box,
            Path: self._path,
            Picture: self._picture,
            Artwork: self._artwork,
        }

    def data(self) -> bytes:
        """The file."""
        size = f'width="{points(self._scene.width)}{{0}}" height="{points(self._scene.height)}{{0}}"'
        view = f'viewBox="0 0 {points(self._scene.width)} {points(self._scene.height)}"'
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size.format("pt")} {view}>',
            f"<title>{_words(self._scene.title)}</title>",
            self._type.definitions(),
            f'<rect {size.format("")} fill="#ffffff"/>',
            *map(self._block, self._scene.blocks),
            "</svg>\n",
        ]
        return "\n".join(parts).encode()

    def _block(self, block: SceneBlock) -> str:
        """A group with all that the block paints, and its copy in words for whoever cannot see glyphs."""
        name = f' data-block="{_words(block.id)}"' if block.id else ""
        copy = "\n".join(line.words for line in block.lines)
        told = [f"<desc>{_words(copy)}</desc>"] if copy else []
        drawn = [self._items[type(item)](item) for item in block.items]
        return "\n".join([f'<g data-kind="{_words(block.kind)}"{name}>', *told, *filter(None, drawn), "</g>"])

    def _line(self, line: SceneLine) -> str:
        """The runs in their order, then the dots and lines beside them."""
        runs = (self._type.run(run, self._screen.colour(run.colour)) for run in line.runs if run.glyphs)
        return "\n".join(chain(runs, (self._items[type(mark)](mark) for mark in line.marks)))

    def _rule(self, rule: Rule) -> str:
        dash = f' stroke-dasharray="{" ".join(map(points, rule.dash))}"' if rule.dash else ""
        ends = f'x1="{points(rule.x0)}" y1="{points(rule.y0)}" x2="{points(rule.x1)}" y2="{points(rule.y1)}"'
        return f"<line {ends} {self._stroke(rule.colour, rule.weight)}{dash}/>"

    def _box(self, box: Box) -> str:
        """A filled rectangle, then its stroke, which lies inside its edges."""
        parts = []
        if box.fill is not None:
            parts.append(_rectangle(box.rect, box.radius, f'fill="{self._screen.colour(box.fill)}"'))
        if box.stroke is not None and box.weight:
            inset, edges = box.weight // 2, box.rect
            inner = Rect(edges.x0 + inset, edges.y0 + inset, edges.x1 - inset, edges.y1 - inset)
            paint = f'fill="none" {self._stroke(box.stroke, box.weight)}'
            parts.append(_rectangle(inner, max(0, box.radius - inset), paint))
        return "\n".join(parts)

    def _path(self, path: Path) -> str:
        steps = "".join(name + " ".join(map(points, values)) for name, values in path.steps)
        line = f' {self._stroke(path.fill, path.weight)} stroke-linejoin="round"' if path.weight else ""
        return f'<path d="{steps}" fill="{self._screen.colour(path.fill)}"{line}/>'

    def _stroke(self, colour: Colour, weight: Length) -> str:
        return f'stroke="{self._screen.colour(colour)}" stroke-width="{points(weight)}"'

    def _picture(self, picture: Picture) -> str:
        from paiban.picture import prepare_picture  # noqa: PLC0415  only pages with pictures need the stage

        rect, press = picture.rect, self._finished.press
        size, delivered = (rect.width, rect.height), picture.delivered
        made = prepare_picture(FilePath(picture.path), *size, picture.crop, press, picture.span, delivered)
        if isinstance(made, Diagnostic):
            self.found.append(made)
            return ""
        self.found += made.notes
        if made.frame is not None:
            return self._code(rect, made)
        drawn = _image(rect, *self._screen.picture(made))
        return self._clipped(picture, drawn) if picture.clip else drawn

    def _clipped(self, picture: Picture, drawn: str) -> str:
        """What is drawn of a picture inside its clip."""
        self._clips += 1
        name = f"clip{self._clips}"
        corners = " ".join(f"{points(picture.rect.x0 + x)},{points(picture.rect.y0 + y)}" for x, y in picture.clip)
        clip = f'<clipPath id="{name}"><polygon points="{corners}"/></clipPath>'
        return f'{clip}<g clip-path="url(#{name})">{drawn}</g>'

    def _code(self, rect: Rect, code: PreparedPicture) -> str:
        """A code for machines: white over its place, its modules as one shape."""
        from paiban.picture.modules import outlines  # noqa: PLC0415  as above

        left, top, right, bottom = code.frame or (0.0, 0.0, 1.0, 1.0)
        across, down = rect.width * (right - left) / code.width_px, rect.height * (bottom - top) / code.height_px
        x, y = rect.x0 + rect.width * left, rect.y0 + rect.height * top
        rings = (
            "M" + "L".join(f"{points(round(x + a * across))} {points(round(y + b * down))}" for a, b in ring) + "Z"
            for ring in outlines(code)
        )
        shape = f'<path d="{"".join(rings)}" fill="{self._screen.colour(BLACK)}"/>'
        return _rectangle(rect, 0, f'fill="{self._screen.colour(PAPER)}"') + shape

    def _artwork(self, advert: Artwork) -> str:
        """An advert in PDF as our PDF has it, drawn from a page of its own."""
        from paiban.output.pdf import write_pdf  # noqa: PLC0415  only pages with adverts in PDF need it
        from paiban.output.png import png_of, render_page  # noqa: PLC0415  as above

        place = Rect(0, 0, advert.rect.width, advert.rect.height)
        alone = Page(0, "", "", place.x1, place.y1, 0, place, (), (), (advert._replace(rect=place),))
        _, catalogue, press, info, *_ = self._finished
        pdf, found = write_pdf([alone], catalogue, press._replace(marks=()), info)
        self.found += found
        return _image(advert.rect, "image/png", png_of(render_page(pdf, 0, ADVERT_DPI), ADVERT_DPI)) if pdf else ""


def _rectangle(rect: Rect, radius: Length, paint: str) -> str:
    rounded = f' rx="{points(radius)}"' if radius > 0 else ""
    return f"<rect {_place(rect)}{rounded} {paint}/>"


def _image(rect: Rect, media_type: str, data: bytes) -> str:
    """A picture that fills its rectangle."""
    source = f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
    return f'<image {_place(rect)} preserveAspectRatio="none" href="{source}"/>'


def _place(rect: Rect) -> str:
    size = f'width="{points(rect.width)}" height="{points(rect.height)}"'
    return f'x="{points(rect.x0)}" y="{points(rect.y0)}" {size}'


def _words(text: str) -> str:
    """Words as XML may hold them: its own signs escaped, what it has no way to write left out (XML 1.0, 2.2)."""
    return escape("".join(filter(_may_stand, text)))


def _may_stand(character: str) -> bool:
    return character in "\t\n" or " " <= character < "\ud800" or "\udfff" < character < "\ufffe" or character > "\uffff"
