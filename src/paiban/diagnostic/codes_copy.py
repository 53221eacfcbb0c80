"""P430 … P449: what pasting leaves in copy (来稿整理), and what a proofreader finds (校对)."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_WARNING, _INFO = Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    "P430": Code(
        _WARNING, "来稿里有{kind} {times} 处，照原样排了；这里的“{text}”应为“{words}”。位置：{places}",
        "{kind} in the copy, {times} in all, set as typed; “{text}” here should be “{words}”. Places: {places}",
        "样式里写“来稿: 改正”，排的时候就改正；要改稿件文件，用 paiban check --fix",
        "copy: mend in the style sheet puts them right as they are set; paiban check --fix does so in the file",
    ),
    "P431": Code(
        _INFO, "{kind} {times} 处，排的时候改正了；这里的“{text}”排成“{words}”。位置：{places}",
        "{kind}, {times} in all, put right as they were set; “{text}” here became “{words}”. Places: {places}",
        "稿件文件没有动；要改文件，用 paiban check --fix", "the file stays as it is; paiban check --fix changes it",
    ),
    "P432": Code(
        _INFO, "{kind} {times} 处，已经写进稿件文件；这里的“{text}”改成了“{words}”。位置：{places}",
        "{kind}, {times} in all, put right in the issue file; “{text}” here became “{words}”. Places: {places}",
        "别的字一个没动；不对的改回去就是", "nothing else of the file was touched; what is wrong may be changed back",
    ),
}  # fmt: skip
