"""The drawings of this issue: four illustrations and an advert, drawn by program.

Every drawing goes the same way: a scene module places its motif on a ``Sheet`` (flat shapes and pen lines, as PDF
operators); ``publish`` then either rasterises the sheet to a PNG in sRGB or closes it as a CMYK PDF. Nothing is random
and nothing reads the clock, so a second run writes the same bytes.
"""
