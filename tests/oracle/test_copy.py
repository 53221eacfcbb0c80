"""All copy of an issue is on its pages, once and unaltered: the file read as plain YAML, the PDF by poppler."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paiban.engine import set_issue, typeset, with_pdf
from tests.oracle.copy import Copy, copy_of, read_against
from tests.support.issues import FILE, briefs, han, issue_text, picture, story, tiny_fonts
from tests.support.programs import run_program

ISSUES = Path(__file__).parents[2] / "issues"
SAMPLES = ("kaifaqu-shizheng", "kaifaqu-shizheng-tabloid", "specimen", "pictures")

OWN = re.compile(r"◆|：|\d{4}年\d{1,2}月\d{1,2}日星期.|[0-9]{2,3}|[-‐]")
"""What the engine adds of its own: the mark of a brief, the colon of 版务, the date, the page's number, hyphens."""


def page_text(pdf: bytes, folder: Path) -> str:
    """What a reader copies out of the only page, in the order of its content."""
    source = folder / "page.pdf"
    source.write_bytes(pdf)
    return run_program("pdftotext", "-raw", "-enc", "UTF-8", source, "-")


def unexplained(beyond: str, paper: str = "") -> str:
    return OWN.sub("", beyond.replace(paper, "", 1) if paper else beyond)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_back_whole_and_nothing_beyond_it(name, tmp_path):
    path = ISSUES / name / "issue.yaml"
    pdf = with_pdf(set_issue(path)).pdf
    reading = read_against(page_text(pdf, tmp_path), copy_of(path.read_text("utf-8")))
    assert reading.missing == ()
    assert unexplained(reading.beyond) == ""


BODY = f"{han(40)}，“{han(9)}”共12人，12.5%的MPV车——{han(30, 5)}……\n## {han(4, 9)}\n**{han(5)}**{han(30, 3)}。"


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_a_page_of_everything_is_read_back(writing, tmp_path):
    text = issue_text(
        story(columns="1-3", rows="1-22", weight=1, writing=writing, kicker=han(6, 2), deck=han(8, 4), body=BODY),
        briefs(han(30, 8) + "。", han(24, 5) + "。", columns="4", rows="1-20", label="简讯"),
        paper="江河日报", credits={"责任编辑": "夜班"},
    )  # fmt: skip
    (tmp_path / FILE).write_text(text, "utf-8")
    result = typeset(tmp_path / FILE, fonts=tiny_fonts())
    assert result.ok, [found.message("en") for found in result.diagnostics]
    reading = read_against(page_text(result.pdf, tmp_path), copy_of(text))
    assert (reading.missing, unexplained(reading.beyond, "江河日报")) == ((), "")


def test_the_oracle_sees_what_is_lost_altered_or_doubled():
    pieces = [Copy("今日天气晴", ()), Copy("明日有雨", ())]
    assert read_against("今日 天气晴\n明日有雨", pieces) == ((), "")
    assert read_against("今日天气晴明日有", pieces) == (("明日有雨",), "明日有")
    assert read_against("今日天气睛明日有雨", pieces).missing == ("今日天气晴",)
    assert read_against("今日天气晴明日有雨明日有雨", pieces).beyond == "明日有雨"


def test_the_oracle_reads_what_the_file_says():
    text = issue_text(
        story(headline="上句|下句", kicker="引", body="{邮|yóu}驿**粗**。\n## 小标题\n后文"),
        briefs("简讯一。", label="短讯"),
        picture("p.png", "1", "60-70", caption="图说", credit="摄"),
        credits={"编辑": "夜班"},
    )
    assert sorted(copy_of(text)) == sorted([
        Copy("要闻", ()), Copy("编辑", ()), Copy("夜班", ()), Copy("上句下句", ()), Copy("引", ()),
        Copy("邮驿粗。", ("yóu",)), Copy("小标题", ()), Copy("后文", ()), Copy("短讯", ()), Copy("简讯一。", ()),
        Copy("图说", ()), Copy("摄", ()),
    ])  # fmt: skip
