"""Lines that are nothing but who wrote a story, by the forms in which they arrive (docs/import.md lists them).

What is not surely one of them is copy: a name of its own says nothing, and a title in a sentence is the sentence's.
"""

from __future__ import annotations

from re import Pattern
from re import compile as pattern

from paiban.text.opening import LEAD_INS
from paiban.text.persons import DOUBLE, SURNAMES

LONGEST = 36
"""Characters of a byline with two titles and four names; what is longer is copy."""

_HOUSE = (
    "本报|本報|本台|本臺|本刊|本网|本網|本社|新华社|新華社|中新社|特约|特約|见习|見習|实习|實習|驻地|全媒体|融媒体"
    "|首席|高级"
)
_TITLES = (
    "记者|記者|通讯员|通訊員|评论员|評論員|特派员|实习生|撰稿人|撰稿|作者|编辑部|編輯部|通讯组|通訊組|报道组|報道組"
    "|采访组|评论部|责任编辑"
)
_NAME = (
    rf"(?:(?:{'|'.join(DOUBLE)})[\u4e00-\u9fff]{{1,2}}|[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}}"
    rf"|[×X〇○]{{2,4}}|[{''.join(sorted(SURNAMES))}][×X〇○某]{{1,2}})"
)
"""A name that stands right behind its title, where nothing but the surname tells it from 记者手记, 通讯员培训."""

_PARTS = "[ \t\xa0\u3000、·・•|｜丨/／:：]+"
"""What parts titles and names: tabs, spaces, 、, a middle dot, bars, colons."""

_WORD = r"(?:[\u4e00-\u9fff×〇○]{1,4}|[A-Za-z][A-Za-z.'’-]{0,15}|[\u4e00-\u9fff]{2,6}(?:报道|報道|摄影|供图|整理))"
_TITLED = rf"(?:{_HOUSE})*(?:{_TITLES})(?:{_NAME})?"
_WRITTEN = rf"(?:文字|文图|图文|圖文|撰文|文|[图圖]\s*[/／]\s*文)\s*[/／|｜丨：:]\s*{_WORD}"
"""文/图　×××, 文｜×××: the sign between is what makes a byline of it; 图／××× says who made a picture."""

_CREDIT = rf"(?:{_TITLED}|{_WRITTEN}|[图圖]\s*[/／]\s*文\s+{_WORD})(?:{_PARTS}(?:{_TITLED}|{_WORD}))*"

FORMS: tuple[Pattern[str], ...] = (
    pattern(rf"(?:[□■●○▲△★☆]\s*)?{_CREDIT}"),
    pattern(rf"[(（【〔\[]\s*(?:[□■]\s*)?{_CREDIT}\s*[)）】〕\]]"),
    pattern(rf"{LEAD_INS['dateline']}\s*[(（]\s*{_CREDIT}\s*[)）]"),
)
"""本报记者　×××, ■本报记者, 通讯员：×××, 文/图　×××; （本报通讯组）; 本报讯（记者　×××） without a word after it."""


def is_byline(words: str) -> bool:
    """Whether a line, without marks, says who wrote the story and nothing else.

    >>> [is_byline(each) for each in ("本报记者\t本报通讯员", "（本报通讯组）", "记者手记", "本报记者在现场看到")]
    [True, True, False, False]
    """
    words = words.strip()
    return len(words) <= LONGEST and any(form.fullmatch(words) for form in FORMS)
