"""``docs/layout.md``, written from the tables of fields of the layout folder's files.

``python -m paiban.template.document docs/layout.md`` writes it anew; a test holds it against the tables.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from paiban.resources import resource_folder
from paiban.source import Mapping, Node, Record, Scalar, parse, read_source
from paiban.source.document import lengths_list, record_table
from paiban.source.schema import reached
from paiban.template.ideas import IDEAS
from paiban.template.load import USUAL_IDEAS, USUAL_STYLE
from paiban.template.model import RunStyle
from paiban.template.runs import RUNS
from paiban.template.table_page import TEMPLATE
from paiban.template.table_press import PRESS
from paiban.template.table_style import STYLE
from paiban.template.tabular import TABLES

_HEAD = """\
# 报纸自己的版式、样式、印刷条件 · A paper's own layout

<!-- Written by `python -m paiban.template.document docs/layout.md` from the tables of fields. -->

一份报纸可以有自己的文件夹，用 `--layout 文件夹` 指明：里面的 `templates/`（版式）、`styles/`（样式）、
`press/`（印刷条件）先于随软件来的。每个文件的文件名就是稿件文件里写的名字。每个键有英文和中文两个名字，用哪个都行。
A paper may have a folder of its own, named with `--layout DIR`: what its `templates/`, `styles/` and `press/` hold goes
before what came along. A file's name is what issue files call it. Every key has an English and a Chinese name.

写错的键、写错的值，都指出文件、行、列和改法；没有写的用下面的默认。编辑器里补全：
A wrong key or value is told with file, line, column and what to do; what is left out has the default below. For an
editor: `paiban schema template`, `paiban schema style`, `paiban schema press`.
"""

_TEMPLATE = """\
# 版式文件 · Templates — `templates/*.yaml`

版面大小、网格、正文设置、版位。版式要写全，照抄一个现成的来改。
The page's size, its grid, body settings and slots. A template is written in full: copy one and change its numbers.
"""

_STYLE = """\
# 样式文件 · Style sheets — `styles/*.yaml`

只写和日报样式（`layout/styles/daily.yaml`）不同的地方：没有写的，细到一种字的字号，都用它的。
A sheet says only what it has otherwise than `layout/styles/daily.yaml`: what is left out, down to the size of a role,
is taken from there, and stands below as the default.

```yaml
name: 江河
roles:
  headline: {face: song-bold}
colours:
  accent: [100, 60, 0, 10]
  浅蓝: [12, 4, 0, 0]            # 自己起的颜色，可以写“底纹: 浅蓝” · a colour of its own, for a tint
runs:
  人名: {字体: fang}
  报蓝: {颜色: 浅蓝, 粗细: 加粗}  # 自己起的字样，稿件里写 [文字]{报蓝} · a style of its own for runs of copy
costs: {通缝: 80}
rules: {孤字: 错误}
```
"""

_PRESS = """\
# 印刷条件文件 · Print conditions — `press/*.yaml`

印刷厂的标准、ICC 和各种限度，单位在名字里。没有写的限度用新闻纸的。
The shop's standard, profile and limits, each with its unit in its name. A limit left out is coldset newsprint's.

```yaml
name: 本厂
standard: x1a
condition: IFRA26
limits: {tac_percent: 240}
marks: [crop, slug]
```
"""

_IDEAS = """\
# 版式套路 · Ideas of pages — `ideas/usual.yaml`

自动拼版的 `--best 5` 出的是几种套路，方案用它们的名字叫。报纸自己的 `ideas/usual.yaml` 整个代替随软件来的。
`paiban makeup --best 5` shows pages of different ideas and calls each by its own. A paper's `ideas/usual.yaml` stands
for all that came along.

```yaml
name: usual
ideas:
- zh: 左头条右立柱
  en: lead with pillar
  drawing: [LLLLL222, LLLLL222, LLLLL222, 333mmmmm, 333nnnnn]
  stories: [3, 40]
  lead: {columns: [50, 76]}
  second: {columns: [24, 50], seat: beside}
```
"""


_LETTERS = """\
随软件来的: L 头条, P 它的图, 2 二条, p 它的图, 3 三条, r 简讯栏, a 广告, 别的字母各是一篇

Those that came along: L lead, P its picture, 2 second, p its picture, 3 third, r rail, a advert, others a story each
"""


def document() -> str:
    """The whole page in Markdown."""
    usual = _plain_file(resource_folder("layout") / "styles" / f"{USUAL_STYLE}.yaml")
    usual["runs"] = {row.key: _run_words(row.style) for row in RUNS}
    usual["tables"] = {row.key: {key: said or "none" for key, said in row.style._asdict().items()} for row in TABLES}
    files: tuple[tuple[str, Record, dict[str, Any]], ...] = (
        (_TEMPLATE, TEMPLATE, {}),
        (_STYLE, STYLE, usual),
        (_PRESS, PRESS, {}),
        (_IDEAS, IDEAS, {}),
    )
    parts = ["\n".join([words, *_tables(top, known)]) for words, top, known in files]
    return "\n".join([_HEAD, *parts, _drawn_ideas(), f"# 长度 · Lengths\n\n{lengths_list()}"])


def _drawn_ideas() -> str:
    """The ideas that came along, side by side as they are drawn, four in a row."""
    known = _plain_file(resource_folder("layout") / "ideas" / f"{USUAL_IDEAS}.yaml")["ideas"]
    rows = []
    for first in range(0, len(known), 4):
        some = known[first : first + 4]
        rows.append("| " + " | ".join(f"{idea['zh']}<br>{idea['en']}" for idea in some) + " |")
        rows += ["|" + " --- |" * len(some)] if not first else []
        rows.append("| " + " | ".join("<br>".join(f"`{line}`" for line in idea["drawing"]) for idea in some) + " |")
    return "\n".join([_LETTERS, *rows, ""])


def _tables(top: Record, usual: dict[str, Any]) -> list[str]:
    """A file's own keys, then those of its parts."""
    parts = [record_table(record, usual.get(record.name)) for record in reached([top])]
    return [record_table(top), *parts]


def _run_words(style: RunStyle) -> dict[str, Any]:
    """A style of runs as a sheet would write it, but for its colours, which stand as their inks."""
    said: dict[str, Any] = {key: value for key, value in style._asdict().items() if value != getattr(RunStyle(), key)}
    said |= {key: [f"{ink:g}" for ink in said[key]] for key in ("colour", "ground") if key in said}
    return {key.replace("rise_em", "rise"): value for key, value in said.items()}


def _plain_file(path: Path) -> Any:
    source, _ = read_source(path)
    node = None if source is None else parse(source)[0]
    return {} if node is None else _plain(node)


def _plain(node: Node) -> Any:
    """A file's words in dictionaries and lists."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {entry.key.value: _plain(entry.value) for entry in node.entries}
    return [_plain(item) for item in node.items]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
