"""The colours of the set: open middle tones that stand on grey newsprint, each family as (light, middle, shade)."""

Tones = tuple[str, str, str]

INK = "#2f3d49"
WHITE = "#ffffff"

SKY: Tones = ("#f0f6f8", "#dceaf1", "#bfd8e5")
BLUE: Tones = ("#b5d3e3", "#8db8d0", "#6a9dbb")
WATER: Tones = ("#e3f0f3", "#cde4ea", "#a6ccd6")
STEEL: Tones = ("#e6ebed", "#cfd8dc", "#b3c0c6")
SLATE: Tones = ("#a3adb5", "#84919b", "#6d7882")
STONE: Tones = ("#f8f4ec", "#ebe5d7", "#d6cebb")
FLOOR: Tones = ("#f8f6ef", "#ece8da", "#d9d2bf")
GRASS: Tones = ("#eaf2da", "#d5e4bd", "#b9cf9b")
LEAF: Tones = ("#cfe0b4", "#aacb8c", "#82ad6c")
WOOD: Tones = ("#ecd6b4", "#d8ba8e", "#bd9a6c")
RED: Tones = ("#ee9a84", "#d8573f", "#b84733")
YELLOW: Tones = ("#f8e3a6", "#f0cb6c", "#d9ae4b")
SKIN: Tones = ("#f8e2cd", "#f2d2b6", "#d9a98a")
HAIR: Tones = ("#a3a3a1", "#77787a", "#4a4b4f")
COAT: Tones = ("#e9d9a8", "#e2b08e", "#c3a9b5")
PINE = "#4f8a5b"
