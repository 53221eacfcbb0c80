"""Makes ``src/paiban/text/words.txt``, the word list for breaking headlines by sense, from jieba's dictionary.

    python bench/words.py path/to/jieba/dict.txt

jieba (MIT licence, its text stands in ``words.licence.txt``) counts 349,000 words. The commonest do for headlines:
a word list four times as long cuts no headline of ``tests/unit/text/headlines.py`` better. Names of persons are left out (an
issue's own ``names:`` are better), and so is whatever is no Han.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

COUNT = 40_000
MOST_CHARACTERS = 5
TARGET = Path(__file__).parents[1] / "src/paiban/text/words.txt"


def is_wanted(word: str, kind: str) -> bool:
    return len(word) <= MOST_CHARACTERS and all("\u4e00" <= c <= "\u9fff" for c in word) and not kind.startswith("nr")


def main(source: Path) -> None:
    rows = (line.split(" ") for line in source.read_text(encoding="utf-8").splitlines())
    counted = [(int(count), word) for word, count, kind in rows if is_wanted(word, kind)]
    total = sum(count for count, _ in counted)
    counted.sort(key=lambda pair: (-pair[0], pair[1]))
    grades: dict[int, list[str]] = {}
    for count, word in counted[:COUNT]:
        grades.setdefault(round(2 * math.log2(total / count)), []).append(word)
    lines = [f"{grade} {' '.join(sorted(words))}" for grade, words in sorted(grades.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {COUNT} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
