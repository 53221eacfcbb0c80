"""``docs/fonts.md``, written from the table of fields of the fonts file.

``python -m paiban.font.document docs/fonts.md`` writes it anew; a test holds it against the table.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paiban.font.file import FONTS
from paiban.source.document import record_table
from paiban.source.schema import reached

_HEAD = """\
# 报纸自己的字体 · A paper's own faces — `fonts.yaml`

<!-- Written by `python -m paiban.font.document docs/fonts.md` from the table of fields. -->

用 `--fonts 文件夹` 指明：里面的 `fonts.yaml` 说有哪些字体、哪种用处用哪些字体，先于随软件来的；没有这个文件，
文件夹里的字体按文件名排在每种用处的最后。补全：`paiban schema fonts`。
Named with `--fonts DIR`: its `fonts.yaml` says which faces there are and which role uses which; they go before those
that came along. Without that file the faces of the folder, by their files' names, end the list of every role.

```yaml
faces:
  fz-daily: {file: FZDaily.ttf}
roles:
  song: {faces: [fz-daily, noto-serif-sc-400]}     # 逐字依次取 · each character from the first that has it
```

几种常要的 · What is often wanted:

```yaml
faces:
  signs: {file: FZHei.ttf, only: "+−×÷=%"}         # 符号用黑体画 · signs drawn from another face
  fz-song: {file: FZSong.ttf, except: [digits, "①②③"]}   # 这些字让给后面的 · left to the faces after it
  tw-song: {file: TWSung.ttf, scale: 0.96, shift: 0.08}   # 缩小、上移 · smaller and higher
  brush: {file: Brush.ttf, whole_em: yes}          # 字身只有九成宽 · its own width is nine tenths of an em
  tabular: {file: FZSong.ttf, features: {hwid: digits}}   # 数字占半个字 · digits on half an em
  fz-black: {file: FZSong.ttf, as_black_as: noto-serif-sc-900}   # 加粗到一样黑 · emboldened to be as black
roles:
  song-black: {faces: [signs, fz-daily, fz-black]} # 前面只用几个字的字体不算换用 · faces of a few signs go first
```

- 字体里没有的字：给它一幅画（SVG 或黑白图片），写在稿件文件或报纸文件的 `glyphs`（`造字`）里，每种用处都用上；
  或做一个只有这几个字的小字体，写进 `faces`，排在角色的最后。
  A character that no face has: give it a drawing under `glyphs` of the issue or of the paper's file, which sets it in
  every role; or make a small face of such characters and let it end the list of a role.
- 生僻字：随软件来的报宋有 GB 18030 实现级别 2 的全部汉字；`pip install "paiban[faces]"`（63 MB）添上小标宋、大标宋、
  黑体的其余汉字，扩展 B 到 F 的 60,317 字，扩展 G、H 的 5,316 字（如𰻝），谚文，霞鹜文楷。没有装上时，
  小标宋、大标宋的生僻字由报宋加粗成一样黑。
  Rare characters: the regular Serif that came along has all Han of level 2 of GB 18030. `pip install "paiban[faces]"`
  (63 MB) adds the rest of the bold and black Serif and of the Sans, Extensions B to F, 5,316 characters of G and H,
  Hangul and a second Kai. Without it rare Han of a bold or black Serif are the regular's, made as black.
- 仿宋：`pip install "paiban[fang]"`（5 MB）；没有装上时用楷体，给 `fang` 一个自己的文件也行。
  仿宋 comes with `pip install "paiban[fang]"` (5 MB); without it, and without a file of your own for the role `fang`,
  楷 stands in.
- 阿拉伯文、维吾尔文、泰文等要连写的文字不排，有明白的错误（P417）。
  Scripts that join their letters are refused in plain words (P417).
"""


def document() -> str:
    """The whole page in Markdown."""
    return "\n".join([_HEAD, *(record_table(record) for record in (FONTS, *reached([FONTS])))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
