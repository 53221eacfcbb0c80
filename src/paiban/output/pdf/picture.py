"""Pictures in the PDF: ink that the picture stage has made ready, as image objects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from paiban.diagnostic import Diagnostic
from paiban.display import Picture
from paiban.output.pdf.content import Content
from paiban.output.pdf.modules import draw_code
from paiban.output.pdf.objects import Name, PdfFile, Ref, Stream, number
from paiban.output.pdf.sheet import Sheet
from paiban.output.pdf.uses import IMAGE, Uses
from paiban.span import Span
from paiban.template import Press
from paiban.units import Length, to_pt

if TYPE_CHECKING:
    from paiban.picture import PreparedPicture

LoadPicture = Callable[
    [Path, Length, Length, tuple[float, float, float, float], Press, Span | None, bool], "PreparedPicture | Diagnostic"
]

_SPACES = {1: "DeviceGray", 4: "DeviceCMYK"}

Key = tuple[str, Length, Length, tuple[float, float, float, float], bool]


class Pictures:
    """The pictures of one page; the same part of a file at the same size has one name."""

    def __init__(self, uses: Uses, press: Press, load: LoadPicture | None) -> None:
        self._uses = uses
        self._press = press
        self._load = load

    def draw(self, content: Content, picture: Picture) -> None:
        """Place a picture, or the modules of a code; one that cannot be had leaves its place empty."""
        rect = picture.rect
        key: Key = (picture.path, rect.width, rect.height, picture.crop, picture.delivered)
        use = self._uses.use(IMAGE, key, lambda: self._prepared(picture))
        if isinstance(use.made, Diagnostic):
            return
        if use.made.frame is not None:
            draw_code(content, rect, use.made)
            return
        content.xobjects[use.name] = None
        sheet = content.sheet
        width, height = number(to_pt(rect.width), 4), number(to_pt(rect.height), 4)
        left, bottom = number(sheet.x(rect.x0), 4), number(sheet.y(rect.y1), 4)
        content.draw()
        content.knock_out()
        content.draw(f"q {clipping(picture, sheet)}{width} 0 0 {height} {left} {bottom} cm /{use.name} Do Q")

    def _prepared(self, picture: Picture) -> PreparedPicture | Diagnostic:
        load = self._load or _picture_stage()
        rect = picture.rect
        size = rect.width, rect.height
        return load(Path(picture.path), *size, picture.crop, self._press, picture.span, picture.delivered)


def clipping(picture: Picture, sheet: Sheet) -> str:
    """What keeps a picture inside its clip; nothing where it has none."""
    if not picture.clip:
        return ""
    corners = [
        f"{number(sheet.x(picture.rect.x0 + x), 3)} {number(sheet.y(picture.rect.y0 + y), 3)}" for x, y in picture.clip
    ]
    return f"{corners[0]} m {' '.join(f'{corner} l' for corner in corners[1:])} h W n "


def add_image(file: PdfFile, made: PreparedPicture) -> Ref:
    """The image object of a picture."""
    entries = {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": made.width_px,
        "Height": made.height_px,
        "ColorSpace": Name(_SPACES[made.channels]),
        "BitsPerComponent": made.bits,
        "Filter": Name("FlateDecode"),
    }
    return file.add(Stream(entries, made.flate))


def _picture_stage() -> LoadPicture:
    from paiban.picture import prepare_picture  # noqa: PLC0415  only pages with pictures need the stage

    return prepare_picture
