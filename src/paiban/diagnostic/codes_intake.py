"""P8xx: import: what a source is, what was done with it, what was guessed."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    # ---- what cannot be read ----------------------------------------------------------------------------------------
    "P801": Code(
        _ERROR, "{file} 是{kind}，不能直接导入", "{file} is {kind}, which cannot be imported as it is",
        "{advice}", "{advice}",
    ),
    "P802": Code(
        _ERROR, "看不出 {file} 是什么格式", "it cannot be told what {file} is",
        "另存为 .docx、.txt、.html；用命令 import 时也可以加 --from 指明格式",
        "save it as .docx, .txt or .html; the import command may be told with --from what it is",
    ),
    "P803": Code(
        _ERROR, "读{kind}要用到 {library}，还没有装", "{library}, which reads {kind}, is not installed",
        "运行 pip install 'paiban[import]'", "run pip install 'paiban[import]'",
    ),
    "P804": Code(
        _ERROR, "{file} 损坏了，或者不是{kind}", "{file} is damaged, or is not {kind}",
        "用原来的软件打开，另存一份再导入", "open it in the program that made it, save it anew, and import that",
    ),
    "P805": Code(
        _ERROR, "{file} 不安全，没有导入：{reason}", "{file} is not safe and was not imported: {reason}",
        "确认来源；可靠的话，用原来的软件打开另存一份",
        "make sure where it comes from; if it can be trusted, save it anew",
    ),
    "P806": Code(
        _ERROR, "看不出 {file} 的文字编码", "it cannot be told how the text of {file} is encoded",
        "用记事本或 WPS 打开，另存为 UTF-8", "open it in an editor and save it as UTF-8",
    ),
    "P807": Code(
        _ERROR, "{file} 里没有可用的文字和图片", "there is neither copy nor picture in {file}",
        "检查是不是选错了文件", "check whether this is the right file",
    ),
    "P808": Code(
        _ERROR, "通讯社已撤销或扣发这条稿件（{status}）：{headline}",
        "the agency says of this item: {status}: {headline}",
        "不要采用；向通讯社核实", "do not use it; ask the agency",
    ),
    "P809": Code(
        _ERROR, "不知道出版日期", "the day of issue is not known",
        "写明 --date 2022-03-31", "say it: --date 2022-03-31",
    ),
    # ---- what somebody has to look at -------------------------------------------------------------------------------
    "P811": Code(
        _WARNING, "没有标题，用了“{headline}”", "there is no headline; “{headline}” stands for it",
        "在“主题”里写上标题", "write the headline",
    ),
    "P812": Code(
        _WARNING, "这条稿件 {until} 以前不能发", "this item is embargoed until {until}",
        "核对出版时间", "check when the paper comes out",
    ),
    "P813": Code(
        _WARNING, "图片 {name} 没有导入：{reason}", "the picture {name} was not imported: {reason}",
        "找到原图，存成 JPEG、PNG 或 TIFF，放进稿件文件夹",
        "put the original into the folder, as JPEG, PNG or TIFF",
    ),
    "P814": Code(
        _WARNING, "没有排进去的{what}：“{before}”", "left out, {what}: “{before}”",
        "要用的话，自己放进正文", "put it into the copy if it is wanted",
    ),
    "P815": Code(
        _WARNING, "这一格是公式，没有算好的值：{before}", "this cell is a formula without a value: {before}",
        "用表格软件打开，存盘后再导入", "open the table in its program, save it, and import it again",
    ),
    "P816": Code(
        _WARNING, "{file} 带有宏，没有运行也没有导入", "{file} holds macros; they were neither run nor imported",
        "确认来源可靠", "make sure where it comes from",
    ),
    "P817": Code(
        _WARNING, "文件夹里的 {file} 没有导入", "{file} in the folder was not imported",
        "不是稿件就不用管；是稿件就另存为 .docx 或 .txt", "save it as .docx or .txt if it is copy",
    ),
    "P818": Code(
        _WARNING, "配不上文章的图说：“{words}”，放进了正文",
        "a caption without a picture: “{words}”; it stands in the copy",
        "移到图片的“图说”里，或者删去", "move it to its picture, or take it out",
    ),
    "P819": Code(
        _WARNING, "这里的 {count} 栏文字之间只有一个空格，分栏是估计的",
        "only a space parts {count} columns of text here; where they were cut is an estimate",
        "对照原稿核对一遍", "read it against the original",
    ),
    "P839": Code(
        _WARNING, "{file} 里有 {count} 处坏了，读不出来，写成了“〓”",
        "{count} places of {file} are damaged and cannot be read; “〓” stands there",
        "对照原稿补上", "put in what is missing, from the original",
    ),
    "P840": Code(
        _WARNING, "划掉的字照排了：“{words}”", "copy that is struck through was kept: “{words}”",
        "不要的话，从正文里删去", "take it out if it is not wanted",
    ),
    # ---- what was done ----------------------------------------------------------------------------------------------
    "P820": Code(_INFO, "{file} 的文字按 {encoding} 读", "the text of {file} was read as {encoding}", "", ""),
    "P821": Code(_INFO, "{count} 行接成一段", "{count} lines joined into one paragraph", "", ""),
    "P822": Code(_INFO, "这里的 {count} 栏文字一栏接一栏读",
                 "{count} columns of text were read one after another", "", ""),
    "P823": Code(_INFO, "去掉了空格：“{context}”", "white was taken out: “{context}”", "", ""),
    "P824": Code(_INFO, "“{before}”改成“{after}”（{rule}）：“{context}”",
                 "“{before}” became “{after}” ({rule}): “{context}”", "", ""),
    "P825": Code(_INFO, "自动编号写成文字：{after}", "an automatic number was written out: {after}", "", ""),
    "P826": Code(_INFO, "表格的一行成了一段，格与格之间空一字",
                 "a row of a table became a paragraph, its cells an em apart", "", ""),
    "P837": Code(_INFO, "表格成了一个表：{rows} 行 {columns} 列",
                 "a table of {rows} rows and {columns} columns", "", ""),
    "P827": Code(_INFO, "作{role}：{words}", "taken for the {role}: {words}", "", ""),
    "P828": Code(_INFO, "分量 {weight}（按篇幅、图片和名字猜的）：{headline}",
                 "weight {weight}, guessed by length, pictures and name: {headline}", "", ""),
    "P829": Code(_INFO, "{key}没有写明，先写成 {value}", "the {key} was not given; it is {value} for now", "", ""),
    "P830": Code(_INFO, "去掉了看不见的字符：{shown}", "invisible characters were taken out: {shown}", "", ""),
    "P831": Code(_INFO, "没有保留的格式：{what}“{words}”", "formatting that is not kept: {what}, “{words}”", "", ""),
    "P832": Code(_INFO, "“{words}”像标记，前面加了反斜杠，照原字排",
                 "“{words}” looks like a mark; backslashes make it plain copy", "", ""),
    "P833": Code(_INFO, "去掉了“{before}”：{reason}", "“{before}” was taken out: {reason}", "", ""),
    "P834": Code(_INFO, "文本框里的文字放在这一篇末尾",
                 "the copy of a text box stands at the end of its story", "", ""),
    "P841": Code(_INFO, "图片 {name} 配给“{other}”（按文件名或文件夹猜的）",
                 "the picture {name} goes with “{other}”, guessed by its name or folder", "", ""),
    "P835": Code(_INFO, "图片存成 {file}", "a picture was saved as {file}", "", ""),
    "P838": Code(_INFO, "{what}写成文字：“{before}”成了“{after}”",
                 "{what} was written as copy: “{before}” became “{after}”", "", ""),
    "P836": Code(_INFO, "符号字体里的字（{before}）写成“{after}”",
                 "a sign of a symbol face ({before}) was written as “{after}”", "", ""),
}  # fmt: skip
