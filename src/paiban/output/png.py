"""The proof as a picture: the finished PDF rendered, with grid, baselines and blocks laid over it where asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from paiban.display import Page, Rect
from paiban.resources import resource_folder
from paiban.units import PER_INCH, PER_MM, Length

_LEAST_DPI, _MOST_DPI = 20, 600
_GRID, _BASELINE, _FRAME = (120, 120, 120, 200), (0, 150, 200, 110), (210, 30, 30, 200)
_LABEL, _LABEL_PAPER = (150, 10, 10, 255), (255, 255, 255, 220)
_LABEL_HEIGHT = 3 * PER_MM
_LABEL_FACE = "noto-sans-sc-700.ttf"


def render_png(
    pdf: bytes,
    page_index: int,
    dpi: float = 100,
    page: Page | None = None,
    overlays: Sequence[str] = (),
    notes: Mapping[str, str] | None = None,
) -> bytes:
    """Page ``page_index`` of ``pdf`` (from 0) as a PNG of its whole sheet at ``dpi`` (20 … 600).

    ``overlays`` are ``grid`` (trim and type area), ``baselines`` and ``frames``, and need the ``page`` that was
    printed. ``notes`` adds words to a frame's label by block: its copy-fit.
    """
    dpi = min(max(dpi, _LEAST_DPI), _MOST_DPI)
    image = render_page(pdf, page_index, dpi)
    if page is not None and overlays:
        image = _overlaid(image, page, dpi, overlays, notes or {})
    stream = BytesIO()
    image.save(stream, "PNG", dpi=(dpi, dpi))
    return stream.getvalue()


def render_page(pdf: bytes, page_index: int, dpi: float) -> Any:
    """A page as a Pillow image in RGB."""
    import pypdfium2  # noqa: PLC0415  only a proof renders

    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page_index].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()


@dataclass(slots=True)
class _Layer:
    """A Pillow drawing over the sheet, in page axes: ``unit`` pixels a Length from ``left``, ``top``."""

    draw: Any
    unit: float
    left: float
    top: float

    def line(self, ends: tuple[Length, Length, Length, Length], colour: tuple[int, ...]) -> None:
        self.draw.line(self._ends(ends), fill=colour, width=1)

    def rectangle(self, rect: Rect, colour: tuple[int, ...], weight: int) -> None:
        self.draw.rectangle(self._ends((rect.x0, rect.y0, rect.x1, rect.y1)), outline=colour, width=weight)

    def label(self, rect: Rect, words: str) -> None:
        from PIL import ImageFont  # noqa: PLC0415  loaded with the image that is drawn on

        font = ImageFont.truetype(str(resource_folder("fonts") / _LABEL_FACE), max(8, round(_LABEL_HEIGHT * self.unit)))
        x, y = self._ends((rect.x0, rect.y0))
        self.draw.rectangle(self.draw.textbbox((x, y), words, font=font), fill=_LABEL_PAPER)
        self.draw.text((x, y), words, font=font, fill=_LABEL)

    def _ends(self, places: Sequence[Length]) -> list[float]:
        corner = (self.left, self.top)
        return [place * self.unit + corner[index % 2] for index, place in enumerate(places)]


def _overlaid(image: Any, page: Page, dpi: float, overlays: Sequence[str], notes: Mapping[str, str]) -> Any:
    from PIL import Image, ImageDraw  # noqa: PLC0415  only a proof is drawn over

    sheet = Image.new("RGBA", image.size, (0, 0, 0, 0))
    unit = dpi / PER_INCH
    # The sheet grows beyond the trim by the same on every side, for bleed and marks.
    left, top = (image.width - page.width * unit) / 2, (image.height - page.height * unit) / 2
    layer = _Layer(ImageDraw.Draw(sheet), unit, left, top)
    for name, draw in _OVERLAYS.items():
        if name in overlays:
            draw(layer, page, notes)
    return Image.alpha_composite(image.convert("RGBA"), sheet).convert("RGB")


def _draw_baselines(layer: _Layer, page: Page, _notes: Mapping[str, str]) -> None:
    for y in page.baselines:
        layer.line((page.type_area.x0, y, page.type_area.x1, y), _BASELINE)


def _draw_grid(layer: _Layer, page: Page, _notes: Mapping[str, str]) -> None:
    layer.rectangle(Rect(0, 0, page.width, page.height), _GRID, 1)
    layer.rectangle(page.type_area, _GRID, 1)


def _draw_frames(layer: _Layer, page: Page, notes: Mapping[str, str]) -> None:
    for frame in page.frames:
        layer.rectangle(frame.rect, _FRAME, 2)
    for frame in page.frames:
        layer.label(frame.rect, "　".join(filter(None, (frame.block, notes.get(frame.block, "")))))


_OVERLAYS: dict[str, Callable[[_Layer, Page, Mapping[str, str]], None]] = {
    "baselines": _draw_baselines,
    "grid": _draw_grid,
    "frames": _draw_frames,
}
