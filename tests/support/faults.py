"""Faults that an issue can have, each as the lines that it adds to a page: alone, or two of them on one page.

Those of reading come from ``tests/broken``, a file a fault; those of faces, composition and make-up stand here, by the
code that they bring out; those of a paper's own layout files and faces by the file that has them. ``issue_of`` puts
faults together into one issue file, in either direction.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from os import truncate
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Name

from paiban.issue.table import make_table
from paiban.kinds import KINDS
from paiban.resources import resource_folder
from tests.support.issues import han
from tests.support.tiny_face import tiny_face_path

BROKEN = Path(__file__).parents[1] / "broken"

UNREADABLE = {"P101", "P102", "P103", "P104", "P105", "P106", "P107", "P108", "P109", "P119", "P121", "P122", "P123",
              "P125", "P129", "P150", "P151", "P163", "P164", "P165"}  # fmt: skip
"""Faults of the YAML itself: nothing is left to be set."""


MAKE_UP = frozenset({"P507", "P508", "P515"})
"""What automatic make-up alone can find: ``made_up_issue`` has an issue with each."""

ELSEWHERE: Mapping[str, set[str]] = {
    "there is no issue to be read": {
        "P110", "P111", "P112", "P113", "P114", "P115", "P116", "P120", "P124", "P154", *UNREADABLE,
    },
    "operations on an issue file": {"P155", "P727", "P728"},
    "the program or its own sheet is at fault": {"P236", "P710", "P711", "P712", "P715", "P718", "P719", "P790"},
    "a picture that goes away while the page is set": {"P750"},
    "files that are written": {"P720", "P724", "P725", "P726", "P729", "P733", "P734", "P735"},
    "a page that is painted": {"P765", "P768", "P769"},
    "lists of bookings": {"P770", "P772", "P773", "P774", "P775", "P776", "P779"},
    "ideas of pages, which automatic make-up asks for": {"P272"},
    "the command and its process": {"P780", "P791", "P792", "P793", "P794", "P795", "P796", "P797"},
    "copy that is imported": {f"P80{number}" for number in range(1, 10)},
    "pages that the program makes up": set(MAKE_UP),
}  # fmt: skip
"""Errors that leave no draft, or that none can have, by what they are about."""

OF_PAGES = {"X246", "X248", "X260", "X262"}
"""Of the errors of preflight those that a page of ours can have; the others are of anybody's PDF."""


class Fault(NamedTuple):
    """What a fault adds to an issue: lines above the stories by their key, the lines of stories, and its codes.

    ``pages`` are the lines of a second page; ``fonts`` names a folder of faces that the issue is set with;
    ``confine`` sets it as a server does.
    """

    name: str
    codes: frozenset[str]
    head: dict[str, str]
    stories: str
    pages: str = ""
    fonts: str = ""
    confine: bool = False


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
    "P520": (
        "template",
        "folio: {top: 22.5mm, height: 15mm, mirrored: yes}\n",
        FURNITURE.format("{text: '{page}', foot: 12mm}"),
    ),
    "P235": ("style", "", "roles: {body: {lead_in: 黒}}\n"),
    "P237": ("style", "", "headline_sizes: {5: [12pt, 10pt, 11pt]}\n"),
    "P238": ("style", "", "runs: {江号: {face: 草书}}\n"),
    "P265": ("style", "", "dresses: {青底: {above: 没有}}\n"),
    "P271": ("style", "", "lengths: {hairline: 1pt}\n"),
    "P261": ("press", "", "limits: {picture_ppi_error: 151}\n"),
    "P764": ("press", "", "icc: none.icc\n"),
    "P160": ("style", "", None),
    "P161": ("style", "", None),
    "P704": ("press", "", None),
}
"""A paper's own file with one fault: which, what of the usual one is replaced, by what (or what is added)."""


PRESS = "standard: x1a\ncondition: IFRA26\n"
"""What every print condition says."""

SHELVES = {"template": "templates", "style": "styles", "press": "press"}

FACES = {
    "P301": "faces: {a: {file: none.otf}}\nroles: {song: {faces: a}}\n",
    "P302": "faces: {a: {file: words.otf}}\nroles: {song: {faces: a}}\n",
    "P303": "faces: {a: {file: shut.ttf}}\nroles: {song: {faces: a}}\n",
    "P306": "faces: {a: {file: whole.ttf}}\nroles: {song: {faces: a, marks: nobody}}\n",
    "P305": "roles: {song: {faces: [nobody]}}\n",
    "P316": "faces: {a: {file: whole.ttf, except: [digit]}}\nroles: {song: {faces: a}}\n",
    "P317": "faces: {a: {file: whole.ttf, features: {halfwidth: digits}}}\nroles: {song: {faces: a}}\n",
    "P318": "faces: {a: {file: whole.ttf, as_black_as: nobody}}\nroles: {song: {faces: a}}\n",
    "P308": "faces: {a: {file: words.otf, draw: {'··': '・'}}}\n",
}
"""A folder of faces with one fault."""

MADE = (
    fault("P310", story(headline="“\U0002EE5D”面|开张", body="一碗\U0002EE5D\U0002EE5D面。\n      \n      ## 𰻝")),
    fault("P417", story(body="他说שלום和مرحبا，走了。")),
    fault("P501", story("{columns: 1, rows: 1-12}", body=LONG)),
    fault("P501", story("{columns: 1-2, rows: 1-30}", body=LONG * 3, headline_form="vertical")),
    fault("P503", story("")),
    fault("P551", story("{columns: 1-2, rows: 1-30}", id="host") + "  - picture: good.png\n    with: host\n"),
    fault("P504", story("{columns: 1, rows: 1-20}", headline=han(33))),
    fault("P506", story("{columns: 1-2, rows: 1-2}")),
    fault("P228", story(headline_face="nobody")),
    fault("P225", story(tint="nothing")),
    fault("P717", story(tint="black")),
    fault("P206", PICTURE.format(path="broken.jpg")),
    fault("P751", PICTURE.format(path="words.png")),
    fault("P562", "  - picture: good.png\n    focus: [0.2, 0.5]\n    place: {columns: 3, rows: 1-40}\n"),
    fault("P511", "  - picture: good.png\n    caption: 天地人和上下左右\n    place: {columns: 3, rows: 1-2}\n"),
    fault("P701", ADVERT.format(path="words.pdf")),
    fault("P722", ADVERT.format(path="words.eps")),
    fault("P518", "", section="要" * 90),
    fault("P517", "", credits=f"{{编辑: {han(90)}}}"),
    fault("P517", "", credits=f"{{{', '.join(f'职{n}: {han(9, n)}' for n in range(300))}}}")._replace(name="P517 many"),
    fault("P167", story(optional="[9]")),
    fault("P168", story(optional="[1]", dropped="[1]")),
    fault("P169", story(dropped="[1]")),
    fault("P560", "  - hold: 12行\n    place: {columns: 3-4, rows: 1-20}\n"),
    fault("P135", "", template="half-written"),
    fault("P234", "", style="half-written"),
    fault("P135", "", press="half-written"),
    fault("P152", story(body="天�地")),
    fault("P138", story(kicker="''", deck="'\\u200b'")),
    fault("P420", story(body="天[地人]{不是字样}和。")),
    fault("P714", f"  - briefs: [天地]\n    label: {han(20)}\n    place: {{columns: 1, rows: 1-9}}\n"),
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
    *(fault(code, "", **{kind: code.lower()}) for code, (kind, _, _) in OWN.items() ),
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
    fault("P156", "", page="3-5"),
    fault("P159", "  - picture: good.png\n    caption: 夜景\n" + story(over="nobody")),
    fault("P162", story("{columns: 1-4, rows: 1-20}", widths="[2, 1]")),
    fault("P199", story(**{f"key{number}": "x" for number in range(520)})),
    fault("P217", "")._replace(name="P217 pages", head={"at the top": "template: tabloid"}, pages=OTHER_PAGE),
    fault("P239", PICTURE.format(path="../outside.png"))._replace(confine=True),
    fault("P244", story(""), section="", pages="auto", page_numbers="[2, 3]", page_count="2"),
    fault("P304", "")._replace(name="P304 fonts", fonts="p301"),
    fault("P307", "")._replace(name="P307 fonts", fonts="nowhere"),
    fault("P312", story(body="天𰻝。"), glyphs="{𰻝: words.png}"),
    fault("P314", story(), glyphs="{天地: square.svg}"),
    fault("P315", story(body="天𰻝。"), glyphs="{𰻝: noise.png}"),
    fault("P510", story("{columns: 1-6, rows: 1-70}", body=LONG * 90)),
    fault("P524", f"  - nameplate: 沅江晚报\n    strip: [{han(200)}]\n    place: {{columns: 1-4, rows: 1-14}}\n"),
    fault("P525", "  - nameplate: 沅江晚报\n    place: {columns: 1-4, rows: 1-3}\n"),
    fault("P526", "  - nameplate: 沅江晚报\n" + story("{columns: 1-4, rows: 1-20}")),
    fault("P251", story(id="jia", before="[yi]") + story("{columns: 3-4, rows: 1-20}", id="yi", before="[jia]")),
    fault("P565", story(id="jia", elsewhere="[yi]") + story("{columns: 3-4, rows: 1-20}", id="yi")),
    fault("P570", ADVERT.format(path="good.pdf\n    edge: outer")),
    fault("P566", ADVERT.format(path="good.pdf\n    hand: right")),
    fault("P555", story("{columns: 1-2, rows: 1-20}", copy_size="20pt")),
    fault("P424", story("{columns: 1-2, rows: 1-60}", body=LONG + "[人和]{300%}")),
    fault("P147", "  - classifieds: 天地人\n    items: []\n    place: {columns: 3-4, rows: 1-20}\n")._replace(
        name="P147 items"
    ),
    fault("P142", ADVERT.format(path="good.pdf\n    size: [100, 60]")),
    fault("P554", "  - qr: https://example.com/a\n    size: 6mm\n    place: {columns: 1-2, rows: 1-20}\n"),
    fault("P527", "  - qr: https://example.com/a\n    place: {columns: 1, rows: 2-4}\n"),
    fault("P528", f"  - qr: {han(1500)}\n    level: high\n    place: {{columns: 1-2, rows: 2-9}}\n"),
    fault("P530", story("{columns: 4-9, rows: 1-20}", writing="vertical"), page="2-3", template="tabloid"),
    fault("P534", f"  - classifieds: {han(30)}\n    note: {han(30, 40)}\n    items: [天地人和]\n"
                  "    place: {columns: 1-2, rows: 1-10}\n"),
    fault("P535", "  - index: 导读\n    items: [nobody]\n    place: {columns: 5-6, rows: 1-24}\n"),
    fault("P536", "  - index: 导读\n    items: [rail]\n    place: {columns: 5-6, rows: 1-24}\n"
                  "  - id: rail\n    briefs: [天地]\n    place: {columns: 1, rows: 1-20}\n"),
    fault("P538", "  - index: 导读\n    items: [{page: 3}]\n    place: {columns: 5-6, rows: 1-24}\n"),
    fault("P541", f"  - table: |\n      {' | '.join(['天地人和'] * 6)}\n      {' | '.join(['123456789.25'] * 6)}\n"
                  "    place: {columns: 1, rows: 1-20}\n"),
    fault("P721", ADVERT.format(path="rgb.pdf")),
    fault("P740", ADVERT.format(path="word.pdf")),
    fault("P742", "".join(ADVERT.format(path=f"spot{n}.pdf").replace("3-4", f"{n}") for n in (1, 2)), press="spot"),
    fault("P755", PICTURE.format(path="large.png")),
    fault("P756", PICTURE.format(path="spots.tif")),
    fault("P781", "  - nameplate: 沅江晚报\n    art: empty.svg\n    place: {columns: 1-4, rows: 1-14}\n"),
    fault("X246", PICTURE.format(path="good.png")),
    fault("X248", PICTURE.format(path="line.png")),
    fault("X260", story(tint="heavy"), style="heavy-ink"),
    fault("X262", story(tint="heavy"), style="heavy-ink"),
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


def made_up_issue(code: str) -> str:
    """An issue of which automatic make-up makes no page, for an error of ``MAKE_UP``."""
    full = story("{columns: 1-6, rows: 1-71}", body=han(3600))
    stories, pages = {
        "P507": (full + story("", body=han(900)), "page: 2"),
        "P508": (story("", headline="天地人和" * 20, body=han(300), weight="5"), "page: 2"),
        "P515": (story("", body=han(12_000)), "pages: auto\npage_count: 1"),
    }[code]
    return f"date: 2022-03-31\n{pages}\nsection: 要闻\ntemplate: tabloid\nstories:\n{stories}"


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
        needed = PRESS if kind == "press" else ""
        if words is None:
            continue
        text = (
            f"name: {name}\n{needed}{words}"
            if kind != "template"
            else own.replace(usual, words)
            if usual
            else own + words
        )
        layout[f"{SHELVES[kind]}/{name}"] = text
    put_faces(folder / "fonts")
    layout |= {
        "styles/heavy-ink": "name: heavy-ink\ncolours: {heavy: [100, 100, 100, 20]}\n",
        "styles/p160": "PK\x03\x04 no sheet",
        "styles/p161": "",
        "press/spot": f"name: spot\n{PRESS}limits: {{spot_plates: 1}}\n",
        "press/p704": "name: p704\nstandard: x4\ncondition: IFRA26\n",
    }
    for name, text in layout.items():
        path = folder / "layout" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def put_adverts_and_pictures(folder: Path) -> None:
    """A good advert, a locked one, one in RGB, three with spots; pictures with a fault each."""
    from PIL import Image  # noqa: PLC0415

    from tests.unit.preflight.breakers import TINT  # noqa: PLC0415
    from tests.unit.preflight.good_pdf import good  # noqa: PLC0415

    (folder / "good.pdf").write_bytes(good().finished())
    (folder / "word.pdf").write_bytes(b"PK\x03\x04 no PDF")
    rgb = good()
    rgb.draw("1 0 0 rg 30 30 9 9 re f")
    (folder / "rgb.pdf").write_bytes(rgb.finished())
    for number in (1, 2):
        spot = good()
        spot.space(pikepdf.Array([Name.Separation, Name(f"/HKS 1{number}"), Name.DeviceCMYK, TINT]))
        spot.draw("/New cs 1 scn 30 30 20 20 re f")
        (folder / f"spot{number}.pdf").write_bytes(spot.finished())
    locked = good()
    locked.save = {"encryption": pikepdf.Encryption(user="u", owner="o"), "deterministic_id": None,
                   "stream_decode_level": None}  # fmt: skip
    (folder / "locked.pdf").write_bytes(locked.finished())
    whole = (folder / "good.png").read_bytes()
    (folder.parent / "outside.png").write_bytes(whole)
    (folder / "large.png").write_bytes(whole)
    truncate(folder / "large.png", 401_000_000)
    (folder / "cut.png").write_bytes(whole[:8] + b"no header")
    (folder / "huge.png").write_bytes(whole[:16] + (30_000).to_bytes(4, "big") * 2 + whole[24:])
    Image.new("F", (60, 40)).save(folder / "float.tif")
    Image.new("1", (60, 40)).save(folder / "line.png")
    Image.effect_noise((600, 600), 100).save(folder / "noise.png")
    (folder / "spots.tif").write_bytes(five_samples())
    for name, inside in (("square", '<path d="M1 1h4v4H1z"/>'), ("empty", "")):
        (folder / f"{name}.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>')


def five_samples() -> bytes:
    """The head of a TIFF of 10 × 10 pixels, each of five samples of 8 bits: CMYK and a spot."""
    tags = {256: 10, 257: 10, 258: 8, 262: 5, 277: 5, 338: 0}
    entries = b"".join(struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in tags.items())
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4)


def put_faces(folder: Path) -> None:
    """A folder of faces a fault."""
    shut = TTFont(tiny_face_path())
    shut["OS/2"].fsType = 2
    for code, words in FACES.items():
        path = folder / code.lower() / "fonts.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
        (path.parent / "words.otf").write_text("no face")
        shut.save(path.parent / "shut.ttf")
        copyfile(tiny_face_path(), path.parent / "whole.ttf")
