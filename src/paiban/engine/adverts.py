"""Adverts judged before they are placed: a PDF page that the press cannot print is refused, with the reasons.

A verdict is kept by the file's content, the press and the version of the rules, as prepared pictures are: the second
run loads no PDF reader and no rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from paiban import __version__, cache
from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.display import Artwork, Page
from paiban.template import Press
from paiban.template.standard import STANDARDS

CODE_VERSION = 2
"""Raised whenever the same advert would be judged otherwise within one version of paiban."""

MOST_REASONS = 3
"""How many reasons are told; ``paiban preflight`` tells them all."""

POSTSCRIPT = (b"%!", b"\xc5\xd0\xd3\xc6")
"""How PostScript begins, plain or with a preview for DOS in front."""

ENVELOPE = frozenset({
    "X107", "X108", "X109", "X112",  # version, structure and identifier of the file
    *(f"X12{n}" for n in range(10)),  # identification and metadata
    *(f"X13{n}" for n in range(10)),  # output intent: the page gets ours
    "X160", "X161", "X162",  # scripts, actions, attachments
    "X240",  # LZW, which is packed otherwise on the way in
})  # fmt: skip
"""Rules about the file in which an advert came: none of it comes onto the page."""

SEPARATOR = {"zh": "；", "en": "; "}
TIMES = {"zh": "（{count} 处）", "en": " ({count} times)"}
MORE = {"zh": "另有 {count} 种毛病", "en": "and {count} more kinds of fault"}


class Reason(NamedTuple):
    """Why an advert is refused: a code of preflight with its words' parameters, and how often it occurs."""

    code: str
    times: int
    params: dict[str, str]


def check_adverts(pages: Iterable[Page], press: Press) -> tuple[Diagnostic, ...]:
    """What is wrong with each PDF advert, at its place in the issue file: an error where it cannot be printed."""
    found = []
    verdicts: dict[tuple[str, int, bool], Diagnostic | None] = {}
    for advert in (item for page in pages for item in page.items if isinstance(item, Artwork)):
        key = (advert.path, advert.page, advert.chosen)
        if key not in verdicts:
            verdicts[key] = _verdict(advert, press)
        verdict = verdicts[key]
        if verdict is not None:
            found.append(Diagnostic(verdict.code, verdict.severity, advert.span, verdict.params))
    return tuple(found)


def _verdict(advert: Artwork, press: Press) -> Diagnostic | None:
    """What is wrong with an advert, as one diagnostic; None where it may be placed without a word."""
    try:
        data = Path(advert.path).read_bytes()
    except OSError as error:
        return diagnose("P701", None, path=advert.path, problem=error.strerror or str(error))
    if data.startswith(POSTSCRIPT):
        return diagnose("P722", None, path=advert.path)
    facts = ["verdict", __version__, CODE_VERSION, sha256(data).hexdigest(), advert.page]
    facts += [press.standard, press.limits]
    key = sha256(json.dumps(facts, default=str, sort_keys=True).encode()).hexdigest()
    kept = cache.load(key, _unpack)
    if kept is not None:
        count, reasons = kept
        return _refusal(advert, press, reasons) or _unused_pages(advert, count)
    alone, count = _page_alone(data, advert.page, keep_group=STANDARDS[press.standard].transparency)
    if advert.page > count:
        return diagnose("P702", None, path=advert.path, page=advert.page, count=count)
    reasons = _reasons(alone, press)
    cache.store(key, json.dumps([count, reasons]).encode())
    return _refusal(advert, press, reasons) or _unused_pages(advert, count)


def _unpack(entry: bytes) -> tuple[int, list[Reason]]:
    """The number of pages and the reasons of a verdict that was kept."""
    count, reasons = json.loads(entry)
    return count, [Reason(*reason) for reason in reasons]


def _unused_pages(advert: Artwork, count: int) -> Diagnostic | None:
    """A warning that only the first page of several is placed, unless the editor chose it."""
    return None if advert.chosen or count == 1 else diagnose("P723", None, path=advert.path, count=count)


def _page_alone(data: bytes, page: int, keep_group: bool) -> tuple[bytes, int]:
    """The file without its other pages, whose faults are no reason, and the number of its pages.

    Without ``keep_group`` the page loses its transparency group as it does on the way in; what is transparent in it
    stays and is found. A file that is damaged or locked stays as it is, as one page: that is a reason itself.
    """
    import pikepdf  # noqa: PLC0415  only for an advert that was not seen before

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            count = len(pdf.pages)
            if page > count or pdf.is_encrypted or pdf.get_warnings():
                return data, count
            grouped = not keep_group and "/Group" in pdf.pages[page - 1].obj
            if count == 1 and not grouped:
                return data, count
            del pdf.pages[page:]
            del pdf.pages[: page - 1]
            if grouped:
                del pdf.pages[0].obj["/Group"]
            alone = BytesIO()
            pdf.save(alone)
            return alone.getvalue(), count
    except Exception:  # libqpdf's, of many kinds; preflight says what is the matter
        return data, page


def _reasons(data: bytes, press: Press) -> list[Reason]:
    """The errors of preflight that concern what is placed, each code once."""
    from paiban.preflight import preflight_pdf  # noqa: PLC0415  as above

    reasons: dict[str, Reason] = {}
    for finding in preflight_pdf(data, press).findings:
        if finding.severity is Severity.ERROR and finding.code not in ENVELOPE:
            known = reasons.get(finding.code, Reason(finding.code, 0, dict(finding.params)))
            reasons[finding.code] = known._replace(times=known.times + finding.times)
    return list(reasons.values())


def _refusal(advert: Artwork, press: Press, reasons: Sequence[Reason]) -> Diagnostic | None:
    if not reasons:
        return None
    told = {f"reasons_{lang}": _words(reasons, lang) for lang in MORE}
    file = {"path": advert.path, "page": advert.page, "press": press.name, "standard": STANDARDS[press.standard].name}
    return diagnose("P721", None, **file, **told)


def _words(reasons: Sequence[Reason], lang: str) -> str:
    """The first reasons in words, and how many more there are."""
    parts = []
    for reason in reasons[:MOST_REASONS]:
        often = TIMES[lang].format(count=reason.times) if reason.times > 1 else ""
        words = diagnose(reason.code, None, **reason.params, where_zh=often, where_en=often)
        parts.append(f"{reason.code} {words.message(lang)}")
    left = len(reasons) - MOST_REASONS
    return SEPARATOR[lang].join([*parts, *([MORE[lang].format(count=left)] if left > 0 else [])])
