"""Web pages and Markdown as pieces: the article of the page, without what is built around it."""

from __future__ import annotations

from collections.abc import Callable
from re import IGNORECASE, Pattern
from re import compile as pattern

from lxml import etree, html

from paiban.diagnostic import diagnose
from paiban.intake.encoding import decoded
from paiban.intake.flow import COMMENT, DELETED, NOTE, RUNNING, Flow, Run
from paiban.intake.gate import Element, entity_text
from paiban.intake.headings import level_role, settled
from paiban.intake.marks import escaped
from paiban.intake.model import Piece, Reading
from paiban.intake.page_parts import (
    SILENT,
    cells_of,
    class_role,
    face_of,
    is_bold,
    is_hidden,
    keeps_lines,
    look_of,
    picture_of,
    shown,
    spanned,
    style_of,
    taken_by,
)
from paiban.intake.symbol_faces import FACES, is_sign
from paiban.language import Words
from paiban.source.file import clean
from paiban.span import CONTROL, LINE_END, Span

PAGE = Words("网页", "a web page")
AROUND = Words("网页正文以外的字", "text around the article of the page")
SHOWN = Words("网页里的视频、图形或另一页", "a film, a drawing or another page that the page shows")
HIDDEN = Words("页面上看不见的字", "text that the page hides")

_CHARSET: Pattern[bytes] = pattern(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", IGNORECASE)
_WHITE = pattern(r"[ \t\r\n\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
_WRAP = pattern(f"(?<=[{_WIDE}])[ \\t]*[\\r\\n]\\s*(?=[{_WIDE}])")
_ENP = pattern(r"<(introtitle|title|subtitle|author|date)>(.*?)</\1>", IGNORECASE)
_ENP_ROLES = {"introtitle": "kicker", "title": "headline", "subtitle": "deck", "author": "byline"}
"""What digital papers keep of a story in a comment (enpproperty)."""

_ARTICLE = ("article", "main", "founder-content")
_ARTICLE_IDS = ("ozoom", "article", "content", "articlecontent")
_ARTICLE_CLASSES = frozenset({
    "article", "article-body", "article-content", "article_content", "articlecontent", "content", "entry-content",
    "news-content", "news_content", "post-content", "rich_media_content", "trs_editor",
})  # fmt: skip
"""How systems that keep web pages call the element of the article; believed where one element is called so."""

_INFO = pattern(
    r"(?:来源|稿源|发布时间|发布日期|时间|日期|作者|编辑|责任编辑|责编|浏览次数|浏览|阅读|点击|字号)[ \u3000]*[：:]"
)
_LONGEST_INFO = 90
"""A line of two such facts and more is the page's, not the story's."""

_SHOWS = ("iframe", "svg", "canvas", "object", "video", "audio", "embed")
"""What a page shows besides text and pictures."""
_AROUND = ("nav", "footer", "aside", "form", "button", "select")
_SCRIPTS = {"sup": "^", "sub": "_"}
_BOLD = ("b", "strong", "th")
_LOOKS = {"i": "italic", "em": "italic", "u": "underline", "s": "strike", "strike": "strike", "mark": "colour"}
_OFFICE = {"mso-element:comment": COMMENT, "mso-element:comment-list": COMMENT, "mso-element:footnote": NOTE,
           "mso-element:footnote-list": NOTE, "mso-element:endnote-list": NOTE, "mso-element:header": RUNNING,
           "mso-element:footer": RUNNING}  # fmt: skip
"""What Word says of an element in a page that it saves, and of what it puts on the clipboard."""
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip


def read_html(data: bytes, file: str) -> Reading:
    """The pieces of a web page, in whatever encoding it is."""
    declared = _CHARSET.search(data[:4096])
    read = decoded(data, file, declared.group(1).decode("ascii", "replace") if declared else "")
    if read.fault is not None:
        return Reading(found=(read.fault,))
    reading = pieces_of_html(read.text, file)
    return reading._replace(found=(*read.told(file), *reading.found))


def pieces_of_html(text: str, file: str, headed: bool = False) -> Reading:
    """The pieces of a page or of a part of one; ``headed`` where its headline stands elsewhere."""
    cleaned = clean(file, text).text.replace(LINE_END, "\n").replace(CONTROL, "")
    return read_page(cleaned, file, {file: cleaned}, headed)


def read_page(text: str, file: str, sources: dict[str, str], headed: bool) -> Reading:
    """The pieces of a page; ``sources`` are the texts that it came from."""
    tree = tree_of(text)
    if tree is None:
        return Reading(found=(diagnose("P804", None, file=file, kind=PAGE),), sources=sources)
    return read_tree(tree, file, sources, headed)


def tree_of(text: str) -> Element | None:
    """A page as a tree: its parser mends what is broken, opens nothing and knows no entities but those of the web.

    RecursionError where it is nested more deeply than the parser goes: it would leave out the rest in silence.
    """
    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise RecursionError
    return tree


def read_tree(tree: Element, file: str, sources: dict[str, str], headed: bool) -> Reading:
    """The pieces of a parsed page."""
    page = Page(file)
    facts = page.read_properties(tree)
    root = article_of(tree)
    page.headed_by(tree, root)
    page.walk(root)
    page.end(root)
    page.tell_around(tree, root)
    pieces, title = settled(
        page.flow.pieces, page.flow.found, headed or any(piece.role == "headline" for piece in page.head)
    )
    name = tree.findtext(".//title") if tree.find(".//title") is not None else ""
    facts |= {"section": title} if title else {}
    facts |= {"title": name.strip()} if name and name.strip() else {}
    return Reading((*page.head, *pieces), tuple(page.flow.found), sources, facts)


def article_of(tree: Element) -> Element:
    """The element that holds the article: the one that the page marks, else all of its body."""
    ids = {element: element.get("id", "").lower() for element in tree.iter(etree.Element)}
    marked = [element for element, name in ids.items() if element.tag in _ARTICLE or name in _ARTICLE_IDS]
    if not marked:
        called = [one for one in tree.iter(etree.Element) if _ARTICLE_CLASSES.intersection(_names(one))]
        marked = called if len(called) == 1 else []
    whole = max(marked, key=lambda element: len(element.text_content()), default=None)
    body = tree.find(".//body")
    return whole if whole is not None else body if body is not None else tree


class Page:
    """A page that is being read."""

    def __init__(self, file: str) -> None:
        self.file, self.flow, self.head = file, Flow(file), list[Piece]()
        self.bold = 0
        self.script = self.face = ""
        self.line, self.kept = 1, 0
        self.counts: list[int] = []
        self.heading: Element | None = None
        self.marker = ""

    def at(self, element: Element) -> Span:
        """The line of an element; a page made of another format brings that one's lines."""
        line = element.get("data-line", "")
        self.line = (
            int(line)
            if line.isdecimal()
            else self.line
            if element.get("data-line")
            else element.sourceline or self.line
        )
        return self.flow.at(self.line)

    def read_properties(self, tree: Element) -> dict[str, str]:
        """The parts of a story that a digital paper keeps in a comment."""
        facts: dict[str, str] = {}
        for comment in tree.iter(etree.Comment):
            if "enpproperty" not in (comment.text or ""):
                continue
            for name, words in _ENP.findall(comment.text or ""):
                if name.lower() == "date":
                    facts["date"] = words
                elif words.strip():
                    self.head.append(
                        Piece(escaped(words.strip()), self.flow.at(comment.sourceline or 1), _ENP_ROLES[name.lower()])
                    )
        return facts

    def headed_by(self, tree: Element, root: Element) -> None:
        """The only large heading of the page, where it stands outside its article, which has no heading itself."""
        large = [one for one in tree.iter("h1") if shown(one).strip()]
        if len(large) == 1 and root not in (*large[0].iterancestors(), large[0]) and not self.head:
            self.heading = large[0]
            self.head.append(Piece(escaped(shown(large[0]).strip()), self.at(large[0]), "headline"))

    def walk(self, element: Element) -> None:
        """An element and all in it, in reading order."""
        kept = keeps_lines(element)
        self.kept += kept
        self.words(element.text)
        for inner in element:
            self.visit(inner)
            self.words(inner.tail)
        self.kept -= kept

    def words(self, text: str | None) -> None:
        """Text as a page shows it: white is one space, a line end between Han none, unless the page keeps them."""
        words = (text or "") if self.kept else _WHITE.sub(" ", _WRAP.sub("", text or ""))
        if self.face.lower() in FACES:
            span = self.flow.at(self.line)
            words = "".join(self.flow.sign(self.face, c, span) if is_sign(self.face, c) else c for c in words)
        self.flow.add(Run(words, self.bold > 0, self.script))

    def visit(self, element: Element) -> None:
        """One element by its name."""
        if element.tag is etree.Entity:
            self.flow.add(Run(entity_text(element), self.bold > 0))
            return
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        unread = _unread(element)
        if unread is not None:
            self.flow.left_out(unread, shown(element), self.at(element))
            return
        if element.tag in _SHOWS:
            named = "" if element.tag in ("svg", "canvas") else element.get("src") or element.tag
            self.flow.left_out(SHOWN, shown(element).strip() or named, self.at(element))
            return
        handler = _HANDLERS.get(element.tag, Page.block if element.tag in _BLOCKS else Page.inline)
        handler(self, element)

    def inline(self, element: Element) -> None:
        """What stands inside a paragraph."""
        if element.tag in _LOOKS:
            self.flow.lost_look(_LOOKS[element.tag], shown(element), self.at(element))
        bold = element.tag in _BOLD or is_bold(element)
        outer = self.script, self.face
        self.script, self.face = _SCRIPTS.get(element.tag, self.script), face_of(element) or self.face
        self.bold += bold
        self.walk(element)
        self.bold -= bold
        self.script, self.face = outer

    def block(self, element: Element) -> None:
        """A paragraph, or what holds paragraphs."""
        self.end(element)
        level = element.tag[1:] if element.tag[:1] == "h" and element.tag[1:].isdecimal() else ""
        role = level_role(int(level)) if level else "caption" if element.tag == "figcaption" else class_role(element)
        span = self.at(element)
        self.walk(element)
        words = "".join(run.words for run in self.flow.runs).strip()
        if not role and len(_INFO.findall(words)) > 1 and len(words) <= _LONGEST_INFO:
            self.flow.runs = []
            self.flow.left_out(AROUND, words, span)
        self.flow.end(span, role or self.marked(span), look_of(element))

    def end(self, element: Element) -> None:
        """What was gathered before a block is a paragraph of its own."""
        if self.flow.runs:
            span = self.flow.at(self.line)
            self.flow.end(span, self.marked(span), look_of(element.getparent()))

    def marked(self, span: Span) -> str:
        """The role of what was gathered, with its sign or number before it where it begins an item of a list."""
        if not self.marker or not any(run.words.strip() for run in self.flow.runs):
            return ""
        self.flow.prefix(self.marker, 0, span)
        self.marker = ""
        return "item"

    def visit_br(self, element: Element) -> None:
        """A line end inside a paragraph; two of them end it."""
        if self.flow.runs and self.flow.runs[-1].words == "\n":
            self.flow.runs.pop()
            self.end(element)
        else:
            self.flow.add(Run("\n", self.bold > 0))

    def visit_hr(self, element: Element) -> None:
        """A rule sets apart what follows."""
        self.end(element)
        self.flow.apart = 2

    def visit_ol(self, element: Element) -> None:
        """A numbered list."""
        self.end(element)
        start = element.get("start", "1")
        self.counts.append(int(start) if start.isdecimal() else 1)
        self.walk(element)
        self.end(element)
        self.counts.pop()

    def visit_ul(self, element: Element) -> None:
        """A list without numbers."""
        self.end(element)
        self.counts.append(0)
        self.walk(element)
        self.end(element)
        self.counts.pop()

    def visit_li(self, element: Element) -> None:
        """An item, with the sign or number that the page would show."""
        self.end(element)
        self.at(element)
        count = self.counts[-1] if self.counts else 0
        self.marker = f"{count}." if count else "●"
        self.walk(element)
        self.end(element)
        if count and not self.marker:
            self.counts[-1] += 1
        self.marker = ""

    def visit_table(self, element: Element) -> None:
        """A table; one of a single column is a frame around paragraphs."""
        self.end(element)
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        if max((len(cells_of(row)) for row in rows), default=0) < 2:
            self.walk(element)
            self.end(element)
            return
        self.flow.table(
            spanned([[(self.read_cell(c), *taken_by(c)) for c in cells_of(row)] for row in rows]), self.at(element)
        )

    def read_cell(self, cell: Element) -> Flow:
        """One cell of a table; a table's head needs no bold of ours."""
        outer, bold = self.flow, self.bold
        self.flow, self.bold = Flow(self.file), 0 if cell.tag == "th" else bold
        self.walk(cell)
        self.end(cell)
        inner, self.flow, self.bold = self.flow, outer, bold
        return inner

    def visit_ruby(self, element: Element) -> None:
        """Han with their reading."""
        ruby = "".join(shown(inner) for inner in element.iter("rt")).strip()
        base = shown(element, without=("rt", "rp")).strip()
        if ruby and base:
            self.flow.add(Run(base, self.bold > 0, ruby=ruby))
        else:
            self.walk(element)

    def visit_q(self, element: Element) -> None:
        """Words that the page puts in quotes."""
        self.words("“")
        self.walk(element)
        self.words("”")

    def visit_script(self, element: Element) -> None:
        """A part of a formula with what is raised or lowered beside it."""
        outer = self.script
        for place, part in enumerate(element):
            self.script = outer if not place else "^" if element.tag == "msup" else "_"
            self.visit(part)
        self.script = outer

    def visit_fraction(self, element: Element) -> None:
        """A fraction, with a solidus."""
        for place, part in enumerate(element):
            self.words("/" if place else "")
            self.visit(part)

    def visit_img(self, element: Element) -> None:
        """A picture, from the page's folder or from inside the page."""
        span = self.at(element)
        source, picture = picture_of(element, self.file)
        if isinstance(picture, Words):
            name = source if len(source) < 80 else f"{source[:60]}…"
            self.flow.found.append(diagnose("P813", span, name=name, reason=picture))
            return
        if any(run.words.strip() for run in self.flow.runs):
            self.flow.end(span)
        self.flow.picture(picture, span, element.get("alt", "").strip())

    def tell_around(self, tree: Element, root: Element) -> None:
        """The text of the page that stands outside its article."""
        body = tree.find(".//body")
        if body is None or root is body or root is tree:
            return
        inside = set(root.iter())
        above = set(root.iterancestors())
        for element in body.iter():
            if element in inside or element in above or element.getparent() not in above:
                continue
            if isinstance(element.tag, str) and element.tag not in SILENT:
                without = self.heading if self.heading in element.iter() else None
                self.flow.left_out(AROUND, shown(element, but=without), self.at(element))


_HANDLERS: dict[str, Callable[[Page, Element], None]] = {
    "br": Page.visit_br, "hr": Page.visit_hr, "ol": Page.visit_ol, "ul": Page.visit_ul, "li": Page.visit_li,
    "table": Page.visit_table, "ruby": Page.visit_ruby, "img": Page.visit_img, "q": Page.visit_q,
    "msup": Page.visit_script, "msub": Page.visit_script, "mfrac": Page.visit_fraction,
}  # fmt: skip


def _unread(element: Element) -> Words | None:
    """Why an element is no copy; None where it is."""
    if element.tag == "del":
        return DELETED
    if element.tag in _AROUND:
        return AROUND
    if is_hidden(element):
        return HIDDEN
    style = f"{style_of(element)};"
    if "msocommentreference" in _names(element):
        return COMMENT
    return next((what for mark, what in _OFFICE.items() if f"{mark};" in style), None)


def _names(element: Element) -> list[str]:
    return str(element.get("class", "")).lower().split()
