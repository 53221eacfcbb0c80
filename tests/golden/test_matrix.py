"""Every key of every kind on small pages in both directions: as text, as a PDF, read back from that."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from paiban.display import Line, Page
from paiban.engine import Result, set_issue, with_pdf
from paiban.engine.house import House
from paiban.preflight import preflight_pdf
from tests.support.display_text import page_text
from tests.support.issues import FILE, copy_of, issue_text, page_of, tiny_fonts
from tests.support.matrix import MATRIX, files_in, pages_of
from tests.support.pdf_text import seen_characters

FOLDER = Path(__file__).parent / "matrix"

WAYS = ("horizontal", "vertical")
NAMES = tuple(f"{kind}-{writing}" for kind in MATRIX for writing in WAYS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return files_in(tmp_path_factory.mktemp("matrix"))


def pages(name: str, folder: Path, house: House) -> list[Result]:
    kind, _, writing = name.partition("-")
    return [set_issue(folder / FILE, issue_text(*blocks, writing=writing), house) for blocks in pages_of(kind, writing)]


@pytest.mark.parametrize("name", NAMES)
def test_every_key_looks_as_it_was_reviewed(name, folder, pytestconfig):
    text = "\n".join(page_text(page_of(result)) for result in pages(name, folder, House(tiny_fonts())))
    golden = FOLDER / f"{name}.txt"
    if pytestconfig.getoption("--update"):
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert golden.exists(), f"{golden.name} is missing: run pytest tests/golden --update and review it"
    assert text == golden.read_text("utf-8")


def test_every_golden_page_is_used():
    unused = {path.name for path in FOLDER.iterdir()} - {f"{name}.txt" for name in NAMES}
    assert not unused, f"no test compares {sorted(unused)}: delete them"


ARRANGED = ("P413", "P425", "P502", "P601", "P604", "P605")
"""What a page says of how it is filled: these are lattices of small blocks."""

OF_ADVERTS = ("P741", "P747")
"""What an advert made for tests is told, and one that is scaled."""


PRINTED = tuple(name for name in NAMES if not name.startswith("hold"))
"""Room that is held for a late story is told as an error, and no press has such a page."""


@pytest.mark.parametrize("name", PRINTED)
def test_every_key_goes_to_the_press_and_reads_back(name, folder):
    """Nothing is wrong with the page, its PDF passes preflight, and another program reads its copy leg by leg."""
    for result in pages(name, folder, House()):
        told = [d.code for d in result.diagnostics if d.severity != "info"]
        assert set(told) <= {*ARRANGED, *OF_ADVERTS}
        pdf = with_pdf(result).pdf
        assert pdf is not None
        found = [d.code for d in preflight_pdf(pdf, result.kit.press).diagnostics() if d.severity != "info"]
        assert found == [] or name.startswith("advert")
        read = "".join(seen.text for seen in seen_characters(pdf)).translate(_PLAIN)
        legs = legs_of(page_of(result))
        assert [copy for (_, role, _), copy in legs.items() if role in RUNNING and copy not in read] == []
        assert Counter("".join(legs.values())) <= Counter(read)


RUNNING = frozenset({"", "brief", "table", "names", "caption", "index-entry"})
"""Roles whose lines stand apart: other programs keep their order and guess that of words side by side."""


def legs_of(page: Page) -> dict[tuple[str, str, int], str]:
    """The copy of each leg of each block, and of each of its headings, as another program should read it."""
    found: dict[tuple[str, str, int], str] = {}
    for line in page.items:
        if isinstance(line, Line) and line.block:
            key = (line.block, "" if line.role in ("body", "crosshead") else line.role, line.leg)
            found[key] = found.get(key, "") + copy_of(line).translate(_PLAIN)
    return found


_PLAIN = dict.fromkeys(map(ord, " \u3000\u00a0|◆①②"))
"""Blanks, which other programs make up or leave out, the sign of a break, and what stands before briefs, no copy."""
