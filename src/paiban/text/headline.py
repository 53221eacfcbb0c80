"""Breaking headlines by sense (转行): never inside a word, a name or a number with its unit (rule book, section 11).

Each place between two characters has a price; a headline is broken into as few lines as fit, at the least price and
with lines as even as can be. The editor's own breaks are law and leave nothing to choose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, combinations

from paiban.diagnostic import Diagnostic, diagnose
from paiban.text.linerange import LineRange
from paiban.text.prepared import Prepared
from paiban.text.words import segment
from paiban.units import Length

FORBIDDEN = 1_000
"""Inside a word, a name, a number with its unit: only where nothing else fits and three lines are allowed."""

BAD_START = 300
"""A line that begins with a particle or a conjunction."""

BAD_END = 90
"""A line that ends with a word that waits for its object."""

UNKNOWN = 120
"""Between two characters that the segmenter could not join: they may be a word that it does not know."""

INSIDE_QUOTES = 80
"""Inside a short stretch in quotes or brackets."""

WORDS = 30
"""Between two words like any others."""

BEFORE_ACTION, AFTER_ACTION = 15, 60
"""Before the verb of a piece of news, where its subject ends, and after it, where its object follows."""

AFTER_MARK = 10
"""After a mark that pauses."""

HALVES = 0
"""At a full-width space, which parts a headline's halves."""

UNEVEN = 150
"""A line that is empty against the longest, growing with the square: half as long costs a quarter of it."""

STUB = 500
"""A line of one character."""

LAST_RESORT_LINES = 3
"""From this many lines allowed on, a forbidden break is better than no headline."""

_PARTICLES = frozenset("的了和与及之等着过们性化者地得吗吧呢时中上下里内外")
_WAITING = frozenset(
    "的在对向为把被将与和及或从到以由让使于之据因新老大小各每全第本该这那两三四五六七八九十百千万不未再更最已正均仅约近超副总"
)
_UNITS = frozenset("年月日时分秒人名个元万亿千百十米吨亩里岁次项条件家户张座台辆位批套平公所")
_BODIES = frozenset("省市县区镇乡村局厅部委办处科室院所校厂站署团社")
"""What ends the name of a place or an office: 扬州|市, 科技|局 are one word to a reader."""

_REPORTED = frozenset({
    "督查", "调研", "视察", "检查", "考察", "走访", "推进", "推动", "部署", "指导", "慰问", "参观", "出席",
    "服务", "支持", "建设", "打造", "创建",
})  # fmt: skip
"""What papers report of people: after these 区 or 市 begins the object (督查|区水利) and does not end a name."""

_ACTIONS = _REPORTED | frozenset({
    "召开", "开展", "举行", "举办", "主持", "发布", "印发", "出台", "启动", "开幕", "开工", "迎来", "取得", "实现",
    "引发", "突破", "获得", "荣获", "完成", "通过", "实施", "落实", "组织", "全面", "积极", "深入", "发射", "成功",
    "严格", "热议", "加开", "促进", "保障", "助力", "赋能", "让",
})  # fmt: skip
"""Verbs, and what stands before them, with which the news of a headline begins."""

_PAIRS = "“[^“”]{1,10}”|‘[^‘’]{1,10}’|《[^《》]{1,12}》|（[^（）]{1,10}）|「[^「」]{1,10}」|『[^『』]{1,10}』"


@lru_cache(maxsize=512)
def prices(text: str, names: tuple[str, ...]) -> tuple[int, ...]:
    """The price of a break before each character of ``text``."""
    found = [WORDS] * (len(text) + 1)
    words = segment(text)
    starts = [*accumulate(map(len, words), initial=0)]
    for index, (word, start) in enumerate(zip(words, starts, strict=False)):
        found[start + 1 : start + len(word)] = [FORBIDDEN] * (len(word) - 1)
        before = words[index - 1] if index else ""
        found[start] = _between(before, word)
    for match in re.finditer(_PAIRS, text):
        for i in range(match.start() + 1, match.end()):
            found[i] = max(found[i], INSIDE_QUOTES)
    for name in names:
        for match in re.finditer(re.escape(name), text) if len(name) > 1 else ():
            found[match.start() + 1 : match.end()] = [FORBIDDEN] * (len(name) - 1)
            found[match.start()], found[match.end()] = (min(found[i], WORDS) for i in match.span())
    return tuple(found)


def _is_han(word: str) -> bool:
    return "\u3400" <= word[0] <= "\u9fff"


def _between(before: str, after: str) -> int:
    """The price of a break between two words."""
    if not before or "\u3000" in (before[-1], after[0]):
        return HALVES
    if before[-1] in "，、；：！？—…":
        return AFTER_MARK
    if before[-1].isdigit() and after[0] in _UNITS:
        return FORBIDDEN
    if after in _BODIES and len(before) > 1 and before not in _REPORTED and _is_han(before):
        return FORBIDDEN
    price = WORDS
    if after in _PARTICLES:
        price = BAD_START
    elif before in _WAITING:
        price = BAD_END
    elif before in _ACTIONS:
        price = AFTER_ACTION
    elif after in _ACTIONS:
        price = BEFORE_ACTION
    elif len(before) == len(after) == 1 and _is_han(before) and _is_han(after):
        price = UNKNOWN
    return price


def break_headline(
    prepared: Prepared,
    measure: Length,
    *,
    max_lines: int,
    forced: tuple[int, ...] = (),
    names: Sequence[str] = (),
) -> tuple[LineRange, ...]:
    """The lines of a headline, or () where it does not fit ``measure`` in ``max_lines`` lines.

    ``forced`` are the indices in the copy of break characters that the editor typed: they are obeyed, whatever the
    sense, and not set. ``names`` are never cut. A break inside a word is made only with ``LAST_RESORT_LINES`` allowed.
    """
    if forced:
        return _by_law(prepared, measure, forced, max_lines)
    if prepared.natural(0, prepared.count) <= measure:
        return (LineRange(0, prepared.count),)
    if max_lines < 2:
        return ()
    priced = _priced_breaks(prepared, tuple(names))
    gentle = [(place, price) for place, price in priced if price < FORBIDDEN]
    for choices in (gentle, priced) if max_lines >= LAST_RESORT_LINES else (gentle,):
        for lines in range(2, max_lines + 1):
            found = _cheapest(prepared, measure, choices, lines)
            if found:
                return found
    return ()


def judge_headline(prepared: Prepared, lines: Sequence[LineRange], names: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is to be said of breaks that the sense is against, each at its copy."""
    text = prepared.copy.value[prepared.start : prepared.end]
    price = prices(text, tuple(names))
    found = []
    for line in lines[1:]:
        place = prepared.starts[line.first]
        index = place - prepared.start
        if price[index] >= BAD_START and line.first - 1 not in prepared.drawn_spaces:
            found.append(diagnose("P416", prepared.copy.at(place), before=text[index - 1], after=text[index]))
    return tuple(found)


def _by_law(prepared: Prepared, measure: Length, forced: tuple[int, ...], max_lines: int) -> tuple[LineRange, ...]:
    """Lines between the editor's own breaks; a break character that is set as a cluster stands between two lines."""
    starts = prepared.starts
    lines: list[LineRange] = []
    first = 0
    for index in (*sorted(forced), prepared.end):
        last = next((i for i in range(first, prepared.count) if starts[i] >= index), prepared.count)
        skipped = 1 if last < prepared.count and starts[last] == index else 0
        if last > first:
            lines.append(LineRange(first, last, 0, skipped))
        first = last + skipped
    fits = len(lines) <= max_lines and all(prepared.natural(*line) <= measure for line in lines)
    return tuple(lines) if fits else ()


def _priced_breaks(prepared: Prepared, names: tuple[str, ...]) -> list[tuple[int, int]]:
    """Clusters before which a line may begin, with their prices."""
    text = prepared.copy.value[prepared.start : prepared.end]
    price = prices(text, names)
    found = []
    for place in prepared.breaks[:-1]:
        glue = prepared.drawn_spaces.get(place - 1)
        found.append((place, HALVES if glue else price[prepared.starts[place] - prepared.start]))
    return found


def _cheapest(
    prepared: Prepared, measure: Length, choices: Sequence[tuple[int, int]], lines: int
) -> tuple[LineRange, ...]:
    """The cheapest way into exactly ``lines`` lines; () if there is none."""
    best: tuple[float, tuple[int, ...]] | None = None
    for chosen in combinations(choices, lines - 1):
        ends = (*(place for place, _ in chosen), prepared.count)
        price = float(sum(price for _, price in chosen))
        if best is not None and price >= best[0]:
            continue
        widths = [prepared.natural(a, b) for a, b in zip((0, *ends), ends, strict=False)]
        longest = max(widths)
        if longest > measure:
            continue
        price += sum(UNEVEN * (1 - width / longest) ** 2 for width in widths)
        price += STUB * sum(2 * width < 3 * prepared.style.size for width in widths)  # two may be kerned below 2 em
        if best is None or (price, ends) < best:
            best = (price, ends)
    if best is None:
        return ()
    return tuple([LineRange(a, b) for a, b in zip((0, *best[1]), best[1], strict=False)])
