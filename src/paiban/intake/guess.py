"""What a source does not say and an issue needs: weights, the day, a name for a story without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from re import Pattern
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.marks import escaped
from paiban.intake.model import Article, Line
from paiban.language import Words
from paiban.markup import plain

GUESSES = frozenset({"P827", "P828", "P841"})
"""Findings that say what was guessed of a story: what its lines are, its weight, its pictures."""

LIKE_CHARACTERS = {"shots": 150, "heads": 50}
"""What else makes a story weigh, in characters of copy: each picture, a kicker and a deck."""

RANKED = (5, 4)
"""Weights of the heaviest story of a day's copy and the next; of the rest the larger half is 3, the smaller 2."""

OWN = ((1000, 4), (300, 3), (150, 2))
"""From so many characters on a story has this weight by itself; a shorter one has the least, or 2 with paragraphs."""

LONG = 3
"""From this weight of its own on a story is long enough to be ranked."""

LEAD, LIGHT = (
    pattern(rf"(?:^|[\W\d_])(?:{words})|(?:{words})(?:$|[\W\d_])")
    for words in ("头版|头条|要闻|lead", "简讯|简明|短讯|快讯|短消息|brief")
)
"""How a name, or a part of one, begins or ends that says lead, or that says brief."""

HEAD_LENGTH = 18
"""Characters of the first sentence that stand for a headline where there is none."""


def weighed(articles: Sequence[Article], joins: bool) -> tuple[tuple[Article, ...], tuple[Diagnostic, ...]]:
    """Every story with a weight; those that have one keep it.

    Several are ranked among each other. One alone, or with ``joins`` those that come to a page where others stand,
    weigh what they do by themselves. A short one is light in either case.
    """
    open_ = [index for index, article in enumerate(articles) if is_story(article) and not article.weight]
    ranked = sorted(open_, key=lambda index: _order(articles[index]))
    weights = {
        index: _own(articles[index]) if joins or len(open_) == 1 else _ranked(articles[index], rank, len(ranked))
        for rank, index in enumerate(ranked)
    }
    weighed_ = [article._replace(weight=weights.get(i, article.weight)) for i, article in enumerate(articles)]
    found = [diagnose("P828", weighed_[i].span, weight=weights[i], headline=title_of(weighed_[i])) for i in open_]
    return tuple(weighed_), tuple(found)


def is_story(article: Article) -> bool:
    """Whether it is a story: not briefs, not a picture or an advert alone."""
    return bool(article.lines) and not article.is_briefs


def _order(article: Article) -> tuple[bool, bool, int, str]:
    """What sorts the heaviest first; of equals the headline decides, never which file was read first."""
    return not _called(article, LEAD), _called(article, LIGHT), -_heaviness(article), article.headline


def _ranked(article: Article, rank: int, count: int) -> int:
    """What a story weighs among others: a short one is light whatever its rank."""
    own = _own(article)
    if own < LONG:
        return own
    if rank < len(RANKED):
        return RANKED[rank]
    return 3 if rank - len(RANKED) < (count - len(RANKED) + 1) // 2 else 2


def _own(article: Article) -> int:
    """What a story weighs by its name, else by its length and parts."""
    if _called(article, LEAD):
        return RANKED[0]
    if _called(article, LIGHT):
        return 1
    return next((weight for least, weight in OWN if _heaviness(article) >= least), 1 + (len(article.lines) > 1))


def _called(article: Article, words: Pattern[str]) -> bool:
    """Whether the name of its file, or of the folder around it, says so."""
    path = Path(article.span.file)
    return bool(words.search(path.stem) or words.search(path.parent.name))


def _heaviness(article: Article) -> int:
    extras = {"shots": len(article.shots), "heads": bool(article.kicker) + bool(article.deck)}
    return article.characters + sum(LIKE_CHARACTERS[name] * count for name, count in extras.items())


def title_of(article: Article) -> str:
    """What to call it in a message."""
    return plain(article.headline) or plain(article.lines[0].text)[:HEAD_LENGTH] if article.lines else article.headline


def bodied(article: Article) -> Article | None:
    """An article with copy: a head alone is what is said of its picture, or copy itself; None where nothing is left."""
    heads = [words for words in (article.kicker, article.headline, article.deck, article.byline) if words]
    if article.lines or article.tables or not heads:
        return article if article.lines or article.shots or article.tables else None
    bare = article._replace(kicker="", headline="", deck="", byline="")
    if not article.shots:
        return bare._replace(lines=tuple(Line(words, article.span) for words in heads))
    first, *others = article.shots
    caption = "　".join([*heads, *([first.caption] if first.caption else [])])
    return bare._replace(shots=(first._replace(caption=caption), *others))


def titled(article: Article, found: list[Diagnostic]) -> Article:
    """A story with a headline: its own, else the name of its source where that is words, else how it begins."""
    if article.headline or not is_story(article):
        return article
    first = plain(article.lines[0].text)
    headline = escaped(article.name or pattern(r"[，。；！？]").split(first)[0][:HEAD_LENGTH])
    found.append(diagnose("P811", article.span, headline=headline))
    return article._replace(headline=headline)


def name_in(file: str) -> str:
    """What a file's name says of its story: its words without numbers, dates and the words of every desk."""
    words = _DESK.sub("", Path(file).stem).strip("-_ .·，、()（）")
    return words if _HAN.search(words) else ""


_DESK = pattern(
    r"[\d]+年?月?日?|新建|文本文档|文档|稿件|未命名|副本|最终稿?|定稿|修改稿?|头条|头版|[第]?版|Microsoft|Word"
)
_HAN = pattern(r"[\u4e00-\u9fff]{4}")

KEY_WORDS: Mapping[str, Words] = {
    "page": Words("版次", "page"),
    "section": Words("版名", "section"),
}
USUAL = {"page": "1", "section": "综合"}
"""What an issue is given where nobody says more."""
