"""What a Word file says apart from its text: styles by name and their type, and numbers that Word writes by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paiban.intake.gate import Element, attribute, child, children
from paiban.intake.headings import level_role
from paiban.text.numerals import han_digits, han_number
from paiban.value import NamedTuple

STYLE_ROLES: Mapping[str, str] = {
    "title": level_role(0), "标题": level_role(0), "主题": "headline", "主标题": "headline", "headline": "headline",
    "subtitle": "deck", "副标题": "deck", "副题": "deck", "deck": "deck",
    "引题": "kicker", "肩题": "kicker", "眉题": "kicker", "kicker": "kicker",
    "作者": "byline", "署名": "byline", "记者": "byline", "byline": "byline", "author": "byline",
    "caption": "caption", "题注": "caption", "图说": "caption", "图片说明": "caption",
    "小标题": "crosshead", "crosshead": "crosshead",
    **{f"heading {level}": level_role(level) for level in range(1, 10)},
    **{f"标题 {level}": level_role(level) for level in range(1, 10)},
}  # fmt: skip
"""What a paragraph is by the name of its style, or of the style that its own is based on."""

_ON = ("", "1", "true", "on")


class Style(NamedTuple):
    """A style with what it inherits: the names of its line, size in points (0: not said), bold, centred, its list."""

    names: tuple[str, ...]
    size: float
    bold: bool
    centred: bool
    number: tuple[str, int]

    @property
    def role(self) -> str:
        """The part of a story that its name says, or the nearest name above it that says any."""
        return next((STYLE_ROLES[name] for name in self.names if name in STYLE_ROLES), "")


PLAIN = Style((), 0.0, False, False, ("", 0))


class Styles:
    """The styles of a document by id."""

    def __init__(self, tree: Element | None) -> None:
        self._elements = {attribute(style, "styleId"): style for style in children(tree, "style")}
        default = child(tree, "docDefaults", "rPrDefault", "rPr")
        self._base = PLAIN._replace(size=points(default) or 10.0, bold=bool(toggled(default, "b")))
        self.default = next((key for key, s in self._elements.items() if attribute(s, "type") == "paragraph"
                             and attribute(s, "default") in _ON[1:]), "")  # fmt: skip

    def get(self, key: str) -> Style:
        """A style with all that it inherits; an unknown id is the default's."""
        line = list(self._line(key or self.default))
        style = self._base
        for element in reversed(line):
            style = _laid_over(style, element)
        return style._replace(names=tuple(attribute(child(element, "name"), "val").lower() for element in line))

    def _line(self, key: str) -> Iterator[Element]:
        """A style and those that it is based on, each once."""
        seen: set[str] = set()
        while key in self._elements and key not in seen:
            seen.add(key)
            yield self._elements[key]
            key = attribute(child(self._elements[key], "basedOn"), "val")


def _laid_over(style: Style, element: Element) -> Style:
    run, paragraph = child(element, "rPr"), child(element, "pPr")
    is_bold = toggled(run, "b")
    return style._replace(
        size=points(run) or style.size,
        bold=style.bold if is_bold is None else is_bold,
        centred=centred(paragraph, style.centred),
        number=numbered(paragraph) or style.number,
    )


def toggled(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said."""
    element = child(properties, name)
    return None if element is None else attribute(element, "val").lower() in _ON


def points(properties: Element | None) -> float:
    """The size of type in points; 0 where it is not said."""
    value = attribute(child(properties, "sz"), "val")
    return int(value) / 2 if value.isdecimal() else 0.0


def centred(properties: Element | None, otherwise: bool) -> bool:
    """Whether a paragraph stands in the middle."""
    value = attribute(child(properties, "jc"), "val")
    return value == "center" if value else otherwise


def numbered(properties: Element | None) -> tuple[str, int] | None:
    """The list and the level of a paragraph that Word numbers by itself; None where nothing is said."""
    number = attribute(child(properties, "numPr", "numId"), "val")
    level = attribute(child(properties, "numPr", "ilvl"), "val")
    return (number, int(level) if level.isdecimal() else 0) if number else None


class _Level(NamedTuple):
    form: str
    words: str
    start: int


class Numbers:
    """The numbers that Word writes before paragraphs, counted as they come."""

    def __init__(self, tree: Element | None) -> None:
        abstract = {attribute(item, "abstractNumId"): item for item in children(tree, "abstractNum")}
        self._lists = {
            attribute(item, "numId"): (key, _levels(abstract[key]))
            for item in children(tree, "num")
            if (key := attribute(child(item, "abstractNumId"), "val")) in abstract
        }
        self._counts: dict[tuple[str, int], int] = {}

    def next(self, number: tuple[str, int]) -> str:
        """What stands before the next paragraph of a list; ``""`` where nothing does."""
        key, levels = self._lists.get(number[0], ("", {}))
        level = levels.get(number[1])
        if level is None:
            return ""
        if level.form == "bullet":
            return BULLETS.get(level.words, level.words if level.words.isprintable() else "●") or "●"
        self._counts[key, number[1]] = self._counts.get((key, number[1]), level.start - 1) + 1
        for deeper in [place for place in self._counts if place[0] == key and place[1] > number[1]]:
            del self._counts[deeper]
        return self._worded(key, levels, level.words)

    def _worded(self, key: str, levels: Mapping[int, _Level], words: str) -> str:
        """``%1`` and its like replaced by the counts of their levels."""
        for index, level in levels.items():
            count = self._counts.get((key, index), level.start)
            words = words.replace(f"%{index + 1}", counted(count, level.form))
        return words


def _levels(abstract: Element) -> dict[int, _Level]:
    found = {}
    for level in children(abstract, "lvl"):
        index, start = attribute(level, "ilvl"), attribute(child(level, "start"), "val")
        form, words = attribute(child(level, "numFmt"), "val"), attribute(child(level, "lvlText"), "val")
        found[int(index) if index.isdecimal() else 0] = _Level(form, words, int(start) if start.isdecimal() else 1)
    return found


BULLETS = {"\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0b7": "●", "\uf0a7": "■", "\uf0d8": "▶", "\uf0fc": "√",
           "·": "●", "•": "●", "o": "○"}  # fmt: skip
"""The signs of Word's symbol faces as signs that every face has."""

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_HAN = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "chineseLegalSimplified")


def counted(count: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> counted(12, "chineseCounting"), counted(3, "upperRoman"), counted(2, "lowerLetter"), counted(7, "decimal")
    ('十二', 'III', 'b', '7')
    """
    if form in _HAN:
        return han_number(str(count))
    if form == "ideographDigital":
        return han_digits(str(count))
    if form.startswith("decimalEnclosedCircle") and 0 < count <= 20:
        return chr(ord("①") + count - 1)
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 26:
        return chr(ord("A" if form[0] == "u" else "a") + count - 1)
    if form in ("upperRoman", "lowerRoman") and 0 < count < 40:
        return roman(count) if form[0] == "u" else roman(count).lower()
    return str(count)


def roman(count: int) -> str:
    """A Roman number below forty."""
    words = ""
    for value, sign in _ROMAN:
        words += sign * (count // value)
        count %= value
    return words
