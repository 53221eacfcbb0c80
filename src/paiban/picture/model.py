"""What is known of a picture before it is decoded, and what the press gets in the end."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic
from paiban.template import Press
from paiban.value import NamedTuple

CropBox = tuple[float, float, float, float]
"""The part of a picture that is shown: left, top, right and bottom edge as 0 … 1."""


class PictureInfo(NamedTuple):
    """A picture by its header. Width and height are in pixels, after the camera's orientation has been obeyed.

    ``format`` is ``JPEG``, ``PNG``, ``TIFF`` or ``WebP``; ``mode`` is ``bilevel``, ``grey``, ``rgb``, ``palette``,
    ``cmyk`` or ``lab``; ``bits`` are those of one sample; ``orientation`` is the EXIF number 1 … 8; ``coefficients``
    are the bytes a pixel that a progressive JPEG keeps while it is decoded. ``notes`` are warnings about the file.
    """

    width_px: int
    height_px: int
    format: str
    mode: str
    bits: int
    alpha: bool
    profile: bool
    orientation: int = 1
    coefficients: float = 0.0
    notes: tuple[Diagnostic, ...] = ()


class PreparedPicture(NamedTuple):
    """Ink for the press: rows from the top, no padding between pixels, every row begins on a byte.

    ``channels`` is 4 for C, M, Y, K (0 no ink, 255 solid) or 1 for DeviceGray (0 black); ``bits`` is 8, or 1 for line
    art. ``flate`` is the pixel data as zlib compressed it, fit for a ``/FlateDecode`` stream. ``ppi`` is the
    resolution at the printed size. Where ``frame`` is given the picture is a code for machines: each pixel is one of
    its modules, and they fill that part of the picture (left, top, right, bottom as 0 … 1), the rest being white.
    """

    width_px: int
    height_px: int
    channels: int
    flate: bytes
    ppi: float
    bits: int = 8
    notes: tuple[Diagnostic, ...] = ()
    frame: CropBox | None = None

    @property
    def data(self) -> bytes:
        """The raw samples."""
        import zlib  # noqa: PLC0415  only who wants the samples needs it; the PDF takes ``flate`` as it is

        return zlib.decompress(self.flate)


class Job(NamedTuple):
    """All that the ink of one picture depends on; ``size_px`` is how many pixels the frame gets.

    ``delivered`` is for adverts: they are neither resampled nor sharpened, and CMYK keeps its numbers.
    """

    name: str
    content: bytes
    info: PictureInfo
    crop: CropBox
    size_px: tuple[int, int]
    profile: bytes
    press: Press
    delivered: bool = False
