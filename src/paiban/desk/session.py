"""One issue at the desk: the file on the disk rules, every change goes into it, every screen shows it.

One thread sets, so that the loop never waits; what is asked meanwhile waits its turn.
"""

from __future__ import annotations

import asyncio
from asyncio import to_thread
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import time_ns
from typing import Any, TypeVar

from paiban.desk.bringing import Step, bring_in, content_of, note_seen
from paiban.desk.changes import Asked, all_wait, all_wanted, asked, moves_of, part_data, piece_data
from paiban.desk.child import Child
from paiban.desk.counting import Counter
from paiban.desk.finding import found_data, matches, replacing
from paiban.desk.holding import waiting_for
from paiban.desk.journal import EDIT, REDO, UNDO, Journal, entry_time
from paiban.desk.merge import Clash, merged
from paiban.desk.plans import Found
from paiban.desk.receiving import Dropped, inserting, orphans, received, worth_telling
from paiban.desk.record import ANSWER, MOST_WORDS, NOTE, RESOLVE, SIGN, TRY, VERSION, RecordBook, prints_of
from paiban.desk.scene import Data, Pictures
from paiban.desk.state import Shown, page_message, shown_of, tried
from paiban.desk.suiting import NOWHERE
from paiban.diagnostic import Diagnostic, diagnose, system_words
from paiban.diagnostic.fault import fault_of
from paiban.diagnostic.render import as_data
from paiban.engine.fixing import fixed_file
from paiban.engine.house import House
from paiban.engine.resident import Engine
from paiban.files import States, states_before, states_of
from paiban.issue.edit import edited, key_names
from paiban.issue.write_back import revision
from paiban.language import Words

T = TypeVar("T")

SAID = (NOTE, ANSWER, RESOLVE, VERSION, SIGN)

BREATH = 0.3
"""Seconds after a change before blocks are counted ahead: what came of it is on the screen by then."""

MOST_LATELY = 8
"""So many of the last states are known as they were shown: what a hand asks for is of the one that it saw."""

MOST_PICTURES = 1000
"""So many pictures are known by name, in the forms that they were shown in last."""

Screen = Callable[[Data], Coroutine[Any, Any, None]]
"""How a message gets to one browser."""


class Session:
    """The issue, its journal, and the screens that show it."""

    def __init__(self, path: Path, house: House, who: str) -> None:
        self.path = path.resolve()
        self.house = house
        self.engine = Engine.of(house)
        self.names = key_names(house.kinds.readings)
        self.journal = Journal(self.path, who)
        self.book = RecordBook(self.path, who)
        self.screens: dict[Screen, set[str]] = {}
        self.shown: Shown | None = None
        self._gone = False
        self._lately: tuple[Shown, ...] = ()
        self.beside: States = {}
        self._setter = ThreadPoolExecutor(1, "setter")
        self._turn = asyncio.Lock()
        self._searching: Child | None = None
        self._counter = Counter(self.path, house)
        self._counting: asyncio.Task[Data] | None = None
        self.pictures: Pictures = {}
        self._plans: tuple[str, Found] = ("", Found({}))

    async def setting(self, function: Callable[..., T], *arguments: Any) -> T:
        """A function's answer, from the thread that sets."""
        return await asyncio.get_running_loop().run_in_executor(self._setter, function, *arguments)

    async def begin(self) -> None:
        """The first look at the file."""
        await self.answered(self._shorten())
        await self.look()

    async def _shorten(self) -> Data:
        await to_thread(self.journal.shorten)
        return {}

    async def close(self) -> None:
        """Nothing more is set or searched."""
        self._end_search()
        self._end_counting()
        await self._counter.close()
        self._setter.shutdown(wait=False, cancel_futures=True)

    # ---- the file ----------------------------------------------------------------------------------------------------

    async def look(self) -> None:
        """See what the file is now, and what it is set with, and show it where that changed."""
        await self._tell_fault(await self.answered(self._look()))

    async def _look(self) -> Data:
        async with self._turn:
            data = await to_thread(content_of, self.path)
            back, self._gone = self._gone and data is not None, data is None
            if data is None:
                await self._tell({"type": "gone"})
            elif (
                back
                or self.shown is None
                or revision(data) != self.shown.revision
                or states_of(self.beside) != self.beside
            ):
                await self._show(data)
        return {}

    async def _show(self, data: bytes) -> None:
        began, before = time_ns(), states_of((self.book.path, *self.beside))
        self.shown = await self.setting(shown_of, self.path, data, self.engine, self.shown)
        self._lately = (*self._lately[1 - MOST_LATELY :], self.shown)
        self._keep(self.shown)
        await to_thread(self.book.read)
        if self.shown.text is not None:
            await to_thread(note_seen, self.path, self.journal, self.shown.text)
        await asyncio.gather(*(self._send(screen) for screen in tuple(self.screens)))
        inputs = await self.setting(self.engine.inputs, self.path, self.shown.result)
        beside = (self.book.path, *(path for path in inputs if path != self.path))
        # What is saved while this is set is looked at once more, and so is what the file names only now.
        self.beside = states_before(began, beside) | {path: before[path] for path in before if path in beside}
        self._end_counting()
        self._counting = asyncio.create_task(self._count(self.shown))

    def _end_counting(self) -> None:
        if self._counting is not None:
            self._counting.cancel()

    async def _count(self, shown: Shown) -> Data:
        """Count while nobody asks where each block would fit, so that who takes one up sees it at once."""
        await asyncio.sleep(BREATH)
        return await self.answered(self._count_all(shown))

    async def _count_all(self, shown: Shown) -> Data:
        for block in _facts(shown):
            await self._suits({"id": block["id"]})
        return {}

    async def _send(self, screen: Screen) -> None:
        known = self.screens.get(screen)
        if self.shown is not None and known is not None:
            message = page_message(self.shown, known)
            await screen({"type": "pages", **message, **self._history(), "said": self.book.told(self.shown)})

    async def _tell(self, message: Data) -> None:
        await asyncio.gather(*(screen(message) for screen in tuple(self.screens)))

    def _history(self) -> Data:
        done, undone = self.journal.stacks()
        entries = self.journal.entries
        steps = [
            {"time": e.time, "who": e.who, "what": e.what, "label": e.words._asdict(), "number": n}
            for n, e in enumerate(entries)
        ]  # fmt: skip
        return {"undo": [entries[n].words._asdict() for n in done[-1:]],
                "redo": [entries[n].words._asdict() for n in undone[-1:]],
                "history": steps[-200:]}  # fmt: skip

    def _keep(self, shown: Shown) -> None:
        """Keep the pictures of pages: a browser may ask for them when the file is another already."""
        for page in shown.pages:
            self.pictures |= page.pictures
        for name in tuple(self.pictures)[:-MOST_PICTURES]:
            del self.pictures[name]

    # ---- what is asked -----------------------------------------------------------------------------------------------

    async def join(self, screen: Screen) -> None:
        """A browser comes in."""
        self.screens[screen] = set()
        await self._send(screen)

    def leave(self, screen: Screen) -> None:
        """A browser goes."""
        self.screens.pop(screen, None)

    async def answer(self, asking: Data) -> Data:
        """The answer to one question of a browser."""
        way = _WAYS.get(str(asking.get("ask")))
        return {} if way is None or self.shown is None else await self.answered(way(self, asking))

    async def answered(self, answering: Coroutine[Any, Any, Data]) -> Data:
        """An answer; an error that nobody foresaw is one too, since whoever asked waits for it."""
        try:
            return await answering
        except OSError as error:
            file, reason = error.filename or self.path, system_words(error)
            return {"fault": as_data(diagnose("P720", None, file=file, reason=reason))}
        except Exception as error:
            return {"fault": as_data(fault_of(error, self.path))}

    async def _tell_fault(self, answer: Data) -> None:
        if "fault" in answer:
            await self._tell({"type": "fault", **answer})

    async def _fit(self, asking: Data) -> Data:
        assert self.shown is not None
        moves = moves_of(asking.get("moves"))
        return await self.setting(tried, self.shown, moves, self.pictures)

    async def _suits(self, asking: Data) -> Data:
        shown = self.shown
        if shown is None or shown.text is None or shown.stale:
            return NOWHERE
        return await self._counter.suits(shown.text.encode("utf-8"), str(asking.get("id")))

    async def _waiting(self, asking: Data) -> Data:
        assert self.shown is not None
        return await self.setting(waiting_for, self.shown, str(asking.get("id")))

    async def _piece(self, asking: Data) -> Data:
        assert self.shown is not None
        line, column, whole = asking.get("line"), asking.get("column"), asking.get("whole") is True
        if "key" in asking:
            piece = part_data(self.shown, self.names, asking.get("id"), asking["key"])
        else:
            piece = piece_data(self.shown, self.names, line, column, whole)
        return {} if piece is None else {**piece, "revision": self.shown.revision}

    async def take_in(self, files: list[Dropped], page: int) -> Data:
        """Files that were dropped on a page: their blocks wait on its shelf."""
        async with self._turn:
            shown = self.shown
            if shown is None or shown.text is None or shown.stale or shown.made.issue is None:
                return {"refused": "state"}
            result = await to_thread(received, files, shown, self.path.parent, page)
            told = [as_data(found) for found in worth_telling(result)]
            wanted = inserting(result, shown, self.names, page) if result.blocks else None
            if wanted is None:
                wrong = (found for found in told if found["severity"] != "info")
                return {"refused": next(wrong, "empty"), "told": told}
            return {**await self._change(wanted, shown.text), "told": told}

    async def _say(self, asking: Data) -> Data:
        """A note, an answer to one, that one is dealt with; a version by a name; a page signed off."""
        async with self._turn:
            shown = self.shown
            what, words = str(asking.get("what")), str(asking.get("words", "")).strip()[:MOST_WORDS]
            if shown is None or shown.text is None or shown.stale or what not in SAID:
                return {"refused": "state"}
            if what == SIGN and shown.draft:
                return {"refused": "draft"}
            if not words and what in (NOTE, ANSWER, VERSION):
                return {"refused": "words"}
            facts = {name: str(asking.get(name, ""))[:200] for name in ("of", "page", "block", "quote")}
            whole = {"prints": prints_of(shown), "text": shown.text} if what in (SIGN, VERSION) else {}
            await to_thread(lambda: self.book.say(what, words=words, **facts, **whole))
            await self._show(shown.text.encode("utf-8"))
            return {"done": True, "beside": True}

    async def _version(self, asking: Data) -> Data:
        """The file as it was in a version."""
        async with self._turn:
            then, now = self.book.version(str(asking.get("of"))), self.journal.text
            if then is None or now is None:
                return {"refused": "state"}
            return await self._put(Step(now, then, EDIT, Words("回到定稿", "back to a version")))

    async def _find(self, asking: Data) -> Data:
        """Where words stand in the issue's copy."""
        assert self.shown is not None
        shown, words = self.shown, str(asking.get("words", ""))
        found = await self.setting(matches, shown, self.names, words)
        pages = [page.facts["number"] for page in shown.pages]
        return {**found_data(found, words, pages), "revision": shown.revision}

    async def _replace(self, asking: Data) -> Data:
        """Put other words where some were found, in all places or in those of the numbers ``only``."""
        async with self._turn:
            shown, words, by = self.shown, asking.get("words"), asking.get("by")
            if shown is None or asking.get("revision") != shown.revision or not isinstance(words, str):
                return {"refused": "state"}
            found = await self.setting(matches, shown, self.names, words)
            only = asking.get("only")
            chosen = [each for number, each in enumerate(found) if not isinstance(only, list) or number in only]
            if not chosen or not isinstance(by, str):
                return {"refused": "state"}
            return await self._change(replacing(chosen, words, by), shown.text)

    async def _tidy(self, _: Data) -> Data:
        """What 来稿整理 finds put right in the file; what is to be said of that."""
        async with self._turn:
            shown = self.shown
            if shown is None or shown.text is None or shown.stale:
                return {"refused": "state"}
            done = await self.setting(fixed_file, self.path, shown.text.encode("utf-8"), self.house)
            if done is None:
                return {"refused": "state"}
            return {
                **await self._put(Step(shown.text, done.text, EDIT, Words("来稿整理", "tidy the copy"))),
                "told": list(map(as_data, done.found)),
            }

    async def _source(self, asking: Data) -> Data:
        """A few lines of the file around one."""
        assert self.shown is not None
        line = asking.get("line")
        lines = (self.shown.text or "").split("\n")
        first = max(1, (line if isinstance(line, int) else 1) - 2)
        return {"first": first, "lines": [each.rstrip("\r")[:400] for each in lines[first - 1 : first + 4]]}

    async def _edit(self, asking: Data) -> Data:
        async with self._turn:
            return await self._edited(asking)

    async def _edited(self, asking: Data) -> Data:
        assert self.shown is not None
        of = asking.get("revision")
        seen = next((shown for shown in self._lately if shown.revision == of), None)
        if seen is None and asking.get("do") != "words":  # words say by themselves where they belong
            return {"refused": "old"}
        wanted, base = asked(seen or self.shown, self.names, asking), self._text_of(of)
        if wanted is None or base is None:
            return {"refused": "state"}
        answer = await self._change(wanted, base, asking.get("mine") is True)
        if "done" not in answer:
            return answer
        left = await to_thread(orphans, wanted.left, self.path)
        return answer | ({"became": wanted.became} if wanted.became else {}) | ({"left": left} if left else {})

    async def _discard(self, asking: Data) -> Data:
        """Delete pictures and adverts that the desk keeps and no issue of the folder names."""
        async with self._turn:
            names = asking.get("files")
            files = (
                [self.path.parent / each for each in names if isinstance(each, str)] if isinstance(names, list) else []
            )
            for each in await to_thread(orphans, files, self.path):
                await to_thread((self.path.parent / each).unlink)
        return {"done": True, "discarded": True}

    async def _change(self, wanted: Asked, base: str | None, keep_mine: bool = False) -> Data:
        """Have operations on the text ``base`` done, and the file hold what comes of them."""
        assert base is not None
        mine = edited(base, self.names, wanted.operations)
        if isinstance(mine, Diagnostic):
            return {"refused": as_data(mine)}
        return await self._put(Step(base, mine, EDIT, wanted.label, keep_mine=keep_mine))

    def _text_of(self, wanted: object) -> str | None:
        """The text that an edit was made for.

        One that was replaced while it was being set was shown, but stood in no journal.
        """
        lately = next((shown for shown in self._lately if shown.revision == wanted), None)
        return self.journal.text_of(str(wanted)) if lately is None else lately.text

    async def _put(self, step: Step) -> Data:
        """Bring a change into the file, and show what comes of it."""
        told, after = await to_thread(bring_in, self.path, self.journal, step)
        if after is not None:
            await self._show(after.encode("utf-8"))
        return told

    async def _undo(self, _: Data) -> Data:
        async with self._turn:
            done, _undone = self.journal.stacks()
            return await self._turned(done[-1], UNDO) if done else {"nothing": UNDO}

    async def _redo(self, _: Data) -> Data:
        async with self._turn:
            _done, undone = self.journal.stacks()
            return await self._turned(undone[-1], REDO) if undone else {"nothing": REDO}

    async def _turned(self, number: int, what: str) -> Data:
        """Take an entry's change back, or make it again, wherever the file has come to since."""
        after = self.journal.text_after(number)
        before = self.journal.entries[number].hunk.back(after)
        base, mine = (after, before) if what == UNDO else (before, after)
        label = self.journal.entries[number].words
        told = await self._put(Step(base, mine, what, label, number))
        return {**told, "turned": what, "label": label._asdict()} if "done" in told else told

    async def _step(self, asking: Data) -> Data:
        """The file as it was after an entry."""
        async with self._turn:
            number, entries = asking.get("number"), self.journal.entries
            if not isinstance(number, int) or not 0 <= number < len(entries) or self.journal.text is None:
                return {"refused": "state"}
            now, then = self.journal.text, self.journal.text_after(number)
            time = f"{entry_time(entries[number]):%m-%d %H:%M}"
            return await self._put(Step(now, then, EDIT, Words(f"回到 {time}", f"back to {time}")))

    async def _search(self, asking: Data) -> Data:
        """Other make-ups of a page, whose unlocked blocks move; a second question ends the first.

        With ``all``, and where nothing stands on it yet, what waits on its shelf is wanted too.
        """
        shown = self.shown
        if shown is None or shown.text is None or shown.stale:
            return {"refused": "state"}
        pages = {drawn.facts["number"]: made.page for drawn, made in zip(shown.pages, shown.made.makeups, strict=True)}
        page = pages.get(str(asking.get("page")))
        if page is None:
            return {"refused": "state"}
        self._end_search()
        text = shown.text
        if asking.get("all") is True or all_wait(page):
            wanted = edited(text, self.names, all_wanted(shown, page, self.names))
            if isinstance(wanted, Diagnostic):
                return {"refused": as_data(wanted)}
            text = wanted
        child = self._searching = await Child.begin("paiban.desk.plans", self.path, self.house)
        await child.tell((text.encode("utf-8"), page.number))
        found: Found | None = None
        while (found is None or not found.whole) and (told := await child.told()) is not None:
            found = told
            self.pictures |= found.pictures
            if not found.whole:
                await self._tell({"type": "better", **found.told})
        child.end()
        if self._searching is not child:
            return {"stopped": True}
        if found is None or not found.whole:
            return {"fault": as_data(diagnose("P792", None, file=self.path))}
        self._plans = shown.text, found
        return found.told

    def _end_search(self) -> None:
        searching, self._searching = self._searching, None
        if searching is not None:
            searching.end()

    async def _stop(self, _: Data) -> Data:
        self._end_search()
        return {"stopped": True}

    async def _take(self, asking: Data) -> Data:
        """Take one of the make-ups that were found last."""
        async with self._turn:
            base, found = self._plans
            number = asking.get("number")
            if not isinstance(number, int) or not 0 <= number < len(found.texts):
                return {"refused": "state"}
            return await self._put(
                Step(base, found.texts[number], EDIT, Words(f"选用方案 {number + 1}", f"take plan {number + 1}"))
            )

    async def _try(self, asking: Data) -> Data:
        """Keep one of the make-ups that were found last by a name, as a try (试样): the file says nothing of it."""
        number, words = asking.get("number"), str(asking.get("words", "")).strip()[:MOST_WORDS]
        texts = self._plans[1].texts
        if self.shown is None or not isinstance(number, int) or not 0 <= number < len(texts):
            return {"refused": "state"}
        tried = await self._set(texts[number])
        await to_thread(lambda: self.book.say(TRY, words=words, prints=prints_of(tried), text=texts[number]))
        await asyncio.gather(*(self._send(screen) for screen in tuple(self.screens)))
        return {"kept": words}

    async def _look_at(self, asking: Data) -> Data:
        """A page as it was in a version, or would be in a try."""
        text = self.book.version(str(asking.get("of")))
        if text is None:
            return {}
        then = await self._set(text)
        found = [page for page in then.pages if page.facts["number"] == asking.get("page")]
        return {"page": found[0].facts, "blocks": dict(found[0].blocks)} if found else {}

    async def _set(self, text: str) -> Shown:
        """A text that the file does not say, set."""
        shown = await self.setting(shown_of, self.path, text.encode("utf-8"), self.engine, None, False)
        self._keep(shown)
        return shown

    async def _typed(self, asking: Data) -> Data:
        """The page with words that are not written yet."""
        assert self.shown is not None
        wanted = asked(self.shown, self.names, {**asking, "do": "words"})
        base = self._text_of(asking.get("revision"))
        if wanted is None or base is None:
            return {}
        after = edited(base, self.names, wanted.operations)
        if isinstance(after, Diagnostic):
            return {"refused": as_data(after)}
        now = self.shown
        both = merged(base, after, now.text or base)
        text = after if isinstance(both, Clash) else both
        shown = await self.setting(shown_of, self.path, text.encode("utf-8"), self.engine, now, False)
        self._keep(shown)
        return {"preview": page_message(shown, {name for page in now.pages for name in page.blocks})}


_WAYS: dict[str, Callable[[Session, Data], Coroutine[Any, Any, Data]]] = {
    "fit": Session._fit, "suits": Session._suits, "waiting": Session._waiting, "piece": Session._piece,
    "source": Session._source, "tidy": Session._tidy,
    "say": Session._say, "version": Session._version, "find": Session._find, "replace": Session._replace,
    "edit": Session._edit, "discard": Session._discard,
    "undo": Session._undo, "redo": Session._redo, "step": Session._step,
    "typed": Session._typed, "search": Session._search, "stop": Session._stop, "take": Session._take,
    "try": Session._try, "look": Session._look_at,
}  # fmt: skip
"""What a browser may ask."""


def _facts(shown: Shown) -> list[Data]:
    return [block for page in shown.pages for block in page.facts["blocks"]]
