"""Damaged sources: whatever a file holds, import answers with an issue or with findings, and soon."""

from __future__ import annotations

import io
import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.unit.intake.test_docx import SLOPPY
from tests.unit.intake.test_html import PAGE
from tests.unit.intake.test_sheet import LIST, book
from tests.unit.intake.test_wire import NEWSML, NITF, V3, XHTML

from paiban.diagnostic import has_errors
from paiban.intake import Order, Source, Sources, imported

LONGEST_S = 5.0
RUNS = 40

SOURCES: dict[str, Callable[[], bytes]] = {
    "a.docx": lambda: SLOPPY,
    "a.html": lambda: PAGE.encode("gb18030"),
    "a.md": lambda: b"---\ntitle: a\n---\n# a\n\n- b\n\n|a|b|\n|-|-|\n|1|2|\n\n![a](a.png) `c` <b>d</b>\n",
    "a.json": lambda: json.dumps(V3).encode(),
    "a.nitf": NITF.encode,
    "a.xml": NEWSML.format(status="usable", content=XHTML).encode,
    "a.csv": LIST.encode,
    "a.xlsx": lambda: book(["标题", "正文"], ["春来早", "=1+1"]),
    "a.txt": ("春来早\n\n　　三月的园区里，春风吹绿了\n水边的草木，大家都到空地上\n来种树。\n" * 9).encode,
}


def damaged(data: bytes, rng: random.Random) -> bytes:
    """A copy in which pieces are missing, doubled, moved or other than they were."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(out) or 1)
        piece = bytes(out[at : at + rng.randint(1, 40)])
        kind = rng.randrange(4)
        if kind < 2:
            del out[at : at + len(piece)]
        if kind == 1:
            out[rng.randrange(len(out) or 1) : 0] = piece
        elif kind == 2:
            out[at:at] = piece
        elif kind == 3:
            out[at : at + len(piece)] = bytes(rng.choice(b'<>/&"\0\xff= {}[]019w:') for _ in piece)
    return bytes(out)


def repacked(data: bytes, rng: random.Random) -> bytes:
    """An archive one of whose parts is damaged, and the archive itself is not."""
    archive, out = ZipFile(io.BytesIO(data)), io.BytesIO()
    chosen = rng.choice(archive.namelist())
    with ZipFile(out, "w") as packed:
        for name in archive.namelist():
            part = archive.read(name)
            packed.writestr(name, damaged(part, rng) if name == chosen else part)
    return out.getvalue()


@pytest.mark.parametrize("name", SOURCES)
def test_a_damaged_source_gets_an_answer_in_time(name, tmp_path):
    for seed in range(RUNS):
        rng = random.Random(f"{name}{seed}")
        data = SOURCES[name]()
        data = repacked(data, rng) if name.endswith(("docx", "xlsx")) and seed % 2 else damaged(data, rng)
        begun = time.perf_counter()
        result = imported(Sources((Source(str(Path(tmp_path, name)), data),)), Order(date="2022-03-31"), tmp_path)
        assert result.text or has_errors(result.found), seed
        assert time.perf_counter() - begun < LONGEST_S, seed
