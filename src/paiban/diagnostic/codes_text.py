"""P4xx: composition."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_WARNING, _INFO = Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    # ---- what was typed ---------------------------------------------------------------------------------------------
    "P401": Code(
        _INFO, "这里的空格没有排出来：该空多少由排版规则决定", "the space typed here is not set: the rules decide on the gap",
        "可以删掉这个空格", "the space may be deleted",
    ),
    "P402": Code(
        _WARNING, "看不见的字符（{point}）没有排出来", "an invisible character ({point}) is left out",
        "从稿件里删掉它", "delete it from the copy",
    ),
    "P403": Code(
        _WARNING, "“{mark}”只有一半，照原样排了", "“{mark}” has no partner and is set as typed",
        "补上另一半；本来就要这个符号的，前面加反斜杠", "add its partner, or a backslash before it if it is meant as copy",
    ),
}  # fmt: skip
