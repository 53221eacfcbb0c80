"""The output intent and its profile."""

from __future__ import annotations

from paiban.preflight.context import Inspection
from paiban.preflight.findings import Where
from paiban.preflight.limits import Exhausted
from paiban.preflight.streams import (
    Broken,
    Pdf,
    get,
    is_stream,
    items,
    name,
    object_number,
    print_of,
    unpack,
    whole,
    words,
)
from paiban.template.standard import X4

_HEADER = 128
_TAG = 12
_MOST_TAGS = 200


def judge_intents(run: Inspection) -> None:
    """Exactly one ``GTS_PDFX`` intent, for the shop's condition, with what it needs."""
    intents = [i for i in items(get(run.pdf.Root, "/OutputIntents")) if name(get(i, "/S")) == "/GTS_PDFX"]
    if not intents:
        run.findings.add("X130", wanted=run.press.condition)
        return
    if len(intents) > 1:
        run.findings.add("X131", Where(None, object_number(intents[1])), count_of=len(intents))
        return
    intent = intents[0]
    where = Where(None, object_number(intent))
    condition = words(get(intent, "/OutputConditionIdentifier")) or ""
    if not condition:
        run.findings.add("X132", where, wanted=run.press.condition)
    elif condition != run.press.condition:
        run.findings.add("X133", where, has=condition, wanted=run.press.condition)
    if not words(get(intent, "/Info")):
        run.findings.add("X139", where)
    _judge_profile(run, intent, where)


def _judge_profile(run: Inspection, intent: Pdf, where: Where) -> None:
    profile = get(intent, "/DestOutputProfile")
    if not is_stream(profile):
        named = bool(words(get(intent, "/RegistryName")))
        if run.findings.standard == X4 or not named:
            run.findings.add("X134", where, also="" if named else " / RegistryName")
        return
    where = Where(None, object_number(profile))
    try:
        data, _ = unpack(profile, run.work)
        check_profile(data)
        run.intent_profile = print_of(profile, run.work)
    except (Broken, Exhausted) as fault:
        run.findings.add("X135", where, why=fault.reason)
        return
    kind, space, count = data[12:16].decode("latin-1"), data[16:20].decode("latin-1"), whole(get(profile, "/N"))
    if kind != "prtr":
        run.findings.add("X136", where, has=kind)
    if space != "CMYK" or count != 4:
        run.findings.add("X137", where, has=f"{space.strip()}, N {count}")
    if data[8] > 2:
        run.findings.add("X138", where, has=data[8])


def check_profile(data: bytes) -> None:
    """Raise :class:`Broken` where the frame of an ICC profile is wrong."""
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise Broken("no ICC")
    if int.from_bytes(data[:4]) > len(data):
        raise Broken("profile cut off")
    count = int.from_bytes(data[_HEADER : _HEADER + 4])
    if count > _MOST_TAGS or _HEADER + 4 + count * _TAG > len(data):
        raise Broken("profile tags")
    for tag in range(count):
        at = _HEADER + 4 + tag * _TAG
        start, size = int.from_bytes(data[at + 4 : at + 8]), int.from_bytes(data[at + 8 : at + 12])
        if start + size > len(data):
            raise Broken("profile tags")
