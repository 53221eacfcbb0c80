"""Which part of a picture a frame shows."""

from __future__ import annotations

from paiban.display import Rect
from paiban.value import NamedTuple


class Crop(NamedTuple):
    """The part of a picture that is shown (left, top, right, bottom as 0 … 1), and the share of its area cut away."""

    box: tuple[float, float, float, float]
    loss: float


def crop_for(aspect: float, focus: tuple[float, float], size: tuple[int, int]) -> Crop:
    """The largest part of a picture of ``size`` pixels whose width : height is ``aspect``, around ``focus``.

    The focus point (0 … 1 from the left and the top) comes as near the frame's centre as the picture's edges allow.
    """
    natural = size[0] / size[1]
    kept_width = min(1.0, aspect / natural)
    kept_height = min(1.0, natural / aspect)
    left = _start(kept_width, float(focus[0]))
    top = _start(kept_height, float(focus[1]))
    return Crop((left, top, left + kept_width, top + kept_height), 1.0 - kept_width * kept_height)


def fitted(rect: Rect, size: tuple[int, int]) -> Rect:
    """The largest rectangle of a picture's own shape in the middle of ``rect``, so that all of it shows."""
    width = min(rect.width, rect.height * size[0] // size[1])
    height = min(rect.height, rect.width * size[1] // size[0])
    x, y = rect.x0 + (rect.width - width) // 2, rect.y0 + (rect.height - height) // 2
    return Rect(x, y, x + width, y + height)


def _start(kept: float, focus: float) -> float:
    """Where a stretch of length ``kept`` begins in 0 … 1 so that ``focus`` is in its middle, or nearly."""
    return min(max(focus - kept / 2, 0.0), 1.0 - kept)
