"""What people write with pyvips before they send a picture: INPUT OUTPUT.jpg"""

import sys

import pyvips

from target import LONG_EDGE, QUALITY

image = pyvips.Image.thumbnail(sys.argv[1], LONG_EDGE, height=LONG_EDGE, size="down")
image.write_to_file(sys.argv[2], Q=QUALITY)
