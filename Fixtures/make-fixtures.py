#!/usr/bin/env python3
"""Makes every file in images/, conversation.json, the Swift catalogue of names, and README.md.

    python3 -m venv .venv-fixtures
    .venv-fixtures/bin/pip install pillow==13.0.0
    .venv-fixtures/bin/python Fixtures/make-fixtures.py

PNG, GIF, EXIF and ICC are written here byte by byte, because tests rest on their exact structure;
JPEG and WebP are encoded by Pillow, and what Pillow does not write by libjpeg-turbo's cjpeg. Nothing is random, dated or copied: two runs give the same
bytes. To add a fixture, add a row to the family it belongs to and run the script.
"""

from __future__ import annotations

import base64
import io
import json
import math
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import PIL
from PIL import Image, ImageFilter

PILLOW_VERSION = "13.0.0"
FOLDER = Path(__file__).resolve().parent


@dataclass
class Fixture:
    """One row of the catalogue: a file, what it is for, and how it was made."""

    name: str
    data: bytes
    shows: str
    recipe: str

    ACRONYMS = "rgb|rgba|gps|icc|cmyk|crc|idat|ihdr|eoi|bmp|svg|pdf|ico|heic|avif|jxl|jp2|actl|p3|cicp|pq|hlg|riff"

    @property
    def identifier(self) -> str:
        """The Swift name: the file's stem in camel case, acronyms in capitals but for the first."""
        first, *rest = re.split(r"[-.]", self.name.rsplit(".", 1)[0].lower())
        return first + "".join(
            word.upper() if re.fullmatch(rf"({self.ACRONYMS})\d*", word) else word.capitalize()
            for word in rest
        )


# --- Pictures ------------------------------------------------------------------------------------

RED, GREEN, BLUE, SAND = (200, 40, 40), (40, 150, 70), (40, 70, 190), (230, 220, 170)
BLACK, WHITE, CLEAR = (0, 0, 0), (255, 255, 255), (0, 0, 0, 0)


def mark(width: int = 256, height: int = 208) -> Image.Image:
    """Four coloured quarters under a black F: no turn and no mirroring leaves it as it was.

    Both sides are multiples of 16, so that a JPEG of it turns without a partial block.
    """
    image = Image.new("RGB", (width, height), SAND)
    middle_x, middle_y = width // 2, height // 2
    image.paste(RED, (0, 0, middle_x, middle_y))
    image.paste(GREEN, (middle_x, 0, width, middle_y))
    image.paste(BLUE, (0, middle_y, middle_x, height))
    for box in [(88, 32, 112, 176), (112, 32, 176, 56), (112, 88, 160, 112)]:
        image.paste(BLACK, box)
    return image


GLYPHS = {
    "T": ("#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#.."),
    "E": ("#####", "#....", "#....", "####.", "#....", "#....", "#####"),
    "X": ("#...#", "#...#", ".#.#.", "..#..", ".#.#.", "#...#", "#...#"),
}


def text(mode: str, ink, paper, word: str = "TEXT", scale: int = 10) -> Image.Image:
    """A word in block letters, 280 x 210 px."""
    image = Image.new(mode, (280, 210), paper)
    for position, letter in enumerate(word):
        for row, line in enumerate(GLYPHS[letter]):
            for column, dot in enumerate(line):
                if dot == "#":
                    x, y = 20 + (position * 6 + column) * scale, 70 + row * scale
                    image.paste(ink, (x, y, x + scale, y + scale))
    return image


def page(width: int = 480, height: int = 6000, size: int = 2) -> Image.Image:
    """Lines of words in block letters beside a rule down the page.

    Letters are 7 times `size` px high. Every fortieth line is a heading, twice as high. No line is
    like the one before it.
    """
    image = Image.new("L", (width, height), 255)
    image.paste(128, (10, 0, 11, height))
    top, line = 20, 0
    while top < height - 40:
        scale = 2 * size if line % 40 == 0 else size
        for position in range((width - 60) // (6 * scale)):
            letter = "TEX "[(line * 7 + position * (line % 5 + 3)) % 4]
            for row, dots in enumerate(GLYPHS.get(letter, ())):
                for column, dot in enumerate(dots):
                    if dot == "#":
                        x, y = 30 + (position * 6 + column) * scale, top + row * scale
                        image.paste(0, (x, y, x + scale, y + scale))
        top, line = top + 7 * scale + 10, line + 1
    return image


def landscape(width: int = 640, height: int = 480) -> Image.Image:
    """A sky with a sun over two ridges and a grainy meadow: as much detail as a photograph."""
    grain = 1
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            grain = (grain * 1103515245 + 12345) % 2**31
            pixels += bytes(landscape_pixel(x, y, (grain >> 16) % 24))
    return Image.frombytes("RGB", (width, height), bytes(pixels))


def landscape_pixel(x: int, y: int, grain: int) -> tuple[int, int, int]:
    far = 210 + 40 * math.sin(x / 90) + 15 * math.sin(x / 23)
    near = 300 + 30 * math.sin(x / 130 + 2)
    if y > near:
        return 70 + grain, 110 + grain + (y - 240) // 8, 50 + grain
    if y > far:
        return 90, 105 + grain // 4, 130 + (y - 160) // 4
    if (x - 480) ** 2 + (y - 90) ** 2 < 45**2:
        return 255, 240, 190
    return 120 + y // 3, 165 + y // 4, 230


# --- PNG (W3C PNG, third edition) ----------------------------------------------------------------

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_GRAY, PNG_RGB, PNG_PALETTE, PNG_GRAY_ALPHA, PNG_RGBA = 0, 2, 3, 4, 6
PNG_COLOR_OF_MODE = {
    "L": PNG_GRAY, "RGB": PNG_RGB, "P": PNG_PALETTE, "LA": PNG_GRAY_ALPHA, "RGBA": PNG_RGBA,
}
IEND = (b"IEND", b"")


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, each a type and its data; lengths and CRCs are added."""
    return PNG_SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def ihdr(width: int, height: int, depth: int, color: int) -> tuple[bytes, bytes]:
    return b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)


def scanlines(width_bytes: int, samples: bytes) -> bytes:
    """The compressed rows, each behind filter type 0 (none)."""
    rows = (samples[i : i + width_bytes] for i in range(0, len(samples), width_bytes))
    return zlib.compress(b"".join(b"\0" + row for row in rows), 9)


def png_of(image: Image.Image, *extra: tuple[bytes, bytes], depth: int = 8, tail=(IEND,)) -> bytes:
    """A Pillow image as PNG, with extra chunks before its IDAT and `tail` after it."""
    samples = image.tobytes()
    width_bytes = len(samples) // image.height
    if depth == 16:
        samples = bytes(byte for sample in samples for byte in (sample, sample))
        width_bytes *= 2
    header = ihdr(*image.size, depth, PNG_COLOR_OF_MODE[image.mode])
    palette = [(b"PLTE", bytes(image.getpalette()))] if image.mode == "P" else []
    return png(header, *palette, *extra, (b"IDAT", scanlines(width_bytes, samples)), *tail)


def cicp(primaries: int, transfer: int, full_range: int = 1) -> tuple[bytes, bytes]:
    return b"cICP", bytes([primaries, transfer, 0, full_range])


def chrm(xy: tuple[float, ...]) -> tuple[bytes, bytes]:
    """White, red, green, blue, x and y each."""
    return b"cHRM", struct.pack(">8I", *(round(100_000 * value) for value in xy))


SRGB_XY = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
P3_XY = (0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)


def low_bits(image: Image.Image, bits: int) -> bytes:
    """A grey image in 16 bits of which only the low ones are used."""
    largest = (1 << bits) - 1
    samples = b"".join(struct.pack(">H", byte * largest // 255) for byte in image.tobytes())
    header = ihdr(*image.size, 16, PNG_GRAY)
    data = scanlines(2 * image.width, samples)
    return png(header, (b"sBIT", bytes([bits])), (b"IDAT", data), IEND)


def stripes(width: int, height: int) -> bytes:
    """A 1-bit PNG of black and white bars 4 px wide: sharp, of any size, and tiny."""
    row = b"\0" + b"\xf0" * ((width + 7) // 8)
    return png(ihdr(width, height, 1, PNG_GRAY), (b"IDAT", zlib.compress(row * height, 9)), IEND)


def iccp(profile: bytes) -> tuple[bytes, bytes]:
    return b"iCCP", b"profile\0\0" + zlib.compress(profile, 9)


def actl(frame_count: int) -> tuple[bytes, bytes]:
    return b"acTL", struct.pack(">II", frame_count, 0)


def fctl(sequence: int, size: tuple[int, int]) -> tuple[bytes, bytes]:
    """A frame that covers the canvas for half a second."""
    return b"fcTL", struct.pack(">IIIIIHHBB", sequence, *size, 0, 0, 1, 2, 0, 0)


def fdat(sequence: int, image: Image.Image) -> tuple[bytes, bytes]:
    return b"fdAT", struct.pack(">I", sequence) + idat(image)[1]


def idat(image: Image.Image) -> tuple[bytes, bytes]:
    return b"IDAT", scanlines(image.width * len(image.mode), image.tobytes())


# --- GIF 89a -------------------------------------------------------------------------------------

GIF_TRAILER = b";"
LOOP_FOREVER = b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"


def gif(size: tuple[int, int], *frames: bytes, palette=(BLACK, WHITE), loop=b"") -> bytes:
    """A GIF without its trailer: screen of `size`, global colour table, the frames."""
    bits = max(1, (len(palette) - 1).bit_length())
    table = b"".join(map(bytes, palette)).ljust(3 * 2**bits, b"\0")
    screen = struct.pack("<HHBBB", *size, 0xF0 | bits - 1, 0, 0)
    return b"GIF89a" + screen + table + loop + b"".join(frames)


def gif_frame(size: tuple[int, int], indices: bytes, code_size: int = 2) -> bytes:
    """One frame at the top left, its colour indices LZW-compressed."""
    packed = lzw(indices, code_size)
    blocks = b"".join(
        bytes([len(part)]) + part
        for part in (packed[i : i + 255] for i in range(0, len(packed), 255))
    )
    return b"," + struct.pack("<HHHHB", 0, 0, *size, 0) + bytes([code_size]) + blocks + b"\0"


def lzw(indices: bytes, code_size: int) -> bytes:
    """GIF's variable-length LZW, least significant bit first; a full table is cleared."""
    clear, end = 1 << code_size, (1 << code_size) + 1
    bits, bit_count = 0, 0

    def emit(code: int, width: int) -> None:
        nonlocal bits, bit_count
        bits |= code << bit_count
        bit_count += width

    table = {bytes([i]): i for i in range(clear)}
    width, known = code_size + 1, b""
    emit(clear, width)
    for index in indices:
        longer = known + bytes([index])
        if longer in table:
            known = longer
            continue
        emit(table[known], width)
        table[longer] = len(table) + 2
        width += table[longer] == 1 << width
        if len(table) + 2 == 4095:
            emit(clear, width)
            table = {bytes([i]): i for i in range(clear)}
            width = code_size + 1
        known = bytes([index])
    if known:
        emit(table[known], width)
    emit(end, width)
    return bits.to_bytes((bit_count + 7) // 8, "little")


def gif_clear(index: int) -> bytes:
    """A graphic control extension that makes one colour of the next frame clear."""
    return b"!\xf9\x04\x01\0\0" + bytes([index, 0])


def gif_of(*images: Image.Image, loop=b"") -> bytes:
    """The mark, or turned copies of it, as GIF frames in its own five colours."""
    palette = (RED, GREEN, BLUE, SAND, BLACK)
    frames = []
    for image in images:
        colors = (tuple(image.getpixel((x, y))) for y in range(208) for x in range(256))
        frames.append(gif_frame(image.size, bytes(map(palette.index, colors)), code_size=3))
    return gif(images[0].size, *frames, palette=palette, loop=loop)


# --- EXIF (CIPA DC-008) and ICC (ICC.1:2001-04) --------------------------------------------------

SHORT, LONG, ASCII, RATIONAL = 3, 4, 2, 5


def ifd(offset: int, order: str, *entries: tuple[int, int, int, bytes]) -> bytes:
    """A TIFF directory at `offset`: tag, type, count, value; longer values follow the entries."""
    data_offset = offset + 2 + 12 * len(entries) + 4
    directory, data = struct.pack(order + "H", len(entries)), b""
    for tag, kind, count, value in entries:
        if len(value) > 4:
            place, data = struct.pack(order + "I", data_offset + len(data)), data + value
        else:
            place = value.ljust(4, b"\0")
        directory += struct.pack(order + "HHI", tag, kind, count) + place
    return directory + bytes(4) + data


def exif_orientation(value: int, order: str = "<") -> bytes:
    """A TIFF block that holds the orientation and nothing else."""
    header = {"<": b"II*\0\x08\0\0\0", ">": b"MM\0*\0\0\0\x08"}[order]
    return header + ifd(8, order, (0x0112, SHORT, 1, struct.pack(order + "H", value)))


def exif_gps(*, longitude: bool = True) -> bytes:
    """A TIFF block that places the picture at Greenwich, or only on its parallel."""
    entries = [(1, ASCII, 2, b"N\0"), (2, RATIONAL, 3, struct.pack("<6I", 51, 1, 28, 1, 40, 1))]
    if longitude:
        entries += [(3, ASCII, 2, b"W\0"), (4, RATIONAL, 3, struct.pack("<6I", 0, 1, 0, 1, 5, 1))]
    gps_offset = 8 + 2 + 12 + 4
    root = ifd(8, "<", (0x8825, LONG, 1, struct.pack("<I", gps_offset)))
    return b"II*\0\x08\0\0\0" + root + ifd(gps_offset, "<", *entries)


# Primaries adapted to D50, as the colorants of a matrix profile.
PRIMARIES = {
    "sRGB": ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7142)),
    "Adobe RGB": ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446)),
    "Display P3": ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841)),
}
D50 = (0.9642, 1.0, 0.8249)


def icc_xyz(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in xyz))


def icc_description(name: str) -> bytes:
    line = name.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(line)) + line + bytes(4 + 4 + 2 + 1 + 67)


def icc(name: str) -> bytes:
    """A version 2 display profile: one of PRIMARIES with gamma 2.2, or "Gray" with gamma 2.2."""
    gamma = b"curv" + bytes(4) + struct.pack(">IH", 1, round(2.2 * 256)) + bytes(2)
    tags = {
        b"desc": icc_description(f"{name}, made for imgcheck"),
        b"cprt": b"text" + bytes(4) + b"Apache-2.0\0",
        b"wtpt": icc_xyz(D50),
    }
    if name == "Gray":
        tags[b"kTRC"] = gamma
    else:
        for letter, xyz in zip(b"rgb", PRIMARIES[name]):
            tags[bytes([letter]) + b"XYZ"] = icc_xyz(xyz)
            tags[bytes([letter]) + b"TRC"] = gamma
    return icc_file(b"GRAY" if name == "Gray" else b"RGB ", tags)


def icc_file(color_space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """The header, the tag table and the tags, each padded to four bytes."""
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for signature, data in tags.items():
        table += signature + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I", start + len(body)) + b"\0\0\0\0\x02\x10\0\0mntr" + color_space
    header += b"XYZ " + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    header += bytes(28) + icc_xyz(D50)[8:]
    return header.ljust(128, b"\0") + table + body


# --- JPEG and WebP, encoded by Pillow ------------------------------------------------------------

SOS = b"\xff\xda"


def app1(payload: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload


GAIN_MAP_XMP = app1(
    b'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"/></rdf:RDF></x:xmpmeta>'
)


def jpeg(image: Image.Image, **options) -> bytes:
    """A JPEG at quality 90 without chroma subsampling, unless the options say otherwise."""
    return saved(image, "JPEG", **({"quality": 90, "subsampling": 0} | options))


def arithmetic(image: Image.Image, *options: str) -> bytes:
    """An arithmetically coded JPEG at quality 75, by Debian's libjpeg-turbo-progs."""
    command = ["cjpeg", "-arithmetic", "-dct", "int", *options]
    return subprocess.run(command, input=saved(image, "PPM"), capture_output=True, check=True).stdout


def with_height(data: bytes, frame: int, height: int) -> bytes:
    """A JPEG whose frame header, of this code, says another height."""
    start = data.index(bytes([0xFF, frame])) + 5
    return data[:start] + struct.pack(">H", height) + data[start + 2 :]


def with_scans(data: bytes, count: int) -> bytes:
    """A progressive JPEG with its first scans and an end marker."""
    end = 0
    for _ in range(count + 1):
        end = data.index(SOS, end + 1)
    return data[: data.rindex(b"\xff\xc4", 0, end)] + b"\xff\xd9"


def zeroed(data: bytes, share: float) -> bytes:
    """A file of which only a share came, in a room that was made for all of it."""
    count = int(len(data) * share)
    return data[:count] + bytes(len(data) - count)


def half_flat(width: int = 200, height: int = 200) -> Image.Image:
    """The landscape above white, of which coders make zeros."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(landscape(width, height // 2), (0, 0))
    return image


def webp(image: Image.Image, **options) -> bytes:
    return saved(image, "WEBP", **({"quality": 80} | options))


def webp_animation(*images: Image.Image) -> bytes:
    """A WebP animation (RFC 9649, section 2.7.1) whose frames fill the canvas for 0.5 s."""
    sides = b"".join((side - 1).to_bytes(3, "little") for side in images[0].size)
    place, duration = bytes(6), (500).to_bytes(3, "little") + b"\0"
    frames = [(b"ANMF", place + sides + duration + webp(image)[12:]) for image in images]
    chunks = [(b"VP8X", b"\x02\0\0\0" + sides), (b"ANIM", bytes(6)), *frames]
    body = b"".join(
        kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for kind, data in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def saved(image: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg_exif(tiff: bytes) -> dict[str, bytes]:
    return {"exif": b"Exif\0\0" + tiff}


def inserted(data: bytes, extra: bytes, before: bytes) -> bytes:
    """The bytes with `extra` in front of the first occurrence of `before`."""
    head, separator, tail = data.partition(before)
    assert separator, "nothing to insert before"
    return head + extra + separator + tail


def scan_selecting_nothing(data: bytes) -> bytes:
    """A baseline JPEG of three components whose scan header has zeros in its last three bytes."""
    start = data.index(SOS) + 11
    assert data[start : start + 3] == b"\0\x3f\0", "no baseline scan"
    return data[:start] + bytes(3) + data[start + 3 :]


def adobe(transform: int) -> bytes:
    """An Adobe segment (T.872, 6.5.3)."""
    return b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0" + bytes([transform])


def unpadded(data: bytes) -> bytes:
    """A WebP without the padding of its last chunk."""
    assert data[-1] == 0 and len(data) % 2 == 0, "no padding"
    return data[:-1]


# --- The catalogue, family by family -------------------------------------------------------------


def formats() -> list[Fixture]:
    photo, plain = landscape(), mark()
    gray, palette = plain.convert("L"), plain.quantize(8)
    bars = bytes(x // 16 % 2 for x in range(256)) * 208
    clear_first = (b"tRNS", b"\0")
    rows = [
        ("jpeg-photo.jpg", jpeg(photo, quality=75, subsampling=2),
         "An ordinary photograph.", "The landscape, Pillow, quality 75, 4:2:0."),
        ("jpeg-progressive.jpg", jpeg(photo, quality=60, subsampling=2, progressive=True),
         "A progressive JPEG.", "The landscape, Pillow, quality 60, 4:2:0, progressive."),
        ("jpeg-gray.jpg", jpeg(gray), "One component.", "The mark in grey, Pillow, quality 90."),
        ("jpeg-mark.jpg", jpeg(plain),
         "A small JPEG in colour.", "The mark, Pillow, quality 90, 4:4:4."),
        ("png-rgb8.png", png_of(plain), "Eight bits, colour.", "The mark, colour type 2, 8 bits."),
        ("png-gray8.png", png_of(gray),
         "Eight bits, grey.", "The mark in grey, colour type 0, 8 bits."),
        ("png-gray1.png", stripes(256, 208), "One bit.", "Bars 4 px wide, colour type 0, 1 bit."),
        ("png-palette.png", png_of(palette), "A palette.", "The mark, colour type 3, 8 bits."),
        ("png-interlaced.png", interlaced(), "Adam7.", "Bars 8 px wide, 1 bit, seven passes."),
        ("gif-still.gif", gif_of(plain) + GIF_TRAILER, "One frame.", "The mark, one frame."),
        ("gif-still-loop.gif", gif_of(plain, loop=LOOP_FOREVER) + GIF_TRAILER,
         "Still, though a loop is asked for.", "The mark, one frame, NETSCAPE2.0 loop extension."),
        ("webp-lossy.webp", webp(plain), "VP8.", "The mark, Pillow, quality 80."),
        ("webp-lossless.webp", webp(plain, lossless=True), "VP8L.", "The mark, Pillow, lossless."),
        ("png-rgba-text.png", png_of(text("RGBA", (0, 0, 0, 255), CLEAR)),
         "IMG208: unreadable on a black background.", "TEXT in black on clear, colour type 6."),
        ("png-rgba-opaque.png", png_of(text("RGBA", (0, 0, 0, 255), (255, 255, 255, 255))),
         "An alpha channel that hides nothing.", "TEXT in black on white, every alpha 255."),
        ("png-gray-alpha.png", png_of(text("LA", (0, 255), (0, 0))),
         "IMG208: grey with alpha.", "TEXT in black on clear, colour type 4."),
        ("png-palette-clear.png", png_of(palette, clear_first),
         "IMG208: a clear palette entry.", "The mark, colour type 3, tRNS makes entry 0 clear."),
        ("png-rgb-clear.png", png_of(plain, (b"tRNS", struct.pack(">3H", *SAND))),
         "IMG208: one clear colour.", "The mark, colour type 2, tRNS makes its sand colour clear."),
        ("gif-clear.gif", gif((256, 208), gif_clear(0), gif_frame((256, 208), bars)) + GIF_TRAILER,
         "IMG208: a clear colour.", "White bars on clear, 16 px wide."),
        ("webp-lossy-alpha.webp", webp(text("RGBA", (0, 0, 0, 255), CLEAR)),
         "IMG208: VP8 with ALPH.", "TEXT in black on clear, Pillow, quality 80."),
        ("webp-lossless-alpha.webp", webp(text("RGBA", (0, 0, 0, 255), CLEAR), lossless=True),
         "IMG208: VP8L with alpha.", "TEXT in black on clear, Pillow, lossless."),
    ]
    return [Fixture(*row) for row in rows]


# First column, first row, and the steps from there, of each pass (PNG, section 8.1).
ADAM7 = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
    (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
]


def interlaced() -> bytes:
    """Bars 8 px wide, 256 x 208 px, 1 bit, in the seven passes of Adam7."""
    width, height, data = 256, 208, b""
    for x0, y0, dx, dy in ADAM7:
        columns = range(x0, width, dx)
        row = "".join("1" if x // 8 % 2 else "0" for x in columns).ljust(-len(columns) % 8, "0")
        packed = int(row, 2).to_bytes((len(columns) + 7) // 8, "big")
        data += (b"\0" + packed) * len(range(y0, height, dy))
    header = struct.pack(">IIBBBBB", width, height, 1, PNG_GRAY, 0, 0, 1)
    return png((b"IHDR", header), (b"IDAT", zlib.compress(data, 9)), IEND)


def animations() -> list[Fixture]:
    plain = mark()
    turned, mirrored = plain.rotate(180), plain.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    size, first = plain.size, idat(plain)
    header = ihdr(*size, 8, PNG_RGB)
    rows = [
        ("gif-2-frames.gif", gif_of(plain, turned, loop=LOOP_FOREVER) + GIF_TRAILER,
         "IMG103, IMG104: the fewest frames that move.",
         "The mark and the mark turned, in a loop."),
        ("gif-3-frames.gif", gif_of(plain, turned, mirrored) + GIF_TRAILER,
         "IMG103, IMG104: no loop extension.", "The mark, turned, mirrored."),
        ("webp-2-frames.webp", webp_animation(plain, turned),
         "IMG103, IMG104: ANMF twice.", "The mark and the mark turned, Pillow, quality 80."),
        ("webp-1-frame.webp", webp_animation(plain),
         "Still, though it is written as an animation.", "The mark in a single ANMF chunk."),
        ("apng-2-frames.png",
         png(header, actl(2), fctl(0, size), first, fctl(1, size), fdat(2, turned), IEND),
         "IMG103, IMG104: fcTL twice.", "The mark and the mark turned, acTL says 2."),
        ("apng-hidden-first.png",
         png(header, actl(2), first, fctl(0, size), fdat(1, turned), fctl(2, size),
             fdat(3, mirrored), IEND),
         "IMG103, IMG104: IDAT is no frame.", "The mark without fcTL, then two frames in fdAT."),
        ("apng-claims-5.png", png(header, actl(5), fctl(0, size), first, IEND),
         "Still: acTL lies.", "The mark as the only frame, acTL says 5."),
        ("apng-late-actl.png",
         png(header, first, actl(2), fctl(0, size), fdat(1, turned), fctl(2, size),
             fdat(3, mirrored), IEND),
         "Still: an acTL after IDAT is void.", "The mark, then acTL and two frames in fdAT."),
    ]
    return [Fixture(*row) for row in rows]


def foreign() -> list[Fixture]:
    small = mark().resize((32, 26), Image.Resampling.BOX)

    def box(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data) + 8) + kind + data

    def ftyp(brand: bytes, *more: bytes) -> bytes:
        return box(b"ftyp", brand + bytes(4) + b"".join(more))

    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="90"/></svg>\n'
    inner = png_of(small)
    icon = struct.pack("<HHHBBBBHHII", 0, 1, 1, 32, 26, 0, 0, 1, 24, len(inner), 22) + inner
    rows = [
        ("empty.png", b"", "IMG101: nothing at all.", "No bytes."),
        ("text.png", b"This is not a picture.\n",
         "IMG101: text behind a picture's name.", "One line of text."),
        ("noise.bin", bytes(i * i * 7 % 251 for i in range(200)),
         "IMG101: bytes that are nothing.", "200 bytes, i² · 7 mod 251."),
        ("other-bmp.bmp", saved(small, "BMP"), "IMG101: BMP.", "The mark at 32 × 26 px, Pillow."),
        ("other-tiff.tif", saved(small, "TIFF"),
         "IMG101: TIFF.", "The mark at 32 × 26 px, Pillow."),
        ("other-ico.ico", icon,
         "IMG101: ICO, though a PNG is inside.", "One entry that holds the mark as PNG."),
        ("other-svg.svg", svg, "IMG101: SVG.", "A circle."),
        ("other-svg-prolog.svg", b'<?xml version="1.0"?>\n<!-- A circle. -->\n' + svg,
         "IMG101: SVG behind an XML declaration.", "A circle."),
        ("other-pdf.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
         "IMG101: PDF.", "A document without pages."),
        ("other-heic.heic", ftyp(b"heic", b"mif1", b"heic") + box(b"mdat", b""),
         "IMG101: HEIC.", "An ftyp box of brand heic, an empty mdat."),
        ("other-heic-mif1.heic", ftyp(b"mif1", b"mif1", b"heic") + box(b"mdat", b""),
         "IMG101: HEIC by a compatible brand.", "An ftyp box of brand mif1, compatible with heic."),
        ("other-avif.avif", ftyp(b"avif", b"mif1", b"avif") + box(b"mdat", b""),
         "IMG101: AVIF.", "An ftyp box of brand avif, an empty mdat."),
        ("other-jxl.jxl", b"\xff\x0a" + bytes(14),
         "IMG101: JPEG XL.", "A codestream's first two bytes, zeros."),
        ("other-jxl-box.jxl", box(b"JXL ", b"\r\n\x87\n") + ftyp(b"jxl ", b"jxl "),
         "IMG101: JPEG XL in a container.", "The signature box and ftyp."),
        ("other-jp2.jp2", box(b"jP  ", b"\r\n\x87\n") + ftyp(b"jp2 ", b"jp2 "),
         "IMG101: JPEG 2000.", "The signature box and ftyp."),
        ("other-j2k.jp2", b"\xff\x4f\xff\x51" + bytes(12),
         "IMG101: a bare JPEG 2000 codestream.", "The markers SOC and SIZ, zeros."),
    ]
    return [Fixture(*row) for row in rows]


def names() -> list[Fixture]:
    plain = mark()
    as_jpeg, as_png = jpeg(plain, quality=60), png_of(plain)
    rows = [
        ("named-wrong-jpeg.png", as_jpeg, "IMG102: the most common lie.", "A JPEG of the mark."),
        ("named-wrong-png.jpg", as_png, "IMG102: a PNG called JPEG.", "A PNG of the mark."),
        ("named-wrong-webp.jpg", webp(plain), "IMG102: saved from the web.", "A WebP of the mark."),
        ("named-wrong-gif.bmp", gif_of(plain) + GIF_TRAILER,
         "IMG102: the extension of a refused format.", "A GIF of the mark."),
        ("named-upper.PNG", as_png, "Letter case says nothing.", "A PNG of the mark."),
        ("named-jpeg.jpeg", as_jpeg, "A second name of JPEG.", "A JPEG of the mark."),
        ("named-jpe.jpe", as_jpeg, "A third name of JPEG.", "A JPEG of the mark."),
        ("named-jfif.jfif", as_jpeg, "A fourth name of JPEG.", "A JPEG of the mark."),
        ("named-apng.apng", as_png, "A second name of PNG.", "A PNG of the mark."),
        ("named-other.dat", as_png, "An extension that promises nothing.", "A PNG of the mark."),
        ("named-nothing", as_png, "No extension.", "A PNG of the mark."),
    ]
    return [Fixture(*row) for row in rows]


def damage() -> list[Fixture]:
    plain = mark()
    photo = jpeg(landscape(), quality=50, subsampling=2)
    restarts = jpeg(plain, restart_marker_blocks=8)
    frame_size = struct.pack(">HH", plain.height, plain.width)
    small, whole_png, whole_webp = jpeg(plain), png_of(plain), webp(plain)
    header, body = ihdr(256, 208, 8, PNG_RGB), idat(plain)
    whole_gif = gif_of(plain)
    arithmetic_jpeg, progressive = arithmetic(plain), jpeg(plain, progressive=True)
    flat_lossless = webp(half_flat(120, 120), lossless=True, method=0, quality=0)
    small_gif = gif((64, 52), gif_frame((64, 52), bytes(64 * 52)))
    wrong_crc = bytearray(whole_png)
    wrong_crc[-13] ^= 0xFF  # the last byte of IDAT's CRC stands before IEND's 12 bytes
    rows = [
        ("cut-jpeg-half.jpg", photo[: len(photo) // 2],
         "IMG105: half a picture.", "The landscape at quality 50, its first half."),
        ("cut-jpeg-before-eoi.jpg", small[:-2],
         "IMG106: only the end marker is gone.", "The mark without its last two bytes."),
        ("cut-jpeg-header.jpg", small[:20], "IMG105: no size.", "The first 20 bytes of a JPEG."),
        ("cut-png-idat.png", whole_png[: len(whole_png) // 2],
         "IMG105: ends in IDAT.", "The mark, first half of the file."),
        ("cut-png-ihdr.png", whole_png[:20], "IMG105: no size.", "The first 20 bytes of a PNG."),
        ("bad-crc-idat.png", bytes(wrong_crc),
         "IMG105: IDAT's CRC is wrong.", "The mark, one byte of IDAT's CRC flipped."),
        ("cut-gif-half.gif", whole_gif[: len(whole_gif) // 2],
         "IMG105: ends in the frame.", "The mark, first half of the file."),
        ("cut-gif-header.gif", whole_gif[:9],
         "IMG105: ends in the screen.", "The first 9 bytes of a GIF."),
        ("cut-webp-half.webp", whole_webp[: len(whole_webp) // 2],
         "IMG105: ends in VP8.", "The mark, first half of the file."),
        ("cut-webp-header.webp", whole_webp[:20],
         "IMG105: ends before the size.", "The first 20 bytes of a WebP."),
        ("no-end-png.png", png(header, body), "IMG106: no IEND.", "The mark without IEND."),
        ("no-end-gif.gif", whole_gif, "IMG106: no trailer.", "The mark without the trailer byte."),
        ("trailing-jpeg.jpg", small + b"\0" * 16,
         "IMG106: bytes after EOI.", "The mark and 16 zeros."),
        ("trailing-jpeg-second.jpg", small + jpeg(plain.resize((64, 52)), quality=50),
         "IMG106: a gain map or motion photo begins so.", "The mark and a smaller JPEG behind it."),
        ("trailing-png.png", whole_png + b"\0" * 16,
         "IMG106: bytes after IEND.", "The mark and 16 zeros."),
        ("trailing-gif.gif", whole_gif + GIF_TRAILER + b"\0" * 16,
         "IMG106: bytes after the trailer.", "The mark and 16 zeros."),
        ("trailing-webp.webp", whole_webp + b"\0" * 16,
         "IMG106: bytes after the RIFF chunk.", "The mark and 16 zeros."),
        ("warning-jpeg-segments.jpg", inserted(small, b"\0garbage\0", before=SOS),
         "IMG106: libjpeg warns and reads on.", "The mark with nine bytes between two segments."),
        ("warning-jpeg-scan.jpg", inserted(restarts, b"\x12\x34\x56", before=b"\xff\xd3"),
         "IMG106: libjpeg warns within the pixels.",
         "The mark with restart markers, three bytes before one of them."),
        ("warning-jpeg-taller.jpg", small.replace(frame_size, struct.pack(">HH", 400, 256), 1),
         "IMG106: rows without pixels.", "The mark whose header says 400 rows."),
        ("no-end-jpeg-second.jpg", small[:-2] + jpeg(plain.resize((64, 52)), quality=50),
         "IMG106: another picture where the end marker should be.",
         "The mark without its last two bytes, and a smaller JPEG behind it."),
        ("no-end-jpeg-progressive.jpg", jpeg(plain, progressive=True)[:-2] + b"\0" * 4096,
         "IMG106: zeros where the end marker should be.",
         "The mark in ten scans without its last two bytes, and 4,096 zeros."),
        ("scan-header-jpeg.jpg", scan_selecting_nothing(small),
         "IMG106: some telephones write it so.",
         "The mark with 0, 0, 0 for coefficients and bits in the scan header."),
        ("adobe-jpeg-rgb.jpg", inserted(small, adobe(0), before=b"\xff\xdb"),
         "IMG106: RGB by Adobe, YCbCr by JFIF.", "The mark with an Adobe segment of transform 0."),
        ("adobe-jpeg-ycbcr.jpg", inserted(small, adobe(1), before=b"\xff\xdb"),
         "Whole: Adobe and JFIF agree.", "The mark with an Adobe segment of transform 1."),
        ("arithmetic-jpeg.jpg", arithmetic_jpeg,
         "IMG106: browsers, Go and Java do not read it.", "The mark, arithmetically coded."),
        ("arithmetic-progressive-jpeg.jpg", arithmetic(plain, "-progressive"),
         "IMG106: in scans.", "The mark, arithmetically coded in scans."),
        ("arithmetic-cut-jpeg.jpg",
         arithmetic_jpeg[: len(arithmetic_jpeg) // 2] + b"\xff\xd9",
         "IMG105: libjpeg makes up the rest and says nothing.",
         "The first half of arithmetic-jpeg.jpg and an end marker."),
        ("arithmetic-zeros-jpeg.jpg", zeroed(arithmetic_jpeg, 0.5),
         "IMG105: zeros where data should be.", "The first half of arithmetic-jpeg.jpg, then zeros."),
        ("arithmetic-taller-jpeg.jpg", with_height(arithmetic_jpeg, 0xC9, 416),
         "IMG105: rows without data.", "arithmetic-jpeg.jpg whose header says 416 rows."),
        ("two-scans-jpeg.jpg", with_scans(progressive, 2),
         "IMG106: coarse, which nothing cures.", "The first two of the mark's ten scans."),
        ("two-scans-no-end-jpeg.jpg", with_scans(progressive, 2)[:-2],
         "IMG106: a download that was torn.", "two-scans-jpeg.jpg without its end marker."),
        ("stray-end-jpeg.jpg", inserted(small, b"abcdefgh" * 40, before=b"\xff\xd9"),
         "IMG106: bytes that no row needs.", "The mark, 320 bytes before the end marker."),
        ("shorter-jpeg.jpg", with_height(photo, 0xC0, 240),
         "IMG105: rows that the header leaves out.",
         "The landscape at quality 50 whose header says 240 rows."),
        ("filled-jpeg.jpg", with_height(photo, 0xC0, 464),
         "IMG106: more data than rows, as coders fill up.",
         "The landscape at quality 50 whose header says 464 rows."),
        ("stray-byte-jpeg.jpg", inserted(small, b"\0", before=b"\xff\xc4"),
         "IMG106: a byte between segments.", "The mark with a zero before its first DHT."),
        ("short-adobe-jpeg.jpg", inserted(small, b"\xff\xee\0\x07Adobe", before=b"\xff\xdb"),
         "IMG106: Pillow reads a version that is not there.", "The mark, an Adobe segment of its name."),
        ("zeros-webp.webp", zeroed(webp(landscape()), 0.3),
         "IMG105: libwebp makes up the rest and says nothing.",
         "The landscape, the first 30% of its bytes, then zeros."),
        ("zeros-lossless-webp.webp", zeroed(flat_lossless, 0.6),
         "IMG105: the same without loss.",
         "60% of flat-lossless-webp.webp, then zeros."),
        ("flat-webp.webp", webp(half_flat(), method=0),
         "Whole: zeros that are the coder's own.", "The landscape above white, method 0."),
        ("flat-lossless-webp.webp", flat_lossless,
         "Whole: the same without loss.", "The landscape above white, without loss, method 0."),
        ("no-frame-apng.png", png(header, actl(1), body, IEND),
         "IMG106: Pillow looks for the frame.", "The mark, acTL says 1 and no fcTL comes."),
        ("end-data-png.png", png(header, body, (b"IEND", b"end")),
         "IMG106: Go refuses it.", "The mark with three bytes in IEND."),
        ("zeros-png.png", zeroed(png_of(landscape(320, 240)), 0.5),
         "IMG105: says which rows.", "The landscape, half of its bytes, then zeros."),
        ("no-colors-gif.gif",
         whole_gif[:10] + bytes([whole_gif[10] & 0x7F]) + whole_gif[11:13] + whole_gif[37:]
         + GIF_TRAILER,
         "IMG106: giflib asks for colours.", "The mark without its table of colours."),
        ("background-gif.gif", whole_gif[:11] + b"\x09" + whole_gif[12:] + GIF_TRAILER,
         "IMG106: giflib looks the background up.", "The mark, colour 9 of 8 for background."),
        ("stray-end-gif.gif", whole_gif + b"\xaa" * 5000,
         "IMG106: bytes instead of the trailer.", "The mark without trailer, and 5,000 bytes 0xAA."),
        ("code-size-gif.gif", small_gif.replace(b"\x34\0\0\x02", b"\x34\0\0\x01") + GIF_TRAILER,
         "IMG105: its codes read as other pixels.", "A black frame of 64 x 52 with code size 1."),
        ("riff-size-webp.webp", whole_webp[:4] + struct.pack("<I", 100) + whole_webp[8:],
         "IMG106: a RIFF size that cuts the picture.", "The mark with a RIFF size of 100."),
        ("riff-padding-webp.webp", unpadded(webp(plain, exif=exif_orientation(1) + b"\0")),
         "IMG106: a chunk of odd size without padding.",
         "The mark with EXIF of odd length, its last byte missing."),
        ("no-data-gif.gif", whole_gif + gif_frame(plain.size, b"")[:10] + GIF_TRAILER,
         "IMG106: a frame without data.", "The mark, and a frame that ends with its descriptor."),
        ("restarts-jpeg.jpg", restarts,
         "Whole: restart markers.", "The mark, a restart marker every eight blocks."),
        ("fill-bytes-jpeg.jpg", inserted(small, b"\xff" * 5, before=SOS),
         "Whole: T.81 B.1.1.2 allows fill bytes.", "The mark with five 0xFF before a marker."),
    ]
    return [Fixture(*row) for row in rows]


def guards() -> list[Fixture]:
    dot = gif_frame((1, 1), b"\1")
    rows = [
        (f"guard-15000x{height}.png", stripes(15000, height), shows, "Bars 4 px wide, 1 bit.")
        for height, shows in [
            (9999, "149,985,000 px, one row under the guard."),
            (10000, "150,000,000 px, exactly the guard."),
            (10001, "IMG107: 150,015,000 px, one row over the guard."),
        ]
    ]
    rows += [
        (f"guard-{count}-frames.gif", gif((2000, 2000), *[dot] * count) + GIF_TRAILER, shows,
         f"A canvas of 2000 × 2000 px and {count} frames of one pixel.")
        for count, shows in [
            (249, "996,000,000 px over all frames, one frame under the guard."),
            (250, "1,000,000,000 px over all frames, exactly the guard."),
            (251, "IMG107 where animations are taken whole: 1,004,000,000 px."),
        ]
    ]
    bomb = gif((10, 10), gif_frame((65535, 65535), b"\1" * 1000)) + GIF_TRAILER
    rows.append(("guard-65535-frame.gif", bomb, "IMG107: 4,294,836,225 px in a few bytes.",
                 "A canvas of 10 × 10 px, one frame of 65535 × 65535 px with 1,000 pixels."))
    return [Fixture(*row) for row in rows]


def disagreements() -> list[Fixture]:
    """Libnsgif takes some screens for a monitor's and believes the first frame instead."""
    size = (320, 240)
    bars = gif_frame(size, bytes(x // 16 % 2 for x in range(320)) * 240)
    bad_frame = bars[:10] + b"\x0d" + bars[11:]  # the code size follows the ten-byte descriptor
    rows = [
        ("disagree-gif-frames.gif", gif(size, bars, bad_frame) + GIF_TRAILER,
         "IMG108: two frames in the file, one for the decoder.",
         "Two frames of bars; the second's LZW code size is 13."),
    ]
    rows += [
        (f"gif-screen-{width}x{height}.gif", gif((width, height), bars) + GIF_TRAILER, shows,
         f"A screen of {width} × {height} px, one frame of 320 × 240 px at its top left.")
        for width, height, shows in [
            (640, 480, "A monitor's screen: the decoder's canvas is the frame."),
            (641, 480, "The decoder's canvas is the screen."),
            (2048, 480, "The longest screen that is the decoder's canvas."),
            (2049, 480, "Too long a screen: the decoder's canvas is the frame."),
            (0, 0, "No screen: the decoder's canvas is the frame."),
        ]
    ]
    return [Fixture(*row) for row in rows]


# A limit, the sizes below, at and above it, and a last one that meets it with the sides exchanged.
SIZES = [
    ("IMG201 of Claude, 8000 px an edge",
     [(7999, 200), (8000, 200), (8001, 200), (200, 8001)]),
    ("IMG202 of Claude, 2000 px an edge",
     [(1999, 200), (2000, 200), (2001, 200), (200, 2001)]),
    ("IMG203 of Claude, 1568 px the long edge",
     [(1567, 700), (1568, 700), (1569, 700), (700, 1569)]),
    ("IMG203 of Claude, 1,150,000 px altogether",
     [(1150, 999), (1150, 1000), (1151, 1000), (1000, 1151)]),
    ("IMG203 of gpt-5, 2048 px the long edge",
     [(2047, 300), (2048, 300), (2049, 300), (300, 2049)]),
    ("IMG203 of gpt-5, 768 px the short edge",
     [(1000, 767), (1000, 768), (1000, 769), (769, 1000)]),
    ("IMG203 of gpt-5-mini and nano, 1,536 patches",
     [(1535, 1024), (1536, 1024), (1537, 1024), (1024, 1537)]),
    ("IMG204 of Claude, 200 px an edge",
     [(199, 300), (200, 300), (201, 300), (300, 199)]),
]
SIDES_OF_A_LIMIT = ("below", "at", "above", "with the sides exchanged")


def sizes() -> list[Fixture]:
    return [
        Fixture(f"size-{width}x{height}.png", stripes(width, height), f"{limit}: {side}.",
                "Bars 4 px wide, 1 bit.")
        for limit, pairs in SIZES
        for side, (width, height) in zip(SIDES_OF_A_LIMIT, pairs)
    ]


# What must be done to a picture so that a viewer who honours the tag shows it upright.
STORED_FOR_ORIENTATION = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
}


def orientations() -> list[Fixture]:
    upright = mark()

    def stored(value: int) -> Image.Image:
        turn = STORED_FOR_ORIENTATION.get(value)
        return upright if turn is None else upright.transpose(turn)

    def tagged(value: int, order: str = "<") -> bytes:
        return jpeg(stored(value), **jpeg_exif(exif_orientation(value, order)))

    exif_chunk = (b"eXIf", exif_orientation(6))
    rows = [("orientation-upright.png", png_of(upright),
             "What every picture of this family shows.", "The mark, no EXIF.")]
    rows += [
        (f"jpeg-orientation-{value}.jpg", tagged(value),
         f"IMG205: orientation {value}." if 2 <= value <= 8 else f"Upright: orientation {value}.",
         "The mark, stored so that the tag turns it upright." if 2 <= value <= 8 else "The mark.")
        for value in range(10)
    ]
    rows += [
        ("jpeg-orientation-6-big-endian.jpg", tagged(6, ">"),
         "IMG205: EXIF in the other byte order.", "The mark, turned, big-endian EXIF."),
        ("png-orientation-6.png", png_of(stored(6), exif_chunk),
         "IMG205: an eXIf chunk.", "The mark, turned, eXIf before IDAT."),
        ("png-orientation-6-late.png", png_of(stored(6), tail=[exif_chunk, IEND]),
         "IMG205: an eXIf chunk that libvips does not see.", "The mark, turned, eXIf after IDAT."),
        ("webp-orientation-6.webp", webp(stored(6), exif=exif_orientation(6), lossless=True),
         "IMG205: an EXIF chunk.", "The mark, turned, Pillow, lossless."),
    ]
    return [Fixture(*row) for row in rows]


def colors() -> list[Fixture]:
    plain = mark()
    gray = plain.convert("L")
    srgb, adobe, p3 = icc("sRGB"), icc("Adobe RGB"), icc("Display P3")
    halves = b"".join(
        struct.pack(">HH12sBB", 0xFFE2, 16 + len(part), b"ICC_PROFILE", number, 2) + part
        for number, part in enumerate([p3[:300], p3[300:]], start=1)
    )
    rows = [
        ("jpeg-cmyk.jpg", jpeg(plain.convert("CMYK"), quality=75),
         "IMG206: four inks.", "The mark in CMYK, Pillow, Adobe marker."),
        ("png-rgb16.png", png_of(plain, depth=16),
         "IMG206: 16 bits.", "The mark, colour type 2, 16 bits."),
        ("png-gray16.png", png_of(gray, depth=16),
         "IMG206: 16 bits.", "The mark in grey, 16 bits."),
        ("png-rgba16.png", png_of(text("RGBA", (0, 0, 0, 255), CLEAR), depth=16),
         "IMG206, IMG208: 16 bits with alpha.", "TEXT in black on clear, colour type 6, 16 bits."),
        ("jpeg-icc-adobe-rgb.jpg", jpeg(plain, icc_profile=adobe),
         "IMG206: wide gamut.", "The mark with Adobe RGB's primaries."),
        ("jpeg-icc-display-p3.jpg", jpeg(plain, icc_profile=p3),
         "IMG206: what telephones write.", "The mark with Display P3's primaries."),
        ("jpeg-icc-split.jpg", inserted(jpeg(plain), halves, before=b"\xff\xdb"),
         "IMG206: a profile in two segments.", "The mark with Display P3's primaries, two APP2."),
        ("png-icc-adobe-rgb.png", png_of(plain, iccp(adobe)),
         "IMG206: wide gamut.", "The mark with Adobe RGB's primaries."),
        ("png-icc-display-p3.png", png_of(plain, iccp(p3)),
         "IMG206: wide gamut.", "The mark with Display P3's primaries."),
        ("webp-icc-display-p3.webp", webp(plain, icc_profile=p3),
         "IMG206: wide gamut.", "The mark with Display P3's primaries."),
        ("jpeg-icc-srgb.jpg", jpeg(plain, icc_profile=srgb), "A profile that changes nothing.",
         "The mark with sRGB's primaries."),
        ("png-icc-srgb.png", png_of(plain, iccp(srgb)), "A profile that changes nothing.",
         "The mark with sRGB's primaries."),
        ("webp-icc-srgb.webp", webp(plain, icc_profile=srgb), "A profile that changes nothing.",
         "The mark with sRGB's primaries."),
        ("png-cicp-display-p3.png", png_of(plain, cicp(12, 13)),
         "IMG206: Display P3 by code points.", "The mark, cICP 12, 13, 0, 1."),
        ("png-cicp-pq.png", png_of(plain, cicp(9, 16)),
         "IMG206: HDR.", "The mark, cICP 9, 16, 0, 1."),
        ("png-cicp-hlg.png", png_of(plain, cicp(9, 18)),
         "IMG206: HDR.", "The mark, cICP 9, 18, 0, 1."),
        ("png-cicp-narrow.png", png_of(plain, cicp(1, 13, 0)),
         "IMG206: narrow range.", "The mark, cICP 1, 13, 0, 0."),
        ("png-cicp-unknown.png", png_of(plain, cicp(9, 1)),
         "IMG206: no conversion is known.", "The mark, cICP 9, 1, 0, 1."),
        ("png-cicp-srgb.png", png_of(plain, cicp(1, 13)),
         "Code points that change nothing.", "The mark, cICP 1, 13, 0, 1."),
        ("png-gamma-1.png", png_of(plain, (b"gAMA", struct.pack(">I", 100_000))),
         "IMG206: samples that are light.", "The mark, gAMA 100,000."),
        ("png-gamma-22.png", png_of(plain, (b"gAMA", struct.pack(">I", 45_455)), chrm(SRGB_XY)),
         "A gamma that changes nothing.", "The mark, gAMA 45,455, cHRM of sRGB."),
        ("png-chromaticities-p3.png", png_of(plain, chrm(P3_XY)),
         "IMG206: other primaries.", "The mark, cHRM of Display P3."),
        ("png-chromaticities-void.png", png_of(plain, (b"sRGB", b"\0"), chrm(P3_XY)),
         "Chromaticities that sRGB overrides.", "The mark, sRGB, cHRM of Display P3."),
        ("png-bits-12.png", low_bits(gray, 12),
         "IMG206: 12 bits in the low ones of 16.", "The mark in grey, sBIT 12, samples up to 4,095."),
        ("jpeg-gain-map.jpg", inserted(jpeg(plain), GAIN_MAP_XMP, before=b"\xff\xdb") + jpeg(gray),
         "IMG106: a gain map.", "The mark with XMP that announces a gain map, a grey JPEG behind it."),
        ("jpeg-icc-gray.jpg", jpeg(gray, icc_profile=icc("Gray")), "A profile of greys.",
         "The mark in grey with a grey profile."),
        ("png-icc-gray.png", png_of(gray, iccp(icc("Gray"))), "A profile of greys.",
         "The mark in grey with a grey profile."),
    ]
    return [Fixture(*row) for row in rows]


def positions() -> list[Fixture]:
    plain = mark()
    both, latitude = exif_gps(), exif_gps(longitude=False)
    rows = [
        ("jpeg-gps.jpg", jpeg(plain, **jpeg_exif(both)),
         "IMG207: a place on earth.", "The mark, latitude and longitude in EXIF."),
        ("jpeg-gps-latitude-only.jpg", jpeg(plain, **jpeg_exif(latitude)),
         "No place: half a position.", "The mark, latitude alone in EXIF."),
        ("png-gps.png", png_of(plain, (b"eXIf", both)),
         "IMG207: an eXIf chunk.", "The mark, position in eXIf."),
        ("webp-gps.webp", webp(plain, exif=both),
         "IMG207: an EXIF chunk.", "The mark, position in EXIF."),
    ]
    return [Fixture(*row) for row in rows]


def legibility() -> list[Fixture]:
    photo = landscape()
    blurred = photo.filter(ImageFilter.GaussianBlur(16))
    rows = [
        ("blank-white.png", png_of(Image.new("L", (300, 300), 255)),
         "IMG209: blank.", "White only."),
        ("blank-black.png", png_of(Image.new("L", (300, 300), 0)), "IMG209: blank.", "Black only."),
        ("faint-text.png", png_of(text("L", 252, 255)),
         "IMG209: almost no contrast.", "TEXT in grey 252 on white."),
        ("sharp-text.png", png_of(text("L", 0, 255)),
         "Sharp, with contrast.", "TEXT in black on white."),
        ("page-tall.png", png_of(page()),
         "IMG204 once it is scaled: to be cut into tiles.",
         "480 x 6000 px, lines of block letters 24 px apart beside a rule down the page."),
        ("text-7-px.png", png_of(page(3000, 2000, 1)),
         "IMG209: text too small once it is scaled.",
         "3000 x 2000 px, lines of block letters 7 px high."),
        ("text-14-px.png", png_of(page(3000, 2000)),
         "Text that is large enough once it is scaled.",
         "3000 x 2000 px, lines of block letters 14 px high."),
        ("blurred-photo.jpg", jpeg(blurred, quality=75, subsampling=2),
         "IMG209: out of focus.", "The landscape, Gaussian blur of 16 px, quality 75."),
    ]
    return [Fixture(*row) for row in rows]


# Each family with the sentence that introduces it.
FAMILIES = {
    formats: "The four formats in their kinds, with and without transparency (IMG208).",
    animations: "Pictures that move, and pictures that only say so (IMG103, IMG104).",
    foreign: "What is not JPEG, PNG, GIF or WebP (IMG101).",
    names: "File names that fit their bytes, and names that do not (IMG102).",
    damage: "Cut, corrupt or unclean files (IMG105, IMG106).",
    guards: "Both sides of the decode guard (IMG107).",
    disagreements: "Where a header reader and the decoder may differ (IMG108).",
    sizes: "Both sides of every limit on pixels (IMG201, IMG202, IMG203, IMG204).",
    orientations: "One picture stored in every EXIF orientation (IMG205).",
    colors: "Inks, sample depths and ICC profiles (IMG206).",
    positions: "GPS positions (IMG207).",
    legibility: "Pictures that even a person cannot read (IMG209).",
}


# --- What is written -----------------------------------------------------------------------------

GENERATED = "// Written by make-fixtures.py; change the recipes there.\n\n"


def swift_family(family: str, summary: str, fixtures: list[Fixture]) -> str:
    """The Swift extension that names one family's fixtures."""
    lines = [GENERATED + "extension Fixture {"]
    for fixture in fixtures:
        lines += [
            f"    /// {fixture.shows}",
            f"    public static let {fixture.identifier} = Fixture(",
            f'        "{fixture.name}",',
            f'        recipe: "{fixture.recipe}"',
            "    )\n",
        ]
    lines += [f"    /// {summary}", f"    public static let {family}: [Fixture] = ["]
    lines += [f"        {fixture.identifier}," for fixture in fixtures]
    return "\n".join(lines + ["    ]", "}", ""])


def swift_catalogue(families: list[str]) -> str:
    """The Swift extension that joins the families."""
    return "\n".join([
        GENERATED + "extension Fixture {",
        "    /// Every fixture, family by family.",
        "    public static let all: [Fixture] = families.flatMap { $0 }\n",
        "    private static let families: [[Fixture]] = [",
        *(f"        {family}," for family in families),
        "    ]", "}", "",
    ])


def readme_family(family: str, summary: str, fixtures: list[Fixture]) -> str:
    """One family as a table."""
    rows = [f"| {f.name} | {len(f.data):,} | {f.shows} | {f.recipe} |" for f in fixtures]
    head = f"\n## {family.capitalize()}\n\n{summary}\n\n| file | bytes | shows | recipe |"
    return "\n".join([head, "|---|---:|---|---|", *rows, ""])


README_HEAD = f"""# Fixtures

Small image files with known properties. Every finding about a picture (IMG101 to IMG209) has one
that raises it and a neighbour that does not; every limit on pixels has a file below it, at it and
above it.

`make-fixtures.py` makes the files, the Swift catalogue (`Fixture+….swift`) and this page; change
the recipes there and run `./run fixtures`. It writes `conversation.json` too, the body of a
request that the README repairs. It needs Python 3.11 or later and Pillow {PILLOW_VERSION}.
Two runs on one machine give the same bytes; another zlib or libjpeg may compress the same pixels
differently.

Three drawings recur: **the mark**, 256 × 208 px, four coloured quarters under a black F, which no
turn leaves as it was; **the landscape**, 640 × 480 px, with the detail of a photograph; **TEXT**,
280 × 210 px, in block letters. Files of an exact byte count come from `PaddedImage.swift`.

Every file is made by the script from nothing but its own code and is under the licence of this
repository (Apache-2.0). No picture, profile or sample is taken from elsewhere.
"""


def conversation(files: dict[str, bytes]) -> dict:
    """A chat body as an agent keeps it, for the README: an animation that some models refuse, and a
    JPEG that is declared as PNG."""

    def image(name: str, media_type: str) -> dict:
        data = base64.b64encode(files[name]).decode()
        return {"type": "image_url", "image_url": {"url": f"data:{media_type};base64,{data}"}}

    def turn(role: str, *content) -> dict:
        return {"role": role, "content": list(content) if len(content) > 1 else content[0]}

    return {
        "model": "databricks-gpt-5",
        "messages": [
            turn("system", "You describe pictures in one sentence."),
            turn(
                "user",
                {"type": "text", "text": "What does it show?"},
                image("gif-2-frames.gif", "image/gif"),
            ),
            turn("assistant", "An F on four quarters of different colours."),
            turn(
                "user",
                {"type": "text", "text": "And this one?"},
                image("jpeg-gps.jpg", "image/png"),
            ),
        ],
    }


def main() -> None:
    if PIL.__version__ != PILLOW_VERSION:
        sys.exit(f"make-fixtures.py: needs Pillow {PILLOW_VERSION}, found {PIL.__version__}")
    made = {make.__name__: (summary, make()) for make, summary in FAMILIES.items()}
    everything = [fixture for _, fixtures in made.values() for fixture in fixtures]
    for key in ("name", "identifier"):
        assert len({getattr(f, key) for f in everything}) == len(everything), f"a {key} repeats"
    write_images(everything)
    body = conversation({fixture.name: fixture.data for fixture in everything})
    (FOLDER / "conversation.json").write_text(json.dumps(body, indent=2) + "\n")
    for family, (summary, fixtures) in made.items():
        path = FOLDER / f"Fixture+{family.capitalize()}.swift"
        path.write_text(swift_family(family, summary, fixtures))
    (FOLDER / "Fixture+Catalogue.swift").write_text(swift_catalogue(list(made)))
    tables = (readme_family(family, *content) for family, content in made.items())
    (FOLDER / "README.md").write_text(README_HEAD + "".join(tables))
    print(f"{len(everything)} files, {sum(len(f.data) for f in everything):,} bytes")


def write_images(fixtures: list[Fixture]) -> None:
    """Fills images/ with these files and no others."""
    images = FOLDER / "images"
    images.mkdir(exist_ok=True)
    for old in images.iterdir():
        old.unlink()
    for fixture in fixtures:
        (images / fixture.name).write_bytes(fixture.data)


if __name__ == "__main__":
    main()
