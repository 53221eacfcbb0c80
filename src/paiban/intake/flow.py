"""Runs of text gathered to pieces: what every reader of marked-up formats does alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.marks import all_escaped, bold, escaped, escaping
from paiban.intake.model import NO_LOOK, TABLE, Look, PictureSource, Piece
from paiban.intake.symbol_faces import UNKNOWN, sign_in
from paiban.language import Words
from paiban.markup import plain
from paiban.span import Span
from paiban.value import NamedTuple

_SHOWN = 30

NOTE = Words("脚注或尾注", "a footnote or endnote")
"""What stands below a page in other programs; a newspaper's column has no such place."""

DELETED = Words("修订中删去的字", "text deleted in a revision")
COMMENT = Words("批注", "a comment")
RUNNING = Words("页眉页脚", "a header or footer")
SIGN = Words("符号字体里的一个符号", "a sign of a symbol face")

MOST_IN_CELL = 60
"""Characters: what is longer is copy that a table put beside other copy."""

MOST_SPANNED = 60
"""Columns or rows that one cell may take; no table has more."""

_SIGN = pattern("[<^]|:?-{3,}:?")
"""What means something else in a table of an issue file."""

_NO_MARK = pattern("[A-Za-z0-9\u4e00-\u9fff]$")
"""The end of a number that nothing parts from its item."""

LOOKS = {
    "italic": Words("斜体", "italics"),
    "underline": Words("下划线", "underlining"),
    "colour": Words("颜色或底色", "colour"),
    "border": Words("边框", "a border"),
    "initial": Words("首字下沉", "a drop cap"),
    "head": Words("表头的加粗（表的样式另有规定）", "the bold of a table's head, which its style decides"),
}
"""What a run may look like besides bold; the copy stays, the look does not. What is struck through is told apart."""


class Run(NamedTuple):
    """A run of text: bold or not, raised (``^``) or lowered (``_``), with its reading beside it, with emphasis dots."""

    words: str
    bold: bool = False
    script: str = ""
    ruby: str = ""
    dots: bool = False


class Flow:
    """Pieces being gathered from one source."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.pieces: list[Piece] = []
        self.found: list[Diagnostic] = []
        self.runs: list[Run] = []
        self.apart = 0

    def at(self, number: int) -> Span:
        """Where paragraph ``number`` stands: a document without lines counts its paragraphs."""
        return Span(self.file, number, 1, number, 1)

    def add(self, run: Run) -> None:
        """A run of the paragraph that is being gathered."""
        if run.words:
            self.runs.append(run)

    def prefix(self, words: str, at: int, span: Span) -> None:
        """A number or a sign that another program writes by itself, before the run ``at``, with the white it needs."""
        is_bold = all(run.bold for run in self.runs[at:])
        words += _white_after(words, "".join(run.words for run in self.runs[at:]).lstrip())
        self.runs.insert(at, Run(words, is_bold))
        self.found.append(diagnose("P825", span, after=words))

    def lost_look(self, look: str, words: str, span: Span) -> None:
        """A run whose look is not kept."""
        shown = words.strip()[:_SHOWN]
        if shown and look == "strike":
            self.found.append(diagnose("P840", span, words=shown))
        elif shown:
            self.found.append(diagnose("P831", span, what=LOOKS[look], words=shown))

    def written_out(self, what: Words, before: str, after: str, span: Span) -> None:
        """What stands on paper otherwise than in the file, as it was written here."""
        self.found.append(diagnose("P838", span, what=what, before=before.strip(), after=after))

    def sign(self, face: str, character: str, span: Span) -> str:
        """A character of a symbol face as one that every face has."""
        sign, told = sign_in(face, character), f"{face} {ord(character):04X}".strip()
        if sign:
            self.found.append(diagnose("P836", span, before=told, after=sign))
        else:
            self.left_out(SIGN, told, span)
        return sign or UNKNOWN

    def left_out(self, what: Words, words: str, span: Span) -> None:
        """Text that does not go into the issue."""
        if words.strip():
            self.found.append(diagnose("P814", span, what=what, before=words.strip()))

    def picture(self, picture: PictureSource, span: Span, caption: str = "", box: int = 0) -> None:
        """A picture between paragraphs."""
        self.pieces.append(Piece(escaped(caption), span, picture=picture, box=box))

    def end(self, span: Span, role: str = "", look: Look = NO_LOOK, box: int = 0) -> None:
        """The paragraph is whole; one with nothing but white only sets the next one apart."""
        runs, self.runs = self.runs, []
        raw = "".join(run.words for run in runs)
        if not raw.strip(" \t\n\xa0\u3000"):
            self.apart = min(2, self.apart + 1)
            return
        all_bold = all(run.bold for run in runs if run.words.strip())
        text = _marked(runs, all_bold, raw)
        self.found += escaping(raw, text, span) if "\\" in text else ()
        look = look._replace(bold=all_bold, apart=max(look.apart, self.apart))
        self.pieces.append(Piece(text, span, role, look, box=box))
        self.apart = 0

    def table(self, rows: Sequence[Sequence[Flow | str]], span: Span, box: int = 0) -> None:
        """A table, each of its cells gathered in a flow of its own, or a sign that joins it to another.

        Where its cells hold running copy or pictures it only served to put them side by side: each row is then a
        paragraph, the cells an em apart.
        """
        cells = [cell for row in rows for cell in row if isinstance(cell, Flow)]
        for cell in cells:
            self.found += cell.found
        weights = [{cell.is_bold() for cell in row if isinstance(cell, Flow) and cell.cell()} for row in rows]
        if weights[:1] == [{True}] and any(False in row for row in weights):
            head = [cell for cell in rows[0] if isinstance(cell, Flow)]
            self.lost_look("head", " ".join(plain(cell.cell()) for cell in head), span)
            for cell in head:
                cell.pieces = [piece._replace(look=piece.look._replace(bold=False)) for piece in cell.pieces]
        words = tuple(tuple(cell if isinstance(cell, str) else cell.cell() for cell in row) for row in rows)
        if all(cell.is_cell() for cell in cells) and any(map(any, words)):
            self.pieces.append(Piece("", span, TABLE, box=box, rows=tuple(row for row in words if any(row))))
            self.found.append(diagnose("P837", span, rows=sum(map(any, words)), columns=max(map(len, words))))
            return
        for row in rows:
            self.side_by_side([cell for cell in row if isinstance(cell, Flow)], span, box)

    def side_by_side(self, cells: Sequence[Flow], span: Span, box: int) -> None:
        """A row of such a table; tables inside it come after its words."""
        self.pieces += [piece for cell in cells for piece in cell.pieces if piece.picture is not None]
        words = [word for cell in cells if (word := cell.cell())]
        if words:
            self.pieces.append(Piece("\u3000".join(words), span, "item", box=box))
            self.found.append(diagnose("P826", span))
        self.pieces += [piece._replace(box=box) for cell in cells for piece in cell.pieces if piece.rows]

    def cell(self) -> str:
        """What was gathered as the words of one cell."""
        pieces = [piece for piece in self.pieces if piece.picture is None and not piece.rows]
        return "\u3000".join([bold(piece.text) if piece.look.bold else piece.text for piece in pieces])

    def is_bold(self) -> bool:
        """Whether all that was gathered is bold."""
        return all(piece.look.bold for piece in self.pieces if piece.picture is None and not piece.rows)

    def is_cell(self) -> bool:
        """Whether what was gathered can stand in a cell: some words, that say nothing of the table itself."""
        words = self.cell()
        plain_words = all(piece.picture is None and piece.role != TABLE for piece in self.pieces)
        return plain_words and len(words) <= MOST_IN_CELL and not _SIGN.fullmatch(words)


def _white_after(number: str, words: str) -> str:
    """What parts a number from its item: an em after 第一章, a space where 1. and 3月 would read 1.3月."""
    if _NO_MARK.search(number):
        return "\u3000"
    return " " if number.endswith(".") and words[:1].isdecimal() else ""


def _marked(runs: Sequence[Run], all_bold: bool, raw: str) -> str:
    """The runs with our marks; where signs of the copy meet the marks, every sign gets its backslash."""
    for escape in (escaped, all_escaped):
        parts = [
            (is_bold and not all_bold, "".join(_inner(list(group), escape)))
            for is_bold, group in groupby(runs, key=lambda run: run.bold)
        ]
        text = "".join(bold(words) if is_bold else words for is_bold, words in parts)
        if plain(text) == raw:
            return text
    return all_escaped(raw)


def _inner(runs: Sequence[Run], escape: Callable[[str], str]) -> Iterator[str]:
    """Runs of one weight: plain ones as they are, scripts and ruby with their marks."""
    for (script, ruby, dots), group in groupby(runs, key=lambda run: (run.script, run.ruby, run.dots)):
        words = escape("".join(run.words for run in group))
        marked = f"{{{words}|{ruby}}}" if ruby else f"{script}{{{words}}}" if script else words
        yield f"^^{marked}^^" if dots and words.strip() else marked
