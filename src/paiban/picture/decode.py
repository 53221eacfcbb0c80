"""The part of the preparation that needs the pixels, and therefore Pillow."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

from paiban.diagnostic import Diagnostic, diagnose
from paiban.picture.ink import PressInks, to_ink
from paiban.picture.machine_code import MachineCode, code_in
from paiban.picture.memory import scale_for
from paiban.picture.model import Job, PreparedPicture
from paiban.picture.neutral import STRIP, is_grey

FLATE_LEVEL = 6

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each EXIF orientation."""

PLAIN_MODES = {
    "LA": "L",
    "La": "L",
    "I": "L",
    "I;16": "L",
    "I;16B": "L",
    "I;16L": "L",
    "P": "RGB",
    "PA": "RGB",
    "RGBA": "RGB",
    "RGBa": "RGB",
    "RGBX": "RGB",
    "YCbCr": "RGB",
    "HSV": "RGB",
}
"""The mode in which a picture of each of Pillow's modes goes on, once its alpha has been laid on paper white."""

DRAFT_FACTOR = 3
"""A JPEG may be decoded at a half, a quarter or an eighth, as long as that leaves this many times the pixels wanted."""


def decode(job: Job) -> PreparedPicture | Diagnostic:
    """The ink of a picture whose header was found good; a diagnostic if its pixels are not."""
    try:
        with _quiet(), Image.open(BytesIO(job.content), formats=[job.info.format]) as opened:
            _draft(opened, job)
            opened.load()
            embedded = bytes(opened.info.get("icc_profile") or b"")
            flat = _flat(_upright(_as_stored(opened), job))
            plain = _plain(flat)
            embedded = embedded if plain is flat else b""  # it spoke of the colours
            code = code_in(plain, job.crop) if plain.mode in ("1", "L") else None
            if code is not None:
                return _modules(code)
            shown = _shown(plain, job)
    except MemoryError:
        raise
    except Exception:  # these bytes come from anywhere, and decoders fail in every way that there is
        return diagnose("P753", name=job.name)
    try:
        inks = PressInks(job.profile, job.press.limits.tac_percent, job.name, job.delivered)
        inked = to_ink(_sharpened(shown, job), embedded, inks)
    except MemoryError:
        raise
    except Exception:  # the embedded profile was tried on its own: what fails here is the press's
        return diagnose("P764", path=job.press.icc, press=job.press.name)
    image = inked.image
    bits = 1 if image.mode == "1" else 8
    flate = _compressed(image)
    return PreparedPicture(image.width, image.height, len(image.getbands()), flate, 0.0, bits, inked.notes)


def _compressed(image: Image.Image) -> bytes:
    """The samples of a picture, strip by strip, as one ``/FlateDecode`` stream."""
    packer = zlib.compressobj(FLATE_LEVEL)
    rows = range(0, image.height, STRIP)
    strips = (image.crop((0, top, image.width, min(top + STRIP, image.height))) for top in rows)
    return b"".join([*(packer.compress(strip.tobytes()) for strip in strips), packer.flush()])


def _modules(code: MachineCode) -> PreparedPicture:
    """A code for machines, one pixel a module."""
    size = (len(code.rows[0]), len(code.rows))
    marks = bytes(0 if mark == "#" else 255 for row in code.rows for mark in row)
    image = Image.frombytes("L", size, marks).convert("1", dither=Image.Dither.NONE)
    return PreparedPicture(*size, 1, zlib.compress(image.tobytes(), FLATE_LEVEL), 0.0, 1, (), code.frame)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without Pillow's own limit on pixels (ours was applied to the header) and its warnings about odd metadata."""
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _draft(opened: Image.Image, job: Job) -> None:
    """Let the JPEG decoder leave out what the resampling would throw away, and what there is no memory for."""
    across = DRAFT_FACTOR * job.size_px[0] / (job.crop[2] - job.crop[0])
    down = DRAFT_FACTOR * job.size_px[1] / (job.crop[3] - job.crop[1])
    side = max(across, down)
    least = scale_for(job.info, len(job.content), job.delivered)
    opened.draft(None, (min(round(side), opened.width // least), min(round(side), opened.height // least)))


def _as_stored(image: Image.Image) -> Image.Image:
    """The inks as they are meant: Pillow turns every CMYK JPEG about, as those of Adobe's programs have to be."""
    if image.format == "JPEG" and image.mode == "CMYK" and "adobe" not in image.info:
        return ImageChops.invert(image)
    return image


def _plain(image: Image.Image) -> Image.Image:
    """A colour picture that holds only greys as the grey picture that it is."""
    return image.convert("L") if image.mode == "RGB" and is_grey(image) else image


def _upright(image: Image.Image, job: Job) -> Image.Image:
    """The picture as the camera was held. Pillow turns TIFF by itself; the others are turned here."""
    turn = TURNS.get(job.info.orientation)
    return image if turn is None or job.info.format == "TIFF" else image.transpose(turn)


def _flat(image: Image.Image) -> Image.Image:
    """In one of the modes 1, L, RGB, CMYK, LAB, with any alpha laid on paper white."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.has_transparency_data and image.mode != "CMYK":
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("L" if image.mode in ("L", "LA", "La", "1") else "RGB")
    wanted = PLAIN_MODES.get(image.mode, image.mode)
    return image if wanted == image.mode else image.convert(wanted)


def _shown(image: Image.Image, job: Job) -> Image.Image:
    """The part that the frame shows, in the pixels that it gets."""
    left, top, right, bottom = job.crop
    box = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    if image.mode == "1":
        return _line_art(image, box, job)
    whole = (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
    if (whole[2] - whole[0], whole[3] - whole[1]) == job.size_px:
        return image.crop(whole)
    return image.resize(job.size_px, Image.Resampling.LANCZOS, box, reducing_gap=3.0)


def _line_art(image: Image.Image, box: tuple[float, float, float, float], job: Job) -> Image.Image:
    """One-bit pictures stay one-bit: of too many pixels so many are averaged to one, then black or white again."""
    whole = (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
    factor = max(1, -(-(whole[2] - whole[0]) // job.size_px[0]))
    grey = image.crop(whole).convert("L").reduce(factor)
    if grey.size != job.size_px:
        grey = grey.resize(job.size_px, Image.Resampling.NEAREST)
    return grey.point(lambda value: 255 if value >= 128 else 0, "1")


def _sharpened(image: Image.Image, job: Job) -> Image.Image:
    """Unsharp masking against the softness of a coarse screen on newsprint; line art is as sharp as can be."""
    limits = job.press.limits
    if job.delivered or image.mode in ("1", "LAB") or not limits.sharpen_percent:
        return image
    radius, percent = limits.sharpen_radius_px, round(limits.sharpen_percent)
    return image.filter(ImageFilter.UnsharpMask(radius, percent, round(limits.sharpen_threshold)))
