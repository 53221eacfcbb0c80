"""P4xx: composition."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    # ---- what was typed, and how it is set --------------------------------------------------------------------------
    "P401": Code(
        _INFO, "这里的空格没有排出来：空多少由排版规则决定",
        "the space typed here is not set: the rules decide on the gap",
        "可以删掉这个空格", "the space may be deleted",
    ),
    "P402": Code(
        _WARNING, "看不见的字符（{point}）没有排出来", "an invisible character ({point}) is left out",
        "从稿件里删掉它", "delete it from the copy",
    ),
    "P403": Code(
        _WARNING, "“{mark}”只有一半，照原样排了", "“{mark}” has no partner and is set as typed",
        "补上另一半；本来就要这个符号的，前面加反斜杠",
        "add its partner, or a backslash before it if it is meant as copy",
    ),
    "P404": Code(
        _INFO, "“{text}”按“{drawn}”的字形排", "“{text}” is drawn with the glyph of “{drawn}”",
        "稿件不变；要统一就改成“{drawn}”", "the copy stays as it is; change it to “{drawn}” to be consistent",
    ),
    "P406": Code(
        _WARNING, "表意文字描述序列“{text}”照字面排，不合成一个字",
        "the ideographic description “{text}” is set as typed, not composed",
        "有这个字的话直接用它的编码", "use the character itself if it is encoded",
    ),
    "P408": Code(
        _INFO, "“{text}”不在《》里面", "“{text}” outside 《》",
        "书名用《》，《》里面再用〈〉", "titles take 《》, and 〈〉 only inside them",
    ),
    "P409": Code(
        _WARNING, "字体里没有“{text}”的这个异体（{point}），排成通用的字形",
        "the face lacks this variant of “{text}” ({point}): its usual form is set",
        "去掉异体选择符，或换一个有这个异体的字体", "delete the selector, or choose a face that has the variant",
    ),
    # ---- lines ------------------------------------------------------------------------------------------------------
    "P410": Code(
        _WARNING, "这一行太松：“{text}”，每处多 {each} 字", "a loose line: “{text}”, {each} em more at each place",
        "改几个字，或换一个栏宽", "change a few words, or the measure",
    ),
    "P411": Code(
        _WARNING, "这一行排不下：“{text}”超出 {over} 字", "an overfull line: “{text}” is {over} em too long",
        "把栏加宽，或把太长的西文断开", "widen the measure, or part the long word",
    ),
    "P412": Code(
        _WARNING, "没有合适的断行处：“{last}”留在行末，“{first}”落到行首",
        "no good break: “{last}” ends a line and “{first}” begins the next",
        "改几个字，或换一个栏宽", "change a few words, or the measure",
    ),
    "P413": Code(
        _WARNING, "段末孤字“{text}”单独成行", "an orphan: “{text}” alone on the last line",
        "删一个字，或加两个字", "cut a character, or add two",
    ),
    "P414": Code(
        _WARNING, "太长，只好断开：“{last}”和“{first}”分在两行",
        "too long for the measure: parted between “{last}” and “{first}”",
        "把栏加宽，或改写", "widen the measure, or rephrase",
    ),
    "P415": Code(
        _WARNING, "行距里的空白只有 {gap} 字，字旁的标记要 {needed} 字",
        "only {gap} em of white between lines, the marks beside the text want {needed}",
        "加大行距，或去掉字旁的标记", "increase the leading, or leave the marks out",
    ),
    "P416": Code(
        _WARNING, "标题转行不合意义：断在“{before}”和“{after}”之间{why}",
        "a headline that breaks against the sense, between “{before}” and “{after}”{why}",
        "用 | 自己定转行的地方，或把人名、单位写进 {k[names]}；排不下的缩短标题，加宽位置，或改小{k[headline_size]}",
        "put a | where it shall break, or the name into {k[names]}; where nothing else fits, shorten it, widen the "
        "place or allow a smaller {k[headline_size]}",
    ),
    "P417": Code(
        _ERROR, "“{text}”是{script}，字母要连写、要按自己的方向排，这里排不了",
        "“{text}” is {script}: its letters join and run in their own direction, which is not done here",
        "请美编做成图片放进版面，或者改用汉字译名", "place it as a picture, or give the name in Chinese characters",
    ),
    "P418": Code(
        _WARNING, "段首的“{text}”照原样排了", "“{text}” at the beginning of a paragraph is set as typed",
        "要的是小标题就写“## ”，后面空一格；不是就不用管", "for a cross-head write “## ”; else leave it as it is",
    ),
    "P419": Code(
        _WARNING, "这一行撑不满，照自然宽度排了：“{text}”，撑满每处要多 {each} 字",
        "a line left ragged: “{text}”, to fill it would take {each} em more at each place",
        "改几个字，让长的西文或数字换个位置，或换一个栏宽", "change a few words, or the measure",
    ),
    # ---- runs -------------------------------------------------------------------------------------------------------
    "P420": Code(
        _ERROR, "没有叫“{name}”的字样，这里照一般的字排",
        "there is no style of type called “{name}”: set like the rest",
        "{perhaps}可以写：{known}；方括号和花括号本来就是稿件的，在花括号前加反斜杠",
        "{perhaps}known: {known}; where the brackets are copy, put a backslash before the brace",
    ),
    "P421": Code(
        _WARNING, "这里的字比行大出 {over} 字，行间的空白只有 {gap} 字",
        "type that stands {over} em out of its line, with {gap} em of white between lines",
        "用小一点的字样，或加大行距", "use a smaller style, or increase the leading",
    ),
    "P424": Code(
        _ERROR, "这里的字比行大出 {over} 字，行间的空白只有 {gap} 字，会叠在上一行的字上",
        "type that stands {over} em out of its line, with {gap} em of white between lines, prints over the line above",
        "用小一点的字样，或加大行距", "use a smaller style, or increase the leading",
    ),
    "P423": Code(
        _WARNING, "“{block}”的诗有一节分在两栏，从“{text}”起到了第 {leg} 栏",
        "legs part a stanza of the poem in “{block}”: from “{text}” on it stands in leg {leg}",
        "增减位置的行数，使一节留在一栏里；诗没有分节的，在分节的地方空一行",
        "change the rows of its place, so that a stanza stays in one leg; blank lines say where stanzas end",
    ),
    "P425": Code(
        _WARNING, "“{block}”第 {leg} 栏的栏脚，“{text}”{fault}",
        "at the foot of leg {leg} of “{block}” “{text}” {fault}",
        "{remedy}", "{remedy}",
    ),
    "P422": Code(
        _WARNING, "“{text}”的括号是全角的，照原样排了", "“{text}” has full-width brackets and is set as typed",
        "要换字样，方括号和花括号都用半角：[文字]{{黑}}", "for a style of type both pairs are half-width: [文字]{{黑}}",
    ),
}  # fmt: skip
