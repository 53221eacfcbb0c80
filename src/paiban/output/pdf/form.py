"""A page taken out of somebody's PDF, and its form in the cache."""

from __future__ import annotations

import json

from paiban.output.pdf.objects import Serialized
from paiban.value import NamedTuple


class FormXObject(NamedTuple):
    """A page as a form XObject: how wide and high it shows in points, and its objects, the form itself first.

    References among the objects are local: ``PdfFile.add_written`` gives them their numbers.
    """

    width: float
    height: float
    objects: tuple[Serialized, ...]


def pack_form(form: FormXObject) -> bytes:
    """A form as bytes: a line of JSON, then the streams end to end."""
    heads = [[item.text.decode("latin-1"), -1 if item.data is None else len(item.data)] for item in form.objects]
    head = json.dumps([form.width, form.height, heads])
    return b"".join([head.encode("ascii"), b"\n", *(item.data for item in form.objects if item.data is not None)])


def unpack_form(packed: bytes) -> FormXObject:
    """The form that ``pack_form`` packed."""
    head, _, streams = packed.partition(b"\n")
    width, height, heads = json.loads(head)
    objects, at = [], 0
    for text, length in heads:
        objects.append(Serialized(text.encode("latin-1"), None if length < 0 else streams[at : at + length]))
        at += max(length, 0)
    return FormXObject(width, height, tuple(objects))
