"""``docs/issue-file.md``, written from the one table of fields."""

from __future__ import annotations

from paiban import markup
from paiban.issue.fences import STYLES
from paiban.issue.kind import Readings
from paiban.issue.table import LOOK_FIELDS, MARGINS, PAPER, POOL_FIELDS, make_table
from paiban.issue.values import JUMP_RECORD, PLACE_RECORD
from paiban.source import limits
from paiban.source.document import cells, field_table, lengths_list
from paiban.template.dresses import DRESSES
from paiban.template.runs import RUNS, RunRow

_HEAD = """\
# 稿件文件 · The issue file

<!-- Written by `python -m paiban.kinds.document docs/issue-file.md` from the table of fields. -->

一期报纸写在一个 YAML 文件里，一个版或者许多版。每个键有英文和中文两个名字，用哪个都行。
An issue is one YAML file, of one page or many. Every key has an English and a Chinese name; both are always understood.

```yaml
日期: 2022-03-31
版面:
  - 版次: 2
    版名: 开发区时政
    版式: broadsheet
    版务: {责任编辑: 夜班, 校对: 晨班}
    稿件:
      - 编号: lead
        分量: 5
        主题: 奋进千亿园区　建设未来之城
        副题: 开发区开启“二次创业”高质量发展新征程
        位置: {栏: 1-5, 行: 1-40}
        破栏: 4
        正文: |
          每一行是一段，空行不算。
          ## 小标题前面写两个井号
          第二段。
      - 简讯:
          - 第一条简讯。
          - 第二条简讯。
      - 图片: pictures/drill.jpg
        图说: 演练现场
        配: lead
```

只有一个版的，`pages`（版面）可以不写，版次、版名、稿件直接放在最外层。
An issue of a single page may leave out `pages` and have the page's keys at the top.

**跨版**写两个版次：`版次: 2-3`。两版是一张，栏从左版数到右版，小报是 1 到 12 栏。
标题、图片、广告可以跨过中缝，正文的栏、图说不跨；跨过去的标题在两个字中间分开，字不压中缝。
`paiban 稿件.yaml --halves` 把跨版拆成左右两版，内容是同一份。
A **spread** has two page numbers, `page: 2-3`, and is one sheet of both pages; its columns count from the left page to
the right, on a tabloid 1 to 12. Headlines, pictures and adverts may lie over the fold; legs of copy and captions never
do, and a headline parts between two characters there. `paiban ISSUE.yaml --halves` writes it as its two pages, with one
content.
"""

_PAPER = """\
## 一份报纸的各期 · The issues of one paper

每天一样的写在报纸自己的文件里，各期写一行 `沿用: ../paper.yaml`，就只剩稿件和图片。
`paiban new 文件夹 --paper` 建一份报纸的文件夹：`paper.yaml`、报纸自己的 `layout`（版式、样式、印刷条件）和 `fonts`
（字体），再加第一期；以后在里面
`paiban new 文件夹/2026-01-06` 新建的每一期都接着它。旁边的 `layout` 和 `fonts` 自动用上，不用写 `--layout`、`--fonts`。
What is the same every day stands in a file of the paper's own, and an issue says `extends: ../paper.yaml`: it is copy
and pictures alone. `paiban new DIR --paper` makes a paper's folder with that file, the paper's `layout` and `fonts`,
and a first issue; every issue made in it later with `paiban new DIR/2026-01-06` extends it. The folders `layout` and
`fonts` beside the file are used without `--layout` and `--fonts`.

```yaml
# 青河日报/paper.yaml
报名: 青河日报
版式: house
版务: {责任编辑: 编辑部}
人名: [青河乡, 党工委]

# 青河日报/2026-01-06/issue.yaml
沿用: ../paper.yaml
日期: 2026-01-06
版次: 1
版名: 要闻
稿件:
  - 主题: 新渡口今日通航
    正文: 往来车辆不再绕行。
```

稿件文件里自己写了的，以稿件文件的为准；`人名`、`造字` 两边的都算。
What an issue says itself goes before what its paper says; `names` and `glyphs` of both count.
"""

_POOL = """\
## 自动分版 · Pages that the engine fills

写 `版面: 自动` 和版数，稿件直接放在最外层：`paiban makeup --write` 把稿件分到各版、拼好，再把版次和位置写回文件。
With `pages: auto` and a number of pages the stories stand at the top: `paiban makeup --write` spreads them over the
pages, makes the pages up, and writes page numbers and places back.

```yaml
日期: 2022-03-31
版面: 自动
版数: 4
版式: broadsheet
正文设置: 自动
各版版名: {1: 要闻}
转版: 是
稿件:
  - 编号: lead
    分量: 5
    版名: 要闻
    主题: 奋进千亿园区　建设未来之城
    正文: |
      每一行是一段。
```

重的稿件在前，同一版名的稿件尽量在一版，各版一样满。`转版: 是` 时，太长的稿件从某一段起转到另一版，
程序自己排“（下转第×版）”和“（上接第×版）”。
What weighs most stands in front, a section stays together, the pages come out evenly full. With `jumps: yes` a story
that is too long goes on on another page from one of its paragraphs; the engine sets the two lines that say so.
"""

_TAIL = """\
## 文字怎么写 · Writing copy

- 正文写在 `|` 之后，每行一段，空行不算；段首的空格和全角空格都不算正文，缩进由样式决定。
  Under `|` every line is a paragraph; blank lines do not count, nor do spaces at a line's start.
- `## ` 开头的一行是小标题。A line that begins with `## ` is a cross-head.
- 行内可以换字体、字号、颜色，加着重号、注音，见下一节；前面加反斜杠就是原字，
  138****0000、姓名：____、file__name 本来就是原字。
  Inside a line the face, size or colour can change, dots and ruby can be added: see the next section. A backslash
  before a mark makes it plain copy, as are 138****0000, 姓名：____ and file__name without one.
- 主题里的全角空格分开前后两半，优先在那里断行；各种标题里的 `|` 是指定的断行，一定照办。
  A full-width space in a headline parts its halves and is the preferred break; an `|` in any heading is law, and so is
  a line end in all but cross-heads.
- 值里有“冒号加空格”，或以 `*`、`&`、`!`、`@`、`#`、`[`、`{` 开头的，整个放进单引号：`'……'`。
  Put a value in single quotes if it holds a colon and a space or begins with one of these marks.
- 空格加 `#` 以后是注释，不排。After a space and `#` comes a remark, which is not set.
- 文字就是文字：`no`、`1:30`、`08` 都照原样排。Words stay words: `no`, `1:30` and `08` are set as typed.
- 字体里没有的字（生僻的人名、地名用字）照样打在稿件里，再在文件开头给它一幅画：`造字: {𰻝: 图/biang.svg}`。画可以是 SVG
  （全部转成填色的路径）或白底黑字的图片（长边 240 像素以上）；大小随汉字，各种字号、横排直排都能用，PDF 里还是
  这个字。天天要用的字，做成一个小字体放进 `--fonts` 的文件夹更好。
  A character that no face has is typed like any other and given a drawing at the head of the file: `glyphs:
  {𰻝: art/biang.svg}`, an SVG of filled paths or a picture in black on white. It is set as large as Han characters, at
  every size and in either direction, and comes out of the PDF as the character that it is. What is needed every day is
  better a small face in the folder of `--fonts`.
- 引用（`*`）少用，合并键（`<<`）和类型标签（`!`）不用。Aliases sparingly, no merge keys, no tags.
"""

_HEADS = """\
## 标题单独排、题饰、压图 · Headlines alone, dressed, over a picture

没有 `正文` 的稿件只排标题（**通栏题、专版题头**），位置多大，标题就排多大；要定字号就写 `题字号`。
A story without a body is its **headline alone**, as large as its place bears, unless `headline_size` says otherwise.

**题饰**用一个名字选标题的打扮，下表是现成的；报纸的样式文件里 `dresses`（题饰）可以改，也可以起自己的名字，
见 [layout.md](layout.md)。
A **dress** is chosen by name. These come along; a paper's sheet may change them, or name its own, under `dresses`.

{dresses}

**链接、新闻背景、提要**是放在另一篇里面的稿件：写 `配` 和那一篇的编号，位置放在它里面，它的正文绕着走；
没有正文的就是提要。`栏题` 写栏目的名字或“链接”。
**Links, fact boxes and pull quotes** are stories inside another one: `with` names it, the place lies inside its own,
and its copy goes round. One without a body is a pull quote. `label` says 链接, or the name of a column.

```yaml
- 编号: river
  栏题: 青河茶座
  主题: 青河两岸春来早
  作者: 本报记者
  署名位置: 题下
  首字: 3
  编者按: 编者按：河道疏浚关系两岸千家万户。
  位置: {{栏: 1-4, 行: 1-40}}
  正文: |
    三月的青河，水面刚刚化开。
- 栏题: 链接
  配: river
  底纹: 是
  位置: {{栏: 3-4, 行: 20-30}}
  正文: |
    青河全长四十里。
```

**绕排**：放在稿件里面的图片、提要、表、二维码，写 `绕排: 绕方`，正文就一行一行绕着它走，它占半栏也行：`宽度` 写长度或
占位置的百分之几，`靠边` 写靠左、居中、靠右。去底的图片写 `绕排: 绕形`，文字贴着轮廓走；轮廓照图片透明的部分，
也可以自己写几个点（`轮廓`）。剩不到五个字的地方不排；图两边都有空，排宽的一边。轮廓凹进去的地方，
开口朝着文字、有三行高的，文字跟着进去；不到三行的不进，免得一行突出来；两条腿之间、圈里面也不进，一行不断成两截。直排的稿件总是绕。
Copy **runs round** a picture, a pull quote, a table or a code inside its story, line by line, with `wrap: box`: it may
take a part of a leg, as wide as `width` says, at the `side` of its place. Round a cut-out with `wrap: contour` it
follows the contour, which the picture's transparency or written points (`contour`) give. Less than five characters are
left white; of two sides the wider one is set. Into a hollow of the contour copy goes where that is open to it and three
lines high; not into a lower one, where a line would stick out, nor between two limbs or into a hole, where a line would
be parted. Vertical stories always do so.

```yaml
- 图片: bridge.png
  配: river
  绕排: 绕形
  宽度: 60%
  靠边: 靠右
  位置: {{栏: 2-3, 行: 12-24}}
```

![直排散文绕着轮廓 · An essay round the contour of a cut-out](images/essay.png)

**一篇稿件自己的样子**：`作者照` 排在正文开头，`题标` 是题旁边的小图，`文末符号` 收住正文，`作者` 可以写几行；
`正文字号` 和 `隔行` 让一篇的字大一些，仍在全版的网格上；`栏宽: [2, 1, 1]` 让各栏不一样宽；`小标题位置: 段旁` 把小标题
排在段的旁边；`栏线` 在各栏之间加线。题的一行要小一些，就写 `主题: '[春到青河]{{70%}}|两岸花开'`。
A **story of its own look**: `portrait` stands at the copy's begin, `logo` beside the head, `end_mark` closes the copy,
`byline` may be a list; `copy_size` with `copy_rows` sets its copy larger, still on the page's grid; `widths: [2, 1, 1]`
makes its legs differ; `crosshead_at: side` puts cross-heads beside what they head; `column_rule` draws lines between
its legs. A line of a headline is smaller where it says so: `headline: '[春到青河]{{70%}}|两岸花开'`.

**组图**：`图片` 写几张，一排的一样高，几张一排看位置，也可以写 `每排`；合用一条图说，或者每张写自己的图说。
`圆角` 写长度；`出血` 可以写哪几边；`图源位置: 沿边` 让图源竖着排在图的右边。
A **group** shows several pictures: those of a row are as high as each other, as many in a row as suits the place or as
`across` says, with one caption or one each. `corners` rounds them, `bleed` may name the sides, and with `credit_at:
edge` the credit runs down the right side.

```yaml
- 图片:
    - {{图片: dam.jpg, 图说: 河口镇的新堤}}
    - {{图片: steps.jpg, 图说: 石阶四十七级}}
    - boats.jpg
  每排: 3
  图源: 本报记者　摄
  位置: {{栏: 1-6, 行: 41-58}}
```

标题、正文、简讯都可以**压图**：写 `压图` 和图片的编号，位置整个放在图片里。字和图够不够分明，从要印的图上量：
看不见的不出版（P717），不够分明的提醒（P731）。贴着图边的正文让出框内空，图在那一边出血的不让。没有位置的由自动组版放到
图上看得清的地方。
A headline, copy or briefs may stand **over a picture**: `over` names it, and the place lies wholly inside its own. How
well type stands out is measured in the picture as it will print: what cannot be seen is refused (P717), what is weak is
told (P731). Copy at the picture's edge keeps the white of a box off it, unless the picture bleeds there. What has no
place make-up puts where the picture lets it be read.

```yaml
- 编号: bridge
  图片: bridge.jpg
  位置: {{栏: 1-6, 行: 1-40}}
- 主题: 春到青河
  压图: bridge
  题饰: 勾边
  位置: {{栏: 1-4, 行: 3-10}}
```

![通栏题、题饰、首字、编者按、提要、链接、压图](images/heads.png)

![压图：反白、勾边、纸白上的图说 · Type over a picture](images/over.png)
"""

_RUNS = """\
## 字样 · Character styles

正文、小标题、主题、引题、副题、署名、图说、图片署名、简讯、栏题里都能用，横排直排一样。把文字放进方括号，后面用花括号写字样的名字，
可以写几个，用空格分开：`[本报讯]{黑 红}`；里面可以再套。还可以写颜色的名字、fonts.yaml 里字体的名字、原来字号的百分数：
`[文字]{强调色 120%}`。名字写错的不排、报错，花括号前加反斜杠就是稿件：`[文字]\\{黑}`。值以 `[` 开头的要放进单引号。
In copy, cross-heads, every part of a headline, bylines, captions, credits, briefs and labels, in lines of either
direction: brackets round the words, then the names of styles in braces, several with spaces between; they nest.
Colours of the sheet, faces of fonts.yaml and a percentage of the text's size are names too. A name that nobody knows is
an error and is not set; a backslash before the brace makes copy of it. A value that begins with `[` goes in quotes.

报纸的样式文件里 `runs`（字样）可以改这些字样，也可以起自己的名字，见 [layout.md](layout.md)；
`lead_in`（引头）让“本报讯”和图说的头几个字自动用一种字样，`bullet`（段首符号）管 ■ ◆ 这些实心符号，
`person`（人名）管署名、“（记者某某）”和“某某 摄”里的名字：`body: {lead_in: 黑, person: 楷}`。
少见的姓氏、少数民族的名字写进 `names`（人名）就认得；文章里的人名用 `[…]{人名}`。
A paper's sheet may change these styles and name its own under `runs` (see [layout.md](layout.md)); `lead_in` there sets
datelines and the first words of captions in a style by themselves, `bullet` a ■ or ◆, `person` the names in bylines and
credits. Names in `names` are known as such there; a name in running copy is marked with `[…]{人名}`.

"""


def _heads() -> str:
    """Headlines alone, the dresses that come along, type over pictures."""
    head = cells("名字 name", "样子 what it is")
    rows = (cells(f"`{row.zh}` `{row.key}`", f"{row.doc_zh} · {row.doc_en}") for row in DRESSES)
    return _HEADS.format(dresses="\n".join([head, cells("---", "---"), *rows]))


_FRONT = """\
## 头版和分类广告怎么写 · Writing a front page and classifieds

有**报头**的版不排报眉，报眉的地方归网格，行从那里数起。报头不写位置就占版头全宽；
写了位置，旁边的位置就是报眼，放导读、广告、图片、二维码都行。
报头线和旁注里可以写花括号里的各项：
`{版数}`、`{农历}`、`{节气}`……（见 [layout.md](layout.md)），不写报头线就排期上有的各项。
`颜色: 是` 是套红；直排的报头站在版角。版名不印，版务要写就在报头线里写 `{版务}`。
A page with a **nameplate** has no running head; its rows are counted from where that would stand. Without a place a
nameplate has the head of the page; beside one with a place stand the ears. Its strip and what is beside the title take
fields in braces; without a strip it says what the issue says. Upright, it stands in a corner.

**导读**写稿件的编号，版次自动填；编号写错就报错。
**二维码**排成一格一格的黑块，四周留白，一格不小于印刷条件里的 `min_module_mm`。
**分类广告**一条一项，排进几栏，不拆开；有题、落款、细框或黑框的写成几个键。
有价目就数行计价，合计在 `check` 里，每条在 `--json` 里。直排的版上它们也直排：分成几段，一段从右排到左。
二维码配一篇稿件，位置写在稿件里面：在题旁的，题让出它那一头；在文末的，文字绕着它排。
An **index** has the ids of stories, whose pages are filled in; a **QR code** is squares of black with white around it;
**classifieds** stand whole in their legs and are counted and priced where there are rates; on a vertical page they are
vertical too, in bands that read from the right. A code that belongs to a story has its place inside it: beside the
head, which leaves it that end, or at the end of the copy, which runs round it.

```yaml
创刊: {日期: 1994-05-08, 出报日: [1, 2, 3, 4, 5]}
刊号: 国内统一连续出版物号 CN 00-0000
天气: 晴　6～15℃
版次: 1
版名: 要闻
版式: tabloid
稿件:
  - 报头: 沅江晚报
    题字: art/title.svg
    颜色: 是
    旁注: ['{天气}', '{网址}']
    扫码: https://www.example.com
    位置: {栏: 1-4, 行: 1-13}
  - 导读: 今日导读
    条目: [levee, {稿件: bus, 主题: 二路车延到北渡口}]
    位置: {栏: 5-6, 行: 1-13}
  - 二维码: https://www.example.com/v/12
    图说: 扫码看视频
    配: levee
  - 分类广告: 公告
    价目: {每行: 20, 起算: 3, 黑框: 100}
    条目:
      - 北渡口仓库六百平方米，长租价优。电话0000104
      - {题: 讣告, 正文: ……, 落款: [沅江报社, 11月22日], 框: 黑框}
    位置: {栏: 1-3, 行: 60-74}
  - 分类广告: 分类信息
    各类:
      - {类别: 房屋租售, 条目: ["**白鹭洲小区**两室一厅，月租一千二。"]}
      - {类别: 遗失声明, 条目: [沅江县茶社遗失营业执照副本，声明作废。]}
    位置: {栏: 4-6, 行: 60-74}
```

`paiban new DIR --kind 头版` 和 `--kind 分类广告` 就从这样的版做起。`paiban new DIR --kind front` and
`--kind classified` begin with pages like these.

![头版和分类广告 · A front page and classifieds](images/front.png)
"""

_TABLES = """\
## 表和名单怎么写 · Writing tables and lists of names

表写在 `|` 之后，每行一行，格与格之间写“|”；`<` 和左边一格连成一格，`^` 和上面一格连成一格；只有一格的行是组题。
数字自动对小数点，比分对比号，气温对“～”，也可以用 `各列对齐` 指定；列宽看内容，排不下一栏的接着排下一栏，表头重排。
A table stands under `|`, a line a row, with “|” between cells; `<` joins the cell at the left, `^` the one above; a row
of a single cell heads a group. Figures stand on their decimal point, scores and ranges on their sign; columns are as
wide as their copy; rows that have no room in a leg go on in the next below the head.

```yaml
- 表: |
    品名 | 批发价 | < | 零售价
    ^ | 城东 | 城西 | ^
    叶菜
    大白菜 | 0.62 | 0.65 | 1.2
    菠菜 | 3.91 | 4.05 | 5.47
  表头行: 2
  表样: 菜价
  主题: 今日菜价
  单位: 单位：元/公斤
- 表: results.csv
  表样: 比分
- 表:
    - [{文字: 品名, 跨行: 2}, {文字: 批发价, 跨列: 2}]
    - [城东, 城西]
    - [大白菜, 0.62, 0.65]
  表头行: 2
- 名单: |
    ## 一等奖
    青石 河口镇 南渡村
    ## 二等奖
    北岭 东湾里
  主题: 获奖单位
```

名单里两个字的名字匀到三个字宽，长的占几列；名字之间空格、顿号、换行都行。
In a list of names those of two characters are spaced to three and long ones take several columns.

![表和名单 · Tables and a list of names](images/tables.png)
"""

_STYLES = """\
## 段落样式 · Paragraph styles

正文里从一行 `::: 诗` 到一行 `:::`，当中的几段是一种样式；名字后面可以加 `居首`、`居中`、`居末`，也可以写前面空几行，
给盖章、贴图留地方：`::: 落款 3`。
要照样排出来的 `:::` 和 `##`，前面加反斜杠。
In a body a line `::: poem` begins a stretch in a style and a line `:::` ends it; `start`, `centre` or `end` may follow
the name, and a number of rows that are held blank before it, for a stamp: `::: signature 3`. A backslash before `:::`
or `##` makes copy of them.

```yaml
正文: |
  河上起了雾。
  ::: 诗
  青石渡口一盏灯，
  　照见来船照见人。

  春水又生三尺绿，
  　晚风先到五更声。
  :::
  ::: 落款
  青石渡文化站
  二〇二六年十一月
  :::
```
"""


def _paragraph_styles() -> str:
    """The styles that paragraphs may have."""
    rows = [cells(f"`{style.zh}` `{style.key}`", f"{style.doc_zh} · {style.doc_en}") for style in STYLES]
    head = cells("名字 name", "样子 what it is")
    picture = "\n![段落样式，横排和直排 · Paragraph styles in both directions](images/paragraph-styles.png)\n"
    return "\n".join([_STYLES, head, cells(*["---"] * 2), *rows, picture])


def _runs() -> str:
    """The styles that copy may ask for, with the short mark of those that have one."""
    short = {name: f"`{mark}文字{mark}`" for mark, name in markup.PAIRED.items()}
    short |= {name: f"`{mark}文字}}`" for mark, name in markup.SCRIPTS.items()}
    rows = [_run_row(row, short.get(row.key, "")) for row in RUNS]
    rows.append(cells("", "`{字|zì}` `{字|ㄗˋ}`", "拼音、注音，或任何旁注 · Ruby: pinyin, zhuyin or any note"))
    head = cells("名字 name", "短写 short", "样子 what it is")
    return "\n".join([_RUNS.rstrip("\n"), "", head, cells(*["---"] * 3), *rows]) + "\n"


def _run_row(row: RunRow, short: str) -> str:
    return cells(f"`{row.zh}` `{row.key}`", short, f"{row.doc_zh} · {row.doc_en}")


def document(readings: Readings) -> str:
    """The whole page in Markdown."""
    table = make_table(readings)
    records = [reading.record for reading in readings.values()]
    parts = [
        _HEAD,
        field_table("最外层 · The issue", table.issue.fields),
        _PAPER,
        field_table("报纸文件 · The paper's file (`paper.yaml`)", PAPER.fields),
        field_table("版 · A page (`pages`)", table.page.fields),
        field_table("边空 · Margins (`margins`)", MARGINS.fields),
        *(field_table(f"{record.zh} · {record.en.capitalize()} (`stories`)", record.fields) for record in records),
        field_table("位置 · A place (`place`)", PLACE_RECORD.fields),
        _POOL,
        field_table("版面: 自动 · `pages: auto`", (*POOL_FIELDS, *LOOK_FIELDS, table.stories)),
        field_table("下转 · A jump (`jump`)", JUMP_RECORD.fields),
        _heads(),
        _TAIL,
        _FRONT,
        _TABLES,
        _paragraph_styles(),
        _runs(),
        _lengths(readings),
        _limits(),
    ]
    return "\n".join(parts)


def _lengths(readings: Readings) -> str:
    files = "；".join(f"{' · '.join(r.plural)}: {_kinds(r.endings)}" for r in readings.values() if r.endings)
    return (
        "## 长度、日期、文件 · Lengths, dates, files\n\n"
        f"{lengths_list()}"
        "- 日期 · dates: `2022-03-31`、`2022年3月31日`。\n"
        f"- {files}。"
        "路径从稿件文件所在的文件夹算起 · paths start at the issue file's folder.\n"
    )


def _kinds(endings: tuple[str, ...]) -> str:
    return " ".join(f"`{ending}`" for ending in endings)


def _limits() -> str:
    return (
        "## 限度 · Limits\n\n"
        f"UTF-8，最大 {limits.MAX_BYTES // 1024 // 1024} MiB；嵌套不超过 {limits.MAX_DEPTH} 层；"
        f"引用不超过 {limits.MAX_ALIASES} 处；内容不超过 {limits.MAX_NODES:,} 项。\n"
        f"UTF-8, at most {limits.MAX_BYTES // 1024 // 1024} MiB, {limits.MAX_DEPTH} levels, "
        f"{limits.MAX_ALIASES} aliases, {limits.MAX_NODES:,} items.\n"
    )
