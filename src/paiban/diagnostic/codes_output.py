"""P7xx: files written and read (pictures, adverts, PDF)."""

from __future__ import annotations

from paiban.diagnostic.code import Code, Severity

CODES: dict[str, Code] = {
    # ---- adverts and the PDF ----------------------------------------------------------------------------------------
    "P701": Code(
        Severity.ERROR,
        "广告 {path} 不是能用的 PDF（{problem}）",
        "the advert {path} is no PDF that can be used ({problem})",
        "请广告方重新导出 PDF/X-1a，或改用图片",
        "ask for it again as PDF/X-1a, or use a picture",
    ),
    "P702": Code(
        Severity.ERROR,
        "广告 {path} 没有第 {page} 页，一共 {count} 页",
        "the advert {path} has no page {page}, it has {count}",
        "页码在 1 到 {count} 之间",
        "choose a page from 1 to {count}",
    ),
    "P703": Code(
        Severity.ERROR,
        "广告 {path} 有密码",
        "the advert {path} is locked with a password",
        "请广告方给一份没有密码的 PDF",
        "ask for a PDF without a password",
    ),
    "P704": Code(
        Severity.ERROR,
        "印刷条件 {press} 是 PDF/X-4，却没有写 icc",
        "the press {press} is PDF/X-4 but names no icc",
        "在印刷条件文件里写上 CMYK 输出特性文件",
        "name a CMYK output profile in the press file",
    ),
    # ---- the proof that nothing was lost ----------------------------------------------------------------------------
    "P710": Code(
        Severity.ERROR,
        "“{block}”里的“{words}”没有排上版",
        "“{words}” of “{block}” was never set",
        "这是排版程序的错误，不要付印，请把稿件发给开发者",
        "this is a fault of the program: do not print, send the issue to its makers",
    ),
    "P711": Code(
        Severity.ERROR,
        "“{block}”里的“{words}”排了两遍",
        "“{words}” of “{block}” was set twice",
        "这是排版程序的错误，不要付印，请把稿件发给开发者",
        "this is a fault of the program: do not print, send the issue to its makers",
    ),
    "P712": Code(
        Severity.ERROR,
        "“{block}”里的“{words}”排成了“{drawn}”",
        "“{words}” of “{block}” was set as “{drawn}”",
        "这是排版程序的错误，不要付印，请把稿件发给开发者",
        "this is a fault of the program: do not print, send the issue to its makers",
    ),
    # ---- files written ----------------------------------------------------------------------------------------------
    "P720": Code(
        Severity.ERROR,
        "写不了 {file}：{reason}",
        "cannot write {file}: {reason}",
        "检查文件夹的权限和剩余空间，或者文件是否被别的程序打开",
        "check the folder's permissions and room, and whether another program holds the file",
    ),
    # ---- pictures ---------------------------------------------------------------------------------------------------
    "P750": Code(
        Severity.ERROR,
        "找不到或读不了图片 {path}",
        "the picture {path} is missing or cannot be read",
        "检查文件名、所在文件夹和读取权限",
        "check the file name, its folder and its permissions",
    ),
    "P751": Code(
        Severity.ERROR,
        "{name} 不是能用的图片（内容是 {kind}）",
        "{name} is not a picture that can be used (its content is {kind})",
        "另存为 TIFF、PNG 或 JPEG；EPS 先转成 PDF，当作广告排入",
        "save it as TIFF, PNG or JPEG; turn EPS into PDF first and place it as an advert",
    ),
    "P752": Code(
        Severity.WARNING,
        "{name} 的内容其实是 {kind}，已按内容读取",
        "the content of {name} is really {kind}; it was read as such",
        "改正扩展名",
        "correct the file name's ending",
    ),
    "P753": Code(
        Severity.ERROR,
        "图片 {name} 已损坏或不完整",
        "the picture {name} is broken or incomplete",
        "重新传送或重新导出这个文件",
        "transfer or export the file again",
    ),
    "P754": Code(
        Severity.ERROR,
        "图片 {name} 太大：{width}×{height} 像素，超过 {limit} 百万像素",
        "the picture {name} is too large: {width}×{height} pixels, over {limit} megapixels",
        "缩小后再用，或在印刷条件中提高 picture_megapixels_max",
        "scale it down, or raise picture_megapixels_max in the press file",
    ),
    "P755": Code(
        Severity.ERROR,
        "图片文件 {name} 太大：{size} MB，超过 {limit} MB",
        "the picture file {name} is too large: {size} MB, over {limit} MB",
        "压缩或缩小后再用，或在印刷条件中提高 picture_file_mb_max",
        "compress or scale it down, or raise picture_file_mb_max in the press file",
    ),
    "P756": Code(
        Severity.ERROR,
        "图片 {name} 含专色（{channels} 个通道），本版只有青、品、黄、黑四块版",
        "the picture {name} has spot colours ({channels} channels); the page prints in C, M, Y and K only",
        "在图像软件中合并专色通道，转成 CMYK 后另存",
        "merge the spot channels into CMYK in the image editor and save it again",
    ),
    "P757": Code(
        Severity.ERROR,
        "图片 {name} 的颜色模式或位深不能印刷",
        "the picture {name} has a colour mode or bit depth that cannot be printed",
        "转成 8 位或 16 位的灰度、RGB 或 CMYK",
        "convert it to grey, RGB or CMYK with 8 or 16 bits",
    ),
    "P758": Code(
        Severity.WARNING,
        "图片 {name} 在 {width}×{height} mm 处只有 {ppi} ppi，应有 {wanted} ppi",
        "the picture {name} has only {ppi} ppi at {width}×{height} mm; {wanted} ppi are wanted",
        "换更大的原图，或把宽度缩到 {fit_width} mm 以内",
        "use a larger original, or keep it within {fit_width} mm of width",
    ),
    "P759": Code(
        Severity.ERROR,
        "图片 {name} 在 {width}×{height} mm 处只有 {ppi} ppi，不能印刷（应有 {wanted} ppi）",
        "the picture {name} has only {ppi} ppi at {width}×{height} mm and must not be printed ({wanted} are wanted)",
        "换更大的原图，或把宽度缩到 {fit_width} mm 以内",
        "use a larger original, or keep it within {fit_width} mm of width",
    ),
    "P760": Code(
        Severity.WARNING,
        "线条图 {name} 在 {width}×{height} mm 处只有 {ppi} ppi，应有 {wanted} ppi",
        "the line art {name} has only {ppi} ppi at {width}×{height} mm; {wanted} ppi are wanted",
        "按 {wanted} ppi 重新扫描，或改用矢量 PDF",
        "scan it again at {wanted} ppi, or use a vector PDF",
    ),
    "P761": Code(
        Severity.WARNING,
        "图片 {name} 被裁去 {lost}% 的面积",
        "{lost}% of the area of the picture {name} is cut away",
        "换一个与图片比例相近的位置，或自己先裁好",
        "give it a place nearer to its own proportions, or crop it yourself",
    ),
    "P762": Code(
        Severity.WARNING,
        "图片 {name} 的总墨量达 {ink}%，已压到 {limit}% 以内",
        "the picture {name} reached {ink}% of ink; it was brought under {limit}%",
        "按本报的 ICC 特性文件重新分色，颜色会更准",
        "separate it again with the press's ICC profile for truer colour",
    ),
    "P763": Code(
        Severity.WARNING,
        "图片 {name} 内嵌的 ICC 特性文件不能用，已按 {assumed} 处理",
        "the ICC profile inside the picture {name} cannot be used; it was taken as {assumed}",
        "重新指定特性文件后另存",
        "assign a profile again and save it",
    ),
    "P764": Code(
        Severity.ERROR,
        "印刷条件 {press} 的 ICC 特性文件 {path} 找不到或读不了",
        "the ICC profile {path} of the press {press} is missing or unreadable",
        "检查印刷条件文件中的 icc 一项",
        "check the key icc in the press file",
    ),
    "P765": Code(
        Severity.ERROR,
        "印刷条件 {press} 的 ICC 特性文件 {path} 不是 CMYK 输出特性文件",
        "the ICC profile {path} of the press {press} is not a CMYK output profile",
        "换成印厂提供的 CMYK 输出特性文件",
        "use the CMYK output profile that the print shop gives",
    ),
    "P766": Code(
        Severity.WARNING,
        "{name} 含多幅图像，只用第一幅",
        "{name} holds several images; only the first is used",
        "把要用的一幅单独存成文件",
        "save the one you want as a file of its own",
    ),
}
