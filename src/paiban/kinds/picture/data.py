"""A set picture for programs."""

from __future__ import annotations

from paiban.kinds.picture.model import Picture
from paiban.kinds.picture.setting import SetPicture
from paiban.makeup.frame.model import Placed


def data(placed: Placed) -> dict[str, object]:
    """Its file as it was typed, and the part of it that shows: left, top, right, bottom, 0 … 1."""
    picture: Picture = placed.block.content
    content: SetPicture = placed.content
    return {"file": picture.words.value, "crop": list(content.crop)}
