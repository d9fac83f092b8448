"""The versions of Pillow and of the libvips that pyvips found."""

import PIL
import pyvips
from PIL import features

print("Pillow", PIL.__version__)
print("libvips", ".".join(str(pyvips.version(part)) for part in range(3)))
print("libjpeg-turbo of Pillow", features.version_feature("libjpeg_turbo"))
