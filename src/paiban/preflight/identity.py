"""Who says that the file is PDF/X: version, identification, document information, XMP, trailer."""

from __future__ import annotations

from paiban.diagnostic import Severity
from paiban.preflight.context import Inspection
from paiban.preflight.findings import Where
from paiban.preflight.limits import Exhausted
from paiban.preflight.streams import Broken, Pdf, filters, get, is_stream, items, name, object_number, unpack, words
from paiban.preflight.xmp import pdf_date, read_xmp, xmp_date
from paiban.template.standard import X1A, X4

_INFO_KEYS = ("Title", "Creator", "Producer", "CreationDate", "ModDate")
_DATES = frozenset({"CreationDate", "ModDate"})
_XMP_KEYS = (
    "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "pdf:Trapped",
    "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass",
)  # fmt: skip
_SAME = {
    "Title": "dc:title", "Creator": "xmp:CreatorTool", "Producer": "pdf:Producer", "CreationDate": "xmp:CreateDate",
    "ModDate": "xmp:ModifyDate", "Trapped": "pdf:Trapped",
}  # fmt: skip
_EDITION_2001 = ("PDF/X-1:2001", "PDF/X-1a:2001")
"""How the older edition of X-1a names itself: version, conformance."""


def judge_identity(run: Inspection) -> None:
    """All of this module's rules."""
    info = get(run.pdf.trailer, "/Info")
    where = Where(None, object_number(info))
    _judge_version(run)
    if len(items(get(run.pdf.trailer, "/ID"))) != 2:
        run.findings.add("X109")
    said = {key: _said(info, key) for key in (*_INFO_KEYS, "Trapped", "GTS_PDFXVersion", "GTS_PDFXConformance")}
    xmp = _judge_xmp(run)
    _judge_name(run, said, xmp, where)
    _judge_info(run, said, where)
    if xmp is not None:
        _judge_agreement(run, said, xmp, where)


def _said(info: Pdf, key: str) -> str:
    value = get(info, "/" + key)
    return words(value) or name(value)


def _judge_version(run: Inspection) -> None:
    most = "{}.{}".format(*run.findings.standard.version)
    version = max(str(run.pdf.pdf_version), name(get(run.pdf.Root, "/Version")).lstrip("/"))
    if version > most:
        run.findings.add("X107", version=version, most=most)


def _judge_name(run: Inspection, said: dict[str, str], xmp: dict[str, str] | None, where: Where) -> None:
    if run.findings.standard == X4:
        has = (xmp or {}).get("pdfxid:GTS_PDFXVersion", "")
        if xmp is not None and has != X4.metadata_key:
            run.findings.add("X120", wanted=X4.metadata_key, has=has or said["GTS_PDFXVersion"] or "—")
        return
    has = said["GTS_PDFXVersion"]
    if (has, said["GTS_PDFXConformance"]) == _EDITION_2001:
        run.findings.add("X112", where)
    elif has != X1A.info_key:
        run.findings.add("X120", where, wanted=X1A.info_key, has=has or "—")
    elif said["GTS_PDFXConformance"]:
        run.findings.add("X121", where)


def _judge_info(run: Inspection, said: dict[str, str], where: Where) -> None:
    """X-4 keeps its truth in the XMP, so that what is missing here is only a warning there."""
    severity = Severity.WARNING if run.findings.standard == X4 else None
    for key in _INFO_KEYS:
        if not said[key].strip():
            run.findings.add("X122", where, key, severity, key=key)
        elif key in _DATES and pdf_date(said[key]) is None:
            run.findings.add("X129", where, key, key=key, has=said[key])
    trapped = said["Trapped"]
    if trapped not in ("/True", "/False"):
        run.findings.add("X123", where, "", severity if not trapped else None, has=trapped.lstrip("/") or "—")


def _judge_xmp(run: Inspection) -> dict[str, str] | None:
    """The XMP properties, judged; None where there is no XMP or none that can be read."""
    stream = get(run.pdf.Root, "/Metadata")
    where = Where(None, object_number(stream))
    if not is_stream(stream):
        run.findings.add("X124")
        return None
    if filters(stream):
        run.findings.add("X125", where)
    try:
        xmp = read_xmp(unpack(stream, run.work)[0])
    except (Broken, Exhausted) as fault:
        run.findings.add("X126", where, why=fault.reason)
        return None
    for key in _XMP_KEYS:
        if key not in xmp:
            run.findings.add("X127", where, key, key=key)
    return xmp


def _judge_agreement(run: Inspection, said: dict[str, str], xmp: dict[str, str], where: Where) -> None:
    for key, other in _SAME.items():
        info, meta = said[key].lstrip("/") if key == "Trapped" else said[key].strip(), xmp.get(other, "")
        if not info or not meta:
            continue
        same = pdf_date(info) == xmp_date(meta) if key in _DATES else info == meta
        if not same and (key not in _DATES or pdf_date(info) is not None):
            run.findings.add("X128", where, key, key=key, info=info, xmp=meta)
