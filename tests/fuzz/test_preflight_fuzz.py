"""Damaged PDFs: preflight always gives a report, soon. ``bench/preflight_fuzz.py`` is the long run."""

import io
import random
import time

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.unit.preflight.good_pdf import good, press

from paiban.preflight import preflight_pdf

LONGEST_S = 5.0
RUNS = 20


def plain() -> bytes:
    """A file by ReportLab: other habits than ours."""
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0, invariant=1)
    canvas.drawString(72, 700, "text")
    canvas.linkURL("http://example.org", (72, 690, 100, 710))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def packed() -> bytes:
    """The good file with object streams."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good(x4=True).finished())) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


SOURCES = {"good": lambda: good().finished(), "plain": plain, "packed": packed}


def damaged(data: bytes, rng: random.Random) -> bytes:
    """A copy cut short, or with bits turned, or with a piece missing or doubled."""
    out = bytearray(data)
    at, span = rng.randrange(len(out)), rng.randint(1, 400)
    kind = rng.randrange(4)
    if kind == 0:
        del out[at:]
    elif kind == 1:
        for _ in range(rng.randint(1, 60)):
            out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    elif kind == 2:
        del out[at : at + span]
    else:
        out[at:at] = out[at : at + span]
    return bytes(out)


@pytest.mark.parametrize("seed", range(RUNS))
@pytest.mark.parametrize("source", SOURCES)
def test_damaged_file_gets_a_report_in_time(source, seed):
    data = damaged(SOURCES[source](), random.Random(f"{source}{seed}"))
    began = time.process_time()
    report = preflight_pdf(data, press(x4=source == "packed"))
    assert time.process_time() - began < LONGEST_S
    assert report.text("zh") is not None
    assert report.json().endswith("}\n")
