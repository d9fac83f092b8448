"""The CPU seconds of what no program can leave out of `fix`: decode at 1/8, encode. FILE…

libjpeg decodes at an eighth of the size faster than at any other; a picture of the size that is
wanted is at hand, and only its encoding counts. Pillow calls both; its own part is small.
"""

import sys
import time
from io import BytesIO

from PIL import Image

from target import QUALITY, target_size

seconds = 0.0
for file in sys.argv[1:]:
    with open(file, "rb") as opened:
        data = opened.read()
    with Image.open(BytesIO(data)) as image:
        size = target_size(*image.size)
        image.draft(image.mode, size)
        picture = image.convert("RGB").resize(size)
    start = time.process_time()
    with Image.open(BytesIO(data)) as image:
        image.draft(image.mode, (image.width // 8, image.height // 8))
        image.load()
    picture.save(BytesIO(), "JPEG", quality=QUALITY)
    seconds += time.process_time() - start
print(seconds)
