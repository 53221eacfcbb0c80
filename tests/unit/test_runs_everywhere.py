"""Styles of runs and marks in every field that holds copy, in lines of either direction and in every output."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PIL import Image

from paiban.diagnostic import has_errors
from paiban.display import PAPER, Box, Line, Picture
from paiban.engine.printing import finished
from paiban.output.json import page_data
from paiban.output.model import Options
from paiban.output.pdf import write_pdf
from paiban.output.svg import write_svg
from paiban.output.verify import verify_copy
from paiban.template.runs import RUNS
from tests.support.issues import briefs, codes, em_box, lines_of, page_of, picture, set_blocks, set_real, story
from tests.support.pdf_text import seen_characters
from tests.support.styled_page import styled_blocks

RED = (0, 100, 100, 0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("runs")
    Image.new("L", (2400, 1600), 128).save(made / "p.png")
    return made


@pytest.fixture(scope="module")
def page(folder):
    """The page in the real faces."""
    result = set_real(*styled_blocks(), folder=folder)
    assert not has_errors(result.diagnostics), [d.code for d in result.diagnostics]
    return result


def lines(result) -> list[Line]:
    return [item for item in page_of(result).items if isinstance(item, Line)]


FIELDS = ("kicker", "headline", "deck", "byline", "body")


def in_field(field: str, copy: str, folder, writing: str = "horizontal"):
    """A page that has ``copy`` in one field."""
    if field in FIELDS:
        return set_blocks(story(columns="1-3", rows="1-30", writing=writing, **{field: copy})), "lead"
    if field == "brief":
        return set_blocks(briefs(copy, rows="1-30")), "briefs"
    if field == "label":
        return set_blocks(briefs("天地人和。", columns="1-6", rows="1-30", label=copy)), "briefs"
    return set_blocks(picture("p.png", "1-2", "1-30", **{field: copy}), folder=folder), "picture"


@pytest.mark.parametrize("field", [*FIELDS, "brief", "label", "caption", "credit"])
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_marks_are_read_in_every_field(field, writing, folder):
    result, block = in_field(field, "天[地人]{红}和CO_{2}", folder, writing)
    assert not {"P403", "P420", "P710", "P711", "P712"} & set(codes(result))
    found = [line for line in lines(result) if line.block == block and "[" in line.copy.value]
    drawn = "".join(text for line in found for run in line.body for text in run.texts)
    assert drawn.lstrip("◆") == "天地人和CO2"
    reds = "".join(text for line in found for run in line.body if run.colour == RED for text in run.texts)
    assert reds.lstrip("◆") == "地人"  # the ◆ of a brief is in the accent, which is as red
    sizes = {run.size for line in found for run in line.body if run.texts == ("2",)}
    assert len(sizes) == 1
    assert max(sizes) < max(run.size for line in found for run in line.body)


@pytest.mark.parametrize("field", [*FIELDS, "brief", "label", "caption", "credit"])
def test_a_name_that_nobody_knows_is_an_error_in_every_field(field, folder):
    result, block = in_field(field, "天[地人]{黒}和", folder)
    assert [d.span.column > 1 for d in result.diagnostics if d.code == "P420"] == [True]
    drawn = "".join(text for line in lines(result) if line.block == block for run in line.body for text in run.texts)
    assert "天地人和" in drawn
    assert "黒" not in drawn


def test_nothing_is_lost(page):
    assert [d for d in verify_copy(page.pages, [line.copy for line in lines(page)]) if d.code == "P712"] == []
    drawn = Counter("".join(text for line in lines(page) for run in line.runs for text in run.texts))
    assert all(drawn[han] for han in "本报讯记者H2O江河反白的一段要长到转行简渡轮摄")
    assert not {"{", "}", "[", "]", "*", "_"} & set(drawn)


def test_the_text_of_the_pdf_is_what_is_drawn(page):
    pdf, _ = write_pdf(page.pages, *finished(page)[1:4])
    seen = Counter("".join(found.text for found in seen_characters(pdf)).replace(" ", ""))
    drawn = Counter("".join(text for line in lines(page) for run in line.runs for text in run.texts))
    assert {han: seen[han] for han in "本报讯记者天地人和" if seen[han] != drawn[han]} == {}
    assert not {"{", "[", "*"} & set(seen)


def test_data_tells_each_line_as_it_is_read(page):
    items = [item for block in page_data(page_of(page))["blocks"] for item in block["items"] if item["item"] == "line"]
    text = "".join(item["text"] for item in items)
    assert "本报讯（记者）" in text
    assert not {"[", "{"} & set(text)
    sizes = {run["size"] for item in items for run in item["runs"]}
    assert len(sizes) > 10


def test_the_svg_has_its_words_without_marks(page):
    (file,) = write_svg(finished(page), Options()).files
    told = ElementTree.fromstring(file.data).iter("{http://www.w3.org/2000/svg}desc")
    words = "".join(desc.text or "" for desc in told)
    assert "本报讯（记者）" in words
    assert not {"[", "{"} & set(words)


def test_reversed_type_is_painted_after_its_ground_and_can_be_seen(page):
    items = page_of(page).items
    for index, item in enumerate(items):
        if isinstance(item, Line) and any(run.colour == PAPER for run in item.body) and item.role != "brief-label":
            before = [other for other in items[:index] if isinstance(other, Box) and other.block == item.block]
            assert before[-1].fill is not None
    assert "P717" not in [d.code for d in page.diagnostics]


@pytest.mark.parametrize("field", [*FIELDS, "brief", "caption", "credit"])
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_line_may_begin_on_a_ground_and_go_on_beyond_it(field, writing, folder):
    result, _ = in_field(field, "[天地]{反白}人和上[下中]{底色}", folder, writing)
    assert [d.code for d in result.diagnostics if d.severity == "error"] == []


def test_type_in_a_colour_that_its_ground_swallows_is_told(folder):
    result = set_blocks(story(body="天地[人和]{反白 黑色}上下。", columns="1-2", rows="1-10"), style="daily")
    assert "P420" in codes(result)
    result = set_blocks(story(body="天地[人和]{paper}上下。", columns="1-2", rows="1-10"))
    assert "P717" in [d.code for d in result.diagnostics]


def test_a_headline_breaks_by_the_sense_of_its_words_whatever_its_marks():
    marked = set_real(story(headline="[奋进]{红}千亿园区建设**未来之城**新征程", columns="1-2", rows="1-20"))
    bare = set_real(story(headline="奋进千亿园区建设未来之城新征程", columns="1-2", rows="1-20"))
    with_marks, without = ([drawn(line) for line in lines_of(r, "lead", "headline")] for r in (marked, bare))
    assert with_marks == without


def drawn(line: Line) -> str:
    return "".join(text for run in line.body for text in run.texts)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_ruby_in_a_head_has_its_white(writing):
    """Between two lines of a headline, below its kicker, and above a head that begins with it."""
    head = {"kicker": "{天|tian}地人和", "headline": "天地人和|{上|shang}下中大", "deck": "^^多少^^年{月|yue}"}
    result = set_blocks(story(columns="1-3", rows="1-30", writing=writing, **head))
    assert not {"P415", "P421", "P713", "P714"} & {d.code for d in result.diagnostics}
    boxes = [em_box(line) for line in lines_of(result, "lead", "kicker", "headline", "deck")]
    frame = page_of(result).frames[0].rect
    whites = [frame.y0, *(box.y1 for box in boxes)] if writing == "horizontal" else [frame.x1, *(b.x0 for b in boxes)]
    for line, edge in zip(lines_of(result, "lead", "kicker", "headline", "deck"), whites, strict=False):
        for run in line.runs[len(line.body) :]:
            # Letters of the tiny face are 7⁄10 em high; on their side they lie between baseline and that.
            reach = run.size * 7 // 10
            assert edge <= min(run.ys) - reach if writing == "horizontal" else max(run.xs) + reach <= edge


def test_ruby_over_a_caption_is_clear_of_its_picture(folder):
    result, _ = in_field("caption", "{天|tian}地人和", folder)
    (shown,) = [item for item in page_of(result).items if isinstance(item, Picture)]
    (line,) = lines_of(result, "picture", "caption")
    ruby = line.runs[-1]
    assert ruby.ys[0] - ruby.size * 7 // 10 >= shown.rect.y1


def test_ruby_in_a_headline_is_no_break():
    result = set_blocks(story(headline="天{地|de}人|和上", columns="1-3", rows="1-20"))
    assert [drawn(line) for line in lines_of(result, "lead", "headline")] == ["天地人", "和上"]


def test_the_sheets_rules_set_datelines_and_lead_ins(tmp_path):
    (tmp_path / "styles").mkdir()
    sheet = "name: mine\nroles:\n  body: {lead_in: 黑}\n  caption: {lead_in: 黑}\n  byline: {bullet: 红}\n"
    (tmp_path / "styles" / "mine.yaml").write_text(sheet, "utf-8")
    from paiban.engine import set_issue  # noqa: PLC0415
    from paiban.engine.house import House  # noqa: PLC0415
    from tests.support.issues import issue_text  # noqa: PLC0415

    text = issue_text(story(body="本报讯　天地人和。\n天地人和。", byline="■本报记者"), style="mine")
    result = set_issue(tmp_path / "issue.yaml", text, House(layout=tmp_path))
    hei = [drawn_in(line, "noto-sans-sc-400") for line in lines_of(result, "lead", "body")]
    assert [words for words in hei if words] == ["本报讯"]
    (byline,) = lines_of(result, "lead", "byline")
    assert [run.texts for run in byline.body if run.colour == RED] == [("■",)]


def test_the_sheets_rule_sets_names_in_copy_captions_and_bylines(tmp_path):
    (tmp_path / "styles").mkdir()
    roles = ("body: {person: 楷}", "caption: {face: song, 人名: 楷}", "byline: {face: hei, person: 楷}")
    sheet = "name: mine\nroles:\n  " + "\n  ".join(roles) + "\n"
    (tmp_path / "styles" / "mine.yaml").write_text(sheet, "utf-8")
    Image.new("L", (2400, 1600), 128).save(tmp_path / "p.png")
    from paiban.engine import set_issue  # noqa: PLC0415
    from paiban.engine.house import House  # noqa: PLC0415
    from tests.support.issues import issue_text  # noqa: PLC0415

    blocks = (
        story(body="本报讯（记者　甲乙）天地人和。", byline="本报记者　丙丁上", columns="1-3", rows="1-20"),
        picture("p.png", "4-5", "1-20", caption="天地人和。甲乙人　摄"),
    )
    text = issue_text(*blocks, style="mine", names=["甲乙人"])
    result = set_issue(tmp_path / "issue.yaml", text, House(layout=tmp_path))
    named = {
        role: "".join(drawn_in(line, "kaitim-gb") for line in lines_of(result, block, role))
        for block, role in (("lead", "body"), ("lead", "byline"), ("picture", "caption"))
    }
    assert named == {"body": "甲乙", "byline": "丙丁上", "caption": "甲乙人"}


def drawn_in(line: Line, face: str) -> str:
    return "".join(text for run in line.body if run.face == face for text in run.texts).strip("\u3000")


def test_the_page_has_every_style_of_the_table():
    text = str(styled_blocks())
    assert all(f"{{{row.zh}}}" in text for row in RUNS)


CHUNKS = [RUNS[first : first + 5] for first in range(0, len(RUNS), 5)]


@pytest.mark.parametrize("styles", CHUNKS, ids=lambda styles: styles[0].key)
@pytest.mark.parametrize("field", [*FIELDS, "brief", "label", "caption", "credit"])
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_every_style_is_set_in_every_field(styles, field, writing, folder):
    copy = "".join(f"天[地A1]{{{row.zh}}}" for row in styles)
    result, block = in_field(field, copy, folder, writing)
    assert [
        d.code for d in result.diagnostics if d.code in ("P310", "P403", "P420", "P710", "P711", "P712", "P714")
    ] == []
    found = [line for line in lines(result) if line.block == block and "[" in line.copy.value]
    assert "".join(drawn(line) for line in found).lstrip("◆") == "天地A1" * len(styles)
    assert "".join(line.words for line in found) == "天地A1" * len(styles)


@pytest.mark.parametrize("caption_at", ["below", "over", "beside"])
@pytest.mark.parametrize("at", range(4, 64, 9))
def test_ruby_stands_on_any_line_of_a_caption(caption_at, at, folder):
    copy = f"{'天' * at}{{昶|chǎng}}{'地' * (70 - at)}"
    result = set_blocks(picture("p.png", "1-2", "1-30", caption=copy, caption_at=caption_at), folder=folder)
    assert not {"P415", "P710", "P711", "P712"} & set(codes(result))
    found = [line for line in lines(result) if line.role == "caption"]
    assert len(found) > 2
    beside = ["".join(text for run in line.runs[len(line.body) :] for text in run.texts) for line in found]
    assert beside.count("chǎng") == 1


def test_a_caption_without_marks_beside_it_keeps_its_leading(folder):
    def steps(copy: str) -> set[int]:
        result = set_blocks(picture("p.png", "1-2", "1-30", caption=copy), folder=folder)
        tops = [line.body[0].ys[0] for line in lines(result) if line.role == "caption"]
        return {second - first for first, second in pairwise(tops)}

    plain, first, later = ("天" * 70, f"{{昶|chǎng}}{'天' * 69}", f"{'天' * 69}{{昶|chǎng}}")
    assert len(steps(plain)) == 1
    assert steps(first) == steps(plain)
    assert min(steps(later)) > max(steps(plain))
