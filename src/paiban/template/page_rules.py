"""The rules of a newspaper page and of its lines: what a style sheet calls each, and the code of what it finds.

How severe a rule is by itself stands in the catalogue of diagnostics, what a plan of the automatic make-up pays for
breaking it in ``Costs`` under the rule's key; a style sheet overrides both by that key.
"""

from __future__ import annotations

from paiban.value import NamedTuple


class PageRule(NamedTuple):
    """A rule by its key in style sheets, with its name in Chinese and English."""

    key: str
    zh: str
    en: str
    code: str


PAGE_RULES = (
    PageRule("butting_headlines", "碰题", "butting headlines", "P601"),
    PageRule("open_gutters", "通缝", "open gutters", "P602"),
    PageRule("broken_page", "断版", "a page broken across", "P603"),
    PageRule("lead_place", "头条", "the lead's place", "P604"),
    PageRule("uneven_feet", "齐底", "uneven feet", "P605"),
    PageRule("scattered", "咬合", "scattered stories", "P606"),
    PageRule("shouting", "题文一致", "lesser stories that shout", "P607"),
    PageRule("widows", "孤行", "last lines alone at a leg's top", "P608"),
    PageRule("white_space", "满版", "white space", "P610"),
    PageRule("torn_packages", "组稿", "packages that do not stand together", "P611"),
    PageRule("order", "次序", "stories out of their order", "P612"),
)
"""The rules of the page, in the order of the rule book; ``makeup.rules`` has a function for each."""

LINE_RULES = (
    PageRule("loose_lines", "松行", "loose lines", "P410"),
    PageRule("ragged_lines", "撑不满", "lines left ragged", "P419"),
    PageRule("overfull_lines", "超行", "overfull lines", "P411"),
    PageRule("line_ends", "禁则", "prohibitions that gave way", "P412"),
    PageRule("lone_characters", "孤字", "last lines of one character", "P413"),
    PageRule("parted_words", "断词", "parted words", "P414"),
    PageRule("tight_leading", "行距", "tight leading", "P415"),
    PageRule("tall_runs", "大字", "type larger than its line", "P421"),
    PageRule("parted_stanzas", "诗节", "stanzas of a poem that two legs part", "P423"),
    PageRule("stumps", "题脚", "a cross-head with one line below it at a leg's foot, or none", "P425"),
    PageRule("headline_breaks", "转行", "headlines cut against the sense", "P416"),
)
"""The rules of the lines; ``text.review`` and ``text.headline`` judge by them."""

COPY_RULES = (
    PageRule("weekdays", "星期", "weekdays that are not the date's", "P440"),
    PageRule("calendar", "日期", "days that no month has", "P449"),
    PageRule("lunar_dates", "农历", "lunar days that are not the date's", "P441"),
    PageRule("file_names", "文件名", "a page or a day that is not its file's", "P442"),
    PageRule("spellings", "写法", "one name written two ways", "P443"),
    PageRule("pairs", "成对符号", "quotes and brackets without a partner", "P444"),
    PageRule("punctuation", "标点用法", "punctuation against GB/T 15834", "P445"),
    PageRule("numerals", "数字用法", "numerals against GB/T 15835", "P446"),
    PageRule("doubled", "重字", "characters and words typed twice", "P447"),
    PageRule("title_stops", "题末句号", "titles that end with a full stop", "P448"),
)
"""What a proofreader finds in copy; ``proofread.rules`` has a function for each."""

SLIP_RULES = (
    PageRule("entities", "网页代码", "codes of a web page's characters", "P430"),
    PageRule("keys", "带框数字", "figures in the frame of a key", "P430"),
    PageRule("ligatures", "连字", "joined letters", "P430"),
    PageRule("composed", "组合符", "letters with their accents apart", "P430"),
    PageRule("compatibility", "兼容汉字", "compatibility ideographs", "P430"),
    PageRule("radicals", "部首", "radicals for Han", "P430"),
    PageRule("forms", "异形标点", "marks in vertical, small or half-width forms", "P430"),
    PageRule("wide", "全角数字字母", "full-width digits and letters", "P430"),
    PageRule("times", "时间冒号", "full-width colons in times", "P430"),
    PageRule("datelines", "电头空格", "spaces after a dateline", "P430"),
    PageRule("ellipses", "省略号", "ellipses", "P430"),
    PageRule("dashes", "破折号", "dashes", "P430"),
    PageRule("quotes", "直引号", "straight quotes", "P430"),
    PageRule("marks", "半角标点", "half-width marks", "P430"),
    PageRule("titles", "书名号", "title marks typed as signs of relation", "P430"),
    PageRule("brackets", "半角括号", "half-width brackets", "P430"),
    PageRule("mark_spaces", "标点旁空格", "spaces beside marks", "P430"),
    PageRule("unit_spaces", "单位前空格", "spaces before units", "P430"),
    PageRule("spaces", "连续空格", "doubled spaces", "P430"),
)
"""What pasting leaves in copy; ``hygiene.table`` has a row for each. Tabs are told as a file is read."""

UNCOUNTED = frozenset({"loose_lines", "tight_leading", "tall_runs", "parted_stanzas"})
"""Rules that no plan breaks more often than another, or that ``Costs`` counts by a measure of their own."""

SEAM_RULES = ("open_gutters", "broken_page")
"""Rules about lines through the whole page: a page of modules (模块式) is made of them."""

OFF = "off"
"""How severe a rule is that is not looked at."""

ALL_RULES = (*PAGE_RULES, *LINE_RULES)
