"""The draft (草样) of a result: what is wrong with its pages shown on them, the copy that they lack beside them.

There is a draft of every issue that can be read at all. It is a picture to work from, never a file for the press.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from paiban.compose.composer import Composer
from paiban.compose.draft import Beside, DraftNote, Unseen, draft_page
from paiban.compose.proof import Pin, Proof
from paiban.diagnostic import Diagnostic, Severity, catalogue, has_errors
from paiban.display import Artwork, Line, Page, Picture
from paiban.engine.kit import Kit, page_kit_of
from paiban.engine.printing import written
from paiban.engine.setting import Result, head_on
from paiban.issue import Block, Issue
from paiban.issue.build import ISSUE
from paiban.issue.naming import known_as, named, titles
from paiban.language import Words
from paiban.makeup.frame.model import Makeup
from paiban.output.model import PLAIN, File, Options, Output
from paiban.output.scene import SceneLine, scene_of
from paiban.output.verify import undrawn_copy
from paiban.output.visible.hidden import hidden_lines
from paiban.source.copy import part_of
from paiban.span import absolute
from paiban.units import pt
from paiban.value import NamedTuple

WAITS = Words("待用稿　{name}", "waits, need not be set: {name}")
"""What is said before the copy of a block that stands nowhere because it need not."""

HEAD = {"zh": "报眉", "en": "Running head"}
"""What its copy is called that no block has."""


READINGS = {
    "first": Words("一校", "first proof"),
    "second": Words("二校", "second proof"),
    "clean": Words("清样", "clean proof"),
}
"""What proofs (大样) are pulled for."""


class Noted(NamedTuple):
    """A note (批注) with its number: what it says, the block and the words that begin the line that it is about."""

    number: int
    words: str
    block: str
    quote: str


class Pull(NamedTuple):
    """A proof (大样) is wanted: for which of ``READINGS``, and when it was pulled, in words; with which notes."""

    reading: str
    time: str
    notes: tuple[Noted, ...] = ()


def drafted(result: Result, lang: str, pull: Pull | None = None) -> Result:
    """A result with errors as its draft, one that is pulled as its proof; another, or a draft, is what it is."""
    if (result.ok and pull is None) or result.draft or result.issue is None or result.kit is None:
        return result
    pages = tuple(
        drafted_page(result, result.issue, result.kit, makeup, page, lang, pull)
        for makeup, page in zip(result.makeups, result.pages, strict=True)
    )
    return result._replace(pages=pages, draft=True)


def written_or_drafted(
    result: Result, output: Output, lang: str, options: Options = PLAIN, pull: Pull | None = None
) -> tuple[Result, tuple[File, ...]]:
    """The files of a result that is no draft yet, or those of its draft or proof, with what was noticed on the way.

    What is wrong inside a picture or an advert may show only as it is painted: its page is drawn once more then.
    """
    made, files = written(drafted(result, lang, pull), output, options)
    if not has_errors({*made.diagnostics} - {*result.diagnostics}):
        return made, files
    return written(drafted(result._replace(diagnostics=made.diagnostics), lang, pull), output, options)


def drafted_page(
    result: Result, issue: Issue, kit: Kit, makeup: Makeup, page: Page, lang: str, pull: Pull | None
) -> Page:
    """One page as its draft, or its proof."""
    page_kit = page_kit_of(issue, makeup.page, kit)
    composer = Composer(page_kit.grid, page_kit.setter, kit.catalogue, [], pt(kit.press.limits.min_text_pt_one_ink))
    notes = [
        DraftNote(f"{place_of(found)}{found.message(lang)}", block_of(found, issue, makeup.page.blocks))
        for found in named(result.diagnostics, titles(issue, kit.kinds.readings))
        if found.severity is not Severity.INFO and is_of(found, issue, makeup)
    ]
    names = {block.id: name_of(block, kit) for block in makeup.page.blocks}
    codes = catalogue()
    unpainted = {found.span for found in result.diagnostics if codes[found.code].unpainted and found.span}
    hidden = tuple(joined(hidden_lines(page, kit.catalogue, kit.press), names))
    lost = [item for item in page.items if isinstance(item, Picture | Artwork) and item.span is not None
            and absolute(item.span, issue.anchors) in unpainted]  # fmt: skip
    unseen = Unseen(tuple(undrawn(makeup, page, kit, lang)), hidden, lost)
    proof = None
    if pull is not None:
        own = {block.id for block in makeup.page.blocks}
        known = {block.id for each in result.makeups for block in each.page.blocks}
        pins = (pin_of(note, page, names) for note in pull.notes if note.block in own or note.block not in known)
        first = makeup is result.makeups[0]
        told = tuple(pin for pin, block in pins if pin.place is not None or block in own or first)
        proof = proof_of(pull, page, not result.ok, lang)._replace(pins=told)
    return draft_page(page, makeup, notes, unseen, names, composer, lang, proof)


def proof_of(pull: Pull, page: Page, forbidden: bool, lang: str) -> Proof:
    """What the proof of a page says of itself."""
    page_words = Words(f"第 {page.numbers} 版　{page.section}", f"page {page.numbers}, {page.section}")
    return Proof(READINGS[pull.reading].said(lang), (page_words.said(lang), pull.time), forbidden)


def pin_of(note: Noted, page: Page, names: Mapping[str, str]) -> tuple[Pin, str]:
    """A note's pin: at the line that it quotes, else at its block; and the block that it is of.

    Ids that the program makes up go to others when a block comes or goes before them: the words are looked for there.
    """
    lines = [(block.id, item) for block in scene_of(page).blocks for item in block.items
             if isinstance(item, SceneLine) and note.quote and item.words.startswith(note.quote)]  # fmt: skip
    named = [id_ for id_, name in names.items() if note.quote and name.startswith(note.quote)]
    says = [*(id_ for id_, _ in lines), *named]
    block = note.block if note.block in says or not says else says[0]
    line = next((item for id_, item in lines if id_ == block), None)
    frame = next((frame.rect for frame in page.frames if frame.block == block), None)
    place = None if frame is None else (frame.x0, frame.y0)
    if line is not None:
        size = max(run.size for run in line.runs)
        place = (line.x - size // 2, line.y) if line.vertical else (line.x, line.y - size)
    return Pin(note.number, note.words, place), block


def name_of(block: Block, kit: Kit) -> str:
    """What an editor knows a block by."""
    return known_as(block, kit.kinds.readings) or block.id


def place_of(found: Diagnostic) -> str:
    """The line of the file that a finding is about, as it begins its words."""
    return f"{found.span.line}:{found.span.column}　" if found.span is not None else ""


def is_of(found: Diagnostic, issue: Issue, makeup: Makeup) -> bool:
    """Whether a finding is told on this page: it is about one of its blocks, or about none of the issue's."""
    own = {makeup.page.span.file, *(block.span.file for block in makeup.page.blocks)}
    anchor = anchor_of(found, issue)
    return not anchor or anchor in own


def block_of(found: Diagnostic, issue: Issue, blocks: Sequence[Block]) -> str:
    """The id of the block that a finding is about, ``""`` where it is about none of ``blocks``."""
    anchor = anchor_of(found, issue)
    return next((block.id for block in blocks if anchor and block.span.file == anchor), "")


def anchor_of(found: Diagnostic, issue: Issue) -> str:
    """The anchor of the block, or the page's own keys, in whose lines a finding lies; ``""`` for none of them."""
    if found.span is None or found.span.file != issue.file:
        return ""
    above = [(anchor.line, name) for name, anchor in issue.anchors.items() if anchor.line <= found.span.line]
    anchor = max(above, default=(0, ""))[1]
    return "" if anchor == issue.file + ISSUE else anchor


def undrawn(makeup: Makeup, page: Page, kit: Kit, lang: str) -> Iterator[Beside]:
    """The copy of the page's head and its blocks that no line of it shows, in the order of the file."""
    for copy in undrawn_copy(page, head_on(makeup.page, page)):
        yield Beside(HEAD[lang], copy)
    for block in makeup.page.blocks:
        reading = kit.kinds.readings[block.kind]
        texts = [text for text in reading.texts(block.content) if text is not None]
        for copy in undrawn_copy(page, texts):
            name = name_of(block, kit)
            yield Beside(WAITS.said(lang).format(name=name) if block.waits else name, copy)


def joined(lines: Sequence[Line], names: Mapping[str, str]) -> Iterator[Beside]:
    """The copy of lines, what follows on one another in one piece."""
    for key, group in groupby(lines, key=lambda line: (id(line.copy), line.block)):
        own = list(group)
        yield Beside(
            names[key[1]], part_of(own[0].copy, min(line.start for line in own), max(line.end for line in own))
        )
