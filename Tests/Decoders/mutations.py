"""Copies of an image file with one kind of damage each."""

from __future__ import annotations

import struct
from collections.abc import Iterator

Named = tuple[str, bytes]

END_MARKERS = {
    "jpeg": b"\xff\xd9",
    "png": b"\x00\x00\x00\x00IEND\xae\x42\x60\x82",
    "gif": b"\x00\x3b",
    "webp": b"",
}


# The rows of a JPEG's blocks, which hold some more than a low picture shows.
UNIT_ROWS = 16


def format_of(data: bytes) -> str | None:
    """The format by its signature; None for one that is not decoded."""
    if data.startswith(b"\xff\xd8"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def mutations(data: bytes, cut_count: int) -> Iterator[Named]:
    """Every damaged copy of a file."""
    kind = format_of(data)
    if kind is None or len(data) < 40:
        return
    for part in range(1, cut_count + 1):
        cut = data[: len(data) * part // (cut_count + 1)]
        yield f"cut-{part}", cut
        yield f"cut-{part}-ended", ended(cut, kind)
    yield "tail-zeroed", data[: len(data) * 7 // 10] + bytes(len(data) - len(data) * 7 // 10)
    offset, is_big, is_lossless = height_field(data, kind)
    if offset is not None and not (kind == "jpeg" and height_in(data, offset) <= UNIT_ROWS):
        yield "rows-doubled", with_height(data, offset, is_big, is_lossless, 2)
        if kind in {"jpeg", "png"}:
            yield "rows-halved", with_height(data, offset, is_big, is_lossless, 0.5)
    seen: set[str] = set()
    for name, start, end in segments(data, kind):
        if name not in seen and start < end:
            seen.add(name)
            place = (start + end) // 2
            label = "".join(letter if letter.isalnum() or letter == "-" else "_" for letter in name)
            yield f"flipped-{label}", data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :]


def ended(cut: bytes, kind: str) -> bytes:
    """The cut file with the end that its format asks for."""
    if kind == "webp" and len(cut) >= 12:
        return cut[:4] + struct.pack("<I", len(cut) - 8) + cut[8:]
    return cut + END_MARKERS[kind]


def height_field(data: bytes, kind: str) -> tuple[int | None, bool, bool]:
    """Where the height stands, whether its most significant byte is first, whether it is VP8L's."""
    if kind == "png":
        return 22, True, False
    for name, start, _ in segments(data, kind):
        if kind == "jpeg" and name in {"c0", "c1", "c2", "c9", "ca"}:
            return start + 1, True, False
        if kind == "gif" and name == "image":
            return start + 7, False, False
        if kind == "webp" and name == "VP8":
            return start + 8, False, False
        if kind == "webp" and name == "VP8L":
            return start + 1, False, True
    return None, False, False


def height_in(jpeg: bytes, offset: int) -> int:
    return struct.unpack_from(">H", jpeg, offset)[0]


def with_height(data: bytes, offset: int, is_big: bool, is_lossless: bool, factor: float) -> bytes:
    """The file whose header says so many times its height."""
    if is_lossless:
        (fields,) = struct.unpack_from("<I", data, offset)
        height = min(max(int(factor * ((fields >> 14 & 0x3FFF) + 1)), 1), 0x4000) - 1
        fields = fields & ~(0x3FFF << 14) | height << 14
        return data[:offset] + struct.pack("<I", fields) + data[offset + 4 :]
    layout = ">H" if is_big else "<H"
    (height,) = struct.unpack_from(layout, data, offset)
    height = min(max(int(factor * height), 1), 0x3FFF)
    changed = data[:offset] + struct.pack(layout, height) + data[offset + 2 :]
    return with_checksum(changed) if data.startswith(b"\x89PNG") else changed


def with_checksum(data: bytes) -> bytes:
    """The PNG with the checksum that its first chunk should have."""
    import zlib

    return data[:29] + struct.pack(">I", zlib.crc32(data[12:29])) + data[33:]


def segments(data: bytes, kind: str) -> Iterator[tuple[str, int, int]]:
    """Name, start and end of what each chunk, segment or block holds."""
    walk = {"jpeg": jpeg_segments, "png": png_chunks, "gif": gif_blocks, "webp": webp_chunks}
    try:
        yield from walk[kind](data)
    except (IndexError, struct.error):
        return


def jpeg_segments(data: bytes) -> Iterator[tuple[str, int, int]]:
    offset = 2
    while offset + 4 <= len(data) and data[offset] == 0xFF:
        (count,) = struct.unpack_from(">H", data, offset + 2)
        end = min(offset + 2 + count, len(data))
        yield f"{data[offset + 1]:02x}", offset + 4, end
        if data[offset + 1] == 0xDA:
            yield "scan", end, len(data) - 2
            return
        offset = end


def png_chunks(data: bytes) -> Iterator[tuple[str, int, int]]:
    offset = 8
    while offset + 12 <= len(data):
        (count,) = struct.unpack_from(">I", data, offset)
        name = data[offset + 4 : offset + 8].decode("latin-1")
        yield name, offset + 8, min(offset + 8 + count, len(data))
        offset += 12 + count


def gif_blocks(data: bytes) -> Iterator[tuple[str, int, int]]:
    offset = 13 + table_size(data[10])
    yield "screen", 6, 13
    while data[offset] != 0x3B:
        start = offset
        if data[offset] == 0x2C:
            yield "image", offset, offset + 10
            offset += 11 + table_size(data[offset + 9])
            name, start = "data", offset
        elif data[offset] == 0x21:
            name, offset = f"extension-{data[offset + 1]:02x}", offset + 2
        else:
            return
        while data[offset]:
            offset += 1 + data[offset]
        offset += 1
        yield name, start, offset


def table_size(packed: int) -> int:
    return 3 * (2 << (packed & 7)) if packed & 0x80 else 0


def webp_chunks(data: bytes) -> Iterator[tuple[str, int, int]]:
    offset = 12
    while offset + 8 <= len(data):
        (count,) = struct.unpack_from("<I", data, offset + 4)
        name = data[offset : offset + 4].decode("latin-1").strip()
        yield name, offset + 8, min(offset + 8 + count, len(data))
        offset += 8 + count + count % 2
