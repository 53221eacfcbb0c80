"""P430 … P450: what pasting leaves in copy (来稿整理), and what a proofreader finds (校对)."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_WARNING, _INFO = Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    "P430": Code(
        _WARNING, "来稿里有{kind} {times} 处，照原样排了；这里的「{text}」应为「{words}」。位置：{places}",
        "{kind} in the copy, {times} in all, set as typed; 「{text}」 here should be 「{words}」. Places: {places}",
        "样式里写“来稿: 改正”，排的时候就改正；要改稿件文件，用 paiban check --fix",
        "copy: mend in the style sheet puts them right as they are set; paiban check --fix does so in the file",
    ),
    "P431": Code(
        _INFO, "{kind} {times} 处，排的时候改正了；这里的「{text}」排成「{words}」。位置：{places}",
        "{kind}, {times} in all, put right as they were set; 「{text}」 here became 「{words}」. Places: {places}",
        "稿件文件没有动；要改文件，用 paiban check --fix", "the file stays as it is; paiban check --fix changes it",
    ),
    "P432": Code(
        _INFO, "{kind} {times} 处，已经写进稿件文件；这里的「{text}」改成了「{words}」。位置：{places}",
        "{kind}, {times} in all, put right in the issue file; 「{text}」 here became 「{words}」. Places: {places}",
        "别的字一个没动；不对的改回去就是", "nothing else of the file was touched; what is wrong may be changed back",
    ),
    # ---- what a proofreader finds -----------------------------------------------------------------------------------
    "P440": Code(
        _WARNING, "“{text}”：{day}是{right}", "“{text}”: {day} is a {right}",
        "核对日期和星期", "check the date and the weekday",
    ),
    "P441": Code(
        _WARNING, "“{text}”：{day}是{right}", "“{text}”: {day} is {right}",
        "核对公历和农历", "check both dates",
    ),
    "P442": Code(
        _WARNING, "文件叫“{name}”，里面的{what}却是 {own}，不是 {other}",
        "the file is called “{name}”, yet {what} in it is {own} and not {other}",
        "核对稿件里的日期、版次和文件名", "check the date and the page in the file, and its name",
    ),
    "P443": Code(
        _INFO, "“{text}”和第 {line} 行的“{other}”只差一个同音字",
        "“{text}” and “{other}” of line {line} differ in one character of one sound",
        "核对是不是同一个名字", "check whether it is one name",
    ),
    "P444": Code(
        _WARNING, "标点「{text}」{fault}：{around}", "「{text}」 {fault}: {around}",
        "缺的一半补上，多打的删去；引号里面再用引号的，里面用单引号",
        "add its partner or take it out; quotes inside quotes are single ones",
    ),
    "P445": Code(_INFO, "“{text}”：{fault}", "“{text}”: {fault}", "{remedy}", "{remedy}"),
    "P446": Code(_INFO, "“{text}”：{fault}", "“{text}”: {fault}", "{remedy}", "{remedy}"),
    "P447": Code(
        _WARNING, "“{text}”连着打了两遍", "“{text}” is typed twice",
        "多半要删一个", "most likely one of them goes",
    ),
    "P448": Code(
        _WARNING, "题目“{title}”末尾用了“{text}”", "the title “{title}” ends with “{text}”",
        "题目末尾不用句号、逗号，删掉", "titles have none: leave it out",
    ),
    "P449": Code(
        _WARNING, "没有“{text}”这一天", "there is no such day as “{text}”",
        "核对日期", "check the date",
    ),
    "P450": Code(
        _WARNING, "这篇稿子里同样的问题还有 {count} 处，没有一一列出",
        "{count} more of these in this item, not listed one by one",
        "改好前面列出的，再检查一次", "put right those above and check again",
    ),
}  # fmt: skip
