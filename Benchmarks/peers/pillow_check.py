"""Decodes every picture with Pillow, on all cores: FILE…"""

import os
import sys
from multiprocessing import Pool

from PIL import Image


def check(file: str) -> bool:
    try:
        with Image.open(file) as image:
            image.load()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    with Pool(os.cpu_count()) as pool:
        print(sum(pool.imap(check, sys.argv[1:])))
