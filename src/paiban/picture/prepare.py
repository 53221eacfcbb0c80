"""Prepare one picture for the press: decode, turn, crop, resample, sharpen, flatten, convert to ink, compress."""

from __future__ import annotations

import json
from pathlib import Path

from paiban import cache
from paiban.diagnostic import Diagnostic, diagnose, params_data, read_params
from paiban.digest import sha256
from paiban.files import read_plain
from paiban.picture.model import CropBox, Job, PictureInfo, PreparedPicture
from paiban.picture.probe import probe_picture, too_large
from paiban.picture.profile import profile_path, read_profile
from paiban.span import Span
from paiban.template import Limits, Press
from paiban.units import PER_INCH, Length, rounded

CODE_VERSION = 4
"""Raised whenever the same picture would come out otherwise, so that no old entry of the cache is used."""


def prepare_picture(
    path: Path,
    width: Length,
    height: Length,
    crop: CropBox,
    press: Press,
    span: Span | None = None,
    delivered: bool = False,
) -> PreparedPicture | Diagnostic:
    """The part ``crop`` of the picture at ``path`` as ink for a frame of ``width`` × ``height``.

    Never more pixels than the original has, never more than the press resolves (of line art less than twice as many),
    never more ink than it bears. A picture that cannot be used comes back as a diagnostic; what was noticed on the way
    stands in ``notes``. An advert is left as it was ``delivered``: no pixel and no CMYK number of it changes without a
    word.
    """
    info = probe_picture(path, span, press.limits)
    if isinstance(info, Diagnostic):
        return info
    profile = read_profile(press)
    if isinstance(profile, Diagnostic):
        return profile
    size_px = _shown_px(info, crop) if delivered else _size_px(info, (width, height), crop, press)
    try:
        refusal = too_large(info, path.stat().st_size, path.name, span, delivered)
        if refusal is not None:
            return refusal
        known = cache.content_of(path), cache.content_of(profile_path(press))
        kept = cache.load(_key(known, crop, size_px, press.limits, delivered), _unpack)
        made = kept or _made(Job(path.name, read_plain(path), info, crop, size_px, profile, press, delivered))
    except OSError:
        return diagnose("P750", span, path=path)
    if isinstance(made, Diagnostic):
        return _placed(made, path.name, span)
    ppi = min(made.width_px * PER_INCH / width, made.height_px * PER_INCH / height)
    notes = (*info.notes, *(_placed(note, path.name, span) for note in made.notes))
    return made._replace(ppi=ppi, notes=notes)


def _shown_px(info: PictureInfo, crop: CropBox) -> tuple[int, int]:
    """The pixels of the part that is shown, as they are."""
    across, down = info.width_px * (crop[2] - crop[0]), info.height_px * (crop[3] - crop[1])
    return max(1, round(across)), max(1, round(down))


def _size_px(info: PictureInfo, size: tuple[Length, Length], crop: CropBox, press: Press) -> tuple[int, int]:
    """How many pixels the frame gets: as many as the press resolves, or what the original has if that is less.

    Line art is made smaller by whole pixels alone, so that what is even in it stays even.
    """
    ppi = round(press.limits.resolution(info.mode == "bilevel").wanted)
    shown = (info.width_px * (crop[2] - crop[0]), info.height_px * (crop[3] - crop[1]))
    if info.mode == "bilevel":
        factor = line_art_factor(shown, size, ppi)
        return -(-max(1, round(shown[0])) // factor), -(-max(1, round(shown[1])) // factor)
    across, down = (
        max(1, min(rounded(length * ppi, PER_INCH), round(pixels))) for length, pixels in zip(size, shown, strict=True)
    )
    return across, down


def line_art_factor(shown: tuple[float, float], size: tuple[Length, Length], ppi: int) -> int:
    """How many pixels of line art become one: as many as leave the press what it resolves."""
    spare = (pixels * PER_INCH / (length * ppi) for pixels, length in zip(shown, size, strict=True))
    return max(1, int(min(spare)))


def _placed(note: Diagnostic, name: str, span: Span | None) -> Diagnostic:
    """The note at its place in the issue, under the file's present name (a cached one was made under any)."""
    params = {**dict(note.params), "name": name}
    return diagnose(note.code, span, note.severity, **params)


def _made(job: Job) -> PreparedPicture | Diagnostic:
    """The ink, kept by the bytes that were decoded, whatever has become of the file meanwhile."""
    from paiban.picture.decode import decode  # noqa: PLC0415  brings in Pillow, which a cached picture does without

    made = decode(job)
    if not isinstance(made, Diagnostic):
        known = sha256(job.content).hexdigest(), sha256(job.profile).hexdigest()
        cache.store(_key(known, job.crop, job.size_px, job.press.limits, job.delivered), _pack(made))
    return made


def _key(known: tuple[str, str], crop: CropBox, size_px: tuple[int, int], limits: Limits, delivered: bool) -> str:
    """A name for everything that the ink depends on, the version of Pillow included; ``known`` are the digests of the
    picture and of the profile."""
    facts = {
        "code": CODE_VERSION,
        "pillow": cache.version_of("PIL"),
        "content": known,
        "crop": [float(edge) for edge in crop],
        "size_px": size_px,
        "limits": _limits_used(limits),
        "delivered": delivered,
    }
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _limits_used(limits: Limits) -> tuple[float, ...]:
    """The press's numbers, beside the target's size, on which the ink depends."""
    return limits.tac_percent, limits.sharpen_percent, limits.sharpen_radius_px, limits.sharpen_threshold


def _pack(made: PreparedPicture) -> bytes:
    """A line of JSON, then the compressed pixels."""
    notes = [[note.code, params_data(note.params)] for note in made.notes]
    head = [made.width_px, made.height_px, made.channels, made.bits, notes, made.frame]
    return json.dumps(head, ensure_ascii=True).encode() + b"\n" + made.flate


def _unpack(entry: bytes) -> PreparedPicture:
    head, _, flate = entry.partition(b"\n")
    width, height, channels, bits, notes, frame = json.loads(head)
    found = tuple(diagnose(code, None, **read_params(params)) for code, params in notes)
    return PreparedPicture(width, height, channels, flate, 0.0, bits, found, None if frame is None else tuple(frame))
