"""A folder of a day's copy and pictures."""

from __future__ import annotations

from paiban.engine.reading import read_issue
from paiban.intake import Order, gathered, imported
from tests.unit.intake.conftest import write_png
from tests.unit.intake.word import document, paragraph

COPY = "三月的园区里，春风吹绿了水边的草木，大家都到空地上来种树。"


def test_a_day_s_folder_becomes_an_issue(tmp_path):
    day = tmp_path / "2022-03-31"
    day.mkdir()
    (day / "2-河水清.txt").write_text(f"河水清\n\n　　{COPY}\n", "utf-8")
    (day / "10-路灯亮.txt").write_text(f"路灯亮\n\n　　{COPY * 2}\n", "utf-8")
    (day / "1-头条.docx").write_bytes(document(paragraph("春来早", style="1"), paragraph(COPY)))
    (day / "旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (day / "~$头条.docx").write_bytes(b"lock")
    (day / "音频.mp3").write_bytes(b"ID3")
    for name in ("1-头条-1.png", "2-河水清（图1）.png", "图片/园区春色正浓.png", "广告/新楼.png"):
        write_png(day / name)
    (day / "单图.txt").write_text("孩子们在放风筝。", "utf-8")
    write_png(day / "单图.png")
    result = imported(gathered([day]), Order(), day)
    stories = [(article.headline, article.weight, len(article.shots)) for article in result.articles if article.lines]
    assert stories == [("春来早", 5, 1), ("河水清", 2, 1), ("路灯亮", 1, 0)]
    assert [found.code for found in result.found if found.severity != "info"] == ["P817", "P801"]
    assert result.text.startswith("日期: 2022-03-31\n")
    guessed = [dict(found.params) for found in result.found if found.code == "P841"]
    assert [(told["name"], told["other"]) for told in guessed] == [
        ("1-头条-1.png", "春来早"),
        ("2-河水清（图1）.png", "河水清"),
    ]
    for line in (
        "图片: 图片/园区春色正浓.png",
        "图说: 园区春色正浓",
        "广告: 广告/新楼.png",
        "图说: 孩子们在放风筝。",
        "配: story-1",
    ):
        assert line in result.text
    issue, found, _ = read_issue(day / "issue.yaml", result.text)
    assert issue is not None
    assert [told for told in found if told.severity == "error"] == []


def test_an_empty_folder_is_told(tmp_path):
    assert [found.code for found in gathered([tmp_path]).found] == ["P807"]


def test_files_that_cannot_be_read_are_told(tmp_path):
    assert [found.code for found in gathered([tmp_path / "none.txt"]).found] == ["P110"]
