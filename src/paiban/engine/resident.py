"""The engine: issues set again and again, doing anew only what an edit has changed."""

from __future__ import annotations

from pathlib import Path

from paiban.engine.copydesk import at_the_desk
from paiban.engine.house import USUAL, House
from paiban.engine.inputs import placed_files
from paiban.engine.kit import faces_files, load_kit
from paiban.engine.printing import Printing, with_pdf
from paiban.engine.reading import read_issue
from paiban.engine.setting import Result, set_pages
from paiban.files import state_of
from paiban.issue import Block
from paiban.issue.anchor import told_of
from paiban.issue.read import Read
from paiban.memo import Memo
from paiban.template import Layout

MANY = 4
"""From so many pages on they are painted one by one: fewer are set before another process has begun."""

TURNS = 8
"""What was not asked for during so many runs is dropped; what an editor undoes is mostly among the last few."""


class Engine:
    """Sets issues, and remembers of each run what the next can use: the faces, what was read, blocks as they were set,
    what was drawn of them, pages as they were proved and painted.

    Any run gives what a fresh process would give, byte for byte: what is remembered is known by what it was made from,
    the content of files included. An engine serves one thread; its memory is bounded by a few times what one run uses.

    ``fonts`` and ``layout`` are a paper's own folders, looked into before those that came along.
    """

    def __init__(self, *, fonts: str | Path | None = None, layout: str | Path | None = None) -> None:
        own_fonts, own_layout = (None if folder is None else Path(folder) for folder in (fonts, layout))
        self._begin(House(own_fonts, own_layout), TURNS)

    @classmethod
    def of(cls, house: House, turns: int = TURNS) -> Engine:
        """An engine for what a paper brings of its own, which remembers so many runs."""
        engine = cls.__new__(cls)
        engine._begin(house, turns)
        return engine

    def _begin(self, house: House, turns: int) -> None:
        self._house = house
        self._memo = Memo(turns)
        self._remembers = bool(turns)
        self._layouts: dict[bool, Layout] = {}

    def typeset(self, path: str | Path, text: str | bytes | None = None) -> Result:
        """Set the issue at ``path`` and make its PDF, which is empty where an error forbids one. Writes no file.

        ``text`` stands for the file's content where it is given. Never raises for what files hold or lack: that stands
        in the result's diagnostics.
        """
        return with_pdf(self.set_issue(Path(path), text))

    def set_issue(
        self,
        path: Path,
        text: str | bytes | None = None,
        draft: bool = False,
        printing: Printing | None = None,
        advice: bool = True,
    ) -> Result:
        """Set every page of the issue at ``path``; for a ``draft`` (草样) what can be set, whatever is wrong besides.

        ``text`` stands for the file's content where it is given. Where nothing but the PDF is wanted (``printing``) and
        nothing is to be remembered, the result of many pages comes with it and without what was on them. Without
        ``advice`` the findings do not name the changes of words that help, which are tried by setting: for whoever
        looks at the page alone.
        """
        self._memo.next_turn()
        layout = self._layout(draft)
        issue, found, sources = self._read(path, text, layout, draft)
        if issue is None:
            return Result(None, None, (), (), found, sources)
        kit, kit_found = load_kit(issue, layout, self._house, draft, self._memo)
        if kit is None:
            return Result(issue, None, (), (), told_of(issue, (*found, *kit_found)), sources)
        if not self._remembers:
            kit.catalogue.recall(issue.file)
        issue, copy_found = at_the_desk(issue, kit)
        found = (*found, *kit_found, *copy_found)
        if printing is None or self._remembers or len(issue.pages) < MANY:
            return set_pages(issue, kit, found, sources, advice)
        from paiban.engine.streaming import print_pages  # noqa: PLC0415  only for many pages

        self._memo.next_turn()  # what all copy was read for at once no page has a use for
        return print_pages(issue, kit, found, sources, printing)

    def inputs(self, path: Path, made: Result | None = None) -> tuple[Path, ...]:
        """All files that decide what becomes of the issue at ``path``; what it asks for and does not find counts too.

        An issue that cannot be read names the one file that is sure to be saved next: itself. ``made`` is what was set
        of it as it is; without that it is read once more.
        """
        if made is None:
            issue, found, sources = self._read(path, None, self._layout(True), True)
        else:
            issue, found, sources = made.issue, made.diagnostics, made.sources
        files = [path, *map(Path, sources)]
        files += [path.parent / str(dict(d.params)["path"]) for d in found if d.code == "P206"]
        if issue is not None:
            files += placed_files(issue, self._house.kinds.readings)
        return tuple(dict.fromkeys((*files, *faces_files(self._house, self._memo))))

    def _layout(self, draft: bool) -> Layout:
        """The layout folder: as it was read, as long as nothing in it has changed."""
        layout = self._layouts.get(draft)
        if layout is None or not layout.begin():
            layout = self._layouts[draft] = self._house.layouts(draft)
        return layout

    def _read(self, path: Path, text: str | bytes | None, layout: Layout, draft: bool) -> Read:
        """The issue with those of its blocks that say what they said, of the same files, as the very same values."""
        memo = self._memo if self._remembers else None
        issue, found, sources = read_issue(path, text, layout, house=self._house, draft=draft, memo=memo)
        return issue and issue._replace(pages=tuple(
            page._replace(blocks=tuple(self._met(block) for block in page.blocks)) for page in issue.pages
        )), found, sources  # fmt: skip

    def _met(self, block: Block) -> Block:
        """A block whose files have changed is another one, be it of the very same words."""
        files = self._house.kinds.readings[block.kind].files(block.content)
        states = [state_of(file.path) for file in files]
        own = self._memo.made("met", (block,), block._replace, *states) if states else block
        return self._memo.same(own, *states)


def set_issue(
    path: Path,
    text: str | bytes | None = None,
    house: House = USUAL,
    draft: bool = False,
    printing: Printing | None = None,
) -> Result:
    """Set every page of the issue at ``path`` once; see ``Engine.set_issue``."""
    return Engine.of(house, turns=0).set_issue(path, text, draft, printing)


def typeset(path: str | Path, *, fonts: str | Path | None = None, layout: str | Path | None = None) -> Result:
    """Set the issue at ``path`` once and make its PDF; see ``Engine``, which sets issues again and again."""
    own_fonts, own_layout = (None if folder is None else Path(folder) for folder in (fonts, layout))
    return with_pdf(set_issue(Path(path), None, House(own_fonts, own_layout)))
