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

Size = tuple[Length, Length]

PAPER = 255
"""A sample of DeviceGray without ink."""


class SheetRow(NamedTuple):
    """One advert: its page and block, its file, the sizes booked and drawn without bleed, pixels an inch, its inks.

    ``ppi`` is that of its poorest picture, None for one without any. ``findings`` are all that speak of its file.
    """

    page: int
    block: str
    item: Artwork | Picture
    booked: Size | None
    drawn: Size
    ppi: float | None
    inks: tuple[str, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def file(self) -> str:
        """The file's name."""
        return Path(self.item.path).name


def advert_rows(result: Result) -> Iterator[SheetRow]:
    """Every advert of an issue that was set, page by page."""
    assert result.kit is not None
    placed = [each for makeup in result.makeups for each in makeup.blocks]
    sold = {each.block.id: each.content for each in placed if each.traits.sold}
    for page in result.pages:
        for item in page.items:
            if isinstance(item, Artwork | Picture) and item.block in sold:
                advert = sold[item.block]
                inks, ppi = _inks_and_pixels(item, result.kit.press)
                sizes = advert.booked, (advert.rect.width, advert.rect.height)
                yield SheetRow(page.number, item.block, item, *sizes, ppi, inks, findings_at(item, result))


def _inks_and_pixels(item: Artwork | Picture, press: Press) -> tuple[tuple[str, ...], float | None]:
    if isinstance(item, Artwork):
        return inks_of(item, press)
    return inks_of_image(item, press), _pixels_an_inch(item)


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
