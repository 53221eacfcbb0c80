"""An evening's folder as it comes in: nine stories as Word files, three photographs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

from PIL import Image, ImageDraw

from tests.unit.intake.word import document, paragraph

SENTENCES = (
    "三月的河岸上，春风吹绿了两排新栽的柳树。", "工地上机器不停，桥墩已经露出水面，工期比原来早了十天。",
    "镇里的图书室添了书架，放学以后孩子们在这里写作业。", "新修的水渠通了水，八百亩麦田赶在返青以前浇了一遍。",
    "渡口的候船室翻修一新，来往的人有了避风的地方。", "合作社把种子和农药送到田头，技术员挨家讲用法。",
    "街边的小店换了统一的招牌，夜里亮起灯来像一条河。", "这座水厂用上了新的滤池，出水的浊度降到了原来的一半。",
)  # fmt: skip
"""Copy about nobody."""

STORIES = (
    ("新桥合龙两岸通车", 760), ("春灌开闸八百亩", 420), ("图书室搬进老粮站", 360), ("渡口今日恢复通航", 300),
    ("水厂滤池换新", 260), ("沿街招牌亮灯", 240), ("种子送到田头", 220), ("柳堤植树收尾", 200), ("候船室翻修完工", 180),
)  # fmt: skip
PICTURES = ("1-新桥合龙两岸通车", "2-春灌开闸八百亩", "3-图书室搬进老粮站")


def copy_of(length: int, first: int) -> Iterator[str]:
    """Paragraphs of about a hundred characters that come to ``length``."""
    words = ""
    number = first
    while length > 0:
        words += SENTENCES[number % len(SENTENCES)]
        length -= len(SENTENCES[number % len(SENTENCES)])
        number += 3
        if len(words) > 90 or length <= 0:
            yield words
            words = ""


def photograph(seed: int) -> bytes:
    """Hills and a river under a sky, fine enough for newsprint."""
    image = Image.new("RGB", (1800, 1200), (205 - 12 * seed, 222, 236))
    drawing = ImageDraw.Draw(image)
    for hill in range(4):
        top = 420 + 130 * hill
        edge = [(x, top + ((x // 90 * (seed + 3) * 37 + hill * 53) % 170)) for x in range(0, 1801, 90)]
        drawing.polygon([*edge, (1800, 1200), (0, 1200)], fill=(120 - 18 * hill, 160 - 14 * hill, 110 - 12 * hill))
    stream = BytesIO()
    image.save(stream, "JPEG", quality=88, dpi=(300, 300))
    return stream.getvalue()


def evening() -> Mapping[str, bytes]:
    """The files by their names."""
    files = {
        f"{number}-{title}.docx": document(
            paragraph(title, style="1"), *(paragraph(words) for words in copy_of(length, number))
        )
        for number, (title, length) in enumerate(STORIES, 1)
    }
    return files | {f"{name}.jpg": photograph(seed) for seed, name in enumerate(PICTURES)}
