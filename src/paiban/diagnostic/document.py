"""``docs/diagnostics.md``, written from the catalogue: one section a code.

``python -m paiban.diagnostic.document docs/diagnostics.md`` writes it anew; a test holds it against the catalogue.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from paiban.diagnostic.catalogue import catalogue
from paiban.diagnostic.code import Code, Severity
from paiban.diagnostic.keys import KEYS
from paiban.language import LANGUAGES

_KEY = re.compile(r"\{k\[(\w+)\]\}")

_SEVERITIES = {Severity.ERROR: "错误 error", Severity.WARNING: "警告 warning", Severity.INFO: "提示 info"}

_HEAD = """\
# 诊断 · Diagnostics

<!-- Written by `python -m paiban.diagnostic.document docs/diagnostics.md` from the catalogue of codes. -->

`paiban` 把一期里所有的毛病一次说完，每一条都有代码、文件里的位置和改法：

```
issue.yaml:42:9: 错误[P201]: 位置到第 9 栏，版式“broadsheet”只有 8 栏
  42 |         place: {columns: 1-9, rows: 1-40}
     |                          ^^^
  建议: 栏数在 1 到 8 之间
```

With `--lang en` the same in English, with `--format json` as data for editors. An *error* forbids the PDF, a *warning*
does not, an *info* only says what was done. Words in braces are filled in for each case.

| 代码 codes | 讲什么 what they are about |
| --- | --- |
| P1xx | 稿件文件的写法 — how a file is written |
| P2xx | 稿件和版面文件说的事 — what it says: places, ids, names |
| P3xx | 字体和字 — faces and characters |
| P4xx | 排字 — composition |
| P5xx · P6xx | 版面合不合、拼版规则 — fit, rules of the page |
| P7xx | 图片、广告、输出 — pictures, adverts, output |
| P8xx | 导入 — import |
| Xxxx | 印刷检查 — print rules of `paiban preflight` |
"""


def document() -> str:
    """The whole page in Markdown."""
    sections = [_section(name, code) for name, code in sorted(catalogue().items())]
    return "\n".join([_HEAD, *sections])


def _section(name: str, code: Code) -> str:
    lines = [
        f"## {name}",
        "",
        f"{_SEVERITIES[code.severity]}",
        "",
        *(f"- {_words(code.message(lang))}" for lang in LANGUAGES),
    ]
    remedies = [_words(words) for lang in LANGUAGES if (words := code.remedy(lang))]
    if remedies:
        lines += ["", "改法 · what to do:", "", *(f"- {words}" for words in remedies)]
    return "\n".join(lines) + "\n"


def _words(template: str) -> str:
    """A message as it stands in the catalogue, its parameters in italics."""
    template = _KEY.sub(lambda found: f"{found[1]} ({KEYS[found[1]]})", template)
    shown = template.replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*")
    shown = shown.replace("{{", "\0").replace("}}", "\1").replace("{", "*").replace("}", "*")
    return shown.replace("\0", "{").replace("\1", "}")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
