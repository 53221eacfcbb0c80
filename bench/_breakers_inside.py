"""One process of ``breakers.py``: the paragraphs of a file prepared and broken, the best of some rounds of each."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import process_time

from paiban.font import load_catalogue
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import TextStyle, break_lines, prepare

EM = 324_000
MEASURES = (11, 13, 20)
ROUNDS = 5


def main() -> None:
    """Print what each thing took, in milliseconds of the processor."""
    copy = [plain_text(words) for words in json.loads(Path(sys.argv[1]).read_text("utf-8"))]
    catalogue, _ = load_catalogue()
    best: dict[str, float] = {}
    for vertical in (False, True):
        for breaker in ("optimal", "greedy"):
            style = TextStyle("song", EM, indent=2 * EM, vertical=vertical, composition=Composition(breaker=breaker))
            way = f"{breaker}, {'vertical' if vertical else 'horizontal'}"
            for index in range(ROUNDS + 1):
                begun = process_time()
                made = [prepare(text, style, catalogue) for text in copy]
                prepared = process_time()
                for one in made:
                    for measure in MEASURES:
                        break_lines(one, measure * EM)
                took = {f"prepare, {way}": prepared - begun, f"break, {way}": process_time() - prepared}
                if index:  # the first finds nothing kept
                    best |= {what: min(best.get(what, seconds), seconds) for what, seconds in took.items()}
    print(json.dumps({what: 1000 * seconds for what, seconds in best.items()}))


if __name__ == "__main__":
    main()
