"""Web pages and Markdown as pieces: the article of the page, without what is built around it."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from re import IGNORECASE, Pattern
from re import compile as pattern
from urllib.parse import unquote

from lxml import etree, html

from paiban.diagnostic import diagnose
from paiban.files import is_within
from paiban.intake.encoding import decoded
from paiban.intake.flow import MOST_SPANNED, Flow, Run
from paiban.intake.gate import Element, entity_text
from paiban.intake.headings import level_role, settled
from paiban.intake.labels import ROLES
from paiban.intake.marks import escaped
from paiban.intake.model import Look, PictureSource, Piece, Reading
from paiban.issue.values import PICTURE_ENDINGS
from paiban.language import Words
from paiban.source.file import clean
from paiban.source.sieve import CONTROL, LINE_END
from paiban.span import Span

PAGE = Words("网页", "a web page")
AROUND = Words("网页正文以外的字", "text around the article of the page")
HIDDEN = Words("页面上看不见的字", "text that the page hides")
REMOTE = Words("它在网上，没有下载", "it is on the net and was not fetched")
MISSING = Words("找不到这个文件", "there is no such file")
OUTSIDE = Words("它在来稿的文件夹外面", "it lies outside the folder of the copy")
NO_PICTURE = Words("不是能用的图片", "it is no picture that can be used")

_CHARSET: Pattern[bytes] = pattern(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", IGNORECASE)
_WHITE = pattern(r"[ \t\r\n\f]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…"
_WRAP = pattern(f"(?<=[{_WIDE}])[ \\t]*[\\r\\n]\\s*(?=[{_WIDE}])")
_SIZE = pattern(r"font-size\s*:\s*([\d.]+)\s*(px|pt)", IGNORECASE)
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

_SILENT = ("script", "style", "template", "noscript", "iframe", "svg", "canvas", "object", "head")
_AROUND = ("nav", "footer", "aside", "form", "button", "select")
_SCRIPTS = {"sup": "^", "sub": "_"}
_BOLD = ("b", "strong", "th")
_LOOKS = {"i": "italic", "em": "italic", "u": "underline", "s": "strike", "del": "strike", "strike": "strike",
          "mark": "colour"}  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip

_PX = 0.75
_DATA = "data:"


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
        self.script = ""
        self.line = 1
        self.counts: list[int] = []
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

    def walk(self, element: Element) -> None:
        """An element and all in it, in reading order."""
        self.words(element.text)
        for inner in element:
            self.visit(inner)
            self.words(inner.tail)

    def words(self, text: str | None) -> None:
        """Text as a page shows it: white is one space, a line end between Han none."""
        self.flow.add(Run(_WHITE.sub(" ", _WRAP.sub("", text or "")), self.bold > 0, self.script))

    def visit(self, element: Element) -> None:
        """One element by its name."""
        if element.tag is etree.Entity:
            self.flow.add(Run(entity_text(element), self.bold > 0))
            return
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            return
        if element.tag in _AROUND or _is_hidden(element):
            self.flow.left_out(AROUND if element.tag in _AROUND else HIDDEN, shown(element), self.at(element))
            return
        handler = _HANDLERS.get(element.tag, Page.block if element.tag in _BLOCKS else Page.inline)
        handler(self, element)

    def inline(self, element: Element) -> None:
        """What stands inside a paragraph."""
        if element.tag in _LOOKS:
            self.flow.lost_look(_LOOKS[element.tag], shown(element), self.at(element))
        is_bold = element.tag in _BOLD or "font-weight:bold" in element.get("style", "").replace(" ", "").lower()
        outer, self.script = self.script, _SCRIPTS.get(element.tag, self.script)
        self.bold += is_bold
        self.walk(element)
        self.bold -= is_bold
        self.script = outer

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
        if max((len(_cells(row)) for row in rows), default=0) < 2:
            self.walk(element)
            self.end(element)
            return
        self.flow.table(
            spanned([[(self.read_cell(c), *_taken(c)) for c in _cells(row)] for row in rows]), self.at(element)
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

    def visit_img(self, element: Element) -> None:
        """A picture, from the page's folder or from inside the page."""
        span, source = self.at(element), element.get("src", "")
        picture = picture_at(source, self.file)
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
            if isinstance(element.tag, str) and element.tag not in _SILENT:
                self.flow.left_out(AROUND, shown(element), self.at(element))


_HANDLERS: dict[str, Callable[[Page, Element], None]] = {
    "br": Page.visit_br, "hr": Page.visit_hr, "ol": Page.visit_ol, "ul": Page.visit_ul, "li": Page.visit_li,
    "table": Page.visit_table, "ruby": Page.visit_ruby, "img": Page.visit_img,
}  # fmt: skip


def shown(element: Element, without: tuple[str, ...] = ()) -> str:
    """The text of an element on one line, scripts and their like aside."""
    return _WHITE.sub(" ", "".join(_texts(element, (*_SILENT, *without))))


def _texts(element: Element, without: tuple[str, ...]) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if isinstance(inner.tag, str) and inner.tag not in without:
            yield from _texts(inner, without)
        yield inner.tail or ""


def _is_hidden(element: Element) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _taken(cell: Element) -> tuple[int, int]:
    """How many columns and rows a cell takes."""
    across, down = (str(cell.get(name, "")).strip() for name in ("colspan", "rowspan"))
    wide, high = (min(int(words), MOST_SPANNED) if words.isdecimal() else 1 for words in (across, down))
    return max(1, wide), max(1, high)


def spanned(rows: Sequence[Sequence[tuple[Flow, int, int]]]) -> list[list[Flow | str]]:
    """Rows of cells, each with the columns and rows that it takes, with signs in the places of the others."""
    taken: dict[int, int] = {}
    made: list[list[Flow | str]] = []
    for row in rows:
        line: list[Flow | str] = []
        after: dict[int, int] = {}
        for cell, wide, high in row:
            while taken.get(len(line)):
                after[len(line)] = taken[len(line)] - 1
                line.append("^")
            after.update({len(line) + index: high - 1 for index in range(wide)})
            line += [cell, *["<"] * (wide - 1)]
        while taken.get(len(line)):
            after[len(line)] = taken[len(line)] - 1
            line.append("^")
        taken = after
        made.append(line)
    return made


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _names(element: Element) -> list[str]:
    return str(element.get("class", "")).lower().split()


def class_role(element: Element) -> str:
    """The part of a story that an element's class or id names."""
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    roles = [ROLES[name] for name in names if ROLES.get(name) in ("kicker", "headline", "deck", "byline", "caption")]
    return roles[0] if roles else ""


def look_of(element: Element | None) -> Look:
    """How a paragraph looks by its own attributes."""
    if element is None:
        return Look()
    style = element.get("style", "")
    size = _SIZE.search(style)
    points = float(size.group(1)) * (_PX if size.group(2).lower() == "px" else 1.0) if size else 0.0
    middle = "center" in element.get("align", "").lower() or "text-align:center" in style.replace(" ", "").lower()
    return Look(points, centred=middle or element.tag == "center")


def picture_at(source: str, file: str) -> PictureSource | Words:
    """The picture that a page names, or why it cannot be had."""
    if source.startswith(_DATA):
        return _inside(source)
    if "://" in source or source.startswith("//"):
        return REMOTE
    folder = Path(file).parent
    path = folder / unquote(source.partition("?")[0])
    if path.suffix.lower() not in PICTURE_ENDINGS:
        return NO_PICTURE
    if not is_within(path, folder):
        return OUTSIDE
    return PictureSource(path.name, path) if path.is_file() else MISSING


def _inside(source: str) -> PictureSource | Words:
    """A picture that stands in the page itself."""
    kind, _, words = source.removeprefix(_DATA).partition(",")
    ending = "." + kind.partition(";")[0].rpartition("/")[2].replace("svg+xml", "svg")
    if ending not in PICTURE_ENDINGS or "base64" not in kind:
        return NO_PICTURE
    try:
        return PictureSource(f"picture{ending}", data=b64decode(words, validate=False))
    except (NoBase64, ValueError):
        return NO_PICTURE
