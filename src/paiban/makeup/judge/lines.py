"""The lines of a made-up page as the text stage's rules see them: loose, overfull or badly broken, each at its copy.

The style sheet says how severe each rule is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from paiban.diagnostic import Diagnostic, Severity, diagnose, has_errors
from paiban.galley.copyfit import KEEPS, Keep
from paiban.language import Words
from paiban.makeup.frame.model import Leg, Placed, PlacedHead, PlacedLine
from paiban.makeup.judge.breaches import REWORD
from paiban.template.page_rules import LINE_RULES, OFF
from paiban.text import LineRange, Prepared
from paiban.text.linerange import opened
from paiban.text.review import judge, judge_leading, span_of, words_of
from paiban.text.spacing import LOOSE
from paiban.units import Length

CODES = {rule.key: rule.code for rule in LINE_RULES}
"""The rules by the names that a style sheet calls them."""

POEM = "poem"


def check_lines(blocks: Sequence[Placed], leading: Length, rules: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What is to be said of the lines of blocks, by ``rules`` (severities by name)."""
    severities = {CODES[name]: severity for name, severity in rules.items() if name in CODES}
    found = [d for block in blocks for d in _of_block(block, leading)]
    ruled = {*CODES.values()}  # an error is none of the sheet's to let pass
    wanted = [(d, severities.get(d.code, d.severity.value)) for d in found if d.code in ruled or has_errors((d,))]
    return tuple(d._replace(severity=Severity(severity)) for d, severity in wanted if severity != OFF)


def loose_lines(block: Placed) -> int:
    """How many lines of a block stand more than ``LOOSE`` em apart a place, which a reader sees."""
    return sum(each > LOOSE for each in _opened(block))


def excess(block: Placed) -> float:
    """By how much the loose lines of a block stand too far apart, in em a place, all together."""
    return sum(max(0.0, each - float(LOOSE)) for each in _opened(block))


def _opened(block: Placed) -> Iterator[float]:
    """How far apart each justified line of a block stands, in em a place."""
    for prepared, lines, measures in _paragraphs(block.lines, block.legs):
        if prepared.style.align == "justify":
            rooms = [measures[0] - prepared.style.indent, *(measure - prepared.style.hang for measure in measures[1:])]
            yield from (opened(prepared, *pair) for pair in zip(lines[:-1], rooms, strict=False))


def _of_block(block: Placed, leading: Length) -> Iterator[Diagnostic]:
    if block.head is not None:
        yield from _of_head(block.head)
    for prepared, lines, measures in _paragraphs(block.lines, block.legs):
        yield from judge(prepared, lines, measures.__getitem__)
        if prepared.style.size <= leading:
            yield from judge_leading(prepared, leading)
    yield from _parted_stanzas(block)
    yield from stumps(block)


ONE_BELOW = Words("下面只有一行", "has one line alone below it")
NONE_BELOW = Words("下面没有正文", "has nothing below it")
OVER_TWO = Words("分在两栏里", "stands in two legs")
"""What is wrong with what heads copy at a leg's foot."""


def stumps(block: Placed) -> Iterator[Diagnostic]:
    """小标题 and questions at a leg's foot over one line, while the copy, or the answer, goes on in the next, or over
    none; they, and bylines, in two legs."""
    lines = block.lines
    for head, below, after in zip(lines, lines[1:], (*lines[2:], None), strict=False):
        fault = _stump(head, below, after) if head.role in KEEPS else None
        if fault is not None:
            copy, line = head.prepared, head.line
            words = {"block": block.block.id, "text": words_of(copy, line), "leg": head.leg + 1, "remedy": REWORD}
            yield diagnose("P425", span_of(copy, line), fault=fault, **words)


def _stump(head: PlacedLine, below: PlacedLine, after: PlacedLine | None) -> Words | None:
    """What is wrong with a line that is not to be parted from the next, None where nothing is."""
    if head.leg != below.leg:
        if head.prepared is below.prepared:
            return OVER_TWO
        return NONE_BELOW if KEEPS[head.role] is Keep.WITH_NEXT else None
    if after is None or after.leg == below.leg or below.prepared is head.prepared:
        return None
    whole = head.role != "crosshead" and after.prepared is not below.prepared
    return ONE_BELOW if KEEPS[head.role] is Keep.WITH_NEXT and not whole else None


def _parted_stanzas(block: Placed) -> Iterator[Diagnostic]:
    """The lines of poems that a leg begins with though no blank line of the copy goes before them."""
    for last, first in pairwise(block.lines):
        whole = last.leg == first.leg or _begins_stanza(last.prepared, first.prepared)
        if last.role == first.role == POEM and not whole:
            copy, line = first.prepared, first.line
            yield diagnose(
                "P423", span_of(copy, line), block=block.block.id, text=words_of(copy, line), leg=first.leg + 1
            )


def _begins_stanza(last: Prepared, first: Prepared) -> bool:
    """Whether there is a blank line, or more, between two lines of a poem as they stand in the file."""
    return last is not first and first.copy.lines[0] - last.copy.lines[0] > 1


def _of_head(placed: PlacedHead) -> Iterator[Diagnostic]:
    """Lines too near each other; and those that do not end by the sense, where the editor did not break them."""
    for part in placed.head.parts:
        if len(part.lines) > 1:
            yield from judge_leading(part.prepared, part.pitch)
        if len(part.lines) > 1 and not part.prepared.law:
            # The word list is read already: the lines were broken with it.
            from paiban.text.headline import judge_headline  # noqa: PLC0415

            yield from judge_headline(part.prepared, part.lines)


def _paragraphs(
    lines: Sequence[PlacedLine], legs: Sequence[Leg]
) -> Iterator[tuple[Prepared, tuple[LineRange, ...], tuple[Length, ...]]]:
    """Each paragraph with its lines and their measures, whatever the legs that they stand in."""
    for _, group in groupby(lines, key=lambda line: id(line.prepared)):
        placed = tuple(group)
        yield (
            placed[0].prepared,
            tuple([p.line for p in placed]),
            tuple([p.measure(legs[p.leg]) for p in placed]),
        )
