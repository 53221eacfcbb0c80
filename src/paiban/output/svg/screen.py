"""Ink on a screen: colours and pictures in sRGB as the press's profile describes its inks.

White paper is the screen's white and solid black ink its black, as the eye takes them before a newspaper; between the
two the profile's own colours are stretched in linear light. How grey the press's paper makes it all is for the soft
proof to show (``output.plates``).
"""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from paiban.display import BLACK, Colour
from paiban.picture import profile_path

if TYPE_CHECKING:
    from paiban.picture import PreparedPicture
    from paiban.template import Press

_JPEG = {"quality": 92, "subsampling": 0}


class Screen:
    """The inks of one press as a screen shows them."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._known: dict[Colour, str] = {}

    def colour(self, colour: Colour) -> str:
        """A colour as ``#rrggbb``."""
        known = self._known.get(colour)
        if known is None:
            red, green, blue = self._shown(_patch(colour)).getpixel((0, 0))
            known = self._known[colour] = f"#{red:02x}{green:02x}{blue:02x}"
        return known

    def picture(self, picture: PreparedPicture) -> tuple[str, bytes]:
        """A prepared picture as an image file behind its media type: PNG for line art, JPEG for all else."""
        from PIL import Image  # noqa: PLC0415  only a picture of the page needs Pillow

        size, stream = (picture.width_px, picture.height_px), BytesIO()
        if picture.bits == 1:
            Image.frombytes("1", size, picture.data).save(stream, "PNG")
            return "image/png", stream.getvalue()
        if picture.channels == 1:
            ink = _on_black_plate(Image.frombytes("L", size, picture.data))
        else:
            ink = Image.frombytes("CMYK", size, picture.data)
        self._shown(ink).save(stream, "JPEG", **_JPEG)
        return "image/jpeg", stream.getvalue()

    def _shown(self, ink: Any) -> Any:
        return self._through_profile(ink).point(self._levels)

    def _through_profile(self, ink: Any) -> Any:
        from PIL import ImageCms  # noqa: PLC0415  as above

        return ImageCms.applyTransform(ink, self._transform)

    @cached_property
    def _transform(self) -> Any:
        from PIL import ImageCms  # noqa: PLC0415  as above

        screen, intent = ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC
        return ImageCms.buildTransform(str(profile_path(self._press)), screen, "CMYK", "RGB", intent)

    @cached_property
    def _levels(self) -> list[int]:
        """For each channel, what each of its 256 levels becomes when solid black becomes 0."""
        blackest = self._through_profile(_patch(BLACK)).getpixel((0, 0))
        return [_stretched(level, least) for least in blackest for level in range(256)]


def _patch(colour: Colour) -> Any:
    """One pixel of ink."""
    from PIL import Image  # noqa: PLC0415  as above

    return Image.new("CMYK", (1, 1), tuple(round(part * 255 / 100) for part in colour))


def _on_black_plate(grey: Any) -> Any:
    """Grey is ink of the black plate alone."""
    from PIL import Image, ImageChops  # noqa: PLC0415  as above

    none = Image.new("L", grey.size, 0)
    return Image.merge("CMYK", (none, none, none, ImageChops.invert(grey)))


def _stretched(level: int, least: int) -> int:
    """A level of sRGB when ``least`` becomes 0 and white stays, in linear light."""
    black = _linear(least)
    light = max(0.0, (_linear(level) - black) / (1 - black))
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def _linear(level: int) -> float:
    """The light of a level of sRGB (IEC 61966-2-1)."""
    value = level / 255
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
