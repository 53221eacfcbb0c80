"""Pictures made ready for the press.

In come an image file as the paper's staff have it, the size and the part of it that the page shows, and the print
condition; out comes ink: one channel (grey, line art) or four (CMYK) at the press's resolution, under its ink limit,
already compressed as the PDF wants it. ``probe_picture`` reads only the header, for the make-up and for preflight,
which says whether there are enough pixels; ``prepare_picture`` does the work or takes it from the cache. The output
stage follows.
"""

from __future__ import annotations

from paiban.picture.artwork import (
    DAMAGED,
    ArtworkInfo,
    artwork_content,
    artwork_data,
    probe_artwork,
)
from paiban.picture.crop import Crop, crop_for, fitted
from paiban.picture.exact import is_exact, may_be_exact
from paiban.picture.mend import MENDS, Mend, mended
from paiban.picture.model import PictureInfo, PreparedPicture
from paiban.picture.prepare import prepare_picture
from paiban.picture.probe import NEWSPRINT, probe_picture
from paiban.picture.profile import profile_path

__all__ = [
    "DAMAGED",
    "MENDS",
    "NEWSPRINT",
    "ArtworkInfo",
    "Crop",
    "Mend",
    "PictureInfo",
    "PreparedPicture",
    "artwork_content",
    "artwork_data",
    "crop_for",
    "fitted",
    "is_exact",
    "may_be_exact",
    "mended",
    "prepare_picture",
    "probe_artwork",
    "probe_picture",
    "profile_path",
]
