"""Faults that an issue can have, each as the lines that it adds to a page: alone, or two of them on one page.

Those of reading come from ``tests/broken``, a file a fault; those of faces, composition and make-up stand here, by the
code that they bring out. ``issue_of`` puts faults together into one issue file, in either direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support.issues import han

BROKEN = Path(__file__).parents[1] / "broken"

UNREADABLE = {"P102", "P103", "P104", "P105", "P106", "P107", "P108", "P109", "P119", "P121", "P122", "P123", "P125",
              "P129", "P150", "P151"}  # fmt: skip
"""Faults of the YAML itself: nothing is left to be set."""


class Fault(NamedTuple):
    """What a fault adds to an issue: lines above the stories by their key, the lines of stories, and its codes."""

    name: str
    codes: frozenset[str]
    head: dict[str, str]
    stories: str


HEAD = {"date": "date: 2022-03-31", "page": "page: 2", "section": "section: 要闻"}
"""What every page has."""

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
    fault("P750", PICTURE.format(path="broken.jpg")),
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
    stories = "".join(each.stories for each in together)
    return "\n".join([*head.values(), "stories:", stories or story(), ""])


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
    layout = {
        "templates/half-written": "name: half-written\nwidth: 100mm\nheight: 200mm\n",
        "styles/half-written": "name: half-written\nroles: {body: {face: nobody, colour: nothing}}\n",
        "press/half-written": "name: half-written\nicc: lost.icc\n",
    }
    for name, text in layout.items():
        path = folder / "layout" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
