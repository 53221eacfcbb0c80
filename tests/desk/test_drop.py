"""Files dropped on the desk come in as blocks that wait on the shelf, and stand on the page by a double click."""

from __future__ import annotations

import json
from string import ascii_letters

import pytest

from paiban.desk.receiving import Dropped, dropped_in, orphans, received
from paiban.desk.state import shown_of
from paiban.engine.house import USUAL
from paiban.engine.resident import Engine
from tests.support.desk import REAL, real_issue
from tests.unit.preflight.good_pdf import good

STORY = "新渡口今日通航\n\n    本报讯　新渡口今日通航，往来车辆不再绕行。\n    渡口长二百米。\n"
PICTURE = (REAL / "pictures" / "chip.png").read_bytes()

DROP = """
([names, parts]) => {
  const carried = new DataTransfer();
  names.forEach((name, index) => carried.items.add(new File([new Uint8Array(parts[index])], name)));
  for (const type of ["dragover", "drop"]) {
    document.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}
"""


def drop(seat, **files: bytes) -> None:
    names = [name.replace("_", ".") for name in files]
    seat.page.evaluate(DROP, [names, [list(data) for data in files.values()]])


def test_copy_and_a_picture_wait_on_the_shelf_and_the_page_can_go_to_press(seat):
    before = seat.desk.text
    drop(seat, 渡口_txt=STORY.encode("gb18030"), 街景_png=PICTURE)
    after = seat.written(before)
    assert after.startswith(before.rstrip("\n"))
    assert "headline: 新渡口今日通航" in after[len(before) - 1 :]
    assert after.count("filler: yes") == 2
    assert (seat.desk.issue.parent / "pictures" / "街景.png").read_bytes() == PICTURE
    assert seat.page.locator("#shelf li").count() == 2
    assert seat.page.locator("#findings .error").count() == 0
    seat.page.keyboard.press("Control+z")
    assert seat.written(after) == before


def test_a_picture_goes_with_the_story_whose_name_it_came_by(seat):
    """Names hold white, which no file beside the issue has; what was guessed is told."""
    before = seat.desk.text
    files = {"新渡口 今日通航.txt": STORY.encode(), "新渡口 今日通航 1.png": PICTURE, "别处 风光.png": PICTURE + b"\0"}
    files["别的稿.txt"] = STORY.replace("渡口", "码头").encode()
    seat.page.evaluate(DROP, [list(files), [list(data) for data in files.values()]])
    after = seat.written(before)[len(before) :]
    assert after.count("with: story-") == 1
    assert "picture: pictures/新渡口-今日通航-1.png" in after
    dropped = seat.page.locator("#dropped", has_text="图片 新渡口 今日通航 1.png 配给“新渡口今日通航”")
    dropped.wait_for()
    told = dropped.text_content()
    assert told.count("分量 ") == 2
    assert "版次" not in told


def test_a_text_by_the_name_of_a_picture_is_its_caption(tmp_path, shown):
    files = [Dropped("街景 一.png", PICTURE), Dropped("街景 一.txt", "傍晚的街景。\n".encode())]
    result = received(files, shown, tmp_path, 0)
    assert [block.get("caption") for block in result.blocks] == ["傍晚的街景。"]


def test_two_pictures_of_one_name_both_come_in(tmp_path, shown):
    result = received([Dropped("a.png", PICTURE), Dropped("a.png", PICTURE + b"\0")], shown, tmp_path, 0)
    assert [block["picture"] for block in result.blocks] == ["pictures/a.png", "pictures/a-2.png"]


def test_what_waits_is_put_where_it_fills_a_gap(seat):
    """With one story off the page, the picture that came in takes the gap that it left."""
    before = seat.desk.text
    seat.choose("zheng-covid")
    seat.page.keyboard.press("Delete")
    gap = seat.written(before)
    drop(seat, 街景_png=PICTURE)
    waiting = seat.written(gap)
    seat.page.locator("#shelf li", has_text="街景").locator(".on").click()
    after = seat.written(waiting)
    assert after.count("filler: yes") == 1
    assert "街景" not in seat.page.locator("#shelf").text_content()
    assert seat.page.locator("#findings .error").count() == 0


def test_a_story_that_waits_is_deleted_its_picture_file_too_where_that_is_wanted(seat):
    before = seat.desk.text
    drop(seat, 街景_png=PICTURE)
    waiting = seat.written(before)
    kept = seat.desk.issue.parent / "pictures" / "街景.png"
    for discard in (False, True):
        seat.page.locator("#shelf li", has_text="街景").locator("button").first.click()
        seat.page.keyboard.press("Delete")
        assert seat.written(waiting) == before
        seat.page.locator("#told", has_text="pictures/街景.png 留着").wait_for()
        assert kept.exists()
        if discard:
            seat.page.locator("#told button").click()
            seat.page.locator("#told", has_text="文件删掉了").wait_for()
        else:
            seat.page.keyboard.press("Control+z")
            assert seat.written(before) == waiting
    assert not kept.exists()


@pytest.mark.parametrize("name", ["issue.yaml", "pictures/../issue.yaml", "pictures/chip.png", "pictures", "../x.png"])
def test_no_file_is_an_orphan_that_an_issue_names_or_that_the_desk_did_not_keep(tmp_path, name):
    issue = real_issue(tmp_path)
    assert orphans([issue.parent / name], issue) == []


def test_of_two_gaps_a_story_takes_the_one_that_it_fills(seat):
    """Both stories are taken off the page; the smaller one goes back where it was, not into the first gap."""
    before = seat.desk.text
    for block in ("zheng-covid", "street-shops"):
        seat.choose(block)
        seat.page.keyboard.press("Delete")
        before = seat.written(before)
    seat.page.locator("#shelf li", has_text="沿街商户").locator(".on").click()
    assert "    place: {columns: 1-3, rows: 32-47}\n" in seat.written(before)


def test_a_picture_that_waits_goes_into_its_story(seat):
    before = seat.desk.text
    seat.choose("chip")
    seat.page.keyboard.press("Delete")
    gone = seat.written(before)
    seat.page.locator("#shelf li", has_text="chip.png").locator(".on").click()
    after = seat.written(gone)
    assert "    place: {columns: 7-8, rows: " in after[after.index("id: chip") :]
    assert seat.page.locator("#findings .error").count() == 0
    assert seat.page.locator("#blocks svg.covering").count() == 0


def test_where_there_is_no_gap_it_is_told(seat):
    before = seat.desk.text
    drop(seat, 渡口_txt=STORY.encode())
    waiting = seat.written(before)
    seat.page.locator("#shelf li", has_text="新渡口").locator(".on").click()
    seat.written(waiting)
    seat.page.locator("#told", has_text="没有空当").wait_for()


def test_a_pdf_waits_as_an_advert_and_a_chinese_file_stays_chinese(seat):
    """A new issue: four lines, and what is dropped on it."""
    head = "日期: 2022-03-31\n版次: 2\n版名: 民生\n版式: tabloid\n"
    seat.desk.issue.write_bytes(f"{head}稿件: []\n".encode())
    seat.settled()
    before = seat.desk.text
    drop(seat, 渡口_txt=STORY.encode("gb18030"), 银行_pdf=good().finished())
    after = seat.written(before)
    assert after.startswith(f"{head}稿件:\n  - ")
    assert "    主题: 新渡口今日通航\n    正文: |\n" in after
    assert "{广告: ads/银行.pdf, 补白: 是}" in after
    assert not set(ascii_letters) & set(after.replace("ads", "").replace("pdf", "").replace("tabloid", ""))
    assert (seat.desk.issue.parent / "ads" / "银行.pdf").read_bytes() == good().finished()
    assert seat.page.locator("#shelf li").count() == 2
    assert seat.page.locator("#state").text_content() == "第 2 版还空着"  # nothing of it can go to press
    assert seat.page.locator("#counts").text_content().startswith("本版 0 字 · 待用 ")


def test_what_is_dropped_before_the_page_is_there_comes_in_too(seat):
    before = seat.desk.text
    seat.page.reload(wait_until="domcontentloaded")
    drop(seat, 渡口_txt=STORY.encode())
    assert "新渡口今日通航" in seat.written(before)


def test_files_without_copy_are_told_and_nothing_is_written(seat):
    before = seat.desk.text
    drop(seat, 空_txt=b"")
    seat.page.locator("#told", has_text="没有写入").wait_for()
    assert seat.desk.text == before


def test_a_shelved_block_forbids_no_press(tmp_path):
    issue = real_issue(tmp_path)
    text = issue.read_text("utf-8").replace("    place: {columns: 6-7, rows: 1-22}\n", "    filler: yes\n")
    shown = shown_of(issue, text.encode(), Engine.of(USUAL), None)
    assert not shown.draft
    assert not [found for found in shown.findings() if found["severity"] == "error"]


@pytest.fixture
def shown(tmp_path):
    issue = real_issue(tmp_path)
    return shown_of(issue, issue.read_bytes(), Engine.of(USUAL), None)


@pytest.mark.parametrize("name", ["../../out.png", "/etc/out.png", "..", "a/b/out.png"])
def test_no_name_leads_out_of_the_folder(tmp_path, shown, name):
    folder = tmp_path / "in" / "issue"
    folder.mkdir(parents=True)
    line = json.dumps([{"name": name, "size": len(PICTURE)}]).encode()
    received(dropped_in(line + b"\n" + PICTURE), shown, folder, 0)
    assert {path.parent for path in tmp_path.rglob("out*")} <= {folder / "pictures"}


def test_a_picture_never_replaces_another(tmp_path, shown):
    for data in (PICTURE, PICTURE + b"\0", PICTURE):
        received([Dropped("chip.png", data)], shown, tmp_path, 0)
    names = sorted(path.name for path in (tmp_path / "pictures").glob("chip*"))
    assert names == ["chip-2.png", "chip.png"]
    assert (tmp_path / "pictures" / "chip.png").read_bytes() == PICTURE


@pytest.mark.parametrize(
    "body", [b"", b"\n", b"{}\n", b'[{"name": 1}]\nx', b"\xff\n", b'[{"name": "a", "size": "x"}]\n']
)
def test_what_is_no_drop_is_none(body):
    assert dropped_in(body) == []


def test_whose_picture_it_is_is_asked_with_a_guess_and_why(seat):
    """By the words of its caption or of its file's name; of one nothing is known. None of them is forgotten."""
    before = seat.desk.text
    files = {"渡口.txt": STORY.encode(), "码头.txt": STORY.replace("渡口", "码头").encode()}
    files |= {"P1020.png": PICTURE, "P1020.txt": "东墩社区的隔离点。\n".encode()}
    files |= {"新渡口.png": PICTURE + b"\0", "街景.png": PICTURE + b"\0\0"}
    seat.page.evaluate(DROP, [list(files), [list(data) for data in files.values()]])
    waiting = seat.written(before)
    assert seat.page.locator("#state").text_content().endswith("3 张图还没有归属")
    asked = seat.page.locator("#shelf .owner")
    assert asked.locator(".guess").all_text_contents() == [
        "配给“严格落实“3+4+7”健康管理措施”图说里有“东墩社区”",
        "配给“新渡口今日通航”文件名里有“新渡口”",
    ]
    asked.locator(".guess").first.click()
    after = seat.written(waiting)
    assert "with: zheng-covid}" in after[len(before) :]
    assert seat.page.locator("#state").text_content().endswith("2 张图还没有归属")
    asked.last.locator("select").select_option(label="金锋率队督查区水利工作")
    last = seat.written(after)
    assert "{picture: pictures/街景.png, filler: yes, with: water}" in last
    assert seat.page.locator("#state").text_content().endswith("1 张图还没有归属")


def test_what_was_found_in_files_is_folded_up_with_its_count_where_nothing_is_wrong(seat):
    before = seat.desk.text
    drop(seat, 渡口_txt=STORY.encode())
    seat.written(before)
    folded = seat.page.locator("#dropped summary", has_text="来稿 1 件 · 2 条说明")
    assert not seat.page.locator("#dropped li").first.is_visible()
    assert seat.page.locator("#shelf li").first.is_visible()
    folded.click()
    assert seat.page.locator("#dropped li", has_text="分量 ").is_visible()
