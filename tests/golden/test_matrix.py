"""Every key of every kind on small pages in both directions: as text, as a PDF, read back from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import Path

import pytest

from paiban.display import Line, Page
from paiban.engine import Result, set_issue, with_pdf
from paiban.engine.drafting import written_or_drafted
from paiban.engine.house import House
from paiban.output.table import OUTPUTS
from paiban.preflight import preflight_pdf
from tests.support.display_text import page_text
from tests.support.issues import FILE, copy_of, issue_text, outlines, tiny_fonts
from tests.support.matrix import MATRIX, files_in, issue_of, pages_of
from tests.support.pdf_text import seen_characters

FOLDER = Path(__file__).parent / "matrix"

WAYS = ("horizontal", "vertical")
SEVERAL = "pages"
"""The name of the issue of two pages, in which blocks of every kind say on which they stand and where they go on."""

NAMES = tuple(f"{kind}-{writing}" for kind in (*MATRIX, SEVERAL) for writing in WAYS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return files_in(tmp_path_factory.mktemp("matrix"))


def issues(name: str, folder: Path, house: House, kinds: Collection[str] = tuple(MATRIX)) -> list[Result]:
    """The issues that a name stands for; blocks of these ``kinds`` only in that of two pages."""
    kind, _, writing = name.partition("-")
    if kind == SEVERAL:
        return [set_issue(folder / FILE, issue_of(writing, kinds), house)]
    return [set_issue(folder / FILE, issue_text(*blocks, writing=writing), house) for blocks in pages_of(kind, writing)]


@pytest.mark.parametrize("name", NAMES)
def test_every_key_looks_as_it_was_reviewed(name, folder, pytestconfig):
    made = issues(name, folder, House(tiny_fonts()))
    text = "\n".join(page_text(page) for result in made for page in result.pages)
    golden = FOLDER / f"{name}.txt"
    if pytestconfig.getoption("--update"):
        FOLDER.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8")
    assert golden.exists(), f"{golden.name} is missing: run pytest tests/golden --update and review it"
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("kind", MATRIX)
def test_every_key_has_its_block_on_a_golden_page(kind):
    """In each direction in which it says something; what stands in a slot only in one."""
    for writing in WAYS:
        names = (f"{kind}-{writing}", f"{SEVERAL}-{writing}")
        frames = {
            line.split()[2]
            for name in names
            for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
            if line.startswith("frame ")
        }
        keys = [key for key, row in MATRIX[kind].rows.items() if writing in (row.ways or WAYS[:1])]
        assert {f"{kind}-{'own' if key == 'id' else key}" for key in keys} <= frames


def test_every_golden_page_is_used():
    unused = {path.name for path in FOLDER.iterdir()} - {f"{name}.txt" for name in NAMES}
    assert not unused, f"no test compares {sorted(unused)}: delete them"


ARRANGED = ("P413", "P425", "P502", "P601", "P604", "P605")
"""What a page says of how it is filled: these are lattices of small blocks."""

OF_ADVERTS = ("P741", "P747")
"""What an advert made for tests is told, and one that is scaled."""


HELD = "hold"
"""The kind that no press has: room for a late story is told as an error."""

PRINTED = frozenset(MATRIX) - {HELD}


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(HELD)])
def test_every_key_goes_to_the_press_and_reads_back(name, folder):
    """Nothing is wrong with the page, its PDF passes preflight, and another program reads its copy leg by leg."""
    for result in issues(name, folder, House(), PRINTED):
        told = [d.code for d in result.diagnostics if d.severity != "info"]
        assert set(told) <= {*ARRANGED, *OF_ADVERTS}
        pdf = with_pdf(result).pdf
        assert pdf is not None
        found = [d.code for d in preflight_pdf(pdf, result.kit.press).diagnostics() if d.severity != "info"]
        assert found == [] or name.startswith("advert")
        for index, page in enumerate(result.pages):
            reads_back(page, pdf, index)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith((HELD, SEVERAL))])
def test_held_room_is_refused_by_the_press_and_stands_in_the_draft(name, folder):
    """Every room by itself is told where it is written, no PDF is made; the draft shows its frame and its words."""
    for result in issues(name, folder, House(), {HELD}):
        rooms = {block.id for page in result.issue.pages for block in page.blocks if block.kind == HELD}
        told = [d for d in result.diagnostics if d.code == "P560"]
        assert {dict(d.params)["block"] for d in told} == rooms
        assert all(d.severity == "error" and d.span is not None for d in told)
        assert with_pdf(result).pdf == b""
        _, (draft,) = written_or_drafted(result, OUTPUTS["pdf"], "zh")
        for index, page in enumerate(result.pages):
            assert len(outlines(page)) == sum(frame.kind == HELD for frame in page.frames)
            reads_back(page, draft.data, index)


def reads_back(page: Page, pdf: bytes, index: int) -> None:
    """Another program reads the copy of a page in its PDF leg by leg."""
    read = "".join(seen.text for seen in seen_characters(pdf, index)).translate(_PLAIN)
    legs = legs_of(page)
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
