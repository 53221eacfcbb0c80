"""Adverts judged before they are placed."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from paiban.diagnostic import Diagnostic, Severity, render_text
from paiban.display import Artwork, Rect
from paiban.engine import set_issue
from paiban.engine.adverts import check_adverts
from paiban.engine.house import House
from paiban.span import Span
from paiban.units import mm
from tests.support.issues import codes, issue_text, place, set_blocks, tiny_fonts
from tests.support.tiny_page import page_of
from tests.unit.preflight.breakers import TINT, layer
from tests.unit.preflight.good_pdf import good, press

RGB = "1 0 0 rg 30 30 20 20 re f"
PRESS = press()


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


def advert(path: Path, page: int = 1, span: Span | None = None, side: float = 100) -> Artwork:
    """An advert of 100 mm at its own size, or larger or smaller."""
    return Artwork("ad", str(path), page, Rect(0, 0, mm(side), mm(side)), span)


def judged(*data: bytes, folder: Path, page: int = 1, press=PRESS) -> tuple[Diagnostic, ...]:
    """What is found on a page with an advert for each file."""
    paths = [folder / f"{index}.pdf" for index in range(len(data))]
    for path, content in zip(paths, data, strict=True):
        path.write_bytes(content)
    return check_adverts([page_of(advert(path, page) for path in paths)], press)


def drawn(*operators: str) -> bytes:
    """The good advert with more painted on it."""
    draft = good()
    for operator in operators:
        draft.draw(operator)
    return draft.finished()


def pages_of(*contents: bytes) -> bytes:
    """The pages of several files in one."""
    whole = pikepdf.open(io.BytesIO(contents[0]))
    for content in contents[1:]:
        whole.pages.extend(pikepdf.open(io.BytesIO(content)).pages)
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def codes_of(found: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.code for diagnostic in found]


def words(found: tuple[Diagnostic, ...], lang: str = "en") -> str:
    return render_text(found, {}, lang)


def test_a_good_advert_may_be_placed(tmp_path):
    assert judged(good().finished(), folder=tmp_path) == ()


def test_an_advert_in_rgb_is_refused_at_its_place_in_the_issue(tmp_path):
    (tmp_path / "ad.pdf").write_bytes(drawn(RGB))
    block = {"advert": "ad.pdf", "place": place("1-3", "1-30")}
    text = issue_text(block)
    result = set_issue(tmp_path / "issue.yaml", text, House(tiny_fonts()))
    (refusal,) = [found for found in result.diagnostics if found.code == "P721"]
    line = next(n for n, words in enumerate(text.split("\n"), 1) if "advert:" in words)
    assert (refusal.span.line, refusal.span.column) == (line, len("- advert: ") + 1)
    assert not result.ok
    assert "X210" in render_text([refusal], {}, "zh")


def test_the_reasons_are_told_with_their_counts_and_what_to_do(tmp_path):
    found = judged(drawn(RGB, RGB, RGB), folder=tmp_path)
    assert [d.code for d in found] == ["P721"]
    assert "X210" in words(found)
    assert "(3 times, first 0.6 mm right and 92.4 mm down in the advert)" in words(found)
    assert "（3 处，首处距广告左" in words(found, "zh")
    assert "PDF/X-1a" in words(found)
    assert f"paiban preflight --press newsprint {tmp_path / '0.pdf'}" in words(found)


def test_only_the_first_reasons_are_told(tmp_path):
    draft = good()
    states = [{"ca": 0.5}, {"BM": Name.Multiply}, {"SMask": Dictionary(S=Name.Alpha)}]
    for index, entries in enumerate(states):
        draft.resources.ExtGState[f"/N{index}"] = Dictionary(**entries)
        draft.draw(f"/N{index} gs 0 0 0 1 k 30 30 20 20 re f")
    draft.draw(RGB)
    found = judged(draft.finished(), folder=tmp_path)
    assert "and 1 more kinds of fault" in words(found)
    assert "另有 1 种毛病" in words(found, "zh")


def test_transparency_is_no_reason_where_the_press_takes_it(tmp_path):
    draft = good(x4=True)
    draft.resources.ExtGState.T = Dictionary(ca=0.5)
    draft.draw("/T gs 0 0 0 1 k 30 30 20 20 re f")
    data = draft.finished()
    assert judged(data, folder=tmp_path, press=press(x4=True)) == ()
    assert [d.code for d in judged(data, folder=tmp_path)] == ["P721"]


def test_what_stays_behind_in_the_file_is_no_reason(tmp_path):
    """neither its identification nor its output intent comes onto the page"""
    draft = good()
    del draft.root.OutputIntents
    del draft.info.GTS_PDFXVersion
    assert judged(draft.finished(), folder=tmp_path) == ()


def test_the_faults_of_other_pages_are_no_reason(tmp_path):
    data = pages_of(drawn(RGB), good().finished())
    assert [d.code for d in judged(data, folder=tmp_path, page=1)] == ["P721"]
    assert judged(data, folder=tmp_path, page=2) == ()


def test_what_was_mended_in_an_advert_is_told(tmp_path):
    draft = good()
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([50, 50, 60, 60]))
    draft.page.Annots = pikepdf.Array([draft.pdf.make_indirect(link)])
    (tmp_path / "ad.pdf").write_bytes(draft.finished())
    found = check_adverts([page_of([advert(tmp_path / "ad.pdf")._replace(mend=True)])], PRESS)
    assert [d.code for d in found] == ["P737"]


def test_a_page_that_is_not_there(tmp_path):
    found = judged(good().finished(), folder=tmp_path, page=2)
    assert [(d.code, dict(d.params)["count"]) for d in found] == [("P702", 1)]


def test_layers_are_a_reason_though_the_document_holds_them(tmp_path):
    """a hidden layer would print"""
    draft = good()
    draft.root.OCProperties = Dictionary(OCGs=pikepdf.Array([]), D=Dictionary())
    assert "X165" in words(judged(draft.finished(), folder=tmp_path))


def test_an_advert_that_is_missing(tmp_path):
    found = check_adverts([page_of([advert(tmp_path / "none.pdf")])], PRESS)
    assert [d.code for d in found] == ["P701"]


@pytest.mark.parametrize("damage", [lambda d: d[: len(d) // 2], lambda d: b"no PDF at all", lambda d: b""])
def test_an_advert_that_is_damaged(damage, tmp_path):
    assert codes_of(judged(damage(good().finished()), folder=tmp_path)) in (["P701"], ["P721"])


def test_an_advert_that_is_locked(tmp_path):
    draft = good()
    draft.save = {
        "encryption": pikepdf.Encryption(user="u", owner="o"),
        "deterministic_id": None,
        "stream_decode_level": None,
    }
    assert codes_of(judged(draft.finished(), folder=tmp_path)) == ["P703"]


@pytest.mark.parametrize("start", [b"%!PS-Adobe-3.0 EPSF-3.0\n", b"\xc5\xd0\xd3\xc6\x1e\0\0\0"])
def test_postscript_under_another_name_is_known_by_its_content(start, tmp_path):
    assert [d.code for d in judged(start + b"rest", folder=tmp_path)] == ["P722"]


@pytest.mark.parametrize("name", ["ad.eps", "ad.AI", "ad.ps"])
def test_a_postscript_file_is_refused_with_advice(name):
    found = set_blocks({"advert": name, "place": place("1-3", "1-30")}).diagnostics
    assert [d.code for d in found] == ["P722"]
    assert "PDF/X-1a" in words(found)


def test_each_place_of_a_refused_advert_is_named(tmp_path):
    (tmp_path / "ad.pdf").write_bytes(drawn(RGB))
    spans = [Span("issue.yaml", line, 3, line, 9) for line in (4, 8)]
    page = page_of([advert(tmp_path / "ad.pdf", span=span) for span in spans])
    assert [d.span for d in check_adverts([page], PRESS)] == spans


@pytest.mark.parametrize("data", [good().finished(), drawn(RGB)], ids=["good", "refused"])
def test_the_verdict_is_kept(data, tmp_path, monkeypatch):
    first = judged(data, folder=tmp_path)
    monkeypatch.setattr("paiban.preflight.preflight_advert", None)
    assert judged(data, folder=tmp_path) == first


def test_the_verdict_is_of_one_press(tmp_path):
    """thirty per cent of ink is too much where ten are the limit"""
    data = drawn("0.3 0 0 0 k 30 30 20 20 re f")
    assert judged(data, folder=tmp_path) == ()
    assert "X260" in words(judged(data, folder=tmp_path, press=press(tac_percent=10)))


def test_a_second_run_loads_no_reader_of_pdfs(tmp_path):
    path = tmp_path / "ad.pdf"
    path.write_bytes(good().finished())
    check_adverts([page_of([advert(path)])], PRESS)
    script = (
        "import sys; from tests.unit.test_engine_adverts import PRESS\n"
        "for name in [n for n in sys.modules if n.startswith(('pikepdf', 'paiban.preflight'))]: del sys.modules[name]\n"
        "from pathlib import Path; from paiban.display import Artwork, Rect\n"
        "from paiban.engine.adverts import check_adverts; from tests.support.tiny_page import page_of\n"
        f"page = page_of([Artwork('ad', {str(path)!r}, 1, Rect(0, 0, 3600000, 3600000))])\n"
        "assert check_adverts([page], PRESS) == ()\n"
        "print('pikepdf' in sys.modules, 'paiban.preflight.pdf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_good_advert_comes_into_the_pdf(tmp_path):
    (tmp_path / "ad.pdf").write_bytes(good().finished())
    result = set_blocks({"advert": "ad.pdf", "place": place("1-3", "1-30")}, folder=tmp_path)
    assert not {"P701", "P702", "P721"} & set(codes(result))


def grouped(*operators: str) -> bytes:
    """The good advert as a page that is a transparency group, as most programs write every page."""
    with pikepdf.open(io.BytesIO(drawn(*operators))) as pdf:
        pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def test_a_page_that_is_a_group_loses_it_on_the_way_in_and_is_no_worse(tmp_path):
    assert judged(grouped(), folder=tmp_path) == ()


def test_transparency_in_such_a_page_is_still_found(tmp_path):
    with pikepdf.open(io.BytesIO(grouped("/G0 gs 30 30 20 20 re f"))) as pdf:
        pdf.pages[0].resources.ExtGState = Dictionary(G0=Dictionary(ca=0.5))
        out = io.BytesIO()
        pdf.save(out)
    assert "X20" in words(judged(out.getvalue(), folder=tmp_path))


def test_the_press_of_x4_takes_the_group_along(tmp_path):
    assert judged(grouped(), folder=tmp_path, press=press(x4=True)) == ()


def advert_codes(folder: Path, **keys: int) -> list[str]:
    """What is said of an advert of two pages."""
    (folder / "ad.pdf").write_bytes(pages_of(good().finished(), good().finished()))
    block = {"advert": "ad.pdf", "place": place("1-3", "1-30"), **keys}
    return [d.code for d in set_blocks(block, folder=folder).diagnostics if d.code.startswith("P72")]


def test_of_several_pages_the_first_is_not_placed_without_a_word(tmp_path):
    assert advert_codes(tmp_path) == ["P723"]
    assert advert_codes(tmp_path) == ["P723"], "the second time from the cache"


def test_a_page_that_was_chosen_needs_no_word(tmp_path):
    assert advert_codes(tmp_path, pdf_page=1) == []


def at_size(data: bytes, side: float, folder: Path, press=PRESS) -> tuple[Diagnostic, ...]:
    """What is found of an advert of 100 mm that is placed ``side`` mm wide."""
    (folder / "ad.pdf").write_bytes(data)
    return check_adverts([page_of([advert(folder / "ad.pdf", side=side)])], press)


def test_an_advert_is_judged_at_the_size_that_it_is_placed_at(tmp_path):
    """0.25 pt at half its size is a hairline, and 10 pt of white are too small"""
    assert at_size(good().finished(), 100, tmp_path) == ()
    found = at_size(good().finished(), 50, tmp_path)
    assert codes_of(found) == ["P741"]
    assert "X263" in words(found)
    assert "X267" in words(found)
    assert "on page 2, 0.0 mm right and 0.0 mm down, 50.0 × 50.0 mm" in words(found)


def test_a_picture_is_judged_by_the_pixels_an_inch_that_it_gets(tmp_path):
    draft = good()
    draft.place(160, 160, bytes(4) * 160 * 160, size=72)
    data = draft.finished()
    assert "X24" not in words(at_size(data, 100, tmp_path))
    assert "X245" in words(at_size(data, 120, tmp_path))
    assert "X246" in words(at_size(data, 170, tmp_path))


def test_what_prints_badly_is_told_and_does_not_stop_the_run(tmp_path):
    found = judged(drawn("0 0 0 1 K 0.1 w 30 30 m 90 30 l S"), folder=tmp_path)
    assert [(d.code, d.severity) for d in found] == [("P741", Severity.WARNING)]
    assert "X263" in words(found, "zh")


def test_a_blank_advert_is_told(tmp_path):
    draft = good()
    draft.content = ""
    assert "X149" in words(judged(draft.finished(), folder=tmp_path))


def test_an_advert_separated_for_another_press_is_told(tmp_path):
    draft = good()
    draft.intent["/OutputConditionIdentifier"] = pikepdf.String("FOGRA39")
    found = judged(draft.finished(), folder=tmp_path)
    assert [(d.code, d.severity) for d in found] == [("P741", Severity.WARNING)]
    assert "made for the print condition FOGRA39; this shop's is IFRA26" in words(found)


def test_a_layer_that_does_not_print_refuses_the_advert_in_x4_too(tmp_path):
    """its page leaves the document that says what prints"""
    draft = good(x4=True)
    layer(draft, "0.1 0 0 0 k 30 30 20 20 re f")
    assert "X172" in words(judged(draft.finished(), folder=tmp_path, press=press(x4=True)))


def test_layers_that_all_print_are_no_reason_in_x4(tmp_path):
    draft = good(x4=True)
    layer(draft, "0.1 0 0 0 k 30 30 20 20 re f", on=True)
    assert judged(draft.finished(), folder=tmp_path, press=press(x4=True)) == ()


def with_spot(name: str) -> bytes:
    draft = good()
    draft.space(Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, TINT]))
    draft.draw("/New cs 1 scn 30 30 20 20 re f")
    return draft.finished()


def test_adverts_that_share_the_spot_plate_are_placed(tmp_path):
    one = press(spot_plates=1)
    found = judged(with_spot("HKS 13"), with_spot("HKS 13"), folder=tmp_path, press=one)
    assert [(d.code, d.severity) for d in found] == [("P736", Severity.INFO)]
    assert "HKS 13" in words(found)


def test_adverts_that_together_need_too_many_plates_are_refused(tmp_path):
    found = judged(with_spot("HKS 13"), with_spot("HKS 14"), folder=tmp_path, press=press(spot_plates=1))
    assert codes_of(found) == ["P742"]
    assert "HKS 13、HKS 14" in words(found, "zh")


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"PK\x03\x04", "Word"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "WPS"), (b"8BPS", "Photoshop"), (b"<svg", "SVG")],
)
def test_a_file_of_the_program_that_made_it_is_answered_with_what_to_export(start, kind, tmp_path):
    found = judged(start + bytes(99), folder=tmp_path)
    assert codes_of(found) == ["P740"]
    assert kind in words(found)
    assert "CMYK" in words(found, "zh")
