"""Adverts judged as they will be printed: at their size on the page, a page of a PDF by the checks of any PDF.

What the press cannot print is refused with the reasons, what it prints badly is told. A verdict is kept by the file's
content, its size on the page, the press and the version of the checks, as prepared pictures are: the second run loads
no PDF reader and no checks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from paiban import __version__, cache
from paiban.diagnostic import Diagnostic, Param, Severity, diagnose, params_data, read_params
from paiban.digest import sha256
from paiban.display import Artwork, Page
from paiban.files import read_plain
from paiban.language import LANGUAGES, Words
from paiban.picture import MENDS, ArtworkInfo, Mend, artwork_content, artwork_data, mended, probe_artwork
from paiban.template import Press
from paiban.template.standard import STANDARDS
from paiban.units import to_mm
from paiban.value import NamedTuple

CODE_VERSION = 5
"""Raised whenever the same advert would be judged otherwise within one version of paiban."""

MOST_REASONS = 3
"""How many reasons are told; ``paiban preflight`` tells them all."""

ENVELOPE = frozenset({
    "X107", "X108", "X109", "X112",  # version, structure and identifier of the file
    *(f"X12{n}" for n in range(10)),  # identification and metadata
    *(f"X13{n}" for n in range(10) if n != 3),  # output intent: the page gets ours; that of another press is told
    "X160", "X161", "X162",  # scripts, actions, attachments
    "X240",  # LZW, which is packed otherwise on the way in
})  # fmt: skip
"""Checks of the file in which an advert came: none of it comes onto the page."""

UNSEEN = frozenset({"X145", "X146", "X148", "X150", "X151", "X231", "X232"})
"""What does not show once the advert stands on our page: its other boxes, how far it bleeds, how its fonts are cut."""

OVERRULED = {"X133": Severity.WARNING, "X172": Severity.ERROR}
"""What weighs otherwise in an advert: its inks are printed by our press whatever they were separated for, and a layer
that does not print would, since the page leaves its document."""

SEPARATOR = Words("；", "; ")
PLACES = Words("（{times}距广告左 {x}、上 {y} mm）", " ({times}{x} mm right and {y} mm down in the advert)")
TIMES = Words("{count} 处，首处", "{count} times, first ")
COUNTS = Words("（{count} 处）", " ({count} times)")
MORE = Words("另有 {count} 种毛病", "and {count} more kinds of fault")


UNTRIMMED = "X141"
"""That the file does not say where the trim is. A page of another size than was booked is refused for that."""


class Remark(NamedTuple):
    """What is to be said of an advert: a code of preflight with its words' parameters, how often and where first."""

    code: str
    severity: Severity
    times: int
    params: dict[str, Param]
    at: tuple[float, float] | None


class Verdict(NamedTuple):
    """All that is to be said of one page of a file at one size, the inks that it brings, its poorest picture's ppi."""

    remarks: tuple[Remark, ...]
    spots: tuple[str, ...]
    inks: tuple[str, ...]
    least_ppi: float | None


def check_adverts(pages: Iterable[Page], press: Press) -> tuple[Diagnostic, ...]:
    """What is wrong with each PDF advert, at its place in the issue file: an error where it cannot be printed."""
    found: list[Diagnostic] = []
    spots: set[str] = set()
    for sheet, advert in ((page, item) for page in pages for item in page.items if isinstance(item, Artwork)):
        mend = Mend(advert.booked) if advert.mend else None
        info = probe_artwork(Path(advert.path), advert.page, advert.span, mend)
        if isinstance(info, Diagnostic):
            found.append(info)
            continue
        if mend is not None:
            found += _mends(advert, mend)
        verdict = _verdict(advert, info, mend, press)
        spots |= set(verdict.spots)
        found += _told(advert, sheet, verdict, press)
        if info.pages > 1 and not advert.chosen:
            found.append(diagnose("P723", advert.span, path=advert.path, count=info.pages))
    return (*found, *_spots_together(spots, press))


def inks_of(advert: Artwork, press: Press) -> tuple[tuple[str, ...], float | None]:
    """The inks of an advert, spot colours by name, and the pixels an inch of its poorest picture."""
    mend = Mend(advert.booked) if advert.mend else None
    info = probe_artwork(Path(advert.path), advert.page, advert.span, mend)
    if isinstance(info, Diagnostic):
        return (), None
    verdict = _verdict(advert, info, mend, press)
    return (*verdict.inks, *verdict.spots), verdict.least_ppi


def _mends(advert: Artwork, mend: Mend) -> Iterator[Diagnostic]:
    """What was done to a file before it was placed."""
    done = mended(read_plain(Path(advert.path)), mend).done
    if done:
        words = Words("、".join(MENDS[key].zh for key in done), "; ".join(MENDS[key].en for key in done))
        yield diagnose("P737", advert.span, path=advert.path, done=words)


def _verdict(advert: Artwork, info: ArtworkInfo, mend: Mend | None, press: Press) -> Verdict:
    path = Path(advert.path)
    scale = min(advert.rect.width / info.width, advert.rect.height / info.height)
    kept = cache.load(_key(artwork_content(path, mend), advert.page, scale, press), _unpack)
    if kept is not None:
        return kept
    data = artwork_data(path, mend)
    from paiban.preflight import preflight_advert  # noqa: PLC0415  only for an advert that was not seen before

    report = preflight_advert(data, press, advert.page, scale)
    remarks: dict[str, Remark] = {}
    for finding in report.findings:
        if finding.code not in ENVELOPE | UNSEEN:
            severity = OVERRULED.get(finding.code, finding.severity)
            new = Remark(finding.code, severity, 0, dict(finding.params), finding.where.at)
            known = remarks.get(finding.code, new)
            remarks[finding.code] = known._replace(times=known.times + finding.times)
    verdict = Verdict(tuple(remarks.values()), report.spots, report.inks, report.least_ppi)
    cache.store(_key(sha256(data).hexdigest(), advert.page, scale, press), _pack(verdict))
    return verdict


def _key(content: str, page: int, scale: float, press: Press) -> str:
    facts = ["verdict", __version__, CODE_VERSION, content, page, f"{scale:.4f}"]
    facts += [press.standard, press.condition, press.limits]
    return sha256(json.dumps(facts, default=str, sort_keys=True).encode()).hexdigest()


def _pack(verdict: Verdict) -> bytes:
    remarks = [[*r[:3], params_data(r.params.items()), r.at] for r in verdict.remarks]
    return json.dumps([remarks, verdict.spots, verdict.inks, verdict.least_ppi]).encode()


def _unpack(entry: bytes) -> Verdict:
    """A verdict that was kept."""
    remarks, spots, inks, least_ppi = json.loads(entry)
    return Verdict(tuple(_remark(*remark) for remark in remarks), tuple(spots), tuple(inks), least_ppi)


def _remark(code: str, severity: str, times: int, params: dict[str, Any], at: list[float] | None) -> Remark:
    return Remark(code, Severity(severity), times, read_params(params), None if at is None else (at[0], at[1]))


def _told(advert: Artwork, page: Page, verdict: Verdict, press: Press) -> Iterator[Diagnostic]:
    """The refusal, if there is one, and what prints badly."""
    size = f"{to_mm(advert.rect.width):.1f} × {to_mm(advert.rect.height):.1f}"
    corner = {"x": f"{to_mm(advert.rect.x0):.1f}", "y": f"{to_mm(advert.rect.y0):.1f}"}
    place = {"on": page.numbers, **corner, "size": size}
    file = {"path": advert.path, "page": advert.page, **place, "press": press.name}
    standard = STANDARDS[press.standard].name
    for code, errors in (("P721", True), ("P741", False)):
        remarks = [remark for remark in verdict.remarks if _refuses(remark, advert) == errors]
        if remarks:
            told = Words(*(_words(remarks, lang) for lang in LANGUAGES))
            yield diagnose(code, advert.span, **file, standard=standard, reasons=told)


def _refuses(remark: Remark, advert: Artwork) -> bool:
    """Whether an advert is refused for it. A page without a trim that is as large as was booked counts as trimmed."""
    return remark.severity is Severity.ERROR and not (remark.code == UNTRIMMED and advert.booked is not None)


def _words(remarks: Sequence[Remark], lang: str) -> str:
    """The first remarks in words, each with its place, and how many more there are."""
    parts = [f"{remark.code} {_in_words(remark, lang)}" for remark in remarks[:MOST_REASONS]]
    left = len(remarks) - MOST_REASONS
    return SEPARATOR.said(lang).join([*parts, *([MORE.said(lang).format(count=left)] if left > 0 else [])])


def _in_words(remark: Remark, lang: str) -> str:
    place = ""
    if remark.at is not None:
        times = TIMES.said(lang).format(count=remark.times) if remark.times > 1 else ""
        place = PLACES.said(lang).format(times=times, x=f"{remark.at[0]:.1f}", y=f"{remark.at[1]:.1f}")
    elif remark.times > 1:
        place = COUNTS.said(lang).format(count=remark.times)
    return diagnose(remark.code, None, **remark.params, where=place).message(lang)


def _spots_together(spots: set[str], press: Press) -> Iterator[Diagnostic]:
    """Each advert alone may need no more spot plates than the shop runs, and all of them too many."""
    most = press.limits.spot_plates
    if 0 < len(spots) <= most:
        yield diagnose("P736", None, spots="、".join(sorted(spots)))
    if len(spots) > most > 0:
        yield diagnose("P742", None, count=len(spots), spots="、".join(sorted(spots)), most=most)
