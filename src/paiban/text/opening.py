"""What a style sheet may set in a style of its own by rule: 电头, a caption's first words, ■ ◆, the names of credits.

Patterns hold no range of Han: Python takes milliseconds to compile one, and every run would wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from paiban.display import SOLID_SIGNS
from paiban.markup import Marking
from paiban.text.style import TextStyle

_SOURCES = (
    "本报|本刊|本台|本网|新华社|新华网|中新社|中新网|人民网|央视|本報|本臺|本網|新華社|新華網|中央社|中新網|人民網|央視"
)
_STOPS = "，。：；！？（）“”,:;!?() \u3000"

LEAD_INS: dict[str, str] = {
    "dateline": f"(?:{_SOURCES})[^{_STOPS}]{{0,14}}?(?:[讯訊](?!息)|[电電](?=[{_STOPS}]|记者|記者|$))",
    "label": f"[^{_STOPS}]{{1,10}}(?:[：:]|(?=\u3000))",
}
"""电头 (本报讯, 新华社北京3月30日电), and the words of a caption up to a colon or a full-width space (图为：)."""

BULLETS = "[□■◆◇●○▲△▼▽★☆]+"


def takes_style(sign: str, style: TextStyle) -> bool:
    """Whether a sign before a paragraph is set in the style that the sheet has for it: hollow signs and numbers are as
    thin as type, so they stay as the type beside them."""
    return bool(style.bullet) and SOLID_SIGNS.issuperset(sign)


def markings_of(text: str, style: TextStyle) -> Iterator[Marking]:
    """The sign and the lead-in that ``text``, copy without its marks, begins with, and the names of its credits, as far
    as ``style`` has any."""
    sign = re.match(BULLETS, text)
    start = sign.end() if sign else 0
    if sign and takes_style(sign[0], style):
        yield Marking(style.bullet, 0, start)
    lead = re.compile(f"[ \u3000]*(?:{LEAD_INS[style.opening]})").match(text, start) if style.lead_in else None
    if lead:
        yield Marking(style.lead_in, start, lead.end())
    if style.person:
        from paiban.text.persons import names_in  # noqa: PLC0415  (few sheets ask for it)

        for first, last in names_in(text, style.names, credit=style.by_name):
            yield Marking(style.person, first, last)
