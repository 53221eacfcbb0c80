"""Faults that an issue can have, each as the lines that it adds to a page: alone, or two of them on one page.

Those of reading come from ``tests/broken``, a file a fault; those of faces, composition and make-up stand here, by the
code that they bring out; those of a paper's own layout files and faces by the file that has them. ``issue_of`` puts
faults together into one issue file, in either direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf

from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.resources import resource_folder
from tests.support.issues import han

BROKEN = Path(__file__).parents[1] / "broken"

UNREADABLE = {"P102", "P103", "P104", "P105", "P106", "P107", "P108", "P109", "P119", "P121", "P122", "P123", "P125",
              "P129", "P150", "P151"}  # fmt: skip
"""Faults of the YAML itself: nothing is left to be set."""


class Fault(NamedTuple):
    """What a fault adds to an issue: lines above the stories by their key, the lines of stories, and its codes.

    ``pages`` are the lines of a second page; ``fonts`` names a folder of faces that the issue is set with.
    """

    name: str
    codes: frozenset[str]
    head: dict[str, str]
    stories: str
    pages: str = ""
    fonts: str = ""


HEAD = {"date": "date: 2022-03-31", "page": "page: 2", "section": "section: 要闻"}
"""What every page has."""

PAGE_KEYS = frozenset(make_table(KINDS.readings).page.keys)

LONG = "天地人和上下左右中大小多少年月日" * 20


def fault(codes: str, stories: str, **head: str) -> Fault:
    """A fault whose stories are written as in a file."""
    name = f"{codes} {head or stories.strip()[:30]}"
    return Fault(name, frozenset(codes.split()), {key: f"{key}: {value}" for key, value in head.items()}, stories)


def story(
    place: str = "{columns: 1-2, rows: 1-20}", headline: str = "春天来了", body: str = "天地人和。", **keys: str
) -> str:
    """The lines of a story."""
    lines = [f"headline: {headline}", f"body: {body}", *(f"{key}: {value}" for key, value in keys.items())]
    lines += [f"place: {place}"] if place else []
    return "  - " + "\n    ".join(lines) + "\n"


PICTURE = "  - picture: {path}\n    caption: 夜景如画\n    place: {{columns: 3-4, rows: 1-20}}\n"
ADVERT = "  - advert: {path}\n    place: {{columns: 3-4, rows: 30-50}}\n"

JUMPING = """  - headline: 春天来了
    body: |
      天地人和。
      上下左右。
    jump: {{page: {page}, paragraph: {paragraph}}}
    place: {{columns: 1-2, rows: 1-20}}
"""
PAGE = "  - page: {number}\n    section: 时政\n    stories:\n{stories}"

OTHER_PAGE = PAGE.format(number=3, stories="")

FURNITURE = "furniture:\n  - {}\n"
OWN = {
    "P230": ("template", "width: 270mm", "width: 190mm"),
    "P231": ("template", "grid_top: 40mm", "grid_top: 366mm"),
    "P232": ("template", "lead: {columns: 1-4", "lead: {columns: 1-9"),
    "P233": ("template", "top: 0%, foot: 42%", "top: 50%, foot: 42%"),
    "P147": ("template", "整版: [225mm, 345mm]", "整版: [225mm]"),
    "P266": ("template", "", FURNITURE.format("{text: '{dat}', foot: 12mm}")),
    "P267": ("template", "", FURNITURE.format("{text: 甲, foot: 60mm}")),
    "P268": ("template", "", FURNITURE.format("{text: 甲, line: thick, foot: 12mm}")),
    "P269": ("template", "", FURNITURE.format("{foot: 12mm}")),
    "P519": ("template", "", FURNITURE.format("{text: " + "长" * 150 + ", foot: 12mm}")),
    "P520": ("template", "folio: {top: 22.5mm, height: 15mm}\n", FURNITURE.format("{text: '{page}', foot: 12mm}")),
    "P235": ("style", "", "roles: {body: {lead_in: 黒}}\n"),
    "P237": ("style", "", "headline_sizes: {5: [12pt, 10pt, 11pt]}\n"),
    "P238": ("style", "", "runs: {江号: {face: 草书}}\n"),
    "P265": ("style", "", "dresses: {青底: {above: 没有}}\n"),
    "P271": ("style", "", "lengths: {hairline: 1pt}\n"),
    "P261": ("press", "", "limits: {picture_ppi_error: 151}\n"),
    "P764": ("press", "", "icc: none.icc\n"),
}
"""A paper's own file with one fault: which, what of the usual one is replaced, by what (or what is added)."""


SHELVES = {"template": "templates", "style": "styles", "press": "press"}

FACES = {
    "P301": "faces: {a: {file: none.otf}}\nroles: {song: {faces: a}}\n",
    "P302": "faces: {a: {file: words.otf}}\nroles: {song: {faces: a}}\n",
    "P305": "roles: {song: {faces: [nobody]}}\n",
    "P308": "faces: {a: {file: words.otf, draw: {'··': '・'}}}\n",
}
"""A folder of faces with one fault."""

MADE = (
    fault("P310", story(headline="“𰻝”面|开张", body="一碗𰻝𰻝面。\n      \n      ## 𰻝")),
    fault("P417", story(body="他说שלום和مرحبا，走了。")),
    fault("P501", story("{columns: 1, rows: 1-12}", body=LONG)),
    fault("P501", story("{columns: 1-2, rows: 1-30}", body=LONG * 3, headline_form="vertical")),
    fault("P503", story("")),
    fault("P504", story("{columns: 1, rows: 1-20}", headline=han(33))),
    fault("P506", story("{columns: 1-2, rows: 1-2}")),
    fault("P228", story(headline_face="nobody")),
    fault("P225", story(tint="nothing")),
    fault("P717", story(tint="black")),
    fault("P206", PICTURE.format(path="broken.jpg")),
    fault("P751", PICTURE.format(path="words.png")),
    fault("P511", "  - picture: good.png\n    caption: 天地人和上下左右\n    place: {columns: 3, rows: 1-2}\n"),
    fault("P701", ADVERT.format(path="words.pdf")),
    fault("P722", ADVERT.format(path="words.eps")),
    fault("P518", "", section="要" * 90),
    fault("P517", "", credits=f"{{编辑: {han(90)}}}"),
    fault("P135", "", template="half-written"),
    fault("P234", "", style="half-written"),
    fault("P135", "", press="half-written"),
    fault("P152", story(body="天�地")),
    fault("P138", story(kicker="''", deck="'\\u200b'")),
    fault("P420", story(body="天[地人]{不是字样}和。")),
    fault("P714", "  - briefs: [天地]\n    label: 上下左右中大小多少年月\n    place: {columns: 1, rows: 1-9}\n"),
    fault("P716", story(box="heavy"), style="heavy"),
    fault("P713", story(), style="tight"),
    fault("P264", story(tint="hairline")),
    fault("P702", ADVERT.format(path="good.pdf\n    pdf_page: 7")),
    fault("P703", ADVERT.format(path="locked.pdf")),
    fault("P739", ADVERT.format(path="good.pdf\n    size: 没有")),
    fault("P745", ADVERT.format(path="good.pdf\n    size: [70mm, 90mm]")),
    fault("P746", ADVERT.format(path="good.pdf").replace("3-4", "3").replace("30-50", "30-33")),
    fault("P748", ADVERT.format(path="good.png\n    size: [50mm, 90mm]")),
    fault("P753", PICTURE.format(path="cut.png")),
    fault("P754", PICTURE.format(path="huge.png")),
    fault("P757", PICTURE.format(path="float.tif")),
    *(fault(code, "", **{kind: code.lower()}) for code, (kind, _, _) in OWN.items()),
    *(fault(code, "")._replace(name=f"{code} fonts", fonts=code.lower()) for code in FACES),
    fault("P240", "", pages="auto"),
    fault("P241", "", pages="auto", page_numbers="[2, 2]"),
    fault("P242", "", pages="auto", page_numbers="[2]", page_count="3"),
    fault("P243", story("", page="9"), pages="auto", page_count="1"),
    fault("P248", story(), pages="auto", page_count="1"),
    fault("P514", story(""), pages="auto", page_count="1"),
    fault("P216", story())._replace(name="P216 pages", pages=PAGE.format(number=2, stories=story(columns="x"))),
    fault("P246", JUMPING.format(page=2, paragraph=2))._replace(name="P246 pages", pages=OTHER_PAGE),
    fault("P247", JUMPING.format(page=3, paragraph=9))._replace(name="P247 pages", pages=OTHER_PAGE),
    fault("P243", JUMPING.format(page=4, paragraph=2))._replace(name="P243 pages", pages=OTHER_PAGE),
)  # fmt: skip


def broken_faults() -> Iterator[Fault]:
    """The faults of ``tests/broken`` that leave something to be set, of issues of one page."""
    for path in sorted(BROKEN.glob("*.yaml")):
        first, _, text = path.read_text("utf-8").partition("\n")
        codes = frozenset(re.findall(r"P\d{3}", first))
        head, found, stories = text.partition("\nstories:\n")
        if codes & UNREADABLE or not found or "\nstories:" in stories:
            continue
        keys = {line.partition(":")[0].strip() or line: line for line in head.splitlines()}
        yield Fault(path.stem, codes, keys, stories.rstrip("\n") + "\n")


def faults() -> tuple[Fault, ...]:
    """All of them."""
    return (*broken_faults(), *MADE)


def issue_of(*together: Fault, vertical: bool = False) -> str:
    """One issue with faults, in the order in which they are given."""
    head: dict[str, str] = {}
    for each in (*together, Fault("", frozenset(), HEAD, "")):
        head = {**each.head, **head}
    if vertical:
        head["writing"] = "writing: vertical"
    stories = "".join(each.stories for each in together) or story()
    if head.get("pages") == "pages: auto":
        del head["page"]
    further = next((each.pages for each in together if each.pages), "")
    if not further or "pages" in head:
        return "\n".join([*head.values(), "stories:", stories, ""])
    own = [line for key, line in head.items() if key in PAGE_KEYS]
    shared = [line for key, line in head.items() if key not in PAGE_KEYS]
    first = "\n".join(["  - " + own[0], *(f"    {line}" for line in [*own[1:], "stories:"])])
    return "\n".join([*shared, "pages:", first, indented(stories), further or ""])


def indented(lines: str) -> str:
    """Lines two blanks further in."""
    return re.sub(r"(?m)^(?=.)", "  ", lines.rstrip(""))


def fonts_of(together: Sequence[Fault], folder: Path) -> Path | None:
    """The folder of faces that the first of some faults brings along."""
    return next((folder / "fonts" / each.fonts for each in together if each.fonts), None)


def put_files(folder: Path) -> None:
    """The files that the faults name: pictures, adverts and layout files, most of them no good."""
    from PIL import Image  # noqa: PLC0415

    Image.new("RGB", (60, 40), "grey").save(folder / "good.png")
    for name in ("picture.png", "folder.png"):
        source = BROKEN / name
        if source.is_file():
            (folder / name).write_bytes(source.read_bytes())
        else:
            (folder / name).mkdir(exist_ok=True)
    (folder / "words.png").write_text("no picture")
    (folder / "words.pdf").write_text("no PDF")
    (folder / "words.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n")
    put_adverts_and_pictures(folder)
    layout = {
        "templates/half-written": "name: half-written\nwidth: 100mm\nheight: 200mm\n",
        "styles/half-written": "name: half-written\nroles: {body: {face: nobody, colour: nothing}}\n",
        "press/half-written": "name: half-written\nicc: lost.icc\n",
        "styles/heavy": "name: heavy\nlines: {heavy: 20pt}\n",
        "styles/tight": "name: tight\nroles: {body: {tracking: -100}}\n",
    }
    tabloid = (resource_folder("layout") / "templates" / "tabloid.yaml").read_text("utf-8")
    for code, (kind, usual, words) in OWN.items():
        name = code.lower()
        own = tabloid.replace("name: tabloid", f"name: {name}")
        needed = "standard: x1a\ncondition: IFRA26\n" if kind == "press" else ""
        text = (
            f"name: {name}\n{needed}{words}"
            if kind != "template"
            else own.replace(usual, words)
            if usual
            else own + words
        )
        layout[f"{SHELVES[kind]}/{name}"] = text
    for code, words in FACES.items():
        path = folder / "fonts" / code.lower() / "fonts.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
        (path.parent / "words.otf").write_text("no face")
    for name, text in layout.items():
        path = folder / "layout" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def put_adverts_and_pictures(folder: Path) -> None:
    """A good advert and a locked one; a picture cut short, one that says that it is huge, one of numbers."""
    from PIL import Image  # noqa: PLC0415

    from tests.unit.preflight.good_pdf import good  # noqa: PLC0415

    (folder / "good.pdf").write_bytes(good().finished())
    locked = good()
    locked.save = {"encryption": pikepdf.Encryption(user="u", owner="o"), "deterministic_id": None,
                   "stream_decode_level": None}  # fmt: skip
    (folder / "locked.pdf").write_bytes(locked.finished())
    whole = (folder / "good.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[:8] + b"no header")
    (folder / "huge.png").write_bytes(whole[:16] + (30_000).to_bytes(4, "big") * 2 + whole[24:])
    Image.new("F", (60, 40)).save(folder / "float.tif")
