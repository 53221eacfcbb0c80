"""The gate for archives and XML of others: bounded in size, no entities of their own, nothing fetched from anywhere."""

from __future__ import annotations

from html.entities import name2codepoint
from io import BytesIO
from pathlib import PurePosixPath
from struct import error as StructError
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from lxml import etree

from paiban.diagnostic import Diagnostic, diagnose
from paiban.language import Words

MOST_PARTS = 10_000
MOST_XML = 48 * 1024 * 1024
"""Bytes of one XML part, unpacked: some twenty million characters of copy in Word's words."""
MOST_UNPACKED = 512 * 1024 * 1024

_XML = (".xml", ".rels", ".vml")
_TOO_LARGE = Words("解压以后太大", "it unpacks to too much")
_OWN_ENTITIES = Words("里面定义了自己的实体（DTD）", "it defines entities of its own (a DTD)")

_UNREADABLE = (BadZipFile, ZlibError, StructError, EOFError, OSError, RuntimeError, ValueError)
"""What reading a damaged archive comes to; one with a password is a RuntimeError."""

Element = Any
"""An element of lxml, which is not typed."""


class DamagedError(Exception):
    """A part of an archive that is there and cannot be read."""


class Archive:
    """An archive that has passed the gate; its parts by name."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part, none where it is missing; DamagedError where it cannot be read."""
        try:
            return self._archive.read(name) if name in self.names else b""
        except _UNREADABLE as error:
            raise DamagedError(name) from error

    def tree(self, name: str) -> Element | None:
        """An XML part as a tree, None where it is missing; DamagedError where it is broken."""
        data = self.read(name)
        tree = parsed(data) if data else None
        if tree is None and data:
            raise DamagedError(name)
        return tree


def opened(data: bytes, file: str, kind: Words) -> Archive | Diagnostic:
    """The archive in ``data``, or why it is not opened."""
    try:
        archive = ZipFile(BytesIO(data))
        return _passed(archive, file)
    except (*_UNREADABLE, DamagedError):
        return diagnose("P804", None, file=file, kind=kind)


def _passed(archive: ZipFile, file: str) -> Archive | Diagnostic:
    """The archive, if it is no larger than it may be and brings no entities."""
    parts = archive.infolist()
    xml = [part for part in parts if part.filename.lower().endswith(_XML)]
    too_large = len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED
    if too_large or any(part.file_size > MOST_XML for part in xml):
        return diagnose("P805", None, file=file, reason=_TOO_LARGE)
    passed = Archive(archive)
    if any(has_dtd(passed.read(part.filename)) for part in xml):
        return diagnose("P805", None, file=file, reason=_OWN_ENTITIES)
    return passed


def has_dtd(data: bytes) -> bool:
    """Whether XML brings a document type; no part of an Office file may have one (ECMA-376 part 2, 8.1.4)."""
    return b"<!DOCTYPE" in data.replace(b"\0", b"")


def defines_entities(data: bytes) -> bool:
    """Whether XML defines entities of its own: it may grow without end by them, or ask for files."""
    return b"<!ENTITY" in data.replace(b"\0", b"")


def entities_refused(file: str) -> Diagnostic:
    """What to say of XML that defines entities."""
    return diagnose("P805", None, file=file, reason=_OWN_ENTITIES)


def parsed(data: bytes) -> Element | None:
    """XML as a tree: no entity is resolved, no file and no address opened; None where it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: Element) -> str:
    """An element's name without its namespace: Office files of both standards differ by that alone."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its name without its namespace."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names."""
    for name in path:
        element = next((inner for inner in element if local(inner) == name), None) if element is not None else None
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The elements of a name in an element."""
    return [] if element is None else [inner for inner in element if local(inner) == name]


def entity_text(element: Element) -> str:
    """What a reference that was not resolved stands for, where every web page knows it; else as it is written."""
    name = str(element.text or "").strip("&;")
    return chr(name2codepoint[name]) if name in name2codepoint else f"&{name};"


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str, bool]]:
    """What a part names: target, kind, and whether it lies outside the file, by id."""
    path = PurePosixPath(part)
    tree = archive.tree(str(path.parent / "_rels" / f"{path.name}.rels").removeprefix("./") if part else "_rels/.rels")
    found = {}
    for relation in children(tree, "Relationship"):
        target, outside = attribute(relation, "Target"), attribute(relation, "TargetMode") == "External"
        if not outside:
            target = _resolved(path.parent, target)
        found[attribute(relation, "Id")] = (target, attribute(relation, "Type"), outside)
    return found


def _resolved(folder: PurePosixPath, target: str) -> str:
    """A part's name from where it is named."""
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{folder}/{target}").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
