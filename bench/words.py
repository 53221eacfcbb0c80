"""Makes ``src/paiban/text/words.txt``, the word list for breaking headlines by sense, from jieba's dictionary.

    python bench/words.py path/to/jieba/dict.txt

jieba (MIT licence, its text stands in ``words.licence.txt``) counts 349,000 words. The commonest do for headlines.
Names of persons are left out (an issue's own ``names:`` are better), and so is whatever is no Han. Each word stands
with its class, a letter, and its grade, two digits.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

COUNT = 150_000
MOST_CHARACTERS = 5
PHRASE_GRADE = 30

GERUNDS = "vn"
"""What jieba marks so is a noun made of a verb (治理, 建设): its own class, ``g``."""

PHRASES = {
    "n": """
        疫情防控 核酸检测 乡村振兴 安全生产 食品安全 生态环境 民营经济 数字经济 实体经济 营商环境 招商引资 科技创新
        人才强国 党风廉政 脱贫攻坚 改革开放 对外开放 经济社会 精神文明 文明城市 社区矫正 基层治理 社会治理 民生实事
        民生保障 养老服务 医疗保障 医疗卫生 公共服务 公共卫生 公共安全 应急管理 应急演练 防汛抗旱 森林防火 道路交通
        交通安全 消防安全 河长制 林长制 田长制 河湖长制 高质量发展 二次创业 新冠肺炎 新冠疫苗 疫苗接种 粮食安全
        春耕备耕 义务教育 职业教育 志愿服务 文艺汇演 全民健身 全民阅读 书香城市 污染防治 节能减排 绿色发展 低碳生活
        碳达峰 碳中和 新能源 新动能 产业链 供应链 产业园 开发区 高新区 示范区 工业园区 产业集群 先进制造 智能制造
        专精特新 一带一路 长江经济带 人大代表 政协委员 常务委员会 座谈会 推进会 表彰大会 现场会 听证会 圆桌会 市场主体
        重要讲话 重要指示 理论学习 中心组 副委员长 副总理 副省长 副市长 副书记 副主任 经济开发区 一体化发展 农业生产
        春耕生产 冠状病毒 旅游收入 公共资源 营业收入 消费市场 国内生产 财政收入 外贸进出口 世界冠军 全国冠军 增加值
        规上工业 公积金 住房公积金 公租房 共有产权 社保 医保 低保 长护险 物业费 预制菜 准考证 特大桥 大学生村官
        网约车 外卖骑手 充电桩 口袋公园 睡眠门诊 中欧班列 动车 高铁 地铁 航站楼 隧道 老年大学 专题学习班 学习班
        志愿者协会 家庭医生 双职工 数据中心 数字员工 直播间 双减 务工者 农民工 环卫工 国家级 示范园 文创园
        茶博会 非遗 非遗工坊 灯光节 梨花节 夜市 夜游 绿道 古渡 古窑 黑臭水体 江豚 江豚群 固废 汉代 湿地公园 生态廊道
        零碳工厂 零碳园区 智慧养老 智慧矿山 海绵城市 营商 光伏板 光伏 风电 绿电 海上风电 低空经济 银发经济 普惠园
        卫健委 发改委 住建局 城管局 文旅局 农科院 管委会 常委会 党工委 工作组 宣讲团 巡回审判 法律援助 反诈中心
        马拉松 龙舟赛 村晚 村超 村赛 女排 国青队 跑者 棋手 小龙虾 西红柿 柑橘 稻虾 土蜂蜜 头春茶 普查 老年人
        盐碱地 聚宝盆 金豆子 烟火气 获得感 幸福感 安全感 最后一公里 店小二 先手棋 主动仗 开门红 全链条 家门口
        一件事 加速度 新征程 新篇章 新局面 新蓝图 新路子 新生活 新模样 新活力 新动力 新名片 母亲河 大舞台 国际路
        家常饭 古树 超高清 大洋彼岸 电动车 工资 短板 上市公司 夜场
    """,
    "v": """
        依法治国 从严治党 扫黑除恶 立德树人 植树造林 复工复产 稳就业 保供稳价 反腐败 赋能 助力 上岗
        配租 见义勇为 打卡 招标
        健全 丰富 繁荣 规范 活跃 壮大 巩固
        优 叫车 补栏 企稳 俏销 首破 首降 落户 扎进 领跑 护航 护河 惠及 晒单 拆迁 揽才 纳凉 摸排 提标
    """,
    "i": """
        共同富裕 老有所养 幼有所育 弱有所扶 病有所医 住有所居 学有所教 万人空巷 一票难求 屡禁不止 沧桑巨变 接诉即办
        一网通办 修旧如旧 绿水青山 金山银山 急难愁盼
    """,
    "t": "今 今起 即日起 本月起 下月起 明年起 今年起 今晨 今晚 本周末 本周六 本周日 下周 下月 本月 月底 年内 岁末年初",
    "d": """
        一键
        全面 全部 全线 全程 双线 免费 公开 提前 积极 同时 同日 首次 首度 集中 再次 持续 深入 逐步 稳步 有序 有效 及时
        统一 联合 共同 相继 陆续 即将 正式 圆满 顺利 最高 最低 怎么 怎样 如何 为何 为什么 怎么办 这样 该不该 全力 着力
        大力 切实 扎实 严格 严肃 认真 主动 自觉 率先 加快 努力 连夜 错时 累计 基本 同比 环比 亩均 人均 户均 日均 年均
    """,
    "y": """
        开张 开工 完工 竣工 通车 贯通 合龙 开幕 闭幕 落幕 收官 开街 开业 开馆 开园 开班 开学 开课 开机 开闸 开捕 开镰
        开市 揭牌 挂牌 上线 上岗 上岸 上市 亮灯 亮相 出炉 归来 来袭 逼近 扩容 提速 提质 增效 封顶 投运 投产 投用 并网
        首演 交付 结清 见效 发车 回港 夺冠 增收 减负 绽放 启程 出发 到家 进村 进山 下乡 归仓 试运行 试开放 焕新颜 到位
        获批 落地 生效 施行 启幕 启航 破土 结束 告捷 丰收 开考 放榜 收市 停运 复航 开航 首航 换装 升空 起飞 下水 下线
        签约 出海 到账 落成 量产 首发 崛起 收成 开港 开考 换新 失守 告急 复工 复产 复课 达标 过半 破亿 翻番
    """,
    "g": """
        项目建设 同比增长 环比增长 转型升级 就业 除险加固 贷款 缴费 帮扶 托管 补贴 存款 优化调整 改造提升 提档升级
        文明城市创建
    """,
}  # fmt: skip
"""Set phrases of the news by class: readers take each for one word and the dictionary does not have them."""

TARGET = Path(__file__).parents[1] / "src/paiban/text/words.txt"


def class_of(kind: str) -> str:
    """A word's class in one letter, as ``phrases`` reads it."""
    return "g" if kind == GERUNDS else "n" if kind[0] == "j" else kind[0]


def is_wanted(word: str, kind: str) -> bool:
    return len(word) <= MOST_CHARACTERS and all("\u4e00" <= c <= "\u9fff" for c in word) and not kind.startswith("nr")


def main(source: Path) -> None:
    rows = (line.split(" ") for line in source.read_text(encoding="utf-8").splitlines())
    counted = [(int(count), word, class_of(kind)) for word, count, kind in rows if is_wanted(word, kind)]
    total = sum(count for count, _, _ in counted)
    counted.sort(key=lambda row: (-row[0], row[1]))
    entries = {word: f"{kind}{round(2 * math.log2(total / count))}" for count, word, kind in counted[:COUNT]}
    for kind, phrases in PHRASES.items():
        for phrase in phrases.split():
            entries[phrase] = f"{kind}{PHRASE_GRADE}"
    lines: dict[str, list[str]] = {}
    for word, entry in sorted(entries.items()):
        lines.setdefault(word[0], []).append(f"{word}{entry}")
    TARGET.write_text("\n".join(" ".join(words) for words in lines.values()) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(entries)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
