"""``paiban makeup --judge``: plans shown by twos, asked about, and what was said kept."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime

from paiban.cli.common import beside, deliver_file, report_problem
from paiban.cli.console import answer, complain
from paiban.cli.speech import say
from paiban.diagnostic import diagnose, system_words
from paiban.engine.judging import Pair, choice_of, judgement, keep, known_in, page_looks, pairs_of, side_by_side
from paiban.engine.proposing import Proposed
from paiban.template.page_looks import PAGE_LOOKS


def judge(proposed: Proposed, options: Namespace) -> int:
    """Show every two plans, ask which is better, and keep what is said; ends with what is typed."""
    path = options.judgements or beside(options.issue, ".judgements.jsonl")
    try:
        pairs = pairs_of(proposed, known_in(path))
    except OSError as error:
        return report_problem(diagnose("P720", None, file=path, reason=system_words(error)), options)
    if not pairs:
        complain(say("要比较，得有两个能付印的方案", "there must be two plans that can be printed to compare"))
        return 1
    for pair in pairs:
        picture = options.output or beside(options.issue, ".judge.png")
        if deliver_file(picture, side_by_side(pair, proposed.results, options.dpi), options):
            return 1
        choice = asked(options)
        if choice is None:
            break
        said = judgement(pair, proposed, choice, options.judge_name, datetime.now(UTC).isoformat(timespec="seconds"))
        try:
            keep(path, said)
        except OSError as error:
            return report_problem(diagnose("P720", None, file=path, reason=system_words(error)), options)
        if not options.quiet:
            answer("\n".join(table(pair, proposed)))
    return 0


def asked(options: Namespace) -> str | None:
    """What is typed for a pair, a line of standard input; None at its end, or where nothing but an end is wanted."""
    while True:
        if not options.quiet:
            answer(say("哪个好？左 l，右 r，一样 =，不比了 q", "which is better? left l, right r, equal =, quit q"))
        line = sys.stdin.readline() if sys.stdin is not None else ""
        if not line or line.strip().lower() == "q":
            return None
        choice = choice_of(line)
        if choice is not None:
            return choice
        complain(say(f"“{line.strip()}”不是答案", f"“{line.strip()}” is no answer"))


def table(pair: Pair, proposed: Proposed) -> Iterator[str]:
    """The terms of looks of both plans, page by page."""
    left, right = (page_looks(proposed.results[number]) for number in (pair.left, pair.right))
    for makeup, one, other in zip(proposed.results[pair.left].makeups, left, right, strict=True):
        called = makeup.page.called
        plans = pair.left + 1, pair.right + 1
        yield say(
            f"第 {called} 版　左是方案 {plans[0]}，右是方案 {plans[1]}；越小越好",
            f"page {called}: left is plan {plans[0]}, right is plan {plans[1]}; less is better",
        )
        for look in PAGE_LOOKS:
            if look.key in one or look.key in other:
                values = "  ".join(f"{side[look.key]:.2f}" if look.key in side else "—" for side in (one, other))
                yield f"  {values}  {say(look.zh, look.en)}"


def judge_name() -> str:
    """Who judges, where nothing else is said."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""
