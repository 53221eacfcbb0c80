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
"""


def document() -> str:
    """The whole page in Markdown."""
    return "\n".join([_HEAD, *(record_table(record) for record in (FONTS, *reached([FONTS])))])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
