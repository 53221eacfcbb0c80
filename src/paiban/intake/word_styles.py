"""What a Word file says apart from its text: styles by name and their type, and numbers that Word writes by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from paiban.intake.gate import Element, attribute, child, children
from paiban.intake.headings import level_role
from paiban.intake.symbol_faces import is_sign, sign_in
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
    """A style with what it inherits: the names of its line, size in points (0: not said), bold, centred, its list, its
    face, its level as a heading (0: none), whether what it sets is hidden, whether first lines are indented."""

    names: tuple[str, ...]
    size: float
    bold: bool
    centred: bool
    number: tuple[str, int]
    face: str = ""
    level: int = 0
    hidden: bool = False
    indented: bool = False

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
        indented=indented(paragraph, style.indented),
        number=numbered(paragraph) or style.number,
        face=face_of(run) or style.face,
        level=outlined(paragraph, style.level),
        hidden=style.hidden if (hidden := toggled(run, "vanish")) is None else hidden,
    )


def toggled(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said."""
    element = child(properties, name)
    return None if element is None else attribute(element, "val").lower() in _ON


def points(properties: Element | None) -> float:
    """The size of type in points; 0 where it is not said."""
    value = attribute(child(properties, "sz"), "val")
    return int(value) / 2 if value.isdecimal() else 0.0


def face_of(properties: Element | None) -> str:
    """The face of Western letters and signs; ``""`` where it is not said."""
    faces = child(properties, "rFonts")
    return attribute(faces, "ascii") or attribute(faces, "hAnsi")


def outlined(properties: Element | None, otherwise: int) -> int:
    """The level of a paragraph as a heading, from 1; 0 for copy."""
    value = attribute(child(properties, "outlineLvl"), "val")
    return (int(value) + 1) % 10 if value.isdecimal() and int(value) < 10 else otherwise


def centred(properties: Element | None, otherwise: bool) -> bool:
    """Whether a paragraph stands in the middle."""
    value = attribute(child(properties, "jc"), "val")
    return value == "center" if value else otherwise


def indented(properties: Element | None, otherwise: bool) -> bool:
    """Whether the first line of a paragraph is indented."""
    own = child(properties, "ind")
    said = [value for name in ("firstLineChars", "firstLine") if (value := attribute(own, name))]
    return any(value.isdecimal() and int(value) > 0 for value in said) if said else otherwise


def numbered(properties: Element | None) -> tuple[str, int] | None:
    """The list and the level of a paragraph that Word numbers by itself; None where nothing is said."""
    number = attribute(child(properties, "numPr", "numId"), "val")
    level = attribute(child(properties, "numPr", "ilvl"), "val")
    return (number, int(level) if level.isdecimal() else 0) if number else None


class _Level(NamedTuple):
    """A level of a list: the form of its numbers, the words round them, its first number, the face of its sign, whether
    numbers of other levels in it are plain."""

    form: str
    words: str
    start: int
    face: str = ""
    plain: bool = False


class _List(NamedTuple):
    """A list of a document: what counts it with others, its levels, the numbers at which it begins anew."""

    key: str
    levels: Mapping[int, _Level]
    anew: Mapping[int, int]


NO_LIST = _List("", {}, {})


class Numbers:
    """The numbers that Word writes before paragraphs, counted as they come."""

    def __init__(self, tree: Element | None) -> None:
        abstract = {attribute(item, "abstractNumId"): item for item in children(tree, "abstractNum")}
        self._lists = {
            attribute(item, "numId"): _list(item, key, abstract[key])
            for item in children(tree, "num")
            if (key := attribute(child(item, "abstractNumId"), "val")) in abstract
        }
        self._counts: dict[tuple[str, int], int] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: tuple[str, int]) -> str:
        """What stands before the next paragraph of a list; ``""`` where nothing does."""
        here, depth = self._lists.get(number[0], NO_LIST), number[1]
        level = here.levels.get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return _bullet(level)
        if depth in here.anew and number not in self._begun:
            self._counts[here.key, depth] = here.anew[depth] - 1
        self._begun.add(number)
        self._counts[here.key, depth] = self._counts.get((here.key, depth), level.start - 1) + 1
        for deeper in [place for place in self._counts if place[0] == here.key and place[1] > depth]:
            del self._counts[deeper]
        return self._worded(here, level)

    def _worded(self, here: _List, level: _Level) -> str:
        """``%1`` and its like replaced by the counts of their levels."""
        words = level.words
        for index, other in here.levels.items():
            count = self._counts.get((here.key, index), other.start)
            form = "decimal" if level.plain and other.form != "none" else other.form
            words = words.replace(f"%{index + 1}", counted(count, form))
        return words


def _bullet(level: _Level) -> str:
    """The sign before an item, as one that every face has."""
    if level.words in DISCS:
        return DISCS[level.words]
    signs = [sign_in(level.face, c) or "●" if is_sign(level.face, c) else c for c in level.words]
    return "".join(signs).strip() or "●"


def _list(item: Element, key: str, abstract: Element) -> _List:
    """A list with what it has otherwise than others that are counted with it."""
    levels, anew = _levels(children(abstract, "lvl")), {}
    for other in children(item, "lvlOverride"):
        depth, start = attribute(other, "ilvl"), attribute(child(other, "startOverride"), "val")
        levels |= _levels(children(other, "lvl"))
        if depth.isdecimal() and start.isdecimal():
            anew[int(depth)] = int(start)
    return _List(key, levels, anew)


def _levels(elements: Iterable[Element]) -> dict[int, _Level]:
    found = {}
    for level in elements:
        index, start = attribute(level, "ilvl"), attribute(child(level, "start"), "val")
        form, words = attribute(child(level, "numFmt"), "val"), attribute(child(level, "lvlText"), "val")
        found[int(index) if index.isdecimal() else 0] = _Level(
            form, words, int(start) if start.isdecimal() else 1, face_of(child(level, "rPr")),
            bool(toggled(level, "isLgl")),
        )  # fmt: skip
    return found


DISCS = {"·": "●", "•": "●", "o": "○", "\uf0a7": "■"}
"""What Word writes before items, as large as a sign of copy."""

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")

_ROWS: Mapping[str, str] = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
"""Forms that are rows of signs; beyond their end Word goes on with figures."""


def counted(count: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> counted(12, "chineseCounting"), counted(3, "upperRoman"), counted(2, "lowerLetter"), counted(7, "decimal")
    ('十二', 'III', 'b', '7')
    >>> counted(12, "chineseLegalSimplified"), counted(2, "ideographTraditional"), counted(28, "upperLetter")
    ('壹拾贰', '乙', 'BB')
    """
    if 0 < count <= len(_ROWS.get(form, "")):
        return _ROWS[form][count - 1]
    way = _WAYS.get(form)
    return way(count) if way and count > 0 else str(count)


def _lettered(count: int, first: str) -> str:
    """A, B … Z, AA, BB, as Word counts with letters."""
    return chr(ord(first) + (count - 1) % 26) * (1 + (count - 1) // 26)


def _han(count: int) -> str:
    return han_number(str(count))


def _legal(count: int) -> str:
    """As on a cheque: 壹拾贰."""
    return f"{'一' if 10 <= count < 20 else ''}{_han(count)}".translate(_LEGAL)


def roman(count: int) -> str:
    """A Roman number."""
    words = ""
    for value, sign in _ROMAN:
        words += sign * (count // value)
        count %= value
    return words


_WAYS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "chineseLegalSimplified": _legal,
    "ideographDigital": lambda count: han_digits(str(count)),
    "upperLetter": lambda count: _lettered(count, "A"),
    "lowerLetter": lambda count: _lettered(count, "a"),
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "decimalZero": lambda count: f"{count:02}",
}
"""How else than by plain figures Word counts."""
