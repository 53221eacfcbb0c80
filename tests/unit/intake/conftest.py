"""Importing inside the test's own process."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from paiban.intake import Imported, Order, Source, Sources, imported

Importer = Callable[..., Imported]


@pytest.fixture
def bring(tmp_path) -> Importer:
    """``bring("a.docx", data)`` gives the issue of one source; words are read as UTF-8."""

    def run(name: str, data: bytes | str, **order: object) -> Imported:
        source = Source(str(tmp_path / name), data.encode() if isinstance(data, str) else data)
        wanted = Order(**{"date": "2022-03-31", "page": "2", "section": "综合", **order})
        return imported(Sources((source,)), wanted, tmp_path)

    return run


def codes(result: Imported) -> list[str]:
    """The codes of what was found, each once."""
    return sorted({found.code for found in result.found})


def png(colour: str = "green") -> bytes:
    """A small picture."""
    stream = BytesIO()
    Image.new("RGB", (8, 6), colour).save(stream, "PNG")
    return stream.getvalue()


def write_png(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png())
    return path
