"""Makes ``src/paiban/text/words.txt``, the word list for breaking headlines by sense, from jieba's dictionary.

    python bench/words.py path/to/jieba/dict.txt

jieba (MIT licence, its text stands in ``words.licence.txt``) counts 349,000 words. The commonest do for headlines.
Names of persons are left out (an issue's own ``names:`` are better), and so is whatever is no Han. ``PHRASES`` are set
phrases of the news that readers take for one word and the dictionary does not have.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

COUNT = 40_000
MOST_CHARACTERS = 5
PHRASE_GRADE = 30

PHRASES = [
    "疫情防控", "核酸检测", "乡村振兴", "安全生产", "食品安全", "生态环境", "民营经济", "数字经济", "实体经济",
    "营商环境", "招商引资", "项目建设", "科技创新", "人才强国", "依法治国", "从严治党", "党风廉政", "反腐败",
    "扫黑除恶", "脱贫攻坚", "共同富裕", "改革开放", "对外开放", "经济社会", "精神文明", "文明城市", "社区矫正",
    "基层治理", "社会治理", "民生实事", "民生保障", "养老服务", "医疗保障", "医疗卫生", "公共服务", "公共卫生",
    "公共安全", "应急管理", "应急演练", "防汛抗旱", "森林防火", "道路交通", "交通安全", "消防安全", "河长制",
    "林长制", "田长制", "高质量发展", "二次创业", "新冠肺炎", "新冠疫苗", "疫苗接种", "复工复产", "稳就业",
    "保供稳价", "粮食安全", "春耕备耕", "义务教育", "职业教育", "立德树人", "志愿服务", "文艺汇演", "全民健身",
    "全民阅读", "书香城市", "植树造林", "污染防治", "节能减排", "绿色发展", "低碳生活", "碳达峰", "碳中和",
    "新能源", "新动能", "产业链", "供应链", "产业园", "开发区", "高新区", "示范区", "工业园区", "产业集群",
    "先进制造", "智能制造", "专精特新", "一带一路", "长江经济带", "人大代表", "政协委员", "常务委员会",
    "座谈会", "推进会", "表彰大会",
    "市场主体", "重要讲话", "重要指示", "理论学习", "中心组", "副委员长", "副总理", "副省长", "副市长", "副书记",
    "副主任", "经济开发区", "一体化发展", "农业生产", "春耕生产", "冠状病毒", "旅游收入", "同比增长", "环比增长",
    "公共资源", "营业收入", "消费市场", "国内生产", "财政收入", "外贸进出口", "世界冠军", "全国冠军", "赋能",
]  # fmt: skip

TARGET = Path(__file__).parents[1] / "src/paiban/text/words.txt"


def is_wanted(word: str, kind: str) -> bool:
    return len(word) <= MOST_CHARACTERS and all("\u4e00" <= c <= "\u9fff" for c in word) and not kind.startswith("nr")


def main(source: Path) -> None:
    rows = (line.split(" ") for line in source.read_text(encoding="utf-8").splitlines())
    counted = [(int(count), word) for word, count, kind in rows if is_wanted(word, kind)]
    total = sum(count for count, _ in counted)
    counted.sort(key=lambda pair: (-pair[0], pair[1]))
    grades = {word: round(2 * math.log2(total / count)) for count, word in counted[:COUNT]}
    for phrase in PHRASES:
        grades.setdefault(phrase, PHRASE_GRADE)
    lines: dict[str, list[str]] = {}
    for word, grade in sorted(grades.items()):
        lines.setdefault(word[0], []).append(f"{word}{grade}")
    TARGET.write_text("\n".join(" ".join(words) for words in lines.values()) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(grades)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
