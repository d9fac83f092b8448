"""The pictures of the test: made anew in every run, the same ones each time."""

from __future__ import annotations

import io
import struct
import zlib

import numpy
from PIL import Image

ORIENTATION_TAG = 0x0112


def picture(number: int, width: int = 200, height: int = 150) -> Image.Image:
    """A picture that no other number gives: soft coloured fields from the number, a little grain.

    The fields are broad, so that they are still there after a downscale and a lossy encoding.
    """
    chance = numpy.random.default_rng([7, number])
    fields = Image.fromarray(chance.integers(20, 235, (5, 6, 3), dtype=numpy.uint8))
    soft = numpy.asarray(fields.resize((width, height), Image.BICUBIC), dtype=numpy.int16)
    grain = chance.integers(-6, 7, (height, width, 1), dtype=numpy.int16)
    return Image.fromarray(numpy.clip(soft + grain, 0, 255).astype(numpy.uint8))


def noisy_picture(number: int, width: int, height: int) -> Image.Image:
    """The same fields under strong noise: no lossless format makes it smaller."""
    chance = numpy.random.default_rng([11, number])
    soft = numpy.asarray(picture(number, width, height), dtype=numpy.int16)
    noise = chance.integers(-128, 128, (height, width, 3), dtype=numpy.int16)
    return Image.fromarray(((soft + noise) % 256).astype(numpy.uint8))


def jpeg(image: Image.Image, quality: int = 85, orientation: int | None = None) -> bytes:
    options = {}
    if orientation is not None:
        exif = Image.Exif()
        exif[ORIENTATION_TAG] = orientation
        options["exif"] = exif
    return encoded(image, "JPEG", quality=quality, **options)


def sideways_jpeg(number: int) -> bytes:
    """Stored lying, shown upright: EXIF orientation 6."""
    upright = picture(number, 480, 640)
    return jpeg(upright.transpose(Image.Transpose.ROTATE_90), orientation=6)


def cmyk_jpeg(number: int) -> bytes:
    return jpeg(picture(number, 640, 480).convert("CMYK"))


def png(image: Image.Image, compress_level: int = 6) -> bytes:
    return encoded(image, "PNG", compress_level=compress_level)


def webp(image: Image.Image) -> bytes:
    return encoded(image, "WEBP", quality=80)


def animated(number: int, format: str) -> bytes:
    """Three frames, each a different picture."""
    frames = [picture(number + offset, 320, 240) for offset in (0, 5000, 6000)]
    return encoded(frames[0], format, save_all=True, append_images=frames[1:], duration=100)


def encoded(image: Image.Image, format: str, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def padded_png(data: bytes, byte_count: int) -> bytes:
    """The PNG grown to exactly this many bytes by a private chunk before its end."""
    filler = b"\0" * (byte_count - len(data) - 12)
    chunk = struct.pack(">I", len(filler)) + b"prVt" + filler
    chunk += struct.pack(">I", zlib.crc32(b"prVt" + filler))
    end = data.rindex(b"IEND") - 4
    return data[:end] + chunk + data[end:]


def cut(data: bytes) -> bytes:
    """The first half of a file."""
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    """One byte turned over in the middle of a file."""
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]
