"""P1xx: the file (YAML, schema) · P2xx: what the issue says (places, stories)."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: dict[str, Code] = {
    # ---- YAML -------------------------------------------------------------------------------------------------------
    "P101": Code(
        _ERROR, "这里的写法看不懂", "this cannot be read as YAML",
        "对照一份能用的稿件文件，检查这一行和上一行的冒号、引号和缩进",
        "compare this line and the one before it with a file that works: colons, quotes, indentation",
    ),
    "P102": Code(
        _ERROR, "缩进里有{what}", "{what} in the indentation",
        "把行首的{what}换成半角空格；每深一层多空两格", "indent with plain spaces, two for each level",
    ),
    "P103": Code(
        _ERROR, "这里缺一个冒号", "a colon is missing here",
        "写成“键: 值”，冒号是半角的，后面空一格；多行正文写在“{k[body]}: |”之后并缩进",
        "write “key: value” with a space after the colon; copy of several lines goes indented under “{k[body]}: |”",
    ),
    "P104": Code(
        _ERROR, "一行里有两处“冒号加空格”，分不清哪个是键", "a second colon with a space after it on one line",
        "把整个值放进单引号里：'……'", "put the whole value in single quotes: '…'",
    ),
    "P105": Code(
        _ERROR, "缩进和上面的行对不齐{by}", "the indentation does not match the lines above{by}",
        "同一层的键左边对齐，列表的“- ”也上下对齐；每深一层多空两格，只用空格",
        "keys of one level start in one column, and so do the “- ” of a list; two spaces for each level",
    ),
    "P106": Code(
        _ERROR, "从这里开始的引号或括号一直没有合上", "a quote or bracket opened here is never closed",
        "补上后一个引号或括号；值里本来就有引号的，外面换用另一种引号",
        "close it; where the value itself holds quotes, use the other kind outside",
    ),
    "P107": Code(
        _ERROR, "括号不成对，或者里面缺逗号", "brackets do not pair, or a comma is missing inside",
        "写成 {{键: 值, 键: 值}} 或 [甲, 乙]，用半角的逗号和括号",
        "write {{key: value, key: value}} or [a, b] with plain commas and brackets",
    ),
    "P108": Code(
        _ERROR, "值不能以这个字符开头", "a value cannot begin with this character",
        "把整个值放进单引号里：'……'", "put the whole value in single quotes: '…'",
    ),
    "P109": Code(
        _ERROR, "双引号里的反斜杠写法不对", "an unknown backslash sequence inside double quotes",
        "改用单引号，或者把 \\ 写成 \\\\", "use single quotes, or write \\\\ for a backslash",
    ),
    # ---- the file itself --------------------------------------------------------------------------------------------
    "P110": Code(
        _ERROR, "找不到文件 {file}", "there is no file {file}",
        "检查文件名和所在的文件夹", "check the name and the folder",
    ),
    "P111": Code(
        _ERROR, "{file} 是文件夹，不是文件", "{file} is a folder, not a file",
        "写出文件夹里那份稿件文件的名字，例如 {file}/issue.yaml", "name the file in it, for example {file}/issue.yaml",
    ),
    "P112": Code(
        _ERROR, "读不了 {file}：{reason}", "cannot read {file}: {reason}",
        "检查这个文件的权限和链接，或者是否被别的程序占用",
        "check the file's permissions and links, and whether another program holds it",
    ),
    "P113": Code(
        _ERROR, "{file} 太大，超过 {most}", "{file} is larger than {most}",
        "看看是不是选错了文件；图片和广告用路径引用，一期太长就分成几个文件",
        "check whether it is the right file; pictures and adverts are named by path, a very long issue is split",
    ),
    "P114": Code(
        _ERROR, "第 {line} 行有不是 UTF-8 的字节 {byte}", "line {line} holds the byte {byte}, which is not UTF-8",
        "在编辑器里“另存为”，编码选 UTF-8", "save the file again as UTF-8",
    ),
    "P115": Code(
        _ERROR, "文件的编码是 GBK，不是 UTF-8（从第 {line} 行看出）",
        "the file is in GBK, not UTF-8 (seen on line {line})",
        "在编辑器里“另存为”，编码选 UTF-8", "save the file again as UTF-8",
    ),
    "P116": Code(
        _ERROR, "文件的编码是 {encoding}，不是 UTF-8", "the file is in {encoding}, not UTF-8",
        "在编辑器里“另存为”，编码选 UTF-8", "save the file again as UTF-8",
    ),
    "P117": Code(
        _WARNING, "从这里起有 {times} 个看不见的字符（{points}），略去不排",
        "{times} invisible characters from here on ({points}); they are left out",
        "多半是粘贴带来的，不影响排版；不想再看到这一条就删去它们",
        "they most likely came with pasted text and do no harm; delete them to hear no more of it",
    ),
    "P118": Code(
        _WARNING, "从这里起有 {times} 个特殊的换行符（{points}），当作换行",
        "{times} unusual line breaks from here on ({points}); they are taken as line ends",
        "删去它，按回车另起一行", "replace them by ordinary line ends",
    ),
    "P119": Code(
        _ERROR, "键后面用了全角冒号“：”", "a full-width colon “：” after a key",
        "改成半角冒号，后面空一格：“键: 值”", "write a plain colon and a space: “key: value”",
    ),
    "P120": Code(
        _ERROR, "文件是空的", "the file is empty",
        "至少要有 {k[date]}、{k[page]}、{k[section]} 和 {k[stories]}",
        "it needs at least {k[date]}, {k[page]}, {k[section]} and {k[stories]}",
    ),
    "P121": Code(
        _ERROR, "一个文件里有两份内容，被“---”隔开", "a second document after “---”",
        "一期放在一份内容里：删去“---”，多个版写在 {k[pages]} 下面",
        "keep one issue in one document: delete the “---” and list the pages under “{k[pages]}”",
    ),
    "P122": Code(
        _ERROR, "嵌套超过 {most} 层", "nested more than {most} levels deep",
        "检查这里的括号和缩进", "check the brackets and the indentation here",
    ),
    "P123": Code(
        _ERROR, "引用（*）超过 {most} 处", "more than {most} aliases (*)",
        "把重复的内容直接写出来", "write the repeated content out",
    ),
    "P124": Code(
        _ERROR, "内容超过 {most} 项", "more than {most} items in the file",
        "把这一期分成几个文件", "split the issue into several files",
    ),
    "P125": Code(
        _ERROR, "引用了没有定义过的“*{name}”", "the alias *{name} is not defined above",
        "值以星号开头的要放进单引号里：'*……'", "put a value that begins with an asterisk in single quotes: '*…'",
    ),
    "P126": Code(
        _ERROR, "键只能是一个词", "a key must be a single word",
        "检查这里的括号、问号和缩进", "check the brackets, question marks and indentation here",
    ),
    "P127": Code(
        _ERROR, "不支持合并键“<<”", "the merge key “<<” is not supported",
        "把要合并的几行直接写出来", "write the merged lines out",
    ),
    "P128": Code(
        _ERROR, "不支持类型标签 {tag}", "the tag {tag} is not supported",
        "删去它；值以叹号开头的要放进单引号里", "delete it; put a value that begins with “!” in single quotes",
    ),
    "P129": Code(
        _ERROR, "冒号后面没有空格", "no space after the colon",
        "写成“键: 值”，半角冒号后面空一格", "write “key: value”, with a space after the colon",
    ),
    # ---- keys and values --------------------------------------------------------------------------------------------
    "P130": Code(
        _ERROR, "不认识的键“{key}”", "unknown key “{key}”",
        "是不是“{own_guess}”？", "did you mean “{own_guess}”?",
    ),
    "P131": Code(
        _ERROR, "{owner}里不能写“{key}”", "“{key}” does not belong in {owner}",
        "可以写的有：{own_known}", "known keys: {own_known}",
    ),
    "P132": Code(
        _ERROR, "键“{key}”重复，第 {line} 行已经有了", "the key “{key}” stands twice, first on line {line}",
        "只留一个", "keep one of them",
    ),
    "P133": Code(
        _ERROR, "“{key}”和第 {line} 行的“{first}”是同一个键", "“{key}” is the same key as “{first}” on line {line}",
        "中文、英文任选一个，只留一个", "keep one of the two spellings",
    ),
    "P134": Code(
        _ERROR, "这里要{wanted}，写的是{got}", "wanted {wanted}, found {got}",
        "改写成{wanted}", "write {wanted}",
    ),
    "P135": Code(
        _ERROR, "{owner}里没有写“{own_key}”", "{owner} has no “{own_key}”",
        "补上一行“{own_key}: ……”", "add a line “{own_key}: …”",
    ),
    "P136": Code(
        _ERROR, "这篇稿件既没有主题（headline）也没有正文（body）",
        "this story has neither headline (主题) nor body (正文)",
        "补上一行“{k[headline]}: ……”，或“{k[body]}: |”和下面的正文",
        "add a line “{k[headline]}: …”, or “{k[body]}: |” and the copy under it",
    ),
    "P137": Code(
        _INFO, "这篇稿件没有正文（body），标题单独排", "this story has no body (正文): its headline stands alone",
        "漏了正文的，补上“{k[body]}: |”，下面每行一段",
        "if the copy was forgotten, add “{k[body]}: |” and under it one line for each paragraph",
    ),
    "P138": Code(
        _ERROR, "“{own_key}”是空的", "“{own_key}” is empty",
        "写上内容；用不着就删去这一行", "fill it in, or delete the line if it is not needed",
    ),
    "P139": Code(
        _ERROR, "{value} 超出范围，应在 {least} 到 {most} 之间",
        "{value} is out of range, it must be {least} to {most}",
        "改成 {least} 到 {most} 之间的数", "choose a number from {least} to {most}",
    ),
    "P140": Code(
        _ERROR, "“{value}”不能用在这里", "“{value}” is not {wanted}",
        "写 {wanted}", "write {wanted}",
    ),
    "P141": Code(
        _ERROR, "“{value}”不是长度", "“{value}” is not a length",
        "写数和单位，如 9pt、350mm、14级，或字号如 小五{besides}",
        "write a number and its unit, as 9pt, 350mm, 14级, or a size by name, as 小五{besides}",
    ),
    "P142": Code(
        _ERROR, "长度“{value}”没有单位", "the length “{value}” has no unit",
        "补上单位：{value}pt 或 {value}mm", "add a unit: {value}pt or {value}mm",
    ),
    "P143": Code(
        _ERROR, "“{value}”不是日期", "“{value}” is not a date",
        "写成 2022-03-31 或 2022年3月31日", "write it as 2022-03-31 or 2022年3月31日",
    ),
    "P144": Code(
        _ERROR, "不认识“{value}”", "“{value}” is not known here",
        "{perhaps}可以用：{known}", "{perhaps}known: {known}",
    ),
    "P145": Code(
        _ERROR, "“{value}”不是“是”或“否”", "“{value}” is neither yes nor no",
        "写“是”（yes）或“否”（no）", "write yes or no",
    ),
    "P146": Code(
        _ERROR, "长度 {value} 超出范围，应在 {least} 到 {most} 之间",
        "the length {value} is out of range, it must be {least} to {most}",
        "改成 {least} 到 {most} 之间的长度", "choose a length from {least} to {most}",
    ),
    "P147": Code(
        _ERROR, "列表有 {counted}，应有 {wanted}", "the list has {counted}, it must have {wanted}",
        "{remedy}", "{remedy}",
    ),
    "P148": Code(
        _ERROR, "列表里有一项是空的", "an item of the list is empty",
        "写上内容，或者删去这个“-”", "fill it in, or delete its “-”",
    ),
    "P149": Code(
        _ERROR, "“{value}”不是位置", "“{value}” is not a place on the grid",
        "写成 1-5（从第 1 到第 5）或 3，小的在前", "write 1-5 (from the 1st to the 5th) or 3, the lower number first",
    ),
    "P150": Code(
        _ERROR, "引号合上以后又有文字", "more words after the closing quote",
        "去掉外面的引号，或把整个值放进单引号里；文中的引号用“”",
        "drop the quotes, or put the whole value in single ones; copy has “” for quotes",
    ),
    "P151": Code(
        _ERROR, "“|”后面的这一行不能再写字", "words on the same line after “|”",
        "正文从下一行开始，每行一段，都要缩进", "the copy begins on the next line, indented",
    ),
    "P152": Code(
        _ERROR, "这里有字已经丢失，只剩“�”（共 {times} 处，{points}）",
        "a character was lost here, only “�” is left ({times} places, {points})",
        "对照原稿补上；多半是转换编码时丢的", "put it back from the original; it was most likely lost in a conversion",
    ),
    "P153": Code(
        _WARNING, "从这里起有 {times} 个附加符号（{points}）前面没有可附的字母，略去不排",
        "{times} combining marks from here on ({points}) follow no letter that can bear them; they are left out",
        "把它们移到字母后面，或删去", "put them after a letter, or delete them",
    ),
    "P154": Code(
        _ERROR, "这不是{what}，是{kind}", "this is not {what} but {kind}",
        "Word、表格、网页里的稿子用 paiban import 导入；新的一期用 paiban new",
        "copy in Word, a spreadsheet or a web page comes in by paiban import; paiban new makes a fresh issue",
    ),
    "P155": Code(
        _ERROR, "JSON 写错了：这里是“{found}”，应当是{wanted}",
        "this is no JSON: “{found}” stands where {wanted} belongs",
        "对照 docs/commands.md 里的例子改", "compare the example in docs/commands.md",
    ),
    "P156": Code(
        _ERROR, "{value} 不是相对的两版", "{value} are no facing pages",
        "跨版是双数版和它后面的一版，如 {example}", "a spread is an even page and the one after it, as {example}",
    ),
    "P157": Code(
        _ERROR, "这个文件是第 {format} 版写法的，这个 paiban 只认得到第 {known} 版",
        "this file is written in format {format}, and this paiban knows no format beyond {known}",
        "更新 paiban 再排", "set it with a newer paiban",
    ),
    "P158": Code(
        _ERROR, "“{own_key}”没有主题可配", "“{own_key}” has no headline to stand with",
        "补上一行“{k[headline]}: ……”，或删去它", "add a line “{k[headline]}: …”, or take it out",
    ),
    "P159": Code(
        _ERROR, "要压的“{id}”不是这一版的图片", "“{id}”, which it is to stand on, is no picture of the page",
        "{perhaps}{remedy}", "{perhaps}{remedy}",
    ),
    "P162": Code(
        _ERROR, "{k[widths]}加起来是 {sum} 栏，位置占 {columns} 栏",
        "{k[widths]} add up to {sum} columns, the place has {columns}",
        "各栏的宽加起来要等于位置的栏数", "let them add up to the columns of the place",
    ),
    "P160": Code(
        _ERROR, "这不是{what}，是{kind}", "this is not {what} but {kind}",
        "看看是不是放错了文件；{what}要存成 UTF-8 的纯文本",
        "check whether it is the right file; {what} is plain text in UTF-8",
    ),
    "P161": Code(
        _ERROR, "{what}是空的", "{what} is empty",
        "照现成的一份写；用不着就删去这个文件", "write it after one that came along; delete it if it is not needed",
    ),
    "P163": Code(
        _ERROR, "列表的一项要用“- ”开头，这里是“{sign}”", "an item of a list begins with “- ”, here with “{sign}”",
        "写半角的减号，后面空一格：“- 键: 值”", "write a plain hyphen and a space: “- key: value”",
    ),
    "P164": Code(
        _ERROR, "这里要半角的括号和逗号，写的是全角的“{sign}”",
        "plain brackets and commas belong here, “{sign}” is full-width",
        "写成 {{键: 值, 键: 值}} 或 [甲, 乙]", "write {{key: value, key: value}} or [a, b]",
    ),
    "P165": Code(
        _ERROR, "这里有两个人的改动没有合好", "two people's changes were not joined here",
        "留下要用的一份，删去“<<<<<<<”“=======”“>>>>>>>”这几行",
        "keep the one that you want and delete the lines “<<<<<<<”, “=======” and “>>>>>>>”",
    ),
    "P166": Code(
        _ERROR, "没有“{value}”这一天", "there is no such day as “{value}”",
        "核对月份和日子", "check the month and the day",
    ),
    "P167": Code(
        _ERROR, "没有第 {number} 段可删：正文共 {count} 段",
        "there is no paragraph {number} that could go: the copy has {count}",
        "从正文的第一段数起，小标题也算一段", "count from the first paragraph of the copy, cross-heads included",
    ),
    "P168": Code(
        _ERROR, "这些段都删去，正文就没有了，或只剩小标题",
        "without these no copy is left, or a cross-head without any",
        "至少留一段；小标题要和它下面的段一起删", "let one stay at least; a cross-head goes with what it heads",
    ),
    "P169": Code(
        _ERROR, "第 {number} 段没有写在“{k[optional]}”里，不能删去",
        "paragraph {number} is not among the “{k[optional]}” ones",
        "把它写进“{k[optional]}”，或从“{k[dropped]}”里拿掉",
        "add it to “{k[optional]}”, or take it out of “{k[dropped]}”",
    ),
    "P170": Code(
        _WARNING, "“{own_key}”只管横排，这一块是直排，没有用上",
        "“{own_key}” is of horizontal lines; these are vertical, and go without",
        "删去这一行，或写“{k[writing]}: {k[horizontal]}”", "take it out, or write “{k[writing]}: {k[horizontal]}”",
    ),
    "P199": Code(
        _ERROR, "错误超过 {most} 处，余下的不再列出", "more than {most} faults, the rest is not listed",
        "先改正前面的，再检查一次", "mend those above and check again",
    ),
    # ---- what the issue says ----------------------------------------------------------------------------------------
    "P201": Code(
        _ERROR, "位置到第 {last} 栏，版式“{template}”只有 {most} 栏",
        "the place reaches column {last}, the template “{template}” has {most}",
        "栏数在 1 到 {most} 之间", "choose columns from 1 to {most}",
    ),
    "P202": Code(
        _ERROR, "位置到第 {last} 行，版式“{template}”（{body}）只有 {most} 行",
        "the place reaches row {last}, the template “{template}” ({body}) has {most}",
        "行数在 1 到 {most} 之间", "choose rows from 1 to {most}",
    ),
    "P203": Code(
        _ERROR, "“{block}”和第 {line} 行的“{other}”位置重叠：第 {columns} 栏，第 {rows} 行",
        "“{block}” overlaps “{other}” of line {line}: columns {columns}, rows {rows}",
        "移开或改小其中一个；要压在图片上的，写 {k[over]} 和图片的编号，位置整个放在图片里",
        "move one of the two or make it smaller; what is to stand on a picture says {k[over]} with its id and has its"
        " place wholly inside",
    ),
    "P204": Code(
        _ERROR, "编号“{id}”重复，第 {line} 行已经用了", "the id “{id}” is taken, see line {line}",
        "每篇稿件用不同的编号", "give each block an id of its own",
    ),
    "P205": Code(
        _ERROR, "“{k[with]}”的稿件“{id}”不在这个版上", "“{k[with]}” names the story “{id}”, which is not on this page",
        "{perhaps}{remedy}", "{perhaps}{remedy}",
    ),
    "P206": Code(
        _ERROR, "找不到文件 {path}", "there is no file {path}",
        "路径从稿件文件所在的文件夹算起，文件夹之间用“/”；检查文件名和扩展名",
        "paths start at the issue file's folder and have “/” between folders; check the name and its ending",
    ),
    "P207": Code(
        _ERROR, "不认识这种文件：{path}", "this kind of file is not known: {path}",
        "可以用：{known}", "known kinds: {known}",
    ),
    "P208": Code(
        _ERROR, "{path} 用不了：{what}", "{path} cannot be used: {what}",
        "写出图片或广告文件本身的路径", "name the picture or advert itself",
    ),
    "P209": Code(
        _ERROR, "没有名为“{name}”的版式", "there is no template “{name}”",
        "现有的版式：{known}", "templates at hand: {known}",
    ),
    "P210": Code(
        _ERROR, "没有名为“{name}”的样式", "there is no style “{name}”",
        "现有的样式：{known}", "styles at hand: {known}",
    ),
    "P223": Code(
        _ERROR, "这里只能写一行", "this must be a single line",
        "删去换行；只有标题可以指定断行", "remove the line end; only a heading may hold breaks",
    ),
    "P224": Code(
        _WARNING, "这里的换行变成了一个空格", "this line end became a space",
        "写在一行里；几段正文写在“|”之后", "write it on one line; put copy of several paragraphs under “|”",
    ),
    "P225": Code(
        _ERROR, "样式里没有叫“{name}”的{kind}", "the style sheet has no {kind} “{name}”",
        "{perhaps}可以用：{known}", "{perhaps}known: {known}",
    ),
    "P226": Code(
        _WARNING, "从这里起有 {times} 个制表符（Tab），当作空格（{points}）",
        "{times} tabs from here on, taken as spaces ({points})",
        "表格式的内容请逐行核对；不想再看到这一条就换成空格",
        "check what was a table line by line; put spaces to hear no more of it",
    ),
    "P227": Code(
        _WARNING, "“#”以后是注释，不排", "what follows the “#” is a comment and is not set",
        "要排出来，就把整个值放进单引号里：'……'", "to set it, put the whole value in single quotes: '…'",
    ),
    "P289": Code(
        _WARNING, "这一行以“#”开头，是注释，不排", "this line begins with “#”: it is a comment and is not set",
        "要排出来，就在键后写“|”，正文和小标题各起一行，缩进一样多；只是备注，就移到这篇稿件上面",
        "to set it, put “|” after the key and every line of copy below it, all indented alike; "
        "if it is a remark, move it above the block",
    ),
    "P228": Code(
        _ERROR, "没有名为“{name}”的字体", "there is no face “{name}”",
        "{perhaps}可以用：{known}", "{perhaps}known: {known}",
    ),
    "P229": Code(
        _WARNING, "这里说的“{id}”不在稿件里", "there is no block “{id}” in the issue",
        "写那一块的编号（id）", "write the id of that block",
    ),
    "P230": Code(
        _ERROR, "各栏加起来比版面还宽", "the columns are wider than the page",
        "减少栏数、栏宽或字号，或加大版面的宽", "fewer or narrower columns, smaller type, or a wider page",
    ),
    "P231": Code(
        _ERROR, "版心里一行也放不下", "not one row fits between the grid's top and its foot",
        "检查{k[height]}、{k[grid_top]}、下边的空和{k[leading]}",
        "check {k[height]}, {k[grid_top]}, the foot and {k[leading]}",
    ),
    "P232": Code(
        _ERROR, "版位到第 {last} 栏，版式只有 {most} 栏", "the slot reaches column {last}, the template has {most}",
        "栏数在 1 到 {most} 之间", "choose columns from 1 to {most}",
    ),
    "P233": Code(
        _ERROR, "版位的下沿不在上沿之下", "the slot's foot is not below its top",
        "“{k[foot]}”要大于“{k[top]}”", "make {k[foot]} greater than {k[top]}",
    ),
    "P234": Code(
        _ERROR, "样式里没有颜色“{name}”", "the sheet has no colour “{name}”",
        "现有的颜色：{known}", "its colours: {known}",
    ),
    "P235": Code(
        _ERROR, "样式里没有字样“{name}”", "the sheet has no style of runs “{name}”",
        "现有的字样：{known}", "its styles of runs: {known}",
    ),
    "P236": Code(
        _ERROR, "样式缺少“{name}”", "the style sheet lacks “{name}”",
        "照 layout/styles/daily.yaml 补上", "add it as in layout/styles/daily.yaml",
    ),
    "P237": Code(
        _ERROR, "分量 {weight} 的三个字号要从小到大", "the three sizes of weight {weight} must not fall",
        "依次写最小、合适、最大", "write the least, the wanted and the most",
    ),
    "P238": Code(
        _ERROR, "样式“{style}”的“{role}”要用字体“{name}”，没有这种字体",
        "the style “{style}” asks for the face “{name}” for {role}, which nobody has",
        "{perhaps}可以用：{known}", "{perhaps}known: {known}",
    ),
    "P239": Code(
        _ERROR, "{path} 不在稿件所在的文件夹里，命令里有 --confine",
        "{path} is not in the issue's folder, and --confine keeps to it",
        "把文件放进稿件的文件夹，用相对路径引用",
        "put the file into the issue's folder and name it by a path from there",
    ),
    "P240": Code(
        _ERROR, "{k[pages]}: {k[auto]} 要写明一共几个版（{k[page_count]}，或{k[page_numbers]}）",
        "{k[pages]}: {k[auto]} needs to know how many pages there are ({k[page_count]} or {k[page_numbers]})",
        "加一行 {k[page_count]}: 4，或 {k[page_numbers]}: [2, 3]",
        "add {k[page_count]}: 4, or {k[page_numbers]}: [2, 3]",
    ),
    "P241": Code(
        _ERROR, "{k[page_numbers]}里第 {number} 版写了不止一次", "{k[page_numbers]} names page {number} more than once",
        "每版只写一次", "name every page once",
    ),
    "P242": Code(
        _ERROR, "{k[page_count]}是 {count}，{k[page_numbers]}却有 {numbers} 个",
        "{k[page_count]} is {count}, but {k[page_numbers]} has {numbers}",
        "只写其中一个，或让两个一致", "write one of them, or make them agree",
    ),
    "P243": Code(
        _ERROR, "这期没有第 {number} 版，有：{known}", "the issue has no page {number}; it has {known}",
        "改版次，或加这一版", "correct the number, or add the page",
    ),
    "P244": Code(
        _ERROR, "有的版没有版名", "some pages have no section name",
        "给稿件写 {k[section]}，或写 {k[sections]}，或写一个总的 {k[section]}",
        "give stories a {k[section]}, or name the pages under {k[sections]}, or give one {k[section]} for all",
    ),
    "P245": Code(
        _WARNING, "“{key}”只在 {k[pages]}: {k[auto]} 时有用，这里不算数",
        "“{key}” of a block counts with {k[pages]}: {k[auto]} only",
        "删掉这个键，或把稿件移到那一版里", "take the key out, or move the block into that page",
    ),
    "P246": Code(
        _ERROR, "下转不能转到同一版（第 {number} 版）", "a story cannot go on on the page that it stands on ({number})",
        "写另一版的版次", "name another page",
    ),
    "P247": Code(
        _ERROR, "稿件只有 {count} 段，没有第 {paragraph} 段",
        "the story has {count} paragraphs, none numbered {paragraph}",
        "改 {k[paragraph]} 的数字", "correct {k[paragraph]}",
    ),
    "P248": Code(
        _ERROR, "“{key}”是哪一版上的位置？这里没有写 {k[page]}",
        "“{key}” is a place on which page? No page is given here",
        "加一行 {k[page]}，或删去这个键，由程序来定", "add {k[page]}, or take the key out and let the engine decide",
    ),
    "P249": Code(
        _WARNING, "这里的“|”照原字排，不断行", "this “|” is set as typed and breaks no line",
        "只有引题、主题、副题、小标题可以用它断行；要的就是这个字符，就写“\\|”",
        "only the parts of a head and cross-heads are broken by it; where the character is meant, write “\\|”",
    ),
    "P251": Code(
        _ERROR, "“{id}”先于“{other}”，“{other}”又先于它", "“{id}” is before “{other}”, which is before it in turn",
        "去掉其中一个 {k[before]}", "take one {k[before]} out",
    ),
    "P261": Code(
        _ERROR, "{own_low}（{least}）比 {own_high}（{most}）还大", "{own_low} ({least}) is above {own_high} ({most})",
        "改其中一个；没有写的那个用的是惯用的数",
        "correct one of them; the one that is not written has its usual value",
    ),
    "P262": Code(
        _WARNING, "图片分辨率 {ppi} 配不上每厘米 {lines} 线的网：网上会看出一格一格",
        "pictures of {ppi} pixels an inch are too coarse for a screen of {lines} lines/cm",
        "{k[picture_ppi]} 写 {wanted} 以上，或改 {k[screen_lines_per_cm]}",
        "set {k[picture_ppi]} to {wanted} or more, or correct {k[screen_lines_per_cm]}",
    ),
    "P263": Code(
        _WARNING, "“{key}”算作自己起的名字；是不是想写“{own_guess}”？",
        "“{key}” counts as a name of your own; did you mean “{own_guess}”?",
        "改成“{own_guess}”，或者把“{own_guess}”也写上", "correct it, or give “{own_guess}” as well",
    ),
    "P264": Code(
        _ERROR, "“{name}”是{kind}的名字，这里要的是{wanted}", "“{name}” names a {kind}; here belongs a {wanted}",
        "可以用：{known}", "known: {known}",
    ),
    "P265": Code(
        _ERROR, "样式里没有线“{name}”", "the sheet has no line “{name}”",
        "现有的线：{known}", "its lines: {known}",
    ),
    "P266": Code(
        _ERROR, "没有“{name}”这一项", "there is no field “{name}”",
        "{perhaps}可以用：{known}", "{perhaps}known: {known}",
    ),
    "P267": Code(
        _ERROR, "这条附件伸进了排稿件的地方", "this furniture reaches into the place of the copy",
        "放到第一行以上或最后一行以下", "put it above the first row or below the last",
    ),
    "P268": Code(
        _ERROR, "一条附件里有“{own_first}”又有“{own_second}”",
        "a piece of furniture has both “{own_first}” and “{own_second}”",
        "删去其中一个", "delete one of the two",
    ),
    "P269": Code(
        _ERROR, "这一项里要有“{own_first}”或“{own_second}”",
        "this item needs “{own_first}” or “{own_second}”",
        "补上其中一个", "add one of the two",
    ),
    "P271": Code(
        _ERROR, "“{key}”不属于{owner}", "“{key}” does not belong to {owner}",
        "移到“{part}”下面", "move it under “{part}”",
    ),
    "P272": Code(
        _ERROR, "没有名为“{name}”的套路文件", "there are no ideas “{name}”",
        "现有的套路文件：{known}", "ideas at hand: {known}",
    ),
    "P281": Code(
        _ERROR, "表的第 {row} 行有 {cells} 格，别的行是 {columns} 格",
        "row {row} of the table has {cells} cells, the others have {columns}",
        "补上空格子，或用“<”接左边一格、“^”接上面一格；只有一格的行是组题",
        "add empty cells, or join the cell at the left by “<”, the one above by “^”; a row of one cell heads a group",
    ),
    "P282": Code(
        _ERROR, "第 {row} 行第 {column} 格的“<”或“^”没有可接的格子",
        "there is no cell that the “<” or “^” in row {row}, cell {column} could join",
        "“<”左边、“^”上面要有一格；要排的是符号本身，前面加反斜杠",
        "“<” needs a cell at its left, “^” one above; for the sign itself put a backslash before it",
    ),
    "P290": Code(
        _ERROR, "第 {row} 行第 {column} 格要占的地方，别的格已经占了",
        "the cell in row {row}, column {column} takes a place that another cell has",
        "减少跨列，或减少上面那格的跨行",
        "let it take fewer columns, or the cell above fewer rows",
    ),
    "P283": Code(
        _ERROR, "表格文件“{path}”读不出来：{reason}", "the table file “{path}” cannot be read: {reason}",
        "在 Excel 里另存为 .xlsx 或 UTF-8 的 .csv，或把各行直接写在稿件里",
        "save it as .xlsx, or as .csv in UTF-8, or write its rows into the issue",
    ),
    "P284": Code(
        _ERROR, "对齐写了 {given} 列，表有 {columns} 列", "{given} columns are aligned, the table has {columns}",
        "每列写一个，不管的写“自动”", "write one for each column, auto for those that you leave to the engine",
    ),
    "P285": Code(
        _ERROR, "表头写了 {heads} 行，表一共只有 {rows} 行",
        "its head has {heads} rows, but the table only {rows} in all",
        "把表头行数改小；没有表头的写 0", "make the head smaller; 0 for none",
    ),
    "P286": Code(
        _ERROR, "没有叫“{name}”的段落样式或对齐", "no paragraph style or alignment is called “{name}”",
        "写“::: {guess}”？可以用：{known}；后面可以加“居首”“居中”“居末”",
        "did you mean “::: {guess}”? known: {known}; start, centre or end may follow",
    ),
    "P287": Code(
        _ERROR, "这个“:::”前面没有开头", "this “:::” ends nothing",
        "开头写“::: 诗”这样的一行，末尾写“:::”；多余的删去",
        "begin with a line such as “::: poem” and end with “:::”; take out one that is left over",
    ),
    "P288": Code(
        _ERROR, "这里没有名字", "there are no names here",
        "补上名字，或删去这个组题或名单", "add the names, or take the head or the list out",
    ),
    "P211": Code(
        _ERROR, "没有名为“{name}”的印刷条件", "there is no press “{name}”",
        "现有的印刷条件：{known}", "presses at hand: {known}",
    ),
    "P212": Code(
        _ERROR, "版式“{template}”里没有版位“{name}”", "the template “{template}” has no slot “{name}”",
        "现有的版位：{known}", "its slots: {known}",
    ),
    "P213": Code(
        _ERROR, "版式“{template}”里没有名为“{name}”的正文设置",
        "the template “{template}” has no body setting “{name}”",
        "可以用：{known}", "known: {known}",
    ),
    "P214": Code(
        _ERROR, "“{k[place]}”和“{k[slot]}”只能写一个", "both {k[place]} and {k[slot]} are given",
        "删去其中一个", "delete one of the two",
    ),
    "P215": Code(
        _ERROR, "破栏 {legs} 栏太多：占 {columns} 栏的位置最多破 {most} 栏",
        "{legs} legs are too many for {columns} columns, {most} at most",
        "减少破栏的栏数，或占更多栏", "ask for fewer legs or more columns",
    ),
    "P216": Code(
        _ERROR, "第 {number} 版重复，第 {line} 行已经有了", "page {number} stands twice, first on line {line}",
        "每个版的版次要不同", "give each page its own number",
    ),
    "P217": Code(
        _ERROR, "“{key}”在有“{k[pages]}”的文件里要写到某个版里面",
        "with “{k[pages]}”, the key “{key}” belongs inside a page",
        "把它移到 {k[pages]} 下面的版里", "move it into a page under “{k[pages]}”",
    ),
    "P218": Code(
        _INFO, "从这里起有 {count} 段以全角空格开头，当作缩进，不算正文",
        "{count} paragraphs from here on begin with full-width spaces, taken for an indent, not for copy",
        "可以删去：段首缩进由样式决定", "they may be deleted: the style sets the indent",
    ),
    "P219": Code(
        _ERROR, "小标题没有文字", "a cross-head without words",
        "在“## ”后面写上小标题，或删去这一行", "write it after “## ”, or delete the line",
    ),
    "P220": Code(
        _ERROR, "一项里有“{first}”又有“{second}”", "one item has both “{first}” and “{second}”",
        "分成两项，各用一个“-”", "make two items of it, each with its own “-”",
    ),
    "P221": Code(
        _ERROR, "编号“{id}”只能用字母、数字、汉字、“-”、“_”和“.”",
        "the id “{id}” holds characters that an id cannot have",
        "换一个编号，例如 lead、drill-2、头条", "choose another, for example lead, drill-2 or 头条",
    ),
    "P222": Code(
        _ERROR, "标题里有一行是空的", "a line of the heading is empty",
        "“|”的前后都要有文字", "put words before and after each “|”",
    ),
}  # fmt: skip
