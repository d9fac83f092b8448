"""Copies of image files that are changed at random, part by part, and files that ask for much."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable

from mutations import format_of, height_field, with_height
from parts import joined, mended, split

BYTES_AT_LEAST, BYTES_AT_MOST = 40, 2_000_000
# The numbers at which readers go wrong, in as many bytes as there is room for.
EDGES = [0, 1, 2, 3, 7, 8, 9, 0x7F, 0x80, 0xFF, 0x100, 0x3FFF, 0x4000, 0x7FFF, 0x8000, 0xFFFF,
         0x10000, 0xFFFFFF, 0x1000000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]
# Where the parts of a format begin to say something, after what frames them.
FRAMING = {"jpeg": 4, "png": 8, "gif": 1, "webp": 8}
# One in so many files is made to ask for much.
BOMB_EVERY = 20


class Mutator:
    """Makes any number of files; the same for the same seed and the same files."""

    def __init__(self, originals: list[bytes], seed: int) -> None:
        self.chance = random.Random(seed)
        self.originals = [data for data in originals if format_of(data) and BYTES_AT_LEAST <= len(data) <= BYTES_AT_MOST]
        self.kinds: dict[str, list[bytes]] = {}
        for data in self.originals:
            self.kinds.setdefault(format_of(data) or "", []).append(data)

    def file(self) -> tuple[str, bytes]:
        """What was done, and the file."""
        if self.chance.randrange(BOMB_EVERY) == 0:
            make = self.chance.choice([pixels_of_nothing, text_of_nothing, parts_of_nothing])
            return make.__name__, make(self.chance)
        kind = self.chance.choice(list(self.kinds))
        names, data = [], self.chance.choice(self.kinds[kind])
        if self.chance.randrange(6) == 0:
            names, data = ["rows"], with_rows(data, kind, 2 ** self.chance.uniform(-6, 12))
        head, parts = split(data)
        for _ in range(self.chance.choice([1, 1, 1, 2, 3, 5])):
            change = self.chance.choice(CHANGES)
            names.append(change.__name__)
            if change in (other_bytes, number, long) and self.chance.randrange(8) == 0:
                head = change(self, kind, [head])[0]
            elif parts:
                parts = change(self, kind, parts)
        if kind == "png" and self.chance.randrange(4):
            parts = [mended(part) for part in parts]
        return "+".join(names), joined(head, parts)[:BYTES_AT_MOST]

    def place(self, parts: list[bytes]) -> int:
        return self.chance.randrange(len(parts))

    def few(self, most: int) -> int:
        """A number from 1, as often small as large."""
        return min(int(2 ** (self.chance.random() * most.bit_length())), most)


def with_rows(data: bytes, kind: str, factor: float) -> bytes:
    """The file that claims so many times its rows."""
    offset, is_big, is_lossless = height_field(data, kind)
    return data if offset is None else with_height(data, offset, is_big, is_lossless, factor)


def lost(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    place = mutator.place(parts)
    return parts[:place] + parts[place + 1 :] or parts


def repeated(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    """A part, or several in a row, as often as a file may hold them: scans, frames, chunks."""
    start = mutator.place(parts)
    end = min(start + mutator.few(4), len(parts))
    byte_count = sum(map(len, parts[start:end])) or 1
    times = mutator.few(max(min(BYTES_AT_MOST // byte_count, 30_000), 1))
    return parts[:start] + parts[start:end] * times + parts[end:]


def exchanged(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    one, other = mutator.place(parts), mutator.place(parts)
    parts = list(parts)
    parts[one], parts[other] = parts[other], parts[one]
    return parts


def grafted(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    """A part of another file of the format."""
    strange = split(mutator.chance.choice(mutator.kinds[kind]))[1]
    place = mutator.place(parts)
    instead = mutator.chance.randrange(2)
    return parts[:place] + [mutator.chance.choice(strange)] + parts[place + instead :] if strange else parts


def cut(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    place = mutator.place(parts)
    end = mutator.chance.randrange(len(parts[place]) + 1)
    rest = parts[place + 1 :] if mutator.chance.randrange(2) else []
    return parts[:place] + [parts[place][:end]] + rest


def other_bytes(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    return in_part(mutator, parts, lambda part: spoilt(mutator, part))


def spoilt(mutator: Mutator, part: bytes) -> bytes:
    changed = bytearray(part)
    for _ in range(mutator.few(64)):
        place = mutator.chance.randrange(len(changed))
        changed[place] = mutator.chance.choice([0, 0xFF, changed[place] ^ 1 << mutator.chance.randrange(8),
                                                mutator.chance.randrange(256)])
    return bytes(changed)


def number(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    """Another number where parts have their sizes, counts and kinds."""
    offset = FRAMING[kind] + mutator.chance.randrange(26)
    return in_part(mutator, parts, lambda part: with_number(mutator, part, offset))


def framing(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    """Another length, marker or type."""
    offset = mutator.chance.randrange(FRAMING[kind])
    return in_part(mutator, parts, lambda part: with_number(mutator, part, offset))


def with_number(mutator: Mutator, part: bytes, offset: int) -> bytes:
    value = mutator.chance.choice([*EDGES, mutator.chance.getrandbits(32)])
    layout = mutator.chance.choice([">B", ">H", "<H", ">I", "<I"])
    size = struct.calcsize(layout)
    if offset + size > len(part):
        return part
    written = struct.pack(layout, value & (1 << 8 * size) - 1)
    return part[:offset] + written + part[offset + size :]


def long(mutator: Mutator, kind: str, parts: list[bytes]) -> list[bytes]:
    """Bytes that were not there: zeros, or at random."""
    count = mutator.few(100_000)
    strange = bytes(count) if mutator.chance.randrange(2) else mutator.chance.randbytes(count)
    return in_part(mutator, parts, lambda part: inserted(mutator, part, strange))


def inserted(mutator: Mutator, part: bytes, strange: bytes) -> bytes:
    place = mutator.chance.randrange(len(part) + 1)
    return part[:place] + strange + part[place:]


def in_part(mutator: Mutator, parts: list[bytes], change: Callable[[bytes], bytes]) -> list[bytes]:
    place = mutator.place(parts)
    if not parts[place]:
        return parts
    return parts[:place] + [change(parts[place])] + parts[place + 1 :]


CHANGES = [lost, repeated, exchanged, grafted, cut, other_bytes, number, number, framing, long]


def chunk(kind: bytes, data: bytes) -> bytes:
    return mended(struct.pack(">I", len(data)) + kind + data + bytes(4))


def png(header: bytes, *chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(chunks) + chunk(b"IEND", b"")


def zeros(count: int) -> bytes:
    """So many bytes of zero, compressed to a thousandth."""
    block, press = bytes(1 << 20), zlib.compressobj(1)
    whole = [press.compress(block) for _ in range(count >> 20)]
    return b"".join([*whole, press.compress(block[: count & (1 << 20) - 1]), press.flush()])


def pixels_of_nothing(chance: random.Random) -> bytes:
    """A PNG of up to 300 million bytes of samples, or of some of those that it claims."""
    colour, samples = chance.choice([(0, 1), (2, 3), (4, 2), (6, 4)])
    depth = chance.choice([8, 16])
    pixel_count = int(2 ** (20 + 8 * chance.random())) * 8 // (samples * depth)
    width = max(int(pixel_count ** (0.2 + 0.6 * chance.random())), 1)
    height = max(pixel_count // width, 1)
    byte_count = height * (1 + width * samples * depth // 8)
    given = byte_count if chance.randrange(2) else int(byte_count * 2 * chance.random())
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, chance.randrange(2))
    return png(header, chunk(b"IDAT", zeros(given)))


def text_of_nothing(chance: random.Random) -> bytes:
    """A PNG with text or a profile of up to a hundred million bytes."""
    name = chance.choice([b"zTXt", b"iCCP", b"iTXt"])
    keyword = b"a\0\1\0\0\0" if name == b"iTXt" else b"a\0\0"
    metadata = chunk(name, keyword + zeros(int(2 ** (16 + 11 * chance.random()))))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return png(header, metadata * chance.choice([1, 2, 20]), chunk(b"IDAT", zeros(2)))


def parts_of_nothing(chance: random.Random) -> bytes:
    """A file that is cut into up to 130,000 parts, frames or segments that hold next to nothing."""
    count = int(2 ** (17 * chance.random()))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, *chance.choice([(1, 1), (9999, 9999)]), 0) + b"\x02\x02\x44\x01\0"
    return chance.choice([
        png(header, chunk(b"tEXt", b"a\0") * count, chunk(b"IDAT", zeros(2))),
        png(header, chunk(b"IDAT", b"") * count, chunk(b"IDAT", zeros(2))),
        b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6) + frame * count + b";",
        b"\xff\xd8" + b"\xff\xfe\0\2" * count + b"\xff\xd9",
    ])
