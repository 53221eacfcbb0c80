"""What an editor may do to the words of a story: so many characters of so-and-so a paragraph, each number tried.

A number is named only where the story, set again with exactly that change at the paragraph's end, is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from paiban.diagnostic import Diagnostic
from paiban.galley.galley import Asked, Galley, GalleyParagraph
from paiban.grid import Grid
from paiban.issue import IssuePage
from paiban.language import Words
from paiban.makeup.frame.fit import characters
from paiban.makeup.frame.kind import PageKit, Site
from paiban.makeup.frame.model import Fit, Makeup, Placed
from paiban.makeup.frame.place import page_galleys, page_places, site_of
from paiban.makeup.judge.breaches import short_legs
from paiban.makeup.judge.layout import leg_boxes, lines_uneven
from paiban.makeup.judge.lines import stumps
from paiban.markup import plain
from paiban.span import plain_text
from paiban.template import PageTemplate
from paiban.text import prepare
from paiban.value import NamedTuple

OVER, WIDOW, STUMP, UNEVEN = "P501", "P608", "P425", "P605"

NAMED_BY = {OVER: "block", WIDOW: "name", STUMP: "block", UNEVEN: "name"}
"""The parameter of each that says which story it is about."""

FEW_LINES = 3
"""Copy that is over by more loses its end, not the last lines of so many paragraphs."""

TRIED = 6
"""So many paragraphs are tried where a last line stands alone, or a leg ends too high."""

MORE_LINES = 3
"""So many lines are tried that a leg is to have more: the white of a cross-head may take in some."""

COPY = frozenset({"body", "item", "answer"})
"""Roles of paragraphs whose words may be cut or added to."""

ADDED = "字"
"""What stands for a character that an editor adds."""

OPENING = 4
"""So many characters of a paragraph name it."""


class Copyfit(NamedTuple):
    """So many characters taken from the end of a paragraph, or added there; ``paragraph`` counts from 0."""

    paragraph: int
    characters: int


class SettledOutcome(NamedTuple):
    """What a paragraph was ``asked`` for when its story was set with it, and whether the story is right."""

    asked: Asked
    right: bool

    def is_near(self, lines: int) -> bool:
        """Whether it was asked for no tracking, and has as many lines as that or one more or less."""
        return all(not limit and abs(ways[0].lines - lines) <= 1 for (_, limit, _), ways in self.asked.choices.items())


class SettledStory(NamedTuple):
    """A story that was set, with where it stands, and what sets it there again."""

    placed: Placed
    site: Site
    galley: Galley
    kit: PageKit

    def again(self, changed: Mapping[int, GalleyParagraph]) -> Placed | None:
        """The story with other paragraphs in the place of some; None where it cannot be set."""
        paragraphs = [changed.get(index, old) for index, old in enumerate(self.galley.paragraphs)]
        galley = Galley(self.galley.block, tuple(paragraphs))
        block = self.placed.block
        placed, _ = self.kit.settings[block.kind].place(block, self.site._replace(galley=galley), self.kit)
        return placed

    def right(self, groups: Iterable[Sequence[Copyfit]], is_right: Callable[[Placed], bool]) -> Iterator[Copyfit]:
        """The changes with each of which the story, set with it, is right; each group is of one paragraph, the smallest
        change first.

        Of a paragraph in legs of one measure nothing decides that but its choices there: with one that has those of an
        earlier one, or of the story as it is, the story is not set again. Where no tracking is asked for the choice is
        a number of lines, and that grows with the words: changes smaller than one that is wrong, and makes a line more
        or less at most, are wrong as well.
        """
        measure = self.placed.legs[0].measure
        even = not any(leg.notches or leg.measure != measure for leg in self.placed.legs)
        known = [[SettledOutcome(old.asked(measure), is_right(self.placed))] for old in self.galley.paragraphs]

        def trial(change: Copyfit) -> SettledOutcome:
            new, tried = self.reworded(change), known[change.paragraph]
            found = next((each for each in tried if even and each.asked.choices and new.answers(each.asked)), None)
            if found is None:
                again = self.again({change.paragraph: new})
                found = SettledOutcome(new.asked(measure), again is not None and is_right(again))
                tried.append(found)
            return found

        for *smaller, largest in filter(None, groups):
            index, last = largest.paragraph, trial(largest)
            natural = self.galley.paragraphs[index].choices(measure, 0, index == 0)[0]
            if last.right or not (even and last.asked.choices and last.is_near(natural.lines)):
                yield from (change for change in smaller if trial(change).right)
            if last.right:
                yield largest

    def reworded(self, change: Copyfit) -> GalleyParagraph:
        """A paragraph with a change at its end, before the mark that ends it."""
        old = self.galley.paragraphs[change.paragraph]
        prepared = old.prepared
        words, mark = parted(prepared.copy.value)
        count = change.characters
        words = words + ADDED * count if count > 0 else words[:count]
        copy = plain_text(words + mark)
        new = prepare(copy, prepared.style, self.kit.catalogue, prefix=prepared.prefix)
        return GalleyParagraph(old.kind, new, old.white, old.initial, old.blank, old.keep)

    def named(self, change: Copyfit) -> Words:
        """A change in words."""
        opening = self.galley.paragraphs[change.paragraph].prepared.copy.value[:OPENING]
        number, count = change.paragraph + 1, abs(change.characters)
        if change.characters < 0:
            return Words(
                f"第 {number} 段（“{opening}…”）末尾删 {count} 字",
                f"cut {count} characters at the end of paragraph {number} (“{opening}…”)",
            )
        return Words(
            f"第 {number} 段（“{opening}…”）末尾添 {count} 字",
            f"add {count} characters at the end of paragraph {number} (“{opening}…”)",
        )


def parted(value: str) -> tuple[str, str]:
    """A paragraph's words, and the marks that end it."""
    words = value.rstrip("。！？…”’』」）；：，、.!?\"' ")
    return words, value[len(words) :]


def worded(found: Sequence[Diagnostic], makeup: Makeup, template: PageTemplate, kit: PageKit) -> tuple[Diagnostic, ...]:
    """The same findings, those of a story's words with the characters that put it right, where some do."""
    stories = stories_of(makeup, makeup.page, template, kit)
    return tuple(better(each, stories) for each in found)


def stories_of(makeup: Makeup, page: IssuePage, template: PageTemplate, kit: PageKit) -> Mapping[str, SettledStory]:
    """The blocks of a page with plain paragraphs in legs of one measure, by id."""
    places, galleys = page_places(page, template, kit), page_galleys(page, kit)
    stories = {}
    for placed in makeup.blocks:
        block = placed.block
        galley = galleys.get(block.id)
        if galley is not None and placed.legs and placed.traits.leads and not galley.members and galley.plain is None:
            site = site_of(block, placed.place, page, places, galleys, kit)
            stories[block.id] = SettledStory(placed, site, galley, kit)
    return stories


def better(found: Diagnostic, stories: Mapping[str, SettledStory]) -> Diagnostic:
    """A finding with the changes of words that help it; those of a story that was set as it is are not tried again."""
    story = stories.get(str(dict(found.params).get(NAMED_BY.get(found.code, ""))))
    if story is None:
        return found
    memo, of = story.kit.rack.memo, (story.placed, story.galley, story.kit)
    return memo.made("reworded", of, lambda: helped(found, story), found, story.site.key)


def helped(found: Diagnostic, story: SettledStory) -> Diagnostic:
    """A finding of a story with the changes of its words that help."""
    if found.code == OVER:
        changes = fewest_cut(story)
        fewer = together([story.named(change) for change in changes])
        return said(found, cut=fewer, tried=-count_of(changes)) if changes else found
    if found.code == UNEVEN:
        added = levelling(story)
        return found if added is None else said(found, remedy=story.named(added), tried=added.characters)
    leg = dict(found.params)["leg"]
    assert isinstance(leg, int)
    return remedied(found, story, leg - 1 if found.code == WIDOW else leg)


def count_of(changes: Sequence[Copyfit]) -> int:
    """The characters that changes add, fewer than none where they take some."""
    return sum(change.characters for change in changes)


def remedied(found: Diagnostic, story: SettledStory, leg: int) -> Diagnostic:
    """A finding with what leaves no line alone where one leg ends and ``leg``, from 0, begins."""
    ways = [story.named(change) for change in lone_changes(story, leg)]
    return said(found, remedy=either(ways)) if ways else found


def said(found: Diagnostic, **words: Words | int) -> Diagnostic:
    """A finding that says some of it in other words; ``tried`` are the characters that they name."""
    return found._replace(params=tuple({**dict(found.params), **words}.items()))


def either(ways: Sequence[Words]) -> Words:
    """One or the other."""
    return Words("，或".join(way.zh for way in ways), ", or ".join(way.en for way in ways))


def together(ways: Sequence[Words]) -> Words:
    """All of them."""
    return Words("，".join(way.zh for way in ways), " and ".join(way.en for way in ways))


def fewest_cut(story: SettledStory) -> Sequence[Copyfit]:
    """The paragraphs that give up all lines that are over for fewer characters than the end of the copy would."""
    fit = story.placed.fit
    if fit is None or not 0 < fit.over_lines <= FEW_LINES:
        return ()
    last = sorted((length, index) for index, length in last_lengths(story).items())
    saved = (line_saved(story, index, length) for length, index in last)
    changes = [*islice((change for change in saved if change is not None), fit.over_lines)]
    if len(changes) < fit.over_lines or -count_of(changes) >= fit.over_characters:
        return ()
    again = story.again({change.paragraph: story.reworded(change) for change in changes})
    right = again is not None and again.fit is not None and not again.fit.over_lines
    return changes if right else ()


def levelling(story: SettledStory) -> Copyfit | None:
    """The first addition that makes the legs of a story end level: as few lines as do, the short leg's own paragraphs
    before others, of these that with the longest last line first. Copy that is short anyway needs more."""
    if story.placed.fit is None or story.placed.fit.short_lines:
        return None
    short = next(short_legs(tuple(leg_boxes(story.placed, story.kit.grid))), (0, 0))[0]
    own = [line.prepared.copy for line in story.placed.lines if line.leg == short]
    copies = [paragraph.prepared.copy for paragraph in story.galley.paragraphs]
    lengths = last_lengths(story)
    order = sorted(lengths, key=lambda index: (copies[index] not in own, -lengths[index]))[:TRIED]
    full = story.placed.legs[0].measure // story.kit.grid.size
    groups = (
        [Copyfit(index, count) for count in around((more + 1) * full + 1 - lengths[index])]
        for more in range(MORE_LINES)
        for index in order
    )
    return next(story.right(groups, partial(is_level, grid=story.kit.grid)), None)


def is_level(placed: Placed, grid: Grid) -> bool:
    """Whether a story is not over, has level legs and no line alone at the head or foot of one."""
    if placed.fit is None or not placed.fit.exact:
        return False
    return not lines_uneven(placed, grid) and not is_lonely(placed, grid)


def cuttable(story: SettledStory) -> Iterator[int]:
    """The paragraphs of copy without marks in it, of two lines or more."""
    measure = story.placed.legs[0].measure
    for index, paragraph in enumerate(story.galley.paragraphs):
        value = paragraph.prepared.copy.value
        unmarked = paragraph.kind in COPY and paragraph.initial is None and plain(value) == value
        if unmarked and len(paragraph.broken(measure)) > 1:
            yield index


def last_lengths(story: SettledStory) -> dict[int, int]:
    """The characters on the last line of each paragraph whose words may be cut or added to."""
    return {index: last_length(story, index) for index in cuttable(story)}


def last_length(story: SettledStory, index: int) -> int:
    """The characters on a paragraph's last line where its lines are as few as they may be."""
    paragraph, measure = story.galley.paragraphs[index], story.placed.legs[0].measure
    _, tracking = paragraph.fewest(measure, story.kit.limit, index == 0)
    line = paragraph.broken(measure, tracking)[-1]
    first, end = paragraph.prepared.copy_range(line.first, line.last)
    return characters(paragraph.prepared.copy.value[first:end])


def line_saved(story: SettledStory, index: int, length: int) -> Copyfit | None:
    """The fewest characters that make a paragraph a line shorter whose last line has so many."""
    measure, limit = story.placed.legs[0].measure, story.kit.limit
    has = story.galley.paragraphs[index].fewest(measure, limit, index == 0)[0]
    tried = (Copyfit(index, -count) for count in around(length))
    return next((each for each in tried if story.reworded(each).fewest(measure, limit, index == 0)[0] < has), None)


def lone_changes(story: SettledStory, leg: int) -> Iterator[Copyfit]:
    """What leaves no line alone at a leg's head or foot: the first cut that does, and the first addition; the paragraph
    with which ``leg`` begins before others, and of these the shortest last line first."""
    lines = [line for line in story.placed.lines if line.leg == leg]
    copies = [paragraph.prepared.copy for paragraph in story.galley.paragraphs]
    if not lines or lines[0].prepared.copy not in copies:
        return
    own = copies.index(lines[0].prepared.copy)
    lengths = last_lengths(story)
    order = sorted(lengths, key=lambda index: (index != own, lengths[index]))[:TRIED]
    room = story.placed.legs[0].measure // story.kit.grid.size + 1
    ways = (
        [[Copyfit(index, -count) for count in around(lengths[index])] for index in order],
        [[Copyfit(index, count) for count in around(room - lengths[index])] for index in order],
    )
    for groups in ways:
        yield from islice(story.right(groups, partial(is_right, before=story.placed.fit, grid=story.kit.grid)), 1)


def around(count: int) -> range:
    """The numbers near one that may do what it should: marks at a line's end take room of their own."""
    return range(max(1, count - 1), count + 2)


def is_right(placed: Placed, before: Fit | None, grid: Grid) -> bool:
    """Whether a story fits no worse than ``before``, and has no line alone at a leg's head or foot."""
    if placed.fit is None or before is None or placed.fit.over_lines:
        return False
    return placed.fit.short_lines <= before.short_lines and not is_lonely(placed, grid)


def is_lonely(placed: Placed, grid: Grid) -> bool:
    """Whether a line of a story stands alone at a leg's head or foot."""
    return any(leg.widow for leg in leg_boxes(placed, grid)) or any(stumps(placed))
