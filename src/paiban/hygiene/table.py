"""The table of what pasting leaves in Chinese copy: what is found, and what stands in its place.

Every row is a kind of slip with one way to put it right. A row finds its slips in a whole paragraph, because most of
them are slips only beside Han: English passages keep their spaces, their marks and the sides of their quotes. No row
looks at what is an address of the web, and none touches a mark of markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import normalize

from paiban.hygiene.quotes import straight_quotes
from paiban.language import Words
from paiban.text.charclass import COMBINING, DRAWN_AS
from paiban.text.numbers import HAN_UNITS
from paiban.text.opening import LEAD_INS
from paiban.value import NamedTuple

Slip = tuple[int, int, str]
"""Where a slip begins and ends in a paragraph, and what stands in its place."""


class Row(NamedTuple):
    """A kind of slip by its ``key``: what it is called, an example typed and put right, and what finds it."""

    key: str
    name: Words
    typed: str
    right: str
    find: Callable[[str], Iterator[Slip]]
    signs: str = ""
    """Of which a slip has one, as a set of an expression: a paragraph without any is not looked through."""

    def slips(self, text: str) -> Iterator[Slip]:
        """The slips of this kind in a paragraph."""
        return iter(()) if self.signs and not re.search(f"[{self.signs}]", text) else self.find(text)


TABS = "tabs"
"""The key of the row that is put right as a file is read."""

HAN = "[^\\W\x00-\u052f\u1d00-\u1fff\u2070-\u24ff\u3040-\u33ff\ufb00-\ufb06\uff00-\uffef]"
"""Han, put by exclusion of little: Python takes ten milliseconds and more to compile a set with a range of twenty
thousand characters. Other scripts that it lets through are not set here (P417)."""

CHINESE = f"(?:{HAN}|[，。、；：？！（）《》〈〉【】〔〕「」『』％℃])"
"""Han and the marks that only Chinese copy has: not the quotes, dash and ellipsis that it shares."""

_RADICALS = (
    "⺁⺅⺆⺈⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺴⺶⺹⺺⺻⺼⺽⺾"
    "⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_UNIFIED = (
    "厂亻冂刀刂卜小小兀尣尢巳幺彑忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒冗羊耂肀聿肉臼艹"
    "艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
RADICALS = {**dict(zip(_RADICALS, _UNIFIED, strict=True)), "⼾": "户", "⾭": "青", "⿈": "黄"}
"""Radicals of the supplement by the Han that they look like (Unicode, EquivalentUnifiedIdeograph). Kangxi radicals have
theirs by NFKC, but for three that come from files of the mainland as the forms of the mainland (用户)."""

FORMS = dict(
    zip("︐︑︒︓︔︕︖︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞｡｢｣､",
        "，、。：；！？（）｛｝〔〕【】《》〈〉「」『』，、．；：？！（）｛｝〔〕。「」、", strict=True)
)  # fmt: skip
"""Marks in forms of their own for vertical lines, for small type and for half a width; the text stage turns marks."""

_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))

_MARKS = dict(zip(",;:?!", "，；：？！", strict=True))
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_NUMERALS = "一二三四五六七八九十"
_SOUNDS = (
    "阿艾安奥巴贝比波博布达戴丹德蒂丁顿多恩尔法菲费弗福戈格古哈赫霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里丽莉利列林伦"
    "罗洛马玛迈麦曼梅蒙米莫姆纳娜奈内尼努诺欧帕佩皮普奇乔琼萨塞桑森莎沙什史斯丝思苏索塔泰坦汤特提廷图托瓦威韦维沃"
    "西希夏谢辛休雅亚扬耶伊因约泽扎詹"
)
_NAME = f"[{_SOUNDS}]{{2}}[.．][{_SOUNDS}]{{2}}"
"""A point between the parts of a foreign name, as its sounds are written."""


def tabs(text: str) -> Iterator[Slip]:
    """Tabs. Those of an issue file have become spaces at the gate before (``source.sieve``)."""
    yield from ((found.start(), found.end(), " ") for found in re.finditer("\t", text))


def composed(text: str) -> Iterator[Slip]:
    """Letters whose accents stand behind them, as files of some systems have them (NFC)."""
    yield from _normalised(f".[{COMBINING}]+", text)


def compatibility(text: str) -> Iterator[Slip]:
    """Ideographs that are in Unicode twice, for the sake of older character sets."""
    yield from _normalised("[\uf900-\ufaff\U0002f800-\U0002fa1f]", text)


def _normalised(pattern: str, text: str) -> Iterator[Slip]:
    for found in re.finditer(pattern, text):
        words = normalize("NFC", found.group())
        if words != found.group():
            yield (*found.span(), words)


def radicals(text: str) -> Iterator[Slip]:
    """Radicals typed, or taken from a PDF, for the Han that look like them."""
    for found in re.finditer("[\u2e80-\u2fdf]", text):
        words = RADICALS.get(found.group()) or normalize("NFKC", found.group())
        if words != found.group():
            yield (*found.span(), words)


def forms(text: str) -> Iterator[Slip]:
    """Marks in a form that the text stage gives them by itself."""
    for found in re.finditer("[\ufe10-\ufe44\ufe50-\ufe5e\uff61-\uff64]", text):
        if found.group() in FORMS:
            yield (*found.span(), FORMS[found.group()])


def entities(text: str) -> Iterator[Slip]:
    """What stands for a character in the source of a web page; not the signs of its tags, of which copy may speak."""
    for found in re.finditer("&(?!lt;|gt;)(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});", text):
        from html import unescape  # noqa: PLC0415  its table is long, and hardly any copy asks for it

        words = unescape(found.group())
        if len(words) == 1 and (words.isprintable() or words.isspace()):
            yield (*found.span(), words)


def keys(text: str) -> Iterator[Slip]:
    """Figures in the frame of a key, as telephones number items."""
    for found in re.finditer("[0-9]\u20e3", text):
        yield (*found.span(), DRAWN_AS[found.group()])


def ligatures(text: str) -> Iterator[Slip]:
    """Letters that a face joined, taken from a PDF as one sign."""
    yield from ((*found.span(), _LIGATURES[found.group()]) for found in re.finditer("[\ufb00-\ufb06]", text))


def titles(text: str) -> Iterator[Slip]:
    """The marks of a title typed as signs of relation (GB/T 15834 4.15)."""
    for found in re.finditer(f"(<<|＜＜|«)(?=[^<>«»＜＞]*{HAN})[^<>«»＜＞]{{1,40}}(>>|＞＞|»)", text):
        yield (*found.span(1), "《")
        yield (*found.span(2), "》")


_AT_ITEM = r"(?:^|(?<=[\s：；。，、！？（]))"
_ITEM = "(?:[\uff10-\uff19]{1,2}|[\uff21-\uff3a\uff41-\uff5a])．"
"""The marker of an item in full-width signs: its point is the Western one (下脚点, GB/T 15834 4.2, appendix B)."""

_FIGURE_AFTER = "[\uff10-\uff190-9]"


def wide(text: str) -> Iterator[Slip]:
    """Full-width digits and letters, with the signs between them, and the point of an item."""
    items = {}
    for found in re.finditer(f"{_AT_ITEM}{_ITEM}(?!{_FIGURE_AFTER})|{_AT_ITEM}{_ITEM}(?={_FIGURE_AFTER}{{4}}年)", text):
        apart = " " if re.match(_FIGURE_AFTER, text[found.end() :]) else ""
        items[found.start()] = found.end()
        yield (*found.span(), normalize("NFKC", found.group()) + apart)
    groups = "[\uff10-\uff19]{1,3}(?:，[\uff10-\uff19]{3}){1,9}(?![\uff10-\uff19])(?:．[\uff10-\uff19]+)?"
    for found in re.finditer(f"{groups}|－?[{_WIDE}]+(?:[．－／＠＆＋＝＿][{_WIDE}]+)*(?:＋＋)?", text):
        begin, words = items.get(found.start(), found.start()), found.group()
        if begin < found.end():
            yield begin, found.end(), normalize("NFKC", words[begin - found.start() :])


def ellipses(text: str) -> Iterator[Slip]:
    """An ellipsis typed as points or stops, or of one sign only (GB/T 15834 4.11: six points)."""
    beside = f"(?:(?<={CHINESE})|(?<={CHINESE}[”’]))"
    points = f"{beside}[.]{{3,}}|(?<![.])[.]{{3,}}(?={CHINESE})|。{{3,}}|·{{3,}}|⋯+"
    single = f"(?:{beside}|^)(?<!…)…(?={CHINESE}|$)(?!…)"
    for found in re.finditer(f"{points}|{single}", text):
        yield (*found.span(), "……")
    for found in re.finditer("(?<!…)(?:……)+(…)(?!…)", text):
        yield (*found.span(1), "")


_DASHES = "|".join([
    "(?<![!-~ ])-{2,4}(?!-)|(?<!-)-{2,4}(?![!-~ ])",
    *(f"(?<!{sign}){sign}{{2,4}}(?!{sign})" for sign in "─―－"), "(?<!—)—{3,4}(?!—)", "(?<!─)─(?!─)|(?<!―)―(?!―)",
])  # fmt: skip
"""Two to four signs; a longer row is a rule that somebody drew."""


def dashes(text: str) -> Iterator[Slip]:
    """A dash typed as hyphens or drawn of box lines and bars (GB/T 15834 4.10); the sign of a range typed as two."""
    for found in re.finditer(_DASHES, text):
        yield (*found.span(), "——" if len(found.group()) > 1 else "—")
    for found in re.finditer("(?<=[0-9])--(?=[0-9])", text) if re.search(HAN, text) else ():
        yield (*found.span(), "—")


def marks(text: str) -> Iterator[Slip]:
    """Half-width marks among Han, with the spaces that were typed beside them."""
    after = f"(?:(?<={CHINESE})|(?<={CHINESE}[”’])) *([,;:?!]) *"
    for found in re.finditer(f"{after}|(?<=[0-9A-Za-z%)])([,;:?!]) *(?=[“‘]?{HAN}|[《（])", text):
        if not re.search("&[A-Za-z]{2,6}$", text[max(0, found.start() - 7) : found.start()]):
            yield (*found.span(), _MARKS[found.group(1) or found.group(2)])
    numbered = len(text) - len(text.lstrip(_NUMERALS))
    for found in re.finditer(f"(?:(?<={HAN})|(?<=[”’）》%％]))[.](?=[”’）]|$| +{HAN})", text):
        if found.start() > numbered or not numbered:
            yield (*found.span(), "。")
    yield from (found for found in _inner_stops(text) if found[0] > numbered)
    for found in re.finditer(f"(?<={HAN}[0-9])[0-9:]*( *[.])(?=[”’）]?$)", text):
        yield (*found.span(1), "。")


def _inner_stops(text: str) -> Iterator[Slip]:
    """Points between Han, or after a figure among Han, in a paragraph whose marks are typed half-width.

    One alone among Chinese marks, or between the parts of a foreign name, may as well be meant for a middle dot.
    """
    between = list(
        re.finditer(f"(?:(?<={HAN})|(?<=[”’）》%％])|(?<={HAN}[0-9])[0-9:.]*)([.．])(?=[“‘《（]?{HAN})", text)
    )
    found = [
        one for one in between
        if not re.search(_NAME, text[max(0, one.start(1) - 2) : one.end(1) + 2])
        and not re.search(f"[第 \u3000；;：:。][{_NUMERALS}]{{1,3}}$", text[max(0, one.start(1) - 4) : one.start(1)])
    ]  # fmt: skip
    half = re.search(f'(?<={HAN}) *[,;?!] *(?={HAN}|[“‘"])|(?<={HAN})[.](?=[”’）]|$)|[0-9] +[.]$', text)
    if half or len(found) > 1:
        yield from ((*one.span(1), "。") for one in found)


def times(text: str) -> Iterator[Slip]:
    """A full-width colon in a time of day; the marks around it are no concern of this row."""
    for found in re.finditer("(?<![0-9:：.])(?:[01]?[0-9]|2[0-4])(：)[0-5][0-9](?:(：)[0-5][0-9])?(?![0-9:：])", text):
        for group in (1, 2):
            if found[group]:
                yield (*found.span(group), ":")


def datelines(text: str) -> Iterator[Slip]:
    """Spaces after a 电头 and who sent it: the gap is a full-width space."""
    found = re.match(
        f"[ \u3000]*(?:{LEAD_INS['dateline']})(?: *[（(][^（）()]{{1,24}}[）)])?([ \xa0]+)(?=[^ \xa0\u3000（(])", text
    )
    if found:
        yield (*found.span(1), "\u3000")


def brackets(text: str) -> Iterator[Slip]:
    """Half-width brackets that hold Han or stand between Han, and pairs of which one is half-width."""
    waiting: list[tuple[int, int]] = []
    last_han = -1
    for found in re.finditer(f"[()（）]|{HAN}", text):
        index, character = found.start(), found.group()
        if character in "(（":
            waiting.append((index, last_han))
        elif character not in ")）":
            last_han = index
        elif waiting:
            first, before = waiting.pop()
            mixed = text[first] + character in ("（)", "(）")
            if mixed or (character == ")" and (last_han > before or _is_between(text, first, index))):
                yield from _full_brackets(text, first, index)


def _is_between(text: str, first: int, last: int) -> bool:
    """Whether a pair of brackets stands between Han."""
    before, after = text[first - 1 : first] if first else "", text[last + 1 : last + 2]
    return bool(re.match(CHINESE, before) and (not after or re.match(CHINESE, after)))


def _full_brackets(text: str, first: int, last: int) -> Iterator[Slip]:
    if text[first] == "(":
        yield first, first + 1, "（"
    if text[last] == ")":
        yield last, last + 1, "）"


_ENDS, _OPENS = "，。、；：？！）》〉】〕」』", "，。、；：？！（《〈【〔「『"


def mark_spaces(text: str) -> Iterator[Slip]:
    """Spaces on the side where a full-width mark has its own white, or none at all."""
    for found in re.finditer(f"(?<=\\S)[ \xa0]+(?=[{_ENDS}])|(?<=[{_OPENS}])[ \xa0]+(?=\\S)", text):
        yield (*found.span(), "")


def unit_spaces(text: str) -> Iterator[Slip]:
    """Spaces between a figure and the sign or the Han unit after it. One before a letter's unit is right (70 km)."""
    units = "".join(sorted(HAN_UNITS))
    for found in re.finditer(f"(?<=[0-9]) +(?=[%％‰‱℃℉°{units}])", text):
        yield (*found.span(), "")


def spaces(text: str) -> Iterator[Slip]:
    """Spaces typed twice and more."""
    for found in re.finditer("  +", text):
        yield (*found.span(), " ")


ROWS: tuple[Row, ...] = (
    Row(TABS, Words("制表符", "tabs"), "甲\t乙", "甲 乙", tabs),
    Row("entities", Words("网页的字符代码", "codes of a web page's characters"), "甲&amp;乙", "甲&乙", entities),
    Row("keys", Words("带方框的数字（手机上打的序号）", "figures in the frame of a key"), "1\u20e3甲", "①甲", keys),
    Row("ligatures", Words("连成一个码的字母", "joined letters"), "ﬁt", "fit", ligatures),
    Row("composed", Words("字母和附加符号分开编码", "letters with their accents apart"),
        "nu\u0308\u030c", "n\u01da", composed),
    Row("compatibility", Words("兼容汉字", "compatibility ideographs"), "\uf900", "豈", compatibility),
    Row("radicals", Words("部首当汉字用", "radicals for Han"), "⼀⽅⻓", "一方长", radicals),
    Row("forms", Words("竖排、小号、半宽的标点编码", "marks in vertical, small or half-width forms"),
        "甲︐乙｡", "甲，乙。", forms),
    Row("wide", Words("全角数字和字母", "full-width digits and letters"), "２０２２年Ａ座", "2022年A座", wide,
        signs=_WIDE),
    Row("times", Words("时间里的全角冒号", "full-width colons in times"), "7：00", "7:00", times),
    Row("datelines", Words("电头后的空格", "spaces after a dateline"), "本报讯  甲", "本报讯\u3000甲", datelines),
    Row("ellipses", Words("省略号", "ellipses"), "等等...", "等等……", ellipses, signs=".。·⋯…"),
    Row("dashes", Words("破折号", "dashes"), "甲--乙", "甲——乙", dashes, signs="\\-─―－—"),
    Row("quotes", Words("直引号", "straight quotes"), '他说"好"', "他说“好”", straight_quotes),
    Row("marks", Words("半角标点", "half-width marks"), "你好,世界", "你好，世界", marks, signs=",;:?!.．"),
    Row("titles", Words("用小于号、大于号打的书名号", "title marks typed as signs of relation"),
        "<<条例>>", "《条例》", titles),
    Row("brackets", Words("半角括号", "half-width brackets"), "青河(中国)", "青河（中国）", brackets),
    Row("mark_spaces", Words("标点旁的空格", "spaces beside marks"), "甲。 乙（ 丙 ）", "甲。乙（丙）", mark_spaces),
    Row("unit_spaces", Words("数字和单位之间的空格", "spaces before units"), "30 %", "30%", unit_spaces),
    Row("spaces", Words("连着几个空格", "doubled spaces"), "a  b", "a b", spaces),
)  # fmt: skip
"""In the order in which they are put right: each row reads what the ones before it left."""


_SUSPECT = re.compile(
    f"[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe5e\uff61-\uff64{_WIDE}…⋯─―{COMBINING}\U0002f800-\U0002fa1f]"
    "|[\t,;:?!()\"']|[.](?![0-9A-Za-z])|--|－－|———|。。。|···|(?<=[0-9]) (?![0-9A-Za-z])|  "
    "|[0-9]：[0-9]|．|[讯訊电電）][ \xa0]|&[A-Za-z#]|[\ufb00-\ufb06]|<<|＜＜|«"
    f"|[ \xa0][{_ENDS}]|[{_OPENS}][ \xa0]"
)


def is_suspect(text: str) -> bool:
    """Whether any row may find anything at all; most paragraphs have nothing of the kind."""
    return _SUSPECT.search(text) is not None
