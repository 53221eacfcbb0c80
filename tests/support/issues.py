"""Small issue files for tests, and what is seen of the pages that are set from them.

Blocks are written as an editor would write them; the real engine sets them, with the real faces or with the tiny face,
whose every Han character is one em wide, so that a line's copy is plain arithmetic.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from paiban.display import Box, Line, Page, Rect, Rule
from paiban.engine import Result, read_issue, set_issue
from paiban.engine.house import House
from paiban.engine.kit import Kit, load_kit, page_kit_of
from paiban.engine.setting import set_pages
from paiban.galley.galley import Galley
from paiban.issue import Block, Issue
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.model import Fit, Placed
from paiban.makeup.frame.place import block_galley
from paiban.makeup.frame.rack import Rack
from paiban.template import Layout
from tests.support.tiny_face import ROLES, tiny_face_path

FILE = Path("issue.yaml")

HAN = "天地人和上下中大小多少年月日水火山石田土木风雨云光明早好元气声色门生白文心手力工业农学问思想道路车马江河海"
"""Characters without a mark, a particle or a digit among them: a line of n em holds exactly n."""


def han(count: int, start: int = 0) -> str:
    """``count`` different-looking characters."""
    return "".join(HAN[(start + index) % len(HAN)] for index in range(count))


def place(columns: str, rows: str) -> dict[str, str]:
    """A place in the words of an issue file."""
    return {"columns": columns, "rows": rows}


def story(id_: str = "lead", columns: str = "1-2", rows: str = "1-20", **keys: Any) -> dict[str, Any]:
    """A story; whatever an editor may write about it can be given or overwritten."""
    given = {"id": id_, "headline": "春天来了", "body": han(60) + "。", "place": place(columns, rows)}
    return {key.rstrip("_"): value for key, value in {**given, **keys}.items() if value is not None}


def briefs(*items: str, id_: str = "briefs", columns: str = "1", rows: str = "1-20", **keys: Any) -> dict[str, Any]:
    """A rail of briefs."""
    return {"id": id_, "briefs": list(items), "place": place(columns, rows), **keys}


def picture(path: str, columns: str, rows: str, id_: str = "picture", **keys: Any) -> dict[str, Any]:
    """A picture; ``with_`` names its story."""
    given = {"id": id_, "picture": path, "place": place(columns, rows), **keys}
    return {key.rstrip("_"): value for key, value in given.items()}


class _Copy(str):
    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    pass


_Dumper.add_representer(_Copy, lambda dumper, copy: dumper.represent_scalar("tag:yaml.org,2002:str", copy, style="|"))


def _block_scalars(value: Any) -> Any:
    """Copy of several lines as a block scalar, the way staff paste it."""
    if isinstance(value, dict):
        return {key: _block_scalars(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_block_scalars(item) for item in value]
    return _Copy(value) if isinstance(value, str) and "\n" in value else value


def issue_text(*blocks: dict[str, Any], **keys: Any) -> str:
    """An issue of one page as YAML: a tabloid with six columns of 11 em and 71 rows unless ``keys`` say otherwise."""
    top = {
        "date": "2022-03-31",
        "page": 2,
        "section": "要闻",
        "template": "tabloid",
        "body": "standard",
        **keys,
        "stories": list(blocks),
    }
    return yaml.dump(_block_scalars(top), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 20)


def write_issue(folder: Path, *blocks: dict[str, Any], **keys: Any) -> Path:
    """The issue as a file in ``folder``."""
    path = folder / FILE
    path.write_text(issue_text(*blocks, **keys), "utf-8")
    return path


@cache
def tiny_fonts() -> Path:
    """A folder for ``--fonts`` in which every role is the tiny face."""
    face = tiny_face_path()
    folder = face.with_suffix(".fonts")
    folder.mkdir(exist_ok=True)
    words = {
        "faces": {"tiny": {"file": str(face), "draw": {"·": "・"}}},
        "roles": {role: {"faces": ["tiny"]} for role in ROLES},
    }
    target, beside = folder / "fonts.yaml", face.with_suffix(f".{os.getpid()}.yaml")
    beside.write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
    beside.replace(target)
    return folder


def set_blocks(*blocks: dict[str, Any], folder: Path | None = None, **keys: Any) -> Result:
    """Set a page in the tiny face. Pictures are looked for in ``folder``."""
    path = (folder or Path()) / FILE
    issue, found, sources = read_issue(path, issue_text(*blocks, **keys), layout())
    if issue is None:
        return Result(None, None, (), (), found, sources)
    return set_pages(issue, tiny_kit()._replace(rack=Rack()), found, sources)


def set_real(*blocks: dict[str, Any], folder: Path | None = None, **keys: Any) -> Result:
    """Set a page in the real faces."""
    return set_issue((folder or Path()) / FILE, issue_text(*blocks, **keys))


@cache
def layout() -> Layout:
    """The layout folder, read once."""
    return Layout()


def read_blocks(*blocks: dict[str, Any], folder: Path | None = None, **keys: Any) -> Issue:
    """The issue that blocks make, which must be without fault. Pictures are looked for in ``folder``."""
    issue, found, _ = read_issue((folder or Path()) / FILE, issue_text(*blocks, **keys), layout())
    assert issue is not None, found
    return issue


@cache
def tiny_kit() -> Kit:
    """Style sheet, press and the tiny face."""
    kit, found = load_kit(read_blocks(story()), layout(), House(tiny_fonts()))
    assert kit is not None, found
    return kit


def maker_of(issue: Issue) -> PageKit:
    """What the first page of an issue is made up with, in the tiny face."""
    return page_kit_of(issue, issue.pages[0], tiny_kit())


def galley_in(block: Block, page_kit: PageKit) -> Galley:
    """The copy of a block that has some in legs."""
    galley = block_galley(block, page_kit)
    assert galley is not None
    return galley


def codes(result: Result) -> list[str]:
    """The codes of everything found while setting, infos and the rules of whole pages and of print aside."""
    return [d.code for d in result.diagnostics if d.severity != "info" and d.code[:2] in ("P1", "P2", "P3", "P4", "P5")]


def fit_of(result: Result, block: str = "lead") -> Fit:
    """The copy-fit of one block."""
    return next(fit for makeup in result.makeups for fit in makeup.fits if fit.block == block)


def placed_of(result: Result, block: str = "lead") -> Any:
    """One block as it was made up."""
    found: list[Placed] = [placed for makeup in result.makeups for placed in makeup.blocks if placed.block.id == block]
    return found[0]


def page_of(result: Result) -> Page:
    """The only page."""
    (page,) = result.pages
    return page


def lines_of(result: Result, block: str = "lead", *roles: str) -> list[Line]:
    """The lines of a block in painting order, of these roles or of the body."""
    wanted = roles or ("body", "brief", "crosshead", "byline")
    return [i for i in page_of(result).items if isinstance(i, Line) and i.block == block and i.role in wanted]


def copy_of(line: Line) -> str:
    """The copy that a line sets."""
    return line.copy.value[line.start : line.end]


def legs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines by leg, from the first."""
    return [[line for line in lines if line.leg == leg] for leg in sorted({line.leg for line in lines})]


def em_box(line: Line) -> Rect:
    """The em boxes of a line from its first to its last."""
    size = max(run.size for run in line.runs)
    if line.vertical:
        return Rect(line.x - size // 2, line.y, line.x - size // 2 + size, line.y + line.advance)
    top = line.y - size * 88 // 100
    return Rect(line.x, top, line.x + line.advance, top + size)


def drawn_rules(page: Page) -> Iterator[Rect]:
    """Every rule of a page as the rectangle that it inks."""
    for item in page.items:
        if isinstance(item, Rule):
            half = item.weight // 2
            yield Rect(
                min(item.x0, item.x1) - half * (item.x0 == item.x1),
                min(item.y0, item.y1) - half * (item.y0 == item.y1),
                max(item.x0, item.x1) + half * (item.x0 == item.x1),
                max(item.y0, item.y1) + half * (item.y0 == item.y1),
            )


def outlines(page: Page) -> list[Box]:
    """Every box of a page that has a line."""
    return [item for item in page.items if isinstance(item, Box) and item.stroke is not None]


def gap(a: Rect, b: Rect) -> tuple[int, int]:
    """The white between two rectangles across and down; not above 0 where they share that axis."""
    return max(a.x0, b.x0) - min(a.x1, b.x1), max(a.y0, b.y0) - min(a.y1, b.y1)


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two rectangles share any area."""
    across, down = gap(a, b)
    return across < 0 and down < 0
