"""An advert's PDF mended, first step: what can be put right without touching anything that it shows.

A missing or wrong trim is set, links, notes and forms without fields go, an owner's password is taken off. Everything
that was done is named. What would change the look of the page (fonts, colours, transparency) is the advertiser's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from paiban import cache
from paiban.digest import sha256
from paiban.language import Words
from paiban.units import Length, to_pt
from paiban.value import NamedTuple

CODE_VERSION = 3
"""Raised whenever the same file would be mended otherwise within one version of paiban."""

MENDS: dict[str, Words] = {
    "password": Words("去掉权限密码", "the owner's password was taken off"),
    "trim": Words("补上成品尺寸 TrimBox", "the trim was set"),
    "annotations": Words("删去链接和批注", "links and notes were taken out"),
    "form": Words("删去空表单", "an empty form was taken out"),
}
"""What can be done to a file, by key."""

SILENT = frozenset({"/Link", "/Text", "/Popup"})
"""Annotations that show nothing in print."""

SAME_PT = 1.5
"""Half a millimetre: a page that differs from the size booked by less is that size."""

SLACK_PT = 0.01
"""A rounding error between two boxes."""

WHITE = 250
DRAWN_DPI = 288


class Mend(NamedTuple):
    """That a file may be mended; ``booked`` is the width and height that were sold, where they are known."""

    booked: tuple[Length, Length] | None = None


class Mended(NamedTuple):
    """A file as it is used, and what was done to it: keys of ``MENDS``."""

    data: bytes
    done: tuple[str, ...]


def mended(data: bytes, mend: Mend) -> Mended:
    """The file with what could be put right; one that cannot be opened stays as it is."""
    key = sha256(json.dumps(["mend", CODE_VERSION, sha256(data).hexdigest(), mend.booked]).encode()).hexdigest()
    kept = cache.load(key, _unpack)
    if kept is not None:
        return kept
    made = _mended(data, mend)
    cache.store(key, json.dumps(made.done).encode() + b"\n" + made.data)
    return made


def _unpack(entry: bytes) -> Mended:
    done, _, data = entry.partition(b"\n")
    return Mended(data, tuple(json.loads(done)))


def _mended(data: bytes, mend: Mend) -> Mended:
    import pikepdf  # noqa: PLC0415  only for an advert that was not mended before

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            done = list(_mends(pdf, data, mend))
            if not done:
                return Mended(data, ())
            out = BytesIO()
            pdf.save(out, encryption=False, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
            return Mended(out.getvalue(), tuple(done))
    except MemoryError:
        raise
    except Exception:  # libqpdf's, of many kinds; preflight says what is the matter
        return Mended(data, ())


def _mends(pdf: Any, data: bytes, mend: Mend) -> Iterator[str]:
    """Mend an open file, and say what was done."""
    if pdf.is_encrypted:
        yield "password"
    if any([_set_trim(page.obj, data, index, mend) for index, page in enumerate(pdf.pages)]):
        yield "trim"
    if any([_drop_silent(page.obj) for page in pdf.pages]):
        yield "annotations"
    form = pdf.Root.get("/AcroForm")
    if form is not None and not list(form.get("/Fields", [])) and "/XFA" not in form:
        del pdf.Root["/AcroForm"]
        yield "form"


def _drop_silent(page: Any) -> bool:
    """Take out the annotations that show nothing."""
    annotations = list(page.get("/Annots", []))
    kept = [annotation for annotation in annotations if str(annotation.get("/Subtype", "")) not in SILENT]
    if len(kept) == len(annotations):
        return False
    page["/Annots"] = kept
    return True


def _set_trim(page: Any, data: bytes, index: int, mend: Mend) -> bool:
    """Say where the trim is, if the page does not, or says it wrong."""
    if "/TrimBox" in page and "/ArtBox" in page:
        del page["/ArtBox"]
        _set_trim(page, data, index, mend)
        return True
    media = [float(value) for value in page.get("/CropBox", page["/MediaBox"])]
    said = page.get("/TrimBox", page.get("/ArtBox"))
    if said is not None and not _is_wrong(said, media, mend):
        return False
    page["/TrimBox"] = [round(value, 4) for value in _trim(media, data, index, mend)]
    return True


def _is_wrong(said: Any, media: list[float], mend: Mend) -> bool:
    """Whether a trim is no box, none inside its page, or all of a page that is larger than was booked."""
    try:
        left, bottom, right, top = (float(value) for value in said)
    except (TypeError, ValueError):
        return True
    if not (media[0] - SLACK_PT <= left < right <= media[2] + SLACK_PT):
        return True
    if not (media[1] - SLACK_PT <= bottom < top <= media[3] + SLACK_PT):
        return True
    whole = all(abs(one - other) < SLACK_PT for one, other in zip((left, bottom, right, top), media, strict=True))
    wider, higher = (0.0, 0.0) if mend.booked is None else (right - left - to_pt(mend.booked[0]),
                                                            top - bottom - to_pt(mend.booked[1]))  # fmt: skip
    return whole and wider > -SAME_PT and higher > -SAME_PT and max(wider, higher) >= SAME_PT


def _trim(media: list[float], data: bytes, index: int, mend: Mend) -> list[float]:
    """The whole page if that is the size booked; the size booked in its middle, where marks stand around; else what
    is drawn."""
    width, height = media[2] - media[0], media[3] - media[1]
    if mend.booked is None:
        return _drawn(media, data, index)
    wanted = to_pt(mend.booked[0]), to_pt(mend.booked[1])
    if abs(width - wanted[0]) < SAME_PT and abs(height - wanted[1]) < SAME_PT:
        return media
    if width < wanted[0] or height < wanted[1]:
        return media
    left, bottom = media[0] + (width - wanted[0]) / 2, media[1] + (height - wanted[1]) / 2
    return [left, bottom, left + wanted[0], bottom + wanted[1]]


def _drawn(media: list[float], data: bytes, index: int) -> list[float]:
    """The box around what is drawn; all of the page where that reaches its edges, or nothing is drawn."""
    import pypdfium2  # noqa: PLC0415  as pikepdf

    document = pypdfium2.PdfDocument(data)
    try:
        image = document[index].render(scale=DRAWN_DPI / 72).to_pil().convert("L")
    finally:
        document.close()
    box = image.point([255 if value < WHITE else 0 for value in range(256)]).getbbox()
    if box is None:
        return media
    step = 72 / DRAWN_DPI
    left, top, right, bottom = (edge * step for edge in box)
    drawn = media[0] + left, media[3] - bottom, media[0] + right, media[3] - top
    return [edge if abs(edge - own) <= step else own for own, edge in zip(drawn, media, strict=True)]
