"""Files dropped on the desk (来稿): copy becomes blocks that wait on the page's shelf, pictures go beside the issue.

What ``paiban import`` makes of a folder, this makes of what was dropped at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from re import compile as pattern

from paiban.desk.changes import Asked
from paiban.desk.state import Shown
from paiban.diagnostic import Diagnostic
from paiban.files import is_within, put_file
from paiban.intake import GUESSES, Imported, Order, PictureSource, Source, Sources, imported
from paiban.issue.edit import Address, Insert, KeyNames, Set, is_list
from paiban.issue.locate import Located
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words
from paiban.source.quote import Value
from paiban.span import absolute
from paiban.value import NamedTuple

FOLDERS = {"picture": "pictures", "advert": "ads"}
"""Where what came is kept, beside the issue."""

PDF = b"%PDF-"
NAMES = {"id", "with"}
"""Keys under which blocks name each other."""

_UNUSUAL = pattern(r"[^\w.-]+")


class Dropped(NamedTuple):
    """A file as it came: what it is called, and its bytes."""

    name: str
    data: bytes


def dropped_in(body: bytes) -> list[Dropped]:
    """The files of one drop: a JSON line with the name and length of each, then their bytes one after the other."""
    line, _, rest = body.partition(b"\n")
    try:
        told = json.loads(line)
        sizes = [(PurePath(str(each["name"])).name, int(each["size"])) for each in told]
    except (ValueError, TypeError, KeyError):
        return []
    found, at = [], 0
    for name, size in sizes:
        found.append(Dropped(name, rest[at : at + max(0, size)]))
        at += max(0, size)
    return found


def received(files: Sequence[Dropped], shown: Shown, folder: Path, number: int) -> Imported:
    """What the files come to on a page (``number`` from 0).

    Pictures, and PDF as adverts, are kept beside the issue, none in the place of another.
    """
    assert shown.made.issue is not None
    pictures: list[PictureSource] = []
    adverts: list[Path] = []
    copy: list[Source] = []
    for each in files:
        if _ending(each) in PICTURE_ENDINGS:
            pictures.append(PictureSource(each.name, _saved(each, folder, "picture")))
        elif each.data.startswith(PDF):
            adverts.append(_saved(each, folder, "advert"))
        else:
            copy.append(Source(each.name, each.data))
    sources = Sources(tuple(copy), tuple(pictures), tuple(adverts))
    order = Order(date=shown.made.issue.date.isoformat(), joins=_has_stories(shown, number))
    result = imported(sources, order, folder)
    for name, data in result.files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        put_file(path, data)
    return result


def _has_stories(shown: Shown, number: int) -> bool:
    """Whether stories stand on a page, or wait there."""
    kit, makeups = shown.made.kit, shown.made.makeups[number : number + 1]
    return kit is not None and any(
        kit.kinds.readings[block.kind].hosts for makeup in makeups for block in makeup.page.blocks
    )


def _ending(file: Dropped) -> str:
    return PurePath(file.name).suffix.lower()


def _saved(file: Dropped, folder: Path, what: str) -> Path:
    """A picture or an advert in its folder, under its own name or one with a number where another has that."""
    stem = _UNUSUAL.sub("-", PurePath(file.name).stem).strip("-.") or what
    inside = folder / FOLDERS[what]
    inside.mkdir(exist_ok=True)
    for number in range(1, 10_000):
        path = inside / f"{stem}{f'-{number}' if number > 1 else ''}{_ending(file)}"
        try:
            put_file(path, file.data, fresh=True)
        except FileExistsError:
            if path.read_bytes() != file.data:
                continue
        break
    return path


def inserting(result: Imported, shown: Shown, names: KeyNames, number: int) -> Asked | None:
    """What puts the blocks of an import behind the last one of a page (``number`` from 0), where they wait.

    None where there is no such page, or none that could be written to.
    """
    known = {block.id for makeup in shown.made.makeups for block in makeup.page.blocks}
    blocks = [{**block, "filler": True} for block in _renamed(result.blocks, known)]
    label = Words(f"来稿 {len(blocks)} 件", f"bring in {len(blocks)}")
    at = _list_of(shown, names, number)
    if at is not None:
        return Asked(tuple(Insert(at[0], at[1] + index, block) for index, block in enumerate(blocks)), label)
    page = _empty_page(shown, names, number)
    return None if page is None else Asked((Set(page, "stories", blocks),), label)


def _empty_page(shown: Shown, names: KeyNames, number: int) -> Address | None:
    """Where a page stands in the file that has no block yet."""
    if shown.text is None or number >= len(shown.made.makeups) or shown.made.makeups[number].page.blocks:
        return None
    return ("pages", number) if is_list(shown.text, names, ("pages",)) else ()


def _list_of(shown: Shown, names: KeyNames, number: int) -> tuple[Address, int] | None:
    """The list that holds a page's blocks, and the number behind the last of them."""
    issue, found = shown.made.issue, []
    if issue is None or shown.text is None or shown.stale or number >= len(shown.made.makeups):
        return None
    located = Located(shown.text, names)
    for block in shown.made.makeups[number].page.blocks:
        span = absolute(block.span, issue.anchors)
        address = located.block(span.line, span.column)
        if address is not None and isinstance(address[-1], int):
            found.append((address[:-1], address[-1] + 1))
    return max(found, key=lambda each: each[1], default=None)


def _renamed(blocks: Sequence[Mapping[str, Value]], known: set[str]) -> Iterator[dict[str, Value]]:
    """Blocks whose ids nobody else on the desk has."""
    new: dict[str, str] = {}
    for block in blocks:
        old = block.get("id")
        if isinstance(old, str):
            new[old] = next(name for name in _free(old) if name not in known)
            known.add(new[old])
        yield {key: new.get(value, value) if key in NAMES and isinstance(value, str) else value
               for key, value in block.items()}  # fmt: skip


def _free(name: str) -> Iterator[str]:
    stem, _, number = name.rpartition("-")
    yield name
    yield from (f"{stem}-{n}" for n in range(int(number) + 1, 100_000)) if number.isdecimal() else ()


def worth_telling(result: Imported) -> tuple[Diagnostic, ...]:
    """What was found that whoever dropped the files has to know: what is wrong, what may be, what was guessed."""
    return tuple(found for found in result.found if found.severity.value != "info" or found.code in GUESSES)


def orphans(files: Iterable[Path], issue: Path) -> list[str]:
    """Of files those that lie where the desk keeps what came, and that no issue beside names, by path from there."""
    kept = [issue.parent / name for name in FOLDERS.values()]
    there = [path for path in files if path.parent in kept and path.is_file() and is_within(path, issue.parent)]
    if not there:
        return []
    texts = [each.read_bytes() for each in issue.parent.glob("*.y*ml")]
    return [path.relative_to(issue.parent).as_posix() for path in there
            if not any(path.name.encode() in text for text in texts)]  # fmt: skip
