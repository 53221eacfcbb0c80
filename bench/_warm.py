"""Warm runs, inside one process: after an edit each, processor seconds as JSON.

python bench/_warm.py ours ISSUE.yaml LAYOUT COUNT
python bench/_warm.py typst SOURCE.typ FACES COUNT
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def edited(text: str, number: int) -> str:
    """The copy with one of its own characters typed into the lead's first paragraph: another at every turn, so that
    nobody finds there what he made of the same copy before."""
    typed = sorted({character for character in text if "\u4e00" <= character <= "\u9fff"})[number]
    at = text.index("开发区召开")
    return f"{text[:at]}{typed}{text[at:]}"


def timed(work: Callable[[str], object], text: str, count: int) -> list[float]:
    """Processor seconds of each run after an edit; two runs go before those that count."""
    times = []
    for number in range(count + 2):
        words = edited(text, number)
        begun = time.process_time()
        work(words)
        times.append(time.process_time() - begun)
    return times[2:]


def ours(path: Path, layout: Path) -> Callable[[str], object]:
    """Our engine."""
    from paiban import Engine  # noqa: PLC0415

    gc.set_threshold(100_000)  # as the command has it
    engine = Engine(layout=layout)
    return lambda text: engine.typeset(path, text)


def typst(path: Path, faces: Path) -> Callable[[str], object]:
    """Typst's compiler, which remembers what it compiled."""
    from typst import Compiler  # noqa: PLC0415

    compiler = Compiler(str(path), font_paths=[str(faces)], ignore_system_fonts=True)
    beside = path.with_stem(path.stem + "-edited")

    def work(text: str) -> None:
        beside.write_text(text, "utf-8")
        compiler.compile(input=str(beside))

    return work


def main() -> None:
    name, source, folder, count = sys.argv[1:]
    make = {"ours": ours, "typst": typst}[name]
    path = Path(source)
    print(json.dumps(timed(make(path, Path(folder)), path.read_text("utf-8"), int(count))))


if __name__ == "__main__":
    main()
