"""Spreads (跨版): two pages on one sheet, with a fold that no type crosses, in one piece or as their two pages."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter

import pikepdf
import pytest
from PIL import Image, ImageChops

from paiban.display import Artwork, Line, Page, Picture
from paiban.engine import Result, set_issue
from paiban.engine.printing import written
from paiban.grid import FOLD_CLEAR, GridRect
from paiban.output.model import Options
from paiban.output.table import OUTPUTS
from paiban.preflight import preflight_pdf
from paiban.template import PageForm
from paiban.units import PER_MM, mm, to_mm
from tests.adverts.agency import done
from tests.support.issues import codes, han, layout, place, set_blocks, story
from tests.support.pictures import saved

FOLD = mm(270)
"""In the middle of a sheet of two tabloid pages."""


def spread(folder, *blocks, **keys) -> Result:
    return set_blocks(*blocks, folder=folder, page="2-3", template="tabloid", **keys)


def type_of(page: Page) -> list[Line]:
    return [item for item in page.items if isinstance(item, Line)]


def over_the_fold(page: Page) -> list[str]:
    """The characters whose em boxes come nearer to the fold than type may."""
    return [
        text
        for line in type_of(page)
        for run in line.runs
        for x, text in zip(run.xs, run.texts, strict=True)
        if text.strip() and x < FOLD + FOLD_CLEAR and x + run.size // (2 if text.isascii() else 1) > FOLD - FOLD_CLEAR
    ]


def columns_of(result: Result) -> list[tuple[int, int]]:
    return [*result.pages[0].columns]


def test_a_spread_is_one_sheet_of_two_pages_with_their_margins(tmp_path):
    result = spread(tmp_path, story(columns="1-12", rows="1-30", body=han(9 * 11 * 20) + "。"))
    [page] = result.pages
    assert (to_mm(page.width), to_mm(page.height), page.numbers, page.fold) == (540, 390, "2-3", FOLD)
    left, right = columns_of(result)[:6], columns_of(result)[6:]
    assert [(x0 + FOLD, x1 + FOLD) for x0, x1 in left] == right
    numbers = [line.copy.value for line in type_of(page) if line.role == "folio-number"]
    assert numbers == ["02", "03"]


def test_both_pages_have_a_running_head_and_the_editor_s_words_stand_once_as_his(tmp_path):
    result = spread(tmp_path, story(columns="1-6"), credits={"责任编辑": "编辑部"})
    sections = [line for line in type_of(result.pages[0]) if line.role == "folio-section"]
    assert [bool(line.copy.file) for line in sections] == [True, False]
    assert sections[0].x < FOLD < sections[1].x
    credits = [line for line in type_of(result.pages[0]) if line.role == "folio-credit"]
    assert credits
    assert all(line.x < FOLD for line in credits)


@pytest.mark.parametrize("size", [None, "60pt"])
@pytest.mark.parametrize("columns", ["1-12", "4-9", "5-12", "6-7"])
def test_no_type_crosses_the_fold(tmp_path, columns, size):
    first, last = map(int, columns.split("-"))
    body = han((last - first + 1) * 11 * 12) + "。"
    keys = {"headline_size": size} if size and last - first > 6 else {}
    headline = "满城花开春意浓" if last - first > 2 else "花开"
    lead = story(columns=columns, rows="1-24", weight=5, headline=headline, body=body, kicker="河边", **keys)
    result = spread(tmp_path, lead)
    assert over_the_fold(result.pages[0]) == []
    assert "P504" not in codes(result)


def test_legs_stand_in_the_columns_of_either_page(tmp_path):
    result = spread(tmp_path, story(columns="4-9", rows="1-20", body=han(6 * 11 * 17) + "。"))
    edges = columns_of(result)
    legs = {(line.leg, line.x, line.x + line.measure) for line in type_of(result.pages[0]) if line.role == "body"}
    assert {(leg, x0, x1) for leg, x0, x1 in legs if x0 in {x for x, _ in edges}} == {
        (leg, *edges[3 + leg]) for leg in range(6)
    }


@pytest.mark.parametrize(("columns", "legs", "told"), [("5-8", 2, []), ("4-9", 4, []), ("4-8", 2, ["P531"])])
def test_broken_columns_stand_on_either_side_or_are_given_up_and_that_is_told(tmp_path, columns, legs, told):
    first, last = map(int, columns.split("-"))
    body = han((last - first + 1) * 11 * 16) + "。"
    result = spread(tmp_path, story(columns=columns, rows="1-20", legs=legs, body=body))
    assert [code for code in codes(result) if code == "P531"] == told
    assert over_the_fold(result.pages[0]) == []


def test_a_vertical_headline_has_the_column_before_the_fold(tmp_path):
    result = spread(tmp_path, story(columns="6-9", rows="1-20", headline_form="vertical", body=han(3 * 11 * 18) + "。"))
    assert over_the_fold(result.pages[0]) == []
    assert min(line.x for line in type_of(result.pages[0]) if line.role == "body") > FOLD


def test_vertical_copy_over_the_fold_is_refused(tmp_path):
    result = spread(tmp_path, story(columns="4-9", rows="1-20", writing="vertical"))
    assert "P530" in codes(result)


def test_a_picture_crosses_the_fold_and_its_caption_does_not(tmp_path):
    saved(Image.new("L", (2400, 1200), 90), tmp_path / "p.png")
    block = {
        "id": "p",
        "picture": "p.png",
        "caption": han(60) + "。",
        "credit": "本报记者　摄",
        "place": place("4-9", "5-30"),
    }
    result = spread(tmp_path, block, story(columns="1-3", rows="1-20"))
    [picture] = [item for item in result.pages[0].items if isinstance(item, Picture)]
    assert picture.rect.x0 < FOLD < picture.rect.x1
    assert over_the_fold(result.pages[0]) == []


def test_the_white_at_the_fold_is_no_open_gutter_and_has_no_rule(tmp_path):
    body = han(6 * 11 * 66) + "。"
    blocks = [story(id_, columns=columns, rows="1-71", body=body) for id_, columns in (("a", "1-6"), ("b", "7-12"))]
    result = spread(tmp_path, *blocks)
    assert "P602" not in codes(result)
    assert not [item for item in result.pages[0].items if getattr(item, "x0", 0) == getattr(item, "x1", 1) == FOLD]


@pytest.mark.parametrize(
    ("columns", "size", "left", "heads"),
    [("1-12", (495, 345), 22.5, []), ("1-6", (225, 345), 22.5, ["03"]), ("7-12", (225, 345), 292.5, ["02"])],
    ids=["the whole spread", "the left page", "the right page"],
)
def test_an_advert_of_a_spread_or_of_one_of_its_pages_takes_the_heads_room(tmp_path, columns, size, left, heads):
    (tmp_path / "ad.pdf").write_bytes(done(width=size[0], height=size[1])(False))
    booked = "跨版" if size[0] > 300 else "整版"
    result = spread(tmp_path, {"advert": "ad.pdf", "size": booked, "place": place(columns, "1-71")})
    [item] = [item for item in result.pages[0].items if isinstance(item, Artwork)]
    assert tuple(map(to_mm, item.rect)) == pytest.approx((left, 22.5, left + size[0], 367.5), abs=0.01)
    assert result.ok, codes(result)
    assert [line.copy.value for line in type_of(result.pages[0]) if line.role == "folio-number"] == heads


def test_a_size_over_the_fold_is_measured_with_the_white_there(tmp_path):
    (tmp_path / "ad.pdf").write_bytes(done(width=495, height=60)(False))
    result = spread(tmp_path, {"advert": "ad.pdf", "size": "跨版通栏", "place": place("1-12", "57-71")})
    assert not {"P745", "P746"} & {*codes(result)}


@pytest.mark.parametrize(
    ("number", "code"),
    [("3-4", "P156"), ("2-4", "P156"), ("3-2", "P156"), ("0-1", "P156"), ("二", "P140"), ("0", "P139")],
)
def test_pages_that_do_not_face_each_other_are_told(tmp_path, number, code):
    result = set_blocks(story(), folder=tmp_path, page=number, template="tabloid")
    assert code in codes(result)


def test_a_page_that_a_spread_has_already_stands_twice(tmp_path):
    page = "{{page: {}, section: 要闻, template: tabloid, stories: [{{headline: 春, body: 天。, slot: lead}}]}}"
    text = f"date: 2022-03-31\npages:\n  - {page.format('2-3')}\n  - {page.format('3')}\n"
    (tmp_path / "issue.yaml").write_text(text, "utf-8")
    assert "P216" in codes(set_issue(tmp_path / "issue.yaml"))


def test_read_from_right_to_left_the_first_page_is_the_right_one(tmp_path):
    result = spread(tmp_path, story(columns="7-12", rows="1-20"), writing="vertical")
    numbers = {line.copy.value: line.x for line in type_of(result.pages[0]) if line.role == "folio-number"}
    assert numbers["03"] < FOLD < numbers["02"]
    half = halves_of(result)
    assert [label(half, index) for index in (0, 1)] == [2, 3]
    assert half.pages[0].TrimBox[0] > half.pages[1].TrimBox[0]


def halves_of(result: Result) -> pikepdf.Pdf:
    found, [file] = written(result, OUTPUTS["pdf"], Options(halved=True))
    assert found.ok, codes(found)
    return pikepdf.open(io.BytesIO(file.data))


def label(pdf: pikepdf.Pdf, index: int) -> int:
    return int(pdf.Root.PageLabels.Nums[2 * index + 1].St)


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Result:
    """A spread with all that may cross its fold."""
    folder = tmp_path_factory.mktemp("spread")
    saved(Image.new("RGB", (2400, 1200), (200, 120, 40)), folder / "p.png")
    (folder / "ad.pdf").write_bytes(done(width=495, height=100)(False))
    result = spread(
        folder,
        story(columns="1-12", rows="1-20", weight=5, headline="满城花开春意浓", body=han(12 * 11 * 14) + "。"),
        {"id": "p", "picture": "p.png", "caption": "河边。", "place": place("3-10", "21-47")},
        {"advert": "ad.pdf", "place": place("1-12", "48-71")},
    )
    assert result.ok, [d.message("en") for d in result.diagnostics]
    return result


def test_the_two_pages_of_a_spread_show_the_same_content_and_match_to_a_hair(full):
    pdf = halves_of(full)
    left, right = pdf.pages
    assert left.Contents[1].objgen == right.Contents[1].objgen, "one and the same"
    assert left.TrimBox[2] == right.TrimBox[0], "one begins where the other ends"
    assert [float(page.TrimBox[2] - page.TrimBox[0]) for page in (left, right)] == pytest.approx(
        [270 / 25.4 * 72] * 2, abs=0.01
    )
    assert float(left.BleedBox[2] - left.TrimBox[2]) == pytest.approx(3 / 25.4 * 72, abs=0.01)


@pytest.mark.parametrize("halved", [False, True])
def test_a_spread_passes_preflight_in_either_form(full, halved):
    _, [file] = written(full, OUTPUTS["pdf"], Options(halved=halved))
    report = preflight_pdf(file.data, full.kit.press)
    assert report.passed, report.text("en")
    assert not {"X151", "X152"} & {finding.code for finding in report.findings}


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_each_half_has_its_own_type_to_be_selected(full, tmp_path):
    _, [file] = written(full, OUTPUTS["pdf"], Options(halved=True))
    (tmp_path / "h.pdf").write_bytes(file.data)
    halves = []
    for number in ("1", "2"):
        words = ["pdftotext", "-f", number, "-l", number, str(tmp_path / "h.pdf"), "-"]
        done_ = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60)
        halves.append("".join(done_.stdout.split()))
    drawn = [["一"], []]  # the advert's own type is in the left page
    for line in type_of(full.pages[0]):
        for run in line.runs:
            for x, text in zip(run.xs, run.texts, strict=True):
                drawn[x > FOLD].append(text)
    for half, texts in zip(halves, drawn, strict=True):
        assert Counter(half) == Counter("".join("".join(texts).split()))


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")
def test_the_halves_side_by_side_are_the_spread(full, tmp_path):
    """at 254 dpi, ten pixels a millimetre: each half shows 3 mm of the other"""
    pictures = {}
    for halved in (False, True):
        _, [file] = written(full, OUTPUTS["pdf"], Options(halved=halved))
        (tmp_path / "s.pdf").write_bytes(file.data)
        words = ["pdftoppm", "-r", "254", "-gray", str(tmp_path / "s.pdf"), str(tmp_path / f"s{halved}")]
        subprocess.run(words, check=True, timeout=120)
        pictures[halved] = [Image.open(path) for path in sorted(tmp_path.glob(f"s{halved}-*.pgm"))]
    [whole], (left, right) = pictures[False], pictures[True]
    assert abs(whole.width - (left.width + right.width - 60)) <= 2
    for half, at in ((left, 0), (right, 2700)):
        beside = whole.crop((at, 0, at + half.width, whole.height)).reduce(8)
        same = half.crop((0, 0, half.width, whole.height)).reduce(8)
        assert ImageChops.difference(beside, same).getextrema()[1] < 60


def test_a_place_is_as_wide_as_it_is(tmp_path):
    template, _ = layout().template("tabloid", None, PageForm(spread=True))
    grid = template.grid(template.bodies[0])
    whole = GridRect(0, 0, 12, 10)
    assert grid.width(whole) == 12 * grid.column + 10 * grid.gutter + grid.fold_white
    assert grid.width(whole._replace(columns=6)) == grid.span(6)
    assert grid.legs_before_fold(whole._replace(column=4, columns=6), 3) == 1
    assert grid.legs_before_fold(whole._replace(column=4, columns=6), 4) is None
    assert grid.fold_white > 40 * PER_MM


def test_two_pages_of_one_number_keep_their_own_blocks_and_nothing_else_is_told_of_them(tmp_path):
    story_of = "{{headline: {0}, body: {0}文。, place: {{columns: 1-2, rows: 1-9}}}}"
    pages = [f"  - {{page: 2, section: 要闻, stories: [{story_of.format(name)}]}}\n" for name in ("甲版", "乙版")]
    path = tmp_path / "issue.yaml"
    path.write_text("date: 2026-01-05\npages:\n" + "".join(pages), "utf-8")
    result = set_issue(path, draft=True)
    assert [d.code for d in result.diagnostics if d.severity == "error"] == ["P216"]
    heads = [[block.block.content.headline.value for block in makeup.blocks] for makeup in result.makeups]
    assert heads == [["甲版"], ["乙版"]]
