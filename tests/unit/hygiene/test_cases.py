"""Copy as it arrives at a county paper, each case with what is right, set in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest

from paiban.diagnostic import Diagnostic, Severity
from paiban.engine import Result, set_issue
from paiban.engine.house import House
from tests.support.issues import FILE, briefs, copy_of, issue_text, lines_of, set_real, story

DIRECTIONS = pytest.mark.parametrize("writing", ["horizontal", "vertical"])


@pytest.fixture
def mending(tmp_path: Path) -> House:
    (tmp_path / "own" / "styles").mkdir(parents=True)
    (tmp_path / "own" / "styles" / "daily.yaml").write_text("name: daily\ncopy: mend\n", "utf-8")
    return House(layout=tmp_path / "own")


def told(result: Result, code: str) -> list[Diagnostic]:
    assert [each for each in result.diagnostics if each.severity is Severity.ERROR] == []
    return [each for each in result.diagnostics if each.code == code]


def kinds(result: Result, code: str = "P430") -> list[str]:
    return [dict(each.params)["kind"].en for each in told(result, code)]


def drawn(result: Result) -> list[str]:
    """Each paragraph of the story as its lines draw it."""
    paragraphs: dict[int, str] = {}
    for line in lines_of(result):
        paragraphs[id(line.copy)] = paragraphs.get(id(line.copy), "") + copy_of(line)
    return list(paragraphs.values())


STRAIGHT = ['局长说:"要让居民', '都用上放心水!"联系电话:0514-88881234,网址:www.example.com.']


@DIRECTIONS
def test_straight_quotes_are_a_warning_and_the_right_pair_on_request(mending, writing):
    """A quotation over two paragraphs, a telephone number, an address of the web that is left alone."""
    block = story(body="\n".join(STRAIGHT), writing=writing, rows="1-30")
    assert kinds(set_real(block)) == ["half-width marks", "straight quotes"]
    assert drawn(set_real(block)) == STRAIGHT
    result = set_issue(FILE, issue_text(block), mending)
    assert kinds(result, "P431") == ["half-width marks", "straight quotes"]
    assert drawn(result) == ["局长说：“要让居民", "都用上放心水！”联系电话：0514-88881234，网址：www.example.com."]


def test_straight_quotes_of_a_headline_are_told_with_the_rest(mending):
    block = story(headline='来稿照登"原样"')
    (found,) = told(set_real(block), "P430")
    assert dict(found.params)["times"] == 2
    result = set_issue(FILE, issue_text(block), mending)
    assert [copy_of(line) for line in lines_of(result, "lead", "headline")] == ["来稿照登“原样”"]


@DIRECTIONS
def test_a_tab_becomes_a_space_and_is_told(writing):
    block = story(body="名次\t队名\t积分\n1\t青河农商\t30", writing=writing, rows="1-30")
    (found,) = told(set_real(block), "P226")
    assert dict(found.params)["times"] == 4
    assert drawn(set_real(block)) == ["名次 队名 积分", "1 青河农商 30"]


@DIRECTIONS
def test_radicals_typed_for_han_are_told_and_put_right_on_request(mending, writing):
    block = story(body="⼀⼈⽅⾯，⻓江⻔⼾", writing=writing, rows="1-30")
    assert kinds(set_real(block)) == ["radicals for Han"]
    assert drawn(set_issue(FILE, issue_text(block), mending)) == ["一人方面，长江门户"]


@DIRECTIONS
@pytest.mark.parametrize("copy", [
    "“Don’t worry,” she said, “it’s 5′11″ high (A/B).”", "8.02　-0.50", "上证　3201.5　−0.50",
    "比分25∶21，气温-5℃", "9·18，3·15，70 512",
    "CO₂，PM₂.₅，10⁻³", "互联网+，C#，A&B", "（1）修桥", "北京—上海，10%～20%",
])  # fmt: skip
def test_what_is_right_is_neither_told_nor_changed(mending, copy, writing):
    block = story(body=copy, writing=writing, rows="1-30")
    for result in (set_real(block), set_issue(FILE, issue_text(block), mending)):
        assert kinds(result, "P430") == kinds(result, "P431") == []
        assert drawn(result) == [copy]


def test_small_adverts_with_telephone_and_identity_numbers_keep_them(mending):
    items = ["某人遗失身份证，号码00000019××0000××××，声明作废。",
             "招租门面，电话10000000000/0000-00001234，价格面议。",
             "联系电话:0000-00001234,网址:www.example.com."]  # fmt: skip
    block = briefs(*items, rows="1-40", id_="lead")
    result = set_issue(FILE, issue_text(block), mending)
    assert drawn(result) == [*items[:2], "联系电话：0000-00001234，网址：www.example.com."]


@DIRECTIONS
def test_what_was_put_right_still_points_at_what_was_typed(mending, writing):
    """A mended run maps to its range of the file."""
    block = story(body="天地...人,和", writing=writing, rows="1-30")
    text = issue_text(block).split("\n")
    row = next(index for index, line in enumerate(text) if "天地..." in line)
    (copy,) = {line.copy for line in lines_of(set_issue(FILE, issue_text(block), mending))}
    begin = text[row].index("天地") + 1
    for words, typed in (("……", "..."), ("，", ","), ("人", "人"), ("和", "和")):
        start = copy.value.index(words)
        span = copy.at(start, start + len(words))
        assert (span.column, span.end_column - span.column) == (begin + "天地...人,和".index(typed), len(typed))
