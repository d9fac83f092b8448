"""Pixels as a PNG, losslessly and fast, without a library."""

from __future__ import annotations

import struct
import zlib
from typing import Any

_COLOR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
"""The colour type of PNG by the number of channels (ISO/IEC 15948, table 11.1)."""


def png_of_array(array: Any) -> bytes:
    """The PNG of an array of whole numbers: rows, columns, and 1 to 4 channels, if there are any.

    Raises `TypeError` where its shape or its type is another.
    """
    kind = array.__array_interface__["typestr"]
    shape = tuple(array.shape)
    if kind[1:] not in ("u1", "b1", "u2"):
        raise TypeError(
            f"Expected an array of uint8, uint16 or bool, found {array.dtype}: what its numbers"
            " mean as light is not known"
        )
    if len(shape) not in (2, 3) or 0 in shape or (len(shape) == 3 and shape[2] not in _COLOR_TYPES):
        raise TypeError(
            f"Expected an array of rows, columns and 1 to 4 channels, found the shape {shape}"
        )
    height, width = shape[:2]
    channels = shape[2] if len(shape) == 3 else 1
    bit_depth = 16 if kind[1:] == "u2" else 8
    if kind[1:] == "b1":
        array = array.astype("uint8") * 255
    if bit_depth == 16:
        array = array.astype(">u2")  # PNG is big-endian
    pixels = array.tobytes()
    return _png(pixels, width, height, bit_depth, channels)


def _png(pixels: bytes, width: int, height: int, bit_depth: int, channels: int) -> bytes:
    row = width * channels * bit_depth // 8
    # Filter type 0 before every row: the bytes go to a decoder on this machine, not over a wire.
    filtered = b"".join(
        b"\0" + pixels[start : start + row] for start in range(0, row * height, row)
    )
    header = struct.pack(">IIBBBBB", width, height, bit_depth, _COLOR_TYPES[channels], 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(filtered, 1)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
