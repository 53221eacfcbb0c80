"""P3xx: faces and characters."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CODES: dict[str, Code] = {
    # ---- the catalogue and its files --------------------------------------------------------------------------------
    "P301": Code(
        _ERROR, "字体“{face}”的文件 {file} 不存在", "the file {file} of the face “{face}” does not exist",
        "检查 fonts.yaml 里的文件名；路径从 fonts.yaml 所在的文件夹算起",
        "check the name in fonts.yaml; paths start at the folder of fonts.yaml",
    ),
    "P302": Code(
        _ERROR, "字体“{face}”的文件 {file} 不能用：{problem}",
        "the file {file} of the face “{face}” is no use: {problem}",
        "重新取得这个文件，或在 fonts.yaml 里换一个字体",
        "get the file again, or name another face in fonts.yaml",
    ),
    "P303": Code(
        _ERROR, "字体“{face}”（{file}）不许嵌入 PDF", "the face “{face}” ({file}) does not allow embedding in a PDF",
        "向字体厂商取得可嵌入的授权和文件，或换一个字体",
        "ask its maker for a licence and a file that may be embedded, or choose another face",
    ),
    "P304": Code(
        _ERROR, "字体角色“{role}”没有一个能用的字体", "the role “{role}” has no face that can be used",
        "在 fonts.yaml 的 {k[roles]} 里给它写一个能用的字体", "give it a good face under “{k[roles]}” in fonts.yaml",
    ),
    "P305": Code(
        _ERROR, "字体角色“{role}”里的“{face}”没有在 {k[faces]} 里写明",
        "the role “{role}” names “{face}”, which is not under “{k[faces]}”",
        "现有的字体：{known}", "faces at hand: {known}",
    ),
    "P306": Code(
        _ERROR, "没有名为“{role}”的字体角色", "there is no role of type “{role}”",
        "现有的角色：{known}", "roles at hand: {known}",
    ),
    "P307": Code(
        _ERROR, "找不到字体文件夹 {folder}", "there is no folder of faces {folder}",
        "检查 --fonts 后面的路径", "check the path after --fonts",
    ),
    "P308": Code(
        _ERROR, "“{k[draw]}”里的“{value}”不是单个字", "“{value}” under “{k[draw]}” is not a single character",
        "写成 \"·\": \"・\"，两边各一个字", "write \"·\": \"・\", one character on each side",
    ),
    "P316": Code(
        _ERROR, "“{value}”不是字的集合", "“{value}” is no set of characters",
        "写几个字（\"+−×÷\"）、码位（U+4E00-9FFF），或下面的一个名称：{known}",
        "write characters (\"+−×÷\"), code points (U+4E00-9FFF), or one of these names: {known}",
    ),
    "P317": Code(
        _ERROR, "“{value}”不是 OpenType 特性的名称", "“{value}” is not the tag of an OpenType feature",
        "特性的名称是四个字母或数字，如 hwid、ss01", "a tag has four letters or digits, such as hwid or ss01",
    ),
    "P318": Code(
        _ERROR, "字体“{face}”提到的“{other}”没有在 {k[faces]} 里写明",
        "the face “{face}” names “{other}”, which is not under “{k[faces]}”",
        "现有的字体：{known}", "faces at hand: {known}",
    ),
    # ---- characters -------------------------------------------------------------------------------------------------
    "P310": Code(
        _ERROR, "“{character}”（{point}）在现有的字体里都没有", "no face at hand has “{character}” ({point})",
        "装上生僻字的字体（pip install \"paiban[faces]\"），在稿件文件的 {k[glyphs]} 里给它一幅画，"
        "用 --fonts 加一个有这个字的字体，或改用别的字",
        "install the faces for rare characters (pip install \"paiban[faces]\"), give it a drawing under {k[glyphs]} in "
        "the issue, add a face that has it with --fonts, or write another",
    ),
    "P311": Code(
        _WARNING, "“{character}”（{point}）在字体“{face}”里没有，换用“{other}”",
        "the face “{face}” lacks “{character}” ({point}), “{other}” sets it",
        "看一下样张，这个字的粗细或风格会不同", "look at the proof: its weight or style differs",
    ),
    "P312": Code(
        _ERROR, "造字的图片 {file} 不能用：{problem}", "the drawing {file} of a character is no use: {problem}",
        "换一个 SVG（全部转成填色的路径），或一张白底黑字的清晰图片",
        "give an SVG of nothing but filled paths, or a clear picture in black on white",
    ),
    "P315": Code(
        _ERROR, "造字的图片 {file} 线条太多，像是照片或没有清理的扫描",
        "the drawing {file} of a character has too many edges, as a photograph or a dirty scan has",
        "清理成黑白分明的笔画，或换一个 SVG", "clean it to strokes in black and white, or give an SVG",
    ),
    "P313": Code(
        _WARNING, "{file} 里的字只有 {pixels} 个像素大，放大了边缘会毛糙",
        "the character in {file} is only {pixels} pixels large: its edges will be rough",
        "用 SVG，或不小于 {least} 像素的图片", "give an SVG, or a picture of {least} pixels at the least",
    ),
    "P314": Code(
        _ERROR, "“{value}”不是一个字", "“{value}” is not one character",
        "冒号前面只写一个字，后面写画它的文件", "write one character, a colon, and the file that it is drawn in",
    ),
    "P309": Code(
        Severity.WARNING,
        "字体“{face}”的许可证文件“{file}”找不到",
        "the licence “{file}” of the face “{face}” is not there",
        "写对路径，从字体目录文件所在的文件夹算起",
        "correct the path, which starts from the fonts file's folder",
    ),
}  # fmt: skip
