"""Pictures of a PDF: what their dictionaries say, and their inks at a size fit for judging.

The samples are read once for each picture, brought down to at most :data:`MOST_SIDE` cells a side by averaging (a shop
weighs ink over an area, not over a pixel), and kept as five planes of ink.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

from PIL import Image, ImageChops

from paiban.preflight.colour import GRAY, PROCESS, RGB, Space, Spaces, inks
from paiban.preflight.ink import Inks
from paiban.preflight.ink_sheet import Planes
from paiban.preflight.limits import Exhausted, Work
from paiban.preflight.streams import Broken, Pdf, filters, get, number, numbers, object_number, unpack, whole
from paiban.value import NamedTuple

MOST_SIDE = 400
_EXPANDED = {1: "1", 2: "L;2", 4: "L;4", 8: "L"}
_GRAY_STEP = {1: 255, 2: 85, 4: 17, 8: 1}
_LONG_KEYS = {"/W": "/Width", "/H": "/Height", "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/D": "/Decode",
              "/IM": "/ImageMask", "/I": "/Interpolate"}  # fmt: skip
_SAMPLED_FAMILIES = frozenset({"DeviceGray", "DeviceCMYK", "Separation", "DeviceN", "ICCBased", "Indexed"})


class PictureFacts(NamedTuple):
    """A picture as its dictionary describes it. ``inline`` holds an inline image's data."""

    source: Pdf
    obj: int | None
    width: int
    height: int
    bits: int
    stencil: bool
    space: Space | None
    filters: tuple[str, ...]
    inline: bytes | None = None

    @property
    def line_art(self) -> bool:
        """Whether it has hard edges only: one bit a pixel."""
        return self.bits == 1


class Weighed(NamedTuple):
    """A picture's inks: five planes, and the most of them in one cell as parts with that sum in per cent."""

    planes: Planes
    most_percent: float


def picture_facts(source: Pdf, resources: Pdf, spaces: Spaces, inline: bytes | None = None) -> PictureFacts:
    """What the dictionary of an image XObject or inline image says."""
    if inline is not None:
        source = {_LONG_KEYS.get(key, key): value for key, value in source.items()}
    stencil = get(source, "/ImageMask") is True
    chain = tuple(filters(source))
    space = get(source, "/ColorSpace")
    return PictureFacts(
        source=source,
        obj=object_number(source),
        width=whole(get(source, "/Width")),
        height=whole(get(source, "/Height")),
        bits=1 if stencil else whole(get(source, "/BitsPerComponent"), 8 if chain else 0),
        stencil=stencil,
        space=None if stencil or space is None else spaces.resolve(space, resources),
        filters=chain,
        inline=inline,
    )


def weigh(facts: PictureFacts, work: Work) -> Weighed | None:
    """The inks of a picture; None where it has none to weigh (RGB, one-bit codecs). :class:`Broken` if it is."""
    width, height = facts.width, facts.height
    if width <= 0 or height <= 0 or facts.bits not in (1, 2, 4, 8, 16):
        raise Broken("no size")
    work.spend("image pixels", width * height)
    space = facts.space
    has_ink = space is not None and _says_inks(space.root) and not facts.stencil
    if not has_ink and "/DCTDecode" not in facts.filters:
        return None
    data, codec = unpack(facts.source, work, facts.inline)
    if codec == "/DCTDecode":
        bands = _jpeg_bands(data, facts)
    elif codec or space is None:
        return None
    else:
        bands = _plain_bands(data, facts, space)
    if space is None or not has_ink or len(bands) != space.components:
        return None
    return _weighed([_positive(band, facts, index) for index, band in enumerate(bands)], space)


def stencil_mask(facts: PictureFacts, work: Work) -> Any | None:
    """Where a stencil paints, as a grey picture of 0 and 255; None for one in a codec that is not read here."""
    if facts.width <= 0 or facts.height <= 0:
        raise Broken("no size")
    work.spend("image pixels", facts.width * facts.height)
    data, codec = unpack(facts.source, work, facts.inline)
    return None if codec else ImageChops.invert(_positive(_plain_bands(data, facts, GRAY)[0], facts, 0))


def _says_inks(root: Space) -> bool:
    """Whether colours of a space are amounts of ink."""
    device = root.base if root.family == "ICCBased" else root
    return root.family in _SAMPLED_FAMILIES and device is not None and device is not RGB


def _jpeg_bands(data: bytes, facts: PictureFacts) -> list[Any]:
    """The components of a JPEG as it stores them, brought down while decoding."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(data), formats=("JPEG", "MPO"))
            image.draft(image.mode, (min(facts.width, MOST_SIDE), min(facts.height, MOST_SIDE)))
            image.load()
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise Exhausted("image pixels") from None
        except MemoryError:
            raise
        except Exception:  # the decoder's own variety of complaints
            raise Broken("no picture") from None
    bands = [_reduced(band, smooth=True) for band in image.split()]
    return [ImageChops.invert(band) for band in bands] if image.mode == "CMYK" else bands  # Pillow turns CMYK about


def _plain_bands(data: bytes, facts: PictureFacts, space: Space) -> list[Any]:
    """The components of unpacked samples as 8-bit pictures."""
    size, count, bits = (facts.width, facts.height), space.components, facts.bits
    if len(data) < (facts.width * count * bits + 7) // 8 * facts.height:
        raise Broken("samples missing")
    smooth = space.family != "Indexed"
    if bits == 16:
        data, bits = data[::2], 8
    if count == 1:
        mode = "1" if bits == 1 else "L"
        image = Image.frombytes(mode, size, data, "raw", _EXPANDED[bits])
        return [_reduced(image.convert("L"), smooth, 1 if smooth else _GRAY_STEP[bits])]
    if bits != 8:
        raise Exhausted("odd sample depths")
    return [_reduced(Image.frombytes("L", size, data[at::count][: size[0] * size[1]]), smooth) for at in range(count)]


def _reduced(image: Any, smooth: bool, divide: int = 1) -> Any:
    if divide > 1:  # an index, which was spread over 0 … 255 on reading
        image = image.point(lambda v: v // divide)
    if max(image.size) <= MOST_SIDE:
        return image
    size = tuple(min(side, MOST_SIDE) for side in image.size)
    return image.resize(size, Image.Resampling.BOX if smooth else Image.Resampling.NEAREST)


def _positive(band: Any, facts: PictureFacts, index: int) -> Any:
    """The component the way its space counts; ``Decode`` may have it upside down."""
    decode = numbers(get(facts.source, "/Decode"))
    if decode is None or len(decode) < 2 * index + 2 or decode[2 * index] <= decode[2 * index + 1]:
        return band
    return ImageChops.invert(band)


def _weighed(bands: list[Any], space: Space) -> Weighed:
    planes = _looked_up(bands[0], space) if space.family == "Indexed" else _plates(bands, space)
    samples = zip(*(plane.tobytes() for plane in planes), strict=True)
    return Weighed(planes, max(map(sum, samples), default=0) / 2.55)


def _plates(bands: list[Any], space: Space) -> Planes:
    empty = Image.new("L", bands[0].size)
    planes = [empty] * 5
    device = space.base if space.family == "ICCBased" and space.base else space
    if device is GRAY:
        planes[3] = ImageChops.invert(bands[0])
    elif device.components == 4 and not device.names:
        planes[:4] = bands
    else:
        for colorant, band in zip(space.names, bands, strict=True):
            for plate in range(4) if colorant == "/All" else [] if colorant == "/None" else [PROCESS.get(colorant, 4)]:
                planes[plate] = ImageChops.add(planes[plate], band)
    return tuple(planes)


def _looked_up(indices: Any, space: Space) -> Planes:
    colours: list[Inks] = [inks(space, (index,)) or (0.0, 0.0, 0.0, 0.0, 0.0) for index in range(256)]
    return tuple(indices.point([round(colour[plate] * 255) for colour in colours]) for plate in range(5))


def soft_mask(source: Pdf) -> bool:
    """Whether a picture carries soft transparency."""
    return get(source, "/SMask") is not None or (number(get(source, "/SMaskInData"), 0.0) or 0.0) > 0
