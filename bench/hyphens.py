"""Makes ``src/paiban/text/hyphens.txt``, where English words may be parted, from TeX's tables.

    python bench/hyphens.py path/to/hyphen.tex path/to/ushyphex.tex

Both may be copied and changed freely under another name (their words stand in ``hyphens.licence.txt``). The first line
has the patterns, the second the words that they part wrongly, parted right.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/paiban/text/hyphens.txt"


def entries(text: str, command: str) -> Iterator[str]:
    """What stands in the braces of a command, comments aside."""
    bare = re.sub("%.*", "", text)
    for found in re.findall(rf"\\{command}\{{([^}}]*)\}}", bare):
        yield from found.split()


def main(tables: Path, exceptions: Path) -> None:
    plain, more = (path.read_text(encoding="ascii") for path in (tables, exceptions))
    patterns = sorted(entries(plain, "patterns"))
    listed = {word for text in (plain, more) for word in entries(text, "hyphenation")}
    words = sorted(word for word in listed if re.fullmatch("[a-z-]+", word))
    TARGET.write_text(f"{' '.join(patterns)}\n{' '.join(words)}\n", encoding="ascii")
    print(f"{TARGET}: {len(patterns)} patterns, {len(words)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
