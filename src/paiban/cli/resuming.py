"""What a batch has done already: issues whose PDF is there, made from the very files that it would be made from now."""

from __future__ import annotations

import json
from pathlib import Path

from paiban.cache import content_of, load, name_of, store
from paiban.engine.parcel import Parcel


def note_done(parcel: Parcel, pdf: Path, pages: int) -> None:
    """Keep for another time that the PDF at ``pdf`` is what the parcel comes to."""
    store(_name(parcel, pdf), json.dumps([content_of(pdf), pages]).encode())


def pages_done(parcel: Parcel, pdf: Path) -> int:
    """How many pages the PDF at ``pdf`` has, if that is what the parcel would come to; else 0."""
    noted = load(_name(parcel, pdf), json.loads)
    try:
        return noted[1] if noted is not None and noted[0] == content_of(pdf) else 0
    except OSError:
        return 0


def _name(parcel: Parcel, pdf: Path) -> str:
    return name_of("done", parcel.key, str(pdf.resolve()))
