"""Make the cookbook, the gallery and the manual's pictures of samples: ``python docs/make.py``.

Every picture is what the command makes of what is shown.

A recipe (``cookbook/recipes.yaml``) is a wish and its lines; the page and the picture come from the same lines. The
gallery shows the pages of the sample paper under ``issues/yuanjiang``, the manual those of the other samples too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from PIL import Image, ImageChops

from paiban.cli import main
from paiban.cli.new import BEGINNINGS, Beginning
from paiban.issue.spelling import spelt
from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.language import Words
from paiban.value import NamedTuple

DOCS = Path(__file__).parent
SAMPLES = DOCS.parent / "issues"
SAMPLE = SAMPLES / "yuanjiang"
LAYOUT = DOCS / "cookbook" / "layout"
TABLE = make_table(KINDS.readings)

HEAD = """\
日期: 2026-11-27
版次: 1
版名: 食谱
"""
"""What stands above the lines of a recipe."""

CARD = "版式: card\n"
"""The template of a recipe that chooses no other."""

STORIES = Words("稿件:\n", "stories:\n")

WIDEST = 400
"""Pixels of the longer side of a recipe's picture."""

SHADES, MOST_SHADES = 64, 256
"""Colours of a picture of the documentation: of a recipe's, enough for type and few bytes; of a page's."""

DPI = 144
"""Proofs of pages are drawn so fine, then made smaller."""

PASSES = 3
"""So often the colours are drawn nearer to what they stand for: a small red block keeps its red on a blue page."""

SHOWN_WIDE = 720
"""Pixels across a page of the gallery, the white round its trim included; a spread has as much again."""

MANUAL = {
    "essay": (1100, ("essay/8",)),
    "front": (1100, ("yuanjiang/daily/1", "classifieds/7")),
    "heads": (1100, ("heads/5", "heads/6")),
    "kaifaqu-shizheng": (1720, ("kaifaqu-shizheng/2",)),
    "over": (1100, ("over/5",)),
    "paragraph-styles": (1320, ("tables/7",)),
    "pictures": (1320, ("pictures/4",)),
    "tables": (1170, ("tables/6",)),
}
"""By the name of a picture of the manual: its height in pixels, and the pages of samples side by side in it."""


class Recipe(NamedTuple):
    """A wish in both languages, and with Chinese keys what it says of the page, if anything, and its blocks."""

    wish: Words
    page: str
    lines: str

    @property
    def issue(self) -> str:
        """The issue of one card that has these lines."""
        blocks = "".join(f"  {line}" for line in self.lines.splitlines(keepends=True))
        return f"{self.head}{self.page}{STORIES.zh}{blocks}"

    @property
    def head(self) -> str:
        """What stands above, and is not shown."""
        return HEAD if "版式:" in self.page else HEAD + CARD

    def said(self, lang: str) -> str:
        """The lines with the keys of a language; the page's own and the key of its blocks only where it has some."""
        text = spelt(self.issue, TABLE, lang).removeprefix(spelt(self.head, TABLE, lang))
        if self.page:
            return text
        return "".join(line.removeprefix("  ") for line in text.splitlines(keepends=True)[1:])


def recipes() -> list[Recipe]:
    """All recipes, in their order."""
    items = yaml.safe_load((DOCS / "cookbook" / "recipes.yaml").read_text("utf-8"))
    return [Recipe(Words(item["zh"], item["en"]), item.get("page", ""), item["yaml"]) for item in items]


def proofs(issue: Path, folder: Path, dpi: int, *more: str) -> Iterator[Path]:
    """The pictures that ``paiban proof`` makes of an issue, a page each."""
    if main(["proof", str(issue), "--dpi", str(dpi), "-q", "-o", str(folder / "page.png"), *more]) != 0:
        raise SystemExit(f"{issue} does not set")
    yield from sorted(folder.glob("page*.png"))


def trimmed(path: Path, margin: int) -> Image.Image:
    """A picture without the white around what stands in it."""
    image = Image.open(path).convert("RGB")
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    left, top, right, foot = box or (0, 0, *image.size)
    return image.crop((max(0, left - margin), max(0, top - margin), right + margin, foot + margin))


def keep(image: Image.Image, file: Path, shades: int = SHADES) -> None:
    """Write a picture in a few colours."""
    file.parent.mkdir(parents=True, exist_ok=True)
    image.quantize(shades, kmeans=PASSES, dither=Image.Dither.NONE).save(file, optimize=True)


def make_cards() -> None:
    """The picture of every recipe."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for own in ("pictures", "art", "ads"):
            (folder / own).symlink_to(SAMPLE / "daily" / own)
        for number, recipe in enumerate(recipes(), 1):
            (folder / "issue.yaml").write_text(recipe.issue, "utf-8")
            (card,) = proofs(folder / "issue.yaml", folder, 84, "--layout", str(LAYOUT))
            picture = trimmed(card, 10)
            picture.thumbnail((WIDEST, WIDEST))
            keep(picture, DOCS / "images" / "cookbook" / f"{number:02}.png")


COOKBOOK = Words(
    """\
# 食谱

[English](cookbook.md)

<!-- 由 `python docs/make.py` 写成。 -->

每一条是一个愿望、十来行 YAML 和排出来的样子。这些行放在 `稿件:` 下面；用到的图在 `issues/yuanjiang/daily` 里，
`paiban new 文件夹 --kind 整期` 会把它们带过来。每个键的意思见 [issue-file.md](issue-file.md)，
整版的样子见[版面集](gallery.zh-CN.md)。

""",
    """\
# Cookbook

[中文](cookbook.zh-CN.md)

<!-- Written by `python docs/make.py`. -->

A wish, its lines of YAML, and what comes of them. The lines stand under `stories:`; the pictures that they name are in
`issues/yuanjiang/daily`, and `paiban new DIR --kind issue` brings them along. [issue-file.md](issue-file.md) says what
each key means, the [gallery](gallery.md) shows whole pages.

""",
)


def cookbook(lang: str) -> str:
    """The page of all recipes."""
    parts = [COOKBOOK.said(lang)]
    for number, recipe in enumerate(recipes(), 1):
        wish = recipe.wish.said(lang)
        parts.append(
            f"## {number}. {wish}\n\n```yaml\n{recipe.said(lang)}```\n\n![{wish}](images/cookbook/{number:02}.png)\n\n"
        )
    return "".join(parts).rstrip("\n") + "\n"


# ---- the gallery -----------------------------------------------------------------------------------------------------

GALLERY = Words(
    """\
# 版面集

[English](gallery.md)

<!-- 由 `python docs/make.py` 写成。 -->

一份编出来的晚报，一个星期里各种版。每一版都是随软件来的，一条命令就能从它做起：改掉稿件和图片，就是自己的版。
地名、单位都是编的，图是程序画的。源文件在 `issues/yuanjiang`。看版的标准见[最后](#看版的标准)。

""",
    """\
# Gallery

[中文](gallery.zh-CN.md)

<!-- Written by `python docs/make.py`. -->

An invented evening paper, with the kinds of page that a week has. Each comes along, and one command begins with it:
change copy and pictures, and it is a page of your own. Places and firms are invented, pictures are drawn by program.
The sources are in `issues/yuanjiang`. How pages are judged stands [at the end](#how-pages-are-judged).

""",
)

SHOWN = {
    "front": Words(
        "报头、报眼里的导读、两行副题的头条、公告；头条下转二版。",
        "Nameplate with the index in its ear, a lead with a kicker and two decks that goes on on page 2, notices.",
    ),
    "inside": Words(
        "头条带提要，问答，竖题，圈码简讯，图跟着稿件走。",
        "A lead with a pull quote, questions and answers, an upright headline, numbered briefs.",
    ),
    "spread": Words(
        "一张图横过两版，题压在图上；正文的栏不跨中缝。",
        "One picture across both pages with the headline on it; legs of copy keep off the fold.",
    ),
    "data": Words(
        "菜价、天气、车次、水位、节目、船期、联赛：九张表，一个样子。",
        "Prices, weather, timetables, programmes, results: nine tables of one dress.",
    ),
    "classified": Words(
        "六十条分类广告按类排进六栏，计行计价；公告六则。", "Sixty classifieds in six categories, counted and priced."
    ),
    "photo": Words(
        "主图压题，六张图从早到晚，文字只占一角。",
        "A head on the dominant picture, five smaller ones from morning to night.",
    ),
    "poster": Words(
        "一张出血的图铺满一版，没有报眉，题和诗压在图上。",
        "One picture that bleeds, no running head, a headline and a poem on it.",
    ),
    "halves": Words(
        "一张对开上的两个四开，各是一版；`--halves` 分成两半。",
        "Two tabloid pages on one sheet, each by itself; `--halves` parts them.",
    ),
    "supplement": Words(
        "散文、诗、信，行距放宽，首字下沉，图给文字让路。", "Essay, poem and letter on an open leading."
    ),
    "feature": Words(
        "一篇长文占一版，图、提要、链接都在它里面。", "One long story; picture, pull quote and sidebars inside it."
    ),
    "vertical": Words(
        "整版直排，从右往左读，诗也直排。", "A whole page of vertical writing, read from the right."
    ),
    "names": Words(
        "四百多个名字分组，两个字的匀到三个字宽。", "More than four hundred names in groups, evenly spaced."
    ),
}  # fmt: skip
"""What each page of the gallery shows."""

SCALE = Words(
    """\
## 看版的标准

每一版在 80 和 200 dpi 各看一遍，六条各打 0 到 10 分，取平均；有一条低于 6 的先改再看。

| 看什么 | 10 分 | 6 分 | 3 分 |
| --- | --- | --- | --- |
| 轻重 | 一眼看出头条，其余依次 | 头条要找一下 | 分不出 |
| 图 | 一张为主，裁得好，挨着稿件 | 大小差不多 | 散、挤、裁坏 |
| 标题 | 大小、字体、断行都顺 | 有一处断得勉强 | 碰题、断错 |
| 正文 | 灰度匀，栏脚齐，没有孤行 | 个别松行 | 松紧不一 |
| 留白 | 白在边上和题旁 | 有一块闲白 | 空洞、拥挤 |
| 合用 | 主编肯签字 | 改一处再签 | 重做 |
""",
    """\
## How pages are judged

Each page is looked at at 80 and at 200 dpi, with 0 to 10 points for each of six things; the mean counts, and a page
with one below 6 is mended and looked at again.

| what | 10 | 6 | 3 |
| --- | --- | --- | --- |
| order | the lead is seen at once, the rest in turn | the lead has to be looked for | none |
| pictures | one dominates, well cropped, beside its story | all of a size | adrift, crowded, cut |
| headlines | sizes, faces and breaks are right | one break is forced | they butt or break badly |
| copy | even grey, level feet, no widows | a loose line here and there | tight beside loose |
| white | at the edges and round the heads | one idle patch | holes, crowding |
| use | an editor would sign it | after one change | do it again |
""",
)


def page_name(begin: Beginning) -> str:
    """What the picture of a page of the gallery is called: its first page."""
    return f"{begin.issue}-{begin.pages[0]}.png"


def make_gallery() -> None:
    """The picture of every page of the sample paper."""
    for issue in sorted({begin.issue for begin in BEGINNINGS.values() if begin.pages}):
        with tempfile.TemporaryDirectory() as name:
            for path in proofs(SAMPLE / issue / "issue.yaml", Path(name), DPI):
                number, *second = path.stem.removeprefix("page-").split("-")
                image = Image.open(path).convert("RGB")
                across = SHOWN_WIDE * (2 if second else 1)
                image = image.resize((across, image.height * across // image.width), Image.Resampling.LANCZOS)
                keep(image, DOCS / "images" / "gallery" / f"{issue}-{number}.png", MOST_SHADES)


def make_manual() -> None:
    """The pictures that the manual shows of the samples."""
    for name, (height, pages) in MANUAL.items():
        image = side_by_side([proof_of(page, height) for page in pages])
        keep(image, DOCS / "images" / f"{name}.png", MOST_SHADES)


def proof_of(page: str, height: int) -> Image.Image:
    """The proof of a page of a sample, by its folder and number."""
    sample, _, number = page.rpartition("/")
    with tempfile.TemporaryDirectory() as folder:
        (path,) = proofs(SAMPLES / sample / "issue.yaml", Path(folder), DPI, "--page", number)
        image = Image.open(path).convert("RGB")
    return image.resize((image.width * height // image.height, height), Image.Resampling.LANCZOS)


def side_by_side(images: list[Image.Image]) -> Image.Image:
    """Pictures of one height, one beside another."""
    whole = Image.new("RGB", (sum(image.width for image in images), images[0].height))
    for number, image in enumerate(images):
        whole.paste(image, (sum(before.width for before in images[:number]), 0))
    return whole


def gallery(lang: str) -> str:
    """The page that shows them."""
    parts = [GALLERY.said(lang)]
    for key, shown in SHOWN.items():
        begin = BEGINNINGS[key]
        name = begin.zh if lang == "zh" else key
        folder = "文件夹" if lang == "zh" else "DIR"
        parts.append(f"## {begin.zh if lang == 'zh' else key.capitalize()}\n\n{shown.said(lang)}\n\n")
        parts.append(f"`paiban new {folder} --kind {name}`\n\n![{name}](images/gallery/{page_name(begin)})\n\n")
    return "".join([*parts, SCALE.said(lang)])


def write() -> None:
    """All pictures and pages."""
    make_cards()
    make_gallery()
    make_manual()
    for name, page in (("cookbook", cookbook), ("gallery", gallery)):
        (DOCS / f"{name}.md").write_text(page("en"), "utf-8")
        (DOCS / f"{name}.zh-CN.md").write_text(page("zh"), "utf-8")


if __name__ == "__main__":
    write()
