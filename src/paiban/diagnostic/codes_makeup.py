"""P5xx: fit · P6xx: rules of the page."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

CODES: dict[str, Code] = {
    "P501": Code(
        Severity.ERROR,
        "“{block}”超 {lines} 行，从这里起的 {characters} 字排不下",
        "“{block}” is {lines} lines over: {characters} characters from here on find no room",
        "删 {characters} 字，或把位置加高，或标题减一行",
        "cut {characters} characters, or make the place taller, or the headline a line shorter",
    ),
    "P502": Code(
        Severity.WARNING,
        "“{block}”缺 {lines} 行，约 {characters} 字",
        "“{block}” is {lines} lines short, about {characters} characters",
        "补 {characters} 字，或加小标题，或把位置减矮",
        "add {characters} characters or a cross-head, or make the place less tall",
    ),
    "P503": Code(
        Severity.ERROR,
        "“{block}”没有位置",
        "“{block}” has no place",
        "给它写 位置（栏、行）或 slot，或者用 typeset makeup 让引擎拼版",
        "give it a place (columns, rows) or a slot, or let the engine draw the page with typeset makeup",
    ),
    "P504": Code(
        Severity.ERROR,
        "“{block}”的标题在 {columns} 栏里排不下",
        "the headline of “{block}” does not fit {columns} columns",
        "缩短标题，加宽位置，或放小 headline_size",
        "shorten the headline, widen the place, or allow a smaller headline_size",
    ),
    "P505": Code(
        Severity.WARNING,
        "图片“{block}”要裁掉 {percent}% 才能放进这个位置",
        "picture “{block}” loses {percent} % to fit its place",
        "改位置的行数或栏数，使其接近图片的比例，或用 focus 指定要留的部分",
        "change the place to suit the picture's shape, or set focus to the part that must stay",
    ),
    "P506": Code(
        Severity.ERROR,
        "“{block}”的位置放下标题后一行正文也排不下",
        "the place of “{block}” has no room for a single line below its headline",
        "把位置加高或加宽，或移开里面的图片",
        "make the place taller or wider, or move the picture out of it",
    ),
    "P507": Code(
        Severity.ERROR,
        "第 {page} 版拼不出一个完整的版面",
        "no complete page can be made of page {page}",
        "看容量报告：增删稿件，或加补白广告，或放开几个固定的位置",
        "see the capacity report: add or take out copy, offer filler adverts, or free some fixed places",
    ),
    "P508": Code(
        Severity.ERROR,
        "“{block}”在这个版式里没有一种排法",
        "“{block}” has no shape that fits this template",
        "缩短标题，或放宽 legs、headline_size",
        "shorten its headline, or relax legs and headline_size",
    ),
    "P509": Code(
        Severity.ERROR,
        "广告“{path}”第 {page} 页打不开",
        "page {page} of advert “{path}” cannot be opened",
        "请广告方重新输出 PDF，或改 pdf_page",
        "ask for the PDF again, or correct pdf_page",
    ),
    "P510": Code(
        Severity.ERROR,
        "稿件太多：正文至少要 {copy} 行（基本栏），版面除去图片和广告只有 {page} 行，超 {lines} 行",
        "too much copy: the body alone takes {copy} lines of a basic column, the page has {page} beside pictures and"
        " adverts: {lines} lines over",
        "撤一篇稿件，或换小一号的正文设置，或缩小图片和广告",
        "take out a story, choose a smaller body setting, or make pictures and adverts smaller",
    ),
    "P511": Code(
        Severity.ERROR,
        "图片“{block}”的位置放下图说后没有地方放图片",
        "the place of picture “{block}” has no room for it beside its caption",
        "把位置加高，或缩短图说",
        "make the place taller, or shorten the caption",
    ),
    "P601": Code(
        Severity.WARNING,
        "碰题：“{left}”和“{right}”的标题并排在第 {row} 行（第 {column} 栏）",
        "butting headlines: those of “{left}” and “{right}” stand side by side at row {row} (column {column})",
        "错开四行以上，或在中间放图片、加框，或把其中一个改成竖题",
        "part them by four rows or more, by a picture or a box, or give one of them a vertical headline",
    ),
    "P602": Code(
        Severity.WARNING,
        "通缝：第 {column} 栏右边的栏空从版头通到版脚（距版心左边 {mm} 毫米，{rows} 行）",
        "a gutter runs from head to foot right of column {column} ({mm} mm from the left of the type area, {rows} rows)",
        "让一篇稿件或一张图片跨过这条栏空，或把某一行的稿件破栏",
        "let a story or picture cross it, or recut the legs of a story there",
    ),
    "P603": Code(
        Severity.WARNING,
        "断版：第 {row} 行处有一条横贯全版的空白，上面是{above}，下面是{below}",
        "the page is broken across at row {row}, between {above} and {below}",
        "让一篇稿件或一张图片跨过这一行",
        "let a story or picture cross that row",
    ),
    "P604": Code(
        Severity.WARNING,
        "头条“{lead}”不在版面左上（竖排为右上），或标题不是最大（第 {row} 行，第 {column} 栏）",
        "the lead “{lead}” is not at the top left (top right on a vertical page) or not the largest headline"
        " (row {row}, column {column})",
        "把分量最重的稿件放在头条位置，标题用最大的字号",
        "put the heaviest story there, with the largest headline",
    ),
    "P605": Code(
        Severity.WARNING,
        "“{name}”各栏不齐底：第 {leg} 栏差 {lines} 行（第 {row} 行）",
        "the legs of “{name}” end unevenly: leg {leg} by {lines} lines (row {row})",
        "调整位置的行数，使各栏相差不超过一行，短的在后",
        "change the place's rows so that the legs end within a line, the short one last",
    ),
    "P606": Code(
        Severity.WARNING,
        "“{name}”咬合不紧：第 {row} 行处与“{other}”的标题相混",
        "“{name}” does not hold together: the headline of “{other}” is in the way at row {row}",
        "使正文紧靠自己的标题，不跨过别的标题",
        "keep the body next to its own headline, and other headlines out of it",
    ),
    "P607": Code(
        Severity.WARNING,
        "“{name}”的标题比分量更重的“{other}”还大（第 {row} 行）",
        "the headline of “{name}” is larger than that of the weightier “{other}” (row {row})",
        "减小它的字号，或改两篇稿件的分量",
        "make it smaller, or change the weights",
    ),
    "P608": Code(
        Severity.WARNING,
        "孤行：“{name}”第 {leg} 栏以一段的末行开头（第 {row} 行）",
        "a paragraph's last line stands alone at the head of leg {leg} of “{name}” (row {row})",
        "增减几个字，或改栏的行数",
        "cut or add some characters, or change the rows of the legs",
    ),
    "P609": Code(
        Severity.WARNING,
        "孤字：“{name}”第 {leg} 栏第 {row} 行只有一个字",
        "a line of one character in leg {leg} of “{name}” (row {row})",
        "删去一个字，或补两个字以上",
        "cut a character, or add two or more",
    ),
    "P610": Code(
        Severity.WARNING,
        "版面没有排满：第 {column} 栏第 {row} 行起空 {lines} 行（{where}）",
        "white of {lines} rows from row {row} in column {column} ({where})",
        "补字、加小标题、放大图片，或放一则补白",
        "add copy or a cross-head, enlarge a picture, or put in a filler",
    ),
}
