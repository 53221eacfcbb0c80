"""Copy for properties: the real page's sentences mixed anew, and characters of every class thrown together."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from paiban.engine import read_issue

SAMPLE = Path(__file__).parents[2] / "issues/kaifaqu-shizheng/issue.yaml"

HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
PAUSES = "，、；："
STOPS = "。！？"
PAIRS = ("“”", "（）", "《》", "‘’", "「」", "【】")
WORDS = (
    "BIZN HK LIMITED", "IPM", "App", "2180人", "3+4+7", "1.4亿美元", "3.5小时", "45000平方米", "99%", "2022年3月31日",
    "——", "……",
)  # fmt: skip


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of the real page."""
    issue, found, _ = read_issue(SAMPLE)
    assert issue is not None, found
    copies = [
        paragraph.text.value
        for page in issue.pages
        for block in page.blocks
        if block.kind in ("story", "briefs")
        for paragraph in (block.content.body if block.kind == "story" else block.content.items)
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


def real_paragraph(random: Random) -> str:
    """One to four sentences of the real page."""
    return "".join(random.choices(sentences(), k=random.randint(1, 4)))


def mixed_paragraph(random: Random) -> str:
    """Han, marks, quotes, digits and Latin in any order; it begins with Han and ends with a stop."""
    pieces = [_han(random)]
    for _ in range(random.randint(1, 40)):
        kind = random.randint(0, 4)
        if kind == 0:
            pieces.append(random.choice(WORDS))
        elif kind == 1:
            pair = random.choice(PAIRS)
            pieces.append(pair[0] + _han(random) + pair[1])
        else:
            pieces.append(_han(random) + random.choice(("", PAUSES[random.randrange(4)], STOPS[random.randrange(3)])))
    return "".join(pieces) + "。"


def _han(random: Random) -> str:
    return "".join(random.choices(HAN, k=random.randint(1, 9)))


def body_of(seed: int, characters: int) -> str:
    """The copy of a story of about so many characters: paragraphs, a cross-head before some of them but the first.

    Made from a seed, since drawing each character would cost more than setting the page.
    """
    random = Random(seed)
    found = [real_paragraph(random)]
    while sum(map(len, found)) < characters:
        if random.randint(0, 4) == 0:
            found.append("## " + _han(random))
        found.append(mixed_paragraph(random) if random.randint(0, 2) == 0 else real_paragraph(random))
    return "\n".join(found)


def headlines() -> st.SearchStrategy[str]:
    """A 主题 of one or two halves."""
    half = st.text(HAN, min_size=2, max_size=7)
    return st.one_of(half, st.builds("{}　{}".format, half, half))
