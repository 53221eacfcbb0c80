"""The adverts of an issue as a list: what was booked, what is drawn, in which inks, and what is to be said of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paiban.diagnostic import Diagnostic
from paiban.display import Artwork, Picture
from paiban.engine.adverts import inks_of
from paiban.engine.setting import Result
from paiban.picture import PictureInfo, prepare_picture, probe_picture
from paiban.span import absolute
from paiban.template import Press
from paiban.units import Length, to_mm
from paiban.value import NamedTuple

PAPER = 255
"""A sample of DeviceGray without ink."""


class SheetRow(NamedTuple):
    """One advert: its page and block, its file, the size booked and the size drawn in mm, pixels an inch, its inks.

    ``ppi`` is that of its poorest picture, None for one without any. ``findings`` are all that speak of its file.
    """

    page: int
    block: str
    item: Artwork | Picture
    booked: tuple[Length, Length] | None
    ppi: float | None
    inks: tuple[str, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def file(self) -> str:
        """The file's name."""
        return Path(self.item.path).name

    @property
    def drawn(self) -> str:
        """Width and height on the page, in mm."""
        return f"{to_mm(self.item.rect.width):.1f} × {to_mm(self.item.rect.height):.1f}"


def advert_rows(result: Result) -> Iterator[SheetRow]:
    """Every advert of an issue that was set, page by page."""
    assert result.kit is not None
    for page in result.pages:
        for item in page.items:
            if not isinstance(item, Artwork | Picture) or (isinstance(item, Picture) and not item.delivered):
                continue
            found = findings_at(item, result)
            if isinstance(item, Artwork):
                inks, ppi = inks_of(item, result.kit.press)
                yield SheetRow(page.number, item.block, item, item.booked, ppi, inks, found)
            else:
                inks = inks_of_image(item, result.kit.press)
                yield SheetRow(page.number, item.block, item, None, _pixels_an_inch(item), inks, found)


def findings_at(item: Artwork | Picture, result: Result) -> tuple[Diagnostic, ...]:
    """All that was said where the issue file names an advert."""
    if item.span is None or result.issue is None:
        return ()
    named = absolute(item.span, result.issue.anchors)
    return tuple(found for found in result.diagnostics if found.span == named)


def inks_of_image(picture: Picture, press: Press) -> tuple[str, ...]:
    """The process inks that an image prints with; none where it cannot be prepared, which is told elsewhere."""
    rect = picture.rect
    made = prepare_picture(Path(picture.path), rect.width, rect.height, picture.crop, press, picture.span, True)
    if isinstance(made, Diagnostic):
        return ()
    from PIL import Image  # noqa: PLC0415  for the samples of line art, eight to a byte

    size = made.width_px, made.height_px
    if made.channels == 1:
        darkest, _ = Image.frombytes("1" if made.bits == 1 else "L", size, made.data).getextrema()
        return ("K",) if darkest < PAPER else ()  # type: ignore[operator]
    return tuple(ink for at, ink in enumerate("CMYK") if max(made.data[at::4]))


def _pixels_an_inch(picture: Picture) -> float | None:
    info = probe_picture(Path(picture.path))
    if not isinstance(info, PictureInfo):
        return None
    return min(info.width_px / to_mm(picture.rect.width), info.height_px / to_mm(picture.rect.height)) * 25.4
