"""The size that the model looks at, as its table states it: 1,568 px and 1.15 million pixels."""

from math import sqrt

LONG_EDGE, PIXELS, QUALITY = 1568, 1_150_000, 85


def target_size(width: int, height: int) -> tuple[int, int]:
    scale = min(1, LONG_EDGE / max(width, height), sqrt(PIXELS / (width * height)))
    return max(1, int(width * scale)), max(1, int(height * scale))
