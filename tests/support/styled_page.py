"""A page that has every style of a run and every mark in every field that holds copy, in lines of either direction."""

from __future__ import annotations

from typing import Any

from paiban.template.runs import RUNS
from tests.support.issues import briefs, han, picture, story

STYLES = "".join(f"{han(2, 3 * i)}[{han(3, 5 * i)}]{{{row.zh}}}" for i, row in enumerate(RUNS))
"""Every style of the table on three characters."""

MARKS = (
    "水是H_{2}O，约10^{-3}米，{江河|jiāng hé}，**大江**^^东去^^，__江河__~~日报~~||文心||，占120m^{2}，"
    "[反白的一段要长到转行]{反白 黑}。"
)
"""Every short mark, a ground that wraps."""

BODY = (
    f"[本报讯]{{黑}}（[记者]{{人名}}）{STYLES}。\n{MARKS}\n## [{han(2)}]{{红}}{han(2, 2)}\n"
    f"{han(20)}[{han(8, 4)}]{{下划线 红 120%}}{han(9)}。"
)


def styled_blocks() -> tuple[dict[str, Any], ...]:
    """The page's blocks; ``p.png`` is its picture."""
    head = {
        "kicker": f"[{han(2)}]{{红}}{han(4, 2)}",
        "headline": f"{han(3)}[{han(2, 3)}]{{红}}CO_{{2}}|[{han(4, 9)}]{{楷 80%}}",
        "deck": f"{han(5)}[{han(3, 5)}]{{反白 黑}}",
        "byline": "[■]{红}本报记者　[编辑部]{黑}",
    }
    return (
        story("level", "1-3", "1-34", body=BODY, **head),
        story("upright", "1-3", "36-68", body=BODY, writing="vertical", **head),
        briefs(f"[{han(4)}]{{黑 红}}{han(20)}。", f"{han(6)}^{{2}}{han(9)}。", columns="4", rows="1-20",
               label="[简]{120%}讯"),
        picture("p.png", "5-6", "1-20", caption="[图为：]{黑}{江|jiāng}边[渡轮]{下划线}。", credit="[江河]{黑}　摄"),
    )  # fmt: skip
