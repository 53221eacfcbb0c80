"""From the picture's colours to ink.

RGB goes through the press's ICC profile with the perceptual intent; that profile's own tables carry black from the
darkest RGB to the darkest ink and keep the ink limit. Grey stays on the black plate, on a curve that makes it as light
on newsprint as the perceptual intent would. CMYK with a profile of another press goes through both profiles; without
one its numbers are taken as they are, except where they put down more ink than the press allows. What holds only greys,
and black type in a picture, stands on the black plate alone (:mod:`paiban.picture.neutral`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from paiban.diagnostic import Diagnostic, diagnose
from paiban.value import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageCms import ImageCmsProfile, ImageCmsTransform

LIMIT_RAMP_PERCENT = 40
"""From this far under the ink limit on, CMYK given as numbers is blended towards its re-separation, so that no edge
shows where the limit begins to bite."""


class Inked(NamedTuple):
    """An image in ``CMYK``, ``L`` or ``1``, and what was noticed on the way."""

    image: Image
    notes: tuple[Diagnostic, ...] = ()


class PressInks(NamedTuple):
    """What the conversion needs to know of the press, and the picture's name for its diagnostics.

    ``delivered`` is for adverts, whose CMYK keeps its numbers and whose conversion is told.
    """

    profile: bytes
    limit_percent: float
    name: str
    delivered: bool = False


def to_ink(image: Image, embedded: bytes, inks: PressInks) -> Inked:
    """Convert a flattened image of mode 1, L, RGB, CMYK or LAB to ink."""
    return CONVERSIONS[image.mode](image, embedded, inks)


def _line_art(image: Image, _embedded: bytes, _inks: PressInks) -> Inked:
    return Inked(image)


def _from_rgb(image: Image, embedded: bytes, inks: PressInks) -> Inked:
    """Colours through the profiles; to black alone the greys of a chart or a screenshot, of a photograph its type."""
    from paiban.picture.neutral import grey_parts, type_parts  # noqa: PLC0415  with Pillow

    inked = _told(_through_profiles(image, embedded, "RGB", "sRGB", inks), inks)
    greys = grey_parts(image) or type_parts(image)
    if greys is None:
        return inked
    on_black = _on_black(_from_grey(image.convert("L"), b"", inks).image)
    return inked._replace(image=_composite(on_black, inked.image, greys))


def _told(inked: Inked, inks: PressInks) -> Inked:
    """A conversion, with a word where the picture is an advert."""
    if not inks.delivered:
        return inked
    return inked._replace(notes=(*inked.notes, diagnose("P743", name=inks.name)))


def _on_black(grey: Image) -> Image:
    """A grey picture as CMYK with black alone."""
    from PIL import Image as Images  # noqa: PLC0415  as below
    from PIL import ImageChops  # noqa: PLC0415  as below

    empty = Images.new("L", grey.size)
    return Images.merge("CMYK", (empty, empty, empty, ImageChops.invert(grey)))


def _composite(one: Image, other: Image, mask: Image) -> Image:
    from PIL import Image as Images  # noqa: PLC0415  as below

    return Images.composite(one, other, mask)


def _from_lab(image: Image, embedded: bytes, inks: PressInks) -> Inked:
    return _told(_through_profiles(image, embedded, "LAB", "LAB", inks), inks)


def _through_profiles(image: Image, embedded: bytes, space: str, assumed: str, inks: PressInks) -> Inked:
    """Perceptual conversion from the embedded profile, or from the one to be assumed where there is none."""
    source, notes = _embedded_profile(embedded, space, inks.name, assumed)
    transform = _perceptual(embedded if source else b"", space, assumed, inks.profile)
    return Inked(_held_under(_applied(image, transform), inks.limit_percent), notes)


@lru_cache(maxsize=4)
def _perceptual(embedded: bytes, space: str, assumed: str, press: bytes) -> ImageCmsTransform:
    """The way from one profile to another: the pictures of a page mostly have one in common, and it is long to find."""
    from PIL import ImageCms  # noqa: PLC0415  a page whose pictures come from the cache needs no Pillow

    given = _open(embedded) if embedded else ImageCms.createProfile(assumed)  # type: ignore[arg-type]
    return ImageCms.buildTransform(given, _open(press), space, "CMYK", ImageCms.Intent.PERCEPTUAL)


def _from_cmyk(image: Image, embedded: bytes, inks: PressInks) -> Inked:
    from paiban.picture.neutral import black_parts, is_drawn  # noqa: PLC0415  with Pillow

    notes: tuple[Diagnostic, ...] = ()
    source = None
    if embedded and embedded != inks.profile:
        source, notes = _embedded_profile(embedded, "CMYK", inks.name, "press")
    black = black_parts(image)
    if black.getextrema()[0]:
        return Inked(image.getchannel("K").point(_TURNED), notes)
    own = source or _open(inks.profile)
    if _is_grey_cmyk(image, own) and (is_drawn(image) or not inks.delivered):
        told = (diagnose("P759", name=inks.name),) if inks.delivered else ()
        return _grey_of_cmyk(image, own, inks)._replace(notes=(*notes, *told))
    if not inks.delivered:
        made = _separated_cmyk(image, source, inks, black)
        return made._replace(image=_with_black_type(made.image, image, own, inks, black), notes=(*notes, *made.notes))
    if source is not None:
        notes = (*notes, diagnose("P744", name=inks.name, profile=_described(source)))
    held = _held_as_cmyk(image, inks)
    return held._replace(notes=(*notes, *held.notes))


def _separated_cmyk(image: Image, source: ImageCmsProfile | None, inks: PressInks, black: Image) -> Inked:
    """CMYK of another press in our inks, black alone as it is; that without a profile by its numbers."""
    if source is None:
        return _held_as_cmyk(image, inks)
    return Inked(_composite(image, _separated_anew(image, source, inks).image, black))


def _held_as_cmyk(image: Image, inks: PressInks) -> Inked:
    """The numbers as they are, except where they put down more ink than the press allows."""
    most = most_ink(image)
    if most <= inks.limit_percent:
        return Inked(image)
    from PIL import Image as Images  # noqa: PLC0415  as above

    again = _separated_anew(image, _open(inks.profile), inks).image
    blended = Images.composite(again, image, _over_limit_mask(image, inks.limit_percent))
    warning = diagnose("P762", name=inks.name, ink=round(most), limit=round(inks.limit_percent))
    return Inked(_held_under(blended, inks.limit_percent), (warning,))


def _with_black_type(made: Image, image: Image, source: ImageCmsProfile, inks: PressInks, black: Image) -> Image:
    """A picture with the type that ``image`` holds in several inks on black alone; what is ``black`` already stays."""
    from PIL import ImageChops  # noqa: PLC0415  as above

    from paiban.picture.neutral import CMYK_SPREAD, type_parts  # noqa: PLC0415  with Pillow

    shown = _on_screen(image, source)
    parts = type_parts(shown, CMYK_SPREAD)
    if parts is None:
        return made
    on_black = _on_black(_from_grey(shown.convert("L"), b"", inks).image)
    return _composite(on_black, made, ImageChops.multiply(parts, ImageChops.invert(black)))


_TURNED = [255 - value for value in range(256)]


def _described(profile: ImageCmsProfile) -> str:
    """What a profile calls itself, in one short line."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    words = " ".join(ImageCms.getProfileDescription(profile).split())
    return "".join(c for c in words if c.isprintable())[:60]


def _is_grey_cmyk(image: Image, source: ImageCmsProfile) -> bool:
    """Whether a CMYK picture, by its profile, holds only greys: a code, a scan, a chart in black."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    from paiban.picture.neutral import is_grey_lab  # noqa: PLC0415  as above

    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    lab = ImageCms.createProfile("LAB")
    return is_grey_lab(_applied(image, ImageCms.buildTransform(source, lab, "CMYK", "LAB", intent)))


def _grey_of_cmyk(image: Image, source: ImageCmsProfile, inks: PressInks) -> Inked:
    """Greys of four inks as black alone, as light as they were."""
    return _from_grey(_on_screen(image, source).convert("L"), b"", inks)


def _on_screen(image: Image, source: ImageCmsProfile) -> Image:
    """A CMYK picture as a screen shows it."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    screen = ImageCms.createProfile("sRGB")
    return _applied(image, ImageCms.buildTransform(source, screen, "CMYK", "RGB", intent, flags))


def _separated_anew(image: Image, source: ImageCmsProfile, inks: PressInks) -> Inked:
    """CMYK to CMYK with the same colour (relative colorimetric, black to black) in the press's own inks."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    intent, flags = ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION
    transform = ImageCms.buildTransform(source, _open(inks.profile), "CMYK", "CMYK", intent, flags)
    return Inked(_held_under(_applied(image, transform), inks.limit_percent))


def _from_grey(image: Image, embedded: bytes, inks: PressInks) -> Inked:
    source, notes = _embedded_profile(embedded, "GRAY", inks.name, "sRGB")
    return Inked(image.point(_grey_curve(source, inks.profile)), notes)


def _grey_curve(source: ImageCmsProfile | None, profile: bytes) -> list[int]:
    """DeviceGray for each of the 256 greys of ``source`` (None: greys of sRGB).

    The perceptual intent says how light each grey should be on newsprint. Black alone is not as dark as black on
    colour, so that scale is stretched to the range from paper to solid black, and each grey takes the black ink that
    prints nearest to it; the press's dot gain is undone in passing.
    """
    from PIL import Image as Images  # noqa: PLC0415  as above
    from PIL import ImageCms  # noqa: PLC0415  as above

    press, ramp = _open(profile), Images.frombytes("L", (256, 1), bytes(range(256)))
    blacks = Images.merge("CMYK", [Images.new("L", (256, 1)) for _ in "CMY"] + [ramp])
    if source is None:
        source, ramp = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")), ramp.convert("RGB")
    perceptual = ImageCms.buildTransform(source, press, ramp.mode, "CMYK", ImageCms.Intent.PERCEPTUAL)
    wanted = _lightness(_applied(ramp, perceptual), press)
    printed = _lightness(blacks, press)
    stretch = (printed[0] - printed[255]) / (max(wanted) - min(wanted))
    aims = [printed[0] - (max(wanted) - value) * stretch for value in wanted]
    return [255 - min(range(256), key=lambda k, aim=aim: (abs(printed[k] - aim), k)) for aim in aims]  # type: ignore[misc]


def _lightness(ramp: Image, source: ImageCmsProfile) -> list[float]:
    """L* of each pixel of a one-row image, relative to its white."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    transform = ImageCms.buildTransform(source, ImageCms.createProfile("LAB"), ramp.mode, "LAB", intent)
    return _smooth([value * 100 / 255 for value in _applied(ramp, transform).getchannel("L").tobytes()])


def _smooth(steps: list[float]) -> list[float]:
    """The even ramp behind one that was rounded to steps: straight lines between the middles of the steps."""
    last = len(steps) - 1
    edges = [i for i in range(1, last + 1) if steps[i] != steps[i - 1]]
    middles = [(start + end - 1) / 2 for start, end in pairwise([0, *edges, last + 1])]
    middles[0], middles[-1] = 0, last
    values = [steps[round(middle)] for middle in middles]
    ramp = []
    step = 0
    for i in range(last + 1):
        while step < len(middles) - 2 and middles[step + 1] <= i:
            step += 1
        part = (i - middles[step]) / (middles[step + 1] - middles[step])
        ramp.append(values[step] + part * (values[step + 1] - values[step]))
    return ramp


def _applied(image: Image, transform: ImageCmsTransform) -> Image:
    """The image through a transform."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None  # it is None only for conversions in place
    return converted


def _embedded_profile(
    embedded: bytes, space: str, name: str, assumed: str
) -> tuple[ImageCmsProfile | None, tuple[Diagnostic, ...]]:
    """The profile that came inside the picture, if littleCMS can use it for pixels of ``space`` (an ICC signature)."""
    if not embedded:
        return None, ()
    from PIL import ImageCms  # noqa: PLC0415  as above

    try:
        profile = _open(embedded)
        if embedded[16:20].strip().upper() == space.encode():
            mode = "L" if space == "GRAY" else space
            ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), mode, "LAB")
            return profile, ()
    except (OSError, ImageCms.PyCMSError):
        pass
    return None, (diagnose("P763", name=name, assumed=assumed),)


def _open(profile: bytes) -> ImageCmsProfile:
    from PIL import ImageCms  # noqa: PLC0415  as above

    return ImageCms.ImageCmsProfile(BytesIO(profile))


def most_ink(image: Image) -> float:
    """The largest sum of the four inks in a CMYK image, in per cent."""
    high = ink_sum(image).getextrema()[1]
    return float(high) * 100 / 255  # type: ignore[arg-type]


def ink_sum(image: Image) -> Image:
    """The sum of the four channels of a CMYK image, as whole numbers 0 … 1020."""
    from PIL import ImageMath  # noqa: PLC0415  as above

    names = dict(zip("cmyk", image.split(), strict=True))
    total: Image = ImageMath.lambda_eval(lambda v: v["c"] + v["m"] + v["y"] + v["k"], **names)
    return total


def _over_limit_mask(image: Image, limit_percent: float) -> Image:
    """0 well under the limit, 255 from the limit on, a ramp between."""
    from PIL import ImageMath  # noqa: PLC0415  as above

    start = round((limit_percent - LIMIT_RAMP_PERCENT) * 2.55)
    width = round(LIMIT_RAMP_PERCENT * 2.55)
    mask: Image = ImageMath.lambda_eval(
        lambda v: v["convert"](v["min"](v["max"]((v["total"] - start) * 255 / width, 0), 255), "L"),
        total=ink_sum(image),
    )
    return mask


def _held_under(image: Image, limit_percent: float) -> Image:
    """The image with C, M and Y scaled down wherever all four inks together pass the limit.

    Our own profile never needs it; a shop's profile may have been made for more ink than its press file allows.
    """
    if most_ink(image) <= limit_percent:
        return image
    from PIL import Image as Images  # noqa: PLC0415  as above
    from PIL import ImageMath  # noqa: PLC0415  as above

    most = int(limit_percent * 2.55)
    *colours, black = image.split()
    together = dict(zip("cmy", colours, strict=True))
    asked = ImageMath.lambda_eval(lambda v: v["c"] + v["m"] + v["y"], **together)
    room = ImageMath.lambda_eval(lambda v: v["min"](v["max"](most - v["k"], 0), v["asked"]), k=black, asked=asked)
    held = [
        ImageMath.lambda_eval(
            lambda v: v["convert"](v["plate"] * v["room"] / v["max"](v["asked"], 1), "L"),
            plate=plate,
            room=room,
            asked=asked,
        )
        for plate in colours
    ]
    return Images.merge("CMYK", (*held, black))


CONVERSIONS: dict[str, Callable[[Image, bytes, PressInks], Inked]] = {
    "1": _line_art,
    "L": _from_grey,
    "RGB": _from_rgb,
    "LAB": _from_lab,
    "CMYK": _from_cmyk,
}
