"""What looking at the ink of a page costs (``paiban.output.visible``), in instructions, with it and without it.

    python bench/visible.py

Three runs of the real page, each with all that a run keeps being there: the command as it is typed, with all that it
loads; an issue of that page and one like it, of which the second alone counts; and the issue set anew after an edit by
an engine that has set it before, as ``watch`` does. A run without the check is the same program in which the module
that makes it is never loaded. The share is of what the page costs without. Instructions are the same on any machine
however busy; valgrind has to be there.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from _process import PAGE, ROOT, Tree, instructions_of, run_once

WITHOUT = """
import sys, types
blind = types.ModuleType("paiban.output.visible")
blind.check_visible = lambda *given: ()
sys.modules["paiban.output.visible"] = blind
"""

TYPED = "import sys; from paiban.cli import main; sys.exit(main([{issue!r}, '-q', '-o', {target!r}]))"

ONCE = """
from pathlib import Path
from paiban.engine import set_issue
assert set_issue(Path({issue!r})).ok
"""

ANEW = """
from pathlib import Path
from paiban.engine import Engine
engine, path = Engine(), Path({issue!r})
text = path.read_text("utf-8")
for words in ({word!r}, *{edits!r}):
    assert engine.set_issue(path, text.replace({word!r}, words)).ok
"""

WORD, EDITS = "规范高效", ("规范有序", "规范快捷")
"""What stands once in the page's copy, and what an editor makes of it: as long, so that nothing else moves."""

OTHERWISE = str.maketrans("的发区在是会市业", "之方城于乃社县事")
"""Some of these stand in every paragraph of the page: none of a further page is remembered from the first."""

MOST = 0.05
"""The share that no bounded row may pass."""


class Row(NamedTuple):
    """What is measured: a program, and the program that does the same but for the page that counts.

    A page after an edit is not ``bounded``: hardly anything of it is done again but the looking.
    """

    name: str
    program: str
    before: str = ""
    bounded: bool = True


def doubled(text: str) -> str:
    """An issue of one page as one of that page and one like it in other words; its pictures are named from the root."""
    head, found, stories = text.partition("\nstories:")
    assert found
    folder = ROOT / Path(PAGE).parent
    stories = stories.replace("picture: ", f"picture: {folder}/").replace("advert: ", f"advert: {folder}/")
    shared = ("date:", "#", "paper:")
    kept = [line for line in head.splitlines() if line.startswith(shared)]
    own = [line for line in head.splitlines() if line and not line.startswith((*shared, "page:"))]
    page = "\n".join(f"    {line}" for line in [*own, "stories:", *stories.splitlines()[1:]])
    again = re.sub(r"\b(id|with): ([\w-]+)", r"\1: \2-again", page.translate(OTHERWISE))
    return "\n".join([*kept, "pages:", "  - page: 2", page, "  - page: 3", again, ""])


def rows(folder: Path) -> list[Row]:
    """The programs that are measured."""
    issue, two, target = str(ROOT / PAGE), folder / "two.yaml", str(folder / "page.pdf")
    two.write_text(doubled((ROOT / PAGE).read_text("utf-8")), "utf-8")
    once = ONCE.format(issue=issue)
    before, after = (ANEW.format(issue=issue, word=WORD, edits=EDITS[:count]) for count in (1, 2))
    return [
        Row("the command, cold", TYPED.format(issue=issue, target=target)),
        Row("a further page", ONCE.format(issue=str(two)), once),
        Row("a page after an edit", after, before, bounded=False),
    ]


def counted(program: str, tree: Tree) -> int:
    """Instructions of a program once everything that it keeps is there."""
    if not program:
        return 0
    command = [sys.executable, "-c", program]
    for _ in range(2):
        run_once(command, tree.environment())
    found = instructions_of(command, tree.environment())
    if isinstance(found, str):
        sys.exit(f"skipped: {found}")
    return found


def main() -> int:
    """Measure and print; 1 where a share is too large."""
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        tree = Tree(ROOT, Path(name))
        for row in rows(tree.folder):
            whole, bare = (counted(head + row.program, tree) - counted(row.before and head + row.before, tree)
                           for head in ("", WITHOUT))  # fmt: skip
            share = whole / bare - 1
            worst = max(worst, share if row.bounded else 0.0)
            print(f"{row.name:<20} {bare / 1e6:7.1f} million instructions without, {(whole - bare) / 1e6:6.1f} more:"
                  f" {share:.1%}")  # fmt: skip
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
