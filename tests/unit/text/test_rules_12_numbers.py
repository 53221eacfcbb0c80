"""Rule book, section 12: numbers, signs and what belongs to them; Western passages; small forms; shaped scripts."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from time import process_time
from types import SimpleNamespace

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paiban.font import load_catalogue
from paiban.output.visible.ink import InkReader
from paiban.span import plain_text
from paiban.template import Composition
from paiban.text import LineRange, Prepared, TextStyle, break_lines, prepare, set_line
from paiban.text.charclass import TABLE, CharClass, row_of
from paiban.text.numbers import GRAMMAR, MONEY, kept
from paiban.text.spacing import STYLES
from tests.support.composed import ink, places

EM = 1200
CATALOGUE, _ = load_catalogue()
ROLES = ("song", "hei-black", "kai")
AXES = pytest.mark.parametrize("vertical", [False, True], ids=["horizontal", "vertical"])

SIGNS = [
    *"+-±−－＋×÷=<>≤≥≠≈√∠∵∴→∶·•/／%％‰‱℃°′″$￥¥€№#&@*~^|\"'①㈠◆㎡㎏½²₂ⁿ（）“”，。：—～–…([)].,:;!?",
    "——", "……", "──", "――", "--", "？！", "฿", "₩", "₫", "¢", "‱", "5€", "****", "____",
]  # fmt: skip
NEIGHBOURS = ["", "天", "a", "5", "，", "。", "（", "）", "“", "》", "、", "——", "\u3000"]
TAILS = ["", "天", "5", "5.5%", "word", "，", "（5）"]


def real(copy: str, *, role: str = "song", vertical: bool = False, align: str = "start", style: str = "kaiming", **how):
    composition = Composition(punctuation=style, **how)
    text_style = TextStyle(role, EM, align=align, vertical=vertical, composition=composition)
    return prepare(plain_text(copy), text_style, CATALOGUE, markup=False)


def line_of(made: Prepared, measure: int = 0):
    return set_line(made, LineRange(0, made.count), measure, x=0, y=0, role="", block="", leg=0)


def lines_of(copy: str, em: Fraction | int, **how: object) -> list[str]:
    made = real(copy, align="justify", **how)
    return [copy[slice(*made.copy_range(line.first, line.last))] for line in break_lines(made, int(em * EM))]


def inner_breaks(copy: str, **how: object) -> list[str]:
    """What stands before each place where a line may end."""
    made = real(copy, **how)
    return [copy[: made.starts[place]] for place in made.breaks[:-1]]


def gaps(copy: str, **how: object) -> int:
    """How many CJK–Latin gaps stand in the copy."""
    steps = [step for step in real(copy, align="justify", **how).squeeze if step.name == "gap"]
    return sum(len(step.places) for step in steps)


def overlaps(copy: str, **how: object) -> list[tuple[str, str]]:
    """Neighbours that print over each other by more than a kerned pair does."""
    made = real(copy, **how)
    found = []
    for (one, _, end), (other, begin, _) in pairwise(ink(line_of(made), CATALOGUE) if made.count else []):
        in_one_cell = bool(how.get("vertical")) and ((one + other).replace(".", "").isdigit() or one + other == "？！")
        if begin < end - EM // 10 and not in_one_cell:
            found.append((one, other))
    return found


# ---- clusters that cannot lie ----------------------------------------------------------------------------------------


@AXES
@pytest.mark.parametrize("sign", SIGNS)
def test_no_sign_prints_over_its_neighbours(sign, vertical):
    """every sign with every neighbour before it and tail after it, on both axes"""
    copies = [f"{before}{sign}{tail}" for before in NEIGHBOURS for tail in TAILS]
    assert [(copy, found) for copy in copies if (found := overlaps(copy, vertical=vertical))] == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(NEIGHBOURS), st.sampled_from(SIGNS), st.sampled_from(TAILS), st.booleans(), st.sampled_from(ROLES),
    st.sampled_from(sorted(STYLES)),
)  # fmt: skip
def test_no_sign_prints_over_its_neighbours_in_any_role_and_style(before, sign, tail, vertical, role, style):
    """every sign in every role and punctuation style"""
    assert overlaps(f"{before}{sign}{tail}", vertical=vertical, role=role, style=style) == []


@pytest.mark.parametrize("copy", ["-1.23%", "$5", "±2.65", "+0.50", "−3℃", "·5", "/3", "%5"])
def test_only_a_mark_alone_has_the_width_of_its_row(copy):
    """a cluster is as wide as its glyphs unless it is one mark of the table"""
    face = CATALOGUE.face("noto-serif-sc-400")
    for cluster, advance in zip(_clusters(copy), _advances(copy), strict=True):
        if row_of(cluster) is None:
            assert advance == pytest.approx(sum(g.advance for g in face.shape(cluster)) * EM / face.upem, abs=len(copy))


def _clusters(copy: str) -> list[str]:
    made = real(copy)
    return ["".join(made.texts[made.firsts[i] : made.lasts[i]]) for i in range(made.count)]


def _advances(copy: str) -> list[int]:
    made = real(copy)
    return [after - before for before, after in pairwise(made.sums)]


MARKS = "，。、；：？！”’》）】〉』…—“‘《（【～/%‰℃°,.;:!?)]}"


@AXES
@pytest.mark.parametrize("role", ["song", "song-bold", "song-black", "hei", "hei-black", "kai", "fang"])
@pytest.mark.parametrize("letter", "fjJďľřïíĵŁ")
def test_a_word_holds_its_ink(letter, role, vertical):
    """a cluster is as wide as its glyphs: of a letter that reaches out of its width (f, j) the ink is what counts"""
    reader = InkReader(CATALOGUE)
    lines = [
        line_of(real(copy, role=role, vertical=vertical, style=style))
        for style in ("jiya", "biaoti")
        for mark in MARKS
        for copy in (f"{mark}{letter}", f"{letter}{mark}", f"字{mark}{letter}字", f"字{letter}{mark}字")
    ]
    reader.learn([SimpleNamespace(items=lines)])
    over = [
        line.copy.value
        for line in lines
        for one, other in reader.line(line).near
        if letter in one.run.texts + other.run.texts and not reader.kerned(one, other)
    ]
    assert over == []
    for line in [line_of(real(copy, role=role, vertical=vertical)) for copy in (f"字{letter}", f"{letter}字")]:
        begins, ends = zip(*[(begin, end) for _, begin, end in ink(line, CATALOGUE)], strict=True)
        assert min(begins) >= -EM // 50
        assert max(ends) <= line.advance + EM // 50


@pytest.mark.parametrize("role", ["song", "hei", "song-black", "kai"])
@pytest.mark.parametrize("copy", ["√2", "√ab", "∛8", "∜x"])
def test_the_stroke_of_a_root_ends_where_what_it_is_over_begins(copy, role):
    """√2 ∛8: no white after the sign, which Chinese faces draw amid an em; ∛ where a face lacks it is ³√"""
    made = real(f"为{copy}，", role=role, align="justify")
    shown = ink(line_of(made), CATALOGUE)
    root = max(index for index, (text, _, _) in enumerate(shown[:-2]) if text in ("", *"√∛∜"))
    assert 0 <= shown[root + 1][1] - shown[root][2] <= EM // 12
    assert not made.diagnostics or {found.code for found in made.diagnostics} == {"P311"}
    assert inner_breaks(f"为{copy}，", role=role) == ["为"]
    assert not {1, 2} & set(made.opens)


@AXES
def test_the_two_letters_of_a_flag_are_one_sign_that_is_missing(vertical):
    """🇨🇳: one character, told once; 1⃣: drawn as ①"""
    made = real("升🇨🇳旗，1\u20e3报名", vertical=vertical)
    assert [dict(found.params)["character"] for found in made.diagnostics if found.code == "P310"] == ["🇨🇳"]
    drawn = [text for text, _ in places(line_of(made))]
    assert drawn == ["升", "🇨🇳", "旗", "，", "1\u20e3", "报", "名"]
    glyphs = [glyph for run in line_of(made).body for glyph in run.glyphs]
    assert glyphs[4] == CATALOGUE.face("noto-serif-sc-400").shape("①")[0].gid


@pytest.mark.parametrize("piece", ["a", "aA", "a-", "1-", "(", "a+", "x=", "A1", "No. 1-1", "-1", "√"])
def test_absurd_copy_is_read_in_linear_time(piece):
    """a hundred thousand characters that nearly are of the grammar: each looked at once or twice"""
    started = process_time()
    list(kept("1" + piece * (100_000 // len(piece)) + "！"))
    assert process_time() - started < 5


@pytest.mark.parametrize("word", ["-0.3m/s", "+5mm", "±2kg", "$5m", "−3dB"])
def test_a_signed_quantity_is_a_word_whatever_its_sign(word):
    """-0.3m/s: a word with its sign, which begins a line, has its gaps, and lies in vertical lines"""
    assert inner_breaks(f"天{word}天") == ["天", f"天{word}"]
    assert gaps(f"天{word}天") == 2
    assert all(look.turn for look in real(word, vertical=True).looks)


@AXES
def test_a_full_width_space_before_a_signed_number_stays(vertical):
    """8.02　-0.50: the space is an em, the sign stands after it"""
    found = dict(places(line_of(real("天\u3000-5", vertical=vertical))))
    assert found["-"] - found["天"] >= 2 * EM - (EM * 88 // 100 if vertical else 0)


# ---- the grammar of numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [
        "-1.23%", "-5.5%", "+0.50", "−1", "±2.65", "100.00±2.65", "25∶21", "3:1", "9·18", "3·15", "70 512", "8,000",
        "112.5 m²", "120㎡", "350㎏", "120 kg", "350 km/h", "No. 1", "1.4亿", "3千万", "￥100", "US$5", "90°", "30‰",
        "2‱", "12′36″", "1/2", "13.5℃", "苏K·12345", "２０２６", "１２．５％", "25：19", "≥60", "5 kW·h", "’22", "’90s",
        "歼-10", "歼－１０", "10:30", "USB-C", "km/h", "A/B", "AT&T", "m²", "CO₂", "10⁻³",
        "〔2024〕5号", "[2024]12号", "120 mmHg", "3 000 r/min", "5.6 mmol/L", "13 g/dL", "40 U/L", "300 dpi", "20 ms",
        "15 cmH₂O", "0.1 mg/(kg·d)", "60 fps", "800 lx", "5 000 kVA", "0.12 μSv/h", "300 K", "16 KB", "8 kPa·s",
        "25-18", "3—1", "101－98", "0.000 001", "1 234.567 891 2", "苏K1234学", "苏K·1234挂", "÷2", "＃６", "=8", "√2",
        "x=(-b±√(b²-4ac))/2a", "y=2x+1", "C=2πr", ".NET", "1\u20e3",
        "฿350", "₩1000", "-₹99.5", "A$5", "12.50€", "350₫", "5¢", "3 000 €", "100 USD", "〔2024〕第5号",
    ],
)  # fmt: skip
@AXES
def test_a_number_is_one(number, vertical):
    """sign, groups, decimals, ratio, score, date, unit, currency, plate: never parted"""
    inside = {f"天{number[:i]}" for i in range(1, len(number))}
    assert not inside & set(inner_breaks(f"天{number}天", vertical=vertical))


@pytest.mark.parametrize(
    ("number", "cuts"),
    [
        ("2021—2025", ["2021—"]), ("3～10℃", ["3～"]), ("-18℃～-7℃", ["-18℃～"]), ("8:00—12:00", ["8:00—"]),
        ("1.2万—1.5万", ["1.2万—"]), ("0514-88881234", ["0514-"]), ("13800000000", ["138", "1380000"]),
        ("110101199001011234", ["110101", "11010119900101"]), ("2026-03-17", ["2026-", "2026-03-"]),
        ("0514-88881234/88885678", ["0514-", "0514-88881234/"]), ("０１０－１２３４", ["０１０－"]),
        ("138 0000 0000", ["138 ", "138 0000 "]), ("(0514)80000000", ["(0514)"]),
        ("010-8000-0000", ["010-", "010-8000-"]), ("（0514）8000 0000", ["（0514）", "（0514）8000 "]),
        ("0.5mm×1.2mm", ["0.5mm×"]), ("2H₂+O₂→2H₂O", ["2H₂+O₂→"]), ("$1.00=￥7.12", ["$1.00="]),
        ("GB/T 15834—2011", ["GB/T ", "GB/T 15834—"]), ("400 800 8820", ["400 ", "400 800 "]),
        ("ISBN 978-7-100-00001-2", ["ISBN ", *[f"ISBN 978-{x}" for x in ("", "7-", "7-100-", "7-100-00001-")]]),
        ("3-2-501", ["3-", "3-2-"]),
        ("（2024）浙01民初123号", ["（2024）", "（2024）浙01民初"]),
        ("(2023)最高法民申5号", ["(2023)", "(2023)最高法民申"]), ("138****0000", ["138", "138****"]),
        ("（2024）苏1003执恢12号之二", ["（2024）", "（2024）苏1003执恢"]),
        ("ax²+bx+c=2y", ["ax²+bx+c="]), ("CaCO₃→CaO+CO₂↑", ["CaCO₃→"]),
    ],
)  # fmt: skip
def test_a_number_is_cut_where_a_reader_would_cut_it(number, cuts):
    """after the sign of a range, a relation or a product, between the parts of a telephone or identity number"""
    found = [one.removeprefix("天") for one in inner_breaks(f"天{number}天")]
    assert [one for one in found if 0 < len(one) < len(number)] == cuts


@pytest.mark.parametrize("word", ["it’s", "’22", "−3.4", "€5", "10–15", "Krkonoše", "Москва"])
@pytest.mark.parametrize("role", ["kai", "fang"])
def test_beside_kai_a_word_with_its_marks_is_of_the_face_of_letters(word, role):
    """a face whose letters are half an em wide lends none, nor a mark that a word or a number shares with Chinese"""
    faces = {look.face for look in real(word, role=role).looks}
    assert faces <= {*CATALOGUE.chain(CATALOGUE.latin[role])}


@pytest.mark.parametrize("role", ["kai", "fang"])
def test_western_quotes_beside_kai_are_narrow(role):
    """the quotes of an English passage come with its letters: none takes half an em"""
    made = real("“Hi”, she said", role=role)
    opening = made.classes.index("o")
    assert made.sums[opening + 1] - made.sums[opening] < EM // 2
    assert {look.face for look in made.looks} <= {*CATALOGUE.chain(CATALOGUE.latin[role])}


def test_a_line_is_rather_loose_than_a_number_cut():
    """a cut has its price: a telephone number is parted only before a line ½ em open a place"""
    # Seven em before a number of six: at eleven the seven stand ⅔ em apart without a cut, at nine ⅓.
    number = "0514-88881234"
    assert any("0514-" in line and number not in line for line in lines_of(f"招租门面电话是{number}", 11))
    assert any(number in line for line in lines_of(f"一二三四五六七八九十天{number}", 12))


@pytest.mark.parametrize("called", ["电话", "热线", "手机：", "微信"])
def test_a_telephone_number_is_not_parted_from_what_introduces_it(called):
    """电话 and its like go to the next line with their number, unless the line before would stand ¼ em open"""
    number = "0514-88881234"
    # Ten em in a measure of twelve stand 2/9 em apart, six in one of nine 3/5.
    assert lines_of(f"一二三四五六七八九十{called}{number}", 12)[0] == "一二三四五六七八九十"
    assert lines_of(f"一二三四五六{called}{number}", 9)[0] == f"一二三四五六{called}"


@pytest.mark.parametrize("sign", ["☎", "☏"])
def test_no_line_ends_after_the_sign_of_a_telephone(sign):
    """☎ stays with its number however open the line before stands"""
    assert lines_of(f"一二三四五六{sign}0514-88881234", 9)[0] == "一二三四五六"


@pytest.mark.parametrize("number", ["3", "12", "120", "3000", "45000", "3.5"])
@AXES
def test_a_unit_stays_with_its_number_in_lines_of_either_direction(number, vertical):
    """option keep_number_unit: of figures that stand in cells as of those that lie"""
    for unit in "元月亩":
        parted = f"天{number}"
        assert parted in inner_breaks(f"天{number}{unit}天", vertical=vertical)
        assert parted not in inner_breaks(f"天{number}{unit}天", vertical=vertical, keep_number_unit=True)


@pytest.mark.parametrize("row", GRAMMAR, ids=[row.zh for row in GRAMMAR])
def test_every_row_of_the_grammar_matches_its_examples(row):
    """the table: each construction by its examples"""
    for example in row.examples.split(" · "):
        copy = f"{example}天" if row.zh == "条目" else f"在{example}，"
        assert any(example in copy[one.first : one.last] for one in kept(copy)), example


@pytest.mark.parametrize(
    ("copy", "count"),
    [
        ("互联网+行动", 0), ("天#春运#天", 0), ("a≤b", 0), ("天≥60天", 1), ("√2天", 1), ("∠A天", 1), ("主队3∶1胜", 2),
        ("天120㎡天", 1), ("天１２天", 0), ("天→天", 0), ("A+级", 0), ("华为&中兴", 0), ("天\"天\"天", 0), ("1.4亿", 0),
        ("天5天", 2), ("天GDP天", 2), ("苏K·12345", 0), ("天12.50€天", 2), ("天฿5天", 2),
    ],
)  # fmt: skip
def test_the_gap_is_for_letters_and_digits_beside_han(copy, count):
    """no gap beside a sign, inside a number or beside full-width letters"""
    assert gaps(copy) == count


@pytest.mark.parametrize("copy", ["（1）天", "(1)天", "1.天", "A.天", "三、天", "①天", "天。二、天"])
def test_a_list_marker_stays_with_its_item(copy):
    """① (1) A. 三、: no line ends after them"""
    assert copy[:-1] not in inner_breaks(copy)


@AXES
@pytest.mark.parametrize("dash", ["──", "――", "--"])
def test_a_dash_is_one_however_typed(dash, vertical):
    """── ―― -- between Han: one unit of two em, drawn as ——, the copy its own"""
    made, usual = (real(f"天{one}天", vertical=vertical) for one in (dash, "——"))
    assert made.glyphs == usual.glyphs
    assert made.width == usual.width
    assert "".join(made.texts) == f"天{dash}天"
    assert inner_breaks(f"天{dash}天", vertical=vertical)[0] == "天"


@AXES
@pytest.mark.parametrize("sign", ["－", "─", "―", "—", "∶", "+", "＋", "→", "≤", "㎡", "‱"])
def test_signs_never_begin_a_line(sign, vertical):
    """connectors, operators and units: not at a line's start"""
    assert "天" not in inner_breaks(f"天{sign}天", vertical=vertical)


@AXES
def test_a_middle_dot_is_opened_on_both_sides_alike(vertical):
    """·: what a line is stretched by stands on its left as on its right"""
    made = real("甲·乙丙", vertical=vertical, align="spread")
    natural, opened = (dict(places(line_of(made, measure))) for measure in (made.width, made.width + 3 * EM))
    before, after = (opened["·"] - natural["·"] - opened["甲"] + natural["甲"], opened["乙"] - natural["乙"])
    assert before == after - (opened["·"] - natural["·"]) == EM


@AXES
def test_full_width_digits_are_one_and_keep_their_em(vertical):
    """２０２６: an em each, never opened, no gap"""
    made = real("天２０２６天", vertical=vertical)
    assert made.width == 6 * EM
    assert inner_breaks("天２０２６天", vertical=vertical) == ["天", "天２０２６"]


# ---- Western passages ------------------------------------------------------------------------------------------------


def test_a_western_passage_keeps_its_spaces_and_its_quotes():
    """“Don't worry,” she said, “it's fine.”: Western quotes, every space stays"""
    copy = "他说：“Don't worry,” she said, “it's fine.”大家都笑了。"
    made = real(copy)
    assert "".join(made.texts) == copy
    assert made.dropped == ()
    quotes = {text: key for text, key in zip(_clusters(copy), made.classes, strict=False) if text in "“”"}
    assert quotes == {"“": "o", "”": "c"}


@pytest.mark.parametrize("copy", ["’22年", "’90s的歌", "从’22起"])
def test_an_apostrophe_before_a_short_year_belongs_to_it(copy):
    """’22, ’90s: an apostrophe"""
    assert any(cluster.startswith("’") and len(cluster) > 2 for cluster in _clusters(copy))


def test_a_space_before_an_apostrophe_stays():
    """the ’90s: a word like any other"""
    assert real("in the ’90s").dropped == ()


def test_a_quote_that_closes_before_a_number_closes():
    """‘五一’22日: no apostrophe where a quotation is open"""
    assert "’" in _clusters("‘五一’22日")


# ---- small forms, and letters of another face ------------------------------------------------------------------------


@AXES
@pytest.mark.parametrize("copy", ["CO₂", "PM₂.₅", "10⁻³", "m²", "H₂SO₄"])
def test_a_small_form_that_the_face_lacks_is_made(copy, vertical):
    """₂ ⁻: the face's own figure, smaller, below or above the line; its copy stays"""
    made = real(f"天{copy}天", vertical=vertical)
    assert [d.code for d in made.diagnostics] == []
    line = line_of(made)
    assert "".join(text for run in line.body for text in run.texts) == f"天{copy}天"
    assert {run.face for run in line.body} == {"noto-serif-sc-400"}


def test_a_subscript_stands_lower_and_a_superscript_higher():
    """sub- and superscripts: 61 % of the size, 0.15 em below, 0.455 em above the baseline"""
    low = line_of(real("CO₂")).body[-1]
    (high,) = [run for run in line_of(real("10⁻")).body if run.size < EM]
    assert (low.size, low.ys[0]) == (732, 180)
    assert high.ys[0] == -546


@AXES
@pytest.mark.parametrize("copy", ["Łódź", "Český", "Tromsø", "Székesfehérvár", "e\u0301", "r\u030c", "Ş", "ğ"])
def test_letters_with_accents_come_from_a_face_of_the_chain(copy, vertical):
    """ř Ł ź, composed or not: drawn, and another face is told"""
    made = real(f"从{copy}到", vertical=vertical)
    assert {d.code for d in made.diagnostics} <= {"P311"}
    assert "".join(made.texts) == f"从{copy}到"


@AXES
@pytest.mark.parametrize("copy", ["3∼5", "第ⅬⅫ章", "ⅭⅮⅯ"])
def test_the_operator_of_likeness_and_roman_figures_are_drawn(copy, vertical):
    """∼ as ～, Ⅼ Ⅽ Ⅾ Ⅿ as letters: drawn with another glyph of their face"""
    assert "P310" not in {d.code for d in real(copy, vertical=vertical).diagnostics}


@AXES
@pytest.mark.parametrize(
    "role", ["song", "song-medium", "song-bold", "song-black", "hei", "hei-medium", "hei-bold", "hei-black", "kai"]
)
def test_every_sign_of_money_is_drawn_in_every_role(role, vertical):
    """$ € ฿ ₩ ₹ and their like before and after a number: part of it, never missing"""
    made = [real(copy, role=role, vertical=vertical) for sign in MONEY for copy in (f"天{sign}5天", f"天5{sign}天")]
    assert [one.copy.value for one in made if "P310" in {d.code for d in one.diagnostics}] == []


def test_the_table_has_the_signs_of_money():
    """the half-width signs of money: those of the grammar"""
    assert set(MONEY) <= {sign for row in TABLE if row.key is CharClass.PREFIX for sign in row.characters}


@pytest.mark.parametrize(
    ("role", "face"),
    [("song", "noto-serif-sc-400"), ("song-bold", "noto-serif-sc-700"), ("song-black", "noto-serif-sc-900")],
)
def test_a_permyriad_is_as_black_as_the_per_cent_beside_it(role, face):
    """‱, which the Serif lacks: in a face whose ink is within a quarter of that of %"""
    (look,) = real("‱", role=role).looks
    assert 0.8 < blackness(look.face, "‱") / blackness(face, "%") < 1.25


def blackness(key: str, character: str) -> float:
    """The ink of a character for its width."""
    with TTFont(CATALOGUE.face(key).path, lazy=True) as font:
        glyph, pen = font.getGlyphSet()[font.getBestCmap()[ord(character)]], AreaPen()
        glyph.draw(pen)
        return abs(pen.value) / glyph.width


@pytest.mark.parametrize("sign", ["→", "↑", "＋", "≤", "×", "＝"])
def test_after_a_pause_a_sign_belongs_to_what_follows(sign):
    """，↑12%: a sign may begin a line after a stop or a pause, and stays with what it is of"""
    for mark in "、，；。":
        assert f"天{mark}" in inner_breaks(f"天{mark}{sign}12%天")
        assert f"天{mark}{sign}" not in inner_breaks(f"天{mark}{sign}12%天")


@AXES
@pytest.mark.parametrize(
    ("copy", "script"),
    [("写作العربية，", "阿拉伯文字"), ("写作ئۇيغۇر。", "阿拉伯文字"), ("写作עברית。", "希伯来文"),
     ("写作ไทย。", "泰文、老挝文"),
     ("写作ᠮᠣᠩᠭᠣᠯ。", "蒙古文"), ("写作བོད་ཡིག。", "藏文"), ("写作नमस्ते。", "天城文等印度文字"), ("写作ខ្មែរ。", "高棉文"),
     ("写作ꡏꡡꡃ。", "八思巴文"), ("写作ꦗꦮ。", "要整段排的一种文字"), ("写作𞤢𞤣。", "要整段排的一种文字")],
)  # fmt: skip
def test_a_script_that_is_set_by_the_run_is_refused_and_told_once(copy, script, vertical):
    """Arabic, Hebrew, Thai …: never set letter by letter, an error at its place"""
    (fault,) = real(copy, vertical=vertical).diagnostics
    assert fault.code == "P417"
    assert dict(fault.params)["script"].zh == script
    assert (fault.span.column, fault.span.end_column) == (3, len(copy))


# ---- one direction in vertical lines ---------------------------------------------------------------------------------


@pytest.mark.parametrize("run", ["100m²", "USB-C", "36.5℃", "x≥60", "-1.23%", "CO₂", "(1)", "e-mail", "5°"])
def test_a_run_that_lies_lies_as_a_whole(run):
    """m², USB-C, 36.5℃: a run has one direction"""
    line = line_of(real(f"天{run}天", vertical=True))
    turned = "".join(text for part in line.body if part.quarter_turn for text in part.texts)
    assert turned == run


@pytest.mark.parametrize("run", ["5%", "50%", "8.5%", "50％", "8.5％", "25℃", "8.5℃", "3∶1"])
def test_numbers_that_stand_stand_with_their_sign(run):
    """8.5% and 50% alike: the number in its cell, the sign under it"""
    line = line_of(real(f"天{run}天", vertical=True))
    assert not any(part.quarter_turn for part in line.body)
    assert real(f"天{run}天", vertical=True).width >= 4 * EM - EM // 2
