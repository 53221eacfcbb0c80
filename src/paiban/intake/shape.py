"""Pieces to articles: which line is a headline, where one story ends and the next begins, what are briefs.

What the source says by styles, labels or elements is taken at its word. Where it says nothing, size, bold, white and
the words themselves decide, and each such guess is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.bylines import is_byline
from paiban.intake.columns import Row, ends_sentence, runs_on
from paiban.intake.gutters import cells
from paiban.intake.labels import (
    BRIEF,
    CAPTION,
    CREDIT,
    CROSSHEAD,
    DASHED_DECK,
    DATELINE,
    END,
    KICKER_END,
    QUOTED,
)
from paiban.intake.marks import bold
from paiban.intake.model import TABLE, Article, Grid, Line, Look, Piece, Shot
from paiban.intake.wrapping import INDENT, paragraphs_of
from paiban.language import Words
from paiban.markup import plain
from paiban.span import Span
from paiban.value import NamedTuple

LONGEST_HEAD = 45
"""Characters: what is longer is copy, whatever it looks like."""

MOST_HEADS = 4
"""Lines of a head: kicker, headline, deck, byline. More short lines in a row are a list or a poem."""

LARGER = 1.08
"""A head is set larger than the copy by more than rounding."""

LIKE_HALVES = 12
"""Two lines of a head that are no longer than this and of one length are the two halves of a headline."""

_PICTURED = {"picture", "caption", "credit"}
HEAD_ROLES = ("kicker", "headline", "deck", "byline")
SORTS = {"kicker": "head", "headline": "head", "deck": "head", "item": "body"}
"""What pieces of some roles are taken for at first; those of others are what they are called."""

ROLE_WORDS = {
    "kicker": Words("引题", "kicker"),
    "headline": Words("主题", "headline"),
    "deck": Words("副题", "deck"),
    "byline": Words("作者", "byline"),
    "crosshead": Words("小标题", "cross-head"),
    "caption": Words("图说", "caption"),
    "credit": Words("图源", "credit"),
    "label": Words("栏题", "label"),
}
END_WORDS = Words("通稿的结束字样", "an agency's end mark")
CROSSHEAD_WORDS = Words("它是小标题的标记", "it is the mark of a cross-head")
BRIEF_WORDS = Words("简讯前的符号由版面自动加", "the page sets the sign before a brief")


def is_risky(found: Diagnostic) -> bool:
    """Whether it is the guess that words are a part of a story that copy might be taken for: all but its headline."""
    return found.code == "P827" and ROLE_WORDS["headline"] not in dict(found.params).values()


class Shaped(NamedTuple):
    """The articles of a source and what was guessed about them."""

    articles: tuple[Article, ...]
    found: tuple[Diagnostic, ...]


class _Sorted(NamedTuple):
    """A piece with what it is taken for: head, crosshead, body, byline (at the copy's end), brief, caption, picture."""

    piece: Piece
    sort: str


def shaped(pieces: Sequence[Piece]) -> Shaped:
    """The articles that ``pieces`` make, in their order."""
    found: list[Diagnostic] = []
    main, framed, loose = _unboxed(pieces)
    stories = list(_stories(_sorted(main)))
    for box in loose:
        _put_last(stories, box, found)
    articles = [_article(story, found) for story in (*stories, *(_sorted(box) for box in framed)) if story]
    return Shaped(tuple(articles), tuple(found))


# ---- text boxes ------------------------------------------------------------------------------------------------------


def _unboxed(pieces: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]], list[list[Piece]]]:
    """The copy itself with the boxes that belong into it, boxes that are stories, boxes that are neither.

    A head that somebody put into a box stands above the copy, a caption where its picture is.
    """
    main: list[Piece] = []
    framed: list[list[Piece]] = []
    loose: list[list[Piece]] = []
    for number, group in groupby(pieces, key=lambda piece: piece.box):
        box = list(group)
        sorts = [entry.sort for entry in _sorted(box)]
        before_copy = not any(_is_long(piece) for piece in main)
        if not number or (before_copy and not any(_is_long(piece) for piece in box)) or set(sorts) <= _PICTURED:
            main += [piece._replace(box=0) for piece in box]
        else:
            (framed if sorts[0] == "head" and "body" in sorts else loose).append(box)
    return main, framed, loose


def _is_long(piece: Piece) -> bool:
    return piece.picture is None and (len(piece.text) > LONGEST_HEAD or "。" in piece.text)


def _put_last(stories: list[list[_Sorted]], box: Sequence[Piece], found: list[Diagnostic]) -> None:
    """A box without a head of its own, at the end of the story beside which it stands."""
    number = box[0].span.line
    beside = [story for story in stories if story[0].piece.span.line <= number] or stories[:1]
    entries = [_Sorted(piece, "picture" if piece.picture else TABLE if piece.rows else "body") for piece in box]
    if beside:
        beside[-1].extend(entries)
        found.append(diagnose("P834", box[0].span))
    else:
        stories.append(entries)


# ---- what each piece is ----------------------------------------------------------------------------------------------


def _sorted(pieces: Sequence[Piece]) -> list[_Sorted]:
    usual, styled = _usual_size(pieces), any(piece.look.size or piece.look.bold for piece in pieces)
    sorts = [_sort(piece, usual, styled) for piece in pieces]
    return [_Sorted(piece, sort) for piece, sort in zip(pieces, _settled(pieces, sorts, styled), strict=True)]


def _usual_size(pieces: Sequence[Piece]) -> float:
    """The size that most of the copy is set in."""
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.look.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _sort(piece: Piece, usual: float, styled: bool) -> str:
    """What a piece is by itself; ``short`` may be a head, ``byline`` stand in one, as its neighbours will show."""
    words = plain(piece.text)
    if piece.picture is not None:
        return "picture"
    if piece.role:
        return SORTS.get(piece.role, piece.role)
    if is_byline(words):
        return "byline"
    if BRIEF.match(words):
        return "brief"
    if len(words) < 3 * LONGEST_HEAD and CAPTION.match(words):
        return "caption"
    is_body = len(words) > LONGEST_HEAD or _is_copy(words)
    return "body" if is_body else _short_sort(piece.look, usual) if styled else "short"


def _is_copy(words: str) -> bool:
    """Whether a line is of running copy, however short: it begins with a 电头, ends a sentence or runs on."""
    return bool(DATELINE.match(words)) or ends_sentence(words) or runs_on(words) or "。" in words


def _short_sort(look: Look, usual: float) -> str:
    """What a short line is by its look, where lines have any."""
    if (usual and look.size > usual * LARGER) or (look.bold and look.centred):
        return "head"
    return "short" if look.bold else "plain"


def _settled(pieces: Sequence[Piece], sorts: Sequence[str], styled: bool) -> list[str]:
    """The sorts with ``short`` and ``plain`` lines decided by what stands around them."""
    sorts = _continued(pieces, sorts)
    settled = list(sorts)
    for begin, end in _short_runs(sorts):
        before = _beside(settled, range(begin - 1, -1, -1))
        after = _beside(sorts, range(end, len(sorts)))
        signed = (sorts[begin - 1 : begin] == ["byline"], sorts[end : end + 1] == ["byline"])
        settled[begin:end] = _decided(pieces[begin:end], sorts[begin:end], (before, after), styled, signed)
    return [_signed(pieces, settled, at) if sort == "byline" else sort for at, sort in enumerate(settled)]


def _signed(pieces: Sequence[Piece], sorts: Sequence[str], at: int) -> str:
    """What a byline is by its place: a line of the head, the end of the copy before it, or copy.

    Between two stories it belongs to the first, unless more white stands above it than below. One that the source names
    so is never copy.
    """
    before, after = _beside(sorts, range(at - 1, -1, -1)), _beside(sorts, range(at + 1, len(sorts)))
    if before in ("", "head", "label"):
        return "head" if after or pieces[at].role else "body"
    if after == "head":
        onward = next(index for index in range(at + 1, len(sorts)) if sorts[index] == "head")
        return "head" if pieces[at].look.apart > pieces[onward].look.apart else "byline"
    ends = before in ("body", TABLE) and after in ("", "brief", "label", TABLE)
    return "byline" if ends else "head" if pieces[at].role else "body"


def _continued(pieces: Sequence[Piece], sorts: Sequence[str]) -> list[str]:
    """The sorts with short lines that are copy because of what stands before them.

    A line goes on one that ended at a comma. Where the parts of a head are labelled, a line without a label is none.
    """
    continued = list(sorts)
    for at, (before, piece) in enumerate(pairwise(pieces), 1):
        labelled = before.role in HEAD_ROLES and sorts[at] != "byline" and not _is_dashed(piece)
        may_be_head = sorts[at] in ("short", "plain", "byline") and piece.role != "byline"
        if may_be_head and (labelled or runs_on(plain(before.text))):
            continued[at] = "body"
    return continued


def _short_runs(sorts: Sequence[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    while begin < len(sorts):
        end = begin
        while end < len(sorts) and sorts[end] in ("short", "plain"):
            end += 1
        if end > begin:
            yield begin, end
        begin = max(end, begin + 1)


def _beside(sorts: Sequence[str], places: Iterable[int]) -> str:
    """The first of some places that is no picture, no caption and no byline."""
    return next((sorts[at] for at in places if sorts[at] not in ("picture", "caption", "byline")), "")


def _decided(
    pieces: Sequence[Piece], sorts: Sequence[str], around: tuple[str, str], styled: bool, signed: tuple[bool, bool]
) -> list[str]:
    """What short lines in a row are: the head of a story, a cross-head, or copy after all.

    ``around`` are the sorts before and after them; ``signed`` says where a byline stands right beside them, which is
    the end of a story or of a head.
    """
    count, (before, after) = len(pieces), around
    leads = before in ("", "head")
    if not after or count > MOST_HEADS:
        return _listed(pieces) if not before and count > 1 else ["body"] * count
    if leads and styled and before and sorts.count("plain") + signed[0] > 1:
        lines = zip(pieces, sorts, strict=True)
        heads = sum(1 for _ in takewhile(lambda line: line[1] == "short" or _is_dashed(line[0]), lines))
        return ["head"] * heads + ["body"] * (count - heads)
    if leads or (any(signed) and "plain" not in sorts):
        return ["head"] * count
    if styled:
        return ["crosshead" if sort == "short" else "body" for sort in sorts]
    apart = pieces[0].look.apart > 0 or pieces[0].look.centred
    if count > 1 or apart:
        return ["head"] * count
    return ["body" if QUOTED.fullmatch(plain(pieces[0].text)) else "crosshead"]


def _is_dashed(piece: Piece) -> bool:
    """Whether a line is a deck whatever it looks like."""
    return plain(piece.text).startswith(DASHED_DECK)


def _listed(pieces: Sequence[Piece]) -> list[str]:
    """Short lines and nothing else, a poem or a list: its head is what white parts from it, at least its first line."""
    gaps = (index for index, piece in enumerate(pieces[:MOST_HEADS]) if index and piece.look.apart)
    heads = next(gaps, 1)
    return ["head"] * heads + ["body"] * (len(pieces) - heads)


# ---- where a story begins --------------------------------------------------------------------------------------------


def _stories(pieces: Sequence[_Sorted]) -> Iterator[list[_Sorted]]:
    """Pieces a story: a head after copy begins a new one, and so do briefs and what follows them."""
    story: list[_Sorted] = []
    seen: set[str] = set()
    for entry in pieces:
        if _begins(seen, entry):
            yield story
            story, seen = [], set()
        story.append(entry)
        seen |= {entry.sort, entry.piece.role}
    if story:
        yield story


def _begins(seen: Collection[str], entry: _Sorted) -> bool:
    """Whether a piece begins a new story after pieces of the sorts and roles ``seen``."""
    has_copy, has_briefs = not {"body", "crosshead", TABLE}.isdisjoint(seen), "brief" in seen
    if entry.sort == "head":
        return has_copy or has_briefs or (entry.piece.role == "headline" and "headline" in seen)
    return (entry.sort == "brief" and has_copy) or (entry.sort in ("body", "label") and has_briefs)


# ---- a story ---------------------------------------------------------------------------------------------------------


def _article(story: Sequence[_Sorted], found: list[Diagnostic]) -> Article:
    heads = [entry.piece for entry in story if entry.sort in ("head", "label")]
    in_head = any(not piece.role and is_byline(plain(piece.text)) for piece in heads)
    if in_head:  # a second byline stays where it stands
        story = [entry._replace(sort="body") if entry.sort == "byline" else entry for entry in story]
    lines = tuple(_lines(story, found))
    shots = tuple(_shots(story, found))
    tables = tuple(Grid(entry.piece.rows, entry.piece.span) for entry in story if entry.piece.rows)
    span = story[0].piece.span
    article = Article(span, lines=lines, shots=shots, tables=tables, boxed=story[0].piece.box > 0)
    if any(entry.sort == "brief" for entry in story):
        return article._replace(headline="　".join(piece.text for piece in heads))
    parts = _head_parts(heads, found)
    kicker, headline, deck, byline = (parts.get(role, "") for role in HEAD_ROLES)
    article = article._replace(kicker=kicker, headline=headline, deck=deck, byline_in_head=in_head)
    signed = [byline] if byline else []
    return article._replace(byline="　".join([*signed, *_signatures(story, found)]))


def _signatures(story: Sequence[_Sorted], found: list[Diagnostic]) -> Iterator[str]:
    """The bylines at the end of a story's copy."""
    for piece in [entry.piece for entry in story if entry.sort == "byline"]:
        if not piece.role:
            found.append(diagnose("P827", piece.span, role=ROLE_WORDS["byline"], words=plain(piece.text)))
        yield piece.text


def _head_parts(heads: Sequence[Piece], found: list[Diagnostic]) -> dict[str, str]:
    """The lines of a head by their parts, those that the source names first."""
    roles = _roles(heads)
    parts: dict[str, str] = {}
    for piece, role in zip(heads, roles, strict=True):
        parts[role] = f"{parts[role]}　{piece.text}" if role in parts else piece.text
        if piece.role != role:
            found.append(diagnose("P827", piece.span, role=ROLE_WORDS[role], words=plain(piece.text)))
    return parts


def _roles(heads: Sequence[Piece]) -> list[str]:
    """The part that each line of a head is."""
    roles = [piece.role or ("byline" if is_byline(plain(piece.text)) else "") for piece in heads]
    open_ = [index for index, role in enumerate(roles) if not role]
    if open_ and "headline" not in roles:
        main = _main_line([heads[index] for index in open_])
        for place, index in enumerate(open_):
            roles[index] = "headline" if place in main else "kicker" if place < main[0] else "deck"
    first = roles.index("headline") if "headline" in roles else 0
    return [role or ("kicker" if index < first else "deck") for index, role in enumerate(roles)]


def _main_line(lines: Sequence[Piece]) -> tuple[int, ...]:
    """Which of the lines of a head are its headline: the largest, else by what a kicker ends and a deck begins with."""
    sizes = [piece.look.size for piece in lines]
    words = [plain(piece.text).strip() for piece in lines]
    largest = [index for index, size in enumerate(sizes) if size == max(sizes)]
    if len(largest) < len(lines):
        return tuple(largest) if len(largest) > 1 and _is_run(largest) else (largest[0],)
    if len(lines) > 1 and words[0].endswith(KICKER_END):
        return (1,)
    if len(lines) > 1 and len(words[0]) == len(words[1]) <= LIKE_HALVES:
        return (0, 1)
    return (1,) if len(lines) > 2 and not words[1].startswith(DASHED_DECK) else (0,)


def _is_run(places: Sequence[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def _lines(story: Sequence[_Sorted], found: list[Diagnostic]) -> Iterator[Line]:
    has_picture = any(entry.sort == "picture" for entry in story)
    for is_body, entries in groupby(story, key=lambda entry: entry.sort == "body"):
        pieces = list(entries)
        if is_body:
            yield from _body([entry.piece for entry in pieces], found)
        else:
            yield from _further(pieces, has_picture, found)


def _further(story: Sequence[_Sorted], has_picture: bool, found: list[Diagnostic]) -> Iterator[Line]:
    """What stands among the copy of a story and is none of its paragraphs."""
    for entry in story:
        piece = entry.piece
        if entry.sort == "crosshead":
            yield Line(piece.text, piece.span, entry.sort)
            if piece.role != "crosshead":
                found.append(diagnose("P827", piece.span, role=ROLE_WORDS["crosshead"], words=plain(piece.text)))
        elif entry.sort == "brief":
            yield Line(_unsigned(piece, found), piece.span, "brief")
        elif entry.sort == "caption" and not has_picture:
            found.append(diagnose("P818", piece.span, words=plain(piece.text)))
            yield Line(piece.text, piece.span, "body")


def _line(text: str, piece: Piece, found: list[Diagnostic]) -> Line:
    """A paragraph; one that begins with the sign of a cross-head is one."""
    match = CROSSHEAD.match(text)
    if match is None:
        return Line(text, piece.span)
    found.append(diagnose("P833", piece.span, before=match.group(), reason=CROSSHEAD_WORDS))
    return Line(text[match.end() :], piece.span, "crosshead")


def _body(pieces: Sequence[Piece], found: list[Diagnostic]) -> Iterator[Line]:
    """The paragraphs of copy without anything between them.

    A line end in a piece ends a paragraph, or is where some program broke its lines; so is the end of a piece, where
    somebody pasted lines as paragraphs.
    """
    ended = [piece._replace(text=_ended(piece, found)) for piece in pieces]
    for _, like in groupby(ended, key=lambda piece: (piece.role, piece.look.bold, "\n" in piece.text)):
        run = list(like)
        for group in [run] if not run[0].role and "\n" not in run[0].text else [[piece] for piece in run]:
            yield from (_line(text, piece, found) for text, piece in _paragraphs(group, found))


def _paragraphs(pieces: Sequence[Piece], found: list[Diagnostic]) -> Iterator[tuple[str, Piece]]:
    """The paragraphs of pieces that look alike, each with the piece in which it begins."""
    rows, owners = [], []
    for piece in pieces:
        for line in filter(str.strip, piece.text.split("\n")):
            indent = max(cells(line) - cells(line.lstrip()), INDENT * piece.look.indented)
            rows.append(Row(line.strip(), piece.span.line, 1, indent, piece.look.apart if len(pieces) > 1 else 0))
            owners.append(piece)
    wrapped, joinings = paragraphs_of(rows, owners[0].span.file) if rows else ((), ())
    found += [joining._replace(span=pieces[0].span) if len(pieces) == 1 else joining for joining in joinings]
    at = 0
    for part in wrapped:
        yield bold(part.text) if owners[at].look.bold else part.text, owners[at]
        at += part.rows


def _ended(piece: Piece, found: list[Diagnostic]) -> str:
    """A paragraph without an agency's end mark."""
    match = END.search(piece.text)
    if match is None:
        return piece.text
    found.append(diagnose("P833", piece.span, before=match.group().strip(), reason=END_WORDS))
    return piece.text[: match.start()]


def _unsigned(piece: Piece, found: list[Diagnostic]) -> str:
    """A brief without its sign."""
    match = BRIEF.match(piece.text)
    if match is None:
        return piece.text
    found.append(diagnose("P833", piece.span, before=match.group(), reason=BRIEF_WORDS))
    return piece.text[match.end() :]


def _shots(story: Sequence[_Sorted], found: list[Diagnostic]) -> Iterator[Shot]:
    """The pictures of a story, each with what is said of it after it, or before the first of them."""
    told: list[Piece] = []
    groups: list[list[Piece]] = []
    for entry in story:
        if entry.sort == "picture":
            groups.append([entry.piece, *told])
            told = []
        elif entry.sort in ("caption", "credit"):
            (groups[-1] if groups else told).append(entry.piece)
    yield from (_shot(picture, words, found) for picture, *words in groups)


def _shot(piece: Piece, said: Sequence[Piece], found: list[Diagnostic]) -> Shot:
    assert piece.picture is not None
    captions = [other.text for other in said if other.role != "credit"] or [piece.text]
    caption, credit = _credited("　".join(captions), piece.span, found)
    credits = [*([credit] if credit else []), *(other.text for other in said if other.role == "credit")]
    return Shot(piece.picture, piece.span, caption, "　".join(credits))


def _credited(words: str, span: Span, found: list[Diagnostic]) -> tuple[str, str]:
    """A caption and who made the picture, where its end says so."""
    match = CREDIT.search(words)
    if match is None:
        return words, ""
    found.append(diagnose("P827", span, role=ROLE_WORDS["credit"], words=match.group(1)))
    return words[: match.start()], match.group(1)
