"""Image files as the parts that they are made of, and put together again."""

from __future__ import annotations

import struct
import zlib

from mutations import format_of, table_size

# What a file begins with, and its parts: each whole, with what frames it.
Parts = tuple[bytes, list[bytes]]

# Of a JPEG: what stands alone, without a length.
STANDALONE = {0x01, *range(0xD0, 0xDA)}
START_OF_SCAN = 0xDA


def split(data: bytes) -> Parts:
    """The beginning of a file, and its parts; what is in no part is the last."""
    walk = {"jpeg": of_jpeg, "png": of_png, "gif": of_gif, "webp": of_webp}[format_of(data)]
    start, ends = walk(data)
    edges = [start, *ends, len(data)]
    return data[:start], [data[a:b] for a, b in zip(edges, edges[1:]) if a < b]


def joined(head: bytes, parts: list[bytes]) -> bytes:
    """The file of these parts; that of a WebP says how long it is."""
    body = b"".join(parts)
    if head.startswith(b"RIFF"):
        head = head[:4] + struct.pack("<I", min(len(body) + 4, 0xFFFFFFFF)) + head[8:]
    return head + body


def mended(chunk: bytes) -> bytes:
    """A chunk of a PNG with the checksum that it should have."""
    return chunk[:-4] + struct.pack(">I", zlib.crc32(chunk[4:-4])) if len(chunk) >= 12 else chunk


def of_jpeg(data: bytes) -> tuple[int, list[int]]:
    ends, offset = [], 2
    while offset + 4 <= len(data) and data[offset] == 0xFF:
        marker = data[offset + 1]
        offset += 2
        if marker not in STANDALONE:
            offset += struct.unpack_from(">H", data, offset)[0]
        if marker == START_OF_SCAN:
            offset = end_of_scan(data, offset)
        ends.append(offset)
    return 2, [end for end in ends if end < len(data)]


def end_of_scan(data: bytes, offset: int) -> int:
    """Where the coded data that begin there end: before the next marker that is no restart."""
    while (offset := data.find(b"\xff", offset)) >= 0:
        if offset + 1 < len(data) and data[offset + 1] not in {0, *range(0xD0, 0xD8)}:
            return offset
        offset += 1
    return len(data)


def of_png(data: bytes) -> tuple[int, list[int]]:
    ends, offset = [], 8
    while offset + 12 <= len(data):
        offset += 12 + struct.unpack_from(">I", data, offset)[0]
        ends.append(offset)
    return 8, [end for end in ends if end < len(data)]


def of_gif(data: bytes) -> tuple[int, list[int]]:
    start = offset = 13 + table_size(data[10])
    ends = []
    while offset + 10 < len(data) and data[offset] in (0x21, 0x2C):
        offset += 2 if data[offset] == 0x21 else 11 + table_size(data[offset + 9])
        while offset < len(data) and data[offset]:
            offset += 1 + data[offset]
        offset += 1
        ends.append(offset)
    return start, [end for end in ends if end < len(data)]


def of_webp(data: bytes) -> tuple[int, list[int]]:
    ends, offset = [], 12
    while offset + 8 <= len(data):
        (count,) = struct.unpack_from("<I", data, offset + 4)
        offset += 8 + count + count % 2
        ends.append(offset)
    return 12, [end for end in ends if end < len(data)]
