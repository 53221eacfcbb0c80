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
from paiban.span import Span
from paiban.template import Press
from paiban.units import Length, to_pt
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from paiban.picture import PreparedPicture

LoadPicture = Callable[
    [Path, Length, Length, tuple[float, float, float, float], Press, Span | None, bool], "PreparedPicture | Diagnostic"
]

_SPACES = {1: "DeviceGray", 4: "DeviceCMYK"}

_Key = tuple[str, Length, Length, tuple[float, float, float, float], bool]


class _Image(NamedTuple):
    """An image object: its name in content streams and its reference."""

    name: str
    ref: Ref


class Pictures:
    """The pictures of one document; the same part of a file at the same size is in it once."""

    def __init__(self, file: PdfFile, press: Press, load: LoadPicture | None) -> None:
        self.found: list[Diagnostic] = []
        self._file = file
        self._press = press
        self._load = load
        self._placed: dict[_Key, _Image | PreparedPicture | None] = {}

    def draw(self, content: Content, picture: Picture) -> None:
        """Place a picture; one that cannot be had leaves its reason in ``found``."""
        rect = picture.rect
        key = (picture.path, rect.width, rect.height, picture.crop, picture.delivered)
        if key not in self._placed:
            self._placed[key] = self._image(picture)
        placed = self._placed[key]
        if placed is None:
            return
        if not isinstance(placed, _Image):
            draw_code(content, rect, placed)
            return
        content.xobjects[placed.name] = placed.ref
        sheet = content.sheet
        width, height = number(to_pt(rect.width), 4), number(to_pt(rect.height), 4)
        left, bottom = number(sheet.x(rect.x0), 4), number(sheet.y(rect.y1), 4)
        content.draw()
        content.knock_out()
        content.draw(f"q {width} 0 0 {height} {left} {bottom} cm /{placed.name} Do Q")

    def _image(self, picture: Picture) -> _Image | PreparedPicture | None:
        """An image of the file, or the modules of a code, which are drawn where they stand."""
        load = self._load or _picture_stage()
        rect = picture.rect
        path, size, delivered = Path(picture.path), (rect.width, rect.height), picture.delivered
        made = load(path, *size, picture.crop, self._press, picture.span, delivered)
        if isinstance(made, Diagnostic):
            self.found.append(made)
            return None
        self.found.extend(made.notes)
        if made.frame is not None:
            return made
        entries = {
            "Type": Name("XObject"),
            "Subtype": Name("Image"),
            "Width": made.width_px,
            "Height": made.height_px,
            "ColorSpace": Name(_SPACES[made.channels]),
            "BitsPerComponent": made.bits,
            "Filter": Name("FlateDecode"),
        }
        return _Image(f"Im{len(self._placed) + 1}", self._file.add(Stream(entries, made.flate)))


def _picture_stage() -> LoadPicture:
    from paiban.picture import prepare_picture  # noqa: PLC0415  only pages with pictures need the stage

    return prepare_picture
