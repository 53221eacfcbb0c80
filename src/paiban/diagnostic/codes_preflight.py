"""X1xx and X2xx: what a print shop cannot take (preflight of a PDF, and of our own pages).

X10x the file · X12x identification · X13x output intent · X14x boxes and pages · X15x edges · X16x things that act or
refer elsewhere · X18x graphics state · X20x transparency · X21x colour · X23x fonts · X24x pictures · X26x ink and
sizes. Every message ends with its place, which the finding words in both languages.
"""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity


def _error(zh: str, en: str, remedy_zh: str, remedy_en: str) -> Code:
    return Code(Severity.ERROR, zh + "{where}", en + "{where}", remedy_zh, remedy_en)


def _warning(zh: str, en: str, remedy_zh: str, remedy_en: str) -> Code:
    return Code(Severity.WARNING, zh + "{where}", en + "{where}", remedy_zh, remedy_en)


def _info(zh: str, en: str, remedy_zh: str, remedy_en: str) -> Code:
    return Code(Severity.INFO, zh + "{where}", en + "{where}", remedy_zh, remedy_en)


_FILE: dict[str, Code] = {
    "X101": _error(
        "不是可读的 PDF：{why}", "not a readable PDF: {why}",
        "{remedy}", "{remedy}",
    ),
    "X102": _error(
        "文件已损坏，读取时须修复", "the file is damaged and had to be repaired to be read",
        "请发送方重新导出或重新传输", "have the file exported or sent again",
    ),
    "X103": _error(
        "文件已加密", "the file is encrypted",
        "导出时不要设密码或权限", "export without a password or permissions",
    ),
    "X104": _error(
        "文件超出预检的限度（{what}），未能查完",
        "the file is beyond what preflight reads ({what}); it was not judged to its end",
        "简化该页的矢量图或拆分文件后再查", "simplify the drawing on that page, or split the file",
    ),
    "X105": _error(
        "数据流读不出来：{what}", "a stream cannot be read: {what}",
        "重新导出文件", "export the file again",
    ),
    "X106": _error(
        "文件结构有误，{what}无法读取", "the file is malformed: {what} cannot be read",
        "用制作软件重新导出", "export it again from its program",
    ),
    "X107": _error(
        "PDF 版本 {version} 高于本标准允许的 {most}", "PDF version {version} is newer than the standard's {most}",
        "导出为 PDF {most}", "export as PDF {most}",
    ),
    "X108": _error(
        "用了对象流或交叉引用流（PDF 1.5）", "object streams or a cross-reference stream are used (PDF 1.5)",
        "导出时关闭“对象级压缩”", "switch object-level compression off when exporting",
    ),
    "X109": _error(
        "文件尾缺少 /ID", "the trailer has no /ID",
        "用 PDF/X 方式重新导出", "export it again as PDF/X",
    ),
    "X110": _error(
        "页面内容不合 PDF 语法：{what}", "the page content breaks the language's rules: {what}",
        "重新导出该页；RIP 可能停在此处", "export the page again; a RIP may stop here",
    ),
    "X111": _error(
        "文件里没有页面", "the file has no pages",
        "请发送方重新导出文件", "ask the sender to export the file again",
    ),
}  # fmt: skip

_IDENTITY: dict[str, Code] = {
    "X120": _error(
        "未标明 {wanted}（现为：{has}）", "not identified as {wanted} (it says: {has})",
        "按 {wanted} 导出", "export as {wanted}",
    ),
    "X121": _error(
        "PDF/X-1a:2003 不应有 GTS_PDFXConformance", "PDF/X-1a:2003 has no GTS_PDFXConformance key",
        "删去该键，或按 PDF/X-1a:2003 重新导出", "remove the key, or export again as PDF/X-1a:2003",
    ),
    "X122": _error(
        "文档信息缺少 {key}", "the document information lacks {key}",
        "在制作软件里填写文档属性后重新导出", "fill in the document's properties and export again",
    ),
    "X123": _error(
        "Trapped 须写明 True 或 False（现为：{has}）", "Trapped must say True or False (it says: {has})",
        "注明是否已做补漏白；报纸一般为 False", "say whether the file is trapped; newspapers' are not: False",
    ),
    "X124": _error(
        "缺少 XMP 元数据", "there are no XMP metadata",
        "按 PDF/X-4 重新导出", "export again as PDF/X-4",
    ),
    "X125": _error(
        "XMP 元数据被压缩", "the XMP metadata are compressed",
        "元数据不要压缩", "leave the metadata uncompressed",
    ),
    "X126": _error(
        "XMP 元数据读不出来：{why}", "the XMP metadata cannot be read: {why}",
        "重新导出文件", "export the file again",
    ),
    "X127": _error(
        "XMP 缺少 {key}", "the XMP metadata lack {key}",
        "按 PDF/X-4 重新导出", "export again as PDF/X-4",
    ),
    "X128": _error(
        "文档信息与 XMP 的 {key} 不一致：{info} / {xmp}", "information and XMP disagree on {key}: {info} / {xmp}",
        "重新导出，勿单独改动其中之一", "export again; do not edit one of them alone",
    ),
    "X129": _error(
        "日期 {key} 写法不对：{has}", "the date {key} is malformed: {has}",
        "应为 D:YYYYMMDDHHmmSS 加时区", "it must read D:YYYYMMDDHHmmSS and a time zone",
    ),
    "X112": _warning(
        "标为 PDF/X-1a:2001，是旧版标准", "identified as PDF/X-1a:2001, the older edition",
        "印厂一般接受；宜按 PDF/X-1a:2003 导出", "most shops take it; export as PDF/X-1a:2003",
    ),
}  # fmt: skip

_INTENT: dict[str, Code] = {
    "X130": _error(
        "没有 GTS_PDFX 输出意图", "there is no GTS_PDFX output intent",
        "导出时选定印刷条件（{wanted}）", "choose the print condition when exporting ({wanted})",
    ),
    "X131": _error(
        "有 {count_of} 个 GTS_PDFX 输出意图，只许一个",
        "there are {count_of} GTS_PDFX output intents; there must be one",
        "只留本次印刷的一个", "keep that of the print run",
    ),
    "X132": _error(
        "输出意图缺少 OutputConditionIdentifier", "the output intent lacks OutputConditionIdentifier",
        "写明印刷条件（{wanted}）", "name the print condition ({wanted})",
    ),
    "X133": _error(
        "印刷条件为 {has}，本印厂为 {wanted}", "made for the print condition {has}; this shop's is {wanted}",
        "按印厂的条件重新转换颜色并导出", "convert the colours to the shop's condition and export again",
    ),
    "X134": _error(
        "输出意图没有内嵌特性文件{also}", "the output intent embeds no profile{also}",
        "内嵌印刷条件的 ICC 特性文件", "embed the ICC profile of the print condition",
    ),
    "X135": _error(
        "输出意图的特性文件已损坏：{why}", "the output intent's profile is broken: {why}",
        "换用完好的 ICC 特性文件", "use a sound ICC profile",
    ),
    "X136": _error(
        "特性文件是 {has} 类，应为输出设备（prtr）",
        "the profile is of class {has}; it must be an output profile (prtr)",
        "选用印刷机（输出）特性文件", "choose a printing profile",
    ),
    "X137": _error(
        "特性文件的色彩空间是 {has}，应为 CMYK（N 为 4）", "the profile's colour space is {has}; it must be CMYK (N 4)",
        "选用 CMYK 特性文件", "choose a CMYK profile",
    ),
    "X138": _error(
        "特性文件为 ICC 第 {has} 版，PDF 1.4 只认第 2 版", "the profile is ICC version {has}; PDF 1.4 knows version 2",
        "选用第 2 版特性文件", "use a version 2 profile",
    ),
    "X139": _error(
        "输出意图缺少 Info", "the output intent lacks Info",
        "写明印刷条件的说明文字", "describe the print condition in words",
    ),
}  # fmt: skip

_BOXES: dict[str, Code] = {
    "X140": _error(
        "MediaBox 缺失或无效", "the MediaBox is missing or void",
        "重新导出该页", "export the page again",
    ),
    "X141": _error(
        "没有 TrimBox", "there is no TrimBox",
        "导出时写入成品尺寸（TrimBox）", "export with the trim size (TrimBox)",
    ),
    "X142": _error(
        "TrimBox 与 ArtBox 并存", "there are both a TrimBox and an ArtBox",
        "只留 TrimBox", "keep the TrimBox only",
    ),
    "X143": _error(
        "{box} 不是有效的矩形", "the {box} is no valid rectangle",
        "重新导出该页", "export the page again",
    ),
    "X144": _error(
        "{inner} 超出 {outer}", "the {inner} reaches outside the {outer}",
        "TrimBox 须在 BleedBox 内，BleedBox 须在 MediaBox 内", "Trim must lie within Bleed, and Bleed within Media",
    ),
    "X145": _warning(
        "CropBox 裁掉了成品的一部分", "the CropBox cuts into the trim",
        "删去 CropBox，或使其不小于成品", "remove the CropBox, or make it no smaller than the trim",
    ),
    "X146": _warning(
        "页面带有 {angle}° 旋转", "the page is rotated by {angle}°",
        "导出时不要旋转页面", "export the page unrotated",
    ),
    "X147": _error(
        "UserUnit 为 {unit}，尺寸会被误读", "UserUnit is {unit}; its size will be misread",
        "以 1 点为单位导出", "export with a unit of one point",
    ),
    "X148": _warning(
        "成品尺寸 {has} mm 与第 1 页 {first} mm 不同", "the trim is {has} mm, that of page 1 {first} mm",
        "核对版面尺寸，或分文件发送", "check the sizes, or send separate files",
    ),
    "X149": _info(
        "空白页", "the page is blank",
        "确认本页确应空白", "make sure that it should be",
    ),
}  # fmt: skip

_EDGES: dict[str, Code] = {
    "X150": _warning(
        "图或底色到了裁切边，出血只有 {has} mm，应为 {wanted} mm",
        "a picture or tint reaches the trim with {has} mm of bleed; {wanted} mm is wanted",
        "把它延伸到出血线，或缩回裁切边以内", "extend it to the bleed, or draw it back from the trim",
    ),
    "X151": _info(
        "文字在裁切线与出血线之间，会被裁掉", "type lies between trim and bleed and will be cut away",
        "如属版面内容，移回成品以内", "move it inside the trim if it belongs to the page",
    ),
    "X152": _warning(
        "文字跨出裁切边", "type runs over the trim",
        "移回成品以内", "move it inside the trim",
    ),
    "X153": _error(
        "版面内容超出裁切或出血边", "something sticks out over the trim or bleed",
        "移回或缩小", "move it back or make it smaller",
    ),
}  # fmt: skip

_ACTING: dict[str, Code] = {
    "X160": _error(
        "含 JavaScript", "there is JavaScript in it",
        "删去脚本后重新导出", "remove the scripts and export again",
    ),
    "X161": _error(
        "含动作（{action}）", "there is an action in it ({action})",
        "删去链接、按钮等动作", "remove links, buttons and other actions",
    ),
    "X162": _error(
        "含嵌入文件", "files are embedded in it",
        "删去附件", "remove the attachments",
    ),
    "X163": _error(
        "含表单", "there is a form in it",
        "把表单拼合为页面内容", "flatten the form",
    ),
    "X164": _error(
        "出血范围内有注释（{kind}）", "there is an annotation inside the bleed ({kind})",
        "删去注释，或拼合为页面内容", "remove the annotation, or flatten it",
    ),
    "X165": _error(
        "含图层（可选内容）", "there are layers in it (optional content)",
        "合并图层后重新导出", "flatten the layers and export again",
    ),
    "X166": _error(
        "含 PostScript 对象", "there is a PostScript XObject in it",
        "改为 PDF 图形或图像", "replace it with PDF graphics or a picture",
    ),
    "X167": _error(
        "含 OPI 替换图", "there is an OPI reference in it",
        "换入高分辨率原图后导出", "export with the high-resolution picture in place",
    ),
    "X168": _error(
        "引用了别的 PDF 的页面", "a page of another PDF is referred to",
        "把被引用的页面嵌入", "embed that page",
    ),
    "X169": _error(
        "图像带有替代图（Alternates）", "a picture has alternates",
        "删去替代图", "remove the alternates",
    ),
    "X170": _error(
        "数据在文件之外", "data are kept outside the file",
        "把数据嵌入文件", "embed the data",
    ),
    "X171": _error(
        "是分色好的页面（SeparationInfo）", "the page is a ready-made separation (SeparationInfo)",
        "发送合成（未分色）的页面", "send composite pages",
    ),
    "X172": _warning(
        "有不印的图层，有的 RIP 会把它印出来", "there are layers that do not print; some RIPs print them all the same",
        "删去不印的图层再导出", "delete the layers that must not print, and export again",
    ),
    "X173": _error(
        "图层有几种配置可选（Configs）", "the layers offer several configurations (Configs)",
        "只留一种配置，或合并图层", "keep one configuration, or flatten the layers",
    ),
}  # fmt: skip

_STATE: dict[str, Code] = {
    "X180": _error(
        "含传递曲线（TR/TR2）", "there is a transfer curve (TR or TR2)",
        "删去传递曲线，由印厂控制网点增大", "remove it; dot gain is the shop's business",
    ),
    "X181": _error(
        "含自带的加网设置（HT/HTP）", "it brings its own screening (HT or HTP)",
        "删去加网设置", "remove the screening",
    ),
    "X182": _error(
        "不认识的再现意图 {intent}", "unknown rendering intent {intent}",
        "用四种标准意图之一", "use one of the four standard intents",
    ),
    "X183": _error(
        "白色对象设为叠印，印出来会消失", "a white object is set to overprint and will vanish",
        "改为挖空（不叠印）", "let it knock out",
    ),
    "X184": _warning(
        "{size} 点的黑字在彩底上挖空，易露白", "black type of {size} pt knocks out of colour and will show gaps",
        "黑字设为叠印", "let black type overprint",
    ),
    "X185": _warning(
        "{weight} 点的黑线在彩底上挖空，易露白", "a black line of {weight} pt knocks out of colour and will show gaps",
        "细黑线设为叠印", "let thin black lines overprint",
    ),
}  # fmt: skip

_TRANSPARENCY: dict[str, Code] = {
    "X200": _error(
        "含透明度（不透明度 {alpha}）", "there is transparency (opacity {alpha})",
        "拼合透明后导出，或改用 PDF/X-4", "flatten the transparency, or use PDF/X-4",
    ),
    "X201": _error(
        "含混合模式 {mode}", "there is a blend mode, {mode}",
        "拼合透明后导出，或改用 PDF/X-4", "flatten the transparency, or use PDF/X-4",
    ),
    "X202": _error(
        "图形状态含软蒙版", "a graphics state has a soft mask",
        "拼合透明后导出，或改用 PDF/X-4", "flatten the transparency, or use PDF/X-4",
    ),
    "X203": _error(
        "图像带软蒙版", "a picture has a soft mask",
        "拼合到底色上", "flatten it onto its ground",
    ),
    "X204": _error(
        "含透明组", "there is a transparency group",
        "拼合透明后导出，或改用 PDF/X-4", "flatten the transparency, or use PDF/X-4",
    ),
    "X205": _warning(
        "透明组不在 CMYK 中混合", "a transparency group does not blend in CMYK",
        "把透明混合空间设为文档 CMYK", "set the blend space to the document's CMYK",
    ),
}  # fmt: skip

_COLOUR: dict[str, Code] = {
    "X210": _error(
        "文字或图形用了 RGB", "type or line work is in RGB",
        "转换为 CMYK；黑字用单色黑", "convert it to CMYK, black type to black alone",
    ),
    "X211": _error(
        "图像是 RGB", "a picture is in RGB",
        "按印刷条件的特性文件转换为 CMYK", "convert it to CMYK by the profile of the print condition",
    ),
    "X212": _error(
        "用了与设备无关的颜色（{space}）", "device-independent colour is used ({space})",
        "转换为 CMYK，或改用 PDF/X-4", "convert it to CMYK, or use PDF/X-4",
    ),
    "X213": _warning(
        "{space} 颜色由印厂的 RIP 转换，结果未经看样", "{space} colour is left to the shop's RIP to convert, unseen",
        "宜先转换为 CMYK", "better convert it to CMYK before",
    ),
    "X214": _error(
        "用了专色“{spot}”，本印厂最多 {most} 个专色", "the spot colour “{spot}” is used; the shop runs {most} of them",
        "转换为 CMYK，或与印厂商定", "convert it to CMYK, or agree on it with the shop",
    ),
    "X215": _error(
        "成品内用了套版色（All）", "the registration colour (All) is used inside the trim",
        "改为单色黑；套版色只用于标记", "use black; registration is for marks only",
    ),
    "X216": _error(
        "专色 {names} 的替代色是 {space}", "the alternate colour of {names} is {space}",
        "以 CMYK 定义专色的替代色", "define the alternate in CMYK",
    ),
    "X217": _warning(
        "专色“{spot}”前后定义不一", "the spot colour “{spot}” is defined in different ways",
        "统一专色定义", "define it once",
    ),
    "X218": _warning(
        "专色“{spot}”与“{other}”像是同一种颜色的两种写法",
        "the spot colours “{spot}” and “{other}” look like two spellings of one",
        "统一名称，否则会出两块印版", "give them one name, or they make two plates",
    ),
    "X219": _error(
        "用了带特性文件的 CMYK 颜色，不是本文件的印刷条件，RIP 会把单色黑转成四色",
        "there is CMYK colour by a profile other than the file's own condition; a RIP turns its black into four inks",
        "导出时不要给 CMYK 对象附特性文件", "export CMYK without profiles of its own",
    ),
}  # fmt: skip

_FONTS: dict[str, Code] = {
    "X230": _error(
        "字体 {font} 未嵌入", "the font {font} is not embedded",
        "导出时嵌入全部字体", "embed all fonts when exporting",
    ),
    "X231": _warning(
        "字体 {font} 未取子集", "the font {font} is not cut to a subset",
        "导出时只嵌入用到的字", "embed only the characters used",
    ),
    "X232": _warning(
        "字体 {font} 没有 ToUnicode，文字无法取出", "the font {font} has no ToUnicode map; its text cannot be read out",
        "导出时写入 ToUnicode；电子报要用", "export with ToUnicode maps; the e-paper needs them",
    ),
    "X233": _warning(
        "{font} 是 Type 3 字体", "{font} is a Type 3 font",
        "换用 TrueType 或 OpenType 字体", "use a TrueType or OpenType font",
    ),
    "X234": _error(
        "字体 {font} 的字库数据已损坏", "the data of the font {font} are broken",
        "重新嵌入字体", "embed the font again",
    ),
    "X235": _error(
        "字体 {font} 以 OpenType 嵌入（PDF 1.6）", "the font {font} is embedded as OpenType (PDF 1.6)",
        "按 PDF 1.4 导出", "export as PDF 1.4",
    ),
}  # fmt: skip

_PICTURES: dict[str, Code] = {
    "X240": _error(
        "用了 LZW 压缩", "LZW compression is used",
        "改用 Flate（ZIP）压缩", "use Flate (ZIP) compression",
    ),
    "X241": _error(
        "图像用了 JBIG2 压缩", "a picture is compressed with JBIG2",
        "改用 CCITT G4 或 Flate", "use CCITT G4 or Flate",
    ),
    "X242": _error(
        "图像用了 JPEG 2000 压缩", "a picture is compressed with JPEG 2000",
        "改用 JPEG 或 Flate", "use JPEG or Flate",
    ),
    "X243": _error(
        "数据流用了不许用的过滤器 {filter}", "a stream uses the filter {filter}, which is not allowed",
        "重新导出文件", "export the file again",
    ),
    "X244": _error(
        "图像是每色 16 位", "a picture has 16 bits a component",
        "转换为 8 位", "convert it to 8 bits",
    ),
    "X245": _warning(
        "图片印成 {size} mm 只有 {ppi} ppi（{pixels} 像素），低于 {limit}",
        "a picture printed at {size} mm has {ppi} ppi ({pixels} pixels), less than {limit}",
        "换更大的原图，或缩到 {fit} mm 以内", "use a larger original, or make it no larger than {fit} mm",
    ),
    "X246": _error(
        "图片印成 {size} mm 只有 {ppi} ppi（{pixels} 像素），低于下限 {limit}",
        "a picture printed at {size} mm has {ppi} ppi ({pixels} pixels), less than the least of {limit}",
        "换更大的原图，或缩到 {fit} mm 以内", "use a larger original, or make it no larger than {fit} mm",
    ),
    "X247": _warning(
        "线条图印成 {size} mm 只有 {ppi} ppi（{pixels} 像素），低于 {limit}",
        "line art printed at {size} mm has {ppi} ppi ({pixels} pixels), less than {limit}",
        "以更高分辨率扫描，或改用矢量图", "scan it finer, or draw it as outlines",
    ),
    "X248": _error(
        "线条图印成 {size} mm 只有 {ppi} ppi（{pixels} 像素），低于下限 {limit}",
        "line art printed at {size} mm has {ppi} ppi ({pixels} pixels), less than the least of {limit}",
        "以更高分辨率扫描，或改用矢量图", "scan it finer, or draw it as outlines",
    ),
    "X249": _error(
        "图像数据已损坏：{why}", "the data of a picture are broken: {why}",
        "重新置入原图并导出", "place the original again and export",
    ),
}  # fmt: skip

_INK: dict[str, Code] = {
    "X260": _error(
        "颜色总墨量 {tac}%，超过 {limit}%", "a colour puts {tac} % of ink down; the limit is {limit} %",
        "减少彩色、保留黑版", "take colour out and keep the black",
    ),
    "X261": _error(
        "图像总墨量 {tac}%，超过 {limit}%", "a picture puts {tac} % of ink down; the limit is {limit} %",
        "按印刷条件的特性文件重新分色", "separate it again by the profile of the print condition",
    ),
    "X262": _error(
        "叠印后总墨量 {tac}%，超过 {limit}%（{area} mm²）",
        "overprinting adds up to {tac} % of ink, over {limit} % ({area} mm²)",
        "减淡底色，或让黑字挖空", "lighten the ground, or let the black knock out",
    ),
    "X263": _warning(
        "实地线粗 {weight} 点，细于 {limit} 点", "a solid line of {weight} pt is thinner than {limit} pt",
        "加粗线条", "make the line heavier",
    ),
    "X264": _warning(
        "网点、多色或反白线粗 {weight} 点，细于 {limit} 点",
        "a tinted, many-inked or reversed line of {weight} pt is thinner than {limit} pt",
        "加粗线条，或改用单色实地", "make it heavier, or use one solid ink",
    ),
    "X265": _warning(
        "{size} 点的字小于 {limit} 点", "type of {size} pt is smaller than {limit} pt",
        "加大字号", "set it larger",
    ),
    "X266": _warning(
        "{size} 点的字用了 {inks} 色墨，小于 {limit} 点易套不准",
        "type of {size} pt in {inks} inks is smaller than {limit} pt and will not register",
        "改用单色墨，或加大字号", "use one ink, or set it larger",
    ),
    "X267": _warning(
        "{size} 点的反白字小于 {limit} 点，易糊",
        "reversed type of {size} pt is smaller than {limit} pt and will fill in",
        "加大字号并用粗体", "set it larger and bold",
    ),
    "X268": _warning(
        "{size} 点的黑字用了 {inks} 色墨", "black type of {size} pt is built of {inks} inks",
        "黑字只用黑版（0 0 0 100）", "use black alone (0 0 0 100)",
    ),
}  # fmt: skip

CODES: dict[str, Code] = {
    **_FILE, **_IDENTITY, **_INTENT, **_BOXES, **_EDGES, **_ACTING, **_STATE, **_TRANSPARENCY, **_COLOUR, **_FONTS,
    **_PICTURES, **_INK,
}  # fmt: skip
