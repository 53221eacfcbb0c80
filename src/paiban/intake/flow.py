"""Runs of text gathered to pieces: what every reader of marked-up formats does alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from re import compile as pattern

from paiban.diagnostic import Diagnostic, diagnose
from paiban.intake.marks import bare, bold, escaping, plain
from paiban.intake.model import NO_LOOK, Look, PictureSource, Piece
from paiban.language import Words
from paiban.span import Span

_SIGNS = pattern(r"[\\*^_~{|}]")
_SHOWN = 30

LOOKS = {
    "italic": Words("斜体", "italics"),
    "underline": Words("下划线", "underlining"),
    "strike": Words("删除线", "strike-through"),
    "colour": Words("颜色或底色", "colour"),
    "raised": Words("上下标", "raised or lowered type"),
}
"""What a run may look like besides bold; the copy stays, the look does not."""


class Flow:
    """Pieces being gathered from one source."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.pieces: list[Piece] = []
        self.found: list[Diagnostic] = []
        self.runs: list[tuple[str, bool]] = []
        self.marked: dict[int, str] = {}
        self.apart = 0

    def at(self, number: int) -> Span:
        """Where paragraph ``number`` stands: a document without lines counts its paragraphs."""
        return Span(self.file, number, 1, number, 1)

    def add(self, words: str, is_bold: bool = False) -> None:
        """A run of text of the paragraph that is being gathered."""
        if words:
            self.runs.append((words, is_bold))

    def add_ruby(self, base: str, ruby: str) -> None:
        """Han with their reading, as a mark of ours."""
        self.marked[len(self.runs)] = f"{{{base}|{ruby}}}"
        self.runs.append((base, False))

    def lost_look(self, look: str, words: str, span: Span) -> None:
        """A run whose look is not kept."""
        if words.strip():
            self.found.append(diagnose("P831", span, what=LOOKS[look], words=words.strip()[:_SHOWN]))

    def left_out(self, what: Words, words: str, span: Span) -> None:
        """Text that does not go into the issue."""
        if words.strip():
            self.found.append(diagnose("P814", span, what=what, before=words.strip()))

    def picture(self, picture: PictureSource, span: Span, caption: str = "", box: int = 0) -> None:
        """A picture between paragraphs."""
        self.pieces.append(Piece(plain(caption), span, picture=picture, box=box))

    def end(self, span: Span, role: str = "", look: Look = NO_LOOK, box: int = 0) -> None:
        """The paragraph is whole; one with nothing but white only sets the next one apart."""
        runs, marked = self.runs, self.marked
        self.runs, self.marked = [], {}
        raw = "".join(words for words, _ in runs)
        if not raw.strip(" \t\n\xa0\u3000"):
            self.apart = min(2, self.apart + 1)
            return
        all_bold = all(is_bold for words, is_bold in runs if words.strip())
        text = _marked(runs, marked, all_bold, raw)
        self.found += escaping(raw, text, span) if "\\" in text and bare(text) == raw else ()
        look = look._replace(bold=all_bold, apart=max(look.apart, self.apart))
        self.pieces.append(Piece(text, span, role, look, box=box))
        self.apart = 0

    def row(self, inner: Flow, span: Span, box: int = 0) -> None:
        """A row of a table, its cells gathered in a flow of their own: a paragraph, the cells an em apart."""
        self.found += inner.found
        self.pieces += [piece for piece in inner.pieces if piece.picture is not None]
        words = [bold(piece.text) if piece.look.bold else piece.text for piece in inner.pieces if piece.picture is None]
        if words:
            self.pieces.append(Piece("\u3000".join(words), span, "item", box=box))
            self.found.append(diagnose("P826", span))


def _marked(runs: Sequence[tuple[str, bool]], marked: dict[int, str], all_bold: bool, raw: str) -> str:
    """The runs with our marks; where signs of the copy meet the marks, every sign gets its backslash."""
    keyed = [(words, is_bold and not all_bold, marked.get(index, "")) for index, (words, is_bold) in enumerate(runs)]
    for escape in (plain, _all_plain):
        text = ""
        for (is_bold, mark), group in groupby(keyed, key=lambda run: (run[1], run[2])):
            words = escape("".join(run[0] for run in group))
            text += mark or (bold(words) if is_bold else words)
        if bare(text) == raw:
            return text
    return _all_plain(raw)


def _all_plain(text: str) -> str:
    return _SIGNS.sub(lambda found: "\\" + found.group(), text)
