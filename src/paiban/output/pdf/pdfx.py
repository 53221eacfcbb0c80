"""What makes a PDF a PDF/X: Info, output intent, metadata (ISO 15930-4 for X-1a:2003, ISO 15930-7 for X-4)."""

from __future__ import annotations

import zlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paiban import cache
from paiban.diagnostic import Diagnostic, Severity, diagnose
from paiban.output.model import DocumentInfo
from paiban.output.pdf.objects import Name, PdfFile, Ref, Stream
from paiban.picture.profile import profile_path, read_profile
from paiban.template import Press
from paiban.template.standard import Standard

if TYPE_CHECKING:
    from hashlib import _Hash


def info_dictionary(info: DocumentInfo, standard: Standard) -> dict[str, Any]:
    """The Info dictionary."""
    stamp = _pdf_date(info.created)
    entries = {
        "Title": info.title,
        "Creator": info.creator,
        "Producer": info.producer,
        "CreationDate": stamp,
        "ModDate": stamp,
        "Trapped": Name("False"),
    }
    return entries if info.draft else {**entries, "GTS_PDFXVersion": standard.info_key}


def output_intent(file: PdfFile, press: Press, profile: bytes) -> dict[str, Any]:
    """The one output intent: the print condition by its registered name, with its packed profile where there is one."""
    entries: dict[str, Any] = {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFX"),
        "OutputConditionIdentifier": press.condition,
        "OutputCondition": press.condition_info,
        "RegistryName": press.registry,
        "Info": press.condition_info,
    }
    if profile:
        entries["DestOutputProfile"] = file.add(Stream({"N": 4, "Filter": Name("FlateDecode")}, profile))
    return entries


def packed_profile(profile: bytes, path: Path) -> bytes:
    """The profile that was read at ``path``, packed by Flate. It halves, and takes longer than setting a page: packed
    once, and kept."""
    name = cache.name_of("profile", zlib.ZLIB_RUNTIME_VERSION, len(profile), *cache.file_facts(path))
    kept = cache.load(name, bytes)
    if kept is not None:
        return kept
    made = zlib.compress(profile)
    cache.store(name, made)
    return made


def load_profile(press: Press, standard: Standard) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The press's profile, packed. X-1a does without one, since the condition has a registered name; X-4 does not."""
    if not press.icc:
        return b"", ((diagnose("P704", None, press=press.name),) if standard.needs_profile else ())
    read = read_profile(press)
    if isinstance(read, bytes):
        return packed_profile(read, profile_path(press)), ()
    severity = Severity.ERROR if standard.needs_profile else Severity.WARNING
    return b"", (diagnose(read.code, read.span, severity, **dict(read.params)),)


def metadata(info: DocumentInfo, standard: Standard, content: _Hash) -> Stream:
    """The XMP packet, unpacked so that any program can read it; ``content`` is the digest of all pages' content."""
    whole = content.copy()
    whole.update(repr(info).encode())
    digest = whole.hexdigest()
    identifier = "uuid:" + "-".join([digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]])
    stamp = info.created.isoformat(timespec="seconds")
    packet = _XMP.format(
        version=standard.metadata_key,
        title=_escaped(info.title),
        creator=_escaped(info.creator),
        producer=_escaped(info.producer),
        stamp=stamp,
        identifier=identifier,
    )
    return Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, packet.encode("utf-8"))


def _escaped(words: str) -> str:
    """Words as XML character data."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def document_catalogue(file: PdfFile, pages: Ref, numbers: list[int], intents: list[dict[str, Any]]) -> dict[str, Any]:
    """The document catalogue, with the newspaper's page numbers as labels, and the output intents if there are any."""
    labels = [value for index, n in enumerate(numbers) for value in (index, {"S": Name("D"), "St": max(n, 1)})]
    entries = {
        "Type": Name("Catalog"),
        "Pages": pages,
        "PageLabels": file.add({"Nums": labels}),
        "Lang": "zh-CN",
    }
    return {**entries, "OutputIntents": intents} if intents else entries


def _pdf_date(moment: datetime) -> str:
    """A date as ISO 32000-1, 7.9.4 writes it; a moment without a zone is written without one."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdfxid:GTS_PDFXVersion>{version}</pdfxid:GTS_PDFXVersion>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate>
<xmpMM:DocumentID>{identifier}</xmpMM:DocumentID>
<xmpMM:InstanceID>{identifier}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
