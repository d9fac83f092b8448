"""What people write with Pillow before they send a picture: INPUT OUTPUT.jpg"""

import sys

from PIL import Image

from target import LONG_EDGE, QUALITY

with Image.open(sys.argv[1]) as image:
    image.thumbnail((LONG_EDGE, LONG_EDGE))
    image.convert("RGB").save(sys.argv[2], "JPEG", quality=QUALITY)
