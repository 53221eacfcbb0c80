"""What hands and keys ask for, as operations on the file: the browser never names a key or an address of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from paiban.desk.holding import is_held, place_of
from paiban.desk.scene import COPY, Data, grid_rect, takes, weighs
from paiban.desk.state import Move, Shown
from paiban.engine.writing import place_words
from paiban.issue import Block, IssuePage
from paiban.issue.edit import Address, Change, Clear, KeyNames, Operation, Remove, Set, Unset, value_at
from paiban.issue.locate import PARAGRAPHS, Located, Piece, block_address, piece_at
from paiban.issue.model import Place
from paiban.issue.naming import known_as, shortened
from paiban.language import Words
from paiban.source.quote import typed_words
from paiban.span import absolute
from paiban.value import NamedTuple

FORMS = ("auto", "above", "partial", "vertical")

WEIGHTS = (1, 2, 3, 4, 5)


DECK = "——"
"""A line below a headline that begins so is its deck (副题), here as in copy that comes in."""


CROSSHEAD = "##"
"""What a line that is a cross-head (小标题) begins with."""


class Asked(NamedTuple):
    """Operations, and what the journal calls them.

    ``became`` is the key that typed words went under by themselves, ``left`` are files that the issue names no more.
    """

    operations: tuple[Operation, ...]
    label: Words
    became: str = ""
    left: tuple[Path, ...] = ()


def moves_of(data: object) -> list[Move]:
    """Moves as the browser gives them; what is none is left out."""
    found = []
    for move in data if isinstance(data, list) else []:
        rect = grid_rect(move.get("place")) if isinstance(move, dict) else None
        legs = move.get("legs") if isinstance(move, dict) else None
        if rect is not None and isinstance(move.get("id"), str):
            found.append(Move(move["id"], rect, legs if isinstance(legs, int) and 0 < legs < 17 else None))
    return found


def asked(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """What a message of the browser asks to have done, None where it makes no sense of this state.

    Words say by themselves where they belong: somebody who has saved half a file keeps nobody from writing them.
    """
    make = _WAYS.get(str(data.get("do")))
    usable = make is _words or (shown.text is not None and not shown.stale)
    return make(shown, names, data) if make is not None and usable else None


def _addressed(shown: Shown, names: KeyNames, id_: object) -> tuple[Block, Address] | None:
    """A block with its address."""
    found = shown.block(str(id_))
    if found is None or shown.text is None or shown.made.issue is None:
        return None
    block = found[1]
    span = absolute(block.span, shown.made.issue.anchors)
    at = block_address(shown.text, names, span.line, span.column)
    return None if at is None else (block, (*at, "jump") if block.part else at)


def _place(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    operations: list[Operation] = []
    moves = moves_of(data.get("moves"))
    for move in moves:
        found = _addressed(shown, names, move.id)
        if found is None:
            return None
        operations += _move_operations(*found, move)
    return Asked(tuple(operations), _label("移动", "move", shown, *_blocks(shown, moves))) if operations else None


def _move_operations(block: Block, at: Address, move: Move) -> list[Operation]:
    """What puts a block into a place: a shelved one is wanted again, legs that no longer go are undone."""
    operations: list[Operation] = [Set(at, "place", place_words(Place(move.place, block.span)))]
    legs = getattr(block.form, "legs", None)
    if move.legs is not None and move.legs != (legs or move.place.columns):
        operations.append(Set(at, "legs", move.legs))
    elif legs is not None and legs > move.place.columns:
        operations.append(Unset(at, "legs"))
    if block.filler and block.place is None:
        operations.append(Unset(at, "filler"))
    return operations


def _shelve(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Take a block off the page: it waits, without a place, as copy that may be used or not."""
    found = _addressed(shown, names, data.get("id"))
    if found is None or not _may_wait(shown, found[0]):
        return None
    block, at = found
    operations: list[Operation] = [Set(at, "filler", True)]
    if block.place is not None or block.slot:
        operations.append(Unset(at, "place" if block.place is not None else "slot"))
    return Asked(tuple(operations), _label("撤下待用", "shelve", shown, block))


def _remove(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Take a block that waits out of the file; what went with it goes with nothing then."""
    found = _addressed(shown, names, data.get("id"))
    if found is None or place_of(shown, found[0].id) is not None or not isinstance(found[1][-1], int):
        return None
    block, at = found
    blocks = [each for makeup in shown.made.makeups for each in makeup.page.blocks]
    guests = (_addressed(shown, names, each.id) for each in blocks if each.host == block.id)
    loose = [Unset(each[1], key) for each in guests if each is not None
             for key in ("with", "over") if _has(shown, names, each[1], key)]  # fmt: skip
    files = {each for other in blocks if other is not block for each in files_of(shown, other)}
    alone = len(value_at(shown.text or "", names, at[:-1])) == 1
    gone = Unset(at[:-2], "stories") if alone else Remove(at[:-1], found[1][-1])
    left = tuple(each for each in files_of(shown, block) if each not in files)
    return Asked((*loose, gone), _label("删去", "delete", shown, block), left=left)


def files_of(shown: Shown, block: Block) -> list[Path]:
    """The files that a block names."""
    kit = shown.made.kit
    return [] if kit is None else [each.path for each in kit.kinds.readings[block.kind].files(block.content)]


def all_wait(page: IssuePage) -> bool:
    """Whether every block of a page waits on its shelf."""
    return all(block.waits for block in page.blocks)


def all_wanted(shown: Shown, page: IssuePage, names: KeyNames) -> tuple[Operation, ...]:
    """What makes all that waits on the shelf of a page wanted: make-up then leaves none of it out."""
    waiting = [block for block in page.blocks if block.filler]
    found = (_addressed(shown, names, block.id) for block in waiting if block.place is None and not block.slot)
    return tuple(Unset(each[1], "filler") for each in found if each is not None)


def _fill(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """The late story (``by``) is here: it takes the room that is held for it, and the room goes."""
    room, story = (_addressed(shown, names, data.get(name)) for name in ("id", "by"))
    if room is None or story is None or not is_held(shown, room[0]) or is_held(shown, story[0]):
        return None
    place, number = place_of(shown, room[0].id), room[1][-1]
    if place is None or not isinstance(number, int):
        return None
    legs = data.get("legs")
    moves = moves_of([{"id": story[0].id, "place": list(place[:4]), "legs": legs}])
    operations = (*_move_operations(*story, moves[0]), Remove(room[1][:-1], number))
    return Asked(operations, _label("补位", "fill the room with", shown, story[0]))


def _pair(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """A block goes with a story (配), which gets an id for that; copy gives way to it by whole legs, or runs round it
    (``wrap`` is ``box``). ``moves`` put it, and what moves with it, into their places at the same time.
    """
    guest, host = (_addressed(shown, names, data.get(name)) for name in ("id", "host"))
    if guest is None or host is None or not _may_pair(shown, guest[0], host[0]):
        return None
    block, at = guest
    name, operations = _named(shown, names, *host)
    operations.append(Set(at, "with", name))
    operations += [Unset(at, "over")] if block.upon else []
    if data.get("wrap") == "box" and _takes(shown, block, "wrap"):
        operations.append(Set(at, "wrap", "box"))
    elif data.get("wrap") == "" and _has(shown, names, at, "wrap"):
        operations.append(Unset(at, "wrap"))
    moved = _place(shown, names, data)
    operations += moved.operations if moved is not None else ()
    return Asked(tuple(operations), _label("配", "pair", shown, block, host[0]))


def _may_pair(shown: Shown, guest: Block, host: Block) -> bool:
    """Whether one may go with the other: they are two of one page, and of kinds that do."""
    pages = {each[0] for each in map(shown.block, (guest.id, host.id)) if each is not None}
    kit = shown.made.kit
    two = guest.id != host.id and not host.part and len(pages) == 1
    return two and kit is not None and _takes(shown, guest, "with") and kit.kinds.readings[host.kind].hosts


def _named(shown: Shown, names: KeyNames, block: Block, at: Address) -> tuple[str, list[Operation]]:
    """The id that the file calls a block by; where it has none, a new one, and what gives it that."""
    if _has(shown, names, at, "id"):
        return block.id, []
    known = {each.id for makeup in shown.made.makeups for each in makeup.page.blocks}
    name = next(name for number in count(1) if (name := f"{block.kind}-{number}") not in known)
    return name, [Set(at, "id", name)]


def _unpair(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """A block goes with no story any more. One that stands inside its story would cover copy there: it waits."""
    found = _addressed(shown, names, data.get("id"))
    if found is None or not found[0].host:
        return None
    block, at = found
    keys = [key for key in ("over", "with", "wrap") if _has(shown, names, at, key)]
    operations: list[Operation] = [Unset(at, key) for key in keys]
    place, around = place_of(shown, block.id), place_of(shown, block.host)
    if place is not None and around is not None and place.meets(around):
        away = _shelve(shown, names, data)
        operations += away.operations if away is not None else ()
    return Asked(tuple(operations), _label("拆开", "part", shown, block))


def _has(shown: Shown, names: KeyNames, at: Address, key: str) -> bool:
    """Whether the file says something under a key of a block."""
    return value_at(shown.text or "", names, (*at, key)) is not None


def _takes(shown: Shown, block: Block, key: str) -> bool:
    """Whether a block's kind has a key."""
    kit = shown.made.kit
    return kit is not None and takes(kit.kinds.readings[block.kind], key)


def _may_wait(shown: Shown, block: Block) -> bool:
    """Whether a block's kind may stand nowhere."""
    return _takes(shown, block, "filler")


def _lock(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Lock a block, or let it go."""
    found = _addressed(shown, names, data.get("id"))
    if found is None:
        return None
    block, at = found
    operation = Unset(at, "locked") if block.locked else Set(at, "locked", True)
    label = _label("解锁", "unlock", shown, block) if block.locked else _label("锁定", "lock", shown, block)
    return Asked((operation,), label)


def _form(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Another headline form."""
    found = _addressed(shown, names, data.get("id"))
    form = data.get("form")
    if found is None or form not in FORMS:
        return None
    return Asked((Set(found[1], "headline_form", form),), _label("改题式", "headline form of", shown, found[0]))


def _weigh(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Another weight (分量); what stands, and what waits, is weighed alike."""
    found, weight = _addressed(shown, names, data.get("id")), data.get("weight")
    if found is None or weight not in WEIGHTS or shown.made.kit is None:
        return None
    if not weighs(found[0], shown.made.kit.kinds.readings[found[0].kind]):
        return None
    label = _label(f"分量改成 {weight}", f"weight {weight} for", shown, found[0])
    return Asked((Set(found[1], "weight", int(weight)),), label)


def _box(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Put a box around a block, or take away what there is of one."""
    found = _addressed(shown, names, data.get("id"))
    if found is None:
        return None
    block, at = found
    if block.box is None:
        return Asked((Set(at, "box", True),), _label("加框", "box", shown, block))
    there = [key for key, value in zip(("box", "tint", "border"), block.box, strict=True) if value]
    return Asked(tuple(Unset(at, key) for key in there), _label("去框", "unbox", shown, block))


def _crop(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """How a picture is put into its place: the point that cropping keeps, or whole or cropped."""
    found = _addressed(shown, names, data.get("id"))
    focus, fit = data.get("focus"), data.get("fit")
    if found is None:
        return None
    operations: list[Operation] = []
    if isinstance(focus, list) and len(focus) == 2 and all(isinstance(part, int | float) for part in focus):
        operations.append(Set(found[1], "focus", [round(min(1.0, max(0.0, part)), 2) for part in focus]))
    if fit in ("whole", "crop"):
        operations.append(Set(found[1], "fit", fit))
    return Asked(tuple(operations), _label("改裁切", "crop", shown, found[0])) if operations else None


def _words(shown: Shown, names: KeyNames, data: Data) -> Asked | None:
    """Other words in a piece of copy, addressed as ``piece`` gave it; only the characters that differ are touched.

    Copy that a block has not yet is written under its ``key``. What is typed below a headline as its deck becomes one.
    """
    at, start, was, words = (data.get(name) for name in ("at", "start", "was", "words"))
    if not (isinstance(at, list) and isinstance(start, int) and isinstance(was, str) and isinstance(words, str)):
        return None
    words = typed_words(words)
    address, key = tuple(step for step in at if isinstance(step, str | int)), data.get("key")
    block_at, of = (address, key) if key in COPY else (address[:-1], address[-1])
    decks = _decks(shown, names, data.get("id"), block_at, words) if of == "headline" else []
    if decks:
        words = "\n".join(line for line in words.split("\n") if line not in decks)
    words = _as_written(words, of)
    operations: list[Operation] = []
    if key in COPY:
        operations += [Set(address, str(key), f"{words}\n" if of == PARAGRAPHS else words)] if words else []
    elif words or not was:
        operations.append(Change(address, start, start + len(was), words))
    else:
        operations.append(Clear(address, start, start + len(was)))
    if decks:
        before = value_at(shown.text or "", names, (*block_at, "deck"))
        operations.append(Set(block_at, "deck", "\n".join([*([before] if before else []), *decks])))
    label = quoting("改字", "edit", words) if words else quoting("删字", "delete", was)
    return Asked(tuple(operations), label, "deck" if decks else "")


def _as_written(words: str, of: str | int) -> str:
    """Words as an editor leaves them: no line of nothing but spaces, no empty one around them, nor within a headline,
    a caption and the like; in copy of paragraphs no cross-head that nobody typed.
    """
    body = of == PARAGRAPHS
    short = of in COPY and not body
    lines = [line.rstrip(" \t") for line in words.split("\n")]
    return "\n".join(line for line in lines if (line or not short) and (line != CROSSHEAD or not body)).strip("\n")


def _decks(shown: Shown, names: KeyNames, id_: object, at: Address, words: str) -> list[str]:
    """The lines below the first of a headline that are its deck, where the block may have one."""
    found = _addressed(shown, names, id_)
    if found is None or found[1] != at or not _takes(shown, found[0], "deck"):
        return []
    return [line for line in words.split("\n")[1:] if line.startswith(DECK)]


def part_data(shown: Shown, names: KeyNames, id_: object, key: object) -> Data | None:
    """The piece of copy that a block has not yet under a key, for writing it."""
    found = _addressed(shown, names, id_)
    if found is None or key not in COPY or not _takes(shown, found[0], str(key)):
        return None
    return {"at": list(found[1]), "key": key, "start": 0, "words": "", "index": 0, "line": 0}


def piece_data(shown: Shown, names: KeyNames, line: object, column: object, whole: bool) -> Data | None:
    """The piece of copy at a place of the file, for editing it: a paragraph of a text, or all of it."""
    if shown.text is None or not isinstance(line, int) or not isinstance(column, int):
        return None
    if whole:
        copy = Located(shown.text, names).copy(line, column)
        words = "" if copy is None else copy.words.rstrip("\n")
        if copy is None:
            return None
        first = Located(shown.text, names).place(copy.offsets[0])[0]
        return {"at": list(copy.at), "start": 0, "words": words, "index": copy.asked, "line": first}
    piece: Piece | None = piece_at(shown.text, names, line, column)
    if piece is None:
        return None
    return {"at": list(piece.at), "start": piece.start, "words": piece.words, "index": piece.asked, "line": line}


def _label(zh: str, en: str, shown: Shown, *blocks: Block) -> Words:
    """What was done to blocks, as a step of the journal is called."""
    names = [shortened(_known(shown, block)) for block in blocks]
    return Words(
        f"{zh}{'、'.join(f'《{name}》' for name in names)}", f"{en} {', '.join(f'“{name}”' for name in names)}"
    )


def _blocks(shown: Shown, moves: Sequence[Move]) -> list[Block]:
    found = (shown.block(move.id) for move in moves)
    return [each[1] for each in found if each is not None]


def quoting(zh: str, en: str, words: str) -> Words:
    """What was done to words of the copy, likewise."""
    words = shortened(words)
    return Words(f"{zh}“{words}”", f"{en} “{words}”")


def _known(shown: Shown, block: Block) -> str:
    """What editors call a block."""
    assert shown.made.kit is not None
    return known_as(block, shown.made.kit.kinds.readings) or block.id


_WAYS: dict[str, Callable[[Shown, KeyNames, Any], Asked | None]] = {
    "place": _place, "shelve": _shelve, "fill": _fill, "lock": _lock, "form": _form, "box": _box, "crop": _crop,
    "words": _words, "weigh": _weigh, "remove": _remove, "pair": _pair, "unpair": _unpair,
}  # fmt: skip
"""What may be asked for."""
