"""Copy for properties: the real page's sentences mixed anew, and characters of every class thrown together."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from paiban.issue import Briefs, Story, read_issue

SAMPLE = Path(__file__).parents[2] / "issues/kaifaqu-shizheng/issue.yaml"

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
PAUSES = "，、；："
STOPS = "。！？"
PAIRS = ("“”", "（）", "《》", "‘’", "「」", "【】")
WORDS = ("BIZN HK LIMITED", "IPM", "App", "2180人", "3+4+7", "1.4亿美元", "3.5小时", "45000平方米", "99%", "2022年3月31日", "——", "……")


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of the real page."""
    issue, found, _ = read_issue(SAMPLE)
    assert issue is not None, found
    copies = [
        paragraph.text.value
        for page in issue.pages
        for block in page.blocks
        if isinstance(block, Story | Briefs)
        for paragraph in (block.body if isinstance(block, Story) else block.items)
    ]
    return tuple(sentence + "。" for copy in copies for sentence in copy.split("。") if sentence)


def real_copy() -> st.SearchStrategy[str]:
    """A paragraph of the real page's sentences."""
    return st.lists(st.sampled_from(sentences()), min_size=1, max_size=4).map("".join)


def _quoted(pair: str, inside: str) -> str:
    return pair[0] + inside + pair[1]


def mixed_copy() -> st.SearchStrategy[str]:
    """A paragraph of Han, marks, quotes, digits and Latin in any order; it begins with Han and ends with a stop."""
    han = st.text(HAN, min_size=1, max_size=9)
    piece = st.one_of(
        han,
        han.flatmap(lambda text: st.sampled_from(PAUSES).map(lambda mark: text + mark)),
        han.flatmap(lambda text: st.sampled_from(STOPS).map(lambda mark: text + mark)),
        st.builds(_quoted, st.sampled_from(PAIRS), han),
        st.sampled_from(WORDS),
    )
    body = st.lists(piece, min_size=1, max_size=40).map("".join)
    return st.builds(lambda first, rest: f"{first}{rest}。", han, body)


def paragraphs() -> st.SearchStrategy[str]:
    """The copy of a story: paragraphs, some of them cross-heads, the first one never."""
    body = st.one_of(real_copy(), mixed_copy())
    head = st.text(HAN, min_size=2, max_size=8).map(lambda text: f"## {text}")
    more = st.lists(st.one_of(body, body, body, head), max_size=5)
    return st.builds(lambda first, rest, last: "\n".join([first, *rest, last]), body, more, body)


def headlines() -> st.SearchStrategy[str]:
    """A 主题 of one or two halves."""
    half = st.text(HAN, min_size=2, max_size=7)
    return st.one_of(half, st.builds("{}　{}".format, half, half))
