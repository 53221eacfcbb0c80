"""XMP metadata: read flat, required keys, agreement with the document information."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from xml.etree import ElementTree

from paiban.preflight.streams import Broken

MOST_BYTES = 1 << 20

PREFIXES = {
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDF_DATE = re.compile(
    r"D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)(?:00'?00'?)?|([+-])(\d{2})'?(?:(\d{2})'?)?)?$"
)
_XMP_DATE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:(Z)|([+-])(\d{2}):(\d{2}))?)?)?)?$"
)


def read_xmp(data: bytes) -> dict[str, str]:
    """The properties by ``prefix:name``; of lists the first member. :class:`Broken` where it is none."""
    if len(data) > MOST_BYTES:
        raise Broken("XMP too long")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Broken("XMP entities")
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \t\r\n"))
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Broken("no XML") from None
    found: dict[str, str] = {}
    for description in root.iter(_RDF + "Description"):
        for key, value in description.attrib.items():
            _note(found, key, value)
        for child in description:
            member = child.find(f".//{_RDF}li")
            _note(found, child.tag, (child.text if member is None else member.text) or "")
    return found


def _note(found: dict[str, str], key: str, value: str) -> None:
    space, _, local = key.removeprefix("{").partition("}")
    if space in PREFIXES and value.strip():
        found.setdefault(f"{PREFIXES[space]}:{local}", value.strip())


def pdf_date(text: str) -> datetime | None:
    """The instant of a PDF date; None where it is malformed."""
    match = _PDF_DATE.match(text)
    return _instant(match.groups()) if match else None


def xmp_date(text: str) -> datetime | None:
    """The instant of an XMP date; None where it is malformed."""
    match = _XMP_DATE.match(text)
    return _instant(match.groups()) if match else None


def _instant(parts: tuple[str | None, ...]) -> datetime | None:
    year, month, day, hour, minute, second, _, sign, hours, minutes = parts
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    try:
        return datetime(
            int(year or 0), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=timezone(offset),
        )  # fmt: skip
    except ValueError:
        return None
