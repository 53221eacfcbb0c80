"""``paiban makeup``: the engine draws the page; proposes plans, shows them, writes the chosen one back."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from paiban.cli.capacity import capacity_text
from paiban.cli.common import (
    STDIN,
    add_issue_options,
    add_output_options,
    beside,
    deliver_file,
    draft_path,
    house_from,
    issue_from,
    kept_files,
    processors,
    report_diagnostics,
    report_problem,
    written_words,
)
from paiban.cli.console import answer, complain, show_progress, tell
from paiban.cli.copyfit import report_text
from paiban.cli.judging import judge, judge_name
from paiban.cli.speech import beyond, say
from paiban.diagnostic import Diagnostic
from paiban.engine import Result, set_issue
from paiban.engine.drafting import written_or_drafted
from paiban.engine.proposing import Proposed, Request, propose_issue
from paiban.issue import IssuePage
from paiban.issue.write_back import revision, write_revision
from paiban.makeup.propose.telling import changes_text, plan_text
from paiban.makeup.search import Plan
from paiban.output.model import Options
from paiban.output.table import OUTPUTS

PLAN = {"zh": "方案 {number}：", "en": "plan {number}:"}
"""Stands before what is found of each of several plans."""

FEWER = {
    "zh": "要 {wanted} 个方案，出 {count} 个：别的都和它们差不多，或比方案 1 差 10 分以上。",
    "en": "{wanted} plans asked for, {count} shown: all others are much like them, or over ten points worse.",
}
"""Ends the proposals where there are fewer than were asked for."""

PROGRESS = {"zh": "第 {page} 版：试排了 {count} 个版样……", "en": "page {page}: {count} plans tried …"}
PROGRESS_WIDTH = 48
"""Columns of a terminal that are wiped clean behind it."""

MOST_PLANS = 9


def configure(parser: ArgumentParser) -> None:
    """Declare the command's options."""
    add_issue_options(parser)
    add_output_options(parser)
    parser.add_argument(
        "--best", type=plans, default=1, metavar="N", help=say("出几个方案", "how many different plans")
    )
    parser.add_argument("--budget", type=seconds, metavar="2s", help=say("搜索到几秒为止", "stop the search after"))
    parser.add_argument(
        "--choose", type=int, default=1, metavar="K", help=say("--write 写第几个方案", "which plan --write takes")
    )
    parser.add_argument("--write", action="store_true", help=say("写回稿件文件", "put the places into the issue file"))
    parser.add_argument(
        "--again", action="store_true", help=say("未锁定的可以稍动", "unlocked blocks may move, a little")
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.png", help=say("方案的小图写到哪里", "thumbnails of the plans")
    )
    parser.add_argument("--dpi", type=int, default=40, help=say("小图的分辨率", "resolution of the thumbnails"))
    parser.add_argument(
        "--judge",
        action="store_true",
        help=say("方案两两并排，问哪个好，答案记下来", "show plans by twos, ask which is better, keep the answers"),
    )
    parser.add_argument(
        "--judgements", type=Path, metavar="FILE.jsonl", help=say("答案记到哪里", "where the answers are kept")
    )
    parser.add_argument(
        "--judge-name", default=judge_name(), metavar="NAME", help=say("评判人", "who judges, as the answers say")
    )


def plans(value: str) -> int:
    """An option that is a number of plans."""
    if not value.isdigit() or not 1 <= int(value) <= MOST_PLANS:
        raise ArgumentTypeError(beyond(value, f"1 … {MOST_PLANS}"))
    return int(value)


def seconds(value: str) -> float:
    """An option that is a time: ``2s``, ``0.5s`` or a bare number of seconds."""
    try:
        amount = float(value.removesuffix("s").removesuffix("秒"))
    except ValueError:
        amount = 0.0
    if not 0 < amount <= 3600:
        raise ArgumentTypeError(say(f"“{value}”：例如 2s", f"“{value}”: for example 2s"))
    return amount


def run(options: Namespace) -> int:
    """Search, set every proposal for real, show it, and write the chosen one back if asked to."""
    if misused(options):
        return 2
    path, content = issue_from(options)
    best = max(options.best, options.choose, 2 if options.judge else 1)
    request = Request(best, options.budget, options.again, progress(options), workers=processors())
    proposed = propose_issue(path, request, content, house_from(options))
    show_progress(" " * PROGRESS_WIDTH)
    if not options.quiet:
        print_capacity(proposed, options)
    if not proposed.results:
        report_diagnostics(Result(proposed.issue, None, (), (), proposed.diagnostics, proposed.sources), options)
        if options.output:
            result = set_issue(path, content, house_from(options), draft=True)
            show(result._replace(diagnostics=joined(proposed.diagnostics, result.diagnostics)), "", options)
        return 1
    if options.judge:
        return judge(proposed, options)
    failed = 0
    for number, (result, plan_pages) in enumerate(zip(proposed.results, proposed.plans, strict=True), 1):
        tell_proposal(number, result, plan_pages, proposed, options)
        if options.output:
            failed |= show(result, f"-{number}", options)
    tell_fewer(len(proposed.results), options)
    if options.choose > len(proposed.results):
        complain(f"--choose {options.choose}: 1 … {len(proposed.results)}")
        return 2
    failed |= 0 if proposed.results[options.choose - 1].ok else 1
    if options.write:
        failed |= write_plan(path, proposed, options)
    return failed


def misused(options: Namespace) -> bool:
    """Whether the issue comes from where something else is wanted; then that is told."""
    if options.issue != STDIN or not (options.write or options.judge):
        return False
    if options.write:
        complain(say("--write: 要写回文件，不能用 -", "--write: needs a file to write to, not -"))
    else:
        complain(say("--judge: 答案从标准输入来，稿件不能用 -", "--judge: the issue must be a file"))
    return True


def progress(options: Namespace) -> Callable[[IssuePage, Plan], None] | None:
    """Tells on a terminal, while make-up thinks, how many plans of which page it has tried."""
    tried: Counter[int] = Counter()

    def tell_progress(page: IssuePage, _: Plan) -> None:
        tried[page.number] += 1
        words = PROGRESS[options.lang].format(page=page.called, count=tried[page.number])
        show_progress(words.ljust(PROGRESS_WIDTH))

    return None if options.quiet else tell_progress


def joined(*found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings of several stages, none told twice."""
    return tuple(dict.fromkeys(each for some in found for each in some))


def tell_proposal(
    number: int, result: Result, plan_pages: Sequence[Plan], proposed: Proposed, options: Namespace
) -> None:
    """What was found of a proposal, why its pages look so, what of them changed, and how their copy fits."""
    if len(proposed.results) > 1 and options.format == "text":
        complain(PLAN[options.lang].format(number=number))
    report_diagnostics(result, options)
    if not options.quiet:
        answer(f"{number}.")
        for plan, first in zip(plan_pages, proposed.plans[0], strict=True):
            answer(plan_text(plan, options.lang, first))
        for before, after in zip(proposed.pages, result.issue.pages if result.issue else (), strict=False):
            for words in changes_text(before, after, options.again, options.lang):
                answer(words)
        answer(report_text(result, options.lang))


def tell_fewer(count: int, options: Namespace) -> None:
    """That there are fewer proposals than were asked for, where it is so."""
    if count < options.best and not options.quiet:
        answer(FEWER[options.lang].format(wanted=options.best, count=count))


def write_plan(path: Path, proposed: Proposed, options: Namespace) -> int:
    """Put the chosen plan into the issue file, unless that was saved meanwhile."""
    after = proposed.written(options.choose - 1)
    if isinstance(after, Diagnostic):
        return report_problem(after, options)
    problem = write_revision(path, revision(proposed.text.encode("utf-8")), after)
    if problem is not None:
        return report_problem(problem, options)
    if not options.quiet:
        tell(written_words(path, len(after.encode("utf-8"))))
    return 0


def print_capacity(proposed: Proposed, options: Namespace) -> None:
    """The capacity of every page that was counted."""
    for page, needs in zip(proposed.pages, proposed.needs, strict=True):
        if needs:
            answer(capacity_text(page.called, needs, house_from(options).kinds, options.lang))


def show(result: Result, part: str, options: Namespace) -> int:
    """Thumbnails of a result's pages, of its draft where anything is wrong; 1 where one could not be written.

    ``part`` of the files' names says which proposal it is, ``""`` where there is none to be had.
    """
    result, files = written_or_drafted(result, OUTPUTS["png"], options.lang, Options(options.dpi))
    first = draft_path(options.output or beside(options.issue, ".png"), result)
    failed = 0
    for page, file in zip(result.pages, files, strict=False):
        path = first.with_stem(f"{first.stem}{part}-{page.number}")
        failed |= deliver_file(path, file.data, options, kept_files(result, options))
    return failed
