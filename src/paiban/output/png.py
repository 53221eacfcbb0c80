"""The proof as a picture: the finished PDF rendered, with grid, baselines and blocks laid over it where asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from paiban.diagnostic import Diagnostic
from paiban.display import Page, Rect
from paiban.output.model import BlockNote, File, Finished, Options, Written, page_part
from paiban.resources import resource_folder
from paiban.units import PER_INCH, PER_MM, Length

_LEAST_DPI, _MOST_DPI = 20, 600
_GRID, _COLUMN, _BASELINE, _FRAME = (120, 120, 120, 200), (200, 0, 160, 150), (0, 150, 200, 110), (210, 30, 30, 200)
_NAME, _FITS, _MISFITS = (150, 10, 10, 255), (0, 100, 50, 255), (200, 0, 40, 255)
_LABEL_PAPER = (255, 255, 255, 220)
_LABEL_HEIGHT = 3 * PER_MM
_LABEL_FACE = "noto-sans-sc-700.ttf"


def write_png(finished: Finished, options: Options) -> Written:
    """Every page as a PNG of its whole sheet, at the options' resolution (20 … 600 dpi).

    Overlays are ``grid`` (trim, type area and columns), ``baselines``, ``frames`` (the blocks with their names) and
    ``fit`` (the blocks with their notes).
    """
    pdf, found = pdf_of(finished)
    if not pdf:
        return Written((), found)
    dpi = min(max(options.dpi, _LEAST_DPI), _MOST_DPI)
    files = []
    for index, page in enumerate(finished.pages):
        image = render_page(pdf, index, dpi)
        if options.overlays:
            image = _overlaid(image, page, dpi, options.overlays, options.notes)
        files.append(File(page_part(finished, page), png_of(image, dpi)))
    return Written(tuple(files), found)


def pdf_of(finished: Finished) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The pages' PDF: the one that was made already, or a new one with what was noticed about it."""
    if finished.pdf:
        return finished.pdf, ()
    from paiban.output.pdf import write_pdf  # noqa: PLC0415  only where nobody has made it yet

    return write_pdf(finished.pages, finished.catalogue, finished.press, finished.info)


def png_of(image: Any, dpi: float) -> bytes:
    """A Pillow image as a PNG that says its resolution."""
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

    def label(self, rect: Rect, parts: Sequence[str], colour: tuple[int, ...], *, below: bool = False) -> None:
        """Words in the upper left corner of ``rect``, or ``below`` it, in lines no wider than it where parts allow."""
        from PIL import ImageFont  # noqa: PLC0415  loaded with the image that is drawn on

        font = ImageFont.truetype(str(resource_folder("fonts") / _LABEL_FACE), max(8, round(_LABEL_HEIGHT * self.unit)))
        x, top, right, bottom = self._ends((rect.x0, rect.y0, rect.x1, rect.y1))
        lines = [parts[0]]
        for part in parts[1:]:
            longer = f"{lines[-1]}　{part}"
            if font.getlength(longer) <= right - x:
                lines[-1] = longer
            else:
                lines.append(part)
        words = "\n".join(lines)
        place = (x, bottom if below else top)
        self.draw.rectangle(self.draw.textbbox(place, words, font=font), fill=_LABEL_PAPER)
        self.draw.text(place, words, font=font, fill=colour)

    def _ends(self, places: Sequence[Length]) -> list[float]:
        corner = (self.left, self.top)
        return [place * self.unit + corner[index % 2] for index, place in enumerate(places)]


def _overlaid(image: Any, page: Page, dpi: float, overlays: Sequence[str], notes: Mapping[str, BlockNote]) -> Any:
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


def _draw_baselines(layer: _Layer, page: Page, _notes: Mapping[str, BlockNote]) -> None:
    for y in page.baselines:
        layer.line((page.type_area.x0, y, page.type_area.x1, y), _BASELINE)


def _draw_grid(layer: _Layer, page: Page, _notes: Mapping[str, BlockNote]) -> None:
    layer.rectangle(Rect(0, 0, page.width, page.height), _GRID, 1)
    layer.rectangle(page.type_area, _GRID, 1)
    for x in (edge for column in page.columns for edge in column):
        layer.line((x, page.type_area.y0, x, page.type_area.y1), _COLUMN)


def _draw_frames(layer: _Layer, page: Page, _notes: Mapping[str, BlockNote]) -> None:
    for frame in page.frames:
        layer.rectangle(frame.rect, _FRAME, 2)
    for frame in page.frames:
        layer.label(frame.rect, [frame.block], _NAME)


def _draw_fit(layer: _Layer, page: Page, notes: Mapping[str, BlockNote]) -> None:
    for frame in page.frames:
        note = notes.get(frame.block)
        if note is not None:
            colour = _FITS if note.fits else _MISFITS
            layer.rectangle(frame.rect, colour, 1)
            layer.label(frame.rect, note.parts, colour, below=True)


_OVERLAYS: dict[str, Callable[[_Layer, Page, Mapping[str, BlockNote]], None]] = {
    "baselines": _draw_baselines,
    "grid": _draw_grid,
    "frames": _draw_frames,
    "fit": _draw_fit,
}
